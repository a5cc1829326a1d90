// COPY against a server: whatever is handed in comes back as it was, and as the same rows inserted as lists of values would.
import fc from "fast-check";
import { Client, Pool, type PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";
import { present } from "../domain/terms/index.ts";
import { copyRows } from "./postgres-copy.ts";
import type { Values } from "./sql-database.ts";

let server: TestPostgres | undefined;
let pool: Pool | undefined;
let open: PoolClient | undefined;
beforeAll(async () => {
  server = await startPostgres();
  pool = new Pool({ connectionString: server.url });
  pool.on("error", () => undefined);
  open = await connect();
  await open.query('create table kept (line bigint primary key, text text collate "C", whole bigint, bytes bytea); create table twin (like kept)');
});
afterAll(async () => {
  open?.release();
  await pool?.end();
  await server?.stop();
});

const client = (): PoolClient => present(open, "a connection");

async function connect(): Promise<PoolClient> {
  const one = await present(pool, "the connections").connect();
  one.on("error", () => undefined);
  return one;
}

/** The same rows by the other way PostgreSQL takes many: every column as one list of parameters. */
async function insertLists(rows: readonly Values[]): Promise<void> {
  await client().query("insert into twin select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bytea[])", [0, 1, 2, 3].map((column) => rows.map((row) => asParameter(row[column] ?? null))));
}

function asParameter(value: Values[number]): unknown {
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

async function rowsOf(table: "kept" | "twin"): Promise<readonly Values[]> {
  const { rows } = await client().query<{ line: string; text: string | null; whole: string | null; bytes: Buffer | null }>(`select * from ${table} order by line`);
  return rows.map(({ line, text, whole, bytes }) => [Number(line), text, whole === null ? null : Number(whole), bytes === null ? null : new Uint8Array(bytes)]);
}

/** Signs that mean something to COPY, to arrays, to JSON or to whoever splits lines, among any others but NUL and halves of pairs. */
const hostile = fc.array(fc.oneof(fc.constantFrom("\\", "\\N", "\\.", "\t", "\n", "\r", "\r\n", "\\n", '"', "'", "{", "}", ",", "NULL", "\u0001", "\u007f", "\u2028", "\\x", "\ufeff", "极", "\u{20BB7}"), fc.string({ unit: "binary" })))
  .map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());
const row = fc.tuple(fc.option(hostile), fc.option(fc.maxSafeInteger()), fc.option(fc.uint8Array({ maxLength: 40 })));

describe("COPY", () => {
  it("rows of any content come back as they were, and as lists of values would have put them", async () => {
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (drawn) => {
      const rows = drawn.map((values, index): Values => [index + 1, ...values]);
      await client().query("truncate kept, twin");
      await copyRows(client(), [{ table: "kept", columns: ["line", "text", "whole", "bytes"], rows }]);
      await insertLists(rows);
      expect(await rowsOf("kept")).toEqual(rows);
      expect(await rowsOf("twin")).toEqual(await rowsOf("kept"));
    }), { numRuns: 200 });
  });

  it("half a surrogate pair, which is stopped at the door, would become the same sign either way", async () => {
    await client().query("truncate kept, twin");
    await copyRows(client(), [{ table: "kept", columns: ["line", "text"], rows: [[1, "half \ud800"]] }]);
    await insertLists([[1, "half \ud800", null, null]]);
    expect(await rowsOf("kept")).toEqual(await rowsOf("twin"));
  });

  it("a row that is there already is the server's fault with its code, none of the rows stay, and the connection goes on", async () => {
    await client().query("truncate kept");
    await client().query("begin");
    await expect(copyRows(client(), [{ table: "kept", columns: ["line"], rows: [[1], [2], [1]] }])).rejects.toMatchObject({ code: "23505" });
    await client().query("rollback");
    await expect(copyRows(client(), [{ table: "kept", columns: ["no_such_column"], rows: [[1]] }])).rejects.toMatchObject({ code: "42703" });
    await copyRows(client(), [{ table: "kept", columns: ["line"], rows: [[3]] }]);
    expect(await rowsOf("kept")).toEqual([[3, null, null, null]]);
  });

  it("several tables are filled at once; where one does not take its rows, none has any and the connection goes on", async () => {
    const many = Array.from({ length: 20_000 }, (_, index): Values => [index + 1, "极地 ".repeat(20)]);
    const into = (table: string, rows: readonly Values[]): { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly Values[] } => ({ table, columns: ["line", "text"], rows });
    await client().query("truncate kept, twin");
    await expect(copyRows(client(), [into("twin", many), into("kept", [[7, "a"], [7, "b"]]), into("twin", many)])).rejects.toMatchObject({ code: "23505" });
    expect([await rowsOf("kept"), await rowsOf("twin")]).toEqual([[], []]);
    await copyRows(client(), [into("kept", many), into("twin", []), into("twin", [[1, "a"]])]);
    expect((await rowsOf("kept")).length).toBe(many.length);
    expect(await rowsOf("twin")).toEqual([[1, "a", null, null]]);
    await copyRows(client(), []);
  });

  it("a connection that is cut while rows wait is said, and so is one that was cut before", async () => {
    const keeper = new Client({ connectionString: present(server, "the server").url });
    await keeper.connect();
    await keeper.query("begin; lock table kept in exclusive mode");
    const cut = await connect();
    const copying = copyRows(cut, [{ table: "kept", columns: ["line"], rows: [[9]] }]).then(() => "done", (fault: Error) => fault.message);
    for (let waiting = 0; waiting === 0; ) waiting = (await keeper.query("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'")).rows.length;
    expect(await copying).toMatch(/terminat/);
    await keeper.query("rollback");
    await expect(copyRows(cut, [{ table: "kept", columns: ["line"], rows: [[9]] }])).rejects.toThrow(/not queryable|terminat|closed/);
    cut.release(true);
    await keeper.end();
  });
});
