import { cut } from './cut.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource } from './quote.ts';

/** The safe harbor statement with its heading: the longest run of lines that belong to one. */
export function forwardLookingOf(source: QuoteSource, placed: readonly Placed[]): Quote | undefined {
  let best: Quote | undefined;
  let start: number | undefined;
  placed.forEach((item, index) => {
    if (item.role !== 'forward_looking') {
      start = undefined;
      return;
    }
    start ??= item.unit.start;
    if (placed[index + 1]?.role === 'forward_looking') return;
    const quote = cut(source, start, item.unit.end);
    // A heading with nothing under it states nothing.
    if (quote !== undefined && quote.text.length > 80 && quote.text.length > (best?.text.length ?? 0))
      best = quote;
  });
  return best;
}
