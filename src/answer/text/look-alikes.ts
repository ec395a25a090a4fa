/** Words with the letters they are made of, to tell most of them from a misspelt one without comparing letter by letter. */
export interface WordList {
  readonly words: readonly string[];
  readonly letters: Uint32Array;
}

/** Words that can be two slips from another: those of four letters and more, without digits. */
export function wordList(words: Iterable<string>): WordList {
  const usable = [...new Set(words)].filter((word) => word.length >= 4 && !/\d/.test(word));
  return { words: usable, letters: Uint32Array.from(usable, lettersOf) };
}

/** A slip changes at most two letters: one goes and one comes. Two slips change four. */
const MOST_CHANGED = 4;

/** The words that may be up to two slips from `form`; swapped letters keep them in, which trigrams do not. */
export function alike(form: string, { words, letters }: WordList): string[] {
  const own = lettersOf(form);
  return words.filter(
    (word, at) => Math.abs(word.length - form.length) <= 2 && bits((letters[at] ?? 0) ^ own) <= MOST_CHANGED,
  );
}

function lettersOf(word: string): number {
  let found = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) found |= 1 << letter;
  }
  return found >>> 0;
}

function bits(value: number): number {
  let rest = value >>> 0;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
