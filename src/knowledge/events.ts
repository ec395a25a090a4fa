import { cut, present } from './cut.ts';
import { DATE_PATTERN, DATE_RANGE_PATTERN, isoDay, isoRange } from './dates.ts';
import type { MeetingEvent, Passage } from './model.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import { instants, TIME_PATTERN } from './times.ts';

const WORD =
  "(?:\\p{Lu}[\\p{L}\\p{N}’'.&/-]*,?|\\([A-Z][\\w\\s-]{1,14}\\)|&|\\d{1,3}(?:st|nd|rd|th)|(?:19|20)\\d{2})";
const KIND =
  '(?:Meeting|Congress|Symposium|Conference|Summit|Exposition|Expo|Convention|Workshop|Forum|Scientific Sessions|meeting|congress|symposium|conference|summit)';
/** A capitalised run that ends in what kind of gathering it is: "62nd … (ASH) Annual Meeting and Exposition". */
const MEETING = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORD}\\s+(?:(?:of|and|the|for|on|in|&)\\s+){0,2}){1,14}?${KIND}(?:\\s+(?:and|&)\\s+(?:Exposition|Expo|Exhibition))?(?:\\s+(?:19|20)\\d{2})?(?![\\p{L}]|\\s+(?:Center|Centre|Call|call|Room|Hall|Details|Website|website|LLC|Inc|Coverage))`,
  'dgu',
);
const NOT_A_MEETING =
  /^(?:The|This|Our|In|At|Annual|Special|Extraordinary|Virtual|Press|News|Video|Live)\s+(?:Meeting|Conference|meeting|conference)$|(?:Annual|Special|Extraordinary) (?:General )?Meeting of (?:Share|Stock)holders|^(?:Conference|Meeting|Video)\b/i;
const CALL =
  /(?:live\s+|earnings\s+)?(?:conference\s+call(?:\s+and\s+(?:live\s+)?(?:audio\s+)?webcast)?|earnings\s+call|audio\s+webcast|investor\s+call|webinar)/dgi;
const HOSTS = /\b(?:hosts?|hold|host a|conduct|will (?:host|hold)|register|scheduled|join)\b/i;
/** A single day after a meeting's name is the meeting's only when the words between say so. */
const HELD =
  /\b(?:held|takes? place|taking place|present\w*|attend\w*|scheduled|will be|on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*day|host\w*|report|discuss\w*)\b|^\s*[,(]/;
const VIRTUAL =
  /\b(?:virtual(?:ly)?(?:\s+(?:event|meeting|conference|congress|format))?|held online|online event)\b/di;
const PLACE =
  /\b(?:held\s+(?:at|in)|takes? place (?:at|in)|taking place (?:at|in)|\bin|\bat)\s+((?:the\s+)?\p{Lu}[\p{L}.'’&-]*(?:[\s,]+(?:in\s+)?(?:of\s+)?(?:and\s+)?\p{Lu}[\p{L}.'’&-]*){0,9})/dgu;

/** The meetings and calls that the news speaks of, each with what the same sentence says of it. */
export function eventsOf(source: QuoteSource, passages: readonly Passage[]): MeetingEvent[] {
  const events: MeetingEvent[] = [];
  for (const [index, { quote, role, form, paragraph }] of passages.entries()) {
    const elsewhere = role === 'forward_looking' || role === 'references' || role === 'trailer';
    if (elsewhere || form === 'row' || form === 'headline' || form === 'dateline') continue;
    for (const meeting of meetingsIn(source, quote)) add(events, meeting);
    const before = passages[index - 1];
    const said =
      before?.paragraph.start === paragraph.start && before.form !== 'dateline' ? before.quote : undefined;
    const call = callIn(source, quote, said);
    if (call !== undefined) add(events, call);
  }
  return events;
}

function meetingsIn(source: QuoteSource, sentence: Span): MeetingEvent[] {
  const content = source.text.slice(sentence.start, sentence.end);
  if (!/(?:eeting|ongress|ymposium|onference|ummit|xpo|onvention|orkshop|orum|essions)/.test(content))
    return [];
  return [...content.matchAll(MEETING)].flatMap((match) => {
    const name = meetingName(source, sentence.start + match.index, match[0]);
    if (name === undefined) return [];
    const rest = { start: name.end, end: sentence.end };
    const dates = datesIn(source, rest, 140);
    return [
      present<MeetingEvent>({
        kind: 'meeting',
        name,
        number: numberIn(source, name),
        place: placeIn(source, rest),
        virtual: virtualIn(source, rest),
        ...dates,
      }),
    ];
  });
}

function meetingName(source: QuoteSource, start: number, printed: string): Quote | undefined {
  const lead =
    /^(?:(?:the|at|in|on|for|of|and|during|from|upcoming|recent|following|about)\s+)+/i.exec(printed)?.[0]
      .length ?? 0;
  const name = cut(source, start + lead, start + printed.length);
  if (name === undefined || NOT_A_MEETING.test(name.text) || name.text.split(/\s+/).length < 2)
    return undefined;
  return /\p{Lu}\p{L}+\s.*\s?\p{L}/u.test(name.text) && name.text.length > 12 ? name : undefined;
}

function numberIn(source: QuoteSource, name: Quote): Quote | undefined {
  const match = /\b\d{1,3}(?:st|nd|rd|th)\b/.exec(name.text);
  return match
    ? cut(source, name.start + match.index, name.start + match.index + match[0].length)
    : undefined;
}

function virtualIn(source: QuoteSource, span: Span): Quote | undefined {
  const match = VIRTUAL.exec(source.text.slice(span.start, Math.min(span.end, span.start + 120)));
  return match
    ? cut(source, span.start + match.index, span.start + match.index + match[0].length)
    : undefined;
}

/** The days that stand within `reach` characters after the name, and what they are. */
function datesIn(
  source: QuoteSource,
  span: Span,
  reach: number,
  pick: 'first' | 'weekday' = 'first',
): Pick<MeetingEvent, 'dates' | 'firstDay' | 'lastDay'> {
  const content = source.text.slice(span.start, Math.min(span.end, span.start + reach));
  const match = dateMatch(content, pick);
  if (!match) return {};
  const dates = cut(source, span.start + match.index, span.start + match.index + match[0].length);
  if (dates === undefined) return {};
  if (pick === 'first' && !isRange(dates.text) && !HELD.test(content)) return {};
  const day = isoDay(dates.text);
  const range = isRange(dates.text) ? isoRange(dates.text) : day && { firstDay: day, lastDay: day };
  return range ? { dates, ...range } : { dates };
}

/** "the Moscone Center in San Francisco, CA": what follows "at" or "in" right after the name. */
function placeIn(source: QuoteSource, span: Span): Quote | undefined {
  const content = source.text.slice(span.start, Math.min(span.end, span.start + 160));
  for (const match of content.matchAll(PLACE)) {
    const range = match.indices?.[1];
    const printed = match[1] ?? '';
    if (
      range === undefined ||
      /^(?:the\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Company|Phase|Patients|Booth|Session)/.test(
        printed,
      )
    )
      continue;
    const bare = printed
      .replace(/(?<=\p{Ll}{3})\.$/u, '')
      .replace(/[\s,]+(?:and|in|of)?$/, '')
      .replace(
        /,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\.?$/,
        '',
      );
    return cut(source, span.start + range[0], span.start + range[0] + bare.length);
  }
  return undefined;
}

function callIn(source: QuoteSource, sentence: Span, before: Span | undefined): MeetingEvent | undefined {
  const content = source.text.slice(sentence.start, sentence.end);
  const match = [...content.matchAll(CALL)][0];
  if (match === undefined || !HOSTS.test(content)) return undefined;
  const name = cut(source, sentence.start + match.index, sentence.start + match.index + match[0].length);
  if (name === undefined) return undefined;
  const time = new RegExp(TIME_PATTERN, 'i').exec(content);
  const timeQuote = time
    ? cut(source, sentence.start + time.index, sentence.start + time.index + time[0].length)
    : undefined;
  const own = datesIn(source, sentence, sentence.end - sentence.start, 'weekday');
  // "… on Thursday, May 1. Following the release, management will host a call at 4:30 p.m. ET"
  const earlier = own.dates === undefined && timeQuote !== undefined && before !== undefined;
  const dates = earlier ? datesIn(source, before, before.end - before.start, 'weekday') : own;
  if (timeQuote === undefined && dates.dates === undefined) return undefined;
  const instant = dates.firstDay && timeQuote ? instants(dates.firstDay, timeQuote.text).startsAt : undefined;
  return present<MeetingEvent>({ kind: 'call', name, ...dates, time: timeQuote, startsAt: instant });
}

const DATES = new RegExp(`${DATE_RANGE_PATTERN}|${DATE_PATTERN}`, 'gi');

/** For a meeting the first date after its name; for a call the day of the week tells it from a quarter's end. */
function dateMatch(content: string, pick: 'first' | 'weekday'): RegExpExecArray | undefined {
  const found = [...content.matchAll(DATES)];
  if (pick === 'first') return found[0];
  return found.find(([date]) => /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(date)) ?? found.at(-1);
}

function isRange(printed: string): boolean {
  return new RegExp(`^(?:${DATE_RANGE_PATTERN})$`, 'i').test(printed);
}

/** The same gathering named again only fills what was missing. */
function add(events: MeetingEvent[], event: MeetingEvent): void {
  const at = events.findIndex((known) => known.kind === event.kind && sameGathering(known, event));
  const known = events[at];
  if (known === undefined) events.push(event);
  else events[at] = { ...event, ...known };
}

function sameGathering(one: MeetingEvent, other: MeetingEvent): boolean {
  if (one.kind === 'call') return one.firstDay === other.firstDay || !one.firstDay || !other.firstDay;
  const [a, b] = [fold(one.name.text), fold(other.name.text)];
  return a === b || a.includes(b) || b.includes(a);
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:19|20)\d{2}\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
