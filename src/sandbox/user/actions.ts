import type { Gateway } from '../gateway/gateway.ts';
import { type InteractionDetails, type Interactions, InteractionType } from '../interactions/interactions.ts';
import { flatten } from '../rules/components.ts';
import { Limit } from '../rules/limits.ts';
import { createMessage, findMessage } from '../world/messages.ts';
import type { Channel, Component, Message, User } from '../world/model.ts';
import { type Json, userPayload } from '../world/payloads.ts';
import { channelPermissions, Permission } from '../world/permissions.ts';
import { directChannel, guildOf, type World } from '../world/world.ts';
import { findCommand } from './available.ts';
import { fullMessage, interactionPayload, resolveOptions } from './interaction-payload.ts';
import { modalData } from './modal.ts';
import { fillOptions, findLeaf, nest, type OptionValues } from './options.ts';
import { firstSign, type Seen, watchInteraction } from './seen.ts';

export interface Place {
  /** Where the user does it; the default is the first channel of the default server. */
  readonly channel?: Channel;
}

export interface SayOptions {
  /** Answers this message, notifying its author unless `ping` is false. */
  readonly replyTo?: Message;
  readonly ping?: boolean;
  /** Put before the content as mentions. */
  readonly mentions?: readonly User[];
}

/** What a simulated user can do. Each throws where Discord's client would not let them. */
export interface UserActions {
  /** Uses a slash command; subcommands follow the name after a space. Resolves at the bot's first sign. */
  command(user: User, name: string, options?: OptionValues, place?: Place): Promise<Seen>;
  /** Types in an option that completes itself: `options[focused]` is what stands there so far. */
  autocomplete(
    user: User,
    name: string,
    options: OptionValues,
    focused: string,
    place?: Place,
  ): Promise<Seen>;
  /** Uses a command of the message's or user's menu. */
  contextCommand(user: User, name: string, target: Message | User, place?: Place): Promise<Seen>;
  click(user: User, message: Message, customId: string): Promise<Seen>;
  /** Picks values in a select menu. */
  select(user: User, message: Message, customId: string, values: readonly string[]): Promise<Seen>;
  /** Sends the modal that an interaction opened, with values by custom id. */
  submitModal(user: User, opened: Seen, values: Readonly<Record<string, string>>): Promise<Seen>;
  /** Writes a message in a channel. */
  say(user: User, channel: Channel, content: string, options?: SayOptions): Promise<Message>;
  /** Writes to the bot directly. */
  directMessage(user: User, content: string, options?: Omit<SayOptions, 'mentions'>): Promise<Message>;
}

const SLASH = 1;
const USER_MENU = 2;
const MESSAGE_MENU = 3;
const LINK_STYLE = 5;
const BUTTON = 2;
const STRING_SELECT = 3;

export function createUserActions(
  world: World,
  interactions: Interactions,
  gateway: Gateway,
  defaultChannel: Channel,
): UserActions {
  /** Opens an interaction, tells the bot, and waits for its first sign. */
  function start(
    user: User,
    channel: Channel,
    details: Omit<InteractionDetails, 'userId' | 'channelId'>,
    data: Json,
  ): Promise<Seen> {
    const guild = guildOf(world, channel);
    if (guild && !guild.members.has(user.id)) throw new Error(`${user.username} is not in ${guild.name}`);
    const interaction = interactions.open({ ...details, userId: user.id, channelId: channel.id });
    const seen = watchInteraction(world, interaction);
    gateway.send(
      'INTERACTION_CREATE',
      interactionPayload(world, interaction, user, channel, data),
      channel.guildId,
    );
    return firstSign(world, seen);
  }

  function slash(
    user: User,
    name: string,
    values: OptionValues,
    channel: Channel,
    focused?: string,
  ): Promise<Seen> {
    const [first = '', ...rest] = name.split(' ');
    const command = findCommand(world, user, channel, first, [SLASH]);
    const { options, nesting } = findLeaf(command, rest);
    const filled = fillOptions(options, values, focused);
    const type = focused === undefined ? InteractionType.command : InteractionType.autocomplete;
    return start(
      user,
      channel,
      { type, commandType: SLASH, commandName: [first, ...rest].join(' ') },
      {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
        options: nest(nesting, filled),
        resolved: resolveOptions(world, channel, filled),
      },
    );
  }

  function useComponent(
    user: User,
    message: Message,
    customId: string,
    type: number,
    data: Json,
  ): Promise<Seen> {
    const { channel, current } = present(user, message);
    const component = findComponent(current, customId);
    if (component.type !== type) throw new Error(`"${customId}" cannot be used so`);
    if (component.disabled) throw new Error(`"${customId}" is disabled`);
    return start(
      user,
      channel,
      { type: InteractionType.component, sourceMessageId: current.id },
      { custom_id: customId, component_type: component.type, ...data },
    );
  }

  /** The message as it is now, where this user can see it. */
  function present(user: User, message: Message): { channel: Channel; current: Message } {
    const channel = world.channels.get(message.channelId);
    const current = findMessage(world, message.channelId, message.id);
    if (!channel || !current) throw new Error('The message is gone');
    if (current.visibleTo !== null && current.visibleTo !== user.id) {
      throw new Error(`${user.username} cannot see this message`);
    }
    return { channel, current };
  }

  function write(user: User, channel: Channel, content: string, options: SayOptions): Message {
    const mentions = (options.mentions ?? []).map((mentioned) => `<@${mentioned.id}> `).join('');
    const text = mentions + content;
    if (text.trim() === '') throw new Error('An empty message cannot be sent');
    if (text.length > Limit.content) throw new Error(`A message has at most ${Limit.content} characters`);
    const guild = guildOf(world, channel);
    if (guild && !(channelPermissions(guild, channel, user.id) & Permission.sendMessages)) {
      throw new Error(`${user.username} may not write in #${channel.name}`);
    }
    const ping = options.ping ?? true;
    return createMessage(world, {
      channel,
      author: user,
      body: {
        content: text,
        allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: ping },
        ...(options.replyTo ? { message_reference: { message_id: options.replyTo.id } } : {}),
      },
    });
  }

  return {
    command: async (user, name, options = {}, { channel = defaultChannel } = {}) =>
      slash(user, name, options, channel),
    autocomplete: async (user, name, options, focused, { channel = defaultChannel } = {}) =>
      slash(user, name, options, channel, focused),
    async contextCommand(user, name, target, place = {}) {
      const onMessage = 'content' in target;
      const channel = onMessage ? present(user, target).channel : (place.channel ?? defaultChannel);
      const type = onMessage ? MESSAGE_MENU : USER_MENU;
      const command = findCommand(world, user, channel, name, [type]);
      const resolved = onMessage
        ? { messages: { [target.id]: fullMessage(world, present(user, target).current) } }
        : { users: { [target.id]: userPayload(target) } };
      return start(
        user,
        channel,
        { type: InteractionType.command, commandType: type, commandName: name },
        { id: command.id, name, type, target_id: target.id, resolved },
      );
    },
    click: async (user, message, customId) => useComponent(user, message, customId, BUTTON, {}),
    async select(user, message, customId, values) {
      const component = findComponent(present(user, message).current, customId);
      for (const value of values) {
        if (!component.options?.some((option) => option.value === value)) {
          throw new Error(`"${customId}" has no option "${value}"`);
        }
      }
      if (values.length < (component.min_values ?? 1) || values.length > (component.max_values ?? 1)) {
        throw new Error(`"${customId}" does not take ${values.length} values`);
      }
      return useComponent(user, message, customId, STRING_SELECT, { values });
    },
    async submitModal(user, opened, values) {
      const channel = world.channels.get(opened.channelId);
      if (!channel || !opened.modal || opened.userId !== user.id) {
        throw new Error(`${user.username} has no modal open`);
      }
      const source = interactions.byId(opened.id)?.sourceMessageId;
      return start(
        user,
        channel,
        { type: InteractionType.modalSubmit, ...(source === undefined ? {} : { sourceMessageId: source }) },
        modalData(opened.modal, values),
      );
    },
    say: async (user, channel, content, options = {}) => write(user, channel, content, options),
    directMessage: async (user, content, options = {}) =>
      write(user, directChannel(world, user), content, options),
  };
}

function findComponent(message: Message, customId: string): Component {
  const components = flatten(message.components, []).map(([component]) => component);
  const found = components.find((component) => component.custom_id === customId);
  if (found) return found;
  const links = components.some((component) => component.type === BUTTON && component.style === LINK_STYLE);
  const ids = components.flatMap((component) => component.custom_id ?? []).join(', ') || 'none';
  throw new Error(`The message has no "${customId}"; it has: ${ids}${links ? ', and links' : ''}`);
}
