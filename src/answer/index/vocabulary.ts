import { stem } from '../text/stem.ts';

/** Every word of the loaded releases once, with its stem; ids are small integers for typed arrays. */
export interface Vocabulary {
  /** Id of a stem, added when new. */
  readonly stemId: (form: string) => number;
  /** Id of a stem that some release contains, else undefined. */
  readonly find: (stemmed: string) => number | undefined;
  readonly stemText: (id: number) => string;
  readonly size: () => number;
  /** Words as written (folded) that share the most trigrams with `form`: candidates for a repair. */
  readonly lookAlikes: (form: string, limit: number, accept: (word: string) => boolean) => string[];
  readonly hasWord: (form: string) => boolean;
}

export function createVocabulary(): Vocabulary {
  const idOfStem = new Map<string, number>();
  const stems: string[] = [];
  const idOfWord = new Map<string, number>();
  const words: string[] = [];
  const stemOfWord: number[] = [];
  const wordsByTrigram = new Map<string, number[]>();

  function stemId(form: string): number {
    const knownWord = idOfWord.get(form);
    if (knownWord !== undefined) return stemOfWord[knownWord] ?? 0;
    const stemmed = stem(form);
    let id = idOfStem.get(stemmed);
    if (id === undefined) {
      id = stems.length;
      idOfStem.set(stemmed, id);
      stems.push(stemmed);
    }
    const word = words.length;
    idOfWord.set(form, word);
    words.push(form);
    stemOfWord.push(id);
    // Words with digits are never repaired, so they need no trigrams.
    if (!/\d/.test(form) && form.length >= 3) {
      for (const trigram of trigrams(form)) {
        const list = wordsByTrigram.get(trigram);
        if (list === undefined) wordsByTrigram.set(trigram, [word]);
        else list.push(word);
      }
    }
    return id;
  }

  function lookAlikes(form: string, limit: number, accept: (word: string) => boolean): string[] {
    const shared = new Map<number, number>();
    for (const trigram of trigrams(form)) {
      for (const word of wordsByTrigram.get(trigram) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    }
    return [...shared]
      .filter(
        ([word]) => Math.abs((words[word]?.length ?? 0) - form.length) <= 2 && accept(words[word] ?? ''),
      )
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([word]) => words[word] ?? '');
  }

  return {
    stemId,
    find: (stemmed) => idOfStem.get(stemmed),
    stemText: (id) => stems[id] ?? '',
    size: () => stems.length,
    lookAlikes,
    hasWord: (form) => idOfWord.has(form),
  };
}

/** Trigrams of a word with its ends marked, so that first and last letters weigh more. */
export function trigrams(form: string): Set<string> {
  const padded = `^${form}$`;
  const found = new Set<string>();
  for (let index = 0; index + 3 <= padded.length; index += 1) found.add(padded.slice(index, index + 3));
  return found;
}
