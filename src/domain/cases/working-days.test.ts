import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, weekday, type PlainDate } from "../terms/index.ts";
import type { Precedence } from "../rules/index.ts";
import { clockSuspensions } from "./suspensions.ts";
import { calendar, day, lawId, lawWith } from "./test-law.ts";
import { addWorkingDays, deadline, isWorkingDay, workingCalendar } from "./working-days.ts";

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

  it("R4 the law's suspensions of clocks apply to what and where they name, and only while they run", () => {
    const entry: Precedence = { kind: "precedence", rule: "suspension", what: "clocks", of: [lawId("t:listing")], regions: ["420000"], id: lawId("t:epidemic"), names: { en: "epidemic" }, basis: [], confidence: "high", at: "test", from: day("2026-02-01") };
    const law = lawWith(entry);
    const question = { of: [lawId("t:listing")], regions: ["420100", "420000"], today: day("2026-02-10"), holds: () => "true" as const };
    expect(clockSuspensions(law, question)).toEqual([{ from: "2026-02-01", until: "2026-02-11", provisional: true }]);
    expect(clockSuspensions(law, { ...question, regions: ["110000"] })).toEqual([]);
    expect(clockSuspensions(law, { ...question, of: [lawId("t:other")] })).toEqual([]);
    expect(clockSuspensions(law, { ...question, today: day("2026-01-31") })).toEqual([]);
    expect(clockSuspensions(lawWith({ ...entry, until: day("2026-02-05") }), question)).toEqual([{ from: "2026-02-01", until: "2026-02-05" }]);
  });

  it("R5 a clock that the law moves off holidays ends on the next working day", () => {
    expect(deadline({ ...interval(3, "days"), movesOffHolidays: true }, day("2026-09-30"), calendar)).toEqual({ day: "2026-10-08", provisional: false });
    expect(deadline({ ...interval(3, "days"), movesOffHolidays: true }, day("2026-11-17"), calendar)).toEqual({ day: "2026-11-20", provisional: false });
    expect(deadline(interval(3, "days"), day("2026-09-30"), calendar).day).toBe("2026-10-03");
  });

  const anyDay = fc.integer({ min: 0, max: 729 }).map((offset) => addDays(plainDate("2025-01-01"), offset));

  it("R2 more days are never due earlier, and a later start never ends earlier", () => {
    fc.assert(fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (a, b, few, more) => {
      const [from, later]: readonly [PlainDate, PlainDate] = a < b ? [a, b] : [b, a];
      expect(addWorkingDays(calendar, from, few).day <= addWorkingDays(calendar, from, few + more).day).toBe(true);
      expect(addWorkingDays(calendar, from, few).day <= addWorkingDays(calendar, later, few).day).toBe(true);
    }));
  });

  it("R4 suspending never brings a deadline forward", () => {
    const suspension = fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })).map(([from, length]) => ({ from, until: addDays(from, length) }));
    fc.assert(fc.property(anyDay, fc.integer({ min: 1, max: 20 }), fc.constantFrom("workingDays", "days", "months", "years"), fc.array(suspension, { maxLength: 3 }), (from, count, unit, suspensions) => {
      expect(deadline({ count, unit }, from, calendar, suspensions).day >= deadline({ count, unit }, from, calendar).day).toBe(true);
    }));
  });

  it("R1 without published years a week has its five working days", () => {
    fc.assert(fc.property(anyDay, (from) => {
      const due = addWorkingDays(workingCalendar([]), from, 5).day;
      expect(weekday(due)).toBeLessThan(6);
      expect(due <= addDays(from, 7)).toBe(true);
    }));
  });
});
