import { z } from 'zod';
import fitted from './fitted.json' with { type: 'json' };

/** What is measured of an entry against a question; each about 0 to 1. */
export const FEATURES = [
  'one',
  'coverage',
  'coverageWithoutSubject',
  'ownShare',
  'exactShare',
  'kindPresent',
  'toldNear',
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
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type FeatureValues = Readonly<Record<FeatureName, number>>;
type FeatureWeights = { readonly [name in FeatureName]?: number | undefined };

/** The weight of each feature, and where an answer begins. */
export interface Model {
  readonly weights: FeatureWeights;
  /** Least score at which an entry answers; below it the question is refused. */
  readonly threshold: number;
}

const modelSchema = z.object({
  // A feature that was not there when the numbers were fitted counts nothing.
  weights: z.partialRecord(z.enum(FEATURES), z.number()),
  threshold: z.number(),
});

const fittedModel: Model = modelSchema.parse(fitted);
const weights = FEATURES.map((name) => fittedModel.weights[name] ?? 0);

/** The numbers in use: those of `fitted.json`, which `npm run fit` writes. */
export function model(): Model {
  return fittedModel;
}

/** Log odds that an entry with these features answers the question. */
export function modelScore(features: FeatureValues): number {
  let score = 0;
  FEATURES.forEach((name, at) => {
    score += (weights[at] ?? 0) * features[name];
  });
  return score;
}
