// After a release nothing a register says rests on what was released: answers, standings, ways out, lists and the front page, for the
// keeper and for the public, over random histories under the real law, through the verbs every page, command and route is made of.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber, plainDate, type LawId, type ListingId, type MatterId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { checkOrganisation, listOn, overview, standingOf, type Registry, type Standing } from "../src/service/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { loadLaw } from "./support/law.ts";
import { registryOver } from "./support/registry.ts";

const law = await loadLaw("law");
const [ORGANISATION, OFFICE] = [makeFileNumber(1), makeFileNumber(2)];
const [KEEPER, PUBLIC] = [{ kind: "keeper" }, { kind: "public" }] as const;
const TODAY = "2026-06-01";
const DAYS = ["2023-01-15", "2024-03-01", "2025-01-01", "2025-09-01", "2026-05-01"];
const KEPT = ["cn:samr-serious", "cn:samr-abnormal"];
const REPORTED = ["cn:samr-key-scrutiny", "cn:tax-key-scrutiny", "cn:customs-key-scrutiny", "cn:customs-dishonest", "cn:model-organisations"];
const ACTS = ["cn:bid-government-procurement", "cn:undergo-inspection"];

interface Thing {
  readonly id: string;
  readonly of: LawId;
  readonly holds: "kept" | "reported" | "record";
  readonly events: readonly EventDraft[];
}

const day = fc.constantFrom(...DAYS);
const beginnings = fc.oneof(
  fc.record({ holds: fc.constant("kept" as const), of: fc.constantFrom(...KEPT), on: day }),
  fc.record({ holds: fc.constant("reported" as const), of: fc.constantFrom(...REPORTED), on: day }),
  fc.record({ holds: fc.constant("record" as const), of: fc.constantFrom("cn:public-credit-rating", "cn:administrative-penalty"), on: day }),
);
const things = fc.array(beginnings, { minLength: 2, maxLength: 6 }).map((made) => [...made, ...REPORTED.slice(0, 3).map((of) => ({ holds: "reported" as const, of, on: "2024-03-01" }))].map(({ holds, of, on }, index): Thing => thingOf(`thing${index}x`, holds, of as LawId, on)));

function thingOf(id: string, holds: Thing["holds"], of: LawId, on: string): Thing {
  const from = plainDate(on);
  const file = ORGANISATION;
  const begin: EventDraft =
    holds === "record" ? { type: "RecordReported", body: { record: id as RecordId, file, recordType: of, fields: of === ("cn:public-credit-rating" as LawId) ? { grade: "poor" } : {}, decidedOn: from, publishedFrom: from } }
    : holds === "kept" ? { type: "ListingDecided", body: { matter: `m.${id}` as MatterId, file, list: of, authority: "cn:samr" as LawId, outcome: "listed", listing: id as ListingId, reasons: "", basis: [], decidedOn: from, effectiveFrom: from, publishedFrom: from, end: { kind: "notStated" }, exits: [], conditions: [], criteria: [], regions: [] } }
    : { type: "ListingReported", body: { listing: id as ListingId, file, list: of, end: { kind: "notStated" }, fields: {}, edition: `e.${of}.${on}` as never, editionDay: from, rowKey: id, contentDigest: `sha256:${"0".repeat(64)}` as never, source: { batch: "b" as never, template: of, row: 1 }, effectiveFrom: from } };
  return { id, of, holds, events: [begin] };
}

type Release = "end" | "never" | "masked";

/** An edition of its own day, after every day on which a listing is reported. */
function releaseOf({ id, of, holds }: Thing, release: Release, on: string): EventDraft {
  const about = holds === "record" ? { kind: "record" as const, record: id as RecordId } : { kind: "listing" as const, listing: id as ListingId };
  if (release === "masked") return { type: "EffectsStayed", body: { matter: "m.plan" as MatterId, file: ORGANISATION, about, mask: true, from: plainDate(on), reasons: "a plan is performed" } };
  if (about.kind === "record") return release === "never" ? { type: "RecordCorrected", body: { record: about.record, file: ORGANISATION, reason: "", annulled: true } } : { type: "RecordRepaired", body: { matter: "m.repair" as MatterId, record: about.record, file: ORGANISATION, repairedOn: plainDate(on), reasons: "" } };
  if (holds === "kept") return { type: "ListingRemoved", body: { matter: null, listing: about.listing, file: ORGANISATION, act: release === "never" ? "annulment" : "repair", removedOn: plainDate(on), retroactive: release === "never", reasons: "" } };
  return { type: "EditionReceived", body: { edition: "e.last" as never, list: of, asOf: plainDate("2026-05-15"), inferred: false } };
}

async function registryOf(drafts: readonly EventDraft[]): Promise<Registry> {
  const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), law, { day: TODAY });
  const opened: readonly EventDraft[] = [
    { type: "OrganisationRegistered", body: { file: ORGANISATION, names: [{ text: "Quarzil Road Works Ltd", kind: "main" }], codes: [] } },
    { type: "OfficeOpened", body: { file: OFFICE, authority: "cn:samr" as LawId, names: { en: "Market office", zh: "市场监管局" } } },
  ];
  for (const draft of [...opened, ...drafts]) await appendEvents(registry, { batch: null, drafts: [draft], office: OFFICE });
  return registry;
}

async function standing(registry: Registry, asker: typeof KEEPER | typeof PUBLIC, on: string, known?: number): Promise<Standing> {
  const found = await standingOf(registry, asker, { organisation: ORGANISATION, on, ...(known === undefined ? {} : { known: String(known) }) });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

/** Everything the public can be shown of the organisation, as one text. */
async function publicTexts(registry: Registry, of: LawId, on: string, known: number): Promise<string> {
  const list = law.get("list", of) === undefined ? null : await listOn(registry, PUBLIC, of, { on, known: String(known) });
  const answers = await Promise.all(ACTS.map((act) => checkOrganisation(registry, PUBLIC, { organisation: ORGANISATION, act, on, known: String(known), explain: true })));
  return JSON.stringify([await standing(registry, PUBLIC, on, known), list, answers]);
}

describe("after a release", () => {
  it("no answer, standing, way out or public view rests on it, under the real law", async () => {
    await fc.assert(fc.asyncProperty(things, fc.nat(), day, fc.constantFrom<Release>("end", "never", "masked"), async (history, index, on, release) => {
      const thing = history[index % history.length];
      if (thing === undefined) return;
      const registry = await registryOf([...history.flatMap(({ events }) => events), releaseOf(thing, release, on)]);
      const head = await registry.ledger.head();
      const from = thing.holds === "reported" && release !== "masked" ? "2026-05-15" : release === "never" ? "" : on;
      for (const asked of [...DAYS, TODAY].filter((each) => each >= from)) {
        const { acts, officeHolders, proposals } = await standing(registry, KEEPER, asked);
        // While it is masked the keeper is told that it is stayed.
        expect(JSON.stringify([acts.map(({ stayed: _stayed, ...rest }) => rest), officeHolders, proposals])).not.toContain(thing.id);
      }
      // It is still on file for the keeper, and for nobody else, whatever day and position is asked about.
      const kept = await standing(registry, KEEPER, TODAY);
      expect(JSON.stringify([kept.listings, kept.records])).toContain(thing.id);
      const spoken = (await overview(registry, PUBLIC, plainDate(TODAY))).latest.map(({ position }) => position);
      expect(spoken).not.toContain(2 + history.indexOf(thing) + 1);
      for (const asked of [DAYS[1] ?? TODAY, TODAY]) for (const known of [head - 1, head]) expect(await publicTexts(registry, thing.of, asked, known)).not.toContain(thing.id);
    }), { numRuns: 20 });
  });

  it("a warning the law itself made is told to nobody once an entry behind it has gone, and the keeper is told as it was known", async () => {
    const entries = REPORTED.slice(0, 3).map((of, index) => thingOf(`thing${index}x`, "reported", of as LawId, "2024-03-01"));
    const registry = await registryOf([...entries.flatMap(({ events }) => events), ...entries.slice(0, 1).map((thing) => releaseOf(thing, "end", TODAY))]);
    const head = await registry.ledger.head();
    const warned = async (asker: typeof KEEPER | typeof PUBLIC, on: string, known: number): Promise<boolean> => (await standing(registry, asker, on, known)).listings.some(({ list }) => list === "cn:scrutiny-warning");
    expect([await warned(KEEPER, "2025-01-01", head), await warned(KEEPER, TODAY, head), await warned(KEEPER, TODAY, head - 1)]).toEqual([true, false, true]);
    expect([await warned(PUBLIC, "2025-01-01", head), await warned(PUBLIC, TODAY, head), await warned(PUBLIC, TODAY, head - 1)]).toEqual([false, false, false]);
  });

  it("a stay is told with the office that ordered it, in the plain answer too, and on no page while it is masked", async () => {
    const thing = thingOf("thing0x", "kept", "cn:samr-serious" as LawId, "2025-01-01");
    for (const mask of [false, true]) {
      const stay = releaseOf(thing, "masked", "2025-09-01");
      const registry = await registryOf([...thing.events, stay.type === "EffectsStayed" ? { type: "EffectsStayed", body: { ...stay.body, mask } } : stay]);
      const answers = await Promise.all([KEEPER, PUBLIC].map((asker) => checkOrganisation(registry, asker, { organisation: ORGANISATION, act: "cn:undergo-inspection", on: TODAY })));
      const stays = answers.map((answer) => (answer.ok ? answer.value.stayed?.map(({ orderedBy }) => orderedBy?.names?.en) : answer.error));
      expect(stays).toEqual([["Market office"], mask ? undefined : ["Market office"]]);
    }
  });
});
