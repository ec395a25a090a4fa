import { cut, present } from './cut.ts';
import { DATE_PATTERN, isoDay } from './dates.ts';
import type { Dateline, QuotedDate } from './model.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import { isRegion } from './regions.ts';

/** The services that distribute releases, as datelines name them. */
const WIRES =
  'PR\\s?Newswire(?:-[A-Za-z-]+)?|GLOBE\\s?NEWSWIRE|GlobeNewswire|Globe Newswire|BUSINESS\\s?WIRE|Business\\s?Wire|NEWMEDIAWIRE|NewMediaWire|New Media Wire|ACCESS\\s?WIRE|ACCESS Newswire|Access(?:wire| Newswire)|Newsfile(?: Corp\\.?)?|NEWSFILE(?: CORP\\.?)?|CNW(?: Group)?|Canada NewsWire|News\\s?Direct|EQS(?: Newswire|-News)?|Marketwired|Marketwire|InvestorWire|INVESTORWIRE|IBN|EIN Presswire|EINPresswire(?:\\.com)?|PRWEB|PRWeb|XINHUA|Xinhua(?: Finance)?|JCN(?: Newswire)?|ACN Newswire|Media OutReach(?: Newswire)?|TheNewswire|THENEWSWIRE|Baystreet(?:\\.ca)?|GLOBENEWSWIRE|ReleaseWire|24-7PressRelease|Send2Press|KISSPR|PressReach|Reuters|AP|Vehement Media|EZ Newswire|Zexprwire|Chainwire|CHAINWIRE|BTCWire|Bitcoin\\.com|PRUnderground|AsiaNet|dpa-AFX|DGAP-News|ISSUEWIRE|IssueWire|MARKETWIRED|MARKETWIRE|FSCwire|CisionPR|PRLog|via [A-Z][A-Za-z ]{2,25}';
const WIRE = new RegExp(
  `\\s*(?:/\\s?(${WIRES})\\s?/?|\\((?:via\\s)?(${WIRES})(?:\\s?/[^)]{1,40})?\\)|-{1,2}\\s?\\(?(${WIRES})\\)?\\s?(?=-{1,2}))`,
  'dy',
);
const DATE = new RegExp(`\\s*\\(?(${DATE_PATTERN})\\)?`, 'diy');
const SEPARATOR = /[\s,;:|/]*(?:[-–—‒―]+\s*)?/y;
const DASH = /^[\s,]*[-–—‒―]/;
/** Words in a place: capitals, or the small words that join places. */
const PLACE_WORD =
  /^(?:\(?\p{Lu}[\p{L}.'’`‘/-]*\)?,?|\p{Lu}{2,},?|and|de|del|di|da|la|le|el|of|the|am|an|der|do|sur|upon|&|\/|-|–|D\.C\.,?)$/u;
const MAX_PLACE = 130;

export interface DatelineFound {
  readonly dateline: Dateline;
  /** Where the news begins: after the dash that closes the dateline. */
  readonly textStart: number;
}

/** Reads a dateline at the start of a line; undefined when the line does not start with one. */
export function readDateline(source: QuoteSource, line: Span): DatelineFound | undefined {
  const { text } = source;
  const limit = Math.min(line.end, line.start + 320);
  let at = line.start + (/^[(*"]?\s*/.exec(text.slice(line.start, line.start + 4))?.[0].length ?? 0);
  let places: Span | undefined;
  let date: QuotedDate | undefined;
  let wire: Quote | undefined;
  let end = at;
  for (let round = 0; round < 5; round += 1) {
    at = skip(SEPARATOR, text, at);
    const wireMatch: RegExpExecArray | null =
      wire === undefined ? sticky(WIRE, text, Math.max(line.start, wireStart(text, at, line.start))) : null;
    if (wireMatch !== null && wireMatch.index + wireMatch[0].length <= limit) {
      const range: [number, number] | undefined =
        wireMatch.indices?.[1] ?? wireMatch.indices?.[2] ?? wireMatch.indices?.[3];
      wire = range && cut(source, range[0], range[1]);
      end = wireMatch.index + wireMatch[0].length;
      at = end;
      continue;
    }
    const dateMatch: RegExpExecArray | null = sticky(DATE, text, at);
    const range = dateMatch?.indices?.[1];
    if (dateMatch !== null && range !== undefined && dateMatch.index + dateMatch[0].length <= limit) {
      // A date that stands twice belongs to the dateline only when the closing dash comes after it.
      const closed = DASH.test(text.slice(dateMatch.index + dateMatch[0].length, limit));
      if (date !== undefined && !closed) break;
      date ??= quotedDate(source, range[0], range[1]);
      if (date === undefined) break;
      end = dateMatch.index + dateMatch[0].length;
      at = end;
      continue;
    }
    if (places !== undefined) break;
    places = placesAt(text, at, limit);
    if (places === undefined) break;
    end = places.end;
    at = end;
  }
  return finish(source, line, { places, date, wire, end });
}

interface Parts {
  readonly places: Span | undefined;
  readonly date: QuotedDate | undefined;
  readonly wire: Quote | undefined;
  readonly end: number;
}

function finish(
  source: QuoteSource,
  line: Span,
  { places, date, wire, end }: Parts,
): DatelineFound | undefined {
  const { text } = source;
  if (date === undefined && wire === undefined) return undefined;
  const after = text.slice(end, Math.min(line.end, end + 12));
  const whole = end >= line.end || /^[\s-–—.)]*$/.test(text.slice(end, line.end));
  const closed = DASH.test(after) || whole || (wire !== undefined && /^\s/.test(after));
  if (!closed || (wire === undefined && places === undefined && !whole)) return undefined;
  const starts = [places?.start, date?.quote.start, wire?.start].filter(
    (start): start is number => start !== undefined,
  );
  const first = Math.min(...starts);
  const quote = cut(source, openBracket(text, first, line.start, wire), end);
  if (quote === undefined) return undefined;
  const dash = /^[\s,]*(?:[-–—‒―]+[\s-–—]*)?/.exec(text.slice(end, line.end))?.[0].length ?? 0;
  const dateline: Dateline = present<Dateline>({
    quote,
    places: places === undefined ? [] : splitPlaces(source, places),
    date,
    wire,
  });
  return { dateline, textStart: Math.min(line.end, end + dash) };
}

function openBracket(text: string, first: number, lineStart: number, wire: Quote | undefined): number {
  if (wire?.start !== first) return first;
  const before = /[-(/\s]*$/.exec(text.slice(lineStart, first))?.[0].length ?? 0;
  return first - before;
}

/** A wire's opening dashes or bracket may have been taken for a separator: step back over them. */
function wireStart(text: string, at: number, lineStart: number): number {
  let start = at;
  while (start > lineStart && /[-/(\s]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

const PLACE_END = new RegExp(
  `\\s*(?:[,;–—|(/-]|\\s)*\\s*(?:${DATE_PATTERN}|\\(|/\\s?(?=(?:${WIRES}))|--|\\s[-–—‒]\\s|[–—]|$)`,
  'iy',
);

function placesAt(text: string, at: number, limit: number): Span | undefined {
  const stop = Math.min(limit, at + MAX_PLACE);
  const segment = text.slice(at, stop);
  if (!/^["“]?\p{Lu}/u.test(segment)) return undefined;
  for (const boundary of segment.matchAll(/[\s,.\p{L})’](?=[\s,;/(–—-]|$)/gu)) {
    const end = at + boundary.index + boundary[0].length;
    PLACE_END.lastIndex = end;
    const match = PLACE_END.exec(text);
    if (match === null || match[0] === '' || end - at < 3) continue;
    if (!looksLikePlace(text.slice(at, end))) return undefined;
    return { start: at, end: end - (/[\s,]*$/.exec(text.slice(at, end))?.[0].length ?? 0) };
  }
  return undefined;
}

function looksLikePlace(words: string): boolean {
  const parts = words.trim().split(/\s+/);
  return parts.length <= 14 && parts.every((word) => PLACE_WORD.test(word)) && !/[!?:]/.test(words);
}

/** "SAN DIEGO, Calif. and BASEL, Switzerland" is two places; a state or country stays with its city. */
function splitPlaces(source: QuoteSource, { start, end }: Span): Quote[] {
  const places: Quote[] = [];
  const text = source.text.slice(start, end);
  let from = 0;
  const cuts = [...text.matchAll(/\s+(?:and|&)\s+(?=\p{Lu})|\s*[/;|]\s*|\s+[–—-]\s+|,\s+(?:and\s+)?/gu)];
  for (const mark of cuts) {
    const rest = text.slice(mark.index + mark[0].length);
    const part = (/^[^,;/|]+?(?=\s+(?:and|&)\s|\s*[,;/|]|\s+[–—-]\s|$)/.exec(rest)?.[0] ?? rest).trim();
    const comma = mark[0].trimStart().startsWith(',');
    if (comma && !/and\s+$/.test(mark[0]) && isRegionHere(part, text)) continue;
    const place = cut(source, start + from, start + mark.index);
    if (place !== undefined) places.push(place);
    from = mark.index + mark[0].length;
  }
  const last = cut(source, start + from, end);
  if (last !== undefined) places.push(last);
  return places;
}

/** In "ZUG, Switzerland" the country is not in capitals, in "HICKORY, N.C." it is a known name. */
function isRegionHere(part: string, whole: string): boolean {
  if (isRegion(part)) return true;
  return /^\p{Lu}{3}/u.test(whole) && /\p{Ll}/u.test(part);
}

function quotedDate(source: QuoteSource, start: number, end: number): QuotedDate | undefined {
  const quote = cut(source, start, end);
  const iso = quote && isoDay(quote.text);
  return quote === undefined || iso === undefined ? undefined : { quote, iso };
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skip(pattern: RegExp, text: string, at: number): number {
  const match = sticky(pattern, text, at);
  return match === null ? at : at + match[0].length;
}
