import { randomBytes } from 'node:crypto';
import { Limit } from '../rules/limits.ts';
import { findMessage } from '../world/messages.ts';
import type { Choice, Message, Modal } from '../world/model.ts';
import type { World } from '../world/world.ts';

/** Discord's interaction types. */
export const InteractionType = {
  command: 2,
  component: 3,
  autocomplete: 4,
  modalSubmit: 5,
} as const;
export type InteractionType = (typeof InteractionType)[keyof typeof InteractionType];

/** Discord's callback types. */
export const CallbackType = {
  pong: 1,
  reply: 4,
  deferReply: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

/** One use of a command or component, from the user's action to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly commandName?: string;
  /** 1 slash, 2 user menu, 3 message menu; absent for what is no command. */
  readonly commandType?: number;
  /** The message that the component is on, or that the modal was opened from. */
  readonly sourceMessageId?: string;
  readonly createdAt: number;
  /** The first callback's type; null until the bot answers. */
  acknowledged: number | null;
  /** True once the user was told that the bot did not respond. */
  expired: boolean;
  /** The message behind `@original`. */
  originalId: string | null;
  /** Whether the original was edited through the interaction's webhook. */
  edited: boolean;
  readonly followUpIds: string[];
  choices: readonly Choice[] | null;
  modal: Modal | null;
  /** Called after each change, with what the user now sees. */
  onChange: () => void;
}

export type InteractionDetails = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'commandName' | 'commandType' | 'sourceMessageId'
>;

export interface Interactions {
  open(details: InteractionDetails): Interaction;
  byId(id: string): Interaction | undefined;
  /** The interaction whose token this is, unless it is older than fifteen minutes. */
  byToken(token: string): Interaction | 'unknown' | 'expired';
}

/** The interactions of this sandbox, with Discord's two deadlines by the sandbox's clock. */
export function createInteractions(world: World): Interactions {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  return {
    open(details) {
      const id = world.nextId();
      const token = `${Buffer.from(`interaction:${id}`).toString('base64url')}${randomBytes(48).toString('base64url')}`;
      const interaction: Interaction = {
        ...details,
        id,
        token,
        createdAt: world.clock.now(),
        acknowledged: null,
        expired: false,
        originalId: null,
        edited: false,
        followUpIds: [],
        choices: null,
        modal: null,
        onChange: () => {},
      };
      byId.set(id, interaction);
      byToken.set(token, interaction);
      world.clock.after(Limit.firstResponseMs, () => {
        if (interaction.acknowledged !== null) return;
        interaction.expired = true;
        interaction.onChange();
      });
      return interaction;
    },
    byId: (id) => byId.get(id),
    byToken(token) {
      const interaction = byToken.get(token);
      if (!interaction) return 'unknown';
      const age = world.clock.now() - interaction.createdAt;
      return age > Limit.interactionTokenMs ? 'expired' : interaction;
    },
  };
}

/** The message behind `@original` as it is now. */
export function originalMessage(world: World, interaction: Interaction): Message | undefined {
  return interaction.originalId === null
    ? undefined
    : findMessage(world, interaction.channelId, interaction.originalId);
}
