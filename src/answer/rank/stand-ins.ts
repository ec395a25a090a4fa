import type { Release } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';
import { foldKey } from '../text/fold.ts';
import type { CompiledUnit } from './match.ts';

/** "The Alderquist deal" is "the transaction" of a release whose headline names Alderquist. */
const THE_DEAL = /\bthe (?:proposed )?(?:transaction|acquisition|merger|deal|sale|combination)\b/i;

function dealIsOf({ read: name }: CompiledUnit, read: string): boolean {
  return /^ (?:deal|acquisition|transaction|merger|takeover|purchase|sale|buyout)\b/.test(
    read.split(name)[1] ?? '',
  );
}

/** A passage that speaks of a trial, by its word or by what only trials have. */
const OF_TRIAL =
  /\b(?:the|this|both|these|each|all|two) (?:\p{L}+ ){0,2}(?:trials?|stud(?:y|ies))\b|\b(?:top-?line|interim analys[ie]s|(?:lead|principal) investigator|(?:patients|participants|subjects) (?:are|were|will be) (?:being )?(?:randomi[sz]ed|enrolled|dosed|recruited)|primary (?:endpoint|completion)|readout|^trial (?:met|achieved|failed)|(?:first|last) (?:patients?|participants?|subjects?)|(?:trial|study) (?:to|will|is expected to|is designed to) enroll|(?:patients|participants|subjects) (?:dosed|randomi[sz]ed|enrolled) (?:at|across|in)|(?:patients|participants|subjects) (?:to|will) be (?:dosed|randomi[sz]ed|enrolled))\b/iu;
const TRIAL_NAME =
  /(?<![\p{L}\p{N}-]|\p{Lu}{2}\s)(\p{Lu}[\p{Lu}\p{N}-]{3,})(?=[™®]?,?\s(?:[Tt]rials?|[Ss]tudy|[Ss]tudies|Phase|program|and \p{Lu}{4}|(?:is |was )?an? (?:[\p{L}-]+,? ){0,5}(?:[Pp]hase|trial|study)))|(?<=\b(?:trial|study),? \(?(?:(?:known as|called|named|dubbed) )?)(\p{Lu}[\p{Lu}\p{N}-]{3,})(?![\p{L}\p{N}-])/gu;
const PHASE_NAME = /\bphase[\s-]*(\d[ab]?|i{1,3}[ab]?|iv)\b/giu;
const trialsOf = new WeakMap<Release, ReadonlySet<string>>();
const phasesOf = new WeakMap<Release, ReadonlySet<string>>();

function namesFound(
  cache: WeakMap<Release, ReadonlySet<string>>,
  release: Release,
  pattern: RegExp,
): ReadonlySet<string> {
  const known = cache.get(release);
  if (known !== undefined) return known;
  const found = new Set(
    [...release.text.matchAll(pattern)].flatMap(
      ([, name, after]) => arabic((name ?? after ?? '').toLowerCase()) || [],
    ),
  );
  cache.set(release, found);
  return found;
}

function arabic(name: string): string {
  return name.replace(/^i{1,3}(?=[ab]?$)/, (ones) => String(ones.length)).replace(/^iv$/, '4');
}

/** Whether a word, in small letters, is the name of one of the release's trials. */
export function isTrialName(release: Release, form: string): boolean {
  return namesFound(trialsOf, release, TRIAL_NAME).has(form);
}

/** Whether the passage names a trial: nobody need say that QUIET-1 is one. */
export function namesTrial({ release, quote }: Entry): boolean {
  const text = quote.text.toLowerCase();
  return [...namesFound(trialsOf, release, TRIAL_NAME)].some((name) => text.includes(name));
}

/** Whether this is the one phase that the headline, or else the release, names, and the paragraph so far no other. */
function isOnlyPhase(asked: string, { release, quote, passage }: Entry): boolean {
  if (!/^\d[ab]?$/.test(asked)) return false;
  const ofHeadline = phasesIn(release.headline?.text ?? '');
  const phases = ofHeadline.size > 0 ? ofHeadline : namesFound(phasesOf, release, PHASE_NAME);
  const near = phasesIn(release.text.slice(passage.paragraph.start, quote.end));
  return phases.size === 1 && phases.has(asked) && near.size === 0;
}

/** "The lead investigator of the phase 3 study": of the one phase that the headline names. */
function hasOnePhase({ release }: Entry): boolean {
  return phasesIn(release.headline?.text ?? '').size === 1;
}

function phasesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(PHASE_NAME)].map(([, name]) => arabic((name ?? '').toLowerCase())));
}

/** Whether the release speaks of one trial by name or phase, and this is it: "the trial" means no other. */
function isOnlyTrial(typed: string, entry: Entry): boolean {
  const { release, quote } = entry;
  // "Vesper 2" is VESPER-2.
  const asked = typed.toLowerCase().replace(/\s+(?=\d)/g, '-');
  // "Results from ORCHARD-1" are none of ORCHARD-2.
  const family = asked.replace(/-?\d.*$/, '');
  if (family.length > 3 && quote.text.toLowerCase().includes(family)) return false;
  const names = namesFound(trialsOf, release, TRIAL_NAME);
  // "CLARION" for CLARION-1 and CLARION-2.
  if (names.size > 0 && [...names].every((name) => name === asked || name.startsWith(`${asked}-`)))
    return true;
  return isOnlyPhase(asked.replace(/^ph?(?=\d)/, ''), entry);
}

/** What only a medicine has: nobody need say which, where the release is about one. */
const OF_PRODUCT =
  /\b(?:commercial(?:ly)? (?:launch|availab)|launch|wholesale acquisition cost|list price|adverse (?:reactions|events)|side effects|recommended (?:starting )?(?:dose|dosage)|by prescription|boxed warning|finished product|drug product|half-life|(?:european commission|regulatory|marketing authori[sz]ation|approval|fda) decision|pdufa|prescribing information|(?:approve|accept|review|resubmit\w*) the (?:application|nda|bla|submission)|complete response letter|patent issuing|patents? (?:is|are) expected)/i;

const unmarkedTexts = new WeakMap<Release, string>();

/** The text in small letters, without the marks of registered names. */
function unmarkedText(release: Release): string {
  const known = unmarkedTexts.get(release);
  if (known !== undefined) return known;
  const found = unmarked(release.text);
  unmarkedTexts.set(release, found);
  return found;
}

function unmarked(text: string): string {
  return text.toLowerCase().replace(/[®™]/g, '');
}

/** "VELSORIA (tirvolimab)": two names of one product; those of a list are not. */
function areOne(release: Release, one: string, other: string): boolean {
  const text = unmarkedText(release);
  const [a, b] = [unmarked(one), unmarked(other)];
  return text.includes(`${a} (${b}`) || text.includes(`${b} (${a}`);
}

/** Whether the headline names one product, this, and the passage names no other. */
function isOnlyProduct(unit: CompiledUnit, { release, quote }: Entry): boolean {
  const asked = foldKey(unit.read);
  const products = release.entities
    .filter(({ kind }) => kind === 'product')
    .map(({ name }) => ({ name: name.text, key: foldKey(name.text) }));
  const own = products.filter(({ key }) => key.includes(asked));
  if (own.length === 0) return false;
  const headline = foldKey(release.headline?.text ?? '');
  const text = foldKey(quote.text);
  const others = products.filter(
    (one) => !own.includes(one) && !own.some(({ name }) => areOne(release, name, one.name)),
  );
  return !others.some(({ key }) => text.includes(key) || headline.includes(key));
}

/** Whether a word of the question names a product or a trial of the release. */
export function namesSubject({ read }: CompiledUnit, { release }: Entry): boolean {
  const asked = foldKey(read);
  return (
    isTrialName(release, read.replace(/\s+(?=\d)/g, '-')) ||
    release.entities.some(({ kind, name }) => kind === 'product' && foldKey(name.text) === asked)
  );
}

const THE_SITE =
  /\b(?:the|this|its) (?:new |[\d,]+[- ]square[- ]foot |state-of-the-art ){0,2}(?:site|facility|plant|factory|building|campus|laborator\p{L}+)\b/iu;

const SITE = '(?:facility|site|plant|factory|building|campus|lab)';

/** "The Durham facility" is "the 96,000-square-foot site" of a release whose headline names Durham. */
function siteIsAt({ read: name }: CompiledUnit, read: string): boolean {
  const place = name.replace(/[^\p{L}\p{N} ]/gu, '.');
  return new RegExp(`\\b${place} ${SITE}|\\b${SITE} (?:is )?(?:in|at) ${place}\\b`, 'u').test(read);
}

/** Whether a passage that says "the trial", "the site" or "the transaction" speaks of the one that the question names. */
export function meansItsOnly(unit: CompiledUnit, entry: Entry, read: string, inHeadline: boolean): boolean {
  const { quote } = entry;
  if (unit.read === 'phase') return OF_TRIAL.test(quote.text) && hasOnePhase(entry);
  if (!unit.critical) return false;
  if (inHeadline && THE_DEAL.test(quote.text) && dealIsOf(unit, read)) return true;
  if (inHeadline && THE_SITE.test(quote.text) && siteIsAt(unit, read)) return true;
  if (inHeadline && OF_PRODUCT.test(quote.text) && isOnlyProduct(unit, entry)) return true;
  if (isOnlyPhase(unit.read, entry) && namesTrial(entry)) return true;
  return OF_TRIAL.test(quote.text) && isOnlyTrial(unit.typed, entry);
}

/** "Solenne Filtration" is meant where a passage says "Solenne". */
export function isOfCompanyName(
  name: CompiledUnit | undefined,
  unit: CompiledUnit | undefined,
  entry: Entry,
): boolean {
  if (name?.critical !== true || unit?.critical !== true) return false;
  const pair = `${name.read} ${unit.read}`;
  return entry.release.entities.some(
    ({ kind, name: { text } }) => kind === 'company' && text.toLowerCase().includes(pair),
  );
}

/** Words for what a name before them names. */
const CLASS_OF_NAME =
  /^(?:trials?|stud(?:y|ies)|program(?:me)?s?|drugs?|medicines?|tablets?|capsules?|injections?|cream|vaccine|therapy|treatment|system|device|platform|robot|conference|meeting|congress|summit|forum|symposium|index|exchange|project|mine|plant|facility|fund|bank|group|company|deal|acquisition|app|software|brand|test|poster|abstract|talk|agreement)$/;

/** Whether a word names the class of the name before it: nobody has to say that CORDAGE is a trial. */
export function isClassOfName(
  name: CompiledUnit | undefined,
  unit: CompiledUnit | undefined,
  read: string,
): boolean {
  return (
    name?.critical === true &&
    /\p{Lu}|\d/u.test(name.typed) &&
    unit !== undefined &&
    CLASS_OF_NAME.test(unit.read) &&
    read.includes(`${name.read} ${unit.read}`)
  );
}
