import type { Release } from '../../src/knowledge/model.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';
import type { Quote } from '../../src/knowledge/quote.ts';

/** A release made of a dateline and a first paragraph, with whatever comes after. */
export function release(opening: string, ...rest: string[]): Release {
  return parseRelease('test', ['Varnholt Systems Reports Progress', opening, ...rest].join('\n\n'));
}

/** A release whose news opens with `sentence` under a plain dateline. */
export function news(sentence: string, ...rest: string[]): Release {
  return release(`OSLO, May 5, 2025 /PRNewswire/ -- ${sentence}`, ...rest);
}

export const words = (quote: Quote | undefined): string | undefined => quote?.text;

export const tickersOf = (parsed: Release): string[] =>
  parsed.issuer.tickers.map(({ exchange, symbol }) =>
    exchange ? `${exchange.text}: ${symbol.text}` : symbol.text,
  );

/** Letters and digits of the text that stand in no passage. */
export function uncovered({ text, passages }: Release): string {
  let end = 0;
  let left = '';
  for (const { quote } of passages) {
    left += text.slice(end, quote.start);
    end = Math.max(end, quote.end);
  }
  return (left + text.slice(end)).replace(/[^\p{L}\p{N}]/gu, '');
}
