import { setTimeout } from 'node:timers/promises';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { isTaken, isTransient } from './retry.ts';

/**
 * The migrations by name, in order. A migration that has been released is never changed. Each bears being done
 * twice, or half: SQLite runs them without a transaction, and does not keep other processes out.
 */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-22-announcements': { up: createTables },
};

/**
 * Brings the database up to date; several processes may do so at once.
 * @throws what the failed migration threw.
 */
export async function migrate(database: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  for (let tries = 1; ; tries += 1) {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    // Another process has just written down the same migration, or is about to.
    if (tries >= TRIES || !(isTaken(error) || isTransient(error))) throw error;
    await setTimeout(PAUSE_MS);
  }
}

const TRIES = 10;
const PAUSE_MS = 100;

async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .ifNotExists()
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('releases')
    .ifNotExists()
    .addColumn('release_id', 'text', (column) => column.primaryKey())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('supersedes', 'text')
    .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('subscriptions')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('issuer_name', 'text', (column) => column.notNull())
    .addColumn('releases', 'integer', (column) => column.notNull())
    .addColumn('corrections', 'integer', (column) => column.notNull())
    .addColumn('events', 'integer', (column) => column.notNull())
    .addColumn('scheduled_events', 'integer', (column) => column.notNull())
    .addColumn('ping_role_id', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('disabled_at', 'bigint')
    .addColumn('disabled_reason', 'text')
    .addColumn('told_at', 'bigint')
    .addUniqueConstraint('subscriptions_channel_issuer', ['channel_id', 'issuer'])
    .execute();
  await db.schema
    .createIndex('subscriptions_guild')
    .ifNotExists()
    .on('subscriptions')
    .columns(['guild_id'])
    .execute();
  await db.schema
    .createTable('announcements')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('sequence', 'bigint', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('release_id', 'text', (column) => column.notNull())
    .addColumn('replaces', 'text')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('announcements_release')
    .ifNotExists()
    .on('announcements')
    .columns(['release_id'])
    .execute();
  await db.schema
    .createTable('deliveries')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('announcement_id', 'text', (column) => column.notNull().references('announcements.id'))
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('guild_slot', 'bigint', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('ping_role_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('unsure_since', 'bigint')
    .addColumn('unsure_before', 'bigint')
    .addColumn('message_id', 'text')
    .addColumn('error', 'text')
    .addColumn('planned_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('expires_at', 'bigint')
    .addUniqueConstraint('deliveries_once', ['announcement_id', 'channel_id', 'step', 'subject'])
    .execute();
  await db.schema
    .createIndex('deliveries_due')
    .ifNotExists()
    .on('deliveries')
    .columns(['state', 'sequence', 'next_at'])
    .execute();
  await db.schema
    .createIndex('deliveries_channel')
    .ifNotExists()
    .on('deliveries')
    .columns(['channel_id', 'step', 'state', 'sequence'])
    .execute();
  await db.schema
    .createIndex('deliveries_guild')
    .ifNotExists()
    .on('deliveries')
    .columns(['guild_id', 'sequence'])
    .execute();
}
