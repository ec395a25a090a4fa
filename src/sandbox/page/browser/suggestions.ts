import type { CommandOption } from '../../world/model.ts';
import { act } from './connection.ts';
import { type Draft, type Filled, type Leaf, leaves } from './drafts.ts';
import { change, state } from './state.ts';

export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  readonly take:
    | { readonly kind: 'command'; readonly leaf: Leaf }
    | { readonly kind: 'mention'; readonly name: string }
    | { readonly kind: 'choice'; readonly option: string; readonly filled: Filled };
}

export interface Suggestions {
  readonly title: string;
  readonly items: readonly Suggestion[];
  /** The index of the marked one; -1 for none. */
  readonly active: number;
  readonly waiting: boolean;
}

/** Long enough to skip the letters of a word typed at once, too short to be noticed. */
const PAUSE_MS = 90;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
/** Discord's numbers for them. */
const CHANNEL_TYPES = { text: 0, announcement: 5 } as const;

let shown: Suggestions | null = null;
let asked = 0;

export function suggestions(): Suggestions | null {
  return shown;
}

export function closeSuggestions(): void {
  asked += 1;
  set(null);
}

/** Marks the next or previous suggestion, round and round. */
export function moveActive(step: 1 | -1): void {
  if (shown === null || shown.items.length === 0) return;
  const { length } = shown.items;
  const from = shown.active === -1 && step === -1 ? 0 : shown.active;
  set({ ...shown, active: (from + step + length) % length });
}

function set(next: Suggestions | null): void {
  shown = next;
  change((now) => {
    if (next !== null && !next.waiting && next.active < 1) {
      now.announcement =
        next.items.length === 0 ? '' : `${next.items.length} suggestions, arrow keys to choose`;
    }
  });
}

/** Offers commands after "/", members after "@"; nothing for other words. */
export function suggestForText(text: string, caret: number): void {
  asked += 1;
  const typed = /(?:^|\s)@([\w-]*)$/.exec(text.slice(0, caret))?.[1]?.toLowerCase();
  if (/^\/[^\n]*$/.test(text)) suggestCommands(text.slice(1).trim().toLowerCase());
  else if (typed !== undefined) suggestMembers(typed);
  else set(null);
}

function suggestMembers(typed: string): void {
  const members = (state.place?.members ?? []).filter(({ name }) => name.toLowerCase().startsWith(typed));
  // The bot comes first: it is the one whom people here want to reach.
  const items = [...members]
    .sort((a, b) => Number(b.bot) - Number(a.bot))
    .map(({ name, bot, roles }) => ({
      label: `@${name}`,
      detail: bot ? 'Bot' : (roles[0] ?? 'Member'),
      take: { kind: 'mention', name } as const,
    }));
  set(items.length === 0 ? null : { title: 'Members', items, active: 0, waiting: false });
}

function suggestCommands(typed: string): void {
  const starting = leaves().filter(({ name }) => name.startsWith(typed));
  const containing = leaves().filter(({ name }) => !name.startsWith(typed) && name.includes(typed));
  const items = [...starting, ...containing].map((leaf) => ({
    label: `/${leaf.name}`,
    detail: leaf.description,
    take: { kind: 'command', leaf } as const,
  }));
  set(items.length === 0 ? null : { title: 'Commands', items, active: 0, waiting: false });
}

/** Offers what the option takes: its choices, the bot's own for what stands there, members, channels or roles. */
export function suggestForOption(draft: Extract<Draft, { mode: 'command' }>, option: CommandOption): void {
  asked += 1;
  const typed = draft.filled[option.name]?.shown ?? '';
  if (option.autocomplete) {
    void askBot(draft, option.name, asked);
    return;
  }
  const all = fixedChoices(option);
  const fitting = all.filter(({ shown }) => shown.toLowerCase().includes(typed.toLowerCase()));
  set(fitting.length === 0 ? null : asSuggestions(option, fitting, 0));
}

function fixedChoices({ type, choices, channel_types }: CommandOption): Filled[] {
  const { place } = state;
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined, sign: string) =>
    (list ?? []).map(({ id, name }) => ({ shown: `${sign}${name.replace(/^@/, '')}`, value: id }));
  if (choices?.length) return choices.map(({ name, value }) => ({ shown: name, value }));
  if (type === BOOLEAN) return [true, false].map((value) => ({ shown: value ? 'True' : 'False', value }));
  if (type === USER) return named(place?.members, '@');
  if (type === CHANNEL) {
    const fitting = (place?.channels ?? []).filter(
      ({ kind }) =>
        kind !== 'direct' && (channel_types ?? [CHANNEL_TYPES[kind]]).includes(CHANNEL_TYPES[kind]),
    );
    return named(fitting, '#');
  }
  if (type === ROLE) return named(place?.roles, '@');
  if (type === MENTIONABLE) return [...named(place?.members, '@'), ...named(place?.roles, '@')];
  return [];
}

async function askBot(
  draft: Extract<Draft, { mode: 'command' }>,
  focused: string,
  number: number,
): Promise<void> {
  const option = draft.leaf.options.find(({ name }) => name === focused);
  if (option === undefined) return;
  set({ title: optionTitle(option), items: shown?.items ?? [], active: -1, waiting: true });
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  if (number !== asked) return;
  const options = Object.fromEntries(
    Object.entries(draft.filled).map(([name, { shown, value }]) => [name, value ?? shown]),
  );
  const outcome = await act({
    kind: 'autocomplete',
    channel: state.channel,
    name: draft.leaf.name,
    options: { [focused]: '', ...options },
    focused,
  });
  if (number !== asked) return;
  const choices = (outcome.choices ?? []).map(({ name, value }) => ({ shown: name, value }));
  // None is marked: Enter sends what was typed, for the bot takes more than it suggests.
  set(asSuggestions(option, choices, -1));
}

function asSuggestions(option: CommandOption, choices: readonly Filled[], active: number): Suggestions {
  const items = choices.map((filled) => ({
    label: filled.shown,
    detail: '',
    take: { kind: 'choice', option: option.name, filled } as const,
  }));
  return { title: optionTitle(option), items, active, waiting: false };
}

function optionTitle({ name, description }: CommandOption): string {
  return `${name}: ${description}`;
}
