import type { Corpus, Entry } from '../index/corpus.ts';
import { stem } from '../text/stem.ts';
import { tokensOf } from '../text/tokens.ts';
import { regionsIn } from './regions.ts';

/** Verbs whose day a release gives; a day stands with the last of them before it. */
const DAYED = new Set(
  (
    'approve accept clear authorize submit file launch close complete sign grant pay payable declare acquire ' +
    'start begin initiate commence enroll dose expire publish found form establish terminate discontinue list open ' +
    'relocate effective record available award receive introduce incorporate appoint resign retire merge purchase ' +
    'buy sell convert deliver install ship host present report exercise release issue adopt read'
  )
    .split(' ')
    .map(stem),
);

const APPLICATION = stem('application');
/** What markets do every day. */
const TRADES = new Set(['close', 'open'].map(stem));
const MARKET = /^(?:business|trading|markets?|exchange|nasdaq|nyse)$/;
const MARKET_REACH = 7;

/** Whether a stem is of a verb whose day a release gives. */
export function hasDay(stemmed: string): boolean {
  return DAYED.has(stemmed);
}

const ENDS = new Set(['expire', 'terminate', 'discontinue', 'mature', 'lapse'].map(stem));

/** Whether the verb tells the day of an end, which nobody means who does not ask for it. */
export function isEnd(stemmed: string): boolean {
  return ENDS.has(stemmed);
}

/** A verb with a day, and where it stands among the words. */
export interface Governor {
  readonly position: number;
  readonly stemmed: string;
}

/** Whether between the verb and its day stand regions, and not the one asked about: "launched in the U.S. in April". */
export function isElsewhere({ quote }: Entry, from: number, to: number, asked: string): boolean {
  const regions = regionsIn(asked);
  if (regions.size === 0) return false;
  const tokens = tokensOf(quote.text);
  const between = regionsIn(
    quote.text.slice(tokens[from]?.start ?? 0, tokens[to]?.start ?? quote.text.length),
  );
  return between.size > 0 && ![...regions].some((region) => between.has(region));
}

/** Farthest before a day that its verb stands, in words. */
const FARTHEST = 15;
/** Right before a day these say no more than "on": "closed effective March 1", "available beginning April 15". */
const INTRODUCES =
  /(?<!\b(?:be|is|are|was|were|became|becomes?|declared)\s)\b(?:effective|beginning|starting|commencing)(?:\s(?:on|from|as of|in))?\s$/i;
/** Verbs that only say how far another deed has come: "the submission was completed on". */
const STAGES = new Set(['begin', 'start', 'commence', 'initiate', 'complete'].map(stem));

/** Verbs for making something known: whoever asks for the day of one means any of them. */
const MADE_KNOWN = new Set(
  ['publish', 'release', 'issue', 'report', 'present', 'announce', 'disclose'].map(stem),
);

/** What is granted is received. */
const GIVEN = new Set(['receive', 'grant', 'award', 'issue', 'obtain', 'get', 'give'].map(stem));

/** What is filed is submitted. */
const FILED = new Set(['file', 'submit', 'lodge'].map(stem));

/** Whether two verbs are both for making something known, for a grant or for a filing. */
export function bothMakeKnown(one: string, other: string): boolean {
  return [MADE_KNOWN, GIVEN, FILED].some((verbs) => verbs.has(one) && verbs.has(other));
}

/** Whether the verb says no more than how far another deed has come. */
export function isStage(stemmed: string): boolean {
  return STAGES.has(stemmed);
}

/**
 * The verbs that a day at `position` may belong to, the nearest before it first: "was filed, and became
 * effective on April 1" gives the day of the second. A verb of purpose ("commence an offer to acquire all
 * shares by March 14") leaves the day to the one before it as well. Empty when none stands near before it.
 */
export function governorsOf(entry: Entry, position: number, corpus: Corpus): readonly Governor[] {
  const tokens = tokensOf(entry.quote.text);
  const verbs: (Governor & { readonly purpose: boolean })[] = [];
  for (let at = 0; at < entry.stems.length; at += 1) {
    const place = entry.positions[at] ?? 0;
    if (place >= position) break;
    if (place < position - FARTHEST) continue;
    const stemmed = corpus.vocabulary.stemText(entry.stems[at] ?? 0);
    // A marketing authorization application authorizes nothing.
    if (corpus.vocabulary.stemText(entry.stems[at + 1] ?? 0) === APPLICATION) continue;
    // "At the close of business", "after the markets close" and "prior to the opening of trading" do neither.
    const ofMarket =
      TRADES.has(stemmed) &&
      (/^markets?$/.test(tokens[place - 1]?.form ?? '') ||
        tokens.slice(place + 1, place + MARKET_REACH).some(({ form }) => MARKET.test(form)));
    if (!DAYED.has(stemmed) || ofMarket) continue;
    verbs.push({ position: place, stemmed, purpose: tokens[place - 1]?.form === 'to' });
  }
  const last = verbs.at(-1);
  const introduces =
    verbs.length > 1 &&
    last !== undefined &&
    INTRODUCES.test(entry.quote.text.slice(0, tokensOf(entry.quote.text)[position]?.start ?? 0));
  const nearestFirst = [...verbs].reverse();
  const chosen = nearestFirst.findIndex(({ purpose }, at) => !purpose && !(introduces && at === 0));
  return chosen < 0 ? nearestFirst : nearestFirst.slice(0, chosen + 1);
}
