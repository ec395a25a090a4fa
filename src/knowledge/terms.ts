import { cut } from './cut.ts';
import type { Definition, Issuer, Passage } from './model.ts';
import type { Quote, QuoteSource } from './quote.ts';

/** Two to six capitals; a small letter or three may lead, or one end ("haMPC", "mRNA", "NDAs"). */
const ABBREVIATION =
  /(?<![\p{L}\p{N}./@#$&’':®-])(?:[Aa]nti-)?((?:[a-z]{1,3})?[A-Z]{2,6})(?:s)?(?![\p{L}\p{N}@]|[.&/]\p{L}|[®™:]|\s?\((?:R|TM)\)|[’']\p{Lu}|[-‑][\p{Lu}\p{N}])/dgu;
const MARK = /[®™]|\((?:R|TM)\)/g;
/** Needs no definition, or is no abbreviation: places, hours, offices, markets, legal endings, numerals. */
const COMMON =
  /^(?:TM|SM|US|USA|UK|EU|UN|UAE|AM|PM|ET|EST|EDT|PT|PST|PDT|CT|CST|CDT|MT|MST|GMT|UTC|CET|CEST|BST|CEO|CFO|COO|CTO|CMO|CSO|CIO|VP|SVP|EVP|MD|PhD|MBA|MPH|DO|RN|JD|CPA|CFA|LLC|LLP|LP|PLC|INC|LTD|CO|CORP|AG|SA|SE|NV|BV|KG|NASDAQ|NYSE|OTC|OTCQB|OTCQX|TSX|TSXV|CSE|ASX|LSE|AIM|HK|PR|IR|TV|PC|ID|OK|FAQ|URL|PDF|SMS|DVD|USB|OR|AND|THE|OF|IN|TO|FOR|NOT|ON|AT|BY|NO|II|III|IV|VI|VII|VIII|IX|XI|XII|XX|A|B|USD|EUR|GBP|CAD|AUD|GE|IBM|AI|IT|SEC|FDA|DNA|RNA|CA|NY|TX|FL|NJ|MA|GA|IL|PA|DC|VA|WA|CO|AZ|NV|NC|SC|OH|MI|MN|BC|ON|QC|AB)$/;

const ELSEWHERE: ReadonlySet<Passage['role']> = new Set([
  'preamble',
  'forward_looking',
  'contacts',
  'trailer',
  'references',
]);

/** Abbreviations that the text uses without saying what they stand for, each where it first stands. */
export function undefinedTermsOf(
  source: QuoteSource,
  passages: readonly Passage[],
  definitions: readonly Definition[],
  issuer: Issuer,
): Quote[] {
  const known = new Set(
    definitions.flatMap(({ term, meaning }) => [fold(term.text), ...words(meaning.text)]),
  );
  for (const { symbol } of issuer.tickers) known.add(fold(symbol.text));
  for (const name of [issuer.name, ...issuer.shortNames])
    for (const word of words(name?.text ?? '')) known.add(word);
  for (const { index } of source.text.matchAll(MARK)) {
    known.add(fold(/[\p{L}\p{N}-]*\s?$/u.exec(source.text.slice(Math.max(0, index - 40), index))?.[0] ?? ''));
  }
  const found = new Map<string, Quote>();
  for (const { quote: passage, role, form } of passages) {
    if (ELSEWHERE.has(role) || form === 'dateline') continue;
    const content = withoutLinks(passage.text);
    if (!/[A-Z]{2}/.test(content) || !/[a-z]/.test(content)) continue;
    for (const match of content.matchAll(ABBREVIATION)) {
      const term = match[1] ?? '';
      const key = fold(term);
      const range = match.indices?.[1];
      if (
        range === undefined ||
        known.has(key) ||
        found.has(key) ||
        COMMON.test(term) ||
        shouted(content, match.index)
      )
        continue;
      const quote = cut(source, passage.start + range[0], passage.start + range[1]);
      if (quote !== undefined) found.set(key, quote);
    }
  }
  return [...found.values()];
}

function fold(term: string): string {
  return term
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/[^a-z0-9]/g, '');
}

function words(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9]{2,}/g)].map(([word]) => fold(word));
}

/** Addresses are blanked so that offsets stay. */
function withoutLinks(content: string): string {
  if (!/@|www\.|http/.test(content)) return content;
  return content.replace(/(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@\S{1,200}/g, (link) =>
    ' '.repeat(link.length),
  );
}

/** A run of words in capitals is emphasis, a name or a heading. */
function shouted(content: string, index: number): boolean {
  return (
    /[A-Z]{2,}\s+$/.test(content.slice(Math.max(0, index - 14), index)) ||
    /^[A-Z0-9]+\s+[A-Z]{3,}\b/.test(content.slice(index, index + 30))
  );
}
