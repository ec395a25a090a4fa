import { parseArgs } from 'node:util';
import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { registrations } from '../../commands/index.ts';
import { ConfigError, loadConfig } from '../config.ts';
import { registerCommands } from '../discord/registration.ts';

const USAGE = `usage: npm run deploy -- [--guild ID] [--clear]

Registers the commands with Discord where they differ from what it has.
  --guild ID  for one server, where they show at once; without it, everywhere
  --clear     takes them away again, so that a server does not list them twice
`;

/** Registers the commands, globally or for one server. @returns the exit status. */
export async function deploy(argv: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { guild: { type: 'string' }, clear: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    if (values.guild !== undefined && !/^\d{15,20}$/.test(values.guild)) {
      throw new ConfigError(`--guild: "${values.guild}" is not the id of a server (15 to 20 digits)`);
    }
    await register(values.guild, values.clear ? [] : registrations());
    return 0;
  } catch (err) {
    process.stderr.write(`${explained(err)}\n`);
    return 1;
  }
}

async function register(guild: string | undefined, wanted: ReturnType<typeof registrations>): Promise<void> {
  const { discordToken, discordApi } = loadConfig();
  if (discordToken === undefined)
    throw new ConfigError('DISCORD_TOKEN: not set, so there is no bot to register for');
  const rest = new REST(discordApi === undefined ? {} : { api: discordApi }).setToken(discordToken);
  const application = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
  const result = await registerCommands(rest, application.id, wanted, guild);
  const where = guild === undefined ? 'everywhere' : `in server ${guild}`;
  const done = result === 'unchanged' ? 'were up to date' : 'are registered';
  process.stdout.write(`${wanted.length} commands ${done} ${where}.\n`);
}

/** Discord's codes for a server that is unknown to the bot, or closed to it. */
const NOT_IN_SERVER: readonly number[] = [RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess];

function explained(err: unknown): string {
  if (err instanceof DiscordAPIError && err.status === 401)
    return 'DISCORD_TOKEN: Discord refused this token';
  if (err instanceof DiscordAPIError && NOT_IN_SERVER.includes(Number(err.code))) {
    return '--guild: the bot is not in that server; invite it first (with the scope applications.commands)';
  }
  return err instanceof Error ? err.message : String(err);
}
