import { reply } from '../../interactions/callback.ts';
import { type Interaction, originalMessage } from '../../interactions/interactions.ts';
import { checkMessage, isEmptyMessage, type MessageBody } from '../../rules/messages.ts';
import { messagePayload } from '../../world/message-payloads.ts';
import {
  deleteMessage,
  editMessage,
  fillMessage,
  findMessage,
  keptAttachments,
} from '../../world/messages.ts';
import type { Message } from '../../world/model.ts';
import { refusal } from '../refusal.ts';
import { type ApiRequest, noContent, ok, type Route, route } from '../route.ts';

const open = { authenticated: false, limited: false } as const;
const MESSAGE = '/webhooks/:application/:token/messages/:message';

/** Follow-ups, and edits of what an interaction was answered with, for fifteen minutes. */
export const webhookRoutes: readonly Route[] = [
  route<MessageBody>(
    'POST /webhooks/:application/:token',
    (request) => {
      const interaction = webhookInteraction(request);
      const { world, body, files } = request;
      // Until the bot has answered, the interaction has no webhook.
      if (interaction.acknowledged === null) throw refusal('unknownWebhook');
      if (isEmptyMessage(body, files.length)) throw refusal('emptyMessage');
      const original = originalMessage(world, interaction);
      // The first follow-up takes the place of a "thinking…" that is still there, as on Discord.
      const message = original?.loading
        ? fillMessage(world, original, body, files)
        : reply(world, interaction, body, files, false);
      if (message.id !== interaction.originalId) interaction.followUpIds.push(message.id);
      interaction.onChange();
      return ok(messagePayload(world, message, { readable: true }));
    },
    { ...open, check: (body) => checkMessage('IncomingWebhookRequestPartialSchema', body) },
  ),
  route(
    `GET ${MESSAGE}`,
    (request) => ok(messagePayload(request.world, webhookMessage(request).message, { readable: true })),
    open,
  ),
  route<MessageBody>(
    `PATCH ${MESSAGE}`,
    (request) => {
      const { world, body, files } = request;
      const { interaction, message } = webhookMessage(request);
      const kept = message.loading ? [] : keptAttachments(message, body);
      if (isEmptyMessage(merge(message, body), files.length + kept.length)) throw refusal('emptyMessage');
      const changed = message.loading
        ? fillMessage(world, message, body, files)
        : editMessage(world, message, body, files);
      if (message.id === interaction.originalId) interaction.edited = true;
      interaction.onChange();
      return ok(messagePayload(world, changed, { readable: true }));
    },
    { ...open, check: (body) => checkMessage('IncomingWebhookUpdateRequestPartialSchema', body) },
  ),
  route(
    `DELETE ${MESSAGE}`,
    (request) => {
      const { interaction, message } = webhookMessage(request);
      deleteMessage(request.world, message);
      interaction.onChange();
      return noContent;
    },
    open,
  ),
];

/** What the message would be after the edit, without its files. */
function merge(message: Message, body: MessageBody): MessageBody {
  return {
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components: body.components === undefined ? message.components : body.components,
  };
}

function webhookInteraction({ world, interactions, params }: ApiRequest<unknown>): Interaction {
  if (params['application'] !== world.bot.id) throw refusal('unknownWebhook');
  const interaction = interactions.byToken(params['token'] ?? '');
  if (interaction === 'unknown') throw refusal('unknownWebhook');
  if (interaction === 'expired') throw refusal('invalidWebhookToken');
  return interaction;
}

function webhookMessage(request: ApiRequest<unknown>): { interaction: Interaction; message: Message } {
  const interaction = webhookInteraction(request);
  const id = request.params['message'] ?? '';
  const own = [interaction.originalId, ...interaction.followUpIds];
  const wanted = id === '@original' ? interaction.originalId : id;
  if (wanted === null || !own.includes(wanted)) {
    throw refusal(interaction.acknowledged === null ? 'unknownWebhook' : 'unknownMessage');
  }
  const message = findMessage(request.world, interaction.channelId, wanted);
  if (!message) throw refusal('unknownMessage');
  return { interaction, message };
}
