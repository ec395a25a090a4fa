import { type Attachment, ChannelType, type Component, type Guild, type Message } from './model.ts';
import { type Json, partialMemberPayload, userPayload } from './payloads.ts';
import { guildOf, type World } from './world.ts';

export interface MessageView {
  /** False where the bot may not read what people write: content, embeds, attachments, components are blank. */
  readonly readable: boolean;
  /** Gateway events carry the server and the author's membership. */
  readonly forGateway?: boolean;
}

/** A message as REST and gateway give it. */
export function messagePayload(world: World, message: Message, view: MessageView): Json {
  const channel = world.channels.get(message.channelId);
  const guild = channel && guildOf(world, channel);
  const member = guild?.members.get(message.author.id);
  const referenced = message.replyTo === null ? undefined : channel?.messages.get(message.replyTo);
  const mentioned = message.pinged.users.flatMap((id) => world.users.get(id) ?? []);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: userPayload(message.author),
    content: view.readable ? message.content : '',
    embeds: view.readable ? message.embeds : [],
    components: view.readable ? numberComponents(message.components) : [],
    attachments: view.readable ? message.attachments.map(attachmentPayload) : [],
    mentions: mentioned.map(userPayload),
    mention_roles: message.pinged.roles,
    mention_everyone: message.pinged.everyone,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    flags: message.flags,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.replyTo === null || message.interaction
      ? {}
      : {
          message_reference: { type: 0, ...place(message.channelId, guild), message_id: message.replyTo },
          referenced_message: referenced
            ? messagePayload(
                world,
                { ...referenced, replyTo: null },
                { readable: mayRead(world, referenced) },
              )
            : null,
        }),
    ...(message.interaction ? interactionKeys(world, message) : {}),
    // Not documented, but Discord sends it, and discord.js knows a new direct message by it.
    ...(view.forGateway && channel ? { channel_type: channel.type } : {}),
    ...(view.forGateway && guild ? { guild_id: guild.id } : {}),
    ...(view.forGateway && member ? { member: partialMemberPayload(member) } : {}),
  };
}

/**
 * Whether the bot may read a message's content without the privileged intent: its own, a direct message,
 * or one that mentions it (docs: gateway#message-content-intent).
 */
export function mayRead(world: World, message: Message): boolean {
  return (
    world.messageContentIntent ||
    message.author.id === world.bot.id ||
    message.pinged.users.includes(world.bot.id) ||
    world.channels.get(message.channelId)?.type === ChannelType.direct
  );
}

export function attachmentPayload(attachment: Attachment): Json {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
  };
}

function place(channelId: string, guild: Guild | undefined): Json {
  return { channel_id: channelId, ...(guild ? { guild_id: guild.id } : {}) };
}

function interactionKeys(world: World, message: Message): Json {
  const interaction = message.interaction;
  if (!interaction) return {};
  const user = world.users.get(interaction.userId);
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user: user ? userPayload(user) : null,
    authorizing_integration_owners: {},
  };
  return {
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    interaction_metadata: metadata,
    ...(interaction.name === undefined
      ? {}
      : {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            name: interaction.name,
            user: metadata.user,
          },
        }),
  };
}

const SELECTS = [3, 5, 6, 7, 8];

/** Discord gives every component a number within its message, and menus how many values they take. */
function numberComponents(components: readonly Component[]): Json[] {
  let next = 0;
  const number = (component: Component): Json => {
    next += 1;
    return {
      id: next,
      ...(SELECTS.includes(component.type) ? { min_values: 1, max_values: 1 } : {}),
      ...component,
      ...(component.components ? { components: component.components.map(number) } : {}),
      ...(component.accessory ? { accessory: number(component.accessory) } : {}),
    };
  };
  return components.map(number);
}
