import {
  type BaseMessageOptions,
  type Client,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import { replyToQuestion } from '../../commands/question.ts';
import { helpReply } from '../present/help.ts';
import type { Reply } from '../present/reply.ts';
import { previousOf } from './actions.ts';
import { contextNow, type Services } from './context.ts';
import { faultReply, messagePayload } from './replies.ts';

/** Answers a message that mentions the bot or was sent to it directly; other messages are left alone. Never throws. */
export async function answerMessage(message: Message, services: Services): Promise<void> {
  const me = message.client.user;
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const direct = !message.inGuild();
  if (!direct && !message.mentions.users.has(me.id)) return;
  const log = services.log.child({ channel: message.channelId, guild: message.guildId, message: message.id });
  try {
    const missing = direct ? [] : missingPermissions(message.channel, message.client);
    if (missing.includes('Send Messages') || missing.includes('View Channel')) {
      log.warn({ missing }, 'a mention cannot be answered: permissions are missing in this channel');
      return;
    }
    if (missing.length > 0) {
      log.warn({ missing }, 'a mention is answered in words only: permissions are missing in this channel');
      await send(message, {
        content: `I cannot show quotations in this channel: I lack the permission ${missing.join(' and ')}. Please ask a moderator to allow it, or use \`/ask\`.`,
      });
      return;
    }
    await send(message, messagePayload(await replyTo(message, services)));
  } catch (err) {
    log.error({ err }, 'a message could not be answered');
  }
}

async function replyTo(message: Message, services: Services): Promise<Reply> {
  try {
    const context = contextNow(services);
    const question = withoutMention(message.content, message.client.user.id);
    if (question === '') return helpReply(context.help);
    const repliedTo = await repliedMessage(message);
    const ours = repliedTo?.author.id === message.client.user.id;
    return replyToQuestion(question, context, ours ? previousOf(repliedTo, context.releases) : undefined);
  } catch (err) {
    services.log.error({ err, reference: message.id }, 'a fault while answering a message');
    return faultReply(message.id);
  }
}

async function repliedMessage(message: Message): Promise<Message | undefined> {
  if (message.reference?.messageId === undefined) return undefined;
  // It may have been deleted meanwhile: then the question stands alone.
  return message.fetchReference().catch(() => undefined);
}

/** As a reply where the channel's history may be read, which Discord asks for replies; else as a message. */
async function send(message: Message, payload: BaseMessageOptions): Promise<void> {
  if (!message.channel.isSendable()) return;
  const history = PermissionFlagsBits.ReadMessageHistory;
  const mayReply = !message.inGuild() || allowed(message.channel, message.client, history);
  const reply = { messageReference: message.id, failIfNotExists: false };
  await message.channel.send({
    allowedMentions: { parse: [], repliedUser: false },
    ...payload,
    ...(mayReply ? { reply } : {}),
  });
}

function missingPermissions(channel: GuildTextBasedChannel, client: Client<true>): string[] {
  const sending = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const needed: readonly [string, bigint][] = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    ['Send Messages', sending],
    ['Embed Links', PermissionFlagsBits.EmbedLinks],
    ['Attach Files', PermissionFlagsBits.AttachFiles],
  ];
  return needed.filter(([, flag]) => !allowed(channel, client, flag)).map(([name]) => name);
}

function allowed(channel: GuildTextBasedChannel, client: Client<true>, flag: bigint): boolean {
  return channel.permissionsFor(client.user)?.has(flag) ?? false;
}

/** The words around the bot's own mention. */
function withoutMention(content: string, id: string): string {
  return content.replaceAll(`<@${id}>`, ' ').replaceAll(`<@!${id}>`, ' ').trim();
}
