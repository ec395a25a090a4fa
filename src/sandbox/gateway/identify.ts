import { isRecord } from '../record.ts';
import { shardOf } from '../snowflake.ts';
import type { Guild } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { CloseCode, GUILDS_PER_SHARD_LIMIT, Intent, KNOWN_INTENTS } from './protocol.ts';

export interface Identity {
  readonly shard: number;
  readonly shardCount: number;
  readonly intents: number;
}

export type Identification =
  | { readonly accepted: true; readonly identity: Identity }
  | { readonly accepted: false; readonly code: number; readonly reason: string };

export interface PrivilegedIntents {
  readonly guildMembers: boolean;
  readonly guildPresences: boolean;
}

/** Checks an IDENTIFY: the token, the shard and the intents, each with Discord's close code. */
export function identify(world: World, data: unknown, privileged: PrivilegedIntents): Identification {
  if (!isRecord(data)) return refuse(CloseCode.decodeError, 'Error while decoding payload.');
  if (data['token'] !== world.token) return refuse(CloseCode.authenticationFailed, 'Authentication failed.');
  const intents = data['intents'];
  if (typeof intents !== 'number' || intents < 0 || intents & ~KNOWN_INTENTS) {
    return refuse(CloseCode.invalidIntents, 'Invalid intent(s).');
  }
  if (intents & disallowed(world, privileged)) {
    return refuse(CloseCode.disallowedIntents, 'Disallowed intent(s).');
  }
  const [shard, shardCount] = Array.isArray(data['shard']) ? data['shard'] : [0, 1];
  if (!Number.isInteger(shard) || !Number.isInteger(shardCount) || shard < 0 || shard >= shardCount) {
    return refuse(CloseCode.invalidShard, 'Invalid shard.');
  }
  const identity = { shard, shardCount, intents };
  if (guildsOfShard(world, identity).length > GUILDS_PER_SHARD_LIMIT) {
    return refuse(CloseCode.shardingRequired, 'Sharding required.');
  }
  return { accepted: true, identity };
}

/** The servers that the bot is in and that belong to the shard. */
export function guildsOfShard(world: World, { shard, shardCount }: Omit<Identity, 'intents'>): Guild[] {
  return [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.bot.id) && shardOf(guild.id, shardCount) === shard,
  );
}

/** Whether a session gets the events of a server; those without a server go to shard 0. */
export function ownsGuild({ shard, shardCount }: Omit<Identity, 'intents'>, guildId?: string): boolean {
  return guildId === undefined ? shard === 0 : shardOf(guildId, shardCount) === shard;
}

function disallowed(world: World, privileged: PrivilegedIntents): number {
  return (
    (world.messageContentIntent ? 0 : Intent.messageContent) |
    (privileged.guildMembers ? 0 : Intent.guildMembers) |
    (privileged.guildPresences ? 0 : Intent.guildPresences)
  );
}

function refuse(code: number, reason: string): Identification {
  return { accepted: false, code, reason };
}
