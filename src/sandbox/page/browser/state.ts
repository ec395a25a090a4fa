import type { Modal } from '../../world/model.ts';
import type { ExchangeDetail, ExchangeView, MessageView, PlaceView } from '../protocol.ts';
import type { Draft } from './drafts.ts';

/** A line that only this tab shows: an action that failed, or a hint. */
export interface Note {
  readonly id: number;
  readonly channel: string;
  readonly words: string;
  /** Offers to put this unanswered message to the bot. */
  readonly about?: string;
}

export interface State {
  connected: boolean;
  /** Null until the first snapshot. */
  place: PlaceView | null;
  /** By id, oldest first. */
  messages: Map<string, MessageView>;
  exchanges: ExchangeView[];
  details: Map<number, ExchangeDetail>;
  channel: string;
  drafts: Map<string, Draft>;
  /** The message being replied to, by channel. */
  replies: Map<string, string>;
  typing: Map<string, { readonly name: string; readonly until: number }>;
  unread: Set<string>;
  dismissed: Set<string>;
  notes: Note[];
  /** Custom ids of components whose action is under way, as "message/custom id". */
  pending: Set<string>;
  /** The open menu of a message, or the open select as "message/custom id". */
  menu: string | null;
  modal: { readonly interaction: string; readonly modal: Modal; readonly error?: string } | null;
  channelsOpen: boolean;
  side: 'members' | 'inspector' | null;
  onlyFaults: boolean;
  light: boolean;
  /** What the live region says. */
  announcement: string;
}

const isNarrow = matchMedia('(max-width: 900px)').matches;

export const state: State = {
  connected: false,
  place: null,
  messages: new Map(),
  exchanges: [],
  details: new Map(),
  channel: '',
  drafts: new Map(),
  replies: new Map(),
  typing: new Map(),
  unread: new Set(),
  dismissed: new Set(readList('dismissed')),
  notes: [],
  pending: new Set(),
  menu: null,
  modal: null,
  channelsOpen: false,
  side: isNarrow ? null : 'members',
  onlyFaults: false,
  light: remembered('theme', localStorage) === 'light' || prefersLight(),
  announcement: '',
};

let draw: () => void = () => {};
let due = false;

/** Changes the state and draws the page once, soon after. */
export function change(how: (state: State) => unknown): void {
  how(state);
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    draw();
  });
}

/** Sets these parts of the state and draws the page. */
export function patch(parts: Partial<State>): void {
  change((now) => Object.assign(now, parts));
}

/** Sets what draws the page. */
export function onChange(how: () => void): void {
  draw = how;
}

/** Adds a line to the open channel that no other tab sees. */
export function addNote(words: string, about?: string): void {
  change((now) => {
    now.notes = [
      ...now.notes.filter((note) => note.channel !== now.channel),
      { id: Date.now(), channel: now.channel, words, ...(about === undefined ? {} : { about }) },
    ];
    now.announcement = words;
  });
}

export function remember(key: string, value: string, where: Storage): void {
  try {
    where.setItem(`footnote-sandbox-${key}`, value);
  } catch {
    // A browser that stores nothing forgets at the next visit; nothing else is lost.
  }
}

export function remembered(key: string, where: Storage): string | null {
  try {
    return where.getItem(`footnote-sandbox-${key}`);
  } catch {
    return null;
  }
}

function readList(key: string): string[] {
  return (remembered(key, sessionStorage) ?? '').split(' ').filter(Boolean);
}

function prefersLight(): boolean {
  return remembered('theme', localStorage) === null && matchMedia('(prefers-color-scheme: light)').matches;
}
