import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { HelpEntry } from '../src/present/help.ts';
import { abstract } from './abstract.ts';
import { announcements } from './announcements.ts';
import { answerThis } from './answer-this.ts';
import { ask } from './ask.ts';
import type { Command, MessageCommand, SlashCommand } from './command.ts';
import { company } from './company.ts';
import { define } from './define.ts';
import { facility } from './facility.ts';
import { help } from './help.ts';
import { meeting } from './meeting.ts';
import { partners } from './partners.ts';
import { pipeline } from './pipeline.ts';
import { release } from './release.ts';

/** The one list: what is registered with Discord is what is dispatched. */
export const commands: readonly Command[] = [
  ask,
  abstract,
  pipeline,
  facility,
  partners,
  company,
  meeting,
  define,
  release,
  help,
  announcements,
  answerThis,
];

/** The slash command of that name. */
export function slashCommand(name: string): SlashCommand | undefined {
  return commands.find((command): command is SlashCommand => isSlash(command) && command.data.name === name);
}

/** The message command of that name. */
export function messageCommand(name: string): MessageCommand | undefined {
  return commands.find(
    (command): command is MessageCommand => !isSlash(command) && command.data.name === name,
  );
}

/**
 * What Discord is told: every command, for servers and for users, in servers and in direct messages, unless the
 * command itself says where it belongs.
 */
export function registrations(): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return commands.map(({ data }) => ({
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    ...data,
  }));
}

/** The slash commands as `/help` lists them: "/pipeline [program]", "/announcements subscribe|list". */
export function helpEntries(): readonly HelpEntry[] {
  return commands.filter(isSlash).map(({ data }) => {
    const all = data.options ?? [];
    const subcommands = all.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
    const options =
      subcommands.length > 0
        ? [subcommands.map(({ name }) => name).join('|')]
        : all.map(({ name, required }) => (required ? name : `[${name}]`));
    return { usage: [`/${data.name}`, ...options].join(' '), description: data.description };
  });
}

function isSlash(command: Command): command is SlashCommand {
  return command.data.type !== ApplicationCommandType.Message;
}
