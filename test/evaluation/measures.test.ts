import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import { loadArchived } from '../../src/evaluation/archived.ts';
import { readQuestions } from '../../src/evaluation/questions.ts';
import { type Asking, runQuestions } from '../../src/evaluation/run.ts';
import { tally } from '../../src/evaluation/score.ts';
import { seededRandom, withTypos } from '../../src/evaluation/typos.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** What was reached when these lines were written; a change that costs more has to say why. */
interface Floor {
  readonly set: string;
  readonly knowledge: readonly string[];
  /** Of an archive only the releases that the questions name are read. */
  readonly archived?: true;
  readonly file: string;
  readonly asking: Asking;
  readonly typoSeed?: number;
  /** Questions of these topics contradict each other once all releases are loaded at once. */
  readonly without?: readonly string[];
  readonly right: number;
  readonly falseAnswers: number;
}

const SHARED = '../shared';
const GIVEN = `${SHARED}/questions`;
const FIFTEEN = ['knowledge', `${SHARED}/releases`];
const INVENTED = ['test/fixtures/releases'];

const ALWAYS: readonly Floor[] = [
  {
    set: 'our questions on the seed',
    knowledge: ['knowledge'],
    file: 'test/questions/seed.jsonl',
    asking: 'own_release',
    right: 81,
    falseAnswers: 0,
  },
  {
    set: 'invented releases',
    knowledge: INVENTED,
    file: 'test/questions/invented.jsonl',
    asking: 'own_release',
    right: 165,
    falseAnswers: 4,
  },
  {
    set: 'later releases',
    knowledge: ['test/fixtures/later-releases'],
    file: 'test/questions/later.jsonl',
    asking: 'own_release',
    right: 3716,
    falseAnswers: 76,
  },
  {
    set: 'later questions on the seed',
    knowledge: ['knowledge'],
    file: 'test/questions/seed-later.jsonl',
    asking: 'own_release',
    right: 613,
    falseAnswers: 0,
  },
  {
    set: 'invented releases, all loaded',
    knowledge: INVENTED,
    file: 'test/questions/invented.jsonl',
    asking: 'default_issuer',
    without: ['other-release', 'superseded'],
    right: 159,
    falseAnswers: 5,
  },
];

const WHERE_SHARED: readonly Floor[] = [
  {
    set: 'given questions on the seed',
    knowledge: ['knowledge'],
    file: `${GIVEN}/cbmg.jsonl`,
    asking: 'own_release',
    right: 137,
    falseAnswers: 0,
  },
  {
    set: 'given questions on the seed, misspelt',
    knowledge: ['knowledge'],
    file: `${GIVEN}/cbmg.jsonl`,
    asking: 'own_release',
    typoSeed: 1,
    right: 129,
    falseAnswers: 0,
  },
  {
    set: 'given questions on other releases',
    knowledge: [`${SHARED}/releases`],
    file: `${GIVEN}/others.jsonl`,
    asking: 'own_release',
    right: 36,
    falseAnswers: 0,
  },
  {
    set: 'given questions on the seed, fifteen loaded',
    knowledge: FIFTEEN,
    file: `${GIVEN}/cbmg.jsonl`,
    asking: 'default_issuer',
    right: 136,
    falseAnswers: 0,
  },
  {
    set: 'given questions on others, fifteen loaded',
    knowledge: FIFTEEN,
    file: `${GIVEN}/others.jsonl`,
    asking: 'default_issuer',
    right: 36,
    falseAnswers: 0,
  },
  {
    set: 'our questions on wire releases',
    knowledge: [`${SHARED}/releases`],
    file: 'test/questions/wire.jsonl',
    asking: 'own_release',
    right: 264,
    falseAnswers: 14,
  },
  {
    set: 'later questions on wire releases',
    knowledge: [`${SHARED}/releases`],
    file: 'test/questions/wire-later.jsonl',
    asking: 'own_release',
    right: 622,
    falseAnswers: 4,
  },
  {
    set: 'our questions on archived releases',
    knowledge: [`${SHARED}/archive`],
    archived: true,
    file: 'test/questions/archive.jsonl',
    asking: 'own_release',
    right: 947,
    falseAnswers: 57,
  },
];

/** Thousands of questions, on a machine that runs the other files as well; milliseconds. */
const LONGEST = 120_000;

describe('right and false answers stay at least as good as they were', () => {
  it.each(ALWAYS)('$set', measure, LONGEST);

  const here = existsSync(GIVEN);
  if (!here) console.warn(`${GIVEN} is not here: the given questions and the real releases are not measured`);
  it.runIf(here).each(WHERE_SHARED)('$set', measure, LONGEST);
});

const engines = new Map<string, Promise<ReturnType<typeof engineOver>>>();

function engineOver(releases: Awaited<ReturnType<typeof loadKnowledge>>['releases']) {
  return { releases, engine: createEngine(releases) };
}

async function load(dirs: readonly string[]) {
  const releases = (await Promise.all(dirs.map(loadKnowledge))).flatMap((knowledge) => knowledge.releases);
  return engineOver(releases);
}

async function loadNamed({ knowledge, file }: Floor) {
  const named = new Set((await readQuestions(file)).map(({ release }) => release));
  return engineOver((await Promise.all(knowledge.map((dir) => loadArchived(dir, named)))).flat());
}

async function measure(floor: Floor): Promise<void> {
  const key = floor.knowledge.join('|');
  const loaded = engines.get(key) ?? (floor.archived ? loadNamed(floor) : load(floor.knowledge));
  engines.set(key, loaded);
  const { releases, engine } = await loaded;
  const random = floor.typoSeed === undefined ? undefined : seededRandom(floor.typoSeed);
  const questions = (await readQuestions(floor.file))
    .filter(({ topic }) => topic === undefined || floor.without?.includes(topic) !== true)
    .map((one) => (random === undefined ? one : { ...one, question: withTypos(one.question, random) }));
  const { right, falseAnswers } = tally(runQuestions(engine, releases, questions, floor.asking));
  expect.soft(right, 'right answers').toBeGreaterThanOrEqual(floor.right);
  expect.soft(falseAnswers, 'false answers').toBeLessThanOrEqual(floor.falseAnswers);
}
