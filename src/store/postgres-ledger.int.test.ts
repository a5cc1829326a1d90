// What only PostgreSQL can meet: a server that goes away and comes back, connections cut in the middle, rights that are missing.
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchOf, instant, position, recordEvent } from "../../test/support/sample-events.ts";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";
import { present } from "../domain/terms/index.ts";
import { LedgerFault } from "./ledger-types.ts";
import type { Ledger } from "./ledger.ts";
import { openPostgresLedger, type PostgresOptions } from "./postgres-ledger.ts";
import { MIGRATIONS } from "./sql-migrations.ts";

let started: TestPostgres | undefined;
beforeAll(async () => {
  started = await startPostgres();
});
afterAll(() => started?.stop());

const server = (): TestPostgres => present(started, "the server");
const open = (url: string, more: Partial<PostgresOptions> = {}): Promise<Ledger> => openPostgresLedger(url, { origin: { node: "test-node", randomBytes }, busyMilliseconds: 60_000, ...more });

async function faultOf(work: Promise<unknown>): Promise<LedgerFault> {
  const error: unknown = await work.then(() => "it was done", (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LedgerFault);
  if (!(error instanceof LedgerFault)) throw error;
  expect(error.remedy).toMatch(/^.+\.$/);
  return error;
}

async function asKeeper<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("PostgreSQL", () => {
  it("R21 R22 when the server goes away calls say so, and when it is back the same ledger goes on", async () => {
    const url = await server().freshDatabase();
    const ledger = await open(url);
    await ledger.append(batchOf([recordEvent({ id: "a" })]));
    await server().pause();
    const fault = await faultOf(ledger.append(batchOf([recordEvent({ id: "b" })])));
    expect(fault.code).toBe("unreachable");
    expect((await faultOf(ledger.read({}))).code).toBe("unreachable");
    expect((await faultOf(open(url))).code).toBe("unreachable");
    await server().resume();
    expect(await ledger.read({})).toHaveLength(1);
    expect(await ledger.append(batchOf([recordEvent({ id: "b" })]))).toEqual({ ok: true, value: { first: 2, last: 2 } });
    await ledger.close();
  });

  it("R21 R22 a connection cut in the middle of an append leaves nothing of it", async () => {
    const url = await server().freshDatabase();
    const ledger = await open(url);
    await ledger.append(batchOf([recordEvent({ id: "a" })]));
    const cut = await asKeeper(url, async (keeper) => {
      // Somebody holds the counter, so that the append stands waiting in its transaction when its connection is cut.
      await keeper.query("begin");
      await keeper.query("select value from counters where name = 'position' for update");
      const appending = faultOf(ledger.append(batchOf([recordEvent({ id: "b" }), recordEvent({ id: "c" })])));
      await waitingFor(url, 1);
      await keeper.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
      const fault = await appending;
      await keeper.query("rollback");
      return fault;
    });
    expect(cut.code).toBe("unreachable");
    expect(await ledger.head()).toBe(1);
    expect(await ledger.append(batchOf([recordEvent({ id: "d" })]))).toEqual({ ok: true, value: { first: 2, last: 2 } });
    await ledger.close();
  });

  it("R2 a position is not seen before the one it follows: an append waits for the one under way", async () => {
    const url = await server().freshDatabase();
    const [one, two] = [await open(url), await open(url)];
    await asKeeper(url, async (keeper) => {
      await keeper.query("begin");
      await keeper.query("update counters set value = value where name = 'position'");
      const both = [one.append(batchOf([recordEvent({ id: "a" })])), two.append(batchOf([recordEvent({ id: "b" })]))];
      await waitingFor(url, 2);
      expect(await one.head()).toBe(0);
      await keeper.query("rollback");
      expect((await Promise.all(both)).map((result) => result.ok && result.value.first).toSorted()).toEqual([1, 2]);
    });
    await one.close();
    await two.close();
  });

  it("R21 R22 a writer that holds on too long is busy", async () => {
    const url = await server().freshDatabase();
    const ledger = await open(url, { busyMilliseconds: 50 });
    await asKeeper(url, async (keeper) => {
      await keeper.query("begin");
      await keeper.query("update counters set value = value where name = 'position'");
      expect((await faultOf(ledger.append(batchOf([recordEvent({ id: "a" })])))).code).toBe("busy");
      await keeper.query("rollback");
    });
    expect(await ledger.append(batchOf([recordEvent({ id: "a" })]))).toMatchObject({ ok: true });
    await ledger.close();
  });

  it("R21 a wrong address, a database that is not there and a user without rights are told apart", async () => {
    const url = await server().freshDatabase();
    expect((await faultOf(open("postgres://probity@127.0.0.1:1/nowhere"))).code).toBe("unreachable");
    const missing = await faultOf(open(url.replace(/[^/]+$/, "no_such_database")));
    expect(missing.code).toBe("unreachable");
    expect(missing.remedy).toContain("database name");
    await (await open(url)).close();
    await asKeeper(url, (keeper) => keeper.query("create role guest login; grant select on all tables in schema public to guest"));
    const guest = await open(url.replace("probity@", "guest@"));
    expect(await guest.head()).toBe(0);
    expect((await faultOf(guest.append(batchOf([recordEvent({ id: "a" })])))).code).toBe("readonly");
    await guest.close();
  });

  it("R23 data of a newer program, or of a program with other migrations, is refused", async () => {
    const url = await server().freshDatabase();
    const added = { name: "one more table", statements: () => ["create table more (word text)"] };
    await (await open(url, { migrations: [...MIGRATIONS, added] })).close();
    expect((await faultOf(open(url))).code).toBe("newer");
    expect((await faultOf(open(url, { migrations: [added] }))).code).toBe("newer");
    expect((await faultOf(open(url, { migrations: [added, ...MIGRATIONS] }))).code).toBe("altered");
  });

  it("R24 ledgers opened at one moment on an empty database make its tables once", async () => {
    const url = await server().freshDatabase();
    const ledgers = await Promise.all([open(url), open(url), open(url)]);
    await Promise.all(ledgers.map((ledger, index) => ledger.append(batchOf([recordEvent({ id: `r${index}` })]))));
    expect((await present(ledgers[0], "a ledger").read({})).map((event) => event.position)).toEqual([1, 2, 3]);
    for (const ledger of ledgers) await ledger.close();
  });

  it("R20 what was forgotten is cleaned out of its pages", async () => {
    const url = await server().freshDatabase();
    const ledger = await open(url);
    await ledger.append(batchOf([recordEvent({ id: "a" }), recordEvent({ id: "b" })]));
    await ledger.forget([position(1)]);
    const dead = await asKeeper(url, (keeper) => keeper.query("select n_dead_tup::int as dead, vacuum_count::int as vacuums from pg_stat_user_tables where relname = 'bodies'"));
    expect(dead.rows).toEqual([{ dead: 0, vacuums: 1 }]);
    await ledger.close();
  });

  it("R34, R36 of several ledgers that find no key one puts its own into use; an erased private part is cleaned out of its pages", async () => {
    const url = await server().freshDatabase();
    const ledgers = [await open(url), await open(url), await open(url)];
    const key = (kid: string) => ({ kid, x: kid, secret: new TextEncoder().encode(`secret of ${kid}`), at: instant("2026-03-02T09:00:00.000Z") });
    const added = await Promise.all(ledgers.map((ledger, index) => ledger.signingKeys.add(key(`k${index}`), "whereNone")));
    expect(added.filter((each) => each)).toHaveLength(1);
    const [first, second] = [present(ledgers[0], "a ledger"), present(ledgers[1], "another")];
    expect(await second.signingKeys.current()).toEqual(await first.signingKeys.current());
    await first.signingKeys.add(key("next"), "always");
    expect((await second.signingKeys.current())?.kid).toBe("next");
    const dead = await asKeeper(url, (keeper) => keeper.query("select n_dead_tup::int as dead, vacuum_count::int as vacuums from pg_stat_user_tables where relname = 'signing_secrets'"));
    expect(dead.rows).toEqual([{ dead: 0, vacuums: 1 }]);
    for (const ledger of ledgers) await ledger.close();
  });
});

/** Until as many sessions of the database stand waiting for a lock. The server is asked again and again, no clock. */
async function waitingFor(url: string, sessions: number): Promise<void> {
  await asKeeper(url, async (keeper) => {
    for (let waiting = 0; waiting < sessions; ) {
      const { rows } = await keeper.query("select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
      waiting = rows[0].waiting;
    }
  });
}
