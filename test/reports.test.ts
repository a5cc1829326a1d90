// Credit reports over real law: what is not public is in none of them, whatever is asked; nobody's silence counts as none; and behind a code the
// register finds what it said, what may still be shown of it, and what became of it.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber, plainDate, present, type FileNumber, type LawId, type ListingId, type MatterId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { codePartsOf, writeReportCode } from "../src/domain/proof/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { checkReport, makeReport, makeReports, previewReport, remakeReport, reportOfLot, rotateKeys, type Registry, type Remade, type ReportContent } from "../src/service/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { fillDesk, NAMES, type DeskWorld } from "./support/desk-world.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver, type StandingClock } from "./support/registry.ts";
import { projectLaw } from "./support/run.ts";

const law = await loadLaw("law");
const [ORGANISATION, OFFICE] = [makeFileNumber(1), makeFileNumber(2)];
const TODAY = "2026-06-01";
const DAYS = ["2023-09-15", "2024-03-01", "2025-01-01", "2025-09-01", "2026-05-01"];
const LISTS = ["cn:samr-serious", "cn:samr-abnormal", "cn:customs-dishonest", "cn:model-organisations", "cn:tax-key-scrutiny", "cn:customs-key-scrutiny"];
const RECORDS = ["cn:administrative-penalty", "cn:public-credit-rating", "cn:inspection"];

interface Thing {
  readonly id: string;
  readonly of: string;
  readonly on: string;
}

const anyThing = fc.record({ of: fc.constantFrom(...LISTS, ...RECORDS), on: fc.constantFrom(...DAYS) });

function begin({ id, of, on }: Thing): EventDraft {
  const [file, from] = [ORGANISATION, plainDate(on)];
  if (RECORDS.includes(of)) return { type: "RecordReported", body: { record: id as RecordId, file, recordType: of as LawId, fields: { documentNumber: `${id} of it`, grade: "poor" }, decidedOn: from, publishedFrom: from } };
  return { type: "ListingDecided", body: { matter: `m.${id}` as MatterId, file, list: of as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing: id as ListingId, reasons: `${id} of it`, basis: [], decidedOn: from, effectiveFrom: from, publishedFrom: from, end: { kind: "notStated" }, exits: [], conditions: [], criteria: [], regions: [] } };
}

function release({ id, of }: Thing, how: "end" | "never" | "masked"): EventDraft {
  const isRecord = RECORDS.includes(of);
  const about = isRecord ? { kind: "record" as const, record: id as RecordId } : { kind: "listing" as const, listing: id as ListingId };
  if (how === "masked") return { type: "EffectsStayed", body: { matter: "m.plan" as MatterId, file: ORGANISATION, about, mask: true, from: plainDate("2026-05-02"), reasons: "a plan is performed" } };
  if (about.kind === "record") return how === "never" ? { type: "RecordCorrected", body: { record: about.record, file: ORGANISATION, reason: "", annulled: true } } : { type: "RecordRepaired", body: { matter: "m.repair" as MatterId, record: about.record, file: ORGANISATION, repairedOn: plainDate("2026-05-02"), reasons: "" } };
  return { type: "ListingRemoved", body: { matter: null, listing: about.listing, file: ORGANISATION, act: how === "never" ? "annulment" : "repair", removedOn: plainDate("2026-05-02"), retroactive: how === "never", reasons: "" } };
}

async function registryOf(drafts: readonly EventDraft[], clock: StandingClock = { day: TODAY }): Promise<Registry> {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), law, clock);
  const opened: readonly EventDraft[] = [
    { type: "OrganisationRegistered", body: { file: ORGANISATION, names: [{ text: "Quarzil Road Works Ltd", kind: "main" }], codes: [], email: "post@quarzil.example", officeHolders: [{ office: "director", name: "Somebody Here" }] } },
    { type: "OfficeOpened", body: { file: OFFICE, authority: "cn:samr" as LawId, names: { en: "Market office", zh: "市场监管局" } } },
  ];
  for (const draft of [...opened, ...drafts]) await appendEvents(registry, { batch: null, drafts: [draft], office: OFFICE });
  await rotateKeys(registry);
  return registry;
}

async function content(registry: Registry, asked: Partial<Parameters<typeof previewReport>[1]> = {}): Promise<ReportContent> {
  const made = await previewReport(registry, { organisation: ORGANISATION, purpose: "tender", ...asked });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** What a report says, without where in the ledger it stands. */
function saying({ kinds, lists, binding, statement, organisation }: ReportContent): object {
  return { kinds: kinds.map((kind) => ({ ...kind, records: kind.records.map(({ position: _place, ...record }) => record) })), lists, binding, statement, organisation };
}

describe("what is not public", () => {
  it("is in no report: one of a register where it was released is one of a register where it never was", async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyThing, { minLength: 1, maxLength: 4 }), fc.nat(), fc.constantFrom("end" as const, "never" as const, "masked" as const), async (made, index, how) => {
      const things = made.map((thing, place): Thing => ({ ...thing, id: `thing${place}x` }));
      const gone = present(things[index % things.length], "a thing");
      const [after, without] = await Promise.all([registryOf([...things.map(begin), release(gone, how)]), registryOf(things.filter((thing) => thing !== gone).map(begin))]);
      for (const on of [TODAY, "2026-05-15"]) {
        const report = await content(after, { on });
        expect(JSON.stringify(report)).not.toContain(`${gone.id} of it`);
        expect(saying(report)).toEqual(saying(await content(without, { on })));
      }
      // Nor as known before it was released.
      const earlier = await content(after, { known: String((await after.ledger.head()) - 1) });
      expect(JSON.stringify(earlier)).not.toContain(`${gone.id} of it`);
    }), { numRuns: 25 });
  });

  it("lists, kinds and fields that the law keeps back, names of persons and mail addresses are in none", async () => {
    const kept = ["cn:tax-key-scrutiny", "cn:customs-key-scrutiny", "cn:public-credit-rating"].map((of, index): Thing => ({ id: `thing${index}x`, of, on: "2025-01-01" }));
    const text = JSON.stringify(await content(await registryOf(kept.map(begin))));
    for (const word of ["key-scrutiny", "public-credit-rating", "thing", "Somebody Here", "post@quarzil.example"]) expect([word, text.includes(word)]).toEqual([word, false]);
  });

  it("is what the same question says to the public alone, whoever asks on whichever machine", async () => {
    const registry = await registryOf([begin({ id: "thing0x", of: "cn:administrative-penalty", on: "2025-09-01" })]);
    const made = await makeReport(registry, { organisation: ORGANISATION, purpose: "tender" });
    expect(made.ok && made.value.report.content.kinds.flatMap(({ records }) => records)).toHaveLength(1);
    expect(made.ok && made.value.file).toContain("report");
  });
});

describe("a period and a purpose", () => {
  it("take what was decided in it, from its first day and before its end", async () => {
    const registry = await registryOf(DAYS.map((on, index) => begin({ id: `thing${index}x`, of: "cn:inspection", on })));
    const days = async (from: string, until: string): Promise<readonly (string | null)[]> => (await content(registry, { from, until })).kinds.flatMap(({ records }) => records.map(({ decidedOn }) => decidedOn));
    expect(await days("2024-03-01", "2025-09-01")).toEqual(["2025-01-01", "2024-03-01"]);
    expect(await days("2024-03-02", "2025-09-02")).toEqual(["2025-09-01", "2025-01-01"]);
    expect((await content(registry)).period).toEqual({ from: "2023-06-02", until: "2026-06-02" });
  });

  it.each<[string, object, string]>([
    ["no purpose", { purpose: "" }, "input-invalid"], ["a purpose that is none", { purpose: "curiosity" }, "input-invalid"], ["another one, not said which", { purpose: "other" }, "input-invalid"], ["one said at length", { purpose: "award", stated: "x".repeat(201) }, "input-invalid"],
    ["no day", { from: "2026-02-30" }, "day-invalid"], ["a period that ends before it begins", { from: "2026-01-02", until: "2026-01-02" }, "day-invalid"], ["days to come", { until: "2026-06-03" }, "day-invalid"], ["nobody", { organisation: "Nobody Ltd" }, "organisation-not-found"], ["a person", { organisation: "11010519491231002X" }, "not-an-organisation"],
  ])("are refused in words: %s", async (_what, asked, code) => {
    const made = await previewReport(await registryOf([]), { organisation: ORGANISATION, purpose: "tender", ...asked });
    expect(made.ok ? "" : made.error.code).toBe(code);
  });
});

describe("what was handed in", () => {
  async function desk(): Promise<{ readonly registry: Registry; readonly world: DeskWorld; readonly clock: StandingClock }> {
    const clock = { day: "2026-03-02" };
    const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await projectLaw(), clock);
    const world = await fillDesk(registry, 2);
    await rotateKeys(registry);
    return { registry, world, clock };
  }

  it("counts; 0 is delivered and none, and what nobody handed in is no number", async () => {
    const { registry, world } = await desk();
    const asked = { organisation: present(world.files[0], "a file"), from: "2026-02-20" };
    const kinds = new Map((await content(registry, asked)).kinds.map((kind) => [kind.id, kind]));
    expect(kinds.get("cn:administrative-penalty")).toMatchObject({ count: 1, delivered: { first: "2026-03-02", last: "2026-03-02" } });
    expect(kinds.get("cn:inspection")).toMatchObject({ count: null, delivered: null });
    const before = await content(registry, { ...asked, from: "2020-01-01", until: "2026-02-20" });
    expect(before.kinds.find(({ id }) => id === "cn:administrative-penalty")).toMatchObject({ count: 0 });
    expect(before.statement).toMatchObject({ finding: "none", records: 0 });
    expect(before.statement.kinds.unknown).toBeGreaterThan(0);
    expect((await content(registry, asked)).statement.finding).toBe("some");
  });

  it("of a list that no office here decides and nobody handed in is no number either", async () => {
    const lists = new Map((await content(await registryOf([begin({ id: "thing0x", of: "cn:administrative-penalty", on: "2025-09-01" })]))).lists.map((list) => [list.id, list]));
    expect([lists.get("cn:samr-serious")?.count, lists.get("cn:customs-dishonest")?.count, lists.get("cn:model-organisations")?.count]).toEqual([0, null, null]);
  });

  it("stands under one signature for a list of suppliers, each to be shown by itself, and who is not found with why", async () => {
    const { registry, world } = await desk();
    const made = await makeReports(registry, [NAMES[0], "Nobody Ltd", present(world.files[1], "a file"), "11010519491231002X"], { purpose: "financing" });
    const lot = present(made.ok ? made.value : undefined, "a lot");
    expect(lot.lines.map((line) => (line.kind === "report" ? line.content.organisation.file : [line.asked, line.error.code]))).toEqual([world.files[0], ["Nobody Ltd", "organisation-not-found"], world.files[1], ["", "not-an-organisation"]]);
    expect(lot.file).not.toContain("11010519491231002X");
    const alone = reportOfLot(registry, lot, 3);
    const checked = await checkReport({ bytes: Buffer.from(alone), registry, digest: registry.digest });
    expect(checked.ok && checked.value.ok && checked.value.value).toMatchObject({ head: { count: 4 }, lines: [{ number: 3, line: { content: { organisation: { file: world.files[1] } } }, again: { kind: "issued", differences: [] } }] });
    expect(alone).not.toContain(NAMES[0]);
  });
});

describe("behind a code", () => {
  const penalty: Thing = { id: "thing0x", of: "cn:administrative-penalty", on: "2025-09-01" };

  async function issued(drafts: readonly EventDraft[] = [begin(penalty)]): Promise<{ readonly registry: Registry; readonly code: string; readonly clock: StandingClock }> {
    const clock = { day: TODAY };
    const registry = await registryOf(drafts, clock);
    const made = await makeReport(registry, { organisation: ORGANISATION, purpose: "subsidy", from: "2024-06-01" });
    return { registry, code: present(made.ok ? made.value.report.code : undefined, "a code"), clock };
  }

  const add = (registry: Registry, draft: EventDraft): Promise<unknown> => appendEvents(registry, { batch: null, drafts: [draft], office: OFFICE });
  const kindOf = (found: Remade): string => found.kind;

  it("is the report as it was made, and the same today", async () => {
    const { registry, code } = await issued();
    const head = await registry.ledger.head();
    const found = await remakeReport(registry, code.toLowerCase().replaceAll("-", " "));
    expect(found).toMatchObject({ kind: "issued", less: false, differences: [], said: { purpose: "subsidy", period: { from: "2024-06-01", until: "2026-06-02" }, statement: { finding: "some" } } });
    // Nothing is written for having been asked.
    expect(await registry.ledger.head()).toBe(head);
  });

  it("is what is different today, part by part", async () => {
    const { registry, code, clock } = await issued();
    clock.day = "2026-07-15";
    await add(registry, begin({ id: "thing1x", of: "cn:administrative-penalty", on: "2026-05-01" }));
    await add(registry, begin({ id: "thing2x", of: "cn:samr-serious", on: "2026-05-01" }));
    const found = await remakeReport(registry, code);
    expect(found).toMatchObject({ kind: "issued", less: false });
    expect(found.kind === "issued" ? found.differences.map(({ part, rows }) => [part, rows.map(({ before, after }) => [before, after])]) : []).toEqual([["statement", []], ["kinds", [[1, 2]]], ["lists", [[0, 1]]], ["binding", []]]);
  });

  it.each(["end", "never", "masked"] as const)("is no word of what is no longer public, only that it is less: %s", async (how) => {
    const { registry, code, clock } = await issued();
    clock.day = "2026-07-15";
    await add(registry, release(penalty, how));
    const found = await remakeReport(registry, code);
    expect(found).toMatchObject({ kind: "issued", less: true });
    expect(JSON.stringify(found)).not.toContain("thing0x of it");
    expect(found.kind === "issued" ? [found.said.statement.records, found.differences] : []).toEqual([0, []]);
  });

  it("is, once the law has had it forgotten, that it can no longer be held against the register", async () => {
    const { registry, code } = await issued();
    const [record] = await registry.ledger.read({ types: ["RecordReported"] });
    const { position } = present(record, "the record");
    await registry.ledger.forget([position]);
    expect(await remakeReport(registry, code)).toMatchObject({ kind: "forgotten", positions: [position] });
  });

  it("is nothing where it was made up, is another register's, or of a day the register has not come to", async () => {
    const { registry, code } = await issued();
    const said = await content(registry, { purpose: "subsidy", from: "2024-06-01" });
    const madeUp = writeReportCode({ ...codePartsOf(said), purpose: "subsidy" }, registry.digest("that it is clean"));
    const empty = registryOver(createMemoryLedger({ node: "other", randomBytes }), law, { day: TODAY });
    const another = await registryOf([begin({ ...penalty, on: "2025-01-01" })]);
    expect([kindOf(await remakeReport(registry, madeUp)), kindOf(await remakeReport(empty, code)), kindOf(await remakeReport(another, code)), kindOf(await remakeReport(registry, "no code at all"))]).toEqual(["notIssued", "elsewhere", "notIssued", "unreadable"]);
    const elsewhere = writeReportCode({ ...codePartsOf(said), file: makeFileNumber(77) as FileNumber }, registry.digest(""));
    expect(kindOf(await remakeReport(registry, elsewhere))).toBe("elsewhere");
  });
});
