import type { Release } from '../../knowledge/model.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  second: 1,
  '2nd': 1,
  third: 2,
  '3rd': 2,
  fourth: 3,
  '4th': 3,
  fifth: 4,
  '5th': 4,
  last: -1,
};

const ORDINAL_ABSTRACT =
  /\b(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\s+(abstract|paper|talk|poster|presentation|study|one|candidate)\b/i;

/** "The third paper" as the release lists them: the question with the candidate's code in its place. */
export function withOrdinalsNamed(question: string, releases: readonly Release[]): string {
  const match = ORDINAL_ABSTRACT.exec(question);
  const release = releases.at(-1);
  if (match === null || release === undefined || releases.length !== 1 || release.abstracts.length < 2)
    return question;
  const place = ORDINALS[(match[1] ?? '').toLowerCase()];
  const candidate = place === undefined ? undefined : release.abstracts.at(place)?.candidate;
  if (candidate === undefined) return question;
  const before = question.slice(0, match.index);
  return `${before}${candidate.text} ${match[2] ?? ''}${question.slice(match.index + match[0].length)}`;
}
