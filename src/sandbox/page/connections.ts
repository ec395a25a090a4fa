import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SandboxEvents } from '../events.ts';
import type { Exchange, Sandbox } from '../server.ts';
import { createPerform } from './acts.ts';
import type { Push, RoleName } from './protocol.ts';
import { readRequest } from './requests.ts';
import { canRead, exchangeView, exchangeViews, messageView, messageViews, placeView } from './views.ts';

/** More than any act needs, and too little to fill the memory. */
const LARGEST_FRAME_BYTES = 256 * 1024;

export interface Connections {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

/** The tabs that look at the sandbox: each plays one person and is told what that person would see. */
export function createConnections(sandbox: Sandbox): Connections {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME_BYTES });
  const tabs = new Map<WebSocket, RoleName>();
  const perform = createPerform(sandbox);

  function send(socket: WebSocket, push: Push): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(push));
  }

  function snapshot(socket: WebSocket, playing: RoleName): void {
    send(socket, {
      kind: 'snapshot',
      place: placeView(sandbox, playing),
      messages: messageViews(sandbox, sandbox[playing]),
      exchanges: exchangeViews(sandbox),
    });
  }

  async function receive(socket: WebSocket, frame: string): Promise<void> {
    const request = readRequest(frame);
    if (request === undefined) return socket.close(1008, 'not a request of this page');
    const { id, act } = request;
    if (act.kind === 'play') {
      tabs.set(socket, act.role);
      snapshot(socket, act.role);
    }
    const playing = tabs.get(socket);
    if (playing === undefined) return socket.close(1008, 'whom does this tab play?');
    send(socket, { kind: 'done', id, outcome: await perform(act, playing) });
  }

  sockets.on('connection', (socket) => {
    socket.on('message', (data) => void receive(socket, String(data)));
    socket.on('close', () => tabs.delete(socket));
    socket.on('error', () => socket.terminate());
  });
  const stop = forward(sandbox, (pushFor) => {
    for (const [socket, playing] of tabs) {
      const push = pushFor(playing);
      if (push !== undefined) send(socket, push);
    }
  });
  return {
    accept: (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request)),
    close() {
      stop();
      for (const socket of tabs.keys()) socket.terminate();
      sockets.close();
    },
  };
}

type Broadcast = (pushFor: (playing: RoleName) => Push | undefined) => void;

/** Tells every tab what happens in the sandbox; returns what ends it. */
function forward(sandbox: Sandbox, broadcast: Broadcast): () => void {
  const { events } = sandbox;
  let placeIsDue = false;
  // Starting a bot changes many commands at once: one list for all of them.
  const place = () => {
    if (placeIsDue) return;
    placeIsDue = true;
    setImmediate(() => {
      placeIsDue = false;
      broadcast((playing) => ({ kind: 'place', place: placeView(sandbox, playing) }));
    });
  };
  const message = ({ change, message: one }: SandboxEvents['message'][0]) =>
    broadcast((playing) => {
      if (!canRead(sandbox, one, sandbox[playing])) return undefined;
      return change === 'deleted'
        ? { kind: 'gone', message: one.id }
        : { kind: 'message', message: messageView(sandbox, one, sandbox[playing]) };
    });
  const exchange = (one: Exchange) => broadcast(() => ({ kind: 'exchange', exchange: exchangeView(one) }));
  const typing = ({ channel, user }: SandboxEvents['typing'][0]) =>
    broadcast(() => ({ kind: 'typing', channel: channel.id, name: user.username }));
  const changesPlace = ['guild', 'channel', 'role', 'member', 'commands', 'session'] as const;
  for (const event of changesPlace) events.on(event, place);
  events.on('message', message).on('exchange', exchange).on('typing', typing);
  return () => {
    for (const event of changesPlace) events.off(event, place);
    events.off('message', message).off('exchange', exchange).off('typing', typing);
  };
}
