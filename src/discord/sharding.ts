import { REST, Routes, ShardingManager } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../logger.ts';

const gatewaySchema = z.object({
  shards: z.number().int().positive(),
  session_start_limit: z.object({ max_concurrency: z.number().int().positive() }),
});

export interface ShardedBot {
  readonly shardCount: number;
  /** Stops every process and waits until they have ended. */
  readonly stop: () => Promise<void>;
}

export interface ShardingOptions {
  /** The program of one shard: it finds its shard in SHARDS, their number in SHARD_COUNT. */
  readonly program: string;
  readonly execArgv: readonly string[];
  readonly token: string;
  /** Base of the REST API; Discord's own by default. */
  readonly api?: string;
  readonly log: Logger;
}

/**
 * Starts a process for each shard that Discord recommends, and again each that ends.
 * @throws when Discord does not say how many, or a shard does not come up.
 */
export async function startShards({
  program,
  execArgv,
  token,
  api,
  log,
}: ShardingOptions): Promise<ShardedBot> {
  // Asked for here, since the manager asks Discord itself wherever the API is.
  const rest = new REST({ version: '10', ...(api === undefined ? {} : { api }) }).setToken(token);
  const gateway = gatewaySchema.parse(await rest.get(Routes.gatewayBot()));
  const shardCount = gateway.shards;
  const atOnce = gateway.session_start_limit.max_concurrency;
  const manager = new ShardingManager(program, {
    token,
    totalShards: shardCount,
    execArgv: [...execArgv],
    respawn: true,
  });
  manager.on('shardCreate', (shard) => {
    shard.on('ready', () => log.info({ shard: shard.id }, 'shard ready'));
    shard.on('death', () => log.warn({ shard: shard.id }, 'the process of a shard has ended'));
  });
  await manager.spawn({ amount: shardCount, delay: shardCount > atOnce ? IDENTIFY_EVERY_MS / atOnce : 0 });
  log.info({ shards: shardCount }, 'all shards are up');
  return {
    shardCount,
    async stop() {
      manager.respawn = false;
      await Promise.all([...manager.shards.values()].map(stopShard));
    },
  };
}

/** Discord lets `max_concurrency` shards identify in five seconds (Gateway, "Rate Limiting"). */
const IDENTIFY_EVERY_MS = 5_500;

/** Asks the process to end as a person would, so that what is under way is written down. */
async function stopShard(
  shard: ShardingManager['shards'] extends Map<number, infer One> ? One : never,
): Promise<void> {
  const { process: child } = shard;
  if (child === null || child.exitCode !== null) return;
  // The manager would start it again.
  child.removeAllListeners('exit');
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await ended;
}
