import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveLines } from '../knowledge/archive.ts';
import type { Release } from '../knowledge/model.ts';
import { parseRelease } from '../knowledge/parse.ts';

/**
 * The named releases of the archives in a directory; the thousands that no question asks are not parsed.
 * @throws Error naming the file and line of an archive line that cannot be read.
 */
export async function loadArchived(dir: string, ids: ReadonlySet<string>): Promise<Release[]> {
  const found: Release[] = [];
  for (const name of (await readdir(dir)).filter((file) => /\.jsonl(?:\.gz)?$/.test(file)).sort()) {
    for await (const entry of archiveLines(join(dir, name), join(dir, name))) {
      if ('fault' in entry) throw new Error(`${entry.fault.file}:${entry.fault.line}: ${entry.fault.what}`);
      if (ids.has(entry.id)) found.push(parseRelease(entry.id, entry.text));
    }
  }
  return found;
}
