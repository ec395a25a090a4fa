const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A timestamp of Discord's (seconds since 1970) in the viewer's own zone and language. */
export function shownTime(seconds: number, style = 'f'): { text: string; full: string; iso: string } {
  const date = new Date(seconds * 1000);
  // Beyond what a calendar can show Discord prints the number.
  if (Number.isNaN(date.getTime())) return { text: String(seconds), full: String(seconds), iso: '' };
  const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' }).format(date);
  const text =
    style === 'R'
      ? relative(seconds)
      : new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES['f']).format(date);
  return { text, full, iso: date.toISOString() };
}

/** When a message was written, as Discord puts it: "Today at 4:40 PM". */
export function messageTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const time = date.toLocaleTimeString(undefined, { timeStyle: 'short' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? `Today at ${time}`
    : `${date.toLocaleDateString(undefined, { dateStyle: 'short' })} ${time}`;
}

function relative(seconds: number): string {
  const difference = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(difference) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.round(difference / size),
    unit,
  );
}
