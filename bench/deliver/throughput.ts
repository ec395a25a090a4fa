import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { createAnnouncer } from '../../src/announce/announcer.ts';
import type { Known } from '../../src/announce/plan.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Channel, startSandbox } from '../../src/sandbox/server.ts';
import { outstanding } from '../../src/store/deliveries.ts';
import { createStore, type Store } from '../../src/store/store.ts';

export interface Throughput {
  readonly channels: number;
  readonly seconds: number;
  readonly messagesPerSecond: number;
  /** Requests that were refused for being too many. */
  readonly refused: number;
  /** Largest resident size while delivering, in MB; with all that the loopback Discord holds. */
  readonly megabytes: number;
}

/** Announces one release to many channels and measures how fast it comes to be there. */
export async function measure(
  database: string,
  count: number,
  requestsPerSecond: number | false,
): Promise<Throughput> {
  const sandbox = await startSandbox({ globalRequestsPerSecond: requestsPerSecond, keepExchanges: 1 });
  let refused = 0;
  sandbox.events.on('exchange', ({ status }) => {
    if (status === 429) refused += 1;
  });
  const channels = Array.from({ length: count }, (_, index) =>
    sandbox.addChannel(sandbox.guild, { name: `news-${index}` }),
  );
  const store = createStore({ url: database, onTrouble: () => undefined });
  const { releases } = await loadKnowledge('knowledge');
  let known: Known = { releases: [], retracted: [] };
  const announcer = createAnnouncer({
    store,
    token: sandbox.token,
    api: sandbox.api,
    known: () => known,
    clock: () => new Date(),
    log: pino({ level: 'silent' }),
    settings: { maxAgeMs: 72 * 3_600_000 },
    tuning: {
      lookEveryMs: 500,
      ...(requestsPerSecond === false ? { requestsPerSecond: Number.MAX_SAFE_INTEGER } : {}),
    },
  });
  const share = { shards: [0], shardCount: 1 };
  const surroundings = {
    isAnnouncementChannel: () => false,
    mayReadHistory: () => true,
    noticeChannels: () => [],
  };
  await announcer.settle(share, surroundings);
  await subscribeAll(store, channels);
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, process.memoryUsage().rss / 1_048_576);
  }, 200);
  const started = performance.now();
  known = { releases, retracted: [] };
  announcer.start(share, surroundings);
  announcer.releasesChanged();
  while (channels.some(({ messages }) => messages.size === 0) || (await store.run(outstanding)).count > 0) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  await announcer.stop();
  await store.close();
  await sandbox.close();
  if (database.startsWith('file:')) rmSync(database.slice('file:'.length), { force: true });
  return { channels: count, seconds, messagesPerSecond: count / seconds, refused, megabytes };
}

async function subscribeAll(store: Store, channels: readonly Channel[]): Promise<void> {
  const row = {
    issuer: '',
    issuer_name: '',
    releases: 1,
    corrections: 1,
    events: 0,
    scheduled_events: 0,
    ping_role_id: null,
    created_by: '1',
    created_at: Date.now(),
    disabled_at: null,
    disabled_reason: null,
    told_at: null,
  };
  const rows = channels.map(({ id, guildId = '' }) => ({ ...row, id, guild_id: guildId, channel_id: id }));
  for (let at = 0; at < rows.length; at += 500) {
    await store.run((db) =>
      db
        .insertInto('subscriptions')
        .values(rows.slice(at, at + 500))
        .execute(),
    );
  }
}
