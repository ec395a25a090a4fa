import { stem } from '../text/stem.ts';
import { arabicPhases, tokenize } from '../text/tokens.ts';
import { readWord, type SpellingScope } from './spelling.ts';

/** A word of the question, slips repaired. */
export interface Word {
  readonly typed: string;
  /** The whole question, and where in it the word stands. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly stem: string;
  readonly quality: number;
  readonly capital: boolean;
  readonly acronym: boolean;
  /** Capital within a question that is not all capitals: written as a name. */
  readonly name: boolean;
  /** Joined to the word before by a hyphen. */
  readonly joined: boolean;
}

/** More words than this are not a question; the rest is not read. */
const MAX_WORDS = 60;
/** A day in figures, as written in America: "6/30/24". */
const DAY = /\b(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})\b/g;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The day as releases print it; figures that are no day are left. */
function dayInWords(figures: string, month: string, day: string, year: string): string {
  const name = MONTHS[Number(month) - 1];
  return name === undefined || Number(day) > 31
    ? figures
    : `${name} ${day} ${year.length === 2 ? `20${year}` : year}`;
}

/** "They've", "why'd", "what're": the verb of asking, which says nothing. */
const CONTRACTED =
  /\b(they|we|you|i|he|she|it|that|there|what|who|why|how|where|when)['\u2019](?:ve|re|d|ll|m)\b/gi;
/** "Abstract no.?": "no" at the end of a thing is a number. */
const NUMBER_SIGN =
  /\b(abstract|poster|presentation|publication|patent|contract|application|NCT|booth|hall|room|session|phone|tel|fax|docket|CUSIP) no\b\.?/gi;
/** "Ph3", "ph-2b". */
const PHASE = /\b(?:[Pp][Hh]-?|P)([1-4][ab]?)\b/g;

/** "FY2023" and "Q3'24" are a period and a year; nothing else with digits is taken apart. */
function separated(text: string): string {
  return text
    .replace(CONTRACTED, '$1')
    .replace(/\b(e)-(?=mail)/gi, '$1')
    .replace(PHASE, 'phase $1')
    .replace(NUMBER_SIGN, '$1 number')
    .replace(DAY, dayInWords)
    .replace(
      /\b(FY|[QH][1-4]|[1-4][QH])\s?['\u2019]?(\d{2}(?:\d{2})?)\b(?![.,]\d|%)/gi,
      (_, period: string, year: string) => {
        const named = /^\d/.test(period) ? `${period.charAt(1)}${period.charAt(0)}` : period;
        return `${named} ${year.length === 2 ? `20${year}` : year}`;
      },
    );
}

/** The words of a question as they are read against the releases in scope. */
export function readWords(text: string, scope: SpellingScope): Word[] {
  const source = separated(text);
  const tokens = arabicPhases(tokenize(source)).slice(0, MAX_WORDS);
  const words: Word[] = [];
  // A headline pasted as a question writes every word so.
  const long = tokens.filter(({ form }) => form.length > 3);
  const titled = long.length > 2 && long.filter(({ capital }) => capital).length > long.length * 0.6;
  tokens.forEach((token, index) => {
    const typed = source.slice(token.start, token.end);
    const acronym = /^[A-Z][A-Z0-9&]{1,6}s?$/.test(typed) && text !== text.toUpperCase();
    const next = tokens[index + 1]?.form ?? '';
    const first =
      index === 0 &&
      /^(?:were|we're|wear)$/.test(token.form) &&
      /^(?:is|are|was|the|do|does|did|can)$/.test(next);
    const reading = first ? { forms: ['where'], quality: 1 } : readWord(token.form, scope);
    const name = token.capital && index > 0 && !titled && !acronym && /\p{Ll}/u.test(typed);
    for (const form of reading.forms) {
      words.push({
        typed,
        source,
        start: token.start,
        end: token.end,
        form,
        stem: stem(form),
        quality: reading.quality,
        capital: token.capital,
        joined: token.joined && /-$/.test(source.slice(0, token.start)),
        acronym,
        name,
      });
    }
  });
  return words;
}

/** The words as the user wrote them, hyphens included. */
export function typedAs(run: readonly Word[]): string {
  const first = run[0];
  const last = run.at(-1);
  return first === undefined || last === undefined ? '' : first.source.slice(first.start, last.end);
}
