import type { Issuer, Passage, Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import type { Citation } from './answer.ts';
import { passageOf } from './index/facts.ts';
import type { Scope } from './index/scope.ts';
import { issuerKey, newestFirst } from './lookups/scope.ts';
import { JOINT, MOST_QUOTED, narrowQuote } from './narrow.ts';
import { asksOverall, inWords, issuerSpellings, type Overall } from './question/overall.ts';
import type { Question } from './question/question.ts';

/**
 * What a release says of its company or of itself as a whole, for whoever asks "what do they do", "where are
 * they based" or "what's the news": such questions have no words that a sentence could be found by.
 * Undefined when nothing of the kind is asked or said, or when releases of several issuers are in scope.
 */
export function overallAnswer(question: Question, scope: Scope): readonly Citation[] | undefined {
  const releases = newestFirst(scope.releases);
  const newest = releases[0];
  const asked = newest === undefined ? undefined : asksOverall(question.read, newest.issuer);
  if (newest === undefined || asked === undefined) return undefined;
  if (new Set(releases.map(issuerKey)).size > 1) return undefined;
  for (const release of asked === 'news' || asked === 'correction' ? [newest] : releases) {
    const citations = citing(release, QUOTES[asked](release));
    if (citations.length > 0) return citations;
  }
  return undefined;
}

/** What is quoted, and what its part has to hold when it is too long to be quoted whole. */
interface Said {
  readonly quote: Quote | undefined;
  readonly telling: RegExp;
}

const QUOTES: Readonly<Record<Overall, (release: Release) => readonly Said[]>> = {
  news: (release) => [
    { quote: release.headline ?? leadOf(release)?.quote, telling: /\bannounc\w+ [^.]{20}/i },
  ],
  correction: (release) => noticesOf(release).map(({ quote }) => ({ quote, telling: /./ })),
  business: businessOf,
  products: (release) => businessOf(release).filter(({ quote }) => MAKES.test(quote?.text ?? '')),
  base: (release) => [{ quote: baseOf(release) ?? placesOf(release), telling: BASED_IN }],
  headquarters: (release) => [{ quote: baseOf(release), telling: BASED_IN }],
};

const MAKES =
  /\b(?:develop|discover|mak|manufactur|produc|suppl|sell|market(?:s|er)|commerciali|offer|provid|retail|distribut|build|design|creat)\w*/i;

const IS_OR_DOES =
  /\b(?:is|are) (?:an?|the|one of|engaged|focus|commit|dedicat|develop|advanc|pioneer|work|leading|transform)|\b(?:develops?|discovers?|designs?|manufactures?|provides?|operates?|speciali[sz]es|offers?|owns?|delivers?|sells?|markets?|makes?|produces?|builds?|invents?|engages|focuses)\b/;

/** The sentence of its boilerplate that says what the company is or does, and its apposition in the lead. */
function businessOf(release: Release): readonly Said[] {
  const about = release.passages.find(
    (passage) => isAboutIssuer(passage, release) && IS_OR_DOES.test(passage.quote.text),
  );
  const lead = leadOf(release);
  const introduced =
    lead !== undefined && namesIssuer(lead, release.issuer) && APPOSITION.test(lead.quote.text);
  return [
    { quote: about?.quote, telling: IS_OR_DOES },
    { quote: introduced ? lead.quote : undefined, telling: APPOSITION },
  ];
}

/** "Acme Inc. (Nasdaq: ACME), a clinical-stage company", also with a second bracket. */
const APPOSITION = /^.{3,160}?,\s(?:an?|the|one of)\s[\p{L}-]+/u;

const BASED_IN =
  /\b(?:headquartered|based|domiciled) (?:in|at|near|out of|outside) (?:\p{Lu}|the \p{Lu}|greater \p{Lu})|\b(?:headquarters|head office|principal (?:executive )?offices?|corporate offices?) (?:is |are )?(?:located )?(?:in|at|near) \p{Lu}|\p{Lu}\p{L}+-based\b/u;
/** The old place and the new one stand side by side: which is meant has to be found by its words. */
const MOVES =
  /\b(?:relocat\w+|mov(?:e|es|ed|ing)\b[^.]{0,40}\b(?:headquarters|offices?)|new (?:\w+ )?headquarters)\b/i;

function baseOf(release: Release): Quote | undefined {
  if (MOVES.test(`${release.headline?.text ?? ''} ${leadOf(release)?.quote.text ?? ''}`)) return undefined;
  const ofIssuer = (passage: Passage): boolean =>
    isAboutIssuer(passage, release) ||
    (passage.role === 'body' && passage === leadOf(release)) ||
    (passage.role !== 'contacts' && startsWithIssuer(passage, release.issuer));
  return release.passages.find(
    (passage) =>
      passage.form === 'sentence' &&
      passage.speaker === undefined &&
      ofIssuer(passage) &&
      BASED_IN.test(passage.quote.text) &&
      !OF_OTHERS.test(passage.quote.text),
  )?.quote;
}

/** "Its subsidiary is based in", "Bergen-based Acme": another's place. */
const OF_OTHERS =
  /\b(?:subsidiar(?:y|ies)|affiliate|partner|customers?|trials?|stud(?:y|ies)|plants?|sites?)\b[^,;]{0,60}\b(?:based|located)\b/i;

const NOTICE =
  /\b(?:should (?:read|be|have)|has been (?:updated|corrected|revised)|corrects?|in error|incorrect\w*|replac\w+|inadvertent\w*|instead of|rather than)\b/i;

/** The notice above a corrected release that says what was wrong, and what it says beside it. */
function noticesOf({ kind, passages }: Release): readonly Passage[] {
  if (kind === 'original') return [];
  const prose = passages.filter(({ form }) => form === 'sentence' || form === 'bullet');
  const telling = prose.find(
    ({ role, quote }) => (role === 'preamble' || role === 'body') && NOTICE.test(quote.text),
  );
  if (telling === undefined) return [];
  const beside = prose.filter((one) => one !== telling && one.paragraph.start === telling.paragraph.start);
  return [telling, ...beside].slice(0, 3);
}

function placesOf({ dateline, passages }: Release): Quote | undefined {
  if (dateline === undefined || dateline.places.length === 0) return undefined;
  return passages.find(({ form }) => form === 'dateline')?.quote ?? dateline.quote;
}

/** The first sentence of the body that is nobody's quotation. */
function leadOf({ passages }: Release): Passage | undefined {
  return passages.find(
    ({ form, role, speaker }) => form === 'sentence' && role === 'body' && speaker === undefined,
  );
}

function isAboutIssuer({ form, role, headings, speaker }: Passage, { issuer }: Release): boolean {
  if (form !== 'sentence' || role !== 'about' || speaker !== undefined) return false;
  const subject = inWords((headings[0]?.text ?? '').replace(/^about\s+/i, ''));
  return (
    subject !== '' &&
    issuerSpellings(issuer).some((name) => name.startsWith(subject) || subject.startsWith(name))
  );
}

function startsWithIssuer({ quote }: Passage, issuer: Issuer): boolean {
  const text = inWords(quote.text);
  return issuerSpellings(issuer).some((name) => text.startsWith(`${name} `));
}

function namesIssuer({ quote }: Passage, issuer: Issuer): boolean {
  const text = ` ${inWords(quote.text)} `;
  return issuerSpellings(issuer).some((name) => text.includes(` ${name} `));
}

function citing(release: Release, said: readonly Said[]): readonly Citation[] {
  const citations: Citation[] = [];
  let room = MOST_QUOTED;
  for (const { quote, telling } of said) {
    const passage = quote === undefined ? undefined : passageOf(release, quote);
    const fitting =
      quote === undefined ? undefined : narrowQuote(release, quote, [], (text) => telling.test(text), room);
    if (passage === undefined || fitting === undefined || fitting.text.length > room) continue;
    citations.push({ quote: fitting, passage, release });
    room -= fitting.text.length + JOINT;
  }
  return citations;
}
