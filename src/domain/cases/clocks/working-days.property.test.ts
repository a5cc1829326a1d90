// Clocks by chance: what holds of every day, count and suspension.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, weekday, type PlainDate } from "../../terms/index.ts";
import { calendar } from "../test-law.ts";
import { addWorkingDays, deadline, workingCalendar } from "./working-days.ts";

describe("any clock", () => {
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
