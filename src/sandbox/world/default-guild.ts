import { addChannel, addGuild, addMember, addRole, setPermissions } from './builders.ts';
import { type Channel, ChannelType, type Guild, type Role, type User } from './model.ts';
import { Permission } from './permissions.ts';
import type { World } from './world.ts';

/** The server of a fresh sandbox: a channel for questions, one for announcements, three people. */
export interface DefaultGuild {
  readonly guild: Guild;
  /** `#investor-questions`, where everyone writes. */
  readonly questions: Channel;
  /** `#announcements`, an announcement channel where of all members only the bot writes. */
  readonly announcements: Channel;
  readonly roles: { readonly moderator: Role; readonly officer: Role };
  /** No roles. */
  readonly investor: User;
  /** May manage the server, its messages and its events. */
  readonly moderator: User;
  /** An administrator. */
  readonly officer: User;
}

export function addDefaultGuild(world: World): DefaultGuild {
  const guild = addGuild(world);
  const moderator = addRole(world, guild, {
    name: 'Moderator',
    permissions: Permission.manageGuild | Permission.manageMessages | Permission.manageEvents,
  });
  const officer = addRole(world, guild, {
    name: 'Investor Relations',
    permissions: Permission.administrator,
  });
  const questions = addChannel(world, guild, {
    name: 'investor-questions',
    topic: 'Ask Footnote what the releases say.',
  });
  const announcements = addChannel(world, guild, {
    name: 'announcements',
    type: ChannelType.announcement,
    topic: 'New releases and coming events.',
  });
  const everyone = guild.roles.get(guild.id);
  if (everyone) setPermissions(world, announcements, everyone, { deny: Permission.sendMessages });
  setPermissions(world, announcements, world.bot, {
    allow: Permission.sendMessages | Permission.embedLinks | Permission.attachFiles,
  });
  return {
    guild,
    questions,
    announcements,
    roles: { moderator, officer },
    investor: addMember(world, guild, { name: 'Investor' }),
    moderator: addMember(world, guild, { name: 'Moderator', roles: [moderator] }),
    officer: addMember(world, guild, { name: 'Officer', roles: [officer] }),
  };
}
