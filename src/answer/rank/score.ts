import type { Corpus, Entry } from '../index/corpus.ts';
import type { Question } from '../question/analyze.ts';
import { bestInSet, bestInText, type CompiledUnit, type Occurrences, occurrencesIn } from './match.ts';
import { WEIGHTS } from './weights.ts';

/** What an entry holds of a question. */
export interface Scored {
  readonly entry: Entry;
  readonly score: number;
  /** Share of the question's weight that is accounted for, 0 to 1. */
  readonly coverage: number;
  readonly coverageWithoutSubject: number;
  /** For each unit how well it is accounted for, 0 to 1. */
  readonly accounted: readonly number[];
  readonly kindPresent: boolean;
}

export interface ScoringContext {
  readonly corpus: Corpus;
  readonly question: Question;
  readonly units: readonly CompiledUnit[];
  readonly relevant: ReadonlySet<number>;
  /** Stems of the issuer's names and tickers, by release. */
  readonly issuerStems: (entry: Entry) => ReadonlySet<number>;
  readonly headlineStems: (entry: Entry) => ReadonlySet<number>;
}

/** Stems that every line of an abstract's block is about, though it does not say so. */
const ABSTRACT_WORDS = ['abstract', 'present', 'talk', 'poster', 'paper'];
/** A sentence that starts so speaks of what the sentence before named. */
const POINTS_BACK =
  /^["“]?(?:this|these|those|it|its|they|their|such|he|she|both|each|the (?:company|program|transaction|dividend|offering|closing|trial|study|call|acquisition|warrants?|shares|proceeds|analysis|presentation|agreement|approval|data|results))\b/i;
/** Numbers that count nothing: years, and what follows these words. */
const NOT_A_COUNT = new Set([
  'phase',
  'grade',
  'week',
  'type',
  'item',
  'section',
  'rule',
  'form',
  'part',
  'no',
  'januari',
  'februari',
  'march',
  'april',
  'mai',
  'june',
  'juli',
  'august',
  'septemb',
  'octob',
  'novemb',
  'decemb',
]);

export function scoreEntry(entry: Entry, context: ScoringContext): Scored {
  const { corpus, question, units } = context;
  const occurrences = occurrencesIn(entry, context.relevant);
  const previous = entry.before >= 0 ? corpus.entries[entry.before] : undefined;
  const before = previous === undefined ? undefined : occurrencesIn(previous, context.relevant);
  const beforeFactor = POINTS_BACK.test(entry.quote.text) ? WEIGHTS.beforePointed : WEIGHTS.before;
  const headings = corpus.headingStems(entry);
  const implied = impliedStems(entry, corpus);
  const issuer = context.issuerStems(entry);
  const headline = context.headlineStems(entry);

  const positions: number[] = [];
  const accounted = units.map((unit) => {
    const inText = bestInText(unit, occurrences);
    if (inText.position >= 0) positions.push(inText.position);
    return Math.max(
      inText.quality * WEIGHTS.text,
      bestInSet(unit, headings) * WEIGHTS.heading,
      implied.size > 0 ? bestInSet(unit, implied) * WEIGHTS.implied : 0,
      bestInSet(unit, issuer) * WEIGHTS.issuer,
      before === undefined ? 0 : bestInText(unit, before).quality * beforeFactor,
      bestInSet(unit, headline) * WEIGHTS.headline,
    );
  });

  const coverage = covered(units, accounted, () => true);
  const kindPresent = holdsWanted(entry, context, occurrences);
  let score = coverage;
  if (question.wanted.needs !== 0) score += kindPresent ? WEIGHTS.kindPresent : WEIGHTS.kindMissing;
  score += WEIGHTS.proximity * proximity(positions);
  score += WEIGHTS.density * density(entry, units, accounted);
  score += roleWeight(entry);
  if (question.wanted.kind === 'description' && defines(entry, positions)) score += WEIGHTS.definition;
  return {
    entry,
    score,
    coverage,
    coverageWithoutSubject: covered(units, accounted, (unit) => !unit.subject),
    accounted,
    kindPresent,
  };
}

/** Weighted share of the units accounted for; the sides of "A or B" count as their best one. */
function covered(
  units: readonly CompiledUnit[],
  accounted: readonly number[],
  counts: (unit: CompiledUnit) => boolean,
): number {
  let total = 0;
  let met = 0;
  const groups = new Map<number, { weight: number; best: number }>();
  units.forEach((unit, index) => {
    if (!counts(unit)) return;
    const quality = accounted[index] ?? 0;
    if (unit.group === undefined) {
      total += unit.weight;
      met += unit.weight * quality;
      return;
    }
    const group = groups.get(unit.group) ?? { weight: 0, best: 0 };
    groups.set(unit.group, {
      weight: Math.max(group.weight, unit.weight),
      best: Math.max(group.best, quality),
    });
  });
  for (const { weight, best } of groups.values()) {
    total += weight;
    met += weight * best;
  }
  return total === 0 ? 0 : met / total;
}

const impliedCache = new WeakMap<Corpus, ReadonlySet<number>>();
const NOTHING: ReadonlySet<number> = new Set();

function impliedStems(entry: Entry, corpus: Corpus): ReadonlySet<number> {
  if (entry.implied.length > 0) return new Set(entry.implied);
  if (entry.passage.role !== 'abstract') return NOTHING;
  const known = impliedCache.get(corpus);
  if (known !== undefined) return known;
  const found = new Set(ABSTRACT_WORDS.flatMap((word) => corpus.vocabulary.find(word) ?? []));
  impliedCache.set(corpus, found);
  return found;
}

function holdsWanted(
  entry: Entry,
  { corpus, question, units }: ScoringContext,
  occurrences: Occurrences,
): boolean {
  const { needs } = question.wanted;
  if (needs === 0) return true;
  if ((corpus.kindsOf(entry) & needs) === 0) return false;
  if (question.wanted.kind !== 'count' || question.counted === undefined) return true;
  const unit = units[question.counted];
  if (unit === undefined) return true;
  const nouns = unit.options.flatMap(({ ids }) => occurrences.get(ids.at(-1) ?? -1) ?? []);
  return nouns.some((noun) => countStandsBy(entry, noun, corpus));
}

/** A count of the thing: a number up to five words before it, or up to three after (tables, "n=38"). */
function countStandsBy(entry: Entry, noun: number, corpus: Corpus): boolean {
  for (let at = 0; at < entry.stems.length; at += 1) {
    const position = entry.positions[at] ?? 0;
    if (position < noun - 5 || position > noun + 3) continue;
    const text = corpus.vocabulary.stemText(entry.stems[at] ?? 0);
    if (!/^\d[\d.]*$/.test(text) || /^(?:19|20)\d\d$/.test(text)) continue;
    const preceding = at > 0 ? corpus.vocabulary.stemText(entry.stems[at - 1] ?? 0) : '';
    if (!NOT_A_COUNT.has(preceding)) return true;
  }
  return false;
}

/** 1 when the matched words stand side by side, falling towards 0 as they spread. */
function proximity(positions: readonly number[]): number {
  if (positions.length < 2) return positions.length === 1 ? 0.5 : 0;
  const span = Math.max(...positions) - Math.min(...positions) + 1;
  return Math.min(1, positions.length / span);
}

/** Short passages that hold as much answer better: it reads alone and hides nothing else. */
function density(entry: Entry, units: readonly CompiledUnit[], accounted: readonly number[]): number {
  const weight = units.reduce((sum, unit, index) => sum + unit.weight * (accounted[index] ?? 0), 0);
  return Math.min(1, weight / Math.sqrt(entry.stems.length + 4));
}

function roleWeight(entry: Entry): number {
  const { role, form, speaker } = entry.passage;
  const byForm = form === 'heading' ? WEIGHTS.headingForm : form === 'label' ? WEIGHTS.label : 0;
  const quoted = speaker === undefined ? 0 : WEIGHTS.quoted;
  if (entry.implied.length > 0) return quoted;
  switch (role) {
    case 'forward_looking':
      return WEIGHTS.forwardLooking + byForm;
    case 'references':
      return WEIGHTS.references + byForm;
    case 'preamble':
      return WEIGHTS.preamble + byForm;
    case 'trailer':
      return WEIGHTS.trailer + byForm;
    case 'contacts':
      return WEIGHTS.contacts + byForm;
    case 'about':
      return WEIGHTS.about + byForm + quoted;
    default:
      return byForm + quoted;
  }
}

/** "X is a …", "X (…) is …" near its start: a sentence that says what X is. */
function defines(entry: Entry, positions: readonly number[]): boolean {
  const first = positions.length === 0 ? -1 : Math.min(...positions);
  return (
    first >= 0 &&
    first <= 3 &&
    /^.{0,120}?\b(?:is|are|was)\b\s+(?:a|an|the|its|our|one)\b|^.{0,60}?,\s(?:a|an|the)\s/i.test(
      entry.quote.text,
    )
  );
}
