import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber } from "../terms/index.ts";
import type { EventDraft } from "../events/index.ts";
import { workingCalendar } from "../cases/index.ts";
import { organisationOf } from "../register/index.ts";
import { loadLaw } from "../../../test/support/law.ts";
import { assess } from "./assess.ts";
import { wide } from "./bound-fixtures.ts";
import type { Situation } from "./consequences.ts";
import type { Scene } from "./facts.ts";
import { day, things } from "./history-fixtures.ts";
import { A, branch, edition, kept, record, registered, sceneOf, storedByOffice } from "./release-fixtures.ts";
import { listHits } from "./triggers.ts";
import { whatApplies, type WhatApplies } from "./what-applies.ts";

const EVERY_DAY_WORKS = workingCalendar([]);

function situationOf(events: readonly EventDraft[], on: string, law: Scene["rulebook"] = wide): Situation {
  const scene = { ...sceneOf(storedByOffice([...branch, ...events]), on), rulebook: law, statute: law.on(plainDate(on)) };
  return { scene, organisation: present(organisationOf(scene.register, A), "the organisation") };
}

function listed({ lists }: WhatApplies, list: string): WhatApplies["lists"][number] {
  return present(lists.find((each) => each.list === `t:${list}`), list);
}

describe("what applies", () => {
  it("R50 stands on a list where a check says so, and meets criteria where assess says so, whatever the history", () => {
    fc.assert(fc.property(things, day, (held, on) => {
      const situation = situationOf(held.flatMap(({ events }) => events), on);
      const { lists } = whatApplies(situation, EVERY_DAY_WORKS);
      const standing = new Set(listHits(situation.scene, situation.organisation).flatMap(({ ref }) => (ref.kind === "list" || ref.kind === "entailed" ? [ref.list] : [])));
      expect(lists.filter((list) => list.on).map(({ list }) => list).sort()).toEqual([...standing].sort());
      const met = assess(situation.scene, situation.organisation).filter(({ truth }) => truth === "true").map(({ list }) => list);
      expect(lists.filter(({ by, looked }) => by === "criteria" && looked?.truth === "true").map(({ list }) => list).sort()).toEqual([...met].sort());
    }), { numRuns: 80 });
  });

  it("R50 says criterion by criterion what gets it on, and what keeps it off a list in favour", () => {
    const clean = whatApplies(situationOf([], "2024-05-01"), EVERY_DAY_WORKS);
    expect(listed(clean, "silent")).toMatchObject({ on: false, by: "criteria", looked: { truth: "false", results: [{ id: "fined", holds: false }] } });
    expect(listed(clean, "spotless")).toMatchObject({ on: true, by: "law", colour: "red", looked: { truth: "true" } });
    const bad = whatApplies(situationOf([kept("l1", "2024-01-01", "serious"), record("r1", "2024-02-01")], "2024-05-01"), EVERY_DAY_WORKS);
    expect(listed(bad, "honoured")).toMatchObject({ on: false, by: "notStated", lostWhen: { truth: "true", results: [{ id: "black", holds: true }] } });
    expect(listed(bad, "spotless")).toMatchObject({ on: false, looked: { truth: "false" } });
    expect(listed(bad, "silent")).toMatchObject({ looked: { truth: "true", results: [{ id: "fined", holds: true, records: ["r1"] }] } });
    expect([...new Set(bad.lists.map(({ colour }) => colour))]).toEqual(["black", "scrutiny", "warning", "red"]);
  });

  it("R50 a list of a region applies there, may apply where the region is not known, and does not elsewhere", () => {
    const of = (region?: string): readonly unknown[] => {
      const described: readonly EventDraft[] = region === undefined ? [] : [{ type: "OrganisationDescribed", body: { file: A, region } } as never];
      return whatApplies(situationOf(described, "2024-05-01"), EVERY_DAY_WORKS).lists.filter(({ list }) => list === "t:local").map(({ scope }) => [scope.covers, scope.missing]);
    };
    expect([of(), of("990100"), of("990101"), of("120000")]).toEqual([[["unknown", ["region"]]], [["true", []]], [["true", []]], []]);
  });

  it("R50 gives the memoranda its lists set off, the one that applies now first, and the grade last given", () => {
    const found = whatApplies(situationOf([kept("l1", "2024-01-01", "serious"), record("g1", "2024-01-01", "rating", { grade: "poor" }), record("g2", "2024-03-01", "rating", { grade: "fair" }), edition("2024-01-01")], "2024-05-01"), EVERY_DAY_WORKS);
    expect(found.memoranda).toMatchObject([{ memorandum: "t:pact", lists: ["t:eyed", "t:serious", "t:warned"], now: true, authorities: 2, burdens: 2, favours: 0 }]);
    expect(found.gradings).toMatchObject([{ grading: "t:ratings", grade: { value: "fair", since: "2024-03-01" } }]);
    expect(whatApplies(situationOf([], "2024-05-01"), EVERY_DAY_WORKS)).toMatchObject({ memoranda: [{ now: false }], gradings: [{ grading: "t:ratings" }] });
  });

  it("R50 gives the yearly duties of the law with what binds one to them, and nothing of what the asker may not see", async () => {
    const law = await loadLaw("law");
    const scene = sceneOf(storedByOffice([registered(A), { type: "OrganisationDescribed", body: { file: A, legalForm: "limited-company", establishedOn: "2020-05-01" } } as never]), "2026-03-01", { law: law as never });
    const situation = { scene, organisation: present(organisationOf(scene.register, A as FileNumber), "the organisation") };
    expect(whatApplies(situation, EVERY_DAY_WORKS).duties).toMatchObject([{ procedure: "cn:annual-report-procedure", binds: "true", foundedUnknown: false, list: "cn:samr-abnormal", results: [{ id: "is-an-enterprise", holds: true }], due: { year: 2025, lastDay: "2026-06-30", missed: false } }]);
    const hidden = situationOf([record("r1", "2024-02-01"), kept("l1", "2024-01-01", "serious")], "2024-05-01");
    const blind = whatApplies({ ...hidden, scene: { ...hidden.scene, sight: () => "hidden", sightOfRecord: () => "hidden" } }, EVERY_DAY_WORKS);
    expect([listed(blind, "silent").looked?.truth, listed(blind, "serious").on, listed(blind, "honoured").lostWhen?.truth]).toEqual(["false", false, "false"]);
  });
});
