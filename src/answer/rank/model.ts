import { z } from 'zod';
import fitted from './fitted.json' with { type: 'json' };

/** What is measured of an entry against a question; each about 0 to 1. */
export const FEATURES = [
  'one',
  'coverage',
  'coverageWithoutSubject',
  'ownShare',
  'exactShare',
  'openWords',
  'heaviestOpen',
  'criticalOpen',
  'kindPresent',
  'kindMissing',
  'proximity',
  'density',
  'inOrder',
  'label',
  'labelMatch',
  'labelKind',
  'labelUnasked',
  'kindStrong',
  'row',
  'defines',
  'forwardLooking',
  'references',
  'frame',
  'contacts',
  'about',
  'heading',
  'headline',
  'spoken',
  'fact',
  'length',
  'early',
  'weightAsked',
  'unitsAsked',
  'statement',
  'description',
  'subjectOnly',
  'openAndKindMissing',
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<FeatureName, number>>;
type FeatureWeights = { readonly [name in FeatureName]?: number | undefined };

/** A linear part and a small layer of tanh units over the same features. */
export interface Model {
  readonly linear: FeatureWeights;
  readonly hidden: readonly {
    readonly weights: FeatureWeights;
    readonly out: number;
  }[];
  /** Least score at which an entry answers; below it the question is refused. */
  readonly threshold: number;
}

/** A feature that was not there when the numbers were fitted counts nothing. */
const weights = z.partialRecord(z.enum(FEATURES), z.number());
const modelSchema = z.object({
  linear: weights,
  hidden: z.array(z.object({ weights, out: z.number() })),
  threshold: z.number(),
});

let current: Model = modelSchema.parse(fitted);
let compiled = compile(current);

/** The numbers in use: those of `fitted.json`, which `npm run fit` writes. */
export function model(): Model {
  return current;
}

/** Replaces the numbers; only the fitting script does. */
export function useModel(replacement: Model): void {
  current = replacement;
  compiled = compile(replacement);
}

/** Log odds that an entry with these features answers the question. */
export function modelScore(features: FeatureValues): number {
  const values = FEATURES.map((name) => features[name]);
  let score = dot(compiled.linear, values);
  for (const { weights: row, out } of compiled.hidden) score += out * Math.tanh(dot(row, values));
  return score;
}

function compile(from: Model): { linear: number[]; hidden: { weights: number[]; out: number }[] } {
  const row = (named: FeatureWeights): number[] => FEATURES.map((name) => named[name] ?? 0);
  return {
    linear: row(from.linear),
    hidden: from.hidden.map(({ weights: named, out }) => ({ weights: row(named), out })),
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
