import type { Corpus, Entry } from '../index/corpus.ts';
import type { Question, Unit } from '../question/question.ts';

/** A question's alternatives as stem ids of the corpus; alternatives with an unknown stem are left out. */
export interface CompiledUnit extends Omit<Unit, 'parts'> {
  readonly options: readonly {
    readonly ids: readonly number[];
    readonly quality: number;
    /** The words have to stand in their order: "chief financial officer and executive" is no chief executive officer. */
    readonly ordered: boolean;
  }[];
  /** The units of a phrase's words, where they may stand for it. */
  readonly parts: readonly CompiledUnit[];
}

export function compileUnits(question: Question, corpus: Corpus): CompiledUnit[] {
  return question.units.map((unit) => compileUnit(unit, corpus));
}

function compileUnit(unit: Unit, corpus: Corpus): CompiledUnit {
  return {
    ...unit,
    options: distinct(
      unit.alternatives.flatMap(({ stems, quality }) => {
        const ids = stems.map((stemmed) => corpus.vocabulary.find(stemmed));
        return ids.every((id) => id !== undefined)
          ? [{ ids: ids as number[], quality, ordered: TITLE.test(stems[0] ?? '') }]
          : [];
      }),
    ),
    parts: (unit.parts ?? []).map((part) => compileUnit(part, corpus)),
  };
}

/** The first word of an office. */
const TITLE = /^(?:chief|vice)$/;

type Option = CompiledUnit['options'][number];

/** Each run of stems once, at its best: several lines of the lexicon may name it. */
function distinct(options: readonly Option[]): readonly Option[] {
  const best = new Map<string, Option>();
  for (const option of options) {
    const key = option.ids.join();
    if (option.quality > (best.get(key)?.quality ?? 0)) best.set(key, option);
  }
  return [...best.values()];
}

/** Stems that some alternative of a unit or of its parts may be met by. */
export function stemsOfUnit({ options, parts }: CompiledUnit): number[] {
  return [...options.flatMap(({ ids }) => ids), ...parts.flatMap(stemsOfUnit)];
}

/** Where the relevant stems of a question stand in one entry. */
export type Occurrences = ReadonlyMap<number, readonly number[]>;

export function occurrencesIn(entry: Entry, relevant: ReadonlySet<number>): Occurrences {
  const found = new Map<number, number[]>();
  for (let at = 0; at < entry.stems.length; at += 1) {
    const id = entry.stems[at] ?? 0;
    if (!relevant.has(id)) continue;
    const list = found.get(id);
    const position = entry.positions[at] ?? 0;
    if (list === undefined) found.set(id, [position]);
    else list.push(position);
  }
  return found;
}

/** How far apart the words of a phrase may stand to count as the phrase, besides their own number. */
const PHRASE_SLACK = 2;
/** Words of a phrase that stand scattered over the passage. */
const SCATTERED = 0.25;

/** What each further way of saying it adds: a passage that says "use", "fund" and "working capital" is about use. */
const BREADTH = 0.06;
/** Synonyms together never count as the word itself, or its strict equivalent, does. */
const BROADEST = 0.96;
/** Loose synonyms and scattered phrases are no further ways of saying it. */
const SAYS_IT = 0.8;

/** Where and how well an entry's own words account for a unit: quality 0 when they do not. */
export function bestInText(
  unit: CompiledUnit,
  occurrences: Occurrences,
): { quality: number; position: number } {
  let best = { quality: 0, position: -1 };
  let met = 0;
  for (const { ids, quality, ordered } of unit.options) {
    const first = occurrences.get(ids[0] ?? -1);
    if (first === undefined || ids.some((id) => !occurrences.has(id))) continue;
    if (ids.length === 1) {
      met += 1;
      if (quality > best.quality) best = { quality, position: first[0] ?? 0 };
      continue;
    }
    const together = first.find((start) =>
      ids.every(
        (id) =>
          occurrences
            .get(id)
            ?.some((at) => (!ordered || at >= start) && Math.abs(at - start) < ids.length + PHRASE_SLACK) ===
          true,
      ),
    );
    if (together !== undefined) met += 1;
    const found = together === undefined ? quality * SCATTERED : quality;
    if (found > best.quality) best = { quality: found, position: together ?? first[0] ?? 0 };
  }
  if (best.quality < SAYS_IT || best.quality >= BROADEST) return best;
  return { ...best, quality: Math.min(BROADEST, best.quality + BREADTH * (met - 1)) };
}

/** How well a set of stems (a heading, the issuer's names) accounts for a unit. */
export function bestInSet(unit: CompiledUnit, stems: ReadonlySet<number>, least = 0): number {
  let best = 0;
  for (const { ids, quality } of unit.options) {
    if (quality > best && quality >= least && ids.every((id) => stems.has(id))) best = quality;
  }
  return best;
}
