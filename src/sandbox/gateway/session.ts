import type { WebSocket } from 'ws';
import { type GatewayPayload, Opcode, REPLAY_LIMIT } from './protocol.ts';

/** One identified connection of the bot: it outlives its socket, so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shardCount: number;
  readonly intents: number;
  socket: WebSocket | null;
  /** Number of the last event. */
  sequence: number;
  /** Events as they were sent, oldest first, for a replay. */
  readonly sent: { readonly sequence: number; readonly text: string }[];
  /** When the socket was lost, in milliseconds since 1970. */
  lostAt: number | null;
}

export function createSession(
  id: string,
  socket: WebSocket,
  shard: number,
  shardCount: number,
  intents: number,
): Session {
  return { id, shard, shardCount, intents, socket, sequence: 0, sent: [], lostAt: null };
}

/** Sends an event, and keeps it for a replay even while the socket is gone. */
export function dispatch(session: Session, name: string, data: unknown): void {
  session.sequence += 1;
  const text = JSON.stringify({ op: Opcode.dispatch, s: session.sequence, t: name, d: data });
  session.sent.push({ sequence: session.sequence, text });
  if (session.sent.length > REPLAY_LIMIT) session.sent.shift();
  session.socket?.send(text);
}

/** Sends again what came after `sequence`; false when that is no longer kept or never was. */
export function replay(session: Session, sequence: number): boolean {
  const oldest = session.sent[0]?.sequence ?? 1;
  if (sequence > session.sequence || sequence < oldest - 1) return false;
  for (const event of session.sent) {
    if (event.sequence > sequence) session.socket?.send(event.text);
  }
  return true;
}

/** Sends what is not an event: it has no number and is not replayed. */
export function write(socket: WebSocket | null, payload: GatewayPayload): void {
  socket?.send(JSON.stringify({ s: null, t: null, ...payload }));
}
