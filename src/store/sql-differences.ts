// Where SQLite and PostgreSQL say the same thing in different words. Everything else is one text for both.
import { sql, type RawBuilder, type SqlBool } from "kysely";

export interface SqlDifferences {
  /** Types and table options in `create table`. */
  readonly words: {
    /** Text compared byte by byte, as order.ts has it. */
    readonly text: string;
    readonly whole: string;
    readonly bytes: string;
    /** A table that lives in its primary key. */
    readonly clustered: string;
    readonly table: string;
  };
  /** Whether the column is one of these, however many: one parameter, one text of the statement. */
  isAnyText(column: string, values: readonly string[]): RawBuilder<SqlBool>;
  isAnyWhole(column: string, values: readonly number[]): RawBuilder<SqlBool>;
  /** A table of one column, `text`, with a row for each of these. */
  textRows(values: readonly string[]): RawBuilder<unknown>;
  contains(column: string, text: string): RawBuilder<SqlBool>;
  /** A row if there is such a table. */
  tableNamed(name: string): RawBuilder<{ readonly found: string | null }>;
  /** At the end of a reading whose rows are to be changed: others pass over them. SQLite has one writer anyway. */
  readonly lockRows: string;
  /** Lets one process at a time make tables; SQLite has one writer anyway. */
  readonly migrationLock: string | null;
}

export const SQLITE: SqlDifferences = {
  words: { text: "text", whole: "integer", bytes: "blob", clustered: "without rowid, strict", table: "strict" },
  isAnyText: (column, values) => sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
  isAnyWhole: (column, values) => sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`,
  textRows: (values) => sql`(select value as text from json_each(${JSON.stringify(values)}))`,
  contains: (column, text) => sql<SqlBool>`instr(${sql.ref(column)}, ${text}) > 0`,
  tableNamed: (name) => sql<{ readonly found: string | null }>`select name as found from sqlite_master where type = 'table' and name = ${name}`,
  lockRows: "",
  migrationLock: null,
};

export const POSTGRES: SqlDifferences = {
  words: { text: 'text collate "C"', whole: "bigint", bytes: "bytea", clustered: "", table: "" },
  isAnyText: (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`,
  isAnyWhole: (column, values) => sql<SqlBool>`${sql.ref(column)} = any(${values}::bigint[])`,
  textRows: (values) => sql`(select unnest(${values}::text[]) as text)`,
  contains: (column, text) => sql<SqlBool>`strpos(${sql.ref(column)}, ${text}) > 0`,
  tableNamed: (name) => sql<{ readonly found: string | null }>`select to_regclass(${name})::text as found`,
  lockRows: "for update skip locked",
  migrationLock: "select pg_advisory_xact_lock(1886547810)",
};
