import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';

/** Nothing said: every instance counts. */
export const NO_WORDS: ReadonlySet<string> = new Set();

const globalOf = new Map<RegExp, RegExp>();

/** The pattern made to find every place; made once. */
export function globally(pattern: RegExp): RegExp {
  const known = globalOf.get(pattern) ?? new RegExp(pattern.source, 'giu');
  globalOf.set(pattern, known);
  return known;
}

/** Where the pattern stands with a number or word that the question lacks. */
export function instances(pattern: RegExp, text: string, asked: ReadonlySet<string>): number[] {
  return [...text.matchAll(globally(pattern))]
    .filter(([found]) => tokenize(found).some(({ form }) => !asked.has(form) && !asked.has(stem(form))))
    .map(({ index }) => index);
}
