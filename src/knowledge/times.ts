const CLOCK = /(?<!\d)(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?\s?m\.?|p\.?\s?m\.?|noon|midnight)?(?![\d/])/gi;
const ZONE =
  /\b(PST|PDT|PT|MST|MDT|MT|CST|CDT|CT|EST|EDT|ET|GMT|UTC|BST|CEST|CET|EEST|EET|JST|KST|HKT|SGT|IST|AEST|AEDT|WET|WEST|(?:Pacific|Mountain|Central|Eastern)(?: (?:Standard|Daylight))?(?: Time)?)\b/;
/** Hours behind (−) or ahead of Greenwich; US zones whose name leaves the season open are worked out from the day. */
const OFFSET: Readonly<Record<string, number>> = {
  PST: -8,
  PDT: -7,
  MST: -7,
  MDT: -6,
  CST: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  GMT: 0,
  UTC: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  JST: 9,
  KST: 9,
  HKT: 8,
  SGT: 8,
  AEST: 10,
  AEDT: 11,
  WET: 0,
  WEST: 1,
};
const SEASONAL: Readonly<Record<string, number>> = {
  PT: -8,
  MT: -7,
  CT: -6,
  ET: -5,
  Pacific: -8,
  Mountain: -7,
  Central: -6,
  Eastern: -5,
};

const CLOCK_SOURCE = '\\d{1,2}(?:[:.]\\d{2})?';
const HALF = '(?:noon|midnight|[ap]\\.?\\s?m\\.?|[AP]\\.?M\\.?)';
const TO = '\\s*(?:[-–—‑]|to)\\s*';
const ZONE_SOURCE =
  '(?:local time|[A-Z]{1,4}T|GMT|UTC|(?:Pacific|Mountain|Central|Eastern|Local|local)(?: (?:Standard|Daylight))?(?: [Tt]ime)?)';
/** Source of a pattern for a clock time or range as printed, with its zone and a second zone in brackets. */
export const TIME_PATTERN = `(?:${CLOCK_SOURCE}\\s*${HALF}?(?:${TO}${CLOCK_SOURCE})?\\s*${HALF}(?:${TO}${CLOCK_SOURCE}\\s*${HALF})?(?:\\s*\\(?${ZONE_SOURCE}\\b\\)?)?|\\d{1,2}:\\d{2}(?:\\s*[-–—‑]\\s*\\d{1,2}:\\d{2})?\\s*${ZONE_SOURCE}\\b)(?:\\s*(?:\\(|/)\\s*${CLOCK_SOURCE}[^()/\\n]{0,30}${ZONE_SOURCE}\\b\\)?)?`;

/**
 * The instants (ISO 8601, UTC) at which a printed time or range on a day starts and ends; none when
 * the zone is not given, is "local time", or could mean more than one.
 */
export function instants(day: string, printed: string): { startsAt?: string; endsAt?: string } {
  const zone = ZONE.exec(printed)?.[1];
  const offset = zone === undefined ? undefined : offsetOf(zone, day);
  if (offset === undefined || zone === undefined) return {};
  const clocks = readClocks(printed.slice(0, printed.indexOf(zone)));
  const [first, last] = clocks;
  if (first === undefined) return {};
  const startsAt = instant(day, first, offset);
  return last === undefined || last <= first
    ? { startsAt }
    : { startsAt, endsAt: instant(day, last, offset) };
}

/** Minutes after midnight of the first two clock times; a half of day said once holds for both. */
function readClocks(printed: string): number[] {
  const found = [...printed.matchAll(CLOCK)].slice(0, 2);
  const lastHalf = found.at(-1)?.[3];
  const clocks = found.map((match) => minutesOf(match[1], match[2], match[3] ?? lastHalf));
  const [first, last] = clocks;
  // "11:30-1:00 p.m." starts in the morning.
  if (first !== undefined && last !== undefined && first > last && found[0]?.[3] === undefined)
    clocks[0] = first - 720;
  return clocks.filter((clock): clock is number => clock !== undefined && clock >= 0);
}

function minutesOf(hour: string | undefined, minute = '0', half: string | undefined): number | undefined {
  const hours = Number(hour);
  if (hours > 23 || Number(minute) > 59) return undefined;
  if (half === undefined) return hours * 60 + Number(minute);
  if (hours > 12) return undefined;
  const afternoon = /^p|noon/i.test(half);
  return ((hours % 12) + (afternoon ? 12 : 0)) * 60 + Number(minute);
}

function instant(day: string, minutes: number, offset: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + (minutes - offset * 60) * 60_000;
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

function offsetOf(zone: string, day: string): number | undefined {
  const named = OFFSET[zone];
  if (named !== undefined) return named;
  const seasonal = SEASONAL[zone] ?? SEASONAL[zone.split(' ')[0] ?? ''];
  if (seasonal === undefined) return undefined;
  if (/Standard/.test(zone)) return seasonal;
  if (/Daylight/.test(zone)) return seasonal + 1;
  return isDaylightTime(day) ? seasonal + 1 : seasonal;
}

/** US daylight time since 2007: second Sunday of March to the first Sunday of November (15 U.S.C. 260a). */
function isDaylightTime(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return day >= nthSunday(year, 3, 2) && day < nthSunday(year, 11, 1);
}

function nthSunday(year: number, month: number, nth: number): string {
  const weekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const date = 1 + ((7 - weekday) % 7) + 7 * (nth - 1);
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
