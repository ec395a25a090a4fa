import type { Release } from '../knowledge/model.ts';
import type { Occasion } from '../knowledge/occasions.ts';
import { releaseKey } from './custom-ids.ts';
import type { AttachedText } from './reply.ts';

/** A line of a calendar file has at most 75 octets; longer ones are folded (RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/**
 * The occasion as an iCalendar file (RFC 5545). Without an end in the release it has none here: calendars
 * then show an instant. Its UID is that of the occasion, so that the files of both reminders make one entry.
 */
export function calendarFile(release: Release, occasion: Occasion, stamp: Date): AttachedText {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Footnote//Announcements//EN',
    'BEGIN:VEVENT',
    `UID:${utc(occasion.startsAt)}-${releaseKey(release.id).replace('~', '')}@footnote`,
    `DTSTAMP:${utc(stamp.toISOString())}`,
    `DTSTART:${utc(occasion.startsAt)}`,
    ...(occasion.endsAt === undefined ? [] : [`DTEND:${utc(occasion.endsAt)}`]),
    `SUMMARY:${escaped(summaryOf(occasion))}`,
    ...(occasion.session ? [`DESCRIPTION:${escaped(occasion.session.text)}`] : []),
    ...(occasion.place ? [`LOCATION:${escaped(occasion.place.text)}`] : []),
    ...(release.sourceLink ? [`URL:${release.sourceLink}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { name: 'event.ics', text: `${lines.map(folded).join('\r\n')}\r\n` };
}

/** What takes place, in the release's words, joined. */
export function summaryOf({ subjects, session }: Occasion): string {
  const names = subjects.map(({ text }) => text).join(' · ');
  return names === '' ? (session?.text ?? '') : names;
}

function utc(iso: string): string {
  return new Date(iso).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const character of line) {
    const room = rows.length === 0 ? LINE_OCTETS : LINE_OCTETS - 1;
    if (Buffer.byteLength(row + character, 'utf8') > room) {
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return [...rows, row].join('\r\n ');
}
