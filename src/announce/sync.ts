import type { Release } from '../knowledge/model.ts';
import type { Logger } from '../logger.ts';
import { announcementByKey } from '../store/ledger.ts';
import {
  addDeliveries,
  type Draft,
  type Planner,
  storeAnnouncement,
  storeRelease,
  storeStatus,
} from '../store/outbox.ts';
import { firstSight, lastLook, seenReleases, storeFirstSight, storeLastLook } from '../store/releases.ts';
import type { SeenRelease } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { activeSubscriptions } from '../store/subscriptions.ts';
import { type Change, changesSince, type Known, type PlanSettings, planDeliveries, seenRow } from './plan.ts';
import { dueReminders, schedulable } from './reminders.ts';

/**
 * Compares the releases loaded with those seen, and writes what follows: new releases and changes of status
 * with their announcements, reminders that are due, and scheduled events. What is there at first sight is
 * stored alone. May be run by several processes at once, and again at any time.
 */
export async function writeChanges(
  store: Store,
  known: Known,
  now: number,
  settings: PlanSettings,
  log: Logger,
): Promise<void> {
  const all = [...known.releases, ...known.retracted];
  const first = await store.run((db) => firstSight(db));
  // A folder that cannot be read must not count as the first sight: later all of it would seem new.
  if (first === undefined && all.length === 0 && known.unreadable === true) return;
  if (first === undefined) {
    await store.run((db) =>
      storeFirstSight(
        db,
        all.map((release) => seenRow(release, now)),
        now,
      ),
    );
    log.info({ releases: all.length }, 'releases stored at first sight: they are not announced');
  }
  const seen = await store.run((db) => seenReleases(db));
  const looked = await store.run((db) => lastLook(db));
  for (const change of changesSince(seen, known, looked, now, settings)) {
    await write(store, change, now, settings, log);
  }
  await writeReminders(store, known.releases, seen, first ?? now, now);
  await writeSchedule(store, known.releases, now);
  await store.run((db) => storeLastLook(db, now));
}

async function write(
  store: Store,
  change: Change,
  now: number,
  { maxAgeMs }: PlanSettings,
  log: Logger,
): Promise<void> {
  const planner: Planner = (announcement, subscriptions) =>
    change.type === 'new' && !change.post ? [] : planDeliveries(announcement, subscriptions, now + maxAgeMs);
  if (change.type === 'new') {
    const made = await store.run((db) => storeRelease(db, change.row, change.draft, planner));
    if (change.silent)
      log.info({ release: change.row.id, why: change.silent }, 'a new release is not announced');
    if (made) log.info({ release: change.row.id, kind: made.kind }, 'a release is announced');
    return;
  }
  const made = await store.run((db) => storeStatus(db, change.id, change.status, change.draft, planner, now));
  if (made) log.info({ release: change.id, kind: made.kind }, 'a retraction is announced');
}

async function writeReminders(
  store: Store,
  releases: readonly Release[],
  seen: readonly SeenRelease[],
  first: number,
  now: number,
): Promise<void> {
  const rows = new Map(seen.map((row) => [row.id, row]));
  const announcedAt = ({ id }: Release) => {
    const at = rows.get(id)?.firstSeenAt ?? now;
    return at === first ? undefined : at;
  };
  for (const { draft, expiresAt } of dueReminders(releases, now, announcedAt)) {
    if (await exists(store, draft)) continue;
    await store.run((db) =>
      storeAnnouncement(db, draft, (one, active) => planDeliveries(one, active, expiresAt), now),
    );
  }
}

/** Servers that came to want scheduled events later get those that are still to come, too. */
async function writeSchedule(store: Store, releases: readonly Release[], now: number): Promise<void> {
  const active = await store.run((db) => activeSubscriptions(db));
  if (!active.some(({ scheduledEvents }) => scheduledEvents)) return;
  for (const { draft, expiresAt } of schedulable(releases, now)) {
    const planned = planDeliveries(draft, active, expiresAt);
    if (planned.length === 0) continue;
    const there = await store.run((db) => announcementByKey(db, draft.key));
    if (there === undefined) await store.run((db) => storeAnnouncement(db, draft, () => planned, now));
    else await store.run((db) => addDeliveries(db, there, planned, now));
  }
}

async function exists(store: Store, { key }: Draft): Promise<boolean> {
  return (await store.run((db) => announcementByKey(db, key))) !== undefined;
}
