import { isRecord } from '../record.ts';
import type { Guild } from '../world/model.ts';
import { type Json, memberPayload, userPayload } from '../world/payloads.ts';
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';

/** READY: the bot itself and its servers by id; the servers follow one by one. */
export function readyPayload(world: World, session: Session, guilds: readonly Guild[], url: string): Json {
  return {
    v: 10,
    user: { ...userPayload(world.bot), verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: url,
    shard: [session.shard, session.shardCount],
    application: { id: world.bot.id, flags: applicationFlags(world) },
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
    auth: {},
    _trace: [],
  };
}

/** Discord's flag for an application whose message-content intent is on in fewer than 100 servers. */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

export function applicationFlags(world: World): number {
  return world.messageContentIntent ? MESSAGE_CONTENT_LIMITED : 0;
}

/** The answer to a request for members by id or by the beginning of their name. */
export function memberChunk(world: World, request: unknown): Json | undefined {
  if (!isRecord(request)) return undefined;
  const guild = world.guilds.get(String(request['guild_id']));
  if (!guild) return undefined;
  const ids = [request['user_ids'] ?? []].flat();
  const query = typeof request['query'] === 'string' ? request['query'].toLowerCase() : undefined;
  const found = [...guild.members.values()].filter((member) => {
    const name = world.users.get(member.userId)?.username ?? '';
    return ids.includes(member.userId) || (query !== undefined && name.startsWith(query));
  });
  const limit =
    typeof request['limit'] === 'number' && request['limit'] > 0 ? request['limit'] : found.length;
  return {
    guild_id: guild.id,
    members: found.slice(0, limit).map((member) => memberPayload(world, member)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids.filter((id) => typeof id === 'string' && !guild.members.has(id)),
    ...(request['nonce'] === undefined ? {} : { nonce: request['nonce'] }),
  };
}
