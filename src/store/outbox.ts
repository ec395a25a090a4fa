import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { isTaken } from './retry.ts';
import {
  type Announcement,
  type AnnouncementKind,
  announcementRow,
  type SeenRelease,
  type Step,
  type Subscription,
  subscriptionRow,
  type Tables,
} from './schema.ts';

/** An announcement before it has its place in the order. */
export interface Draft {
  readonly id: string;
  readonly key: string;
  readonly kind: AnnouncementKind;
  readonly releaseId: string;
  readonly replaces: string | null;
  readonly issuer: string;
  readonly startsAt: number | null;
}

/** A delivery to be made; everything else about it is the same for all new ones. */
export interface PlannedDelivery {
  readonly step: Step;
  readonly subject: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly pingRoleId: string | null;
  readonly messageId: string | null;
  readonly expiresAt: number | null;
}

/** Which deliveries an announcement has, given the subscriptions that are active. */
export type Planner = (
  announcement: Announcement,
  subscriptions: readonly Subscription[],
) => readonly PlannedDelivery[];

/** SQLite takes 32,766 parameters in one statement. */
const ROWS_AT_ONCE = 500;
const TRIES_FOR_A_PLACE = 20;

/**
 * Writes a release that is seen for the first time and, with a draft, its announcement and all deliveries,
 * in one transaction. @returns the announcement; undefined where there is none or another process was first.
 */
export function storeRelease(
  database: Database,
  release: SeenRelease,
  draft: Draft | undefined,
  plan: Planner,
): Promise<Announcement | undefined> {
  return inOrder(database, async (trx) => {
    const row = {
      release_id: release.id,
      issuer: release.issuer,
      fingerprint: release.fingerprint,
      story: release.story,
      status: release.status,
      supersedes: release.supersedes,
      first_seen_at: release.firstSeenAt,
    };
    const inserted = await trx
      .insertInto('releases')
      .values(row)
      .onConflict((conflict) => conflict.column('release_id').doNothing())
      .returning('release_id')
      .execute();
    if (inserted.length === 0 || draft === undefined) return undefined;
    return insert(trx, draft, plan, release.firstSeenAt);
  });
}

/** Writes that a known release is now retracted, or published again, with the announcement of it if any. */
export function storeStatus(
  database: Database,
  releaseId: string,
  status: SeenRelease['status'],
  draft: Draft | undefined,
  plan: Planner,
  now: number,
): Promise<Announcement | undefined> {
  return inOrder(database, async (trx) => {
    const changed = await trx
      .updateTable('releases')
      .set({ status })
      .where('release_id', '=', releaseId)
      .where('status', '<>', status)
      .returning('release_id')
      .execute();
    if (changed.length === 0 || draft === undefined) return undefined;
    return insert(trx, draft, plan, now);
  });
}

/** Writes an announcement that no release brings about, such as a reminder. Undefined where it exists. */
export function storeAnnouncement(
  database: Database,
  draft: Draft,
  plan: Planner,
  now: number,
): Promise<Announcement | undefined> {
  return inOrder(database, (trx) => insert(trx, draft, plan, now));
}

/** Adds deliveries to an announcement that is written already; those that exist stay as they are. */
export async function addDeliveries(
  database: Database,
  announcement: Announcement,
  planned: readonly PlannedDelivery[],
  now: number,
): Promise<void> {
  const rows = planned.map((one) => deliveryOf(announcement, one, now));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await database
      .insertInto('deliveries')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function insert(
  trx: Transaction<Tables>,
  draft: Draft,
  plan: Planner,
  now: number,
): Promise<Announcement | undefined> {
  const written = await trx
    .insertInto('announcements')
    .values({
      id: draft.id,
      key: draft.key,
      sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from announcements)`,
      kind: draft.kind,
      release_id: draft.releaseId,
      replaces: draft.replaces,
      issuer: draft.issuer,
      starts_at: draft.startsAt,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (written === undefined) return undefined;
  const announcement = announcementRow.parse(written);
  const active = await trx.selectFrom('subscriptions').selectAll().where('disabled_at', 'is', null).execute();
  await addDeliveries(
    trx,
    announcement,
    plan(
      announcement,
      active.map((row) => subscriptionRow.parse(row)),
    ),
    now,
  );
  return announcement;
}

/** Two processes that want the same place in the order: the second tries again with the next. */
async function inOrder<T>(database: Database, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction().execute(work);
    } catch (err) {
      if (!isTaken(err) || tries >= TRIES_FOR_A_PLACE) throw err;
    }
  }
}

function deliveryOf(
  { id, sequence }: Announcement,
  planned: PlannedDelivery,
  now: number,
): Tables['deliveries'] {
  return {
    id: [id, planned.step, planned.channelId, planned.subject].filter(Boolean).join('/'),
    announcement_id: id,
    sequence,
    step: planned.step,
    subject: planned.subject,
    guild_id: planned.guildId,
    guild_slot: guildSlot(planned.guildId),
    channel_id: planned.channelId,
    ping_role_id: planned.pingRoleId,
    state: 'planned',
    attempts: 0,
    next_at: now,
    lease_owner: null,
    lease_until: 0,
    unsure_since: null,
    unsure_before: null,
    message_id: planned.messageId,
    error: null,
    planned_at: now,
    done_at: null,
    expires_at: planned.expiresAt,
  };
}

/** What decides a server's shard: `slot % shards` (discord/discord-api-docs, Gateway, "Sharding"). */
export function guildSlot(guildId: string): number {
  return Number(BigInt(guildId) >> 22n);
}
