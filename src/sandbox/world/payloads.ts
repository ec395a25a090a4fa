import {
  type ApplicationCommand,
  type Channel,
  ChannelType,
  type Member,
  type Role,
  type ScheduledEvent,
  type User,
} from './model.ts';
import type { World } from './world.ts';

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
    guild_scheduled_event_exceptions: [],
    user_count: 0,
  };
}
