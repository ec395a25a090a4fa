import type { AllowedMentions } from '../rules/messages.ts';
import type { Channel, Pinged, User } from './model.ts';
import { channelPermissions, Permission } from './permissions.ts';
import { guildOf, type World } from './world.ts';

export const NOBODY: Pinged = { users: [], roles: [], everyone: false };

const MAXIMUM_LISTED = 100;

/**
 * Who a new message notifies: what the content mentions, as far as `allowed_mentions` and the author's
 * permissions let it (docs: resources/message#allowed-mentions-object).
 * @param repliedTo author of the message that is answered, if one is
 */
export function resolvePings(
  world: World,
  message: { readonly channel: Channel; readonly author: User; readonly content: string },
  allowed: AllowedMentions | null | undefined,
  repliedTo: User | undefined,
): Pinged {
  const { channel, author, content } = message;
  const guild = guildOf(world, channel);
  const mayMentionAll = guild
    ? Boolean(channelPermissions(guild, channel, author.id) & Permission.mentionEveryone)
    : false;
  const permits = (kind: 'users' | 'roles', id: string): boolean =>
    !allowed ||
    Boolean(allowed.parse?.includes(kind)) ||
    Boolean(allowed[kind]?.slice(0, MAXIMUM_LISTED).includes(id));

  const users = new Set<string>();
  for (const id of idsIn(content, /<@!?(\d+)>/g))
    if (world.users.has(id) && permits('users', id)) users.add(id);
  const pingReplied = allowed ? (allowed.replied_user ?? false) : true;
  if (repliedTo && pingReplied && repliedTo.id !== author.id) users.add(repliedTo.id);

  const roles = idsIn(content, /<@&(\d+)>/g).filter((id) => {
    const role = guild?.roles.get(id);
    return role !== undefined && (role.mentionable || mayMentionAll) && permits('roles', id);
  });
  const everyone =
    mayMentionAll &&
    /@(?:everyone|here)\b/.test(content) &&
    (!allowed || Boolean(allowed.parse?.includes('everyone')));
  return { users: [...users], roles: [...new Set(roles)], everyone };
}

/** Whether the message notified anyone at all. */
export function pingsAnyone(pinged: Pinged): boolean {
  return pinged.everyone || pinged.users.length > 0 || pinged.roles.length > 0;
}

function idsIn(content: string, pattern: RegExp): string[] {
  return [...content.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
