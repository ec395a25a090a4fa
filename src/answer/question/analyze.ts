import { wantedBy } from './asked.ts';
import { codeAt } from './code-units.ts';
import { type Question, type ReadingScope, type Unit, WEIGHT } from './question.ts';
import { withSides } from './sides.ts';
import { unitAt } from './units.ts';
import { readWords, type Word } from './words.ts';

/** Reads a question against what the releases in scope contain. Never throws. */
export function analyze(text: string, scope: ReadingScope): Question {
  const words = readWords(text, scope);
  const read = words.map((word) => word.form).join(' ');
  const asked = `${read}${/=\s*\?*\s*$/.test(text) ? ' =?' : ''}${/^\s*#/.test(text) ? ' number of' : ''}${/%/.test(text) ? ' percentage' : ''}`;
  const wanted = wantedBy(asked);
  const units: Unit[] = [];
  const unknownCodes: { typed: string; key: string }[] = [];
  const places: number[] = [];
  let index = 0;
  while (index < words.length) {
    const code = codeAt(words, index, scope);
    if (code !== undefined) {
      if (!code.known) unknownCodes.push({ typed: code.typed, key: code.key });
      const keys = code.known ? code.keys : [code.key];
      const alternatives = keys.map((key) => ({ stems: [key], quality: 1 }));
      units.push({
        typed: code.typed,
        read: code.key,
        alternatives,
        weight: WEIGHT.code,
        critical: true,
        required: true,
        subject: true,
      });
      places.push(index);
      index += code.length;
      continue;
    }
    const { unit, length } = unitAt(words, index, scope);
    if (unit !== undefined) {
      units.push(unit);
      places.push(index);
    }
    index += length;
  }
  const counted = wanted.kind === 'count' ? countedUnit(units, places, words) : undefined;
  const head = headUnit(units, places, words);
  // Whoever is treated, attends or invests is people: only a count of them has to find them.
  units.forEach((unit, at) => {
    const raised = RAISED.test(read) && MONEY.test(unit.read);
    const listed = INDEX.test(read) && STOCK.test(unit.read);
    const served =
      (wanted.kind === 'date' || wanted.kind === 'duration') && at !== head && SERVED.test(unit.read);
    const afterwards =
      units.length > 1 && at !== head && AFTERWARDS.exec(read)?.[1] === unit.read.split(' ').at(-1);
    const advised = units.length > 1 && ADVISED.exec(read)?.[1] === unit.read.split(' ').at(-1);
    if (
      counted?.includes(at) !== true &&
      (raised || listed || served || afterwards || advised || PEOPLE.test(unit.read))
    )
      units[at] = { ...unit, weight: WEIGHT.soft, required: false };
  });
  return {
    text,
    read,
    units: withSides(units, places, words),
    wanted,
    ...(counted === undefined ? {} : { counted }),
    ...(head === undefined ? {} : { head }),
    unknownCodes,
  };
}

/** "Who will run it after the acquisition": every release of one speaks of what comes after. */
const AFTERWARDS =
  /\b(?:after|following|once|post) (?:the |this |that )?(acquisition|merger|deal|transaction|closing|takeover|combination|split|spin-?off)\s*(?:is done|closes|completes|is completed)?\s*$/;
/** "Which law firm advised on the listing": an adviser's deal is the release's. */
const ADVISED =
  /\b(?:advis\w+|law firm|lawyers?|counsel|represent\w*|bankers?)\b.*\b(?:on|in|for|with) (?:the |this |its |their )?(?:\w+ )?(sale|deal|transaction|merger|listing|uplisting|offering|acquisition|takeover|ipo)\s*$/;
/** "How much cash did they raise": the proceeds are cash, whatever the release calls them. */
const RAISED =
  /\b(?:rais\w+|pull\w* in|bring\w* in|brought in|collect\w*|rak\w+ in|take in|took in|how much (?:cash|money) (?:do|does|did|will|would) \w+ (?:get|receive|pay))\b/;
/** "Is the stock in the Russell 2000": an index includes the company, and so its stock. */
const INDEX = /\b(?:ind(?:ex|exes|ices)|russell|s&p|s p|msci|ftse|nasdaq 100|dow jones)\b/;
const STOCK = /^(?:stock|stocks|shares?|equity|ticker)$/;
const MONEY = /^(?:cash|money|funds|capital|dollars|bucks)$/;
/** Whoever gets a product: when it is available does not hang on them. */
const SERVED =
  /^(?:hospitals?|doctors?|physicians?|clinics?|consumers?|users?|shoppers?|customers?|holders?|warrantholders?)$/;
const PEOPLE = /^(?:people|persons?|patients?|folks|subjects?|participants?|investors?|individuals?)$/i;

/** The thing counted: the nouns after "how many" or "number of", or what a phrase of ours counts itself. */
function countedUnit(
  units: readonly Unit[],
  places: readonly number[],
  words: readonly Word[],
): readonly number[] | undefined {
  // "How many hospitals" may be a phrase of ours, which then counts itself.
  const whole = units.findIndex(({ typed }) => /^(?:how )?many \S|number of \S/i.test(typed));
  if (whole >= 0) return [whole];
  const asking = words.findIndex((word) => word.form === 'many' || word.form === 'number');
  const after = units.findIndex(
    (unit, index) => (places[index] ?? 0) > asking && unit.weight > WEIGHT.asking,
  );
  if (after < 0) return undefined;
  // "How many drug candidates": a number by any noun of the run counts; one by a name would not.
  const run = [after];
  for (let next = after + 1; next < units.length; next += 1) {
    const apart = (places[next] ?? 0) - (places[next - 1] ?? 0) - (wordsIn(units[next - 1]) - 1);
    if (apart > 1 || (units[next]?.weight ?? 0) <= WEIGHT.soft) break;
    run.push(next);
  }
  // What is counted is in the plural: "state dental associations endorse".
  const plural = run.find((at) => units[at]?.critical === false && holdsPlural(units[at]?.typed ?? ''));
  if (plural !== undefined) return [plural];
  const nouns = run.filter((at) => units[at]?.critical === false);
  return nouns.length === 0 ? [after] : nouns;
}

function holdsPlural(typed: string): boolean {
  return typed.split(' ').some((word) => PLURAL.test(word));
}

const PLURAL = /(?:[^su]s|people|patients|children|men|women|feet)$/i;

/** Words between the asking word and the thing asked for. */
const LEADS = /^(?:name|names|of|the|their|its|is|are|was|were|be|a|an|much|s)$/;

/** "Which railway group placed the order": the deed is no part of the noun. */
const DEED = /^[a-z]{3,}ed\b/;

/** The last noun of the run that follows "what", "which", "who are the", "name of the" or "how much". */
function headUnit(
  units: readonly Unit[],
  places: readonly number[],
  words: readonly Word[],
): number | undefined {
  const asking = words.findIndex(({ form }) => /^(?:what|which|who|whats|whos|much|name)$/.test(form));
  const verb = words[asking]?.form === 'much' && /^(?:is|are|was|were)$/.test(words[asking + 1]?.form ?? '');
  if (verb) return undefined;
  if (asking < 0) return undefined;
  let next = asking + 1;
  while (next < words.length && LEADS.test(words[next]?.form ?? '')) next += 1;
  let found = places.indexOf(next);
  if (found < 0) return undefined;
  const goesOn = (at: number): boolean =>
    places[at + 1] === (places[at] ?? 0) + wordsIn(units[at]) &&
    (units[at + 1]?.weight ?? 0) > WEIGHT.soft &&
    !DEED.test(units[at + 1]?.read ?? '');
  while (goesOn(found)) found += 1;
  return found;
}

function wordsIn(unit: Unit | undefined): number {
  return unit?.read.split(' ').length ?? 1;
}
