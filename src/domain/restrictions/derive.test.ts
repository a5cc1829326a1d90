import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, type End, type FileNumber, type LawId, type ListingId, type PlainDate, type RecordId } from "../terms/index.ts";
import type { EventDraft, FieldValues } from "../events/index.ts";
import { organisationOf, replay } from "../register/index.ts";
import { stored } from "../register/register-fixtures.ts";
import { loadLaw } from "../../../test/support/law.ts";
import { assess } from "./assess.ts";
import { derive, type Derived } from "./derive.ts";
import type { Where } from "./measure-outcome.ts";
import type { Scene } from "./facts.ts";

const law = await loadLaw("test/bodies");
const A = "P00000018" as FileNumber;
const PARENT = "P00000026" as FileNumber;
const OTHER = "P00000034" as FileNumber;

const id = (text: string): LawId => `ferry:${text}` as LawId;
const registered = (file: FileNumber): EventDraft => ({ type: "OrganisationRegistered", body: { file, names: [{ text: `Ferry ${file}`, kind: "main" }], codes: [] } });

interface Listed {
  readonly list?: string;
  readonly listing?: string;
  readonly file?: FileNumber;
  readonly from?: string;
  readonly decidedOn?: string;
  readonly end?: End;
  readonly edition?: string;
  readonly originator?: string;
  readonly fields?: FieldValues;
}

function listed({ list = "north-barred", listing = "l1", file = A, from = "2024-01-01", decidedOn, end = { kind: "notStated" }, edition, originator, fields = { reasons: ["wake"], caseNumber: "7" } }: Listed = {}): EventDraft {
  return {
    type: "ListingReported",
    body: {
      listing: listing as ListingId, file, list: id(list), end, fields, edition: `e.${edition ?? from}` as never, editionDay: plainDate(edition ?? from), rowKey: listing, contentDigest: "sha256:" as never,
      source: { batch: "b" as never, template: id("t"), row: 1 }, effectiveFrom: plainDate(from), decidedOn: plainDate(decidedOn ?? from), ...(originator === undefined ? {} : { originator: id(originator) }),
    },
  };
}

function collision(record: string, decidedOn: string, fields: FieldValues = { grave: true }): EventDraft {
  return { type: "RecordReported", body: { record: record as RecordId, file: A, recordType: id("collision"), fields, decidedOn: plainDate(decidedOn), publishedFrom: plainDate(decidedOn) } };
}

const until = (day: string): End => ({ kind: "fixed", until: plainDate(day) });

function sceneOn(events: readonly EventDraft[], on: string, more: Partial<Scene> & { readonly law?: string } = {}): Scene {
  const { law: lawDay, ...scene } = more;
  return { rulebook: law, statute: law.on(plainDate(lawDay ?? on)), register: replay(stored([registered(A), ...events])), on: plainDate(on), sight: () => "shown", sightOfRecord: () => "shown", ...scene };
}

function ask(events: readonly EventDraft[], act: string, on: string, where: Where = {}, more: Parameters<typeof sceneOn>[2] = {}): Derived {
  const scene = sceneOn(events, on, more);
  const [organisation, entry] = [organisationOf(scene.register, A), scene.statute.get("act", id(act))];
  if (organisation === undefined || entry === undefined) throw new Error("the organisation and the act exist");
  return derive({ scene, organisation, find: (file) => organisationOf(scene.register, file), act: entry, where, calendar: [] });
}

const atNorth = { authority: id("north") };
const atSouth = { authority: id("south") };

describe("derive", () => {
  it("R1 nothing restricts before the first day or from the first free day on", () => {
    const events = [listed({ from: "2024-03-01", end: until("2024-06-01") })];
    expect(["2024-02-29", "2024-03-01", "2024-05-31", "2024-06-01"].map((on) => ask(events, "moor", on, atNorth).verdict)).toEqual(["clear", "bound", "bound", "clear"]);
  });

  it("R2 an undetermined verdict always names what is missing", () => {
    const answer = ask([listed({ fields: { caseNumber: "7" } })], "moor", "2024-05-01", atSouth);
    expect(answer.verdict).toBe("undetermined");
    expect(answer.missing).toMatchObject([{ kind: "fact", fact: "listing.reasons", neededBy: "ferry:neighbours-south" }]);
  });

  it("R3 undetermined closes an act whose law says so and opens another", () => {
    expect(ask([listed({ fields: {} })], "moor", "2024-05-01", atSouth).decision).toBe(false);
    const watched = [listed({ list: "east-watch", fields: {} })];
    expect(ask(watched, "lease-berth", "2024-05-01")).toMatchObject({ verdict: "undetermined", decision: true });
    expect(ask(watched, "lease-berth", "2024-05-01", { region: "110100" })).toMatchObject({ verdict: "bound", decision: false });
  });

  it("R4 a discretionary measure is possible until decided, then binds with the effect chosen", () => {
    expect(ask([listed()], "carry-mail", "2024-05-01")).toMatchObject({ verdict: "clear", possible: [{ measure: "ferry:mail", effects: ["deny", "restrict"] }] });
    const decided: EventDraft = { type: "MeasureDecided", body: { measure: id("mail"), file: A, listing: "l1" as ListingId, authority: id("south"), choice: "apply", effect: "restrict", decidedOn: plainDate("2024-04-01"), reasons: "" } };
    const answer = ask([listed(), decided], "carry-mail", "2024-05-01");
    expect(answer.effects.map(({ effect, from }) => ({ effect, from }))).toEqual([{ effect: "restrict", from: "2024-04-01" }]);
    expect(ask([listed(), decided], "carry-mail", "2024-03-31").verdict).toBe("clear");
  });

  it("R4 a measure that may be declined binds until it is declined for this listing", () => {
    const declined: EventDraft = { type: "MeasureDecided", body: { measure: id("neighbours-south"), file: A, listing: "l1" as ListingId, authority: id("south"), choice: "decline", decidedOn: plainDate("2024-04-01"), reasons: "" } };
    expect(ask([listed()], "moor", "2024-05-01", atSouth).verdict).toBe("bound");
    expect(ask([listed(), declined], "moor", "2024-05-01", atSouth)).toMatchObject({ verdict: "clear", spared: [{ failed: "declined" }] });
    expect(ask([listed(), listed({ listing: "l2" }), declined], "moor", "2024-05-01", atSouth).verdict).toBe("bound");
  });

  it("R5 the first condition that fails is named", () => {
    const answer = ask([listed({ from: "2015-06-01", fields: { reasons: ["noise"], caseNumber: "none" } })], "moor", "2015-07-01", atSouth);
    expect(answer).toMatchObject({ verdict: "clear", spared: [{ measure: "ferry:neighbours-south", failed: "for-wake" }] });
  });

  it("R6 inside an uncertain range the verdict is undetermined, and a presumption is shown", () => {
    const events = [listed({ from: "2015-06-01", fields: { reasons: ["wake"] }, edition: "2016-01-01" })];
    expect(["2015-12-31", "2016-01-01", "2016-06-30", "2016-07-01"].map((on) => ask(events, "moor", on, atSouth).verdict)).toEqual(["clear", "undetermined", "undetermined", "bound"]);
    expect(ask(events, "moor", "2016-07-01", atSouth).presumed).toEqual(["real-wake"]);
  });

  it("R7 a measure limited to a place binds only there, and without a place leaves it open which", () => {
    const events = [listed({ list: "east-watch", fields: {} })];
    expect(["110000", "110100", "120000"].map((region) => ask(events, "lease-berth", "2024-05-01", { region }).verdict)).toEqual(["bound", "bound", "clear"]);
    expect(ask(events, "lease-berth", "2024-05-01").missing).toMatchObject([{ kind: "where" }]);
    expect(ask([listed()], "moor", "2024-05-01").missing.map((missing) => missing.kind)).toContain("where");
  });

  it("R8 a sister takes the reasons of the decision it hangs on, of the same list and number alone", () => {
    const sister = listed({ fields: { sister: true, caseNumber: "7" } });
    const parent = listed({ file: OTHER, listing: "l9", fields: { reasons: ["wake"], caseNumber: "7" } });
    expect(ask([sister, registered(OTHER), parent], "moor", "2024-05-01", atSouth).verdict).toBe("bound");
    expect(ask([sister], "moor", "2024-05-01", atSouth).verdict).toBe("undetermined");
    expect(ask([sister, registered(OTHER), listed({ file: OTHER, listing: "l9", fields: { reasons: ["wake"], caseNumber: "8" } })], "moor", "2024-05-01", atSouth).verdict).toBe("undetermined");
    expect(ask([sister, registered(OTHER), listed({ file: OTHER, list: "south-barred", listing: "l9", fields: { reasons: ["wake"], caseNumber: "7" } })], "moor", "2024-05-01", atSouth).verdict).toBe("undetermined");
  });

  it("R9 an entailed listing begins with its cause, names it and ends with it", () => {
    const events = [collision("r1", "2024-01-10"), collision("r2", "2024-03-10"), collision("r3", "2024-04-10", { grave: false })];
    const answer = ask(events, "lease-berth", "2024-05-01");
    expect(answer.effects).toMatchObject([{ effect: "scrutinise", from: "2024-03-10", amount: { kind: "rate", rate: { numerator: 1, denominator: 5 } }, because: { trigger: { kind: "entailed", list: "ferry:warned", cause: ["r1", "r2"] } } }]);
    expect(["2024-03-09", "2024-03-10", "2026-01-09", "2026-01-10"].map((on) => ask(events, "lease-berth", on).verdict)).toEqual(["clear", "bound", "bound", "clear"]);
  });

  it("R9 a blacklisting loses a redlisting while it lasts", () => {
    const trusted = listed({ list: "trusted", listing: "l2", fields: {} });
    expect(ask([trusted], "lease-berth", "2024-05-01").favours.map((favour) => favour.effect)).toEqual(["prioritise"]);
    expect(ask([trusted, listed({ end: until("2024-06-01") })], "lease-berth", "2024-05-01").favours).toEqual([]);
    expect(ask([trusted, listed({ end: until("2024-06-01") })], "lease-berth", "2024-06-01").favours).toHaveLength(1);
  });

  it("R10 a measure follows from a record without a list, for its own term and with its amount", () => {
    const events = [collision("r1", "2024-01-10")];
    expect(["2024-01-09", "2024-01-10", "2024-07-09", "2024-07-10"].map((on) => ask(events, "carry-mail", on).verdict)).toEqual(["clear", "bound", "bound", "clear"]);
    expect(ask(events, "carry-mail", "2024-02-01").effects).toMatchObject([{ effect: "surcharge", amount: { kind: "moneyPerUnit", money: { minor: 5, currency: "CHF" }, unit: "letter" }, until: "2024-07-10" }]);
    expect(ask([collision("r1", "2024-01-10", {})], "carry-mail", "2024-02-01").verdict).toBe("undetermined");
  });

  it("R11 a parent's listing reaches its branch only where the measure says so", () => {
    const parent: readonly EventDraft[] = [registered(PARENT), { type: "RelationReported", body: { from: A, to: PARENT, relation: "branchOf" } }];
    const graves = [collision("r1", "2024-01-10"), collision("r2", "2024-03-10")].map((event): EventDraft => (event.type === "RecordReported" ? { ...event, body: { ...event.body, file: PARENT } } : event));
    expect(ask([...parent, ...graves], "lease-berth", "2024-05-01").effects.map((effect) => effect.measure)).toEqual(["ferry:warned-checks"]);
    expect(ask([...parent, listed({ file: PARENT })], "moor", "2024-05-01", atNorth).verdict).toBe("clear");
  });

  it("R12 a measure aimed at office-holders is shown and binds nothing", () => {
    const answer = ask([listed()], "lease-berth", "2024-05-01");
    expect(answer).toMatchObject({ verdict: "clear", effects: [], officeHolders: [{ measure: "ferry:captains", reaches: ["legal-representative"] }] });
  });

  it("R13 a list older than its law lets it be leaves answers undetermined", () => {
    const edition: EventDraft = { type: "EditionReceived", body: { edition: "e.2024-01-01" as never, list: id("north-barred"), asOf: plainDate("2024-01-01"), inferred: false } };
    expect(["2025-02-03", "2025-02-04"].map((on) => ask([edition, listed()], "moor", on, atNorth).verdict)).toEqual(["bound", "undetermined"]);
    expect(ask([edition], "moor", "2025-02-04", atNorth).missing).toMatchObject([{ kind: "edition", of: "ferry:north-barred", since: "2025-02-04" }]);
  });

  it("R14 a hidden trigger is as if it were not there, a withheld one keeps its reason back", () => {
    const eyed = listed({ list: "eyed", fields: {} });
    expect(ask([eyed], "carry-mail", "2024-05-01", {}, { sight: () => "hidden" })).toMatchObject({ verdict: "clear", effects: [] });
    expect(ask([eyed], "carry-mail", "2024-05-01", {}, { sight: () => "withheld" }).effects).toMatchObject([{ because: { withheld: true, authority: "ferry:north" } }]);
  });

  it("R14 a cause that the asker may not see is not named", () => {
    const events = [collision("r1", "2024-01-10"), collision("r2", "2024-03-10")];
    const seen = ask(events, "lease-berth", "2024-05-01", {}, { sightOfRecord: (_type, record) => (record.id === ("r2" as RecordId) ? "hidden" : "shown") });
    expect(seen.effects).toMatchObject([{ because: { trigger: { kind: "entailed", cause: ["r1"] } } }]);
  });

  it("R15 the ways out are the smallest sets of acts after which nothing binds", () => {
    const one = ask([listed({ end: until("2024-09-01") })], "moor", "2024-05-01", atNorth);
    expect(one.exits).toMatchObject([{ acts: ["term"], earliest: "2024-09-01" }]);
    const two = ask([listed({ end: until("2024-09-01") }), listed({ listing: "l2", end: until("2025-01-01") })], "moor", "2024-05-01", atNorth);
    expect(two.exits).toMatchObject([{ acts: ["term"], earliest: "2025-01-01" }]);
    expect(ask([listed()], "moor", "2024-05-01", atNorth).exits).toEqual([]);
  });

  it("R16 the anchor names the version, and the statute book of the day cuts later ones away", () => {
    const decidedIn2024 = [listed({ list: "south-barred", from: "2024-05-01", fields: {} })];
    expect(ask(decidedIn2024, "carry-mail", "2025-07-01").possible.map((possible) => possible.measure)).toEqual(["ferry:later-rule"]);
    const decidedIn2025 = [listed({ list: "south-barred", from: "2025-06-15", fields: {} })];
    expect(ask(decidedIn2025, "carry-mail", "2025-07-01").verdict).toBe("bound");
    expect(ask(decidedIn2025, "carry-mail", "2025-07-01", {}, { law: "2025-05-31" }).possible).toHaveLength(1);
    expect(ask(decidedIn2024, "carry-mail", "2025-07-01", {}, { law: "2023-12-31" })).toMatchObject({ verdict: "clear", possible: [] });
  });

  it("R18 criteria propose, and nothing is listed by them", () => {
    const scene = sceneOn([collision("r1", "2024-01-10", { damage: { minor: 100_000, currency: "CHF" } })], "2024-05-01");
    const organisation = organisationOf(scene.register, A);
    expect(organisation === undefined ? [] : assess(scene, organisation)).toMatchObject([{ list: "ferry:costly", truth: "true", met: ["costly-collision"], records: ["r1"], listed: false }]);
    const below = sceneOn([collision("r1", "2024-01-10", { damage: { minor: 99_999, currency: "CHF" } })], "2024-05-01");
    const same = organisationOf(below.register, A);
    expect(same === undefined ? ["none"] : assess(below, same)).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 900 }).map((offset): PlainDate => plainDate(["2024-01-01", "2024-03-15", "2024-06-01", "2024-11-30", "2025-02-01", "2025-08-20"][offset % 6] ?? "2024-01-01"));
const anyEvent: fc.Arbitrary<EventDraft> = fc.oneof(
  fc.record({ list: fc.constantFrom("north-barred", "south-barred", "east-watch", "trusted", "eyed"), listing: fc.constantFrom("l1", "l2", "l3", "l4"), from: day, length: fc.option(fc.constantFrom("2025-01-01", "2026-01-01")), reasons: fc.option(fc.subarray(["wake", "noise"])) })
    .map(({ list, listing, from, length, reasons }) => listed({ list, listing: `${list}-${listing}`, from, end: length === null || length <= from ? { kind: "notStated" } : until(length), fields: reasons === null ? {} : { reasons } })),
  fc.record({ record: fc.constantFrom("r1", "r2", "r3", "r4"), on: day, grave: fc.boolean() }).map(({ record, on, grave }) => collision(`${record}-${on}-${grave}`, on, { grave })),
);
const ACTS = [["moor", atNorth], ["moor", atSouth], ["carry-mail", {}], ["lease-berth", { region: "110100" }]] as const;

describe("derive, on random histories", () => {
  it("R17 the order of events does not matter", () => {
    fc.assert(fc.property(fc.uniqueArray(anyEvent, { maxLength: 8, selector: (event) => JSON.stringify(event) === "" ? "" : (event.type === "ListingReported" ? event.body.listing : JSON.stringify(event)) }), fc.integer(), day, (events, seed, on) => {
      const shuffled = [...events].map((event, index) => ({ event, key: Math.abs(Math.imul(index + 1, seed | 1)) % 97 })).sort((a, b) => a.key - b.key).map(({ event }) => event);
      for (const [act, where] of ACTS) expect(normal(ask(shuffled, act, on, where))).toEqual(normal(ask(events, act, on, where)));
    }), { numRuns: 150 });
  });

  it("R14 removing a blacklisting never adds a burden, and undetermined always names what is missing", () => {
    fc.assert(fc.property(fc.uniqueArray(anyEvent, { minLength: 1, maxLength: 8, selector: (event) => (event.type === "ListingReported" ? event.body.listing : JSON.stringify(event)) }), day, (events, on) => {
      for (const [act, where] of ACTS) {
        const all = ask(events, act, on, where);
        if (all.verdict === "undetermined") expect(all.missing.length).toBeGreaterThan(0);
        for (const event of events) {
          if (event.type !== "ListingReported") continue;
          const without = ask(events.filter((other) => other !== event), act, on, where);
          const burdens = new Set(all.effects.map((effect) => JSON.stringify([effect.measure, effect.because])));
          for (const effect of without.effects) expect(burdens.has(JSON.stringify([effect.measure, effect.because]))).toBe(true);
        }
      }
    }), { numRuns: 80 });
  });
});

function normal(derived: Derived): unknown {
  const sort = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value)).sort();
  return { verdict: derived.verdict, decision: derived.decision, effects: sort(derived.effects), possible: sort(derived.possible), favours: sort(derived.favours), spared: sort(derived.spared), missing: sort(derived.missing) };
}
