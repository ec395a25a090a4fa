import type { Release } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';
import { tokenize } from '../text/tokens.ts';

/** Words that any meeting's name has: they tell none from another. */
const ANY_MEETING =
  /^(?:annual|meeting|congress|conference|symposium|summit|forum|session|expo|exposition|convention|international|american|european|world|society|association|\d+(?:st|nd|rd|th)?|of|the|and|on|for|in|at|a)$/;

const MEETING = /\b(?:meeting|congress|conference|symposium|society|summit|convention)\b/i;
const ofRelease = new WeakMap<Release, ReadonlySet<string>>();

/** The telling words of the one meeting that a release's headline names. */
function meetingWords(release: Release): ReadonlySet<string> {
  const known = ofRelease.get(release);
  if (known !== undefined) return known;
  const headline = new Set(tokenize(release.headline?.text ?? '').map(({ form }) => form));
  const meetings = release.entities.filter(({ kind }) => kind === 'conference');
  const found = new Set(
    meetings
      .flatMap(({ name, spellings }) => [name, ...spellings])
      .flatMap(({ text }) => tokenize(text).map(({ form }) => form))
      .filter((form) => headline.has(form) && !ANY_MEETING.test(form)),
  );
  ofRelease.set(release, found);
  return found;
}

/**
 * Whether the word names the meeting that the whole release is about: "who presented at ASH" is answered
 * by a sentence on the talk that does not name the meeting again.
 */
export function isOfOccasion(read: string, { release, passage }: Entry): boolean {
  // What stands under another meeting's heading is of that meeting.
  const elsewhere = passage.headings.some(({ text }) => MEETING.test(text));
  const words = meetingWords(release);
  return !elsewhere && words.size > 0 && read.split(' ').every((word) => words.has(word));
}
