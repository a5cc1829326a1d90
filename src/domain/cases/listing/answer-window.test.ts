import { describe, expect, it } from "vitest";
import { addDays, present } from "../../terms/index.ts";
import { stepOf } from "./listing-law.ts";
import { answerInterval, answerWindow, caseOn } from "./answer-window.ts";
import { calendar, decidedOn, matter, servedOn, steps, uptoAnswer, uptoService } from "../test-law.ts";
import { caseOf } from "./case-state.ts";

const step = present(stepOf(steps, "defence"), "the step of the answer");
const within = present(step.within, "a time to answer");
const defence = { ...step, within };
const clock = { calendar };

describe("the time to answer", () => {
  it("R11 is the notice's where it gave more in the law's unit, else the law's", () => {
    expect([3, 5, 8].map((answerDays) => answerInterval(defence, { answerDays, answerUnit: "workingDays" }).count)).toEqual([5, 5, 8]);
    expect(answerInterval(defence, { answerDays: 30, answerUnit: "days" })).toEqual({ count: 5, unit: "workingDays" });
  });

  it("R5 runs on to the next working day where the law says so", () => {
    expect(answerInterval({ ...defence, within: { ...within, movesOffHolidays: true } }, { answerDays: 8, answerUnit: "workingDays" })).toEqual({ count: 8, unit: "workingDays", movesOffHolidays: true });
    // Seven days after Friday 6 March 2026 are a Friday; eight end on a Saturday and run on to Monday.
    const days = (count: number): string => answerWindow({ ...defence, within: { count, unit: "days", from: "service", movesOffHolidays: true } }, { answerDays: 1, answerUnit: "days" }, servedOn, clock).lastDay;
    expect([days(7), days(8)]).toEqual(["2026-03-13", "2026-03-16"]);
  });

  it("R4 stands still while clocks are suspended", () => {
    const window = answerWindow(defence, { answerDays: 5, answerUnit: "workingDays" }, servedOn, { calendar, suspensions: [{ from: addDays(servedOn, 1), until: addDays(servedOn, 4), provisional: true }] });
    expect(window).toEqual({ interval: { count: 5, unit: "workingDays" }, from: servedOn, lastDay: "2026-03-16", until: "2026-03-17", provisional: true });
  });

  it("R13 is over without an answer from the first day after it; a case that was answered, or not served, is never silent", () => {
    const kind = (state: ReturnType<typeof caseOf>, on: typeof decidedOn): string => caseOn(state, defence, clock, on).kind;
    expect([addDays(decidedOn, -3), addDays(decidedOn, -2), decidedOn].map((on) => kind(caseOf(matter, uptoService), on))).toEqual(["served", "silent", "silent"]);
    expect(caseOn(caseOf(matter, uptoService), defence, clock, decidedOn)).toMatchObject({ since: "2026-03-14" });
    expect([kind(caseOf(matter, uptoAnswer), decidedOn), kind(caseOf(matter, []), decidedOn)]).toEqual(["answered", "notBegun"]);
  });
});
