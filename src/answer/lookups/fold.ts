import { fold, foldKey } from '../text/fold.ts';

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The runs of digits in a name: `["088"]`. Names whose runs differ are different things, never typos. */
export function digitRuns(text: string): string[] {
  return fold(text).match(/\p{N}+/gu) ?? [];
}

/** Whether two names hold the same runs of digits in the same order. */
export function sameDigits(a: string, b: string): boolean {
  return digitRuns(a).join(' ') === digitRuns(b).join(' ');
}

/** The letters of a name without its digits, folded. */
export function letters(text: string): string {
  return foldKey(text).replace(/\p{N}+/gu, '');
}

/** Whether the words of `phrase` stand in `text` one after another, compared folded. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const sought = foldWords(phrase);
  const words = foldWords(text);
  if (sought.length === 0) return false;
  return words.some((_, index) => sought.every((word, offset) => words[index + offset] === word));
}
