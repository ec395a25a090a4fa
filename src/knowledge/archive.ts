import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { Fault } from './faults.ts';

const entrySchema = z.object({ id: z.string().min(1).max(200), text: z.string() });

/** One line of an archive: a release's id and text, or what is wrong with the line. */
export type ArchiveLine =
  | { readonly line: number; readonly id: string; readonly text: string }
  | { readonly fault: Fault };

/**
 * Reads an archive of `{id, text}` objects, one a line, plain or gzipped, without holding it whole.
 * A line that cannot be read is a fault; so is a file that ends in the middle of its compression.
 */
export async function* archiveLines(path: string, file: string): AsyncGenerator<ArchiveLine> {
  const raw = createReadStream(path);
  const input = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let failure: Error | undefined;
  for (const stream of new Set([raw, input])) {
    stream.on('error', (error: Error) => {
      failure ??= error;
      lines.close();
    });
  }
  let line = 0;
  for await (const content of lines) {
    line += 1;
    if (content.trim() !== '') yield readLine(file, line, content);
  }
  if (failure !== undefined)
    yield { fault: { file, line: line + 1, what: `cannot be read: ${failure.message}` } };
}

function readLine(file: string, line: number, content: string): ArchiveLine {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { fault: { file, line, what: 'not a JSON object' } };
  }
  const entry = entrySchema.safeParse(value);
  if (!entry.success) return { fault: { file, line, what: 'needs an "id" and a "text", both strings' } };
  const { id, text } = entry.data;
  if (content.includes('\ufffd')) return { fault: { file, line, what: `${id}: text is not UTF-8` } };
  return { line, id, text };
}
