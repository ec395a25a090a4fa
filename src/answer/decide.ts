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
 * Whether a passage answers. Most rules are hard, since breaking them misleads: no weighty word of the
 * question is left open, and a question for a date, a time or a place is not answered without one. Only
 * among passages that keep them all is evidence weighed.
 */
export function judge(scored: Scored, units: readonly CompiledUnit[]): Verdict {
  const open = units.find((unit, index) => isOpen(unit, index, scored.accounted, units));
  if (open !== undefined) return { answers: false, because: 'word', unit: open };
  if (!scored.kindPresent) return { answers: false, because: 'kind' };
  // A line that only stands under the right heading says nothing of its own to the question.
  const beside = scored.silent || scored.offTopic || scored.contradicted;
  if (beside || scored.score < model().threshold) return { answers: false, because: 'evidence' };
  return { answers: true };
}
