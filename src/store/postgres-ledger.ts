// The ledger in PostgreSQL (15 and later), by pg. A few connections are shared; one that breaks is thrown away, and the next call
// opens another. The counter row of sql-ledger.ts makes appends take turns, over all processes.
import { CompiledQuery, Kysely, PostgresDialect, type ControlledTransaction } from "kysely";
import { Pool, types, type PoolClient } from "pg";
import { assert, type Result } from "../domain/terms/index.ts";
import type { KeyedQuery, Ledger } from "./ledger.ts";
import { copyOut } from "./postgres-copy-out.ts";
import { copyRows } from "./postgres-copy.ts";
import { PostgresEar } from "./postgres-ear.ts";
import { postgresFault } from "./postgres-faults.ts";
import type { Origin } from "./sealed-event.ts";
import type { SqlDatabase, Writing } from "./sql-database.ts";
import { POSTGRES } from "./sql-differences.ts";
import { openSqlLedger } from "./sql-ledger.ts";
import type { Migration } from "./sql-migrations.ts";
import { keyedEventsQuery, keyedRowOf, type KeyedRow } from "./sql-queries.ts";
import type { Tables } from "./sql-tables.ts";

export interface PostgresOptions {
  readonly origin: Origin;
  readonly busyMilliseconds: number;
  readonly migrations?: readonly Migration[];
}

export async function openPostgresLedger(databaseUrl: string, options: PostgresOptions): Promise<Ledger> {
  return openSqlLedger(openPostgres(databaseUrl, options), options.origin, options.migrations);
}

export function openPostgres(databaseUrl: string, options: PostgresOptions): SqlDatabase {
  return new PostgresServer(databaseUrl, options);
}

/** What a write tells whoever listens, when it is committed. */
const CHANNEL = "probity_written";

class PostgresServer implements SqlDatabase {
  readonly differences = POSTGRES;
  readonly #pool: Pool;
  readonly #db: Kysely<Tables>;
  readonly #databaseUrl: string;
  readonly #watching = new Set<() => void>();
  #ear: PostgresEar | undefined;

  constructor(databaseUrl: string, options: PostgresOptions) {
    const pool = (this.#pool = new Pool({
      connectionString: databaseUrl, application_name: "probity", max: 6, connectionTimeoutMillis: 10_000, keepAlive: true, lock_timeout: options.busyMilliseconds,
      types: { getTypeParser: (type, format) => (type === types.builtins.INT8 && format !== "binary" ? wholeNumber : types.getTypeParser(type, format)) },
    }));
    // A connection that breaks leaves the pool; the call that used it gets the fault as its answer, the next one a new connection.
    // The same news comes as an event, which would end the program if nobody took it.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    this.#pool = pool;
    this.#db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    this.#databaseUrl = databaseUrl;
  }

  watch(changed: () => void): () => void {
    const own = (): void => changed();
    this.#watching.add(own);
    this.#ear ??= new PostgresEar(this.#databaseUrl, CHANNEL, () => {
      for (const each of this.#watching) each();
    });
    return () => {
      this.#watching.delete(own);
      if (this.#watching.size > 0) return;
      void this.#ear?.close();
      this.#ear = undefined;
    };
  }

  async read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await work(this.#db);
    } catch (error) {
      throw postgresFault(error);
    }
  }

  async snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.read((db) => db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work));
  }

  async *keyedRows(query: KeyedQuery): AsyncIterable<readonly KeyedRow[]> {
    try {
      const client = await this.#pool.connect();
      for await (const rows of copyOut(client, keyedEventsQuery(this.#db, query).compile().sql)) yield rows.map(keyedRowOf);
    } catch (error) {
      throw postgresFault(error);
    }
  }

  async write<T, E>(work: (writing: Writing) => Promise<Result<T, E>>): Promise<Result<T, E>> {
    try {
      const client = await this.#pool.connect();
      const transaction = await this.#begin(client);
      try {
        const result = await work({ db: transaction, insertAll: (...tables) => copyRows(client, tables) });
        if (result.ok) await transaction.executeQuery(CompiledQuery.raw(`notify ${CHANNEL}`));
        await (result.ok ? transaction.commit() : transaction.rollback()).execute();
        for (const changed of this.#watching) changed();
        return result;
      } catch (error) {
        // Where the connection is gone there is nothing to roll back, and the first fault is the one to tell.
        if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute().catch(() => undefined);
        throw error;
      }
    } catch (error) {
      throw postgresFault(error);
    }
  }

  /** A transaction on this one connection, which goes back to the pool when it ends: COPY speaks to the connection itself, past the query builder. */
  async #begin(client: PoolClient): Promise<ControlledTransaction<Tables>> {
    const pool = { connect: async () => client, end: async () => undefined, options: this.#pool.options };
    return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).startTransaction().setIsolationLevel("read committed").execute();
  }

  async scrub(): Promise<void> {
    // Erased rows lie in their pages until these are cleaned.
    await this.read((db) => db.executeQuery(CompiledQuery.raw("vacuum bodies, names, name_blocks, attachments, signing_secrets")));
  }

  /** A database's rows are read by whom the server lets in. */
  async guard(): Promise<void> {}

  async close(): Promise<void> {
    await this.#ear?.close();
    await this.#db.destroy();
  }
}

function wholeNumber(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `${text} is a whole number this program can count with`);
  return value;
}
