import { readdirSync, readFileSync } from 'node:fs';
import type { Release } from '../../src/knowledge/model.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';

const DIR = 'test/fixtures/releases';

/** Invented releases of several companies, in the layouts of the wires. */
export function inventedReleases(): Release[] {
  return readdirSync(DIR)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => parseRelease(name.replace(/\.txt$/, ''), readFileSync(`${DIR}/${name}`, 'utf8')));
}

/** The invented release whose id begins so. */
export function inventedRelease(start: string): Release {
  const found = inventedReleases().find(({ id }) => id.startsWith(start));
  if (found === undefined) throw new Error(`no invented release ${start}…`);
  return found;
}
