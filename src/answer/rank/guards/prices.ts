import type { Guard } from './guard.ts';

/** What a thing costs is not what it brought, was sold for, or is worth together with others. */
export const GUARDS_OF_PRICES: readonly Guard[] = [
  {
    asked: /\bprices?\b/,
    contradicted: (text) =>
      !/\b(?:pric\w+|per|each|costs?|sold|bid|valu\w+|worth|paid|pay\w*|purchase\w*|premium|msrp|retail\w*|invest\w*|proceeds|consideration|investment)\b|[$€£]\s?[\d.]+ (?:million|billion) [a-z]|\b(?:for|at) (?:US|CAD|USD)?\s?[$€£]/i.test(
        text,
      ),
  },
  {
    asked: /\bprices?\b/,
    unless: /\bdivid|\bdivi\b/,
    contradicted: (text) => /\bdividends?\b/i.test(text) && !/\bprices?\b/i.test(text),
  },
  {
    // A sum before fees is none of fees.
    asked:
      /\b(?:fees?|commissions?|expenses|discounts?)\b|\b(?:placement agents?|underwriters?|banks?)\b.*\b(?:paid|get|getting|make|making|earn)\b/,
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
    // What is saved is not what is paid.
    asked: /\b(?:rent|rental|lease (?:cost|payments?))\b/,
    unless: /\bsav|\bor rent\b|\brent or\b|\bdo they rent\b|\brenting\b|\brented\b/,
    contradicted: (text) => /\bsavings?\b/i.test(text) || !/\b(?:rent\w*|lease payments?)\b/i.test(text),
  },
  {
    // What warrants are bought for is not what they are exercised at.
    asked: /\b(?:exercise|strike) price\b/,
    contradicted: (text) => !/\b(?:exercis\w*|strike|conver\w+|entitl\w*|at a price)\b/i.test(text),
  },
  {
    // What sells for how much in all is no price of one.
    asked: /\bprices?\b|\b(?:sell|sells|selling|retail|retails|go|goes) for\b/,
    unless: /\b(?:offering|deal|merger|takeover|exercise|purchase|conversion|offer|strike)\b/,
    contradicted: (text) =>
      /\b(?:net |product |annual |total )?(?:sales|revenues?)\b/i.test(text) &&
      !/\b(?:pric\w+|costs?|per|each|msrp|retail\w*|sells? for|sold for|at \$)\b/i.test(text),
  },
  {
    // What is earned is not what is spent.
    asked: /\bcosts?\b/,
    unless: /\b(?:sales|revenues?|savings?|save[ds]?)\b/,
    contradicted: (text) =>
      /\b(?:revenues?|market|milestones?|royalt\w+|upfront)\b/i.test(text) &&
      !/\b(?:costs?|pric\w+|expens\w+|budget\w*|spen[dt]\w*|invest\w*|fund\w*|fees?|per|paid|pays?|paying|payable|capital)\b/i.test(
        text,
      ),
  },
  {
    // How it is paid is told by where the money comes from.
    asked:
      /^how (?:will|would|is|are|did|does|do) .*\b(?:pay(?:ing)?|paid|fund(?:ed|ing)?|financ(?:e|ed|ing))\b/,
    contradicted: (text) =>
      !/\b(?:financ\w*|fund\w*|cash on hand|existing cash|loans?|debt|borrow\w*|proceeds|notes|credit|equity|in cash|shares|stock|us(?:e|es|ed|ing)|through|monthly|quarterly|installments?|electronic\w*|wire|check|mail\w*|paid|payable)\b/i.test(
        text,
      ),
  },
  {
    // What all of it brings is no price of one.
    asked: /\b(?:per|a) (?:share|unit|warrant|ads|right)\b/,
    unless: /\b(?:earnings|eps|loss|income|dividend|how many)\b/,
    contradicted: (text) =>
      /[$€£]\s?[\d.,]+ (?:million|billion)/i.test(text) &&
      !/[$€£]\s?[\d.,]+\d(?! ?(?:million|billion|[\d.,]))/i.test(text),
  },
  {
    // What a warrant is exercised at is not what a share was sold at.
    asked: /\bprice\b/,
    unless: /\b(?:exercise|strike|warrants?|conversion|option|options)\b/,
    contradicted: (text) =>
      /\bexercise price\b/i.test(text) &&
      !/\b(?:purchase|offering|public|combined|effective|offer|issue|unit) price\b|\b(?:sold|sale|sell|offered|purchase[ds]?|priced|issued|placement)\b[^.;]{0,80}\b(?:at|for|of)\b/i.test(
        text,
      ),
  },
  {
    // Warrants that are outstanding are no shares.
    asked: /\bshares\b.*\boutstanding\b|\boutstanding shares\b/,
    contradicted: (text) =>
      !/\b(?:shares|stock)\b[^.;]{0,60}\boutstanding\b|\boutstanding (?:\w+ ){0,3}(?:shares|stock)\b/i.test(
        text,
      ),
  },
  {
    // What a bank holds is not what it is sold for.
    asked:
      /\bvalue\b.*\b(?:merger|deal|transaction|acquisition|takeover)\b|\b(?:merger|deal|transaction|acquisition|takeover)\b.*\b(?:value|worth)\b/,
    contradicted: (text) =>
      /\b(?:assets|savings|synerg\w+)\b/i.test(text) &&
      !/\b(?:valu\w+|worth|consideration|price|purchase|for (?:approximately |about )?[$€£]|transaction)\b/i.test(
        text,
      ),
  },
  {
    // What is saved is not what it cost.
    asked: /\bcosts?\b/,
    unless: /\b(?:sav\w+|lower|reduc\w+|cut\w*|synerg\w+)\b/,
    contradicted: (text) =>
      /\b(?:lower|reduc\w+|sav\w+|cut\w*)\b[^.;]{0,60}\bcosts?\b|\bcost (?:savings|synergies|reductions?)\b/i.test(
        text,
      ) &&
      !/\b(?:will|would|expected to|estimated to) cost\b|\bcosts? (?:of|was|were|is|approximately|about|totall?ed) /i.test(
        text,
      ),
  },
  {
    // What a product will cost is told by its price.
    asked: /\b(?:will|would|does|do)\b.*\bcosts?\b(?! (?:to|of|them|it|us|the company|share)\b)/,
    contradicted: (text) =>
      !/\b(?:costs?|pric\w+|per|wac|retail\w*|sells? for|charge[ds]?|fees?|budget\w*|invest\w*|spen[dt]\w*|total(?:l)?ing|capital|expens\w+|available for|for \$|funded|a (?:month|year|week|day|dose|piece))\b/i.test(
        text,
      ),
  },
  {
    // How many for one share is told by a ratio.
    asked: /\bhow many\b.*\b(?:per|for (?:each|every|one)) (?:\w+ )?share\b/,
    contradicted: (text) => !/\b(?:per|each|every|for one|ratio|one)\b|\d:\d/i.test(text),
  },
  {
    // What is owed or held beside a credit line is not its size.
    asked: /\b(?:how (?:large|big)|size|what is)\b.*\b(?:revolver|revolving|credit (?:facility|line))\b/,
    contradicted: (text) =>
      !/[$€£][\d.,]+ ?(?:million|billion)?[^.;,]{0,40}\b(?:revolv|credit facility|credit line)|\b(?:revolv|credit facility|credit line)[^.;]{0,60}\b(?:of|to|totall?ing|for|is)\s(?:up to )?[$€£]/i.test(
        text,
      ),
  },
  {
    // Sales that an acquisition brought are not its price.
    asked:
      /\b(?:how much|what) (?:did|does|will|is|was) .*\bpa(?:y|id|ying)\b.*\bfor\b|\bpa(?:y|id|ying) to (?:buy|acquire)\b/,
    contradicted: (text) =>
      /\b(?:sales|revenues?)\b/i.test(text) &&
      !/\b(?:pa(?:id|y|ys|ying|yment\w*)|price|consideration|valued?|cost|purchase[ds]?|acquired? (?:\S+ ){1,8}for)\b|\bfor (?:approximately |about |a total of |up to )?[$€£]/i.test(
        text,
      ),
  },
  {
    // The ticker of the shares lists no warrants.
    asked: /\b(?:warrants?|notes|units)\b.*\b(?:listed|listing|trad(?:e|ed|ing)|quoted)\b/,
    contradicted: (text) =>
      /\b(?:nasdaq|nyse|otc\w*)\b/i.test(text) &&
      !/\b(?:list\w*|trad(?:e|ed|es|ing)|quot\w+|market for)\b/i.test(text),
  },
];
