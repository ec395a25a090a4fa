/** What exists in the simulated Discord. Messages are replaced, never changed in place. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  /** False when the user takes no direct messages; sending one then fails with 50007. */
  acceptsDirectMessages: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly color: number;
  readonly mentionable: boolean;
  /** Made for a bot; cannot be given to people. */
  readonly managed: boolean;
  permissions: bigint;
}

export interface Overwrite {
  /** A role's or a user's id. */
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Member {
  readonly userId: string;
  nick: string | null;
  roles: string[];
  readonly joinedAt: number;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly scheduledEvents: Map<string, ScheduledEvent>;
  /** Commands registered for this server alone. */
  readonly commands: Map<string, ApplicationCommand>;
}

/** Channel types of Discord's that the sandbox has. */
export const ChannelType = { text: 0, direct: 1, category: 4, announcement: 5 } as const;
export type ChannelType = (typeof ChannelType)[keyof typeof ChannelType];

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  /** Absent in a direct message. */
  readonly guildId?: string;
  /** The person that the bot talks to, in a direct message. */
  readonly recipientId?: string;
  readonly name: string;
  readonly topic: string | null;
  readonly position: number;
  overwrites: Overwrite[];
  /** By id, oldest first. */
  readonly messages: Map<string, Message>;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
  readonly contentType: string;
  readonly size: number;
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** Who a message really notified, after `allowed_mentions` and permissions. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface InteractionMetadata {
  readonly id: string;
  /** Discord's interaction type. */
  readonly type: number;
  readonly userId: string;
  /** Command name, for messages that answer a command. */
  readonly name?: string;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  /** Discord's message type: 0 plain, 19 reply, 20 command, 23 context command. */
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Seen only by this user, when ephemeral. */
  readonly visibleTo: string | null;
  /** Still "thinking…": deferred and not yet filled in. */
  readonly loading: boolean;
  readonly pinged: Pinged;
  readonly nonce: string | number | null;
  readonly replyTo: string | null;
  /** Published to the followers of its announcement channel. */
  readonly crossposted: boolean;
  readonly interaction: InteractionMetadata | null;
}

export interface Embed {
  readonly type?: string | null;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly timestamp?: string | null;
  readonly color?: number | null;
  readonly author?: {
    readonly name?: string | null;
    readonly url?: string | null;
    readonly icon_url?: string | null;
  } | null;
  readonly footer?: { readonly text?: string | null; readonly icon_url?: string | null } | null;
  readonly image?: { readonly url?: string | null } | null;
  readonly thumbnail?: { readonly url?: string | null } | null;
  readonly fields?:
    | readonly { readonly name: string; readonly value: string; readonly inline?: boolean | null }[]
    | null;
}

/** A component as it is sent: which keys are present depends on `type`. */
export interface Component {
  readonly type: number;
  readonly custom_id?: string | null;
  readonly label?: string | null;
  readonly style?: number;
  readonly url?: string | null;
  readonly disabled?: boolean | null;
  readonly placeholder?: string | null;
  readonly required?: boolean | null;
  readonly value?: string | null;
  readonly content?: string;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options?: readonly SelectOption[];
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
  readonly default?: boolean | null;
}

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface CommandOption {
  /** Discord's option type: 1 subcommand, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 mentionable, 10 number, 11 attachment. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?: readonly Choice[] | null;
  readonly options?: readonly CommandOption[] | null;
  readonly channel_types?: readonly number[] | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

export interface ApplicationCommand {
  readonly id: string;
  readonly version: string;
  readonly guildId?: string;
  /** 1 slash, 2 user menu, 3 message menu. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly defaultMemberPermissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integrationTypes: readonly number[];
  readonly nameLocalizations: Readonly<Record<string, string>> | null;
  readonly descriptionLocalizations: Readonly<Record<string, string>> | null;
  readonly nsfw: boolean;
}

export interface ScheduledEvent {
  readonly id: string;
  readonly guildId: string;
  readonly creatorId: string;
  readonly name: string;
  readonly description: string | null;
  readonly channelId: string | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly entityType: number;
  readonly location: string | null;
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  readonly status: number;
}
