import type { Span } from './quote.ts';

/** What a label of an abstract, talk or call stands for. */
export type LabelKind =
  | 'title'
  | 'program'
  | 'type'
  | 'session'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'location'
  | 'presenter'
  | 'number'
  | 'board'
  | 'link'
  | 'onlineOnly'
  | 'contact'
  | 'other';

const OF =
  '(?:Abstract|Poster|Presentation|Oral Presentation|Poster Presentation|Oral|Talk|Paper|Publication|Lecture)';

/** Labels by what they stand for; the longer ones first, so that "Session Date" is not a session. */
const KNOWN: readonly (readonly [LabelKind, string])[] = [
  ['onlineOnly', 'Online [Oo]nly'],
  ['link', '(?:Abstract |Poster |Presentation )?(?:Online|Link|URL|Webcast(?: Link)?|Live Webcast|Replay)'],
  ['board', '(?:Poster )?Board(?: (?:Number|No\\.?|#))?'],
  ['number', `(?:${OF}|Session|Control)(?: Presentation)? ?(?:Numbers?|No\\.?|#|ID|Code)`],
  [
    'dateTime',
    `(?:(?:${OF}|Session) )?(?:Date ?(?:and|&|/|,) ?Time|Time ?(?:and|&|/|,) ?Date)(?: of Presentation)?|When`,
  ],
  ['date', `(?:(?:${OF}|Session) )?Dates?`],
  ['time', `(?:(?:${OF}|Session|Local) )?Time|Fireside [Cc]hat(?: [Tt]ime)?|Panel(?: Discussion)?|1x1s`],
  ['type', `(?:(?:${OF}|Session) )?(?:Type|Format)`],
  ['title', `(?:(?:${OF}) )?Titles?|Title of (?:Abstract|Poster|Presentation|Talk)`],
  [
    'presenter',
    '(?:Presenting |Lead |First |Corresponding )?(?:Presenters?|Authors?|Speakers?|Lead Author|Presented by)',
  ],
  ['session', '(?:(?:Poster|Oral|Presentation) )?Session(?: (?:Title|Name|Category|Track))?|Track|Category'],
  ['program', 'Programs?'],
  ['location', '(?:(?:Session|Poster|Presentation) )?(?:Location|Venue|Room|Hall|Place)|Where'],
  ['title', '(?:Oral |Poster |Encore |Podium |Plenary |Keynote )?(?:Presentation|Poster|Abstract|Talk)'],
  [
    'contact',
    '(?:(?:Company|Corporate|General|Investors?(?: Relations)?|Media|Press|IR|Public Relations|Medical|Business|Sales|Investor and Media|Media and Investor|Investors? (?:&|and|/) Media|Media (?:&|and|/) Investors?)(?: Relations)? )?(?:Contacts?|Inquiries|Enquiries)(?: Details| Information)?|(?:(?:MEDIA|INVESTORS?|COMPANY|PRESS|CORPORATE|INVESTOR RELATIONS|MEDIA RELATIONS) )?CONTACTS?|(?:Media|Investor|Company|Press) contacts?',
  ],
  [
    'other',
    'Conference ID|Event|Conference|Meeting|Webcast|Participants|Toll[- ]Free|International|Dial[- ]in(?: Number)?|Passcode|E-?mail|Tel(?:ephone)?|Phone|Fax|Website|Web|Company Website|Address|Moderators?|Topic|Registration',
  ],
];

const WHOLE = new Map<LabelKind, RegExp>();
for (const [kind, pattern] of KNOWN) {
  const before = WHOLE.get(kind)?.source.slice(4, -2);
  WHOLE.set(kind, new RegExp(`^(?:${before === undefined ? pattern : `${before}|${pattern}`})$`, 'i'));
}

/** Any known label where a line, or a value that it is glued to, could end and the label begin. */
const ANY = new RegExp(`(?:${KNOWN.map(([, pattern]) => pattern).join('|')})(?= ?[:：])`, 'g');
const AT_START = new RegExp(`^(?:${KNOWN.map(([, pattern]) => pattern).join('|')})(?= ?[:：])`, 'i');
/** Common nouns too: inside a line they only count as labels when glued to the word before. */
const WEAK =
  /^(?:Presentation|Poster|Abstract|Talk|Session|Program|Programs|Type|Track|Category|Event|Conference|Meeting|Web|Topic|International|Online|Link|When|Where|Address|Place|Room|Hall|Titles?|Board|Speakers?|Authors?)$/;
const GENERIC = /^[\p{Lu}\d][^\n:：.!?"“”|]{0,60}?(?= ?[:：])/u;

/** What a label stands for; undefined when it is none that abstracts, calls or contacts use. */
export function labelKind(label: string): LabelKind | undefined {
  for (const [kind] of KNOWN) if (WHOLE.get(kind)?.test(label)) return kind;
  return undefined;
}

/** The known label that a line starts with. */
export function labelStart(line: string): string | undefined {
  return /^\p{Lu}/u.test(line) ? AT_START.exec(line)?.[0] : undefined;
}

/**
 * The label and value of a line such as "Session: 653. Myeloma: Therapy"; the first colon divides.
 * Labels that are not known count when they are a few words and the value is short and one phrase.
 */
export function labelParts(
  text: string,
  line: Span,
): { label: Span; value: Span; kind?: LabelKind } | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + 90));
  const known = labelStart(content);
  const label = known ?? GENERIC.exec(content)?.[0];
  if (label === undefined) return undefined;
  const colon = line.start + label.length + content.slice(label.length).search(/[:：]/);
  let valueStart = colon + 1;
  while (valueStart < line.end && /\s/.test(text.charAt(valueStart))) valueStart += 1;
  if (valueStart >= line.end) return undefined;
  const parts = {
    label: { start: line.start, end: line.start + label.trimEnd().length },
    value: { start: valueStart, end: line.end },
  };
  const kind = known === undefined ? undefined : labelKind(known);
  if (kind !== undefined) return { ...parts, kind };
  return isGenericLabel(label, text.slice(valueStart, Math.min(line.end, valueStart + 300)))
    ? parts
    : undefined;
}

function isGenericLabel(label: string, value: string): boolean {
  if (label.trim().split(/\s+/).length > 7 || value.length > 280) return false;
  // "Acme (ISIN: …) is listed": the colon is the bracket's, not the line's.
  if (/\([^)]*$|（[^）]*$/.test(label)) return false;
  if (/^(?:For|To|The|This|These|We|In)\s/.test(label)) return false;
  if (/^\/\//.test(value) || /^\d{1,2}:?\d{0,2}$/.test(label)) return false;
  return !/[.!?]["”’)]?\s+["“]?\p{Lu}/u.test(value) && !/^(?:https?|mailto)$/i.test(label);
}

/** Cuts a line where a further label stands glued to the value before, or after it on the same line. */
export function splitLabels(text: string, start: number, end: number): Span[] {
  const content = text.slice(start, end);
  if (!/[:：]/.test(content)) return [{ start, end }];
  const labelled = labelStart(content) !== undefined;
  const cuts = [0];
  for (const match of content.matchAll(ANY)) {
    if (match.index === 0) continue;
    const before = content.charAt(match.index - 1);
    const glued = /[\p{Ll}\d)\]”"’®™.%]/u.test(before);
    const spaced = labelled && /\s/.test(before) && !WEAK.test(match[0]) && !inLabel(content, match.index);
    if (glued || spaced) cuts.push(match.index);
  }
  return cuts
    .map((from, index) => trimmedSpan(text, start + from, start + (cuts[index + 1] ?? content.length)))
    .filter(({ start: from, end: to }) => from < to);
}

/** "Poster Session A Title:" is no place to cut: the words before belong to the label. */
function inLabel(content: string, index: number): boolean {
  return /(?:Poster|Oral|Session|Presentation|Abstract|Conference|Local|Live|Start|End)\s$/.test(
    content.slice(Math.max(0, index - 16), index),
  );
}

function trimmedSpan(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
