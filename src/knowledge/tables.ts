import type { Line } from './lines.ts';
import type { Span } from './quote.ts';

const PIPE = /^\|.*\|$/;
const GAP = / {3,}|\t+| {2,}(?=[$(€£]?\s?\d)|\u00a0{3,}/;

/** Whether a block of lines is a table: rows between pipes, or columns set off by runs of spaces. */
export function isTableBlock(text: string, lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  let rows = 0;
  let centred = 0;
  for (const line of lines) {
    if (isTableLine(text, line, false)) rows += 1;
    else if (line.first - line.start >= 8 && line.width < 60) centred += 1;
  }
  return rows >= 2 && rows + centred >= 0.6 * lines.length;
}

/** Whether a line is a row; inside a table a line with a single cell (a group's name) is one too. */
export function isTableLine(text: string, line: Line, inside: boolean): boolean {
  if (line.width > 400) return false;
  const content = text.slice(line.first, line.end);
  if (PIPE.test(content)) return true;
  if (/^[-=_\s|+:.]+$/.test(content)) return true;
  return GAP.test(content) || (inside && content.length < 120);
}

/** The cells of a row, without white space around; empty cells are kept as empty spans. */
export function cellsOf(text: string, row: Span): Span[] {
  const content = text.slice(row.start, row.end);
  return PIPE.test(content) ? pipeCells(text, row) : alignedCells(text, row);
}

/** Whether the row only draws a line. */
export function isRule(text: string, row: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(row.start, row.end));
}

function pipeCells(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let start = row.start + 1;
  for (let index = start; index < row.end; index += 1) {
    if (text[index] !== '|') continue;
    cells.push(trimmed(text, start, index));
    start = index + 1;
  }
  return cells;
}

function alignedCells(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  const content = text.slice(row.start, row.end);
  let start = 0;
  for (const gap of content.matchAll(new RegExp(GAP, 'g'))) {
    cells.push(trimmed(text, row.start + start, row.start + gap.index));
    start = gap.index + gap[0].length;
  }
  cells.push(trimmed(text, row.start + start, row.end));
  return cells.filter(({ start: from, end }) => from < end);
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
