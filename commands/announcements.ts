import {
  ApplicationIntegrationType,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { issuerKey, newestFirst, oneOfEachIssuer, releasesOf } from '../src/answer/lookups/scope.ts';
import {
  ledgerReply,
  managersReply,
  subscriptionLines,
  subscriptionsReply,
} from '../src/present/announcement-ledger.ts';
import { showUserWords } from '../src/present/escape.ts';
import { refusalReply } from '../src/present/refusal.ts';
import type { Reply } from '../src/present/reply.ts';
import { issuerLine } from '../src/present/source.ts';
import { issuerChoices, KIND_CHOICES, kindsOf, releaseChoices } from './announcement-choices.ts';
import { CHANNEL_TYPES, SUBCOMMAND_OPTIONS } from './announcement-options.ts';
import { missingForAnnouncing, rolePingProblem } from './announcement-permissions.ts';
import type { Context, SlashCommand } from './command.ts';
import type { AnnouncedKind, AnnouncementDesk } from './desk.ts';

export const announcements = {
  data: {
    name: 'announcements',
    description: 'New releases, corrections and coming events in a channel (for who manages the server)',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: SUBCOMMAND_OPTIONS,
  },
  privately: true,
  execute: (interaction, context) => execute(interaction, context),
  autocomplete: (typed, context, option) => {
    if (option === 'kinds') return KIND_CHOICES;
    return option === 'release' ? releaseChoices(typed, context) : issuerChoices(typed, context);
  },
} satisfies SlashCommand;

interface Call {
  readonly interaction: ChatInputCommandInteraction<'cached'>;
  readonly context: Context;
  readonly desk: AnnouncementDesk;
}

async function execute(interaction: ChatInputCommandInteraction, context: Context): Promise<Reply> {
  const { announcements: desk, now } = context;
  if (!interaction.inCachedGuild()) {
    return problem('Only in a server', 'Use this in a server that Footnote is a member of.', now);
  }
  if (!interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) {
    return problem(
      'Not permitted',
      'Announcements are set up by members who may manage the server: you lack the permission Manage Server.',
      now,
    );
  }
  if (desk === undefined) {
    return problem('No announcements', 'This bot runs without its store, so it cannot announce.', now);
  }
  const call = { interaction, context, desk };
  try {
    return await SUBCOMMANDS[interaction.options.getSubcommand() as keyof typeof SUBCOMMANDS](call);
  } catch (err) {
    if (!(err instanceof Error) || err.name !== 'StoreUnavailable') throw err;
    return problem(
      'The store cannot be reached',
      'Nothing has been changed. Questions are answered as usual; please try this again in a few minutes.',
      now,
    );
  }
}

const SUBCOMMANDS = { subscribe, unsubscribe, list, preview, test, status, resend } as const;

async function subscribe({ interaction, context, desk }: Call): Promise<Reply> {
  const { options, guildId, guild, user } = interaction;
  const { now, releases } = context;
  const channel = options.getChannel('channel', true, CHANNEL_TYPES);
  const scheduledEvents = options.getBoolean('scheduled-events') ?? false;
  const missing = missingForAnnouncing(channel, scheduledEvents);
  if (missing !== undefined) return problem('A permission is missing', missing, now);
  const role = options.getRole('ping-role');
  const unpingable = role && rolePingProblem(role, guild, channel);
  if (unpingable) return problem('This role cannot be pinged', unpingable, now);
  const kinds = kindsOf(options.getString('kinds') ?? undefined);
  if (kinds === undefined) {
    return problem(
      'Unknown kind',
      'The kinds are `release`, `correction` and `event`; name one or more.',
      now,
    );
  }
  const named = options.getString('issuer') ?? undefined;
  const ofIssuer = named === undefined ? undefined : releasesOf(named, releases)[0];
  if (named !== undefined && ofIssuer === undefined) return unknownIssuer(named, context);
  const request = {
    guildId,
    channelId: channel.id,
    issuer: ofIssuer === undefined ? '' : issuerKey(ofIssuer),
    issuerName: ofIssuer === undefined ? '' : issuerLine(ofIssuer),
    kinds,
    scheduledEvents,
    pingRoleId: role?.id ?? null,
    userId: user.id,
  };
  const outcome = await desk.subscribe(request);
  const made = (await desk.list(guildId)).find(
    (one) => one.channelId === channel.id && one.issuer === request.issuer,
  );
  const what = request.issuer === '' ? 'all companies' : showUserWords(request.issuerName);
  return managersReply(
    outcome === 'new' ? '✅ Subscribed' : '✅ Subscription changed',
    [
      `Of ${what}, in ${made ? subscriptionLines(made) : `<#${channel.id}>`}`,
      'What is published from now on is announced; what is there already is not.',
      'See it beforehand with `/announcements preview`, and check the channel with `/announcements test`.',
    ].join('\n'),
  );
}

async function unsubscribe({ interaction, context, desk }: Call): Promise<Reply> {
  const channel = interaction.options.getChannel('channel', true, CHANNEL_TYPES);
  const named = interaction.options.getString('issuer') ?? undefined;
  const known = named === undefined ? undefined : releasesOf(named, context.releases)[0];
  const issuer = known === undefined ? named : issuerKey(known);
  const ended = await desk.unsubscribe(interaction.guildId, channel.id, issuer);
  if (ended.length === 0) {
    return problem(
      'No such subscription',
      `Nothing${named === undefined ? '' : ` of ${showUserWords(named)}`} was announced in <#${channel.id}>. \`/announcements list\` shows what is announced where.`,
      context.now,
    );
  }
  return managersReply(
    '✅ Unsubscribed',
    `Nothing more is announced in <#${channel.id}>${named === undefined ? '' : ` of ${showUserWords(named)}`}.`,
  );
}

async function list({ interaction, desk }: Call): Promise<Reply> {
  return subscriptionsReply(await desk.list(interaction.guildId));
}

async function preview({ interaction, context, desk }: Call): Promise<Reply> {
  const { releases, now } = context;
  const named = interaction.options.getString('release') ?? undefined;
  const kind = (interaction.options.getString('kind') ?? 'release') as AnnouncedKind;
  const candidates = named === undefined ? newestFirst(releases) : releases.filter(({ id }) => id === named);
  const first = candidates[0];
  if (first === undefined) {
    return named === undefined
      ? problem('No release loaded', 'No published release is loaded, so there is nothing to show.', now)
      : unknownRelease(named, now);
  }
  for (const release of candidates) {
    const shown = desk.preview(release, kind);
    if (shown !== undefined) return { ...shown, forCallerOnly: true };
  }
  const lacking = { release: 'a release', correction: 'a correction', event: 'an event with date and time' };
  const subject = named === undefined ? 'No loaded release' : 'This release';
  const text = `${subject} ${kind === 'event' ? 'gives' : 'is'} ${lacking[kind]}, so nothing of this kind would be posted.`;
  return problem('Nothing to announce', text, now);
}

async function test({ interaction, context, desk }: Call): Promise<Reply> {
  const channel = interaction.options.getChannel('channel', false, CHANNEL_TYPES) ?? interaction.channel;
  if (
    channel === null ||
    (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement)
  ) {
    return problem('Not a channel for announcements', 'Choose a text or announcement channel.', context.now);
  }
  const missing = missingForAnnouncing(channel, false);
  if (missing !== undefined) return problem('A permission is missing', missing, context.now);
  const outcome = await desk.test(interaction.guildId, channel.id);
  return 'link' in outcome
    ? managersReply('✅ It works', `The test stands here: ${outcome.link}`)
    : problem('The test could not be posted', `In <#${channel.id}>: ${outcome.failure}.`, context.now);
}

async function status({ interaction, context, desk }: Call): Promise<Reply> {
  const page = interaction.options.getInteger('page') ?? 1;
  const release = interaction.options.getString('release') ?? undefined;
  if (release !== undefined && !context.releases.some(({ id }) => id === release)) {
    const known = await desk.status(interaction.guildId, 0, release);
    if (known.entries.length === 0) return unknownRelease(release, context.now);
  }
  return ledgerReply(await desk.status(interaction.guildId, page - 1, release));
}

async function resend({ interaction, desk }: Call): Promise<Reply> {
  const channel = interaction.options.getChannel('channel', false, CHANNEL_TYPES);
  const release = interaction.options.getString('release') ?? undefined;
  const count = await desk.resend(interaction.guildId, { channelId: channel?.id, releaseId: release });
  return managersReply(
    count === 0 ? 'Nothing to send again' : '🔁 Trying again',
    count === 0
      ? 'Nothing has failed here, or its subscription is still stopped: see `/announcements list`.'
      : 'What failed is tried again now. Footnote looks into each channel first: what is there already is not posted twice. See `/announcements status`.',
  );
}

function unknownIssuer(named: string, { releases, now }: Context): Reply {
  const known = oneOfEachIssuer(releases)
    .map((release) => showUserWords(issuerLine(release)))
    .slice(0, 20);
  const list =
    known.length === 0 ? 'No release is loaded yet.' : `Loaded are releases of ${known.join(', ')}.`;
  return problem('Unknown company', `No loaded release is of “${showUserWords(named)}”. ${list}`, now);
}

function unknownRelease(named: string, now: Date): Reply {
  return problem(
    'Unknown release',
    `No loaded release is called “${showUserWords(named)}”. Pick one from the list that opens while you type.`,
    now,
  );
}

function problem(title: string, text: string, now: Date): Reply {
  return refusalReply({ sign: '⚠️', title, text, now });
}
