import type { Act, MessageView, Outcome, Push, RoleName } from '../protocol.ts';
import { ROLES } from '../protocol.ts';
import { describeMessage } from './describe.ts';
import { addNote, change, patch, remember, remembered, state } from './state.ts';

const RECONNECT_MS = 1_000;
/** Discord shows "is typing…" for ten seconds. */
const TYPING_MS = 10_000;
const KEPT_EXCHANGES = 500;

let socket: WebSocket | undefined;
let lastId = 0;
const waiting = new Map<number, (outcome: Outcome) => void>();

/** Opens the connection and keeps it open; after a break it starts from a fresh snapshot. */
export function connect(): void {
  socket = new WebSocket(`ws://${location.host}/live`);
  socket.addEventListener('open', () => void play(rememberedRole()));
  socket.addEventListener('message', ({ data }) => receive(JSON.parse(String(data)) as Push));
  socket.addEventListener('close', () => {
    for (const done of waiting.values())
      done({ error: 'The sandbox was stopped. Start it again with npm start.' });
    waiting.clear();
    change((now) => {
      now.connected = false;
    });
    setTimeout(connect, RECONNECT_MS);
  });
}

/** Becomes this person, in this tab and at its next reload. */
export async function play(role: RoleName): Promise<void> {
  remember('role', role, sessionStorage);
  await act({ kind: 'play', role });
}

/** Does it and resolves with what became of it. */
export function act(what: Act): Promise<Outcome> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    if (socket?.readyState !== WebSocket.OPEN) {
      resolve({ error: 'The sandbox is not running.' });
      return;
    }
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, act: what }));
  });
}

/** Does it, and shows in the channel what went wrong, or the form that it opened. */
export async function actVisibly(what: Act): Promise<Outcome> {
  const outcome = await act(what);
  if (outcome.error !== undefined) addNote(outcome.error);
  if (outcome.failed) addNote('The application did not respond');
  const { modal } = outcome;
  if (modal !== undefined) patch({ modal });
  return outcome;
}

function rememberedRole(): RoleName {
  const role = remembered('role', sessionStorage);
  return ROLES.find((one) => one === role) ?? 'investor';
}

function receive(push: Push): void {
  switch (push.kind) {
    case 'snapshot':
      change((now) => {
        now.connected = true;
        now.place = push.place;
        now.messages = new Map(push.messages.map((message) => [message.id, message]));
        now.exchanges = [...push.exchanges];
        // After a restart of the sandbox the old numbers mean other things.
        now.details.clear();
        now.pending.clear();
        now.notes = [];
        if (!push.place.channels.some(({ id }) => id === now.channel))
          now.channel = firstChannel(push.place.channels);
      });
      return;
    case 'place':
      patch({ place: push.place });
      return;
    case 'message':
      change(() => show(push.message));
      return;
    case 'gone':
      change((now) => void now.messages.delete(push.message));
      return;
    case 'typing':
      change((now) => void now.typing.set(push.channel, { name: push.name, until: Date.now() + TYPING_MS }));
      setTimeout(() => change(() => {}), TYPING_MS);
      return;
    case 'exchange':
      patch({ exchanges: [...state.exchanges, push.exchange].slice(-KEPT_EXCHANGES) });
      return;
    case 'done':
      waiting.get(push.id)?.(push.outcome);
      waiting.delete(push.id);
  }
}

function show(message: MessageView): void {
  const before = state.messages.get(message.id);
  state.messages.set(message.id, message);
  if (message.author.bot) state.typing.delete(message.channel);
  const isMine = message.author.id === state.place?.me.id;
  if (message.channel !== state.channel) {
    if (!isMine) state.unread.add(message.channel);
    return;
  }
  if (!isMine || before?.loading) state.announcement = describeMessage(message);
}

function firstChannel(channels: readonly { readonly id: string; readonly kind: string }[]): string {
  const last = remembered('channel', sessionStorage);
  return (
    (channels.find(({ id }) => id === last) ?? channels.find(({ kind }) => kind === 'text') ?? channels[0])
      ?.id ?? ''
  );
}
