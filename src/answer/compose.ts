import type { Release } from '../knowledge/model.ts';
import { type Quote, quoteFrom } from '../knowledge/quote.ts';
import type { Answer, Citation } from './answer.ts';
import type { Entry } from './index/corpus.ts';
import { kindsIn } from './index/kinds.ts';
import type { Scope } from './index/scope.ts';
import { missingWords } from './missing.ts';
import { JOINT, MOST_QUOTED, narrowQuote } from './narrow.ts';
import type { Question } from './question/question.ts';
import type { CompiledUnit } from './rank/match.ts';
import type { Scored } from './rank/score.ts';
import { DECISION } from './rank/weights.ts';
import { fold, foldKey } from './text/fold.ts';

/** Most quotes of one answer, and most related facts of a refusal (the design's rules). */
const MOST_QUOTES = 3;
const MOST_NEAREST = 3;
/** A refusal shows nothing that accounts for less of the question than this. */
const RELATED = 0.2;
/** Related facts are of the product asked about: its own code or a heading names it. */
const OF_SUBJECT = 0.9;

/** An answer of these citations; the first names the release. */
export function answered(
  citations: readonly Citation[],
  question: Question,
  earlier: readonly Citation[] = [],
): Answer {
  const first = citations[0];
  if (first === undefined) throw new RangeError('an answer needs a citation');
  const subject = subjectOf(question, first.release);
  return {
    outcome: 'answered',
    citations,
    release: first.release,
    asked: { attribute: question.wanted.name, ...(subject === undefined ? {} : { subject }) },
    earlier,
    ...(first.release.supersedes === undefined ? {} : { correctionOf: first.release.supersedes }),
  };
}

/** Quotes the best entry, and those of its release that answer as well; undefined when nothing fits the limit. */
export function answerWith(
  best: Scored,
  answering: readonly Scored[],
  question: Question,
): Answer | undefined {
  const { needs } = question.wanted;
  const holds = (text: string): boolean => needs === 0 || (kindsIn(text) & needs) !== 0;
  const equals = answering.filter(
    (one) => one !== best && sameRelease(one, best) && one.score >= best.score - DECISION.tie,
  );
  const citations: Citation[] = [];
  let room = MOST_QUOTED;
  for (const { entry, positions } of [best, ...equals]) {
    if (citations.length >= MOST_QUOTES || citations.some(({ quote }) => overlaps(quote, entry.quote)))
      continue;
    const quote = narrowQuote(entry.release, entry.quote, positions, holds, room);
    if (quote === undefined) continue;
    const listed = withItems(entry, quote, room);
    citations.push({ ...citationOf(entry), quote: listed });
    room -= listed.text.length + JOINT;
  }
  if (citations.length === 0) return undefined;
  const older = answering.find(
    ({ entry }) => entry.releaseIndex < best.entry.releaseIndex && entry.quote.text !== best.entry.quote.text,
  );
  return answered(citations, question, older === undefined ? [] : [citationOf(older.entry)]);
}

/** "Across multiple channels:" says nothing without its list: the quote goes on through the items that fit. */
function withItems({ release, quote: whole, passage }: Entry, quote: Quote, room: number): Quote {
  if (passage.form !== 'sentence' || quote.end !== whole.end || !quote.text.endsWith(':')) return quote;
  const at = release.passages.findIndex(({ quote: one }) => one.start >= quote.end);
  let end = quote.end;
  for (const item of at < 0 ? [] : release.passages.slice(at)) {
    if (item.form !== 'bullet' && item.form !== 'label') break;
    if (item.quote.end - quote.start > room) break;
    end = item.quote.end;
  }
  return end === quote.end ? quote : quoteFrom(release, quote.start, end);
}

/** Says what is missing and shows the nearest facts, labelled as no more than that. */
export function refuse(
  question: Question,
  scope: Scope,
  scored: readonly Scored[],
  units: readonly CompiledUnit[],
): Answer {
  const closest = scored
    .filter(({ accounted }) => units.every((unit, at) => !unit.subject || (accounted[at] ?? 0) >= OF_SUBJECT))
    .sort(
      (a, b) =>
        saysInstead(b, question) - saysInstead(a, question) || b.coverage - a.coverage || b.score - a.score,
    );
  const nearest: Citation[] = [];
  let shown: Scored | undefined;
  for (const one of closest) {
    if (nearest.length >= MOST_NEAREST || one.coverage < RELATED) break;
    const { entry } = one;
    if (entry.passage.role === 'forward_looking' || entry.passage.form === 'heading') continue;
    const quote = narrowQuote(entry.release, entry.quote, one.positions, () => true);
    if (quote === undefined || nearest.some((known) => overlaps(known.quote, quote))) continue;
    shown ??= one;
    nearest.push({ ...citationOf(entry), quote });
  }
  const release = nearest[0]?.release ?? scope.releases.at(-1);
  const subject = release === undefined ? undefined : subjectOf(question, release);
  return {
    outcome: 'not_disclosed',
    missing: missingWords(question, shown ?? closest[0], units),
    ...(subject === undefined ? {} : { subject }),
    ...(release === undefined ? {} : { release }),
    nearest,
    contacts: release?.contacts ?? [],
  };
}

/** The product asked about, as the release spells it, or as it was typed when the release does not name it. */
function subjectOf({ units }: Question, release: Release): string | undefined {
  const unit = units.find(({ subject }) => subject);
  if (unit === undefined) return undefined;
  const names = [
    ...release.abstracts.flatMap(({ candidate }) => candidate ?? []),
    ...release.entities.filter(({ kind }) => kind === 'product').map(({ name }) => name),
  ];
  const keys = unit.alternatives.flatMap(({ stems }) => stems.join(''));
  return names.find(({ text }) => keys.includes(foldKey(text)))?.text ?? unit.typed;
}

/** 1 for the line that says why there is no date, time or place: "Online only". */
function saysInstead({ entry }: Scored, { wanted }: Question): number {
  const scheduled = wanted.kind === 'date' || wanted.kind === 'time' || wanted.kind === 'place';
  return scheduled && /^online only/i.test(entry.passage.label?.text ?? '') ? 1 : 0;
}

function citationOf({ quote, passage, release }: Entry): Citation {
  return { quote, passage, release };
}

function sameRelease(a: Scored, b: Scored): boolean {
  return a.entry.releaseIndex === b.entry.releaseIndex;
}

function overlaps(
  a: { release: string; start: number; end: number; text: string },
  b: { release: string; start: number; end: number; text: string },
): boolean {
  return (a.release === b.release && a.start < b.end && b.start < a.end) || fold(a.text) === fold(b.text);
}
