import { type APIButtonComponent, type APIEmbed, type APIEmbedField, ButtonStyle } from 'discord.js';
import type { Release } from '../knowledge/model.ts';
import { type Occasion, occasionsOf } from '../knowledge/occasions.ts';
import type { Quote } from '../knowledge/quote.ts';
import { calendarFile } from './calendar.ts';
import { encodeAction } from './custom-ids.ts';
import { showLiterally } from './escape.ts';
import { COLOURS, quoted } from './frame.ts';
import { LIMITS } from './limits.ts';
import { actionButton, buttonRow, linkButton, type Reply } from './reply.ts';
import { footer, issuerLine, releaseTitle, scheduled, sourceFields } from './source.ts';
import { isPast, viewersTime } from './time.ts';

/** What every announcement is made of. */
export interface AnnouncementParts {
  /** Stands in the custom id of a button: by it the bot knows its own message again. */
  readonly id: string;
  readonly now: Date;
}

/** A new release. */
export function releaseAnnouncement(release: Release, parts: AnnouncementParts): Reply {
  return announcement(release, '📣 New release', parts, []);
}

/** A correction or update, with what it replaces where that is known. */
export function correctionAnnouncement(
  release: Release,
  replaced: Release | undefined,
  parts: AnnouncementParts,
): Reply {
  const lead = release.kind === 'update' ? '✏️ Update' : '✏️ Correction';
  const title = replaced && releaseTitle(replaced);
  const fields: APIEmbedField[] =
    replaced === undefined
      ? []
      : [{ name: 'Replaces', value: fitting([title?.text ?? replaced.id], replaced.id) }];
  return announcement(release, lead, parts, fields);
}

/** A session or call that is near, with its calendar file. */
export function eventAnnouncement(release: Release, occasion: Occasion, parts: AnnouncementParts): Reply {
  const { startsAt, session, place, printed, subjects } = occasion;
  const schedule = scheduled({ printed, instant: startsAt, day: undefined, starts: startsAt }, parts.now);
  const fields: APIEmbedField[] = [
    { name: schedule.name, value: `${schedule.value}\nStarts ${viewersTime(startsAt, 'R')}` },
    ...(session ? shownField('Session', session) : []),
    ...(place ? shownField('Place', place) : []),
    ...sourceFields(release, parts.now),
  ];
  const embed: APIEmbed = {
    color: COLOURS.answer,
    author: { name: issuerLine(release) },
    title: '⏰ Coming up',
    description: listed(subjects, LIMITS.embedDescription),
    fields,
    footer: footer(release),
  };
  return {
    embeds: [embed],
    rows: buttons(release, parts.id),
    files: [calendarFile(release, occasion, parts.now)],
    forCallerOnly: false,
  };
}

/** A release that was withdrawn: nothing of it is quoted. */
export function retractionAnnouncement(
  release: Pick<Release, 'issuer' | 'id'> & Partial<Release>,
  link: string | undefined,
  { id }: AnnouncementParts,
): Reply {
  return {
    embeds: [retractedEmbed(release, link)],
    rows: buttonRow([marker(release.id, id, 'Retracted'), linkButton('What replaces it', link)]),
    files: [],
    forCallerOnly: false,
  };
}

/** A posted announcement after its release was corrected: what was posted, under a notice with a link. */
export function corrected(
  posted: Reply,
  correction: Release,
  { messageLink }: { readonly messageLink?: string | undefined },
): Reply {
  const title = releaseTitle(correction);
  const link = messageLink ?? correction.sourceLink;
  const words = [
    `**This release has been ${correction.kind === 'update' ? 'updated' : 'corrected'}.** What stands below may be wrong.`,
    ...(title ? [`Replaced by: ${fitting([title.text], correction.id)}`] : []),
    ...(link ? [link] : []),
  ];
  const notice: APIEmbed = {
    color: COLOURS.refusal,
    title: correction.kind === 'update' ? '⚠️ Updated' : '⚠️ Corrected',
    description: words.join('\n'),
  };
  const extra = [
    linkButton('What replaces it', link),
    actionButton('Text of the correction', { kind: 'page', release: correction.id, page: 0 }),
  ];
  return {
    ...posted,
    embeds: [notice, ...posted.embeds.map((embed) => ({ ...embed, color: COLOURS.refusal }))],
    rows: [...posted.rows, ...buttonRow(extra)].slice(0, LIMITS.rows),
  };
}

/** What the bot posts to show that it can. */
export function testAnnouncement(now: Date): Reply {
  return {
    embeds: [
      {
        color: COLOURS.answer,
        title: '✅ Test',
        description: `Announcements of Footnote can be posted in this channel. This is a test: nothing is announced.\n${viewersTime(now.toISOString())}`,
        footer: footer(undefined),
      },
    ],
    rows: [],
    files: [],
    forCallerOnly: false,
  };
}

function announcement(
  release: Release,
  lead: string,
  { id, now }: AnnouncementParts,
  extra: readonly APIEmbedField[],
): Reply {
  const first = firstSentence(release);
  const title = releaseTitle(release);
  const shownTitle = title && showLiterally(title.text.replace(/\s+/g, ' '));
  const titled = shownTitle !== undefined && lead.length + 2 + shownTitle.length <= LIMITS.embedTitle;
  const quotation = first && quoted(first);
  const embed: APIEmbed = {
    color: COLOURS.answer,
    author: { name: issuerLine(release) },
    title: titled ? `${lead}: ${shownTitle}` : lead,
    ...(release.sourceLink && release.sourceLink.length <= LIMITS.buttonUrl
      ? { url: release.sourceLink }
      : {}),
    ...(quotation !== undefined && quotation.length <= LIMITS.embedDescription - 500
      ? { description: quotation }
      : {}),
    fields: [...extra, ...contents(release, now), ...sourceFields(release, now)],
    footer: footer(release),
  };
  return { embeds: [embed], rows: buttons(release, id), files: [], forCallerOnly: false };
}

/** What the release holds besides running text: abstracts, meetings and calls, each by its name. */
function contents(release: Release, now: Date): APIEmbedField[] {
  const abstracts = release.abstracts.flatMap(({ candidate, title }) => candidate ?? title ?? []);
  const events = release.events.map(({ name }) => name);
  const next = occasionsOf(release).find(({ startsAt }) => !isPast({ instant: startsAt }, now));
  return [
    ...(abstracts.length > 0 ? [{ name: 'Abstracts', value: listed(abstracts, LIMITS.fieldValue) }] : []),
    ...(events.length > 0 ? [{ name: 'Meetings and calls', value: listed(events, LIMITS.fieldValue) }] : []),
    ...(next
      ? [
          scheduled(
            { printed: next.printed, instant: next.startsAt, day: undefined, starts: next.startsAt },
            now,
          ),
        ]
      : []),
  ];
}

/** The first sentence of the news itself: not a notice above it, not a dateline. */
export function firstSentence({ passages }: Release): Quote | undefined {
  const body = passages.filter(({ role, form }) => role === 'body' && form === 'sentence');
  return (body[0] ?? passages.find(({ form }) => form === 'sentence'))?.quote;
}

function retractedEmbed(
  release: Pick<Release, 'issuer'> & Partial<Release>,
  link: string | undefined,
): APIEmbed {
  const date = release.dateline?.date?.quote.text;
  return {
    color: COLOURS.refusal,
    author: { name: issuerLine(release as Release) },
    title: '⛔ Retracted',
    description: [
      `A release${date ? ` dated ${showLiterally(date)}` : ''} has been retracted. Do not rely on it; Footnote no longer answers from it.`,
      ...(link ? [`What replaces it: ${link}`] : []),
    ].join('\n'),
    footer: footer(undefined),
  };
}

function buttons(release: Release, id: string): Reply['rows'] {
  return buttonRow([
    actionButton(
      'Ask about this',
      { kind: 'about', release: release.id, announcement: id },
      ButtonStyle.Primary,
    ),
    actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
    linkButton('Release online', release.sourceLink),
  ]);
}

/** A button that does nothing but mark the message as that of the announcement. */
function marker(release: string, announcement: string, label: string): APIButtonComponent {
  return { ...actionButton(label, { kind: 'about', release, announcement }), disabled: true };
}

/** How the custom ids of an announcement's buttons end, and of no other's. */
export function markOf(id: string): string {
  return encodeAction({ kind: 'about', release: 'x', announcement: id }).slice(-(id.length + 1));
}

function shownField(name: string, quote: Quote): APIEmbedField[] {
  const value = showLiterally(quote.text);
  return value.length <= LIMITS.fieldValue ? [{ name, value }] : [];
}

/** Names one a line, as many as stand whole. */
function listed(names: readonly Quote[], room: number): string {
  const different = names.filter(({ text }, index) => names.findIndex((one) => one.text === text) === index);
  const lines: string[] = [];
  const more = '…and more in the full text';
  for (const { text } of different) {
    const line = `• ${showLiterally(text.replace(/\s+/g, ' '))}`;
    if ([...lines, line, more].join('\n').length > room) return [...lines, more].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

function fitting(candidates: readonly string[], otherwise: string): string {
  const shown = candidates.map(showLiterally).find((one) => one.length <= LIMITS.fieldValue);
  return shown ?? showLiterally(otherwise);
}
