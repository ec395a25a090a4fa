import type { Config } from '../config.ts';
import { startBot } from '../discord/bot.ts';
import type { Services } from '../discord/context.ts';
import type { Knowledge } from '../knowledge/load.ts';
import { createStore } from '../store/store.ts';
import { createAnnouncer, type Tuning } from './announcer.ts';
import type { Known } from './plan.ts';
import { surroundingsOf } from './surroundings.ts';

export interface AnnouncingBotOptions {
  readonly services: Services;
  readonly token: string;
  readonly api: string | undefined;
  readonly config: Pick<Config, 'databaseUrl' | 'announceMaxAgeHours' | 'announceSince' | 'sharding'>;
  readonly known: () => Known;
  readonly tuning?: Partial<Tuning>;
}

export interface AnnouncingBot {
  /** To be told when releases have changed. */
  readonly releasesChanged: () => void;
  readonly stop: () => Promise<void>;
}

const HOUR_MS = 3_600_000;

/** The bot that answers, and announces; it answers as well while its store is out of reach. */
export async function startAnnouncingBot(options: AnnouncingBotOptions): Promise<AnnouncingBot> {
  const { services, token, api, config, known, tuning = {} } = options;
  const { log, clock } = services;
  const { sharding, databaseUrl, announceMaxAgeHours, announceSince } = config;
  const share =
    sharding.mode === 'some'
      ? { shards: sharding.shards, shardCount: sharding.shardCount }
      : { shards: [0], shardCount: 1 };
  const store = createStore({
    url: databaseUrl,
    onTrouble: (err) => log.warn({ err }, 'DATABASE_URL: the database does not answer; trying again'),
  });
  const announcer = createAnnouncer({
    store,
    token,
    ...(api === undefined ? {} : { api }),
    known,
    clock,
    log,
    tuning,
    settings: {
      maxAgeMs: announceMaxAgeHours * HOUR_MS,
      ...(announceSince === undefined ? {} : { since: announceSince }),
    },
  });
  const bot = await startBot({
    ...services,
    announcements: announcer.desk,
    token,
    ...(api === undefined ? {} : { api }),
    ...share,
  });
  announcer.start(share, surroundingsOf(bot.client));
  return {
    releasesChanged: announcer.releasesChanged,
    async stop() {
      await announcer.stop();
      await bot.stop();
      await store.close();
    },
  };
}

/** What the announcing side needs of the releases loaded. */
export function knownFrom({ releases, retracted, faults }: Knowledge): Known {
  const unreadable = releases.length + retracted.length === 0 && faults.length > 0;
  return { releases, retracted, unreadable };
}
