import type { Database } from './database.ts';
import { releaseRow, type SeenRelease } from './schema.ts';

const FIRST_SIGHT = 'first-sight';
const LAST_LOOK = 'last-look';

/** All releases that have been seen. */
export async function seenReleases(database: Database): Promise<SeenRelease[]> {
  const rows = await database.selectFrom('releases').selectAll().execute();
  return rows.map((row) => releaseRow.parse(row));
}

/** When the releases were looked at for the first time: what was there then is not announced. */
export async function firstSight(database: Database): Promise<number | undefined> {
  const value = await read(database, FIRST_SIGHT);
  return value === undefined ? undefined : Number(value);
}

/** Stores what is there at first sight as seen, and that there was a first sight, in one transaction. */
export async function storeFirstSight(
  database: Database,
  releases: readonly SeenRelease[],
  now: number,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    for (const release of releases) {
      await trx
        .insertInto('releases')
        .values({
          release_id: release.id,
          issuer: release.issuer,
          fingerprint: release.fingerprint,
          story: release.story,
          status: release.status,
          supersedes: release.supersedes,
          first_seen_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await write(trx, FIRST_SIGHT, String(now));
  });
}

/** When the releases were last compared with those seen, by whatever process. */
export async function lastLook(database: Database): Promise<number | undefined> {
  const value = await read(database, LAST_LOOK);
  return value === undefined ? undefined : Number(value);
}

export async function storeLastLook(database: Database, now: number): Promise<void> {
  await write(database, LAST_LOOK, String(now));
}

async function read(database: Database, key: string): Promise<string | undefined> {
  const row = await database.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

async function write(database: Database, key: string, value: string): Promise<void> {
  await database
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
