import { type Corpus, type Entry, stemsOf } from '../index/corpus.ts';
import { KIND } from '../index/kinds.ts';
import type { Question } from '../question/analyze.ts';
import { type AskedKind, expressesKind } from '../question/asked.ts';
import { isContradicted } from './guards.ts';
import { bestInSet, bestInText, type CompiledUnit, type Occurrences, occurrencesIn } from './match.ts';
import { type FeatureValues, modelScore } from './model.ts';
import { DECISION, WEIGHTS } from './weights.ts';

/** What an entry holds of a question. */
export interface Scored {
  readonly entry: Entry;
  readonly features: FeatureValues;
  /** Log odds that this entry answers, against refusing. */
  readonly score: number;
  /** Share of the question's weight that is accounted for, 0 to 1. */
  readonly coverage: number;
  /** For each unit how well it is accounted for, 0 to 1. */
  readonly accounted: readonly number[];
  readonly kindPresent: boolean;
  /** None of its own words is asked for. */
  readonly silent: boolean;
  /** The matching words mean something else here. */
  readonly contradicted: boolean;
  /** Token numbers of the words that account for the question. */
  readonly positions: readonly number[];
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
/** A sentence that starts so goes on about what the sentence before said. */
const POINTS_BACK =
  /^["“]?(?:this|these|those|such|both|each|the (?:program|transaction|dividend|offering|closing|trial|study|call|acquisition|warrants?|shares|proceeds|analysis|presentation|agreement|approval|data|results|meeting|event|device|product))\b/i;
/** A sentence that starts so is about whom or what the sentence before named, whatever it says of it. */
const POINTS_TO_NAME = /^["“]?(?:it|its|they|their|he|she|his|her|the company|the combined company)\b/i;
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

/** The label that says outright that its value is of the kind asked for. */
const LABEL_OF_KIND: Readonly<Partial<Record<AskedKind, RegExp>>> = {
  date: /\bdate\b|\bday\b|\bwhen\b/i,
  time: /\btime\b/i,
  timezone: /\btime\b/i,
  place: /location|place|venue|room|hall|where/i,
  person: /presenter|speaker|author|contact/i,
  link: /online|link|url|webcast|website/i,
  phone: /phone|tel|dial|toll|contact/i,
  email: /mail|contact/i,
};

/** Of the kinds that may answer, the one that answers outright: a day rather than "after the talk". */
const STRONG: Readonly<Partial<Record<AskedKind, number>>> = {
  date: KIND.date,
  person: KIND.person,
  amount: KIND.money,
  place: KIND.place,
};

/** How well each unit is accounted for, by where: the entry's own words count most. */
interface Account {
  readonly quality: number;
  /** In the entry itself, its label, headings or what its layout implies, not in a neighbour. */
  readonly own: boolean;
  readonly position: number;
}

export function scoreEntry(entry: Entry, context: ScoringContext): Scored {
  const { corpus, question, units } = context;
  const occurrences = occurrencesIn(entry, context.relevant);
  const previous = entry.before >= 0 ? corpus.entries[entry.before] : undefined;
  const before = previous === undefined ? undefined : occurrencesIn(previous, context.relevant);
  const near = previous?.passage.paragraph.start === entry.passage.paragraph.start;
  const pointed = POINTS_BACK.test(entry.quote.text);
  const named = POINTS_TO_NAME.test(entry.quote.text);
  const the = /^The [a-z]/.test(entry.quote.text);
  const beforeFactor = (unit: CompiledUnit): number => {
    if (pointed || (named && unit.critical)) return WEIGHTS.beforePointed;
    if (the) return WEIGHTS.beforeThe;
    return near ? WEIGHTS.before : 0;
  };
  const headings = corpus.headingStems(entry);
  const titles = corpus.titleStems(entry);
  const links = corpus.linkStems(entry);
  const spokenOrPerson = entry.passage.speaker !== undefined || entry.person;
  const headingFactor = spokenOrPerson ? WEIGHTS.headingOfSpeech : WEIGHTS.heading;
  const implied = impliedStems(entry, corpus);
  const issuer = context.issuerStems(entry);
  const headline = context.headlineStems(entry);
  const kindPresent = holdsWanted(entry, context, occurrences);
  const { kind, needs } = question.wanted;

  const accounts = units.map((unit): Account => {
    const inText = bestInText(unit, occurrences);
    const own = Math.max(
      needs !== 0 && kindPresent && expressesKind(kind, unit.typed) ? WEIGHTS.kindSaid : 0,
      inText.quality * WEIGHTS.text,
      bestInSet(unit, headings) * headingFactor,
      titles.size > 0 ? bestInSet(unit, titles) * WEIGHTS.title : 0,
      links.size > 0 ? bestInSet(unit, links) * WEIGHTS.link : 0,
      implied.size > 0 ? bestInSet(unit, implied) * WEIGHTS.implied : 0,
      bestInSet(unit, issuer) * WEIGHTS.issuer,
    );
    const nearby = Math.max(
      before === undefined ? 0 : bestInText(unit, before).quality * beforeFactor(unit),
      bestInSet(unit, headline) * WEIGHTS.headline,
    );
    return { quality: Math.max(own, nearby), own: own >= nearby, position: inText.position };
  });

  const accounted = accounts.map(({ quality }) => quality);
  const positions = accounts.map(({ position }) => position).filter((position) => position >= 0);
  const coverage = covered(units, accounted, () => true);
  const open = units.filter((unit, index) => isOpen(unit, index, accounted, units));
  const { role, form, speaker, label } = entry.passage;
  const fact = entry.implied.length > 0;
  const isTrue = (value: boolean): number => (value ? 1 : 0);
  const features: FeatureValues = {
    one: 1,
    coverage,
    coverageWithoutSubject: units.every((unit) => unit.subject)
      ? 1
      : covered(units, accounted, (unit) => !unit.subject),
    ownShare: covered(
      units,
      accounts.map(({ quality, own }) => (own ? quality : 0)),
      () => true,
    ),
    exactShare: covered(
      units,
      accounts.map(({ quality }) => (quality >= 0.9 ? 1 : 0)),
      () => true,
    ),
    openWords: Math.min(open.length, 3) / 3,
    heaviestOpen: Math.max(0, ...open.map(({ weight }) => weight)) / 2,
    criticalOpen: isTrue(open.some(({ critical }) => critical)),
    kindPresent: isTrue(needs !== 0 && kindPresent),
    kindMissing: isTrue(!kindPresent),
    proximity: proximity(positions),
    density: density(entry, units, accounted),
    inOrder: inOrder(accounts),
    label: isTrue(form === 'label'),
    labelMatch: label === undefined ? 0 : labelMatch(entry, context),
    labelKind: isTrue(label !== undefined && LABEL_OF_KIND[kind]?.test(label.text) === true),
    labelUnasked: isTrue(
      label !== undefined && !/title/i.test(label.text) && labelMatch(entry, context) === 0,
    ),
    kindStrong: isTrue((corpus.kindsOf(entry) & (STRONG[kind] ?? 0)) !== 0),
    row: isTrue(form === 'row'),
    defines: isTrue(question.wanted.kind === 'description' && defines(entry, positions)),
    forwardLooking: isTrue(role === 'forward_looking'),
    references: isTrue(role === 'references'),
    frame: isTrue(!fact && (role === 'preamble' || role === 'trailer')),
    contacts: isTrue(!fact && role === 'contacts'),
    about: isTrue(role === 'about'),
    heading: isTrue(form === 'heading'),
    headline: isTrue(!fact && form === 'headline'),
    spoken: isTrue(speaker !== undefined),
    fact: isTrue(fact),
    length: Math.log(1 + entry.stems.length) / 5,
    early: 1 / (1 + entry.id - (corpus.firstEntry[entry.releaseIndex] ?? 0)),
    weightAsked: Math.min(1, units.reduce((sum, { weight }) => sum + weight, 0) / 8),
    unitsAsked: Math.min(1, units.filter(({ weight }) => weight > 0.5).length / 5),
    statement: isTrue(question.wanted.kind === 'statement'),
    description: isTrue(question.wanted.kind === 'description'),
    subjectOnly: isTrue(units.every((unit) => unit.subject || unit.weight < 0.5)),
    openAndKindMissing: isTrue(open.length > 0 && !kindPresent),
  };
  return {
    entry,
    features,
    score: modelScore(features),
    coverage,
    accounted,
    kindPresent,
    contradicted: isContradicted(entry, question),
    silent: positions.length === 0 && !fact && needs === 0,
    positions,
  };
}

/** A name, code or number is accounted for only by itself or by what points back to it. */
const CRITICAL = 0.5;

/** Whether the entry leaves a weighty unit open; of "A or B" one side is enough. */
export function isOpen(
  unit: CompiledUnit,
  index: number,
  accounted: readonly number[],
  units: readonly CompiledUnit[],
): boolean {
  if (!unit.required) return false;
  const met = (at: number): boolean =>
    (accounted[at] ?? 0) >= (units[at]?.critical === true ? CRITICAL : DECISION.accounted);
  if (unit.group === undefined) return !met(index);
  const sideMet = (side: 'left' | 'right'): boolean => {
    const members = units.flatMap((other, at) =>
      other.group === unit.group && other.side === side ? [at] : [],
    );
    return members.length > 0 && members.every((at) => met(at) || units[at]?.required === false);
  };
  return !sideMet('left') && !sideMet('right');
}

/** Share of neighbouring units of the question that stand side by side, in their order, in the entry. */
function inOrder(accounts: readonly Account[]): number {
  let pairs = 0;
  let kept = 0;
  for (let at = 1; at < accounts.length; at += 1) {
    const left = accounts[at - 1]?.position ?? -1;
    const right = accounts[at]?.position ?? -1;
    pairs += 1;
    if (left >= 0 && right > left && right - left <= 3) kept += 1;
  }
  return pairs === 0 ? 0 : kept / pairs;
}

/** Share of a label's words that the question asks for: "poster board" meets "Poster Board Number:" by two of three. */
function labelMatch(entry: Entry, { corpus, units }: ScoringContext): number {
  const label = entry.passage.label;
  if (label === undefined) return 0;
  const stems = stemsOf(label.text, corpus.vocabulary).stems;
  if (stems.length === 0) return 0;
  const asked = new Set(units.flatMap((unit) => unit.options.flatMap(({ ids }) => ids)));
  return stems.filter((id) => asked.has(id)).length / stems.length;
}

/** Weighted share of the units accounted for; the sides of "A or B" count as their best one. */
function covered(
  units: readonly CompiledUnit[],
  accounted: readonly number[],
  counts: (unit: CompiledUnit) => boolean,
): number {
  let total = 0;
  let met = 0;
  const sides = new Map<string, { group: number; weight: number; met: number }>();
  units.forEach((unit, index) => {
    if (!counts(unit)) return;
    const quality = accounted[index] ?? 0;
    if (unit.group === undefined) {
      total += unit.weight;
      met += unit.weight * quality;
      return;
    }
    const key = `${unit.group}${unit.side}`;
    const side = sides.get(key) ?? { group: unit.group, weight: 0, met: 0 };
    sides.set(key, { ...side, weight: side.weight + unit.weight, met: side.met + unit.weight * quality });
  });
  for (const group of new Set([...sides.values()].map((side) => side.group))) {
    const both = [...sides.values()].filter((side) => side.group === group);
    const weight = Math.max(...both.map((side) => side.weight));
    total += weight;
    met += weight * Math.max(...both.map((side) => side.met / side.weight));
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
