import type { Abstract, MeetingEvent, Release } from './model.ts';
import type { Quote } from './quote.ts';

/** What begins at one instant that a release gives: a session with its abstracts, or a call. */
export interface Occasion {
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  /** Only where the release gives it. */
  readonly endsAt?: string;
  /** What takes place: titles or candidates of abstracts, the name of a call. */
  readonly subjects: readonly Quote[];
  /** The session, as printed. */
  readonly session?: Quote;
  readonly place?: Quote;
  /** Date and time as printed. */
  readonly printed: readonly Quote[];
}

/** The occasions of a release, each instant once, earliest first. Days without a time are none. */
export function occasionsOf(release: Release): readonly Occasion[] {
  const found = [...release.abstracts.flatMap(ofAbstract), ...release.events.flatMap(ofEvent)];
  const byStart = new Map<number, Occasion>();
  for (const one of found) {
    const key = Date.parse(one.startsAt);
    const known = byStart.get(key);
    byStart.set(key, known === undefined ? one : merged(known, one));
  }
  return [...byStart.entries()].sort(([a], [b]) => a - b).map(([, one]) => one);
}

function ofAbstract(abstract: Abstract): Occasion[] {
  const { startsAt, endsAt, candidate, title, session, location, date, time } = abstract;
  const subject = candidate ?? title ?? session;
  if (startsAt === undefined || subject === undefined || Number.isNaN(Date.parse(startsAt))) return [];
  return [
    {
      startsAt,
      ...(endsAt ? { endsAt } : {}),
      subjects: [subject],
      ...(session ? { session } : {}),
      ...(location ? { place: location } : {}),
      printed: [...(date ? [date.quote] : []), ...(time ? [time] : [])],
    },
  ];
}

function ofEvent({ startsAt, name, place, virtual, dates, time }: MeetingEvent): Occasion[] {
  if (startsAt === undefined || Number.isNaN(Date.parse(startsAt))) return [];
  const where = place ?? virtual;
  return [
    {
      startsAt,
      subjects: [name],
      ...(where ? { place: where } : {}),
      printed: [...(dates ? [dates] : []), ...(time ? [time] : [])],
    },
  ];
}

function merged(one: Occasion, other: Occasion): Occasion {
  const subjects = [...one.subjects, ...other.subjects];
  return {
    ...other,
    ...one,
    subjects: subjects.filter(
      ({ text }, index) => subjects.findIndex((first) => first.text === text) === index,
    ),
  };
}
