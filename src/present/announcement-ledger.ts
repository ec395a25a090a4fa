import type { APIEmbedField } from 'discord.js';
import { showLiterally } from './escape.ts';
import { COLOURS } from './frame.ts';
import { LIMITS } from './limits.ts';
import type { Reply } from './reply.ts';
import { footer } from './source.ts';
import { viewersTime } from './time.ts';

/** A subscription as its server's managers see it. */
export interface SubscriptionView {
  readonly channelId: string;
  readonly issuer: string;
  readonly issuerName: string;
  readonly releases: boolean;
  readonly corrections: boolean;
  readonly events: boolean;
  readonly scheduledEvents: boolean;
  readonly pingRoleId: string | null;
  /** Milliseconds since 1970. */
  readonly disabledAt: number | null;
  readonly disabledReason: string | null;
}

/** One delivery of an announcement. Times are milliseconds since 1970. */
export interface DeliveryView {
  readonly step: 'post' | 'publish' | 'edit' | 'schedule';
  /** Id of the delivery that this one changes; '' for a post. */
  readonly subject: string;
  readonly state: 'planned' | 'done' | 'failed' | 'skipped';
  readonly guildId: string;
  readonly channelId: string;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly nextAt: number;
  readonly doneAt: number | null;
  readonly error: string | null;
}

export interface LedgerView {
  readonly page: number;
  readonly more: boolean;
  readonly entries: readonly {
    readonly kind: 'release' | 'correction' | 'retraction' | 'event' | 'schedule';
    /** Headline or dateline of the release, or its id where it is not loaded any more. */
    readonly title: string;
    readonly createdAt: number;
    readonly deliveries: readonly DeliveryView[];
  }[];
}

/** The server's subscriptions, with what is wrong with each and what to do. */
export function subscriptionsReply(subscriptions: readonly SubscriptionView[]): Reply {
  if (subscriptions.length === 0) {
    return managersReply('Announcements', 'No channel is subscribed. Use `/announcements subscribe`.');
  }
  const shown = subscriptions.slice(0, LIMITS.embedFields - 1);
  const fields = shown.map((one): APIEmbedField => ({ name: nameOf(one), value: subscriptionLines(one) }));
  const rest = subscriptions.length - shown.length;
  return managersReply(
    'Announcements',
    rest > 0 ? `These are the first ${shown.length}; ${rest} more are not shown.` : undefined,
    fields,
  );
}

/** What a subscription is, in words. */
export function subscriptionLines(one: SubscriptionView): string {
  const kinds = [
    ...(one.releases ? ['releases'] : []),
    ...(one.corrections ? ['corrections'] : []),
    ...(one.events ? ['events'] : []),
  ];
  const lines = [
    `<#${one.channelId}>: ${kinds.length === 0 ? 'nothing' : kinds.join(', ')}`,
    one.pingRoleId === null ? 'Pings nobody' : `Pings <@&${one.pingRoleId}>`,
    ...(one.scheduledEvents ? ['Makes scheduled events in this server'] : []),
  ];
  if (one.disabledAt !== null) {
    const since = viewersTime(new Date(one.disabledAt).toISOString(), 'R');
    lines.push(
      `⚠️ **Stopped ${since}:** ${one.disabledReason ?? 'unknown reason'}. Give Footnote access again, then use \`/announcements subscribe\` for this channel, and \`/announcements resend\` for what was missed.`,
    );
  }
  return lines.join('\n').slice(0, LIMITS.fieldValue);
}

/** A page of the ledger: for each announcement what became of it in each channel. */
export function ledgerReply({ entries, page, more }: LedgerView): Reply {
  if (entries.length === 0) {
    const text =
      page === 0
        ? 'Nothing has been announced in this server yet. Only what is published after a subscription is announced.'
        : 'There is nothing on this page.';
    return managersReply('Ledger of announcements', text);
  }
  const fields = entries.map(({ kind, title, createdAt, deliveries }): APIEmbedField => {
    const head = `${KINDS[kind]} · ${title.replace(/\s+/g, ' ')}`;
    const when = viewersTime(new Date(createdAt).toISOString(), 'R');
    const lines = [`Announced ${when}`, ...summary(deliveries), ...deliveries.map(deliveryLine)];
    return {
      name: head.length <= 200 ? showLiterally(head).slice(0, LIMITS.fieldName) : KINDS[kind],
      value: wholeLines(lines),
    };
  });
  const next = more ? ` Older: \`/announcements status page:${page + 2}\`.` : '';
  return managersReply('Ledger of announcements', `Page ${page + 1}.${next}`, fields);
}

const KINDS = {
  release: '📣 Release',
  correction: '✏️ Correction',
  retraction: '⛔ Retraction',
  event: '⏰ Event',
  schedule: '🗓️ Scheduled event',
} as const;

function summary(deliveries: readonly DeliveryView[]): string[] {
  const counted = (step: DeliveryView['step'], state: DeliveryView['state'], words: string) => {
    const count = deliveries.filter((one) => one.step === step && one.state === state).length;
    return count === 0 ? [] : [`${count} ${words}`];
  };
  const words = [
    ...counted('post', 'planned', 'planned'),
    ...counted('post', 'done', 'sent'),
    ...counted('publish', 'done', 'published'),
    ...counted('edit', 'done', 'edited'),
    ...counted('post', 'failed', 'failed'),
    ...counted('post', 'skipped', 'skipped'),
  ];
  return deliveries.length > 1 && words.length > 0 ? [`**${words.join(' · ')}**`] : [];
}

const DONE = {
  post: 'sent',
  publish: 'published',
  edit: 'edited',
  schedule: 'scheduled event made',
} as const;
const WAITING = {
  post: 'planned',
  publish: 'sent, not yet published',
  edit: 'edit planned',
  schedule: 'scheduled event planned',
} as const;
const FAILED = {
  post: 'failed',
  publish: 'not published',
  edit: 'not edited',
  schedule: 'no scheduled event',
} as const;

function deliveryLine(one: DeliveryView): string {
  const where = `<#${one.channelId}>`;
  const link =
    one.messageId === null || /schedule/.test(`${one.step} ${one.subject}`) || one.step === 'publish'
      ? ''
      : ` [message](https://discord.com/channels/${one.guildId}/${one.channelId}/${one.messageId})`;
  const why = one.error === null ? '' : `: ${showLiterally(one.error)}`;
  switch (one.state) {
    case 'done': {
      const at = one.doneAt === null ? '' : ` ${viewersTime(new Date(one.doneAt).toISOString(), 'R')}`;
      return `✅ ${where} ${DONE[one.step]}${at}${link}`;
    }
    case 'planned': {
      const next = viewersTime(new Date(one.nextAt).toISOString(), 'R');
      return `⏳ ${where} ${WAITING[one.step]}, next try ${next}${why}`;
    }
    case 'failed':
      return `❌ ${where} ${FAILED[one.step]}${why}`;
    case 'skipped':
      return `➖ ${where} not ${DONE[one.step]}${why}`;
  }
}

/** As many lines as fit a field, whole. */
function wholeLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    const more = `…and ${lines.length - index} more; use \`release\` to see one release alone.`;
    if ([...kept, line].join('\n').length > 700) return [...kept, more].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}

/** A private reply to a server's managers. */
export function managersReply(
  title: string,
  text: string | undefined,
  fields: readonly APIEmbedField[] = [],
): Reply {
  return {
    embeds: [
      {
        color: COLOURS.answer,
        title,
        ...(text ? { description: text } : {}),
        fields: [...fields],
        footer: footer(undefined),
      },
    ],
    rows: [],
    files: [],
    forCallerOnly: true,
  };
}

/** What a server's managers are told, once, when announcements in a channel have stopped. */
export function stoppedNotice(channelId: string, reason: string): Reply {
  const reply = managersReply(
    '⚠️ Announcements have stopped',
    [
      `Footnote can no longer announce in <#${channelId}>: ${reason}. It has stopped trying.`,
      'Allow Footnote to view the channel, send messages, embed links, attach files and read the history (channel settings, Permissions). Then use `/announcements subscribe` again, and `/announcements resend` for what was missed.',
    ].join('\n'),
  );
  return {
    ...reply,
    embeds: reply.embeds.map((embed) => ({ ...embed, color: COLOURS.refusal })),
    forCallerOnly: false,
  };
}

function nameOf({ issuer, issuerName }: SubscriptionView): string {
  return issuer === '' ? 'All companies' : showLiterally(issuerName).slice(0, LIMITS.fieldName);
}
