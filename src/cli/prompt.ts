import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Look, pressables, renderMessage, type ShownMessage } from './render.ts';

/** What the prompt needs of the sandbox: one person who talks to the bot. */
export interface PromptSandbox<User, Channel, Message extends PromptMessage> {
  readonly investor: User;
  readonly questions: Channel;
  command(user: User, name: string, options: Record<string, string>): Promise<PromptSeen<Message>>;
  autocomplete(
    user: User,
    name: string,
    options: Record<string, string>,
    focused: string,
  ): Promise<{
    readonly choices: readonly { readonly name: string; readonly value: string | number }[] | null;
  }>;
  click(user: User, message: Message, customId: string): Promise<PromptSeen<Message>>;
  select(
    user: User,
    message: Message,
    customId: string,
    values: readonly string[],
  ): Promise<PromptSeen<Message>>;
  directMessage(user: User, content: string, options?: { readonly replyTo?: Message }): Promise<Message>;
  directChannel(user: User): Channel;
  waitForMessage(channel: Channel, test: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  commandsFor(user: User): readonly {
    readonly name: string;
    readonly type: number;
    readonly options: readonly { readonly name: string }[];
  }[];
}

export interface PromptMessage extends ShownMessage {
  readonly id: string;
  readonly replyTo: string | null;
  readonly visibleTo: string | null;
}

interface PromptSeen<Message> {
  reply(): Promise<Message>;
}

export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

const WELCOME = `Footnote in its sandbox: a Discord on this machine, and you in it. Nothing leaves this machine.
Ask a question, or type a command such as /abstract C-CAR088. A number presses a button,
"> and the time?" replies to the last answer, /help lists the commands, exit ends.
With DISCORD_TOKEN set, the same bot runs on Discord.
`;
const SLASH = 1;

/**
 * Reads lines until `exit` or the end of the input, and prints what a person would see for each. Lines of a
 * file are answered one after another, each repeated before its answer. Returns how many lines there were.
 */
export async function runPrompt<User, Channel, Message extends PromptMessage>(
  sandbox: PromptSandbox<User, Channel, Message>,
  { input, output }: Terminal,
): Promise<number> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const look = (): Look => ({
    styled: output.isTTY === true,
    ...(output.columns === undefined ? {} : { width: Math.min(output.columns, 100) }),
  });
  const terminal = createInterface({
    input,
    output: interactive ? output : undefined,
    prompt: '› ',
    completer: (line: string, done: (err: null, result: [string[], string]) => void) => {
      complete(sandbox, line).then(
        (found) => done(null, [[...found], line]),
        () => done(null, [[], line]),
      );
    },
  });
  // Otherwise Ctrl-C would only pause the input, and the program would wait for ever.
  terminal.on('SIGINT', () => terminal.close());
  output.write(`${WELCOME}\n`);
  if (interactive) terminal.prompt();
  let last: Message | undefined;
  let lines = 0;
  for await (const raw of terminal) {
    const line = raw.trim();
    lines += 1;
    if (line === 'exit' || line === 'quit') break;
    if (line !== '') {
      if (!interactive) output.write(`› ${line}\n`);
      try {
        last = await answer(sandbox, line, last);
        output.write(`${renderMessage(last, look(), last.visibleTo !== null)}\n`);
      } catch (err) {
        output.write(`${err instanceof Error ? err.message : String(err)}\n\n`);
      }
    }
    if (interactive) terminal.prompt();
  }
  terminal.close();
  return lines;
}

async function answer<User, Channel, Message extends PromptMessage>(
  sandbox: PromptSandbox<User, Channel, Message>,
  line: string,
  last: Message | undefined,
): Promise<Message> {
  const { investor } = sandbox;
  if (/^\d{1,2}$/.test(line) && last !== undefined) return press(sandbox, last, Number(line));
  if (line.startsWith('/')) {
    const { name, options } = readCommand(sandbox, line);
    return (await sandbox.command(investor, name, options)).reply();
  }
  const reply = line.startsWith('>');
  const words = reply ? line.slice(1).trim() : line;
  const sent = await sandbox.directMessage(investor, words, reply && last ? { replyTo: last } : {});
  return sandbox.waitForMessage(sandbox.directChannel(investor), ({ replyTo }) => replyTo === sent.id);
}

async function press<User, Channel, Message extends PromptMessage>(
  sandbox: PromptSandbox<User, Channel, Message>,
  message: Message,
  number: number,
): Promise<Message> {
  const target = pressables(message)[number - 1];
  if (target === undefined) throw new Error(`The last message has no button ${number}.`);
  const { customId, value } = target;
  const seen =
    value === undefined
      ? await sandbox.click(sandbox.investor, message, customId)
      : await sandbox.select(sandbox.investor, message, customId, [value]);
  return seen.reply();
}

/** "/pipeline AlloJoin" or "/pipeline program:AlloJoin": the words go to the option named, else to the first. */
function readCommand<User, Channel, Message extends PromptMessage>(
  sandbox: PromptSandbox<User, Channel, Message>,
  line: string,
): { name: string; options: Record<string, string> } {
  const [, name = '', rest = ''] = /^\/(\S*)\s*(.*)$/s.exec(line) ?? [];
  const commands = sandbox.commandsFor(sandbox.investor).filter(({ type }) => type === SLASH);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const names = commands.map((one) => `/${one.name}`).join(', ');
    throw new Error(`Discord offers no command /${name} here. There are ${names}.`);
  }
  const [, key, value] = /^([\w-]+):\s*(.*)$/s.exec(rest) ?? [];
  const named = command.options.find((option) => option.name === key);
  const first = command.options[0];
  if (rest === '' || first === undefined) return { name, options: {} };
  return { name, options: named && value !== undefined ? { [named.name]: value } : { [first.name]: rest } };
}

/** What Tab offers: command names, then the choices that the bot sends for the option being typed. */
async function complete<User, Channel, Message extends PromptMessage>(
  sandbox: PromptSandbox<User, Channel, Message>,
  line: string,
): Promise<readonly string[]> {
  const [, name = '', space, typed = ''] = /^\/(\S*)(\s+)?(.*)$/s.exec(line) ?? [];
  if (!line.startsWith('/')) return [];
  const commands = sandbox.commandsFor(sandbox.investor).filter(({ type }) => type === SLASH);
  if (space === undefined) {
    return commands.filter((one) => one.name.startsWith(name)).map((one) => `/${one.name} `);
  }
  const option = commands.find((one) => one.name === name)?.options[0];
  if (option === undefined) return [];
  const { choices } = await sandbox.autocomplete(
    sandbox.investor,
    name,
    { [option.name]: typed },
    option.name,
  );
  return (choices ?? []).map(({ value }) => `/${name} ${value}`);
}
