import { describe, expect, it } from "vitest";
import type { EventDraft } from "../events/index.ts";
import { harbour, meetingLaw, precedence } from "../rules/test-meeting-law.ts";
import { organisationOf } from "../register/index.ts";
import { plainDate, present } from "../terms/index.ts";
import { assess } from "./assess.ts";
import { explain } from "./explain.ts";
import { listHits } from "./triggers.ts";
import { A, aboutListing, aboutRecord, answer, ask, branch, corrected, decided, edition, kept, measuresOf, OFFICE, PARENT, record, registered, removed, repaired, reported, sceneOf, stayed, stayEnded, storedByOffice } from "./release-fixtures.ts";

const binding = (events: readonly EventDraft[], act: string, on: string, asking = {}): readonly string[] => measuresOf(ask(events, act, on, asking).effects);
const office: EventDraft = { type: "OfficeOpened", body: { file: OFFICE, authority: harbour("master"), names: { en: "Harbour office", zh: "港务处" } } };

describe("a repaired record", () => {
  const fines = [record("r1", "2024-01-10"), record("r2", "2024-03-10"), repaired("r2", "2024-09-01")];

  it("R27 sets off no measure and counts in no criterion from its day on, and did before", () => {
    expect(binding(fines, "moor", "2024-08-31")).toEqual(["fined", "fined", "warned-checks"]);
    expect(binding(fines, "moor", "2024-09-01")).toEqual(["fined"]);
    expect(ask(fines, "moor", "2024-09-01").exits.map((exit) => exit.acts)).toEqual(ask(fines.slice(0, 1), "moor", "2024-09-01").exits.map((exit) => exit.acts));
    expect(binding([...fines, repaired("r1", "2024-08-01"), kept("l1", "2024-02-01")], "moor", "2024-09-01")).not.toContain("both");
  });

  it("R27 is no ground for a proposal", () => {
    const scene = sceneOf(storedByOffice([...branch, ...fines, repaired("r1", "2024-09-01")]), "2024-09-01");
    const organisation = present(organisationOf(scene.register, A), "the organisation");
    expect(assess(scene, organisation)).toEqual([]);
    expect(assess({ ...scene, on: plainDate("2024-08-31") }, organisation)).toMatchObject([{ list: "t:silent", truth: "true", records: ["r1", "r2"] }]);
  });

  it("R27 brings no earlier grade back, but an annulled one never was", () => {
    const grades = [record("g1", "2024-01-10", "rating", { grade: "poor" }), record("g2", "2024-06-10", "rating", { grade: "fair" })];
    expect(binding(grades, "sail", "2024-12-01")).toEqual(["fair-checks"]);
    expect(binding([...grades, repaired("g2", "2024-11-01")], "sail", "2024-12-01")).toEqual([]);
    expect(ask([...grades, stayed(aboutRecord("g2"), "2024-11-01")], "sail", "2024-12-01")).toMatchObject({ verdict: "clear", spared: [{ measure: "t:fair-checks", failed: "stayed" }] });
    expect(binding([...grades, corrected("g2", true)], "sail", "2024-12-01")).toEqual(["poor-checks"]);
  });
});

describe("a stay", () => {
  const listing = [kept("l1", "2024-01-01", "silent"), stayed(aboutListing("l1"), "2024-03-01"), stayEnded(aboutListing("l1"), "2024-06-01")];

  it("R28 lets nothing bind from its first day until it is ended, and says who ordered it", () => {
    expect(["2024-02-29", "2024-03-01", "2024-05-31", "2024-06-01"].map((on) => ask(listing, "sail", on).verdict)).toEqual(["bound", "clear", "clear", "bound"]);
    const found = ask([office, ...listing], "sail", "2024-04-01");
    expect(found.spared).toMatchObject([{ measure: "t:silent-checks", failed: "stayed", because: { trigger: { listing: "l1" } } }]);
    expect(found.stayed).toEqual([{ about: { kind: "listing", list: "t:silent", listing: "l1" }, since: "2024-03-01", until: "2024-06-01", orderedBy: { office: OFFICE, authority: "t:master", names: { en: "Harbour office", zh: "港务处" } } }]);
    expect(JSON.stringify(found)).not.toContain("secret");
    expect(ask(listing, "sail", "2024-06-01")).not.toHaveProperty("stayed");
  });

  it("R28 is worded in both languages", () => {
    const derived = ask([office, ...listing], "sail", "2024-04-01");
    const scene = sceneOf(storedByOffice(branch), "2024-04-01");
    const words = explain({ ...derived, organisation: { file: A, name: "Ferry", codes: [], onFile: true }, act: "t:sail", asOf: { on: scene.on, law: scene.on, known: 1 as never, rulebook: scene.rulebook.hash, by: "derive", editions: {} } }, scene.rulebook);
    expect(words.en.sentence).toBe("On 1 April 2024 nothing known binds Ferry in sail while effects are stayed.");
    expect(words.en.reasons).toEqual(["Stayed since 1 March 2024 by order of Harbour office: nothing binds because of its listing on “silent” meanwhile.", "Does not bind: silent-checks. Its effects are stayed."]);
    expect(words.zh.reasons[0]).toBe("经港务处决定，自2024年3月1日起中止效力：在此期间不因其列入“silent”受限。");
  });

  it("R28 holds back what an office may decide, what is aimed at office-holders, and what a record sets off", () => {
    expect(ask(listing, "moor", "2024-04-01")).toMatchObject({ possible: [], spared: [{ measure: "t:silent-may", failed: "stayed" }] });
    const serious = [kept("l2", "2024-01-01"), stayed(aboutListing("l2"), "2024-03-01")];
    expect(ask(serious, "sail", "2024-04-01")).toMatchObject({ officeHolders: [], verdict: "clear" });
    expect(ask([record("r1", "2024-01-10"), stayed(aboutRecord("r1"), "2024-02-01")], "moor", "2024-04-01")).toMatchObject({ verdict: "clear", stayed: [{ about: { kind: "record", type: "t:fine", record: "r1" } }] });
  });

  it("R28 is of the listing, whichever edition says it, and reaches branches with it", () => {
    const reportedAgain = [reported("l1", "2024-01-01", "silent", PARENT), stayed(aboutListing("l1"), "2024-03-01"), reported("l1", "2024-04-01", "silent", PARENT)];
    expect(["2024-02-01", "2024-05-01"].map((on) => ask(reportedAgain, "sail", on).verdict)).toEqual(["bound", "clear"]);
  });

  it("R28 makes no term longer, and one who may not see the listing is not told of it", () => {
    const measured = [record("r1", "2024-01-10"), stayed(aboutRecord("r1"), "2024-02-01"), stayEnded(aboutRecord("r1"), "2025-07-01")];
    expect(["2024-01-31", "2025-07-09", "2025-07-10"].map((on) => ask(measured, "moor", on).verdict)).toEqual(["bound", "bound", "clear"]);
    const waiting = listing.map((event): EventDraft => (event.type === "ListingDecided" ? { type: "ListingDecided", body: { ...event.body, publishedFrom: "2030-01-01" as never } } : event));
    expect(ask(waiting, "sail", "2024-02-01", { publicOn: "2024-04-01" })).toMatchObject({ verdict: "bound", effects: [{ because: { withheld: true } }] });
    const during = ask(waiting, "sail", "2024-04-01", { publicOn: "2024-04-01" });
    expect(during).toMatchObject({ verdict: "clear", spared: [] });
    expect(during).not.toHaveProperty("stayed");
  });

  it("R28 is heard after precedence: what is stayed still keeps away what it goes before", () => {
    const rulebook = meetingLaw(precedence("serious-first", { rule: "prefers", among: ["serious", "silent"], prefer: ["serious", "silent"] }));
    const both = [kept("l1", "2024-01-01"), kept("l2", "2024-01-01", "silent")];
    expect(binding(both, "sail", "2024-04-01", { law: rulebook })).toEqual(["no-sailing"]);
    expect(ask([...both, stayed(aboutListing("l1"), "2024-03-01")], "sail", "2024-04-01", { law: rulebook })).toMatchObject({ verdict: "clear", spared: [{ failed: "stayed" }, { failed: "precedence:t:serious-first" }] });
  });
});

describe("what rests on what is stayed", () => {
  const fines = [record("r1", "2024-01-10"), record("r2", "2024-03-10"), stayed(aboutRecord("r2"), "2024-05-01")];

  it("R29 a listing of the law itself stands and is stayed with the cause that holds it up", () => {
    expect(ask(fines, "moor", "2024-04-01").effects.map((effect) => effect.measure)).toContain("t:warned-checks");
    const during = ask(fines, "moor", "2024-06-01");
    expect(measuresOf(during.effects)).toEqual(["fined"]);
    expect(during.spared.find(({ measure }) => measure === "t:warned-checks")).toMatchObject({ failed: "stayed", because: { trigger: { kind: "entailed", cause: ["r1", "r2"] } }, stays: [{ about: { record: "r2" }, since: "2024-05-01" }] });
    const scene = sceneOf(storedByOffice([...branch, ...fines]), "2024-06-01");
    expect(listHits(scene, present(organisationOf(scene.register, A), "the organisation")).filter((hit) => hit.ref.kind === "entailed").map((hit) => [hit.from, hit.stays.length])).toContainEqual(["2024-03-10", 1]);
  });

  it("R29 goes on where other causes hold it up, through lists that hang on each other", () => {
    expect(binding([...fines, record("r3", "2024-04-10")], "moor", "2024-06-01")).toContain("warned-checks");
    expect(binding(fines, "sail", "2024-04-01")).toEqual(["alarmed-checks"]);
    expect(ask(fines, "sail", "2024-06-01")).toMatchObject({ verdict: "clear", spared: [{ measure: "t:alarmed-checks", failed: "stayed", stays: [{ about: { record: "r2" } }] }] });
  });

  it("R29 a favour that was lost comes back, and never a burden for want of what is stayed", () => {
    const honoured = [kept("h1", "2024-01-01", "honoured"), kept("l1", "2024-02-01", "silent"), stayed(aboutListing("l1"), "2024-05-01")];
    expect(["2024-01-15", "2024-03-01", "2024-05-01"].map((on) => measuresOf(ask(honoured, "moor", on).favours))).toEqual([["honoured-first", "spotless-free"], [], ["honoured-first", "spotless-free"]]);
    expect(measuresOf(ask([kept("h1", "2024-01-01", "honoured"), stayed(aboutListing("h1"), "2024-02-01")], "moor", "2024-03-01").favours)).toEqual(["spotless-free"]);
  });

  it("R29 a condition met only by what is stayed spares the measure, and no proposal rests on it", () => {
    const events = [kept("l1", "2024-01-01"), record("r1", "2024-01-10"), stayed(aboutRecord("r1"), "2024-02-01")];
    expect(binding(events, "moor", "2024-01-20")).toContain("both");
    expect(ask(events, "moor", "2024-03-01").spared.find(({ measure }) => measure === "t:both")).toMatchObject({ failed: "stayed", stays: [{ about: { record: "r1" } }] });
    const scene = sceneOf(storedByOffice([...branch, ...events]), "2024-03-01");
    expect(assess(scene, present(organisationOf(scene.register, A), "the organisation"))).toEqual([]);
  });

  it("R29 a listing of the law itself is hidden with a cause that is masked", () => {
    const masked = [...fines.slice(0, 2), stayed(aboutRecord("r2"), "2024-05-01", true)];
    const seen = ask(masked, "moor", "2024-06-01", { publicOn: "2024-06-01" });
    expect(seen.spared).toEqual([]);
    expect(JSON.stringify(seen)).not.toMatch(/r2|warned|stayed/);
    expect(ask(masked, "moor", "2024-06-01").spared.map(({ failed }) => failed)).toEqual(["stayed", "stayed"]);
  });
});

describe("what the public is told", () => {
  it("R31 a listing of the law itself is shown, for any day and position, while its cause holds today", () => {
    const fines = [record("r1", "2024-01-10"), record("r2", "2024-03-10")];
    const asPublic = (events: readonly EventDraft[], on: string, publicOn: string, known?: number): readonly string[] => measuresOf(answer(sceneOf(storedByOffice([...branch, ...events]), on, { publicOn, ...(known === undefined ? {} : { known }) }), "sail").effects);
    expect(asPublic(fines, "2024-06-01", "2025-06-01")).toEqual(["alarmed-checks"]);
    expect(asPublic(fines, "2024-06-01", "2026-06-01")).toEqual([]);
    expect(asPublic([...fines, corrected("r2", true)], "2024-06-01", "2025-06-01", 5)).toEqual([]);
    expect(asPublic([...fines, repaired("r2", "2025-01-01")], "2024-06-01", "2025-06-01")).toEqual([]);
    expect(measuresOf(answer(sceneOf(storedByOffice([...branch, ...fines, corrected("r2", true)]), "2024-06-01", { known: 5 }), "sail").effects)).toEqual(["alarmed-checks"]);
  });
});

describe("decisions on measures", () => {
  const again = [kept("l1", "2024-01-01", "silent"), removed("l1", "2024-06-01"), kept("l2", "2024-09-01", "silent")];

  it("R32 one that names no listing is about what was there on its day", () => {
    const events = [...again, decided("silent-may", "2024-02-01", "apply")];
    expect(["2024-01-31", "2024-02-01", "2024-06-01", "2024-10-01"].map((on) => ask(events, "moor", on).verdict)).toEqual(["clear", "bound", "clear", "clear"]);
    expect(ask(events, "moor", "2024-10-01").possible).toHaveLength(1);
  });

  it("R32 one about a listing of the law itself ends with it", () => {
    const id = `entailed:t:alarmed:${A}`;
    const events = [record("r1", "2020-01-10"), record("r2", "2020-03-10"), decided("alarmed-checks", "2020-04-01", "decline", id), record("r3", "2024-01-10"), record("r4", "2024-03-10")];
    expect(["2020-03-20", "2020-04-01", "2024-03-20"].map((on) => ask(events, "sail", on).verdict)).toEqual(["bound", "clear", "bound"]);
  });

  it("R32 the one of the latest day governs, whichever was handed in first", () => {
    const [applied, declined] = [decided("silent-may", "2024-02-01", "apply"), decided("silent-may", "2024-03-01", "decline")];
    for (const decisions of [[applied, declined], [declined, applied]]) expect(ask([kept("l1", "2024-01-01", "silent"), ...decisions], "moor", "2024-04-01")).toMatchObject({ verdict: "clear", spared: [{ failed: "declined" }] });
  });

  it("R32 a relation reaches as long as it lasts", () => {
    const ended: EventDraft = { type: "RelationReported", body: { from: A, to: PARENT, relation: "branchOf", until: "2024-03-01" as never } };
    const events = storedByOffice([registered(A), registered(PARENT), ended, kept("l1", "2024-01-01", "silent", PARENT), edition("2024-01-01")]);
    expect(["2024-02-29", "2024-03-01"].map((on) => answer(sceneOf(events, on), "sail").verdict)).toEqual(["bound", "clear"]);
  });
});
