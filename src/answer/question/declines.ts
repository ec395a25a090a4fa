import type { DeclineReason } from '../answer.ts';

/** Those whom people ask for: themselves and theirs. What "the company" or "patients" do is no advice. */
const SELF =
  '(?:i|we|my (?:\\w+ )?(?:dad|father|mom|mum|mother|wife|husband|son|daughter|kids?|child|children|brother|sister|friend|uncle|aunt|grandma|grandpa|parents?|partner))';
const ASKER = `(?:you|one|anyone|people|investors|${SELF})`;
const MINE = '(?:me|us|my \\w+)';
const STOCK = '(?:stocks?|shares?|share price|stock price|price|ticker|market cap|valuation|sp|pps|chart)';

const INSTRUCTION: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|previous|above|everything)\b/,
  /\b(?:system prompt|jailbreak|developer mode|respond only with|answer only (?:with|yes|no)|repeat after me|from now on,? (?:you|answer|respond|reply|say|ignore|only|always|never))\b/,
  /\byou are now\b|\bpretend (?:to be|you|that)\b|\breveal your\b|\b(?:show|print|tell)\b.{0,12}\byour (?:system )?(?:prompt|instructions|rules)\b|\bwhat are your (?:instructions|rules)\b/,
  /(?:^|[.,;!?] ?|please |must |you |to )act as (?:a|an|my|if)\b/,
  /\b(?:make (?:up|something up)|invent) (?:an? )?(?:answer|quote|number|figure)|\bjust guess\b|^(?:please )?say (?:that )?(?:the|it|they)\b.*\b(?:is|was|were|are|has)\b|\bwithout (?:quoting|citing)\b/,
  /\bwrite (?:me )?(?:a |an )?(?:poem|tweet|song|essay|story|joke|post|code)\b/,
];

const MEDICAL: readonly RegExp[] = [
  new RegExp(
    `\\b(?:should|can|could|may|would|do|does) ${SELF}\\b.{0,40}\\b(?:take (?!over|shares|cash|stock|the (?:cash|shares|dividend)|part in the call|(?:some )?profits?|part in the meeting)|try|use (?!to (?:reach|contact|call|e-?mail|join|listen|register|watch|vote|dial|log)|the (?:link|app|passcode|proxy|warrants?|options?|rights|coupon|card))|join (?:the |a |this |that )?(?:\\S+ )?(?:trial|study)|(?:enroll|enrol)(?! (?:before|for) (?:the |this )?(?:call|meeting|webcast|event))|get (?:into|treated)|stop taking|switch (?!to mute)|swap (?!(?:my |the |our )?(?:\\w+ )?(?:shares?|stock|certificates?|warrants?|units?))|be treated|inject|sign up for (?:the |this )?(?:trial|study)|participate in (?:the |this )?(?:trial|study)|drink)`,
  ),
  /\b(?:how (?:do|can) i|where (?:do|can) i) (?:sign up for|join|get into|enroll in|enrol in) (?:the |this |a )?(?:\S+ )?(?:trial|study)\b|\bam i eligible\b/,
  new RegExp(
    `\\bsafe for ${MINE}\\b|\\blike (?:me|mine|us)\\b|\\b(?:cure|help|work for|good for) ${MINE}\\b(?! (?:portfolio|ira|retirement|shares|position))`,
  ),
  /\bmy (?:\w+ )?(?:doctor|symptoms|diagnosis|condition|eyes?|skin|migraines?|kidneys?|liver|lungs|joints|depression|anxiety|asthma|psoriasis|eczema|arthritis|cancer|myeloma|lymphoma|knees?|diabetes|meds|medication|medicine|pills|treatment|prescription|dose|pain|tumou?r|disease)\b/,
  /\bfor my (?:dad|father|mom|mum|mother|wife|husband|son|daughter|kids?|child|children|brother|sister|friend|grandma|grandpa|parents?)\b/,
  /\bmy (?:\w+ )?(?:son|daughter|dad|father|mom|mum|mother|wife|husband|kid|child|brother|sister|friend|partner|uncle|aunt|grand\w+) (?:has|have|had|suffers|is (?:on|taking|sick|ill))\b.*\b(?:should|can|could|would|will) (?:he|she|they|i|we|it)\b/,
  /\bmedical advice\b|\bdiagnose me\b|\btreatment options for me\b|\bi (?:have|suffer from|was diagnosed with) (?!(?:a |any )?questions?|insurance|before|until|till|left|time|shares|the shares|to |read|heard|seen|no |stock|warrants|options)/,
  /\bwhat dose should\b|\bhow much should i take\b|\bshould (?:patients|people|women|men|children|kids) (?:stop|start|switch|take|avoid)\b/,
];

const ADVICE: readonly RegExp[] = [
  new RegExp(
    `\\b(?:should|would|(?<!\\b(?:how|where|until when|by when|much|many|what|when|long|day|date|often) )do|shall) ${ASKER} (?:\\S+ ){0,6}?(?<!\\b(?:when|if|after|once|while) (?:i|you|we) |\\b(?:have|required|obliged|obligated) to )(?:buy|sell|hold|keep(?= (?:my|the|it|holding|owning|these|this|buying))|invest|short|own|load up|add (?!a question)|dump|get in(?! (?:the|a|an|this|each|every|exchange|return|total|cash)\b)|get out|trim|average|wait|yolo|accumulate|exit|go all in|go long|go short|tender|vote|exercise|take (?:some )?profits?|put (?:money|it|this|some)|avoid the stock)\\b(?! (?:it |one |them |the (?:shares|stock) )?(?:by|in stores|to get the dividend|to receive|tickets|the (?:product|device|drug|app|book|game|car)))`,
  ),
  /\b(?:is|are|was) (?:\S+ ){0,4}(?:a |an )?(?:good |strong |bad |better )?(?:buy|sell|(?<!\bon )hold|(?<!\bthe )investment|(?<=\ba (?:good |strong |bad )?)short)\b(?! program|back)(?=\s*(?:\?|$|now|here|today|right|before|after|at|or|with (?:this|the|that)|on (?:this|the|that|any) (?:news|dip|deal|pullback|weakness|drop|release|announcement)|because|given|if|this|ahead|than))/,
  /\b(?:is|are) (?:the )?(?:\S+ )?(?:stock|shares?) (?:too |still )?(?:pricey|expensive|cheap|overpriced)\b/,
  /\b(?:too )?(?:expensive|cheap|pricey|overpriced) (?:at (?:this|the current|these|today'?s?) (?:price|level)s?|right now to buy|here)\b/,
  /\bwould you (?:get|go|jump) (?:in\b|into\b)(?! the (?:call|meeting|trial|detail))/,
  /\bgood (?:\w+ )?to (?:invest in|own|buy)\b|worth (?:buying|investing|holding|owning|a (?:punt|shot|gamble|look))\b|\b(?:good|safe|bad|smart|wise|solid|better) (?:investment|bet|stock|buy)\b|\b(?:smart|wise|risky|safe|stupid|crazy|dumb) to (?:buy|invest|sell|hold)\b/,
  /\b(?:calls? or puts?|puts? or calls?|buy (?:calls|puts)|go long|go short|short it\b|short squeeze|all in\b(?! (?:all|cash|cost|sustaining|the|one|how|what))|are you long)/,
  /\bhow much (?:of my|should i|money should)\b|\bmy (?:ira|401k|portfolio|savings|position|retirement|pension|roth|(?<!\b(?:tender|exchange|deposit|for|of) my )shares|money|bag|warrants)\b(?! (?:be )?(?:worth|convert|count))(?<!\bdo i (?:have|need) to do (?:anything|something)\b.*)(?<!\b(?:what happens? to|what will happen to|what becomes of|do i (?:have|need) to do (?:anything|something)(?: with| about| for)?|happen to) my (?:shares|warrants))(?!.*\bdo i (?:have|need) to do anything)/,
  /\bgood (?:time to|entry|for a (?:swing|day) trade)\b|\b(?:undervalued|overvalued|fairly valued|oversold|overbought|bullish|bearish|yolo)\b|\bbuy the dip\b|\b(?:price target|stop loss|entry point|exit point|swing trade|day trade|trading advice|investment advice|buy rating|strong buy|strong sell)\b/,
  /\b(?:best |right |too late |too early )?(?:time )?to (?:buy|sell|load|get in|get out)\b(?=\s*(?:\?|$|now|in\b|out\b|before|after|at|or|more|the (?:stock|shares)))(?<!(?:option|right|agreed|agreement|plan|plans|offer|how|where|going|expect|expects|want|wants|intend|intends|obligation|ability|able|approval|deal|used|expected|supposed|agrees|need|needs|has|have|had) to (?:buy|sell))/,
  /\b(?:good|bad|great|safe|solid) (?:\w+ ){0,2}stock (?:to (?:own|buy|hold)|for)\b|\btoo (?:\w+ )?(?:to|for me to) (?:own|buy|hold|invest|get in)\b|\bbuy or sell\b|\bhold or (?:sell|fold|buy)\b|\bkeep or sell\b|\bsell or (?:hold|keep|wait)\b|\bbuy,? (?:sell|hold)\b|\b(?:rate|recommend) (?:the |this |that )?(?:stock|shares|buying|selling)\b/,
  /^(?:ok |so |and |just )?(?:buy|sell|hold|short|dump it|trim|accumulate|load up|add|average (?:up|down)|take profits?|dump)(?: (?:it|here|now|more|today|before \w+|after \w+))?\s*\?*$/,
  /^(?:buy|sell|hold|short(?! acting| term)|add|dump|trim|average down on|load up on) \S+(?: \S+)? (?:now|today|or|before|after|here|at)\b|\baverage down\b|\bload(?:ing)? up on\b/,
  /\ba (?:hold|buy|sell)\s*\??$|\blong[- ]term hold\b|\bwhich (?:one |of these |of them |stock )?(?:would|should|do) (?:you|i) (?:own|buy|pick|choose|prefer)|\bwhat would you do\b/,
  /\b(?:reason|reasons|why should i|convince me) (?:to )?(?:buy|invest|own|hold|sell)\b(?! (?:the|its|their) (?:business|unit|company|plant|division|brand))/,
  /\b(?:what|which) price (?:to|would you|should i) (?:buy|sell)|\bwhen to (?:buy|sell)\b|\bshould (?:my|investors)\b.{0,30}\b(?:buy|sell|invest)\b/,
];

const PREDICTION: readonly RegExp[] = [
  new RegExp(
    `\\b(?:will|could|can|going to|gonna|would|does|should|may|might|is|are|think)\\b.{0,25}\\b(?:the |this |its |their )?${STOCK}\\b.{0,30}\\b(?:go(?:ing)? (?:up|down|to)|rise|fall|drop|pop|moon|crash|tank|soar|double|triple|jump|run up|rally|rocket|hit|reach|be worth|spike|dip|do|be next|be in)\\b`,
  ),
  new RegExp(
    `\\b(?:push|send|drive|lift|boost|hurt|sink|move|kill|pump|affect|impact) (?:the )?(?:${STOCK}\\b(?=.{0,12}(?:higher|lower|up|down|\\?|$))|(?:it|this)\\b(?= (?:higher|lower|up|down)\\b)|[a-z]{1,5} (?=higher|lower))`,
  ),
  /\b(?:good|bad|great|positive|negative|bullish|bearish) (?:sign|news|thing|move|omen|signal)\b.{0,12}\b(?:for|about)\b.{0,16}\b(?:stock|shares?|shareholders|holders|investors)\b|\b(?:good|bad|great|positive|negative|bullish) for the (?:stock|shares|share price)\b|\bhow will the (?:market|stock|street) (?:react|respond|take)/,
  /\b(?:will|gonna|going to|can|could) (?:it|they|this|that|the stock|(?!sales|revenues?|costs?|prices?|production|output|capacity|dividends?|demand|margins?|headcount|volumes?|earnings|profits?)\S+)(?: get)? (?:moon|pop|tank|crash|squeeze|rally|go up|go down|triple|skyrocket|dump(?! (?:its|their|the|his|her|my)\b)|pump|10x|100x|hit \$?\d+|reach \$?\d+)\b/,
  /\b(?:will|can|could) \S+ (?:(?:really|ever|actually|even|still) )?(?:hit|reach) \$?\d+(?= |\?|$)(?! (?:patients|people|employees|stores|million|billion|countries|sites|percent))|\b(?:will|gonna|going to) (?:it|this|the stock) double\b|\bgoing to (?:tank|moon|10x|pop|crash)\b|\b(?:squeeze|pump|dump|moon) incoming\b|\bto the moon\b|\bmoon(?:ing|shot)?\s*\?*$|\bwhen moon\b|\bis (?!the |it )\S+ (?:going to|gonna) (?:run|pop|fly|rip|squeeze|dump|drop|fall|rise|crash|tank|bounce|rally|recover|go up|go down|jump|soar|sink)\b/,
  /\b(?:will|can|could|might) (?!sales|costs?|cash|rates?|price|staff|it\b|they\b|we\b)[a-z]{2,5} (?:double|triple|quadruple)\b/,
  /\b(?:will|going to|gonna|can|could) (?:\S+ ){0,3}(?:beat|miss|smash|top) (?:its |their |the |q\d |\d{4} |own |full year )*(?:guidance|estimates?|expectations|consensus|earnings|numbers|forecast)\b/,
  /\b(?:going to|gonna|will) (?:\S+ )?keep (?:climbing|rising|going up|falling|dropping|running|sliding)\b/,
  /\b(?:price|stock|share price) (?:prediction|forecast)s?\b|^(?:please )?(?:predict|forecast|guess) (?:the|next|their|its|this|how)\b|\bforecast your\b|\byour (?:opinion|prediction|guess|forecast)\b/,
  /\b(?:what|how|who) do you (?:think|reckon|expect|predict)|\bdo you (?:think|reckon|expect|believe)\b|\bhow likely is\b|\b(?:the |what )odds (?:of|that|are)\b|\bwhat are the (?:odds|chances)\b|\bchances? of (?:approval|success|a |the |it |failure)|\bprobability (?:of|that) (?:approval|success|it|the (?:fda|trial|deal|drug))/,
  /\bhow high (?:will|can|could) (?:it|this|the (?:stock|share price|price|shares)|\S+) (?:go|get|run|climb|fly)|\bwill i (?:make|lose)\b|\bwhere (?:will|do you see) (?:the )?(?:stock|price|shares?|it)\b.{0,20}\b(?:be|in)\b/,
  /\bwill (?:the )?(?:fda|ema|nmpa|regulators?|ec|chmp|pmda|mhra) (?:approve|clear|reject|accept)\b|\bwill (?:it|the drug|they|\S+) (?:be|get) approved\b|\bwill (?:the |this |their )?(?:trial|study|drug|phase (?:\d|i+)\w*) (?:succeed|fail|work|be a success|be successful)\b/,
];

const PRICE: readonly RegExp[] = [
  /^(?!.*\b(?:above|below|premium|discount|bid|offer|offered)\b).*\b(?:current|today'?s?|latest|live|closing|last|right now|premarket|after[- ]hours|pre[- ]market)\b.{0,20}\b(?:share price|stock price|price of the stock|stock quote|market cap|trading price)\b|\b(?:closing|premarket|pre-market|after[- ]hours) price\b(?!.{0,40}\b(?:warrant|offering|preceding|prior|date of))/,
  /\b(?:share price|stock price|market cap|market capitalization|trading volume|price of the (?:stock|shares?))\b.{0,20}\b(?:now|today|currently|right now|at the moment|yesterday)\b/,
  /^(?:what(?:'?s| is) the )?(?:share price|stock price|market cap|stock quote)(?: of \S+| for \S+)?\s*\??$|^price (?:now|today)\b|^(?:mkt|market) cap\b|\bmarket cap(?:italization)?\s*\??$|^(?:stock )?quote(?: for \S+)?\s*\??$(?<!^quote\s*\??$)/,
  /\b(?:trading at|(?<!\b(?:sell|sold|selling|issue[ds]?|bought|buy) )the stock at|it trading)\b(?=\s*(?:\?|$|now|today|right))|\b52[- ]week (?:high|low)\b|\bp\/?e(?: ratio)?\s*\?*$|\bprice[- ]to[- ]earnings\b/,
  /\bhow (?:is|did|has) the (?:stock|share price|ticker) (?:do|doing|done|perform|trad|react|been)|\bwhere is the (?:stock|share price)\b(?! (?:traded|listed|quoted|exchange))|\bis the (?:stock|share price) (?:up|down|green|red)\b/,
  /\bwhy (?:is|are|did|was) (?:the |its |their )?(?:stock|shares?|share price|it)\b.{0,12}\b(?:up|down|drop\w*|fall\w*|fell|jump\w*|rise|rising|ris\w+|tank\w*|crash\w*|surg\w*|dump\w*|red|green)\b/,
  /\bhow much (?:is|are) (?:the |a |one )?(?:stock|shares?)(?: (?:right now|now|today|worth))?\s*\??$|\bwhat(?:'?s| is) (?:a|one) share worth\b|\btrading volume today\b/,
];

/**
 * Questions that are never answered from a release, whatever it says. Patterns are matched against
 * the folded question, first reason first. A company's own plans ("will they start a trial") are no
 * forecast: the patterns ask for ours.
 */
const PATTERNS: readonly { readonly reason: DeclineReason; readonly patterns: readonly RegExp[] }[] = [
  { reason: 'instruction', patterns: INSTRUCTION },
  { reason: 'medical', patterns: MEDICAL },
  { reason: 'advice', patterns: ADVICE },
  { reason: 'price', patterns: PRICE },
  { reason: 'prediction', patterns: PREDICTION },
];

/** The reason why the question is declined, or undefined when it may be answered. */
export function declineReason(folded: string): DeclineReason | undefined {
  return PATTERNS.find(({ patterns }) => patterns.some((pattern) => pattern.test(folded)))?.reason;
}
