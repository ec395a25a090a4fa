import type { Release } from '../knowledge/model.ts';
import type { Answer, Choice, Citation, QuestionScope } from './answer.ts';
import { judge } from './decide.ts';
import { definitionOf, spelledOut } from './definitions.ts';
import type { Engine } from './engine.ts';
import { buildCorpus, stemsOf } from './index/corpus.ts';
import { kindsIn } from './index/kinds.ts';
import { buildScope, type Scope } from './index/scope.ts';
import { createIssuerDirectory } from './issuers.ts';
import { layoutAnswer } from './layout.ts';
import { englishLevel } from './lexicon/english.ts';
import { missingWords } from './missing.ts';
import { MOST_QUOTED, narrowQuote } from './narrow.ts';
import { analyze, type Question } from './question/analyze.ts';
import { codeParts } from './question/codes.ts';
import { declineReason } from './question/declines.ts';
import { withOrdinalsNamed } from './question/ordinals.ts';
import { pickCandidates } from './rank/candidates.ts';
import { bestInText, type CompiledUnit, compileUnits, occurrencesIn } from './rank/match.ts';
import { type Scored, type ScoringContext, scoreEntry } from './rank/score.ts';
import { DECISION } from './rank/weights.ts';
import { suggestQuestions } from './suggest.ts';
import { fold } from './text/fold.ts';

/** Most quotes of one answer, and most related facts of a refusal (the design's rules). */
const MOST_QUOTES = 3;
const MOST_NEAREST = 3;
const SCOPES_KEPT = 64;

/** What ranking saw of a question, for fitting its numbers. */
export interface Examined {
  readonly scored: readonly Scored[];
  readonly units: readonly CompiledUnit[];
}

export interface ExaminedEngine extends Engine {
  /** Undefined when the question is declined or not asked of any release. */
  readonly examine: (question: string, scope: QuestionScope) => Examined | undefined;
}

/** Indexes the releases (the caller passes published ones only) and answers questions about them. */
export function createEngine(loaded: readonly Release[]): ExaminedEngine {
  const releases = [...loaded].sort((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''));
  const corpus = buildCorpus(releases);
  const directory = createIssuerDirectory(corpus);
  const scopes = new Map<string, Scope>();
  const stemsByRelease = new Map<string, ReadonlySet<number>>();

  const scopeOf = (indexes: readonly number[]): Scope => {
    const key = indexes.length === releases.length ? '*' : indexes.join(',');
    const known = scopes.get(key);
    if (known !== undefined) return known;
    const built = buildScope(corpus, indexes);
    if (scopes.size >= SCOPES_KEPT) scopes.delete(scopes.keys().next().value ?? '');
    scopes.set(key, built);
    return built;
  };

  const textStems = (release: Release, part: 'issuer' | 'headline'): ReadonlySet<number> => {
    const key = `${part}:${release.id}`;
    const known = stemsByRelease.get(key);
    if (known !== undefined) return known;
    const texts = part === 'issuer' ? issuerTexts(release) : [release.headline?.text ?? ''];
    const found = new Set(
      texts.flatMap((text) => [
        ...stemsOf(part === 'issuer' ? distinctive(text) : text, corpus.vocabulary).stems,
      ]),
    );
    stemsByRelease.set(key, found);
    return found;
  };

  function ask(text: string, asked: QuestionScope = {}): Answer {
    const folded = fold(text);
    const declined = declineReason(folded);
    if (declined !== undefined) return { outcome: 'declined', reason: declined };
    const selection = directory.select(text, asked);
    if (selection.outcome !== 'releases') return selection;
    const scope = scopeOf(selection.indexes);
    const question = analyze(withOrdinalsNamed(text, scope.releases), scope);
    return answerFrom(question, scope, selection.named);
  }

  function answerFrom(question: Question, scope: Scope, issuerNamed: boolean): Answer {
    const nearMiss = question.unknownCodes[0];
    if (nearMiss !== undefined) {
      const choices = choicesNear(nearMiss.key, scope);
      if (choices.length > 0)
        return { outcome: 'ambiguous', about: 'candidate', typed: nearMiss.typed, choices };
    }
    const defined = answerByDefinition(question, scope);
    if (defined !== undefined) return defined;

    const direct = layoutAnswer(question, scope);
    if (direct !== undefined) return answered([direct], question, []);
    const { scored, units, context } = rank(question, scope);
    const weighty = units.some((unit) => unit.weight >= 0.5) || question.wanted.kind !== 'statement';
    const answering = weighty ? scored.filter((one) => judge(one, units).answers) : [];
    const best = newestOfBest(answering);
    if (best === undefined) return refuse(question, scope, scored, units);
    if (!issuerNamed && scope.releases.length > 1) {
      const rivals = issuersOf(answering, best);
      if (rivals.length > 1)
        return { outcome: 'ambiguous', about: 'issuer', typed: question.text, choices: rivals };
    }
    return answerWith(best, answering, question, units, context) ?? refuse(question, scope, scored, units);
  }

  function rank(
    question: Question,
    scope: Scope,
  ): { scored: Scored[]; units: CompiledUnit[]; context: ScoringContext } {
    const units = compileUnits(question, corpus);
    const context: ScoringContext = {
      corpus,
      question,
      units,
      relevant: new Set(units.flatMap((unit) => unit.options.flatMap(({ ids }) => ids))),
      issuerStems: (entry) => textStems(entry.release, 'issuer'),
      headlineStems: (entry) => textStems(entry.release, 'headline'),
    };
    const scored = pickCandidates(corpus, scope.releaseIndexes, units)
      .map((entry) => scoreEntry(entry, context))
      .sort((a, b) => b.score - a.score);
    return { scored, units, context };
  }

  function examine(text: string, asked: QuestionScope): Examined | undefined {
    if (declineReason(fold(text)) !== undefined) return undefined;
    const selection = directory.select(text, asked);
    if (selection.outcome !== 'releases') return undefined;
    const scope = scopeOf(selection.indexes);
    const question = analyze(withOrdinalsNamed(text, scope.releases), scope);
    if (question.unknownCodes.length > 0 || answerByDefinition(question, scope) !== undefined)
      return undefined;
    return rank(question, scope);
  }

  function answerByDefinition(question: Question, scope: Scope): Answer | undefined {
    const { kind } = question.wanted;
    if (kind !== 'definition' && kind !== 'former_name' && kind !== 'description') return undefined;
    const terms = question.units.filter(
      (unit) => unit.weight > 0.5 && !/^(?:stand|mean|former|defin|fka|used)/i.test(unit.typed),
    );
    const term = terms[0];
    if (term === undefined || (terms.length > 1 && kind === 'description')) return undefined;
    const relation = kind === 'former_name' ? 'former' : 'means';
    for (const one of terms) {
      const citation = definitionOf(one.typed, scope, relation);
      if (citation !== undefined) return answered([citation], question, []);
    }
    if (kind === 'former_name') return undefined;
    const short = /^[\p{L}-]{3,7}$/u.test(term.typed) ? spelledOut(term.typed, scope, corpus) : undefined;
    if (short === undefined) return undefined;
    const quote = narrowQuote(short.release, short.quote, [], () => true);
    return quote === undefined ? undefined : answered([{ ...short, quote }], question, []);
  }

  function answerWith(
    best: Scored,
    answering: readonly Scored[],
    question: Question,
    units: readonly CompiledUnit[],
    context: ScoringContext,
  ): Answer | undefined {
    const citations: Citation[] = [];
    let room = MOST_QUOTED;
    const rivals = answering.filter(
      (one) => one !== best && sameRelease(one, best) && one.score >= best.score - DECISION.tie,
    );
    for (const { entry } of [best, ...rivals]) {
      if (citations.length >= MOST_QUOTES || citations.some(({ quote }) => overlaps(quote, entry.quote)))
        continue;
      const occurrences = occurrencesIn(entry, context.relevant);
      const positions = units
        .map((unit) => bestInText(unit, occurrences).position)
        .filter((position) => position >= 0);
      const holds = (text: string): boolean =>
        question.wanted.needs === 0 || (kindsIn(text) & question.wanted.needs) !== 0;
      const quote = narrowQuote(entry.release, entry.quote, positions, holds, room);
      if (quote === undefined) continue;
      citations.push({ quote, passage: entry.passage, release: entry.release });
      // Three characters join two quotes when their length is counted.
      room -= quote.text.length + 3;
    }
    if (citations.length === 0) return undefined;
    const older = answering.filter(
      (one) =>
        one.entry.releaseIndex < best.entry.releaseIndex && one.entry.quote.text !== best.entry.quote.text,
    );
    const earlier = older
      .slice(0, 1)
      .map(({ entry }) => ({ quote: entry.quote, passage: entry.passage, release: entry.release }));
    return answered(citations, question, earlier);
  }

  function refuse(
    question: Question,
    scope: Scope,
    scored: readonly Scored[],
    units: readonly CompiledUnit[],
  ): Answer {
    const closest = [...scored].sort((a, b) => b.coverage - a.coverage || b.score - a.score);
    const nearest: Citation[] = [];
    let shown: Scored | undefined;
    for (const one of closest) {
      const { entry, coverage } = one;
      if (nearest.length >= MOST_NEAREST || coverage < 0.2) break;
      const quote = narrowQuote(entry.release, entry.quote, [], () => true);
      if (quote === undefined || entry.passage.role === 'forward_looking' || entry.passage.form === 'heading')
        continue;
      if (nearest.some((known) => overlaps(known.quote, quote))) continue;
      shown ??= one;
      nearest.push({ quote, passage: entry.passage, release: entry.release });
    }
    const release = nearest[0]?.release ?? scope.releases.at(-1);
    return {
      outcome: 'not_disclosed',
      missing: missingWords(question, shown ?? closest[0], units),
      ...(release === undefined ? {} : { release }),
      nearest,
      contacts: release?.contacts ?? [],
    };
  }

  return {
    ask,
    examine,
    suggest: (typed, asked, limit) => {
      const selection = directory.select(typed, asked ?? {});
      const indexes =
        selection.outcome === 'releases' ? selection.indexes : releases.map((_, index) => index);
      return suggestQuestions(typed, scopeOf(indexes).releases, limit);
    },
  };
}

function answered(citations: readonly Citation[], question: Question, earlier: readonly Citation[]): Answer {
  const first = citations[0];
  if (first === undefined) throw new RangeError('an answer needs a citation');
  const subject = question.units.find((unit) => unit.subject)?.typed;
  return {
    outcome: 'answered',
    citations,
    release: first.release,
    asked: { attribute: question.wanted.name, ...(subject === undefined ? {} : { subject }) },
    earlier,
    ...(first.release.supersedes === undefined ? {} : { correctionOf: first.release.supersedes }),
  };
}

function newestOfBest(answering: readonly Scored[]): Scored | undefined {
  const top = answering[0];
  if (top === undefined) return undefined;
  const near = answering.filter((one) => one.score >= top.score - DECISION.newerWinsWithin);
  const newest = Math.max(...near.map((one) => one.entry.releaseIndex));
  return near.find((one) => one.entry.releaseIndex === newest);
}

function issuersOf(answering: readonly Scored[], best: Scored): Choice[] {
  const seen = new Map<string, Choice>();
  for (const { entry, score } of answering) {
    const name = entry.release.issuer.name ?? entry.release.headline;
    if (name === undefined || score < best.score - DECISION.newerWinsWithin) continue;
    const key = entry.release.issuer.name === undefined ? entry.release.id : fold(name.text);
    if (!seen.has(key)) seen.set(key, { name, release: entry.release });
  }
  return [...seen.values()].slice(0, 25);
}

function issuerTexts(release: Release): string[] {
  const { name, shortNames, tickers, aliases } = release.issuer;
  return [
    name?.text ?? '',
    ...shortNames.map((one) => one.text),
    ...tickers.map((one) => one.symbol.text),
    ...aliases,
  ];
}

/** A company's name without the words that any text has: "GeoVax Labs" does not speak of laboratories. */
function distinctive(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => (englishLevel(fold(word).replace(/[^a-z]/g, '')) ?? 60) > 40)
    .filter(
      (word) =>
        !/^(?:inc|corp|ltd|llc|plc|biotech|biotechnology|pharma|pharmaceuticals?|therapeutics|biopharma|biosciences?|biomedical|biomedicine|oncology)\b/i.test(
          word,
        ),
    )
    .join(' ');
}

function choicesNear(key: string, scope: Scope): Choice[] {
  const letters = codeParts(key)?.letters;
  const near = [...scope.products].filter(([known]) => codeParts(known)?.letters === letters);
  return near.slice(0, 25).flatMap(([known, { release }]) => {
    const name =
      release.entities.find(
        (entity) => entity.kind === 'product' && fold(entity.name.text).replace(/[^a-z0-9]/g, '') === known,
      )?.name ??
      release.abstracts.find(
        ({ candidate }) =>
          candidate !== undefined && fold(candidate.text).replace(/[^a-z0-9]/g, '') === known,
      )?.candidate;
    return name === undefined ? [] : [{ name, release }];
  });
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
