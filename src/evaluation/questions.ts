import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** One question of a set. The answer stands as text (`answer_contains`) or as offsets into the release (`answer`). */
const questionSchema = z.object({
  id: z.coerce.string(),
  release: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  answer_contains: z.array(z.string()).optional(),
  answer: z.array(z.tuple([z.int(), z.int()])).optional(),
  kind: z.string(),
  topic: z.string().optional(),
  part: z.enum(['tune', 'held']).optional(),
});

export type EvaluationQuestion = z.infer<typeof questionSchema>;

/** @throws Error naming file and line of the first malformed question. */
export async function readQuestions(file: string): Promise<EvaluationQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [questionSchema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}
