import type {
  ApplicationCommand,
  Choice,
  Component,
  Embed,
  InteractionMetadata,
  Modal,
} from '../world/model.ts';

/** What the page's server and its browser side say to each other, as JSON over one WebSocket. */

/** Whom a tab plays. */
export const ROLES = ['investor', 'moderator', 'officer'] as const;
export type RoleName = (typeof ROLES)[number];

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly online: boolean;
  /** The names of the roles, the highest first; none in a direct message. */
  readonly roles: readonly string[];
}

export interface ChannelView {
  readonly id: string;
  readonly kind: 'text' | 'announcement' | 'direct';
  readonly name: string;
  readonly topic: string | null;
  /** Whether the person whom the tab plays may write here. */
  readonly canSend: boolean;
  /** What the person is offered here. */
  readonly commands: readonly ApplicationCommand[];
}

export interface PlaceView {
  readonly guild: string;
  readonly me: PersonView;
  readonly playing: RoleName;
  /** What the role switch says of the person's permissions. */
  readonly permissions: string;
  readonly bot: PersonView;
  readonly members: readonly PersonView[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly ChannelView[];
}

export interface AttachmentView {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

export interface MessageView {
  readonly id: string;
  readonly channel: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly AttachmentView[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly edited: boolean;
  /** Only the person whom the tab plays sees it. */
  readonly ephemeral: boolean;
  /** The bot is "thinking…". */
  readonly loading: boolean;
  readonly replyTo: string | null;
  readonly mentionsMe: boolean;
  readonly published: boolean;
  readonly interaction: Pick<InteractionMetadata, 'userId' | 'name'> | null;
}

export interface ExchangeView {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly valid: boolean;
  readonly violations: readonly string[];
}

export interface ExchangeDetail {
  readonly request: unknown;
  readonly response: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** What the person does. Each is answered by one `done` with the same id. */
export type Act =
  /** Becomes this person; answered by a snapshot too. */
  | { readonly kind: 'play'; readonly role: RoleName }
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly content: string;
      readonly replyTo?: string | undefined;
      readonly ping?: boolean | undefined;
    }
  | {
      readonly kind: 'command';
      readonly channel: string;
      readonly name: string;
      readonly options: OptionInputs;
    }
  | {
      readonly kind: 'autocomplete';
      readonly channel: string;
      readonly name: string;
      readonly options: OptionInputs;
      readonly focused: string;
    }
  | {
      readonly kind: 'click';
      readonly channel: string;
      readonly message: string;
      readonly customId: string;
    }
  | {
      readonly kind: 'select';
      readonly channel: string;
      readonly message: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  /** A command of the message's menu. */
  | { readonly kind: 'menu'; readonly channel: string; readonly message: string; readonly name: string }
  | {
      readonly kind: 'submit';
      readonly interaction: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** Asks for the payloads of an exchange. */
  | { readonly kind: 'exchange'; readonly number: number };

export type OptionInputs = Readonly<Record<string, string | number | boolean>>;

export interface Request {
  readonly id: number;
  readonly act: Act;
}

/** What became of an act. */
export interface Outcome {
  /** Why it could not be done, in words. */
  readonly error?: string;
  /** The bot did not respond in time: Discord's own words for it. */
  readonly failed?: boolean;
  readonly choices?: readonly Choice[];
  readonly modal?: { readonly interaction: string; readonly modal: Modal };
  readonly exchange?: ExchangeDetail;
}

export type Push =
  | {
      readonly kind: 'snapshot';
      readonly place: PlaceView;
      readonly messages: readonly MessageView[];
      readonly exchanges: readonly ExchangeView[];
    }
  | { readonly kind: 'place'; readonly place: PlaceView }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'gone'; readonly message: string }
  | { readonly kind: 'typing'; readonly channel: string; readonly name: string }
  | { readonly kind: 'exchange'; readonly exchange: ExchangeView }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: Outcome };
