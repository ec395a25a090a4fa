import { type Events, type SandboxEvents, waitFor } from '../events.ts';
import { CallbackType, type Interaction, originalMessage } from '../interactions/interactions.ts';
import { Limit } from '../rules/limits.ts';
import { findMessage } from '../world/messages.ts';
import type { Choice, Message, Modal } from '../world/model.ts';
import type { World } from '../world/world.ts';

/**
 * How far the bot's answer is: `waiting` for its first sign, `thinking` after a deferred reply,
 * `updating` after a deferred update, or what it came to. `failed` is Discord's own
 * "The application did not respond".
 */
export type SeenState =
  | 'waiting'
  | 'thinking'
  | 'updating'
  | 'replied'
  | 'updated'
  | 'choices'
  | 'modal'
  | 'failed';

export interface SeenChange {
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
  readonly change: 'created' | 'edited' | 'deleted';
  readonly message: Message;
}

/** What a user sees of one interaction. Its properties are always of this moment. */
export interface Seen {
  readonly id: string;
  readonly userId: string;
  readonly channelId: string;
  readonly state: SeenState;
  /** Whether the first response is shown to this user alone. */
  readonly ephemeral: boolean;
  /** The reply, or the message that was updated; null before it, or after it was deleted. */
  readonly message: Message | null;
  readonly followUps: readonly Message[];
  readonly choices: readonly Choice[] | null;
  readonly modal: Modal | null;
  /** Every message of this interaction as it appeared and changed. */
  readonly history: readonly SeenChange[];
  /** The reply or updated message once it is there and no longer "thinking". Rejects when the bot fails to respond. */
  reply(timeoutMs?: number): Promise<Message>;
  /** The follow-up of that number, from 1, once it is there. */
  followUp(number?: number, timeoutMs?: number): Promise<Message>;
  /** Resolves when `test` holds. */
  until(test: (seen: Seen) => boolean, timeoutMs?: number): Promise<Seen>;
}

export const DEFAULT_TIMEOUT_MS = 5_000;

/** The user's view of an interaction that was just opened. */
export function watchInteraction(world: World, interaction: Interaction): Seen {
  const history: SeenChange[] = [];
  const seen: Seen = {
    id: interaction.id,
    userId: interaction.userId,
    channelId: interaction.channelId,
    get state() {
      return stateOf(world, interaction);
    },
    get ephemeral() {
      return seen.message?.visibleTo === interaction.userId;
    },
    get message() {
      return originalMessage(world, interaction) ?? null;
    },
    get followUps() {
      return interaction.followUpIds.flatMap((id) => findMessage(world, interaction.channelId, id) ?? []);
    },
    get choices() {
      return interaction.choices;
    },
    get modal() {
      return interaction.modal;
    },
    history,
    reply(timeoutMs = DEFAULT_TIMEOUT_MS) {
      const look = () => {
        if (seen.state === 'failed') throw new Error('The application did not respond');
        return ['replied', 'updated'].includes(seen.state) ? (seen.message ?? undefined) : undefined;
      };
      return waitForSeen(world.events, look, timeoutMs, 'reply');
    },
    followUp(number = 1, timeoutMs = DEFAULT_TIMEOUT_MS) {
      return waitForSeen(world.events, () => seen.followUps[number - 1], timeoutMs, `follow-up ${number}`);
    },
    until(test, timeoutMs = DEFAULT_TIMEOUT_MS) {
      return waitForSeen(world.events, () => (test(seen) ? seen : undefined), timeoutMs, 'such state');
    },
  };

  const follow = ({ change, message }: SandboxEvents['message'][0]) => {
    const mine =
      message.id === interaction.originalId ||
      message.interaction?.id === interaction.id ||
      interaction.followUpIds.includes(message.id);
    if (!mine) return;
    history.push({ at: world.clock.now(), change, message });
    world.events.emit('interaction', seen);
  };
  world.events.on('message', follow);
  // Once the token has expired the bot can change nothing here any more.
  world.clock.after(Limit.interactionTokenMs, () => world.events.off('message', follow));
  interaction.onChange = () => world.events.emit('interaction', seen);
  return seen;
}

/** The first sign of the bot: an answer, "thinking", choices, a modal, or its failing to respond. */
export function firstSign(world: World, seen: Seen): Promise<Seen> {
  const look = () => (seen.state === 'waiting' ? undefined : seen);
  return waitForSeen(world.events, look, DEFAULT_TIMEOUT_MS, 'response of the bot');
}

function waitForSeen<Found>(
  events: Events,
  look: () => Found | undefined,
  timeoutMs: number,
  what: string,
): Promise<Found> {
  return waitFor(events, 'interaction', look, timeoutMs, what);
}

function stateOf(world: World, interaction: Interaction): SeenState {
  const message = originalMessage(world, interaction);
  switch (interaction.acknowledged) {
    case null:
      return interaction.expired ? 'failed' : 'waiting';
    case CallbackType.deferReply:
      return message?.loading ? 'thinking' : 'replied';
    case CallbackType.deferUpdate:
      return interaction.edited ? 'updated' : 'updating';
    case CallbackType.update:
      return 'updated';
    case CallbackType.autocomplete:
      return 'choices';
    case CallbackType.modal:
      return 'modal';
    default:
      return 'replied';
  }
}
