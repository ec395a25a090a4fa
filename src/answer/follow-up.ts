import type { QuestionScope } from './answer.ts';
import { codeParts } from './question/codes.ts';
import { tokenize } from './text/tokens.ts';

/** More words than this are a question of their own. */
const SHORT = 8;
/** Starts and words that lean on what was said before: "and the time?", "what about its link". */
const LEANS =
  /^(?:and|but|so|ok(?:ay)?|also|then|what about|how about)\b|\b(?:it|its|this|that|they|there|one)\b/i;

/**
 * A reply to an answer keeps its release, and its subject when the reply names none: "and the time?"
 * after an answer on C-CAR088 asks for the time of C-CAR088. A release that is gone is not kept.
 */
export function followUp(
  text: string,
  scope: QuestionScope,
  isLoaded: (release: string) => boolean,
): { readonly text: string; readonly scope: QuestionScope } {
  const { previous } = scope;
  if (previous === undefined || !isLoaded(previous.release)) return { text, scope };
  const tokens = tokenize(text);
  const namesCode = tokens.some(({ form }) => codeParts(form) !== undefined || /^\d{3,}$/.test(form));
  const leans = tokens.length <= SHORT || LEANS.test(text);
  if (namesCode || !leans) return { text, scope };
  const kept = previous.subject === undefined ? text : `${previous.subject} ${text}`;
  return { text: kept, scope: { ...scope, release: previous.release } };
}
