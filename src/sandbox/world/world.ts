import { type Clock, createClock } from '../clock.ts';
import { createEvents, type Events } from '../events.ts';
import { createPastSnowflakes, createSnowflakes } from '../snowflake.ts';
import {
  type ApplicationCommand,
  type Channel,
  ChannelType,
  type Guild,
  type Message,
  type User,
} from './model.ts';

/** All that the simulated Discord knows. Changes go through the functions of this folder, which announce them. */
export interface World {
  readonly clock: Clock;
  readonly events: Events;
  readonly nextId: () => string;
  readonly nextGuildId: () => string;
  /** The application and its bot user share one id, as on Discord. */
  readonly bot: User;
  readonly token: string;
  readonly applicationName: string;
  /** Whether the privileged message-content intent is switched on for the application. */
  readonly messageContentIntent: boolean;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Ephemeral messages by id; they are in no channel's history. */
  readonly ephemerals: Map<string, Message>;
  /** The bot's latest message for each nonce it sent. */
  readonly nonces: Map<string, Message>;
  /** Commands registered globally. */
  readonly commands: Map<string, ApplicationCommand>;
  /** Where attachments are served; known once the server listens. */
  attachmentBase: string;
}

export interface WorldOptions {
  readonly now?: () => number;
  readonly token?: string;
  readonly botName?: string;
  readonly messageContentIntent?: boolean;
}

/** A Discord with one bot and nobody else in it. */
export function createWorld(options: WorldOptions = {}): World {
  const clock = createClock(options.now);
  const startedAt = clock.now();
  const nextId = createSnowflakes(clock.now);
  const name = options.botName ?? 'Footnote';
  const bot: User = {
    id: nextId(),
    username: name,
    globalName: null,
    bot: true,
    acceptsDirectMessages: false,
  };
  return {
    clock,
    events: createEvents(),
    nextId,
    nextGuildId: createPastSnowflakes(() => startedAt),
    bot,
    token: options.token ?? `${Buffer.from(bot.id).toString('base64url')}.sandbox.${'0'.repeat(27)}`,
    applicationName: name,
    messageContentIntent: options.messageContentIntent ?? false,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    ephemerals: new Map(),
    nonces: new Map(),
    commands: new Map(),
    attachmentBase: '',
  };
}

/** The channels of a server in their order. */
export function channelsOf(world: World, guild: Guild): Channel[] {
  return [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
}

/** The server that a channel is in, or undefined for a direct message. */
export function guildOf(world: World, channel: Channel): Guild | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}

/** The conversation between the bot and a user; made at the first use. */
export function directChannel(world: World, user: User): Channel {
  for (const channel of world.channels.values()) if (channel.recipientId === user.id) return channel;
  const channel: Channel = {
    id: world.nextId(),
    type: ChannelType.direct,
    recipientId: user.id,
    name: user.username,
    topic: null,
    position: 0,
    overwrites: [],
    messages: new Map(),
  };
  world.channels.set(channel.id, channel);
  world.events.emit('channel', { change: 'created', channel });
  return channel;
}
