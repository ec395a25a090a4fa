import type { Entry } from '../index/corpus.ts';
import {
  CHANNEL,
  DATE,
  DISEASE,
  DURATION,
  EXCHANGE,
  GROUP,
  KIND,
  LINK,
  MONEY,
  PERCENT,
} from '../index/kinds.ts';
import type { Question } from '../question/question.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import { daysTold } from './days.ts';
import { globally, instances, NO_WORDS } from './instances.ts';
import { issuerWords, namesTold, placesTold } from './names.ts';

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
      // The release's own day is none of what will be.
      if (entry.passage.form === 'dateline' && /\b(?:will|going to)\b/.test(question.read)) return NOTHING;
      return daysTold(text, question, asked, entry.release.publishedAt);
    case 'amount':
      if (question.wanted.name === 'an age' && !AGE.test(text)) return NOTHING;
      return amountsTold(entry, text, question, asked);
    case 'count':
      if (question.wanted.needs === KIND.identifier)
        return PAPERS.test(question.read) ? instances(NUMBERED, text, asked) : undefined;
      return question.counted === undefined ? instances(FIGURE, text, asked) : undefined;
    case 'duration':
      return lengthsTold(text, question);
    case 'percent':
      return instances(PERCENT, text, asked);
    case 'exchange':
      return instances(EXCHANGE, withoutOthersTickers(entry, question), NO_WORDS);
    case 'person':
      return groupsTold(question, text, asked) ?? namesTold(entry, text, question, asked);
    case 'name':
      return namesTold(entry, text, question, asked);
    case 'disease':
      return question.wanted.name === 'a disease' ? diseasesTold(text, asked) : undefined;
    case 'place':
      if (entry.person) return NOTHING;
      if (LABEL_OF_PLACE.test(entry.passage.label?.text ?? '')) return undefined;
      if ((question.wanted.needs & KIND.channel) !== 0 && CHANNEL.test(text)) return undefined;
      return entry.implied.length > 0 || (ONLINE.test(text) && FOUND_ONLINE.test(question.read))
        ? undefined
        : placesTold(text, asked, issuerWords(entry.release));
    default:
      return undefined;
  }
}

/** Papers that an office numbers, and how their numbers are printed. */
const PAPERS = /\b(?:application|patent|registration|docket)\b/;
const NUMBERED =
  /\b(?:[Nn]os?\.|[Nn]umbers?|[Ss]erial|#)\s*(?=\S*\d)|\b\d{1,2}[/,]\d{3},\d{3}\b|\b(?:US|EP|WO|NCT)\s?\d{4,}/;

const LABEL_OF_PLACE = /\b(?:location|place|venue|room|hall|where)\b/i;

/** "Cancer" alone is no cancer by name; "ovarian cancer" is. */
function diseasesTold(text: string, asked: ReadonlySet<string>): Told {
  return [...text.matchAll(globally(DISEASE))]
    .filter(({ 0: found, index }) => {
      if (!DISEASE_CLASS.test(found)) return !asked.has(found.toLowerCase());
      const before = /([\p{L}-]+)[\s-]$/u.exec(text.slice(0, index))?.[1];
      return before !== undefined && !UNQUALIFIED.test(before) && !asked.has(before.toLowerCase());
    })
    .map(({ index }) => index);
}

const DISEASE_CLASS =
  /^(?:cancers?|tumou?rs?|diseases?|disorders?|syndromes?|infections?|virus\w*|failure|deficiency|degeneration)\b/i;
const UNQUALIFIED =
  /^(?:in|for|of|the|with|anti|other|an?|and|or|these|those|this|that|to|human|against|many|several|all|most|treat|various|serious|rare|severe|advanced|solid|new|such|their|its|patients|certain|from|on)$/i;

/** Where a text tells a group of people that the question does not name: whoever may vote has no name. */
function groupsTold({ wanted }: Question, text: string, asked: ReadonlySet<string>): Told {
  if ((wanted.needs & KIND.group) === 0) return undefined;
  // "Our investors" names no group of them.
  const groups = instances(GROUP, text, asked).filter(
    (at) => !/\b(?:our|my|your|all)\s$/i.test(text.slice(0, at)),
  );
  return groups.length === 0 ? undefined : groups;
}

/** Words of the question, their stems included: what it says itself. */
export function wordsSaid(question: Question): ReadonlySet<string> {
  return new Set(tokenize(question.read).flatMap(({ form }) => [form, stem(form)]));
}

/** A day that something lasts to. */
const UNTIL = new RegExp(
  `\\b(?:until|till|through|thru|to|into|expir\\w+(?: on| in)?|end(?:s|ing)(?: on| in| at)?|ago|since)\\s+(?:(?:\\d{1,2}(?::\\d{2})?\\s*[ap]\\.?m\\.?,?\\s*(?:\\p{Lu}{2,4}|Eastern(?: Time)?|Pacific(?: Time)?)?,?\\s*(?:on\\s+)?)|the end of\\s+|the\\s+|at least\\s+|late\\s+|early\\s+|mid-?\\s*|at least\\s+)?(?:${DATE.source})`,
  'i',
);

/** "How long does it have to decide": within 90 days after something. */
const HAS_TO = /\bhow long (?:do|does|will|would|did) .*\bhave\b/;
/** Asks how long a company has been: from its founding on. */
const SINCE_WHEN =
  /\bhow long (?:has|have|had) (?!.*\b(?:trial|study|drug|served|worked|been (?:ceo|cfo|with|at|on|in the role))\b).*\b(?:been around|existed|been in business|been going|been operating|been trading)\b/;
const FOUNDED =
  /\b(?:since|founded|established|incorporated|inception|formed|started|began|history|heritage|legacy|for (?:more than |over |nearly |almost )?\S+ (?:years|decades))\b/i;

/** "Ten minutes prior to the start" is no length of a call; "through June 30" is one. */
function lengthsTold(text: string, { read }: Question): Told {
  if (SINCE_WHEN.test(read)) return [...text.matchAll(globally(FOUNDED))].map(({ index }) => index);
  const all = [...text.matchAll(globally(DURATION))];
  if (all.length === 0) {
    const days = instances(UNTIL, text, NO_WORDS);
    if (days.length > 0) return days;
    return DATE.test(text) ? NOTHING : undefined;
  }
  const lengths = all.filter(
    ({ 0: found, index }) =>
      HAS_TO.test(read) ||
      /\b(?:for|term of|period of|life of) (?:at least |up to |approximately |about |the )?$/i.test(
        text.slice(0, index),
      ) ||
      !/^\s*(?:prior|before|after|following|ago|later|earlier)\b/i.test(text.slice(index + found.length)),
  );
  if (lengths.length > 0) return lengths.map(({ index }) => index);
  return instances(UNTIL, text, NO_WORDS);
}

/** Tells how old somebody or something is. */
const AGE =
  /\b(?:age[ds]?|years?[- ]old|(?:months?|years?) of age|founded|established|incorporated|inception|formed)\b|,\s\d{2},\s/i;

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

/** Asks for a price or a sum: no share or count answers. */
const SUM =
  /\b(?:pa(?:y|ys|id|ying)|costs?|price[ds]?|raised?|raising|spen(?:d|ds|t|ding)|proceeds|worth|sell for|sold for|cash|charge|rent|rental|salary|value of|grants?|loans?|donation|prize|fine|penalty)\b/;
/** Asks for a measure of a stuff: no sum answers. */
const MATTER =
  /\bhow much (?:\w+ )?(?:plasma|gold|silver|copper|zinc|lithium|uranium|helium|ore|oil|gas|power|electricity|energy|water|land|space|weight|capacity|time|longer|carbon|dioxide)\b(?! (?:cost|revenue|sales|worth))/;
/** Asks by how much something changed, or for a share of it. */
const CHANGE =
  /\bhow much of\b|\bby how much\b|\bsplit\b|\brais\w+ (?:its|the|their) (?:\w+ )?dividend\b|\b(?:interest|coupon|borrow\w*|loan|yield\w*|royalt\w+|percent\w*|grow\w*|grew|increase\w*|decrease\w*|ris(?:e|en)|rose|up|down|fall|fell|drop\w*|declin\w*|chang\w*|premium|discount|margin|stake|rate|more|less|off)\b|%/;
/** Asks for a share or ratio: a row of sums answers none. */
const RATIO = /\b(?:margin|rate|percent\w*|ratio|share of)\b|%/;
/** What is a sum of money in any accounts. */
const OF_ACCOUNTS = /\b(?:revenues?|turnover|net (?:income|loss|sales)|ebitda)\b/;
const ACCOUNTS =
  /^(?!.*\b(?:debt|leverage|multiple)\b).*\b(?:sales|revenues?|turnover|income|profits?|ebitda|earnings|earn(?:ed|s)?(?! (?:in|from) (?:royalt|milestone)))\b/;
/** A sum or a share, and no other figure. */
const FEE = /\b(?:fees?|commissions?)\b/;
/** Asks for a dose, which is a measure. */
const DOSE_ASKED = /\b(?:what|which) (?:\w+ )?(?:dose|dosage|strength)\b/;
const DOSE = /\d[\d.,E]*\s?(?:mg|mcg|µg|ug|g|ml|iu|vg|units|million cells|cells|billion)\b/i;
/** "1.9 billion cubic feet", "3 million residents": what stands in the plural after it is counted, and no money. */
const OF_THINGS =
  /^[\d.,]+\s*(?:million|billion)\s+(?:cubic|square|people|adults|women|men|children|(?:(?!(?:in|of|for|to|from|and|or|at|on|by|per|as|with|over|under|through|during|when|was|were|is|are|will|upfront|cash|net|gross|annual)\b)[a-z-]+ ){0,2}(?!(?:dollars|euros|francs|proceeds|sales|revenues|milestones|payments|costs|expenses|loans|notes|savings|earnings|losses|profits|fees|royalties|grants|funds|bonds|across|plus|versus|less|as|was|is|this|has|years|months|compares|represents|includes|reflects)\b)[a-z]{3,}s)\b/i;
/** A year is no amount. */
const YEAR = /^(?:19|20)\d\d(?![\d,.]*\d|\s?(?:%|percent|mg|patients|shares|employees|people|square))/;
/** A figure; the digits of a version or a code are none. */
const FIGURE = /(?<![\p{L}\d.-])\d[\d.,]*|%/u;

function amountsTold({ passage }: Entry, text: string, { read }: Question, asked: ReadonlySet<string>): Told {
  if (passage.form === 'row') return RATIO.test(read) && !PERCENT.test(text) ? NOTHING : undefined;
  if (passage.form === 'label') return undefined;
  if (DOSE_ASKED.test(read)) return instances(DOSE, text, asked);
  const sums = instances(MONEY, text, asked).filter((at) => !OF_THINGS.test(text.slice(at)));
  if (MATTER.test(read)) {
    const figures = instances(FIGURE, text, asked);
    return figures.filter((at) => !sums.some((sum) => Math.abs(at - sum) <= 4));
  }
  if (sums.length > 0) return sums;
  if (FEE.test(read)) return instances(PERCENT, text, asked);
  if (SUM.test(read) && !CHANGE.test(read)) return NOTHING;
  // What was sold or earned is a sum, or a change of one.
  if (ACCOUNTS.test(read)) return CHANGE.test(read) ? instances(PERCENT, text, asked) : NOTHING;
  // An amount may be in words ("half of the proceeds").
  if (!FIGURE.test(text)) return undefined;
  const figures = instances(FIGURE, text, asked).filter((at) => !YEAR.test(text.slice(at)));
  // "93% of revenue" does not say what it was.
  const onlyShares = figures.every((at) => /^[\d.,]*\s?(?:%|percent)/.test(text.slice(at)));
  return OF_ACCOUNTS.test(read) && !CHANGE.test(read) && onlyShares ? NOTHING : figures;
}
