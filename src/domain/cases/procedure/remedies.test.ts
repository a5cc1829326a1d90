import { describe, expect, it } from "vitest";
import type { ApplicationPurpose } from "./procedure-law.ts";
import { contextOf, decided, listed, officers, openedOn, organisation, procedureOf, recordOf, type Scene } from "../test-procedures.ts";
import { day, step } from "../test-law.ts";
import { remediesOf } from "./remedies.ts";

function remedies(purpose: ApplicationPurpose, scene: Scene = {}, party = organisation, on = openedOn): readonly unknown[] {
  return remediesOf(contextOf(scene, party), purpose, on).map(({ purpose: asked, procedure, step: first, answered, due }) => [asked, procedure.id, first.id, answered, ...(due === undefined ? [] : [due.day, due.provisional])]);
}

describe("what an organisation can ask for", () => {
  it("R45 is each procedure that speaks, with its first step, its last day where a right lapses, and whether an office answers it there", () => {
    expect(remedies("objection")).toEqual([["objection", "t:objection", "objection", true]]);
    expect(remedies("appeal", { thing: { kind: "matter", decided } })).toEqual([["appeal", "t:reconsideration", "application", true, "2026-05-15", false]]);
    expect(remedies("repair")).toEqual([["repair", "t:repair-procedure", "application", true]]);
  });

  it("R45 is answered elsewhere where no office has a step after it, and comes without a day where its time has not begun", () => {
    const suit = procedureOf("t:suit", "appeal", [step("known", "notification"), step("suit", "application", { by: "organisation", after: ["known"], within: { count: 6, unit: "months", from: "known" } }), step("answer", "report", { by: "organisation", after: ["suit"] })]);
    expect(remedies("appeal", { thing: { kind: "matter", decided }, entries: [suit] })).toContainEqual(["appeal", "t:suit", "suit", false, "2026-09-16", false]);
    const suspended = { suspensions: [{ from: day("2026-04-01"), until: day("2026-04-11") }] };
    expect(remedies("appeal", { thing: { kind: "matter", decided }, entries: [suit], ...suspended })).toContainEqual(["appeal", "t:suit", "suit", false, "2026-09-26", false]);
    const later = procedureOf("t:later", "objection", [step("objection", "objection", { by: "organisation", within: { count: 5, unit: "days", from: "decision" } }), step("decision", "decision", { after: ["objection"] })]);
    expect(remedies("objection", { entries: [later] })).toContainEqual(["objection", "t:later", "objection", true]);
  });

  it("R39 has no last day where it is a duty and does not lapse", () => {
    const promise = procedureOf("t:promise", "commitment", [step("told", "notification", { automatic: true }), step("promise", "commitment", { by: "organisation", after: ["told"], within: { count: 5, unit: "days", from: "told" } })]);
    expect(remedies("commitment", { thing: { kind: "organisation" }, entries: [promise] })).toEqual([["commitment", "t:promise", "promise", false]]);
  });

  it("R33 is none where only an office begins, or nothing speaks", () => {
    expect(remedies("interview", { thing: { kind: "organisation" } })).toEqual([]);
    const taken = procedureOf("t:taken", "removal", [step("removal", "removal")]);
    expect(remedies("removal", { thing: listed, entries: [taken] }).filter((each) => JSON.stringify(each).includes("t:taken"))).toEqual([]);
    expect(remedies("removal", { thing: recordOf(), entries: [taken] }, officers)).toContainEqual(["removal", "t:taken", "removal", false]);
  });
});
