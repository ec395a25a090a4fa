import type { Corpus, Entry } from '../index/corpus.ts';
import { type Token, tokensOf } from '../text/tokens.ts';

/** Numbers that count nothing: years, and what follows these words. */
const NOT_A_COUNT = new Set([
  'phase',
  'grade',
  'week',
  'type',
  'item',
  'section',
  'rule',
  'form',
  'part',
  'no',
  'propos',
  'proposal',
  'class',
  'seri',
  'level',
  'exhibit',
  'januari',
  'februari',
  'march',
  'april',
  'mai',
  'june',
  'juli',
  'august',
  'septemb',
  'octob',
  'novemb',
  'decemb',
]);

/** What follows a number that measures and does not count: "90 cents", "22.5 mg". */
const OF_MEASURE = new Set(
  'mg mcg ml g kg mm cm km cent percent dollar euro year month week dai hour minut basi mhz mw'.split(' '),
);

/** "Four business days". */
const OF_TIME = new Set('busi trade calendar consecut addit full'.split(' '));

/** "(1) a primary vaccine" numbers an item, "100%" and "$90" measure: none counts. */
function countsNothing(text: string, position: number): boolean {
  const token = tokensOf(text)[position];
  if (token === undefined) return false;
  const before = text[token.start - 1] ?? '';
  const after = text[token.end] ?? '';
  return after === '%' || /[$€£]/.test(before) || (before === '(' && after === ')');
}

/** "Fortune 100 companies", "Channel 79". */
const NUMBERED =
  /\b(?:Fortune|Russell|S&P|Nasdaq|FTSE|Inc\.|Global|Forbes|Channel|Room|Suite|Level|Highway|Route)\s$/;

/** "LILAC-TIMI 76" counts nothing. */
function endsName(text: string, token: Token | undefined): boolean {
  if (token === undefined) return false;
  const before = text.slice(0, token.start);
  if (NUMBERED.test(before)) return true;
  return /\b[\p{Lu}][\p{Lu}-]{3,}[\s-]$/u.test(before) && /^\s?[),.;]/.test(text.slice(token.end));
}

/** "Two studies in patients" counts studies. */
function countsAnother(text: string, number: Token | undefined, noun: Token | undefined): boolean {
  return (
    number !== undefined &&
    noun !== undefined &&
    /^\s+\S.*\s(?:in|with|for|from|by|among)\s/.test(text.slice(number.end, noun.start))
  );
}

const PEOPLE = new Set(
  'patient particip subject peopl person individu women men woman man children adult infant'.split(' '),
);
/** What stands between what is counted and its number where the number comes last: "total customers reached 7,412". */
const COUNTED_AS =
  /\b(?:was|were|is|are|reach\w*|total\w*|stood at|came to|amount\w*|grew to|increased to|of|equal\w*|from|to)\b|[:=]/i;
/** After such a number nothing else that it could count. */
const ENDS_COUNT =
  /^\s*(?:million|billion|thousand)?\s*(?:[.,;)(]|$|(?:as|at|compared|up|down|versus|vs|from|to|in|on|during|by|worldwide|globally|outstanding)\b)/i;
const COUNTED_REACH = 10;

/** Asks how many take part, which no share of them tells. */
const SIZE =
  /\bhow many (?:\w+ ){0,3}(?:patients|participants|people|subjects)\b (?:(?:will|would|were|are|was|is|be|being|to) )*(?:in|enrol\w*|part of|recruit\w*|take part|took part|tak\w+|includ\w+|involved|on)\b/;

/** A count of the thing: a number up to five words before it, or up to three after (tables, "n=38"). */
export function countStandsBy(
  entry: Entry,
  noun: number,
  corpus: Corpus,
  said: ReadonlySet<string>,
  read: string,
): boolean {
  const { text: words } = entry.quote;
  // "Options to purchase a total of 100,000 shares": what they are for is counted.
  const after = /\b(?:options?|warrants?) to (?:purchase|acquire|buy)\b/i.test(words) ? 9 : 3;
  const tokens = tokensOf(words);
  const stemAt = (at: number): string => corpus.vocabulary.stemText(entry.stems[at] ?? 0);
  for (let at = 0; at < entry.stems.length; at += 1) {
    const position = entry.positions[at] ?? 0;
    const text = stemAt(at);
    const next = stemAt(at + 1);
    const ofPeople = PEOPLE.has(next);
    const one = ofPeople && (text === 'one' || text === 'no');
    if (!one && (said.has(text) || !/^\d[\d.]*[kmb]?$/.test(text) || /^(?:19|20)\d\d$/.test(text))) continue;
    if (endsName(words, tokens[position])) continue;
    const near =
      (position >= noun - (ofPeople ? 8 : 5) && position <= noun + after) ||
      comesLast(words, tokens, noun, position);
    if (!near) continue;
    if (!ofPeople && position < noun && countsAnother(words, tokens[position], tokens[noun])) continue;
    if (OF_MEASURE.has(next) && entry.positions[at + 1] !== noun) continue;
    if (OF_TIME.has(next) && OF_MEASURE.has(stemAt(at + 2))) continue;
    // "In 42% of patients" tells how many they were; a share of other things counts none.
    const share =
      !SIZE.test(read) &&
      PEOPLE.has(nounStem(entry, noun, corpus)) &&
      /^\s?(?:%|percent)/.test(words.slice(tokens[position]?.end ?? 0));
    if (!share && countsNothing(words, position)) continue;
    const preceding = at > 0 ? stemAt(at - 1) : '';
    if (!NOT_A_COUNT.has(preceding)) return true;
  }
  return false;
}

function nounStem(entry: Entry, noun: number, corpus: Corpus): string {
  const at = entry.positions.indexOf(noun);
  return at < 0 ? '' : corpus.vocabulary.stemText(entry.stems[at] ?? 0);
}

/** "Total customers using our software reached 7,412, up 15%". */
function comesLast(text: string, tokens: readonly Token[], noun: number, position: number): boolean {
  if (position <= noun || position > noun + COUNTED_REACH) return false;
  const from = tokens[noun];
  const to = tokens[position];
  if (from === undefined || to === undefined) return false;
  const between = text.slice(from.end, to.start);
  return COUNTED_AS.test(between) && !/[.;]\s/.test(between) && ENDS_COUNT.test(text.slice(to.end));
}
