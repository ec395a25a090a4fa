import { issuerKey } from '../answer/lookups/scope.ts';
import type { Release } from '../knowledge/model.ts';
import type { Draft, PlannedDelivery } from '../store/outbox.ts';
import type { Announcement, SeenRelease, Subscription } from '../store/schema.ts';
import { announcementId, fingerprintOf, storyOf } from './identity.ts';

/** What is known of releases at a moment, published ones and retracted ones. */
export interface Known {
  readonly releases: readonly Release[];
  readonly retracted: readonly Release[];
  /** Whether nothing could be loaded, as against there being nothing. */
  readonly unreadable?: boolean;
}

export interface PlanSettings {
  /** Later than this after its publication, a release is stored and not posted, and a post is given up. */
  readonly maxAgeMs: number;
  /** Releases dated before this day (YYYY-MM-DD) are never posted: for adding an archive. */
  readonly since?: string;
}

/** A difference between what is loaded and what has been seen. */
export type Change =
  | {
      readonly type: 'new';
      readonly row: SeenRelease;
      readonly draft?: Draft;
      /** Whether the announcement is posted, besides changing earlier posts. */
      readonly post: boolean;
      /** Why it is not announced, or not posted. */
      readonly silent?: string;
    }
  | {
      readonly type: 'status';
      readonly id: string;
      readonly status: SeenRelease['status'];
      readonly draft?: Draft;
    };

const DAY_MS = 86_400_000;

/** The release as the store keeps it. */
export function seenRow(release: Release, now: number): SeenRelease {
  return {
    id: release.id,
    issuer: issuerKey(release),
    fingerprint: fingerprintOf(release),
    story: storyOf(release),
    status: release.status,
    supersedes: release.supersedes ?? null,
    firstSeenAt: now,
  };
}

/** All that is to be written because of the releases loaded now, oldest release first. */
export function changesSince(
  seen: readonly SeenRelease[],
  { releases, retracted }: Known,
  lastLook: number | undefined,
  now: number,
  settings: PlanSettings,
): readonly Change[] {
  const byId = new Map(seen.map((row) => [row.id, row]));
  const rows = [...seen];
  const changes: Change[] = [];
  for (const release of [...releases, ...retracted].sort(oldestFirst)) {
    const known = byId.get(release.id);
    if (known === undefined) {
      const change = changeOfNew(release, rows, lastLook, now, settings);
      rows.push(change.row);
      changes.push(change);
    } else if (known.status !== release.status) {
      changes.push({
        type: 'status',
        id: release.id,
        status: release.status,
        ...(release.status === 'retracted' ? { draft: retractionOf(release) } : {}),
      });
    }
  }
  return changes;
}

function changeOfNew(
  release: Release,
  rows: readonly SeenRelease[],
  lastLook: number | undefined,
  now: number,
  settings: PlanSettings,
): Extract<Change, { type: 'new' }> {
  const row = seenRow(release, now);
  const quiet = (silent: string) => ({ type: 'new', row, post: false, silent }) as const;
  if (release.status === 'retracted') return quiet('it is retracted');
  const same = rows.find(({ fingerprint, story }) => fingerprint === row.fingerprint || story === row.story);
  if (same !== undefined) return quiet(`it is the same as ${same.id}`);
  const replaces = rows.find(({ id }) => id === release.supersedes)?.id ?? null;
  const corrects = release.kind !== 'original' || replaces !== null;
  const draft = draftOf(corrects ? 'correction' : 'release', release, replaces);
  const late = tooLate(release, lastLook, now, settings);
  if (late === undefined) return { type: 'new', row, draft, post: true };
  // A correction changes the earlier posts however late it comes.
  return replaces === null ? quiet(late) : { type: 'new', row, draft, post: false, silent: late };
}

/**
 * Why the release is too old to be posted. It became public on its day, or when it was added here: whichever
 * is later, and no earlier than the last look.
 */
function tooLate(
  { publishedAt }: Release,
  lastLook: number | undefined,
  now: number,
  { maxAgeMs, since }: PlanSettings,
): string | undefined {
  if (since !== undefined && publishedAt !== undefined && publishedAt.slice(0, 10) < since) {
    return `it is dated before ${since}`;
  }
  // A day is over everywhere 36 hours after it begins in UTC.
  const day = publishedAt?.length === 10 ? 1.5 * DAY_MS : 0;
  const published = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt) + day;
  const publicSince = Math.max(Number.isNaN(published) ? 0 : published, lastLook ?? now);
  return now - publicSince > maxAgeMs ? 'it was published too long ago' : undefined;
}

function draftOf(kind: 'release' | 'correction', release: Release, replaces: string | null): Draft {
  const key = `${kind}:${release.id}`;
  return {
    id: announcementId(key),
    key,
    kind,
    releaseId: release.id,
    replaces,
    issuer: issuerKey(release),
    startsAt: null,
  };
}

function retractionOf(release: Release): Draft {
  const key = `retraction:${release.id}`;
  return {
    id: announcementId(key),
    key,
    kind: 'retraction',
    releaseId: release.id,
    replaces: release.id,
    issuer: issuerKey(release),
    startsAt: null,
  };
}

/** By day; on the same day originals before what corrects them. */
function oldestFirst(a: Release, b: Release): number {
  const rank = ({ kind }: Release) => (kind === 'original' ? 0 : 1);
  return (
    (a.publishedAt ?? '9999').localeCompare(b.publishedAt ?? '9999') ||
    rank(a) - rank(b) ||
    a.id.localeCompare(b.id)
  );
}

/**
 * The deliveries of an announcement: one post for each channel whose subscription wants its kind and issuer;
 * for a scheduled event one for each server. @param expiresAt after which nothing is posted any more
 */
export function planDeliveries(
  announcement: Pick<Announcement, 'kind' | 'issuer'>,
  subscriptions: readonly Subscription[],
  expiresAt: number | null,
): readonly PlannedDelivery[] {
  const wanting = subscriptions.filter(
    (one) =>
      one.disabledAt === null &&
      (one.issuer === '' || one.issuer === announcement.issuer) &&
      wants(one, announcement.kind),
  );
  const perServer = announcement.kind === 'schedule';
  const chosen = new Map<string, Subscription>();
  // A subscription to the very issuer comes before one to all: its role is the one pinged.
  for (const one of [...wanting].sort(
    (a, b) => b.issuer.localeCompare(a.issuer) || a.createdAt - b.createdAt,
  )) {
    const place = perServer ? one.guildId : one.channelId;
    if (!chosen.has(place)) chosen.set(place, one);
  }
  return [...chosen.values()].map((one) => ({
    step: perServer ? 'schedule' : 'post',
    subject: '',
    guildId: one.guildId,
    channelId: one.channelId,
    pingRoleId: perServer ? null : one.pingRoleId,
    messageId: null,
    expiresAt,
  }));
}

function wants(subscription: Subscription, kind: Announcement['kind']): boolean {
  switch (kind) {
    case 'release':
      return subscription.releases;
    case 'correction':
    case 'retraction':
      return subscription.corrections;
    case 'event':
      return subscription.events;
    case 'schedule':
      return subscription.scheduledEvents;
  }
}
