import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff } from '../../src/announce/backoff.ts';
import { announcementId, LONGEST_NONCE, nonceOf } from '../../src/announce/identity.ts';
import { changesSince, type PlanSettings, planDeliveries, seenRow } from '../../src/announce/plan.ts';
import { publishAt } from '../../src/announce/publishing.ts';
import { dueReminders } from '../../src/announce/reminders.ts';
import type { Release } from '../../src/knowledge/model.ts';
import { occasionsOf } from '../../src/knowledge/occasions.ts';
import type { Subscription } from '../../src/store/schema.ts';
import { seedRelease } from '../support/seed.ts';
import { HOUR, invented } from './stage.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SETTINGS: PlanSettings = { maxAgeMs: 72 * HOUR };
const sale = invented('dunlavery-2025-kestrow-sale');
const correction: Release = {
  ...invented('dunlavery-2025-kestrow-sale-correction'),
  supersedes: sale.id,
};
const changes = (
  seen: readonly Release[],
  releases: readonly Release[],
  settings = SETTINGS,
  lastLook = NOW,
) =>
  changesSince(
    seen.map((release) => seenRow(release, NOW)),
    {
      releases: releases.filter(({ status }) => status === 'published'),
      retracted: releases.filter(({ status }) => status === 'retracted'),
    },
    lastLook,
    NOW,
    settings,
  );

describe('what follows from the releases loaded', () => {
  it('is nothing for those that have been seen, whatever has been edited in them', () => {
    expect(changes([sale], [{ ...sale, text: `${sale.text} More.` }])).toEqual([]);
    expect(changes([sale], [])).toEqual([]);
  });

  it('is a correction that changes the posts of what it replaces', () => {
    expect(changes([sale], [sale, correction])).toMatchObject([
      { type: 'new', post: true, draft: { kind: 'correction', replaces: sale.id } },
    ]);
  });

  it('puts originals before their corrections in a backlog', () => {
    const drafts = changes([], [correction, sale]).map((change) => change.draft?.kind);
    expect(drafts).toEqual(['release', 'correction']);
  });

  it('is a retraction of a release that had been published, and nothing for one that never was', () => {
    const gone: Release = { ...sale, status: 'retracted' };
    expect(changes([sale], [gone])).toMatchObject([{ type: 'status', draft: { kind: 'retraction' } }]);
    expect(changes([], [gone])).toMatchObject([{ type: 'new', post: false, silent: 'it is retracted' }]);
    expect(changes([gone], [sale])).toMatchObject([{ type: 'status', status: 'published' }]);
  });

  it('tells nothing that is dated before the day set for archives', () => {
    expect(changes([], [sale], { ...SETTINGS, since: '2026-01-01' })).toMatchObject([
      { post: false, silent: 'it is dated before 2026-01-01' },
    ]);
  });

  it('still changes posts where a correction comes too late to be posted', () => {
    const [change] = changes([sale], [correction], SETTINGS, NOW - 1_000 * HOUR);
    expect(change).toMatchObject({ post: false, draft: { replaces: sale.id } });
  });

  it('is late by the time since the last look, not by the date of an old release', () => {
    expect(changes([], [seedRelease()])).toMatchObject([{ post: true }]);
  });
});

const subscription = (changed: Partial<Subscription>): Subscription => ({
  id: 's',
  guildId: '1',
  channelId: '10',
  issuer: '',
  issuerName: '',
  releases: true,
  corrections: true,
  events: true,
  scheduledEvents: false,
  pingRoleId: null,
  createdBy: '5',
  createdAt: 0,
  disabledAt: null,
  disabledReason: null,
  toldAt: null,
  ...changed,
});

describe('the deliveries of an announcement', () => {
  const plan = (
    kind: 'release' | 'correction' | 'retraction' | 'event' | 'schedule',
    ...all: Partial<Subscription>[]
  ) => planDeliveries({ kind, issuer: 'abc' }, all.map(subscription), null);

  it('go to the subscriptions to its kind and issuer that are active', () => {
    expect(
      plan('release', {}, { channelId: '11', issuer: 'abc' }, { channelId: '12', issuer: 'xyz' }),
    ).toHaveLength(2);
    expect(plan('release', { releases: false })).toEqual([]);
    expect(plan('retraction', { corrections: false })).toEqual([]);
    expect(plan('event', { events: false })).toEqual([]);
    expect(plan('release', { disabledAt: 5 })).toEqual([]);
  });

  it('are one for a channel, with the role of the subscription to the very issuer', () => {
    const planned = plan('release', { pingRoleId: '77' }, { issuer: 'abc', pingRoleId: '88' });
    expect(planned.map(({ pingRoleId }) => pingRoleId)).toEqual(['88']);
  });

  it('are one for a server where they make scheduled events', () => {
    const wanted = { scheduledEvents: true };
    const planned = plan(
      'schedule',
      wanted,
      { ...wanted, channelId: '11' },
      { ...wanted, guildId: '2', channelId: '12' },
    );
    expect(planned.map(({ guildId, step }) => `${guildId}/${step}`)).toEqual(['1/schedule', '2/schedule']);
  });
});

describe('reminders', () => {
  const seed = seedRelease();
  const starts = Date.parse(occasionsOf(seed)[0]!.startsAt);
  const due = (releases: readonly Release[], now: number, announced?: number) =>
    dueReminders(releases, now, () => announced).map(({ draft }) => draft.key.slice(-3));

  it('are due from 24 hours and from 1 hour before, and never once it has begun', () => {
    expect(due([seed], starts - 24 * HOUR - 1)).toEqual([]);
    expect(due([seed], starts - 24 * HOUR)).toEqual(['24h']);
    expect(due([seed], starts - HOUR - 1)).toEqual(['24h']);
    expect(due([seed], starts - HOUR)).toEqual([':1h']);
    expect(due([seed], starts)).toEqual([]);
  });

  it('are left to the announcement of a release that came within the day before', () => {
    expect(due([seed], starts - 20 * HOUR, starts - 21 * HOUR)).toEqual([]);
    expect(due([seed], starts - HOUR, starts - 21 * HOUR)).toEqual([':1h']);
  });

  it('are one for the same instant in two releases of an issuer, and none from a replaced one', () => {
    const again: Release = { ...seed, id: 'again', supersedes: seed.id };
    const found = dueReminders([seed, again], starts - HOUR);
    expect(found.map(({ release }) => release.id)).toEqual(['again']);
  });
});

describe('numbers', () => {
  it('back-off doubles, has a longest, and spreads by half', () => {
    const policy = { firstMs: 100, longestMs: 1_000, attempts: 5 };
    expect([1, 2, 3, 4, 9].map((attempts) => backoff(attempts, 1, policy))).toEqual([
      100, 200, 400, 800, 1_000,
    ]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const wait = backoff(attempts, random, policy);
          expect(wait).toBeGreaterThanOrEqual(50);
          expect(wait).toBeLessThanOrEqual(1_000);
        },
      ),
    );
  });

  it('a nonce fits Discord, and differs by announcement and channel', () => {
    const nonces = ['a', 'b'].flatMap((key) =>
      ['1', '2'].map((channel) => nonceOf(announcementId(key), channel)),
    );
    expect(new Set(nonces).size).toBe(4);
    expect(nonces.every((nonce) => nonce.length <= LONGEST_NONCE)).toBe(true);
  });

  it('never more than ten are published within an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { maxLength: 60 }), (wishes) => {
        const made: number[] = [];
        let clock = 0;
        for (const wish of wishes.sort((a, b) => a - b)) {
          clock = Math.max(clock, wish);
          clock = Math.max(clock, publishAt([...made].reverse(), clock));
          made.push(clock);
        }
        const crowded = made.filter((at, index) => index >= 10 && at - made[index - 10]! <= HOUR);
        expect(crowded).toEqual([]);
      }),
    );
  });
});
