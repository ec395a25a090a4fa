import type { Entry } from '../index/corpus.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Question } from '../question/question.ts';

/** Words that are there and mean the opposite, or are only hoped for: no count of words can see it. */
interface Guard {
  readonly asked: RegExp;
  /** The question itself speaks of the other side. */
  readonly unless: RegExp;
  readonly contradicted: (text: string) => boolean;
}

/** An approval that is sought, awaited or conditional is none. */
const SOUGHT =
  /\b(?:fil(?:ed|ing|es?)|submi\w+|seek\w*|sought|pending|subject to|await\w*|appl(?:y|ied|ication\w*)|request\w*|potential\w*|if|until|upon|obtain\w*|toward\w*|expect\w*|anticipat\w*|before|prior to)\b[^.;]{0,60}?\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+)/gi;
const GIVEN = /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+|accept\w+|grant\w+)\b/i;

/** What is only expected has not happened. */
const AHEAD =
  /\b(?:expect\w*|will|would|anticipat\w*|plan\w*|intend\w*|schedul\w*|to be|project\w*|subject to)\b[^.;]{0,60}?\b(?:clos\w*|complet\w*|launch\w*|start\w*|begin\w*|commenc\w*|pa(?:y|id)\w*|open\w*|consummat\w*)\b/gi;
const HAPPENED =
  /\b(?:clos\w*|complet\w*|launch\w*|start\w*|beg[iau]n\w*|commenc\w*|pa(?:y|id)\w*|open\w*|consummat\w*)\b/i;

const GUARDS: readonly Guard[] = [
  {
    asked:
      /\b(?:did|was|were|has|have)\b.*\b(?:clos\w*|complet\w*|launch\w*|start\w*|beg[iau]n\w*|commenc\w*|paid|open\w*)\b/,
    unless: /\b(?:expect\w*|will|plan\w*|schedul\w*|supposed|ever|before|already)\b/,
    contradicted: (text) => HAPPENED.test(text) && !HAPPENED.test(text.replace(AHEAD, ' ')),
  },
  {
    asked: /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]ed|ok|okay|okayed|green light|nod)\b/,
    unless:
      /\b(?:fil(?:ed|e|ing)|submi\w+|seek\w*|pending|condition\w*|need\w*|subject|application|expected|might|could|may|would|earliest)\b/,
    contradicted: (text) => /approv|clear|authori/i.test(text) && !GIVEN.test(text.replace(SOUGHT, ' ')),
  },
  {
    asked: /\b(?:old|former|previous|prior)\b/,
    unless: /\bnew\b|years? old|how old/,
    contradicted: (text) =>
      /\b(?:new|relocat\w+|mov(?:e|es|ing) (?:to|its|into))\b/i.test(text) &&
      !/\b(?:old|former\w*|previous\w*|prior|replac\w+|current\w*|most recently|from|since|existing|earlier)\b/i.test(
        text,
      ),
  },
  {
    asked: /\bnew (?:\w+ )?(?:ticker|symbol|name)\b|\brenamed?\b/,
    unless: /^$/,
    contradicted: (text) =>
      !/\b(?:new|chang\w+|renam\w+|will|begin\w*|began|now|formerly|becom\w+|known)\b/i.test(text),
  },
  {
    asked: /\bprices?\b/,
    unless: /\bdivid|\bdivi\b/,
    contradicted: (text) => /\bdividends?\b/i.test(text) && !/\bprices?\b/i.test(text),
  },
  {
    // A sum before fees is none of fees.
    asked: /\b(?:fees?|commissions?|expenses|discounts?)\b/,
    unless: /\b(?:before|after|net|gross|proceeds|raise[ds]?)\b/,
    contradicted: (text) =>
      /\b(?:before|after|less|excluding|net of|deducting)\b[^.;]{0,80}\b(?:fees?|commissions?|expenses|discounts)\b/i.test(
        text,
      ) &&
      !/\b(?:fees?|commissions?|discounts?)\b[^.;]{0,30}\b(?:of|equal to|totall?ing|is|are|will be)\s+(?:up to |approximately )?[$\d]/i.test(
        text,
      ),
  },
  {
    asked:
      /\bwho (?:was|were|held|ran|had)\b.*\b(?:before|previously|prior)\b|\bpredecessor|\bwho (?:did|does|is) .*\breplac/,
    unless: /^$/,
    contradicted: (text) =>
      !/\b(?:succe\w+|replac\w+|predecessor|former\w*|outgoing|retir\w+|depart\w*|step\w* down|resign\w*|previous\w*)\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\b(?:where|what|which|who)\b.*\b(?:work(?:ed|ing)?|job|role|position|employer|compan(?:y|ies))\b.*\b(?:before|previously|prior|formerly)\b/,
    unless: /^$/,
    contradicted: (text) =>
      !/\b(?:previous\w*|prior|former\w*|most recently|before|served|worked|was|held|experience|career|from|spent|years?)\b/i.test(
        text,
      ),
  },
  {
    asked: /\bsalar(?:y|ies)\b/,
    unless: /^$/,
    contradicted: (text) =>
      !/\bsalar|\bbase (?:pay|compensation)\b|\bannual\w* compensation\b|\bper (?:year|annum)\b/i.test(text),
  },
  {
    // What is declared or reported now is not what was last time.
    asked: /\b(?:last|previous|prior) (?:quarter|year|month|time)\b|\ba year (?:ago|earlier)\b/,
    unless: /^$/,
    contradicted: (text) =>
      !/\b(?:last|previous\w*|prior|compar\w+|versus|vs|from|against|earlier|ago|increas\w+|decreas\w+|up|down|same|over|19\d\d|20\d\d|first|second|third|fourth|q[1-4]|since)\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:average|median)\b/,
    unless: /^$/,
    contradicted: (text) => !/\b(?:averag\w*|median|mean)\b/i.test(text),
  },
  {
    asked: /\b(?:annual|yearly|per year|a year)\b/,
    unless: /\bquarter|\byear (?:ago|earlier)\b/,
    contradicted: (text) => /\bquarterly\b/i.test(text) && !/\b(?:annual\w*|year\w*)\b/i.test(text),
  },
  {
    // Whoever speaks in a release holds the office now.
    asked: /\bwho (?:will|is going to)\b/,
    unless: /^$/,
    contradicted: (text) =>
      !/\b(?:will|appoint\w*|becom\w*|named|expected|join\w*|continu\w*|remain\w*|intends?|upcoming|plan\w*|schedul\w*|to (?:be|present|lead|serve|host|join|participate|acquire|become))\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:cancel\w*|postpone\w*|delay\w*|withdr\w+|halt\w*|terminat\w*)\b/,
    unless: /^$/,
    contradicted: (text) =>
      /\b(?:not|no|without)\b[^.;]{0,30}\b(?:cancel|postpon|delay|withdr|halt|terminat)/i.test(text),
  },
];

const ROLE =
  /\b(?:ceo|cfo|cmo|coo|cto|cso|chief \w+ officer|president|chair(?:man|woman|person)?|chief executive|boss)\b/;
/** "Chief Executive Officer of Crown", "CEO at Foresee"; and "Lifeway's CEO". */
const ROLE_OF =
  /(?:officer|ceo|cfo|cmo|coo|cto|cso|president|chair(?:man|woman|person)?|director)\s+(?:of|at|for)\s+(?:the\s+)?([\p{Lu}][\p{L}-]+)/iu;
const OWNER_OF_ROLE = /([\p{Lu}][\p{L}-]+)['’]s?\s+(?:chief|ceo|cfo|cmo|coo|cto|cso|president|chair)/iu;

/** A role held at another company than the one asked about. */
function roleElsewhere(entry: Entry, question: Question): boolean {
  if (!ROLE.test(question.read)) return false;
  const text = entry.quote.text;
  const holder = ROLE_OF.exec(text)?.[1] ?? OWNER_OF_ROLE.exec(text)?.[1];
  if (holder === undefined || /^(?:the|our|its|this|company)$/i.test(holder)) return false;
  const { issuer, people } = entry.release;
  const persons = new Set(people.flatMap(({ name }) => name.text.toLowerCase().split(/\s+/)));
  const named = question.units.filter(
    ({ read, critical }) => critical && !ROLE.test(read) && !/^c[a-z]o$/.test(read) && !persons.has(read),
  );
  if (named.length === 0 || named.some(({ read }) => sameName(read, holder))) return false;
  // The ticker asked with and the short name that holds the office are one company.
  const own = [issuer.name, ...issuer.shortNames, ...issuer.tickers.map(({ symbol }) => symbol)];
  const isOwn = (name: string): boolean =>
    own.some((one) => one !== undefined && sameName(name, one.text.split(/[\s,]/)[0] ?? ''));
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
  const one = `(?:[\\p{L}-]+\\s+){0,2}(?:${stemmed})s?`;
  const said = new RegExp(
    `\\bper\\s+${one}|(?:[\\d.]|price|cents?|dollars)\\s+(?:for\\s+)?(?:each|an?|every)\\s+${one}|\\b(?:${stemmed}) price|(?:${stemmed})s?\\b[^.;]{0,60}\\b(?:at|for) (?:an? )?(?:\\w+ ){0,3}price of|(?:${stemmed})s?\\b[^.;]{0,40}(?:priced|sold) at|/\\s?(?:${stemmed})`,
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

/** One regulator's word is none of another's: the European Commission's designation is not the FDA's. */
function anotherRegulator(text: string, { read }: Question): boolean {
  const asked = REGULATORS.filter((pattern) => pattern.test(read));
  if (asked.length === 0 || asked.some((pattern) => pattern.test(text))) return false;
  return REGULATORS.some((pattern) => pattern.test(text));
}

/** Whether the entry says something else than what its matching words suggest. */
export function isContradicted(entry: Entry, question: Question): boolean {
  if (roleElsewhere(entry, question) || aboutAnother(entry, question)) return true;
  if (perAnother(entry.quote.text, question) || anotherRegulator(entry.quote.text, question)) return true;
  return GUARDS.some(
    ({ asked, unless, contradicted }) =>
      asked.test(question.read) && !unless.test(question.read) && contradicted(entry.quote.text),
  );
}
