import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** Longer waits for a connection or an answer count as a lost database and are retried. */
const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 15_000;
const WAIT_FOR_LOCK_MS = 5_000;

/**
 * The database that `url` names: `file:PATH` or `:memory:` for SQLite, `postgres://…` for PostgreSQL.
 * PostgreSQL connects at the first query; a SQLite file and its folder are made where they are missing.
 * @param onLost told of connections that break while idle; the next query opens a new one.
 * @throws when the file cannot be opened.
 */
export function openDatabase(url: string, onLost: (err: unknown) => void): Database {
  return isPostgres(url) ? openPostgres(url, onLost) : openSqlite(url.replace(/^file:(?:\/\/)?/, ''));
}

/** Whether the address is one of PostgreSQL. */
export function isPostgres(url: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(url);
}

function openPostgres(url: string, onLost: (err: unknown) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
  });
  // Without a listener a connection that breaks would end the process: the pool's is for idle ones alone.
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function openSqlite(path: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Libsql(path);
  // Readers and the one writer do not wait for each other; a power cut loses nothing that was committed.
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec(`PRAGMA busy_timeout = ${WAIT_FOR_LOCK_MS}`);
  database.exec('PRAGMA foreign_keys = ON');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
}
