import { invalidForm, refusal } from '../rest/refusal.ts';
import { Limit } from '../rules/limits.ts';
import type { ApplicationCommand, CommandOption } from './model.ts';
import type { World } from './world.ts';

/** A command as a request brings it, after its check. */
export interface CommandBody {
  readonly name: string;
  readonly type?: number | null;
  readonly description?: string | null;
  readonly options?: readonly CommandOption[] | null;
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly nsfw?: boolean | null;
}

const SLASH = 1;

/** Adds a command, or replaces the one of the same name and type. */
export function saveCommand(
  world: World,
  list: Map<string, ApplicationCommand>,
  body: Partial<CommandBody>,
  guildId: string | undefined,
  old?: ApplicationCommand,
): { command: ApplicationCommand; isNew: boolean } {
  const type = body.type ?? old?.type ?? SLASH;
  const name = body.name ?? old?.name ?? '';
  const previous = old ?? find(list, name, type);
  const command = build(world, { ...body, name, type }, guildId, previous);
  const others = [...list.values()].filter((other) => other.type === type && other.id !== command.id);
  if (others.length >= (type === SLASH ? Limit.slashCommands : Limit.menuCommands)) {
    throw refusal('tooManyCommands');
  }
  if (others.some((other) => other.name === name)) throw duplicateName([]);
  list.set(command.id, command);
  world.events.emit('commands', guildId === undefined ? {} : { guildId });
  return { command, isNew: previous === undefined };
}

/** Makes the list exactly these; commands that stay keep their ids. */
export function putCommands(
  world: World,
  list: Map<string, ApplicationCommand>,
  bodies: readonly CommandBody[],
  guildId: string | undefined,
): ApplicationCommand[] {
  const commands = bodies.map((body) =>
    build(world, body, guildId, find(list, body.name, body.type ?? SLASH)),
  );
  commands.forEach((command, index) => {
    const first = commands.findIndex((other) => other.name === command.name && other.type === command.type);
    if (first !== index) throw duplicateName([index]);
  });
  const slash = commands.filter((command) => command.type === SLASH).length;
  if (slash > Limit.slashCommands) throw refusal('tooManyCommands');
  list.clear();
  for (const command of commands) list.set(command.id, command);
  world.events.emit('commands', guildId === undefined ? {} : { guildId });
  return commands;
}

function build(
  world: World,
  body: Partial<CommandBody>,
  guildId: string | undefined,
  previous: ApplicationCommand | undefined,
): ApplicationCommand {
  const permissions = body.default_member_permissions;
  // Contexts and integration types hold for global commands only (docs: application-commands).
  const global = guildId === undefined;
  const contexts = body.contexts ?? (body.dm_permission === false ? [0] : (previous?.contexts ?? null));
  return {
    id: previous?.id ?? world.nextId(),
    version: world.nextId(),
    ...(global ? {} : { guildId }),
    type: body.type ?? previous?.type ?? SLASH,
    name: body.name ?? previous?.name ?? '',
    description: body.description ?? previous?.description ?? '',
    options: (body.options ?? previous?.options ?? []).map(withoutEmptyKeys),
    defaultMemberPermissions:
      permissions === undefined ? (previous?.defaultMemberPermissions ?? null) : asText(permissions),
    contexts: global ? contexts : null,
    integrationTypes: global ? (body.integration_types ?? previous?.integrationTypes ?? [0]) : [0],
    nameLocalizations: body.name_localizations ?? null,
    descriptionLocalizations: body.description_localizations ?? null,
    nsfw: body.nsfw ?? false,
  };
}

function asText(permissions: string | number | null): string | null {
  return permissions === null ? null : String(permissions);
}

/** Discord gives back only what is set: `required: false` and empty lists are left out. */
function withoutEmptyKeys(option: CommandOption): CommandOption {
  const entries = Object.entries(option).filter(([key, value]) => {
    if (value === undefined || value === null) return false;
    if (key === 'required' || key === 'autocomplete') return value !== false;
    return !(Array.isArray(value) && value.length === 0);
  });
  const kept = Object.fromEntries(entries) as unknown as CommandOption;
  return kept.options ? { ...kept, options: kept.options.map(withoutEmptyKeys) } : kept;
}

function find(
  list: Map<string, ApplicationCommand>,
  name: string,
  type: number,
): ApplicationCommand | undefined {
  return [...list.values()].find((command) => command.name === name && command.type === type);
}

function duplicateName(path: readonly number[]) {
  return invalidForm([
    {
      path: [...path, 'name'],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    },
  ]);
}
