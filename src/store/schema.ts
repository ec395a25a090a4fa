import { z } from 'zod';

/**
 * The tables, as both databases hold them. Times are milliseconds since 1970; flags are 0 or 1, since
 * SQLite has no other; ids of Discord are text.
 */
export interface Tables {
  meta: MetaTable;
  releases: ReleasesTable;
  subscriptions: SubscriptionsTable;
  announcements: AnnouncementsTable;
  deliveries: DeliveriesTable;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface ReleasesTable {
  release_id: string;
  /** Tells issuers apart: what `issuerKey` gives. */
  issuer: string;
  /** Of the text without case, punctuation and spacing: the same release under another id has the same. */
  fingerprint: string;
  /** Of issuer, kind, day and headline: the same story from two wires has the same. */
  story: string;
  status: string;
  supersedes: string | null;
  first_seen_at: number;
}

export interface SubscriptionsTable {
  id: string;
  guild_id: string;
  channel_id: string;
  /** '' for every issuer. */
  issuer: string;
  /** The issuer as it is called in lists. */
  issuer_name: string;
  releases: number;
  corrections: number;
  events: number;
  scheduled_events: number;
  ping_role_id: string | null;
  created_by: string;
  created_at: number;
  disabled_at: number | null;
  disabled_reason: string | null;
  /** When the server's managers were told that it is disabled. */
  told_at: number | null;
}

export interface AnnouncementsTable {
  id: string;
  /** What makes it one of a kind: "release:…", "event:…:24h". Publishing twice changes nothing. */
  key: string;
  /** Rises in the order of publishing, without gaps that a reader could overtake. */
  sequence: number;
  kind: string;
  release_id: string;
  /** The release whose posts it changes, for a correction or retraction. */
  replaces: string | null;
  issuer: string;
  starts_at: number | null;
  created_at: number;
}

export interface DeliveriesTable {
  id: string;
  announcement_id: string;
  sequence: number;
  step: string;
  /** The delivery that this one changes or publishes; '' for a post. */
  subject: string;
  guild_id: string;
  /** guild_id >> 22: its remainder by the number of shards is the shard. */
  guild_slot: number;
  channel_id: string;
  ping_role_id: string | null;
  state: string;
  attempts: number;
  next_at: number;
  lease_owner: string | null;
  lease_until: number;
  /** When the first send began whose outcome is not known. */
  unsure_since: number | null;
  /** The same before the attempt under way. */
  unsure_before: number | null;
  message_id: string | null;
  error: string | null;
  planned_at: number;
  done_at: number | null;
  expires_at: number | null;
}

/** PostgreSQL gives 64-bit numbers as text. */
const number = z.coerce.number().int();
const flag = z.union([z.literal(0), z.literal(1), z.literal('0'), z.literal('1')]).transform(Number);
const maybeNumber = z.preprocess((value) => value ?? null, z.union([z.null(), number]));
const snowflake = z.string().regex(/^\d{1,20}$/);

export const ANNOUNCEMENT_KINDS = ['release', 'correction', 'retraction', 'event', 'schedule'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** A message posted; a posted message published to followers, or edited; a scheduled event of the server made. */
export const STEPS = ['post', 'publish', 'edit', 'schedule'] as const;
export type Step = (typeof STEPS)[number];

/** Skipped is what was rightly not done: too late, or the release had been withdrawn. */
export const STATES = ['planned', 'done', 'failed', 'skipped'] as const;
export type State = (typeof STATES)[number];

export const releaseRow = z
  .object({
    release_id: z.string(),
    issuer: z.string(),
    fingerprint: z.string(),
    story: z.string(),
    status: z.enum(['published', 'retracted']),
    supersedes: z.string().nullable(),
    first_seen_at: number,
  })
  .transform((row) => ({
    id: row.release_id,
    issuer: row.issuer,
    fingerprint: row.fingerprint,
    story: row.story,
    status: row.status,
    supersedes: row.supersedes,
    firstSeenAt: row.first_seen_at,
  }));
/** A release that the store has seen. */
export type SeenRelease = z.output<typeof releaseRow>;

export const subscriptionRow = z
  .object({
    id: z.string(),
    guild_id: snowflake,
    channel_id: snowflake,
    issuer: z.string(),
    issuer_name: z.string(),
    releases: flag,
    corrections: flag,
    events: flag,
    scheduled_events: flag,
    ping_role_id: snowflake.nullable(),
    created_by: z.string(),
    created_at: number,
    disabled_at: maybeNumber,
    disabled_reason: z.string().nullable(),
    told_at: maybeNumber,
  })
  .transform((row) => ({
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    issuer: row.issuer,
    issuerName: row.issuer_name,
    releases: row.releases === 1,
    corrections: row.corrections === 1,
    events: row.events === 1,
    scheduledEvents: row.scheduled_events === 1,
    pingRoleId: row.ping_role_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    toldAt: row.told_at,
  }));
export type Subscription = z.output<typeof subscriptionRow>;

export const announcementRow = z
  .object({
    id: z.string(),
    key: z.string(),
    sequence: number,
    kind: z.enum(ANNOUNCEMENT_KINDS),
    release_id: z.string(),
    replaces: z.string().nullable(),
    issuer: z.string(),
    starts_at: maybeNumber,
    created_at: number,
  })
  .transform((row) => ({
    id: row.id,
    key: row.key,
    sequence: row.sequence,
    kind: row.kind,
    releaseId: row.release_id,
    replaces: row.replaces,
    issuer: row.issuer,
    startsAt: row.starts_at,
    createdAt: row.created_at,
  }));
export type Announcement = z.output<typeof announcementRow>;

export const deliveryRow = z
  .object({
    id: z.string(),
    announcement_id: z.string(),
    sequence: number,
    step: z.enum(STEPS),
    subject: z.string(),
    guild_id: snowflake,
    channel_id: snowflake,
    ping_role_id: snowflake.nullable(),
    state: z.enum(STATES),
    attempts: number,
    next_at: number,
    lease_until: number,
    unsure_since: maybeNumber,
    unsure_before: maybeNumber,
    message_id: z.string().nullable(),
    error: z.string().nullable(),
    planned_at: number,
    done_at: maybeNumber,
    expires_at: maybeNumber,
  })
  .transform((row) => ({
    id: row.id,
    announcementId: row.announcement_id,
    sequence: row.sequence,
    step: row.step,
    subject: row.subject,
    guildId: row.guild_id,
    channelId: row.channel_id,
    pingRoleId: row.ping_role_id,
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at,
    leaseUntil: row.lease_until,
    unsureSince: row.unsure_since,
    unsureBefore: row.unsure_before,
    messageId: row.message_id,
    error: row.error,
    plannedAt: row.planned_at,
    doneAt: row.done_at,
    expiresAt: row.expires_at,
  }));
export type Delivery = z.output<typeof deliveryRow>;
