import { performance } from 'node:perf_hooks';
import { type EvaluationQuestion, readQuestions } from '../../src/evaluation/questions.ts';
import { acceptedTexts, foldSpaces } from '../../src/evaluation/score.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Release } from '../../src/knowledge/model.ts';
import { ENGINES, type EngineName } from './engines.ts';

const FILES = ['../shared/questions/cbmg.jsonl', '../shared/questions/others.jsonl'];
/** Questions asked before the clock counts, so that compiling is not measured. */
const WARM_UP = 20;

const [name = 'footnote', limit = '1000', ...dirs] = process.argv.slice(2);
const started = performance.now();
const releases: Release[] = [];
for (const dir of dirs) releases.push(...(await loadKnowledge(dir)).releases);
const byId = new Map(releases.map((release) => [release.id, release]));
const ask = ENGINES[name as EngineName](releases);
const loadSeconds = (performance.now() - started) / 1000;

const all: EvaluationQuestion[] = [];
for (const file of FILES) all.push(...(await readQuestions(file)));
const step = Math.max(1, Math.floor(all.length / Number(limit)));
const questions = all.filter((_, index) => index % step === 0).slice(0, Number(limit));

for (const question of questions.slice(0, Math.min(WARM_UP, questions.length >> 2))) askOne(question);
const times: number[] = [];
let right = 0;
let falseAnswers = 0;
for (const question of questions) {
  const before = performance.now();
  const found = askOne(question);
  times.push(performance.now() - before);
  // Only Footnote knows issuers: the libraries are timed on everything and judged on the release asked about.
  const quotes = name === 'footnote' ? found : askOne(question, true);
  if (!question.answerable) {
    if (quotes.length > 0) falseAnswers += 1;
    continue;
  }
  const said = foldSpaces(quotes.map(({ text }) => text).join(' … '));
  if (said.length <= 600 && acceptedTexts(question, byId).some((text) => said.includes(text))) right += 1;
}
globalThis.gc?.();
const memory = process.memoryUsage().rss / 2 ** 20;
const answerable = questions.filter((question) => question.answerable).length;
times.sort((a, b) => a - b);
process.stdout.write(
  `${[
    name.padEnd(22),
    String(questions.length).padStart(5),
    share(right, answerable).padStart(7),
    share(falseAnswers, questions.length - answerable).padStart(7),
    at(0.5).padStart(11),
    at(0.99).padStart(9),
    loadSeconds.toFixed(1).padStart(8),
    memory.toFixed(0).padStart(6),
  ].join('')}\n`,
);

function askOne(question: EvaluationQuestion, alone = false) {
  const release = byId.get(question.release);
  if (release === undefined) throw new Error(`${question.id}: release ${question.release} is not loaded`);
  return ask(question.question, release, alone);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)}%`;
}

function at(quantile: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * quantile))] ?? 0).toFixed(2);
}
