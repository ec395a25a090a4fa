import type { Entry } from '../index/corpus.ts';
import { KIND } from '../index/kinds.ts';
import type { Question } from '../question/question.ts';
import { type Account, accountsOf } from './account.ts';
import type { ScoringContext } from './context.ts';
import { covered, isOpen } from './coverage.ts';
import { featuresOf } from './features.ts';
import { isContradicted } from './guards.ts';
import { type CompiledUnit, occurrencesIn } from './match.ts';
import { type FeatureValues, modelScore } from './model.ts';
import { holdsWanted } from './wanted.ts';

/** What an entry holds of a question. */
export interface Scored {
  readonly entry: Entry;
  readonly features: FeatureValues;
  /** Log odds that this entry answers, against refusing. */
  readonly score: number;
  /** Share of the question's weight that is accounted for, 0 to 1. */
  readonly coverage: number;
  /** For each unit how well it is accounted for, 0 to 1. */
  readonly accounted: readonly number[];
  readonly kindPresent: boolean;
  /** None of its own words is asked for. */
  readonly silent: boolean;
  /** A contact block or the wire's name, when nobody asks for one: its names are no news. */
  readonly offTopic: boolean;
  /** The matching words mean something else here. */
  readonly contradicted: boolean;
  /** Token numbers of the words that account for the question. */
  readonly positions: readonly number[];
}

/** Measures one entry against a question. */
export function scoreEntry(entry: Entry, context: ScoringContext): Scored {
  const { question, units } = context;
  const occurrences = occurrencesIn(entry, context.relevant);
  const { held: kindPresent, told } = holdsWanted(entry, context, occurrences);
  const accounts = accountsOf(entry, context, occurrences, kindPresent);
  const accounted = accounts.map(({ quality }) => quality);
  const positions = accounts.map(({ position }) => position).filter((position) => position >= 0);
  const features = featuresOf(entry, context, accounts, kindPresent, told);
  return {
    entry,
    features,
    score: modelScore(features),
    coverage: covered(units, accounted, () => true),
    accounted,
    kindPresent,
    silent:
      (entry.passage.form === 'heading' && saysOnlySubject(units, accounts)) ||
      borrowed(units, accounts) ||
      (positions.length === 0 &&
        entry.implied.length === 0 &&
        !tellsKind(features, question.wanted.needs) &&
        !(question.wanted.kind === 'date' && entry.passage.form === 'label' && features['kindStrong'] === 1)),
    offTopic:
      FOLLOWS.test(entry.quote.text) ||
      (entry.passage.role === 'contacts' && !asksForContact(question) && !holdsOffice(entry, question)) ||
      (entry.wire && (!CARRIED.test(question.read) || DEALT.test(question.read))) ||
      (entry.passage.role === 'preamble' && NOTICE.test(entry.quote.text) && !OF_NOTICE.test(question.read)),
    // Only an entry that would answer is read for what contradicts it: reading costs.
    contradicted:
      kindPresent &&
      !units.some((unit, at) => isOpen(unit, at, accounted, units)) &&
      isContradicted(entry, question),
    positions,
  };
}

/** "The complete, corrected release follows:" tells nothing itself. */
const FOLLOWS = /corrected (?:news |press )?release follows\s*:?$/i;
/** Asks who carried the release. */
const CARRIED =
  /wire|\b(?:prn|gnw|bw|distribut(?:ed|es|or)|carr(?:y|ied|ies)|circulat\w*|press service|published|put out|sent out|sent)\b/;

/** A distributor of products is no newswire. */
const DEALT = /\b(?:agreements?|partners?|deal|contract|rights|products?|drugs?)\b/;

/** The notice of a correction quotes what was wrong, and names whoever found it. */
const NOTICE = /\b(?:we are advised|issued \d|should read|has been (?:updated|corrected)|news release,)/i;
const OF_NOTICE =
  /correct|chang|error|mistake|wrong|updat|replac|fix|original|earlier|headline|issued|advised by/;

const CONTACT =
  /\b(?:contacts?|(?:investors?|media|press) (?:questions?|inquir\w+|enquir\w+)|in touch|reach|call|write to|phone|telephone|e-?mail|fax|address|investor relations|ir|press|media|spokes\w+|pr|journalists?|website|web ?site|url|agency)\b/;

function asksForContact({ wanted, read }: Question): boolean {
  return wanted.kind === 'email' || wanted.kind === 'phone' || CONTACT.test(read);
}

/** "CFO name": a contact's line may be the only one that tells who holds the office. */
function holdsOffice({ person, quote }: Entry, { read }: Question): boolean {
  return (person || /\bvice president|\bVP\b/i.test(quote.text)) && OFFICE.test(read);
}

const OFFICE =
  /\b(?:vice president|vp|head of|c[efmtsob]o|chief \w+(?: officer)?|president|chair\w*|general counsel)\b/;

/** Kinds that nearly every passage holds: holding one of them says nothing by itself. */
const WEAK = KIND.name | KIND.place | KIND.number | KIND.relativeTime;

/** Whether the entry is plainly of the kind asked for: "Date: …" for "088 when?". */
function tellsKind({ labelKind }: FeatureValues, needs: number): boolean {
  return needs !== 0 && ((needs & WEAK) === 0 || labelKind === 1);
}

/** Whether all that stands in the entry of the question is the product's name. */
function saysOnlySubject(units: readonly CompiledUnit[], accounts: readonly Account[]): boolean {
  return units.every((unit, at) => unit.subject || unit.weight < 0.5 || (accounts[at]?.position ?? -1) < 0);
}

/** Whether most of what is asked stands only in the sentence before: then that one answers, or none. */
function borrowed(units: readonly CompiledUnit[], accounts: readonly Account[]): boolean {
  return (
    units.filter(
      (unit, at) =>
        unit.required && !unit.critical && accounts[at]?.own === false && (accounts[at]?.quality ?? 0) < 0.5,
    ).length >= 2
  );
}
