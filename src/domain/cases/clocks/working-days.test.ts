import { describe, expect, it } from "vitest";
import { addDays, type Truth } from "../../terms/index.ts";
import type { Criterion, Precedence } from "../../rules/index.ts";
import { clockSuspensions, type SuspensionQuestion } from "./suspensions.ts";
import { calendar, day, lawId, lawWith } from "../test-law.ts";
import { addWorkingDays, deadline, isWorkingDay, workingCalendar, type Suspension } from "./working-days.ts";

describe("working days", () => {
  it("R1 a weekday is a working day, a weekend is not, holidays and make-up days turn that round", () => {
    expect(isWorkingDay(calendar, day("2026-11-20"))).toEqual({ working: true, provisional: false });
    expect(isWorkingDay(calendar, day("2026-11-21"))).toEqual({ working: false, provisional: false });
    expect(isWorkingDay(calendar, day("2026-10-01"))).toEqual({ working: false, provisional: false });
    expect(isWorkingDay(calendar, day("2026-10-10"))).toEqual({ working: true, provisional: false });
  });

  it("R1 a published year of 2025 has 248 working days, and so has 2026", () => {
    for (const year of [2025, 2026]) {
      let working = 0;
      for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at = addDays(at, 1)) if (isWorkingDay(calendar, at).working) working += 1;
      expect(working).toBe(248);
    }
  });

  // Numbers and days of the holiday notices' due-date vectors (General Office of the State Council, 2024-11-12 and 2025-11-04).
  it.each([
    ["2025-01-24", 3, "2025-02-05"], ["2025-01-24", 7, "2025-02-10"], ["2025-09-26", 5, "2025-10-10"], ["2025-09-30", 1, "2025-10-09"],
    ["2025-09-30", 7, "2025-10-16"], ["2026-02-13", 1, "2026-02-14"], ["2026-02-13", 3, "2026-02-25"], ["2026-02-13", 10, "2026-03-05"],
    ["2026-04-01", 3, "2026-04-07"], ["2026-04-03", 1, "2026-04-07"], ["2026-04-30", 5, "2026-05-11"], ["2026-06-30", 10, "2026-07-14"],
    ["2026-09-18", 1, "2026-09-20"], ["2026-09-24", 2, "2026-09-29"], ["2026-09-30", 3, "2026-10-10"], ["2026-11-20", 7, "2026-12-01"],
  ])("R2 from %s, %i working days are due on %s", (from, count, due) => {
    expect(addWorkingDays(calendar, day(from), count)).toEqual({ day: due, provisional: false });
  });

  it("R3 a day outside the published years counts by its weekday, and the result is provisional", () => {
    expect(isWorkingDay(calendar, day("2027-01-01"))).toEqual({ working: true, provisional: true });
    expect(isWorkingDay(calendar, day("2024-12-28"))).toEqual({ working: false, provisional: true });
    expect(addWorkingDays(calendar, day("2026-12-30"), 1)).toEqual({ day: "2026-12-31", provisional: false });
    expect(addWorkingDays(calendar, day("2026-12-30"), 2)).toEqual({ day: "2027-01-01", provisional: true });
    expect(addWorkingDays(workingCalendar([]), day("2026-11-20"), 1)).toEqual({ day: "2026-11-23", provisional: true });
  });

  it("R1 a calendar is the published years with their holidays and make-up days", () => {
    const year = workingCalendar([{ year: 2026, holidays: [day("2026-10-01")], makeUpDays: [day("2026-10-10")] }]);
    expect(["2026-10-01", "2026-10-10", "2026-10-11", "2026-10-12"].map((each) => isWorkingDay(year, day(each)))).toEqual([false, true, false, true].map((working) => ({ working, provisional: false })));
  });

  it("R2 a clock counts whole days from none on", () => {
    expect(addWorkingDays(calendar, day("2026-10-01"), 0)).toEqual({ day: "2026-10-01", provisional: false });
    for (const count of [-1, 1.5, Number.NaN, Infinity]) expect(() => addWorkingDays(calendar, day("2026-10-01"), count)).toThrow("a clock counts whole days");
  });

  it("R3 a day a published notice names outside its own year is certain", () => {
    const named = workingCalendar([{ year: 2026, holidays: [day("2027-01-01")], makeUpDays: [] }]);
    expect(isWorkingDay(named, day("2027-01-01"))).toEqual({ working: false, provisional: false });
  });
});

describe("deadlines of an interval", () => {
  const interval = (count: number, unit: "workingDays" | "days" | "months" | "years"): { readonly count: number; readonly unit: typeof unit } => ({ count, unit });

  it("R4 days, months and years run by the calendar, working days by the working calendar", () => {
    expect(deadline(interval(60, "days"), day("2026-01-31"), calendar).day).toBe("2026-04-01");
    expect(deadline(interval(1, "months"), day("2026-01-31"), calendar).day).toBe("2026-02-28");
    expect(deadline(interval(2, "years"), day("2024-02-29"), calendar).day).toBe("2026-02-28");
    expect(deadline(interval(5, "workingDays"), day("2026-04-30"), calendar).day).toBe("2026-05-11");
  });

  it("R4 a clock stands still while it is suspended, whatever it counts", () => {
    const suspensions = [{ from: day("2026-03-10"), until: day("2026-03-20") }, { from: day("2026-03-15"), until: day("2026-03-22") }];
    expect(deadline(interval(3, "workingDays"), day("2026-03-09"), calendar, suspensions).day).toBe("2026-03-25");
    expect(deadline(interval(3, "days"), day("2026-03-09"), calendar, suspensions).day).toBe("2026-03-24");
    expect(deadline(interval(1, "months"), day("2026-03-09"), calendar, suspensions).day).toBe(addDays(day("2026-04-09"), 12));
    expect(deadline(interval(1, "months"), day("2026-04-01"), calendar, suspensions).day).toBe("2026-05-01");
    expect(deadline(interval(1, "months"), day("2026-03-09"), calendar, suspensions.toReversed()).day).toBe("2026-04-21");
    expect(deadline(interval(1, "months"), day("2026-03-09"), calendar, [...suspensions, { from: day("2026-03-20"), until: day("2026-03-25") }].toReversed()).day).toBe("2026-04-24");
  });

  it("R4 a suspension that begins because the clock was pushed on counts too", () => {
    const suspensions = [{ from: day("2026-03-10"), until: day("2026-03-20") }, { from: day("2026-04-15"), until: day("2026-04-17") }];
    expect(deadline(interval(1, "months"), day("2026-03-09"), calendar, suspensions).day).toBe("2026-04-21");
  });

  it("R4 a suspension without a known last day makes what it touches provisional", () => {
    const open = [{ from: day("2026-03-10"), until: day("2026-03-20"), provisional: true as const }];
    expect(deadline(interval(3, "days"), day("2026-03-09"), calendar, open)).toEqual({ day: "2026-03-22", provisional: true });
    expect(deadline(interval(3, "days"), day("2026-04-01"), calendar, open)).toEqual({ day: "2026-04-04", provisional: false });
    expect(deadline(interval(1, "years"), day("2026-03-09"), calendar, open)).toEqual({ day: "2027-03-19", provisional: true });
  });

  it("R4 months are provisional where one suspension that reaches into them is, from the day after they began to their last", () => {
    const months = (...suspensions: readonly Suspension[]): boolean => deadline(interval(1, "months"), day("2026-03-09"), calendar, suspensions).provisional;
    const unsure = (from: string, until: string): Suspension => ({ from: day(from), until: day(until), provisional: true });
    expect([months(unsure("2026-03-01", "2026-03-09")), months(unsure("2026-03-01", "2026-03-10")), months(unsure("2026-05-01", "2026-05-10"))]).toEqual([false, true, false]);
    expect([months(unsure("2026-04-10", "2026-04-10")), months(unsure("2026-04-09", "2026-04-09"))]).toEqual([false, true]);
    expect(months({ from: day("2026-03-10"), until: day("2026-03-12") })).toBe(false);
    expect(months({ from: day("2026-03-10"), until: day("2026-03-12") }, unsure("2026-03-20", "2026-03-21"))).toBe(true);
  });

  describe("the law's suspensions", () => {
    const condition: Criterion = { kind: "holds", id: "closed", names: { en: "closed" }, expression: "true", compiled: { paths: [], evaluate: () => ({ truth: "true", missing: [] }) }, basis: [] };
    const head = { kind: "precedence", id: lawId("t:epidemic"), names: { en: "epidemic" }, basis: [], confidence: "high", at: "test" } as const;
    const entry: Precedence = { ...head, rule: "suspension", what: "clocks", of: [lawId("t:listing")], regions: ["420000"], from: day("2026-02-01") };
    const question: SuspensionQuestion = { of: [lawId("t:listing")], regions: ["420100", "420000"], today: day("2026-02-10"), holds: () => "true" };
    const over = { until: day("2026-02-05") };
    const certain = { from: "2026-02-01", until: "2026-02-05" };
    const stops = (change: Partial<typeof entry>, asked: Partial<SuspensionQuestion> = {}): ReturnType<typeof clockSuspensions> => clockSuspensions(lawWith(Object.assign({}, entry, change)), { ...question, ...asked });

    it("R4 apply to what and where they name, and only while they run", () => {
      expect(stops({})).toEqual([{ from: "2026-02-01", until: "2026-02-11", provisional: true }]);
      expect(stops({}, { regions: ["110000"] })).toEqual([]);
      expect(stops({}, { of: [lawId("t:other")] })).toEqual([]);
      expect([stops({}, { today: day("2026-01-31") }), stops({}, { today: day("2026-02-01") })]).toEqual([[], [{ from: "2026-02-01", until: "2026-02-02", provisional: true }]]);
      expect(stops(over)).toEqual([certain]);
    });

    it("R4 of several things and regions one is enough; where no region is named they apply everywhere", () => {
      expect(stops({ ...over, of: [lawId("t:other"), lawId("t:listing")] }, { of: [lawId("t:listing")] })).toEqual([certain]);
      expect(stops({ ...over, regions: ["110000", "420000"] })).toEqual([certain]);
      expect(stops({ ...over, regions: [] })).toEqual([certain]);
    });

    it("R4 without a first day have stood still from the beginning", () => {
      const { from: _, ...always } = entry;
      expect(clockSuspensions(lawWith({ ...always, ...over }), question)).toEqual([{ from: "1900-01-01", until: "2026-02-05" }]);
    });

    it("R4 apply on their condition, provisionally where it is not known whether it holds", () => {
      const asked: Criterion[] = [];
      const holds = (truth: Truth) => (each: Criterion): Truth => { asked.push(each); return truth; };
      expect([stops({ ...over, when: condition }, { holds: holds("true") }), stops({ ...over, when: condition }, { holds: holds("false") }), stops({ ...over, when: condition }, { holds: holds("unknown") })]).toEqual([[certain], [], [{ ...certain, provisional: true }]]);
      expect([asked, stops(over, { holds: () => "false" })]).toEqual([[condition, condition, condition], [certain]]);
    });

    it("R4 of records or effects, other rules of precedence and drafts stop no clock", () => {
      expect([stops({ ...over, what: "recording" }), stops({ ...over, what: "effects" }), stops({ ...over, draft: true })]).toEqual([[], [], []]);
      expect(clockSuspensions(lawWith({ ...head, rule: "milder", of: [lawId("t:listing")] }), question)).toEqual([]);
    });
  });

  it("R5 a clock that the law moves off holidays ends on the next working day", () => {
    expect(deadline({ ...interval(3, "days"), movesOffHolidays: true }, day("2026-09-30"), calendar)).toEqual({ day: "2026-10-08", provisional: false });
    expect(deadline({ ...interval(3, "days"), movesOffHolidays: true }, day("2026-11-17"), calendar)).toEqual({ day: "2026-11-20", provisional: false });
    expect(deadline(interval(3, "days"), day("2026-09-30"), calendar).day).toBe("2026-10-03");
    expect(deadline({ ...interval(1, "days"), movesOffHolidays: true }, day("2026-12-31"), calendar)).toEqual({ day: "2027-01-01", provisional: true });
    expect(deadline({ ...interval(3, "workingDays"), movesOffHolidays: true }, day("2026-11-02"), calendar, [{ from: day("2026-11-03"), until: day("2026-11-04"), provisional: true }])).toEqual({ day: "2026-11-06", provisional: true });
  });
});
