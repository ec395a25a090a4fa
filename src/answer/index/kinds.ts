import type { Passage } from '../../knowledge/model.ts';

/** Kinds of thing that a passage can hold; a question for a date needs a passage that holds one. */
export const KIND = {
  date: 1,
  time: 2,
  money: 4,
  percent: 8,
  number: 16,
  name: 32,
  place: 64,
  link: 128,
  email: 256,
  phone: 512,
  phase: 1024,
  duration: 2048,
  frequency: 4096,
  relativeTime: 8192,
  timezone: 16384,
  status: 32768,
  person: 65536,
  address: 131072,
  exchange: 262144,
  identifier: 524288,
  length: 1048576,
  group: 2097152,
  channel: 4194304,
  use: 8388608,
  ordinal: 16777216,
} as const;

export type KindName = keyof typeof KIND;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

const COUNT_WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen)';

/** Days, months with a year, quarters and halves. */
export const DATE = new RegExp(
  `\\b${MONTH}\\.?\\s+\\d{1,4}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}[-\\s]${MONTH}\\b|\\b(?:19|20)\\d{2}\\b|\\b${MONTH}\\.?,?\\s+(?:19|20)\\d{2}|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:first|second|third|fourth)[\\s-](?:quarter|half)\\b|\\b(?:q[1-4]|[1-4]q|h[12])\\b|\\bby year[- ]end\\b|\\b(?:last|since|early|late|mid-?|next|in|by|until|through)\\s+(?:january|february|march|april|june|july|august|september|october|november|december)\\b`,
  'i',
);
export const MONEY =
  /(?:[$€£¥]|\b(?:USD|US\$|CAD|C\$|A\$|HK\$|EUR|GBP|RMB|NT\$|CHF|JPY))\s?\d[\d.,]*|\b\d[\d.,]*\s*(?:cents|dollars|euros|million|billion|pence)\b|\b(?:equal to|at|based on) (?:the |its )?(?:closing|market|fair market|volume[- ]weighted|average)\b[^.;$]{0,40}\b(?:price|value)\b/i;
export const PERCENT = new RegExp(
  `(?:\\d[\\d.,]*|\\b${COUNT_WORD}(?:-\\w+)?)\\s?(?:%|percent\\b|per cent\\b|basis points)|\\bhalf of (?!(?:19|20)\\d\\d|the (?:year|fiscal)|fiscal)|\\b(?:two|one)[- ]thirds?\\b`,
  'i',
);
export const LINK = /https?:\/\/\S+|\bwww\.\S+|\b[\w-]+\.(?:com|org|net|io|bio|co|eu|de|uk|ca)(?:\/\S*)?\b/i;
export const DURATION = new RegExp(
  `\\b(?:\\d[\\d.,]*|${COUNT_WORD}|one)(?:\\s*\\(\\d+\\))?(?:\\sand\\s(?:one-half|a\\shalf))?[\\s-]+(?:to\\s+\\S+\\s+)?(?:(?:calendar|consecutive|business|trading|working|additional|full)[\\s-]+){0,2}(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|decades?)\\b|\\b(?:\\d+(?:st|nd|rd|th)|[a-z-]+(?:th|first|second|third))\\s(?:consecutive|straight)\\b`,
  'i',
);
export const EXCHANGE =
  /\b(?:nasdaq|nyse|otc(?:qb|qx|id|mkts)?|tsx|asx|aim|hkex|tpex|twse|euronext|cboe|cse|lse|jse|sgx)\b|\b(?:stock|securities) exchange\b(?! commission)|\bexchange\b(?! (?:act|commission|rate|offer))/i;

/** Diseases by their endings, by name and by the words for them. */
export const DISEASE =
  /\b(?!(?:diploma|aroma|coma|idioma|oklahoma|sonoma|tacoma)\b)\p{L}{3,}(?:oma|emia|itis|osis|opathy|algia|penia|iasis|philia|plegia|trophy|asthenia|edema|ectasis|thyroidism)s?\b|\b(?:cancers?|tumou?rs?|diseases?|disorders?|syndromes?|infections?|virus\w*|\p{L}*pox|lupus|erythematosus|puberty|urticaria|hives|palsy|pruritus|edema|blindness|atrophy|cirrhosis|gout|hemophilia|ischemia|fibrillation|arrhythmias?|celiac|myopia|cataracts?|ichthyosis|rosacea|gastroparesis|keratoconus|acromegaly|embolism|aneurysms?|alopecia|vitiligo|insomnia|narcolepsy|dementia|seizures|allerg\p{L}+|ulcers?|wounds?|fractures?|infertility|anthrax|ebola|measles|shingles|sickle cell|NASH|MASH|COPD|influenza|covid-19|malaria|hiv|diabetes|obesity|asthma|epilepsy|stroke|migraines?|sepsis|schizophrenia|depression|eczema|acne|hypertension|autism|alzheimer\S*|parkinson\S*|dystroph\p{L}+|degeneration|deficiency|failure|NHL|AML|CLL|DLBCL|NSCLC)\b/iu;

/** People who have no name in common: whoever may vote, buy or take part. */
export const GROUP =
  /\b(?:(?:stock|share|unit|warrant|note)?holders?|owners|investors?|purchasers?|patients?|participants?|subjects|people|adults?|children|adolescents|women|men|individuals|persons|employees|staff|members?|customers?|consumers|clients|users|physicians?|doctors|public|board|directors|committee|management|compan(?:y|ies)|part(?:y|ies)|families|parents|residents|buyers|sellers?|students|retailers|surgeons|clinicians)\b/i;
/** Where a thing is had that has no place: a website, pharmacies, countries. */
export const CHANNEL =
  /\b(?:online|web ?site|web ?page|page|app store|google play|pharmac(?:y|ies)|stores?|retailers?|shops|dealers|distributors|countries|worldwide|globally|virtual(?:ly|-only)?|linkedin|twitter|facebook|instagram|youtube|amazon|proxy statement|form (?:10|8|20)-[kqf]|annual report|edgar|sedar)\b|[\w.+-]+@[\w-]+\.[\w.]+/i;

const PATTERNS: Readonly<Record<KindName, RegExp>> = {
  date: DATE,
  time: /\b\d{1,2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?(?![a-z])|(?=hours?\b(?<=\d{4}\s)))|\b\d{1,2}:\d{2}\b|\bnoon\b|\bmidnight\b|\b(?:before|after|prior to|following)\s(?:the\s)?(?:u\.?s\.?\s)?(?:(?:stock\s)?markets?|opening|close of (?:the )?market|closing bell|opening bell)\b/i,
  money: MONEY,
  percent: PERCENT,
  number: new RegExp(`\\d|\\b${COUNT_WORD}\\b|\\b(?:one|no) (?:patients?|participants?|subjects?)\\b`, 'i'),
  person:
    /\b(?:Dr|Mr|Ms|Mrs|Prof|Professor|Sir)\.?\s+\p{Lu}|\b(?:M\.?D|Ph\.?D|M\.?B\.?A|Pharm\.?D|D\.?O|CPA|Esq|FACS|MBBS)\b\.?|\p{Lu}\p{L}+(?:[ -]\p{Lu}\.?)?[ -]\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?,\s(?:[\p{L}&’' -]{0,40})(?:[Cc]hief|[Pp]resident|[Cc]hair|[Vv]ice|[Dd]irector|[Ff]ounder|[Mm]anag|[Hh]ead|[Oo]fficer|CEO|CFO)|(?:[Ss]ecretary|[Ss]enator|[Mm]inister|[Gg]overnor|[Pp]rofessor|[Mm]ayor|[Aa]mbassador|[Cc]ommissioner|[Gg]eneral)(?:\sof\s\p{Lu}\p{L}+)?,?\s\p{Lu}\p{L}+\s\p{Lu}|(?:[Oo]fficer|CEO|CFO|CMO|COO|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Dd]irector|[Ff]ounders?|[Pp]artners?),?\s\p{Lu}\p{L}+\s\p{Lu}|(?:^|[\s(“"])(?!(?:The|Its?|Our|This|That)\s)\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\.)?[ -]\p{Lu}\p{L}+ (?:(?:has|have|was|were|is|will|had)(?: also)?(?: been| be)? )?(?:re-?)?(?:continues? (?:to (?:lead|serve|run|head)|as)|remains?|joined|joins|appointed|named|elected|promoted|succeeds?|serves?|served|lead|leads|step(?:s|ped)?|retires?|resign(?:s|ed))\b|\b(?:led|chaired|headed|founded|co-founded|moderated|presented|hosted|run|succeeded|replaced|appointed|signed|written|authored|conducted|managed|overseen) by (?:Dr\.\s|Mr\.\s|Ms\.\s)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}|\b(?:[Aa]ppoint(?:ed|s|ing|ment of)|[Nn]am(?:ed|es|ing)|[Hh]ir(?:ed|es|ing)|[Pp]romot(?:ed|es|ing)|[Ee]lect(?:ed|s|ing)|[Ww]elcom(?:ed|es|ing))\s(?:Dr\.\s|Mr\.\s|Ms\.\s)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?\s(?:as|to)\b/u,
  name: /(?<=\S\s)(?:\p{Lu}[\p{L}'’.&-]+|\p{Lu}{2,})|^\p{Lu}[\p{L}'’.-]+\s+\p{Lu}/u,
  place:
    /\b(?:in|at|from|near|across|outside|to|throughout|of)\s+(?:the\s+)?(?:[\p{L}]+\s+)?[A-Z][\p{L}.]+|\b\d+\s+[A-Z]\w+(?:\s\w+)*\s(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Way|Parkway)\b|\b(?:Level|Hall|Room|Booth|Ballroom|Center|Centre|Hotel|Building|Floor)\b|,\s[A-Z][a-z]{1,5}\.|,\s[A-Z]{2}\b/u,
  address:
    /\b\d+\s+(?:\p{Lu}[\p{L}.]*\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Way|Parkway|Place|Plaza|Court|Square|Row|Terrace|Circle|Highway|Loop|Trail|Pike|Wharf|Landing|Crossing|Park|Quay|Mews|Gate)\b/u,
  exchange: EXCHANGE,
  length: new RegExp(
    `\\b(?:\\d[\\d.,]*|${COUNT_WORD}|one)[\\s-]*(?:mm|cm|km|ft|millimet(?:er|re)s?|centimet(?:er|re)s?|met(?:er|re)s?|kilomet(?:er|re)s?|inch(?:es)?|feet|foot|yards?|miles?)\\b`,
    'i',
  ),
  identifier: /\b(?=[A-Z0-9./-]*\d)[A-Z0-9][A-Z0-9./-]{2,}\b|\b[Nn]o\.\s?\d[\d,./-]+/,
  group: GROUP,
  channel: CHANNEL,
  ordinal: /\b\d+(?:st|nd|rd|th)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/i,
  use: new RegExp(
    `\\b(?:treatment of|indicated|to treat|treats?|treating|for (?:the )?(?:use|adults|patients|people|children|detection|diagnosis|prevention|management|reduction|monitoring|relief)|in (?:adults|patients|people|children|women|men)|(?:cleared|clearance|approved|approval|authori[sz]ed|authori[sz]ation) for|detect\\w* of)\\b|${DISEASE.source}`,
    'iu',
  ),
  link: LINK,
  email: /[\w.+-]+@[\w-]+\.[\w.]+/,
  phone: /(?:\+?\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s./-]+\d{3}[\s.-]\d{4}|\+\d[\d\s-]{7,}/,
  phase: /\bphases?\s*(?:\d|i)/i,
  duration: DURATION,
  frequency:
    /\bevery\b|\b(?:daily|weekly|monthly|quarterly|annually|yearly|annual|(?:semi|bi)-?(?:annual(?:ly)?|weekly|monthly)|per annum)\b|\b(?:once|twice|times)\s+(?:a|per|every)\b|\bQ\d+W\b|\bper\s+(?:day|week|month|year)\b/i,
  relativeTime:
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:-|\s)(?:minute|hour|day|week|month|year)s?\s+(?:from|after|following|before|prior|in advance)\b|\b(?:following|after|upon|prior to|before|once|until|within|during|subsequent to|when)\s+(?:the\s+|its\s+|a\s+)?\w+|\b(?:later|early|late|end|beginning)\s+(?:this|in|of|next)\b|\b(?:this|next|coming)\s+(?:(?:few|couple of|several)\s+)?(?:year|month|week|quarter|day)s?\b|\b(?:today|tomorrow|yesterday|immediately|currently|soon)\b|\bno (?:expiration|expiry|end|fixed|maturity)(?: date)?\b|\b(?:not|never) expire\b|\bperpetual\b/i,
  timezone:
    /\b(?:[PECM][SD]?T|GMT|UTC|CES?T|BST|JST|HKT|AEDT|AEST|IST|CST)\b|\b(?:Eastern|Pacific|Central|Mountain|local)\s+(?:Standard\s+|Daylight\s+)?Time\b/,
  status:
    /\b(?:approv\w+|accept\w+|clear(?:ed|ance)|authori[sz]\w+|grant\w*|submit\w+|fil(?:ed|ing)|pending|under review|ongoing|complet\w+|initiat\w+|enroll\w*|on track|withdrawn|terminated|clos(?:ed|ing)|receiv\w+|designat\w+|preparation|planned|underway)\b/i,
};

/** Digits that count nothing: dates, years, times, phases, codes, links and numbers of rules and forms. */
const NO_QUANTITY = new RegExp(
  `https?:\\S+|\\S+@\\S+|\\b${MONTH}\\.?\\s+\\d{1,2}(?:-\\d{1,2})?(?:,?\\s+\\d{4})?|\\b(?:19|20)\\d{2}\\b|\\b\\d{1,2}:\\d{2}|\\b(?:phases?|grades?|no\\.|rule|form|section|item|week|cd|covid)[\\s-]*[\\divab/-]+|\\b\\p{L}+-?\\d\\w*|\\d\\w*-\\p{L}{2,}\\d|\\(?\\d{3}\\)?[-.\\s/]\\d{3}[-.]\\d{4}|\\d+(?:st|nd|rd|th)\\b`,
  'giu',
);

/** The kinds that `text` holds, as bits of KIND. */
export function kindsIn(text: string): number {
  let bits = 0;
  // Hard-wrapped lines break names and dates; the year or number within a link tells nothing.
  const line = text.replace(/\s+/g, ' ');
  const plain = line.replace(/(?:https?:\/\/|www\.)\S+/g, ' ');
  for (const [name, bit] of Object.entries(KIND)) {
    const linked = bit === KIND.link || bit === KIND.email;
    const subject = linked ? line : bit === KIND.number ? plain.replace(NO_QUANTITY, ' ') : plain;
    if (PATTERNS[name as KindName].test(subject)) bits |= bit;
  }
  return bits;
}

/** Labels whose values are names of talks and sessions: what looks like a date or a person in them is none. */
const TITLE_LABEL = /\b(?:title|session|program|track|topic)\b|^presentation$/i;

/** "Session Date and Time" is no title. */
const SCHEDULE_LABEL = /\b(?:dates?|times?|locations?|room|hall|number|no)\b/i;

/** The kinds that a passage can answer with: words of a title or heading are no dates, people or places. */
export function kindsOfPassage(passage: Passage, text: string): number {
  const found = kindsIn(text);
  if (passage.form === 'row' && /\d,\d{3}|\d\.\d/.test(text)) return found | KIND.money;
  const titled =
    passage.form === 'headline' ||
    (passage.form === 'heading' && passage.role !== 'contacts') ||
    (passage.label !== undefined &&
      TITLE_LABEL.test(passage.label.text) &&
      !SCHEDULE_LABEL.test(passage.label.text));
  if (!titled) return found;
  const dated = passage.form === 'label' ? KIND.date | KIND.relativeTime | KIND.time | KIND.number : 0;
  // "European Congress, Vienna, Austria, March 19-22": a heading that names its place.
  const placed =
    /,\s\p{Lu}[\p{L} ]+,\s\p{Lu}[\p{L} ]+,\s(?:\p{Lu}\p{Ll}+\.?\s\d|\d)|\d{4},\s\p{Lu}[\p{L} ]+,\s\p{Lu}/u.test(
      text,
    )
      ? KIND.place
      : 0;
  return (found & ~(KIND.name | KIND.person | KIND.place | dated)) | placed;
}
