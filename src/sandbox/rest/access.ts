import type { Channel, Guild, Message } from '../world/model.ts';
import {
  channelPermissions,
  DIRECT_MESSAGE_PERMISSIONS,
  guildPermissions,
  Permission,
} from '../world/permissions.ts';
import { guildOf, type World } from '../world/world.ts';
import { refusal } from './refusal.ts';

/** The channel, if the bot may see it. Refuses with 10003 or 50001. */
export function visibleChannel(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw refusal('unknownChannel');
  if (!(botPermissions(world, channel) & Permission.viewChannel)) throw refusal('missingAccess');
  return channel;
}

/** The message in that channel. Refuses with 10008. */
export function knownMessage(channel: Channel, id: string | undefined): Message {
  const message = channel.messages.get(id ?? '');
  if (!message) throw refusal('unknownMessage');
  return message;
}

/** The server, if the bot is in it. Refuses with 10004 or 50001. */
export function knownGuild(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '');
  if (!guild) throw refusal('unknownGuild');
  if (!guild.members.has(world.bot.id)) throw refusal('missingAccess');
  return guild;
}

/** What the bot may do in a channel. */
export function botPermissions(world: World, channel: Channel): bigint {
  const guild = guildOf(world, channel);
  return guild ? channelPermissions(guild, channel, world.bot.id) : DIRECT_MESSAGE_PERMISSIONS;
}

/** Refuses with 50013 unless the bot has all of `needed` in the channel. */
export function requirePermissions(world: World, channel: Channel, needed: bigint): void {
  if ((botPermissions(world, channel) & needed) !== needed) throw refusal('missingPermissions');
}

/** Refuses with 50013 unless the bot has one of `needed` in the server. */
export function requireAnyInGuild(world: World, guild: Guild, needed: bigint): void {
  if (!(guildPermissions(guild, world.bot.id) & needed)) throw refusal('missingPermissions');
}
