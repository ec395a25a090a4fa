import Fuse from 'fuse.js';
import { isLexiconWord, lexiconWords } from '../lexicon/compile.ts';
import { englishLevel } from '../lexicon/english.ts';
import { ASKING_WORDS, FUNCTION_WORDS, LIGHT_WORDS, SOFT_WORDS } from '../lexicon/light.ts';
import { slips } from '../text/edit-distance.ts';
import { alike, type WordList, wordList } from '../text/look-alikes.ts';
import { chatWord } from './chat.ts';

/** Words that a misspelt one may mean, as far as the releases in question contain them. */
export interface SpellingScope {
  readonly hasWord: (form: string) => boolean;
  readonly lookAlikes: (form: string, limit: number) => string[];
  /** Whether a code of the releases begins with these letters: "ccar" before "66" is no slip of a word. */
  readonly beginsCode: (letters: string) => boolean;
  /** All words of a small scope; none of a large one, where an abbreviation could stand for anything. */
  readonly words: () => readonly string[];
}

/** What a word of the question was read as. */
export interface Reading {
  readonly forms: readonly string[];
  /** 1 as written, less after a repair. */
  readonly quality: number;
}

const REPAIRED = 0.9;
const SHORTLIST = 24;
/** Commoner words are taken as meant: "patents" is never read as "patients". Rarer ones may be slips. */
const MEANT_LEVEL = 60;
/** A word that people seldom write, by the level of a dictionary. */
const RARE = 35;

/** Reads a folded word of a question: as it is, or as the one word it is most likely a slip of. Digits are never changed. */
export function readWord(form: string, scope: SpellingScope): Reading {
  const chat = chatWord(form);
  // A ticker may look like a chat word: then the releases have it, and not what it would stand for.
  if (chat !== undefined && (scope.hasWord(chat) || !scope.hasWord(form)))
    return { forms: [chat], quality: 1 };
  const asWritten: Reading = { forms: [form], quality: 1 };
  const plural = /^(\d+)s$/.exec(form)?.[1];
  if (plural !== undefined) return { forms: [plural], quality: 1 };
  if (/\d/.test(form) || form.length < 3 || scope.hasWord(form) || isLexiconWord(form)) return asWritten;
  if (scope.beginsCode(form)) return asWritten;
  const level = englishLevel(form);
  const meant = level !== undefined && level <= MEANT_LEVEL;
  // "intl" and "exp" are in word lists, but nobody means them as words of their own.
  const shortForm = form.length <= 5 && !meant ? abbreviated(form, scope) : undefined;
  const repaired = nearest(form, scope, meant) ?? nearestInflected(form, scope, meant) ?? shortForm;
  if (repaired !== undefined) return { forms: [repaired], quality: REPAIRED };
  if (meant) return asWritten;
  const parts = split(form, scope);
  if (parts !== undefined) return { forms: parts, quality: REPAIRED };
  const long = abbreviated(form, scope);
  return long === undefined ? asWritten : { forms: [long], quality: 0.8 };
}

/** "Univeristies" where the releases have "university": the slip is looked for in the word without its ending. */
function nearestInflected(form: string, scope: SpellingScope, meant: boolean): string | undefined {
  if (form.length < 7) return undefined;
  for (const [ending, instead] of ENDINGS) {
    if (!form.endsWith(ending)) continue;
    const found = nearest(`${form.slice(0, -ending.length)}${instead}`, scope, meant);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ENDINGS = [
  ['ies', 'y'],
  ['es', 'e'],
  ['s', ''],
  ['ing', 'e'],
  ['ing', ''],
  ['ed', 'e'],
  ['ed', ''],
] as const;

function nearest(form: string, scope: SpellingScope, meant: boolean): string | undefined {
  if (form.length < 3) return undefined;
  const allowed = (word: string): boolean => {
    const distance = slips(form, word);
    // So short a word is only read as one with a letter more: "cel", "mny".
    if (form.length === 3) return distance === 1 && word.length === 4;
    // A real English word may only be a swap of two letters away: "trails" for "trials".
    if (meant)
      return form.length >= 5 && distance === 1 && form.length === word.length && sameLetters(form, word);
    if (word.length < 4 || distance > 2) return false;
    // Short words are too easily two slips away from another: "costco", "costly".
    const long = Math.max(form.length, word.length) >= 7 && form.length >= 6 && word.length >= 6;
    return distance < 2 || (long && form[0] === word[0]);
  };
  const shortlist = scope.lookAlikes(form, SHORTLIST).filter(allowed);
  const best = closest(form, shortlist);
  const near = (word: string): boolean =>
    allowed(word) && (Math.max(form.length, word.length) >= 7 || slips(form, word) === 1);
  const own = closest(form, lexiconLookAlikes(form).filter(near), true);
  return likelier(form, best, own);
}

/** Of a word of the releases and one of asking, the one fewer slips away; the release's when they tie. */
function likelier(form: string, best: string | undefined, own: string | undefined): string | undefined {
  if (best === undefined || own === undefined) return best ?? own;
  const [far, near] = [slips(form, best), slips(form, own)];
  if (near !== far) return near < far ? own : best;
  // "whree" has the letters of "where", and only most of those of "three".
  const asks = FUNCTION_WORDS.has(own) || ASKING_WORDS.has(own);
  return asks && sameLetters(form, own) && !sameLetters(form, best) ? own : best;
}

/** The word that is the fewest slips away; of equals one with the same letters or more, then the commoner. */
function closest(form: string, words: readonly string[], own = false): string | undefined {
  if (words.length < 2) return words[0];
  const least = Math.min(...words.map((word) => slips(form, word)));
  const equals = words.filter((word) => slips(form, word) === least);
  const ranked = new Fuse(equals, { threshold: 0.6, ignoreLocation: false }).search(form);
  const place = new Map(ranked.map(({ item }, at) => [item, at]));
  const rank = (word: string): number =>
    (sameLetters(form, word) || undoubled(form) === undoubled(word)
      ? 0
      : word.length > form.length
        ? 100
        : 130) +
    (word[0] === form[0] ? 0 : 60) +
    (FUNCTION_WORDS.has(word) || ASKING_WORDS.has(word) ? 0 : 50) +
    // "Meda" is "media" rather than "medal"; the releases use rare words as often as common ones.
    (own && (englishLevel(word) ?? RARE) >= RARE ? 20 : 0) +
    Math.min(49, place.get(word) ?? 49);
  return [...equals].sort((a, b) => rank(a) - rank(b))[0];
}

let ownWords: WordList | undefined;

function lexiconLookAlikes(form: string): string[] {
  ownWords ??= wordList([
    ...lexiconWords(),
    ...FUNCTION_WORDS,
    ...LIGHT_WORDS,
    ...ASKING_WORDS,
    ...SOFT_WORDS,
  ]);
  return alike(form, ownWords);
}

/** "thermofischer": two words of the releases written together, one of them perhaps misspelt. */
function split(form: string, scope: SpellingScope): string[] | undefined {
  if (form.length < 7) return undefined;
  for (let at = 3; at <= form.length - 3; at += 1) {
    const left = form.slice(0, at);
    const right = form.slice(at);
    if (scope.hasWord(left) && scope.hasWord(right)) return [left, right];
  }
  for (let at = 4; at <= form.length - 4; at += 1) {
    const left = form.slice(0, at);
    const right = form.slice(at);
    if (scope.hasWord(left)) {
      const readRight = nearest(right, scope, false);
      if (readRight !== undefined) return [left, readRight];
    } else if (scope.hasWord(right)) {
      const readLeft = nearest(left, scope, false);
      if (readLeft !== undefined) return [readLeft, right];
    }
  }
  return undefined;
}

/** "tot" or "tgts": the first letters of a word, or its consonants in order. At least three letters. */
function abbreviated(form: string, scope: SpellingScope): string | undefined {
  if (form.length < 3 || form.length > 6) return undefined;
  const stands = (word: string): boolean =>
    word.length >= form.length + 2 && (word.startsWith(form) || skeleton(word, form));
  const shortest = (words: readonly string[]): string | undefined =>
    words.filter(stands).sort((a, b) => a.length - b.length || a.localeCompare(b))[0];
  return shortest(scope.words()) ?? shortest([...lexiconWords()]);
}

function skeleton(word: string, form: string): boolean {
  if (word[0] !== form[0] || word.at(-1) !== form.at(-1) || /[aeiou]/.test(form.slice(1, -1))) return false;
  let at = 0;
  for (const letter of word) if (letter === form[at]) at += 1;
  return at === form.length;
}

/** "Efects" is "effects" rather than "defects": a doubled letter is what people leave out most. */
function undoubled(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
