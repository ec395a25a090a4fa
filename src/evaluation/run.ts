import { performance } from 'node:perf_hooks';
import type { QuestionScope } from '../answer/answer.ts';
import type { Engine } from '../answer/engine.ts';
import type { Release } from '../knowledge/model.ts';
import type { EvaluationQuestion } from './questions.ts';
import { type Mark, mark } from './score.ts';

/** Ask each question of its own release, or of all with the release's issuer as the server's default. */
export type Asking = 'own_release' | 'default_issuer';

export function runQuestions(
  engine: Engine,
  releases: readonly Release[],
  questions: readonly EvaluationQuestion[],
  asking: Asking,
): Mark[] {
  const byId = new Map(releases.map((release) => [release.id, release]));
  return questions.map((question) => {
    const release = byId.get(question.release);
    if (release === undefined) throw new Error(`${question.id}: release ${question.release} is not loaded`);
    const scope = asking === 'own_release' ? { release: release.id } : issuerScope(release);
    const started = performance.now();
    const answer = engine.ask(question.question, scope);
    return mark(question, answer, byId, performance.now() - started);
  });
}

function issuerScope(release: Release): QuestionScope {
  const { tickers, name } = release.issuer;
  const issuer = tickers[0]?.symbol.text ?? name?.text;
  return issuer === undefined ? {} : { issuer };
}
