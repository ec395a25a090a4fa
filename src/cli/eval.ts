import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../answer/create.ts';
import { readQuestions } from '../evaluation/questions.ts';
import { runQuestions } from '../evaluation/run.ts';
import { type Mark, tally } from '../evaluation/score.ts';
import { seededRandom, withTypos } from '../evaluation/typos.ts';
import { formatFault, loadKnowledge } from '../knowledge/load.ts';
import type { Release } from '../knowledge/model.ts';

/**
 * Asks the questions of the files and prints right answers and false answers by kind. Returns the exit
 * status: 0 when all were asked, 1 when knowledge or questions cannot be read.
 */
export async function evaluate(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      knowledge: { type: 'string', multiple: true, default: ['knowledge'] },
      questions: { type: 'string', multiple: true, default: [] },
      together: { type: 'boolean', default: false },
      typos: { type: 'string' },
      part: { type: 'string' },
      misses: { type: 'boolean', default: false },
    },
  });
  const releases: Release[] = [];
  for (const dir of values.knowledge) {
    const knowledge = await loadKnowledge(dir);
    for (const fault of knowledge.faults) process.stderr.write(`${formatFault(fault)}\n`);
    releases.push(...knowledge.releases);
  }
  const files = [...values.questions, ...positionals];
  if (releases.length === 0 || files.length === 0) {
    process.stderr.write(
      'usage: npm run --silent eval -- [--knowledge DIR] [--together] [--typos SEED] --questions FILE…\n',
    );
    return 1;
  }
  const engine = createEngine(releases);
  for (const file of files) {
    const read = await readQuestions(file);
    const chosen = read.filter(({ part }) => values.part === undefined || part === values.part);
    const random = values.typos === undefined ? undefined : seededRandom(Number(values.typos));
    const questions =
      random === undefined
        ? chosen
        : chosen.map((one) => ({ ...one, question: withTypos(one.question, random) }));
    const marks = runQuestions(
      engine,
      releases,
      questions,
      values.together ? 'default_issuer' : 'own_release',
    );
    if (values.misses) printMisses(marks);
    printTally(basename(file), marks);
  }
  return 0;
}

function printTally(name: string, marks: readonly Mark[]): void {
  const { right, answerable, falseAnswers, unanswerable, answeredWrongly, byKind } = tally(marks);
  process.stdout.write(`${name}\n`);
  for (const [kind, count] of byKind) {
    process.stdout.write(
      `  ${kind.padEnd(14)} ${String(count.right).padStart(4)}/${count.total}  ${share(count.right, count.total)}\n`,
    );
  }
  const times = marks.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  process.stdout.write(
    `  right ${right}/${answerable} = ${share(right, answerable)}, answered wrongly ${answeredWrongly}, ` +
      `false answers ${falseAnswers}/${unanswerable} = ${share(falseAnswers, unanswerable)}; ` +
      `median ${at(times, 0.5)} ms, 99th percentile ${at(times, 0.99)} ms\n`,
  );
}

function printMisses(marks: readonly Mark[]): void {
  for (const { question, answer, right } of marks) {
    if (right) continue;
    const said =
      answer.outcome === 'answered'
        ? answer.citations.map(({ quote }) => quote.text).join(' … ')
        : answer.outcome === 'not_disclosed'
          ? `${answer.missing} | ${answer.nearest[0]?.quote.text ?? ''}`
          : JSON.stringify(answer).slice(0, 80);
    process.stdout.write(
      `${question.id} [${question.kind}] ${question.question}\n    -> ${answer.outcome}: ${said.replace(/\s+/g, ' ').slice(0, 230)}\n`,
    );
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`;
}

function at(sorted: readonly number[], quantile: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0).toFixed(2);
}
