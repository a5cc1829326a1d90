// The ledger in a folder: `register.sqlite`, by node:sqlite. One connection reads and sees only what is committed, another writes.
// Writers of this process take turns in a queue, and the processes take turns at `register.turn`.
import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setImmediate as breathe, setTimeout as wait } from "node:timers/promises";
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import { assert, type Result } from "../domain/terms/index.ts";
import { removeIndexFile } from "./index-file.ts";
import type { KeyedQuery, Ledger } from "./ledger.ts";
import { LedgerFault } from "./ledger-types.ts";
import type { Origin } from "./sealed-event.ts";
import type { SqlDatabase, TableRows, Writing } from "./sql-database.ts";
import { SQLITE } from "./sql-differences.ts";
import { openSqlLedger } from "./sql-ledger.ts";
import type { Migration } from "./sql-migrations.ts";
import { keyedEventsQuery, type KeyedRow } from "./sql-queries.ts";
import type { Tables } from "./sql-tables.ts";
import { folderFault, isBusy, sqliteFault, tooLongBusy } from "./sqlite-faults.ts";

export interface SqliteOptions {
  readonly origin: Origin;
  readonly busyMilliseconds: number;
  /** Pages the file may have: a small disk, for tests. */
  readonly pagesMax?: number;
  readonly migrations?: readonly Migration[];
}

export const REGISTER_FILE = "register.sqlite";
/** Rights of whoever is neither owner nor in the group of a file. */
const EVERYBODY = 0o007;
/** An empty database that is only ever locked. */
const TURN_FILE = "register.turn";
/** How often a waiting process looks again. It never stops its own event loop to wait. */
const LOOK_MILLISECONDS = 5;
/** Rows of a page of keyed events. */
const KEYED_ROWS_EACH = 500;

export async function openSqliteLedger(dataDir: string, options: SqliteOptions): Promise<Ledger> {
  return openSqlLedger(openSqlite(dataDir, options), options.origin, options.migrations);
}

export function openSqlite(dataDir: string, options: SqliteOptions): SqlDatabase {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw folderFault(error, dataDir);
  }
  return new SqliteFile(dataDir, options);
}

class SqliteFile implements SqlDatabase {
  readonly differences = SQLITE;
  readonly #path: string;
  readonly #turnPath: string;
  readonly #options: SqliteOptions;
  #reading: Connection | undefined;
  #writing: Connection | undefined;
  #turn: DatabaseSync | undefined;
  readonly #watching = new Set<() => void>();
  #looking: ReturnType<typeof setInterval> | undefined;
  #closed = false;
  /** Ends when the last writer of this process that has a place in the queue has ended. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(dataDir: string, options: SqliteOptions) {
    this.#path = join(dataDir, REGISTER_FILE);
    this.#turnPath = join(dataDir, TURN_FILE);
    this.#options = options;
  }

  async read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      this.#reading ??= await this.#open("query_only = on");
      const { db } = this.#reading;
      return await this.#untilFree(() => work(db));
    } catch (error) {
      throw sqliteFault(error, this.#path);
    }
  }

  async snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      const { db, file } = await this.#open("query_only = on");
      try {
        // The moment is that of the first reading after this.
        file.exec("begin");
        return await work(db);
      } finally {
        file.close();
      }
    } catch (error) {
      throw sqliteFault(error, this.#path);
    }
  }

  /** In pages: a reading that stays open would keep the log from being cut off. */
  async *keyedRows(query: KeyedQuery): AsyncIterable<readonly KeyedRow[]> {
    for (let after: Pick<KeyedRow, "key" | "position"> | undefined = { key: query.prefix, position: 0 }; after !== undefined; ) {
      const page = { after, limit: KEYED_ROWS_EACH };
      const rows: readonly KeyedRow[] = await this.read((db) => keyedEventsQuery(db, { ...query, page }).execute());
      yield rows;
      await breathe();
      after = rows.length < KEYED_ROWS_EACH ? undefined : rows.at(-1);
    }
  }

  async write<T, E>(work: (writing: Writing) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    return this.#inTurn(async (connection) => {
      await this.#begin(connection.file);
      const result = await work({ db: connection.db, insertAll: (...tables) => insertAll(connection, tables) });
      connection.file.exec(result.ok ? "commit" : "rollback");
      for (const changed of this.#watching) changed();
      return result;
    });
  }

  /**
   * Erased rows are overwritten in the file (secure_delete), but the write-ahead log has them until it is taken over and cut off.
   * A reader in another process can hold that up while it reads.
   */
  async scrub(): Promise<void> {
    await this.#inTurn(async ({ file }) => {
      // What was packed from the rows says what they said.
      removeIndexFile(dirname(this.#path));
      for (let waited = 0; waited < this.#options.busyMilliseconds; waited += LOOK_MILLISECONDS) {
        if (file.prepare("pragma wal_checkpoint(truncate)").get()?.["busy"] === 0) return;
        await wait(LOOK_MILLISECONDS);
      }
      throw new LedgerFault("busy", `What was to be forgotten is erased from \`${this.#path}\`, but another process that reads keeps its write-ahead log from being cut off.`, "Let the other process finish, or stop it, and forget the same again.");
    });
  }

  /** The log files beside the database take its rights when they are made. */
  async guard(): Promise<void> {
    try {
      for (const path of ["", "-wal", "-shm"].map((end) => `${this.#path}${end}`)) {
        const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
        if ((mode & EVERYBODY) !== 0) chmodSync(path, mode & ~EVERYBODY & 0o777);
      }
    } catch (error) {
      throw folderFault(error, this.#path);
    }
  }

  /** Other processes say nothing when they write: the file's own version is looked at, which costs a few millionths of a second. */
  watch(changed: () => void): () => void {
    const own = (): void => changed();
    this.#watching.add(own);
    let version: unknown;
    this.#looking ??= setInterval(() => {
      const { file } = this.#reading ?? {};
      const now = file?.prepare("pragma data_version").get()?.["data_version"];
      if (now === undefined || now === version) return;
      version = now;
      for (const each of this.#watching) each();
    }, LOOK_MILLISECONDS).unref();
    return () => {
      this.#watching.delete(own);
      if (this.#watching.size > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
    };
  }

  async close(): Promise<void> {
    await this.#queue;
    this.#closed = true;
    clearInterval(this.#looking);
    this.#writing?.file.close();
    this.#reading?.file.close();
    this.#turn?.close();
    this.#turn = undefined;
    this.#writing = undefined;
    this.#reading = undefined;
  }

  #inTurn<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      try {
        this.#writing ??= await this.#open(`max_page_count = ${this.#options.pagesMax ?? 0xfffffffe}`);
        return await work(this.#writing);
      } catch (error) {
        // Closing rolls back whatever state the fault left; the next write opens anew.
        this.#writing?.file.close();
        this.#writing = undefined;
        throw sqliteFault(error, this.#path);
      }
    });
    this.#queue = turn.then(() => undefined, () => undefined);
    return turn;
  }

  /**
   * SQLite's own lock knows no queue: a process that writes again and again would take it every time. Whoever waits for it holds
   * the turn meanwhile, and who has just written must wait for the turn. Both locks end with their process.
   */
  async #begin(file: DatabaseSync): Promise<void> {
    const turn = (this.#turn ??= openTurn(this.#turnPath));
    await this.#untilFree(() => turn.exec("begin immediate"));
    try {
      await this.#untilFree(() => file.exec("begin immediate"));
    } finally {
      turn.exec("rollback");
    }
  }

  async #open(pragma: string): Promise<Connection> {
    assert(!this.#closed, "a closed ledger is asked nothing");
    const file = new DatabaseSync(this.#path, { timeout: 0 });
    try {
      // The first to come makes the log; nobody can wait for that lock, so it is asked for again.
      await this.#untilFree(() => {
        if (file.prepare("pragma journal_mode").get()?.["journal_mode"] !== "wal") file.exec("pragma journal_mode = wal");
        file.exec(`pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma cache_size = -65536; pragma journal_size_limit = 67108864; pragma ${pragma}`);
      });
    } catch (error) {
      file.close();
      throw error;
    }
    const statements = new Map<string, StatementSync>();
    return { file, statements, db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(file, statements) }) }) };
  }

  async #untilFree<T>(attempt: () => T | Promise<T>): Promise<T> {
    for (let waited = 0; ; waited += LOOK_MILLISECONDS) {
      try {
        return await attempt();
      } catch (error) {
        if (!isBusy(error)) throw error;
        if (waited >= this.#options.busyMilliseconds) throw tooLongBusy(this.#path, error);
      }
      await wait(LOOK_MILLISECONDS);
    }
  }
}

/** Its journal stays in memory: a lock needs no room on the disk, not even on a full one. */
function openTurn(path: string): DatabaseSync {
  const turn = new DatabaseSync(path, { timeout: 0 });
  turn.exec("pragma journal_mode = memory");
  return turn;
}

interface Connection {
  readonly file: DatabaseSync;
  readonly statements: Map<string, StatementSync>;
  readonly db: Kysely<Tables>;
}

/**
 * One prepared statement run for every row. The query builder is left aside here: it would build and print a tree for
 * every value, which takes several times as long as SQLite takes to store it.
 */
async function insertAll(connection: Connection, tables: readonly TableRows[]): Promise<void> {
  for (const { table, columns, rows } of tables) {
    const statement = prepared(connection.file, connection.statements, `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`);
    for (const row of rows) statement.run(...row);
    if (rows.length > 500) await breathe();
  }
}

function prepared(file: DatabaseSync, statements: Map<string, StatementSync>, text: string): StatementSync {
  const statement = statements.get(text) ?? file.prepare(text);
  statements.set(text, statement);
  return statement;
}

function forKysely(file: DatabaseSync, statements: Map<string, StatementSync>): SqliteDatabase {
  return {
    // The file is closed by whoever opened it.
    close: () => undefined,
    prepare(text): SqliteStatement {
      const statement = prepared(file, statements, text);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(asInput)),
        run: (parameters) => statement.run(...parameters.map(asInput)),
        iterate: (parameters) => statement.iterate(...parameters.map(asInput)),
      };
    },
  };
}

function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "bigint" || value instanceof Uint8Array) return value;
  throw new Error(`assertion failed: a ${typeof value} is a value SQLite can keep`);
}
