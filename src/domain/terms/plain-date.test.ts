import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, addYears, dayNumber, dayOfMonth, daysBetween, daysInMonth, earlier, fromDayNumber, isLeapYear, later, makePlainDate, monthOf, parsePlainDate, plainDate, weekday, yearOf } from "./plain-date.ts";

/** Every day a PlainDate can be, by its number. */
const [FIRST, LAST] = [dayNumber(plainDate("1900-01-01")), dayNumber(plainDate("2200-12-31"))];
const days = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);
const calendar = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const EPOCH = calendar("1970-01-01");

describe("PlainDate", () => {
  it("R1 is a day of the calendar, in the years 1900 to 2200", () => {
    for (const text of ["1900-01-01", "2200-12-31", "2024-02-29", "2000-02-29"]) expect(parsePlainDate(text)).toEqual({ ok: true, value: text });
    for (const text of ["1899-12-31", "2201-01-01", "2023-02-29", "1900-02-29", "2024-00-10", "2024-13-01", "2024-04-31", "2024-1-1", "20240101", " 2024-01-01", "2024-01-01T00:00", ""]) {
      const parsed = parsePlainDate(text);
      expect(parsed.ok ? text : parsed.error).toContain(`\`${text}\``);
    }
    expect(() => plainDate("2024-02-30")).toThrow("`2024-02-30` is not a day of the calendar");
    expect(makePlainDate(2024, 2, 29)).toEqual({ ok: true, value: "2024-02-29" });
    expect(makePlainDate(2023, 2, 29).ok).toBe(false);
  });

  it("R1 takes exactly what the calendar takes", () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, day) => {
      const exists = month >= 1 && month <= 12 && day >= 1 && day <= calendar(`${year}-${String(month).padStart(2, "0")}-01`).daysInMonth;
      expect(makePlainDate(year, month, day).ok).toBe(exists);
    }));
  });

  it("R2 compares as text in the order of the calendar", () => {
    fc.assert(fc.property(days, days, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1);
      expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort());
    }));
  });

  it("R3 goes to its number and back, as the calendar counts", () => {
    fc.assert(fc.property(fc.integer({ min: FIRST, max: LAST }), (number) => {
      const day = fromDayNumber(number);
      expect(dayNumber(day)).toBe(number);
      expect(day).toBe(EPOCH.add({ days: number }).toString());
    }), { numRuns: 2000 });
    expect([dayNumber(plainDate("1970-01-01")), dayNumber(plainDate("1969-12-31")), dayNumber(plainDate("2000-03-01"))]).toEqual([0, -1, 11017]);
  });

  it("R4 goes on and back by days, and counts what lies between", () => {
    fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
      fc.pre(dayNumber(day) + count >= FIRST && dayNumber(day) + count <= LAST);
      const other = addDays(day, count);
      expect(other).toBe(calendar(day).add({ days: count }).toString());
      expect([addDays(other, -count), daysBetween(day, other)]).toEqual([day, count]);
    }));
  });

  it("R5 goes on by months to the same day, or the last of a shorter month", () => {
    const onward = (day: string, months: number): string => addMonths(plainDate(day), months);
    expect([onward("2024-01-31", 1), onward("2023-01-31", 1), onward("2024-03-31", -1), onward("2024-05-31", 1), onward("2024-11-30", 3), onward("2024-12-15", 1)]).toEqual(["2024-02-29", "2023-02-28", "2024-02-29", "2024-06-30", "2025-02-28", "2025-01-15"]);
    expect([addYears(plainDate("2024-02-29"), 1), addYears(plainDate("2024-02-29"), 4)]).toEqual(["2025-02-28", "2028-02-29"]);
    fc.assert(fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const expected = calendar(day).add({ months }, { overflow: "constrain" });
      fc.pre(expected.year >= 1900 && expected.year <= 2200);
      expect(addMonths(day, months)).toBe(expected.toString());
    }), { numRuns: 1000 });
  });

  it("R6 knows every leap year and the length of every month", () => {
    expect([1900, 2000, 2023, 2024, 2100, 2200].map(isLeapYear)).toEqual([false, true, false, true, false, false]);
    for (let year = 1900; year <= 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) expect(daysInMonth(year, month)).toBe(Temporal.PlainYearMonth.from({ year, month }).daysInMonth);
    }
  });

  it("R7 counts weekdays from Monday, as the calendar does", () => {
    expect([weekday(plainDate("2024-09-16")), weekday(plainDate("2024-09-22")), weekday(plainDate("1970-01-01"))]).toEqual([1, 7, 4]);
    fc.assert(fc.property(days, (day) => {
      const that = calendar(day);
      expect([weekday(day), yearOf(day), monthOf(day), dayOfMonth(day)]).toEqual([that.dayOfWeek, that.year, that.month, that.day]);
    }));
  });
});
