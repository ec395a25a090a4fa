import { checkMessage, isEmptyMessage, type MessageBody } from '../../rules/messages.ts';
import { compareSnowflakes } from '../../snowflake.ts';
import { mayRead, messagePayload } from '../../world/message-payloads.ts';
import { createMessage, deleteMessage, editMessage, keptAttachments } from '../../world/messages.ts';
import { type Channel, ChannelType, type Message } from '../../world/model.ts';
import { Permission } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import { botPermissions, knownMessage, requirePermissions, visibleChannel } from '../access.ts';
import { invalidForm, refusal } from '../refusal.ts';
import { type ApiRequest, noContent, ok, type Route, route } from '../route.ts';

const MESSAGES = '/channels/:channel/messages';
const MESSAGE = `${MESSAGES}/:message`;

/** Reading, sending, editing and deleting messages of channels and direct messages. */
export const messageRoutes: readonly Route[] = [
  route(`GET ${MESSAGES}`, ({ world, params, query }) => {
    const channel = visibleChannel(world, params['channel']);
    // Without this permission Discord answers as if nothing had been said.
    if (!(botPermissions(world, channel) & Permission.readMessageHistory)) return ok([]);
    return ok(selectMessages(channel, query).map((message) => payload(world, message)));
  }),
  route(`GET ${MESSAGE}`, ({ world, params }) => {
    const channel = visibleChannel(world, params['channel']);
    requirePermissions(world, channel, Permission.readMessageHistory);
    return ok(payload(world, knownMessage(channel, params['message'])));
  }),
  route<MessageBody>(`POST ${MESSAGES}`, sendMessage, {
    check: (body) => checkMessage('MessageCreateRequestSchema', body),
  }),
  route<MessageBody>(
    `PATCH ${MESSAGE}`,
    ({ world, params, body, files }) => {
      const channel = visibleChannel(world, params['channel']);
      const message = knownMessage(channel, params['message']);
      if (message.author.id !== world.bot.id) throw refusal('notYourMessage');
      const after = {
        content: body.content === undefined ? message.content : body.content,
        embeds: body.embeds === undefined ? message.embeds : body.embeds,
        components: body.components === undefined ? message.components : body.components,
      };
      const fileCount = keptAttachments(message, body).length + files.length;
      if (isEmptyMessage(after, fileCount)) throw refusal('emptyMessage');
      return ok(payload(world, editMessage(world, message, body, files)));
    },
    { check: (body) => checkMessage('MessageEditRequestPartialSchema', body) },
  ),
  route(`DELETE ${MESSAGE}`, ({ world, params }) => {
    const channel = visibleChannel(world, params['channel']);
    const message = knownMessage(channel, params['message']);
    if (message.author.id !== world.bot.id) requirePermissions(world, channel, Permission.manageMessages);
    deleteMessage(world, message);
    return noContent;
  }),
];

function sendMessage({ world, settings, params, body, files }: ApiRequest<MessageBody>) {
  const channel = visibleChannel(world, params['channel']);
  requireSending(world, channel, body, files.length);
  if (isEmptyMessage(body, files.length)) throw refusal('emptyMessage');
  const reference = body.message_reference;
  if (reference) {
    if (!(botPermissions(world, channel) & Permission.readMessageHistory)) throw refusal('cannotReply');
    if (!channel.messages.has(reference.message_id) && reference.fail_if_not_exists !== false) {
      throw invalidForm([
        {
          path: ['message_reference'],
          code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
          message: 'Unknown message',
        },
      ]);
    }
  }
  const repeated = body.enforce_nonce ? sentWithNonce(world, body.nonce, settings.nonceWindowMs) : undefined;
  const message = repeated ?? createMessage(world, { channel, author: world.bot, body, files });
  return ok(payload(world, message));
}

function requireSending(world: World, channel: Channel, body: MessageBody, fileCount: number): void {
  if (channel.type === ChannelType.direct) {
    if (!world.users.get(channel.recipientId ?? '')?.acceptsDirectMessages)
      throw refusal('cannotDirectMessage');
    return;
  }
  if (channel.type === ChannelType.category) throw refusal('wrongChannelType');
  const needed =
    Permission.sendMessages |
    (body.embeds?.length ? Permission.embedLinks : 0n) |
    (fileCount > 0 ? Permission.attachFiles : 0n);
  requirePermissions(world, channel, needed);
}

/** The bot's earlier message with that nonce, in whatever channel: Discord looks by author. */
function sentWithNonce(
  world: World,
  nonce: string | number | null | undefined,
  windowMs: number,
): Message | undefined {
  const sent = world.nonces.get(String(nonce));
  if (!sent || world.clock.now() - sent.createdAt > windowMs) return undefined;
  return world.channels.get(sent.channelId)?.messages.get(sent.id);
}

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 100;

/** A page of messages, newest first (docs: resources/message#get-channel-messages). */
function selectMessages(channel: Channel, query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? DEFAULT_PAGE);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw invalidForm([
      { path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' },
    ]);
  }
  const newestFirst = [...channel.messages.values()].reverse();
  const [before, after, around] = ['before', 'after', 'around'].map((key) => query.get(key));
  if (before) {
    return newestFirst.filter((message) => compareSnowflakes(message.id, before) < 0).slice(0, limit);
  }
  if (after) {
    const newer = newestFirst.filter((message) => compareSnowflakes(message.id, after) > 0);
    return newer.slice(Math.max(0, newer.length - limit));
  }
  if (around) {
    const middle = newestFirst.findIndex((message) => compareSnowflakes(message.id, around) <= 0);
    return newestFirst.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit);
  }
  return newestFirst.slice(0, limit);
}

function payload(world: World, message: Message) {
  return messagePayload(world, message, { readable: mayRead(world, message) });
}
