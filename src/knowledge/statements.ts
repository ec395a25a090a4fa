import { clausesOf } from './clauses.ts';
import { cut, cutSpan } from './cut.ts';
import type { Issuer, PartRole, Passage, Statement, Topic } from './model.ts';
import { sameCompany } from './names.ts';
import { codesIn } from './products.ts';
import type { QuoteSource, Span } from './quote.ts';

type Part = Statement['parts'][number];
type PartRule = readonly [PartRole, RegExp];

const NAME =
  "\\p{Lu}[\\p{L}\\p{N}&.’'®™-]*(?:(?:\\s+(?:of|and|de|&)\\s+|\\s+)\\p{Lu}[\\p{L}\\p{N}&’'®™-]*){0,5}";
const COUNT =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)';
const PLACE: PartRule = [
  'place',
  new RegExp(`\\b(?:in|at|across)\\s+((?:the\\s+)?${NAME}(?:,\\s+${NAME})?)`, 'dgu'),
];
/** "Its Shanghai facility" */
const SITE: PartRule = [
  'place',
  /\b((?!(?:The|Its|Our|Their|This|Each|New|Both|All|Company|c?GMP|GLP|GCP|ISO|State|Main)\b)\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){0,2}(?:,\s\p{Lu}[\p{L}.]+)?)\s+(?:facility|facilities|site|laboratory|campus|plant|headquarters)\b/dgu,
];
const PHASE: PartRule = [
  'phase',
  /\b([Pp]hase\s+(?:\d[ab]?(?:\/\d?[ab]?)?|I{1,3}V?[ab]?(?:\/I{1,3}[ab]?)?))/dgu,
];
const REGULATOR: PartRule = [
  'regulator',
  /(?<!formerly\s)\b(FDA|NMPA|CFDA|EMA|MHRA|PMDA|TGA|Health Canada|CDE|European Medicines Agency|European Commission|Food and Drug Administration|National Medical Products Administration|MFDS|ANVISA|HSA|Swissmedic|NICE|FCC|SEC|EPA|CFIUS|FTC|FAA|FERC|NRC|OSC|BaFin|FCA)\b/dg,
];
const STATUS: PartRule = [
  'status',
  /\b(approved|accepted|cleared|granted|authorized|authorised|submitted|filed|received|designated|rejected|withdrawn|under review|approval|clearance|is pending|ongoing)\b/dgi,
];
const INDICATION: PartRule = [
  'indication',
  /\b(?:treatment|therapy|prevention|diagnosis) of\s+(?:patients with\s+|adults? with\s+)?([^,.;()]{2,89}[^\s,.;()](?:\s\([A-Z]{2,6}\))?)/dg,
];

/** What makes a clause a statement on a topic, and the parts of it that matter. */
const RULES: readonly {
  readonly topic: Topic;
  readonly test: RegExp;
  readonly aboutOnly: boolean;
  readonly parts: readonly PartRule[];
}[] = [
  {
    topic: 'regulatory',
    test: /\b(?:FDA|NMPA|CFDA|EMA|MHRA|PMDA|TGA|Health Canada|European Medicines Agency|European Commission|Food and Drug Administration|Medical Products Administration|MFDS|IND|NDA|BLA|sNDA|PDUFA|510\(k\)|CE [Mm]ark|marketing authori[sz]ation|[Oo]rphan [Dd]rug|Fast Track|Breakthrough)\b[\s\S]*\b(?:approv|accept|clear|grant|authori|submi|filed|review|designat|reject|receiv)|\b(?:approv|accept|clear|grant|authori|submi|filed|receiv)\w*\b[\s\S]*\b(?:IND|NDA|BLA|dossier|marketing authori[sz]ation|[Ff]ast [Tt]rack|[Oo]rphan [Dd]rug|FDA|NMPA|EMA)\b/,
    aboutOnly: false,
    parts: [STATUS, REGULATOR, PHASE, INDICATION],
  },
  {
    topic: 'partnership',
    test: /\b(?:partner(?:s|ed|ship|ships)?|collaborat(?:ion|ions|es|ed|ing)|joint (?:venture|laboratory|lab|center|centre)|Joint\s+\p{Lu}\w*|alliance|licens(?:e|ed|ing) (?:agreement|from|to|the)|licensed the|in cooperation with)\b/u,
    aboutOnly: false,
    parts: [
      [
        'purpose',
        /\b(?:focus(?:es|ed)? on|aim(?:s|ed)? (?:at|to)|designed to|in order to|for the purpose of|to (?:develop|use|improve|commerciali[sz]e|advance|accelerate|expand))\s*([^.;]{4,160})/dg,
      ],
    ],
  },
  {
    topic: 'facility',
    test: /\b(?:facilit(?:y|ies)|laborator(?:y|ies)|headquarters|headquartered|manufacturing (?:site|plant)|production (?:line|lines|site|plant)|plants?\b|warehouses|square f(?:ee|oo)t|sq\.? ?ft)\b/,
    aboutOnly: false,
    parts: [
      [
        'count',
        new RegExp(
          `\\b(${COUNT})\\s+(?:[\\p{Ll}-]+\\s+){0,4}(?:lines|facilities|laboratories|plants|sites|warehouses|rooms|suites|square|locations|offices|employees)`,
          'dgiu',
        ),
      ],
      [
        'standard',
        /\b((?:[A-Z][\w.]*(?:\s+and\s+|\s+|,\s+))*(?:c?GMP|GLP|GCP|ISO\s?\d{3,5}(?::\d{4})?)(?:\s+standards?)?)/dg,
      ],
      PLACE,
      SITE,
    ],
  },
  {
    topic: 'trials',
    test: /\b(?:clinical (?:trial|trials|study|studies|program)|[Pp]hase\s+(?:\d|I)[\w/]*\b|pivotal trial)\b/,
    aboutOnly: false,
    parts: [PHASE, PLACE, INDICATION],
  },
  {
    topic: 'index',
    test: /\b(?:included in|member of|component of|constituent of|added to|part of|joined?)\b[^.]*\b(?:[Ii]ndex|[Ii]ndices|S&P \d+)\b/,
    aboutOnly: false,
    parts: [
      [
        'index',
        /((?:\p{Lu}[\p{L}\p{N}&]*[®™]?\s+)+(?:\d{2,5}[®™]?\s+)?[Ii]nd(?:ex|ices)|S&P\s\d{3,4}[®™]?)/dgu,
      ],
    ],
  },
  {
    topic: 'website',
    test: /(?:https?:\/\/|\bwww\.|\b[a-z0-9-]+\.(?:com|org|net|io|ai|bio)\b)/i,
    aboutOnly: true,
    parts: [
      [
        'link',
        /((?:https?:\/\/|www\.)[^\s"“”<>()]*[^\s"“”<>().,;:]|\b[a-z0-9-]+\.(?:com|org|net|io|ai|bio)\b(?:\/[\w./-]*[\w/])?)/dgi,
      ],
    ],
  },
  {
    topic: 'business',
    test: /\b(?:develops?|developing|is an?|are an?|focus(?:es|ed) on|engaged in|manufactures?|provides?|operates?|speciali[sz]es|offers?|designs?|owns?|delivers?|is committed|mission is|committed to|sells?|markets?)\b/,
    aboutOnly: true,
    parts: [],
  },
];

const RUNS = /\b(?:ongoing|conduct\w*|enroll\w*|initiat\w*|recruit\w*|underway|dosed|complet\w*)\b/i;

/** What the release states of the company, its trials, sites, partners, regulators, indexes and site. */
export function statementsOf(source: QuoteSource, passages: readonly Passage[], issuer: Issuer): Statement[] {
  return passages.flatMap(({ quote, role, form, headings, speaker }) => {
    const prose = form === 'sentence' || form === 'bullet';
    if (!prose || speaker !== undefined || !(role === 'body' || role === 'about' || role === 'abstract'))
      return [];
    return statementsIn(source, quote, role === 'about' && isAboutIssuer(headings[0]?.text, issuer));
  });
}

function isAboutIssuer(heading: string | undefined, { name, shortNames }: Issuer): boolean {
  const subject = heading?.replace(/^about\s+/i, '');
  return (
    subject !== undefined &&
    [name, ...shortNames].some((known) => known !== undefined && sameCompany(known.text, subject))
  );
}

function statementsIn(source: QuoteSource, sentence: Span, about: boolean): Statement[] {
  const content = source.text.slice(sentence.start, sentence.end);
  const found: Statement[] = [];
  for (const rule of RULES) {
    if ((rule.aboutOnly && !about) || !rule.test.test(content)) continue;
    if (rule.topic === 'business' && found.length > 0) continue;
    // An application is for a trial; that does not say that one runs.
    if (rule.topic === 'trials' && found.some(({ topic }) => topic === 'regulatory') && !RUNS.test(content))
      continue;
    // Who regulates may be said once for several clauses.
    const shared = rule.topic === 'regulatory' ? partsBy(source, sentence, [REGULATOR]) : [];
    const clauses = rule.topic === 'regulatory' ? clausesOf(source.text, sentence, STATUS[1]) : [sentence];
    for (const clause of clauses) {
      const quote = cutSpan(source, clause);
      if (quote === undefined || !rule.test.test(clauses.length > 1 ? content : quote.text)) continue;
      const parts = [...partsBy(source, clause, rule.parts), ...ownParts(source, clause, rule.topic)];
      const missing = parts.some(({ role }) => role === 'regulator') ? [] : shared.slice(0, 1);
      found.push({ topic: rule.topic, quote, parts: [...parts, ...missing] });
    }
  }
  return found;
}

function partsBy(source: QuoteSource, span: Span, rules: readonly PartRule[]): Part[] {
  const content = source.text.slice(span.start, span.end);
  return rules.flatMap(([role, pattern]) =>
    [...content.matchAll(pattern)].flatMap((match) => {
      const range = match.indices?.[1];
      const printed = match[1] ?? '';
      const stop = role === 'place' && /\p{Ll}{3}\.$/u.test(printed) ? 1 : 0;
      const quote = range && cut(source, span.start + range[0], span.start + range[1] - stop);
      return quote === undefined ? [] : [{ role, quote }];
    }),
  );
}

/** Parts that need more than one pattern: programs of a clause, names with their partners. */
function ownParts(source: QuoteSource, span: Span, topic: Topic): Part[] {
  if (topic === 'regulatory') return programsIn(source, span);
  return topic === 'partnership' ? partnersIn(source, span) : [];
}

function programsIn(source: QuoteSource, span: Span): Part[] {
  const content = source.text.slice(span.start, span.end);
  const marked = [
    ...content.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}-]{2,}(?:[®™]|\((?:R|TM)\)))/dgu),
  ].map((match) => ({ code: match[0], start: match.index }));
  const targeted = [...content.matchAll(/\b(anti-[A-Z][\w/-]*(?:\s+CAR-T)?)/g)].map((match) => ({
    code: match[0],
    start: match.index,
  }));
  return [...marked, ...codesIn(content), ...targeted].flatMap(({ code, start }) => {
    const quote = cut(source, span.start + start, span.start + start + code.length);
    return quote === undefined ? [] : [{ role: 'program' as const, quote }];
  });
}

/** “Joint Laboratory” with Acme Healthcare: the thing in quotation marks and who it is with. */
function partnersIn(source: QuoteSource, span: Span): Part[] {
  const content = source.text.slice(span.start, span.end);
  const parts: Part[] = [];
  const add = (role: PartRole, start: number, end: number): void => {
    const quote = cut(source, span.start + start, span.start + end);
    if (quote !== undefined) parts.push({ role, quote });
  };
  for (const match of content.matchAll(/["“]([^"“”]{4,120})["”]/dg)) {
    const range = match.indices?.[1];
    if (range !== undefined) add('name', range[0], range[1]);
  }
  for (const match of content.matchAll(
    new RegExp(
      `\\b(?:[Ww]ith|[Bb]y|[Tt]o|[Bb]etween)\\s+(?:the\\s+)?(${NAME}(?:,?\\s+(?:Inc|Ltd|LLC|Corp|AG|SA|SE|GmbH)\\b\\.?)?)`,
      'dgu',
    ),
  )) {
    const range = match.indices?.[1];
    const named = (match[1] ?? '').replace(/\s+and$/, '');
    if (range !== undefined && named.length > 2) add('partner', range[0], range[0] + named.length);
  }
  return parts.sort((one, other) => one.quote.start - other.quote.start);
}
