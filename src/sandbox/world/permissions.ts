import type { Channel, Guild, Overwrite } from './model.ts';

/** Discord's permission bits that matter here (docs: topics/permissions). */
export const Permission = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  manageEvents: 1n << 33n,
  createEvents: 1n << 44n,
} as const;

/** Every bit that Discord has given a meaning: what an administrator or owner has. */
export const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What everyone in a fresh server may do. */
export const EVERYONE_PERMISSIONS =
  Permission.addReactions |
  Permission.viewChannel |
  Permission.sendMessages |
  Permission.embedLinks |
  Permission.attachFiles |
  Permission.readMessageHistory |
  Permission.useApplicationCommands;

/** What a person and a bot may do towards each other in a direct message. */
export const DIRECT_MESSAGE_PERMISSIONS = EVERYONE_PERMISSIONS | Permission.mentionEveryone;

/** The member's permissions in the server, or 0 for who is not in it. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL_PERMISSIONS;
  const roleIds = [guild.id, ...member.roles];
  const granted = roleIds.reduce((bits, id) => bits | (guild.roles.get(id)?.permissions ?? 0n), 0n);
  return granted & Permission.administrator ? ALL_PERMISSIONS : granted;
}

/** The member's permissions in a channel: everyone's overwrite, then the roles' together, then the member's own. */
export function channelPermissions(guild: Guild, channel: Channel, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL_PERMISSIONS) return base;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const everyone = channel.overwrites.filter((overwrite) => overwrite.id === guild.id);
  const roles = channel.overwrites.filter(
    (overwrite) => overwrite.type === 'role' && member.roles.includes(overwrite.id),
  );
  const own = channel.overwrites.filter(
    (overwrite) => overwrite.type === 'member' && overwrite.id === userId,
  );
  const bits = [everyone, roles, own].reduce(applyOverwrites, base);
  // Without View Channel nothing else in the channel is permitted; without Send Messages, nothing that needs it.
  if (!(bits & Permission.viewChannel)) return 0n;
  const needsSending = Permission.mentionEveryone | Permission.attachFiles | Permission.embedLinks;
  return bits & Permission.sendMessages ? bits : bits & ~needsSending;
}

function applyOverwrites(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
  const allowed = overwrites.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
  return (bits & ~denied) | allowed;
}
