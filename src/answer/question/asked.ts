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
  | 'place'
  | 'link'
  | 'email'
  | 'phone'
  | 'phase'
  | 'status'
  | 'description'
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

/** First match wins, so the narrow come before the wide. Applied to the folded question after repair of slips. */
const PATTERNS: readonly Pattern[] = [
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
  { kind: 'email', needs: KIND.email, name: 'an email address', pattern: /\be-?mail\b/ },
  {
    kind: 'phone',
    needs: KIND.phone,
    name: 'a telephone number',
    pattern: /\b(?:phone|telephone|tel)\b|number to call/,
  },
  {
    kind: 'link',
    needs: KIND.link,
    name: 'a link',
    pattern:
      /\b(?:link|url|website|web ?site|web ?page|homepage|home page|web address|web cite|site address)\b|where (?:do|can|could|to) (?:i |we |you |one )?(?:read|find out|learn|download)/,
  },
  {
    kind: 'frequency',
    needs: KIND.frequency,
    name: 'how often',
    pattern: /how often|how frequent|times (?:a|per) (?:day|week|month|year)/,
  },
  {
    kind: 'duration',
    needs: KIND.duration | KIND.date,
    name: 'how long',
    pattern: /how long|for how many (?:days|weeks|months|years)|how many (?:days|weeks|months|years)/,
  },
  {
    kind: 'time',
    needs: KIND.time,
    name: 'a time',
    pattern:
      /what time|at which time|which time|\btime\??$|^time\b|\btime of\b|o'?clock|what hour|\btime and date\b|start time/,
  },
  {
    kind: 'count',
    needs: KIND.number,
    name: 'a number',
    pattern: /how many|number of (?!the\b)|^#|\s#\s|headcount|\bhow large a\b|\bcount of\b/,
  },
  {
    kind: 'percent',
    needs: KIND.percent | KIND.number,
    name: 'a percentage',
    pattern: /what (?:percent|proportion|share|fraction)|percentage|\bpct\b|%/,
  },
  {
    kind: 'amount',
    needs: KIND.money | KIND.percent | KIND.number,
    name: 'an amount',
    pattern:
      /how (?:much|big|large)\b|\bcost\b|\bworth\b|what (?:amount|price|value)|deal (?:value|size)|\bprice\b|\bproceeds\b/,
  },
  {
    kind: 'date',
    needs: KIND.date | KIND.relativeTime | KIND.time,
    name: 'a date',
    pattern:
      /\bwhen\b|(?:what|which|whats|the) (?:date|day|year|month|quarter)|\bdates?\b|what days?|how soon|how recently|deadline|day of the week|weekend|\bday\b/,
  },
  {
    kind: 'person',
    needs: KIND.name,
    name: 'who',
    pattern: /\bwho(?:m|se)?\b|which (?:person|executive|doctor|company|firm|partner|bank|regulator|agency)/,
  },
  {
    kind: 'place',
    needs: KIND.place | KIND.name,
    name: 'a place',
    pattern:
      /\bwhere\b|(?:what|which) (?:city|cities|country|countries|state|place|town|location|hall|venue)|\blocated\b|\blocation\b|\bgeo\b|\bvenue\b/,
  },
  {
    kind: 'phase',
    needs: KIND.phase,
    name: 'a phase',
    pattern: /(?:what|which) (?:clinical )?(?:phase|stage)|\bph(?:ase)?\b\s*\??$|how far along|how advanced/,
  },
  { kind: 'status', needs: KIND.status, name: 'a status', pattern: /\bstatus\b|where does .* stand/ },
];

const DESCRIPTION =
  /^(?:so )?(?:what|who|whats|tell me about|describe|explain|who or what)\b(?:'?s| is| are| was| were| exactly is)?\s*(.*)$/;

/** What the question asks for; `statement` when nothing narrower can be told. */
export function wantedBy(folded: string): Wanted {
  for (const { pattern, ...wanted } of PATTERNS) {
    if (pattern.test(folded)) return wanted;
  }
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
