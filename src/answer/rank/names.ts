import type { Release } from '../../knowledge/model.ts';
import { isRegion } from '../../knowledge/regions.ts';
import type { Entry } from '../index/corpus.ts';
import { isLexiconWord } from '../lexicon/compile.ts';
import { englishLevel, isRatherName } from '../lexicon/english.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import { NO_WORDS } from './instances.ts';
import { isTrialName } from './stand-ins.ts';
import type { Told } from './told.ts';

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}'’&.-]*/gu;
/** Capitals that name nobody. */
const NO_NAME =
  /^(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|nasdaq\w*|nyse\w*|otc\w*|tsx\w*|company|corporation|inc|corp|ltd|llc|plc|co|group|chief|executive|officer|president|vice|chair\w*|director|board|dr|mr|ms|mrs|prof\w*|usa?|u\.?s\.?|phase|fda|sec|i|we|the|our|this|these|a|an|it|ceo|cfo|cmo|coo|cto|cso|md|phd|newswire|prnewswire|q[1-4]|agreement|act|letter|intent|loi|mou|memorandum|understanding|q&a|et|pt|est|pst|edt|common|stock|series|class|gaap|ifrs|form|[sf]-\d|section|rule|regulation|registration|prospectus|notes|warrants?|offering|units?|shares|merger|transaction|arrangement|circular|meeting|closing|file|securities|d|financial)\.?$/i;
/** Parts of the world and of places' names, which are nobody; states and countries are known elsewhere. */
const NO_ONE =
  /^(?:britain|europe|european|asia|asian|america|americas|american|africa|east|york|boston|london|exchange|market|securities)$/;

/** Whether a capital word is a place's; two letters may as well be a company's. */
function isPlaceName(form: string): boolean {
  return NO_ONE.test(form) || (form.length > 2 && isRegion(form));
}

/** Asks for somebody beside the issuer. */
const OTHERS =
  /\b(?:agents?|partners?|underwriters?|bookrunners?|advis[eo]rs?|counsel|law(?:yers?| firm)|auditors?|banks?|brokers?|customers?|clients?|suppliers?|employees?|investors?|distributors?|sponsors?|competitors?|universit\w+|hospitals?|other|purchasers?|buyers?|lenders?|landlords?|manufacturers?)\b|\b(?:company|firm)\b.*\b(?:joining|going to|leaving for)\b/;

/** Where a text names somebody, or a thing asked for by name, whom the question did not name itself. */
export function namesTold(
  entry: Entry,
  text: string,
  { read, wanted: { kind } }: Question,
  asked: ReadonlySet<string>,
): Told {
  if (entry.wire || (entry.person && kind === 'person')) return undefined;
  if (entry.passage.form === 'headline' || entry.passage.form === 'heading') return [];
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
    const known = /^[a-z0-9]+$/.test(form)
      ? asked.has(form) || asked.has(stem(form))
      : tokenize(plain).every((token) => asked.has(token.form) || asked.has(stem(token.form)));
    if (NO_NAME.test(plain.replace(/-\p{Ll}.*$/u, '')) || FUNCTION_WORDS.has(form) || known) continue;
    if (own.has(form) || products.has(form) || (kind === 'person' && isPlaceName(form))) continue;
    // A capital that only begins a sentence names nobody, unless another follows it.
    const begins = match.index === 0 || /[.!?:“"(]\s*$/.test(text.slice(0, match.index));
    const rest = text.slice(match.index + word.length);
    const next = /^\s+\p{Lu}/u.test(rest);
    // "Douglas Penhallow" names nobody new to whoever asks about Penhallow.
    const surname = /^\s+(?:\p{Lu}\.\s+)?(\p{Lu}\p{L}+)/u.exec(rest)?.[1]?.toLowerCase();
    if (surname !== undefined && asked.has(surname) && isRatherName(surname)) continue;
    if (begins && !next && ((englishLevel(form) ?? 99) <= 50 || isLexiconWord(form))) continue;
    // Nor is a trial anybody.
    if (kind === 'person' && isTrialName(entry.release, form)) continue;
    found.push(match.index);
  }
  return found;
}

/** A place after its preposition, or with its state or country. */
const PLACE =
  /\b(?:in|at|from|near|across|outside|to|throughout|of)\s+(?:the\s+)?(?:[\p{L}]+\s+)?(\p{Lu}[\p{L}.]+)|(\p{Lu}[\p{L}.]+),\s(?=(?<region>\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]+)?))|\b(\d+\s+\p{Lu}\w+)|\b(\p{Lu}\p{L}+)-based|\b((?:Level|Hall|Room|Booth|Ballroom|Center|Centre|Hotel|Building|Floor)\b)/gu;
/** Capitals after a preposition that are no place. */
const NO_PLACE =
  /^(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|company|corporation|phase|q[1-4]|form|section|chief|board|i|we)$/;

/** Where a text tells a place that the question did not name, and that is not the issuer. */
export function placesTold(text: string, asked: ReadonlySet<string>, issuer: ReadonlySet<string>): number[] {
  return [...text.matchAll(PLACE)]
    .filter((match) => {
      const region = match.groups?.['region'];
      // "Smyrna, Georgia" is a place; "Bedard, Founder" is none.
      if (region !== undefined && !isRegion(region) && !isRegion(region.split(' ')[0] ?? '')) return false;
      const place = match.slice(1).find((group) => group !== undefined) ?? '';
      const form = place.replace(/\.+$/, '').toLowerCase();
      // "In southeast Greenland" is a place, though the issuer is named after it.
      const own =
        issuer.has(form) &&
        !isRegion(place) &&
        !/\b(?:north|south|east|west|central|upper|lower)\w*\s+\S+$/i.test(match[0]);
      return !NO_PLACE.test(form) && !own && !asked.has(form) && !asked.has(stem(form));
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
export function issuerWords(release: Release): ReadonlySet<string> {
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
