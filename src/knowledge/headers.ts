import { cut } from './cut.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource } from './quote.ts';
import { cellsOf, isRule } from './tables.ts';

/** Longest run of rows that is taken for a header. */
const MOST_ROWS = 5;
const PERIOD =
  /^(?:(?:19|20)\d{2}|FY\s?\d{2,4}|[1-4]Q\s?\d{2,4}|Q[1-4]\b.*|.*\b(?:ended|ending|as of)\b.*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s?\d{0,2},?(?:\s?(?:19|20)\d{2})?|\(.*\)|%.*|.*\bchange\b.*)$/i;
const AMOUNT = /^[$€£¥(–—-]*\s?\d[\d,.]*\)?%?$|^[–—-]$/;

/**
 * For each row of a table, the rows that name its columns, as one quotation ("Three Months Ended …
 * 2025 … 2024"); undefined for those rows themselves.
 */
export function headerOf(
  source: QuoteSource,
  placed: readonly Placed[],
): (index: number) => Quote | undefined {
  const headers = new Map<number, { last: number; quote: Quote }>();
  placed.forEach((item, index) => {
    const table = item.form === 'row' ? item.unit.table : undefined;
    if (table === undefined || headers.has(table)) return;
    const last = lastHeaderRow(source.text, placed, index, table);
    const quote =
      last === undefined ? undefined : cut(source, item.unit.start, placed[last]?.unit.end ?? item.unit.end);
    if (quote !== undefined && last !== undefined) headers.set(table, { last, quote });
  });
  return (index) => {
    const table = placed[index]?.unit.table;
    const header = table === undefined ? undefined : headers.get(table);
    return header === undefined || header.last >= index ? undefined : header.quote;
  };
}

/** The last of the rows at a table's top that hold names or periods and no amount. */
function lastHeaderRow(
  text: string,
  placed: readonly Placed[],
  first: number,
  table: number,
): number | undefined {
  let last: number | undefined;
  let columns = 0;
  for (let index = first; index < Math.min(placed.length, first + MOST_ROWS + 1); index += 1) {
    const item = placed[index];
    if (item === undefined || item.unit.table !== table) break;
    if (isRule(text, item.unit)) continue;
    const cells = cellsOf(text, item.unit)
      .map(({ start, end }) => text.slice(start, end))
      .filter((cell) => cell !== '');
    const heads =
      cells.length >= 2 ||
      (cells.length === 1 && !cells[0]?.endsWith(':') && (index === first || PERIOD.test(cells[0] ?? '')));
    // The first row of several cells names the columns; rows under it only when they hold periods.
    const named =
      columns === 0
        ? !cells.slice(1).some((cell) => AMOUNT.test(cell) && !PERIOD.test(cell))
        : cells.every((cell) => PERIOD.test(cell));
    if (!heads || !named) break;
    if (cells.length >= 2) columns = cells.length;
    last = index;
  }
  return columns === 0 ? undefined : last;
}
