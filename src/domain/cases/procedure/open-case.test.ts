import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { ReportedListing } from "../../register/index.ts";
import { actor, always, day, decidedOn, exit, file, lawId, lawWith, list, listingId, matter, office, ownList, recordId, step, steps } from "../test-law.ts";
import {
  above, after, appealCase, ask, contextOf, decided, elsewhere, joined, listed, listingOf, newRecord, object, objection, objectToJoin, objectToListing, officers, openedOn, organisation, otherFile, procedureOf,
  recordOf, repairSteps, said, stateOf, stranger, thisCase, type Scene,
} from "../test-procedures.ts";
import type { CaseThing, OpenCase } from "./procedure-commands.ts";
import { daysOf, waysOutOf } from "./open-case.ts";

const about = { kind: "matter", matter: thisCase } as const;
const appeal: OpenCase = { ...object, matter: appealCase, about, purpose: "appeal", openedOn: day("2026-04-20") };
const applied: OpenCase = { ...objectToListing, purpose: "repair", openedOn: day("2027-03-16") };
const later = { today: day("2027-12-01") };

describe("what is asked of which thing", () => {
  it("R34 an objection is about a listing, a record or a join; the case names office, procedure and first step", () => {
    const outcome = ask({}, [], [{ ...object, documents: ["receipt"], statements: { who: "the tenant" } }, organisation]);
    expect(outcome).toEqual({
      ok: true,
      value: [{
        type: "CaseOpened",
        body: { matter: thisCase, file, procedure: "t:objection", about: object.about, office, step: "objection", by: "organisation", openedOn, statement: object.statement, documents: ["receipt"], attachments: [], statements: { who: "the tenant" } },
      }],
    });
    expect(said(ask({ thing: listed }, [], [objectToListing, organisation]))).toBe("CaseOpened");
    expect(said(ask({ thing: joined }, [], [objectToJoin, organisation]))).toBe("CaseOpened, FilesSeparated");
  });

  it("R34 what is asked of the wrong kind of thing is refused with what it can be about", () => {
    const things: readonly CaseThing[] = [{ kind: "organisation" }, listed, recordOf(), joined, { kind: "matter", decided }];
    const possible = (purpose: OpenCase["purpose"]): readonly string[] => things.filter((thing) => !said(ask({ thing, ...later }, [], [{ ...object, purpose, openedOn: day("2027-04-01") }, organisation])).startsWith("wrong-party cases R34")).map(({ kind }) => kind);
    expect(possible("objection")).toEqual(["listing", "record", "join"]);
    expect(possible("appeal")).toEqual(["matter"]);
    expect(possible("repair")).toEqual(["listing", "record"]);
    expect(possible("removal")).toEqual(["listing", "record"]);
    for (const purpose of ["commitment", "annual-report", "interview"] as const) expect(possible(purpose)).toEqual(["organisation"]);
    expect(said(ask({}, [], [{ ...object, purpose: "appeal" }, organisation]))).toBe("wrong-party cases R34 purpose=appeal about=record");
  });

  it("R34 what another body published only that body can end", () => {
    const reported: ReportedListing = { holds: "reported", id: listingId, file, list: ownList, rowKey: "1", stays: [], sightings: [], missing: [] };
    expect(said(ask({ thing: { kind: "listing", listing: reported } }, [], [objectToListing, organisation]))).toBe("not-ours cases R34 listing=listing-1");
    expect(said(ask({ without: "office" }, [], [object, organisation]))).toBe("not-ours cases R34 about=record");
  });

  it("R34 nothing is asked of what is gone already; of what was repaired or removed only that it was wrong", () => {
    const repaired = recordOf({ repair: { matter, record: recordId, file, repairedOn: day("2026-03-01"), reasons: "paid", position: listed.listing.position } });
    expect(said(ask({ thing: recordOf({ annulled: true }) }, [], [object, organisation]))).toBe("already-done cases R34 record=record-1");
    expect(said(ask({ thing: repaired }, [], [{ ...object, purpose: "repair" }, organisation]))).toBe("already-done cases R34 record=record-1 on=2026-03-01");
    expect(said(ask({ thing: repaired }, [], [object, organisation]))).toBe("CaseOpened");
    const removed = (retroactive: boolean): CaseThing => listingOf({ ...decided, removal: { matter, listing: listingId, file, act: "repair", removedOn: day("2026-04-01"), retroactive, reasons: "x" } });
    expect(said(ask({ thing: removed(true) }, [], [objectToListing, organisation]))).toBe("already-done cases R34 listing=listing-1");
    expect(said(ask({ thing: removed(false), ...later }, [], [applied, organisation]))).toBe("already-done cases R34 listing=listing-1 on=2026-04-01");
    expect(said(ask({ thing: removed(false) }, [], [objectToListing, organisation]))).toBe("CaseOpened");
    expect(said(ask({ thing: { ...joined, joined: false } as CaseThing }, [], [objectToJoin, organisation]))).toBe("already-done cases R34");
  });

  it("R34 about one thing one case runs at a time; about an organisation as such several may", () => {
    const running = [stateOf(after({ thing: joined }, [objectToJoin, organisation]))];
    const again: OpenCase = { ...objectToJoin, matter: appealCase, about: { kind: "join", files: [otherFile, file] } };
    expect(said(ask({ thing: joined, running }, [], [again, organisation]))).toBe("already-done cases R34 matter=matter-2 since=2026-04-07");
    expect(said(ask({ running }, [], [object, organisation]))).toBe("CaseOpened");
    const promise = procedureOf("t:promise", "commitment", [step("letter", "commitment", { by: "organisation" })]);
    const promised: OpenCase = { ...object, about: { kind: "organisation" }, purpose: "commitment" };
    const scene: Scene = { thing: { kind: "organisation" }, entries: [promise] };
    const first = after(scene, [promised, organisation]);
    expect(said(ask({ ...scene, running: [stateOf(first)] }, [], [{ ...promised, matter: appealCase }, organisation]))).toBe("CaseOpened");
  });

  it("R34 nothing is asked of a decision before its day, and nothing in days to come", () => {
    expect(said(ask({ thing: listed }, [], [{ ...objectToListing, openedOn: addDays(decidedOn, -1) }, organisation]))).toBe("days-out-of-order cases R15 day=2026-03-15 notBefore=2026-03-16 what=the application");
    expect(said(ask({ thing: listed }, [], [{ ...objectToListing, openedOn: decidedOn }, organisation]))).toBe("CaseOpened");
    expect(said(ask({ today: openedOn }, [], [{ ...object, openedOn: addDays(openedOn, 1) }, organisation]))).toBe("days-out-of-order cases R15 day=2026-04-08 notAfter=2026-04-07 what=the application");
    const { openedOn: _, ...today } = object;
    expect(ask({ today: openedOn }, [], [today, organisation])).toMatchObject({ ok: true, value: [{ body: { openedOn } }] });
  });

  it("R34 whoever opens a case says what is asked and why", () => {
    expect(said(ask({}, [], [{ ...object, statement: " " }, organisation]))).toBe("statement-missing t:objection#objection step=objection missing=statement");
    const stating = procedureOf("t:objection", "objection", [step("objection", "objection", { by: "organisation", states: ["facts", "reasons", "remedy asked"] }), step("decision", "decision", { after: ["objection"] })]);
    expect(said(ask({ entries: [stating] }, [], [object, organisation]))).toBe("statement-missing t:objection#objection step=objection missing=remedy asked");
    expect(said(ask({ entries: [stating] }, [], [{ ...object, statements: { "Remedy asked": "deletion" } }, organisation]))).toBe("CaseOpened");
  });
});

describe("who opens a case", () => {
  it("R35 an organisation opens cases on its own files, about what is on them", () => {
    expect(said(ask({}, [], [object, stranger]))).toBe(`wrong-party cases R35 file=${file}`);
    expect(said(ask({ files: [file, otherFile] }, [], [object, stranger]))).toBe("CaseOpened");
    const others: readonly CaseThing[] = [
      recordOf({ file: otherFile }), { ...listed, listing: { ...listed.listing, file: otherFile } }, { kind: "join", files: [otherFile, otherFile], joined: true }, { kind: "matter", decided: { ...decided, file: otherFile } },
      { kind: "matter", earlier: { ...stateOf(after({}, [object, organisation])), file: otherFile }, endedOn: openedOn, granted: false, thing: recordOf() },
    ];
    for (const thing of others) expect(said(ask({ thing }, [], [object, organisation]))).toBe(`wrong-party cases R35 file=${file}`);
  });

  it("R35 an office opens what the law lets it begin, and only the one that decides there, with the step's formalities", () => {
    const ruling = procedureOf("t:ruling", "removal", [step("ruling", "decision", { officers: 2, legalReview: true }), step("deletion", "removal", { after: ["ruling"] })]);
    const scene: Scene = { entries: [ruling] };
    const begin: OpenCase = { ...object, purpose: "removal", legalReview: { on: openedOn } };
    expect(ask(scene, [], [begin, officers])).toMatchObject({ ok: true, value: [{ body: { by: "office", step: "ruling", office, formalities: { officers: 2, acting: ["A", "B"], legalReview: { on: openedOn } } } }] });
    for (const party of [elsewhere, above]) expect(said(ask(scene, [], [begin, party]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask(scene, [], [begin, { kind: "office", actor: { ...actor, officers: ["A"] } }]))).toBe("too-few-officers t:ruling#ruling officers=1 needed=2 step=ruling");
    const { legalReview: _, ...without } = begin;
    expect(said(ask(scene, [], [without, officers]))).toBe("review-missing t:ruling#ruling step=ruling on=2026-04-07");
    expect(said(ask({}, [], [object, officers]))).toBe("no-procedure t:penalty purposes=objection on=2026-04-07");
    expect(said(ask({}, [], [{ ...object, procedure: lawId("t:objection") }, officers]))).toBe("step-unknown t:objection procedure=t:objection by=office");
    expect(said(ask({ entries: [procedureOf("t:empty", "objection", [])] }, [], [{ ...object, procedure: lawId("t:empty") }, organisation]))).toBe("step-unknown t:empty procedure=t:empty by=organisation");
  });

  it("R37 an office that begins a removal needs no way out; where it names one, that must be open", () => {
    const ruling = procedureOf("t:ruling", "removal", [step("ruling", "decision"), step("deletion", "removal", { after: ["ruling"] })]);
    expect(said(ask({ entries: [ruling] }, [], [{ ...object, purpose: "removal" }, officers]))).toBe("CaseOpened");
    expect(said(ask({ entries: [ruling] }, [], [{ ...object, purpose: "removal", exit: "t:none#x" }, officers]))).toBe("nothing-repairable t:penalty exit=t:none#x");
    expect(said(ask({ entries: [ruling] }, [], [{ ...object, purpose: "repair", exit: "t:none#x" }, officers]))).toBe("nothing-repairable t:penalty exit=t:none#x");
  });
});

describe("the first step and its time", () => {
  it("R33 a case begins with the first step that is whoever asks', a step that has to be taken before an optional one", () => {
    const first = (...found: Parameters<typeof procedureOf>[2]): string => {
      const outcome = ask({ entries: [procedureOf("t:own", "objection", found, { covers: [lawId("t:penalty")] })] }, [], [object, organisation]);
      return outcome.ok && outcome.value[0]?.type === "CaseOpened" ? outcome.value[0].body.step : said(outcome);
    };
    const decision = step("decision", "decision", { after: ["objection"] });
    expect(first(step("query", "application", { by: "organisation", optional: true }), step("objection", "objection", { by: "organisation" }), decision)).toBe("objection");
    expect(first(step("objection", "objection", { by: "organisation", optional: true }), decision)).toBe("objection");
    expect(first(step("mark", "notification", { automatic: true }), step("objection", "objection", { by: "organisation", after: ["mark"] }), decision)).toBe("objection");
    expect(first(step("self", "objection", { by: "organisation", automatic: true }), step("objection", "objection", { by: "organisation" }), decision)).toBe("objection");
  });

  it("R36 an appeal has the law's time from the decision: the last day is in time, the next is too late", () => {
    const scene: Scene = { thing: { kind: "matter", decided } };
    const on = (text: string): string => said(ask(scene, [], [{ ...appeal, about: { kind: "matter", matter }, openedOn: day(text) }, organisation]));
    expect(on("2026-05-15")).toBe("CaseOpened");
    expect(on("2026-05-16")).toBe("too-late t:reconsideration#application lastDay=2026-05-15 on=2026-05-16 step=application");
    expect(said(ask({ ...scene, suspensions: [{ from: day("2026-04-01"), until: day("2026-04-03") }] }, [], [{ ...appeal, openedOn: day("2026-05-17") }, organisation]))).toBe("CaseOpened");
    const earlier = stateOf(after({}, [object, organisation]));
    const against: Scene = { thing: { kind: "matter", earlier, endedOn: day("2026-04-10"), granted: false, thing: recordOf() } };
    expect(said(ask(against, [], [{ ...appeal, openedOn: day("2026-06-09") }, organisation]))).toBe("CaseOpened");
    expect(said(ask(against, [], [{ ...appeal, openedOn: day("2026-06-10") }, organisation]))).toBe("too-late t:reconsideration#application lastDay=2026-06-09 on=2026-06-10 step=application");
    expect(said(ask(against, [], [{ ...appeal, openedOn: day("2026-04-09") }, organisation]))).toBe("days-out-of-order cases R15 day=2026-04-09 notBefore=2026-04-10 what=the application");
  });

  it("R36 there is no appeal against what gave the organisation all it asked, took no action, was withdrawn or has fallen", () => {
    const earlier = stateOf(after({}, [object, organisation]));
    const against = (thing: CaseThing): string => said(ask({ thing }, [], [appeal, organisation]));
    expect(against({ kind: "matter", earlier, endedOn: openedOn, granted: true, thing: recordOf() })).toBe("nothing-to-appeal cases R36 matter=matter-2");
    const withdrawal = { matter: thisCase, file, by: "organisation", reason: "mistaken", withdrawnOn: openedOn } as const;
    expect(against({ kind: "matter", earlier: { ...earlier, withdrawal }, endedOn: openedOn, granted: false, thing: recordOf() })).toBe("nothing-to-appeal cases R36 matter=matter-2");
    expect(against({ kind: "matter", decided: { ...decided, decision: { ...decided.decision, outcome: "noAction" } } })).toBe("nothing-to-appeal cases R36 matter=matter-1");
    expect(against({ kind: "matter", decided: { ...decided, decision: { ...decided.decision, outcome: "reprimanded" } } })).toBe("CaseOpened");
    const removal = { matter, listing: listingId, file, act: "annulment", removedOn: openedOn, retroactive: true, reasons: "x" } as const;
    expect(against({ kind: "matter", decided: { ...decided, removal } })).toBe("already-done cases R34 matter=matter-1");
    expect(against({ kind: "matter", decided: { ...decided, removal: { ...removal, act: "repair", retroactive: false } } })).toBe("CaseOpened");
  });

  it("R39 an office that begins late begins all the same", () => {
    const owed = procedureOf("t:owed", "interview", [step("opening", "notification", { automatic: true }), step("interview", "interview", { after: ["opening"], within: { count: 1, unit: "days", from: "opening" } })], {
      yearly: { opens: "01-01", record: lawId("t:penalty"), yearField: "year" },
    });
    expect(said(ask({ thing: { kind: "organisation" }, entries: [owed] }, [], [{ ...object, about: { kind: "organisation" }, purpose: "interview" }, officers]))).toBe("CaseOpened");
  });

  it("R33, R39 what is owed every year can be fulfilled late: a duty does not lapse as a right does", () => {
    const report = step("report", "report", { by: "organisation", after: ["opening"], within: { count: 6, unit: "months", from: "opening" } });
    const yearly = (opens: string) => procedureOf("t:yearly", "annual-report", [step("opening", "notification"), report], { yearly: { opens, record: lawId("t:penalty"), yearField: "year" } });
    const on = (text: string, procedure = yearly("01-01")): string => {
      const outcome = ask({ thing: { kind: "organisation" }, entries: [procedure] }, [], [{ ...object, about: { kind: "organisation" }, purpose: "annual-report", openedOn: day(text) }, organisation]);
      return outcome.ok && outcome.value[0]?.type === "CaseOpened" ? outcome.value[0].body.step : said(outcome);
    };
    expect(on("2026-01-01")).toBe("report");
    expect(on("2026-07-01")).toBe("report");
    expect(on("2026-11-30")).toBe("report");
    expect(on("2026-02-28", yearly("09-01"))).toBe("report");
  });
});

describe("an own listing procedure's objection", () => {
  const tail = [...steps.filter(({ id }) => id !== "objection"), step("served", "service", { after: ["decision"] }), step("objection", "objection", { by: "organisation", optional: true, after: ["publication"], within: { count: 60, unit: "days", from: "decision" } }), step("answer", "decision", { after: ["objection"], within: { count: 10, unit: "days", from: "objection" } })];
  const listing = procedureOf("t:listing", "listing", tail);
  const on = (text: string, entries = [listing]): string => said(ask({ thing: listed, entries }, [], [{ ...objectToListing, openedOn: day(text) }, organisation]));

  it("R33 the steps that led to the listing are done; its objection has its time from the decision", () => {
    expect(ask({ thing: listed, entries: [listing] }, [], [objectToListing, organisation])).toMatchObject({ ok: true, value: [{ body: { procedure: "t:listing", step: "objection" } }] });
    expect([on("2026-05-15"), on("2026-05-16")]).toEqual(["CaseOpened", "too-late t:listing#objection lastDay=2026-05-15 on=2026-05-16 step=objection"]);
  });

  it("R33 the time runs from whichever step of the listing the law names, the service of the decision with its effect", () => {
    const from = (id: string): string => on("2026-12-01", [procedureOf("t:listing", "listing", tail.map((each) => (each.id === "objection" ? step("objection", "objection", { by: "organisation", after: [id], within: { count: 1, unit: "days", from: id } }) : each)))]);
    expect(["proposal", "notice", "service", "decision", "publication", "served"].map(from)).toEqual([
      "2026-03-03", "2026-03-05", "2026-03-07", "2026-03-17", "2026-03-17", "2026-03-17",
    ].map((last) => `too-late t:listing#objection lastDay=${last} on=2026-12-01 step=objection`));
    expect(from("defence")).not.toContain("t:listing#objection");
  });

  it("R33 a listing procedure without an answer to the objection leaves it to the others", () => {
    const outcome = ask({ thing: listed, entries: [procedureOf("t:listing", "listing", tail.filter(({ id }) => id !== "answer"))] }, [], [objectToListing, organisation]);
    expect(outcome).toMatchObject({ ok: true, value: [{ body: { procedure: "t:objection" } }] });
  });

  it("R33 a listing that was not published knows no step of publication", () => {
    const { publishedFrom: _, ...hidden } = decided.decision;
    const outcome = ask({ thing: listingOf({ ...decided, decision: hidden }), entries: [listing] }, [], [objectToListing, organisation]);
    expect(outcome).toMatchObject({ ok: true, value: [{ body: { procedure: "t:objection" } }] });
  });
});

describe("an application", () => {
  const scene: Scene = { thing: listed, ...later };

  it("R37 names the one way out that is open by the organisation's own act, from the day it opens", () => {
    expect(ask(scene, [], [applied, organisation])).toMatchObject({ ok: true, value: [{ body: { exit: "repair", procedure: "t:repair-procedure", step: "application" } }] });
    expect(said(ask(scene, [], [{ ...applied, openedOn: day("2027-03-15") }, organisation]))).toBe("exit-not-open t:serious earliest=2027-03-16 on=2027-03-15");
    expect(said(ask(scene, [], [{ ...applied, exit: "term" }, organisation]))).toBe("nothing-repairable t:serious exit=term");
    expect(said(ask(scene, [], [{ ...applied, purpose: "removal", exit: "repair" }, organisation]))).toBe("CaseOpened");
    expect(said(ask({ thing: listed, today: day("2030-01-01") }, [], [{ ...applied, openedOn: day("2029-03-16") }, organisation]))).toBe("nothing-repairable t:serious");
  });

  it("R37 of several that are open one is named; one that is not open yet is no choice", () => {
    const ways = { ...list, exits: always([exit("term", "term"), exit("early", "performance"), exit("late", "release", { earliestMonths: 24 }), exit("looked-at", "review"), exit("middle", "repair", { earliestMonths: 12 })]) };
    const asked = (more: Partial<OpenCase>, on = "2027-03-16"): string => said(ask({ ...scene, today: day("2029-01-01"), entries: [ways] }, [], [{ ...applied, openedOn: day(on), ...more }, organisation]));
    expect(asked({}, "2027-03-15")).toBe("CaseOpened");
    expect(asked({})).toBe("exit-not-named t:serious");
    expect(asked({ exit: "middle" })).toBe("CaseOpened");
    expect(asked({ exit: "late" })).toBe("exit-not-open t:serious earliest=2028-03-16 on=2027-03-16");
    expect(asked({ exit: "looked-at" })).toBe("nothing-repairable t:serious exit=looked-at");
    expect(waysOutOf(contextOf({ thing: joined }, organisation), openedOn)).toEqual([]);
  });

  it("R37 of a record the repair rules alone give ways out", () => {
    const rule = {
      kind: "repair" as const, id: lawId("t:repair"), names: { en: "Repair" }, basis: [], confidence: "high" as const, at: "test", covers: [lawId("t:penalty")], anchor: "application" as const, milder: false, conditions: [], excluded: [],
      tiers: [{ id: "tier", names: { en: "Tier" }, minimumMonths: 3, endsByItself: false, documents: [], basis: [] }, { id: "longer", names: { en: "Longer" }, minimumMonths: 6, endsByItself: false, documents: [], basis: [] }],
    };
    const asked = (openedOn: string, more: Partial<OpenCase> = {}, record = recordOf()): string => said(ask({ thing: record, entries: [rule] }, [], [{ ...object, purpose: "repair", openedOn: day(openedOn), ...more }, organisation]));
    expect(said(ask({}, [], [{ ...object, purpose: "repair" }, organisation]))).toBe("nothing-repairable t:penalty");
    expect(asked("2026-04-11")).toBe("exit-not-open t:penalty earliest=2026-04-12 on=2026-04-11");
    expect(asked("2026-04-12")).toBe("CaseOpened");
    expect(asked("2026-04-12", { exit: "t:repair#longer" })).toBe("exit-not-open t:penalty earliest=2026-07-12 on=2026-04-12");
    expect(asked("2026-07-12")).toBe("exit-not-named t:penalty");
    const { publishedFrom: _, ...unpublished } = recordOf().record;
    expect(asked("2026-04-09", {}, { kind: "record", record: unpublished })).toBe("exit-not-open t:penalty earliest=2026-04-10 on=2026-04-09");
    const { decidedOn: __, ...undated } = unpublished;
    expect(asked("2026-04-09", {}, { kind: "record", record: { ...undated, actedOn: day("2026-02-01") } })).toBe("exit-not-open t:penalty earliest=2026-05-01 on=2026-04-09");
    expect(asked("2026-04-09", {}, { kind: "record", record: undated })).toBe("exit-not-open t:penalty earliest=2026-07-09 on=2026-04-09");
  });

  it("R37 a procedure that is named must speak for the application", () => {
    const named = (id: string): string => said(ask(scene, [], [{ ...applied, procedure: lawId(id) }, organisation]));
    expect(named("t:repair-procedure")).toBe("CaseOpened");
    expect(named("t:objection")).toBe("no-procedure t:objection procedure=t:objection");
    const other = procedureOf("t:other-removal", "removal", repairSteps);
    expect(ask({ ...scene, entries: [other] }, [], [{ ...applied, procedure: other.id }, organisation])).toMatchObject({ ok: true, value: [{ body: { procedure: "t:other-removal" } }] });
    expect(said(ask({ ...scene, entries: [{ ...objection, until: day("2020-01-01") }, { ...other, id: lawId("t:repair-procedure"), until: day("2020-01-01") }] }, [], [{ ...applied, procedure: other.id }, organisation]))).toContain("no-procedure");
  });

  it("R41 what an application puts on file is refused or reported with it", () => {
    const letter = procedureOf("t:letter", "commitment", [step("letter", "commitment", { by: "organisation", records: { type: lawId("t:penalty"), set: { kind: "warning" } } })]);
    const promised: OpenCase = { ...object, about: { kind: "organisation" }, purpose: "commitment" };
    const about: Scene = { thing: { kind: "organisation" }, entries: [letter] };
    expect(ask(about, [], [{ ...promised, fields: { fine: 5 } }, organisation])).toMatchObject({
      ok: true, value: [{ type: "CaseOpened", body: { fields: { fine: 5 } } }, { type: "RecordReported", body: { matter: thisCase, record: newRecord, file, recordType: "t:penalty", fields: { fine: 5, kind: "warning" }, decidedOn: openedOn, publishedFrom: openedOn } }],
    });
    expect(said(ask(about, [], [{ ...promised, fields: { colour: "red" } }, organisation]))).toBe("field-unknown colour field=colour");
  });
});

describe("which procedure and which step", () => {
  const about = { kind: "organisation" } as const;
  const promise: OpenCase = { ...object, about, purpose: "commitment" };

  it("R33 a refusal names what is possible: who begins, with which step, under which procedure", () => {
    const message = (outcome: ReturnType<typeof ask>): string => (outcome.ok ? "" : outcome.error.message);
    const only = (...own: Parameters<typeof procedureOf>[2]) => procedureOf("t:promise", "commitment", own);
    const named = { ...promise, procedure: lawId("t:promise") };
    expect(message(ask({ thing: about, entries: [only(step("offer", "notification"))] }, [], [named, organisation]))).toContain("is not begun by the organisation: it begins with `offer`, by the office");
    expect(message(ask({ thing: about, entries: [only(step("promise", "commitment", { by: "organisation" }))] }, [], [named, officers]))).toContain("is not begun by an office: it begins with `promise`, by the organisation");
    expect(message(ask({ thing: about, entries: [only()] }, [], [named, officers]))).toContain("it has no steps");
    const strange = { ...object, procedure: lawId("t:strange") };
    expect(message(ask({}, [], [strange, organisation]))).toContain("possible are `t:objection`");
    expect(message(ask({ thing: about }, [], [{ ...promise, procedure: lawId("t:strange") }, organisation]))).toContain("possible are none");
  });

  it("R33 of steps that can be first one still in time goes before one that is too late, also where it may be left out", () => {
    const within = (count: number) => ({ within: { count, unit: "days" as const, from: "known" } });
    const appealing = (...own: Parameters<typeof procedureOf>[2]) => procedureOf("t:reconsideration", "appeal", [step("known", "notification"), ...own, step("decision", "decision", { after: own.map(({ id }) => id) })]);
    const first = (procedure: ReturnType<typeof procedureOf>): string => {
      const outcome = ask({ thing: { kind: "matter", decided }, entries: [procedure] }, [], [{ ...object, about: { kind: "matter", matter }, purpose: "appeal", openedOn: addDays(decidedOn, 10) }, organisation]);
      return outcome.ok && outcome.value[0]?.type === "CaseOpened" ? outcome.value[0].body.step : said(outcome);
    };
    const own = (id: string, count: number, optional = false) => step(id, "application", { by: "organisation", after: ["known"], optional, ...within(count) });
    expect([first(appealing(own("short", 5), own("long", 20))), first(appealing(own("long", 20), own("short", 5))), first(appealing(own("short", 5), own("long", 20, true))), first(appealing(own("short", 5), own("shorter", 4)))]).toEqual(["long", "long", "long", expect.stringContaining("too-late t:reconsideration#short lastDay=2026-03-21 on=2026-03-26 step=short")]);
  });

  it("R33 a procedure made for an authority speaks where the office that decides is of it or below it", () => {
    const of = (authority: string) => ({ ...objection, authority: lawId(authority) });
    expect([said(ask({ entries: [of("t:market")] }, [], [object, organisation])), said(ask({ entries: [of("t:tax")] }, [], [object, organisation]))]).toEqual(["CaseOpened", "no-procedure t:penalty purposes=objection on=2026-04-07"]);
  });

  it("R33 the day of the act of a record is the law's where its procedure goes by it", () => {
    const byAct = { ...objection, anchor: "act", from: day("2026-01-01") } as const;
    const asked = (actedOn?: string): string => said(ask({ thing: recordOf(actedOn === undefined ? {} : { actedOn: day(actedOn) }), entries: [byAct] }, [], [object, organisation]));
    expect([asked("2026-01-05"), asked("2025-12-31"), asked()]).toEqual(["CaseOpened", "no-procedure t:penalty purposes=objection on=2026-04-07", "no-procedure t:penalty purposes=objection on=2026-04-07"]);
  });

  it("R33 of a record the day of the decision is its act's or publication's where none is stated, and else the day asked", () => {
    const { decidedOn: _, publishedFrom: __, ...bare } = recordOf().record;
    const days = (record: Partial<typeof bare> & { readonly decidedOn?: typeof decidedOn; readonly actedOn?: typeof decidedOn; readonly publishedFrom?: typeof decidedOn }) => daysOf({ kind: "record", record: { ...bare, ...record } }, openedOn);
    expect(days({ decidedOn, actedOn: day("2026-01-01") })).toEqual({ appliedOn: openedOn, decidedOn, effectiveFrom: decidedOn, asked: openedOn, actedOn: "2026-01-01", publishedFrom: decidedOn });
    expect(days({ actedOn: day("2026-01-01"), publishedFrom: day("2026-02-01") })).toEqual({ appliedOn: openedOn, decidedOn: "2026-01-01", effectiveFrom: "2026-01-01", asked: openedOn, actedOn: "2026-01-01", publishedFrom: "2026-02-01" });
    expect([days({ publishedFrom: day("2026-02-01") }), days({})].map((each) => [each.decidedOn, each.publishedFrom, "actedOn" in each])).toEqual([["2026-02-01", "2026-02-01", false], [openedOn, openedOn, false]]);
    expect(daysOf({ kind: "matter", decided }, openedOn)).toEqual({ appliedOn: openedOn, decidedOn: openedOn, effectiveFrom: openedOn, asked: openedOn });
  });

  it("R37 there is no way out of what is no listing or record, nor under law that has no such list", () => {
    const ways = (scene: Scene): number => waysOutOf(contextOf(scene, organisation), openedOn).length;
    expect([ways({ thing: joined }), ways({ thing: { kind: "matter", decided } }), ways({ thing: about }), ways({ thing: listed, entries: [{ ...list, id: lawId("t:elsewhere") }] })]).toEqual([0, 0, 0, 1]);
    expect(waysOutOf({ ...contextOf({ thing: listed }, organisation), law: lawWith(list.id) }, openedOn)).toEqual([]);
  });

  it("R37 that opens later is named with the first of its days", () => {
    const ways = { ...list, exits: always([exit("late", "repair", { earliestMonths: 24 }), exit("early", "repair", { earliestMonths: 12 })]) };
    expect(said(ask({ thing: listed, entries: [ways] }, [], [{ ...applied, openedOn: day("2026-04-07") }, organisation]))).toBe("exit-not-open t:serious earliest=2027-03-16 on=2026-04-07");
  });
});
