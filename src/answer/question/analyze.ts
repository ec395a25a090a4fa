import { type Alternative, isLexiconWord, phraseStems, rulesFor } from '../lexicon/compile.ts';
import { englishLevel } from '../lexicon/english.ts';
import { ASKING_WORDS, FUNCTION_WORDS, LIGHT_WORDS, SOFT_WORDS } from '../lexicon/light.ts';
import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { arabicPhases, tokenize } from '../text/tokens.ts';
import { type Wanted, wantedBy } from './asked.ts';
import { codeParts, sameCode } from './codes.ts';
import { readWord, type SpellingScope } from './spelling.ts';

/** A word or phrase of the question that an answer has to account for. */
export interface Unit {
  /** As the user typed it, for a refusal. */
  readonly typed: string;
  readonly alternatives: readonly Alternative[];
  readonly weight: number;
  /** A name, code, number or acronym: nothing else can stand in for it. */
  readonly critical: boolean;
  /** Critical, or a concept whose usual words we know: a passage with none of them does not speak of it. */
  readonly required: boolean;
  /** The product or company asked about, rather than what is asked of it. */
  readonly subject: boolean;
  /** Units of one group are the sides of "A or B": one of them is enough. */
  readonly group?: number;
  /** Which side of "or" it stands on: all units of a side go together. */
  readonly side?: 'left' | 'right';
}

export interface Question {
  readonly text: string;
  /** Folded, slips repaired: what the patterns of asking are matched against. */
  readonly read: string;
  readonly units: readonly Unit[];
  readonly wanted: Wanted;
  /** For "how many X": the unit X. */
  readonly counted?: number;
  /** Code-like words that no release in scope contains, as typed and as keys. */
  readonly unknownCodes: readonly { readonly typed: string; readonly key: string }[];
}

/** What the releases in scope know, as far as reading a question needs it. */
export interface ReadingScope extends SpellingScope {
  readonly hasStem: (stemmed: string) => boolean;
  /** Folded keys of the product codes in scope. */
  readonly codes: readonly string[];
  /** Phrases of the scope with these initials, as stems. */
  readonly spelledOut: (letters: string) => readonly (readonly string[])[];
  /** Meanings and short forms that the releases in scope define, by the stems of the other. */
  readonly defined: ReadonlyMap<string, readonly (readonly string[])[]>;
}

interface Word {
  readonly typed: string;
  /** The whole question, and where in it the word stands. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly stem: string;
  readonly quality: number;
  readonly capital: boolean;
  readonly acronym: boolean;
  /** Joined to the word before by a hyphen. */
  readonly joined: boolean;
}

/** More words than this are not a question; the rest is not read. */
const MAX_WORDS = 60;
const WEIGHT = {
  code: 2,
  acronym: 1.5,
  name: 1.4,
  rare: 1.3,
  usual: 1,
  common: 0.85,
  soft: 0.45,
  asking: 0.3,
  light: 0.15,
} as const;

/** Reads a question against what the releases in scope contain. Never throws. */
export function analyze(text: string, scope: ReadingScope): Question {
  const words = readWords(text, scope);
  const read = words.map((word) => word.form).join(' ');
  const asked = `${read}${/=\s*\?*\s*$/.test(text) ? ' =?' : ''}${/^\s*#/.test(text) ? ' number of' : ''}`;
  const wanted = wantedBy(asked);
  const units: Unit[] = [];
  const unknownCodes: { typed: string; key: string }[] = [];
  const places: number[] = [];
  let index = 0;
  while (index < words.length) {
    const code = codeAt(words, index, scope);
    if (code !== undefined) {
      if (!code.known) unknownCodes.push({ typed: code.typed, key: code.key });
      const keys = code.known ? code.keys : [code.key];
      const alternatives = keys.map((key) => ({ stems: [key], quality: 1 }));
      units.push({
        typed: code.typed,
        alternatives,
        weight: WEIGHT.code,
        critical: true,
        required: true,
        subject: true,
      });
      places.push(index);
      index += code.length;
      continue;
    }
    const { unit, length } = unitAt(words, index, scope);
    if (unit !== undefined) {
      units.push(unit);
      places.push(index);
    }
    index += length;
  }
  const counted = wanted.kind === 'count' ? countedUnit(units, places, words) : undefined;
  // Whoever is treated, attends or invests is people: only a count of them has to find them.
  units.forEach((unit, at) => {
    if (at !== counted && PEOPLE.test(unit.typed))
      units[at] = { ...unit, weight: WEIGHT.soft, required: false };
  });
  return {
    text,
    read,
    units: withGroups(units, places, words),
    wanted,
    ...(counted === undefined ? {} : { counted }),
    unknownCodes,
  };
}

const PEOPLE = /^(?:people|persons?|patients?|folks|subjects?|participants?|investors?|individuals?)$/i;

/** The thing counted: the first weighty unit after "how many" or "number of", else the first of all. */
function countedUnit(
  units: readonly Unit[],
  places: readonly number[],
  words: readonly Word[],
): number | undefined {
  const asking = words.findIndex((word) => word.form === 'many' || word.form === 'number');
  const after = units.findIndex(
    (unit, index) => (places[index] ?? 0) > asking && unit.weight > WEIGHT.asking,
  );
  return after < 0 ? undefined : after;
}

/** "FY2023" and "Q3'24" are a period and a year; nothing else with digits is taken apart. */
function separated(text: string): string {
  return text.replace(
    /\b(FY|[QH][1-4]|[1-4][QH])['\u2019]?(\d{2}(?:\d{2})?)\b/gi,
    (_, period: string, year: string) => {
      const named = /^\d/.test(period) ? `${period.charAt(1)}${period.charAt(0)}` : period;
      return `${named} ${year.length === 2 ? `20${year}` : year}`;
    },
  );
}

function readWords(text: string, scope: ReadingScope): Word[] {
  const source = separated(text);
  const tokens = arabicPhases(tokenize(source)).slice(0, MAX_WORDS);
  const words: Word[] = [];
  tokens.forEach((token, index) => {
    const typed = source.slice(token.start, token.end);
    const acronym = /^[A-Z][A-Z0-9&]{1,6}s?$/.test(typed) && text !== text.toUpperCase();
    const next = tokens[index + 1]?.form ?? '';
    const first =
      index === 0 &&
      /^(?:were|we're|wear)$/.test(token.form) &&
      /^(?:is|are|was|the|do|does|did|can)$/.test(next);
    const reading = first ? { forms: ['where'], quality: 1 } : readWord(token.form, scope);
    for (const form of reading.forms) {
      words.push({
        typed,
        source,
        start: token.start,
        end: token.end,
        form,
        stem: stem(form),
        quality: reading.quality,
        capital: token.capital,
        joined: token.joined && /-$/.test(source.slice(0, token.start)),
        acronym,
      });
    }
  });
  return words;
}

interface CodeFound {
  readonly typed: string;
  readonly key: string;
  readonly keys: readonly string[];
  readonly length: number;
  readonly known: boolean;
}

/** The longest run of words that, written together, is a code of the releases; else a single word that looks like one. */
function codeAt(words: readonly Word[], start: number, scope: ReadingScope): CodeFound | undefined {
  for (let length = Math.min(4, words.length - start); length >= 1; length -= 1) {
    const run = words.slice(start, start + length);
    const key = run.map((word) => word.form).join('');
    if (!/\d/.test(key) || run.some((word) => FUNCTION_WORDS.has(word.form) && word.form.length > 1))
      continue;
    const typed = typedAs(run);
    const keys = scope.codes.filter((code) => sameCode(code, key));
    if (keys.length > 0) return { typed, key, keys, length, known: true };
    if (length === 1 && /^\d{3,}$/.test(key)) {
      const bySuffix = scope.codes.filter(
        (code) => codeParts(code)?.digits === key && codeParts(code)?.tail === '',
      );
      if (bySuffix.length === 1) return { typed, key, keys: bySuffix, length, known: true };
    }
  }
  return nearMissAt(words, start, scope);
}

/** Words that together have the letters of a known code but other digits: a near miss, never a match. */
function nearMissAt(words: readonly Word[], start: number, scope: ReadingScope): CodeFound | undefined {
  for (let length = Math.min(3, words.length - start); length >= 1; length -= 1) {
    const run = words.slice(start, start + length);
    const key = run.map((word) => word.form).join('');
    const parts = codeParts(key);
    if (parts === undefined || scope.hasStem(key)) continue;
    const near = scope.codes.some((code) => codeParts(code)?.letters === parts.letters);
    if (near) return { typed: typedAs(run), key, keys: [], length, known: false };
  }
  return undefined;
}

/** "CLS-TA": capitals joined by hyphens name one thing; its parts alone are not it. */
function hyphenatedNameAt(words: readonly Word[], start: number): { unit: Unit; length: number } | undefined {
  let end = start + 1;
  while (words[end]?.joined === true) end += 1;
  const run = words.slice(start, end);
  const capitals = run.every((word) => /^[A-Z0-9]+$/.test(word.typed));
  if (run.length < 2 || !capitals || run.every((word) => word.typed.length < 2)) return undefined;
  if (rulesFor(run[0]?.stem ?? '').some((rule) => rule.trigger.length === run.length)) return undefined;
  const typed = run.map((word) => word.typed).join('-');
  const alternatives = [{ stems: [stem(run.map((word) => word.form).join(''))], quality: 1 }];
  return {
    unit: { typed, alternatives, weight: WEIGHT.acronym, critical: true, required: true, subject: false },
    length: run.length,
  };
}

function unitAt(
  words: readonly Word[],
  start: number,
  scope: ReadingScope,
): { unit: Unit | undefined; length: number } {
  const first = words[start];
  if (first === undefined) return { unit: undefined, length: 1 };
  const joined = hyphenatedNameAt(words, start) ?? joinedAt(words, start, scope);
  if (joined !== undefined) return joined;
  for (const rule of rulesFor(first.stem)) {
    const run = words.slice(start, start + rule.trigger.length);
    if (run.length < rule.trigger.length || rule.trigger.some((stemmed, at) => run[at]?.stem !== stemmed))
      continue;
    if (run.length === 1 && isCountry(first) === false) continue;
    return { unit: unitOf(run, rule.alternatives, scope), length: run.length };
  }
  if (FUNCTION_WORDS.has(first.form) && !first.acronym) return { unit: undefined, length: 1 };
  if (isCountry(first) === false) return { unit: undefined, length: 1 };
  return { unit: unitOf([first], [], scope), length: 1 };
}

/** "us" is the country only when written so ("US", "U.S.") or after "the" or "in", which the caller has dropped. */
function isCountry(word: Word): boolean | undefined {
  return word.form === 'us' ? /[A-Z]/.test(word.typed) : undefined;
}

/** Two or three words that the releases write as one: "bi specific", "web site". */
function joinedAt(
  words: readonly Word[],
  start: number,
  scope: ReadingScope,
): { unit: Unit; length: number } | undefined {
  for (let length = 3; length >= 2; length -= 1) {
    const run = words.slice(start, start + length);
    if (run.length < length) continue;
    const key = run.map((word) => word.form).join('');
    const apart = run.every((word) => scope.hasStem(word.stem));
    if (key.length < 5 || apart || !scope.hasWord(key)) continue;
    return {
      unit: unitOf([{ ...(run[0] as Word), typed: typedAs(run), form: key, stem: stem(key) }], [], scope),
      length,
    };
  }
  return undefined;
}

function unitOf(run: readonly Word[], synonyms: readonly Alternative[], scope: ReadingScope): Unit {
  const stems = run.map((word) => word.stem);
  const quality = Math.min(...run.map((word) => word.quality));
  const own: Alternative = { stems, quality };
  const content = stems.filter((_, at) => !FUNCTION_WORDS.has(run[at]?.form ?? ''));
  const usable = synonyms.filter((synonym) => synonym.stems.some((stemmed) => !FUNCTION_WORDS.has(stemmed)));
  const alternatives: Alternative[] = [
    own,
    ...usable.map((synonym) => ({ ...synonym, quality: synonym.quality * quality })),
  ];
  // A phrase that asks ("how far along") may also be met by its words alone, unless it is all function words.
  if (content.length > 0 && content.length < stems.length)
    alternatives.push({ stems: content, quality: quality * 0.8 });
  for (const meaning of scope.defined.get(stems.join(' ')) ?? [])
    alternatives.push({ stems: meaning, quality: 0.97 });
  const short = run.length === 1 ? run[0]?.form : undefined;
  if (short !== undefined && isAbbreviation(short, scope)) {
    for (const phrase of scope.spelledOut(short)) alternatives.push({ stems: phrase, quality: SPELLED_OUT });
  }
  return {
    typed: typedAs(run),
    alternatives,
    ...importance(run, usable.length > 0),
  };
}

/** A phrase found by its initials alone. */
const SPELLED_OUT = 0.8;

/** The words as the user wrote them, hyphens included. */
function typedAs(run: readonly Word[]): string {
  const first = run[0];
  const last = run.at(-1);
  return first === undefined || last === undefined ? '' : first.source.slice(first.start, last.end);
}

/** Two to five letters that are no English word and that the releases do not use themselves. */
function isAbbreviation(form: string, scope: ReadingScope): boolean {
  return /^[a-z]{2,5}$/.test(form) && !scope.hasStem(stem(form)) && (englishLevel(form) ?? 60) > 35;
}

type Importance = Pick<Unit, 'weight' | 'critical' | 'required' | 'subject'>;

function importance(run: readonly Word[], hasSynonyms: boolean): Importance {
  const { weight, critical } = weightOf(run, hasSynonyms);
  // A phrase of ours that is made of soft words ("the point") is meant.
  const phrase = hasSynonyms && run.length > 1;
  const soft =
    !critical && !phrase && run.every((word) => SOFT_WORDS.has(word.form) || FUNCTION_WORDS.has(word.form));
  return {
    weight: soft ? Math.min(weight, WEIGHT.soft) : weight,
    critical,
    required: critical || (!soft && weight >= WEIGHT.common),
    subject: false,
  };
}

function weightOf(run: readonly Word[], hasSynonyms: boolean): { weight: number; critical: boolean } {
  const word = run[0];
  if (word === undefined) return { weight: 0, critical: false };
  const light = run.every((one) => LIGHT_WORDS.has(one.form) || FUNCTION_WORDS.has(one.form));
  if (light && !(run.length > 1)) return { weight: WEIGHT.light, critical: false };
  if (run.every((one) => ASKING_WORDS.has(one.form))) return { weight: WEIGHT.asking, critical: false };
  if (/\d/.test(word.form)) return { weight: WEIGHT.name, critical: true };
  if (hasSynonyms) return { weight: WEIGHT.usual, critical: false };
  if (word.acronym) return { weight: WEIGHT.acronym, critical: true };
  const level = englishLevel(word.form);
  if (level === undefined)
    return {
      weight: isLexiconWord(word.form) ? WEIGHT.usual : WEIGHT.rare,
      critical: !isLexiconWord(word.form),
    };
  if (level <= 10) return { weight: WEIGHT.common, critical: false };
  return { weight: level <= 20 ? WEIGHT.usual : WEIGHT.rare, critical: level > 20 };
}

/** Marks the units that stand on either side of "or". */
function withGroups(units: readonly Unit[], places: readonly number[], words: readonly Word[]): Unit[] {
  let marked = [...units];
  words.forEach((word, at) => {
    if (word.form !== 'or') return;
    const left = lastBefore(places, at);
    const right = places.findIndex((place) => place > at);
    if (left < 0 || right < 0) return;
    const sides = new Set([left]);
    // All content words right after "or", up to the next function word, are the other side.
    for (let unit = right; unit < places.length; unit += 1) {
      const from = unit === right ? at + 1 : (places[unit - 1] ?? 0) + 1;
      const gap = words.slice(from, places[unit]).some((between) => FUNCTION_WORDS.has(between.form));
      if (unit > right && gap) break;
      sides.add(unit);
    }
    marked = marked.map((unit, index) =>
      sides.has(index) ? { ...unit, group: at, side: index === left ? 'left' : 'right' } : unit,
    );
  });
  return marked;
}

function lastBefore(places: readonly number[], at: number): number {
  let found = -1;
  places.forEach((place, index) => {
    if (place < at) found = index;
  });
  return found;
}

/** The folded question, for patterns that are matched before anything is known of the releases. */
export function foldQuestion(text: string): string {
  return fold(text);
}

export { phraseStems };
