import { cut, cutSpan, present } from './cut.ts';
import { DATE_PATTERN, isoDay } from './dates.ts';
import type { LabelKind } from './labels.ts';
import type { Abstract, LabelledField, QuotedDate } from './model.ts';
import type { Placed } from './outline.ts';
import { productCodeIn } from './products.ts';
import type { Quote, QuoteSource } from './quote.ts';
import { isRule } from './tables.ts';
import { instants, TIME_PATTERN } from './times.ts';

interface Field extends LabelledField {
  readonly kind: LabelKind;
}

interface Draft {
  readonly fields: Field[];
  readonly heading: Quote | undefined;
  readonly headings: readonly Quote[];
  readonly first: number;
  last: number;
}

/** Kinds that only labelled blocks of abstracts and talks have. */
const TELLING: ReadonlySet<LabelKind> = new Set([
  'title',
  'session',
  'number',
  'board',
  'presenter',
  'program',
  'onlineOnly',
]);
const STARTS_ANEW: ReadonlySet<LabelKind> = new Set(['title', 'number']);
const TITLED = /\b(?:titled|entitled)\s*[:,]?\s*["“]([^”"]{10,400})["”]/dg;

/** The labelled blocks of abstracts, posters and talks, each with the fields that the text gives. */
export function abstractsOf(
  source: QuoteSource,
  placed: readonly Placed[],
): { abstracts: Abstract[]; members: ReadonlySet<number> } {
  const drafts = draftsOf(source, placed).filter(isAbstract);
  const members = new Set<number>();
  const abstracts = drafts.map((draft) => {
    for (let index = draft.first; index <= draft.last; index += 1) members.add(index);
    return abstractFrom(source, placed, draft);
  });
  return { abstracts, members };
}

function draftsOf(source: QuoteSource, placed: readonly Placed[]): Draft[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let gap = 0;
  placed.forEach((item, index) => {
    if (item.form === 'row' && isRule(source.text, item.unit)) return;
    const kind = item.labelled?.kind;
    const usable = item.form === 'label' || item.form === 'bullet';
    if (
      !usable ||
      kind === undefined ||
      kind === 'contact' ||
      item.role === 'contacts' ||
      item.role === 'trailer'
    ) {
      gap += 1;
      if (item.form === 'heading' || item.form === 'row' || gap > 2) draft = undefined;
      return;
    }
    const field = fieldOf(source, item, kind);
    if (field === undefined) return;
    if (draft === undefined || draft.headings !== item.headings || repeats(draft, field)) {
      draft = {
        fields: [],
        heading: item.headings.at(-1),
        headings: item.headings,
        first: index,
        last: index,
      };
      drafts.push(draft);
    }
    draft.fields.push(field);
    draft.last = index;
    gap = 0;
  });
  return drafts;
}

function fieldOf(source: QuoteSource, { labelled }: Placed, kind: LabelKind): Field | undefined {
  if (labelled === undefined) return undefined;
  const label = cutSpan(source, labelled.label);
  const value = cutSpan(source, labelled.value);
  if (label === undefined || value === undefined) return undefined;
  // "Abstract: LBA-12" gives a number where "Abstract: Pumps in Cold Water" gives a title.
  const numbered = kind === 'title' && /^#?\s?[A-Z]{0,5}-?\d{1,6}[A-Z]?$/.test(value.text);
  return { label, value, kind: numbered ? 'number' : kind };
}

function repeats(draft: Draft, field: Field): boolean {
  if (draft.fields[0]?.label.text === field.label.text) return true;
  return (
    STARTS_ANEW.has(field.kind) &&
    draft.fields.some(({ kind, label }) => kind === field.kind && label.text === field.label.text)
  );
}

function isAbstract({ fields }: Draft): boolean {
  const kinds = new Set(fields.map(({ kind }) => kind));
  const telling = [...kinds].filter((kind) => TELLING.has(kind)).length;
  return (
    fields.length >= 2 &&
    telling >= 1 &&
    (telling >= 2 || kinds.has('title') || kinds.has('number') || kinds.has('session'))
  );
}

function abstractFrom(source: QuoteSource, placed: readonly Placed[], draft: Draft): Abstract {
  const value = (...kinds: LabelKind[]): Quote | undefined =>
    draft.fields.find(({ kind }) => kinds.includes(kind))?.value;
  const online = draft.fields.find(({ kind }) => kind === 'onlineOnly');
  const title = value('title') ?? titleBefore(source, placed, draft);
  const when = value('date', 'dateTime') ?? undefined;
  const date = dateIn(source, when) ?? dateIn(source, value('session'));
  const time = timeIn(source, value('time')) ?? timeIn(source, value('dateTime', 'date'));
  const link = linkOf(source, placed, draft, value('link') ?? online?.value);
  const first = placed[draft.first]?.unit.start ?? 0;
  return present<Abstract>({
    candidate: candidateOf(source, draft.headings, title),
    title,
    program: value('program'),
    type: value('type'),
    session: value('session'),
    date,
    time,
    ...(date && time ? instants(date.iso, time.text) : {}),
    location: value('location'),
    presenter: value('presenter'),
    number: numberOf(draft.fields),
    link,
    onlineOnly: online?.label,
    fields: draft.fields.map(({ label, value: fieldValue }) => ({ label, value: fieldValue })),
    span: {
      start: draft.heading !== undefined && first - draft.heading.end < 4 ? draft.heading.start : first,
      end: placed[draft.last]?.unit.end ?? first,
    },
  });
}

/** The abstract's own number before the board's or the session's. */
function numberOf(fields: readonly Field[]): Quote | undefined {
  const numbers = fields.filter(({ kind }) => kind === 'number');
  const own = numbers.find(({ label }) =>
    /^(?:Abstract|Presentation|Publication|Poster|Paper)/.test(label.text),
  );
  return (own ?? numbers[0] ?? fields.find(({ kind }) => kind === 'board'))?.value;
}

/** The heading when it is a product's code, else the code that the title or a heading above names. */
function candidateOf(
  source: QuoteSource,
  headings: readonly Quote[],
  title: Quote | undefined,
): Quote | undefined {
  const heading = headings.at(-1);
  const short = heading !== undefined && heading.text.split(/\s+/).length <= 4;
  if (short && productCodeIn(source, heading) !== undefined) return heading;
  for (const quote of [title, ...headings.toReversed()]) {
    const code = quote && productCodeIn(source, quote);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** A block without a title label takes the title that the paragraphs above it quote. */
function titleBefore(source: QuoteSource, placed: readonly Placed[], draft: Draft): Quote | undefined {
  for (let index = draft.first - 1; index >= Math.max(0, draft.first - 4); index -= 1) {
    const item = placed[index];
    if (item === undefined || !sameHeadings(item.headings, draft.headings) || item.form === 'label')
      return undefined;
    const match = [...source.text.slice(item.unit.start, item.unit.end).matchAll(TITLED)].at(-1);
    const range = match?.indices?.[1];
    if (range !== undefined)
      return cut(
        source,
        item.unit.start + range[0],
        item.unit.start +
          source.text.slice(item.unit.start + range[0], item.unit.start + range[1]).replace(/[.,]+$/, '')
            .length +
          range[0],
      );
  }
  return undefined;
}

function sameHeadings(one: readonly Quote[], other: readonly Quote[]): boolean {
  return one === other || (one.length === 0 && other.length === 0);
}

function dateIn(source: QuoteSource, value: Quote | undefined): QuotedDate | undefined {
  const match = value && new RegExp(DATE_PATTERN, 'i').exec(value.text);
  if (!match || value === undefined) return undefined;
  const quote = cut(source, value.start + match.index, value.start + match.index + match[0].length);
  const iso = quote && isoDay(quote.text);
  return quote === undefined || iso === undefined ? undefined : { quote, iso };
}

function timeIn(source: QuoteSource, value: Quote | undefined): Quote | undefined {
  const match = value && new RegExp(TIME_PATTERN, 'i').exec(value.text);
  return match && value
    ? cut(source, value.start + match.index, value.start + match.index + match[0].length)
    : undefined;
}

function linkOf(
  source: QuoteSource,
  placed: readonly Placed[],
  draft: Draft,
  value: Quote | undefined,
): Quote | undefined {
  if (value !== undefined && /^https?:|^www\./.test(value.text)) return value;
  const next = placed[draft.last + 1]?.unit;
  const match = next && /^\(?(https?:\/\/[^\s)]+)\)?$/d.exec(source.text.slice(next.start, next.end));
  const range = match?.indices?.[1];
  return next && range ? cut(source, next.start + range[0], next.start + range[1]) : undefined;
}
