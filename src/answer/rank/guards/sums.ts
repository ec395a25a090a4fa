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
    asked: /\bgains?\b/,
    unless: /\b(?:market share|traction|weight)\b/,
    contradicted: (text) => !/\b(?:gains?|gained|profit|income)\b/i.test(text),
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
    // By how much a margin grew is not what it was.
    asked: /\b(?:what|whats) (?:\w+ ){0,3}?(?:(?:gross|operating|net|ebitda) )*margins?\b/,
    unless: /\b(?:change[ds]?|increase[ds]?|grow|grew|improve[ds]?|more|up)\b/,
    contradicted: (text) =>
      /\d\s?(?:%|percent) (?:increase|growth|rise|improvement|decrease|decline|gain) in (?:\w+ )?margin/i.test(
        text,
      ) && !/\bmargins? (?:was|were|of|at|to|expand\w* to|improv\w* to|reach\w*|:)/i.test(text),
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
    // The Capital Market of Nasdaq raises none.
    asked: /\b(?:rais(?:e|es|ed|ing) (?:\w+ )?(?:capital|money|cash|funds)|capital raise)\b/,
    contradicted: (text) =>
      !/\b(?:rais\w+|offering|offered|placement|proceeds|financ\w+|s[eo]ll\w*|sold|sale|issu\w+|fund(?:ed|ing)|funds|invest\w*|capital (?!market)|capital[.,;]|purchase[ds]?|grants?|award\w*|loans?)\b/i.test(
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
    // What is declared now was not declared the time before.
    unless: /\bever\b/,
    asked: /\bbefore this(?: one)?\b|\bthe (?:one|time|quarter) before\b|\bthe (?:last|previous) one\b/,
    contradicted: (text) =>
      !/\b(?:previous\w*|prior|former\w*|last|compar\w+|from|earlier|before|increase[ds]?|up|preceding|existing|had|replac\w+|succe\w+|since)\b/i.test(
        text,
      ),
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
    // That it was met does not say what it was.
    asked:
      /\bwhat (?:is|was|were|are) (?:the |its |their )?(?:\w+ )?(?:primary|main|secondary|key) (?:endpoints?|goals?|objectives?)\b/,
    contradicted: (text) =>
      /\b(?:met|achieved|reached)\b/i.test(text) &&
      !/\bendpoints?(?:,| of| was (?!met)| is| were (?!met)|:| \()|\b(?:in terms of|change|measured|defined|improvement|reduction|rate of|survival|response)\b/i.test(
        text,
      ),
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
