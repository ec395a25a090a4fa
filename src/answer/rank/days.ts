import { DATE_PATTERN, isoDay, MONTH, monthNumber } from '../../knowledge/dates.ts';
import { DATE, DURATION } from '../index/kinds.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import { instances, NO_WORDS } from './instances.ts';

/** "After the conference", "until the closing of": a time by what happens. */
const BY_EVENT =
  /\b(?:(?:beginning|starting|commencing|effective)\s(?:on|from|upon|with)|following|after|upon|prior to|before|once|until|within|during|subsequent to|when|at|as of|(?<=(?:day|week|month|year)s?\s)from)\s+(?=((?:[\p{L}\p{N}’'-]+\s?){1,8}))/giu;
/** "At week 24", "at least": no time that a reader could put in a calendar. */
const NO_EVENT =
  /^(?:weeks?|days?|months?|baseline|least|most|all|any|risk|such|this time|the time|doses?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\.? \d+|(?:19|20)\d\d)\b/i;
const SOON =
  /\b(?:later|early|late|end|beginning)\s+(?:this|in|of|next)\b|\b(?:this|next|coming)\s+(?:(?:few|couple of|several|\w+)\s+)?(?:year|month|week|day|quarter)s?\b|\b(?:tomorrow|yesterday|immediately|soon|shortly)\b/i;
/** Asks for what has been. */
const PAST = /\b(?:did|was|were)\b/;
const AT_PRESENT = /\b(?:today|currently)\b/i;
const AHEAD = /\b(?:will|would|could|can|may|might|going to|expect\w*|plan\w*|due|next)\b/;
/** Asks for the day itself, which no event stands for. */
const DAY_ITSELF = /\b(?:date|day|month|year|quarter|week|runway|(?:cash|money|funds) lasts?)\b/;

/** "March 3, ": the year that follows belongs to the day, which counts itself. */
const DAY_BEFORE = /\p{Lu}\p{L}+\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s*$/u;
/** Asks for what is still to come. */
const TO_COME =
  /\b(?:will|going to)\b|\b(?:is|are)\b.*\b(?:expected|due|anticipated|scheduled|planned)\b|\b(?:do|does)\b.*\b(?:expect|anticipate|plan)\b/;
const FULL_DATE = new RegExp(`^${DATE_PATTERN}`, 'i');

const PREPOSED = /^(?:last|since|early|late|mid-?|next|in|by|until|through)\s+/i;
const MONTH_OF_YEAR = new RegExp(`^(${MONTH})\\.?,?\\s+((?:19|20)\\d\\d)\\b`, 'i');

/** Whether the text starts with a day before the release's own: no day of what will happen. */
function isBefore(text: string, published: string | undefined): boolean {
  if (published === undefined) return false;
  const bare = text.replace(PREPOSED, '');
  const day = isoDay(FULL_DATE.exec(bare)?.[0] ?? '');
  if (day !== undefined) return day < published.slice(0, 10);
  const [, month, year] = MONTH_OF_YEAR.exec(bare) ?? [];
  if (month !== undefined && year !== undefined) {
    return `${year}-${String(monthNumber(month)).padStart(2, '0')}` < published.slice(0, 7);
  }
  const alone = YEAR_ALONE.exec(bare)?.[0];
  return alone !== undefined && alone < published.slice(0, 4);
}

/** "When are third quarter results out": the year of the quarter is no day. */
const PERIOD_ASKED = /\b(?:quarter|half|q[1-4]|h[12]|full year|annual|fiscal)\b/;
const PERIOD_BEFORE =
  /\b(?:quarter|half|q[1-4]|h[12]|full[- ]year|fiscal(?: year)?)\s(?:of\s|fiscal\s|year\s)*$/i;
/** Asks for what has been done, and not for what was to be. */
const HAS_BEEN =
  /^(?:when|on (?:what|which) (?:date|day)) (?:did|was|were)\b(?!.*\b(?:due|suppos\w+|schedul\w+|expected|effective|payable|plan\w*)\b)/;

/** Whether the text starts with a day after the release's own: no day of what has been. */
function isAfter(text: string, published: string | undefined): boolean {
  const day = isoDay(FULL_DATE.exec(text.replace(PREPOSED, ''))?.[0] ?? '');
  return day !== undefined && published !== undefined && day > published.slice(0, 10);
}

/** "The 2025 Congress" is not held in 2025 by its name alone; "in 2025" and "by 2025" say when. */
const YEAR_ALONE = /^(?:19|20)\d\d\b/;
const IN_YEAR =
  /(?:\b(?:in|by|since|until|till|through|during|for|of|from|to|late|early|mid|year|fiscal|and|or|spring|summer|fall|winter|autumn|before|after|half|quarter|into)|(?<!\bAct)[-–—/&,(])\s*$(?<!\bAct of\s*)/i;

/** "15 minutes prior to the start", "within 30 days": a time counted from what the reader knows. */
const FROM_EVENT =
  /\b(?:\d+|one|two|three|four|five|six|ten|fifteen|thirty)(?:\s\(\d+\))?\s(?:(?:business|calendar|trading)\s)?(?:minutes|hours?|days?|weeks?)\s(?:prior|before|in advance|early|ahead|after|following|later|from)\b|\bwithin\s(?:approximately\s)?(?:\d+|three|five|seven|ten|fourteen|fifteen|twenty|thirty|forty-five|sixty|ninety)(?:\s\(\d+\))?\s(?:(?:business|calendar|trading)\s)?(?:hours|days|weeks|months)\b/i;
/** It has no end, which tells when: never. */
const NO_END =
  /\b(?:(?:do|does|will) not|never) expire|\bno (?:expiration|expiry|end|fixed|maturity)(?: date)?\b|\bperpetual\b/i;
/** Asks when something is over, which its length tells as well. */
const ASKS_END = /\b(?:expir\w*|matur\w*|run(?:s)? out|ends?|lapse[sd]?|over|up)\b/;

/** Where a text tells a day that the question did not say itself; an event stands for one only where no day is asked. */
export function daysTold(
  text: string,
  { read }: Question,
  asked: ReadonlySet<string>,
  published: string | undefined,
): number[] {
  const dated = instances(DATE, text, asked).filter(
    (at) =>
      !(
        PERIOD_ASKED.test(read) &&
        YEAR_ALONE.test(text.slice(at)) &&
        PERIOD_BEFORE.test(text.slice(0, at))
      ) &&
      (!YEAR_ALONE.test(text.slice(at)) ||
        (IN_YEAR.test(text.slice(0, at)) && !DAY_BEFORE.test(text.slice(0, at)))) &&
      !(TO_COME.test(read) && isBefore(text.slice(at), published)) &&
      !(HAS_BEEN.test(read) && isAfter(text.slice(at), published)),
  );
  const days = PAST.test(read) ? dated : [...dated, ...instances(SOON, text, NO_WORDS)];
  if (days.length > 0) return days;
  if (!AHEAD.test(read) && AT_PRESENT.test(text)) return instances(AT_PRESENT, text, NO_WORDS);
  if (ASKS_END.test(read)) {
    const endless = instances(NO_END, text, NO_WORDS);
    if (endless.length > 0) return endless;
    const terms = instances(DURATION, text, asked);
    if (terms.length > 0) return terms;
  }
  if (DAY_ITSELF.test(read)) return [];
  const ahead = PAST.test(read) ? [] : instances(FROM_EVENT, text, NO_WORDS);
  if (ahead.length > 0) return ahead;
  // An event that the question names itself is what it asks the day of.
  return [...text.matchAll(BY_EVENT)]
    .filter(([, event]) => {
      if (NO_EVENT.test(event ?? '')) return false;
      const words = tokenize(event ?? '').filter(({ form }) => !FUNCTION_WORDS.has(form));
      return words.length > 0 && !words.some(({ form }) => asked.has(stem(form)));
    })
    .map(({ index }) => index);
}
