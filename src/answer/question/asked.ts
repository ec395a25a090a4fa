import { KIND } from '../index/kinds.ts';

/** The kind of answer that a question needs. */
export type AskedKind =
  | 'definition'
  | 'former_name'
  | 'timezone'
  | 'time'
  | 'date'
  | 'count'
  | 'amount'
  | 'percent'
  | 'frequency'
  | 'duration'
  | 'person'
  | 'name'
  | 'exchange'
  | 'place'
  | 'link'
  | 'email'
  | 'phone'
  | 'phase'
  | 'status'
  | 'description'
  | 'disease'
  | 'statement';

export interface Wanted {
  readonly kind: AskedKind;
  /** Bits of KIND of which the answer must hold at least one; 0 when any passage may answer. */
  readonly needs: number;
  /** How a refusal names it. */
  readonly name: string;
}

interface Pattern extends Wanted {
  readonly pattern: RegExp;
}

const TIMEZONE_WORD =
  '(?:pst|pdt|pt|est|edt|et|cst|ct|mst|mt|gmt|utc|cet|pacific|eastern|central|california time|my time|local time)';

/** A figure of the accounts, named without asking for anything else about it ("net loss q3"). */
const FIGURE =
  /^(?!.*\b(?:why|drove|driven|drivers?|reasons?|due|caused?|because|spen[dt]\w*|used?|go|did|does|is there|are there|has|have|include\w*|mean|explain|comment|said|say|about)\b)(?:(?:what|whats|and|was|were|is|are|the|their|its|total|company|companys|q[1-4]|h[12]|fy|\d+|\w+s) ){0,6}(?:net (?:loss|income|sales|revenues?|debt|proceeds|profit)|revenues?|turnover|gross (?:margin|profit|proceeds)|operating (?:income|loss|expenses|margin|profit)|eps|ebitda|adjusted \w+|cash(?: (?:position|balance|burn|on hand|and cash equivalents|at))?|capex|backlog|dividend per share|upfront(?: payment)?|(?:royalty|interest|tax|growth|response|coupon) rate|yield|margin|long[- ]term debt|total (?:assets|debt|revenue|liabilities))\b/;

/** First match wins, so the narrow come before the wide. Applied to the folded question after repair of slips. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'statement',
    needs: 0,
    name: 'a reason',
    pattern:
      /^(?:(?:and|so|but|ok) )?why\b|^what (?:pushed|drove|drives|driven|caused|explains?|led to|is behind|was behind|prompted|triggered)\b|^reasons? (?:for|of|why)\b/,
  },
  {
    kind: 'status',
    needs: KIND.status,
    name: 'a status',
    pattern:
      /\bwhere (?:does|do) (?!(?:the )?(?:stock|shares?|price)\b).*\bstand\b|^(?:so )?where (?:are|is) (?:they|we|it|things|\w+)(?: at)? with\b/,
  },
  {
    kind: 'date',
    needs: KIND.date | KIND.relativeTime | KIND.time | KIND.duration,
    name: 'a date',
    pattern: /^(?:(?:and|so|but|ok|hi) )?when\b.*\b(?:expires?|mature|runs? out|ends?|lapses?|over|up)\b/,
  },
  {
    kind: 'date',
    needs: KIND.date | KIND.relativeTime | KIND.time,
    name: 'a date',
    pattern: /^(?:(?:and|so|but|ok|hi) )?(?:since |by |until )?when\b(?!.*\b(?:what time|time zone)\b)/,
  },
  {
    kind: 'former_name',
    needs: 0,
    name: 'a former name',
    pattern:
      /\bfka\b|formerly|used to be (?:called|named|known)|(?:old|former|previous) name|previously (?:called|known|named)/,
  },
  {
    kind: 'definition',
    needs: 0,
    name: 'a definition',
    pattern:
      /stands? for|\b(?:does|do|did|would) .*\bmean\b|\bmeaning\b|full form|short for|acronym|abbreviat|=\s*\?*$|\bdefin(?:e|ition)\b|spell(?:ed)? out/,
  },
  {
    kind: 'timezone',
    needs: KIND.timezone,
    name: 'a time zone',
    pattern: new RegExp(`time ?zone|\\b${TIMEZONE_WORD}\\b.*\\bor\\b|\\bor\\b.*\\b${TIMEZONE_WORD}\\b`),
  },
  {
    kind: 'exchange',
    needs: KIND.exchange,
    name: 'an exchange',
    pattern:
      /\b(?:which|what) (?:stock )?(?:exchange|market) (?:is|are|will|does|do|was|did)\b|\bwhich exchange\b/,
  },
  {
    kind: 'disease',
    needs: KIND.use,
    name: 'a disease',
    pattern:
      /\b(?:what|which) (?:(?:\w+ )?(?:kinds?|types?|sorts?|forms?) of )?(?:\w+ )?(?:diseases?|cancers?|illness(?:es)?|conditions?|indications?|ailments?|disorders?|tumou?rs?)\b(?=.*\b(?:treat\w*|for|target\w*|aim\w*|meant|intended|go(?:ing|es)? after|tackl\w*|address\w*|work(?:s|ing)? on|against|test\w*|stud(?:y|ied|ying)|develop\w*)\b|.*\bin\s*\??$)/,
  },
  {
    kind: 'disease',
    needs: KIND.use,
    name: 'what for',
    pattern:
      /\b(?:supposed|meant|intended|designed|used|cleared|approved|indicated) to (?:treat|help with|cure|fix)\s*\??$/,
  },
  {
    kind: 'name',
    needs: KIND.name | KIND.link | KIND.number | KIND.place,
    name: 'a name',
    pattern:
      /^(?!.*\b(?:generic|chemical|ingredient|ticker|old|new|change)\b).*(?:\bnames? of\b|\bwhat(?:s| is| are| was| were| do| does| did) (?:\S+ ){1,6}(?:called|named)\b|\bwhat do (?:they|we) call\b|\bwhat will (?:\S+ ){1,5}(?:names? be|be (?:called|named|renamed))\b|\bwhats? (?:is )?(?:\S+ ){1,4}name$)/,
  },
  {
    kind: 'person',
    needs: KIND.name,
    name: 'who',
    pattern: /\b(?:who|(?:which|what) (?:company|firm))\b.*\bsearch for\b/,
  },
  { kind: 'email', needs: KIND.email, name: 'an email address', pattern: /\be-?mail\b/ },
  {
    kind: 'phone',
    needs: KIND.phone,
    name: 'a telephone number',
    pattern:
      /^(?!how long\b|until when\b|when\b|what time\b).*\b(?:phone|telephone|tel)\b|number (?:to|do (?:i|we|you|investors|shareholders|holders|journalists|reporters|people)|should i|can i|for the) (?:call|dial|ring|replay)|(?:dial[- ]?in|dialin|call[- ]?in|toll[- ]?free|replay|contact|international|domestic) number|number (?:for|of) the (?:call|replay|webcast)/,
  },
  {
    kind: 'link',
    needs: KIND.link,
    name: 'a link',
    pattern:
      /\b(?:link|url|website|web ?site|web ?page|homepage|home page|web address|web cite|site address)\b(?<!\b(?:where|how long|until when|by when|when|who)\b.*\b(?:on|from|to|of|via|through) (?:the |its |their |your |\S+ )?(?:web ?site|web ?page|site|homepage|home page))|where (?:do|can|could|to) (?:i |we |you |one )?(?:(?:click|go|look) (?:to |for )?)?(?:read|find out|learn|download|click)/,
  },
  {
    kind: 'date',
    needs: KIND.date | KIND.duration | KIND.relativeTime,
    name: 'how long',
    pattern: /run(?:s|ning)? out of (?:money|cash|funds)|\brunway\b|\b(?:money|cash|funds) lasts?\b/,
  },
  {
    kind: 'frequency',
    needs: KIND.frequency,
    name: 'how often',
    pattern: /how often|how frequent|times (?:a|per) (?:day|week|month|year)/,
  },
  {
    kind: 'duration',
    needs: KIND.duration | KIND.length | KIND.date,
    name: 'how long',
    pattern:
      /how long|\b(?:manufacturing|production|processing|turnaround|lead|vein-to-vein|cycle|delivery|wait|waiting) time\b|\b(?:vesting|lock[- ]?up|notice|review|subscription|exercise) period\b|over what period|over how many (?:years|months)|for how many (?:days|weeks|months|years)|how many (?:days|weeks|months|years)|\bduration of (?!response)|(?:contract|lease|treatment|trial|study|agreement|lock-?up) (?:length|term|duration|period)\b|\bterm of (?:the|this|its|their) (?:\S+ ){0,3}(?:agreement|contract|deal|license|lease|loan|notes?|partnership)\b|\blength of (?:the )?(?:contract|trial|study|lease|agreement|term|treatment|deal)/,
  },
  {
    kind: 'time',
    needs: KIND.time,
    name: 'a time',
    pattern:
      /what time|at which time|which time|(?<!\b(?:manufacturing|production|processing|turnaround|lead|vein-to-vein|travel|delivery|response|wait|waiting|treatment|cycle|survival|follow-up|this|last|next|first|second|same|long|real|any|some|that|of|in|on|over|part|full|one|our|each|every|a) )\btime\??$|^time\b|\btime of\b|o'?clock|what hour|\btime and date\b|start time/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number | KIND.duration,
    name: 'an amount',
    pattern: /^(?:and |so )?by how much\b/,
  },
  {
    kind: 'statement',
    needs: KIND.ordinal,
    name: 'which one of a row',
    pattern: /\b(?:which|what|how many) (?:annual )?edition\b/,
  },
  {
    kind: 'count',
    needs: KIND.identifier,
    name: 'a number',
    pattern:
      /\b(?:application|contract|patent|registration|file|nct|trial id|cusip|isin|model|version|conference id|docket|access|serial) (?:number|no|code)\b|\bnumber of (?:the |this |its |their )?(?:\w+ )?(?:patent|registration|file|application|docket|cusip|passcode|conference id)\s*\??$|\bpass ?codes?\b|\bconference id\b|\bpin\b/,
  },
  {
    kind: 'count',
    needs: KIND.number,
    name: 'a number',
    pattern: /how many|(?:^|the |total |^what )number of |^#|\s#\s|headcount|\bhow large a\b|\bcount of\b/,
  },
  {
    kind: 'percent',
    needs: KIND.percent,
    name: 'a percentage',
    pattern: /what (?:percent|proportion|share(?! price)|fraction)|percentage|\bpct\b|%/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent,
    name: 'an amount',
    pattern:
      /\bcosts?\b|\bworth\b|\b(?:what|whats) (?:is |was |are )?(?:the )?(?:total |full |dollar )?value of\b|^what \w+ (?:will|did|does|do) .*\b(?:pay|paying)\b|\b(?:what|whats|how much)\b.*\b(?:rent|salary)\b|\b(?:what|which|whats|how (?:much|big)) (?:\S+ ){0,6}(?:fees?|commissions?)\b|what (?:amount|price|value)|deal (?:value|size)|\bprice[ds]?\b|^(?!.*\b(?:do|use|used|using|spend|spent) (?:\S+ ){0,3}(?:with|proceeds|for|on)\b).*(?:gross|net) proceeds|^what (?:did|does|do|will|is|are) .*\b(?:pay|paying|paid|spend|spending|charge)\b(?!.*\b(?:on|with)\s*\??$)|\b(?:sell|go|retail|sells|sold) for\b(?! (?:children|kids|women|men|babies|people|pets|dogs|cats|adults|patients))|how much (?:\w+ ){0,6}(?:raise[ds]?|pay|paid|paying|spend|spent|invest(?:ed)?|charge|cash|money|debt|revenue|profit)\b/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'an amount',
    pattern:
      /\bwhat (?:was|is|were|are|will be) the (?:\w+ )?(?:change|reduction|increase|decrease|improvement|response rate|capacity|dose|dosage|size|weight|level) (?:in|of|from|at|for|on)\b|\b(?:what|which) (?:stake|dose|dosage|capacity)\b|\bin (?:mg|ml|tonnes|tons|ounces|hectares|acres|miles|km|square feet)\b/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'an amount',
    pattern:
      /^(?:and |so )?what(?:s| is| was| are)? .*\b(?:guidance|outlook)\b(?! (?:change|based))|\bwhat (?:is|was|were) the (?:\w+ )?dose levels?\b/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'an amount',
    pattern:
      /how (?:much|big|large|heavy|fast|high|tall|wide|deep|low|accurate|far(?! along))\b|how strong\b|what size\b|\bsize of\b/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'an amount',
    pattern:
      /^(?!.*\b(?:spend|spending|use|using|do with)\b)(?:and |so )?(?:(?:what(?: was| were| is| are|s|'s)?|whats|how (?:was|were)) (?:\S+ ){0,6})?(?:(?:net|gross|operating|total|adjusted|diluted|comparable|same store|product|quarterly|q[1-4]|h[12]|fy|annual|full year) ){0,3}(?:revenues?|sales|income|loss|profit|earnings|eps|ebitda|margin|cash|expenses|debt|backlog|inventory)\b(?!.*\b(?:call|release|dates?|day|webcast|conference|announcement|replay|use|used|for|about|from|spend|spent|do|go|going)\b)/,
  },
  {
    kind: 'date',
    needs: KIND.date | KIND.relativeTime | KIND.time,
    name: 'a date',
    pattern:
      /^(?!who\b).*(?:\bwhen\b|(?:what|which|whats|the) (?:date|day)\b|(?:what|which|whats) (?:year|month|quarter)\b|\bdates?\b|(?:what|which) days?|how soon|how recently|deadline|day of the week|weekend|(?<![\d-])\bday\b|\btimeline\b|\beta\b|^(?:expected |target )?(?:closing|completion|launch|pdufa|timing|start|opening)\s*\??$|year founded|\btiming\b)/,
  },
  {
    kind: 'person',
    needs: KIND.person | KIND.email | KIND.phone,
    name: 'a contact',
    pattern:
      /\bwho(?:m)? (?:do|can|could|should|to|must) (?:i |we |you |one )?(?:call|contact|e-?mail|reach|ring|write|get in touch)/,
  },
  {
    kind: 'amount',
    needs: KIND.duration,
    name: 'an age',
    pattern: /\bhow old (?:is|was) (?:he|she|mr|ms|dr|the (?:new )?(?:ceo|cfo|president|chair\w*))\b/,
  },
  {
    kind: 'amount',
    needs: KIND.number | KIND.duration | KIND.date,
    name: 'an age',
    pattern: /\bhow (?:old|young)\b|\b(?:what|which) age\b|^age\b|\bage of\b/,
  },
  {
    kind: 'person',
    needs: KIND.person,
    name: 'who',
    pattern:
      /\bwho\b.{0,30}\b(?:present(?:s|ed|ing|er)?|speak(?:s|ing|er)?|talk(?:s|ing)?|wrote|author(?:ed|s)?|said|says|appoint(?:ed)?|named as|hired|runs?|heads?|in charge)\b|\b(?:ceo|cfo|cmo|coo|cto|cso|cco|cbo|chair(?:man|woman|person)?|presidents?|chief \w+ officer|(?:chief|managing|finance|medical) (?:executive|director|chief)|boss)\b\s*\??$|\bwho(?:\s?is|\s?was|s| are)? (?:\w+ ){0,4}(?:ceo|cfo|cmo|coo|cto|cso|chair\w*|president|chief|director|officer|boss|head|founder)\b|^(?:ceo|cfo|cmo|coo|cto|md)\b|\b(?:speaker|presenter|lecturer|moderator)\b|^(?:chair\w*|head|president|director|founder|ceo|cfo|cmo|coo) of\b/,
  },
  {
    kind: 'statement',
    needs: KIND.use,
    name: 'what for',
    pattern:
      /^(?!.*\b(?:money|cash|funds|proceeds|capital)\b).*\b(?:approved|indicated|cleared|intended|meant|authori[sz]ed|licensed|okayed|used) (?:for|to treat)\s*\??$|^what (?:is|are) \S+ for\s*\??$/,
  },
  {
    kind: 'person',
    needs: KIND.person,
    name: 'who',
    pattern:
      /\b(?:which|what) (?:\w+ )?(?:executives?|officers?|doctors?|physicians?|professors?|scientists?|speakers?|presenters?|authors?)\b(?! (?:team|does|do|can|could|may|might|should)\b)/,
  },
  {
    kind: 'person',
    needs: KIND.name | KIND.group,
    name: 'who',
    pattern:
      /^(?:and |so )?who(?:s| is| are)? (?:not )?(?:(?:can|could|cannot|cant|may|must|should|shouldnt|would|has to|have to|needs? to|gets? to|gets|qualif\w+|benefits?|pays|foots|covers|covering|paying|approve[sd]?|decide[sd]?|terminates?|votes?|voted)\b|(?:allowed|eligible|entitled|permitted|invited|responsible|off limits)\b|(?:bought|buys|buying|sold|sells|selling|subscribed|purchased)\b.*\b(?:shares|stock|units|warrants|notes|placement|offering|it)\b|(?:it|this|the \w+)(?: \w+)? (?:for|off limits|meant|intended)\b)|\bwhat (?:kind|type|sort)s? of (?:people|patients|investors|customers|companies|users)\b/,
  },
  {
    kind: 'person',
    needs: KIND.name,
    name: 'who',
    pattern:
      /^(?!(?:so |and )?(?:what|how|when|where|why|which|is|are|was|were|do|does|did|can|will|has|have)\b).*\bwhom?\b|\b(?:by|with|to|from|for|and) whom?\b|^whose\b|\b(?:which|what) (?:(?!(?:will|would|did|does|do|is|are|was|were|has|have|can|could|the|their|this|its|if|lets?|happens?|makes?)\b)\w+ ){0,2}(?:person|executive|doctor|compan(?:y|ies)|firms?|partners?|banks?|regulators?|agency|agencies|universit(?:y|ies)|hospitals?|institutions?|investors?|brokers?|law firm|insurers?|suppliers?|distributors?|sponsors?|customers?|clients?|vendors?|lenders?|headhunters?|recruiters?|search firms?|auditors?|subsidiar(?:y|ies)|journal|magazine|newspaper|contractors?|retailers?|manufacturers?)\b|^(?:law firm|partner|underwriter|bookrunner|auditor|distributor)s?\s*\??$/,
  },
  {
    kind: 'place',
    needs: KIND.address,
    name: 'an address',
    pattern:
      /\b(?:street|postal|mailing|office|what(?: is|s)? the|the) address\b|\bwhats?(?: is)? (?:\S+ ){1,3}address\b|\baddress of\b|^address\b/,
  },
  {
    kind: 'place',
    needs: KIND.place | KIND.name | KIND.link | KIND.channel,
    name: 'a place',
    pattern:
      /\bwhere(?:s| else)? (?:can|could|do|does|did|should|would|will|might|to|is|are)\b(?!.*\b(?:money|cash|funds|funding)\b).*\b(?:find|get|gets|buy|pick|order|purchase|read|see|watch|view|download|look up|learn|listen|stream|follow|register|sign up|submit|send|vote|sells?|sold|marketed|available|listed|described|posted|put up|uploaded|kept|shared|click|report|log ?in|held|take place|taking place|meeting|agm)\b/,
  },
  {
    kind: 'place',
    needs: KIND.place | KIND.name | KIND.link,
    name: 'a place',
    pattern:
      /\bwhere\b(?!.*\b(?:money|cash|funds|funding)\b)|(?:what|which) (?:city|cities|country|countries|state|region|province|continent|place|town|location|hall|venue)|\blocated\b|\blocation\b|^geo\s*\??$|\bvenue\b|^(?:room|hall|city|country|place)\s*\??$/,
  },
  {
    kind: 'phase',
    needs: KIND.phase,
    name: 'a phase',
    pattern: /(?:what|which) (?:clinical )?(?:phase|stage)|\bph(?:ase)?\b\s*\??$|how far along|how advanced/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'a figure',
    pattern: FIGURE,
  },
  { kind: 'status', needs: KIND.status, name: 'a status', pattern: /\bstatus\b|where does .* stand/ },
];

const DESCRIPTION =
  /^(?:so )?(?:what|who|whats|tell me about|describe|explain|who or what)\b(?:'?s| is| are| was| were| exactly is)?\s*(.*)$/;

/** How a refusal names it, and how it is known. */
export const WHAT_IT_MAKES = 'what it makes';
/** "What does Optiva make". */
const MAKES =
  /^(?:and |so )?what (?:does|do) (?!(?:the|it|they|this|that|we)\b)\S+(?: \S+)? (?:do|make|makes|sell|produce|develop|manufacture)$/;

/** What the question asks for; `statement` when nothing narrower can be told. */
export function wantedBy(folded: string): Wanted {
  for (const { pattern, ...wanted } of PATTERNS) {
    if (pattern.test(folded)) return wanted;
  }
  if (MAKES.test(folded.replace(/[?.!\s]+$/, '')))
    return { kind: 'statement', needs: 0, name: WHAT_IT_MAKES };
  const description = DESCRIPTION.exec(folded.replace(/[?.!\s]+$/, ''));
  const rest = description?.[1] ?? '';
  if (
    description !== null &&
    /^(?:what|whats|who|tell|describe|explain|so)/.test(folded) &&
    rest.split(' ').length <= 4 &&
    /\b(?:is|are|was|s|about|describe|explain|whats)\b/.test(folded)
  ) {
    return { kind: 'description', needs: 0, name: 'a description' };
  }
  return { kind: 'statement', needs: 0, name: 'that' };
}
