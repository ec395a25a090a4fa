import { randomBytes } from 'node:crypto';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { guildCreatePayload, memberPayload, userPayload } from '../world/payloads.ts';
import type { World } from '../world/world.ts';
import { forwardEvents } from './forward.ts';
import { guildsOfShard, identify, isRecord, ownsGuild, type PrivilegedIntents } from './identify.ts';
import { CloseCode, type GatewayPayload, Opcode, RESUME_WINDOW_MS } from './protocol.ts';
import { createSession, dispatch, replay, type Session } from './session.ts';

export interface GatewayOptions extends PrivilegedIntents {
  /** What HELLO asks for. */
  readonly heartbeatIntervalMs: number;
  /** Where clients connect and resume; known once the server listens. */
  readonly url: () => string;
}

export interface Gateway {
  /** Hands over sockets that asked for the gateway. */
  readonly sockets: WebSocketServer;
  /** The bot's sessions, connected or waiting for a resume. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** Sends an event to the sessions of the shard that the server belongs to; without a server, to shard 0. */
  send(name: string, data: unknown, guildId?: string, intent?: number): void;
  /** Opcode 7 to every session: the client must reconnect and resume. */
  reconnect(): void;
  /** Opcode 9 to every session; not resumable means that the session is forgotten. */
  invalidateSession(resumable: boolean): void;
  /** Cuts every connection without a close frame, as a broken network does; sessions can be resumed. */
  dropConnections(): void;
  /** While true, connections are cut as soon as they open: an outage. */
  setOutage(outage: boolean): void;
  close(): void;
}

/** The gateway: HELLO, heartbeats, IDENTIFY, RESUME with replay, and the events of the world. */
export function createGateway(world: World, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let outage = false;

  function connected(): Session[] {
    return [...sessions.values()].filter((session) => session.socket !== null);
  }

  function forgetLost(): void {
    for (const session of sessions.values()) {
      if (session.lostAt !== null && world.clock.now() - session.lostAt > RESUME_WINDOW_MS) {
        sessions.delete(session.id);
      }
    }
  }

  function send(name: string, data: unknown, guildId?: string, intent?: number): void {
    forgetLost();
    for (const session of sessions.values()) {
      if (intent !== undefined && !(session.intents & intent)) continue;
      if (ownsGuild(session, guildId)) dispatch(session, name, data);
    }
  }

  function onIdentify(socket: WebSocket, data: unknown): Session | undefined {
    const result = identify(world, data, options);
    if (!result.accepted) {
      socket.close(result.code, result.reason);
      return undefined;
    }
    const { shard, shardCount, intents } = result.identity;
    const session = createSession(randomBytes(16).toString('hex'), socket, shard, shardCount, intents);
    const guilds = guildsOfShard(world, result.identity);
    sessions.set(session.id, session);
    if (isRecord(data) && isRecord(data['presence'])) announcePresence(data['presence']);
    dispatch(session, 'READY', {
      v: 10,
      user: { ...userPayload(world.bot), verified: true, mfa_enabled: true, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: options.url(),
      shard: [shard, shardCount],
      application: { id: world.bot.id, flags: applicationFlags(world) },
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      auth: {},
      _trace: [],
    });
    for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildCreatePayload(world, guild));
    world.events.emit('session', { change: 'ready', sessionId: session.id, shard });
    return session;
  }

  function onResume(socket: WebSocket, data: unknown): Session | undefined {
    forgetLost();
    if (!isRecord(data) || data['token'] !== world.token) {
      socket.close(CloseCode.authenticationFailed, 'Authentication failed.');
      return undefined;
    }
    const session = sessions.get(String(data['session_id']));
    if (!session || typeof data['seq'] !== 'number') {
      write(socket, { op: Opcode.invalidSession, d: false });
      return undefined;
    }
    session.socket?.terminate();
    session.socket = socket;
    session.lostAt = null;
    if (!replay(session, data['seq'])) {
      sessions.delete(session.id);
      write(socket, { op: Opcode.invalidSession, d: false });
      return undefined;
    }
    dispatch(session, 'RESUMED', { _trace: [] });
    world.events.emit('session', { change: 'resumed', sessionId: session.id, shard: session.shard });
    return session;
  }

  function onRequestMembers(session: Session, data: unknown): void {
    if (!isRecord(data)) return;
    const guild = world.guilds.get(String(data['guild_id']));
    if (!guild) return;
    const ids = [data['user_ids'] ?? []].flat();
    const query = typeof data['query'] === 'string' ? data['query'].toLowerCase() : undefined;
    const found = [...guild.members.values()].filter((member) => {
      const name = world.users.get(member.userId)?.username ?? '';
      return ids.includes(member.userId) || (query !== undefined && name.startsWith(query));
    });
    const limit = typeof data['limit'] === 'number' && data['limit'] > 0 ? data['limit'] : found.length;
    dispatch(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: found.slice(0, limit).map((member) => memberPayload(world, member)),
      chunk_index: 0,
      chunk_count: 1,
      not_found: ids.filter((id) => typeof id === 'string' && !guild.members.has(id)),
      ...(data['nonce'] === undefined ? {} : { nonce: data['nonce'] }),
    });
  }

  function announcePresence(data: Record<string, unknown>): void {
    const activities = Array.isArray(data['activities']) ? data['activities'] : [];
    world.events.emit('presence', { status: String(data['status'] ?? 'online'), activities });
  }

  sockets.on('connection', (socket: WebSocket) => {
    if (outage) {
      socket.terminate();
      return;
    }
    let session: Session | undefined;
    write(socket, {
      op: Opcode.hello,
      d: { heartbeat_interval: options.heartbeatIntervalMs, _trace: [] },
    });

    socket.on('message', (raw) => {
      const payload = decode(raw);
      if (!payload) {
        socket.close(CloseCode.decodeError, 'Error while decoding payload.');
      } else if (payload.op === Opcode.heartbeat) {
        write(socket, { op: Opcode.heartbeatAck });
      } else if (payload.op === Opcode.identify) {
        if (session) socket.close(CloseCode.alreadyAuthenticated, 'Already authenticated.');
        else session = onIdentify(socket, payload.d);
      } else if (payload.op === Opcode.resume) {
        session = onResume(socket, payload.d);
      } else if (!session) {
        socket.close(CloseCode.notAuthenticated, 'Not authenticated.');
      } else if (payload.op === Opcode.requestGuildMembers) {
        onRequestMembers(session, payload.d);
      } else if (payload.op === Opcode.presenceUpdate) {
        if (isRecord(payload.d)) announcePresence(payload.d);
      } else if (payload.op !== Opcode.voiceStateUpdate) {
        socket.close(CloseCode.unknownOpcode, 'Unknown opcode.');
      }
    });

    socket.on('close', (code) => {
      if (!session || session.socket !== socket) return;
      session.socket = null;
      session.lostAt = world.clock.now();
      // A client that says goodbye with 1000 or 1001 gives its session up (docs: gateway#disconnecting).
      const givenUp = code === 1000 || code === 1001;
      if (givenUp) sessions.delete(session.id);
      const change = givenUp ? 'closed' : 'disconnected';
      world.events.emit('session', { change, sessionId: session.id, shard: session.shard });
    });
    // A reset connection is a fault that the tests cause; the close handler does what is needed.
    socket.on('error', () => socket.terminate());
  });

  const stopForwarding = forwardEvents(world, send);

  return {
    sockets,
    sessions,
    send,
    reconnect() {
      for (const session of connected()) write(session.socket, { op: Opcode.reconnect, d: null });
    },
    invalidateSession(resumable) {
      for (const session of connected()) {
        write(session.socket, { op: Opcode.invalidSession, d: resumable });
        if (!resumable) sessions.delete(session.id);
      }
    },
    dropConnections() {
      for (const session of connected()) session.socket?.terminate();
    },
    setOutage(value) {
      outage = value;
    },
    close() {
      stopForwarding();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      sessions.clear();
    },
  };
}

/** Discord's flag for an application whose message-content intent is on in fewer than 100 servers. */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

export function applicationFlags(world: World): number {
  return world.messageContentIntent ? MESSAGE_CONTENT_LIMITED : 0;
}

function write(socket: WebSocket | null, payload: GatewayPayload): void {
  socket?.send(JSON.stringify({ s: null, t: null, ...payload }));
}

function decode(raw: RawData): GatewayPayload | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString());
    return isRecord(value) && typeof value['op'] === 'number'
      ? { op: value['op'], d: value['d'] }
      : undefined;
  } catch {
    return undefined;
  }
}
