import { MessageFlag } from '../../rules/limits.ts';
import { messagePayload } from '../../world/message-payloads.ts';
import { replaceMessage } from '../../world/messages.ts';
import { ChannelType } from '../../world/model.ts';
import { channelPayload } from '../../world/payloads.ts';
import { Permission } from '../../world/permissions.ts';
import { knownMessage, requirePermissions, visibleChannel } from '../access.ts';
import { refusal } from '../refusal.ts';
import { noContent, ok, type Route, route } from '../route.ts';

/** Channels themselves, typing, and publishing to followers. */
export const channelRoutes: readonly Route[] = [
  route('GET /channels/:channel', ({ world, params }) =>
    ok(channelPayload(world, visibleChannel(world, params['channel']))),
  ),
  route('POST /channels/:channel/typing', ({ world, params }) => {
    const channel = visibleChannel(world, params['channel']);
    requirePermissions(world, channel, Permission.sendMessages);
    world.events.emit('typing', { channel, user: world.bot });
    return noContent;
  }),
  route('POST /channels/:channel/messages/:message/crosspost', ({ world, params }) => {
    const channel = visibleChannel(world, params['channel']);
    if (channel.type !== ChannelType.announcement) throw refusal('wrongChannelType');
    const message = knownMessage(channel, params['message']);
    const own = message.author.id === world.bot.id;
    requirePermissions(world, channel, own ? Permission.sendMessages : Permission.manageMessages);
    if (message.crossposted) throw refusal('alreadyCrossposted');
    const published = replaceMessage(world, message, {
      crossposted: true,
      flags: message.flags | MessageFlag.crossposted,
    });
    return ok(messagePayload(world, published, { readable: true }));
  }),
];
