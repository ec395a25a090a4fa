import { setTimeout } from 'node:timers/promises';

/** Waits before each new try of a query that failed for want of a connection. */
const WAITS_MS = [50, 200, 1_000, 2_000];

/** Network failures, and what PostgreSQL and SQLite say when trying again may help. */
const TRANSIENT_CODES =
  /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|08\w{3}|57P0[1-5]|53\w{3}|40001|40P01|SQLITE_(?:BUSY|LOCKED|IOERR)\w*)$/;
const TRANSIENT_WORDS =
  /connection terminated|connection (?:was )?closed|timeout exceeded|query read timeout|database is locked|not queryable|cannot use a pool/i;
const UNIQUE_CODES = /^(?:23505|SQLITE_CONSTRAINT\w*)$/;

/** Whether a query failed because the database was out of reach or busy, and may work later. */
export function isTransient(err: unknown): boolean {
  if (err instanceof AggregateError) return err.errors.some(isTransient);
  if (!(err instanceof Error)) return false;
  return TRANSIENT_CODES.test(codeOf(err)) || TRANSIENT_WORDS.test(err.message);
}

/** Whether a row was refused because another one has its unique key. */
export function isTaken(err: unknown): boolean {
  return err instanceof Error && (UNIQUE_CODES.test(codeOf(err)) || /UNIQUE constraint/i.test(err.message));
}

/** Does the work, again after a pause where it failed for want of a connection; the last failure is thrown. */
export async function withRetry<T>(
  work: () => Promise<T>,
  onRetry: (err: unknown) => void,
  waits: readonly number[] = WAITS_MS,
): Promise<T> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (err) {
      if (!isTransient(err)) throw err;
      onRetry(err);
      await setTimeout(wait);
    }
  }
  return work();
}

function codeOf(err: Error): string {
  return 'code' in err && typeof err.code === 'string' ? err.code : '';
}
