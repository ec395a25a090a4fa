import { cut, present } from './cut.ts';
import type { Ticker } from './model.ts';
import type { QuoteSource, Span } from './quote.ts';

const EXCHANGE =
  '(?:NASDAQ|Nasdaq|NasdaqGS|NasdaqGM|NasdaqCM)(?:[ -]?(?:GS|GM|CM|Global(?: Select)?(?: Market)?|Capital(?: Market)?|CM|Stockholm|Helsinki|Copenhagen|First North(?: Growth Market)?))?|NYSE(?:[ -](?:American|AMERICAN|MKT|Arca|ARCA|Amex|AMERICA))?|NYSEAMERICAN|NYSEAmerican|New York Stock Exchange|AMEX|OTC(?:[ -]?(?:QB|QX|PK|BB|MKTS|Mkts|Markets?|Pink|PINK|Pinks|ID|Expert|EXPERT))*(?:[®™])?(?: (?:Pink|Best Market|Venture|International))?|OTC Pink(?: Sheets?)?|Pink(?: Sheets?)?|PINK|TSX(?:[ .-]?V|[ -]Venture(?: Exchange)?)?|TSXV|CSE|CNSX|NEO|NEO Exchange|Cboe(?: (?:CA|Canada|BZX|US))?|CBOE(?: (?:CA|CANADA))?|ASX|NZX|LSE|LON|London|AIM|AQSE|AQUIS|Euronext(?: (?:Paris|Brussels|Amsterdam|Lisbon|Dublin|Oslo|Growth(?: (?:Paris|Brussels|Oslo|Milan))?|Access))?|EURONEXT|EPA|ENXTPA|FSE|FRA|FWB|Frankfurt|FRANKFURT|XETRA|Xetra|ETR|GR|Börse Frankfurt|SIX|SWX|VIE|BIT|Borsa Italiana|BME|MAD|STO|OMX|HEL|CPH|OSE|OSL|Oslo Børs|JSE|TASE|HKEX|HKSE|HKG|SEHK|HK|KRX|KOSPI|KOSDAQ|TSE|TYO|Tokyo|TPEx|TWSE|TWO|SGX|BSE|NSE|SSE|SZSE|SHA|SHE|Shanghai|Shenzhen|B3|BVL|BMV|BVMF|IDX|Bursa(?: Malaysia)?|KLSE|DFM|ADX|GPW|PSE|SET|Catalist|MTA|Stuttgart|STU|STUTTGART|Munich|MUN|Berlin|BER|BOATS|Upstream|UPSTREAM|LSE AIM|AIM London|Nasdaq Dubai|NSX|GSX|MERJ|BVC';
const SYMBOL = '\\$?[A-Z0-9][A-Z0-9]{0,9}(?:[.:-][A-Z]{1,4}|\\.[a-z])?';
const SYMBOLS = `${SYMBOL}(?:(?:\\s*,\\s*|\\s+and\\s+|\\s*[/&]\\s*|,?\\s+and\\s+)${SYMBOL}(?!\\w|\\s?:))*`;
/** The inside of a ticker bracket: exchange and symbol pairs, or a code with its market's suffix. */
const PAIR = new RegExp(
  `((?:${EXCHANGE})(?:\\s*(?:[,/&]|and)\\s*(?:${EXCHANGE}))*)\\s*(?:[:：]\\s*|\\s+symbol:?\\s*|\\s+ticker:?\\s*|\\s*[-–]\\s*)["“]?(${SYMBOLS})(?![\\p{Ll}])`,
  'dgu',
);
const CODE =
  /(?<![\w.])(\d{4,6}|[A-Z]{1,5})\.(HK|SZ|SS|SH|T|TW|TWO|KS|KQ|L|PA|DE|AX|TO|V|CN|SW|MI|AS|BR|MC|ST|OL|CO|HE|SI|NS|BO)(?![\w])/dg;
const BRACKET = /[(（[]([^()（）[\]\n]{2,160}(?:\([^()]{1,20}\)[^()（）[\]\n]{0,60})?)[)）\]]/dg;
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}(（:/])((?:NASDAQ|Nasdaq|NYSE(?: American)?|OTCQB|OTCQX|OTC|TSX(?:V|-V)?|ASX|CSE|LSE|AIM|TPEx|HKEX))\\s?:\\s?(${SYMBOL})(?![\\p{Ll}\\w])`,
  'dgu',
);

/** Tickers as printed together, and where: "(NASDAQ: X) (TSX: Y)" is two groups. */
export interface TickerGroup extends Span {
  readonly tickers: readonly Ticker[];
}

/** Every ticker group of a stretch of text, in order. */
export function tickerGroups(source: QuoteSource, { start, end }: Span): TickerGroup[] {
  const content = source.text.slice(start, end);
  if (!/[A-Z0-9]/.test(content)) return [];
  const groups: TickerGroup[] = [];
  for (const match of content.matchAll(BRACKET)) {
    const inside = match.indices?.[1];
    if (inside === undefined) continue;
    const tickers = tickersIn(source, content.slice(inside[0], inside[1]), start + inside[0]);
    if (tickers.length > 0)
      groups.push({ start: start + match.index, end: start + match.index + match[0].length, tickers });
  }
  for (const match of content.matchAll(BARE)) {
    const at = start + match.index;
    if (groups.some((group) => group.start <= at && at < group.end)) continue;
    const tickers = pairTickers(source, match, start);
    if (tickers.length > 0) groups.push({ start: at, end: at + match[0].length, tickers });
  }
  return groups.sort((one, other) => one.start - other.start);
}

function tickersIn(source: QuoteSource, content: string, offset: number): Ticker[] {
  const pairs = [...content.matchAll(PAIR)].flatMap((match) => pairTickers(source, match, offset));
  if (pairs.length > 0) return pairs;
  return [...content.matchAll(CODE)].flatMap((match) => {
    const symbol = cut(source, offset + match.index, offset + match.index + match[0].length);
    return symbol === undefined ? [] : [{ symbol }];
  });
}

/** One ticker for each symbol of "Nasdaq: LIXT and LIXTW", all on the one exchange. */
function pairTickers(source: QuoteSource, match: RegExpExecArray, offset: number): Ticker[] {
  const [from, to] = match.indices?.[2] ?? [0, 0];
  const [exchangeFrom, exchangeTo] = match.indices?.[1] ?? [0, 0];
  const exchange = cut(source, offset + exchangeFrom, offset + exchangeTo);
  const symbols = source.text.slice(offset + from, offset + to);
  return [...symbols.matchAll(new RegExp(SYMBOL, 'g'))].flatMap((symbolMatch) => {
    if (/^(?:and|AND)$/.test(symbolMatch[0])) return [];
    const symbolStart = offset + from + symbolMatch.index;
    const symbol = cut(source, symbolStart, symbolStart + symbolMatch[0].length);
    return symbol === undefined ? [] : [present<Ticker>({ exchange, symbol })];
  });
}
