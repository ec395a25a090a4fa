import type { Exchange, Sandbox } from '../server.ts';
import { type Channel, ChannelType, type Embed, type Message, type User } from '../world/model.ts';
import { channelPermissions, Permission } from '../world/permissions.ts';
import { channelsOf } from '../world/world.ts';
import type {
  AttachmentView,
  ChannelView,
  ExchangeDetail,
  ExchangeView,
  MessageView,
  PersonView,
  PlaceView,
  RoleName,
} from './protocol.ts';

/** How many of the latest exchanges a tab is given at first. */
const LATEST_EXCHANGES = 300;

/** The type of messages that answer slash commands. */
const SLASH_MESSAGE = 20;

const PERMISSIONS: Record<RoleName, string> = {
  investor: 'No role: may write and use commands',
  moderator: 'May manage the server, its messages and events',
  officer: 'Administrator',
};

/** The server as the person sees it: channels they may view, commands they are offered. */
export function placeView(sandbox: Sandbox, playing: RoleName): PlaceView {
  const { guild, world } = sandbox;
  const user = sandbox[playing];
  const people = [...guild.members.keys()].flatMap((id) => world.users.get(id) ?? []);
  // The server's owner is nobody's part; Discord would show them offline.
  const shown = people.filter((one) => one.id !== guild.ownerId);
  return {
    guild: guild.name,
    me: personView(sandbox, user),
    playing,
    permissions: PERMISSIONS[playing],
    bot: personView(sandbox, sandbox.bot),
    members: shown.map((one) => personView(sandbox, one)),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    channels: visibleChannels(sandbox, user).map((channel) => channelView(sandbox, channel, user)),
  };
}

/** The channels that the person can open, their direct messages with the bot last. */
export function visibleChannels(sandbox: Sandbox, user: User): Channel[] {
  const inGuild = channelsOf(sandbox.world, sandbox.guild).filter(
    (channel) =>
      channel.type !== ChannelType.category &&
      channelPermissions(sandbox.guild, channel, user.id) & Permission.viewChannel,
  );
  return [...inGuild, sandbox.directChannel(user)];
}

function channelView(sandbox: Sandbox, channel: Channel, user: User): ChannelView {
  const direct = channel.type === ChannelType.direct;
  const mayWrite =
    direct || Boolean(channelPermissions(sandbox.guild, channel, user.id) & Permission.sendMessages);
  return {
    id: channel.id,
    kind: direct ? 'direct' : channel.type === ChannelType.announcement ? 'announcement' : 'text',
    name: direct ? sandbox.bot.username : channel.name,
    topic: channel.topic,
    canSend: mayWrite,
    commands: sandbox.commandsFor(user, channel),
  };
}

function personView(sandbox: Sandbox, user: User): PersonView {
  const { guild } = sandbox;
  const roles = (guild.members.get(user.id)?.roles ?? []).flatMap((id) => guild.roles.get(id) ?? []);
  return {
    id: user.id,
    name: user.globalName ?? user.username,
    bot: user.bot,
    online: user.bot ? isBotOnline(sandbox) : true,
    roles: roles.sort((a, b) => b.position - a.position).map(({ name }) => name),
  };
}

function isBotOnline(sandbox: Sandbox): boolean {
  return [...sandbox.gateway.sessions.values()].some(({ socket }) => socket !== null);
}

/** All that the person can read now, oldest first. */
export function messageViews(sandbox: Sandbox, user: User): MessageView[] {
  const visible = new Set(visibleChannels(sandbox, user).map(({ id }) => id));
  const everyones = [...visible].flatMap((id) => sandbox.messages(id));
  const own = [...sandbox.world.ephemerals.values()].filter(
    ({ visibleTo, channelId }) => visibleTo === user.id && visible.has(channelId),
  );
  return [...everyones, ...own]
    .sort((a, b) => a.createdAt - b.createdAt || Number(BigInt(a.id) - BigInt(b.id)))
    .map((message) => messageView(sandbox, message, user));
}

/** Whether the person can read the message. */
export function canRead(sandbox: Sandbox, message: Message, user: User): boolean {
  if (message.visibleTo !== null) return message.visibleTo === user.id;
  return visibleChannels(sandbox, user).some(({ id }) => id === message.channelId);
}

export function messageView(sandbox: Sandbox, message: Message, user: User): MessageView {
  const { author, interaction } = message;
  return {
    id: message.id,
    channel: message.channelId,
    author: { id: author.id, name: author.globalName ?? author.username, bot: author.bot },
    content: message.content,
    embeds: message.embeds.map((embed) => localEmbed(sandbox, embed)),
    components: message.components,
    attachments: message.attachments.map(
      ({ id, filename, description, contentType, size, url }): AttachmentView => ({
        id,
        filename,
        description: description ?? null,
        contentType,
        size,
        url: localUrl(sandbox, url),
      }),
    ),
    createdAt: message.createdAt,
    edited: message.editedAt !== null && message.interaction === null,
    ephemeral: message.visibleTo !== null,
    loading: message.loading,
    replyTo: message.replyTo,
    mentionsMe: message.pinged.users.includes(user.id),
    published: message.crossposted,
    interaction:
      interaction === null
        ? null
        : {
            userId: interaction.userId,
            ...(interaction.name === undefined
              ? {}
              : { name: message.type === SLASH_MESSAGE ? `/${interaction.name}` : interaction.name }),
          },
  };
}

/** The page may show pictures of its own origin alone, so attached ones are served there too. */
function localEmbed(sandbox: Sandbox, embed: Embed): Embed {
  return {
    ...embed,
    ...(embed.image?.url ? { image: { url: localUrl(sandbox, embed.image.url) } } : {}),
    ...(embed.thumbnail?.url ? { thumbnail: { url: localUrl(sandbox, embed.thumbnail.url) } } : {}),
  };
}

function localUrl(sandbox: Sandbox, url: string): string {
  const base = sandbox.world.attachmentBase;
  return url.startsWith(`${base}/`) ? `/attachments${url.slice(base.length)}` : url;
}

export function exchangeViews(sandbox: Sandbox): ExchangeView[] {
  return sandbox.exchanges.all.slice(-LATEST_EXCHANGES).map(exchangeView);
}

export function exchangeView(exchange: Exchange): ExchangeView {
  const { number, at, method, path, status, milliseconds, valid, violations } = exchange;
  return {
    number,
    at,
    method,
    path,
    status,
    milliseconds,
    valid: valid && exchange.route !== null,
    violations: [
      ...(exchange.route === null ? ['The sandbox has no such route'] : []),
      ...violations.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ],
  };
}

export function exchangeDetail({ requestBody, responseBody, files }: Exchange): ExchangeDetail {
  return { request: requestBody ?? null, response: responseBody ?? null, files };
}
