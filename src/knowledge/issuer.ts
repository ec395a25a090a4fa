import { cut, present } from './cut.ts';
import { type IssuerPlaces, issuerNameOf } from './issuername.ts';
import { issuerTickersOf } from './issuertickers.ts';
import type { Issuer } from './model.ts';
import { foldCompany, NAME_PATTERN, sameCompany } from './names.ts';
import type { Quote, QuoteSource } from './quote.ts';
import type { Sidecar } from './sidecar.ts';
import { tickerGroups } from './tickers.ts';

const GENERIC_NAME =
  /^(?:the\s+)?(?:company|corporation|firm|group|fund|issuer|bank|partnership|trust|offeror|corporation|us|we|our)$/i;
const NAME_AT_START = new RegExp(`^(?:${NAME_PATTERN})`, 'u');
/** The issuer as its own release names it, with the tickers printed beside that name. */
export function issuerOf(source: QuoteSource, places: IssuerPlaces, sidecar: Sidecar | undefined): Issuer {
  const end = places.placed.at(-1)?.unit.end ?? 0;
  const groups = tickerGroups(source, { start: 0, end });
  const name = issuerNameOf(source, places, groups);
  const shortNames = name === undefined ? [] : shortNamesOf(source, name, places);
  const names = [name, ...shortNames].filter((quote): quote is Quote => quote !== undefined);
  return present<Issuer>({
    name,
    shortNames,
    tickers: issuerTickersOf(source, groups, names, places),
    website: websiteOf(source, places, names),
    aliases: sidecar?.aliases?.issuer ?? [],
  });
}

/** The names in brackets right after the full name, and the name as the section about it is headed. */
function shortNamesOf(source: QuoteSource, name: Quote, { placed, opening }: IssuerPlaces): Quote[] {
  const found: Quote[] = [];
  const add = (quote: Quote | undefined): void => {
    if (quote === undefined || GENERIC_NAME.test(quote.text) || quote.text === name.text) return;
    if (!found.some((other) => other.text === quote.text)) found.push(quote);
  };
  let at = name.end;
  for (let round = 0; round < 4; round += 1) {
    const window = source.text.slice(at, at + 200);
    const bracket = /^[\s,]*[(（][^()（）]{1,160}[)）]?/.exec(window)?.[0];
    if (bracket === undefined) break;
    for (const match of bracket.matchAll(/["“”‘]\s?(?:the\s+)?([^"“”‘’()]{2,40}?),?\s?["“”’]/dgi)) {
      const range = match.indices?.[1];
      if (range !== undefined) add(cut(source, at + range[0], at + range[1]));
    }
    at += bracket.length;
  }
  for (const { form, role, unit } of placed) {
    if (form !== 'heading' || role !== 'about') continue;
    const heading = cut(source, unit.start + 5, unit.end);
    if (heading !== undefined && sameCompany(heading.text, name.text))
      add(cut(source, heading.start, heading.end));
  }
  for (const { start, end } of opening.slice(0, 1)) {
    const lead = NAME_AT_START.exec(source.text.slice(start, Math.min(end, start + 80)))?.[0];
    if (lead !== undefined && lead.length >= 3 && sameCompany(lead, name.text))
      add(cut(source, start, start + lead.length));
  }
  return found;
}

/** The address that the section about the issuer gives. */
function websiteOf(
  source: QuoteSource,
  { placed }: IssuerPlaces,
  names: readonly Quote[],
): Quote | undefined {
  const folded = names
    .map(({ text }) => foldCompany(text).split(' ')[0] ?? '')
    .filter((word) => word.length >= 3);
  const links: Quote[] = [];
  for (const { unit, role, headings } of placed) {
    const about = headings.at(-1)?.text.replace(/^About\s+/i, '') ?? '';
    if (role !== 'about' || !names.some(({ text }) => sameCompany(text, about))) continue;
    for (const match of source.text
      .slice(unit.start, unit.end)
      .matchAll(
        /(?:https?:\/\/|www\.)[^\s"“”<>()（）]+|\b[a-z0-9-]+\.(?:com|org|net|io|ai|bio)(?:\/[\w./-]*)?/gi,
      )) {
      const link = match[0].replace(/[.,;:]+$/, '');
      const quote = cut(source, unit.start + match.index, unit.start + match.index + link.length);
      if (quote !== undefined && !/@$/.test(source.text.slice(0, quote.start).slice(-1))) links.push(quote);
    }
  }
  return links.find(({ text }) => folded.some((word) => text.toLowerCase().includes(word))) ?? links[0];
}
