import { refusal } from '../rest/refusal.ts';
import type { UploadedFile } from '../rest/route.ts';
import { Limit, MessageFlag } from '../rules/limits.ts';
import { isEmptyMessage, type MessageBody } from '../rules/messages.ts';
import { messagePayload } from '../world/message-payloads.ts';
import { createMessage, editMessage, findMessage } from '../world/messages.ts';
import type { Choice, InteractionMetadata, Message, Modal } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { CallbackType, type Interaction, InteractionType } from './interactions.ts';

export type CallbackBody =
  | { readonly type: 1 }
  | { readonly type: 4 | 5 | 6 | 7; readonly data?: MessageBody | null }
  | { readonly type: 8; readonly data?: { readonly choices?: readonly Choice[] | null } | null }
  | { readonly type: 9; readonly data: Modal };

/** Which first answers an interaction takes (docs: interactions/receiving-and-responding). */
export function accepts(interaction: Interaction, callback: number): boolean {
  switch (callback) {
    case CallbackType.autocomplete:
      return interaction.type === InteractionType.autocomplete;
    case CallbackType.deferUpdate:
    case CallbackType.update:
      return interaction.sourceMessageId !== undefined;
    case CallbackType.modal:
      return interaction.type === InteractionType.command || interaction.type === InteractionType.component;
    default:
      return interaction.type !== InteractionType.autocomplete;
  }
}

/** Applies the bot's first answer; returns what `with_response=true` answers. */
export function applyCallback(
  world: World,
  interaction: Interaction,
  body: CallbackBody,
  files: readonly UploadedFile[],
) {
  if (interaction.acknowledged !== null) throw refusal('alreadyAcknowledged');
  if (interaction.expired || world.clock.now() - interaction.createdAt > Limit.firstResponseMs) {
    throw refusal('unknownInteraction');
  }
  const message = answer(world, interaction, body, files);
  interaction.acknowledged = body.type;
  interaction.onChange();
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: message.loading,
            response_message_ephemeral: message.visibleTo !== null,
          }
        : {}),
    },
    resource: {
      type: body.type,
      ...(message ? { message: messagePayload(world, message, { readable: true }) } : {}),
    },
  };
}

function answer(
  world: World,
  interaction: Interaction,
  body: CallbackBody,
  files: readonly UploadedFile[],
): Message | undefined {
  switch (body.type) {
    case CallbackType.reply:
    case CallbackType.deferReply: {
      const data = body.data ?? {};
      const loading = body.type === CallbackType.deferReply;
      if (!loading && isEmptyMessage(data, files.length)) throw refusal('emptyMessage');
      const message = reply(world, interaction, data, files, loading);
      interaction.originalId = message.id;
      return message;
    }
    case CallbackType.deferUpdate:
    case CallbackType.update: {
      const source = sourceMessage(world, interaction);
      interaction.originalId = source.id;
      return body.type === CallbackType.update
        ? editMessage(world, source, body.data ?? {}, files)
        : undefined;
    }
    case CallbackType.autocomplete:
      interaction.choices = body.data?.choices ?? [];
      return undefined;
    case CallbackType.modal:
      interaction.modal = body.data;
      return undefined;
    default:
      return undefined;
  }
}

/** A message in answer to an interaction; the ephemeral flag decides who sees it. */
export function reply(
  world: World,
  interaction: Interaction,
  body: MessageBody,
  files: readonly UploadedFile[],
  loading: boolean,
): Message {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refusal('unknownChannel');
  const ephemeral = Boolean((body.flags ?? 0) & MessageFlag.ephemeral);
  const metadata: InteractionMetadata = {
    id: interaction.id,
    type: interaction.type,
    userId: interaction.userId,
    ...(interaction.commandName === undefined ? {} : { name: interaction.commandName }),
  };
  return createMessage(world, {
    channel,
    author: world.bot,
    body,
    files,
    loading,
    visibleTo: ephemeral ? interaction.userId : null,
    interaction: metadata,
    ...(interaction.commandType === undefined
      ? {}
      : { type: interaction.commandType === SLASH ? SLASH_MESSAGE : MENU_MESSAGE }),
  });
}

const SLASH = 1;
/** Types of messages that answer commands (docs: resources/message#message-object-message-types). */
const SLASH_MESSAGE = 20;
const MENU_MESSAGE = 23;

function sourceMessage(world: World, interaction: Interaction): Message {
  const message = findMessage(world, interaction.channelId, interaction.sourceMessageId ?? '');
  if (!message) throw refusal('unknownMessage');
  return message;
}
