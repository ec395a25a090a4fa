import type { Answer } from '../answer/answer.ts';
import type { Release } from '../knowledge/model.ts';
import type { EvaluationQuestion } from './questions.ts';

/** How one question went. */
export interface Mark {
  readonly question: EvaluationQuestion;
  readonly answer: Answer;
  readonly right: boolean;
  /** Answered although it should have been refused, or with words that do not answer. */
  readonly wronglyAnswered: boolean;
  readonly milliseconds: number;
}

export interface Tally {
  readonly right: number;
  readonly answerable: number;
  readonly falseAnswers: number;
  readonly unanswerable: number;
  readonly answeredWrongly: number;
  readonly byKind: ReadonlyMap<string, { readonly right: number; readonly total: number }>;
}

/** Most characters of all quotes of an answer together. */
const MOST_QUOTED = 600;

/**
 * An answer is right when every quote is the release's text between its offsets, all together are at
 * most 600 characters, and one of the accepted strings stands in them (case and white space folded).
 * A question that the release does not answer is right when it is refused.
 */
export function mark(
  question: EvaluationQuestion,
  answer: Answer,
  releases: ReadonlyMap<string, Release>,
  milliseconds: number,
): Mark {
  const answered = answer.outcome === 'answered';
  if (!question.answerable) {
    return { question, answer, right: !answered, wronglyAnswered: answered, milliseconds };
  }
  const right = answered && holdsAnswer(question, answer, releases);
  return { question, answer, right, wronglyAnswered: answered && !right, milliseconds };
}

function holdsAnswer(
  question: EvaluationQuestion,
  answer: Extract<Answer, { outcome: 'answered' }>,
  releases: ReadonlyMap<string, Release>,
): boolean {
  const quotes = answer.citations.map(({ quote }) => quote);
  const verbatim = quotes.every(
    (quote) => releases.get(quote.release)?.text.slice(quote.start, quote.end) === quote.text,
  );
  const said = foldSpaces(quotes.map(({ text }) => text).join(' … '));
  return (
    verbatim &&
    said.length <= MOST_QUOTED &&
    acceptedTexts(question, releases).some((one) => said.includes(one))
  );
}

export function acceptedTexts(
  question: EvaluationQuestion,
  releases: ReadonlyMap<string, Release>,
): string[] {
  const text = releases.get(question.release)?.text ?? '';
  const cut = (question.answer ?? []).map(([start, end]) => text.slice(start, end));
  return [...cut, ...(question.answer_contains ?? [])].map(foldSpaces).filter((one) => one !== '');
}

/** As the scoring rule folds: NBSP and runs of white space are one space, case is ignored. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

export function tally(marks: readonly Mark[]): Tally {
  const byKind = new Map<string, { right: number; total: number }>();
  for (const { question, right } of marks) {
    const kind = byKind.get(question.kind) ?? { right: 0, total: 0 };
    kind.total += 1;
    if (right) kind.right += 1;
    byKind.set(question.kind, kind);
  }
  const answerable = marks.filter(({ question }) => question.answerable);
  const unanswerable = marks.filter(({ question }) => !question.answerable);
  return {
    right: answerable.filter(({ right }) => right).length,
    answerable: answerable.length,
    falseAnswers: unanswerable.filter(({ right }) => !right).length,
    unanswerable: unanswerable.length,
    answeredWrongly: answerable.filter(({ wronglyAnswered }) => wronglyAnswered).length,
    byKind: new Map([...byKind].sort(([a], [b]) => a.localeCompare(b))),
  };
}
