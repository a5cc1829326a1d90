import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, present, type PlainDate } from "../terms/index.ts";
import type { EventDraft, FieldValues } from "../events/index.ts";
import { organisationOf } from "../register/index.ts";
import { harbour } from "../rules/test-meeting-law.ts";
import { loadLaw } from "../../../test/support/law.ts";
import { assess } from "./assess.ts";
import { everyCheck, wide } from "./bound-fixtures.ts";
import type { Derived } from "./derive.ts";
import { fieldsOfKind, kindsThatCount } from "./fields-read.ts";
import { foresee } from "./foresee.ts";
import { countsOfForeseen, foreseeRecord, type RecordForeseen } from "./foresee-record.ts";
import { day, decisions, things } from "./history-fixtures.ts";
import { A, branch, kept, measuresOf, record, sceneOf, storedByOffice, type Asking } from "./release-fixtures.ts";
import { supposedRecordId, withRecord, type SupposedRecord } from "./suppose-record.ts";

const on = plainDate("2024-05-01");

function situationOf(events: readonly EventDraft[], asked: string = on, asking: Asking = {}): Parameters<typeof foreseeRecord>[0] {
  const scene = { ...sceneOf(storedByOffice([...branch, ...events]), asked, asking), rulebook: wide, statute: wide.on(plainDate(asked)) };
  return { scene, organisation: present(organisationOf(scene.register, A), "the organisation") };
}

const fine = (asked: PlainDate, type = "fine", fields: FieldValues = {}): SupposedRecord => ({ type: harbour(type), fields, on: asked });

function foreseen(events: readonly EventDraft[] = [], stated: Partial<SupposedRecord> = {}, asking: Asking = {}): RecordForeseen {
  const asked = stated.on ?? on;
  return present(foreseeRecord(situationOf(events, asked, asking), { ...fine(asked), ...stated }, []), "what is foreseen");
}

/** Answers without what tells one record from another: who handed it in and under which id. */
function answers(derived: Derived): unknown {
  return JSON.parse(JSON.stringify(derived).replaceAll("handed-in", supposedRecordId()));
}

describe("foresee a record", () => {
  it("R39 every check says what it says once the record is handed in, and criteria propose the same", () => {
    fc.assert(fc.property(things, decisions, day, fc.constantFrom("fine", "poor", "fair"), fc.boolean(), (held, decided, asked, what, byPublic) => {
      const at = plainDate(asked);
      const stated = what === "fine" ? fine(at) : fine(at, "rating", { grade: what });
      const events = [...held.flatMap(({ events: own }) => own), ...decided];
      const asking: Asking = byPublic ? { publicOn: asked } : {};
      const supposed = withRecord(situationOf(events, asked, asking), stated);
      const handedIn = situationOf([...events, { type: "RecordReported", body: { record: "handed-in" as never, file: A, recordType: stated.type, fields: stated.fields, actedOn: at, decidedOn: at, publishedFrom: at } }], asked, asking);
      expect(everyCheck(supposed.scene).map(({ derived }) => answers(derived))).toEqual(everyCheck(handedIn.scene).map(({ derived }) => answers(derived)));
      expect(answers(assess(supposed.scene, supposed.organisation) as never)).toEqual(answers(assess(handedIn.scene, handedIn.organisation) as never));
    }), { numRuns: 60 });
  });

  it("R39 what would bind at once is what binds once it is handed in and did not before", () => {
    fc.assert(fc.property(things, day, (held, asked) => {
      const events = held.flatMap(({ events: own }) => own);
      const before = everyCheck(situationOf(events, asked).scene);
      const after = everyCheck(situationOf([...events, record("handed-in", asked)], asked).scene);
      const bound = (all: typeof after): ReadonlySet<string> => new Set(all.flatMap(({ act, derived }) => derived.effects.map(({ measure, because }) => `${act} ${measure} ${"trigger" in because ? JSON.stringify(because.trigger.kind === "entailed" ? because.trigger.listing : because.trigger) : ""}`)));
      const fresh = [...bound(after)].filter((each) => !bound(before).has(each)).map((each) => each.split(" ").slice(0, 2).join(" "));
      const told = foreseen(events, { on: plainDate(asked) }).direct.binding.flatMap(({ measure, acts }) => acts.map((act) => `${act} ${measure}`));
      expect([...new Set(told)].sort()).toEqual([...new Set(fresh)].sort());
    }), { numRuns: 60 });
  });

  it("R39 what binds by the record is told apart from what a list its criteria propose would bring, which is what a listing brings", () => {
    const found = foreseen();
    expect([measuresOf(found.direct.binding), found.direct.entailed]).toEqual([["fined"], []]);
    expect(found.proposals.map(({ list, owner, met, brings }) => [list, owner, met, measuresOf(brings.binding), measuresOf(brings.possible)])).toEqual([["t:silent", "t:master", ["fined"], ["milder-mooring", "silent-checks"], ["silent-may"]]]);
    const handedIn = situationOf([record("handed-in", on)]).scene;
    expect(found.proposals[0]?.brings).toEqual(foresee({ rulebook: wide, statute: wide.on(on), register: handedIn.register, organisation: A, list: harbour("silent"), on }));
    expect(found.proposals[0]?.criteria).toEqual([expect.objectContaining({ id: "fined", holds: true, records: [supposedRecordId()] })]);
  });

  it("R39 a second record sets off a listing the law itself makes; a list it stands on is not proposed again", () => {
    const found = foreseen([record("r1", "2024-01-01")]);
    expect(found.direct.entailed).toEqual(["t:alarmed", "t:warned"]);
    expect(measuresOf(found.direct.binding)).toContain("warned-checks");
    expect(found.proposals).toEqual([]);
    expect(foreseen([kept("l1", "2024-01-01", "silent")]).proposals).toEqual([]);
    expect(found.plan.map(({ of }) => of)).toContain("entailed");
  });

  it("R39 a list hangs on what the record does not state, also where it hung on another record before; what is stated otherwise leaves it as it was", async () => {
    const law = await loadLaw("law");
    const day = plainDate("2026-05-01");
    const penalty = (fields: FieldValues): SupposedRecord => ({ type: "cn:administrative-penalty" as never, fields, on: day });
    const unclear: EventDraft = { type: "RecordReported", body: { record: "r1" as never, file: A, recordType: "cn:administrative-penalty" as never, fields: {}, decidedOn: plainDate("2026-01-01"), publishedFrom: plainDate("2026-01-01") } };
    const openOf = (events: readonly EventDraft[], fields: FieldValues): readonly string[] => {
      const scene = sceneOf(storedByOffice([...branch, ...events]), day, { law: law as never });
      return foreseeRecord({ scene, organisation: present(organisationOf(scene.register, A), "the organisation") }, penalty(fields), [])?.open.map(({ list }) => list) ?? [];
    };
    expect(openOf([], {})).toContain("cn:samr-serious");
    expect(openOf([unclear], {})).toContain("cn:samr-serious");
    expect(openOf([unclear], { field: "fire", ableButRefuses: false })).not.toContain("cn:samr-serious");
  });

  it("R39 favours are lost only with the list that costs them, and counts keep what binds from what may", () => {
    const found = foreseen([kept("h1", "2024-01-01", "honoured")]);
    expect([measuresOf(found.direct.lost), found.proposals[0]?.brings.lostLists]).toEqual([[], ["t:honoured", "t:spotless"]]);
    expect(countsOfForeseen(found)).toEqual({ bound: 1, may: 1, undetermined: 0, proposed: 1, entailed: 0, openLists: 0, lost: 4 });
  });

  it("R39 the plan gives each way out with what it ends, in the order of days; what has none is named", () => {
    const found = foreseen([], { on: plainDate("2026-02-01") });
    const days = found.plan.flatMap(({ exit }) => exit.earliest ?? []);
    expect(days).toEqual(days.toSorted());
    expect(days.length).toBeGreaterThan(0);
    const told = [...found.plan.flatMap(({ measures }) => measures), ...found.noWayOut];
    expect([...found.direct.binding, ...found.proposals.flatMap(({ brings }) => brings.binding)].map(({ measure }) => measure).filter((measure) => !told.includes(measure))).toEqual([]);
  });

  it("R39 of a kind the law of the day does not know nothing is foreseen, and nothing is stored", () => {
    const situation = situationOf([]);
    expect(foreseeRecord(situation, fine(on, "nothing"), [])).toBeUndefined();
    foreseeRecord(situation, fine(on), []);
    expect([situation.scene.register.records.size, situation.organisation.records.length]).toEqual([0, 0]);
  });

  it("R39 a hidden record makes no criterion met for whoever may not see it", () => {
    const events = [record("r1", "2024-01-01")];
    const seen = situationOf(events);
    const blind = { ...seen, scene: { ...seen.scene, sightOfRecord: () => "hidden" as const } };
    const told = present(foreseeRecord(blind, fine(on), []), "what is foreseen");
    expect(told.proposals.map(({ list, criteria }) => [list, criteria.flatMap(({ records }) => records ?? [])])).toEqual([["t:silent", [supposedRecordId()]]]);
    expect(foreseeRecord(seen, fine(on), [])?.proposals).toEqual([]);
  });
});

describe("kinds of record that count", () => {
  it("R49 are those a measure or a list draws on, with the fields conditions read", async () => {
    const law = await loadLaw("law");
    const kinds = kindsThatCount(law);
    const penalty = present(kinds.find(({ type }) => type.id === "cn:administrative-penalty"), "penalties");
    const names = penalty.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["field", "kinds", "vile", "noIntent", "level"]));
    expect(names).not.toContain("documentNumber");
    expect(kinds.map(({ type }) => type.id)).toEqual(kinds.map(({ type }) => type.id).toSorted());
    expect(kindsThatCount(wide).map(({ type, fields }) => [type.id, fields.map(({ name }) => name)])).toEqual([["t:fine", []], ["t:rating", ["grade"]]]);
    expect(fieldsOfKind(law, penalty.type.id)).toEqual(penalty.fields);
  });
});
