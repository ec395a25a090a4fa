import type { Entry } from '../index/corpus.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Question } from '../question/question.ts';
import { GUARDS_OF_DEEDS } from './guards/deeds.ts';
import { GUARDS_OF_PARTIES } from './guards/parties.ts';
import { GUARDS_OF_PRICES } from './guards/prices.ts';
import { GUARDS_OF_SUMS } from './guards/sums.ts';
import { regionsPlacedIn } from './regions.ts';

const GUARDS = [...GUARDS_OF_DEEDS, ...GUARDS_OF_SUMS, ...GUARDS_OF_PRICES, ...GUARDS_OF_PARTIES];

const ROLE =
  /\b(?:ceo|cfo|cmo|coo|cto|cso|chief \w+ officer|president|chair(?:man|woman|person)?|chief executive|boss)\b/;
/** "Chief Executive Officer of Crown", "CEO at Foresee"; and "Lifeway's CEO". */
const ROLE_OF =
  /(?:officer|ceo|cfo|cmo|coo|cto|cso|president|chair(?:man|woman|person)?|director)\s+(?:of|at|for)\s+(?:the\s+)?([\p{Lu}][\p{L}-]+)/iu;
const OWNER_OF_ROLE = /([\p{Lu}][\p{L}-]+)['’]s?\s+(?:chief|ceo|cfo|cmo|coo|cto|cso|president|chair)/iu;

const LED_AS = /\bled by\b.*\bas (?:its |the )?(?:[Cc]hief|[Pp]resident|CEO|[Cc]hair)/s;

/** A role held at another company than the one asked about. */
function roleElsewhere(entry: Entry, question: Question): boolean {
  if (!ROLE.test(question.read)) return false;
  const text = entry.quote.text;
  const holder = ROLE_OF.exec(text)?.[1] ?? OWNER_OF_ROLE.exec(text)?.[1];
  if (holder === undefined || /^(?:the|our|its|this|company|board)$/i.test(holder)) return false;
  const { issuer, people } = entry.release;
  const persons = new Set(people.flatMap(({ name }) => name.text.toLowerCase().split(/\s+/)));
  const named = question.units.filter(
    ({ read, critical }) => critical && !ROLE.test(read) && !/^c[a-z]o$/.test(read) && !persons.has(read),
  );
  if (named.length === 0 || named.some(({ read }) => sameName(read, holder))) return false;
  // "Kelmore will be led by Priya Ramaswamy, who has been President of Trestle's water segment, as Chief Executive".
  if (
    LED_AS.test(text) &&
    !/\bchair/.test(question.read) &&
    named.some(({ read }) => text.toLowerCase().startsWith(read))
  )
    return false;
  // The ticker asked with and the short name that holds the office are one company.
  const own = [issuer.name, ...issuer.shortNames, ...issuer.tickers.map(({ symbol }) => symbol)];
  const isOwn = (name: string): boolean =>
    own.some((one) =>
      one?.text.split(/[\s,]+/).some((word, at) => (at === 0 || word.length > 3) && sameName(name, word)),
    );
  return !(isOwn(holder) && named.some(({ read }) => isOwn(read)));
}

function sameName(a: string, b: string): boolean {
  const [left, right] = [a, b].map((name) => name.toLowerCase().replace(/['’]s$|[^a-z0-9]/g, ''));
  return left !== undefined && right !== undefined && (left.startsWith(right) || right.startsWith(left));
}

/** A sentence whose subject is another company, when the question names the issuer. */
function aboutAnother(entry: Entry, question: Question): boolean {
  const { issuer, entities } = entry.release;
  const own = [issuer.name, ...issuer.shortNames].flatMap((name) => name?.text ?? []);
  const asksIssuer = question.units.some(({ read }) =>
    own.some((name) => sameName(read, name.split(/[\s,]/)[0] ?? '')),
  );
  if (!asksIssuer || entry.passage.form !== 'sentence') return false;
  const first = /^["“]?([\p{Lu}][\p{L}-]+)/u.exec(entry.quote.text)?.[1];
  if (
    first === undefined ||
    FUNCTION_WORDS.has(first.toLowerCase()) ||
    own.some((name) => sameName(first, name.split(/[\s,]/)[0] ?? ''))
  )
    return false;
  const other = entities.some(
    ({ kind, name }) => kind === 'company' && sameName(first, name.text.split(/[\s,]/)[0] ?? ''),
  );
  // "Rowe LLP served as counsel to the Company" is of the issuer, whoever its subject is.
  if (/\b(?:the|our) Company\b/.test(entry.quote.text)) return false;
  return other && !own.some((name) => entry.quote.text.includes(name.split(/[\s,]/)[0] ?? name));
}

/** "Per unit", "a share": of what the sum is asked. */
const ASKED_PER =
  /\b(?:per|each|for (?:one|a|each)) (share|unit|warrant|ads|ounce|oz|ton(?:ne)?|barrel|dose|patient|vial|note|right)s?\b/;

/** A sum for each of one thing is none for each of another: "$0.10 per share" is no price per unit. */
function perAnother(text: string, { read }: Question): boolean {
  const thing = ASKED_PER.exec(read)?.[1];
  if (thing === undefined) return false;
  const stemmed = thing === 'oz' ? 'ounce|oz' : thing;
  const ads = thing === 'ads' ? '|american depositary share' : '';
  const one = `(?:[\\p{L}-]+\\s+){0,3}(?:${stemmed}${ads})s?`;
  const said = new RegExp(
    `\\bper\\s+${one}|(?:[\\d.]|price|cents?|dollars)\\s+(?:in cash,?\\s+)?(?:without interest,?\\s+)?(?:for\\s+|on\\s+)?(?:each|an?|every)\\s+${one}|${/\bhow many\b/.test(read) ? `^each\\s+${one}|` : ''}\\b(?:${stemmed}) price|(?:${stemmed})s?\\b[^.;]{0,60}\\b(?:at|for) (?:an? )?(?:\\w+ ){0,3}price of|(?:${stemmed})s?\\b[^.;]{0,40}(?:priced|sold) at|/\\s?(?:${stemmed})|\\bfor\\s+each\\s+${one}|\\beach\\s+${one}[^.;]{0,160}\\b(?:receive|entitle)`,
    'iu',
  );
  return /\b(?:per|each)\b/i.test(text) && !said.test(text);
}

const REGULATORS: readonly RegExp[] = [
  /\bfda\b|food and drug administration/i,
  /\bema\b|\bchmp\b|european (?:medicines agency|commission)|\bec\b/i,
  /\b(?:nmpa|cfda)\b|national medical products/i,
  /\bmhra\b/i,
  /\bpmda\b|\bmhlw\b/i,
  /health canada/i,
  /\btga\b/i,
];

const CHINESE = /\b(?:chinese|china|chinas|china s) (?:fda|food and drug administration)\b/g;

/** One regulator's word is none of another's: the European Commission's designation is not the FDA's. */
function anotherRegulator(text: string, { read }: Question): boolean {
  const asked = REGULATORS.filter((pattern) => pattern.test(read.replace(CHINESE, 'nmpa')));
  if (asked.length === 0 || asked.some((pattern) => pattern.test(text))) return false;
  return REGULATORS.some((pattern) => pattern.test(text));
}

/** "Founded in 1975" in "About JonesTrading" says nothing of the issuer, whom the question names. */
function aboutSectionOfAnother({ release, passage }: Entry, { units }: Question): boolean {
  const about = /^about\s+(?:the\s+)?(.+)$/i.exec(passage.headings.at(-1)?.text ?? '')?.[1];
  if (passage.role !== 'about' || about === undefined || /^(?:company|us|corporation)\b/i.test(about))
    return false;
  const { name, shortNames } = release.issuer;
  const own = [name, ...shortNames].flatMap((one) => one?.text ?? []);
  const first = (text: string): string => text.split(/[\s,]/)[0] ?? '';
  if (own.some((one) => sameName(first(about), first(one)))) return false;
  // A product's section is the issuer's own.
  const isCompany = release.entities.some(
    ({ kind, name: one }) => kind === 'company' && sameName(first(about), first(one.text)),
  );
  if (!isCompany) return false;
  const named = units.filter(({ critical }) => critical).map(({ read }) => read);
  return (
    named.some((read) => own.some((one) => sameName(read, first(one)))) &&
    !named.some((read) => about.toLowerCase().includes(read))
  );
}

/** "Prior to Ostrava, she spent nine years": not at Ostrava, which the question names. */
function spentBefore(text: string, { read }: Question): boolean {
  const at = /\bat (?:the )?([a-z][a-z0-9-]{2,})\s*$/.exec(read)?.[1];
  return at !== undefined && new RegExp(`\\b(?:prior to|before)(?: joining)? (?:the )?${at}`, 'i').test(text);
}

/** "Worldwide rights outside of Greater China" says who holds none there. */
function outsideOf(text: string, { read }: Question): boolean {
  if (/\b(?:outside|exclud\w+|except\w*|other than|besides)\b/.test(read)) return false;
  const left =
    /\b(?:outside(?: of)?|excluding|except(?: for)?)\s+(?:the\s+)?(?:greater\s+)?(\p{Lu}[\p{L}.]+)(?![\p{L}.])(?!,? where\b)/iu.exec(
      text,
    )?.[1];
  return (
    left !== undefined &&
    new RegExp(`\\b(?:in|for|of|to) (?:the |greater )?${left.toLowerCase().replace(/\./g, '')}\\b`).test(read)
  );
}

/** The fee that one side pays is not the other's: "if Harwick walks away" asks what Harwick pays. */
function paidByOther(text: string, { read }: Question): boolean {
  const leaves =
    /\b(?:if|when|should) (?:the )?([a-z][\w-]*) (?:walks?|backs?|pulls?|bails?|terminates?|breaks?|quits?)\b/.exec(
      read,
    )?.[1];
  const payer = /(\p{Lu}[\p{L}-]+)(?:['’]s)? (?:may|will|would|could|shall|is|must)[^.;]{0,40}\bpay\b/u.exec(
    text,
  )?.[1];
  return (
    leaves !== undefined &&
    payer !== undefined &&
    !/^(?:they|it|someone|either)$/.test(leaves) &&
    !sameName(leaves, payer)
  );
}

/** A measure's number stands with its measure: "week 12 … 24%" tells nothing of 24 weeks. */
function otherMeasure(text: string, { read }: Question): boolean {
  for (const [, number, unit, unitFirst, after] of read.matchAll(MEASURED)) {
    const value = number ?? after;
    const measure = unit ?? unitFirst;
    if (value === undefined || measure === undefined) continue;
    const word = measure.replace(/s$/, '');
    const said = new RegExp(
      `(?<![\\d.])${value}[\\s-]*(?:to[\\s-]\\d+[\\s-]*|or[\\s-]\\d+[\\s-]*|and[\\s-]\\d+[\\s-]*)?${word}|${word}s?\\s+(?:\\d+[,\\s]*(?:and|to|or|-)\\s*)*${value}\\b`,
      'i',
    );
    if (
      new RegExp(`\\b${value}\\b`).test(text) &&
      new RegExp(`\\b${word}`, 'i').test(text) &&
      !said.test(text)
    )
      return true;
  }
  return false;
}

const MEASURED = /\b(\d+)[ -]?(weeks?|months?|years?|days?|mg|mcg)\b|\b(weeks?|months?|days?) (\d+)\b/g;

const MADE_THERE =
  /\b(?:make|makes|made|manufactured?|produced?|built|build|based|headquarter\w*|offices?)\b/;

/** "Program: Oral Abstracts" names no product, and a presenter's town is no place of the talk. */
function labelOfAnother({ passage }: Entry, { read, wanted }: Question): boolean {
  const label = passage.label?.text ?? '';
  if (/^program$/i.test(label)) return !/\b(?:program\w*|track|category|section)\b/.test(read);
  // Nor is the hall of a talk where anything is made.
  if (wanted.kind === 'place' && passage.role === 'abstract' && MADE_THERE.test(read)) return true;
  return (
    wanted.kind === 'place' &&
    /\b(?:presenter|author|speaker)s?\b/i.test(label) &&
    !/\b(?:present(?:er|ing)|author|speaker|affiliat\w*|who)\b/.test(read)
  );
}

/** The hour of a talk is none of the trial's: "when will the KATANA trials begin". */
function ofTalkOnly({ passage }: Entry, { read, wanted }: Question): boolean {
  return (
    passage.role === 'abstract' &&
    passage.form === 'label' &&
    (wanted.kind === 'date' || wanted.kind === 'time') &&
    /\b(?:trials?|stud(?:y|ies|ys)|enroll\w*|launch\w*|approv\w*|recruit\w*)\b/.test(read) &&
    !/\b(?:present\w*|posters?|talks?|sessions?|abstracts?|speak\w*|oral|shown?|data|results?)\b/.test(read)
  );
}

/** How many there are in one country, a count in another does not tell: "facilities in China … U.S. standards". */
function countedElsewhere(text: string, { read, wanted }: Question): boolean {
  if (wanted.kind !== 'count') return false;
  const asked = regionsPlacedIn(read);
  const told = regionsPlacedIn(text);
  return asked.size > 0 && told.size > 0 && ![...asked].some((place) => told.has(place));
}

/** Whether the entry says something else than what its matching words suggest. */
export function isContradicted(entry: Entry, question: Question): boolean {
  const { text } = entry.quote;
  return (
    OF_ENTRIES.some((contradicts) => contradicts(entry, question)) ||
    OF_TEXTS.some((contradicts) => contradicts(text, question)) ||
    GUARDS.some(
      ({ asked, unless, contradicted }) =>
        asked.test(question.read) && unless?.test(question.read) !== true && contradicted(text),
    )
  );
}

/** What is told by where a passage stands and whose it is. */
const OF_ENTRIES = [roleElsewhere, aboutAnother, aboutSectionOfAnother, ofTalkOnly, labelOfAnother];
/** What needs a word of the question itself. */
const OF_TEXTS = [
  spentBefore,
  outsideOf,
  paidByOther,
  otherMeasure,
  countedElsewhere,
  perAnother,
  anotherRegulator,
];
