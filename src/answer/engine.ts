import type { Answer, QuestionScope } from './answer.ts';

/** Answers questions from a fixed set of releases; replaced as a whole when the releases change. */
export interface Engine {
  /** Never throws for any question text; empty or unreadable questions are refused. */
  readonly ask: (question: string, scope?: QuestionScope) => Answer;
  /** Questions that the loaded releases can answer, nearest to what has been typed, at most `limit`. */
  readonly suggest: (typed: string, scope: QuestionScope | undefined, limit: number) => readonly string[];
}
