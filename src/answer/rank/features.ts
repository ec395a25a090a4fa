import type { Entry } from '../index/corpus.ts';
import { WHAT_IT_MAKES } from '../question/asked.ts';
import { WEIGHT } from '../question/question.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Account } from './account.ts';
import type { ScoringContext } from './context.ts';
import { covered, inOrder } from './coverage.ts';
import type { CompiledUnit } from './match.ts';
import type { FeatureValues } from './model.ts';
import type { Told } from './told.ts';
import { LABEL_OF_KIND, STRONG } from './wanted.ts';

/** What the model weighs of an entry that may answer: each about 0 to 1. */
export function featuresOf(
  entry: Entry,
  context: ScoringContext,
  accounts: readonly Account[],
  kindPresent: boolean,
  told: Told,
): FeatureValues {
  const { corpus, question, units } = context;
  const { kind, needs } = question.wanted;
  const accounted = accounts.map(({ quality }) => quality);
  const positions = accounts.map(({ position }) => position).filter((position) => position >= 0);
  const { role, form, speaker, label } = entry.passage;
  const fact = entry.implied.length > 0;
  const matching = label === undefined ? 0 : labelMatch(entry, context);
  const isTrue = (value: boolean): number => (value ? 1 : 0);
  return {
    one: 1,
    coverage: covered(units, accounted, () => true),
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
    kindPresent: isTrue(needs !== 0 && kindPresent),
    toldNear: toldNear(entry, told, units, accounts),
    proximity: proximity(positions),
    density: density(entry, units, accounted),
    inOrder: inOrder(accounts),
    label: isTrue(form === 'label'),
    labelMatch: matching,
    labelKind: isTrue(label !== undefined && LABEL_OF_KIND[kind]?.test(label.text) === true),
    labelUnasked: isTrue(label !== undefined && !/title/i.test(label.text) && matching === 0),
    kindStrong: isTrue((corpus.kindsOf(entry) & (STRONG[kind] ?? 0)) !== 0),
    row: isTrue(form === 'row'),
    defines: isTrue(
      (kind === 'description' || question.wanted.name === WHAT_IT_MAKES) && defines(entry, positions),
    ),
    forwardLooking: isTrue(role === 'forward_looking' && !TRADEMARK.test(entry.quote.text)),
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
  };
}

/** Stands below the safe harbor statement, and states what is. */
const TRADEMARK = /\b(?:registered )?(?:trademarks?|service marks?)\b/i;

/** Share of a label's words that the question asks for: "poster board" meets "Poster Board Number:" by two of three. */
function labelMatch(entry: Entry, { corpus, relevant }: ScoringContext): number {
  const label = entry.passage.label;
  if (label === undefined) return 0;
  const stems = corpus.labelStems(label);
  return stems.length === 0 ? 0 : stems.filter((id) => relevant.has(id)).length / stems.length;
}

/** 1 when the matched words stand side by side, falling towards 0 as they spread. */
function proximity(positions: readonly number[]): number {
  if (positions.length < 2) return positions.length === 1 ? 0.5 : 0;
  const span = Math.max(...positions) - Math.min(...positions) + 1;
  return Math.min(1, positions.length / span);
}

/** Where what is told has no place of its own: a label's value, a row, or nothing that was asked for. */
const UNPLACED = 0.5;

/**
 * 1 when what is told of the kind asked for stands by a weighty word of the question, falling towards 0
 * with the words between: a sum at the other end of the sentence is for something else.
 */
function toldNear(
  entry: Entry,
  told: Told,
  units: readonly CompiledUnit[],
  accounts: readonly Account[],
): number {
  if (told === undefined) return UNPLACED;
  if (told.length === 0 || accounts.every(({ position }) => position < 0)) return 0;
  const tokens = tokensOf(entry.quote.text);
  let near = 0;
  for (const offset of told) {
    const position = tokens.filter(({ end }) => end <= offset).length;
    units.forEach((unit, at) => {
      const matched = accounts[at]?.position ?? -1;
      if (unit.weight < WEIGHT.common || matched < 0) return;
      near = Math.max(near, 1 / (1 + Math.max(0, Math.abs(position - matched) - 1) / 4));
    });
  }
  return near;
}

/** Short passages that hold as much answer better: it reads alone and hides nothing else. */
function density(entry: Entry, units: readonly CompiledUnit[], accounted: readonly number[]): number {
  const weight = units.reduce((sum, unit, index) => sum + unit.weight * (accounted[index] ?? 0), 0);
  return Math.min(1, weight / Math.sqrt(entry.stems.length + 4));
}

/** "X is a …", "X asks …" near its start, or "X, an oral inhibitor" anywhere: a sentence that says what X is. */
function defines(entry: Entry, positions: readonly number[]): boolean {
  if (positions.length === 0) return false;
  const { text } = entry.quote;
  const tokens = tokensOf(text);
  if (positions.some((at) => APPOSITION.test(text.slice(tokens[at]?.end ?? text.length)))) return true;
  const first = Math.min(...positions);
  return (
    first <= 3 &&
    /^.{0,120}?\b(?:is|are|was)\b\s+(?:a|an|the|its|our|one)\b|^(?:[^\s,]+ ){0,6}?[^\s,]+,\s(?:a|an|the)\s/i.test(
      text,
    )
  );
}

/** What follows a name that a sentence says more about. */
const APPOSITION =
  /^(?:-[\p{L}\p{N}-]+)?[®™]?(?:\s\p{Lu}[\p{L}-]*){0,4}(?:\s\([^)]{1,80}\))?(?:,\s(?:an?|its|our|the (?:company['’]s|first|only|lead))\s|\s(?:is|are)\s(?:an?|the|our|its|one)\s|\s(?:asks|seeks|would|designs|makes|develops|manufactures|sells|provides|produces|supplies|offers|operates)\s)/u;
