import { issuerKey, newestFirst } from '../answer/lookups/scope.ts';
import type { Release } from '../knowledge/model.ts';
import { type Occasion, occasionsOf } from '../knowledge/occasions.ts';
import type { Draft } from '../store/outbox.ts';
import { announcementId } from './identity.ts';

const HOUR_MS = 3_600_000;

/** How long before the start each reminder is posted, and until when it still may be. */
const LEADS = [
  { name: '24h', fromMs: 24 * HOUR_MS, untilMs: HOUR_MS },
  { name: '1h', fromMs: HOUR_MS, untilMs: 0 },
] as const;

export interface Reminder {
  readonly draft: Draft;
  readonly release: Release;
  readonly occasion: Occasion;
  /** When it is too late for it. */
  readonly expiresAt: number;
}

/**
 * The reminders that are due: of each issuer one for each instant and lead, from its newest release that
 * gives it. Events that have begun have none. @param announcedAt when a release was announced, if it was:
 * one announced within the 24 hours before needs no first reminder.
 */
export function dueReminders(
  releases: readonly Release[],
  now: number,
  announcedAt: (release: Release) => number | undefined = () => undefined,
): readonly Reminder[] {
  return upcoming(releases, now).flatMap(({ release, occasion, startsAt }) =>
    LEADS.flatMap(({ name, fromMs, untilMs }) => {
      const [due, expiresAt] = [startsAt - fromMs, startsAt - untilMs];
      if (now < due || now >= expiresAt) return [];
      if ((announcedAt(release) ?? 0) > due) return [];
      return [{ draft: draftOf('event', release, startsAt, `:${name}`), release, occasion, expiresAt }];
    }),
  );
}

/** The scheduled events that servers may want: every occasion that is still to come. */
export function schedulable(releases: readonly Release[], now: number): readonly Reminder[] {
  return upcoming(releases, now).map(({ release, occasion, startsAt }) => ({
    draft: draftOf('schedule', release, startsAt, ''),
    release,
    occasion,
    expiresAt: startsAt,
  }));
}

/** The occasion of a release that begins at the instant. */
export function occasionAt(release: Release, startsAt: number): Occasion | undefined {
  return occasionsOf(release).find((one) => Date.parse(one.startsAt) === startsAt);
}

function upcoming(releases: readonly Release[], now: number) {
  // What a correction replaced reminds of nothing: the correction does.
  const replaced = new Set(releases.flatMap(({ supersedes }) => supersedes ?? []));
  const found = new Map<string, { release: Release; occasion: Occasion; startsAt: number }>();
  for (const release of newestFirst(releases)) {
    if (replaced.has(release.id)) continue;
    for (const occasion of occasionsOf(release)) {
      const startsAt = Date.parse(occasion.startsAt);
      const key = `${issuerKey(release)}:${startsAt}`;
      if (startsAt > now && !found.has(key)) found.set(key, { release, occasion, startsAt });
    }
  }
  return [...found.values()].sort((a, b) => a.startsAt - b.startsAt);
}

function draftOf(kind: 'event' | 'schedule', release: Release, startsAt: number, lead: string): Draft {
  const issuer = issuerKey(release);
  const key = `${kind}:${issuer}:${new Date(startsAt).toISOString()}${lead}`;
  return { id: announcementId(key), key, kind, releaseId: release.id, replaces: null, issuer, startsAt };
}
