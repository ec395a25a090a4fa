import type { Database } from './database.ts';
import { type Announcement, announcementRow, type Delivery, deliveryRow } from './schema.ts';

/** An announcement with what became of it in one server. */
export interface LedgerEntry {
  readonly announcement: Announcement;
  readonly deliveries: readonly Delivery[];
}

export interface LedgerPage {
  /** Newest announcement first. */
  readonly entries: readonly LedgerEntry[];
  readonly more: boolean;
}

/** A page of what was announced, or is to be, in one server; `releaseId` limits it to one release. */
export async function ledgerOf(
  database: Database,
  guildId: string,
  page: { readonly at: number; readonly size: number },
  releaseId?: string,
): Promise<LedgerPage> {
  const announcements = await database
    .selectFrom('announcements as a')
    .selectAll('a')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries as d')
          .select('d.id')
          .whereRef('d.announcement_id', '=', 'a.id')
          .where('d.guild_id', '=', guildId),
      ),
    )
    .$if(releaseId !== undefined, (query) => query.where('a.release_id', '=', releaseId ?? ''))
    .orderBy('a.sequence', 'desc')
    .offset(page.at * page.size)
    .limit(page.size + 1)
    .execute();
  const shown = announcements.slice(0, page.size).map((row) => announcementRow.parse(row));
  if (shown.length === 0) return { entries: [], more: false };
  const rows = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where(
      'announcement_id',
      'in',
      shown.map(({ id }) => id),
    )
    .orderBy('planned_at')
    .orderBy('channel_id')
    .execute();
  const deliveries = rows.map((row) => deliveryRow.parse(row));
  return {
    entries: shown.map((announcement) => ({
      announcement,
      deliveries: deliveries.filter(({ announcementId }) => announcementId === announcement.id),
    })),
    more: announcements.length > page.size,
  };
}

/** The announcement of that id. */
export async function announcementOf(database: Database, id: string): Promise<Announcement | undefined> {
  const row = await database.selectFrom('announcements').selectAll().where('id', '=', id).executeTakeFirst();
  return row && announcementRow.parse(row);
}

/** The announcement of that key. */
export async function announcementByKey(database: Database, key: string): Promise<Announcement | undefined> {
  const row = await database
    .selectFrom('announcements')
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  return row && announcementRow.parse(row);
}

/** The message in which an announcement stands in a channel, once it does. */
export async function postedMessage(
  database: Database,
  announcementId: string,
  channelId: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('deliveries')
    .select('message_id')
    .where('announcement_id', '=', announcementId)
    .where('channel_id', '=', channelId)
    .where('step', '=', 'post')
    .where('state', '=', 'done')
    .executeTakeFirst();
  return row?.message_id ?? undefined;
}

/** The delivery of that id. */
export async function deliveryOf(database: Database, id: string): Promise<Delivery | undefined> {
  const row = await database.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
  return row && deliveryRow.parse(row);
}

/**
 * Plans again what failed in a server, in active subscriptions alone. The outcome of earlier attempts
 * counts as unknown, so that the channel is looked into before anything is sent: nothing is posted twice.
 */
export async function planAgain(
  database: Database,
  guildId: string,
  only: { readonly channelId?: string | undefined; readonly releaseId?: string | undefined },
  now: number,
): Promise<Delivery[]> {
  const rows = await database
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'planned',
      attempts: 0,
      next_at: now,
      lease_owner: null,
      lease_until: 0,
      unsure_since: eb.ref('planned_at'),
      done_at: null,
    }))
    .where('guild_id', '=', guildId)
    .where('state', '=', 'failed')
    .where('channel_id', 'in', (eb) =>
      eb
        .selectFrom('subscriptions')
        .select('channel_id')
        .where('guild_id', '=', guildId)
        .where('disabled_at', 'is', null),
    )
    .$if(only.channelId !== undefined, (query) => query.where('channel_id', '=', only.channelId ?? ''))
    .$if(only.releaseId !== undefined, (query) =>
      query.where('announcement_id', 'in', (eb) =>
        eb
          .selectFrom('announcements')
          .select('id')
          .where('release_id', '=', only.releaseId ?? ''),
      ),
    )
    .returningAll()
    .execute();
  return rows.map((row) => deliveryRow.parse(row));
}
