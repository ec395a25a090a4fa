import dotenv from 'dotenv';
import { z } from 'zod';

/** What the operator can set. Every variable is explained in `.env.example`. */
export interface Config {
  /** Absent: the sandbox is started instead of Discord. */
  readonly discordToken?: string;
  /** Base of Discord's REST API, without the version: `https://discord.com/api`. */
  readonly discordApi?: string;
  readonly knowledgeDir: string;
  readonly defaultIssuer?: string;
  /** Where the sandbox serves its page; absent: the usual port, or any free one. */
  readonly sandboxPort?: number;
  readonly logLevel: LogLevel;
  /** `file:PATH`, `:memory:` or `postgres://…`. */
  readonly databaseUrl: string;
  /** Hours after which something new is too old to be announced. */
  readonly announceMaxAgeHours: number;
  /** YYYY-MM-DD; releases dated before are never announced. */
  readonly announceSince?: string;
  readonly sharding: Sharding;
}

/** How the bot's servers are spread over connections to Discord. */
export type Sharding =
  | { readonly mode: 'one' }
  /** A process for each shard, on this machine. */
  | { readonly mode: 'auto' }
  /** These shards in this process. */
  | { readonly mode: 'some'; readonly shards: readonly number[]; readonly shardCount: number };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used; the message names the variable and what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const KNOWLEDGE = 'knowledge';
const DATABASE = 'file:data/footnote.db';
const MAX_AGE_HOURS = 72;

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

const environmentSchema = z.object({
  DISCORD_TOKEN: optional(z.string().trim().regex(/^\S+$/, 'must be a bot token without spaces')),
  DISCORD_API: optional(
    z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+$/, 'must be an address such as http://127.0.0.1:8080/api'),
  ),
  KNOWLEDGE_DIR: optional(z.string().trim()),
  DEFAULT_ISSUER: optional(z.string().trim()),
  SANDBOX_PORT: optional(
    z.coerce
      .number('must be a port from 0 to 65535')
      .int('must be a port from 0 to 65535')
      .min(0, 'must be a port from 0 to 65535')
      .max(65_535, 'must be a port from 0 to 65535'),
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)),
  DATABASE_URL: optional(
    z
      .string()
      .trim()
      .regex(/^(?:file:.+|:memory:|postgres(?:ql)?:\/\/.+)$/, 'must begin with file: or postgres://'),
  ),
  ANNOUNCE_MAX_AGE: optional(
    z.coerce.number('must be a number of hours').positive('must be a number of hours'),
  ),
  ANNOUNCE_SINCE: optional(z.iso.date('must be a day such as 2026-01-31')),
  SHARDS: optional(
    z
      .string()
      .trim()
      .regex(/^(?:auto|\d+)$/, 'must be auto'),
  ),
  SHARD_IDS: optional(
    z
      .string()
      .regex(/^\s*\d+(?:\s*,\s*\d+)*\s*$/, 'must be numbers with commas between them')
      .transform((text) => text.split(',').map(Number)),
  ),
  SHARD_COUNT: optional(z.coerce.number('must be a number').int().positive('must be at least 1')),
});

/**
 * The configuration of an environment; by default that of the process, with `.env` read first.
 * @throws ConfigError that names each variable at fault.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = processEnvironment()): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigError(faults.join('\n'));
  }
  const { DISCORD_TOKEN, DISCORD_API, KNOWLEDGE_DIR, DEFAULT_ISSUER, SANDBOX_PORT, LOG_LEVEL } = parsed.data;
  const { DATABASE_URL, ANNOUNCE_MAX_AGE, ANNOUNCE_SINCE } = parsed.data;
  return {
    ...(DISCORD_TOKEN ? { discordToken: DISCORD_TOKEN } : {}),
    ...(DISCORD_API ? { discordApi: DISCORD_API.replace(/\/(v\d+)?\/?$/, '') } : {}),
    ...(DEFAULT_ISSUER ? { defaultIssuer: DEFAULT_ISSUER } : {}),
    ...(SANDBOX_PORT === undefined ? {} : { sandboxPort: SANDBOX_PORT }),
    knowledgeDir: KNOWLEDGE_DIR ?? KNOWLEDGE,
    // Without a token a person sits at the prompt: routine lines would stand between question and answer.
    logLevel: LOG_LEVEL ?? (DISCORD_TOKEN ? 'info' : 'warn'),
    // Each sandbox is a new Discord with channels of its own: nothing is worth keeping unless it is asked for.
    databaseUrl: DATABASE_URL ?? (DISCORD_TOKEN ? DATABASE : ':memory:'),
    announceMaxAgeHours: ANNOUNCE_MAX_AGE ?? MAX_AGE_HOURS,
    ...(ANNOUNCE_SINCE ? { announceSince: ANNOUNCE_SINCE } : {}),
    sharding: shardingOf(parsed.data),
  };
}

/** discord.js's ShardingManager tells each of its processes its shard in SHARDS and their number in SHARD_COUNT. */
function shardingOf({ SHARDS, SHARD_IDS, SHARD_COUNT }: z.output<typeof environmentSchema>): Sharding {
  if (SHARDS === 'auto') return { mode: 'auto' };
  if (SHARD_COUNT === undefined) {
    if (SHARD_IDS === undefined) return { mode: 'one' };
    throw new ConfigError('SHARD_COUNT: must be set along with SHARD_IDS');
  }
  const all = Array.from({ length: SHARD_COUNT }, (_, index) => index);
  const shards = SHARDS === undefined ? (SHARD_IDS ?? all) : [Number(SHARDS)];
  if (shards.some((shard) => shard >= SHARD_COUNT)) {
    throw new ConfigError(`SHARD_IDS: each must be below SHARD_COUNT (${SHARD_COUNT})`);
  }
  return { mode: 'some', shards: [...new Set(shards)], shardCount: SHARD_COUNT };
}

/** The folder of releases alone, for commands that need no other setting. */
export function knowledgeDirectory(environment: NodeJS.ProcessEnv = processEnvironment()): string {
  return environmentSchema.shape.KNOWLEDGE_DIR.parse(environment['KNOWLEDGE_DIR']) ?? KNOWLEDGE;
}

function processEnvironment(): NodeJS.ProcessEnv {
  dotenv.config({ quiet: true });
  return process.env;
}
