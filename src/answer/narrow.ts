import type { Release } from '../knowledge/model.ts';
import { type Quote, quoteFrom, trimSpan } from '../knowledge/quote.ts';
import { type Token, tokenize } from './text/tokens.ts';

/** Most characters of all quotes of an answer together (the design's rule). */
export const MOST_QUOTED = 600;
/** Two quotes are joined by three characters when their length is counted. */
export const JOINT = 3;
/** Longer sentences are cut to the clauses that answer. */
const READS_WELL = 600;

/** A clause ends with these outside brackets and quotation marks; no number or link contains them. */
const CLAUSE_END =
  /[;,](?=\s)(?!\s+(?:(?:19|20)\d\d\b|Inc|Ltd|LLC|L\.P|Corp|M\.?D|Ph\.?D|Jr))|\.(?=\s+[A-Z“"])|\s[—–]\s/g;

/**
 * The part of `quote` that holds the words at `positions` (token numbers) and satisfies `holds`, cut
 * at clause ends. The quote itself when it is short enough; undefined when no cut fits `limit`.
 */
export function narrowQuote(
  release: Release,
  quote: Quote,
  positions: readonly number[],
  holds: (text: string) => boolean,
  limit: number = MOST_QUOTED,
): Quote | undefined {
  if (quote.text.length <= Math.min(limit, READS_WELL)) return quote;
  const tokens = tokenize(quote.text);
  const wanted = positions.flatMap((position) => tokens[position] ?? []);
  const ends = clauseEnds(quote.text);
  const starts = wanted.length === 0 ? 0 : Math.min(...wanted.map((token) => token.start));
  const stops = wanted.length === 0 ? 0 : Math.max(...wanted.map((token) => token.end));
  let from = lastIndexAtMost(ends, starts);
  let to = ends.findIndex((end) => end >= stops);
  if (to <= from) to = from + 1;
  while (!holds(quote.text.slice(ends[from], ends[to])) && (from > 0 || to < ends.length - 1)) {
    if (to < ends.length - 1) to += 1;
    else from -= 1;
  }
  // A clause that reads alone wants its subject: take what stands before it while there is room.
  while (from > 0 && (ends[to] ?? 0) - (ends[from - 1] ?? 0) <= READS_WELL) from -= 1;
  const span = trimSpan(quote.text, { start: ends[from] ?? 0, end: ends[to] ?? quote.text.length });
  if (span === undefined || span.end - span.start > limit)
    return quote.text.length <= limit ? quote : fittingWindow(release, quote, ends, wanted, holds, limit);
  return quoteFrom(release, quote.start + span.start, quote.start + span.end);
}

/** The run of clauses within the limit that holds the most of the wanted words, at least half of them. */
function fittingWindow(
  release: Release,
  quote: Quote,
  ends: readonly number[],
  wanted: readonly Token[],
  holds: (text: string) => boolean,
  limit: number,
): Quote | undefined {
  let best: { readonly start: number; readonly end: number; readonly held: number } | undefined;
  for (const start of ends) {
    for (const end of ends) {
      if (end <= start || end - start > limit || !holds(quote.text.slice(start, end))) continue;
      const held = wanted.filter((token) => start <= token.start && token.end <= end).length;
      if (held * 2 >= wanted.length && held > (best?.held ?? 0)) best = { start, end, held };
    }
  }
  const span = best === undefined ? undefined : trimSpan(quote.text, best);
  return span === undefined
    ? undefined
    : quoteFrom(release, quote.start + span.start, quote.start + span.end);
}

/** Where clauses end, first and last character included; never inside brackets or quotation marks. */
function clauseEnds(text: string): number[] {
  const ends = [0];
  for (const match of text.matchAll(CLAUSE_END)) {
    const before = text.slice(0, match.index);
    const count = (pattern: RegExp): number => before.match(pattern)?.length ?? 0;
    const inBrackets = count(/[([（]/g) > count(/[)\]）]/g);
    const inQuotes = count(/“/g) > count(/”/g) || count(/"/g) % 2 === 1;
    if (!inBrackets && !inQuotes) ends.push(match.index + match[0].length);
  }
  return [...ends, text.length];
}

function lastIndexAtMost(sorted: readonly number[], value: number): number {
  let found = 0;
  sorted.forEach((one, index) => {
    if (one <= value) found = index;
  });
  return found;
}
