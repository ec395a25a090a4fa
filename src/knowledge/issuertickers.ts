import { nameBefore } from './companies.ts';
import type { IssuerPlaces } from './issuername.ts';
import type { Ticker } from './model.ts';
import { COMPANY_SUFFIX, foldCompany, sameCompany } from './names.ts';
import type { Quote, QuoteSource } from './quote.ts';
import type { TickerGroup } from './tickers.ts';

/** The tickers that stand right after one of the issuer's names, or say where the issuer is listed. */
export function issuerTickersOf(
  source: QuoteSource,
  groups: readonly TickerGroup[],
  names: readonly Quote[],
  places: IssuerPlaces,
): Ticker[] {
  const tickers: Ticker[] = [];
  let boundEnd = -1;
  for (const group of groups) {
    const follows = boundEnd >= 0 && /^[\s,;]*(?:and\s+)?$/.test(source.text.slice(boundEnd, group.start));
    if (!follows && !belongs(source, group, names, places)) {
      boundEnd = -1;
      continue;
    }
    boundEnd = group.end;
    for (const ticker of group.tickers)
      if (!tickers.some((known) => sameTicker(known, ticker))) tickers.push(ticker);
  }
  return tickers;
}

/** "Acme Group" is not "Acme Therapeutics", though "Acme" alone is. */
function isSame(name: string, bound: string): boolean {
  if (foldCompany(name) === foldCompany(bound)) return true;
  return (
    sameCompany(name, bound) && !(ENDING.test(bound) && foldCompany(bound).length < foldCompany(name).length)
  );
}

const ENDING = new RegExp(`\\s${COMPANY_SUFFIX}$`, 'u');

function isParent(text: string, { start }: Quote): boolean {
  return /\b(?:subsidiary|unit|division|affiliate|arm)\s+of\s+(?:the\s+)?$/i.test(
    text.slice(Math.max(0, start - 60), start),
  );
}

function sameTicker(one: Ticker, other: Ticker): boolean {
  return one.symbol.text === other.symbol.text && foldExchange(one.exchange) === foldExchange(other.exchange);
}

function foldExchange(exchange: Quote | undefined): string {
  return (exchange?.text ?? '').toLowerCase().replace(/[^a-z]/g, '');
}

function belongs(
  source: QuoteSource,
  group: TickerGroup,
  names: readonly Quote[],
  { headline, placed, opening }: IssuerPlaces,
): boolean {
  const line = placed.find(({ unit }) => unit.start <= group.start && group.start < unit.end);
  const bound = nameBefore(source, Math.max(line?.unit.start ?? 0, group.start - 160), group.start);
  if (bound !== undefined && names.some(({ text }) => isSame(text, bound.text)))
    return (
      names.some(({ text }) => foldCompany(text) === foldCompany(bound.text)) || !isParent(source.text, bound)
    );
  if (
    bound === undefined &&
    headline !== undefined &&
    group.start >= headline.start &&
    group.end <= headline.end
  )
    return true;
  const before = source.text.slice(Math.max(line?.unit.start ?? 0, group.start - 240), group.start);
  // "Acme Ltd., an innovator in imaging (Nasdaq: ACME)"
  const apposed = names.some(
    ({ text }) =>
      before.includes(`${text}, a`) &&
      !/[.;]\s/.test(before.slice(before.lastIndexOf(`${text}, a`) + text.length)),
  );
  if (apposed && bound === undefined) return true;
  if (!/\b(?:listed|trades?|traded|quoted|listing)\s+(?:\S+\s+){0,24}$/i.test(before)) return false;
  const about = line?.headings.at(-1)?.text.replace(/^About\s+/i, '');
  const isIssuers = about !== undefined && names.some(({ text }) => sameCompany(text, about));
  return (
    isIssuers ||
    opening.some(
      ({ start, end }) =>
        group.start >= start &&
        group.start < end &&
        names.some((name) => name.start >= start && name.end <= end),
    )
  );
}
