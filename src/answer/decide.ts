import { isOpen } from './rank/coverage.ts';
import type { CompiledUnit } from './rank/match.ts';
import { model } from './rank/model.ts';
import type { Scored } from './rank/score.ts';

/** Why a passage does not answer: the word that it leaves open, or the kind of thing it lacks. */
export type Verdict =
  | { readonly answers: true }
  | { readonly answers: false; readonly because: 'word'; readonly unit: CompiledUnit }
  | { readonly answers: false; readonly because: 'kind' | 'evidence' };

/**
 * Whether a passage answers. Two rules are hard, since breaking them misleads: a code, name or number
 * of the question is never left open, and a question for a date, a time or a place is never answered
 * without one. The rest is weighed.
 */
export function judge(scored: Scored, units: readonly CompiledUnit[]): Verdict {
  const open = units.filter((unit, index) => isOpen(unit, index, scored.accounted, units));
  const hard = open.find(({ required }) => required);
  if (hard !== undefined) return { answers: false, because: 'word', unit: hard };
  if (!scored.kindPresent) return { answers: false, because: 'kind' };
  // A line that only stands under the right heading says nothing of its own to the question.
  if (scored.silent) return { answers: false, because: 'evidence' };
  if (scored.offTopic) return { answers: false, because: 'evidence' };
  if (scored.contradicted) return { answers: false, because: 'evidence' };
  if (scored.score >= model().threshold) return { answers: true };
  const heaviest = [...open].sort((a, b) => b.weight - a.weight)[0];
  return heaviest === undefined
    ? { answers: false, because: 'evidence' }
    : { answers: false, because: 'word', unit: heaviest };
}
