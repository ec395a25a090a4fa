import type { CompiledUnit } from './rank/match.ts';
import type { Scored } from './rank/score.ts';
import { DECISION } from './rank/weights.ts';

/** Why a passage does not answer: the word that it leaves open, or the kind of thing it lacks. */
export type Verdict =
  | { readonly answers: true }
  | { readonly answers: false; readonly because: 'word'; readonly unit: CompiledUnit }
  | { readonly answers: false; readonly because: 'kind' | 'coverage' };

/** A name, code or number is accounted for only by itself or by what points back to it. */
const CRITICAL = 0.5;

/** Whether a passage answers, from evidence: every weighty word accounted for, and the kind asked for present. */
export function judge(scored: Scored, units: readonly CompiledUnit[]): Verdict {
  const open = units.find((unit, index) => isOpen(unit, index, scored, units));
  if (open !== undefined) return { answers: false, because: 'word', unit: open };
  if (!scored.kindPresent) return { answers: false, because: 'kind' };
  const enough =
    scored.coverage >= DECISION.coverage &&
    (units.every((unit) => unit.subject) || scored.coverageWithoutSubject >= DECISION.coverageWithoutSubject);
  return enough ? { answers: true } : { answers: false, because: 'coverage' };
}

function isOpen(unit: CompiledUnit, index: number, scored: Scored, units: readonly CompiledUnit[]): boolean {
  if (!unit.required) return false;
  const met = (at: number): boolean => {
    const needed = units[at]?.critical === true ? CRITICAL : DECISION.accounted;
    return (scored.accounted[at] ?? 0) >= needed;
  };
  if (unit.group === undefined) return !met(index);
  return !units.some((other, at) => other.group === unit.group && met(at));
}
