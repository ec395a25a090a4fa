import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { AnnouncementDesk } from '../../commands/desk.ts';
import type { Logger } from '../logger.ts';
import { claimDue, planEdits, type Share } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { BACKOFF, type Backoff } from './backoff.ts';
import { type DelivererOptions, deliver, type Surroundings } from './deliver.ts';
import { createDesk } from './desk.ts';
import { createMessenger } from './messenger.ts';
import type { Known, PlanSettings } from './plan.ts';
import { writeChanges } from './sync.ts';

export interface AnnouncerOptions {
  readonly store: Store;
  readonly token: string;
  readonly api?: string;
  readonly known: () => Known;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly settings: PlanSettings;
  /** For tests and benchmarks; each has a default. */
  readonly tuning?: Partial<Tuning>;
}

export interface Tuning {
  readonly backoff: Backoff;
  readonly random: () => number;
  /** Deliveries under way at once. */
  readonly concurrency: number;
  readonly leaseMs: number;
  readonly leaseMarginMs: number;
  readonly nonceSafeMs: number;
  readonly requestsPerSecond: number;
  readonly timeoutMs: number;
  /** How often is looked for work that nobody has told of. */
  readonly pollMs: number;
  readonly lookEveryMs: number;
}

const TUNING: Tuning = {
  backoff: BACKOFF,
  random: Math.random,
  concurrency: 100,
  leaseMs: 90_000,
  // Longer than a request with its waits may take.
  leaseMarginMs: 25_000,
  // Discord says "the past few minutes".
  nonceSafeMs: 120_000,
  // Discord's limit is 50 for the bot as a whole; what else it asks needs some.
  requestsPerSecond: 45,
  timeoutMs: 15_000,
  pollMs: 1_000,
  lookEveryMs: 20_000,
};

export interface Announcer {
  readonly desk: AnnouncementDesk;
  /** Begins to look at releases and to deliver, for the servers of this process. */
  readonly start: (share: Share, surroundings: Surroundings) => void;
  /** To be told when releases have changed. */
  readonly releasesChanged: () => void;
  /** Does at once all that is due, and returns when it is done; for tests with a clock of their own. */
  readonly settle: (share: Share, surroundings: Surroundings) => Promise<void>;
  /** Ends when what is under way has been sent and written down. */
  readonly stop: () => Promise<void>;
}

/** Between two claims, so that a claim takes several deliveries at once. */
const CLAIM_EVERY_MS = 20;
const PAUSE_MS = 300_000;

/** The announcing side of the bot; its troubles are logged and never thrown. */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { store, token, api, known, clock, log, settings } = options;
  const tuning = { ...TUNING, ...options.tuning };
  const owner = randomUUID();
  const { requestsPerSecond, timeoutMs } = tuning;
  const messengers = new Map<number, ReturnType<typeof createMessenger>>();
  /** Processes that share a token share Discord's limit, each by the number of its shards. */
  const messengerFor = ({ shards, shardCount }: Share) => {
    const rate = Math.max(1, Math.floor((requestsPerSecond * shards.length) / shardCount));
    const made =
      messengers.get(rate) ??
      createMessenger({ token, timeoutMs, requestsPerSecond: rate, ...(api ? { api } : {}) });
    messengers.set(rate, made);
    return made;
  };
  const underWay = new Set<Promise<void>>();
  let pausedUntil = 0;
  let stopped = false;
  let wake = (): void => undefined;
  let lookSoon = true;
  const loops: Promise<void>[] = [];

  const delivering = (share: Share, surroundings: Surroundings): DelivererOptions => ({
    store,
    messenger: messengerFor(share),
    surroundings,
    known,
    clock,
    log,
    owner,
    backoff: tuning.backoff,
    random: tuning.random,
    nonceSafeMs: tuning.nonceSafeMs,
    leaseMarginMs: tuning.leaseMarginMs,
    pause: () => {
      pausedUntil = Date.now() + PAUSE_MS;
      log.error('Discord refuses the token: no announcement is sent for five minutes');
    },
  });

  async function claimAndStart(share: Share, doing: DelivererOptions): Promise<number> {
    const room = tuning.concurrency - underWay.size;
    if (room <= 0 || Date.now() < pausedUntil) return 0;
    const now = clock().getTime();
    const rows = await store.run((db) =>
      claimDue(db, { ...share, owner, now, leaseUntil: now + tuning.leaseMs, limit: room }),
    );
    for (const row of rows) {
      const work = deliver(row, doing).catch((err: unknown) => {
        log.error(
          { err, delivery: row.id },
          'a delivery could not be written down and will be taken up again',
        );
      });
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    }
    return rows.length;
  }

  async function look(): Promise<void> {
    const now = clock().getTime();
    await writeChanges(store, known(), now, settings, log);
    await store.run((db) => planEdits(db, now));
  }

  async function lookLoop(): Promise<void> {
    while (!stopped) {
      const announced = lookSoon;
      lookSoon = false;
      await guarded(look, 'the releases could not be compared with those announced');
      if (announced) wake();
      const until = Date.now() + tuning.lookEveryMs;
      while (!stopped && !lookSoon && Date.now() < until) await setTimeout(Math.min(200, tuning.pollMs));
    }
  }

  async function deliverLoop(share: Share, doing: DelivererOptions): Promise<void> {
    while (!stopped) {
      const started = await guarded(() => claimAndStart(share, doing), 'no deliveries could be claimed');
      await setTimeout(CLAIM_EVERY_MS);
      if (started !== 0 || stopped) continue;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([woken, ...underWay, setTimeout(tuning.pollMs)]);
    }
  }

  /** Trouble with the store is logged when it begins and when it ends, and waited out. */
  let troubled = false;
  async function guarded<T>(work: () => Promise<T>, failure: string): Promise<T | 0> {
    try {
      const result = await work();
      if (troubled) log.info('the store can be used again');
      troubled = false;
      return result;
    } catch (err) {
      if (!troubled) log.error({ err }, failure);
      troubled = true;
      await setTimeout(tuning.pollMs);
      return 0;
    }
  }

  const wholeShare: Share = { shards: [0], shardCount: 1 };
  return {
    desk: createDesk({ store, known, clock, messenger: messengerFor(wholeShare), wake: () => wake() }),
    start(share, surroundings) {
      loops.push(lookLoop(), deliverLoop(share, delivering(share, surroundings)));
    },
    releasesChanged() {
      lookSoon = true;
    },
    async settle(share, surroundings) {
      const doing = delivering(share, surroundings);
      await look();
      for (;;) {
        const started = await claimAndStart(share, doing);
        await Promise.all(underWay);
        const edits = await store.run((db) => planEdits(db, clock().getTime()));
        if (started === 0 && edits === 0) return;
      }
    },
    async stop() {
      stopped = true;
      wake();
      await Promise.all(loops);
      await Promise.all(underWay);
    },
  };
}
