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
  const asked = `${read}${/=\s*\?*\s*$/.test(text) ? ' =?' : ''}${/^\s*#/.test(text) ? ' number of' : ''}`;
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
  // Whoever is treated, attends or invests is people: only a count of them has to find them.
  units.forEach((unit, at) => {
    if (at !== counted && PEOPLE.test(unit.read))
      units[at] = { ...unit, weight: WEIGHT.soft, required: false };
  });
  return {
    text,
    read,
    units: withSides(units, places, words),
    wanted,
    ...(counted === undefined ? {} : { counted }),
    unknownCodes,
  };
}

const PEOPLE = /^(?:people|persons?|patients?|folks|subjects?|participants?|investors?|individuals?)$/i;

/** The thing counted: the first weighty unit after "how many" or "number of", else the first of all. */
function countedUnit(
  units: readonly Unit[],
  places: readonly number[],
  words: readonly Word[],
): number | undefined {
  // "How many hospitals" may be a phrase of ours, which then counts itself.
  const whole = units.findIndex(({ typed }) => /how many \S|number of \S/i.test(typed));
  if (whole >= 0) return whole;
  const asking = words.findIndex((word) => word.form === 'many' || word.form === 'number');
  const after = units.findIndex(
    (unit, index) => (places[index] ?? 0) > asking && unit.weight > WEIGHT.asking,
  );
  return after < 0 ? undefined : after;
}
