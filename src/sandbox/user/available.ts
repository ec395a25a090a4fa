import type { ApplicationCommand, Channel, User } from '../world/model.ts';
import { channelPermissions, guildPermissions, Permission } from '../world/permissions.ts';
import { guildOf, type World } from '../world/world.ts';

const GUILD_CONTEXT = 0;
const DIRECT_CONTEXT = 1;
const USER_INSTALL = 1;

/** The commands that a user is offered in a channel, the server's own first. */
export function availableCommands(world: World, user: User, channel: Channel): ApplicationCommand[] {
  const guild = guildOf(world, channel);
  const global = [...world.commands.values()];
  if (!guild) return global.filter((command) => allowsContext(command, DIRECT_CONTEXT));
  const installed = guild.members.has(world.bot.id);
  const permissions = guildPermissions(guild, user.id);
  const inChannel = channelPermissions(guild, channel, user.id);
  if (!(inChannel & Permission.useApplicationCommands)) return [];
  return [...guild.commands.values(), ...global].filter((command) => {
    if (command.guildId === undefined && !allowsContext(command, GUILD_CONTEXT)) return false;
    if (!installed && !command.integrationTypes.includes(USER_INSTALL)) return false;
    const needed = command.defaultMemberPermissions;
    if (needed === null) return true;
    // "0" keeps a command to administrators (docs: application-commands#permissions).
    if (permissions & Permission.administrator) return true;
    return needed !== '0' && (permissions & BigInt(needed)) === BigInt(needed);
  });
}

/**
 * The command of that name.
 * @throws when the user is not offered it
 */
export function findCommand(
  world: World,
  user: User,
  channel: Channel,
  name: string,
  types: readonly number[],
): ApplicationCommand {
  const offered = availableCommands(world, user, channel).filter((command) => types.includes(command.type));
  const found = offered.find((command) => command.name === name);
  if (found) return found;
  const names = offered.map((command) => command.name).join(', ') || 'none';
  throw new Error(`${user.username} is not offered "${name}" in #${channel.name}; offered: ${names}`);
}

function allowsContext(command: ApplicationCommand, context: number): boolean {
  return command.contexts === null || command.contexts.includes(context);
}
