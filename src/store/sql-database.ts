// SqlDatabase: what the SQL ledger asks of a database. SQLite and PostgreSQL each answer in their own file;
// the few statements in which they differ stand in sql-differences.ts.
import type { Kysely } from "kysely";
import { assert, ok, type Result } from "../domain/terms/index.ts";
import type { KeyedQuery } from "./ledger.ts";
import type { SqlDifferences } from "./sql-differences.ts";
import type { KeyedRow } from "./sql-queries.ts";
import type { Tables } from "./sql-tables.ts";

export interface SqlDatabase {
  readonly differences: SqlDifferences;
  /** Sees what is committed, and nothing of a write under way. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Sees what is committed when it begins, and nothing that comes later. */
  snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Events by their keys, in order, some at a time; what they are read into stays small however many there are. */
  keyedRows(query: KeyedQuery): AsyncIterable<readonly KeyedRow[]>;
  /** One transaction, durable when it returns ok. An error rolls it back, and so does whatever is thrown. */
  write<T, E>(work: (writing: Writing) => Promise<Result<T, E>>): Promise<Result<T, E>>;
  /** After rows were erased: their bytes leave the files of the database too. */
  scrub(): Promise<void>;
  /** Before a secret is kept: files that everybody on the machine may read are closed to all but their owner and group. */
  guard(): Promise<void>;
  /** Calls back soon after somebody's write was committed: at once for a write of its own. It may call for nothing. Ends with the function it gives. */
  watch(changed: () => void): () => void;
  close(): Promise<void>;
}

export interface Writing {
  readonly db: Kysely<Tables>;
  /** Adds rows to tables, in this order. PostgreSQL is sent all of them at once. */
  insertAll(...tables: readonly TableRows[]): Promise<void>;
}

/** Rows for a table, their values in the order of the columns. */
export type TableRows = { readonly [Name in keyof Tables & string]: { readonly table: Name; readonly columns: readonly (keyof Tables[Name] & string)[]; readonly rows: readonly Values[] } }[keyof Tables & string];

export type Values = readonly (string | number | Uint8Array | null)[];

/** A write that nothing refuses: what it gives, once it is durable. */
export async function writeSurely<T>(database: SqlDatabase, work: (writing: Writing) => Promise<T>): Promise<T> {
  const done = await database.write<T, never>(async (writing) => ok(await work(writing)));
  assert(done.ok, "a write without a way to fail is done");
  return done.value;
}
