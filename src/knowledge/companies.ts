import { cut } from './cut.ts';
import { COMPANY_SUFFIX, NAME_PATTERN, sameCompany } from './names.ts';
import type { Quote, QuoteSource } from './quote.ts';

const NAME_AT_END = new RegExp(`(?:${NAME_PATTERN})$`, 'u');

/** ("LAI") after "long-acting injectable" is no company: the name before must be a proper name. */
export function namesCompany(short: string, text: string, at: number, start: number): boolean {
  const before = NAME_AT_END.exec(skipBrackets(text.slice(Math.max(start, at - 140), at)))?.[0] ?? '';
  if (before === '') return false;
  if (/company|corporation/i.test(short) || new RegExp(`${COMPANY_SUFFIX}$`, 'u').test(before)) return true;
  return sameCompany(short, before) || initialsOf(before).includes(short.toUpperCase());
}

function initialsOf(name: string): string {
  return [...name.matchAll(/\p{L}+/gu)]
    .map(([word]) => word.charAt(0))
    .join('')
    .toUpperCase();
}

const OFFICE_OF =
  /^(?:(?:[Cc]o-)?(?:CEO|CFO|COO|CTO|CMO|CSO|[Pp]resident|[Cc]hair\w*|[Ff]ounder|[Dd]irector|[Oo]fficer)(?:,? and |, | & )?)+ of (?:the )?(?=\p{Lu})/u;

/** The proper name that ends at an offset, without other companies joined to it by "and". */
export function nameBefore(source: QuoteSource, from: number, at: number): Quote | undefined {
  const low = Math.max(from, at - 140);
  const before = source.text.slice(low, at).replace(/[\s,]+$/, '');
  const run = NAME_AT_END.exec(skipBrackets(before))?.[0];
  if (run === undefined) return undefined;
  const trimmedRun = run.replace(
    /^(?:(?:The|About|At|In|On|For|With|By|As|Today|Yesterday|And|Of|Mr|Dr|CEO|Chairman|President|When|While|Since|Shares|Enter|Following|Meanwhile|Recently|Companies|Including|Like)\s+)+(?=\p{Lu})/u,
    '',
  );
  const parts = trimmedRun.split(/\s+and\s+(?=\p{Lu})/u);
  const last = parts.at(-1) ?? trimmedRun;
  const whole = new RegExp(`^${COMPANY_SUFFIX}$`, 'u').test(last) ? trimmedRun : last;
  // "Jane Roe, CEO of Acme Therapeutics (NASDAQ: ACME)": the office is no part of the name.
  const name = whole.replace(OFFICE_OF, '');
  const nameEnd = low + skipBrackets(before).length;
  const owner = /[’']s?$/.exec(name)?.[0].length ?? 0;
  return cut(source, nameEnd - name.length, nameEnd - owner);
}

/** Steps back over ("Short") and other brackets that stand between a name and its ticker. */
function skipBrackets(before: string): string {
  let rest = before.trimEnd();
  for (let round = 0; round < 4; round += 1) {
    const shorter = rest.replace(/[,\s]*[(（][^()（）]{0,90}[)）]$/, '').replace(/[,*]$|(?<=\.)\.$/, '');
    if (shorter === rest) break;
    rest = shorter.trimEnd();
  }
  return rest;
}
