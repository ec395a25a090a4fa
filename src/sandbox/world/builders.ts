import { type Channel, ChannelType, type Guild, type Member, type Role, type User } from './model.ts';
import { EVERYONE_PERMISSIONS } from './permissions.ts';
import { channelsOf, type World } from './world.ts';

export interface GuildOptions {
  readonly name?: string;
  /** False for a server where people use the bot as their own app and it is no member. */
  readonly withBot?: boolean;
  /** What the bot's own role adds to what everyone may. */
  readonly botPermissions?: bigint;
}

export interface ChannelOptions {
  readonly name: string;
  readonly type?: ChannelType;
  readonly topic?: string;
}

export interface RoleOptions {
  readonly name: string;
  readonly permissions?: bigint;
  readonly mentionable?: boolean;
  readonly managed?: boolean;
}

export interface MemberOptions {
  readonly name: string;
  readonly nick?: string;
  readonly roles?: readonly Role[];
  readonly acceptsDirectMessages?: boolean;
}

/** A server with its everyone role, an owner nobody plays, and the bot as member. No channels yet. */
export function addGuild(world: World, options: GuildOptions = {}): Guild {
  const id = world.nextGuildId();
  const owner = addUser(world, { name: 'owner' });
  const everyone: Role = {
    id,
    name: '@everyone',
    position: 0,
    color: 0,
    mentionable: false,
    managed: false,
    permissions: EVERYONE_PERMISSIONS,
  };
  const guild: Guild = {
    id,
    name: options.name ?? 'Investor relations',
    ownerId: owner.id,
    roles: new Map([[id, everyone]]),
    members: new Map(),
    scheduledEvents: new Map(),
    commands: new Map(),
  };
  join(world, guild, owner, []);
  if (options.withBot !== false) {
    const role = makeRole(world, guild, {
      name: world.applicationName,
      permissions: options.botPermissions ?? 0n,
      managed: true,
    });
    join(world, guild, world.bot, [role]);
  }
  world.guilds.set(id, guild);
  world.events.emit('guild', { change: 'created', guild });
  return guild;
}

/** Takes the bot (and everyone else) out of the server: the bot is told that it is gone. */
export function removeGuild(world: World, guild: Guild): void {
  world.guilds.delete(guild.id);
  for (const channel of channelsOf(world, guild)) world.channels.delete(channel.id);
  world.events.emit('guild', { change: 'deleted', guild });
}

export function addChannel(world: World, guild: Guild, options: ChannelOptions): Channel {
  const channel: Channel = {
    id: world.nextId(),
    type: options.type ?? ChannelType.text,
    guildId: guild.id,
    name: options.name,
    topic: options.topic ?? null,
    position: channelsOf(world, guild).length,
    overwrites: [],
    messages: new Map(),
  };
  world.channels.set(channel.id, channel);
  world.events.emit('channel', { change: 'created', channel });
  return channel;
}

export function removeChannel(world: World, channel: Channel): void {
  world.channels.delete(channel.id);
  world.events.emit('channel', { change: 'deleted', channel });
}

export function addRole(world: World, guild: Guild, options: RoleOptions): Role {
  const role = makeRole(world, guild, options);
  world.events.emit('role', { change: 'created', guild, role });
  return role;
}

export function removeRole(world: World, guild: Guild, role: Role): void {
  guild.roles.delete(role.id);
  for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== role.id);
  world.events.emit('role', { change: 'deleted', guild, role });
}

/** A person in the server, to act as in a test. */
export function addMember(world: World, guild: Guild, options: MemberOptions): User {
  const user = addUser(world, options);
  const member = join(world, guild, user, options.roles ?? [], options.nick);
  world.events.emit('member', { change: 'created', guild, member, user });
  return user;
}

/** The member leaves; the bot leaves by `removeGuild`. */
export function removeMember(world: World, guild: Guild, user: User): void {
  const member = guild.members.get(user.id);
  if (!member) return;
  guild.members.delete(user.id);
  world.events.emit('member', { change: 'deleted', guild, member, user });
}

/** A person who is in no server with the bot. */
export function addUser(world: World, options: MemberOptions): User {
  const user: User = {
    id: world.nextId(),
    username: options.name.toLowerCase().replaceAll(' ', '.'),
    globalName: options.name,
    bot: false,
    acceptsDirectMessages: options.acceptsDirectMessages ?? true,
  };
  world.users.set(user.id, user);
  return user;
}

/** Sets the roles of a member to exactly these. */
export function setRoles(world: World, guild: Guild, user: User, roles: readonly Role[]): void {
  const member = guild.members.get(user.id);
  if (!member) throw new Error(`${user.username} is not a member of ${guild.name}`);
  member.roles = roles.map((role) => role.id);
  world.events.emit('member', { change: 'edited', guild, member, user });
}

/** Sets what a role (or a member, the bot for one) may and may not do in a channel; both absent clears it. */
export function setPermissions(
  world: World,
  channel: Channel,
  subject: Role | User,
  permissions: { readonly allow?: bigint; readonly deny?: bigint },
): void {
  const others = channel.overwrites.filter((overwrite) => overwrite.id !== subject.id);
  const type = 'username' in subject ? 'member' : 'role';
  const { allow = 0n, deny = 0n } = permissions;
  channel.overwrites = allow | deny ? [...others, { id: subject.id, type, allow, deny }] : others;
  world.events.emit('channel', { change: 'edited', channel });
}

/** Sets what a role may do in the whole server. */
export function setRolePermissions(world: World, guild: Guild, role: Role, permissions: bigint): void {
  role.permissions = permissions;
  world.events.emit('role', { change: 'edited', guild, role });
}

function makeRole(world: World, guild: Guild, options: RoleOptions): Role {
  const role: Role = {
    id: world.nextId(),
    name: options.name,
    position: guild.roles.size,
    color: 0,
    mentionable: options.mentionable ?? false,
    managed: options.managed ?? false,
    permissions: options.permissions ?? 0n,
  };
  guild.roles.set(role.id, role);
  return role;
}

function join(world: World, guild: Guild, user: User, roles: readonly Role[], nick?: string): Member {
  const member: Member = {
    userId: user.id,
    nick: nick ?? null,
    roles: roles.map((role) => role.id),
    joinedAt: world.clock.now(),
  };
  guild.members.set(user.id, member);
  return member;
}
