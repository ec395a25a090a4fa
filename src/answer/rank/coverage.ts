import type { Account } from './account.ts';
import type { CompiledUnit } from './match.ts';
import { DECISION } from './weights.ts';

/** Weighted share of the units accounted for; the sides of "A or B" count as their best one. */
export function covered(
  units: readonly CompiledUnit[],
  accounted: readonly number[],
  counts: (unit: CompiledUnit) => boolean,
): number {
  let total = 0;
  let met = 0;
  const sides = new Map<string, { group: number; weight: number; met: number }>();
  units.forEach((unit, index) => {
    if (!counts(unit)) return;
    const quality = accounted[index] ?? 0;
    if (unit.group === undefined) {
      total += unit.weight;
      met += unit.weight * quality;
      return;
    }
    const key = `${unit.group}${unit.side}`;
    const side = sides.get(key) ?? { group: unit.group, weight: 0, met: 0 };
    sides.set(key, { ...side, weight: side.weight + unit.weight, met: side.met + unit.weight * quality });
  });
  for (const group of new Set([...sides.values()].map((side) => side.group))) {
    const both = [...sides.values()].filter((side) => side.group === group);
    const weight = Math.max(...both.map((side) => side.weight));
    total += weight;
    met += weight * Math.max(...both.map((side) => side.met / side.weight));
  }
  return total === 0 ? 0 : met / total;
}

/** A year may stand in the sentence before, which the sentence goes on from. */
const YEAR = /^(?:19|20)\d\d$/;
const OF_YEAR = 0.4;

function least(unit: CompiledUnit | undefined): number {
  if (unit?.critical !== true) return DECISION.accounted;
  return YEAR.test(unit.read) ? OF_YEAR : CRITICAL;
}

/** A name, code or number is accounted for only by itself or by what points back to it. */
const CRITICAL = 0.5;

/** Whether the entry leaves a weighty unit open; of "A or B" one side is enough. */
export function isOpen(
  unit: CompiledUnit,
  index: number,
  accounted: readonly number[],
  units: readonly CompiledUnit[],
): boolean {
  if (!unit.required) return false;
  const met = (at: number): boolean => (accounted[at] ?? 0) >= least(units[at]);
  if (unit.group === undefined) return !met(index);
  const sideMet = (side: 'left' | 'right'): boolean => {
    const members = units.flatMap((other, at) =>
      other.group === unit.group && other.side === side ? [at] : [],
    );
    return members.length > 0 && members.every((at) => met(at) || units[at]?.required === false);
  };
  return !sideMet('left') && !sideMet('right');
}

/** Share of neighbouring units of the question that stand side by side, in their order, in the entry. */
export function inOrder(accounts: readonly Account[]): number {
  let pairs = 0;
  let kept = 0;
  for (let at = 1; at < accounts.length; at += 1) {
    const left = accounts[at - 1]?.position ?? -1;
    const right = accounts[at]?.position ?? -1;
    pairs += 1;
    if (left >= 0 && right > left && right - left <= 3) kept += 1;
  }
  return pairs === 0 ? 0 : kept / pairs;
}
