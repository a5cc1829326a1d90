// Reports of what became of measures, beside everything else a register keeps: they change no answer and tell the public nothing, come back from
// a backup, verify, are known to the keys they are found by, and go with the list they are about. On SQLite, through the verbs themselves.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { plainDate, present, type FileNumber, type LawId, type ListingId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { backupRegister } from "../src/service/backup.ts";
import { buildIndex, changesAfter, checkOrganisation, KeptIndex, memorandaOfOffice, passDay, standingOf, type Registry } from "../src/service/index.ts";
import { restoreRegister } from "../src/service/restore.ts";
import { openKeptTables, openLedger } from "../src/store/index.ts";
import { fillDesk, LIST, type DeskWorld } from "./support/desk-world.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-executions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FIRM = "Borealis Kettle Foundry Ltd";
const [OWN, BANKS] = ["own statement nobody else may read", "statement about a banks listing"];
const MEASURE = "cn:samr-key-supervision";

function report(file: FileNumber, of: { readonly list: string; readonly listing: string; readonly measure: string; readonly authority: string }, statement: string, outcome: "carriedOut" | "notCarriedOut" = "carriedOut"): EventDraft {
  return { type: "ExecutionReported", body: { measure: of.measure as LawId, file, list: of.list as LawId, listing: of.listing as ListingId, authority: of.authority as LawId, outcome, doneOn: plainDate("2026-03-01"), statement } };
}

async function append(registry: Registry, office: string, drafts: readonly EventDraft[]): Promise<void> {
  expect((await appendEvents(registry, { batch: null, drafts, office: office as FileNumber })).ok).toBe(true);
}

/** What everybody may be answered, but for the position and who worked it out: long, so by its digest. */
async function answers(registry: Registry, files: readonly string[]): Promise<string> {
  const all = [];
  for (const organisation of files) for (const kind of ["public", "keeper"] as const) all.push(await standingOf(registry, { kind }, { organisation }), await checkOrganisation(registry, { kind }, { organisation, act: "cn:undergo-inspection", explain: true }));
  return registry.digest(JSON.stringify(all, (name, value: unknown) => (name === "known" || name === "by" ? undefined : value)));
}

it("change no answer, tell the public nothing, and come back, verify and go with everything else", async () => {
  const [source, target, copy] = [join(folder, "source"), join(folder, "target"), join(folder, "register.backup")];
  const ledger = await openLedger({ node: "test", randomBytes, dataDir: source });
  const house = await openHouse({ ledger, day: "2026-03-02" });
  const { registry } = house;
  const desk: DeskWorld = await fillDesk(registry, 1);
  const [file = ""] = desk.files;
  const from = plainDate("2026-03-01");
  await append(registry, desk.office, [{ type: "ListingDecided", body: { matter: "matter.1" as never, file: file as FileNumber, list: LIST as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing: "listing.1" as ListingId, reasons: "", basis: [], decidedOn: from, effectiveFrom: from, publishedFrom: from, end: { kind: "notStated" }, exits: [], conditions: [], criteria: [], regions: [] } }]);
  await handIn(house, worldBankCsv("2026-02-28", [{ name: FIRM, info: "*17", from: "2024-12-10", to: "2029-12-09" }]), WORLD_BANK);
  const firm = String(present([...(await house.json("find", FIRM))["found"] ?? []][0], "the firm")["file"]);
  const index = new KeptIndex(registry, { load: async () => undefined, build: () => buildIndex(registry), say: () => {} });
  await index.start();
  await index.settled();
  const fast: Registry = { ...registry, index };
  await passDay(registry);
  const [before, told] = [await answers(registry, [file, firm]), await ledger.toldHead()];
  expect(await answers(fast, [file, firm])).toBe(before);

  const listing = present((await ledger.read({ types: ["ListingReported"] })).map(({ body }) => (body !== null && "listing" in body ? String(body.listing) : undefined))[0], "the bank's listing");
  await append(registry, desk.office, [report(file as FileNumber, { list: LIST, listing: "listing.1", measure: MEASURE, authority: "cn:samr" }, OWN), report(firm as FileNumber, { list: "mdb:wbg-debarred", listing, measure: "mdb:own-wbg", authority: "mdb:wbg" }, BANKS, "notCarriedOut")]);
  await append(registry, desk.office, [{ type: "MeasureDecided", body: { measure: "mdb:own-wbg" as LawId, file: firm as FileNumber, listing: listing as ListingId, authority: "mdb:wbg" as LawId, choice: "decline", decidedOn: from, reasons: `${BANKS}, decided` } }]);
  await passDay(registry);
  // Twin and index agree; what is told to the world is what it was.
  expect(await answers(fast, [file])).toBe(await answers(registry, [file]));
  expect(await ledger.toldHead()).toBe(told);
  const publicChanges = await changesAfter(registry, null, 0, 1000);
  expect(JSON.stringify(publicChanges)).not.toMatch(/statement|ExecutionReported|carriedOut/);
  expect(JSON.stringify(await standingOf(registry, { kind: "public" }, { organisation: file }))).not.toContain(OWN);
  expect((await house.json("rebuild", "--verify"))["differences"]).toEqual([]);
  expect((await ledger.read({ keys: ["executions:mdb:wbg-debarred"] })).map(({ type }) => type)).toEqual(["ExecutionReported"]);
  const reported = JSON.stringify(await memorandaOfOffice(registry, desk.office));

  // A copy has them, under the same keys.
  await ledger.close();
  index.close();
  const kept = await openKeptTables({ node: "test", randomBytes, dataDir: source });
  await backupRegister(kept, copy, () => {});
  await kept.close();
  expect(await restoreRegister(() => openKeptTables({ node: "test", randomBytes, dataDir: target }), copy, () => {})).toMatchObject({ ok: true });
  const again = await openLedger({ node: "test", randomBytes, dataDir: target });
  try {
    const restored = await openHouse({ ledger: again, day: "2026-03-02" });
    expect(JSON.stringify(await memorandaOfOffice(restored.registry, desk.office))).toBe(reported);
    expect((await again.read({ types: ["ExecutionReported"] })).map(({ body }) => body)).toMatchObject([{ statement: OWN, outcome: "carriedOut" }, { statement: BANKS, outcome: "notCarriedOut" }]);
    expect((await restored.json("rebuild", "--verify"))["differences"]).toEqual([]);
    // They go with the list they are about, and no other.
    const inFiles = (text: string): boolean => readdirSync(target).some((name) => name.startsWith("register.sqlite") && readFileSync(join(target, name)).includes(text));
    expect([inFiles(OWN), inFiles(BANKS)]).toEqual([true, true]);
    expect((await restored.run("delete-list", "mdb:wbg-debarred", "--reason", "the licence has ended")).status).toBe(0);
    expect([inFiles(OWN), inFiles(BANKS), inFiles("Borealis")]).toEqual([true, false, false]);
    expect((await again.read({ types: ["ExecutionReported"] })).map(({ body }) => body === null)).toEqual([false, true]);
    for (const command of ["measures", "memoranda"]) expect((await restored.run(command, desk.office)).status).toBe(0);
    expect(JSON.stringify(await memorandaOfOffice(restored.registry, desk.office))).toBe(reported);
    expect((await restored.json("rebuild", "--verify"))["differences"]).toEqual([]);
  } finally {
    await again.close();
  }
});
