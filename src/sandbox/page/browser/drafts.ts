import type { ApplicationCommand, CommandOption } from '../../world/model.ts';
import type { ChannelView } from '../protocol.ts';
import { change, state } from './state.ts';

/** A slash command as it is typed: a subcommand stands for itself ("announcements subscribe"). */
export interface Leaf {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

/** What stands in an option: the words shown, and the value behind them where a choice was picked. */
export interface Filled {
  readonly shown: string;
  readonly value?: string | number | boolean;
}

/** What stands in the composer of a channel. */
export type Draft =
  | { readonly mode: 'text'; readonly text: string }
  | {
      readonly mode: 'command';
      readonly leaf: Leaf;
      readonly filled: Readonly<Record<string, Filled>>;
      /** The option that keeps the command from being sent, and why. */
      readonly fault?: { readonly option: string; readonly words: string };
    };

const SLASH = 1;
const EMPTY: Draft = { mode: 'text', text: '' };

export function currentChannel(): ChannelView | undefined {
  return state.place?.channels.find(({ id }) => id === state.channel);
}

export function draft(): Draft {
  return state.drafts.get(state.channel) ?? EMPTY;
}

export function setDraft(next: Draft): void {
  change((now) => void now.drafts.set(now.channel, next));
}

export function clearDraft(): void {
  change((now) => {
    now.drafts.delete(now.channel);
    now.replies.delete(now.channel);
  });
}

/** The slash commands that the person is offered in the open channel. */
export function leaves(): readonly Leaf[] {
  return (currentChannel()?.commands ?? []).filter(({ type }) => type === SLASH).flatMap(leavesOf);
}

function leavesOf({
  name,
  description,
  options,
}: Pick<ApplicationCommand, 'name' | 'description' | 'options'>): Leaf[] {
  const inner = options.filter(({ type }) => type <= 2);
  if (inner.length === 0) return [{ name, description, options }];
  return inner.flatMap((option) =>
    leavesOf({
      name: `${name} ${option.name}`,
      description: option.description,
      options: option.options ?? [],
    }),
  );
}

/** The command that a line such as "/abstract C-CAR088" names, and the words after its name. */
export function readLine(text: string): { leaf: Leaf; rest: string } | undefined {
  if (!text.startsWith('/')) return undefined;
  const line = text.slice(1);
  const named = leaves().filter(({ name }) => line === name || line.startsWith(`${name} `));
  const leaf = named.sort((a, b) => b.name.length - a.name.length)[0];
  return leaf && { leaf, rest: line.slice(leaf.name.length).trim() };
}

/** A command with the words put into its first option. */
export function commandDraft(leaf: Leaf, rest = ''): Draft {
  const first = leaf.options[0];
  return { mode: 'command', leaf, filled: first && rest !== '' ? { [first.name]: { shown: rest } } : {} };
}
