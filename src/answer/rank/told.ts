import type { Release } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';
import { DATE, EXCHANGE, LINK, MONEY, PERCENT } from '../index/kinds.ts';
import { englishLevel } from '../lexicon/english.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';

/** Places in a text that tell something of the kind asked for; undefined where no place can be named. */
export type Told = readonly number[] | undefined;

const NOTHING: readonly number[] = [];
const ONLINE = new RegExp(`${LINK.source}|\\bweb ?site\\b|\\bonline\\b`, 'i');
/** Asks for what a link leads to. */
const FOUND_ONLINE =
  /\b(?:find|found|see|seen|read|view|look|get|watch|listen|hear|download|post(?:ed)?|available|online|web\w*|register|sign up|join|buy|order|materials?|slides|replay|abstract|paper)\b/;

/**
 * Where an entry that holds the kind of thing asked for tells one that the question did not say itself,
 * as offsets in its text: "acquires gold concessions from First Class Metals" names nobody new to whoever
 * asks what First Class Metals sold, and "at closing" is no day for whoever asks when the closing is.
 * An empty list: it tells none.
 */
export function toldBy(entry: Entry, question: Question, asked: ReadonlySet<string>): Told {
  const { text } = entry.quote;
  switch (question.wanted.kind) {
    case 'date':
      return daysTold(text, question, asked, entry.release.publishedAt);
    case 'amount':
      return amountsTold(entry, text, question, asked);
    case 'count':
      return question.counted === undefined ? instances(FIGURE, text, asked) : undefined;
    case 'duration':
      return lengthsTold(text);
    case 'percent':
      return instances(PERCENT, text, asked);
    case 'exchange':
      return instances(EXCHANGE, withoutOthersTickers(entry, question), NO_WORDS);
    case 'person':
    case 'name':
      return namesTold(entry, text, question, asked);
    case 'place':
      if (entry.person) return NOTHING;
      return entry.implied.length > 0 || (ONLINE.test(text) && FOUND_ONLINE.test(question.read))
        ? undefined
        : placesTold(text, asked, issuerWords(entry.release));
    default:
      return undefined;
  }
}

/** Words of the question, their stems included: what it says itself. */
export function wordsSaid(question: Question): ReadonlySet<string> {
  return new Set(tokenize(question.read).flatMap(({ form }) => [form, stem(form)]));
}

const NO_WORDS: ReadonlySet<string> = new Set();

const globalOf = new Map<RegExp, RegExp>();

/** The pattern made to find every place; made once. */
function globally(pattern: RegExp): RegExp {
  const known = globalOf.get(pattern) ?? new RegExp(pattern.source, 'giu');
  globalOf.set(pattern, known);
  return known;
}

/** Where the pattern stands with a number or word that the question lacks. */
function instances(pattern: RegExp, text: string, asked: ReadonlySet<string>): number[] {
  return [...text.matchAll(globally(pattern))]
    .filter(([found]) => tokenize(found).some(({ form }) => !asked.has(form) && !asked.has(stem(form))))
    .map(({ index }) => index);
}

/** "Ten minutes prior to the start" is no length of a call. */
function lengthsTold(text: string): Told {
  const all = [...text.matchAll(DURATIONS)];
  if (all.length === 0) return undefined;
  const lengths = all.filter(
    ({ 0: found, index }) =>
      /\b(?:for|term of|period of|life of) (?:at least |up to |approximately |about |the )?$/i.test(
        text.slice(0, index),
      ) ||
      !/^\s*(?:prior|before|after|following|ago|later|earlier)\b/i.test(text.slice(index + found.length)),
  );
  return lengths.map(({ index }) => index);
}

const DURATIONS =
  /\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)[\s-]+(?:days?|weeks?|months?|years?|hours?|minutes?)\b/gi;
const TICKER_BRACKET = /\([^()]*:[^()]*\)/g;

/** The ticker of one company does not say where another will be listed. */
function withoutOthersTickers({ quote: { text }, release, implied }: Entry, { units }: Question): string {
  const named = units.filter(({ critical, typed }) => critical && !EXCHANGE.test(typed));
  const issuer = issuerWords(release);
  const own = implied.length > 0 && named.some(({ read }) => issuer.has(read));
  if (named.length === 0 || own) return text;
  return text.replace(TICKER_BRACKET, (bracket, at: number) => {
    const before = `${text.slice(Math.max(0, at - 25), at)}${bracket}`.toLowerCase();
    return named.some(({ read }) => before.includes(read)) ? bracket : ' '.repeat(bracket.length);
  });
}

/** "After the conference", "until the closing of": a time by what happens. */
const BY_EVENT =
  /\b(?:following|after|upon|prior to|before|once|until|within|during|subsequent to|when|at|as of|(?<=(?:day|week|month|year)s?\s)from)\s+(?=((?:[\p{L}\p{N}’'-]+\s?){1,8}))/giu;
/** "At week 24", "at least": no time that a reader could put in a calendar. */
const NO_EVENT =
  /^(?:weeks?|days?|months?|baseline|least|most|all|any|risk|such|this time|the time|doses?)\b/i;
const SOON =
  /\b(?:later|early|late|end|beginning)\s+(?:this|in|of|next)\b|\b(?:this|next|coming)\s+(?:(?:few|couple of|several|\w+)\s+)?(?:year|month|week|day|quarter)s?\b|\b(?:tomorrow|yesterday|immediately|soon|shortly)\b/i;
/** Asks for what has been. */
const PAST = /\b(?:did|was|were)\b/;
const AT_PRESENT = /\b(?:today|currently)\b/i;
const AHEAD = /\b(?:will|would|could|can|may|might|going to|expect\w*|plan\w*|due|next)\b/;
/** Asks for the day itself, which no event stands for. */
const DAY_ITSELF = /\b(?:date|day|month|year|quarter|week)\b/;

/** "March 3, ": the year that follows belongs to the day, which counts itself. */
const DAY_BEFORE = /\p{Lu}\p{L}+\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s*$/u;
/** Asks for what is still to come. */
const TO_COME = /\b(?:will|going to)\b/;
const FULL_DATE = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;
const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether the text starts with a day before the release's own: no day of what will happen. */
function isBefore(text: string, published: string | undefined): boolean {
  const [, month = '', day = '', year = ''] = FULL_DATE.exec(text) ?? [];
  const number = MONTH_NAMES.indexOf(month.toLowerCase()) + 1;
  if (published === undefined || number === 0) return false;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` < published.slice(0, 10);
}

/** "The 2025 Congress" is not held in 2025 by its name alone; "in 2025" and "by 2025" say when. */
const YEAR_ALONE = /^(?:19|20)\d\d\b/;
const IN_YEAR =
  /(?:\b(?:in|by|since|until|till|through|during|for|of|from|to|late|early|mid|year|fiscal|and|or|spring|summer|fall|winter|autumn|before|after|half|quarter)|(?<!\bAct)[-–—/&,(])\s*$/i;

function daysTold(
  text: string,
  { read }: Question,
  asked: ReadonlySet<string>,
  published: string | undefined,
): number[] {
  const dated = instances(DATE, text, asked).filter(
    (at) =>
      (!YEAR_ALONE.test(text.slice(at)) ||
        (IN_YEAR.test(text.slice(0, at)) && !DAY_BEFORE.test(text.slice(0, at)))) &&
      !(TO_COME.test(read) && isBefore(text.slice(at), published)),
  );
  const days = PAST.test(read) ? dated : [...dated, ...instances(SOON, text, NO_WORDS)];
  if (days.length > 0) return days;
  if (!AHEAD.test(read) && AT_PRESENT.test(text)) return instances(AT_PRESENT, text, NO_WORDS);
  if (DAY_ITSELF.test(read)) return [];
  // An event that the question names itself is what it asks the day of.
  return [...text.matchAll(BY_EVENT)]
    .filter(([, event]) => {
      if (NO_EVENT.test(event ?? '')) return false;
      const words = tokenize(event ?? '').filter(({ form }) => !FUNCTION_WORDS.has(form));
      return words.length > 0 && !words.some(({ form }) => asked.has(stem(form)));
    })
    .map(({ index }) => index);
}

/** Asks for a price or a sum: no share or count answers. */
const SUM =
  /\b(?:pa(?:y|ys|id|ying)|costs?|price[ds]?|raised?|raising|spen[dt]|proceeds|worth|sell for|sold for|cash|charge)\b/;
/** Asks for a measure of a stuff: no sum answers. */
const MATTER =
  /\bhow much (?:\w+ )?(?:plasma|gold|silver|copper|zinc|lithium|uranium|helium|ore|oil|gas|power|electricity|energy|water|land|space|weight|capacity|time|longer|carbon|dioxide)\b(?! (?:cost|revenue|sales|worth))/;
/** Asks by how much something changed, or for a share of it. */
const CHANGE =
  /\b(?:percent\w*|grow\w*|grew|increase\w*|decrease\w*|ris(?:e|en)|rose|up|down|fall|fell|drop\w*|declin\w*|chang\w*|premium|discount|margin|stake|rate|more|less|off)\b|%/;
/** A figure; the digits of a version or a code are none. */
const FIGURE = /(?<![\p{L}\d.-])\d[\d.,]*|%/u;

function amountsTold({ passage }: Entry, text: string, { read }: Question, asked: ReadonlySet<string>): Told {
  if (passage.form === 'row' || passage.form === 'label') return undefined;
  const sums = instances(MONEY, text, asked);
  if (MATTER.test(read)) {
    const figures = instances(FIGURE, text, asked);
    return figures.filter((at) => !sums.some((sum) => Math.abs(at - sum) <= 4));
  }
  if (sums.length > 0) return sums;
  if (SUM.test(read) && !CHANGE.test(read)) return NOTHING;
  // An amount may be in words ("half of the proceeds").
  return FIGURE.test(text) ? instances(FIGURE, text, asked) : undefined;
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’&.-]*/gu;
/** Capitals that name nobody. */
const NO_NAME =
  /^(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|nasdaq\w*|nyse\w*|otc\w*|tsx\w*|company|corporation|inc|corp|ltd|llc|plc|co|group|chief|executive|officer|president|vice|chair\w*|director|board|dr|mr|ms|mrs|prof\w*|usa?|u\.?s\.?|phase|fda|sec|i|we|the|our|this|these|a|an|it|ceo|cfo|cmo|coo|cto|cso|md|phd|newswire|prnewswire|q[1-4]|agreement|act|letter|intent|loi|mou|memorandum|understanding|q&a|et|pt|est|pst|edt|common|stock|series|class)\.?$/i;
/** Places that stand in any release and are nobody. */
const PLACES =
  /^(?:england|scotland|wales|ireland|britain|uk|germany|france|italy|spain|switzerland|netherlands|sweden|denmark|norway|china|japan|canada|australia|india|israel|taiwan|korea|singapore|mexico|brazil|europe|european|asia|asian|america|americas|american|africa|states|united|kingdom|north|south|east|west|california|texas|florida|massachusetts|jersey|york|boston|london|exchange|market|securities)$/;
/** Asks for somebody beside the issuer. */
const OTHERS =
  /\b(?:agents?|partners?|underwriters?|bookrunners?|advis[eo]rs?|counsel|law(?:yers?| firm)|auditors?|banks?|brokers?|customers?|clients?|suppliers?|employees?|investors?|distributors?|sponsors?|competitors?|universit\w+|hospitals?|other)\b/;

function namesTold(
  entry: Entry,
  text: string,
  { read, wanted: { kind } }: Question,
  asked: ReadonlySet<string>,
): Told {
  if (entry.wire || (entry.person && kind === 'person')) return undefined;
  if (entry.passage.form === 'headline' || entry.passage.form === 'heading') return NOTHING;
  const issuer = issuerWords(entry.release);
  // Whoever names the issuer asks for another; so does whoever asks for a partner or an agent.
  const others = OTHERS.test(read);
  const another = kind === 'name' && !/\b(?:company|issuer|firm|organi[sz]ation)\b/.test(read);
  const own = others || another || [...issuer].some((form) => asked.has(form)) ? issuer : NO_WORDS;
  const products = others ? productWords(entry.release) : NO_WORDS;
  const found: number[] = [];
  for (const match of text.matchAll(NAME)) {
    const [word] = match;
    const plain = word.replace(/['’]s$|[.'’]+$/g, '');
    const form = plain.toLowerCase();
    const known = tokenize(plain).every((token) => asked.has(token.form) || asked.has(stem(token.form)));
    if (NO_NAME.test(plain) || FUNCTION_WORDS.has(form) || known) continue;
    if (own.has(form) || products.has(form) || (kind === 'person' && PLACES.test(form))) continue;
    // A capital that only begins a sentence names nobody, unless another follows it.
    const begins = match.index === 0 || /[.!?:“"(]\s*$/.test(text.slice(0, match.index));
    const next = /^\s+\p{Lu}/u.test(text.slice(match.index + word.length));
    if (begins && !next && (englishLevel(form) ?? 99) <= 50) continue;
    found.push(match.index);
  }
  return found;
}

/** A place after its preposition, or with its state or country. */
const PLACE =
  /\b(?:in|at|from|near|across|outside|to|throughout|of)\s+(?:the\s+)?(?:[\p{L}]+\s+)?(\p{Lu}[\p{L}.]+)|(\p{Lu}[\p{L}.]+),\s(?:[A-Z]{2}\b|[A-Z][a-z]{1,5}\.|(?:Alabama|Arizona|California|Colorado|Connecticut|Delaware|Florida|Georgia|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Maine|Maryland|Massachusetts|Michigan|Minnesota|Missouri|Montana|Nebraska|Nevada|New|North|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Quebec|Rhode|South|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|British|Alberta|England|Scotland|Wales|Ireland|Germany|France|Italy|Spain|Switzerland|Belgium|Netherlands|Sweden|Denmark|Norway|Finland|Austria|Poland|Israel|China|Japan|Taiwan|Korea|India|Australia|Singapore|Mexico|Brazil|Canada|U\.?[SK]\.?)(?![a-z]))|\b(\d+\s+\p{Lu}\w+)|\b(\p{Lu}\p{L}+)-based|\b((?:Level|Hall|Room|Booth|Ballroom|Center|Centre|Hotel|Building|Floor)\b)/gu;
/** Capitals after a preposition that are no place. */
const NO_PLACE =
  /^(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|company|corporation|phase|q[1-4]|form|section|chief|board|i|we)$/;

function placesTold(text: string, asked: ReadonlySet<string>, issuer: ReadonlySet<string>): number[] {
  return [...text.matchAll(PLACE)]
    .filter((match) => {
      const place = match.slice(1).find((group) => group !== undefined) ?? '';
      const form = place.replace(/\.+$/, '').toLowerCase();
      return !NO_PLACE.test(form) && !issuer.has(form) && !asked.has(form) && !asked.has(stem(form));
    })
    .map(({ index }) => index);
}

const productWordsOf = new WeakMap<Release, ReadonlySet<string>>();

/** The words of the products' names, which are no partner's. */
function productWords(release: Release): ReadonlySet<string> {
  const known = productWordsOf.get(release);
  if (known !== undefined) return known;
  const names = release.entities.filter(({ kind }) => kind === 'product').map(({ name }) => name.text);
  const found = new Set(names.map((name) => name.toLowerCase()));
  productWordsOf.set(release, found);
  return found;
}

const issuerWordsOf = new WeakMap<Release, ReadonlySet<string>>();

/** The words of the issuer's names and tickers: whoever asks which company means another. */
function issuerWords(release: Release): ReadonlySet<string> {
  const known = issuerWordsOf.get(release);
  if (known !== undefined) return known;
  const { name, shortNames, tickers } = release.issuer;
  const texts = [
    name?.text,
    ...shortNames.map(({ text }) => text),
    ...tickers.map(({ symbol }) => symbol.text),
  ];
  const found = new Set(texts.flatMap((text) => tokenize(text ?? '').map(({ form }) => form)));
  issuerWordsOf.set(release, found);
  return found;
}
