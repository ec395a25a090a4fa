import type { Alternative } from '../lexicon/compile.ts';
import type { Wanted } from './asked.ts';
import type { SpellingScope } from './spelling.ts';

/** A word or phrase of the question that an answer has to account for. */
export interface Unit {
  /** As the user typed it, for a refusal. */
  readonly typed: string;
  /** As it was read: folded, slips repaired. */
  readonly read: string;
  readonly alternatives: readonly Alternative[];
  readonly weight: number;
  /** A name, code, number or acronym: nothing else can stand in for it. */
  readonly critical: boolean;
  /** Critical, or a concept whose usual words we know: a passage with none of them does not speak of it. */
  readonly required: boolean;
  /** The product or company asked about, rather than what is asked of it. */
  readonly subject: boolean;
  /** Of a phrase that may be met word by word, the weighty words it is made of. */
  readonly parts?: readonly Unit[];
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
  /** For "how many X": the units of X. */
  readonly counted?: readonly number[];
  /** The unit of the thing whose name or sum is asked for: "fee" of "what fee does the agent get". */
  readonly head?: number;
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

/** How much an answer has to account for a word, by what sort of word it is. */
export const WEIGHT = {
  code: 2,
  acronym: 1.5,
  name: 1.4,
  rare: 1.3,
  usual: 1,
  common: 0.85,
  plain: 0.6,
  soft: 0.45,
  asking: 0.3,
  light: 0.15,
} as const;
