import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { RecordType, Step } from "../../rules/index.ts";
import type { FieldValues } from "../../events/index.ts";
import { actor, day, file, lawId, office, step, superiorOffice } from "../test-law.ts";
import {
  above, after, ask, contextOf, elsewhere, listed, newRecord, object, objection, objectionSteps, objectToListing, officers, openedOn, organisation, otherFile, penaltyType, procedureOf, recordOf, repairSteps, said, stateOf, stranger, take, thisCase,
  type Move, type Scene,
} from "../test-procedures.ts";
import type { OpenCase, TakeStep } from "./procedure-commands.ts";
import { caseInLaw, outcomesOf } from "./take-step.ts";

const opened = after({}, [object, organisation]);
const refuseIt: Move = [take("decision", { outcome: "refused" }), officers];
const appealed: Move = [take("appeal", { takenOn: day("2026-04-24") }), organisation];
const review = take("review", { outcome: "granted", takenOn: day("2026-04-27") });

/** What the decider says to a step after these moves, over `scene`. */
function stepAfter(scene: Scene, before: readonly Move[], move: Move): string {
  return said(ask(scene, after(scene, [object, organisation], ...before), move));
}

describe("who takes a step", () => {
  it("R35 a step is the party's the law names", () => {
    expect(said(ask({}, opened, [take("decision", { outcome: "granted" }), organisation]))).toBe("wrong-party cases R35 step=decision by=office");
    expect(stepAfter({}, [refuseIt], [appealed[0], officers])).toBe("wrong-party cases R35 step=appeal by=organisation");
    expect(stepAfter({}, [refuseIt], appealed)).toBe("StepTaken");
  });

  it("R35 an organisation takes steps on its own files alone", () => {
    expect(stepAfter({}, [refuseIt], [appealed[0], stranger])).toBe(`wrong-party cases R35 file=${file}`);
    expect(stepAfter({ files: [file, otherFile] }, [refuseIt], [appealed[0], stranger])).toBe("StepTaken");
  });

  it("R35 in the first instance the office that decided, in the second the one above it", () => {
    const decide = take("decision", { outcome: "refused" });
    for (const party of [elsewhere, above]) expect(said(ask({}, opened, [decide, party]))).toBe(`wrong-authority cases R35 step=decision appeal=false office=${office}`);
    expect(stepAfter({}, [refuseIt, appealed], [review, above])).toBe("StepTaken, RecordCorrected");
    expect(stepAfter({}, [refuseIt, appealed], [review, officers])).toBe(`wrong-authority cases R35 step=review appeal=true office=${superiorOffice}`);
    expect(stepAfter({ without: "superior" }, [refuseIt, appealed], [review, above])).toBe("wrong-authority cases R35 step=review appeal=true");
    const wordOf = (scene: Scene, move: Move): string => {
      const outcome = ask(scene, after(scene, [object, organisation], refuseIt, appealed), move);
      return outcome.ok ? "" : outcome.error.message;
    };
    expect(wordOf({}, [review, officers])).toContain("which decides on the appeal");
    expect(wordOf({ without: "superior" }, [review, above])).toContain("this register knows none");
  });

  it("R32 a post that stood back takes no step", () => {
    const recused = after({}, [object, organisation], [{ type: "Recuse", matter: thisCase, officer: "B", reason: "kinship", recusedOn: openedOn }, officers]);
    expect(said(ask({}, recused, [refuseIt[0], officers]))).toBe("officer-recused cases R32 officer=B");
    expect(said(ask({}, recused, [refuseIt[0], { kind: "office", actor: { ...actor, officers: ["A"] } }]))).toBe("StepTaken");
  });
});

describe("when a step is taken", () => {
  it("R39 no step is taken twice, before its turn, or once the case went another way", () => {
    expect(said(ask({}, opened, [take("objection"), organisation]))).toBe("already-done t:objection#objection step=objection on=2026-04-07 automatic=false");
    expect(stepAfter({}, [refuseIt], refuseIt)).toBe("already-done t:objection#decision step=decision on=2026-04-09 automatic=false");
    expect(said(ask({}, opened, [take("appeal"), organisation]))).toBe("step-skipped t:objection#appeal step=appeal skipped=decision");
    expect(stepAfter({}, [[take("decision", { outcome: "granted" }), officers]], appealed)).toBe("case-closed t:objection#appeal step=appeal phase=granted");
    expect(stepAfter({}, [[take("decision", { outcome: "granted" }), officers]], [take("told"), officers])).toBe("already-done t:objection#told step=told on=2026-04-09 automatic=true");
    expect(said(ask({}, opened, [take("dance"), officers]))).toBe("step-unknown t:objection step=dance procedure=t:objection");
    const outcome = ask({}, opened, [take("dance"), officers]);
    expect(outcome.ok ? "" : outcome.error.message).toContain("possible now: `decision` (by the office)");
    const automatic = ask({}, after({}, [object, organisation], [take("decision", { outcome: "granted" }), officers]), [take("told"), officers]);
    expect(automatic.ok ? "" : automatic.error.message).toContain("2026-04-09 by the register itself: nothing more can be done in this case");
  });

  it("R39 an organisation's last day is in time, the next too late; an office's late step is taken", () => {
    const on = (text: string): string => stepAfter({}, [refuseIt], [{ ...take("appeal"), takenOn: day(text) }, organisation]);
    expect([on("2026-04-24"), on("2026-04-25")]).toEqual(["StepTaken", "too-late t:objection#appeal step=appeal lastDay=2026-04-24"]);
    expect(said(ask({}, opened, [take("decision", { outcome: "refused", takenOn: day("2026-11-30") }), officers]))).toBe("StepTaken");
    expect(said(ask({ suspensions: [{ from: day("2026-04-10"), until: day("2026-04-11") }] }, after({}, [object, organisation], refuseIt), [{ ...take("appeal"), takenOn: day("2026-04-25") }, organisation]))).toBe("StepTaken");
  });

  it("R15 no step lies before the last one, the register's own among them, and none ahead", () => {
    expect(said(ask({}, opened, [take("decision", { outcome: "refused", takenOn: addDays(openedOn, -1) }), officers]))).toContain("step-skipped t:objection#decision step=decision skipped=objection");
    expect(stepAfter({}, [refuseIt], [take("appeal", { takenOn: addDays(openedOn, 1) }), organisation])).toContain("step-skipped t:objection#appeal step=appeal skipped=decision");
    expect(said(ask({ today: openedOn }, opened, [take("decision", { outcome: "refused", takenOn: addDays(openedOn, 1) }), officers]))).toBe("days-out-of-order cases R15 day=2026-04-08 notAfter=2026-04-07");
    const two = procedureOf("t:objection", "objection", [...objectionSteps, step("mark", "notification", { after: ["objection"] })]);
    expect(stepAfter({ entries: [two] }, [refuseIt], [take("mark", { takenOn: openedOn }), officers])).toBe("days-out-of-order cases R15 day=2026-04-07 notBefore=2026-04-09");
    const { takenOn: _, ...undated } = take("decision", { outcome: "refused" });
    expect(ask({ today: day("2026-05-05") }, opened, [undated, officers])).toMatchObject({ ok: true, value: [{ body: { takenOn: "2026-05-05" } }] });
  });

  it("R33 a case goes on by the steps of its first day, and stops where the law in use does not know them", () => {
    const changed = { ...objection, steps: [{ until: day("2026-04-08"), value: objectionSteps, basis: [] }, { from: day("2026-04-08"), value: [], basis: [] }] };
    expect(said(ask({ entries: [changed] }, opened, refuseIt))).toBe("StepTaken");
    expect(said(ask({ entries: [{ ...changed, anchor: "dayAsked" }] }, opened, refuseIt))).toContain("step-unknown t:objection step=decision procedure=t:objection");
    expect(said(ask({ entries: [{ ...objection, from: day("2026-04-08") }] }, opened, refuseIt))).toBe("no-procedure t:objection procedure=t:objection on=2026-04-09");
    expect(said(ask({ entries: [{ ...objection, id: lawId("t:reconsideration") }] }, [...opened].map((event) => (event.type === "CaseOpened" ? { ...event, body: { ...event.body, procedure: lawId("t:gone") } } : event)), refuseIt))).toBe("no-procedure cases R33 procedure=t:gone");
  });

  it("R33 of a listing procedure the steps after the listing alone are taken", () => {
    const tail = [...objectionSteps.map((each) => (each.id === "decision" ? { ...each, id: "answer" } : { ...each, after: each.after.map((id) => (id === "decision" ? "answer" : id)) })), step("notice", "notice"), step("decision", "decision", { after: ["notice"] })];
    const listing = procedureOf("t:listing", "listing", tail);
    const scene: Scene = { thing: listed, entries: [listing] };
    const events = after(scene, [objectToListing, organisation]);
    const found = caseInLaw(stateOf(events), contextOf(scene, officers), openedOn);
    expect(found.ok && found.value.progress.steps.map((each) => each.step.id)).toEqual(["objection", "answer", "told", "appeal", "review"]);
    expect(said(ask(scene, events, [take("notice"), officers]))).toBe("step-unknown t:listing step=notice procedure=t:listing");
  });
});

describe("what a step states", () => {
  it("R39 a decision is granted or refused, an acceptance given or not, an interview attended or not, a check kept or broken; nothing else comes to anything", () => {
    const byOffice = (id: string, kind: Step["kind"]): Step => step(id, kind, { after: ["first"] });
    const first = step("first", "application", { by: "organisation" });
    const decided = [first, byOffice("acceptance", "acceptance"), byOffice("interview", "interview"), byOffice("check", "verification"), byOffice("decision", "decision"), byOffice("review", "review"), byOffice("told", "notification")];
    expect(decided.map((each) => outcomesOf(decided, each).join())).toEqual(["", "accepted,notAccepted", "attended,notAttended", "kept,broken", "granted,refused", "granted,refused", ""]);
    const checked = decided.filter(({ kind }) => kind !== "decision" && kind !== "review");
    expect(outcomesOf(checked, byOffice("check", "verification"))).toEqual(["granted", "refused"]);
    const twice = [...decided, step("appeal", "appeal", { by: "organisation", after: ["decision"] }), step("recheck", "verification", { after: ["appeal"] })];
    expect(outcomesOf(twice, step("recheck", "verification", { after: ["appeal"] }))).toEqual(["granted", "refused"]);
    expect(said(ask({}, opened, [take("decision"), officers]))).toBe("outcome-missing t:objection#decision step=decision");
    expect(said(ask({}, opened, [take("decision", { outcome: "kept" }), officers]))).toBe("outcome-missing t:objection#decision step=decision");
    expect(stepAfter({}, [refuseIt], [take("appeal", { outcome: "granted" }), organisation])).toBe("outcome-missing t:objection#appeal step=appeal");
    const [wrong, none] = [ask({}, opened, [take("decision"), officers]), ask({}, after({}, [object, organisation], refuseIt), [take("appeal", { outcome: "granted" }), organisation])];
    expect([wrong.ok ? "" : wrong.error.message, none.ok ? "" : none.error.message]).toEqual(["`decision` comes to one of `granted`, `refused`: say which", "`appeal` comes to nothing by itself: leave the outcome out"]);
  });

  it("R39 what comes to something states its reasons, and every step what the law asks", () => {
    expect(said(ask({}, opened, [take("decision", { outcome: "refused", statement: " " }), officers]))).toBe("statement-missing t:objection#decision step=decision missing=reasons");
    const stating = procedureOf("t:objection", "objection", [...objectionSteps, step("mark", "notification", { after: ["objection"], states: ["facts", "reasons", "outcome", "remedies"] })]);
    const mark = (more: Partial<TakeStep>): string => stepAfter({ entries: [stating] }, [], [take("mark", more), officers]);
    expect(mark({})).toBe("statement-missing t:objection#mark step=mark missing=remedies");
    expect(mark({ statement: "" })).toBe("statement-missing t:objection#mark step=mark missing=facts, reasons, remedies");
    expect(mark({ statements: { remedies: "an appeal" } })).toBe("StepTaken");
  });

  it("R14 an office's step has its officers and its review; an organisation's needs none", () => {
    const formal = procedureOf("t:objection", "objection", objectionSteps.map((each) => ({ ...each, ...(each.id === "decision" || each.id === "appeal" ? { officers: 2, legalReview: true } : {}) })));
    const legalReview = { on: openedOn };
    const decide = (more: Partial<TakeStep>, party = officers): string => stepAfter({ entries: [formal] }, [], [take("decision", { outcome: "refused", legalReview, ...more }), party]);
    expect(decide({}, { kind: "office", actor: { ...actor, officers: ["A"] } })).toBe("too-few-officers t:objection#decision officers=1 needed=2 step=decision");
    expect(decide({ legalReview: { on: addDays(openedOn, 3) } })).toBe("review-missing t:objection#decision step=decision on=2026-04-09");
    const scene: Scene = { entries: [formal] };
    const events = after(scene, [object, organisation], [take("decision", { outcome: "refused", legalReview, documents: ["file 3"], attachments: [] }), officers], appealed);
    expect(events.slice(1).map((event) => (event.type === "StepTaken" ? event.body : undefined))).toEqual([
      { matter: thisCase, file, step: "decision", by: "office", takenOn: "2026-04-09", statement: "so it is", outcome: "refused", documents: ["file 3"], attachments: [], formalities: { officers: 2, acting: ["A", "B"], legalReview } },
      { matter: thisCase, file, step: "appeal", by: "organisation", takenOn: "2026-04-24", statement: "so it is", documents: [], attachments: [] },
    ]);
  });
});

describe("what a step puts on file", () => {
  const fields: RecordType["fields"] = (["text", "day", "money", "integer", "flag", "choice", "choices", "rate", "authority", "code"] as const).map((type) => ({ name: type, type, names: { en: type }, required: false, published: true, ...(type === "choice" || type === "choices" ? { choices: ["a", "b"] } : {}) }));
  const promise: RecordType = { ...penaltyType, id: lawId("t:promise"), fields: [...fields, { name: "to", type: "text", names: { en: "To whom" }, required: true, published: true }, { name: "broken", type: "flag", names: { en: "Broken" }, required: false, published: true }] };
  const steps = [
    step("letter", "commitment", { by: "organisation", records: { type: promise.id, set: { broken: false } } }),
    step("check", "verification", { after: ["letter"], optional: true }),
    step("breach", "report", { after: ["check"], optional: true, records: { type: promise.id, set: { broken: true } } }),
    step("closing", "notification", { after: ["letter"], optional: true }),
  ];
  const scene: Scene = { thing: { kind: "organisation" }, entries: [promise, procedureOf("t:commitment", "commitment", steps)] };
  const letter: OpenCase = { ...object, about: { kind: "organisation" }, purpose: "commitment", fields: { to: "the port" } };
  const given = (values: FieldValues): string => said(ask(scene, [], [{ ...letter, fields: { to: "the port", ...values } }, organisation]));

  it("R41 the first step that records puts one record on file, a later one adds to it", () => {
    const checked = after(scene, [letter, organisation], [take("check", { outcome: "granted" }), officers]);
    expect(checked[1]).toEqual({ type: "RecordReported", body: { matter: thisCase, record: newRecord, file, recordType: "t:promise", fields: { to: "the port", broken: false }, decidedOn: openedOn, publishedFrom: openedOn } });
    expect(ask(scene, checked, [take("breach", { fields: { text: "not kept" } }), officers])).toMatchObject({
      ok: true,
      value: [{ type: "StepTaken", body: { fields: { text: "not kept" } } }, { type: "RecordCorrected", body: { matter: thisCase, record: newRecord, file, reason: "breach", annulled: false, fields: { text: "not kept", broken: true }, correctedOn: "2026-04-09" } }],
    });
  });

  it("R41 values are those the record type knows, and none the law sets", () => {
    expect(given({ colour: "red" })).toBe("field-unknown colour field=colour");
    expect(given({ broken: true })).toBe("field-unknown broken field=broken");
    expect(given({ constructor: "x" })).toBe("field-unknown constructor field=constructor");
    const outcome = ask(scene, [], [{ ...letter, fields: { colour: "red" } }, organisation]);
    expect(outcome.ok ? "" : outcome.error.message).toBe("there is no field `colour` to fill in: it may be `text`, `day`, `money`, `integer`, `flag`, `choice`, `choices`, `rate`, `authority`, `code`, `to`");
    const choice = ask(scene, [], [{ ...letter, fields: { choice: "c" } }, organisation]);
    expect(choice.ok ? "" : choice.error.message).toBe("`choice` does not take this value: it is one of a, b");
  });

  it("R41 a value is of the field's type", () => {
    const money = { minor: 100, currency: "CNY" };
    // As a caller without types might send it.
    const unnamed: FieldValues[string] = JSON.parse('{"minor":100}');
    const values: readonly FieldValues[string][] = ["words", "2026-02-28", "2026-02-30", 5, "5", 5.5, " ", true, "a", ["a", "b"], ["a", "c"], money, { ...money, minor: 1.5 }, unnamed];
    const taken = (name: string): readonly FieldValues[string][] => values.filter((value) => given({ [name]: value }).startsWith("CaseOpened"));
    const texts = values.filter((value) => typeof value === "string");
    expect(Object.fromEntries(fields.map(({ name }) => [name, taken(name)]))).toEqual({
      text: texts, day: ["2026-02-28"], money: [money], integer: [5, "5"], flag: [true], choice: ["a"], choices: [["a", "b"]], rate: texts, authority: texts, code: texts,
    });
    expect(given({ flag: "x" })).toBe("field-unknown flag field=flag takes=flag");
  });

  it("R41 what the record type requires is filled in when the record is put on file, by hand or by the law", () => {
    expect(said(ask(scene, [], [{ ...letter, fields: {} }, organisation]))).toBe("statement-missing to field=to");
    expect(given({ to: "" })).toBe("statement-missing to field=to");
    const { fields: _, ...bare } = letter;
    expect(said(ask(scene, [], [bare, organisation]))).toBe("statement-missing to field=to");
    const set = steps.map((each) => (each.id === "letter" ? { ...each, records: { type: promise.id, set: { to: "all", broken: false } } } : each));
    expect(ask({ ...scene, entries: [promise, procedureOf("t:commitment", "commitment", set)] }, [], [bare, organisation])).toMatchObject({ ok: true, value: [{}, { body: { fields: { to: "all", broken: false } } }] });
  });

  it("R41 a step that records nothing takes no values, and a record type must be the law's", () => {
    const events = after(scene, [letter, organisation]);
    expect(said(ask(scene, events, [take("closing", { fields: { to: "x" } }), officers]))).toBe("field-unknown closing field=to step=closing");
    expect(said(ask(scene, events, [take("closing", { fields: {} }), officers]))).toBe("StepTaken");
    expect(said(ask({ ...scene, entries: [procedureOf("t:commitment", "commitment", steps)] }, [], [letter, organisation]))).toBe("field-unknown t:promise type=t:promise");
  });
});

describe("an interview", () => {
  it("R39 is attended or not, and an application is taken up or not", () => {
    const interview = procedureOf("t:interview", "interview", [step("grade", "notification"), step("interview", "interview", { after: ["grade"] })]);
    const scene: Scene = { thing: { kind: "organisation" }, entries: [interview] };
    const begun = after(scene, [{ ...object, about: { kind: "organisation" }, purpose: "interview" }, officers]);
    for (const outcome of ["attended", "notAttended"] as const) expect(said(ask(scene, begun, [take("interview", { outcome }), officers]))).toBe("StepTaken");
    const applying = procedureOf("t:objection", "objection", repairSteps);
    const applied = after({ entries: [applying], thing: recordOf() }, [object, organisation]);
    for (const outcome of ["accepted", "notAccepted"] as const) expect(said(ask({ entries: [applying] }, applied, [take("acceptance", { outcome }), officers]))).toBe("StepTaken");
  });
});
