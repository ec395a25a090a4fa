/** Gateway numbers of Discord's documentation (topics/opcodes-and-status-codes, events/gateway). */

export const Opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const CloseCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export const Intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
  guildScheduledEvents: 1 << 16,
} as const;

/** Bits up to direct-message polls are defined; anything above closes with 4013. */
export const KNOWN_INTENTS = (1 << 26) - 1;

/** From this many servers on a bot must shard (docs: gateway#sharding). */
export const GUILDS_PER_SHARD_LIMIT = 2_500;

/** How long Discord keeps a disconnected session for a resume; not documented, a minute or so in practice. */
export const RESUME_WINDOW_MS = 90_000;

/** Events kept for a replay; a client that missed more must identify anew. */
export const REPLAY_LIMIT = 5_000;

export interface GatewayPayload {
  readonly op: number;
  readonly d?: unknown;
  readonly s?: number | null;
  readonly t?: string | null;
}
