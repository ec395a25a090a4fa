import { cutSpan, present } from './cut.ts';
import type { DatelineFound } from './dateline.ts';
import { headerOf } from './headers.ts';
import type { Passage, PassageForm } from './model.ts';
import type { Labelled, Placed } from './outline.ts';
import type { QuoteSource, Span } from './quote.ts';
import { sentencesOf } from './sentences.ts';
import { speakersIn } from './speakers.ts';
import { isRule } from './tables.ts';

/** Longest list or table shown whole as a passage's context; beyond it each line is its own. */
const MAX_GROUP = 3000;

/** The passages of a release in text order; every letter and digit of the text stands in one. */
export function passagesOf(
  source: QuoteSource,
  placed: readonly Placed[],
  found: DatelineFound | undefined,
): Passage[] {
  const groups = groupsOf(placed);
  const headers = headerOf(source, placed);
  return placed.flatMap((item, index) => {
    const { headings, role } = item;
    const paragraph = groups[index] ?? { start: item.unit.start, end: item.unit.end };
    const speakerOf = item.form === 'prose' ? speakersIn(source, item.unit) : undefined;
    return piecesOf(source, item, found).flatMap(({ span, form }) => {
      const quote = cutSpan(source, span);
      if (quote === undefined) return [];
      const passage = present<Passage>({
        quote,
        form,
        headings,
        role,
        paragraph,
        speaker: speakerOf?.(span),
      });
      if (form === 'row') return [present<Passage>({ ...passage, header: headers(index) })];
      return [
        item.labelled === undefined || span !== item.unit
          ? passage
          : { ...passage, ...sides(source, item.labelled) },
      ];
    });
  });
}

interface Piece {
  readonly span: Span;
  readonly form: PassageForm;
}

/** The passages of one logical line: the line itself, or its sentences. */
function piecesOf(source: QuoteSource, item: Placed, found: DatelineFound | undefined): Piece[] {
  const { text } = source;
  const { unit, form } = item;
  const sentences = (span: Span, sentenceForm: PassageForm): Piece[] =>
    sentencesOf(text, span).map((sentence) => ({ span: sentence, form: sentenceForm }));
  if (form === 'row') return isRule(text, unit) ? [] : [{ span: unit, form }];
  if (form === 'prose') return sentences(unit, 'sentence');
  if (form === 'bullet' && item.labelled?.kind === undefined && unit.end - unit.start > 300)
    return sentences(unit, form);
  if (form !== 'dateline' || found === undefined || !within(found.dateline.quote, unit))
    return [{ span: unit, form }];
  const { end } = found.dateline.quote;
  return [
    { span: { start: unit.start, end }, form },
    ...sentences({ start: Math.max(found.textStart, end), end: unit.end }, 'sentence'),
  ];
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function sides(source: QuoteSource, { label, value }: Labelled): Partial<Passage> {
  return present<Pick<Passage, 'label' | 'value'>>({
    label: cutSpan(source, label),
    value: cutSpan(source, value),
  });
}

/** The span of the list or table that each line stands in, or the line itself. */
function groupsOf(placed: readonly Placed[]): Span[] {
  const groups: Span[] = placed.map(({ unit }) => ({ start: unit.start, end: unit.end }));
  let from = 0;
  for (let index = 1; index <= placed.length; index += 1) {
    const first = placed[from];
    const item = placed[index];
    if (first !== undefined && item !== undefined && sameGroup(first, item)) continue;
    const last = placed[index - 1];
    if (
      first !== undefined &&
      last !== undefined &&
      index - from > 1 &&
      last.unit.end - first.unit.start <= MAX_GROUP
    ) {
      const whole = { start: first.unit.start, end: last.unit.end };
      for (let inside = from; inside < index; inside += 1) groups[inside] = whole;
    }
    from = index;
  }
  return groups;
}

function sameGroup(first: Placed, item: Placed): boolean {
  if (first.form !== item.form || first.headings !== item.headings) return false;
  if (first.form === 'row') return first.unit.table === item.unit.table;
  return first.form === 'bullet' || first.form === 'label';
}
