import { cutSpan } from './cut.ts';
import type { Front } from './front.ts';
import { bareFieldEnd } from './glued.ts';
import { isHeadingLike, isKnownHeading, isStatementHeading, roleOfHeading } from './headings.ts';
import { type LabelKind, labelKind, labelParts } from './labels.ts';
import type { Section, SectionRole } from './model.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import { headingStack } from './stack.ts';
import { cellsOf } from './tables.ts';
import type { Unit } from './units.ts';

export type PlacedForm =
  | 'headline'
  | 'dateline'
  | 'heading'
  | 'prose'
  | 'label'
  | 'bullet'
  | 'row'
  | 'caption';

/** The two sides of a labelled line. */
export interface Labelled {
  readonly label: Span;
  readonly value: Span;
  readonly kind?: LabelKind;
}

/** A logical line with its place in the outline. */
export interface Placed {
  readonly unit: Unit;
  readonly form: PlacedForm;
  readonly role: SectionRole;
  readonly headings: readonly Quote[];
  readonly labelled?: Labelled;
}

export interface Outline {
  readonly placed: readonly Placed[];
  readonly sections: readonly Section[];
}

const TRAILER =
  /^(?:View (?:the )?(?:original|source)\b|SOURCE:?\s+\S|Source:\s+\p{Lu}|Cision View|Copyright\b|©|To view the (?:source|original) version|#\s?#\s?#|[-–—]*\s?(?:ends?|END|End)\s?[-–—]*$)/u;
const CAPTION =
  /^(?:\(?(?:Photo|Image|Graphic|Video|Logo|Featured (?:photo|image)|Figure|Fig\.|Chart|Caption)\b[^.]{0,12}(?:[:–—-]|by\b|from\b|\d)|[a-z]\s\p{Lu}|[A-Za-z0-9+-]{1,8}\s?=\s?\p{L})/u;
const FORWARD =
  /forward[- ‑]?looking\s+(?:statements?|information)|Private\s+Securities\s+Litigation\s+Reform\s+Act/i;
const FORWARD_MORE =
  /forward[- ‑]?looking|risks?\s+and\s+uncertaint|undertakes?\s+no\s+obligation|differ\s+materially|risk\s+factors|duty\s+to\s+update|disclaims?\s+any/i;
const CONTACT_LINE = /\S{1,64}@\S{1,200}?\.\S|\+?\(?\d[\d\s()./-]{7,}\d/;

/** Places every logical line under its headings and in its section. */
export function outlineOf(source: QuoteSource, units: readonly Unit[], front: Front): Outline {
  const { text } = source;
  const stack = headingStack(text, units[0]?.start ?? 0);
  const placed: Placed[] = [];
  let forward = false;

  const bodyRole = (unit: Unit, content: string): SectionRole => {
    const role = stack.role();
    if (TRAILER.test(content)) return leave('trailer', unit);
    // Contacts and trailers are short lines: a paragraph after them is text again.
    if ((role === 'contacts' || role === 'trailer') && isParagraph(content))
      return isForward(content, false) ? leave('forward_looking', unit) : leave('body', unit);
    if (role === 'contacts' || role === 'trailer')
      return startsContacts(text, unit) ? leave('contacts', unit) : role;
    if (startsContacts(text, unit)) return leave('contacts', unit);
    if (role === 'forward_looking' || role === 'references') return role;
    forward = isForward(content, forward);
    return forward ? 'forward_looking' : role;
  };
  const leave = (role: SectionRole, unit: Unit): SectionRole => {
    if (stack.role() !== role) stack.leave(role, unit.start);
    return role;
  };

  units.forEach((unit, index) => {
    const content = text.slice(unit.start, unit.end);
    const frontRole = front.roles[index];
    if (frontRole !== undefined) {
      placed.push(inFront(unit, frontRole, labelOf(text, unit, 'body')));
      return;
    }
    const heading = isHeading(text, units, index, stack.role()) ? cutSpan(source, unit) : undefined;
    if (heading !== undefined) {
      stack.push(heading);
      forward = false;
      placed.push({ unit, form: 'heading', role: stack.role(), headings: stack.headings().slice(0, -1) });
      return;
    }
    // Statements of operations stand after the contacts as often as before them.
    const table =
      unit.form === 'row' && (stack.role() === 'forward_looking' || isFigures(stack.role(), content));
    if (table) leave('body', unit);
    stack.text();
    const role = bodyRole(unit, content);
    const labelled = labelOf(text, unit, role);
    const form = formOf(unit, content, labelled, units[index - 1]);
    placed.push({ unit, form, role, headings: stack.headings(), ...(labelled && { labelled }) });
  });
  return { placed, sections: stack.close(units.at(-1)?.end ?? text.length) };
}

function inFront(
  unit: Unit,
  role: NonNullable<Front['roles'][number]>,
  labelled: Labelled | undefined,
): Placed {
  const above: SectionRole = role === 'preamble' || role === 'bare dateline' ? 'preamble' : 'body';
  if (role === 'headline') return { unit, form: 'headline', role: above, headings: [] };
  if (role === 'dateline' || role === 'bare dateline')
    return { unit, form: 'dateline', role: above, headings: [] };
  const form = unit.form === 'text' ? 'prose' : unit.form;
  return { unit, form, role: above, headings: [], ...(labelled && { labelled }) };
}

function formOf(
  unit: Unit,
  content: string,
  labelled: Labelled | undefined,
  before: Unit | undefined,
): PlacedForm {
  if (unit.form === 'row' && labelled !== undefined) return 'label';
  if (unit.form !== 'text') return unit.form;
  if (CAPTION.test(content) && (content.length < 400 || before?.form === 'row')) return 'caption';
  return labelled === undefined ? 'prose' : 'label';
}

function labelOf(text: string, unit: Unit, role: SectionRole): Labelled | undefined {
  if (unit.form === 'row') return labelledRow(text, unit);
  const bare = bareFieldEnd(text, unit);
  if (bare !== undefined)
    return { label: { start: unit.start, end: bare }, value: { start: bare, end: unit.end } };
  const parts = labelParts(text, unit);
  if (
    parts === undefined ||
    (parts.kind === undefined && (role === 'forward_looking' || role === 'references'))
  )
    return undefined;
  return parts;
}

/** "| Title: | Cold Water |": a row whose first cell is a label and whose second is its value. */
function labelledRow(text: string, unit: Unit): Labelled | undefined {
  const [label, value, ...others] = cellsOf(text, unit).filter(({ start, end }) => start < end);
  if (label === undefined || value === undefined || others.length > 0) return undefined;
  const name = text.slice(label.start, label.end).replace(/\s?[:：]$/, '');
  const kind = labelKind(name);
  const colon = text.charAt(label.end - 1) === ':' || (kind !== 'other' && kind !== 'contact');
  if (kind === undefined || !colon || /^(?:Media|Investors?|Company)/.test(name)) return undefined;
  return { label: { start: label.start, end: label.start + name.length }, value, kind };
}

/** Whether the line at `index` heads the lines after it. */
function isHeading(text: string, units: readonly Unit[], index: number, role: SectionRole): boolean {
  const unit = units[index];
  const next = units[index + 1];
  if (unit === undefined || unit.form !== 'text') return false;
  const content = text.slice(unit.start, unit.end);
  if (content.length > 160 || TRAILER.test(content)) return false;
  if (isKnownHeading(content) && (unit.opens || unit.glued || roleOfHeading(content) !== 'body')) return true;
  if (isStatementHeading(content) && next !== undefined) return true;
  if (next === undefined || role === 'contacts' || role === 'trailer' || role === 'references') return false;
  const bare = content.replace(/\s?[:：]$/, '');
  if (
    !isHeadingLike(bare) ||
    labelParts(text, unit) !== undefined ||
    (CAPTION.test(content) && content.length > 8)
  )
    return false;
  const nextText = text.slice(next.start, next.end);
  if (bare !== content) return bare.split(/\s+/).length <= 12 && !CONTACT_LINE.test(nextText);
  if (!unit.opens && !(nextText.length > 150 && unit.block === next.block)) return false;
  const labelled = labelParts(text, next) !== undefined;
  if (unit.block === next.block && next.form === 'text' && nextText.length < 100 && !labelled) return false;
  if (TRAILER.test(nextText)) return false;
  // A paragraph may tell how to dial in; a short line with a number is somebody's.
  const isProse = nextText.length > 120 && /\p{Ll}{2}\.(?:\s|$)/u.test(nextText);
  return isProse || !CONTACT_LINE.test(nextText.slice(0, 120).replace(/https?:\S+/g, ''));
}

/** A row of a table of figures among the contacts: two numbers, and none that is dialled. */
function isFigures(role: SectionRole, content: string): boolean {
  if (role !== 'contacts' && role !== 'trailer') return false;
  return (content.match(/\d[\d,.]*/g)?.length ?? 0) >= 2 && !CONTACT_LINE.test(content);
}

/** A safe harbor statement without a heading: it says so at its start, or goes on from one that did. */
function isForward(content: string, before: boolean): boolean {
  if (content.length < 80) return false;
  if (before && FORWARD_MORE.test(content)) return true;
  const mentions = content.match(/forward[- ‑]?looking/gi)?.length ?? 0;
  return FORWARD.test(content) && (mentions >= 2 || FORWARD.test(content.slice(0, 260)));
}

function isParagraph(content: string): boolean {
  return (
    content.length > 220 &&
    /\p{Ll}{2}[.!?]\s+\p{Lu}/u.test(content) &&
    (content.match(/\S{1,64}@\S{1,200}?\.\S/g)?.length ?? 0) < 2
  );
}

/** A line that opens the contacts without heading them: a contact label, or a name beside an address. */
function startsContacts(text: string, unit: Unit): boolean {
  const content = text.slice(unit.start, Math.min(unit.end, unit.start + 220));
  if (labelParts(text, unit)?.kind === 'contact') return true;
  if (
    /^\|?\s*(?:Media|Investors?|Press)\s*:?\s*(?:\||\s{3,})\s*(?:Media|Investors?|Press|Company)\b/i.test(
      content,
    )
  )
    return true;
  if (content.length >= 160 || !/\S{1,64}@\S{1,200}?\.\S/.test(content)) return false;
  // "Holders may send questions by email to ir@acme.com before 5:00 p.m.": a sentence of the news.
  if (
    content.split(/\s+/).length > 11 &&
    /[\p{Ll}\d]\.$/u.test(content) &&
    !/^For\b|\bcontact\b/i.test(content)
  )
    return false;
  return (
    content.length < 60 || /^For (?:more|further|additional)\b|\bcontact\b|:\s*\S+@|[\d)]\s/i.test(content)
  );
}
