/** Words that are there and mean the opposite, or are only hoped for: no count of words can see it. */
export interface Guard {
  readonly asked: RegExp;
  /** The question itself speaks of the other side. */
  readonly unless?: RegExp;
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

/** Says why: a cause, an aim or what something follows from. */
const REASON =
  /\b(?:because|due to|as a result|results? of|in order to|driv\w+|attribut\w+|reasons?|owing|so that|given|enabl\w+|allow\w*|support\w*|reflect\w*|aim\w*|respon\w+|prompt\w*|ensur\w+|strengthen\w*|help\w*|better|position\w*|align\w*|strateg\w+|benefit\w*|seek\w*|need\w*|require\w*|intend\w*|purpose|goal|focus\w*|follow\w+|since (?!(?:19|20)\d\d|joining|then)|therefore|thus|believ\w+|caus\w+|necess\w+|lack of|complement\w*|alleg\w*|based on|pursu\w+|ideal|select\w+ for|accommodat\w*|reduc\w*|result(?:s|ed|ing)|hereditary|make[sd]? (?:it|her|him|them)|to (?:give|allow|permit|pursue|spend|devote|fund|retire|accommodate|focus|save|cut|extend|preserve|expand|grow|improve|increase|reduce|provide|advance|accelerate|meet|build|maximi[sz]e|create|address|protect|comply|regain|achieve|drive|bring|make|become|deliver|evaluate|assess|determine|correct|update))\b/i;

/** What is said of one side says nothing of the other: a high dose is no low dose. */
function opposite(asked: RegExp, other: RegExp): Guard {
  return {
    asked,
    unless: new RegExp(other.source, 'i'),
    contradicted: (text) =>
      new RegExp(other.source, 'i').test(text) && !new RegExp(asked.source, 'i').test(text),
  };
}

/** Speaks of what is, is to be or may be. */
const NOT_PAST =
  /\b(?:will|would|shall|may|can|could|is|are|plan\w*|expect\w*|intend\w*|anticipat\w*|schedul\w*|to be|target\w*|aims?|upcoming|next|payable|due|effective|until|through|on or about|goal|guidance|outlook|project\w*|forecast|authoriz\w*|up to|going to|begin\w*|planned|continu\w*|remain\w*|provides?|has|have)\b/i;
const HAD_DONE = /\bhad (?:\w+ly )?\w+(?:ed|en|ld|ght|id|de)\b/i;
/** What a sentence says of now before it turns to what had been done. */
const ABOUT_NOW = /^.*?(?=,? (?:under|of|for|in) which\b)/i;

export const GUARDS: readonly Guard[] = [
  {
    // What had been bought is no plan of what will be.
    asked: /\b(?:plans?|planning|intends?|expects?|going|aims?|want) to\b|\bwill\b(?! be known)/,
    unless: /\b(?:did|was|were|had)\b/,
    contradicted: (text) => HAD_DONE.test(text) && !NOT_PAST.test(text.replace(ABOUT_NOW, ' ')),
  },
  {
    asked:
      /\b(?:did|was|were|has|have)\b.*\b(?:clos\w*|complet\w*|launch\w*|start\w*|beg[iau]n\w*|commenc\w*|paid|open\w*)\b/,
    unless: /\b(?:expect\w*|will|plan\w*|schedul\w*|supposed|ever|before|already)\b/,
    contradicted: (text) => HAPPENED.test(text) && !HAPPENED.test(text.replace(AHEAD, ' ')),
  },
  {
    asked: /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]ed|ok|okay|okayed|green light|nod)\b/,
    unless:
      /\b(?:fil(?:ed|e|ing)|submi\w+|seek\w*|pending|condition\w*|need\w*|subject|appl(?:y|ied|ying|ication)|expect\w*|will|might|could|may|would|earliest|milestone|how much|payment|if|once|depends?)\b/,
    contradicted: (text) =>
      /\b(?:approv|clear(?:ed|ance|s)\b|authori)/i.test(text) && !GIVEN.test(text.replace(SOUGHT, ' ')),
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
    asked:
      /\bnew (?:company |corporate |stock |ticker |trading |companys )?(?:ticker|symbol|name)\b|\brenamed?\b/,
    contradicted: (text) =>
      !/\b(?:new|chang\w+|renam\w+|will|begin\w*|began|now|formerly|becom\w+|known|rebrand\w*|expect\w*)\b/i.test(
        text,
      ),
  },
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
    contradicted: (text) =>
      !/\b(?:succe\w+|replac\w+|predecessor|former\w*|outgoing|retir\w+|depart\w*|step\w* down|resign\w*|previous\w*)\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\b(?:where|what|which|who)\b.*\b(?:work(?:ed|ing)?|job|role|position|employer|compan(?:y|ies))\b.*\b(?:before|previously|prior|formerly)\b/,
    contradicted: (text) =>
      !/\b(?:previous\w*|prior|former\w*|most recently|before|served|worked|was|held|experience|career|from|spent|years?|succe\w+|since)\b/i.test(
        text,
      ),
  },
  {
    asked: /\bsalar(?:y|ies)\b/,
    contradicted: (text) =>
      !/\bsalar|\bbase (?:pay|compensation)\b|\bannual\w* compensation\b|\bper (?:year|annum)\b/i.test(text),
  },
  {
    // What is declared or reported now is not what was last time.
    asked: /\b(?:last|previous|prior) (?:quarter|year|month|time)\b|\ba year (?:ago|earlier)\b/,
    contradicted: (text) =>
      !/\b(?:last|previous\w*|prior|compar\w+|versus|vs|from|against|earlier|ago|increas\w+|decreas\w+|up|down|same|over|19\d\d|20\d\d|first|second|third|fourth|q[1-4]|since)\b/i.test(
        text,
      ),
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
  {
    // Whoever speaks in a release holds the office now.
    asked: /\bwho (?:will|is going to)\b/,
    contradicted: (text) =>
      !/\b(?:presenter|speaker|moderator|host|will|appoint\w*|becom\w*|named|expected|join\w*|continu\w*|remain\w*|intends?|upcoming|plan\w*|schedul\w*|to (?:be|present|lead|serve|host|join|participate|acquire|become))\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:cancel\w*|postpone\w*|delay\w*|withdr\w+|halt\w*|terminat\w*)\b/,
    contradicted: (text) =>
      /\b(?:not|no|without)\b[^.;]{0,30}\b(?:cancel|postpon|delay|withdr|halt|terminat)/i.test(text),
  },
  {
    // Whoever asks for more than is named wants what is named beside it.
    unless: /\bother (?:boards?|directorships?|designations)\b/,
    asked:
      /\b(?:besides|other than|apart from|who else|what else|any other|(?:what|which|who are the) other)\b/,
    contradicted: (text) =>
      !/\b(?:other|also|besides|apart from|addition\w*|includ\w+|joined|as well as|together|such as|another|both|in combination|along with|subsidiar\w+|previous\w*|and chair|and a (?:director|member))\b/i.test(
        text,
      ),
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
    // What something was before its change is not what it became.
    asked:
      /\bbefore (?:the|that|this|it was|they were) (?:chang\w+|amend\w+|reduc\w+|cut|repric\w+|rais\w+|increas\w+|upsiz\w+|hik\w+|correct\w+|split)\b/,
    contradicted: (text) =>
      !/\b(?:from|previous\w*|original\w*|prior|former\w*|old|earlier|pre-?split|instead|rather|compared)\b/i.test(
        text,
      ),
  },
  {
    // "Who else" is answered by a company of others, not by one more thing that somebody does.
    asked: /\bwho else\b/,
    contradicted: (text) => !/\b(?:other|joined|as well as|together|along with|both|and)\b/i.test(text),
  },
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
      !/\b(?:controls?|placebo\w*|comparator|sham|vehicle|standard of care|alone|versus|vs)\b/i.test(text),
  },
  {
    asked: /\bwho (?:will|would|is going to|is) (?:be )?(?:replac\w*|succeed\w*|fill\w*|tak\w+ over from)\b/,
    contradicted: (text) =>
      !/\b(?:succe\w+|replac\w+|appoint\w*|named|nominat\w*|fill\w*|assum\w+|becom\w+|elect\w*)\b/i.test(
        text,
      ) || /\bnot stand for (?:re-?)?election\b/i.test(text),
  },
  {
    asked: /\block-?up\b/,
    contradicted: (text) => !/\block-?(?:up|ed)\b|\bnot to (?:sell|offer|dispose)/i.test(text),
  },
  {
    // What is saved is not what is paid.
    asked: /\b(?:rent|rental|lease (?:cost|payments?))\b/,
    unless: /\bsav/,
    contradicted: (text) => /\bsavings?\b/i.test(text) || !/\b(?:rent\w*|lease payments?)\b/i.test(text),
  },
  {
    asked: /\bgains?\b/,
    unless: /\b(?:market share|traction|weight)\b/,
    contradicted: (text) => !/\b(?:gains?|gained|profit|income)\b/i.test(text),
  },
  {
    // One side has several advisers: the banker is none of the lawyers.
    asked: /\bfinancial advis[eo]rs?\b/,
    contradicted: (text) =>
      !/\b(?:financial\W+(?:\w+\W+){0,3}advis|advis\w+\W+financial|bankers?|fairness|exclusive advis)/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:legal (?:counsel|advis[eo]rs?)|lawyers?|law firm|attorneys?)\b/,
    contradicted: (text) => !/\b(?:counsel|legal|law firm|attorneys?|LLP)\b/i.test(text),
  },
  {
    // A correction says what is right, hardly ever how the wrong came about.
    asked: /\bwhy\b.*\b(?:wrong|incorrect\w*|error|mistake)\b/,
    contradicted: (text) =>
      !/\b(?:because|due to|inadvert\w*|typograph\w*|clerical|administrative|necess\w+|owing)\b/i.test(text),
  },
  {
    // Whoever sells to somebody names the buyer; whoever only sells does not.
    asked: /\bwho\b.*\b(?:buy\w*|bought|purchas\w*|acquir\w*)\b/,
    contradicted: (text) =>
      !/\b(?:buy\w*|bought|purchas\w*|acqui\w*|takeover)\b/i.test(text) &&
      /\b(?:sells?|sold|sale|selling)\b/i.test(text) &&
      !/\b(?:sells?|sold|sale|selling)\b.{0,160}?\bto (?:an? )?\p{Lu}/u.test(text),
  },
  {
    // What warrants are bought for is not what they are exercised at.
    asked: /\b(?:exercise|strike) price\b/,
    contradicted: (text) => !/\b(?:exercis\w*|strike|conver\w+|entitl\w*|at a price)\b/i.test(text),
  },
  {
    // The link of an abstract is no company's website.
    asked: /\b(?:web ?site|home ?page)\b/,
    unless: /\b(?:abstract|paper|poster|presentation|talk|read)\b/,
    contradicted: (text) => /^(?:abstract )?online(?: only)?\s*:/i.test(text),
  },
  {
    asked: /\bwhere\b.*\b(?:old|former|previous|prior)\b/,
    contradicted: (text) =>
      !/\b(?:old|former\w*|previous\w*|prior|from|current\w*|existing|until)\b/i.test(text),
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
    asked: /\b(?:counsel|lawyers?|law firm|advis[eo]rs?)\b.*\bunderwriters?\b/,
    contradicted: (text) => !/\b(?:underwriters?|bookrunn\w+|placement agents?)\b/i.test(text),
  },
  {
    // A goal is not yet reached.
    asked: /\b(?:so far|to date|already)\b|\b(?:have|has) been\b/,
    contradicted: (text) =>
      /\b(?:goal|aims?|plan\w*|expect\w*|will|target\w*|to enroll|up to)\b/i.test(text) &&
      !/\b(?:so far|to date|already|has|have|had|was|were|current\w*|completed|received|achieved|\p{L}+ed to date)\b/iu.test(
        text,
      ),
  },
  {
    // A company starts when it is founded, not when its talk begins.
    asked: /\bdid (?:the company|they|it|\w+) (?:start|begin)\s*\??$/,
    contradicted: (text) =>
      !/\b(?:found\w*|form\w*|establish\w*|incept\w*|incorporat\w*|start\w*|beg[ai]n|since)\b/i.test(text),
  },
  {
    asked: /\bwhy\b/,
    contradicted: (text) => !REASON.test(text),
  },
  {
    asked:
      /\boriginal(?:ly)?\b(?! (?:product|drug|brand|biologic|medicine)|$)|\bfirst (?:announc|report|disclos|reveal|propos)\w*/,
    contradicted: (text) =>
      !/\b(?:original\w*|previous\w*|initial\w*|prior|former\w*|first|from|earlier|replac\w+|creat\w+|found\w*|since|should read|rather than|instead)\b/i.test(
        text,
      ),
  },
  {
    asked:
      /\bnext (?:\w+ )?(?:milestone|update|readout|data|report|dividend|payment|quarter|year|call|meeting|results|trial|study|phase|closing|tranche)\b/,
    contradicted: (text) =>
      !/\b(?:next|upcoming|subsequent\w*|follow\w+|future|plan\w*|expect\w*|will|coming|later|further)\b|\b(?:second|third|fourth)\b(?![\s-]quarter)/i.test(
        text,
      ),
  },
  {
    // "Sales" are no "sale of" a company.
    asked: /\bsales\b/,
    unless: /\bsale of\b|\bsales (?:team|force|pipeline|people|reps?|agents?|manager|office)\b/,
    contradicted: (text) =>
      !/\b(?:sales|revenues?|turnover|sold|sells?|selling|comparable|comps?)\b/i.test(text),
  },
  {
    asked: /\btotal\b/,
    unless: /\bper share\b/,
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
      [/\bdomestic\b/, /\b(?:foreign|international|overseas)\b/],
    ] as const
  ).flatMap(([one, other]) => [opposite(one, other), opposite(other, one)]),
];
