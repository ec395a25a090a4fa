import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';

const registeredSchema = z.array(z.looseObject({ name: z.string(), type: z.number().optional() }));

/**
 * Registers the commands globally, or for one server, unless Discord has exactly these already: creations
 * are limited to 200 a day.
 * @returns whether anything was sent.
 * @throws DiscordAPIError when Discord refuses.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  guildId?: string,
): Promise<'registered' | 'unchanged'> {
  const path =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  // Contexts and integration types exist for global commands only.
  const kept = guildId === undefined ? KEPT : KEPT.filter((key) => !GLOBAL_ONLY.includes(key));
  const body =
    guildId === undefined
      ? wanted
      : wanted.map(({ contexts: _, integration_types: __, ...command }) => command);
  const registered = registeredSchema.parse(await rest.get(path));
  if (fingerprint(registered, kept) === fingerprint(body, kept)) return 'unchanged';
  await rest.put(path, { body });
  return 'registered';
}

/** The commands as one text in which order of commands and keys, and defaults, make no difference. */
function fingerprint(commands: readonly object[], kept: readonly string[]): string {
  return commands
    .map((command) => JSON.stringify(canonical({ type: 1, ...command }, kept)))
    .sort()
    .join('\n');
}

/** What a command is to its users; ids, versions and the like differ between what is sent and what is stored. */
const KEPT = [
  'type',
  'name',
  'description',
  'options',
  'default_member_permissions',
  'integration_types',
  'contexts',
  'nsfw',
];

const GLOBAL_ONLY: readonly string[] = ['integration_types', 'contexts'];

function canonical(value: unknown, kept?: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return items.every((item) => typeof item === 'number') ? items.sort((a, b) => a - b) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, item]) => (kept === undefined || kept.includes(key)) && !isDefault(key, item))
    .map(([key, item]): [string, unknown] => [key, canonical(item)]);
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

function isDefault(key: string, value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (key === 'description') return value === '';
  if (key.endsWith('_localizations') || key.endsWith('_localized')) return true;
  return Array.isArray(value) && value.length === 0;
}
