import type { UploadedFile } from '../rest/route.ts';
import { isEmptyEmbed } from '../rules/embeds.ts';
import { MessageFlag } from '../rules/limits.ts';
import type { MessageBody } from '../rules/messages.ts';
import { NOBODY, resolvePings } from './mentions.ts';
import type { Attachment, Channel, Embed, InteractionMetadata, Message, User } from './model.ts';
import type { World } from './world.ts';

const TYPE_DEFAULT = 0;
const TYPE_REPLY = 19;

export interface NewMessage {
  readonly channel: Channel;
  readonly author: User;
  readonly body: MessageBody;
  readonly files?: readonly UploadedFile[];
  readonly visibleTo?: string | null;
  readonly loading?: boolean;
  readonly type?: number;
  readonly interaction?: InteractionMetadata | null;
}

/** Adds a message and announces it. The body is taken as checked. */
export function createMessage(world: World, options: NewMessage): Message {
  const { channel, author, body } = options;
  const replied = channel.messages.get(body.message_reference?.message_id ?? '');
  const content = (body.content ?? '').trim();
  const visibleTo = options.visibleTo ?? null;
  const loading = options.loading ?? false;
  const attachments = storeFiles(world, channel.id, body, options.files ?? []);
  const id = world.nextId();
  const message: Message = {
    id,
    channelId: channel.id,
    author,
    type: options.type ?? (replied ? TYPE_REPLY : TYPE_DEFAULT),
    content,
    embeds: showEmbeds(body.embeds ?? [], attachments),
    components: body.components ?? [],
    attachments,
    flags: messageFlags(body.flags ?? 0, visibleTo !== null, loading),
    createdAt: world.clock.now(),
    editedAt: null,
    visibleTo,
    loading,
    // Nobody but its reader sees an ephemeral message, so it notifies nobody.
    pinged:
      visibleTo === null
        ? resolvePings(world, { channel, author, content }, body.allowed_mentions, replied?.author)
        : NOBODY,
    nonce: body.nonce ?? null,
    replyTo: replied?.id ?? null,
    crossposted: false,
    interaction: options.interaction ?? null,
  };
  store(world, message);
  if (message.nonce !== null && author.bot) world.nonces.set(String(message.nonce), message);
  world.events.emit('message', { change: 'created', message });
  return message;
}

/** Changes what the body names and leaves the rest; editing notifies nobody new. */
export function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): Message {
  const kept = keptAttachments(message, body);
  const attachments = [...kept, ...storeFiles(world, message.channelId, body, files)];
  const flags = body.flags === undefined ? message.flags : (body.flags ?? 0) | (message.flags & KEPT_FLAGS);
  return replaceMessage(world, message, {
    ...(body.content === undefined ? {} : { content: (body.content ?? '').trim() }),
    ...(body.embeds === undefined ? {} : { embeds: showEmbeds(body.embeds ?? [], attachments) }),
    ...(body.components === undefined ? {} : { components: body.components ?? [] }),
    attachments,
    flags,
    editedAt: world.clock.now(),
  });
}

/** Fills in a "thinking…" message with the answer it stood for. */
export function fillMessage(
  world: World,
  message: Message,
  body: MessageBody,
  files: readonly UploadedFile[],
): Message {
  const channel = world.channels.get(message.channelId);
  const content = (body.content ?? '').trim();
  const attachments = storeFiles(world, message.channelId, body, files);
  return replaceMessage(world, message, {
    content,
    embeds: showEmbeds(body.embeds ?? [], attachments),
    components: body.components ?? [],
    attachments,
    loading: false,
    flags: messageFlags(body.flags ?? 0, message.visibleTo !== null, false),
    editedAt: world.clock.now(),
    pinged:
      channel && message.visibleTo === null
        ? resolvePings(world, { channel, author: message.author, content }, body.allowed_mentions, undefined)
        : NOBODY,
  });
}

export function deleteMessage(world: World, message: Message): void {
  world.ephemerals.delete(message.id);
  world.channels.get(message.channelId)?.messages.delete(message.id);
  world.events.emit('message', { change: 'deleted', message });
}

/** Stores a changed copy and announces it. */
export function replaceMessage(world: World, message: Message, changes: Partial<Message>): Message {
  const changed = { ...message, ...changes };
  store(world, changed);
  world.events.emit('message', { change: 'edited', message: changed });
  return changed;
}

/** The message as it is now, ephemeral ones included. */
export function findMessage(world: World, channelId: string, id: string): Message | undefined {
  const ephemeral = world.ephemerals.get(id);
  if (ephemeral?.channelId === channelId) return ephemeral;
  return world.channels.get(channelId)?.messages.get(id);
}

/** Files of an edited message that stay: those listed, or all when nothing is said of them. */
export function keptAttachments(message: Message, body: MessageBody): Attachment[] {
  if (body.attachments === undefined) return [...message.attachments];
  const listed = new Set((body.attachments ?? []).map((attachment) => String(attachment.id)));
  return message.attachments.filter((attachment) => listed.has(attachment.id));
}

/** Flags that an edit cannot change. */
const KEPT_FLAGS =
  MessageFlag.crossposted |
  MessageFlag.ephemeral |
  MessageFlag.suppressNotifications |
  MessageFlag.componentsV2;

function messageFlags(sent: number, ephemeral: boolean, loading: boolean): number {
  const own = MessageFlag.ephemeral | MessageFlag.loading;
  return (sent & ~own) | (ephemeral ? MessageFlag.ephemeral : 0) | (loading ? MessageFlag.loading : 0);
}

function store(world: World, message: Message): void {
  if (message.visibleTo === null) world.channels.get(message.channelId)?.messages.set(message.id, message);
  else world.ephemerals.set(message.id, message);
}

function storeFiles(
  world: World,
  channelId: string,
  body: MessageBody,
  files: readonly UploadedFile[],
): Attachment[] {
  return files.map((file) => {
    const index = /^files\[(\d+)\]$/.exec(file.field)?.[1];
    const described = body.attachments?.find((attachment) => String(attachment.id) === index);
    const id = world.nextId();
    const filename = described?.filename ?? file.name;
    return {
      id,
      filename,
      ...(described?.description ? { description: described.description } : {}),
      contentType: file.contentType,
      size: file.bytes.byteLength,
      url: `${world.attachmentBase}/${channelId}/${id}/${encodeURIComponent(filename)}`,
      bytes: file.bytes,
    };
  });
}

/** Empty embeds are dropped, and `attachment://name` becomes the place where the file is served. */
function showEmbeds(embeds: readonly Embed[], attachments: readonly Attachment[]): Embed[] {
  const place = (url: string | null | undefined) => {
    const name = url?.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
    return attachments.find((attachment) => attachment.filename === name)?.url ?? url;
  };
  return embeds
    .filter((embed) => !isEmptyEmbed(embed))
    .map((embed) => ({
      ...embed,
      type: 'rich',
      ...(embed.image ? { image: { ...embed.image, url: place(embed.image.url) ?? null } } : {}),
      ...(embed.thumbnail
        ? { thumbnail: { ...embed.thumbnail, url: place(embed.thumbnail.url) ?? null } }
        : {}),
    }));
}
