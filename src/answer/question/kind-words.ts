import type { AskedKind } from './asked.ts';

/** Words that only say which kind of answer is wanted: a passage that holds the kind has said them. */
const KIND_WORDS: Readonly<Partial<Record<AskedKind, RegExp>>> = {
  timezone: /^(?:time|zone|timezone|time zone|my time|california time|local)$/,
  email: /^(?:e-?mail|mail|address)$/,
  phone: /^(?:(?:tele)?phone(?: number)?|tel|number|call|ring|number to (?:call|dial)|contact number)$/,
  link: /^(?:link|url|address|web|page|online|web address|web ?site|home ?page|web page|found|find|look up|click|go|read|see|view|open)$/,
  frequency: /^(?:how|often|frequency|schedule|times)$/,
  duration: /^(?:long|last|lasts|length|duration|term|period|run|runs|go|continue)$/,
  time: /^(?:time|hour|start|clock|tune in|begin|kick(?:s|ed|ing)? off|gets? going|run|runs|going)$/,
  count: /^(?:many|number|count|size|large|total)$/,
  percent: /^(?:percent|percentage|share|proportion|rate|fraction|portion)$/,
  amount:
    /^(?:how|fast|high|young|old|much|price|cost|costs|value|amount|worth|size|large|big|rates?|ratio|percentage|figure)$/,
  date: /^(?:date|day|year|month|when|week|weekday|weekend|timing|soon|scheduled|set|due|quarter|run|runs|running|(?:meeting|event|congress|conference|show) (?:run|go on))$/,
  name: /^(?:names?|called|call|named|title|official)$/,
  exchange: /^(?:exchange|stock|market|listed|list)$/,
  person: /^(?:person|compan(?:y|ies)|firms?|name|named|executive)$/,
  place:
    /^(?:location|place|located|situated|taking|happening|held|city|country|countries|region|province|continent|run|conducted|town|venue|geo|state|read|seen|viewed|found|accessed|downloaded|click)$/,
  disease:
    /^(?:diseases?|cancers?|illness(?:es)?|conditions?|indications?|ailments?|disorders?|tumou?rs?|kinds?|types?|form|treats?|treated|treating|targets?|targeting|go(?:ing|es)? after|aimed at|meant for|intended for)$/,
  phase: /^(?:phase|ph|stage|how far along|far|along)$/,
  status: /^(?:status|standing|state|progress|stand)$/,
};

/** Whether a word of the question says no more than which kind of answer is wanted. */
export function expressesKind(kind: AskedKind, typed: string): boolean {
  const pattern = KIND_WORDS[kind];
  const words = typed.toLowerCase();
  return (
    pattern !== undefined && (pattern.test(words) || words.split(/\s+/).every((word) => pattern.test(word)))
  );
}
