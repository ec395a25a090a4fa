import type { DeclineReason } from '../answer.ts';

/**
 * Questions that are never answered from a release, whatever it says. Patterns are matched against
 * the folded question. A company's own plans ("will they start a trial") are no forecast: the
 * patterns ask for ours.
 */
const PATTERNS: readonly { readonly reason: DeclineReason; readonly pattern: RegExp }[] = [
  {
    reason: 'instruction',
    pattern:
      /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|everything)|\bsystem prompt\b|\byou are now\b|\bpretend (?:to be|you|that)\b|\bjailbreak\b|\bact as (?:a|an|my)\b|\brespond only with\b|\brepeat after me\b|\breveal your\b|\bdeveloper mode\b/,
  },
  {
    reason: 'medical',
    pattern:
      /\b(?:should|can|could|may|would) (?:i|we|my (?:\w+ )?(?:dad|father|mom|mum|mother|wife|husband|son|daughter|kid|child|brother|sister|friend|grandma|grandpa|parents?))\b.{0,40}\b(?:take (?!over|part in the call)|try|use|join (?:the |a |this |that )?(?:\S+ )?(?:trial|study)|enroll (?:in|my)|enrol|get (?:into|treated)|stop taking|switch|swap|be treated|inject|sign up for (?:the |this )?(?:trial|study)|participate in (?:the |this )?(?:trial|study))|\bis it safe for (?:me|my)\b|\bwill it (?:cure|help|work for) (?:me|my)\b|\bmy (?:doctor|symptoms|diagnosis|condition|arthritis|cancer|myeloma|knee)\b.{0,40}\b(?:should|help|cure|treat)\b|\bmedical advice\b/,
  },
  {
    reason: 'advice',
    pattern:
      /\bshould (?:i|we|one|anyone|people|you)\b.{0,40}\b(?:buy|sell|hold|invest|short|own|load up|add|dump|get in|get out|trim|average|wait|yolo|accumulate|exit|put)\b|\b(?:is|are|was) (?:\S+ ){0,4}(?:a )?(?:good |strong |bad )?(?:buy|sell|hold|investment)\b(?! program|back)(?=\s*(?:\?|$|now|here|today|right|before|after|at|or|this|ahead))|\bworth (?:buying|investing|holding|owning)\b|\b(?:calls? or puts?|puts? or calls?|buy (?:calls|puts)|go long|go short|short it\b|\bshort squeeze)\b|\bhow much (?:of my|should i|money should)\b|\bmy (?:ira|401k|portfolio|savings|position|retirement|pension|roth|shares)\b|\bgood (?:time to|entry|investment|stock)\b|\b(?:undervalued|overvalued|fairly valued|oversold|overbought)\b|\bbuy the dip\b|\b(?:price target|stop loss|entry point|exit point)\b|\btime to (?:buy|sell|load|get in|get out)\b|\b(?:bullish|bearish)\b|\bbuy or sell\b|\bbuy,? (?:sell|hold)\b|\b(?:rate|recommend) (?:the |this )?stock\b|\byolo\b|^(?:buy|sell|hold|short) \S+(?: \S+)? (?:now|today|or|before|after|here|at)\b|\ba (?:hold|buy|sell)\s*\??$|\bwhich (?:one )?(?:would|should|do) you (?:own|buy|pick|choose|prefer)|\bload(?:ing)? up on\b/,
  },
  {
    reason: 'prediction',
    pattern:
      /\b(?:stock|shares?|share price|stock price|price|ticker|market cap|valuation)\b.{0,30}\b(?:go(?:ing)? (?:up|down|to)|rise|fall|drop|pop|moon|crash|tank|soar|double|triple|jump|run up|rally|rocket|hit|reach|be worth|spike|dip)\b|\b(?:push|send|drive|lift|boost|hurt|sink|move) (?:the )?(?:stock|shares|share price|price|\S+) (?:higher|lower|up|down)\b|\bgood for the (?:stock|shares)|\b(?:will|gonna|going to) (?:it|they|this|the stock|\S+) (?:moon|pop|tank|crash|squeeze|rally|go up|go down|double|triple|skyrocket|dump)\b|\bto the moon\b|\b(?:predict|forecast your|what do you think|your opinion|do you think|how likely|odds|chances?|probability)\b|\bhow high (?:will|can|could)\b|\bwhen moon\b|\bwill i (?:make|lose)\b|\bmoon(?:ing|shot)\b/,
  },
  {
    reason: 'price',
    pattern:
      /\b(?:current|today'?s?|latest|live|closing|last|right now|premarket|after hours|pre market)\b.{0,20}\b(?:share price|stock price|price of the stock|quote|market cap|trading price)\b|\b(?:share price|stock price|market cap|market capitalization)\b.{0,20}\b(?:now|today|currently|right now|at the moment|yesterday)\b|^(?:what(?:'?s| is) the )?(?:share price|stock price|market cap)(?: of \S+| for \S+)?\??$|\bwhat(?:'?s| is) (?:\S+ )?(?:trading at|the stock at|it trading)\b|^(?:mkt|market) cap\b|\bmarket cap(?:italization)?\s*\??$|\b52[- ]week (?:high|low)\b|\bhow (?:is|did) the stock (?:do|doing|perform|trad|react)/,
  },
];

/** The reason why the question is declined, or undefined when it may be answered. */
export function declineReason(folded: string): DeclineReason | undefined {
  return PATTERNS.find(({ pattern }) => pattern.test(folded))?.reason;
}
