import type { Release } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';
import type { CompiledUnit } from './match.ts';

/** "The Alderquist deal" is "the transaction" of a release whose headline names Alderquist. */
const THE_DEAL = /\bthe (?:proposed )?(?:transaction|acquisition|merger|deal|sale|combination)\b/i;

function dealIsOf({ read: name }: CompiledUnit, read: string): boolean {
  return /^ (?:deal|acquisition|transaction|merger|takeover|purchase|sale|buyout)\b/.test(
    read.split(name)[1] ?? '',
  );
}

const THE_TRIAL = /\b(?:the|this) (?:\p{L}+ )?(?:trial|study)\b/iu;
const TRIAL_NAME = /(?<![\p{L}\p{N}-])(\p{Lu}[\p{Lu}\p{N}-]{3,})(?=[™®]?\s(?:trial|study|Phase|program))/gu;
const trialsOf = new WeakMap<Release, ReadonlySet<string>>();

/** Whether the release speaks of one trial by name, and this is its name: "the trial" means no other. */
function isOnlyTrial(typed: string, release: Release): boolean {
  const known = trialsOf.get(release);
  const names =
    known ?? new Set([...release.text.matchAll(TRIAL_NAME)].map(([, name]) => (name ?? '').toLowerCase()));
  if (known === undefined) trialsOf.set(release, names);
  return names.size === 1 && names.has(typed.toLowerCase());
}

/** Whether a passage that says "the trial" or "the transaction" speaks of the one that the question names. */
export function meansItsOnly(
  unit: CompiledUnit,
  { quote, release }: Entry,
  read: string,
  inHeadline: boolean,
): boolean {
  if (!unit.critical) return false;
  if (inHeadline && THE_DEAL.test(quote.text) && dealIsOf(unit, read)) return true;
  return THE_TRIAL.test(quote.text) && isOnlyTrial(unit.typed, release);
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
