const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?\\.?,?\\s+(?:the\\s+)?)?';

/** Source of a pattern for a full date as releases print it; weekday and ordinal ending optional. */
export const DATE_PATTERN = `${WEEKDAY}(?:${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+\\d{4}|\\d{4}-\\d{2}-\\d{2})(?!\\d)`;

/** Source of a pattern for a day or days with a year: "December 5-8, 2020", "Feb. 28 to March 2, 2025". */
export const DATE_RANGE_PATTERN = `${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*(?:[-–—‑]|to|through|and|&)\\s*(?:${MONTH}\\s*)?\\d{1,2}(?:st|nd|rd|th)?\\s*,?\\s+\\d{4}|\\d{1,2}\\s*(?:[-–—‑]|to|through|and)\\s*\\d{1,2}\\s+${MONTH},?\\s+\\d{4}`;

/** The calendar day (YYYY-MM-DD) that a printed date names; undefined for none that exists. */
export function isoDay(printed: string): string | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(printed);
  if (iso) return validDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const month = new RegExp(`(${MONTH})`, 'i').exec(printed.replace(/^[A-Za-z]+day\b/, ''));
  const year = /\b(\d{4})\b/.exec(printed);
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(printed.replace(/\b\d{4}\b/, ' '));
  if (!month?.[1] || !year?.[1] || !day?.[1]) return undefined;
  return validDay(Number(year[1]), monthNumber(month[1]), Number(day[1]));
}

/** First and last day of a printed range such as "December 5-8, 2020". */
export function isoRange(printed: string): { firstDay: string; lastDay: string } | undefined {
  const year = Number(/\b\d{4}\b/.exec(printed)?.[0]);
  const months = [...printed.matchAll(new RegExp(MONTH, 'gi'))].map(([name]) => monthNumber(name));
  const days = [...printed.replace(/\b\d{4}\b/, ' ').matchAll(/\d{1,2}/g)].map(([day]) => Number(day));
  const [firstMonth, lastMonth = firstMonth] = months;
  const [first, last = first] = days;
  if (
    !year ||
    firstMonth === undefined ||
    lastMonth === undefined ||
    first === undefined ||
    last === undefined
  )
    return undefined;
  const firstDay = validDay(year, firstMonth, first);
  const lastDay = validDay(year, lastMonth, last);
  return firstDay === undefined || lastDay === undefined ? undefined : { firstDay, lastDay };
}

export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function validDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return date.toISOString().slice(0, 10);
}
