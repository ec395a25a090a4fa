import type { Corpus, Entry } from '../index/corpus.ts';
import { DATE, KIND } from '../index/kinds.ts';
import type { AskedKind } from '../question/asked.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokensOf } from '../text/tokens.ts';
import type { ScoringContext } from './context.ts';
import { countStandsBy } from './counts.ts';
import { bothMakeKnown, governorsOf, hasDay, isElsewhere, isEnd, isStage } from './governs.ts';
import type { CompiledUnit, Occurrences } from './match.ts';
import { type Told, toldBy } from './told.ts';
import { placesOf, tellsWhich } from './which.ts';

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

const UNDISCLOSED =
  /\bterms\b[^.;]{0,40}\bnot (?:been |being )?(?:disclosed|announced|released|made public)|\bundisclosed (?:terms|amount|sum|price)\b/i;
const PAID =
  /\b(?:pa(?:y|ys|id|ying)|spen[dt]|cost|prices?|purchase price|worth|value)\b.*\b(?:for|deal|acquisition|takeover|purchase|merger|buyout|transaction)\b|\b(?:deal|acquisition|takeover|purchase|merger|buyout|transaction)\b.*\b(?:pa(?:y|ys|id|ying)|spen[dt]|cost|price|worth|value|terms)\b/;

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
  // "Financial terms were not disclosed" is all that can be said of what was paid.
  if (kind === 'amount' && UNDISCLOSED.test(entry.quote.text) && PAID.test(question.read)) return HELD;
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
  const ends = units.flatMap((unit) => (ENDS_BY_NAME.test(unit.read) ? placesOf(unit, occurrences) : []));
  // Of a phrase ("began trading") any word may be the verb.
  const places = verbs
    .flatMap(withParts)
    .flatMap(({ options }) => options.flatMap(({ ids }) => ids.flatMap((id) => occurrences.get(id) ?? [])));
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
const ENDS_BY_NAME = /^(?:runs? out|ran out|ends?|ended|over|up|comes? to an end|go(?:es)? away)$/;
/** Words between the deed that a sentence is about and the verb that says how far it has come. */
const SUBJECT_REACH = 8;
/** Before the day that something lasts to. */
const TO_DAY = /^(?:through|until|till|into|to)$/;

const NAMED_KINDS: ReadonlySet<AskedKind> = new Set(['person', 'name', 'amount', 'percent', 'count']);
