// Receipts end to end, by the command line over memory, SQLite and PostgreSQL: one answer, a lot, a line by itself; what is told when the
// answer turned out wrong; keys that are replaced, revoked, lost or another register's; and the same without any register, as a process.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EventDraft } from "../src/domain/events/index.ts";
import { makeFileNumber, plainDate, present, type LawId, type ListingId, type MatterId } from "../src/domain/terms/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { rotateKeys } from "../src/service/index.ts";
import type { Ledger } from "../src/store/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { ledgersForTests } from "./support/ledgers.ts";
import { openHouse, run, type House } from "./support/run.ts";

const { memory: inMemory, kept, folder } = ledgersForTests();
const LEDGERS = [inMemory, ...kept];

const [ROADS, KETTLES, ACT, ON] = ["Quarzil Road-Works, Ltd.", "Borealis Kettle Foundry Ltd", "mdb:award-contract@ebrd", "2025-01-20"];

interface Filled {
  readonly house: House;
  readonly batch: string;
}

async function filled(ledger: Ledger): Promise<Filled> {
  const house = await openHouse({ ledger, day: "2025-03-03" });
  const { batch } = await handIn(house, worldBankCsv("2025-01-07", [{ name: ROADS, info: "*17", from: "2024-12-10", to: "2026-12-09" }, { name: KETTLES, info: "*18", from: "2024-12-10", to: "2025-08-09" }]), WORLD_BANK);
  return { house, batch: String(batch) };
}
const memory = async (): Promise<Filled> => filled(await inMemory[1]());

const linesOf = (stdout: string): readonly string[] => stdout.split("\n");
const receiptIn = (house: House, name: string): string => Buffer.from(present(house.files.get(name), name)).toString("utf8");

describe.each(LEDGERS)("over %s", (_name, openFresh) => {
  it("a check gives a receipt that says in words of both languages what was known then", async () => {
    const { house } = await filled(await openFresh());
    const checked = await house.run("check", ROADS, ACT, "--on", ON, "--receipt", "one.json");
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringMatching(/^BOUND/) });
    house.setDay("2025-06-01");
    const { status, stdout } = await house.run("verify-receipt", "one.json");
    expect(status).toBe(0);
    for (const words of [
      "VALID", `BOUND  On 20 January 2025 ${ROADS} is barred from`, "Made at 2025-03-03T12:00:00.000Z, for the keeper", "Day asked about: 2025-01-20, under the law of 2025-01-20", `Known then: everything up to ledger position ${await house.ledger.head()}`, house.registry.rulebook.hash,
      "Rests on the edition of 2025-01-07", "13 days old on that day", "As known then the register says the same today.", "As known now it is still the answer.", "受限", "所问日期：2025-01-20",
    ]) expect(stdout).toContain(words);
    expect((await house.run("verify-receipt", "one.json", "--language", "zh")).stdout).not.toContain("Made at");
    const { lines, ...rest } = await house.json("verify-receipt", "one.json");
    const line = lines?.[0];
    expect(rest).toMatchObject({ valid: true, head: { asker: "keeper", count: 1 }, key: { revoked: null } });
    const { words: _words, ...answer } = await house.json("check", ROADS, ACT, "--on", ON);
    expect(line?.["line"]?.["answer"]).toEqual(answer);
  });

  it("a batch gives one receipt for the lot, errors at their place, and a line by itself names nobody else", async () => {
    const { house } = await filled(await openFresh());
    const PERSON = "11010519491231002X";
    const questions = [{ organisation: ROADS, act: ACT }, { organisation: "Nobody Ltd", act: ACT }, { organisation: PERSON, act: ACT }, { organisation: KETTLES, act: ACT, on: "2025-09-01" }].map((each) => JSON.stringify(each));
    house.files.set("lot.ndjson", Buffer.from([questions[0], "", "{", ...questions.slice(1), "", ""].join("\n")));
    const checked = await house.run("check", "--batch", "lot.ndjson", "--on", ON, "--receipt", "lot.json");
    expect([checked.status, linesOf(checked.stdout).length - 1]).toEqual([1, 6]);
    expect(receiptIn(house, "lot.json").includes(PERSON)).toBe(false);
    const { stdout, status } = await house.run("verify-receipt", "lot.json", "--language", "en");
    expect(status).toBe(0);
    expect(linesOf(stdout).filter((line) => /^\d\. /.test(line)).map((line) => line.slice(0, 18))).toEqual(["1. BOUND  On 20 Ja", "2. NOT ANSWERED  t", "3. NOT ANSWERED  t", "4. NOT ANSWERED  N", "5. NOT ANSWERED  t", "6. CLEAR  On 1 Sep"]);
    expect(await house.run("verify-receipt", "lot.json", "--line", "6", "--out", "kettles.json")).toMatchObject({ status: 0, stdout: expect.stringContaining("1 of 6 lines") });
    expect([receiptIn(house, "kettles.json").includes(KETTLES), receiptIn(house, "kettles.json").includes("Quarzil")]).toEqual([true, false]);
    expect(await house.run("verify-receipt", "kettles.json")).toMatchObject({ status: 0, stdout: expect.stringMatching(/CLEAR[\s\S]*As known then the register says the same today/) });
    expect(await house.run("verify-receipt", "kettles.json", "--line", "1")).toMatchObject({ status: 1, stderr: expect.stringContaining("line-missing") });
    house.files.set("forged.json", Buffer.from(receiptIn(house, "kettles.json").replace('"verdict":"clear"', '"verdict":"bound"')));
    expect(await house.run("verify-receipt", "forged.json")).toMatchObject({ status: 1, stdout: "NOT VALID\n", stderr: expect.stringMatching(/line 6 is not the one that was signed.*\[content-changed\]/) });
  });

  it("several at once share the key that the first of them makes; replaced and revoked keys are told", async () => {
    const { house } = await filled(await openFresh());
    expect((await house.run("keys")).stdout).toContain("no key yet");
    await Promise.all(["a", "b", "c"].map((name) => house.run("check", ROADS, ACT, "--receipt", name)));
    const [first] = (await house.json("keys"))["keys"] ?? [];
    const kid = String(first?.["kid"]);
    expect((await house.run("keys")).stdout).toBe(`${kid}  made at 2025-03-03T12:00:00.000Z, in use\n`);
    house.setDay("2025-04-01");
    const rotated = await house.json("keys", "rotate");
    expect(await house.run("verify-receipt", "a")).toMatchObject({ status: 0, stdout: expect.stringContaining("out of use since 2025-04-01T12:00:00.000Z") });
    expect(await house.run("keys", "revoke", kid, "--since", "2025-04-02")).toMatchObject({ status: 2, stderr: expect.stringContaining("has not come yet") });
    expect(await house.run("keys", "revoke", "none", "--since", "2025-03-01")).toMatchObject({ status: 1, stderr: expect.stringContaining("has no key `none`") });
    expect(await house.run("keys", "revoke", kid)).toMatchObject({ status: 2 });
    expect(await house.run("keys", "revoke", kid, "--since", "2025-03-04", "--reason", "laptop stolen")).toMatchObject({ status: 0, stdout: expect.stringContaining("revoked since 2025-03-04 (laptop stolen)") });
    expect(await house.run("verify-receipt", "b")).toMatchObject({ status: 0, stdout: expect.stringContaining("Careful: the key is revoked since 2025-03-04 (laptop stolen)") });
    expect(await house.run("keys", "revoke", kid, "--since", "2025-03-04")).toMatchObject({ status: 1, stderr: expect.stringContaining("is revoked since 2025-03-04 already") });
    await house.run("keys", "revoke", kid, "--since", "2025-03-03");
    expect(await house.run("verify-receipt", "b")).toMatchObject({ status: 1, stdout: "NOT VALID\n", stderr: expect.stringMatching(/revoked since 2025-03-03.*key-revoked/) });
    await house.run("check", ROADS, ACT, "--receipt", "d");
    const verified = await house.json("verify-receipt", "d");
    expect(verified["key"]?.["kid"]).toBe(rotated["kid"]);
    await house.run("keys", "revoke", String(rotated["kid"]), "--since", "2025-04-01");
    await house.run("check", ROADS, ACT, "--receipt", "e");
    expect((await house.run("keys")).stdout.split("\n").map((line) => line.split(", ")[1]?.split(" ")[0])).toEqual(["revoked", "revoked", "in", undefined]);
    expect(JSON.stringify([await house.run("keys"), await house.json("keys"), rotated])).not.toMatch(/secret|private|"d"/);
  });
});

describe("the id of a key", () => {
  it("never begins with a dash, which a command would read as an option", async () => {
    const { house } = await memory();
    for (let turn = 0; turn < 300; turn += 1) expect((await rotateKeys(house.registry)).kid).not.toMatch(/^-/);
  });
});

describe("whoever was told the wrong thing", () => {
  it("is told the right one where the batch was taken back", async () => {
    const { house, batch } = await memory();
    await house.run("check", ROADS, ACT, "--on", ON, "--receipt", "one.json");
    house.setDay("2025-05-05");
    await house.run("withdraw", batch);
    const { status, stdout } = await house.run("verify-receipt", "one.json");
    expect(status).toBe(0);
    expect(stdout).toMatch(/As known then the register says the same today\.\n {2}TOLD OTHERWISE TODAY: as known now the answer about that day is another/);
    expect(stdout).toMatch(/It rested on \S+ of mdb:wbg-debarred, which was taken back by whoever had handed it in: 2025-05-05, ledger position \d+\./);
    const line = (await house.json("verify-receipt", "one.json"))["lines"]?.[0];
    expect(line?.["again"]).toMatchObject({ kind: "asked", asKnownThen: { kind: "same" }, since: [{ what: "withdrawn", of: "mdb:wbg-debarred" }] });
  });

  it("is told where a listing it rested on was annulled, and where it was only removed the answer stands", async () => {
    for (const [retroactive, what, now] of [[true, "annulled", "another"], [false, "removed", "same"]] as const) {
      const house = await openHouse({ day: "2026-05-01" });
      const [file, office] = [makeFileNumber(1), makeFileNumber(2)];
      const [listing, from] = ["l-1" as ListingId, plainDate("2026-01-05")];
      const drafts: readonly EventDraft[] = [
        { type: "OrganisationRegistered", body: { file, names: [{ text: ROADS, kind: "main" }], codes: [] } },
        { type: "OfficeOpened", body: { file: office, authority: "cn:samr" as LawId, names: { en: "Market office", zh: "市场监管局" } } },
        { type: "ListingDecided", body: { matter: "m-1" as MatterId, file, list: "cn:samr-serious" as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing, reasons: "", basis: [], decidedOn: from, effectiveFrom: from, publishedFrom: from, end: { kind: "notStated" }, exits: [], conditions: [], criteria: [], regions: [] } },
      ];
      for (const draft of drafts) await appendEvents(house.registry, { batch: null, drafts: [draft], office });
      await house.run("check", file, "cn:undergo-inspection", "--on", "2026-04-01", "--receipt", "one.json");
      const before = await house.json("verify-receipt", "one.json");
      expect(before["lines"]?.[0]?.["line"]?.["answer"]).toMatchObject({ verdict: "bound" });
      await appendEvents(house.registry, { batch: null, office, drafts: [{ type: "ListingRemoved", body: { matter: null, listing, file, act: retroactive ? "annulment" : "repair", removedOn: plainDate("2026-04-20"), retroactive, reasons: "" } }] });
      const line = (await house.json("verify-receipt", "one.json"))["lines"]?.[0];
      expect(line?.["again"]).toMatchObject({ kind: "asked", asKnownThen: { kind: "same" }, asKnownNow: { kind: now }, since: [{ what, of: "cn:samr-serious", id: listing, on: "2026-04-20", position: 5 }] });
      expect((await house.run("verify-receipt", "one.json")).stdout).toContain(retroactive ? "was annulled: it should never have been" : "was removed");
    }
  });

  it("is told that what was known then has been forgotten", async () => {
    const { house } = await memory();
    await house.run("check", ROADS, ACT, "--on", ON, "--receipt", "one.json");
    const reported = (await house.ledger.read({ types: ["ListingReported"] })).map(({ position }) => position);
    await house.ledger.forget(reported);
    const { stdout, status } = await house.run("verify-receipt", "one.json", "--language", "en");
    expect(status).toBe(0);
    expect(stdout).toMatch(/As known then the register says something else today: [\s\S]*has been forgotten since, as the law asks/);
  });

  it("is told nothing of today by a register that is another one, or a copy that went another way", async () => {
    const [one, other] = [await memory(), await memory()];
    await one.house.run("check", ROADS, ACT, "--receipt", "one.json");
    const [receipt, keys] = [present(one.house.files.get("one.json"), "the receipt"), (await one.house.run("keys", "--json")).stdout];
    for (const [name, bytes] of [["one.json", receipt], ["keys.json", Buffer.from(keys)]] as const) other.house.files.set(name, bytes);
    expect(await other.house.run("verify-receipt", "one.json")).toMatchObject({ status: 1, stderr: expect.stringMatching(/another register signed this.*key-unknown/) });
    const verified = await other.house.run("verify-receipt", "one.json", "--keys", "keys.json");
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining("VALID") });
    expect(verified.stdout).not.toContain("today");
    const [key] = JSON.parse(keys).keys;
    await other.house.ledger.signingKeys.add({ kid: key.kid, x: key.x, secret: Buffer.from("unknown"), at: other.house.registry.clock.now() }, "always");
    expect((await other.house.run("verify-receipt", "one.json")).stdout).toContain("does not hold what this rests on");
  });
});

describe("a key set", () => {
  it("that is none, or is not what it says, is refused; what the register knows of a revocation counts beside it", async () => {
    const { house } = await memory();
    await house.run("check", ROADS, ACT, "--receipt", "one.json");
    const keys = (await house.run("keys", "--json")).stdout;
    house.files.set("keys.json", Buffer.from(keys));
    house.files.set("wrong.json", Buffer.from(keys.replace(/"x": "(.)/, (_whole, first: string) => `"x": "${first === "_" ? "A" : "_"}`)));
    house.files.set("none.json", Buffer.from("[]"));
    for (const name of ["wrong.json", "none.json"]) expect(await house.run("verify-receipt", "one.json", "--keys", name)).toMatchObject({ status: 1, stderr: expect.stringContaining("no key set of a register") });
    await house.run("keys", "revoke", JSON.parse(keys).keys[0].kid, "--since", "2025-03-03");
    expect(await house.run("verify-receipt", "one.json", "--keys", "keys.json")).toMatchObject({ status: 1, stderr: expect.stringContaining("key-revoked") });
  });
});

it("as a process of its own, without any register: valid by a saved key set, found out, and wrong usage", async () => {
  const { house } = await memory();
  await house.run("check", ROADS, ACT, "--on", ON, "--receipt", "one.json");
  const [receipt, keys, large] = [join(folder, "one.json"), join(folder, "keys.json"), join(folder, "large.json")];
  writeFileSync(receipt, receiptIn(house, "one.json"));
  writeFileSync(keys, (await house.run("keys", "--json")).stdout);
  writeFileSync(large, Buffer.alloc(129 * 1024 * 1024, 32));
  const options = ["--keys", keys, "--data", join(folder, "none")];
  expect(await run(["verify-receipt", receipt, ...options, "--json"])).toMatchObject({ status: 0, stdout: expect.stringContaining('"valid": true') });
  expect(await run(["verify-receipt", large, ...options, "--json"])).toMatchObject({ status: 1, stdout: expect.stringContaining("receipt-too-large") });
  writeFileSync(receipt, readFileSync(receipt).subarray(0, 900));
  expect(await run(["verify-receipt", receipt, ...options])).toMatchObject({ status: 1, stdout: "NOT VALID\n", stderr: expect.stringContaining("receipt-cut-off") });
  expect(await run(["verify-receipt", receipt, "--data", join(folder, "none")])).toMatchObject({ status: 2, stderr: expect.stringContaining("there is no register") });
  expect(await run(["verify-receipt", receipt, ...options, "--out", "x"])).toMatchObject({ status: 2, stderr: expect.stringContaining("--line") });
});
