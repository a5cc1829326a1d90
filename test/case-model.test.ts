// The whole of due process as a model: random offices and organisations take any step that is open, and some that are not, for years of days
// under the project's own law. What must hold is looked at on every day; at the end the same history is told again: to SQLite, and in another order.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, parseRecordId, plainDate, type FileNumber, type LawId, type PlainDate, type Position, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft, FieldValues, Told } from "../src/domain/events/index.ts";
import type { Rulebook } from "../src/domain/rules/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { openCases, openOffices, passDay, queueOf, standingOf, verifyRegister, type Registry } from "../src/service/index.ts";
import { createMemoryLedger, openLedger, type Ledger } from "../src/store/index.ts";
import { recordingLedger, type Batch } from "../src/lab/recording-ledger.ts";
import { actOnce, between, oneOf, type Play } from "./support/case-actor.ts";
import { acknowledgesWhatWasTold, bindsOnlyByWhatStands, decidesOnlyWithConsent, everything, listsOnlyAfterNotice, losesNoDeadline, saidIn, tellsEachEndOnce, type SeenDue } from "./support/case-invariants.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver, type StandingClock } from "./support/registry.ts";

const FIRST = "2025-10-09";
const TURNS = 110;
const ORGANISATIONS = 14;

let law: Rulebook;
const folder = mkdtempSync(join(tmpdir(), "probity-case-model-"));
beforeAll(async () => {
  law = await loadLaw("law");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = Number(process.env["CASE_SEED"] ?? randomBytes(4).readInt32BE());

it(`every step that is offered can be taken and no other, and what must hold holds on every day (CASE_SEED=${seed})`, async () => {
  const recording = recordingLedger();
  const clock: StandingClock = { day: FIRST };
  const registry = withIds(registryOver(recording.ledger, law, clock), seed);
  const offices = await openOffices(registry);
  const organisations = await register(registry);
  const play: Play = { registry, offices, organisations, random: xoroshiro128plus(seed), done: new Map() };
  const seen: SeenDue = new Map();
  const told: Told[] = [];
  await passDay(registry);
  for (let turn = 0; turn < TURNS; turn += 1) {
    clock.day = addDays(plainDate(clock.day), between(play, 0, 3) === 0 ? between(play, 5, 40) : between(play, 0, 3));
    await passDay(registry);
    expect((await passDay(registry)).told).toEqual([]);
    told.splice(0, told.length, ...(await registry.ledger.toldAfter(0, 1_000_000)));
    await losesNoDeadline(registry, seen, told);
    if (between(play, 1, 4) === 1) await handIn(play, clock.day);
    for (let acts = between(play, 1, 6); acts > 0; acts -= 1) await actOnce(play);
    const file = oneOf(play, organisations);
    if (file !== undefined) await bindsOnlyByWhatStands(registry, file);
    if (file !== undefined && turn % 5 === 0) await bindsOnlyByWhatStands(registry, file, between(play, 1, await registry.ledger.head()) as Position);
  }
  const events = await everything(registry);
  await passDay(registry);
  told.splice(0, told.length, ...(await registry.ledger.toldAfter(0, 1_000_000)));
  listsOnlyAfterNotice(registry, events);
  decidesOnlyWithConsent(registry, new Map(offices.map((office) => [office.file, office])), events);
  tellsEachEndOnce(events, told, plainDate(clock.day));
  acknowledgesWhatWasTold(events, told);
  console.info(`case model, CASE_SEED=${seed}: ${events.length} events until ${clock.day}, ${told.length} told; ${[...play.done].toSorted().map(([what, count]) => `${what} ${count}`).join(", ")}`);
  expect((await verifyRegister(registry, () => {})).differences).toEqual([]);
  await saysTheSame(registry, clock, organisations, recording.batches);
}, 300_000);

/** Told again to SQLite, and in another order to memory: every organisation stands as it does here. */
async function saysTheSame(registry: Registry, clock: StandingClock, organisations: readonly FileNumber[], batches: readonly Batch[]): Promise<void> {
  const sqlite = await openLedger({ dataDir: folder, node: "again", randomBytes: (count) => randomBytes(count) });
  await appendAgain(sqlite, batches);
  await sqlite.tell((await registry.ledger.toldAfter(0, 1_000_000)).map(({ sequence: _sequence, ...entry }) => entry));
  const other = createMemoryLedger({ node: "other", randomBytes: (count) => new Uint8Array(count) });
  await appendAgain(other, unrelatedFirst(batches));
  for (const ledger of [sqlite, other]) {
    const again = { ...registryOver(ledger, law, clock), rulebook: registry.rulebook };
    for (const file of organisations) {
      const [here, there] = [await standingOf(registry, { kind: "keeper" }, { organisation: file }), await standingOf(again, { kind: "keeper" }, { organisation: file })];
      expect(there.ok && saidIn(there.value)).toEqual(here.ok && saidIn(here.value));
    }
    const rows = async (of: Registry): Promise<readonly unknown[]> => (await openCases(of)).map(({ matter, due, office }) => ({ matter, due, office }));
    expect(await rows(again)).toEqual(await rows(registry));
  }
  const sqliteRegistry = registryOver(sqlite, law, clock);
  expect(await queueOf(sqliteRegistry, () => true)).toEqual(await queueOf(registry, () => true));
  await sqlite.close();
}

async function appendAgain(ledger: Ledger, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) expect((await ledger.append({ ...batch, expect: { keys: [], after: 0 as Position } })).ok).toBe(true);
}

/** Batches of organisations that have nothing to do with each other, one organisation after the other; joined ones keep their order. */
function unrelatedFirst(batches: readonly Batch[]): readonly Batch[] {
  const group = new Map<string, string>();
  const rootOf = (file: string): string => {
    const up = group.get(file);
    return up === undefined || up === file ? file : rootOf(up);
  };
  for (const { events } of batches) for (const { files } of events.slice(0, events.length)) for (const file of files.slice(1)) group.set(rootOf(file), rootOf(files[0] ?? file));
  const firstOf = ({ events }: Batch): FileNumber | undefined => events.slice(0, 1)[0]?.files[0];
  const keyed = batches.map((batch, index) => ({ batch, index, root: rootOf(firstOf(batch) ?? "") }));
  return keyed.toSorted((a, b) => (a.root === b.root ? a.index - b.index : a.root === "" ? -1 : b.root === "" ? 1 : a.root < b.root ? 1 : -1)).map(({ batch }) => batch);
}

function withIds(registry: Registry, from: number): Registry {
  let ids = 0;
  return { ...registry, freshId: (prefix) => `${prefix}${registry.digest(`${from} ${(ids += 1)}`).slice("sha256:".length, "sha256:".length + 18)}` };
}

const REGIONS = ["990101", "990102", "990201", "990301"];

async function register(registry: Registry): Promise<readonly FileNumber[]> {
  const files = await registry.ledger.mintFiles(ORGANISATIONS);
  for (const [index, file] of files.entries()) {
    await put(registry, null, {
      type: "OrganisationRegistered",
      body: { file, names: [{ text: `望屿第${index}贸易有限公司`, language: "zh", kind: "main" }], codes: [], legalForm: "limited-company", status: "operating", region: REGIONS[index % REGIONS.length] ?? "990101", sector: index % 2 === 0 ? "F" : "P", establishedOn: plainDate("2015-05-05") },
    });
  }
  return files;
}

async function put(registry: Registry, office: FileNumber | null, draft: EventDraft): Promise<void> {
  const stored = await appendEvents(registry, { batch: null, drafts: [draft], office });
  expect(stored.ok).toBe(true);
}

const FOUND: readonly (readonly [string, string, FieldValues])[] = [
  ["cn:publicity-finding", "cn:market-city", { ground: "unreachable", lettersReturned: 2 }],
  ["cn:administrative-penalty", "cn:market-city", { documentNumber: "市监罚1号", field: "food", kinds: ["fine", "suspension"], fine: { minor: 90_000_000, currency: "CNY" }, level: "serious", vile: true, heavierStep: true, largerFine: true }],
  ["cn:administrative-penalty", "cn:market-city", { documentNumber: "市监罚2号", field: "consumers", kinds: ["fine"], fine: { minor: 1_500_000, currency: "CNY" }, level: "general", vile: false, heavierStep: false, largerFine: false }],
  ["cn:customs-finding", "cn:customs-district", { documentNumber: "关缉1号", conduct: "smuggling-act", severe: false, level: "general", fine: { minor: 9_000_000, currency: "CNY" } }],
  ["cn:tax-determination", "cn:tax-provincial", { documentNumber: "税稽罚1号", conduct: "evasion", final: true, taxUnpaid: { minor: 200_000_000, currency: "CNY" }, taxDueInYear: { minor: 900_000_000, currency: "CNY" } }],
];

/** An office hands in what it found about an organisation of its place. */
async function handIn(play: Play, day: string): Promise<void> {
  const [file, found] = [oneOf(play, play.organisations), oneOf(play, FOUND)];
  const office = found === undefined ? undefined : oneOf(play, play.offices.filter(({ authority }) => authority === found[1]));
  const record = parseRecordId(play.registry.freshId("r"));
  if (file === undefined || found === undefined || office === undefined || !record.ok) return;
  const on: PlainDate = plainDate(day);
  await put(play.registry, office.file, { type: "RecordReported", body: { record: record.value satisfies RecordId, file, recordType: found[0] as LawId, fields: found[2], actedOn: addDays(on, -60), decidedOn: addDays(on, -1), publishedFrom: on } });
}
