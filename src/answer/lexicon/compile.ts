import { stem } from '../text/stem.ts';
import { arabicPhases, tokenize } from '../text/tokens.ts';
import { ASKING_WORDS, FUNCTION_WORDS, LIGHT_WORDS } from './light.ts';
import { FACTS, SYNONYMS } from './synonyms.ts';

/** A sequence of stems that answers for a word of the question, and how well (0 to 1). */
export interface Alternative {
  readonly stems: readonly string[];
  readonly quality: number;
}

export interface Rule {
  /** Stems that must stand side by side in the question. */
  readonly trigger: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** A way of asking that may as well be met word by word; other phrases mean what they mean as a whole. */
  readonly optional: boolean;
}

/** How well a synonym answers, a strict equivalent, and a loose one marked `~`. */
const SYNONYM = 0.85;
const EQUIVALENT = 0.97;
const LOOSE = 0.5;

/** Stems of a phrase as the index has them. */
export function phraseStems(phrase: string): string[] {
  return arabicPhases(tokenize(phrase)).map((token) => stem(token.form));
}

const rulesByFirstStem = new Map<string, Rule[]>();
const knownWords = new Set<string>();

compile();

/** Rules whose trigger begins with the stem, longest trigger first. */
export function rulesFor(firstStem: string): readonly Rule[] {
  return rulesByFirstStem.get(firstStem) ?? [];
}

/** A word of our own lists, as written: it needs no repair, and a misspelt word may mean it. */
export function isLexiconWord(form: string): boolean {
  return knownWords.has(form) || FUNCTION_WORDS.has(form) || LIGHT_WORDS.has(form) || ASKING_WORDS.has(form);
}

export function lexiconWords(): Iterable<string> {
  return knownWords;
}

function compile(): void {
  const alternativesByTrigger = new Map<string, Alternative[]>();
  const meantWhole = new Set<string>();
  const add = (trigger: string, targets: readonly string[], quality: number, whole = true): void => {
    const key = phraseStems(trigger).join(' ');
    if (whole) meantWhole.add(key);
    const list = alternativesByTrigger.get(key) ?? [];
    for (const target of targets) {
      const loose = target.startsWith('~');
      const stems = phraseStems(loose ? target.slice(1) : target);
      if (stems.length > 0 && stems.join(' ') !== key) list.push({ stems, quality: loose ? LOOSE : quality });
    }
    alternativesByTrigger.set(key, list);
    for (const token of tokenize(trigger)) knownWords.add(token.form);
  };
  const addLine = (line: string, whole: boolean): void => {
    const [asked = '', written] = line.split('=>').map((side) => side.trim());
    if (written === undefined) {
      const groups = line.split('=').map(phrases);
      for (const [index, group] of groups.entries()) {
        const others = groups.flatMap((phrasesOfGroup, other) => (other === index ? [] : phrasesOfGroup));
        // Phrases of one group mean the same as well: "cfo, finance chief = chief financial officer".
        for (const phrase of group)
          add(phrase, [...others, ...group.filter((other) => other !== phrase)], EQUIVALENT, whole);
      }
      return;
    }
    const targets = phrases(written);
    for (const phrase of phrases(asked)) add(phrase, targets, SYNONYM, whole);
  };
  for (const line of SYNONYMS) addLine(line, true);
  for (const line of FACTS) addLine(line, false);
  for (const [key, alternatives] of alternativesByTrigger) {
    const trigger = key.split(' ');
    const first = trigger[0] ?? '';
    const rules = rulesByFirstStem.get(first) ?? [];
    rules.push({ trigger, alternatives, optional: !meantWhole.has(key) });
    rules.sort((a, b) => b.trigger.length - a.trigger.length);
    rulesByFirstStem.set(first, rules);
  }
}

function phrases(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
