import { readCorrection } from './correction.ts';
import { cut, present } from './cut.ts';
import { type DatelineFound, readDateline } from './dateline.ts';
import { isHeadingLike } from './headings.ts';
import type { ReleaseKind } from './model.ts';
import type { Quote, QuoteSource } from './quote.ts';
import type { Unit } from './units.ts';

/** What stands before the news: notices, headline, the lines under it, and the dateline. */
export interface Front {
  readonly kind: ReleaseKind;
  /** Headline of the release that this one replaces, as the notice names it. */
  readonly supersedes?: string;
  readonly headline?: Quote;
  readonly subheadlines: readonly Quote[];
  readonly found?: DatelineFound;
  /** What each of the first units is; units after these are body. */
  readonly roles: readonly FrontRole[];
}

export type FrontRole = 'preamble' | 'headline' | 'subheadline' | 'dateline' | 'bare dateline';

/** Lines that wires and aggregators add above the headline. */
const FURNITURE =
  /^(?:PR\s?Newswire|Business\s?Wire|GLOBE\s?NEWSWIRE|GlobeNewswire|NEWMEDIAWIRE|News\s?Direct|ACCESSWIRE|-{2}News Direct-{2}|Exhibit\s+\d{1,2}\.\d{1,2}|EX-\d{1,2}\.\d{1,2}|\S+\.(?:html?|txt|pdf|docx?)|Document|(?:Press|News|Media)\s+Release|For\s+Immediate\s+Release|Not for (?:distribution|release|publication)\b.*|Source:.*|By\s+\p{Lu}[\p{L}.'-]+(?:\s+[\p{L}.'-]+){1,3}(?:,.*)?|\(\d{2}:\d{2} GMT\).*|Immediate Release|Embargoed?.*|Regulatory (?:News|Announcement)|\d+|-+|\*+)\.?$/iu;

/** Reads the front of a release from its first logical lines. */
export function readFront(source: QuoteSource, units: readonly Unit[]): Front {
  const { text } = source;
  const found = findDateline(source, units.slice(0, 40));
  const until = found?.index ?? -1;
  const lines = units.slice(0, until >= 0 ? until : frontWithoutDateline(text, units));
  const correction = readCorrection(source, lines);
  const roles: FrontRole[] = [];
  let headline: Quote | undefined;
  const subheadlines: Quote[] = [];
  lines.forEach((unit, index) => {
    const content = text.slice(unit.start, unit.end);
    if (
      index < correction.units ||
      isFurniture(content) ||
      (readDateline(source, unit)?.textStart === unit.end && content.length < 150)
    ) {
      roles.push(
        readDateline(source, unit) !== undefined && content.length < 150 ? 'bare dateline' : 'preamble',
      );
    } else if (headline === undefined && unit.form !== 'bullet') {
      headline = cut(source, unit.start, unit.end);
      roles.push('headline');
    } else {
      const line = cut(source, unit.start, unit.end);
      if (line !== undefined) subheadlines.push(line);
      roles.push('subheadline');
    }
  });
  if (found !== undefined)
    roles.push(found.found.textStart >= (units[until]?.end ?? 0) ? 'bare dateline' : 'dateline');
  return present<Front>({
    kind: correction.kind,
    supersedes: correction.supersedes,
    headline,
    subheadlines,
    found: found?.found,
    roles,
  });
}

function isFurniture(content: string): boolean {
  return content.length < 200 && FURNITURE.test(content);
}

interface Located {
  readonly index: number;
  readonly found: DatelineFound;
}

/** The dateline that opens the news; a line that holds only a dateline counts when none opens a paragraph. */
function findDateline(source: QuoteSource, units: readonly Unit[]): Located | undefined {
  let bare: Located | undefined;
  for (const [index, unit] of units.entries()) {
    const found = readDateline(source, unit);
    if (found === undefined) continue;
    if (unit.end - found.textStart > 40) return { index, found };
    if (bare === undefined || found.dateline.wire !== undefined) bare = { index, found };
  }
  return bare;
}

/** Without a dateline, the front is the first line when it reads like a headline, and bullets under it. */
function frontWithoutDateline(text: string, units: readonly Unit[]): number {
  let index = 0;
  const content = (at: number): string => text.slice(units[at]?.start ?? 0, units[at]?.end ?? 0);
  while (index < Math.min(units.length, 8) && isFurniture(content(index))) index += 1;
  const first = units[index];
  if (first === undefined || first.form !== 'text' || units.length < 2) return index;
  if (!isHeadingLike(content(index), 320)) return index;
  index += 1;
  while (index < units.length && isFurniture(content(index))) index += 1;
  return index;
}
