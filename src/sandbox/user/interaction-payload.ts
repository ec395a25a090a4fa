import type { Interaction } from '../interactions/interactions.ts';
import { messagePayload } from '../world/message-payloads.ts';
import type { Channel, Message, User } from '../world/model.ts';
import {
  channelPayload,
  type Json,
  memberPayload,
  partialMemberPayload,
  rolePayload,
  userPayload,
} from '../world/payloads.ts';
import { channelPermissions, DIRECT_MESSAGE_PERMISSIONS } from '../world/permissions.ts';
import { guildOf, type World } from '../world/world.ts';
import { OptionType, type SentOption } from './options.ts';

const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** INTERACTION_CREATE as Discord sends it: who, where, with which permissions, and what. */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  user: User,
  channel: Channel,
  data: Json,
): Json {
  const guild = guildOf(world, channel);
  const member = guild?.members.get(user.id);
  const botInstalled = guild?.members.has(world.bot.id) ?? false;
  const source = interaction.sourceMessageId;
  const message = source === undefined ? undefined : locate(world, channel, source);
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: {
      ...channelPayload(world, channel),
      permissions: (guild
        ? channelPermissions(guild, channel, user.id)
        : DIRECT_MESSAGE_PERMISSIONS
      ).toString(),
    },
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, features: [], locale: 'en-US' },
          guild_locale: 'en-US',
          member: {
            ...memberPayload(world, member),
            permissions: channelPermissions(guild, channel, user.id).toString(),
          },
        }
      : { user: userPayload(user) }),
    app_permissions: (guild && botInstalled
      ? channelPermissions(guild, channel, world.bot.id)
      : DIRECT_MESSAGE_PERMISSIONS
    ).toString(),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: guild && botInstalled ? { 0: guild.id } : { 1: user.id },
    context: guild ? 0 : 1,
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...(message ? { message: fullMessage(world, message) } : {}),
  };
}

/** A message with its content: interactions carry it whatever the intents. */
export function fullMessage(world: World, message: Message): Json {
  return messagePayload(world, message, { readable: true });
}

/** The users, channels and roles that options name by id. */
export function resolveOptions(world: World, channel: Channel, options: readonly SentOption[]): Json {
  const guild = guildOf(world, channel);
  const resolved: Record<string, Json> = {};
  const put = (kind: string, id: string, value: Json) => {
    resolved[kind] = { ...resolved[kind], [id]: value };
  };
  for (const option of options) {
    const id = String(option.value);
    const user = world.users.get(id);
    const role = guild?.roles.get(id);
    const target = world.channels.get(id);
    const named = { type: option.type, name: option.name };
    if (is(named, OptionType.user, OptionType.mentionable) && user) {
      put('users', id, userPayload(user));
      const member = guild?.members.get(id);
      if (guild && member) {
        const permissions = channelPermissions(guild, channel, id).toString();
        put('members', id, { ...partialMemberPayload(member), permissions });
      }
    } else if (is(named, OptionType.role, OptionType.mentionable) && role) {
      put('roles', id, rolePayload(role));
    } else if (is(named, OptionType.channel) && guild && target?.guildId === guild.id) {
      const permissions = channelPermissions(guild, target, world.bot.id).toString();
      put('channels', id, { ...channelPayload(world, target), permissions });
    } else if (is(named, OptionType.user, OptionType.role, OptionType.mentionable, OptionType.channel)) {
      throw new Error(`The option "${option.name}" names something that is not in this server: ${id}`);
    }
  }
  return resolved;
}

function is(option: { readonly type: number }, ...types: number[]): boolean {
  return types.includes(option.type);
}

function locate(world: World, channel: Channel, id: string): Message | undefined {
  return channel.messages.get(id) ?? world.ephemerals.get(id);
}
