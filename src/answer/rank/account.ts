import { type Corpus, type Entry, stemsOf } from '../index/corpus.ts';
import type { AskedKind } from '../question/asked.ts';
import { expressesKind } from '../question/kind-words.ts';
import type { ScoringContext } from './context.ts';
import { stemsBeside } from './label-block.ts';
import { bestInSet, bestInText, type CompiledUnit, type Occurrences, occurrencesIn } from './match.ts';
import { namesMember } from './member.ts';
import { isOfOccasion } from './occasion.ts';
import { isOfPeriod } from './period.ts';
import { referentStems } from './referents.ts';
import { isClassOfName, isOfCompanyName, meansItsOnly, namesSubject } from './stand-ins.ts';
import { WEIGHTS } from './weights.ts';

/** Stems that every line of an abstract's block is about, though it does not say so. */
const ABSTRACT_WORDS = ['abstract', 'present', 'talk', 'poster', 'paper'];
/** What a line of the contacts is for, though it does not say so. */
const CONTACT_WORDS = ['contact', 'inquiri', 'enquiri', 'question', 'reach'];
/** A sentence that starts so goes on about what the sentence before said. */
const POINTS_BACK =
  /^["“]?(?:\w+ (?:\w+ )?(?:from|of|in|for|to) (?:this|these|those|such|that)\b|this|these|those|such|both|each|(?:financial |further |other )?terms\b(?! of)|the (?:program|transaction|dividend|offering|closing|trial|study|call|acquisition|warrants?|shares|proceeds|analysis|presentation|agreement|approval|data|results|meeting|event|device|product|increase|decrease|decline|improvement|change|growth|reduction))\b/i;
/** A sentence that starts so is about whom or what the sentence before named, whatever it says of it. */
const POINTS_TO_NAME = /^["“]?(?:it|its|they|their|he|she|his|her|the company|the combined company)\b/i;
const ANY_YEAR = /\b(?:19|20)\d\d\b/;
const YEAR = /^(?:19|20)\d\d$/;
/** "Up to" says the most, in words that are too small to be found. */
const MOST = /^(?:max|maximum|most|at most|ceiling|cap|limit)$/;
const UP_TO = /\bup to\b|\bnot (?:to )?exceed\b|\bas many as\b|\bas much as\b/i;
/** Words for whoever holds an office. */
const OFFICE =
  /\b(?:c[efmtsob]o|chief|officer|president|chair\w*|director|executive|exec|interim|acting|boss|head|founder|counsel|treasurer|hire|appointee|manager)\b/;
/** A word as asked, or its strict equivalent. */
const OWN_WORD = 0.9;
/** Words for what has become of a thing, and for what an account counts: another sentence's are another's. */
const DONE =
  /^(?:approv|accept|clear|authori|reject|refus|cancel|complet|terminat|withdr|launch|clos|sign|grant|submit|fil(?:e|ing)|revenue|sales|income|loss|profit|margin|cash|debt|earnings|eps|dividend|expenses?|net$|gross$|(?:net|gross|operating|adjusted) (?:income|loss|profit|sales|revenue|margin|proceeds))/i;

/** How well an entry accounts for one unit of the question. */
export interface Account {
  readonly quality: number;
  /** In the entry itself, its label, headings or what its layout implies, not in a neighbour. */
  readonly own: boolean;
  readonly position: number;
}

/** How well an entry accounts for each unit, by where it does: its own words count most. */
export function accountsOf(
  entry: Entry,
  context: ScoringContext,
  occurrences: Occurrences,
  kindPresent: boolean,
): Account[] {
  const { corpus, question, units } = context;
  const { kind, needs } = question.wanted;
  const previous = entry.before >= 0 ? corpus.entries[entry.before] : undefined;
  const before = previous === undefined ? undefined : occurrencesIn(previous, context.relevant);
  const introduced = entry.intro >= 0 ? corpus.entries[entry.intro] : undefined;
  const intro = introduced === undefined ? undefined : occurrencesIn(introduced, context.relevant);
  const near = previous?.passage.paragraph.start === entry.passage.paragraph.start;
  const pointed = POINTS_BACK.test(entry.quote.text);
  const named = POINTS_TO_NAME.test(entry.quote.text);
  const the = /^The [a-z]/.test(entry.quote.text);
  const beforeFactor = (unit: CompiledUnit): number => {
    // What was done is said where it was done: "accepted" here is not "approved" a sentence before.
    if (DONE.test(unit.read)) return pointed ? WEIGHTS.beforePointed : 0;
    if (pointed || (named && unit.critical)) return WEIGHTS.beforePointed;
    if (the) return WEIGHTS.beforeThe;
    return near ? WEIGHTS.before : 0;
  };
  const headings = corpus.headingStems(entry);
  const titles = corpus.titleStems(entry);
  const links = corpus.linkStems(entry);
  const spokenOrPerson = entry.passage.speaker !== undefined || entry.person;
  const headingFactor = spokenOrPerson ? WEIGHTS.headingOfSpeech : WEIGHTS.heading;
  const implied = impliedStems(entry, corpus);
  const issuer = context.issuerStems(entry);
  const headline = context.headlineStems(entry);
  const below = isSubheadline(entry);
  const headlineFactor = (unit: CompiledUnit): number =>
    below && unit.critical && namesSubject(unit, entry) ? WEIGHTS.subheadline : WEIGHTS.headline;
  const referents = referentStems(entry, corpus);
  // Whoever asks who holds an office is not answered by somebody else's name beside its holder's.
  const asksName = kind === 'person' || kind === 'name';

  // A line of an abstract's block implies that there is an abstract, not all that is like one.
  const impliedLeast = entry.implied.length > 0 ? 0 : OWN_WORD;
  const ofOneYear = units.some(({ read }) => YEAR.test(read)) && ANY_YEAR.test(entry.quote.text);
  const accountOf = (unit: CompiledUnit): Account => {
    // A sentence that names a year is of that one, whatever year the sentence before it names.
    const ofOtherYear = ofOneYear && YEAR.test(unit.read);
    const inText = bestInText(unit, occurrences);
    const own = Math.max(
      needs !== 0 && kindPresent && (expressesKind(kind, unit.read) || presents(entry, kind, unit))
        ? WEIGHTS.kindSaid
        : 0,
      inText.quality * WEIGHTS.text,
      bestInSet(unit, headings) * headingFactor,
      titles.size > 0 ? bestInSet(unit, titles) * WEIGHTS.title : 0,
      links.size > 0 ? bestInSet(unit, links) * WEIGHTS.link : 0,
      implied.size > 0 ? bestInSet(unit, implied, impliedLeast) * WEIGHTS.implied : 0,
      bestInSet(unit, issuer) * WEIGHTS.issuer,
      context.namesIssuer(unit, entry.release) ? WEIGHTS.issuer : 0,
    );
    const member =
      own < WEIGHTS.member &&
      (namesMember(unit.read, entry) || (MOST.test(unit.read) && UP_TO.test(entry.quote.text)))
        ? WEIGHTS.member
        : 0;
    const nearby = Math.max(
      member,
      referents.size > 0 && (asksName ? isCapitalized(unit) : unit.critical || OFFICE.test(unit.read))
        ? bestInSet(unit, referents) * WEIGHTS.referent
        : 0,
      isOfPeriod(unit.read, entry) || isOfOccasion(unit.read, entry) ? WEIGHTS.period : 0,
      intro === undefined ? 0 : bestInText(unit, intro).quality * WEIGHTS.intro,
      before === undefined || ofOtherYear ? 0 : bestInText(unit, before).quality * beforeFactor(unit),
      bestInSet(unit, headline) * headlineFactor(unit),
      meansItsOnly(unit, entry, question.read, bestInSet(unit, headline) >= OWN_WORD) ? WEIGHTS.standIn : 0,
    );
    const whole = { quality: Math.max(own, nearby), own: own >= nearby, position: inText.position };
    return unit.parts.length === 0 ? whole : betterOf(whole, unit.parts.map(accountOf));
  };
  const accounts = units.map(accountOf);
  return accounts.map((account, at) => {
    const named = accounts[at - 1];
    const isClass =
      isClassOfName(units[at - 1], units[at], question.read) ||
      isOfCompanyName(units[at - 1], units[at], entry);
    // "The CORDAGE trial": where CORDAGE stands, nobody has to say that it is a trial.
    return isClass && named?.own === true && named.quality > Math.max(account.quality, OWN_WORD) - 0.01
      ? { ...account, quality: Math.max(account.quality, WEIGHTS.classOfName), own: true }
      : account;
  });
}

/** A line between the headline and the dateline: it goes on about what the headline names. */
function isSubheadline({ release, passage, implied }: Entry): boolean {
  const { headline, dateline } = release;
  return (
    headline !== undefined &&
    dateline !== undefined &&
    implied.length === 0 &&
    passage.role === 'body' &&
    passage.quote.start >= headline.end &&
    passage.quote.end <= dateline.quote.start
  );
}

/** "9:50 a.m. - Technology roadmap: Katarina Holub": a line of an agenda need not say who presents. */
function presents({ passage }: Entry, kind: AskedKind, { read }: CompiledUnit): boolean {
  return kind === 'person' && passage.form === 'label' && PRESENTING.test(read);
}

const PRESENTING =
  /\b(?:present(?:s|ing|er|ed)?|speak(?:s|ing|er)?|spoke|talk(?:s|ing)?|lead(?:s|ing)?|giv(?:es|ing)|host(?:s|ing)?)$/;

/** "Who will Heidi Marchetti report to": a name that the question gives is not what it asks. */
function isCapitalized({ critical, typed }: CompiledUnit): boolean {
  return critical && /^\p{Lu}\p{Ll}/u.test(typed);
}

/** A phrase as a whole, or by its words if that is better. */
function betterOf(whole: Account, parts: readonly Account[]): Account {
  const least = Math.min(...parts.map(({ quality }) => quality)) * WEIGHTS.parts;
  if (least <= whole.quality) return whole;
  return {
    quality: least,
    own: parts.every((part) => part.own),
    position: parts.find(({ position }) => position >= 0)?.position ?? -1,
  };
}

const impliedCache = new WeakMap<Corpus, ReadonlySet<number>>();
const contactCache = new WeakMap<Corpus, ReadonlySet<number>>();
const NOTHING: ReadonlySet<number> = new Set();

function impliedStems(entry: Entry, corpus: Corpus): ReadonlySet<number> {
  if (entry.implied.length > 0) return new Set(entry.implied);
  if (entry.passage.role === 'contacts') return stemsImplied(contactCache, CONTACT_WORDS, corpus);
  const beside = stemsBeside(entry, corpus);
  if (beside.size > 0) return beside;
  if (entry.passage.role !== 'abstract') return NOTHING;
  const words = stemsImplied(impliedCache, ABSTRACT_WORDS, corpus);
  const block = wordsOfBlock(entry);
  return block === '' ? words : new Set([...words, ...stemsOf(block, corpus.vocabulary).stems]);
}

const POSTER = /\bposters?\b/i;

/** "Oral", "Saturday, December 5" and "Hall B", for every line of the block of that talk. */
function wordsOfBlock({ release, passage: { quote } }: Entry): string {
  const block = release.abstracts.find(({ span }) => span.start <= quote.start && quote.end <= span.end);
  // At a congress whose posters are in sessions of that name, the other talks are oral.
  const oral =
    block?.type === undefined &&
    block?.session !== undefined &&
    !POSTER.test(block.session.text) &&
    release.abstracts.some(({ session }) => session !== undefined && POSTER.test(session.text));
  return [
    oral ? { text: 'oral' } : undefined,
    block?.type,
    block?.session,
    block?.date?.quote,
    block?.location,
  ]
    .map((told) => told?.text ?? '')
    .join(' ')
    .trim();
}

function stemsImplied(
  cache: WeakMap<Corpus, ReadonlySet<number>>,
  words: readonly string[],
  corpus: Corpus,
): ReadonlySet<number> {
  const known = cache.get(corpus);
  if (known !== undefined) return known;
  const found = new Set(words.flatMap((word) => corpus.vocabulary.find(word) ?? []));
  cache.set(corpus, found);
  return found;
}
