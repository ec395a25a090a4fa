import { pino } from 'pino';
import { afterEach } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import type { Engine } from '../../src/answer/engine.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Release } from '../../src/knowledge/model.ts';
import { createLibrary, type Library } from '../../src/library.ts';
import {
  type Channel,
  type Message,
  type Sandbox,
  startSandbox,
  type User,
} from '../../src/sandbox/server.ts';
import { labels, wordsOfEmbed } from '../support/reading.ts';
import { NOW, seedRelease } from '../support/seed.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly library: Library;
  /** What the bot logged, oldest first. */
  readonly logged: readonly LogLine[];
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message?: string; readonly code?: number | string };
  readonly [key: string]: unknown;
}

export interface StageOptions {
  readonly releases?: readonly Release[];
  readonly issuer?: string;
  readonly now?: () => Date;
  readonly engineFor?: (releases: readonly Release[]) => Engine;
}

const open: Stage[] = [];

/** The real bot, logged in to a loopback Discord of its own; both end with the test. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { releases = [seedRelease()], issuer, now = () => NOW, engineFor = createEngine } = options;
  const logged: LogLine[] = [];
  const log = pino(
    { level: 'debug', base: null },
    { write: (line: string) => logged.push(JSON.parse(line)) },
  );
  const sandbox = await startSandbox();
  const library = createLibrary(releases, engineFor);
  const services = { library, log, clock: now, ...(issuer ? { issuer } : {}) };
  const bot = await startBot({ ...services, token: sandbox.token, api: sandbox.api });
  const made = { sandbox, bot, library, logged };
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const { bot, sandbox } of open.splice(0)) {
    await bot.stop();
    await sandbox.close();
  }
});

/** What Discord would have refused, and routes that the sandbox lacks: a test wants neither. */
export function refused({ sandbox }: Stage): readonly unknown[] {
  return [...sandbox.exchanges.invalid(), ...sandbox.exchanges.unknownRoutes()].map(
    ({ method, path, violations }) => ({ method, path, violations }),
  );
}

/** Uses a slash command as the investor and waits for the reply. */
export async function run(
  { sandbox }: Stage,
  name: string,
  options: Record<string, string> = {},
  user: User = sandbox.investor,
): Promise<Message> {
  return (await sandbox.command(user, name, options)).reply();
}

/** Presses the button or menu entry with that label and waits for what comes of it. */
export async function press({ sandbox }: Stage, message: Message, label: string): Promise<Message> {
  for (const component of message.components.flatMap((row) => row.components ?? [])) {
    const option = component.options?.find((one) => one.label === label);
    if (option !== undefined) {
      return (
        await sandbox.select(sandbox.investor, message, component.custom_id ?? '', [option.value])
      ).reply();
    }
    if (component.label === label) {
      return (await sandbox.click(sandbox.investor, message, component.custom_id ?? '')).reply();
    }
  }
  throw new Error(`no “${label}” among ${buttons(message).join(', ')}`);
}

/** The bot's next message in the channel after `after`. */
export function answerIn({ sandbox }: Stage, channel: Channel, after: Message): Promise<Message> {
  return sandbox.waitForMessage(channel, ({ author, replyTo }) => author.bot && replyTo === after.id);
}

/** All words of a message as sent. */
export function words(message: Message): string {
  return [message.content, ...message.embeds.map((embed) => wordsOfEmbed(embed as never))]
    .filter(Boolean)
    .join('\n');
}

export function title(message: Message): string {
  return message.embeds[0]?.title ?? '';
}

export function value(message: Message, name: string): string | undefined {
  return message.embeds.flatMap(({ fields }) => fields ?? []).find((field) => field.name === name)?.value;
}

export function buttons(message: Message): string[] {
  return labels({ rows: message.components as never });
}
