import { expect, it } from 'vitest';
import type { Engine } from '../src/answer/engine.ts';
import type { Release } from '../src/knowledge/model.ts';
import { createLibrary } from '../src/library.ts';
import { seedRelease } from './support/seed.ts';

const seed = seedRelease();
const retracted: Release = { ...seed, id: 'withdrawn', status: 'retracted' };

it('shows the engine and everyone else published releases alone, replaced together', () => {
  const given: string[][] = [];
  const engineFor = (releases: readonly Release[]): Engine => {
    given.push(releases.map(({ id }) => id));
    return { ask: () => ({ outcome: 'no_release', subject: '' }), suggest: () => [] };
  };
  const library = createLibrary([seed, retracted], engineFor);
  const before = library.current();
  expect(before.releases).toEqual([seed]);
  library.replace([retracted]);
  expect(library.current().releases).toEqual([]);
  expect(library.current().engine).not.toBe(before.engine);
  expect(given).toEqual([[seed.id], []]);
});
