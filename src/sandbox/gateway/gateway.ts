import { WebSocketServer } from 'ws';
import type { World } from '../world/world.ts';
import { acceptConnections, type ConnectionParts } from './connection.ts';
import { forwardEvents } from './forward.ts';
import { ownsGuild, type PrivilegedIntents } from './identify.ts';
import { Opcode, RESUME_WINDOW_MS } from './protocol.ts';
import { dispatch, type Session, write } from './session.ts';

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

/** The gateway: the bot's sessions, and the events of the world sent to them. */
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

  const parts: ConnectionParts = { world, options, sessions, forgetLost, isOut: () => outage };
  acceptConnections(sockets, parts);
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
