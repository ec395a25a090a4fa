import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrations.ts';
import { isTransient, withRetry } from './retry.ts';

/** A database that may be out of reach for a while. */
export interface Store {
  /**
   * Runs queries once the tables are there, again where the connection broke: the work must bear being
   * done twice. @throws StoreUnavailable when the database stays out of reach.
   */
  readonly run: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** The database cannot be reached at present. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export interface StoreOptions {
  /** `file:PATH`, `:memory:` or `postgres://…`. */
  readonly url: string;
  /** Told of each failure that is tried again. */
  readonly onTrouble: (err: unknown) => void;
  /** Pauses between tries. */
  readonly waitsMs?: readonly number[];
}

/** A store that opens its database at the first use, so that a bot can start and answer without it. */
export function createStore({ url, onTrouble, waitsMs }: StoreOptions): Store {
  let opened: Promise<Database> | undefined;
  const open = async (): Promise<Database> => {
    const database = openDatabase(url, onTrouble);
    try {
      await migrate(database as never);
    } catch (err) {
      await database.destroy();
      throw err;
    }
    return database;
  };
  const database = (): Promise<Database> => {
    opened ??= open().catch((err: unknown) => {
      opened = undefined;
      throw err;
    });
    return opened;
  };
  return {
    async run(work) {
      try {
        return await withRetry(async () => work(await database()), onTrouble, waitsMs);
      } catch (err) {
        if (!isTransient(err)) throw err;
        throw new StoreUnavailable('the database cannot be reached', { cause: err });
      }
    },
    async close() {
      const last = opened;
      opened = undefined;
      await last?.then(
        (one) => one.destroy(),
        () => undefined,
      );
    },
  };
}
