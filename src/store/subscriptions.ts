import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { type Subscription, subscriptionRow } from './schema.ts';

/** What a subscription is, as its makers choose it. */
export interface SubscriptionChoice {
  readonly guildId: string;
  readonly channelId: string;
  /** '' for every issuer. */
  readonly issuer: string;
  readonly issuerName: string;
  readonly releases: boolean;
  readonly corrections: boolean;
  readonly events: boolean;
  readonly scheduledEvents: boolean;
  readonly pingRoleId: string | null;
  readonly createdBy: string;
}

/**
 * Subscribes a channel to an issuer, or changes the subscription that it has; one that was disabled is
 * active again. @returns whether it is new.
 */
export async function subscribe(
  database: Database,
  choice: SubscriptionChoice,
  now: number,
): Promise<'new' | 'changed'> {
  const chosen = {
    issuer_name: choice.issuerName,
    releases: Number(choice.releases),
    corrections: Number(choice.corrections),
    events: Number(choice.events),
    scheduled_events: Number(choice.scheduledEvents),
    ping_role_id: choice.pingRoleId,
    disabled_at: null,
    disabled_reason: null,
    told_at: null,
  };
  const inserted = await database
    .insertInto('subscriptions')
    .values({
      id: randomUUID(),
      guild_id: choice.guildId,
      channel_id: choice.channelId,
      issuer: choice.issuer,
      created_by: choice.createdBy,
      created_at: now,
      ...chosen,
    })
    .onConflict((conflict) => conflict.columns(['channel_id', 'issuer']).doNothing())
    .returning('id')
    .execute();
  if (inserted.length > 0) return 'new';
  await database
    .updateTable('subscriptions')
    .set(chosen)
    .where('channel_id', '=', choice.channelId)
    .where('issuer', '=', choice.issuer)
    .execute();
  return 'changed';
}

/** Ends the channel's subscriptions, or the one to that issuer, and what was still to be posted for it. */
export async function unsubscribe(
  database: Database,
  guildId: string,
  channelId: string,
  issuer: string | undefined,
  now: number,
): Promise<Subscription[]> {
  return database.transaction().execute(async (trx) => {
    const rows = await trx
      .deleteFrom('subscriptions')
      .where('guild_id', '=', guildId)
      .where('channel_id', '=', channelId)
      .$if(issuer !== undefined, (query) => query.where('issuer', '=', issuer ?? ''))
      .returningAll()
      .execute();
    const left = await trx
      .selectFrom('subscriptions')
      .selectAll()
      .where('channel_id', '=', channelId)
      .execute();
    const wanted = new Set(left.map((row) => row.issuer));
    if (!wanted.has('') && rows.length > 0) {
      await trx
        .updateTable('deliveries')
        .set({ state: 'skipped', error: 'unsubscribed', done_at: now, lease_until: 0 })
        .where('channel_id', '=', channelId)
        .where('state', '=', 'planned')
        .where('step', '=', 'post')
        .where('announcement_id', 'in', (eb) => {
          const own = eb.selectFrom('announcements').select('id');
          return wanted.size === 0 ? own : own.where('issuer', 'not in', [...wanted]);
        })
        .execute();
    }
    return rows.map((row) => subscriptionRow.parse(row));
  });
}

/** The server's subscriptions, oldest first. */
export async function subscriptionsOf(database: Database, guildId: string): Promise<Subscription[]> {
  const rows = await database
    .selectFrom('subscriptions')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('created_at')
    .orderBy('channel_id')
    .execute();
  return rows.map((row) => subscriptionRow.parse(row));
}

/**
 * Disables the channel's subscriptions and ends what was still to be done there, so that Discord is asked no
 * more. @returns whether the server's managers are to be told: true once for each time it is disabled.
 */
export async function disableChannel(
  database: Database,
  channelId: string,
  reason: string,
  now: number,
): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable('subscriptions')
      .set({ disabled_at: now, disabled_reason: reason, told_at: now })
      .where('channel_id', '=', channelId)
      .where('disabled_at', 'is', null)
      .returning('id')
      .execute();
    await trx
      .updateTable('deliveries')
      .set({ state: 'failed', error: reason, done_at: now, lease_owner: null, lease_until: 0 })
      .where('channel_id', '=', channelId)
      .where('state', '=', 'planned')
      .execute();
    return rows.length > 0;
  });
}

/** All subscriptions that are not disabled. */
export async function activeSubscriptions(database: Database): Promise<Subscription[]> {
  const rows = await database
    .selectFrom('subscriptions')
    .selectAll()
    .where('disabled_at', 'is', null)
    .execute();
  return rows.map((row) => subscriptionRow.parse(row));
}
