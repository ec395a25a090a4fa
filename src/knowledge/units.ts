import { gluedHeadingEnd, gluedInside } from './glued.ts';
import { labelStart, splitLabels } from './labels.ts';
import { type Block, blocksOf, type Line, wouldOverflow, wrapWidth } from './lines.ts';
import { type Span, trimSpan } from './quote.ts';
import { isTableBlock, isTableLine } from './tables.ts';

/** One logical line: a paragraph, heading, labelled line, bullet or table row, its wrapped lines joined. */
export interface Unit extends Span {
  readonly form: 'text' | 'bullet' | 'row';
  /** Which run of lines without a blank line it stands in. */
  readonly block: number;
  /** Where a table row stands: all rows of one table share the number. */
  readonly table?: number;
  /** First in its block, so that a blank line (or nothing) stands above. */
  readonly opens: boolean;
  /** Whether it was cut from a longer line because a label or heading is glued to it. */
  readonly glued: boolean;
}

const BULLET = /^(?:[•●▪◦‣·∙■□❖➢➤✓✔*]|[-–—o](?=\s{1,8}\S)|\(?\d{1,2}[.)](?=\s+\S))\s*/;

/** The logical lines of a text, in order. Offsets leave out bullet marks and white space around. */
export function unitsOf(text: string): Unit[] {
  const blocks = blocksOf(text);
  const width = wrapWidth(text, blocks);
  const units: Unit[] = [];
  let table = -1;
  blocks.forEach((block, index) => {
    const tabular = isTableBlock(text, block.lines);
    if (tabular) table += 1;
    for (const joined of joinWrapped(text, block, width, tabular)) {
      const opens = joined.first === block.lines[0]?.first;
      const row = tabular && isTableLine(text, joined, true);
      if (row)
        units.push({
          start: joined.first,
          end: joined.end,
          form: 'row',
          block: index,
          table,
          opens,
          glued: false,
        });
      else units.push(...textUnits(text, joined.first, joined.end, index, opens));
    }
  });
  return units;
}

function textUnits(text: string, start: number, end: number, block: number, opens: boolean): Unit[] {
  const mark = BULLET.exec(text.slice(start, Math.min(end, start + 40)))?.[0] ?? '';
  const numbered = /\d/.test(mark);
  const form = mark !== '' && !numbered && start + mark.length < end ? 'bullet' : 'text';
  const from = form === 'bullet' ? start + mark.length : start;
  const pieces = splitLabels(text, from, end)
    .flatMap((span) => splitInside(text, span))
    .flatMap((span) => splitHeading(text, span));
  return pieces.map((span, index) => ({
    start: span.start,
    end: span.end,
    form: form === 'bullet' && index === 0 ? 'bullet' : 'text',
    block,
    opens: opens && index === 0,
    glued: index > 0,
  }));
}

function splitInside(text: string, span: Span): Span[] {
  const starts = [span.start, ...gluedInside(text, span).filter((at) => at > span.start)];
  return starts.flatMap(
    (start, index) => trimSpan(text, { start, end: starts[index + 1] ?? span.end }) ?? [],
  );
}

function splitHeading(text: string, span: Span): Span[] {
  const end = gluedHeadingEnd(text, span);
  if (end === undefined) return [span];
  let rest = end;
  while (rest < span.end && /[\s:：]/.test(text.charAt(rest))) rest += 1;
  return rest < span.end
    ? [
        { start: span.start, end },
        { start: rest, end: span.end },
      ]
    : [span];
}

function joinWrapped(text: string, { lines }: Block, width: number | undefined, tabular: boolean): Line[] {
  const joined: Line[] = [];
  let previous: Line | undefined;
  for (const line of lines) {
    const open = joined.at(-1);
    if (
      open !== undefined &&
      previous !== undefined &&
      (tabular ? rowRunsOn(text, previous, line) : runsOn(text, previous, line, width))
    ) {
      joined[joined.length - 1] = { ...open, end: line.end, width: line.end - open.first };
    } else {
      joined.push(line);
    }
    previous = line;
  }
  return joined;
}

/** In a table: "Selling, general and" has no amounts, and the next line goes on in small letters. */
function rowRunsOn(text: string, line: Line, next: Line): boolean {
  const content = text.slice(line.first, line.end);
  const single = content.length < 80 && !/[|\d]| {3,}|\t/.test(content) && !content.endsWith(':');
  return single && /^\p{Ll}/u.test(text.slice(next.first, next.first + 2));
}

/** Whether `next` continues the sentence of `line`: the text was broken to fit a width. */
function runsOn(text: string, line: Line, next: Line, width: number | undefined): boolean {
  const start = text.slice(next.first, next.first + 60);
  if (BULLET.test(start) || line.width < 25) return false;
  const end = text.slice(Math.max(line.first, line.end - 20), line.end);
  if (/^[a-z]/.test(start) && !/[.!?:;]["”’)]*$/.test(end)) return !/^(?:www\.|https?:|\S+@)/.test(start);
  if (width === undefined || line.width > 200) return bothCapitals(text, line, next);
  if (wouldOverflow(text, line, next, width - 4)) return labelStart(start) === undefined || line.width > 60;
  return bothCapitals(text, line, next);
}

/** A headline in capitals that runs over two lines. */
function bothCapitals(text: string, line: Line, next: Line): boolean {
  const first = text.slice(line.first, line.end);
  const second = text.slice(next.first, next.end);
  if (first.length > 160 || second.length > 160 || first.length < 45) return false;
  return isCapitals(first) && isCapitals(second) && !/[.:!?]$/.test(first) && !/\d{4}$/.test(first);
}

function isCapitals(text: string): boolean {
  return /[A-Z]{3}/.test(text) && !/[a-z]/.test(text);
}
