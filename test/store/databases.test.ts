import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runChaos } from '../../bench/deliver/chaos.ts';
import { surroundingsOf } from '../../src/announce/surroundings.ts';
import { claimDue, type Share } from '../../src/store/deliveries.ts';
import { ledgerOf } from '../../src/store/ledger.ts';
import { type Draft, type PlannedDelivery, storeAnnouncement } from '../../src/store/outbox.ts';
import { firstSight, storeFirstSight } from '../../src/store/releases.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { subscribe, subscriptionsOf, unsubscribe } from '../../src/store/subscriptions.ts';
import { invented, posts, SHARE, stage, useDatabases } from '../announce/stage.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
// The rules of announcing, on PostgreSQL this time.
import '../announce/corrections.test.ts';
import '../announce/delivery.test.ts';

/** Everything that needs PostgreSQL stands in this file, so that one server is started for all of it. */
let server: PostgresServer;
const folders: string[] = [];
beforeAll(async () => {
  server = await startPostgres();
  useDatabases(() => server.fresh());
}, 60_000);
afterAll(async () => {
  await server.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-store-'));
  folders.push(folder);
  return `file:${join(folder, 'new', 'footnote.db')}`;
}

const DATABASES = [
  ['SQLite', async () => freshFile()],
  ['PostgreSQL', () => server.fresh()],
] as const;

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

function opened(url: string): Store {
  const store = createStore({ url, onTrouble: () => undefined });
  open.push(store);
  return store;
}

const ONE: Share = { shards: [0], shardCount: 1 };
const draft = (name: string): Draft => ({
  id: name,
  key: `release:${name}`,
  kind: 'release',
  releaseId: name,
  replaces: null,
  issuer: 'abc',
  startsAt: null,
});
const to = (channelId: string, guildId = '1'): PlannedDelivery => ({
  step: 'post',
  subject: '',
  guildId,
  channelId,
  pingRoleId: null,
  messageId: null,
  expiresAt: null,
});
const claim = (store: Store, owner: string, now: number, share: Share = ONE, limit = 100) =>
  store.run((db) => claimDue(db, { ...share, owner, now, leaseUntil: now + 1_000, limit }));

describe.each(DATABASES)('the store on %s', (_, fresh) => {
  it('is made at the first use, by several processes at once, and found again', async () => {
    const url = await fresh();
    const [one, two] = [opened(url), opened(url)];
    await Promise.all([one, two].map((store) => store.run((db) => storeFirstSight(db, [], 5))));
    await one.close();
    expect(await opened(url).run(firstSight)).toBe(5);
  });

  it('writes an announcement with all of its deliveries, or nothing', async () => {
    const store = opened(await fresh());
    const broken = store.run((db) =>
      storeAnnouncement(db, draft('a'), () => [to('10'), { ...to('11'), channelId: null as never }], 0),
    );
    await expect(broken).rejects.toThrow();
    expect(await claim(store, 'p', 10)).toEqual([]);
    const many = Array.from({ length: 1_234 }, (_, index) => to(String(index + 100)));
    await store.run((db) => storeAnnouncement(db, draft('a'), () => many, 0));
    expect(await claim(store, 'p', 10, ONE, 5_000)).toHaveLength(1_234);
  });

  it('keeps one announcement of a key, whoever is first, and gives each a place of its own', async () => {
    const url = await fresh();
    const stores = [opened(url), opened(url), opened(url)];
    const made = await Promise.all(
      stores.flatMap((store) =>
        ['a', 'b', 'c'].map((name) =>
          store.run((db) => storeAnnouncement(db, draft(name), () => [to('10')], 0)),
        ),
      ),
    );
    const written = made.flatMap((one) => (one ? [one] : []));
    expect(written.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(written.map(({ sequence }) => sequence).sort()).toEqual([1, 2, 3]);
  });

  it('gives a delivery to one process at a time, and to another when the lease is over', async () => {
    const url = await fresh();
    const [one, two] = [opened(url), opened(url)];
    const channels = Array.from({ length: 40 }, (_, index) => to(String(index + 100)));
    await one.run((db) => storeAnnouncement(db, draft('a'), () => channels, 0));
    const both = await Promise.all([claim(one, 'one', 10, ONE, 30), claim(two, 'two', 10, ONE, 30)]);
    const ids = both.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(await claim(two, 'two', 500)).toHaveLength(40 - ids.length);
    const taken = await claim(two, 'two', 2_000);
    expect(taken).toHaveLength(40);
    expect(taken.every(({ unsureBefore, attempts }) => unsureBefore !== null && attempts === 2)).toBe(true);
  });

  it('gives a process the servers of its own shards', async () => {
    const store = opened(await fresh());
    const guild = (slot: number) => String(BigInt(slot) << 22n);
    const planned = [0, 1, 2, 3, 4, 5].map((slot) => to(String(slot + 100), guild(slot + 12)));
    await store.run((db) => storeAnnouncement(db, draft('a'), () => planned, 0));
    const share = (shards: number[]) => claim(store, 'p', 10, { shards, shardCount: 3 });
    expect((await share([1])).map(({ channelId }) => channelId)).toEqual(['101', '104']);
    expect((await share([0, 2])).map(({ channelId }) => channelId)).toHaveLength(4);
  });

  it('holds a post back until the channel’s earlier ones are done', async () => {
    const store = opened(await fresh());
    await store.run((db) => storeAnnouncement(db, draft('a'), () => [to('10')], 0));
    await store.run((db) => storeAnnouncement(db, draft('b'), () => [to('10'), to('11')], 0));
    const first = await claim(store, 'p', 10);
    expect(first.map(({ channelId, sequence }) => `${channelId}/${sequence}`).sort()).toEqual([
      '10/1',
      '11/2',
    ]);
  });

  it('keeps one subscription for a channel and issuer', async () => {
    const store = opened(await fresh());
    const choice = {
      guildId: '1',
      channelId: '10',
      issuer: 'abc',
      issuerName: 'ABC',
      releases: true,
      corrections: true,
      events: false,
      scheduledEvents: false,
      pingRoleId: null,
      createdBy: '5',
    };
    expect(await store.run((db) => subscribe(db, choice, 1))).toBe('new');
    expect(await store.run((db) => subscribe(db, { ...choice, events: true }, 2))).toBe('changed');
    const all = await store.run((db) => subscriptionsOf(db, '1'));
    expect(all).toMatchObject([
      { issuer: 'abc', releases: true, events: true, createdAt: 1, disabledAt: null },
    ]);
    expect(await store.run((db) => unsubscribe(db, '2', '10', undefined, 3))).toEqual([]);
    expect(await store.run((db) => unsubscribe(db, '1', '10', undefined, 3))).toHaveLength(1);
  });

  it('refuses rows that are not what they should be', async () => {
    const store = opened(await fresh());
    await store.run((db) => storeAnnouncement(db, draft('a'), () => [to('10')], 0));
    await store.run((db) => db.updateTable('deliveries').set({ state: 'lost' }).execute());
    await expect(store.run((db) => ledgerOf(db, '1', { at: 0, size: 5 }))).rejects.toThrow(/state/);
  });

  it('posts each announcement once and in order while requests fail and the bot is killed', async () => {
    const processes = _ === 'PostgreSQL' ? 2 : 1;
    const report = await runChaos({ database: await fresh(), processes, channels: 40, kills: 2, seed: 7 });
    expect(report.wrong).toEqual([]);
    expect(report.posted).toBe(120);
    expect(Object.values(report.faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
  }, 60_000);
});

describe('a connection that is lost', () => {
  it('holds up announcements for as long as it lasts, and loses none', async () => {
    const database = await server.fresh();
    const on = await stage({ database, tuning: { pollMs: 50, lookEveryMs: 100 } });
    const channel = on.sandbox.questions;
    await on.run('subscribe', { channel });
    on.announcer.start(SHARE, surroundingsOf(on.bot.client));
    on.load(invented('corvanth-2025-q2-call-notice'));
    for (let cut = 0; cut < 5; cut += 1) await server.cutConnections(database);
    await expect.poll(() => posts(on, channel).length, { timeout: 10_000 }).toBe(1);
    await server.cutConnections(database);
    on.load(invented('corvanth-2025-q2-call-notice'), invented('tessalune-2025-wmdc-posters'));
    on.announcer.releasesChanged();
    await expect.poll(() => posts(on, channel).length, { timeout: 10_000 }).toBe(2);
  });

  it('is opened again', async () => {
    const url = await server.fresh();
    const store = opened(url);
    await store.run((db) => storeFirstSight(db, [], 5));
    await server.cutConnections(url);
    expect(await store.run(firstSight)).toBe(5);
  });
});
