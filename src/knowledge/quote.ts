/** A stretch of a release's text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

declare const sliced: unique symbol;

/**
 * Words that stand in a release, with where they stand. The brand is private to this file, so
 * `quoteFrom` is the only way to get one: whatever is shown as a fact is a slice of a release.
 */
export interface Quote extends Span {
  /** Id of the release that was sliced. */
  readonly release: string;
  readonly text: string;
  readonly [sliced]: true;
}

/** What a quote is cut from: whatever holds a release's id and whole text. */
export interface QuoteSource {
  readonly id: string;
  readonly text: string;
}

/**
 * Slices `source.text` from `start` to `end`.
 * @throws RangeError when the span is empty, leaves the text, or cuts a surrogate pair in two.
 */
export function quoteFrom(source: QuoteSource, start: number, end: number): Quote {
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= source.text.length;
  if (!inside || start >= end) {
    throw new RangeError(`no quote from ${start} to ${end} in ${source.id} (${source.text.length} units)`);
  }
  if (splitsPair(source.text, start) || splitsPair(source.text, end)) {
    throw new RangeError(`quote from ${start} to ${end} in ${source.id} splits a surrogate pair`);
  }
  const text = source.text.slice(start, end);
  return { release: source.id, start, end, text } as Quote;
}

/** The span without leading and trailing white space (NBSP included); undefined when nothing is left. */
export function trimSpan(text: string, span: Span): Span | undefined {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start < end ? { start, end } : undefined;
}

function isSpace(text: string, index: number): boolean {
  return /[\s\u00a0\u200b\ufeff]/.test(text.charAt(index));
}

function splitsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
