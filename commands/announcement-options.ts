import {
  type APIApplicationCommandChannelOption,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord.js';
import { LIMITS } from '../src/present/limits.ts';
import { ANNOUNCED_KINDS } from './desk.ts';

/** Channels in which can be announced. */
export const CHANNEL_TYPES = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

const channelOption = (description: string, required: boolean): APIApplicationCommandChannelOption => ({
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  description,
  required,
  channel_types: [...CHANNEL_TYPES],
});
const issuerOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  name: 'issuer',
  description: 'One company, by ticker or name; without it, all of them',
  autocomplete: true,
  max_length: LIMITS.choiceName,
};
const releaseOption = (description: string): APIApplicationCommandStringOption => ({
  type: ApplicationCommandOptionType.String,
  name: 'release',
  description,
  autocomplete: true,
  max_length: LIMITS.choiceName,
});
const subcommand = ApplicationCommandOptionType.Subcommand;

/** The subcommands of `/announcements`. */
export const SUBCOMMAND_OPTIONS: APIApplicationCommandSubcommandOption[] = [
  {
    type: subcommand,
    name: 'subscribe',
    description: 'Announce in a channel, or change what is announced there',
    options: [
      channelOption('Where to announce', true),
      issuerOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'kinds',
        description: 'What to announce: release, correction, event; without it, all three',
        autocomplete: true,
        max_length: LIMITS.choiceName,
      },
      {
        type: ApplicationCommandOptionType.Role,
        name: 'ping-role',
        description: 'A role to ping with each announcement; without it nobody is pinged',
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'scheduled-events',
        description: 'Also make scheduled events in this server for sessions and calls',
      },
    ],
  },
  {
    type: subcommand,
    name: 'unsubscribe',
    description: 'Announce no more in a channel',
    options: [channelOption('Where to announce no more', true), issuerOption],
  },
  { type: subcommand, name: 'list', description: 'What is announced where in this server' },
  {
    type: subcommand,
    name: 'preview',
    description: 'See exactly what would be posted, without posting it',
    options: [
      releaseOption('A release; without it the newest'),
      {
        type: ApplicationCommandOptionType.String,
        name: 'kind',
        description: 'The kind of announcement; without it, of a release',
        choices: ANNOUNCED_KINDS.map((kind) => ({ name: kind, value: kind })),
      },
    ],
  },
  {
    type: subcommand,
    name: 'test',
    description: 'Check the permissions in a channel and post a test there',
    options: [channelOption('Where to test; without it, here', false)],
  },
  {
    type: subcommand,
    name: 'status',
    description: 'What was announced, to which channel, when, and what failed and why',
    options: [
      releaseOption('A release; without it all, newest first'),
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'page',
        description: 'Page of the ledger',
        min_value: 1,
      },
    ],
  },
  {
    type: subcommand,
    name: 'resend',
    description: 'Try again what failed; what is there already is not posted twice',
    options: [releaseOption('A release; without it all'), channelOption('A channel; without it all', false)],
  },
];
