import { nameBefore, namesCompany } from './companies.ts';
import { cut, present } from './cut.ts';
import type { Issuer, Ticker } from './model.ts';
import { COMPANY_SUFFIX, foldCompany, NAME_PATTERN, sameCompany } from './names.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import type { Sidecar } from './sidecar.ts';
import { type TickerGroup, tickerGroups } from './tickers.ts';

/** Where the issuer is looked for: the news, the headline, the sections about companies, the end. */
export interface IssuerPlaces {
  readonly headline: Quote | undefined;
  /** The first paragraphs of the news, after the dateline. */
  readonly opening: readonly Span[];
  readonly placed: readonly Placed[];
}

/** (“Short” or the “Company”), with or without quotation marks around each. */
const SHORT =
  /^\s*[(（]\s*(?:(?:the|collectively,?|together,?|hereinafter|hereafter|referred to as|or|“the|"the)\s+)*["“”‘'']\s?(?:the\s+)?([^"“”()（）]{1,50}?),?\s?["“”’'][^()（）]{0,80}[)）]?/dsu;
const GENERIC_NAME =
  /^(?:the\s+)?(?:company|corporation|firm|group|fund|issuer|bank|partnership|trust|offeror|corporation|us|we|our)$/i;
const ANNOUNCES =
  /\s+(?:today\s+|also\s+|yesterday\s+|has\s+today\s+|proudly\s+|officially\s+|recently\s+|this\s+week\s+){0,2}(?:announce[sd]?|announcing|declare[sd]?|report(?:s|ed)|appoint(?:s|ed)|complete[sd]?|launch(?:es|ed)|present(?:s|ed)|(?:is|are|was)\s+(?:pleased|proud|excited|delighted|thrilled|set|honou?red|a|an|the|one)|has\s+\p{Ll}+ed|has\s+been|expects?|unveil(?:s|ed)|introduce[sd]?|provide[sd]?|enter(?:s|ed)|receive[sd]?|secure[sd]?|sign(?:s|ed)|named?s?|release[sd]|welcome[sd]|expand(?:s|ed)|partner(?:s|ed)|celebrate[sd]|will|to\s+\p{Lu})\b/u;
const NAME_AT_START = new RegExp(`^(?:${NAME_PATTERN})`, 'u');
const WITH_SUFFIX =
  /(?:\p{Lu}[\p{L}\p{N}.'’&‑-]*[®™]?\s+){0,6}\p{Lu}[\p{L}\p{N}.'’&‑-]*[®™]?,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|AG|SA|SE|N\.V|GmbH|Company|Group|Holdings)\b\.?/dgu;

/** The issuer as its own release names it, with the tickers printed beside that name. */
export function issuerOf(source: QuoteSource, places: IssuerPlaces, sidecar: Sidecar | undefined): Issuer {
  const end = places.placed.at(-1)?.unit.end ?? 0;
  const groups = tickerGroups(source, { start: 0, end });
  const name = nameOf(source, places, groups);
  const shortNames = name === undefined ? [] : shortNamesOf(source, name, places);
  const names = [name, ...shortNames].filter((quote): quote is Quote => quote !== undefined);
  return present<Issuer>({
    name,
    shortNames,
    tickers: tickersOf(source, groups, names, places),
    website: websiteOf(source, places, names),
    aliases: sidecar?.aliases?.issuer ?? [],
  });
}

function nameOf(
  source: QuoteSource,
  places: IssuerPlaces,
  groups: readonly TickerGroup[],
): Quote | undefined {
  const defined = definedName(source, places.opening, groups);
  if (defined !== undefined) return defined;
  const said = trailerName(source, places.placed) ?? announcingName(source, places);
  const full = suffixedName(source, places.opening, said);
  return full ?? said ?? aboutName(source, places.placed);
}

/** The name before the first ticker or ("Short") of the first paragraphs. */
function definedName(
  source: QuoteSource,
  opening: readonly Span[],
  groups: readonly TickerGroup[],
): Quote | undefined {
  for (const { start, end } of opening) {
    const content = source.text.slice(start, Math.min(end, start + 900));
    const brackets = [...content.matchAll(/\s*[(（]/g)].map((match) => start + match.index);
    const bare = groups
      .filter((group) => group.start >= start && group.start < start + content.length)
      .map((group) => group.start);
    for (const at of [...new Set([...brackets, ...bare])].sort((one, other) => one - other)) {
      const ticker = groups.some((group) => group.start >= at && group.start <= at + 2);
      const short = SHORT.exec(source.text.slice(at, at + 140))?.[1];
      if (!ticker && (short === undefined || !namesCompany(short, source.text, at, start))) continue;
      const name = nameBefore(source, start, at);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

function trailerName(source: QuoteSource, placed: readonly Placed[]): Quote | undefined {
  for (const { unit, role } of placed.slice(-12)) {
    if (role !== 'trailer') continue;
    const match = /^SOURCE:?\s+(.{2,100})$|^Source:\s+(\p{Lu}.{1,100})$/du.exec(
      source.text.slice(unit.start, Math.min(unit.end, unit.start + 120)),
    );
    const range = match?.indices?.[1] ?? match?.indices?.[2];
    if (range === undefined) continue;
    const first =
      /^.+?(?=;|\s+and\s+\p{Lu}|$)/u.exec(
        source.text.slice(unit.start + range[0], unit.start + range[1]),
      )?.[0] ?? '';
    return cut(source, unit.start + range[0], unit.start + range[0] + first.length);
  }
  return undefined;
}

/** "Acme today announced", or the headline's "Acme Announces". */
function announcingName(source: QuoteSource, { opening, headline }: IssuerPlaces): Quote | undefined {
  const first = opening[0];
  const spans = [first && { start: first.start, end: Math.min(first.end, first.start + 240) }, headline];
  for (const span of spans) {
    if (span === undefined) continue;
    const content = source.text.slice(span.start, span.end);
    const verb = ANNOUNCES.exec(content);
    const run = NAME_AT_START.exec(
      content.replace(/^(?:Today|Yesterday),?\s+/, (lead) => ' '.repeat(lead.length)).trimStart(),
    )?.[0];
    if (verb === null || run === undefined) continue;
    const lead = content.length - content.replace(/^(?:Today|Yesterday),?\s+/, '').length;
    const until = Math.min(run.length, verb.index - lead);
    const name = run.slice(0, Math.max(0, until)).trim();
    if (name.length < 2 || verb.index - lead > run.length + 90 || !isName(name)) continue;
    return cut(source, span.start + lead, span.start + lead + name.length);
  }
  return undefined;
}

function isName(name: string): boolean {
  return (
    !/^(?:The|This|These|In|At|As|For|A|An|With|When|How|Why|What|New|Today|It|We|Our|There|After|Research|Highlights|If|On|By|From)(?:\s\p{Ll}|$|\s(?:The|This)\b)/u.test(
      name,
    ) && !/^(?:How|Why|What|When|Where|In|The|This|A|An)$/.test(name.split(/\s/)[0] ?? '')
  );
}

/** The first name with a legal ending in the opening paragraphs; of the company already named, if one is. */
function suffixedName(
  source: QuoteSource,
  opening: readonly Span[],
  said: Quote | undefined,
): Quote | undefined {
  for (const { start, end } of opening.slice(0, 3)) {
    for (const match of source.text.slice(start, Math.min(end, start + 600)).matchAll(WITH_SUFFIX)) {
      const name = cut(source, start + match.index, start + match.index + match[0].length);
      if (name !== undefined && (said === undefined || sameCompany(said.text, name.text))) return name;
    }
    if (said === undefined) break;
  }
  return undefined;
}

function aboutName(source: QuoteSource, placed: readonly Placed[]): Quote | undefined {
  const heading = placed.findLast(
    ({ form, role, unit }) =>
      form === 'heading' &&
      role === 'about' &&
      new RegExp(`${COMPANY_SUFFIX}$`, 'u').test(source.text.slice(unit.start, unit.end)),
  );
  return heading && cut(source, heading.unit.start + 5, heading.unit.end);
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

/** The groups that stand right after one of the issuer's names, or say where the issuer is listed. */
function tickersOf(
  source: QuoteSource,
  groups: readonly TickerGroup[],
  names: readonly Quote[],
  { headline, placed }: IssuerPlaces,
): Ticker[] {
  const tickers: Ticker[] = [];
  let boundEnd = -1;
  for (const group of groups) {
    const follows = boundEnd >= 0 && /^[\s,;]*(?:and\s+)?$/.test(source.text.slice(boundEnd, group.start));
    if (!follows && !belongs(source, group, names, headline, placed)) {
      boundEnd = -1;
      continue;
    }
    boundEnd = group.end;
    for (const ticker of group.tickers) {
      const known = tickers.some(
        ({ symbol, exchange }) =>
          symbol.text === ticker.symbol.text && foldExchange(exchange) === foldExchange(ticker.exchange),
      );
      if (!known) tickers.push(ticker);
    }
  }
  return tickers;
}

function foldExchange(exchange: Quote | undefined): string {
  return (exchange?.text ?? '').toLowerCase().replace(/[^a-z]/g, '');
}

function belongs(
  source: QuoteSource,
  group: TickerGroup,
  names: readonly Quote[],
  headline: Quote | undefined,
  placed: readonly Placed[],
): boolean {
  const line = placed.find(({ unit }) => unit.start <= group.start && group.start < unit.end);
  const bound = nameBefore(source, Math.max(line?.unit.start ?? 0, group.start - 160), group.start);
  if (bound !== undefined && names.some(({ text }) => sameCompany(text, bound.text))) return true;
  if (
    headline !== undefined &&
    group.start >= headline.start &&
    group.end <= headline.end &&
    bound === undefined
  )
    return true;
  const before = source.text.slice(Math.max(0, group.start - 80), group.start);
  if (!/\b(?:listed|trades?|traded|quoted)\s+(?:\S+\s+){0,8}$/i.test(before)) return false;
  const place = placed.find(({ unit }) => unit.start <= group.start && group.end <= unit.end);
  const about = place?.headings.at(-1)?.text.replace(/^About\s+/i, '');
  return place?.role === 'about' && about !== undefined && names.some(({ text }) => sameCompany(text, about));
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
