import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
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
  let line = 0;
  try {
    for await (const bytes of linesOf(open(path))) {
      line += 1;
      if (bytes.toString('latin1').trim() !== '') yield readLine(file, line, bytes);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    yield { fault: { file, line: line + 1, what: `cannot be read: ${why}` } };
  }
}

function open(path: string): Readable {
  const raw = createReadStream(path);
  if (!path.endsWith('.gz')) return raw;
  const unzipped = createGunzip();
  // A pipe does not hand errors on: a file that cannot be read would never end.
  raw.on('error', (error) => unzipped.destroy(error));
  return raw.pipe(unzipped);
}

async function* linesOf(input: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of input) {
    const bytes = chunk as Buffer;
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield Buffer.concat([...rest, bytes.subarray(start, end)]);
      rest = [];
      start = end + 1;
    }
    if (start < bytes.length) rest.push(bytes.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

function readLine(file: string, line: number, bytes: Buffer): ArchiveLine {
  const fault = (what: string): ArchiveLine => ({ fault: { file, line, what } });
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault('text is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return fault('not a JSON object');
  }
  const entry = entrySchema.safeParse(value);
  if (!entry.success) return fault('needs an "id" and a "text", both strings');
  return { line, ...entry.data };
}
