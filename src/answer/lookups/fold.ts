/**
 * A name with case, hyphens, spaces, dashes of all kinds, full-width forms and ®/™ folded away:
 * `C‑CAR088`, `c car 088` and `CCAR088` are one.
 */
export function foldName(text: string): string {
  return unmarked(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  return unmarked(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The runs of digits in a name: `["088"]`. Names whose runs differ are different things, never typos. */
export function digitRuns(text: string): string[] {
  return unmarked(text).match(/\p{N}+/gu) ?? [];
}

/** Whether two names hold the same runs of digits in the same order. */
export function sameDigits(a: string, b: string): boolean {
  return digitRuns(a).join(' ') === digitRuns(b).join(' ');
}

/** The letters of a name without its digits, folded. */
export function letters(text: string): string {
  return foldName(text).replace(/\p{N}+/gu, '');
}

/** Whether the words of `phrase` stand in `text` one after another, compared folded. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const sought = foldWords(phrase);
  const words = foldWords(text);
  if (sought.length === 0) return false;
  return words.some((_, index) => sought.every((word, offset) => words[index + offset] === word));
}

/** Changes of one character, and swaps of neighbours, that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1]?.[j] ?? 0;
      const diagonal = rows[i - 1]?.[j - 1] ?? 0;
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [above + 1, (row[j - 1] ?? 0) + 1, diagonal + (same ? 0 : 1)];
      if (swapped) costs.push((rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(Math.min(...costs));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function unmarked(text: string): string {
  return text
    .replace(/[®™©℠]|\((?:r|tm|sm)\)/gi, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
