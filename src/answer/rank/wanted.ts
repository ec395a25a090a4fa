import type { Corpus, Entry } from '../index/corpus.ts';
import { KIND } from '../index/kinds.ts';
import type { AskedKind } from '../question/asked.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import type { ScoringContext } from './context.ts';
import { governorOf, hasDay, isElsewhere, isEnd } from './governs.ts';
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
  if ((corpus.kindsOf(entry) & needs) === 0 && !countedInTitle) return NOT_HELD;
  const told = toldBy(entry, question, said);
  if (told?.length === 0) return NOT_HELD;
  if (told !== undefined && !isToldOf(told, entry, question, units, occurrences, corpus)) return NOT_HELD;
  if (kind !== 'count' || question.counted === undefined) return { held: true, told };
  const counted = question.counted.flatMap((at) => units[at] ?? []);
  const nouns = counted.flatMap((unit) =>
    unit.options.flatMap(({ ids, quality }) =>
      quality < NAMED ? [] : (occurrences.get(ids.at(-1) ?? -1) ?? []),
    ),
  );
  return nouns.some((noun) => countStandsBy(entry, noun, corpus, said)) ? HELD : NOT_HELD;
}

/** Farthest that a name or sum may stand from the thing that it is of, in words. */
const FARTHEST = 12;
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
  const tokens = tokenize(quote.text);
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
  const unit = head === undefined ? undefined : units[head];
  if (unit === undefined || unit.critical || !NAMED_KINDS.has(wanted.kind)) return true;
  const places = placesOf(unit, occurrences);
  return places.length === 0 || within(places, FARTHEST);
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
  const verbs = units.filter(({ read }) => read.split(' ').some((word) => hasDay(stem(word))));
  // Of a phrase ("began trading") any word may be the verb.
  const places = verbs.flatMap(({ options }) =>
    options.flatMap(({ ids }) => ids.flatMap((id) => occurrences.get(id) ?? [])),
  );
  const asksEnd = units.some(({ alternatives }) => alternatives.some(({ stems }) => stems.some(isEnd)));
  return days.every((day) => {
    const governor = governorOf(entry, day, corpus);
    if (governor === undefined || places.includes(governor.position)) {
      return governor !== undefined && isElsewhere(entry, governor.position, day, asked);
    }
    // Without a verb of its own the question may mean any day but that of an end.
    return verbs.length > 0 || (isEnd(governor.stemmed) && !asksEnd);
  });
}

const NAMED_KINDS: ReadonlySet<AskedKind> = new Set(['person', 'name', 'amount', 'percent', 'count']);

/** What follows a number that measures and does not count: "90 cents", "22.5 mg". */
const OF_MEASURE = new Set(
  'mg mcg ml g kg mm cm km cent percent dollar euro year month week dai hour minut basi mhz mw'.split(' '),
);

/** "(1) a primary vaccine" numbers an item, "100%" and "$90" measure: none counts. */
function countsNothing(text: string, position: number): boolean {
  const token = tokenize(text)[position];
  if (token === undefined) return false;
  const before = text[token.start - 1] ?? '';
  const after = text[token.end] ?? '';
  return after === '%' || /[$€£]/.test(before) || (before === '(' && after === ')');
}

/** A count of the thing: a number up to five words before it, or up to three after (tables, "n=38"). */
function countStandsBy(entry: Entry, noun: number, corpus: Corpus, said: ReadonlySet<string>): boolean {
  // "Options to purchase a total of 100,000 shares": what they are for is counted.
  const after = /\b(?:options?|warrants?) to (?:purchase|acquire|buy)\b/i.test(entry.quote.text) ? 9 : 3;
  for (let at = 0; at < entry.stems.length; at += 1) {
    const position = entry.positions[at] ?? 0;
    if (position < noun - 5 || position > noun + after) continue;
    const text = corpus.vocabulary.stemText(entry.stems[at] ?? 0);
    if (said.has(text) || !/^\d[\d.]*$/.test(text) || /^(?:19|20)\d\d$/.test(text)) continue;
    const next = corpus.vocabulary.stemText(entry.stems[at + 1] ?? 0);
    if (OF_MEASURE.has(next) || countsNothing(entry.quote.text, position)) continue;
    const preceding = at > 0 ? corpus.vocabulary.stemText(entry.stems[at - 1] ?? 0) : '';
    if (!NOT_A_COUNT.has(preceding)) return true;
  }
  return false;
}
