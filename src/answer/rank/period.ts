import type { Release } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';

/** Words of a question that name a period of the accounts. */
const ASKED =
  /^(?:the |this )?(?:q[1-4]|[1-4]q|h[12]|(?:first |second |third |fourth )?(?:quarter|half)|period|20\d\d)$/;
const NAMED =
  /\b(?:(first|second|third|fourth)[\s-](quarter|half)|(q|h)([1-4])|([1-4])(q|h)|((?:19|20)\d\d))\b/gi;
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** The periods that a text names: "Q3", "H1" and years. */
function periodsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, ordinal, word, before, number, numberFirst, after, year] of text.matchAll(NAMED)) {
    if (year !== undefined) found.add(year);
    else {
      const letter = (word ?? before ?? after ?? 'q').charAt(0).toUpperCase();
      const place =
        ordinal === undefined ? (number ?? numberFirst) : ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
      found.add(`${letter}${place}`);
    }
  }
  return found;
}

const ofRelease = new WeakMap<Release, ReadonlySet<string>>();

/** The periods of a release's headline: what it reports, unless a sentence says otherwise. */
function periodsOf(release: Release): ReadonlySet<string> {
  const known = ofRelease.get(release);
  if (known !== undefined) return known;
  const found = periodsIn(release.headline?.text ?? '');
  ofRelease.set(release, found);
  return found;
}

/** "Last year" of a release of 2025 is 2024, where a passage names it. */
function isYearBefore(read: string, { release, quote }: Entry): boolean {
  const year = Number(release.publishedAt?.slice(0, 4));
  return /^(?:last|the previous|the prior) year$/.test(read) && quote.text.includes(String(year - 1));
}

const isYear = (period: string): boolean => /^\d/.test(period);

/**
 * Whether the entry speaks of the asked period because the whole release does: its headline names that
 * one and no other, and the entry names none. Another period's figure is never given for it.
 */
export function isOfPeriod(read: string, entry: Entry): boolean {
  if (isYearBefore(read, entry)) return true;
  if (!ASKED.test(read) || entry.passage.form === 'row') return false;
  const reported = [...periodsOf(entry.release)];
  const asked = [...periodsIn(read)][0];
  const wantsYear = asked !== undefined && isYear(asked);
  const alike = reported.filter((period) => isYear(period) === wantsYear);
  if (alike.length !== 1 || (asked !== undefined && alike[0] !== asked)) return false;
  // "2026 guidance" above a line makes it none of the quarter that the headline reports.
  const above = periodsIn(entry.passage.headings.map(({ text }) => text).join(' '));
  if (above.size > 0 && asked !== undefined && !above.has(asked)) return false;
  return [...periodsIn(entry.quote.text), ...above].every((period) => reported.includes(period));
}
