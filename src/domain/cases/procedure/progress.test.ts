import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../../terms/index.ts";
import type { Step } from "../../rules/index.ts";
import { calendar, day, step } from "../test-law.ts";
import { after, object, objection, objectionSteps, officers, openedOn, organisation, procedureOf, repairSteps, stateOf, take, thisCase } from "../test-procedures.ts";
import { isNegative, isOver, openDue, progressOf, type Progress } from "./progress.ts";
import type { ProcedureCase, TakenStep } from "./procedure-case.ts";

/** A case of these steps on a day, with what was taken as `id` or `id outcome` on days after the opening. */
function progress(steps: readonly Step[], taken: Readonly<Record<string, number>>, on: PlainDate | number, more: Partial<ProcedureCase> = {}, suspensions: Parameters<typeof progressOf>[0]["clock"]["suspensions"] = []): Progress {
  const state: ProcedureCase = {
    ...stateOf(after({}, [object, organisation])),
    taken: Object.entries(taken).map(([text, days]): TakenStep => {
      const [id = "", outcome] = text.split(" ");
      return { step: id, by: "office", takenOn: addDays(openedOn, days), statement: "", acting: [], ...(outcome === undefined ? {} : { outcome: outcome as NonNullable<TakenStep["outcome"]> }) };
    }),
    ...more,
  };
  return progressOf({ state, governing: { steps }, known: new Map(), clock: { calendar, suspensions }, on: typeof on === "number" ? addDays(openedOn, on) : on });
}
/** Every step with its standing, and the day where it is done. */
function standings({ steps }: Progress): Readonly<Record<string, string>> {
  return Object.fromEntries(steps.map(({ step: { id }, standing }) => [id, standing.kind === "done" ? `${standing.automatic ? "by itself" : "done"} ${standing.on}` : standing.kind === "waits" ? `waits for ${standing.for.map((each) => each.id).join()}` : standing.kind]));
}
function phase({ phase, endedOn, instance }: Progress): string {
  return [phase, endedOn, instance].join(" ");
}
function due(found: Progress, id: string): string {
  const at = found.steps.find((each) => each.step.id === id)?.due;
  return at === undefined ? "none" : `${at.lastDay} ${at.until}${at.passed ? " passed" : ""}${at.provisional ? " provisional" : ""}`;
}
const office = (id: string, kind: Step["kind"], after: readonly string[], more: Partial<Step> = {}): Step => step(id, kind, { after, ...more });

describe("where steps stand", () => {
  it("R39 a step waits for every step the law puts before it; what is taken is done on its day", () => {
    expect(standings(progress(objectionSteps, { objection: 0 }, 1))).toEqual({ objection: "done 2026-04-07", decision: "open", told: "waits for decision", appeal: "waits for decision", review: "waits for appeal" });
    expect(standings(progress(repairSteps, { application: 0 }, 1))).toEqual({
      application: "done 2026-04-07", forwarding: "by itself 2026-04-07", acceptance: "open", extension: "waits for acceptance", decision: "waits for acceptance", result: "open", release: "waits for decision",
    });
    expect(standings(progress(repairSteps, { application: 0, "acceptance accepted": 2 }, 2))).toMatchObject({ acceptance: "done 2026-04-09", extension: "open", decision: "open" });
  });

  it("R39 what was taken later than the day asked is not done yet on it", () => {
    expect(standings(progress(repairSteps, { application: 0, "acceptance accepted": 3 }, 2))).toMatchObject({ acceptance: "open", decision: "waits for acceptance" });
  });

  it("R39 optional steps hold nothing up, but what comes after optional steps alone comes after one of them", () => {
    const steps = [step("objection", "objection", { by: "organisation" }), office("check", "verification", ["objection"], { optional: true }), office("forwarded", "notification", ["objection"], { optional: true }), office("decision", "decision", ["objection", "check"]), office("provider", "decision", ["check", "forwarded"], { optional: true })];
    expect(standings(progress(steps, { objection: 0 }, 1))).toMatchObject({ decision: "open", provider: "waits for check,forwarded" });
    expect(standings(progress(steps, { objection: 0, forwarded: 1 }, 1))).toMatchObject({ provider: "open" });
  });

  it("R39 automatic steps follow one another by themselves, on the last day of those before them", () => {
    const steps = [step("application", "application", { by: "organisation" }), office("check", "verification", ["application"]), office("closing", "notification", ["told"], { automatic: true }), office("told", "notification", ["application", "check"], { automatic: true })];
    expect(standings(progress(steps, { application: 0 }, 9))).toMatchObject({ told: "waits for check", closing: "waits for told" });
    expect(standings(progress(steps, { application: 0, check: 3 }, 9))).toMatchObject({ told: "by itself 2026-04-10", closing: "by itself 2026-04-10" });
    expect(phase(progress(steps, { application: 0, check: 3 }, 9))).toBe("done  1");
  });

  it("R39 the register takes no automatic step where one before it was a refusal", () => {
    for (const outcome of ["refused", "notAccepted"] as const) expect(isNegative(outcome)).toBe(true);
    for (const outcome of ["granted", "accepted", "kept", "broken", undefined] as const) expect(isNegative(outcome)).toBe(false);
    expect(standings(progress(objectionSteps, { objection: 0, "decision granted": 1 }, 2))).toMatchObject({ told: "by itself 2026-04-08", appeal: "closed" });
    expect(standings(progress(objectionSteps, { objection: 0, "decision refused": 1 }, 2))).toMatchObject({ told: "closed", appeal: "open", review: "waits for appeal" });
  });

  it("R39 once an instance has answered only what comes after its answer is left", () => {
    const steps = [...repairSteps, office("letter", "notification", ["decision"]), office("archive", "notification", ["letter"]), office("undo", "removal", ["decision"], { optional: true })];
    const accepted = { application: 0, "acceptance accepted": 1 };
    expect(standings(progress(steps, { ...accepted, "decision granted": 3 }, 4))).toEqual({
      application: "done 2026-04-07", forwarding: "by itself 2026-04-07", acceptance: "done 2026-04-08", extension: "closed", decision: "done 2026-04-10", result: "closed", release: "by itself 2026-04-10", letter: "open", archive: "waits for letter", undo: "open",
    });
    expect(standings(progress(steps, { ...accepted, "decision refused": 3 }, 4))).toMatchObject({ release: "closed", letter: "open", undo: "closed" });
    expect(standings(progress(steps, { application: 0, "acceptance notAccepted": 1 }, 4))).toMatchObject({ extension: "closed", decision: "closed", result: "closed", release: "closed", letter: "closed" });
  });

  it("R39 alternatives are closed by the answer that was given", () => {
    const steps = [step("objection", "objection", { by: "organisation" }), office("decision", "decision", ["objection"]), office("joint", "decision", ["objection"], { optional: true }), office("told", "notification", ["decision"]), office("both", "notification", ["joint"])];
    expect(standings(progress(steps, { objection: 0, "joint granted": 1 }, 2))).toMatchObject({ decision: "closed", told: "closed", both: "open" });
    expect(standings(progress(steps, { objection: 0, "decision granted": 1 }, 2))).toMatchObject({ joint: "closed", told: "open", both: "closed" });
  });

  it("R39 a withdrawn case has no step left", () => {
    const withdrawal = { matter: thisCase, file: object.file, by: "organisation", reason: "paid", withdrawnOn: addDays(openedOn, 1) } as const;
    const found = progress(objectionSteps, { objection: 0 }, 2, { withdrawal });
    expect(standings(found)).toMatchObject({ objection: "done 2026-04-07", decision: "closed", appeal: "closed" });
    expect(phase(found)).toBe("withdrawn 2026-04-08 1");
    expect(openDue(found)).toEqual([]);
  });
});

describe("how a case ends", () => {
  it("R39 a case runs until its instance answers, and has ended on the day of the answer", () => {
    expect(phase(progress(objectionSteps, { objection: 0 }, 1))).toBe("running  1");
    expect(phase(progress(objectionSteps, { objection: 0, "decision granted": 2 }, 9))).toBe("granted 2026-04-09 1");
    expect(phase(progress(objectionSteps, { objection: 0, "decision refused": 2 }, 9))).toBe("refused 2026-04-09 1");
    expect(phase(progress(repairSteps, { application: 0, "acceptance notAccepted": 2 }, 9))).toBe("notAccepted 2026-04-09 1");
    expect([isOver("running"), isOver("refused"), isOver("done")]).toEqual([false, true, true]);
  });

  it("R39 an appeal opens the case anew before the office above, until that has answered, also where its review is optional", () => {
    const refused = { objection: 0, "decision refused": 2 };
    expect(phase(progress(objectionSteps, { ...refused, appeal: 5 }, 9))).toBe("running  2");
    expect(standings(progress(objectionSteps, { ...refused, appeal: 5 }, 9))).toMatchObject({ decision: "done 2026-04-09", appeal: "done 2026-04-12", review: "open" });
    expect(phase(progress(objectionSteps, { ...refused, appeal: 5, "review granted": 8 }, 9))).toBe("granted 2026-04-15 2");
    expect(phase(progress(objectionSteps, { ...refused, appeal: 5, "review refused": 8 }, 9))).toBe("refused 2026-04-15 2");
    expect(progress(objectionSteps, refused, 9).steps.map(({ instance }) => instance)).toEqual([1, 1, 1, 2, 2]);
    const checked = [...objectionSteps, office("above", "acceptance", ["appeal"], { optional: true }), office("closing", "notification", ["review"])];
    expect(phase(progress(checked, { ...refused, appeal: 5, "above notAccepted": 7 }, 9))).toBe("notAccepted 2026-04-14 2");
    expect(standings(progress(checked, { ...refused, appeal: 5, "review refused": 8 }, 9))).toMatchObject({ above: "closed", closing: "open" });
  });

  it("R39 a case without an answer is done when every step is that has to be taken", () => {
    const steps = [step("letter", "commitment", { by: "organisation" }), office("publication", "publication", ["letter"], { automatic: true }), office("check", "verification", ["publication"], { optional: true })];
    expect(phase(progress(steps, { letter: 0 }, 1))).toBe("done  1");
    expect(standings(progress(steps, { letter: 0 }, 1))).toMatchObject({ check: "open" });
    expect(phase(progress([...steps, office("closing", "notification", ["letter"])], { letter: 0 }, 1))).toBe("running  1");
    expect(phase(progress([...steps, office("closing", "notification", ["check"])], { letter: 0 }, 1))).toBe("running  1");
  });

  it("R39 an instance answers with decisions or reviews, else verifications, else removals; never with the step it begins with", () => {
    const [begin, check, carry] = [step("begin", "decision"), office("check", "verification", ["begin"]), office("carry", "removal", ["begin"])];
    expect(phase(progress([begin, check, carry, office("review", "review", ["begin"])], { begin: 0, "check refused": 1, "carry refused": 1 }, 2))).toBe("running  1");
    expect(phase(progress([begin, check, carry], { begin: 0, "check refused": 1 }, 2))).toBe("refused 2026-04-08 1");
    expect(phase(progress([begin, check, carry], { begin: 0, "carry granted": 1 }, 2))).toBe("running  1");
    expect(phase(progress([begin, carry], { begin: 0, "carry granted": 1 }, 2))).toBe("granted 2026-04-08 1");
    expect(phase(progress([begin, { ...carry, automatic: true }], { begin: 0 }, 2))).toBe("done  1");
    expect(phase(progress([begin, { ...carry, by: "organisation" }], { begin: 0, "carry granted": 1 }, 2))).toBe("done  1");
  });
});

describe("when steps are due", () => {
  it("R39 the last day is the law's from the step it counts from, and a late answer stays late", () => {
    expect(due(progress(objectionSteps, { objection: 0 }, day("2026-04-16")), "decision")).toBe("2026-04-16 2026-04-17");
    expect(due(progress(objectionSteps, { objection: 0 }, day("2026-04-17")), "decision")).toBe("2026-04-16 2026-04-17 passed");
    expect(due(progress(objectionSteps, { objection: 0, "decision refused": 9 }, day("2026-04-30")), "decision")).toBe("2026-04-16 2026-04-17");
    expect(due(progress(objectionSteps, { objection: 0, "decision refused": 10 }, day("2026-04-30")), "decision")).toBe("2026-04-16 2026-04-17 passed");
    expect(due(progress(objectionSteps, { objection: 0 }, 1), "appeal")).toBe("none");
    expect(due(progress(objectionSteps, { objection: 0 }, 1), "objection")).toBe("none");
  });

  it("R39 an office's late step stays open; an organisation's time is over the day after its last", () => {
    const refused = { objection: 0, "decision refused": 2 };
    expect(standings(progress(objectionSteps, { objection: 0 }, 99))).toMatchObject({ decision: "open" });
    expect(standings(progress(objectionSteps, refused, day("2026-04-24")))).toMatchObject({ appeal: "open" });
    const late = progress(objectionSteps, refused, day("2026-04-25"));
    expect(standings(late)).toMatchObject({ appeal: "tooLate" });
    expect(late.steps.find(({ step: { id } }) => id === "appeal")?.standing).toEqual({ kind: "tooLate", lastDay: "2026-04-24" });
  });

  it("R39 an extension adds its time to the last day, and is due at no time itself", () => {
    const accepted = { application: 0, "acceptance accepted": 1 };
    expect(due(progress(repairSteps, accepted, 2), "decision")).toBe("2026-04-17 2026-04-18");
    expect(due(progress(repairSteps, { ...accepted, extension: 5 }, 5), "decision")).toBe("2026-05-06 2026-05-07");
    expect(due(progress(repairSteps, { ...accepted, extension: 5 }, 4), "decision")).toBe("2026-04-17 2026-04-18");
    expect(due(progress(repairSteps, accepted, 2), "extension")).toBe("none");
    const twice = [...repairSteps, office("more", "notification", ["acceptance"], { optional: true, extends: "decision", within: { count: 2, unit: "days", from: "decision" } }), office("untimed", "notification", ["acceptance"], { optional: true, extends: "decision" })];
    expect(due(progress(twice, { ...accepted, extension: 5, more: 6, untimed: 7 }, 9), "decision")).toBe("2026-05-08 2026-05-09");
  });

  it("R39 an extension is given before what it extends", () => {
    const steps = [step("application", "application", { by: "organisation" }), office("extension", "notification", ["application"], { optional: true, extends: "check" }), office("check", "verification", ["application"], { within: { count: 1, unit: "days", from: "application" } }), office("decision", "decision", ["check"])];
    expect(standings(progress(steps, { application: 0 }, 3))).toMatchObject({ extension: "open" });
    expect(standings(progress(steps, { application: 0, check: 1 }, 3))).toMatchObject({ extension: "closed", decision: "open" });
  });

  it("R39 suspended clocks stand still, and what is not certain is provisional", () => {
    const suspensions = [{ from: day("2026-04-13"), until: day("2026-04-14") }];
    expect(due(progress(objectionSteps, { objection: 0 }, 1, {}, suspensions), "decision")).toBe("2026-04-17 2026-04-18");
    expect(due(progress(objectionSteps, { objection: 0 }, 1, {}, suspensions.map((each) => ({ ...each, provisional: true as const }))), "decision")).toBe("2026-04-17 2026-04-18 provisional");
    const accepted = { application: 0, "acceptance accepted": 1, extension: 2 };
    expect(due(progress(repairSteps, accepted, 3, {}, [{ from: day("2026-04-27"), until: day("2026-04-28"), provisional: true }]), "decision")).toBe("2026-05-07 2026-05-08 provisional");
  });

  it("R39 what is still due is listed by its last day: what may be taken or waits and is not optional", () => {
    const list = (found: Progress): readonly string[] => openDue(found).map((each) => `${each.step.id} ${each.due.lastDay}`);
    expect(list(progress(repairSteps, { application: 0 }, 1))).toEqual(["acceptance 2026-04-10", "result 2026-04-21"]);
    expect(list(progress(repairSteps, { application: 0, "acceptance accepted": 1 }, 1))).toEqual(["decision 2026-04-17", "result 2026-04-21"]);
    expect(list(progress(repairSteps, { application: 0, "acceptance accepted": 9 }, 9))).toEqual(["result 2026-04-21", "decision 2026-04-27"]);
    expect(list(progress(objectionSteps, { objection: 0, "decision refused": 2 }, 3))).toEqual([]);
    const waiting = [...repairSteps.filter(({ id }) => id !== "result"), office("closing", "notification", ["decision"], { within: { count: 90, unit: "days", from: "application" } }), office("soon", "notification", ["decision"], { within: { count: 90, unit: "days", from: "application" } })];
    expect(list(progress(waiting, { application: 0 }, 1))).toEqual(["acceptance 2026-04-10", "closing 2026-07-06", "soon 2026-07-06"]);
    expect(list(progress([step("a", "application", { by: "organisation" }), office("auto", "notification", ["a"], { automatic: true, within: { count: 1, unit: "days", from: "a" } })], { a: 0 }, 9))).toEqual([]);
    expect(due(progress([step("a", "application", { by: "organisation" }), office("auto", "notification", ["a"], { automatic: true, within: { count: 1, unit: "days", from: "a" } })], { a: 0 }, 9), "auto")).toBe("none");
  });
});

describe("what was known before", () => {
  it("R39 steps known from before the case are done on their days, not before, and go before what was recorded", () => {
    const state = stateOf(after({ entries: [procedureOf("t:objection", "objection", objectionSteps)] }, [object, organisation]));
    const at = (known: string, on: number): Readonly<Record<string, string>> => standings(progressOf({ state, governing: { steps: objectionSteps }, known: new Map([["objection", day(known)]]), clock: { calendar }, on: addDays(openedOn, on) }));
    expect(at("2026-03-02", 1)).toMatchObject({ objection: "done 2026-03-02" });
    expect(at("2026-04-08", 1)).toMatchObject({ objection: "done 2026-04-08" });
    expect(at("2026-04-09", 1)).toMatchObject({ objection: "done 2026-04-07" });
  });

  it("R39 a step on record twice counts on its first day", () => {
    const events = after({}, [object, organisation], [take("decision", { outcome: "refused" }), officers]);
    const state = stateOf([...events, ...events.filter(({ type }) => type === "StepTaken").map((event) => (event.type === "StepTaken" ? { ...event, body: { ...event.body, takenOn: day("2026-06-01"), outcome: "granted" as const } } : event))]);
    const found = progressOf({ state, governing: { steps: objection.steps[0]?.value ?? [] }, known: new Map(), clock: { calendar }, on: day("2026-07-01") });
    expect(phase(found)).toBe("refused 2026-04-09 1");
  });
});
