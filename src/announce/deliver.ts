import { issuerKey } from '../answer/lookups/scope.ts';
import type { Logger } from '../logger.ts';
import { markOf } from '../present/announcement.ts';
import { stoppedNotice } from '../present/announcement-ledger.ts';
import { summaryOf } from '../present/calendar.ts';
import { giveUp, postpone, publishedSince, recordDone, restartUnsure } from '../store/deliveries.ts';
import { announcementOf, deliveryOf, postedMessage } from '../store/ledger.ts';
import type { PlannedDelivery } from '../store/outbox.ts';
import type { Announcement, Delivery } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { disableChannel } from '../store/subscriptions.ts';
import type { Backoff } from './backoff.ts';
import { nonceOf } from './identity.ts';
import type { Messenger } from './messenger.ts';
import type { Known } from './plan.ts';
import { publishAt } from './publishing.ts';
import { occasionAt } from './reminders.ts';
import { render, renderEdited } from './render.ts';
import { decide, judge } from './verdict.ts';

/** What is known of Discord from the gateway, without asking. */
export interface Surroundings {
  readonly isAnnouncementChannel: (channelId: string) => boolean;
  readonly mayReadHistory: (channelId: string) => boolean;
  /** Channels of the server where its managers can be told something, the best first. */
  readonly noticeChannels: (guildId: string) => readonly string[];
}

export interface DelivererOptions {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly surroundings: Surroundings;
  readonly known: () => Known;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly owner: string;
  readonly backoff: Backoff;
  /** From 0 to 1. */
  readonly random: () => number;
  /** For how long an enforced nonce is relied on. */
  readonly nonceSafeMs: number;
  /** A lease that ends sooner is not used for a request: another process might be sending by then. */
  readonly leaseMarginMs: number;
  /** Nothing may be sent for a while: the token has been refused. */
  readonly pause: () => void;
}

/** Until this process has loaded a release that another one has announced. */
const RELOAD_MS = 15_000;

/**
 * Makes one delivery that has been claimed, or gives it back, and writes down what came of it.
 * @throws where that cannot be written: the delivery is taken up again when its lease is over.
 */
export async function deliver(delivery: Delivery, options: DelivererOptions): Promise<void> {
  const { store, clock, log, leaseMarginMs } = options;
  const now = clock().getTime();
  if (now > delivery.leaseUntil - leaseMarginMs) return;
  if (delivery.expiresAt !== null && now >= delivery.expiresAt && delivery.unsureBefore === null) {
    await store.run((db) => giveUp(db, delivery, 'skipped', 'it is too late', now));
    return;
  }
  const announcement = await store.run((db) => announcementOf(db, delivery.announcementId));
  if (announcement === undefined) throw new Error(`no announcement of delivery ${delivery.id}`);
  try {
    await STEPS[delivery.step](delivery, announcement, options);
  } catch (err) {
    if (err instanceof Lost) throw err.cause;
    const { channelId, guildId, step, attempts } = delivery;
    log.warn(
      { err, channel: channelId, guild: guildId, step, attempts },
      'an announcement was not delivered',
    );
    await settle(delivery, err, options);
  }
}

/** The store failed after the work was done: this is no failure of the delivery. */
class Lost extends Error {}

type StepOf = (delivery: Delivery, announcement: Announcement, options: DelivererOptions) => Promise<void>;

const STEPS: Readonly<Record<Delivery['step'], StepOf>> = { post, publish, edit, schedule };

async function post(
  delivery: Delivery,
  announcement: Announcement,
  options: DelivererOptions,
): Promise<void> {
  const { store, messenger, surroundings, clock, nonceSafeMs } = options;
  const { channelId, pingRoleId, unsureBefore } = delivery;
  const done = (id: string) => finish(delivery, id, followUps(delivery, id, surroundings), options);
  const rendered = render(announcement, options.known(), clock());
  if (unsureBefore !== null && clock().getTime() - unsureBefore >= nonceSafeMs) {
    if (!surroundings.mayReadHistory(channelId)) {
      const reason = 'it may or may not have been posted, and Footnote may not read the channel’s history';
      await end(delivery, 'failed', reason, options);
      return;
    }
    const found = await messenger.findOwn(channelId, markOf(announcement.id), unsureBefore);
    if (found !== undefined) return done(found);
    const late = delivery.expiresAt !== null && clock().getTime() >= delivery.expiresAt;
    if (late) return end(delivery, 'skipped', 'it is too late', options);
    await store.run((db) => restartUnsure(db, delivery.id, clock().getTime()));
  }
  if (rendered.outcome === 'obsolete') return end(delivery, 'skipped', rendered.reason, options);
  if (rendered.outcome === 'unknown_release') return wait(delivery, RELOAD_MS, options);
  const content = pingRoleId === null ? '' : `<@&${pingRoleId}>`;
  const nonce = nonceOf(announcement.id, channelId);
  await done(await messenger.post(channelId, { content, reply: rendered.reply, pingRoleId }, nonce));
}

/** An announcement in an announcement channel is published to its followers, as a delivery of its own. */
function followUps(
  delivery: Delivery,
  messageId: string,
  { isAnnouncementChannel }: Surroundings,
): PlannedDelivery[] {
  const { id, guildId, channelId } = delivery;
  if (!isAnnouncementChannel(channelId)) return [];
  return [{ step: 'publish', subject: id, guildId, channelId, pingRoleId: null, messageId, expiresAt: null }];
}

async function publish(delivery: Delivery, _: Announcement, options: DelivererOptions): Promise<void> {
  const { store, messenger, clock } = options;
  const { channelId, messageId } = delivery;
  const now = clock().getTime();
  const made = await store.run((db) => publishedSince(db, channelId, now - 3_600_000));
  const at = publishAt(made, now);
  if (at > now) return wait(delivery, at - now, options);
  if (messageId === null) return end(delivery, 'failed', 'the message is not known', options);
  await messenger.publish(channelId, messageId);
  await finish(delivery, messageId, [], options);
}

async function edit(delivery: Delivery, later: Announcement, options: DelivererOptions): Promise<void> {
  const { store, messenger, known, clock } = options;
  const { channelId, guildId, messageId, subject } = delivery;
  const posted = await store.run(async (db) => {
    const before = await deliveryOf(db, subject);
    const announcement = before && (await announcementOf(db, before.announcementId));
    return before && announcement && { before, announcement };
  });
  if (posted === undefined || messageId === null) {
    return end(delivery, 'failed', 'the message is not known', options);
  }
  if (posted.before.step === 'schedule') {
    if (!stillGiven(posted.announcement, known())) await messenger.unschedule(guildId, messageId);
    return finish(delivery, messageId, [], options);
  }
  const laterId = await store.run((db) => postedMessage(db, later.id, channelId));
  const link = laterId && `https://discord.com/channels/${guildId}/${channelId}/${laterId}`;
  const { reply, keepFiles } = renderEdited(posted.announcement, later, known(), clock(), link);
  const { pingRoleId } = posted.before;
  const content = pingRoleId === null ? '' : `<@&${pingRoleId}>`;
  await messenger.edit(channelId, messageId, { content, reply, pingRoleId: null }, keepFiles);
  await finish(delivery, messageId, [], options);
}

/** Whether a release that has not been replaced gives the event of an announcement. */
function stillGiven({ issuer, startsAt }: Announcement, { releases }: Known): boolean {
  if (startsAt === null) return false;
  const replaced = new Set(releases.flatMap(({ supersedes }) => supersedes ?? []));
  return releases.some(
    (one) => issuerKey(one) === issuer && !replaced.has(one.id) && occasionAt(one, startsAt) !== undefined,
  );
}

const HOUR_MS = 3_600_000;
/** Limits of a scheduled event (discord/discord-api-docs, Guild Scheduled Event). */
const EVENT_LIMITS = { name: 100, location: 100, description: 1_000 } as const;

async function schedule(
  delivery: Delivery,
  announcement: Announcement,
  options: DelivererOptions,
): Promise<void> {
  const { known, messenger, clock } = options;
  const release = known().releases.find(({ id }) => id === announcement.releaseId);
  if (release === undefined) return wait(delivery, RELOAD_MS, options);
  const startsAt = announcement.startsAt ?? 0;
  const occasion = occasionAt(release, startsAt);
  if (occasion === undefined || startsAt <= clock().getTime()) {
    return end(delivery, 'skipped', 'it is too late', options);
  }
  const summary = summaryOf(occasion);
  const place = occasion.place?.text;
  const description = [
    occasion.session?.text,
    occasion.endsAt === undefined ? 'The release gives no end; Discord asks for one.' : undefined,
    release.sourceLink,
  ];
  const id = await messenger.schedule(delivery.guildId, {
    name: summary.length <= EVENT_LIMITS.name ? summary : 'A session announced in a release',
    location: place !== undefined && place.length <= EVENT_LIMITS.location ? place : 'See the release',
    description: description.filter(Boolean).join('\n').slice(0, EVENT_LIMITS.description),
    startsAt: occasion.startsAt,
    endsAt: occasion.endsAt ?? new Date(startsAt + HOUR_MS).toISOString(),
  });
  await finish(delivery, id, [], options);
}

async function settle(delivery: Delivery, err: unknown, options: DelivererOptions): Promise<void> {
  const { store, clock, random, backoff, owner } = options;
  const now = clock().getTime();
  const decision = decide(delivery.step, judge(err), delivery.attempts, random(), backoff);
  switch (decision.action) {
    case 'postpone': {
      const current = await store.run((db) => deliveryOf(db, delivery.id));
      const unsureSince = decision.unsure ? (current?.unsureSince ?? now) : delivery.unsureBefore;
      const nextAt = now + decision.milliseconds;
      const { error, counts } = decision;
      await store.run((db) => postpone(db, delivery, owner, { nextAt, error, unsureSince, counts }));
      return;
    }
    case 'disable':
      return disable(delivery, decision.reason, options);
    case 'fail':
      return end(delivery, 'failed', decision.reason, options);
    case 'skip':
      return end(delivery, 'skipped', decision.reason, options);
    case 'done':
      return finish(delivery, delivery.messageId, [], options);
    case 'pause':
      options.pause();
      return wait(delivery, 60_000, options);
  }
}

/** Stops announcing in the channel, and tells the server's managers once. */
async function disable(delivery: Delivery, reason: string, options: DelivererOptions): Promise<void> {
  const { store, clock, messenger, surroundings, log } = options;
  const { channelId, guildId } = delivery;
  const tell = await store.run(async (db) => {
    const first = await disableChannel(db, channelId, reason, clock().getTime());
    await giveUp(db, delivery, 'failed', reason, clock().getTime());
    return first;
  });
  if (!tell) return;
  log.error({ channel: channelId, guild: guildId, reason }, 'announcements in a channel have stopped');
  const message = { content: '', reply: stoppedNotice(channelId, reason), pingRoleId: null };
  for (const place of surroundings.noticeChannels(guildId).filter((id) => id !== channelId)) {
    try {
      await messenger.post(place, message, nonceOf(`stopped:${delivery.id}`, place));
      return;
    } catch (err) {
      log.warn({ err, channel: place, guild: guildId }, 'the managers could not be told here');
    }
  }
}

async function finish(
  delivery: Delivery,
  messageId: string | null,
  next: readonly PlannedDelivery[],
  { store, clock }: DelivererOptions,
): Promise<void> {
  try {
    await store.run((db) => recordDone(db, delivery, messageId, next, clock().getTime()));
  } catch (err) {
    throw new Lost('done, but not written down', { cause: err });
  }
}

async function end(
  delivery: Delivery,
  state: 'failed' | 'skipped',
  reason: string,
  { store, clock }: DelivererOptions,
): Promise<void> {
  await store.run((db) => giveUp(db, delivery, state, reason, clock().getTime()));
}

/** Gives it back without an attempt having been made. */
async function wait(delivery: Delivery, milliseconds: number, options: DelivererOptions): Promise<void> {
  const nextAt = options.clock().getTime() + milliseconds;
  const { unsureBefore: unsureSince } = delivery;
  const given = { nextAt, error: null, unsureSince, counts: false };
  await options.store.run((db) => postpone(db, delivery, options.owner, given));
}
