import type { Corpus, Entry } from '../index/corpus.ts';
import { stem } from '../text/stem.ts';

/** Verbs whose day a release gives; a day stands with the last of them before it. */
const DAYED = new Set(
  (
    'approve accept clear authorize submit file launch close complete sign grant pay payable declare acquire ' +
    'start begin initiate commence enroll dose expire publish found form establish terminate discontinue list open ' +
    'relocate effective record available award receive introduce incorporate appoint resign retire merge purchase ' +
    'buy sell convert deliver install ship host present report exercise release issue'
  )
    .split(' ')
    .map(stem),
);

/** Whether a stem is of a verb whose day a release gives. */
export function hasDay(stemmed: string): boolean {
  return DAYED.has(stemmed);
}

/** Farthest before a day that its verb stands, in words. */
const FARTHEST = 14;

/**
 * The position of the verb that a day at `position` belongs to: "was filed, and became effective on April 1"
 * gives the day of the second. Undefined when none stands near before it.
 */
export function governorOf(entry: Entry, position: number, corpus: Corpus): number | undefined {
  let found: number | undefined;
  for (let at = 0; at < entry.stems.length; at += 1) {
    const place = entry.positions[at] ?? 0;
    if (place >= position) break;
    if (place < position - FARTHEST) continue;
    if (DAYED.has(corpus.vocabulary.stemText(entry.stems[at] ?? 0))) found = place;
  }
  return found;
}
