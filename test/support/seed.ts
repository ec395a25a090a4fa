import { readFileSync } from 'node:fs';
import type { Release } from '../../src/knowledge/model.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';

export const SEED_ID = 'cbmg-2020-12-04';

/** The release of 4 December 2020, as the bot reads it. */
export function seedRelease(): Release {
  return parseRelease(SEED_ID, readFileSync(`knowledge/${SEED_ID}.txt`, 'utf8'));
}

/** A clock for replies: nearly six years after the release. */
export const NOW = new Date('2026-11-22T12:00:00Z');

/** A moment between the release and the session that it announces. */
export const BEFORE_SESSION = new Date('2020-12-05T12:00:00Z');
