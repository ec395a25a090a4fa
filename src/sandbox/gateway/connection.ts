import { randomBytes } from 'node:crypto';
import type { RawData, WebSocket, WebSocketServer } from 'ws';
import { isRecord } from '../record.ts';
import { guildCreatePayload } from '../world/guild-payloads.ts';
import type { World } from '../world/world.ts';
import type { GatewayOptions } from './gateway.ts';
import { guildsOfShard, identify } from './identify.ts';
import { CloseCode, type GatewayPayload, Opcode } from './protocol.ts';
import { memberChunk, readyPayload } from './ready.ts';
import { createSession, dispatch, replay, type Session, write } from './session.ts';

export interface ConnectionParts {
  readonly world: World;
  readonly options: GatewayOptions;
  readonly sessions: Map<string, Session>;
  /** Drops the sessions that were lost too long ago to be resumed. */
  readonly forgetLost: () => void;
  readonly isOut: () => boolean;
}

/** Speaks the gateway's protocol with every client that connects. */
export function acceptConnections(sockets: WebSocketServer, parts: ConnectionParts): void {
  sockets.on('connection', (socket: WebSocket) => {
    if (parts.isOut()) socket.terminate();
    else accept(socket, parts);
  });
}

function accept(socket: WebSocket, parts: ConnectionParts): void {
  const { world, options, sessions } = parts;
  let session: Session | undefined;
  write(socket, { op: Opcode.hello, d: { heartbeat_interval: options.heartbeatIntervalMs, _trace: [] } });

  function receive({ op, d }: GatewayPayload): void {
    if (op === Opcode.heartbeat) {
      write(socket, { op: Opcode.heartbeatAck });
    } else if (op === Opcode.identify) {
      if (session) socket.close(CloseCode.alreadyAuthenticated, 'Already authenticated.');
      else session = onIdentify(socket, d, parts);
    } else if (op === Opcode.resume) {
      session = onResume(socket, d, parts);
    } else if (!session) {
      socket.close(CloseCode.notAuthenticated, 'Not authenticated.');
    } else if (op === Opcode.requestGuildMembers) {
      const chunk = memberChunk(world, d);
      if (chunk) dispatch(session, 'GUILD_MEMBERS_CHUNK', chunk);
    } else if (op === Opcode.presenceUpdate) {
      announcePresence(world, d);
    } else if (op !== Opcode.voiceStateUpdate) {
      socket.close(CloseCode.unknownOpcode, 'Unknown opcode.');
    }
  }

  socket.on('message', (raw) => {
    const payload = decode(raw);
    if (payload) receive(payload);
    else socket.close(CloseCode.decodeError, 'Error while decoding payload.');
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
}

function onIdentify(socket: WebSocket, data: unknown, parts: ConnectionParts): Session | undefined {
  const { world, options, sessions } = parts;
  const result = identify(world, data, options);
  if (!result.accepted) {
    socket.close(result.code, result.reason);
    return undefined;
  }
  const { shard, shardCount, intents } = result.identity;
  const session = createSession(randomBytes(16).toString('hex'), socket, shard, shardCount, intents);
  const guilds = guildsOfShard(world, result.identity);
  sessions.set(session.id, session);
  if (isRecord(data)) announcePresence(world, data['presence']);
  dispatch(session, 'READY', readyPayload(world, session, guilds, options.url()));
  for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildCreatePayload(world, guild));
  world.events.emit('session', { change: 'ready', sessionId: session.id, shard });
  return session;
}

function onResume(socket: WebSocket, data: unknown, parts: ConnectionParts): Session | undefined {
  const { world, sessions } = parts;
  parts.forgetLost();
  if (!isRecord(data) || data['token'] !== world.token) {
    socket.close(CloseCode.authenticationFailed, 'Authentication failed.');
    return undefined;
  }
  const session = sessions.get(String(data['session_id']));
  const sequence = data['seq'];
  if (!session || typeof sequence !== 'number') {
    write(socket, { op: Opcode.invalidSession, d: false });
    return undefined;
  }
  session.socket?.terminate();
  session.socket = socket;
  session.lostAt = null;
  if (!replay(session, sequence)) {
    sessions.delete(session.id);
    write(socket, { op: Opcode.invalidSession, d: false });
    return undefined;
  }
  dispatch(session, 'RESUMED', { _trace: [] });
  world.events.emit('session', { change: 'resumed', sessionId: session.id, shard: session.shard });
  return session;
}

function announcePresence(world: World, data: unknown): void {
  if (!isRecord(data)) return;
  const activities = Array.isArray(data['activities']) ? data['activities'] : [];
  world.events.emit('presence', { status: String(data['status'] ?? 'online'), activities });
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
