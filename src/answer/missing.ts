import { judge } from './decide.ts';
import type { Question } from './question/question.ts';
import type { CompiledUnit } from './rank/match.ts';
import type { Scored } from './rank/score.ts';

/**
 * What is missing, to follow "The release gives": "no date for C-CAR039", "nothing about “runway”".
 * Holds words of the question, so whoever shows it escapes it.
 */
export function missingWords(
  question: Question,
  closest: Scored | undefined,
  units: readonly CompiledUnit[],
): string {
  const subject = question.units.find((unit) => unit.subject)?.typed;
  const about = subject === undefined ? '' : ` for ${subject}`;
  const verdict = closest === undefined ? undefined : judge(closest, units);
  if (verdict !== undefined && !verdict.answers && verdict.because === 'word') {
    return verdict.unit.subject
      ? `nothing about ${verdict.unit.typed}`
      : `nothing about “${verdict.unit.typed}”${about}`;
  }
  if (verdict !== undefined && !verdict.answers && verdict.because === 'kind') {
    return `${question.wanted.name.replace(/^(?:a|an|the) /, 'no ')}${about}`;
  }
  const weightiest = [...question.units].sort((a, b) => b.weight - a.weight).find((unit) => !unit.subject);
  return weightiest === undefined
    ? `nothing that answers this${about}`
    : `nothing about “${weightiest.typed}”${about}`;
}
