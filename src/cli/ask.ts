import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Answer, QuestionScope } from '../answer/answer.ts';
import { createEngine } from '../answer/create.ts';
import type { Engine } from '../answer/engine.ts';
import { knowledgeDirectory } from '../config.ts';
import { formatFault, loadKnowledge } from '../knowledge/load.ts';
import { describeAnswer } from './describe.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  release: z.string().optional(),
  issuer: z.string().optional(),
});

/**
 * `ask "question"` prints the answer for a person; `ask --jsonl` answers one JSON object a line from
 * standard input. Returns the exit status: 0 unless the knowledge cannot be read or nothing was asked.
 */
export async function ask(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean', default: false },
      knowledge: { type: 'string', default: knowledgeDirectory() },
      issuer: { type: 'string' },
      release: { type: 'string' },
    },
  });
  const knowledge = await loadKnowledge(values.knowledge);
  for (const fault of knowledge.faults) process.stderr.write(`${formatFault(fault)}\n`);
  if (knowledge.releases.length === 0) {
    process.stderr.write(`no published release in ${values.knowledge}: give another with --knowledge DIR\n`);
    return 1;
  }
  const engine = createEngine(knowledge.releases);
  if (values.jsonl) {
    await answerLines(engine);
    return 0;
  }
  const question = positionals.join(' ');
  if (question.trim() === '') {
    process.stderr.write('what is the question? For example: npm run --silent ask -- "ccar088 time?"\n');
    return 1;
  }
  const answer = engine.ask(question, scopeFrom(values));
  process.stdout.write(`${describeAnswer(answer)}\n`);
  return 0;
}

async function answerLines(engine: Engine): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerLine(engine, line))}\n`);
  }
}

function answerLine(engine: Engine, line: string): object {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { id: null, outcome: 'error', error: 'the line is not JSON' };
  }
  const parsed = lineSchema.safeParse(raw);
  if (!parsed.success) {
    const id = z.object({ id: z.unknown() }).safeParse(raw).data?.id ?? null;
    const issue = parsed.error.issues[0];
    return {
      id,
      outcome: 'error',
      error: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'malformed'}`,
    };
  }
  const started = performance.now();
  const answer = engine.ask(parsed.data.question, scopeFrom(parsed.data));
  const elapsedMs = Math.round((performance.now() - started) * 1000) / 1000;
  return { id: parsed.data.id ?? null, ...summary(answer), elapsedMs };
}

/** What a script needs of an answer: the outcome, the quotes with their offsets, what is missing. */
function summary(answer: Answer): object {
  const quotes =
    answer.outcome === 'answered'
      ? answer.citations.map(({ quote: { release, start, end, text } }) => ({ release, start, end, text }))
      : [];
  return {
    outcome: answer.outcome,
    quotes,
    ...(answer.outcome === 'not_disclosed' ? { missing: answer.missing } : {}),
  };
}

function scopeFrom({
  release,
  issuer,
}: {
  release?: string | undefined;
  issuer?: string | undefined;
}): QuestionScope {
  return { ...(release === undefined ? {} : { release }), ...(issuer === undefined ? {} : { issuer }) };
}
