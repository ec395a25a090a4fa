import { cutSpan } from './cut.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource } from './quote.ts';
import { cellsOf, isRule } from './tables.ts';

/** For each row of a table, the row that names its columns; undefined for that row itself and above. */
export function headerOf(
  source: QuoteSource,
  placed: readonly Placed[],
): (index: number) => Quote | undefined {
  const headers = new Map<number, { index: number; quote: Quote }>();
  placed.forEach((item, index) => {
    const table = item.form === 'row' ? item.unit.table : undefined;
    if (table === undefined || headers.has(table) || !namesColumns(source.text, item)) return;
    const quote = cutSpan(source, item.unit);
    if (quote !== undefined) headers.set(table, { index, quote });
  });
  return (index) => {
    const table = placed[index]?.unit.table;
    const header = table === undefined ? undefined : headers.get(table);
    return header === undefined || header.index >= index ? undefined : header.quote;
  };
}

/** The first row of several cells; years and periods may stand in it, amounts do not. */
function namesColumns(text: string, { unit }: Placed): boolean {
  if (isRule(text, unit)) return false;
  const cells = cellsOf(text, unit).map(({ start, end }) => text.slice(start, end));
  const filled = cells.filter((cell) => cell !== '');
  return filled.length >= 2 || (cells.length >= 2 && filled.length >= 1);
}
