import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Channel, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { outstanding } from '../../src/store/deliveries.ts';
import { storeFirstSight } from '../../src/store/releases.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { subscribe } from '../../src/store/subscriptions.ts';

export interface ChaosOptions {
  readonly database: string;
  /** How many processes share the store; each has its shards. */
  readonly processes: number;
  readonly channels: number;
  /** At least so many times a process is killed while there is work. */
  readonly kills: number;
  /** Repeats the same faults and moments, as far as the machine lets it. */
  readonly seed: number;
}

export interface ChaosReport {
  readonly kills: number;
  readonly seconds: number;
  readonly posted: number;
  /** Requests that a fault hit, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** Looks into a channel for an earlier message. */
  readonly looks: number;
  /** Channels that do not hold each announcement exactly once and in order, with what they hold. */
  readonly wrong: readonly string[];
}

const RELEASES = [
  'wrenfield-2023-iscr-abstracts',
  'gallowmere-2024-drilling-update',
  'harrowgate-2025-ostrevik-acquisition',
] as const;
const FIXTURES = 'test/fixtures/releases';
const GUILDS = 10;
const GIVE_UP_MS = 180_000;

/**
 * Publishes three releases to many channels while requests fail at random and the bot is killed and started
 * again, then reads what every channel holds.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { database, processes, channels: count, kills: wanted, seed } = options;
  const started = performance.now();
  const random = generator(seed);
  const knowledge = mkdtempSync(join(tmpdir(), 'footnote-knowledge-'));
  const sandbox = await startSandbox({
    random,
    globalRequestsPerSecond: false,
    // Shorter than the restarts take, so that looking into the channel is put to the test as well.
    nonceWindowMs: 4_000,
    keepExchanges: 1_000_000,
  });
  const store = createStore({ url: database, onTrouble: () => undefined });
  const channels = addChannels(sandbox, count);
  await prepare(store, channels);
  for (const fault of FAULTS) sandbox.faults.inject({ ...fault, match: POSTING });
  const bots = Array.from({ length: processes }, (_, shard) =>
    createBot(sandbox, database, knowledge, shard, processes),
  );
  let kills = 0;
  try {
    await Promise.all(bots.map((bot) => bot.start()));
    for (const [index, id] of RELEASES.entries()) {
      copyFileSync(`${FIXTURES}/${id}.txt`, join(knowledge, `${id}.txt`));
      await setTimeout(400);
      const share = Math.ceil((wanted * (index + 1)) / RELEASES.length);
      while (kills < share) {
        await setTimeout(200 + random() * 800);
        const bot = bots[Math.floor(random() * bots.length)];
        await bot?.kill();
        kills += 1;
        await bot?.start();
      }
    }
    await drained(store, RELEASES.length * count, () => posted(sandbox, channels));
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await store.close();
    await sandbox.close();
    rmSync(knowledge, { recursive: true, force: true });
  }
  return {
    kills,
    seconds: (performance.now() - started) / 1000,
    posted: posted(sandbox, channels),
    faults: counted(sandbox.exchanges.all.flatMap(({ fault }) => fault ?? [])),
    looks: sandbox.exchanges.all.filter(({ method, path }) => method === 'GET' && /messages$/.test(path))
      .length,
    wrong: wrongOnes(sandbox, channels),
  };
}

const POSTING = { method: 'POST', path: '/channels/:channel/messages' } as const;
const FAULTS = [
  { kind: 'drop_after_commit', chance: 0.04 },
  { kind: 'drop_after_commit', how: 'reset', chance: 0.03 },
  { kind: 'status', status: 502, afterCommit: true, chance: 0.03 },
  { kind: 'status', status: 500, chance: 0.03 },
  { kind: 'rate_limit', retryAfterSeconds: 0.2, chance: 0.03 },
  { kind: 'hang', afterCommit: true, chance: 0.01 },
  { kind: 'hang', chance: 0.01 },
  { kind: 'reset', chance: 0.03 },
] as const;

function addChannels(sandbox: Sandbox, count: number): Channel[] {
  const guilds = Array.from({ length: GUILDS }, (_, index) => sandbox.addGuild({ name: `Server ${index}` }));
  return Array.from({ length: count }, (_, index) => {
    const guild = guilds[index % guilds.length] ?? sandbox.guild;
    return sandbox.addChannel(guild, { name: `news-${index}` });
  });
}

async function prepare(store: Store, channels: readonly Channel[]): Promise<void> {
  const now = Date.now();
  await store.run((db) => storeFirstSight(db, [], now));
  for (const { id, guildId = '' } of channels) {
    await store.run((db) =>
      subscribe(
        db,
        {
          guildId,
          channelId: id,
          issuer: '',
          issuerName: '',
          releases: true,
          corrections: true,
          events: false,
          scheduledEvents: false,
          pingRoleId: null,
          createdBy: '1',
        },
        now,
      ),
    );
  }
}

function createBot(sandbox: Sandbox, database: string, knowledge: string, shard: number, shards: number) {
  let child: ChildProcess | undefined;
  return {
    async start(): Promise<void> {
      const env = {
        ...process.env,
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API: sandbox.api,
        DATABASE_URL: database,
        KNOWLEDGE_DIR: knowledge,
        SHARD_IDS: String(shard),
        SHARD_COUNT: String(shards),
        LOG_LEVEL: 'fatal',
      };
      const started = spawn(process.execPath, ['--import', 'tsx', 'bench/deliver/bot.ts'], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = started;
      await Promise.race([
        once(started.stdout, 'data'),
        once(started, 'exit').then(([status]) => Promise.reject(new Error(`the bot ended with ${status}`))),
      ]);
    },
    async kill(): Promise<void> {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Waits until all is planned and nothing is left to do. */
async function drained(store: Store, expected: number, count: () => number): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until) {
    const { count: waiting } = await store.run(outstanding);
    if (waiting === 0 && count() >= expected) return;
    await setTimeout(200);
  }
}

function announcementsIn(sandbox: Sandbox, channel: Channel): string[] {
  return sandbox
    .messages(channel)
    .map(({ components }) => components[0]?.components?.[0]?.custom_id?.split(':')[2] ?? 'something else');
}

function posted(sandbox: Sandbox, channels: readonly Channel[]): number {
  return channels.reduce((sum, channel) => sum + sandbox.messages(channel).length, 0);
}

function wrongOnes(sandbox: Sandbox, channels: readonly Channel[]): string[] {
  // Ids of over 32 characters are hashed in custom ids.
  const first = channels[0] === undefined ? [] : announcementsIn(sandbox, channels[0]);
  const inOrder = first.length === RELEASES.length && new Set(first).size === first.length;
  const known = first.every((id, index) => id.startsWith('~') || id === RELEASES[index]);
  const expected = inOrder && known ? first.join(' ') : RELEASES.join(' ');
  return channels
    .map((channel) => ({ channel, held: announcementsIn(sandbox, channel).join(' ') }))
    .filter(({ held }) => held !== expected)
    .map(({ channel, held }) => `#${channel.name}: ${held || 'nothing'}`);
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
