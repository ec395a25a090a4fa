import type { Guard } from './guard.ts';

/** What is said of one side says nothing of the other: a high dose is no low dose. */
function opposite(asked: RegExp, other: RegExp): Guard {
  return {
    asked,
    unless: new RegExp(other.source, 'i'),
    contradicted: (text) =>
      new RegExp(other.source, 'i').test(text) && !new RegExp(asked.source, 'i').test(text),
  };
}

/** One sum, share or measure is none of another. */
export const GUARDS_OF_SUMS: readonly Guard[] = [
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
    // What money is for is not how much of it there is.
    asked:
      /\b(?:money|cash|funds|proceeds|capital)\b.*\b(?:used? (?:for|on)|go(?:ing)? (?:to|for|towards?|into)|spen[dt]\w* on|for)\s*\??$|\bwhat (?:will|do|are|is) .*\b(?:do|doing|use|using|spend|spending) (?:with )?(?:the |this |that |all )*(?:money|cash|funds|proceeds)\b/,
    contradicted: (text) =>
      !/\b(?:use[ds]?|using|fund\w*|support\w*|financ\w+ (?:the|its|our)|repay\w*|advanc\w+|working capital|general corporate|invest\w*|allocat\w+|acqui\w+|expan\w+)\b/i.test(
        text,
      ),
  },
  {
    asked: /\bsalar(?:y|ies)\b/,
    contradicted: (text) =>
      !/\bsalar|\bbase (?:pay|compensation)\b|\bannual\w* compensation\b|\bper (?:year|annum)\b/i.test(text),
  },
  {
    asked: /\b(?:average|median)\b/,
    contradicted: (text) => !/\b(?:averag\w*|median|mean)\b/i.test(text),
  },
  {
    asked: /\b(?:annual|yearly|per year|a year)\b/,
    unless: /\bquarter|\byear (?:ago|earlier)\b/,
    contradicted: (text) => /\bquarterly\b/i.test(text) && !/\b(?:annual\w*|year\w*)\b/i.test(text),
  },
  ...[
    'mg',
    'ml',
    'mcg',
    'kg',
    'hectares',
    'acres',
    'square feet',
    'miles',
    'tonnes',
    'ounces',
    'barrels',
    'megawatts',
    'mw',
  ].map(
    (measure): Guard => ({
      asked: new RegExp(`\\bin ${measure}\\b`),
      contradicted: (text) =>
        !new RegExp(`\\d\\s?(?:million |thousand )?${measure.slice(0, -1)}`, 'i').test(text),
    }),
  ),
  {
    // Those who are hired or moved are not all.
    asked:
      /\b(?:employ\w*|people|staff|workers|jobs)\b.*\b(?:in (?:all|total)|altogether|overall|worldwide|globally)\b/,
    unless: /\b(?:additional|more|new|hir\w+|mov\w+|relocat\w+)\b/,
    contradicted: (text) =>
      /\b(?:additional|relocat\w+|new (?:jobs|positions|employees))\b/i.test(text) &&
      !/\b(?:total\w*|worldwide|overall|globally|in all)\b/i.test(text),
  },
  {
    // What another arm reached is nothing of the controls.
    asked: /\b(?:control (?:arm|group|patients)|controls|placebo|comparator)\b/,
    contradicted: (text) =>
      !/\b(?:controls?|placebo\w*|comparator|sham|vehicle|standard of care|alone|versus|vs|arms?|either)\b/i.test(
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
    asked: /\bgains?\b/,
    unless: /\b(?:market share|traction|weight)\b/,
    contradicted: (text) => !/\b(?:gains?|gained|profit|income)\b/i.test(text),
  },
  {
    // What warrants are bought for is not what they are exercised at.
    asked: /\b(?:exercise|strike) price\b/,
    contradicted: (text) => !/\b(?:exercis\w*|strike|conver\w+|entitl\w*|at a price)\b/i.test(text),
  },
  {
    // What bought shares back was paid as no dividend.
    asked: /\b(?:dividends?|divi|divvy)\b/,
    unless: /\b(?:repurchas\w*|buyback|buy back)\b/,
    contradicted: (text) =>
      /\b(?:repurchas\w*|buyback)\b/i.test(text) &&
      !/\b(?:dividends?|distributions?|payable|payout)\b/i.test(text),
  },
  {
    // Accrued interest is no rate.
    asked: /\b(?:interest rate|coupon)\b/,
    contradicted: (text) =>
      !/\binterest (?:rate|at|of)\b|\bper annum\b|%\s(?:convertible|senior|notes|per)|\bbear\w* interest\b|\bSOFR\b|\bLIBOR\b|\bcoupon\b|\brate of\b/i.test(
        text,
      ),
  },
  {
    // What is to be paid in cash is not what there is of it.
    asked:
      /\bhow much (?:cash|money) (?:do|does|did|has|have|is|was|they|it)\b.*\b(?:have|has|had|got|left|hold|holds|on hand|sitting on|in the bank)\b/,
    unless: /\b(?:raised?|spent|paid|received|committed)\b/,
    contradicted: (text) =>
      /\b(?:funded|financed|paid) (?:from|with|by)\b[^.;]{0,40}\bcash\b/i.test(text) ||
      (/\b(?:payments?|consideration|dividends?|in cash|eligible|entitled)\b/i.test(text) &&
        !/\bcash(?:,? (?:and |& )?(?:cash )?equivalents| positions?| balances?| on hand| reserves?| resources| of )|\b(?:had|has|have|with|held|holds)\b(?:[^.;]|\.\d){0,60}\bcash\b/i.test(
          text,
        )),
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
    // Shares that holders buy by a plan are none that the company buys back.
    asked:
      /^(?:is|are|will|do|does|did|has|have) .*\b(?:buy(?:ing)? ?backs?|buy(?:ing)? (?:its |their |the )?(?:own )?(?:shares|stock) back|buying back|repurchasing)\b/,
    contradicted: (text) =>
      !/\b(?:repurchas\w*|buy-?backs?|buy(?:ing)? back|bought back|tender offer|issuer bid|redeem\w*|redemption)\b/i.test(
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
    // The Capital Market of Nasdaq raises none.
    asked: /\b(?:rais(?:e|es|ed|ing) (?:\w+ )?(?:capital|money|cash|funds)|capital raise)\b/,
    contradicted: (text) =>
      !/\b(?:rais\w+|offering|offered|placement|proceeds|financ\w+|s[eo]ll\w*|sold|sale|issu\w+|fund(?:ed|ing)|funds|invest\w*|capital (?!market)|capital[.,;]|purchase[ds]?|grants?|award\w*|loans?)\b/i.test(
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
    asked: /\bon order\b/,
    contradicted: (text) =>
      !/\b(?:orders?|ordered|contracted|under construction|to be delivered)\b/i.test(text),
  },
  {
    // The code of the call does not open its replay.
    asked: /\breplay\b.*\b(?:code|pin|passcode|id)\b|\b(?:code|pin|passcode|id)\b.*\breplay\b/,
    contradicted: (text) => /^conference id\b/i.test(text),
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
    // That it was met does not say what it was.
    asked:
      /\bwhat (?:is|was|were|are) (?:the |its |their )?(?:\w+ )?(?:primary|main|secondary|key) (?:endpoints?|goals?|objectives?)\b/,
    contradicted: (text) =>
      /\b(?:met|achieved|reached)\b/i.test(text) &&
      !/\bendpoints?(?:,| of| was (?!met)| is| were (?!met)|:| \()|\b(?:in terms of|change|measured|defined|improvement|reduction|rate of|survival|response)\b/i.test(
        text,
      ),
  },
  {
    // By how much a margin grew is not what it was.
    asked: /\b(?:what|whats) (?:\w+ ){0,3}?(?:(?:gross|operating|net|ebitda) )*margins?\b/,
    unless: /\b(?:change[ds]?|increase[ds]?|grow|grew|improve[ds]?|more|up)\b/,
    contradicted: (text) =>
      /\d\s?(?:%|percent) (?:increase|growth|rise|improvement|decrease|decline|gain) in (?:\w+ )?margin/i.test(
        text,
      ) && !/\bmargins? (?:was|were|of|at|to|expand\w* to|improv\w* to|reach\w*|:)/i.test(text),
  },
  {
    // What was reached is not what is expected.
    asked: /\b(?:expect(?:s|ing)?|guid(?:e|ing|ance)|outlook|forecast\w*)\b/,
    unless: /\b(?:than|as) (?:they |it )?expected\b|\b(?:did|had) .*\bexpect\b/,
    contradicted: (text) =>
      /\b(?:was|were|had|total(?:l)?ed|reported)\b/i.test(text) &&
      !/\b(?:expect\w*|guid\w+|outlook|anticipat\w*|forecast\w*|project\w*|target\w*|estimat\w*|will|would|should|may|could|reaffirm\w*|rais\w+|rang\w+|plan\w*|intend\w*|believ\w*|schedul\w*|to be)\b/i.test(
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
  {
    // What is declared now was not declared the time before.
    unless: /\bever\b/,
    asked: /\bbefore this(?: one)?\b|\bthe (?:one|time|quarter) before\b|\bthe (?:last|previous) one\b/,
    contradicted: (text) =>
      !/\b(?:previous\w*|prior|former\w*|last|compar\w+|from|earlier|before|increase[ds]?|up|preceding|existing|had|replac\w+|succe\w+|since)\b/i.test(
        text,
      ),
  },
  {
    // What one share earned is not what the company did.
    asked: /\bnet (?:income|loss|profit)\b/,
    unless: /\bper share\b/,
    contradicted: (text) =>
      /\bper share\b/i.test(text) &&
      !/\b(?:net (?:income|loss|profit)|income|loss(?:es)?|profit)\b/i.test(text),
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
    asked: /\bebitda\b/,
    contradicted: (text) => !/\bebitda\b/i.test(text),
  },
  {
    // "Tiered royalties" names no rate.
    asked: /\broyalt\w+ (?:rates?|percentages?|range)\b|\bwhat royalt\w+\b/,
    contradicted: (text) =>
      !/\d\s?(?:%|percent)|\b(?:single|double|teens|twenties|digits?|percentages?)\b|%/i.test(text),
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
    // A dividend is no earnings.
    asked: /\b(?:eps|earnings per share)\b/,
    contradicted: (text) =>
      !/\b(?:earnings|eps|income|loss(?:es)?|accreti\w*|dilut\w*|profits?|earned)\b/i.test(text),
  },
  {
    // How large a place is, no price tells.
    asked:
      /\bhow (?:big|large) (?:is|are|was|will)\b.*\b(?:land|site|facility|plant|building|offices?|lab|laboratory|space|property|plot|campus|factory|warehouse|headquarters)\b/,
    unless: /\b(?:credit|loan|debt|term|revolving) facilit/,
    contradicted: (text) =>
      !/\b(?:square|sq\.?|acres?|hectares?|feet|met(?:er|re)s|miles?|lines|beds|capacity|storey|stor(?:y|ies)|floors?)\b|m2|m²/i.test(
        text,
      ),
  },
  {
    asked: /\bp[- ]values?\b/,
    contradicted: (text) => !/\bp\s*[<>=≤]|\bp[- ]value/i.test(text),
  },
  {
    // What the proceeds are for does not say how much they are.
    asked: /\b(?:net|gross) proceeds\b/,
    unless: /\b(?:use[ds]?|using|spend|for|do with)\b/,
    contradicted: (text) =>
      /\b(?:use[ds]?|using)\b[^.;]{0,30}\bproceeds\b/i.test(text) &&
      !/\bproceeds\b[^.;]{0,80}\b(?:approximately|of|are|were|be)\s+(?:approximately |about |up to )?(?:US)?\$/i.test(
        text,
      ),
  },
  {
    // "Sales" are no "sale of" a company.
    asked: /\bsales\b/,
    unless:
      /\bsale of\b|^why\b|\bsales (?:team|force|pipeline|people|reps?|agents?|manager|office|boss|chief|head|guy|officer|lead)\b/,
    contradicted: (text) =>
      !/\b(?:sales|revenues?|turnover|sold|sells?|selling|comparable|comps?)\b/i.test(text),
  },
  {
    asked: /\btotal\b/,
    unless: /\bper share\b|\bhow many\b/,
    contradicted: (text) =>
      /\bper (?:\w+ )?share\b|^each\b/i.test(text) &&
      !/\b(?:total\w*|aggregate|combined|overall|[mb]illion)\b/i.test(text),
  },
  ...(
    [
      [
        /\blow(?:er|est)?\b(?! (?:net|income|profit|revenue|sales|costs|earnings|output|margin))/,
        /\bhigh(?:er|est)?\b/,
      ],
      [/\bmin(?:imum)?\b/, /\bmax(?:imum)?\b|\bup to\b/],
      [/\b(?:biggest|largest)\b/, /\bsmallest\b/],
      [/\bgross\b/, /\bnet\b/],
      [/\bbasic\b/, /\bdiluted\b/],
      [/\b(?:children|pediatric|kids)\b/, /\badults?\b/],
      [/\b(?:male|males|men)\b/, /\b(?:female|females|women)\b/],
      [
        /\bfirst (?:\w+ )?(?:phase \d )?(?:trial|study)\b/,
        /\bsecond (?:[\w-]+ )?(?:phase \d )?(?:trial|study)\b/,
      ],
      [/\bdomestic\b/, /\b(?:foreign|international|overseas)\b/],
    ] as const
  ).flatMap(([one, other]) => [opposite(one, other), opposite(other, one)]),
];
