import type { Span } from './quote.ts';

/** A line of the text without its line break. */
export interface Line extends Span {
  /** Characters from the first to the last that is not white space. */
  readonly width: number;
  /** Offset of the first character that is not white space. */
  readonly first: number;
}

/** Lines with nothing blank between them. */
export interface Block {
  readonly lines: readonly Line[];
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/g;

/** The runs of lines that blank lines separate. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: Line[] = [];
  for (const line of linesOf(text)) {
    if (line.width > 0) {
      lines.push(line);
    } else if (lines.length > 0) {
      blocks.push({ lines });
      lines = [];
    }
  }
  if (lines.length > 0) blocks.push({ lines });
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push(lineBetween(text, start, match.index));
    start = match.index + match[0].length;
  }
  lines.push(lineBetween(text, start, text.length));
  return lines;
}

function lineBetween(text: string, start: number, end: number): Line {
  let first = start;
  let last = end;
  while (first < last && isBlank(text.charCodeAt(first))) first += 1;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last -= 1;
  return { start, end: last, first, width: last - first };
}

function isBlank(code: number): boolean {
  if (code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x3000) return true;
  return (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x205f;
}

/**
 * The width at which the document's lines were broken by hand, when they were: the longest line of
 * the blocks in which each next line's first word would not have fitted.
 */
export function wrapWidth(text: string, blocks: readonly Block[]): number | undefined {
  let width: number | undefined;
  for (const { lines } of blocks) {
    if (lines.length < 3) continue;
    const longest = Math.max(...lines.slice(0, 400).map(({ start, end }) => end - start));
    if (longest < 50 || longest > 200) continue;
    const full = lines.slice(0, -1).filter((line, index) => {
      const next = lines[index + 1];
      return next !== undefined && line.width >= 40 && wouldOverflow(text, line, next, longest - 4);
    });
    if (full.length >= 0.75 * (lines.length - 1)) width = Math.max(width ?? 0, longest);
  }
  return width;
}

/** Whether the first word of `next` would have made `line` longer than `width`. */
export function wouldOverflow(text: string, line: Line, next: Line, width: number): boolean {
  const word = /^\S+/.exec(text.slice(next.first, next.first + 60))?.[0] ?? '';
  return line.end - line.start + 1 + word.length > width;
}
