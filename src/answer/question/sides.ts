import { FUNCTION_WORDS } from '../lexicon/light.ts';
import type { Unit } from './question.ts';
import type { Word } from './words.ts';

/** Marks the units that stand on either side of "or"; `places` are the words at which the units start. */
export function withSides(units: readonly Unit[], places: readonly number[], words: readonly Word[]): Unit[] {
  let marked = [...units];
  words.forEach((word, at) => {
    if (word.form !== 'or') return;
    const left = lastBefore(places, at);
    const right = places.findIndex((place) => place > at);
    if (left < 0 || right < 0) return;
    const sides = new Set([left]);
    // All content words right after "or", up to the next function word, are the other side.
    for (let unit = right; unit < places.length; unit += 1) {
      const from = unit === right ? at + 1 : (places[unit - 1] ?? 0) + 1;
      const gap = words.slice(from, places[unit]).some((between) => FUNCTION_WORDS.has(between.form));
      if (unit > right && gap) break;
      sides.add(unit);
    }
    marked = marked.map((unit, index) =>
      sides.has(index) ? { ...unit, group: at, side: index === left ? 'left' : 'right' } : unit,
    );
  });
  return marked;
}

function lastBefore(places: readonly number[], at: number): number {
  let found = -1;
  places.forEach((place, index) => {
    if (place < at) found = index;
  });
  return found;
}
