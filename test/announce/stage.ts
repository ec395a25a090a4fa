import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { afterEach } from 'vitest';
import { type Announcer, createAnnouncer, type Tuning } from '../../src/announce/announcer.ts';
import type { Known, PlanSettings } from '../../src/announce/plan.ts';
import { surroundingsOf } from '../../src/announce/surroundings.ts';
import { createEngine } from '../../src/answer/create.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Release } from '../../src/knowledge/model.ts';
import { resolveSupersedes } from '../../src/knowledge/supersede.ts';
import { createLibrary } from '../../src/library.ts';
import { type Channel, type Message, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import type { Share } from '../../src/store/deliveries.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { LogLine } from '../e2e/harness.ts';
import { inventedReleases } from '../support/invented.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly announcer: Announcer;
  readonly store: Store;
  readonly logged: readonly LogLine[];
  /** What is loaded from now on. */
  readonly load: (...releases: readonly Release[]) => void;
  /** Does at once all that is due. */
  readonly settle: () => Promise<void>;
  /** Moves the clock of the bot and of Discord. */
  readonly advance: (milliseconds: number) => void;
  /** Runs `/announcements …` as the moderator. */
  readonly run: (subcommand: string, options?: Record<string, unknown>) => Promise<Message>;
  /** The bot as another process on the same store would be. */
  readonly another: () => Announcer;
}

export interface StageOptions {
  readonly loaded?: readonly Release[];
  readonly database?: string;
  /** The time at which it begins. */
  readonly at?: Date;
  readonly tuning?: Partial<Tuning>;
  readonly settings?: Partial<PlanSettings>;
}

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const SHARE: Share = { shards: [0], shardCount: 1 };

/** Where each stage's store is, unless it says otherwise: in memory, or what `useDatabases` gives. */
let freshDatabase = async (): Promise<string> => ':memory:';

/** Runs the tests that follow on another kind of database. */
export function useDatabases(fresh: () => Promise<string>): void {
  freshDatabase = fresh;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Removes a file at the end of the test. */
export function removeLater(path: string): void {
  open.push(async () => rmSync(path, { recursive: true, force: true }));
}

/**
 * The real bot with its announcing side, logged in to a loopback Discord, with a clock that tests move.
 * The first sight of the releases is over.
 */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const began = Date.now();
  const at = options.at?.getTime() ?? began;
  const sandbox = await startSandbox({ now: () => at + Date.now() - began });
  const clock = () => new Date(sandbox.clock.now());
  const logged: LogLine[] = [];
  const log = pino(
    { level: 'debug', base: null },
    { write: (line: string) => logged.push(JSON.parse(line)) },
  );
  let known = knownOf(options.loaded ?? []);
  const library = createLibrary(known.releases, createEngine);
  const store = createStore({
    url: options.database ?? (await freshDatabase()),
    onTrouble: (err) => log.warn({ err }, 'store'),
    waitsMs: [10, 10],
  });
  const another = () =>
    createAnnouncer({
      store,
      token: sandbox.token,
      api: sandbox.api,
      known: () => known,
      clock,
      log,
      settings: { maxAgeMs: 72 * HOUR, ...options.settings },
      tuning: { random: () => 0.5, timeoutMs: 500, requestsPerSecond: 1_000, ...options.tuning },
    });
  const announcer = another();
  const bot = await startBot({
    library,
    log,
    clock,
    announcements: announcer.desk,
    token: sandbox.token,
    api: sandbox.api,
  });
  const settle = () => announcer.settle(SHARE, surroundingsOf(bot.client));
  open.push(async () => {
    await announcer.stop();
    await bot.stop();
    await store.close();
    await sandbox.close();
  });
  // A database that is out of reach is what some tests are about.
  await settle().catch((err: unknown) => log.error({ err }, 'first look'));
  return {
    sandbox,
    bot,
    announcer,
    store,
    logged,
    settle,
    another,
    load(...releases) {
      known = knownOf(releases);
      library.replace(known.releases);
    },
    advance: (milliseconds) => sandbox.clock.advance(milliseconds),
    run: async (subcommand, given = {}) =>
      (
        await sandbox.command(
          sandbox.moderator,
          `announcements ${subcommand}`,
          given as Record<string, string>,
        )
      ).reply(),
  };
}

/** The invented release of exactly that id. */
export function invented(id: string): Release {
  const found = inventedReleases().find((release) => release.id === id);
  if (found === undefined) throw new Error(`no invented release ${id}`);
  return found;
}

function knownOf(all: readonly Release[]): Known {
  const releases = resolveSupersedes(all);
  return {
    releases: releases.filter(({ status }) => status === 'published'),
    retracted: releases.filter(({ status }) => status === 'retracted'),
  };
}

/** What the bot has posted in a channel. */
export function posts({ sandbox }: Pick<Stage, 'sandbox'>, channel: Channel): Message[] {
  return sandbox.messages(channel).filter(({ author }) => author.id === sandbox.bot.id);
}

/** What Discord would have refused, and routes that it lacks. */
export function refused({ sandbox }: Pick<Stage, 'sandbox'>): readonly unknown[] {
  return [...sandbox.exchanges.invalid(), ...sandbox.exchanges.unknownRoutes()].map(
    ({ method, path, violations }) => ({ method, path, violations }),
  );
}
