import type { Release } from '../knowledge/model.ts';

const DAY = 86_400_000;

/** From this age on a release is marked as old: a listed company has reported since then. */
export const OLD_AFTER_DAYS = 90;

/** Discord's timestamp, shown in each viewer's own zone and language; `iso` must be a full instant. */
export function viewersTime(iso: string, style: 'F' | 'R' = 'F'): string {
  return `<t:${Math.floor(Date.parse(iso) / 1000)}:${style}>`;
}

/** "5 years", "3 months", "12 days"; undefined for a date that is unreadable or lies ahead. */
export function age(isoDate: string, now: Date): string | undefined {
  const days = Math.floor((now.getTime() - Date.parse(isoDate)) / DAY);
  if (!Number.isFinite(days) || days < 0) return undefined;
  if (days >= 365) return counted(wholeYears(isoDate, now), 'year');
  if (days >= 60) return counted(Math.floor(days / 30.44), 'month');
  return days === 0 ? 'today' : counted(days, 'day');
}

/** "published 5 years ago", with the mark of an old release; undefined when the date is not known. */
export function publishedAgo(release: Release, now: Date): { words: string; old: boolean } | undefined {
  if (release.publishedAt === undefined) return undefined;
  const span = age(release.publishedAt, now);
  if (span === undefined) return undefined;
  const old = now.getTime() - Date.parse(release.publishedAt) >= OLD_AFTER_DAYS * DAY;
  return { words: span === 'today' ? 'published today' : `published ${span} ago`, old };
}

/**
 * Whether something that starts at an instant, or stands on a calendar day, lies behind. A day without a
 * time is over once it is over everywhere (UTC−12), so that nothing is called past too early.
 */
export function isPast(when: { instant?: string; day?: string }, now: Date): boolean {
  if (when.instant !== undefined) return now.getTime() >= Date.parse(when.instant);
  if (when.day === undefined) return false;
  return now.getTime() >= Date.parse(`${when.day}T00:00:00Z`) + 1.5 * DAY;
}

/** "December 4, 2020" for a date that no release prints: a sidecar's. */
export function writtenDate(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return day.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}

function wholeYears(isoDate: string, now: Date): number {
  const then = new Date(isoDate);
  const years = now.getUTCFullYear() - then.getUTCFullYear();
  const before =
    now.getUTCMonth() < then.getUTCMonth() ||
    (now.getUTCMonth() === then.getUTCMonth() && now.getUTCDate() < then.getUTCDate());
  return Math.max(1, before ? years - 1 : years);
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
