import { nameBefore, namesCompany } from './companies.ts';
import { cut } from './cut.ts';
import { COMPANY_SUFFIX, NAME_PATTERN, sameCompany } from './names.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import type { TickerGroup } from './tickers.ts';

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
const SAYS =
  /^\s+(?:today\s+|also\s+|yesterday\s+|has\s+today\s+|proudly\s+|officially\s+|recently\s+|this\s+week\s+|has\s+|have\s+){0,2}(?:announc|declar|report|appoint|complet|launch|present|is\b|are\b|was\b|been\b|expect|unveil|introduc|provid|enter|receiv|secur|sign|nam(?:es|ed)|releas|welcom|expand|partner|celebrat|will\b|commend|award|host|join|open|acquir|sell|sold|win|won|rais|participat|took|take|offer|publish|add|promot|select|support|receiv|earn|mark|collaborat|work|help|continu|deliver|develop|invest|update|issue|provid)/u;
const NAME_AT_START = new RegExp(`^(?:${NAME_PATTERN})`, 'u');
const WITH_SUFFIX =
  /(?:\p{Lu}[\p{L}\p{N}.'’&‑-]*[®™]?\s+(?:&\s+)?){0,6}\p{Lu}[\p{L}\p{N}.'’&‑-]*[®™]?,?\s+(?:Inc|INC|Corp|CORP|Corporation|Ltd|LTD|Limited|LLC|LLP|PLC|plc|AG|SA|SE|N\.V|GmbH|Company|Group|Holdings)\b\.?/dgu;
/** Words that start sentences and no company's name. */
const OPENER =
  /^(?:The|This|That|These|Those|In|At|As|For|A|An|With|When|How|Why|What|Where|Who|Today|Yesterday|It|We|Our|You|Your|There|After|Before|If|On|By|From|During|While|Since|Once|Every|Each|All|More|Most|Many|Some|One|Two|Three|Four|Five|According|Despite|Although|Even|Just|Imagine|Are|Is|Do|Does|Can|Could|Will|Would|Get|Meet|Discover|Research|Highlights|Following|Amid|Over|Under|Through|Recent|Recently|New|First|Last|Top|Best|Not|No|Set|Located|Founded|Known|Led|Based|Having|Being|Whether|Because|So|But|And|Or|To|Of|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** The issuer's name as first given in full after the dateline, or else as the release names its source. */
export function issuerNameOf(
  source: QuoteSource,
  places: IssuerPlaces,
  groups: readonly TickerGroup[],
): Quote | undefined {
  const titled = headlineTickerName(source, places.headline, groups);
  const defined = definedName(source, places.opening, groups);
  if (titled !== undefined) {
    if (defined !== undefined && sameCompany(titled.text, defined.text)) {
      return defined.text.length < titled.text.length ? titled : defined;
    }
    return suffixedName(source, places.opening, titled) ?? titled;
  }
  if (defined !== undefined) return defined;
  const said =
    trailerName(source, places.placed) ??
    subjectName(source, places.opening[0]) ??
    headlineName(source, places);
  const full = suffixedName(source, places.opening, said);
  return full ?? said ?? aboutName(source, places.placed);
}

/** "Acme Corp. (NASDAQ: ACME) Opens Plant": the name before the headline's first ticker. */
function headlineTickerName(
  source: QuoteSource,
  headline: Quote | undefined,
  groups: readonly TickerGroup[],
): Quote | undefined {
  if (headline === undefined) return undefined;
  const group = groups.find(({ start, end }) => start >= headline.start && end <= headline.end);
  if (group !== undefined) return nameBefore(source, headline.start, group.start);
  // "Acme Corp. (ACME) Opens Plant": a symbol without its exchange, after a name with a legal ending.
  const bare = /(?:Inc|Corp|Corporation|Ltd|Co|LLC|PLC|plc)\.?\s\([A-Z]{2,5}\)/.exec(headline.text);
  return bare === null
    ? undefined
    : nameBefore(source, headline.start, headline.start + headline.text.indexOf('(', bare.index));
}

/** The name before the first ticker, or ("Short"), of the first paragraphs. */
function definedName(
  source: QuoteSource,
  opening: readonly Span[],
  groups: readonly TickerGroup[],
): Quote | undefined {
  for (const [index, { start, end }] of opening.entries()) {
    const content = source.text.slice(start, Math.min(end, start + 900));
    const brackets = [...content.matchAll(/\s*[(（]/g)].map((match) => start + match.index);
    const bare = groups
      .filter((group) => group.start >= start && group.start < start + content.length)
      .map((group) => group.start);
    for (const at of [...new Set([...brackets, ...bare])].sort((one, other) => one - other)) {
      const ticker = groups.some((group) => group.start >= at && group.start <= at + 2);
      const short = SHORT.exec(source.text.slice(at, at + 140))?.[1];
      if (!ticker && (short === undefined || index > 1 || !namesCompany(short, source.text, at, start)))
        continue;
      const name = nameBefore(source, start, at) ?? (ticker ? appositionName(source, start, at) : undefined);
      if (name === undefined || isAgency(name.text) || !isWhole(name.text)) continue;
      // Of a partner mentioned far down the paragraph, the ticker says nothing about the issuer.
      if (ticker || name.start - start < 400) return name;
    }
  }
  return undefined;
}

/** "Acme Ltd., an innovator in imaging (Nasdaq: ACME)": the name that the sentence opens with. */
function appositionName(source: QuoteSource, start: number, at: number): Quote | undefined {
  const content = source.text.slice(start, at);
  const run = NAME_AT_START.exec(content)?.[0];
  if (
    run === undefined ||
    content.length > 260 ||
    !/^,\s+(?:an?|the|one)\s/.test(content.slice(run.length)) ||
    /[.!?]\s+\p{Lu}/u.test(content.slice(run.length))
  )
    return undefined;
  return cut(source, start, start + run.length);
}

function isAgency(name: string): boolean {
  return /\b(?:Organization|Organisation|Administration|Commission|Agency|Association|Department|Ministry|Society|University|Institutes?|Act|Index|Exchange|Symposium|Conference|Congress)$/.test(
    name,
  );
}

function trailerName(source: QuoteSource, placed: readonly Placed[]): Quote | undefined {
  for (const { unit, role } of placed.slice(-12)) {
    if (role !== 'trailer') continue;
    const content = source.text.slice(unit.start, Math.min(unit.end, unit.start + 120));
    const match = /^SOURCE:?\s+(.{2,100})$|^Source:\s+(\p{Lu}.{1,100})$/du.exec(content);
    const range = match?.indices?.[1] ?? match?.indices?.[2];
    if (range === undefined) continue;
    const first = /^.+?(?=;|\s+and\s+\p{Lu}|$)/u.exec(content.slice(range[0], range[1]))?.[0] ?? '';
    return cut(source, unit.start + range[0], unit.start + range[0] + first.length);
  }
  return undefined;
}

/** "Acme today announced", "Acme, a maker of tools, is pleased", "Acme CEO Jane Roe joined". */
function subjectName(source: QuoteSource, first: Span | undefined): Quote | undefined {
  if (first === undefined) return undefined;
  const content = source.text.slice(first.start, Math.min(first.end, first.start + 320));
  const lead =
    /^(?:(?:Today|Yesterday),?\s+|The\s+(?=\p{Lu})|(?:[Tt]he\s+)?(?:[Bb]oard of [Dd]irectors|law firm) of\s+)*/u.exec(
      content,
    )?.[0].length ?? 0;
  const run = NAME_AT_START.exec(content.slice(lead))?.[0];
  if (run === undefined) return undefined;
  const office =
    /\s+(?:(?:Co-?)?CEO|CFO|COO|CTO|Chief|Executive|Managing|President|Chair\w*|Director|Founder|Co-[Ff]ounder|Senior|Vice)\b.*$/.exec(
      run,
    );
  const name = (office === null ? run : run.slice(0, office.index)).replace(/[’']s$/, '');
  const rest = content.slice(lead + run.length);
  const opens =
    office !== null ||
    SAYS.test(rest) ||
    /^,?\s+(?:an?|the|one|which|headquartered|based)\s|^\s*[(（]/.test(rest);
  return opens && isName(name) && isProper(source.text, name)
    ? cut(source, first.start + lead, first.start + lead + name.length)
    : undefined;
}

/** The headline's first words that the news goes on to use as a name. */
function headlineName(source: QuoteSource, { headline, opening }: IssuerPlaces): Quote | undefined {
  if (headline === undefined) return undefined;
  const run = NAME_AT_START.exec(headline.text)?.[0] ?? '';
  const last = opening.at(-1)?.end ?? headline.end;
  const body = source.text.slice(headline.end, last);
  const words = [...run.matchAll(/\S+/g)];
  for (let count = Math.min(words.length, 6); count > 0; count -= 1) {
    const end = (words[count - 1]?.index ?? 0) + (words[count - 1]?.[0].length ?? 0);
    const name = run.slice(0, end).replace(/[’']s?$/, '');
    if (isName(name) && usedInside(body, name) && isProper(source.text, name)) {
      return cut(source, headline.start, headline.start + name.length);
    }
  }
  return undefined;
}

/** Inside a sentence it still has its capitals, so it is a name. */
function usedInside(body: string, name: string): boolean {
  for (let at = body.indexOf(` ${name}`); at >= 0; at = body.indexOf(` ${name}`, at + 1)) {
    const after = body.charAt(at + 1 + name.length);
    if (/[\p{L},]/u.test(body.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/** A word of it is never written small: "copper" and "robotics" are no names, whatever starts a headline. */
function isProper(text: string, name: string): boolean {
  const words = name.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return words.some((word) => !isWrittenSmall(text, word.toLowerCase(), word));
}

function isWrittenSmall(text: string, small: string, word: string): boolean {
  if (small === word) return false;
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
    const alone =
      !/[\p{L}\p{N}./@-]/u.test(text.charAt(at - 1)) &&
      !/[\p{L}\p{N}.@]/u.test(text.charAt(at + small.length));
    if (alone) return true;
  }
  return false;
}

/** More than a legal ending, a number or a form of address. */
function isWhole(name: string): boolean {
  const ending = new RegExp(`^(?:${COMPANY_SUFFIX})$`, 'u');
  return name.length >= 2 && !/^(?:\d[\d.,]*(?:st|nd|rd|th)?|Dr|Mr|Mrs|Ms)$/.test(name) && !ending.test(name);
}

function isName(name: string): boolean {
  return isWhole(name) && !OPENER.test(name.split(/\s/)[0] ?? '') && name.length > 2;
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
  const ending = new RegExp(`${COMPANY_SUFFIX}$`, 'u');
  const heading = placed.find(
    ({ form, role, unit }) =>
      form === 'heading' && role === 'about' && ending.test(source.text.slice(unit.start, unit.end)),
  );
  return heading && cut(source, heading.unit.start + 5, heading.unit.end);
}
