import type { SandboxEvents } from '../events.ts';
import { guildCreatePayload } from '../world/guild-payloads.ts';
import { mayRead, messagePayload } from '../world/message-payloads.ts';
import type { Channel, Message } from '../world/model.ts';
import {
  channelPayload,
  memberPayload,
  rolePayload,
  scheduledEventPayload,
  userPayload,
} from '../world/payloads.ts';
import { channelPermissions, Permission } from '../world/permissions.ts';
import { guildOf, type World } from '../world/world.ts';
import { Intent } from './protocol.ts';

type Send = (name: string, data: unknown, guildId?: string, intent?: number) => void;

const SUFFIX = { created: 'CREATE', edited: 'UPDATE', deleted: 'DELETE' } as const;

/** Turns what happens in the world into gateway events; returns a function that stops it. */
export function forwardEvents(world: World, send: Send): () => void {
  const listeners: { [Event in keyof SandboxEvents]?: (...args: SandboxEvents[Event]) => void } = {
    message: ({ change, message }) => {
      const channel = world.channels.get(message.channelId);
      if (!channel || message.visibleTo !== null || !botSees(world, channel)) return;
      const intent = channel.guildId === undefined ? Intent.directMessages : Intent.guildMessages;
      const data = change === 'deleted' ? deletion(message, channel) : gatewayMessage(world, message);
      send(`MESSAGE_${SUFFIX[change]}`, data, channel.guildId, intent);
    },
    guild: ({ change, guild }) => {
      if (!guild.members.has(world.bot.id)) return;
      const data = change === 'deleted' ? { id: guild.id } : guildCreatePayload(world, guild);
      send(`GUILD_${SUFFIX[change]}`, data, guild.id, Intent.guilds);
    },
    channel: ({ change, channel }) => {
      // Bots are not told of new direct-message channels: they meet them with the first message.
      if (channel.guildId === undefined) return;
      send(`CHANNEL_${SUFFIX[change]}`, channelPayload(world, channel), channel.guildId, Intent.guilds);
    },
    role: ({ change, guild, role }) => {
      const data = change === 'deleted' ? { role_id: role.id } : { role: rolePayload(role) };
      send(`GUILD_ROLE_${SUFFIX[change]}`, { guild_id: guild.id, ...data }, guild.id, Intent.guilds);
    },
    member: ({ change, guild, member, user }) => {
      const name = { created: 'ADD', edited: 'UPDATE', deleted: 'REMOVE' }[change];
      const person = change === 'deleted' ? { user: userPayload(user) } : memberPayload(world, member);
      // A change of the bot's own roles is told without the privileged intent.
      const intent = user.id === world.bot.id ? Intent.guilds : Intent.guildMembers;
      send(`GUILD_MEMBER_${name}`, { guild_id: guild.id, ...person }, guild.id, intent);
    },
    scheduledEvent: ({ change, event }) => {
      const name = `GUILD_SCHEDULED_EVENT_${SUFFIX[change]}`;
      send(name, scheduledEventPayload(event), event.guildId, Intent.guildScheduledEvents);
    },
  };
  for (const [event, listener] of Object.entries(listeners)) {
    world.events.on(event as keyof SandboxEvents, listener as () => void);
  }
  return () => {
    for (const [event, listener] of Object.entries(listeners)) {
      world.events.off(event as keyof SandboxEvents, listener as () => void);
    }
  };
}

function gatewayMessage(world: World, message: Message) {
  return messagePayload(world, message, { readable: mayRead(world, message), forGateway: true });
}

function deletion(message: Message, channel: Channel) {
  return {
    id: message.id,
    channel_id: channel.id,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
  };
}

function botSees(world: World, channel: Channel): boolean {
  const guild = guildOf(world, channel);
  if (!guild) return true;
  return Boolean(channelPermissions(guild, channel, world.bot.id) & Permission.viewChannel);
}
