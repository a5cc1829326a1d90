// All whom a part of the law binds, over every ledger: as many as checks say, in pages that equal the stream whatever is written between
// them, and to the public no more than a check tells it.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber, type LawId, type ListingId, type RecordId } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { createMemoryLedger, openLedger, type Ledger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { startPostgres, type TestPostgres } from "../../test/support/postgres.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { appendEvents } from "./append.ts";
import { checkOrganisation } from "./check-organisation.ts";
import type { Registry } from "./registry.ts";
import { pageOfBound, whomItBinds, type BoundOrganisation, type BoundRequest } from "./whom-it-binds.ts";

const KEEPER: Asker = { kind: "keeper" };
const PUBLIC: Asker = { kind: "public" };
const ON = "2024-05-01";
const law = await loadLaw("test/bodies");
const IDS = ["neighbours", "north-barred", "own-north", "berth-east", "eyed", "warned", "warned-checks", "dearer", "trusted", "mail"].map((id) => `ferry:${id}`);
const CHECKS = ["ferry:moor@north", "ferry:moor@south", "ferry:carry-mail", "ferry:lease-berth", "ferry:lease-berth@110100", "ferry:lease-berth@120000"];

const folder = mkdtempSync(join(tmpdir(), "probity-bound-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
const open: Ledger[] = [];
afterAll(async () => {
  for (const ledger of open) await ledger.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One organisation's lot: lists it stands on, collisions, whose branch it is and with whom it is one. */
interface Lot {
  readonly lists: readonly string[];
  readonly collisions: number;
  readonly branchOf: number | null;
  readonly joinedTo: number | null;
}

const lot: fc.Arbitrary<Lot> = fc.record({
  lists: fc.subarray(["north-barred", "south-barred", "east-watch", "eyed", "trusted"], { maxLength: 2 }), collisions: fc.integer({ min: 0, max: 2 }),
  branchOf: fc.option(fc.nat(30), { freq: 4 }), joinedTo: fc.option(fc.nat(30), { freq: 6 }),
});

function draftsOf(files: readonly FileNumber[], lots: readonly Lot[], tag: string): readonly EventDraft[] {
  const other = (index: number): FileNumber => present(files[index % files.length], "a file");
  return lots.flatMap(({ lists, collisions, branchOf, joinedTo }, index): readonly EventDraft[] => {
    const file = other(index);
    return [
      ...lists.map((list): EventDraft => ({
        type: "ListingReported",
        body: { listing: `${tag}${list}${index}` as ListingId, file, list: `ferry:${list}` as LawId, end: { kind: "notStated" }, fields: index % 3 === 0 ? {} : { reasons: ["wake"] }, edition: `e.${list}` as never, editionDay: plainDate("2024-01-01"), rowKey: `${tag}${index}`, contentDigest: "sha256:" as never, source: { batch: "b1" as never, template: "ferry:north-sheet" as LawId, row: index }, effectiveFrom: plainDate("2024-01-01") },
      })),
      ...Array.from({ length: collisions }, (_each, turn): EventDraft => ({ type: "RecordReported", body: { record: `${tag}r${index}x${turn}` as RecordId, file, recordType: "ferry:collision" as LawId, fields: { grave: true }, decidedOn: plainDate(`2024-0${turn + 1}-10`), publishedFrom: plainDate(`2024-0${turn + 1}-10`) } })),
      ...(branchOf === null || other(branchOf) === file ? [] : [{ type: "RelationReported", body: { from: file, to: other(branchOf), relation: "branchOf" } } satisfies EventDraft]),
      ...(joinedTo === null || other(joinedTo) === file ? [] : [{ type: "FilesJoined", body: { files: [file, other(joinedTo)], judgedBy: "person", score: 100, reasons: [] } } satisfies EventDraft]),
    ];
  });
}

async function filled(ledger: Ledger, lots: readonly Lot[], clock: StandingClock = { day: ON }): Promise<{ readonly registry: Registry; readonly files: readonly FileNumber[] }> {
  const registry = registryOver(ledger, law, clock);
  const files = await ledger.mintFiles(lots.length);
  await appendEvents(registry, { batch: null, drafts: [...files.map((file): EventDraft => ({ type: "OrganisationRegistered", body: { file, names: [{ text: `Ferry ${file}`, kind: "main" }], codes: [] } })), ...draftsOf(files, lots, "a")] });
  return { registry, files };
}

function memory(): Ledger {
  return createMemoryLedger({ node: "test", randomBytes });
}

async function streamed(registry: Registry, asker: Asker, request: BoundRequest): Promise<readonly BoundOrganisation[]> {
  const walk = await whomItBinds(registry, asker, request);
  if (!walk.ok) throw new Error(walk.error.message);
  return Array.fromAsync(walk.value.organisations);
}

/** Every organisation of which some check gives an effect, by the measure that gives it and what is behind. */
async function checked(registry: Registry, asker: Asker, files: readonly FileNumber[], id: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const organisation of files) {
    for (const act of CHECKS) {
      const answer = await checkOrganisation(registry, asker, { organisation, act, on: ON });
      if (!answer.ok) throw new Error(answer.error.message);
      const told = [...answer.value.effects, ...answer.value.favours].filter(({ measure, because }) => {
        const trigger = "withheld" in because ? undefined : because.trigger;
        return measure === id || law.get("measure", measure)?.memorandum === id || (trigger !== undefined && (trigger.kind === "list" || trigger.kind === "entailed") && trigger.list === id);
      });
      if (told.length > 0 && answer.value.organisation.file !== null) found.add(answer.value.organisation.file);
    }
  }
  return [...found].sort();
}

describe("whom it binds", () => {
  it("is exactly everyone for whom a check gives an effect with it, for keeper and public", async () => {
    await fc.assert(fc.asyncProperty(fc.array(lot, { minLength: 2, maxLength: 7 }), fc.constantFrom(...IDS), async (lots, of) => {
      const { registry, files } = await filled(memory(), lots);
      for (const asker of [KEEPER, PUBLIC]) {
        const rows = await streamed(registry, asker, { of, on: ON });
        const told = rows.map(({ organisation }) => String(organisation.file));
        expect(new Set(told).size).toBe(told.length);
        expect([...told].sort()).toEqual(await checked(registry, asker, files, of));
      }
    }), { numRuns: 40 });
  });

  it("looks nowhere the law cannot touch: no statement of an organisation is scanned for a list", async () => {
    const { registry } = await filled(memory(), [{ lists: ["north-barred"], collisions: 0, branchOf: null, joinedTo: null }, { lists: [], collisions: 2, branchOf: null, joinedTo: null }]);
    const looked: (readonly string[] | undefined)[] = [];
    const ledger: Ledger = new Proxy(registry.ledger, {
      get: (target, name: keyof Ledger) => (name !== "stream" ? (typeof target[name] === "function" ? (target[name] as () => unknown).bind(target) : target[name]) : (query: Parameters<Ledger["stream"]>[0]) => {
        looked.push(query.keys);
        return target.stream(query);
      }),
    });
    expect(await streamed({ ...registry, ledger }, KEEPER, { of: "ferry:own-north", on: ON })).toHaveLength(1);
    expect(looked).toEqual([["list:ferry:north-barred"]]);
  });

  it("says what is wrong with an id, an effect, a day", async () => {
    const { registry } = await filled(memory(), []);
    const codes = await Promise.all(([{ of: "x" }, { of: "ferry:nothing" }, { of: "ferry:moor" }, { of: "ferry:own-north", on: "2010-01-01" }, { of: "ferry:own-north", effect: "annoy" }, { of: "ferry:own-north", on: "2024-02-30" }, { of: "ferry:own-north", cursor: "abc" }] satisfies readonly BoundRequest[])
      .map(async (request) => { const found = await whomItBinds(registry, KEEPER, request); return found.ok ? "ok" : found.error.code; }));
    expect(codes).toEqual(["law-entry-unknown", "law-entry-unknown", "law-entry-unknown", "law-entry-unknown", "input-invalid", "day-invalid", "cursor-invalid"]);
  });
});

const PLACES: readonly (readonly [string, () => Promise<Ledger>])[] = [
  ["memory", async () => memory()],
  ["SQLite", () => openLedger({ node: "test", randomBytes, dataDir: mkdtempSync(join(folder, "data-")) })],
  ["PostgreSQL", async () => openLedger({ node: "test", randomBytes, databaseUrl: await present(postgres, "the server").freshDatabase() })],
];

/** More than one read of files at a time; every third branch, every seventh joined. */
const MANY: readonly Lot[] = Array.from({ length: 130 }, (_each, index) => ({
  lists: [["north-barred"], ["south-barred", "eyed"], [], ["trusted"], ["east-watch"]][index % 5] ?? [], collisions: index % 3, branchOf: index % 3 === 0 ? index + 5 : null, joinedTo: index % 7 === 0 ? index + 60 : null,
}));

describe.each(PLACES)("in pages on %s", (_name, place) => {
  it("is the stream, also while events are appended between pages; a cursor of another question or damaged is a problem", async () => {
    const ledger = await place();
    open.push(ledger);
    const { registry, files } = await filled(ledger, MANY);
    const inMemory = (await filled(memory(), MANY)).registry;
    expect(await streamed(registry, KEEPER, { of: "ferry:neighbours", on: ON })).toEqual(await streamed(inMemory, KEEPER, { of: "ferry:neighbours", on: ON }));
    for (const [asker, of] of [[KEEPER, "ferry:neighbours"], [PUBLIC, "ferry:warned"], [KEEPER, "ferry:eyed"]] as const) {
      const whole = await streamed(registry, asker, { of, on: ON });
      const pages: BoundOrganisation[] = [];
      let next: string | undefined;
      for (let turn = 0; turn === 0 || next !== undefined; turn += 1) {
        const page = await pageOfBound(registry, asker, { of, ...(next === undefined ? { on: ON } : { cursor: next }), limit: 7 });
        if (!page.ok) throw new Error(page.error.message);
        expect(page.value.organisations.length).toBeLessThanOrEqual(7);
        pages.push(...page.value.organisations);
        next = page.value.next;
        if (turn < 3) await appendEvents(registry, { batch: null, drafts: draftsOf(files, files.slice(0, 20).map(() => ({ lists: ["north-barred", "eyed"], collisions: 2, branchOf: null, joinedTo: null })), `b${of}${turn}`) });
      }
      expect(pages).toEqual(whole);
      expect(whole.length).toBeGreaterThan(7);
    }
    await damaged(registry);
  });
});

async function damaged(registry: Registry): Promise<void> {
  const page = await pageOfBound(registry, KEEPER, { of: "ferry:neighbours", on: ON, limit: 2 });
  const cursor = present(page.ok ? page.value.next : undefined, "a second page");
  const codes = await Promise.all(([
    { of: "ferry:neighbours", cursor }, { of: "ferry:neighbours", cursor, on: ON }, { of: "ferry:eyed", cursor }, { of: "ferry:neighbours", cursor, effect: "deny" }, { of: "ferry:neighbours", cursor, on: "2024-05-02" }, { of: "ferry:neighbours", cursor: `${cursor.slice(0, 20)}A${cursor.slice(21)}` }, { of: "ferry:neighbours", cursor: "" },
  ] satisfies readonly BoundRequest[]).map(async (request) => { const found = await pageOfBound(registry, KEEPER, { ...request, limit: 1 }); return found.ok ? "ok" : found.error.code; }));
  expect(codes).toEqual(["ok", "ok", ...Array.from({ length: 5 }, () => "cursor-invalid")]);
}
