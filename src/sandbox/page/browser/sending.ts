import type { CommandOption } from '../../world/model.ts';
import type { OptionInputs } from '../protocol.ts';
import { actVisibly } from './connection.ts';
import {
  clearDraft,
  commandDraft,
  currentChannel,
  type Draft,
  draft,
  type Filled,
  readLine,
  setDraft,
} from './drafts.ts';
import { focusSoon } from './focus.ts';
import { addNote, patch, state } from './state.ts';
import { closeSuggestions } from './suggestions.ts';

const BOOLEAN = 5;
const NUMBERS: readonly number[] = [4, 10];
const TAKES_ID: readonly number[] = [6, 7, 8, 9];

/** Sends what stands in the composer. */
export async function send(): Promise<void> {
  const now = draft();
  closeSuggestions();
  if (now.mode === 'command') return sendCommand(now);
  const line = readLine(now.text.trim());
  if (line !== undefined) {
    const asCommand = commandDraft(line.leaf, line.rest);
    setDraft(asCommand);
    return asCommand.mode === 'command' ? sendCommand(asCommand) : undefined;
  }
  return sendText(now.text);
}

/** Sends one of the example questions: a command, or words for the bot. */
export async function sendLine(text: string): Promise<void> {
  setDraft({ mode: 'text', text });
  await send();
}

async function sendText(text: string): Promise<void> {
  const { place } = state;
  const channel = currentChannel();
  const replyTo = state.replies.get(state.channel);
  if (text.trim() === '' || channel === undefined || place === null) return;
  const content = withMentions(text.trim());
  const repliesToBot = replyTo !== undefined && state.messages.get(replyTo)?.author.bot === true;
  const reachesBot = channel.kind === 'direct' || content.includes(`<@${place.bot.id}>`) || repliesToBot;
  clearDraft();
  const before = new Set(state.messages.keys());
  const outcome = await actVisibly({
    kind: 'say',
    channel: channel.id,
    content,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  if (outcome.error !== undefined) return setDraft({ mode: 'text', text });
  if (reachesBot) return;
  const sent = [...state.messages.values()].findLast(
    ({ id, author }) => !before.has(id) && author.id === place.me.id,
  );
  if (sent) addNote(`As on Discord, ${place.bot.name} answers only what mentions it.`, sent.id);
}

/** "@Footnote" as Discord's client sends it. */
function withMentions(text: string): string {
  const members = [...(state.place?.members ?? [])].sort((a, b) => b.name.length - a.name.length);
  return members.reduce((words, { id, name }) => {
    const mention = new RegExp(`@${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'gi');
    return words.replace(mention, `<@${id}>`);
  }, text);
}

async function sendCommand(now: Extract<Draft, { mode: 'command' }>): Promise<void> {
  const options: Record<string, string | number | boolean> = {};
  for (const option of now.leaf.options) {
    const read = readOption(option, now.filled[option.name]);
    if ('fault' in read) {
      setDraft({ ...now, fault: { option: option.name, words: read.fault } });
      patch({ announcement: `${option.name}: ${read.fault}` });
      focusSoon(() => document.getElementById(`option-${option.name}`));
      return;
    }
    if (read.value !== undefined) options[option.name] = read.value;
  }
  clearDraft();
  await run(now.leaf.name, options);
}

async function run(name: string, options: OptionInputs): Promise<void> {
  await actVisibly({ kind: 'command', channel: state.channel, name, options });
}

type Read = { readonly value?: string | number | boolean } | { readonly fault: string };

function readOption(option: CommandOption, filled: Filled | undefined): Read {
  const shown = filled?.shown.trim() ?? '';
  if (shown === '') return option.required ? { fault: 'This option is required. Specify a value.' } : {};
  if (filled?.value !== undefined) return { value: filled.value };
  if (option.choices?.length || option.type === BOOLEAN || TAKES_ID.includes(option.type)) {
    return { fault: 'Pick one of those offered.' };
  }
  if (!NUMBERS.includes(option.type)) return { value: shown };
  const number = Number(shown);
  return Number.isFinite(number) ? { value: number } : { fault: 'Specify a number.' };
}
