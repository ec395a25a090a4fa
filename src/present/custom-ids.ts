import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Release } from '../knowledge/model.ts';
import type { Quote, Span } from '../knowledge/quote.ts';
import { LIMITS } from './limits.ts';

/**
 * What a button or a menu entry does. All of it stands in its custom id, so that buttons go on working
 * after a restart; the version in front lets a later bot recognise the buttons of an earlier one.
 */
export type Action =
  /** Shows the spans within their paragraphs; `subject` is what a follow-up question is about. */
  | {
      readonly kind: 'context';
      readonly release: string;
      readonly spans: readonly Span[];
      readonly subject?: Span;
    }
  /** Opens the full text at a page, counted from 0. */
  | { readonly kind: 'page'; readonly release: string; readonly page: number }
  /** Turns the page in the message that holds the button. */
  | { readonly kind: 'turn'; readonly release: string; readonly page: number }
  /** Shows the abstract of the candidate that stands at `at`. */
  | { readonly kind: 'abstract'; readonly release: string; readonly at: Span }
  /** Defines the term that stands at `at`. */
  | { readonly kind: 'define'; readonly release: string; readonly at: Span }
  /** Asks the message's question again about the name that stands at `at`. */
  | { readonly kind: 'ask'; readonly release: string; readonly at: Span }
  /** Opens a form for a question about the release; the announcement marks the message as its own. */
  | { readonly kind: 'about'; readonly release: string; readonly announcement: string }
  /** Runs a command for the issuer of the release. */
  | { readonly kind: 'command'; readonly release: string; readonly command: string };

const VERSION = 'v1';
const TAGS = {
  context: 'ctx',
  page: 'page',
  turn: 'turn',
  abstract: 'abs',
  define: 'def',
  ask: 'ask',
  about: 'about',
  command: 'cmd',
} as const;

/** The custom id of a menu whose entries carry actions as their values. */
export const MENU_ID = `${VERSION}:menu`;

/** The action as a custom id of at most 100 characters; long lists of spans are merged into one. */
export function encodeAction(action: Action): string {
  const id = join(action);
  if (id.length <= LIMITS.customId || action.kind !== 'context') return id;
  const start = Math.min(...action.spans.map((span) => span.start));
  const end = Math.max(...action.spans.map((span) => span.end));
  return join({ ...action, spans: [{ start, end }] });
}

/** The action of a custom id or menu value; undefined for what no version of this bot has made. */
export function decodeAction(id: string): Action | undefined {
  const [version, tag, release, what, subject, ...rest] = id.split(':');
  if (version !== VERSION || rest.length > 0) return undefined;
  const parsed = actionSchema.safeParse({ tag, release, what, subject });
  return parsed.success ? parsed.data : undefined;
}

/** The release's id where it is short and plain, else a hash of it: how custom ids name a release. */
export function releaseKey(id: string): string {
  if (/^[\w.-]{1,32}$/.test(id)) return id;
  return `~${createHash('sha256').update(id).digest('base64url').slice(0, 16)}`;
}

/** The release that a custom id names, among those given (the published ones). */
export function releaseByKey(key: string, releases: readonly Release[]): Release | undefined {
  return releases.find((release) => releaseKey(release.id) === key);
}

/** A custom id for *Show in context* of the quotes, which all stand in one release. */
export function contextId(quotes: readonly Quote[], subject?: Span): string | undefined {
  const first = quotes[0];
  if (first === undefined) return undefined;
  const spans = quotes.map(({ start, end }) => ({ start, end }));
  const action: Action = { kind: 'context', release: first.release, spans };
  return encodeAction(subject === undefined ? action : { ...action, subject });
}

function join(action: Action): string {
  const head = [VERSION, TAGS[action.kind], releaseKey(action.release)];
  switch (action.kind) {
    case 'context':
      return [
        ...head,
        action.spans.map(spell).join('.'),
        ...(action.subject ? [spell(action.subject)] : []),
      ].join(':');
    case 'page':
    case 'turn':
      return [...head, action.page].join(':');
    case 'command':
      return [...head, action.command].join(':');
    case 'about':
      return [...head, action.announcement].join(':');
    default:
      return [...head, spell(action.at)].join(':');
  }
}

function spell(span: Span): string {
  return `${span.start}-${span.end}`;
}

const spanSchema = z
  .string()
  .regex(/^\d{1,9}-\d{1,9}$/)
  .transform((text): Span => {
    const [start = 0, end = 0] = text.split('-').map(Number);
    return { start, end };
  })
  .refine((span) => span.start < span.end);

const release = z.string().regex(/^[\w.~-]{1,40}$/);
const pageNumber = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const atSpan = { release, what: spanSchema, subject: z.undefined() };

const actionSchema = z.discriminatedUnion('tag', [
  z
    .object({
      tag: z.literal(TAGS.context),
      release,
      what: z
        .string()
        .transform((text) => text.split('.'))
        .pipe(z.array(spanSchema).min(1)),
      subject: spanSchema.optional(),
    })
    .transform(
      ({ release, what, subject }): Action => ({
        kind: 'context',
        release,
        spans: what,
        ...(subject ? { subject } : {}),
      }),
    ),
  z
    .object({ tag: z.literal(TAGS.page), release, what: pageNumber, subject: z.undefined() })
    .transform(({ release, what }): Action => ({ kind: 'page', release, page: what })),
  z
    .object({ tag: z.literal(TAGS.turn), release, what: pageNumber, subject: z.undefined() })
    .transform(({ release, what }): Action => ({ kind: 'turn', release, page: what })),
  z
    .object({
      tag: z.literal(TAGS.command),
      release,
      what: z.string().regex(/^[a-z-]{1,32}$/),
      subject: z.undefined(),
    })
    .transform(({ release, what }): Action => ({ kind: 'command', release, command: what })),
  z
    .object({
      tag: z.literal(TAGS.about),
      release,
      what: z.string().regex(/^[\w-]{1,32}$/),
      subject: z.undefined(),
    })
    .transform(({ release, what }): Action => ({ kind: 'about', release, announcement: what })),
  z
    .object({ tag: z.literal(TAGS.abstract), ...atSpan })
    .transform(({ release, what }): Action => ({ kind: 'abstract', release, at: what })),
  z
    .object({ tag: z.literal(TAGS.define), ...atSpan })
    .transform(({ release, what }): Action => ({ kind: 'define', release, at: what })),
  z
    .object({ tag: z.literal(TAGS.ask), ...atSpan })
    .transform(({ release, what }): Action => ({ kind: 'ask', release, at: what })),
]);
