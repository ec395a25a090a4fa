import { type Quote, type QuoteSource, quoteFrom, type Span, trimSpan } from './quote.ts';

/**
 * The quote between two offsets, without white space at its ends and never splitting a surrogate
 * pair; undefined when nothing is left. For offsets that come from pattern matches.
 */
export function cut(source: QuoteSource, start: number, end: number): Quote | undefined {
  const { text } = source;
  const low = insidePair(text, start) ? start - 1 : start;
  const high = insidePair(text, end) ? end + 1 : end;
  const span = trimSpan(text, { start: Math.max(0, low), end: Math.min(text.length, high) });
  return span === undefined ? undefined : quoteFrom(source, span.start, span.end);
}

/** As `cut`, for a span. */
export function cutSpan(source: QuoteSource, span: Span): Quote | undefined {
  return cut(source, span.start, span.end);
}

/** The quote of one group of a match made with the `d` flag on `source.text` from `offset`. */
export function cutGroup(
  source: QuoteSource,
  match: RegExpExecArray,
  group: string | number,
  offset = 0,
): Quote | undefined {
  const range = typeof group === 'number' ? match.indices?.[group] : match.indices?.groups?.[group];
  return range === undefined ? undefined : cut(source, range[0] + offset, range[1] + offset);
}

/** Leaves out fields that are undefined, so that absent stays absent. */
export function present<T extends object>(
  fields: {
    [K in keyof T]: T[K] | undefined;
  },
): T {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as T;
}

function insidePair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
