import { sql } from 'kysely';
import type { Database } from './database.ts';
import { addDeliveries, type PlannedDelivery } from './outbox.ts';
import { announcementRow, type Delivery, deliveryRow } from './schema.ts';

/** The servers that a process delivers to. */
export interface Share {
  readonly shards: readonly number[];
  readonly shardCount: number;
}

export interface Claim extends Share {
  /** Names this process among those that share the store. */
  readonly owner: string;
  readonly now: number;
  /** From when on another process may take the rows over. */
  readonly leaseUntil: number;
  readonly limit: number;
}

/**
 * Takes up to `limit` deliveries that are due, oldest announcement first. A post waits for the earlier posts
 * of its channel, so that their order is kept; an edit waits for the post that it will link to, unless that
 * one has trouble. Rows that another process holds are left alone until its lease is over.
 */
export async function claimDue(database: Database, claim: Claim): Promise<Delivery[]> {
  const { owner, now, leaseUntil, limit, shards, shardCount } = claim;
  if (shards.length === 0) return [];
  const due = database
    .selectFrom('deliveries as d')
    .select('d.id')
    .where('d.state', '=', 'planned')
    .where('d.next_at', '<=', now)
    .where('d.lease_until', '<=', now)
    .where(sql<number>`(d.guild_slot % ${sql.lit(shardCount)})`, 'in', [...shards])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as e')
            .select('e.id')
            .whereRef('e.channel_id', '=', 'd.channel_id')
            .where('e.step', '=', 'post')
            .where('e.state', '=', 'planned')
            .where(({ or, and, eb }) =>
              or([
                and([eb('d.step', '=', 'post'), eb('e.sequence', '<', eb.ref('d.sequence'))]),
                and([
                  eb('d.step', '=', 'edit'),
                  eb('e.announcement_id', '=', eb.ref('d.announcement_id')),
                  eb('e.attempts', '<', 2),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('d.sequence')
    .limit(limit);
  const rows = await database
    .updateTable('deliveries')
    .set((eb) => ({
      lease_owner: owner,
      lease_until: leaseUntil,
      attempts: eb('attempts', '+', 1),
      unsure_before: eb.ref('unsure_since'),
      unsure_since: eb.fn.coalesce('unsure_since', sql.lit(now)),
    }))
    .where('id', 'in', due)
    // Asked again: another process may have taken the row while this one waited for it. As an expression,
    // lest SQLite go through all planned rows by the index of states instead of those chosen by id.
    .where(sql<string>`(state || '')`, '=', 'planned')
    .where('lease_until', '<=', now)
    .returningAll()
    .execute();
  return rows.map((row) => deliveryRow.parse(row)).sort((a, b) => a.sequence - b.sequence);
}

/** Writes that a delivery is made, and what it brings about, in one transaction. */
export async function recordDone(
  database: Database,
  delivery: Delivery,
  messageId: string | null,
  next: readonly PlannedDelivery[],
  now: number,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await trx
      .updateTable('deliveries')
      .set({
        state: 'done',
        message_id: messageId,
        done_at: now,
        error: null,
        lease_owner: null,
        lease_until: 0,
      })
      .where('id', '=', delivery.id)
      .execute();
    if (next.length === 0) return;
    const announcement = await trx
      .selectFrom('announcements')
      .selectAll()
      .where('id', '=', delivery.announcementId)
      .executeTakeFirst();
    if (announcement !== undefined) await addDeliveries(trx, announcementRow.parse(announcement), next, now);
  });
}

export interface Postponement {
  readonly nextAt: number;
  readonly error: string | null;
  /** Since when it is unknown whether the message is there; null where it certainly is not. */
  readonly unsureSince: number | null;
  /** Whether this attempt counts towards the limit; being told to wait does not. */
  readonly counts: boolean;
}

/** Gives a delivery back to be tried later. */
export async function postpone(
  database: Database,
  { id, attempts }: Delivery,
  owner: string,
  { nextAt, error, unsureSince, counts }: Postponement,
): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({
      next_at: nextAt,
      ...(error === null ? {} : { error }),
      unsure_since: unsureSince,
      attempts: counts ? attempts : attempts - 1,
      lease_owner: null,
      lease_until: 0,
    })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .where('state', '=', 'planned')
    .execute();
}

/** Notes when the send under way began, after a look into the channel has found nothing. */
export async function restartUnsure(database: Database, id: string, since: number): Promise<void> {
  await database.updateTable('deliveries').set({ unsure_since: since }).where('id', '=', id).execute();
}

/** Ends a delivery without having made it. */
export async function giveUp(
  database: Database,
  { id }: Delivery,
  state: 'failed' | 'skipped',
  error: string,
  now: number,
): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({ state, error, done_at: now, lease_owner: null, lease_until: 0 })
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .execute();
}

/** When the channel's last publications were made, newest first, as many as are counted in an hour. */
export async function publishedSince(
  database: Database,
  channelId: string,
  since: number,
): Promise<number[]> {
  const rows = await database
    .selectFrom('deliveries')
    .select('done_at')
    .where('channel_id', '=', channelId)
    .where('step', '=', 'publish')
    .where('state', '=', 'done')
    .where('done_at', '>', since)
    .orderBy('done_at', 'desc')
    .execute();
  return rows.map(({ done_at }) => Number(done_at));
}

/** How many deliveries wait, for whatever reason; and the moment when the next one is due. */
export async function outstanding(
  database: Database,
): Promise<{ count: number; nextAt: number | undefined }> {
  const row = await database
    .selectFrom('deliveries')
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('next_at').as('next')])
    .where('state', '=', 'planned')
    .executeTakeFirst();
  const next = row?.next ?? null;
  return { count: Number(row?.count ?? 0), nextAt: next === null ? undefined : Number(next) };
}

/**
 * Edits that are still to be planned: posts and scheduled events that are out, of releases that have been corrected or retracted
 * since. Looked for again and again, since a post may be recorded just after the correction was written.
 */
export async function planEdits(database: Database, now: number): Promise<number> {
  const rows = await database
    .selectFrom('deliveries as d')
    .innerJoin('announcements as posted', 'posted.id', 'd.announcement_id')
    .innerJoin('announcements as later', 'later.replaces', 'posted.release_id')
    .selectAll('d')
    .select('later.id as later_id')
    .where('d.step', 'in', ['post', 'schedule'])
    .where('d.state', '=', 'done')
    .where('d.message_id', 'is not', null)
    .whereRef('later.sequence', '>', 'posted.sequence')
    .where('posted.kind', '<>', 'retraction')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as e')
            .select('e.id')
            .whereRef('e.announcement_id', '=', 'later.id')
            .whereRef('e.subject', '=', 'd.id')
            .where('e.step', '=', 'edit'),
        ),
      ),
    )
    .execute();
  const laterIds = [...new Set(rows.map(({ later_id }) => later_id))];
  for (const id of laterIds) {
    const later = await database
      .selectFrom('announcements')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const planned = rows
      .filter(({ later_id }) => later_id === id)
      .map((row) => deliveryRow.parse(row))
      .map(
        (post): PlannedDelivery => ({
          step: 'edit',
          subject: post.id,
          guildId: post.guildId,
          channelId: post.channelId,
          pingRoleId: null,
          messageId: post.messageId,
          expiresAt: null,
        }),
      );
    await addDeliveries(database, announcementRow.parse(later), planned, now);
  }
  return rows.length;
}
