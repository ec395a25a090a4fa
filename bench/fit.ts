import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createEngine } from '../src/answer/create.ts';
import { judge } from '../src/answer/decide.ts';
import { FEATURES, type FeatureName, type Model } from '../src/answer/rank/model.ts';
import { loadArchived } from '../src/evaluation/archived.ts';
import { type EvaluationQuestion, readQuestions } from '../src/evaluation/questions.ts';
import { acceptedTexts, foldSpaces } from '../src/evaluation/score.ts';
import { seededRandom, withTypos } from '../src/evaluation/typos.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

/** A set of questions and the directory of the releases that it asks. */
interface SetOfQuestions {
  readonly knowledge: string;
  readonly file: string;
  /** Of an archive only the releases that the questions name are read. */
  readonly archived?: true;
}

const SHARED = '../shared';
const SETS: readonly SetOfQuestions[] = [
  { knowledge: 'knowledge', file: `${SHARED}/questions/cbmg.jsonl` },
  { knowledge: 'knowledge', file: 'test/questions/seed.jsonl' },
  { knowledge: `${SHARED}/releases`, file: `${SHARED}/questions/others.jsonl` },
  { knowledge: `${SHARED}/releases`, file: 'test/questions/wire.jsonl' },
  { knowledge: 'test/fixtures/releases', file: 'test/questions/invented.jsonl' },
  { knowledge: `${SHARED}/archive`, file: 'test/questions/archive.jsonl', archived: true },
];

/** One question as the model sees it: candidates that pass the hard rules, and which of them answer. */
interface Example {
  readonly release: string;
  readonly values: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly answerable: boolean;
  readonly weight: number;
}

const EPOCHS = 60;
const FOLDS = 6;
const BATCH = 16;
const RATE = 0.02;
const DECAY = 0.02;
/**
 * What the numbers are before any question is seen, from what the features mean; fitting moves them
 * only as far as the questions insist.
 */
const PRIOR: Readonly<Partial<Record<FeatureName, number>>> = {
  one: -2.5,
  coverage: 4,
  coverageWithoutSubject: 1,
  ownShare: 1,
  exactShare: 0.5,
  kindPresent: 0.5,
  toldNear: 0.8,
  proximity: 0.4,
  density: 0.8,
  inOrder: 0.3,
  label: 0.3,
  labelMatch: 1,
  labelKind: 1,
  labelUnasked: -0.4,
  early: 0.5,
  kindStrong: 0.6,
  defines: 1,
  forwardLooking: -2.5,
  references: -2,
  frame: -1.2,
  heading: -0.8,
  headline: -0.6,
  spoken: -0.2,
  fact: 0.3,
};
/** A false answer is worse than a refusal. */
const REFUSAL_WEIGHT = 2;
const TYPO_SEEDS = [11, 12];
/** Where the figures printed out of fold give the fewest false answers for the right ones they cost. */
const THRESHOLD = 0.2;

const examples = await collect();
process.stdout.write(`${examples.length} examples, ${FEATURES.length} features\n`);
crossValidate(examples);
const model = toModel(train(examples, 1), THRESHOLD);
await writeFile('src/answer/rank/fitted.json', `${JSON.stringify(model, rounded, 2)}\n`);
process.stdout.write(`wrote src/answer/rank/fitted.json, threshold ${THRESHOLD}\n`);

async function collect(): Promise<Example[]> {
  const found: Example[] = [];
  for (const { knowledge, file, archived } of SETS) {
    if (!existsSync(file) || !existsSync(knowledge)) {
      process.stdout.write(`${file}: not here, left out\n`);
      continue;
    }
    const questions = (await readQuestions(file)).filter(({ part }) => part !== 'held');
    const asked = new Set(questions.map(({ release }) => release));
    const releases = archived
      ? await loadArchived(knowledge, asked)
      : (await loadKnowledge(knowledge)).releases;
    const texts = new Map(releases.map((release) => [release.id, release]));
    const engine = createEngine(releases);
    for (const seed of [undefined, ...TYPO_SEEDS]) {
      const random = seed === undefined ? undefined : seededRandom(seed);
      for (const question of questions) {
        const asked = random === undefined ? question.question : withTypos(question.question, random);
        if (random !== undefined && asked === question.question) continue;
        const example = exampleOf(question, asked, random === undefined ? 1 : 0.4);
        if (example !== undefined) found.push(example);
      }
    }

    function exampleOf(question: EvaluationQuestion, asked: string, weight: number): Example | undefined {
      const examined = engine.examine(asked, { release: question.release });
      if (examined === undefined) return undefined;
      const accepted = acceptedTexts(question, texts);
      const passing = examined.scored.filter((one) => {
        const verdict = judge({ ...one, score: Number.POSITIVE_INFINITY }, examined.units);
        return verdict.answers;
      });
      const right = passing.map(
        ({ entry }) =>
          question.answerable && accepted.some((text) => foldSpaces(entry.quote.text).includes(text)),
      );
      if (question.answerable && !right.includes(true)) return undefined;
      return {
        release: question.release,
        values: passing.map(({ features }) => FEATURES.map((name) => features[name])),
        right,
        answerable: question.answerable,
        weight: weight * (question.answerable ? 1 : REFUSAL_WEIGHT),
      };
    }
  }
  return found;
}

function scoreOf(weights: Float64Array, values: readonly number[]): number {
  let score = 0;
  for (let at = 0; at < values.length; at += 1) score += (weights[at] ?? 0) * (values[at] ?? 0);
  return score;
}

/**
 * Maximizes the probability that a right candidate, or refusing (whose score is 0), comes first:
 * softmax over the candidates of a question, decaying towards the prior, by Adam.
 */
function train(from: readonly Example[], seed: number): Float64Array {
  const random = seededRandom(seed);
  const prior = Float64Array.from(FEATURES, (name) => PRIOR[name] ?? 0);
  const weights = prior.slice();
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  const order = from.map((_, index) => index);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    order.sort(() => random() - 0.5);
    for (let start = 0; start < order.length; start += BATCH) {
      const gradient = new Float64Array(weights.length);
      for (const index of order.slice(start, start + BATCH)) {
        const example = from[index];
        if (example !== undefined) addGradient(weights, example, gradient);
      }
      step += 1;
      const rate = RATE * (1 - epoch / EPOCHS);
      for (let at = 0; at < weights.length; at += 1) {
        const slope = (gradient[at] ?? 0) / BATCH + DECAY * ((weights[at] ?? 0) - (prior[at] ?? 0));
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
        const corrected = (mean[at] ?? 0) / (1 - 0.9 ** step);
        const scale = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
        weights[at] = (weights[at] ?? 0) - (rate * corrected) / scale;
      }
    }
  }
  return weights;
}

function addGradient(weights: Float64Array, example: Example, gradient: Float64Array): void {
  const scores = example.values.map((values) => scoreOf(weights, values));
  const most = Math.max(0, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = Math.exp(-most) + powers.reduce((sum, power) => sum + power, 0);
  const right = powers.reduce((sum, power, at) => sum + (example.right[at] === true ? power : 0), 0);
  example.values.forEach((values, at) => {
    const probability = (powers[at] ?? 0) / total;
    const target = example.right[at] === true && right > 0 ? (powers[at] ?? 0) / right : 0;
    const slope = example.weight * (probability - target);
    for (let feature = 0; feature < values.length; feature += 1) {
      gradient[feature] = (gradient[feature] ?? 0) + slope * (values[feature] ?? 0);
    }
  });
}

/** Trains on all releases but those of one fold and asks that fold, so that no release is asked that was fitted on. */
function crossValidate(from: readonly Example[]): void {
  const releases = [...new Set(from.map(({ release }) => release))];
  const foldOf = new Map(releases.map((release, index) => [release, index % FOLDS]));
  const outcomes: { answerable: boolean; top: number; right: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const net = train(
      from.filter(({ release }) => foldOf.get(release) !== fold),
      fold + 2,
    );
    for (const example of from.filter(({ release, weight }) => foldOf.get(release) === fold && weight >= 1)) {
      const scores = example.values.map((values) => scoreOf(net, values));
      const top = Math.max(-99, ...scores);
      outcomes.push({
        answerable: example.answerable,
        top,
        right: example.right[scores.indexOf(top)] === true,
      });
    }
  }
  for (const threshold of [-1, -0.5, 0, 0.5, 1, 1.5, 2]) {
    const answerable = outcomes.filter((one) => one.answerable);
    const others = outcomes.filter((one) => !one.answerable);
    const right = answerable.filter(({ top, right: fits }) => fits && top >= threshold).length;
    const wrong = answerable.filter(({ top, right: fits }) => !fits && top >= threshold).length;
    const falseAnswers = others.filter(({ top }) => top >= threshold).length;
    process.stdout.write(
      `out of fold, threshold ${threshold}: right ${right}/${answerable.length}, wrong ${wrong}, false answers ${falseAnswers}/${others.length}\n`,
    );
  }
}

function toModel(fitted: Float64Array, threshold: number): Model {
  const named = FEATURES.map((name, at) => [name, fitted[at] ?? 0] as const);
  return { weights: Object.fromEntries(named) as Record<FeatureName, number>, threshold };
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}
