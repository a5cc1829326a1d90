import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasEnded, untilOf, type End } from "./end.ts";
import { covers, overlaps } from "./period.ts";
import { addDays, fromDayNumber, plainDate, type PlainDate } from "./plain-date.ts";

const day = fc.integer({ min: 19000, max: 19040 }).map(fromDayNumber);
const bound = fc.option(day, { nil: undefined });
const period = fc.record({ from: bound, until: bound }).map(({ from, until }): { from?: PlainDate; until?: PlainDate } => ({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }));
const AROUND = Array.from({ length: 60 }, (_, index) => fromDayNumber(18990 + index));

describe("periods and Ends", () => {
  it("R8 a period covers its first day and not its until", () => {
    const term = { from: plainDate("2024-01-10"), until: plainDate("2024-02-10") };
    expect(["2024-01-09", "2024-01-10", "2024-02-09", "2024-02-10"].map((text) => covers(term, plainDate(text)))).toEqual([false, true, true, false]);
    expect([covers({ from: term.from }, plainDate("2199-01-01")), covers({ until: term.until }, plainDate("1901-01-01")), covers({}, term.from)]).toEqual([true, true, true]);
    expect(covers({ from: term.from, until: term.from }, term.from)).toBe(false);
  });

  it("R9 periods overlap exactly when a day lies in both", () => {
    const whole = (each: { from?: PlainDate; until?: PlainDate }): boolean => each.from === undefined || each.until === undefined || each.from < each.until;
    fc.assert(fc.property(period.filter(whole), period.filter(whole), (a, b) => {
      expect(overlaps(a, b)).toBe(AROUND.some((each) => covers(a, each) && covers(b, each)));
      expect(overlaps(a, b)).toBe(overlaps(b, a));
    }), { numRuns: 1000 });
    expect(overlaps({ until: plainDate("2024-01-10") }, { from: plainDate("2024-01-10") })).toBe(false);
  });

  it("R10 an End with a day has ended on that day, any other has not", () => {
    fc.assert(fc.property(day, (until) => {
      const end: End = { kind: "fixed", until };
      expect([hasEnded(end, addDays(until, -1)), hasEnded(end, until), hasEnded(end, addDays(until, 1)), untilOf(end)]).toEqual([false, true, true, until]);
    }));
    const open: readonly End[] = [{ kind: "untilDone", what: "the debt is paid" }, { kind: "reviewFrom", day: plainDate("2020-01-01"), what: "a review" }, { kind: "permanent", basis: "the law" }, { kind: "notStated" }];
    expect(open.map((end) => [hasEnded(end, plainDate("2200-12-31")), untilOf(end)])).toEqual(open.map(() => [false, undefined]));
  });
});
