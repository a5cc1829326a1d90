// Backup and restore over both databases: what comes back is what was kept, and a file that is not whole restores nothing.
import { hash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadLaw } from "../../test/support/law.ts";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";
import { registryOver } from "../../test/support/registry.ts";
import { answerEvent, attachmentId, batchOf, instant, nameRow, organisationEvent, position, recordEvent } from "../../test/support/sample-events.ts";
import { searchForms } from "../domain/identity/index.ts";
import { makeFileNumber, parseDigest, plainDate, present, type Digest } from "../domain/terms/index.ts";
import { LedgerFault, openKeptTables, openLedger, readBackupFile, type Ledger, type LedgerPlace } from "../store/index.ts";
import { backupRegister, type BackupReport } from "./backup.ts";
import { verifyRegister } from "./rebuild.ts";
import { restoreRegister } from "./restore.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-backup-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const law = loadLaw("test/bodies");
const origin = { node: "test", randomBytes };
let made = 0;
const fresh = (): string => join(folder, `place-${(made += 1)}`);
const inFolder = (): LedgerPlace => ({ ...origin, dataDir: fresh() });
const inPostgres = async (): Promise<LedgerPlace> => ({ ...origin, databaseUrl: await present(postgres, "the server").freshDatabase() });

function digestOf(digit: string): Digest {
  const digest = parseDigest(`sha256:${digit.repeat(64)}`);
  return present(digest.ok ? digest.value : undefined, "a digest");
}

const NAME = "冰厂 Ice \\ \"Works\"";

/** A register with something in every table, one event forgotten and one of an earlier version. */
async function filled(place: LedgerPlace): Promise<void> {
  const ledger = await openLedger(place);
  const [file, gone] = await ledger.mintFiles(2);
  const answer = answerEvent([{ id: attachmentId("a-1"), content: randomBytes(300_000) }]);
  const { body: { attachments: _attachments, hearing: _hearing, ...first } } = { body: answer.body as typeof answer.body & { attachments: unknown; hearing: unknown } };
  await ledger.append(batchOf([
    organisationEvent(present(file, "a file"), [nameRow(present(file, "a file"), NAME, searchForms(NAME))]),
    organisationEvent(present(gone, "a file"), [nameRow(present(gone, "a file"), "Vanishing Works")]),
    { ...answer, keys: [...answer.keys, "matter:m-1", "attachment:a-1"] },
    { ...answer, keys: [...answer.keys, "matter:m-1"], version: 1, attachments: [], body: first } as typeof answer,
    ...Array.from({ length: 600 }, (_, index) => recordEvent({ id: `r${index}`, keys: [`file:${makeFileNumber(1)}`, `record:r${index}`] })),
  ]));
  await ledger.forget([position(2)]);
  await ledger.tell(["a", "b"].map((key) => ({ key, what: "termEnded", files: [makeFileNumber(1)], day: plainDate("2026-03-02"), known: position(3), rulebook: digestOf("0"), detail: { listing: "l-1" } })));
  await ledger.setSetting("seed", "八");
  await ledger.keepRulebook({ hash: digestOf("a"), format: "one", compiled: "law ".repeat(50_000), files: [{ path: "cn/body.yaml", text: "body: cn\n" }] });
  const notBefore = instant("2026-03-02T09:00:00.000Z");
  await ledger.outbox.put(["x", "y"].map((key) => ({ key, to: "desk@example.org", subject: key, text: "Please\nanswer.", notBefore, attachments: [{ name: "l.pdf", mediaType: "application/pdf", content: randomBytes(1000) }] })));
  const [claimed] = await ledger.outbox.claim({ now: notBefore, until: notBefore, limit: 1 });
  await ledger.outbox.settle(present(claimed, "a message"), { kind: "sent", at: notBefore });
  for (const kid of ["first", "second", "third"]) await ledger.signingKeys.add({ kid, x: `public ${kid}`, secret: Buffer.from(`private ${kid}`), at: notBefore }, "always");
  await ledger.signingKeys.revoke("first", { since: plainDate("2026-03-01"), from: notBefore, at: notBefore, reason: "丢失" });
  await ledger.close();
}

/** Everything that can be asked of a register. */
async function everything(place: LedgerPlace) {
  const ledger = await openLedger(place);
  const events = await ledger.read({});
  const asked = {
    events, bodies: await ledger.readBodies(events.map((event) => event.position)), keys: await ledger.keysLike("", 9999),
    names: await ledger.findNames({ text: "", how: "inside", in: ["levelled"], limit: 99 }), blocks: await ledger.findNames({ text: "ice", how: "exact", in: ["blocks"], limit: 9 }),
    attachment: await ledger.attachment(attachmentId("a-1")), told: await ledger.toldAfter(0, 99), seed: await ledger.setting("seed"), rulebook: await ledger.keptRulebook(digestOf("a")),
    keysOfReceipts: (await ledger.signingKeys.list()).map(({ inUse: _inUse, ...key }) => key),
    outbox: await ledger.outbox.list({ limit: 9 }), messages: [await ledger.outbox.message("x"), await ledger.outbox.message("y")],
    differences: (await verifyRegister(registryOver(ledger, await law), () => {})).differences,
  };
  await ledger.close();
  return asked;
}

/** R36: which key can sign here. */
async function inUse(place: LedgerPlace): Promise<readonly string[]> {
  const ledger = await openLedger(place);
  const keys = await ledger.signingKeys.list();
  await ledger.close();
  return keys.flatMap(({ kid, inUse: used }) => (used ? [kid] : []));
}

async function backup(place: LedgerPlace): Promise<BackupReport & { readonly path: string }> {
  const kept = await openKeptTables(place);
  const path = `${fresh()}.backup`;
  try {
    return { ...(await backupRegister(kept, path, () => {})), path };
  } finally {
    await kept.close();
  }
}
const restore = (path: string, place: LedgerPlace & { readonly pagesMax?: number }): ReturnType<typeof restoreRegister> => restoreRegister(() => openKeptTables(place), path, () => {});
const headOf = async (place: LedgerPlace): Promise<number> => {
  const ledger = await openLedger(place);
  return ledger.head().finally(() => ledger.close());
};

describe("backup and restore", () => {
  it("give back everything from SQLite to PostgreSQL to SQLite, and the forgotten stays forgotten", async () => {
    const [first, second, third] = [inFolder(), await inPostgres(), inFolder()];
    await filled(first);
    const { path, ...report } = await backup(first);
    expect(report).toMatchObject({ events: 604, envelopes: expect.stringMatching(/^sha256:/) });
    expect(await restore(path, second)).toEqual({ ok: true, value: report });
    const { path: again, ...secondReport } = await backup(second);
    expect(secondReport).toEqual(report);
    expect(await restore(again, third)).toEqual({ ok: true, value: report });
    const before = await everything(first);
    expect(before.differences).toEqual([]);
    expect([before.events[1]?.body, before.events[3]]).toMatchObject([null, { version: 1, body: { attachments: [], hearing: false } }]);
    expect(await everything(second)).toEqual(before);
    expect(await everything(third)).toEqual(before);
    for (const copy of [path, again]) {
      const lines: string[] = [];
      for await (const line of readBackupFile(copy)) lines.push(line);
      expect([lines.filter((line) => line.includes("Ice")).length > 0, lines.filter((line) => /vanishing/i.test(line))]).toEqual([true, []]);
      expect(["private third", "private"].flatMap((text) => lines.filter((line) => line.includes(text) || line.includes(Buffer.from(text).toString("base64").replace(/=+$/, ""))))).toEqual([]);
    }
    expect([before.keysOfReceipts.length, await inUse(first), await inUse(second), await inUse(third)]).toEqual([3, ["third"], [], []]);
    // The numbers go on where they were.
    const ledger = await openLedger(third);
    expect([await ledger.mintFiles(1), await ledger.append(batchOf([recordEvent({ id: "next" })]))]).toEqual([[makeFileNumber(3)], { ok: true, value: { first: 605, last: 605 } }]);
    expect([await ledger.signingKeys.current(), await ledger.signingKeys.add({ kid: "fourth", x: "public fourth", secret: Buffer.from("private fourth"), at: instant("2026-03-03T09:00:00.000Z") }, "whereNone")]).toEqual([null, true]);
    expect((await ledger.signingKeys.list()).map(({ kid, retiredAt, inUse: used }) => [kid, retiredAt === null, used])).toEqual([["first", false, false], ["second", false, false], ["third", false, false], ["fourth", true, true]]);
    expect((await ledger.tell([{ key: "c", what: "termEnded", files: [], day: plainDate("2026-03-02"), known: position(1), rulebook: digestOf("0"), detail: {} }]))[0]?.sequence).toBe(3);
    await ledger.close();
  });

  it.each([["SQLite", async () => inFolder()], ["PostgreSQL", inPostgres]] as const)("keep one moment of %s while others write", async (_name, at) => {
    const place = await at();
    const ledger = await openLedger(place);
    const append = (index: number): Promise<unknown> => ledger.append(batchOf([recordEvent({ id: `r${index}` }), recordEvent({ id: `s${index}` })]));
    for (let index = 0; index < 20; index += 1) await append(index);
    let writing = true;
    const writer = (async () => {
      for (let index = 20; writing; index += 1) {
        await append(index);
        await breathe();
      }
    })();
    const { path, events } = await backup(place);
    writing = false;
    await writer;
    expect(await ledger.head()).toBeGreaterThan(events);
    await ledger.close();
    const restored = inFolder();
    expect(await restore(path, restored)).toMatchObject({ ok: true });
    const copy = await openLedger(restored);
    expect(events % 2).toBe(0);
    expect([await copy.head(), (await copy.readBodies((await copy.read({})).map((event) => event.position))).length]).toEqual([events, events]);
    expect(await copy.append(batchOf([recordEvent({ id: "next" })]))).toMatchObject({ ok: true, value: { first: events + 1 } });
    await copy.close();
  });
});

/** The bytes of a backup with these lines. */
function sealed(content: readonly string[], format = 3): Buffer {
  const body = Buffer.concat([Buffer.from(`probity backup ${format}\n`), zstdCompressSync(`${content.join("\n")}\n`)]);
  return Buffer.concat([body, Buffer.from(`\nsha256:${hash("sha256", body)}\n`)]);
}

describe("a backup of an earlier format", () => {
  it.each([[1, ["signing_keys", "watch_lists", "watch_alerts"]], [2, ["watch_lists", "watch_alerts"]], [3, ["watch_alerts"]]] as const)("%i is restored, without what there was not yet", async (format, missing) => {
    const source = inFolder();
    await filled(source);
    const lines: string[] = [];
    for await (const line of readBackupFile((await backup(source)).path)) lines.push(line);
    const earlier = lines.filter((line) => !missing.some((table) => line.startsWith(`["${table}"`)) && !(format === 1 && line.startsWith('["counters","signing-key"')));
    const { events, rows, envelopes } = JSON.parse(present(lines.at(-1), "the last line"));
    const tables = missing.reduce((line, table) => line.replace(new RegExp(`"${table}":\\[[^\\]]*\\],`), ""), present(lines[0], "the first line"));
    const [file, place] = [`${fresh()}.backup`, inFolder()];
    writeFileSync(file, sealed([tables, ...earlier.slice(1, -1), JSON.stringify({ events, rows: rows - (lines.length - earlier.length), envelopes })], format));
    expect(await restore(file, place)).toMatchObject({ ok: true, value: { events } });
    expect(await everything(place)).toEqual(format === 1 ? { ...(await everything(source)), keysOfReceipts: [] } : await everything(source));
  });
});

describe("what is not whole", () => {
  let path = "";
  beforeAll(async () => {
    const place = inFolder();
    const ledger = await openLedger(place);
    await ledger.append(batchOf(Array.from({ length: 40 }, (_, index) => recordEvent({ id: `r${index}` }))));
    await ledger.close();
    path = (await backup(place)).path;
  });

  async function refusal(bytes: Uint8Array): Promise<string> {
    const [file, dataDir] = [`${fresh()}.backup`, fresh()];
    writeFileSync(file, bytes);
    const restored = await restore(file, { ...origin, dataDir });
    expect(existsSync(dataDir)).toBe(false);
    if (restored.ok) return "restored";
    expect(restored.error.message).toContain("nothing was restored");
    return restored.error.code;
  }

  it("a flipped bit anywhere is found before anything is made", async () => {
    const whole = readFileSync(path);
    const found = new Set<string>();
    for (let at = 0; at < whole.length; at += at < 40 || at > whole.length - 90 ? 1 : 37) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      found.add(await refusal(changed));
    }
    expect([...found].filter((code) => code !== "backup-newer")).toEqual(["backup-damaged"]);
  });

  it("a file that is cut off, goes on or is something else is refused", async () => {
    const whole = readFileSync(path);
    for (const length of [0, 1, 10, 17, 80, Math.floor(whole.length / 2), whole.length - 73, whole.length - 1]) expect([length, await refusal(whole.subarray(0, length))]).toEqual([length, "backup-damaged"]);
    expect(await refusal(Buffer.concat([whole, Buffer.from("\n")]))).toBe("backup-damaged");
    expect(await refusal(Buffer.concat([whole, whole]))).toBe("backup-damaged");
    expect(await refusal(Buffer.from("This is a letter and no backup. ".repeat(100)))).toBe("backup-damaged");
    await expect(restore(join(folder, "none.backup"), inFolder())).rejects.toThrow(/ENOENT/);
  });

  it("a file of a newer program is refused as such", async () => {
    const newer = Buffer.from(readFileSync(path).toString("latin1").replace("probity backup 4", "probity backup 5"), "latin1");
    expect(await refusal(newer)).toBe("backup-newer");
  });

  it("a file with the right digest that is not what it says leaves an empty place", async () => {
    const lines: string[] = [];
    for await (const line of readBackupFile(path)) lines.push(line);
    const place = inFolder();
    const file = `${fresh()}.backup`;
    const without = lines.filter((_, index) => index !== 5);
    for (const content of [without, lines.slice(0, -1), lines.slice(1), [...lines, ...lines.slice(-1)], lines.with(5, '["events",1]'), lines.with(5, '["secrets",1]'), lines.with(5, "{}")]) {
      writeFileSync(file, sealed(content));
      expect(await restore(file, place)).toMatchObject({ ok: false, error: { code: "backup-damaged" } });
      expect(await headOf(place)).toBe(0);
    }
    writeFileSync(file, sealed(lines));
    expect(await restore(file, place)).toMatchObject({ ok: true });
  });

  it("a place in which anything is kept is left as it is", async () => {
    const touches: readonly ((ledger: Ledger) => Promise<unknown>)[] = [(ledger) => ledger.append(batchOf([recordEvent({ id: "a" })])), (ledger) => ledger.setSetting("seed", "7"), (ledger) => ledger.mintFiles(1)];
    for (const touch of touches) {
      const place = inFolder();
      const ledger = await openLedger(place);
      await touch(ledger);
      const head = await ledger.head();
      await ledger.close();
      expect(await restore(path, place)).toMatchObject({ ok: false, error: { code: "place-not-empty" } });
      expect(await headOf(place)).toBe(head);
    }
  });

  it("a full disk takes nothing, and with room the same place takes all", async () => {
    const source = inFolder();
    await filled(source);
    const { path: large, events } = await backup(source);
    const place = inFolder();
    const fault: unknown = await restore(large, { ...place, pagesMax: 60 }).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(LedgerFault);
    expect(fault).toMatchObject({ code: "full" });
    expect(await headOf(place)).toBe(0);
    expect(await restore(large, place)).toMatchObject({ ok: true });
    expect(await headOf(place)).toBe(events);
  });

  it("a backup that cannot be written leaves the one before, and nothing beside it", async () => {
    const place = inFolder();
    await (await openLedger(place)).close();
    const kept = await openKeptTables(place);
    const [target, before] = [join(fresh(), "none", "x.backup"), readdirSync(folder).length];
    await expect(backupRegister(kept, target, () => {})).rejects.toThrow(/ENOENT/);
    const own = `${fresh()}.backup`;
    writeFileSync(own, "the one before");
    await expect(backupRegister({ ...kept, snapshot: (work) => kept.snapshot((rows) => work({ ...rows, pages: () => { throw new Error("the database went away"); } })) }, own, () => {})).rejects.toThrow(/went away/);
    expect([readFileSync(own, "utf8"), readdirSync(folder).length]).toEqual(["the one before", before + 1]);
    await kept.close();
  });
});
