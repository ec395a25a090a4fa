import type { Issuer, Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import { showLiterally } from './escape.ts';
import type { Block } from './frame.ts';

/** Name, short names, tickers and site as the release prints them, each where it gives one. */
export function issuerBlocks({ issuer, dateline }: Release): Block[] {
  return [
    ...block('Name', issuer.name ? [issuer.name] : []),
    ...block('Short name', issuer.shortNames),
    ...block('Listed as', tickers(issuer)),
    ...block('Dateline', dateline?.places ?? []),
    ...block('Web site', issuer.website ? [issuer.website] : []),
  ];
}

function tickers(issuer: Issuer): readonly { text: string }[] {
  return issuer.tickers.map(({ exchange, symbol }) => ({
    text: exchange === undefined ? symbol.text : `${exchange.text}: ${symbol.text}`,
  }));
}

function block(name: string, quotes: readonly Pick<Quote, 'text'>[]): Block[] {
  const texts = [...new Set(quotes.map(({ text }) => text))];
  if (texts.length === 0) return [];
  return [{ name, body: texts.map(showLiterally).join(' · '), plain: texts.join(' · '), inline: true }];
}
