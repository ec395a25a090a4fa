import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Release } from '../../src/knowledge/model.ts';

export const SEED_ID = 'cbmg-2020-12-04';

const { releases } = await loadKnowledge('knowledge');

/** The release of 4 December 2020, as the bot reads it, sidecar included. */
export function seedRelease(): Release {
  const seed = releases.find(({ id }) => id === SEED_ID);
  if (seed === undefined) throw new Error(`${SEED_ID} is not in knowledge/`);
  return seed;
}

/** A clock for replies: nearly six years after the release. */
export const NOW = new Date('2026-11-22T12:00:00Z');

/** A moment between the release and the session that it announces. */
export const BEFORE_SESSION = new Date('2020-12-05T12:00:00Z');
