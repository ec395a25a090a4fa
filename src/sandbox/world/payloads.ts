import type {
  ApplicationCommand,
  Attachment,
  Channel,
  Component,
  Guild,
  Member,
  Message,
  Role,
  ScheduledEvent,
  User,
} from './model.ts';
import { ChannelType } from './model.ts';
import { channelsOf, guildOf, type World } from './world.ts';

/** The sandbox's things in Discord's own JSON. Every key that discord.js reads is present. */
export type Json = Record<string, unknown>;

export function userPayload(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    global_name: user.globalName,
    discriminator: user.bot ? '0001' : '0',
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    clan: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    bot: user.bot,
  };
}

export function rolePayload(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

export function memberPayload(world: World, member: Member): Json {
  const user = world.users.get(member.userId);
  return { ...(user ? { user: userPayload(user) } : {}), ...partialMemberPayload(member) };
}

/** A member without the user, as messages carry it. */
export function partialMemberPayload(member: Member): Json {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

export function channelPayload(world: World, channel: Channel): Json {
  const last = [...channel.messages.keys()].at(-1) ?? null;
  if (channel.type === ChannelType.direct) {
    const recipient = world.users.get(channel.recipientId ?? '');
    return {
      id: channel.id,
      type: channel.type,
      flags: 0,
      last_message_id: last,
      recipients: recipient ? [userPayload(recipient)] : [],
    };
  }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    topic: channel.topic,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: last,
    permission_overwrites: channel.overwrites.map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.type === 'role' ? 0 : 1,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
  };
}

/** A server as `GET /guilds/:id` gives it. */
export function guildPayload(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    home_header: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    nsfw: false,
    nsfw_level: 0,
    incidents_data: null,
    features: ['COMMUNITY', 'NEWS'],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map(rolePayload),
  };
}

/** A server as the gateway brings it. Members are the bot alone: others need a privileged intent. */
export function guildCreatePayload(world: World, guild: Guild): Json {
  const bot = guild.members.get(world.bot.id);
  return {
    ...guildPayload(guild),
    joined_at: new Date(bot?.joinedAt ?? world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [memberPayload(world, bot)] : [],
    channels: channelsOf(world, guild).map((channel) => channelPayload(world, channel)),
    guild_scheduled_events: [...guild.scheduledEvents.values()].map(scheduledEventPayload),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    soundboard_sounds: [],
  };
}

export interface MessageView {
  /** False where the bot may not read what people write: content, embeds, attachments, components are blank. */
  readonly readable: boolean;
  /** Gateway events carry the server and the author's membership. */
  readonly forGateway?: boolean;
}

/** A message as REST and gateway give it. */
export function messagePayload(world: World, message: Message, view: MessageView): Json {
  const channel = world.channels.get(message.channelId);
  const guild = channel && guildOf(world, channel);
  const member = guild?.members.get(message.author.id);
  const referenced = message.replyTo === null ? undefined : channel?.messages.get(message.replyTo);
  const mentioned = message.pinged.users.flatMap((id) => world.users.get(id) ?? []);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userPayload(message.author),
    content: view.readable ? message.content : '',
    embeds: view.readable ? message.embeds : [],
    components: view.readable ? numberComponents(message.components) : [],
    attachments: view.readable ? message.attachments.map(attachmentPayload) : [],
    mentions: mentioned.map(userPayload),
    mention_roles: message.pinged.roles,
    mention_everyone: message.pinged.everyone,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    flags: message.flags,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.replyTo === null || message.interaction
      ? {}
      : {
          message_reference: { type: 0, ...place(message.channelId, guild), message_id: message.replyTo },
          referenced_message: referenced
            ? messagePayload(
                world,
                { ...referenced, replyTo: null },
                { readable: mayRead(world, referenced) },
              )
            : null,
        }),
    ...(message.interaction ? interactionKeys(world, message) : {}),
    // Not documented, but Discord sends it, and discord.js knows a new direct message by it.
    ...(view.forGateway && channel ? { channel_type: channel.type } : {}),
    ...(view.forGateway && guild ? { guild_id: guild.id } : {}),
    ...(view.forGateway && member ? { member: partialMemberPayload(member) } : {}),
  };
}

/**
 * Whether the bot may read a message's content without the privileged intent: its own, a direct message,
 * or one that mentions it (docs: gateway#message-content-intent).
 */
export function mayRead(world: World, message: Message): boolean {
  return (
    world.messageContentIntent ||
    message.author.id === world.bot.id ||
    message.pinged.users.includes(world.bot.id) ||
    world.channels.get(message.channelId)?.type === ChannelType.direct
  );
}

export function attachmentPayload(attachment: Attachment): Json {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
  };
}

export function commandPayload(world: World, command: ApplicationCommand): Json {
  return {
    id: command.id,
    application_id: world.bot.id,
    version: command.version,
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
    type: command.type,
    name: command.name,
    name_localizations: command.nameLocalizations,
    description: command.description,
    description_localizations: command.descriptionLocalizations,
    default_member_permissions: command.defaultMemberPermissions,
    dm_permission: command.contexts === null || command.contexts.includes(1),
    contexts: command.contexts,
    integration_types: command.integrationTypes,
    nsfw: command.nsfw,
    ...(command.options.length === 0 ? {} : { options: command.options }),
  };
}

export function scheduledEventPayload(event: ScheduledEvent): Json {
  return {
    id: event.id,
    guild_id: event.guildId,
    channel_id: event.channelId,
    creator_id: event.creatorId,
    name: event.name,
    description: event.description,
    image: null,
    scheduled_start_time: event.startsAt,
    scheduled_end_time: event.endsAt,
    privacy_level: 2,
    status: event.status,
    entity_type: event.entityType,
    entity_id: null,
    entity_metadata: event.location === null ? null : { location: event.location },
    recurrence_rule: null,
    user_count: 0,
  };
}

function place(channelId: string, guild: Guild | undefined): Json {
  return { channel_id: channelId, ...(guild ? { guild_id: guild.id } : {}) };
}

function interactionKeys(world: World, message: Message): Json {
  const interaction = message.interaction;
  if (!interaction) return {};
  const user = world.users.get(interaction.userId);
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user: user ? userPayload(user) : null,
    authorizing_integration_owners: {},
  };
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: metadata,
    ...(interaction.name === undefined
      ? {}
      : {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            name: interaction.name,
            user: metadata.user,
          },
        }),
  };
}

/** Discord gives every component a number within its message. */
function numberComponents(components: readonly Component[]): Json[] {
  let next = 0;
  const number = (component: Component): Json => {
    next += 1;
    return {
      id: next,
      ...component,
      ...(component.components ? { components: component.components.map(number) } : {}),
      ...(component.accessory ? { accessory: number(component.accessory) } : {}),
    };
  };
  return components.map(number);
}
