import type { Corpus, Entry } from '../index/corpus.ts';
import { DATE, KIND } from '../index/kinds.ts';
import type { AskedKind } from '../question/asked.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import type { ScoringContext } from './context.ts';
import { bothMakeKnown, governorsOf, hasDay, isElsewhere, isEnd, isStage } from './governs.ts';
import type { CompiledUnit, Occurrences } from './match.ts';
import { type Told, toldBy } from './told.ts';
import { placesOf, tellsWhich } from './which.ts';

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

/** The label that says outright that its value is of the kind asked for. */
export const LABEL_OF_KIND: Readonly<Partial<Record<AskedKind, RegExp>>> = {
  date: /\bdate\b|\bday\b|\bwhen\b/i,
  time: /\btime\b/i,
  timezone: /\btime\b/i,
  place: /location|place|venue|room|hall|where/i,
  person: /presenter|speaker|author|contact/i,
  link: /online|link|url|webcast|website/i,
  phone: /phone|tel|dial|toll|contact/i,
  email: /mail|contact/i,
};

/** Of the kinds that may answer, the one that answers outright: a day rather than "after the talk". */
export const STRONG: Readonly<Partial<Record<AskedKind, number>>> = {
  date: KIND.date,
  person: KIND.person,
  amount: KIND.money,
  place: KIND.place,
};

/** What is counted has to be named, not hinted at: "members" are no stores that are included. */
const NAMED = 0.7;

/** Whether an entry holds what the question asks for, and where, when that can be told. */
export interface Held {
  readonly held: boolean;
  readonly told: Told;
}

const HELD: Held = { held: true, told: undefined };
const NOT_HELD: Held = { held: false, told: undefined };

/** Whether the entry holds the kind of thing that the question asks for; for a count, a count of that thing. */
export function holdsWanted(
  entry: Entry,
  { corpus, question, units, said }: ScoringContext,
  occurrences: Occurrences,
): Held {
  const { needs, kind } = question.wanted;
  if (needs === 0) return tellsWhich(entry, question, units, occurrences, said) ? HELD : NOT_HELD;
  // A label says outright whose name its value is; what looks like a name in a title is none elsewhere.
  if (kind === 'name' && entry.passage.form === 'label') return HELD;
  if (kind === 'count' && /\bnumber\b|#|\bno\./i.test(entry.passage.label?.text ?? '')) return HELD;
  // A title's digits are no quantity, unless what is counted stands by them.
  const countedInTitle = kind === 'count' && question.counted !== undefined && entry.passage.form === 'label';
  const kinds = corpus.kindsOf(entry) | (entry.person ? KIND.person | KIND.name : 0);
  if ((kinds & needs) === 0 && !countedInTitle) return NOT_HELD;
  const told = toldBy(entry, question, said);
  if (told?.length === 0) return NOT_HELD;
  if (told !== undefined && !isToldOf(told, entry, question, units, occurrences, corpus)) return NOT_HELD;
  if (kind !== 'count' || question.counted === undefined || needs === KIND.identifier)
    return { held: true, told };
  const counted = question.counted.flatMap((at) => units[at] ?? []);
  const nouns = counted
    .flatMap(withParts)
    .flatMap((unit) =>
      unit.options.flatMap(({ ids, quality }) =>
        quality < NAMED ? [] : (occurrences.get(ids.at(-1) ?? -1) ?? []),
      ),
    );
  return nouns.some((noun) => countStandsBy(entry, noun, corpus, said, question.read)) ? HELD : NOT_HELD;
}

/** A phrase ("companies use"), and the words that may stand for it. */
function withParts(unit: CompiledUnit): readonly CompiledUnit[] {
  return [unit, ...unit.parts];
}

/** Farthest that a name or sum may stand from the thing that it is of, in words. */
const FARTHEST = 16;
const AT_PRESENT = /^(?:today|currently)\b/i;
const NEAR_PRESENT = 4;

/** Whether what is told stands by the thing asked for: "certain investors" are not named by the issuer's name. */
function isToldOf(
  told: readonly number[],
  entry: Entry,
  question: Question,
  units: readonly CompiledUnit[],
  occurrences: Occurrences,
  corpus: Corpus,
): boolean {
  const { quote } = entry;
  const { wanted, head } = question;
  const tokens = tokensOf(quote.text);
  const at = (offset: number): number => tokens.filter(({ end }) => end <= offset).length;
  const within = (places: readonly number[], most: number): boolean =>
    places.some((place) => told.some((offset) => Math.abs(at(offset) - place) <= most));
  if (wanted.kind === 'date') {
    if (isDayOfAnother(told.map(at), entry, units, occurrences, corpus, question.read)) return false;
    if (!told.every((offset) => AT_PRESENT.test(quote.text.slice(offset)))) return true;
    return within(
      units.filter(({ required }) => required).flatMap((unit) => placesOf(unit, occurrences)),
      NEAR_PRESENT,
    );
  }
  if (wanted.kind === 'person' && isSpeakerOnly(told, entry, question, units, occurrences)) return false;
  const unit = head === undefined ? undefined : units[head];
  if (unit === undefined || unit.critical || !NAMED_KINDS.has(wanted.kind)) return true;
  const places = placesOf(unit, occurrences);
  if (places.length === 0 || within(places, FARTHEST)) return true;
  // "Earnings per share guidance": the sum stands by what it is of, far from the word "outlook".
  const others = units.filter((other) => other !== unit && other.required && !other.critical);
  return (
    wanted.kind === 'amount' && others.some((other) => within(placesOf(other, occurrences), NEAR_PRESENT + 2))
  );
}

/** Asks who spoke. */
const SPOKE =
  /\b(?:said|says?|saying|quot\w+|comment\w*|spoke|told|according|think\w*|statement|talk\w*|call(?:s|ed)?|describ\w*|praise\w*|mention\w*)\b/;

/** Whether the only name told is the speaker's, and all that was asked stands in what is said: "… at the site," said Ann Roe. */
function isSpeakerOnly(
  told: readonly number[],
  { quote: { text }, passage }: Entry,
  { read }: Question,
  units: readonly CompiledUnit[],
  occurrences: Occurrences,
): boolean {
  if (passage.speaker === undefined || SPOKE.test(read)) return false;
  const tokens = tokensOf(text);
  const places = units.filter(({ required }) => required).flatMap((unit) => placesOf(unit, occurrences));
  return (
    places.length > 0 &&
    places.every((place) => isSpoken(text, tokens[place]?.start ?? 0)) &&
    told.every((offset) => !isSpoken(text, offset))
  );
}

/** Whether the place stands between quotation marks; a quotation may have begun a sentence before. */
function isSpoken(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const straight = before.match(/"/g)?.length ?? 0;
  const opened = before.match(/“/g)?.length ?? 0;
  const closed = before.match(/”/g)?.length ?? 0;
  if (straight > 0) return straight % 2 === 1;
  return opened > closed || (opened === 0 && closed === 0 && /^[^“"]*[”"]/.test(text));
}

/** Whether every day told belongs to another verb than the one whose day is asked. */
function isDayOfAnother(
  days: readonly number[],
  entry: Entry,
  units: readonly CompiledUnit[],
  occurrences: Occurrences,
  corpus: Corpus,
  asked: string,
): boolean {
  if (entry.passage.form !== 'sentence') return false;
  const verbs = units.filter(({ read }) =>
    read.split(' ').some((word) => word !== 'recording' && hasDay(stem(word))),
  );
  // "Run out" is met by the verb that says so.
  const ends = units.flatMap((unit) => (asksEndBy(unit.read) ? placesOf(unit, occurrences) : []));
  // Of a phrase ("began trading") any word may be the verb.
  const places = verbs.flatMap(({ options }) =>
    options.flatMap(({ ids }) => ids.flatMap((id) => occurrences.get(id) ?? [])),
  );
  const asksEnd = units.some(({ alternatives }) => alternatives.some(({ stems }) => stems.some(isEnd)));
  const asksStage = verbs.some(({ read }) => read.split(' ').some((word) => isStage(stem(word))));
  const tokens = tokensOf(entry.quote.text);
  return days.every((day) => {
    // "A term through 2041" ends then, whatever verb stands before.
    if (asksEnd && TO_DAY.test(tokens[day - 1]?.form ?? '')) return false;
    // "Has agreed to file …, within 30 days": the term of the deed asked for, whatever stands between.
    if (tokens[day]?.form === 'within' && places.some((place) => place < day)) return false;
    const governors = governorsOf(entry, day, corpus);
    const [nearest] = governors;
    const own = governors.find(({ position }) => places.includes(position) || ends.includes(position));
    if (own !== undefined) return isElsewhere(entry, own.position, day, asked);
    // An event tells when what stands by it happens: "after completion of the trial" pays no milestone.
    if (nearest === undefined)
      return (
        places.length > 0 &&
        !DATE.test(entry.quote.text.slice(tokens[day]?.start ?? 0)) &&
        !places.some((place) => Math.abs(place - day) <= EVENT_REACH)
      );
    if (asked.split(' ').some((word) => bothMakeKnown(stem(word), nearest.stemmed))) return false;
    // "The submission was completed on": the deed asked for is what has come so far.
    const staged =
      !asksStage &&
      isStage(nearest.stemmed) &&
      places.some((place) => place < nearest.position && nearest.position - place <= SUBJECT_REACH);
    // Without a verb of its own the question may mean any day but that of an end.
    return !staged && (verbs.length > 0 || (isEnd(nearest.stemmed) && !asksEnd));
  });
}

const EVENT_REACH = 12;
/** Ways of asking for an end that are no verb of an end. */
const asksEndBy = (read: string): boolean =>
  /^(?:runs? out|ran out|ends?|ended|over|up|comes? to an end|go(?:es)? away)$/.test(read);
/** Words between the deed that a sentence is about and the verb that says how far it has come. */
const SUBJECT_REACH = 8;
/** Before the day that something lasts to. */
const TO_DAY = /^(?:through|until|till|into|to)$/;

const NAMED_KINDS: ReadonlySet<AskedKind> = new Set(['person', 'name', 'amount', 'percent', 'count']);

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
function countStandsBy(
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
    if (!one && (said.has(text) || !/^\d[\d.]*$/.test(text) || /^(?:19|20)\d\d$/.test(text))) continue;
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
