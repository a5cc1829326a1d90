// What only SQLite can meet: a full disk, a damaged file, a folder that is not ours, several programs at one file.
import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { makeFileNumber, plainDate, present } from "../domain/terms/index.ts";
import { answerEvent, attachmentId, batchOf, instant, nameRow, organisationEvent, position, recordEvent } from "../../test/support/sample-events.ts";
import { verifyCommitment } from "./commitment.ts";
import { indexPath, writeIndexFile } from "./index-file.ts";
import { LedgerFault } from "./ledger-types.ts";
import type { Ledger } from "./ledger.ts";
import { openLedger } from "./open-ledger.ts";
import { SQLITE } from "./sql-differences.ts";
import { MIGRATIONS } from "./sql-migrations.ts";
import { eventsQuery, namesQuery } from "./sql-queries.ts";
import type { Tables } from "./sql-tables.ts";
import { openSqliteLedger, REGISTER_FILE, type SqliteOptions } from "./sqlite-ledger.ts";

const top = mkdtempSync(join(tmpdir(), "probity-sqlite-"));
chmodSync(top, 0o755);
afterAll(() => rmSync(top, { recursive: true, force: true }));

const origin = { node: "test-node", randomBytes };
const freshFolder = (): string => mkdtempSync(join(top, "data-"));
const open = (dataDir: string, more: Partial<SqliteOptions> = {}): Promise<Ledger> => openSqliteLedger(dataDir, { origin, busyMilliseconds: 60_000, ...more });

async function faultOf(work: Promise<unknown>): Promise<LedgerFault> {
  const error: unknown = await work.then(() => "it was done", (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LedgerFault);
  if (!(error instanceof LedgerFault)) throw error;
  expect(error.message).toMatch(/^.+\.$/);
  expect(error.remedy).toMatch(/^.+\.$/);
  return error;
}

/** Everything that is there is whole: dense positions, and commitments that verify. */
async function expectWhole(ledger: Ledger): Promise<number> {
  const events = await ledger.read({});
  expect(events.map((event) => event.position)).toEqual(events.map((_, index) => index + 1));
  const sealed = await ledger.readBodies(events.map((event) => event.position));
  expect(sealed.every(({ salt }, index) => verifyCommitment(present(events[index], "an event"), salt))).toBe(true);
  return events.length;
}

describe("a folder and its file", () => {
  it("R6 what was appended is there when the folder is opened again", async () => {
    const dataDir = join(freshFolder(), "made", "on the way");
    const first = await open(dataDir);
    await first.append(batchOf([recordEvent({ id: "a" })]));
    await first.setSetting("seed", "7");
    const events = await first.read({});
    await first.close();
    const second = await open(dataDir);
    expect(await second.read({})).toEqual(events);
    expect(await second.setting("seed")).toBe("7");
    await second.close();
  });

  it("R24 two ledgers at one folder see and extend the same log", async () => {
    const dataDir = freshFolder();
    const [one, two] = await Promise.all([open(dataDir), open(dataDir)]);
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two).append(batchOf([recordEvent({ id: `r${index}` }), recordEvent({ id: `s${index}` })]))));
    expect(await expectWhole(two)).toBe(40);
    expect(await one.head()).toBe(40);
    expect(new Set([...(await one.mintFiles(3)), ...(await two.mintFiles(3))]).size).toBe(6);
    await one.close();
    await two.close();
  });

  it("R20 what was forgotten is no longer in any file of the folder", async () => {
    const dataDir = freshFolder();
    const ledger = await open(dataDir);
    const file = makeFileNumber(1);
    const content = Buffer.from("A vanishing letter. ".repeat(5000));
    await ledger.append(batchOf([organisationEvent(file, [nameRow(file, "Vanishing Works")]), recordEvent({ id: "a", note: "kept" }), answerEvent([{ id: attachmentId("a-1"), content }])]));
    const inFiles = (text: string): boolean => readdirSync(dataDir).some((name) => readFileSync(join(dataDir, name)).includes(text));
    expect(inFiles("Vanishing")).toBe(true);
    expect(inFiles("vanishing letter")).toBe(true);
    // What an index was packed from, with its names.
    expect(writeIndexFile(indexPath(dataDir), { about: "Vanishing Works", columns: {} })).toBe(true);
    await ledger.forget([position(1), position(3)]);
    expect(inFiles("vanishing letter")).toBe(false);
    expect(inFiles("Vanishing")).toBe(false);
    expect(inFiles("vanishing")).toBe(false);
    expect(inFiles("kept")).toBe(true);
    await ledger.close();
  });

  it("R36 a private part that is erased is in no file of the folder, and the files of one that is kept are closed to others", async () => {
    const dataDir = freshFolder();
    const ledger = await open(dataDir);
    const [at, kept] = [instant("2026-03-02T09:00:00.000Z"), (text: string) => readdirSync(dataDir).some((name) => readFileSync(join(dataDir, name)).includes(text))];
    const key = (kid: string) => ({ kid, x: kid, secret: new TextEncoder().encode(`secret of ${kid} `.repeat(200)), at });
    await ledger.signingKeys.add(key("first"), "always");
    expect(kept("secret of first")).toBe(true);
    await ledger.signingKeys.add(key("second"), "always");
    expect([kept("secret of first"), kept("secret of second")]).toEqual([false, true]);
    for (const name of readdirSync(dataDir).filter((each) => each.startsWith(REGISTER_FILE))) expect([name, statSync(join(dataDir, name)).mode & 0o007]).toEqual([name, 0]);
    await ledger.signingKeys.revoke("second", { since: plainDate("2026-03-02"), from: at, at, reason: null });
    expect(kept("secret of second")).toBe(false);
    await ledger.close();
  });

  it("R11 reading by key, by type and by name asks indexes only", async () => {
    const dataDir = freshFolder();
    await (await open(dataDir)).close();
    const file = new DatabaseSync(join(dataDir, REGISTER_FILE));
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: { close() {}, prepare() { throw new Error("only compiled"); } } }) });
    const plan = (query: { compile(): { sql: string; parameters: readonly unknown[] } }): string => {
      const { sql, parameters } = query.compile();
      return file.prepare(`explain query plan ${sql}`).all(...parameters.map((value) => (typeof value === "number" ? value : String(value)))).map((row) => row["detail"]).join("\n");
    };
    for (const query of [{ keys: ["a", "b"] }, { keys: ["a"], types: ["RecordReported"], after: position(3) }, { types: ["RecordReported"] }, { after: position(1), upTo: position(9) }]) {
      expect(plan(eventsQuery(db, SQLITE, query))).not.toMatch(/SCAN (?:events|event_keys|bodies)/);
    }
    expect(plan(eventsQuery(db, SQLITE, { keys: ["a"] }))).toMatch(/SEARCH event_keys USING PRIMARY KEY \(key=\? AND position>\? AND position<\?\)[^]*SEARCH events USING INTEGER PRIMARY KEY \(rowid=\?\)/);
    for (const rank of ["exact", "prefix"] as const) {
      for (const column of ["levelled", "pinyin", "initials", "blocks"] as const) expect(plan(namesQuery(db, SQLITE, { text: "a", rank, column, limit: 5 }))).not.toMatch(/SCAN/);
    }
    file.close();
  });
});

describe("what can go wrong", () => {
  it("R21 R22 on a full disk nothing is half written, and what fits is written afterwards", async () => {
    const dataDir = freshFolder();
    const ledger = await open(dataDir, { pagesMax: 60 });
    await ledger.append(batchOf([recordEvent({ id: "first" })]));
    const wide = Array.from({ length: 3000 }, (_, index) => recordEvent({ id: `r${index}`, note: "x".repeat(300) }));
    expect((await faultOf(ledger.append(batchOf(wide)))).code).toBe("full");
    expect(await expectWhole(ledger)).toBe(1);
    expect(await ledger.append(batchOf([recordEvent({ id: "small" })]))).toEqual({ ok: true, value: { first: 2, last: 2 } });
    await ledger.close();
    const roomy = await open(dataDir);
    expect(await roomy.append(batchOf(wide))).toEqual({ ok: true, value: { first: 3, last: 3002 } });
    expect(await expectWhole(roomy)).toBe(3002);
    await roomy.close();
  });

  it("R21 a file that is something else, is cut short or is overwritten is damaged", async () => {
    const other = freshFolder();
    writeFileSync(join(other, REGISTER_FILE), "This is a letter and no database. ".repeat(200));
    expect((await faultOf(open(other))).code).toBe("damaged");

    for (const harm of [(path: string) => truncateSync(path, 20_000), (path: string) => writeFileSync(path, Buffer.alloc(600_000, 0x5a), { flag: "r+" })]) {
      const dataDir = freshFolder();
      const ledger = await open(dataDir);
      await ledger.append(batchOf(Array.from({ length: 900 }, (_, index) => recordEvent({ id: `r${index}` }))));
      await ledger.close();
      harm(join(dataDir, REGISTER_FILE));
      const reading = open(dataDir).then(async (reopened) => reopened.read({}).finally(() => reopened.close()));
      expect((await faultOf(reading)).code).toBe("damaged");
    }
  });

  it("R21 a body that was changed behind our back is damaged when it cannot be read", async () => {
    const dataDir = freshFolder();
    const ledger = await open(dataDir);
    await ledger.append(batchOf([recordEvent({ id: "a" })]));
    const file = new DatabaseSync(join(dataDir, REGISTER_FILE));
    file.exec("update bodies set body = substr(body, 1, 10)");
    file.close();
    expect((await faultOf(ledger.read({}))).code).toBe("damaged");
    await ledger.close();
  });

  it("R21 a folder that may not be written is readonly, and a file in its place is unreachable", async () => {
    const locked = freshFolder();
    const ours = freshFolder();
    const ledger = await open(ours);
    await ledger.append(batchOf([recordEvent({ id: "a" })]));
    await ledger.close();
    chmodSync(locked, 0o555);
    chmodSync(ours, 0o555);
    chmodSync(join(ours, REGISTER_FILE), 0o444);
    // Root may write anywhere, so there another user asks.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect((await faultOf(open(locked))).code).toBe("readonly");
      expect((await faultOf(open(join(locked, "deeper")))).code).toBe("readonly");
      expect((await faultOf(open(ours).then((opened) => opened.append(batchOf([recordEvent({ id: "b" })])).finally(() => opened.close())))).code).toBe("readonly");
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    const place = join(freshFolder(), "a file");
    appendFileSync(place, "");
    expect((await faultOf(open(place))).code).toBe("unreachable");
    expect((await faultOf(open(join(place, "below")))).code).toBe("unreachable");
  });

  it("R21 R22 a writer that holds on too long is busy, and when it ends the ledger goes on", async () => {
    const dataDir = freshFolder();
    const ledger = await open(dataDir, { busyMilliseconds: 40 });
    await ledger.append(batchOf([recordEvent({ id: "a" })]));
    const other = new DatabaseSync(join(dataDir, REGISTER_FILE));
    other.exec("begin immediate");
    expect((await faultOf(ledger.append(batchOf([recordEvent({ id: "b" })])))).code).toBe("busy");
    expect(await expectWhole(ledger)).toBe(1);
    other.exec("rollback");
    other.close();
    expect(await ledger.append(batchOf([recordEvent({ id: "b" })]))).toMatchObject({ ok: true });
    await ledger.close();
  });

  it("R23 data of a newer program, or of a program with other migrations, is refused; an added migration runs", async () => {
    const dataDir = freshFolder();
    const added = { name: "one more table", statements: () => ["create table more (word text) strict"] };
    await (await open(dataDir)).close();
    const newer = await open(dataDir, { migrations: [...MIGRATIONS, added] });
    await newer.append(batchOf([recordEvent({ id: "a" })]));
    await newer.close();
    expect((await faultOf(open(dataDir))).code).toBe("newer");
    expect((await faultOf(open(dataDir, { migrations: [...MIGRATIONS, { ...added, statements: () => ["create table more (sign text) strict"] }] }))).code).toBe("altered");
    expect((await faultOf(open(dataDir, { migrations: [added, ...MIGRATIONS] }))).code).toBe("altered");
    expect(existsSync(join(dataDir, REGISTER_FILE))).toBe(true);
    const again = await open(dataDir, { migrations: [...MIGRATIONS, added] });
    expect(await again.head()).toBe(1);
    await again.close();
  });

  it("R23 a migration that fails leaves nothing of itself", async () => {
    const dataDir = freshFolder();
    const broken = { name: "broken", statements: () => ["create table half (word text)", "create table half (word text)"] };
    await expect(open(dataDir, { migrations: [...MIGRATIONS, broken] })).rejects.toThrow(/half/);
    const ledger = await open(dataDir);
    expect(await ledger.append(batchOf([recordEvent({ id: "a" })]))).toMatchObject({ ok: true });
    await ledger.close();
  });

  it("R21 a ledger is opened somewhere", async () => {
    await expect(openLedger(origin)).rejects.toThrow(/in a folder or in a database/);
    mkdirSync(join(top, "plain"));
    const ledger = await openLedger({ ...origin, dataDir: join(top, "plain") });
    expect(await ledger.head()).toBe(0);
    await ledger.close();
  });
});
