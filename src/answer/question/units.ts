import { type Alternative, isLexiconWord, rulesFor } from '../lexicon/compile.ts';
import { englishLevel } from '../lexicon/english.ts';
import { ASKING_WORDS, FUNCTION_WORDS, LIGHT_WORDS, SOFT_WORDS } from '../lexicon/light.ts';
import { stem } from '../text/stem.ts';
import { hyphenatedNameAt } from './code-units.ts';
import { type ReadingScope, type Unit, WEIGHT } from './question.ts';
import { typedAs, type Word } from './words.ts';

/** The unit that starts at a word and how many words it takes; none for words that claim nothing. */
export function unitAt(
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
    const unit = unitOf(run, rule.alternatives, scope);
    return { unit: rule.optional ? withParts(unit, run, scope) : unit, length: run.length };
  }
  if (FUNCTION_WORDS.has(first.form) && !first.acronym) return { unit: undefined, length: 1 };
  if (isCountry(first) === false) return { unit: undefined, length: 1 };
  return { unit: unitOf([first], [], scope), length: 1 };
}

/** A phrase that may be met by its weighty words one by one; one that has none claims nothing ("how soon"). */
function withParts(unit: Unit, run: readonly Word[], scope: ReadingScope): Unit {
  if (run.length === 1) return unit;
  const parts = run.flatMap((word) => {
    if (FUNCTION_WORDS.has(word.form) && !word.acronym) return [];
    const rule = rulesFor(word.stem).find(({ trigger }) => trigger.length === 1);
    const part = unitOf([word], rule?.alternatives ?? [], scope);
    return part.required ? [part] : [];
  });
  if (parts.length > 0) return { ...unit, parts };
  // "Laid off" means something, though its words may not; "how soon" only asks.
  const asksOnly = run.every(
    ({ form }) =>
      FUNCTION_WORDS.has(form) || ASKING_WORDS.has(form) || LIGHT_WORDS.has(form) || SOFT_WORDS.has(form),
  );
  // "Who built" asks for whoever did it: the deed is all that it says.
  const deed =
    run[0]?.form === 'who' && !run.every(({ form }) => FUNCTION_WORDS.has(form) || ASKING_WORDS.has(form));
  return asksOnly && !deed && !unit.critical ? { ...unit, weight: WEIGHT.soft, required: false } : unit;
}

/** Whether "us" is the country: only when written with a capital ("US", "U.S."). Undefined for other words. */
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
  const content = stems.filter((_, at) => {
    const form = run[at]?.form ?? '';
    return !FUNCTION_WORDS.has(form) && !ASKS.test(form);
  });
  const usable = synonyms.filter((synonym) => synonym.stems.some((stemmed) => !FUNCTION_WORDS.has(stemmed)));
  const alternatives: Alternative[] = [
    own,
    ...usable.map((synonym) => ({ ...synonym, quality: synonym.quality * quality })),
  ];
  // A phrase that asks ("how far along") may also be met by its words alone, unless it is all function words.
  if (content.length > 0 && content.length < stems.length)
    alternatives.push({
      stems: content,
      quality: quality * (content.length > 1 || asksOnly(run) ? 0.8 : ALONE),
    });
  for (const meaning of scope.defined.get(stems.join(' ')) ?? [])
    alternatives.push({ stems: meaning, quality: 0.97 });
  const short = run.length === 1 ? run[0]?.form : undefined;
  if (short !== undefined && isAbbreviation(short, scope)) {
    for (const phrase of scope.spelledOut(short)) alternatives.push({ stems: phrase, quality: SPELLED_OUT });
  }
  return {
    typed: typedAs(run),
    read: run.map((word) => word.form).join(' '),
    alternatives,
    ...importance(run, usable.length > 0),
  };
}

/** Whether what stands around the content of a phrase only asks for it: "how many hospitals". */
function asksOnly(run: readonly Word[]): boolean {
  return run.every((word) => !FUNCTION_WORDS.has(word.form) || ASKS.test(word.form));
}

const ASKS = /^(?:how|many|much|which|what|whose|of|the|a|an|in|each|per|to|for|is|are)$/;
/** One word of a phrase: "proceeds" alone does not say what is done with them. */
const ALONE = 0.25;
/** A phrase found by its initials alone. */
const SPELLED_OUT = 0.8;

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
    !critical &&
    !phrase &&
    !run.some((one) => one.name) &&
    run.every((word) => SOFT_WORDS.has(word.form) || FUNCTION_WORDS.has(word.form) || isAdverb(word.form));
  return {
    weight: soft ? Math.min(weight, WEIGHT.soft) : weight,
    critical,
    required: critical || (!soft && weight >= WEIGHT.common),
    subject: false,
  };
}

/** Adverbs that say when, how often or by which way, which an answer has to say as well. */
const TELLING =
  /^(?:dai|week|month|quarter|year|annual|biannual|hour|night|oral|intravenous|subcutaneous|topical|ear|on|main|sing|double|tri|hard|near|like|previous|original|former|initial|subsequent|sole|joint|exclusive)ly$/;

/** "Newly", "ultimately": how something is said, not what. */
function isAdverb(form: string): boolean {
  return /ly$/.test(form) && !TELLING.test(form) && englishLevel(form) !== undefined && hasBase(form);
}

function hasBase(form: string): boolean {
  const base = form.slice(0, -2);
  return (
    base.length > 2 &&
    [base, `${base}le`, `${base.slice(0, -1)}y`].some((word) => englishLevel(word) !== undefined)
  );
}

function weightOf(run: readonly Word[], hasSynonyms: boolean): { weight: number; critical: boolean } {
  const word = run[0];
  if (word === undefined) return { weight: 0, critical: false };
  const light =
    !run.some((one) => one.name) &&
    run.every((one) => LIGHT_WORDS.has(one.form) || FUNCTION_WORDS.has(one.form));
  if (light && !(run.length > 1)) return { weight: WEIGHT.light, critical: false };
  if (run.every((one) => ASKING_WORDS.has(one.form))) return { weight: WEIGHT.asking, critical: false };
  if (/\d/.test(word.form)) return { weight: WEIGHT.name, critical: true };
  if (hasSynonyms) return { weight: WEIGHT.usual, critical: false };
  // "The two businesses": a number in words is often left out, unless it is part of a name.
  if (/^\d+$/.test(word.stem) && !word.name) return { weight: WEIGHT.plain, critical: false };
  if (word.acronym) return { weight: WEIGHT.acronym, critical: true };
  // "Health Canada", "Iris Two": written as a name, a common word is one.
  if (word.name) return { weight: WEIGHT.name, critical: true };
  const level = englishLevel(word.form);
  if (level === undefined)
    return {
      weight: isLexiconWord(word.form) ? WEIGHT.usual : WEIGHT.rare,
      critical: !isLexiconWord(word.form),
    };
  if (level <= 10) return { weight: WEIGHT.common, critical: false };
  return { weight: level <= 20 ? WEIGHT.usual : WEIGHT.rare, critical: level > 20 };
}
