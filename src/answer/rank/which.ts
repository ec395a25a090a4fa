import type { Entry } from '../index/corpus.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize, tokensOf } from '../text/tokens.ts';
import type { CompiledUnit, Occurrences } from './match.ts';

/** Token numbers at which an entry holds the last word of any alternative of a unit. */
export function placesOf({ options }: CompiledUnit, occurrences: Occurrences): readonly number[] {
  return options.flatMap(({ ids }) => occurrences.get(ids.at(-1) ?? -1) ?? []);
}

/** Asks which of a class. */
const WHICH = /^(?:(?:and|so|in|on|at|for|of|to|by|from|with) )?(?:which|what other)\b/;
/** An unnamed one of a class: "an authorized vaccine", "certain investors". */
const UNNAMED =
  /\b(?:an?|any|some|several|certain|various|other|multiple|numerous|many|most|additional|new|potential|strategic|key|leading|major)\s+(?:[\p{L}-]+\s+){0,5}$/iu;
const ONE_OF = /\bone of [^.;,]{0,60}$/i;
const NAMES = /\p{Lu}|\d|:|\b(?:includ\w+|such as|namely|called|known as|compris\w+|consist\w+|like)\b/u;
const REACH = 60;

/** Whether a passage that mentions the class asked for tells which of it. */
export function tellsWhich(
  { quote: { text }, passage }: Entry,
  { read, head }: Question,
  units: readonly CompiledUnit[],
  occurrences: Occurrences,
  said: ReadonlySet<string>,
): boolean {
  const unit = head === undefined ? undefined : units[head];
  if (passage.form !== 'sentence' || !WHICH.test(read) || unit === undefined) return true;
  const tokens = tokensOf(text);
  const places = placesOf(unit, occurrences).flatMap((place) => tokens[place] ?? []);
  if (places.length === 0) return true;
  return places.some(({ start, end }) => {
    const before = text.slice(0, start);
    const after = text.slice(end, end + REACH);
    // "One of the largest groups" is named at once, or not at all.
    if (ONE_OF.test(before)) return /^\s*(?:[,(:–—-]\s*)(?:the )?\p{Lu}/u.test(after);
    if (!UNNAMED.test(before)) return true;
    const fresh = tokenize(after).filter(({ form }) => !said.has(form) && !said.has(stem(form)));
    return (
      fresh.some((token) => NAMES.test(after.slice(token.start, token.end))) ||
      /^[^.;]*(?::|\b(?:includ\w+|such as|namely|called)\b)/.test(after)
    );
  });
}
