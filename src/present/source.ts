import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { MeetingEvent, Release } from '../knowledge/model.ts';
import { type Quote, quoteFrom } from '../knowledge/quote.ts';
import { showLiterally } from './escape.ts';
import { LIMITS } from './limits.ts';
import { isPast, publishedAgo, viewersTime, writtenDate } from './time.ts';

export const NOT_ADVICE = 'Not investment advice';

/** Issuer and ticker as the release prints them: "Cellular Biomedicine Group Inc. (NASDAQ: CBMG)". */
export function issuerLine(release: Release): string {
  const { name, shortNames, tickers } = release.issuer;
  const ticker = tickers[0];
  const listed = ticker && [ticker.exchange?.text, ticker.symbol.text].filter(Boolean).join(': ');
  const called = name?.text ?? shortNames[0]?.text;
  if (called === undefined) return listed ?? 'Issuer not given in this release';
  const line = listed === undefined ? called : `${called} (${listed})`;
  return line.length <= LIMITS.embedAuthor ? line : (listed ?? 'Issuer as named in the release');
}

/** The headline, else the whole dateline, else its date: what names the release to a reader. */
export function releaseTitle(release: Release): Quote | undefined {
  return release.headline ?? release.dateline?.quote ?? release.dateline?.date?.quote;
}

/** The day that the release speaks of, as it prints it; a sidecar's day where the text has none. */
export function asOf(release: Release): string {
  const printed = release.dateline?.date?.quote.text;
  if (printed !== undefined) return printed;
  return release.publishedAt === undefined
    ? 'a date that this release does not give'
    : writtenDate(release.publishedAt);
}

/** Where a quotation stands: release, date and age, and the link or the words on where the text is from. */
export function sourceFields(release: Release, now: Date): APIEmbedField[] {
  const title = releaseTitle(release);
  const shown = title && showLiterally(title.text);
  const named = shown !== undefined && shown.length <= LIMITS.fieldValue;
  const lines = [named ? shown : showLiterally(release.id), asOfLine(release, now)];
  const origin = origins(release);
  const whole = [...lines, ...(origin ? [origin] : [])].join('\n');
  if (whole.length <= LIMITS.fieldValue) return [{ name: kindName(release), value: whole }];
  const parts = [...lines, ...(origin ? [origin] : [])];
  return parts.map((value, index) => ({ name: index === 0 ? kindName(release) : SOURCE, value }));
}

const SOURCE = 'Source';

/** "As of Dec. 4, 2020 · published 5 years ago", with the mark of an old release. */
function asOfLine(release: Release, now: Date): string {
  const ago = publishedAgo(release, now);
  const stamp = ago?.old ? `🕰️ **${ago.words}**` : ago?.words;
  return [`As of ${showLiterally(asOf(release))}`, stamp].filter(Boolean).join(' · ');
}

/** The one footer, the same under every message. Footers show no markdown. */
export function footer(release: Release | undefined): NonNullable<APIEmbed['footer']> {
  return {
    text: release === undefined ? `Footnote · ${NOT_ADVICE}` : `In the company’s own words · ${NOT_ADVICE}`,
  };
}

/**
 * What the release schedules at the place of a quotation, in the tense that fits: the session of the
 * abstract that holds it, or the meeting whose dates it gives. Undefined where nothing is scheduled there.
 */
export function scheduleField(release: Release, quote: Quote, now: Date): APIEmbedField | undefined {
  const abstract = release.abstracts.find(({ span }) => span.start <= quote.start && quote.end <= span.end);
  if (abstract !== undefined) {
    if (abstract.date === undefined) return undefined;
    const { date, time, startsAt } = abstract;
    const printed = [date.quote, time];
    return scheduled({ printed, instant: startsAt, day: date.iso, starts: startsAt }, now);
  }
  const event = release.events.find(({ dates }) => dates !== undefined && overlap(dates, quote));
  return event && eventSchedule(event, now);
}

/** "Was scheduled for" or "Is scheduled for" a meeting's dates; undefined where the release gives none. */
export function eventSchedule(event: MeetingEvent, now: Date): APIEmbedField | undefined {
  if (event.dates === undefined) return undefined;
  const day = event.lastDay ?? event.firstDay;
  const instant =
    event.lastDay === undefined || event.lastDay === event.firstDay ? event.startsAt : undefined;
  return scheduled({ printed: [event.dates, event.time], instant, day, starts: event.startsAt }, now);
}

export interface Schedule {
  readonly printed: readonly (Quote | undefined)[];
  readonly instant: string | undefined;
  readonly day: string | undefined;
  /** The start to show in the viewer's own time; the instant above decides the tense. */
  readonly starts: string | undefined;
}

/** A schedule's printed words under the tense that fits, with its start in the viewer's own time. */
export function scheduled({ printed, instant, day, starts }: Schedule, now: Date): APIEmbedField {
  const past = isPast({ ...(instant ? { instant } : {}), ...(day ? { day } : {}) }, now);
  const known = instant !== undefined || day !== undefined;
  const words = printed.flatMap((quote) => (quote ? [showLiterally(quote.text)] : []));
  const local = starts === undefined ? [] : [`Your time: ${viewersTime(starts)}`];
  const name = !known ? 'Schedule as printed' : past ? '⌛ Was scheduled for' : '🗓️ Is scheduled for';
  return { name, value: [words.join(' · '), ...local].join('\n') };
}

function origins(release: Release): string | undefined {
  const { sourceLink, sourceNote } = release;
  if (sourceLink !== undefined && sourceLink.length <= LIMITS.buttonUrl) return maskedLink(sourceLink);
  if (sourceNote === undefined) return undefined;
  const note = showLiterally(sourceNote);
  return note.length <= LIMITS.fieldValue ? note : undefined;
}

/** The address behind its host's name, so that a reader sees where it leads and a phone needs one line. */
function maskedLink(address: string): string {
  const target = address
    .replace(/[()\\\s]/g, encodeURIComponent)
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29');
  return `[${showLiterally(new URL(address).hostname)}](${target})`;
}

function kindName(release: Release): string {
  if (release.kind === 'correction') return '📄 Release (a correction)';
  return release.kind === 'update' ? '📄 Release (an update)' : '📄 Release';
}

function overlap(a: Quote, b: Quote): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The name of a subject as the release spells it, found again in its text. */
export function subjectQuote(release: Release, subject: string | undefined): Quote | undefined {
  if (subject === undefined || subject === '') return undefined;
  const start = release.text.indexOf(subject);
  return start < 0 ? undefined : quoteFrom(release, start, start + subject.length);
}
