import type { Release } from '../knowledge/model.ts';
import type { Answer, Citation, QuestionScope } from './answer.ts';
import { choicesNear, issuersAnswering } from './choices.ts';
import { answered, answerWith, refuse } from './compose.ts';
import { judge } from './decide.ts';
import { answerByDefinition } from './definitions.ts';
import type { Engine } from './engine.ts';
import { followUp } from './follow-up.ts';
import { buildCorpus } from './index/corpus.ts';
import { buildScope, type Scope } from './index/scope.ts';
import { createIssuerDirectory } from './issuers.ts';
import { layoutAnswer } from './layout.ts';
import { overallAnswer } from './overall.ts';
import { analyze } from './question/analyze.ts';
import { declineReason } from './question/declines.ts';
import { withOrdinalsNamed } from './question/ordinals.ts';
import { type Question, WEIGHT } from './question/question.ts';
import { pickCandidates } from './rank/candidates.ts';
import { contextMaker } from './rank/context.ts';
import type { CompiledUnit } from './rank/match.ts';
import { type Scored, scoreEntry } from './rank/score.ts';
import { DECISION } from './rank/weights.ts';
import { suggestQuestions } from './suggest.ts';
import { fold } from './text/fold.ts';

/** Word lists of this many sets of releases are kept; a server asks of few. */
const SCOPES_KEPT = 64;

/** With so few releases, every issuer's words are listed at the start. */
const WARMED = 50;

/** One question of each common kind, the first of them misspelt. */
const WARMING = [
  'wen wil teh frist reslts be anounced',
  'How many patients did the trial enroll?',
  'Who is the chief executive officer of the company?',
  'What was the net loss in the third quarter?',
  'Where will the meeting take place, and when does it begin?',
  'Why was the exercise price of the warrants reduced?',
] as const;

/** What ranking saw of a question, for fitting its numbers. */
export interface Examined {
  readonly scored: readonly Scored[];
  readonly units: readonly CompiledUnit[];
}

export interface ExaminedEngine extends Engine {
  /** Undefined when the question is declined, or answered without ranking. */
  readonly examine: (question: string, scope: QuestionScope) => Examined | undefined;
}

/** Indexes the releases (the caller passes published ones only) and answers questions about them. */
export function createEngine(loaded: readonly Release[]): ExaminedEngine {
  // Oldest first, so that a later release has the higher index.
  const releases = [...loaded].sort((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''));
  const corpus = buildCorpus(releases);
  const directory = createIssuerDirectory(corpus);
  const contextOf = contextMaker(corpus);
  const scopes = new Map<string, Scope>();

  const scopeOf = (indexes: readonly number[]): Scope => {
    const key = indexes.length === releases.length ? '*' : indexes.join(',');
    const known = scopes.get(key);
    if (known !== undefined) return known;
    const built = buildScope(corpus, indexes);
    if (scopes.size >= SCOPES_KEPT) scopes.delete(scopes.keys().next().value ?? '');
    scopes.set(key, built);
    return built;
  };

  const read = (text: string, scope: Scope): Question =>
    analyze(withOrdinalsNamed(text, scope.releases), scope);

  function rank(question: Question, scope: Scope): Examined {
    const context = contextOf(question);
    const scored = pickCandidates(corpus, scope.releaseIndexes, context.units)
      .map((entry) => scoreEntry(entry, context))
      .sort((a, b) => b.score - a.score);
    return { scored, units: context.units };
  }

  function ask(text: string, asked: QuestionScope = {}): Answer {
    const reason = declineReason(fold(text));
    if (reason !== undefined) return { outcome: 'declined', reason };
    const followed = followUp(text, asked, (id) => releases.some((release) => release.id === id));
    const selection = directory.select(followed.text, followed.scope);
    if (selection.outcome !== 'releases') return selection;
    const scope = scopeOf(selection.indexes);
    return answerFrom(read(followed.text, scope), scope, selection.named);
  }

  function answerFrom(question: Question, scope: Scope, issuerNamed: boolean): Answer {
    const nearMiss = question.unknownCodes[0];
    const choices = nearMiss === undefined ? [] : choicesNear(nearMiss.key, scope);
    if (nearMiss !== undefined && choices.length > 0) {
      return { outcome: 'ambiguous', about: 'candidate', typed: nearMiss.typed, choices };
    }
    const outright = outrightAnswer(question, scope);
    if (outright !== undefined) return answered(outright, question);

    const { scored, units } = rank(question, scope);
    const answering = claimsSomething(question) ? scored.filter((one) => judge(one, units).answers) : [];
    const best = newestOfBest(answering);
    if (best === undefined) return refuse(question, scope, scored, units);
    const issuers = issuerNamed || scope.releases.length < 2 ? [] : issuersAnswering(answering, best);
    if (issuers.length > 1) {
      return { outcome: 'ambiguous', about: 'issuer', typed: question.text, choices: issuers };
    }
    return answerWith(best, answering, question) ?? refuse(question, scope, scored, units);
  }

  /** What needs no ranking: the company or the release as a whole, a term's meaning, what the layout tells. */
  function outrightAnswer(question: Question, scope: Scope): readonly Citation[] | undefined {
    const overall = overallAnswer(question, scope);
    if (overall !== undefined) return overall;
    const told = answerByDefinition(question, scope, corpus) ?? layoutAnswer(question, scope);
    return told === undefined ? undefined : [told];
  }

  function examine(text: string, asked: QuestionScope): Examined | undefined {
    const selection = directory.select(text, asked);
    if (declineReason(fold(text)) !== undefined || selection.outcome !== 'releases') return undefined;
    const scope = scopeOf(selection.indexes);
    const question = read(text, scope);
    const outright = outrightAnswer(question, scope);
    return question.unknownCodes.length > 0 || outright !== undefined ? undefined : rank(question, scope);
  }

  // A server's first question should not wait for the words of its issuer's releases to be listed.
  if (releases.length <= WARMED) {
    for (const indexes of directory.issuers) {
      const scope = scopeOf(indexes);
      scope.lookAlikes('', 0);
      answerFrom(read(WARMING[0], scope), scope, true);
    }
  }

  // Nor for the lexicon's words to be listed, which a misspelt word asks for, or for patterns to be compiled.
  const warming = releases[0];
  if (warming !== undefined) for (const question of WARMING) ask(question, { release: warming.id });

  return {
    ask,
    examine,
    suggest: (typed, asked, limit) => {
      const selection = directory.select(typed, asked ?? {});
      const indexes = selection.outcome === 'releases' ? selection.indexes : directory.current;
      const answered = (question: string): boolean => ask(question, asked).outcome === 'answered';
      return suggestQuestions(typed, scopeOf(indexes).releases, answered, limit);
    },
  };
}

/** A question of light words alone ("so?") is answered by nothing, unless it wants a kind of thing. */
function claimsSomething({ units, wanted }: Question): boolean {
  return wanted.kind !== 'statement' || units.some((unit) => unit.weight >= WEIGHT.soft);
}

/** Of the entries that answer about as well as the best, the first of the newest release. */
function newestOfBest(answering: readonly Scored[]): Scored | undefined {
  const top = answering[0];
  if (top === undefined) return undefined;
  const near = answering.filter((one) => one.score >= top.score - DECISION.newerWinsWithin);
  const newest = Math.max(...near.map((one) => one.entry.releaseIndex));
  return near.find((one) => one.entry.releaseIndex === newest);
}
