// KeptTables: a register as rows, for copies of the whole. Reading sees one moment while others go on writing; filling is one
// transaction on an empty place, so that there is the whole register or none, whenever the process ends.
import { sql, type Kysely } from "kysely";
import { assert, err, ok } from "../domain/terms/index.ts";
import { BUSY_MILLISECONDS, type LedgerPlace } from "./open-ledger.ts";
import { migrate } from "./sql-migrations.ts";
import type { SqlDatabase, Values, Writing } from "./sql-database.ts";
import type { Tables } from "./sql-tables.ts";
import { columnsOf, KEPT_TABLES, TABLE_SHAPES, type KeptTable } from "./table-shapes.ts";

/** What was to fill a place is no register: rows are missing, twice there or lead to nothing. Thrown, since only that undoes a filling. */
export class NotARegister extends Error {}

export interface RowsOfMoment {
  count(table: KeptTable): Promise<number>;
  /** Every row of a table in the order of its key, its values in the order of `columnsOf`, a page at a time. */
  pages(table: KeptTable): AsyncIterable<readonly Values[]>;
}

export interface KeptTables {
  /** Reads as of one moment, whoever writes meanwhile. */
  snapshot<T>(work: (rows: RowsOfMoment) => Promise<T>): Promise<T>;
  /**
   * Fills an empty place, all or nothing; false where something is kept in it already. What `work` throws undoes everything; rows that
   * contradict each other are NotARegister.
   */
  fill(work: (put: (table: KeptTable, rows: readonly Values[]) => Promise<void>) => Promise<void>): Promise<boolean>;
  close(): Promise<void>;
}

/** Rows read at a time, and rows that may be megabytes long. */
const [PAGE, LARGE_PAGE] = [500, 4];

/** `pagesMax`: a small disk, for tests; SQLite only. */
export async function openKeptTables({ dataDir, databaseUrl, busyMilliseconds = BUSY_MILLISECONDS, pagesMax, ...origin }: LedgerPlace & { readonly pagesMax?: number }): Promise<KeptTables> {
  const options = { origin, busyMilliseconds, ...(pagesMax === undefined ? {} : { pagesMax }) };
  let database: SqlDatabase;
  if (databaseUrl !== undefined) database = (await import("./postgres-ledger.ts")).openPostgres(databaseUrl, options);
  else {
    assert(dataDir !== undefined, "a register is in a folder or in a database");
    database = (await import("./sqlite-ledger.ts")).openSqlite(dataDir, options);
  }
  try {
    await migrate(database);
  } catch (fault) {
    await database.close();
    throw fault;
  }
  return {
    snapshot: (work) => database.snapshot((db) => work({ count: (table) => countRows(db, table), pages: (table) => pagesOf(db, table) })),
    fill: (work) => fill(database, work),
    close: () => database.close(),
  };
}

async function countRows(db: Kysely<Tables>, table: KeptTable): Promise<number> {
  const { rows } = await sql<{ readonly rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(db);
  return rows[0]?.rows ?? 0;
}

async function* pagesOf(db: Kysely<Tables>, table: KeptTable): AsyncIterable<readonly Values[]> {
  const { key, large } = TABLE_SHAPES[table];
  const columns = columnsOf(table).map(([column]) => column);
  const limit = large === true ? LARGE_PAGE : PAGE;
  const order = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Values | undefined; ; ) {
    const after = last === undefined ? sql`` : sql`where (${order}) > (${sql.join(key.map((column) => last?.[columns.indexOf(column)]))})`;
    const { rows } = await sql<Readonly<Record<string, Values[number]>>>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)} ${after} order by ${order} limit ${sql.lit(limit)}`.execute(db);
    const page = rows.map((row): Values => columns.map((column) => row[column] ?? null));
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    last = page.at(-1);
  }
}

async function fill(database: SqlDatabase, work: Parameters<KeptTables["fill"]>[0]): Promise<boolean> {
  const filled = await database.write<undefined, "not empty">(async (writing) => {
    // Counters are locked first: whoever writes at the same time waits for them.
    await writing.db.updateTable("counters").set((eb) => ({ value: eb.ref("value") })).execute();
    if (!(await isEmpty(writing.db))) return err("not empty");
    await work(async (table, rows) => {
      try {
        await put(writing, table, rows);
      } catch (fault) {
        throw isContradiction(fault) ? new NotARegister(`rows of ${table} contradict each other`, { cause: fault }) : fault;
      }
    });
    return ok(undefined);
  });
  return filled.ok;
}

async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of KEPT_TABLES) if (table !== "counters" && (await countRows(db, table)) > 0) return false;
  return (await db.selectFrom("counters").select("value").where("value", ">", 0).execute()).length === 0;
}

async function put(writing: Writing, table: KeptTable, rows: readonly Values[]): Promise<void> {
  if (table !== "counters") return writing.insertAll({ table, columns: columnsOf(table).map(([column]) => column) as never, rows });
  for (const [name, value] of rows) await sql`update counters set value = ${value} where name = ${name}`.execute(writing.db);
}

/** A constraint does not hold: SQLITE_CONSTRAINT, or SQLSTATE class 23. */
function isContradiction(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ("errcode" in fault && typeof fault.errcode === "number") return (fault.errcode & 0xff) === 19;
  return "code" in fault && typeof fault.code === "string" && /^23[0-9A-Z]{3}$/.test(fault.code);
}
