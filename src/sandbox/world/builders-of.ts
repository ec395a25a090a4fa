import {
  addChannel,
  addGuild,
  addMember,
  addRole,
  addUser,
  type ChannelOptions,
  type GuildOptions,
  type MemberOptions,
  type RoleOptions,
  removeChannel,
  removeGuild,
  removeMember,
  removeRole,
  setPermissions,
  setRolePermissions,
  setRoles,
} from './builders.ts';
import type { Channel, Guild, Role, User } from './model.ts';
import type { World } from './world.ts';

/** The builders, for one world. */
export interface Builders {
  addGuild(options?: GuildOptions): Guild;
  removeGuild(guild: Guild): void;
  addChannel(guild: Guild, options: ChannelOptions): Channel;
  removeChannel(channel: Channel): void;
  addRole(guild: Guild, options: RoleOptions): Role;
  removeRole(guild: Guild, role: Role): void;
  addMember(guild: Guild, options: MemberOptions): User;
  removeMember(guild: Guild, user: User): void;
  addUser(options: MemberOptions): User;
  setRoles(guild: Guild, user: User, roles: readonly Role[]): void;
  setPermissions(
    channel: Channel,
    subject: Role | User,
    permissions: { readonly allow?: bigint; readonly deny?: bigint },
  ): void;
  setRolePermissions(guild: Guild, role: Role, permissions: bigint): void;
}

export function createBuilders(world: World): Builders {
  return {
    addGuild: (options) => addGuild(world, options),
    removeGuild: (guild) => removeGuild(world, guild),
    addChannel: (guild, options) => addChannel(world, guild, options),
    removeChannel: (channel) => removeChannel(world, channel),
    addRole: (guild, options) => addRole(world, guild, options),
    removeRole: (guild, role) => removeRole(world, guild, role),
    addMember: (guild, options) => addMember(world, guild, options),
    removeMember: (guild, user) => removeMember(world, guild, user),
    addUser: (options) => addUser(world, options),
    setRoles: (guild, user, roles) => setRoles(world, guild, user, roles),
    setPermissions: (channel, subject, permissions) => setPermissions(world, channel, subject, permissions),
    setRolePermissions: (guild, role, permissions) => setRolePermissions(world, guild, role, permissions),
  };
}
