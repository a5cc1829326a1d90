import { describe, expect, it } from "vitest";
import { addDays, hasEnded, type End } from "../../terms/index.ts";
import type { EndRule, ExitRule, List } from "../../rules/index.ts";
import { endOf, exitsOf } from "./end-of-listing.ts";
import type { GoverningDays } from "./governing-day.ts";
import { always, calendar, day, exit, list, ownList } from "../test-law.ts";

const decidedOn = day("2026-03-16");
const days: GoverningDays = { appliedOn: day("2026-03-02"), decidedOn, effectiveFrom: day("2026-03-20"), publishedFrom: day("2026-04-01"), asked: decidedOn };

function ends(end: EndRule, more: Partial<GoverningDays> = {}): End | string {
  const outcome = endOf({ ...list, end: always(end) }, { ...days, ...more });
  return outcome.ok ? outcome.value : outcome.error.code;
}
function ways(out: readonly ExitRule[], end: End, on = decidedOn): ReturnType<typeof exitsOf> {
  return exitsOf({ ...list, exits: always(out) }, { end, days }, on, calendar);
}

describe("End", () => {
  it("R20 a term runs from decision, effect or publication, and its last day is the day before `until`", () => {
    expect(ends({ kind: "fixed", years: 3, from: "decision" })).toEqual({ kind: "fixed", until: "2029-03-16" });
    expect(ends({ kind: "fixed", months: 6, from: "effect" })).toEqual({ kind: "fixed", until: "2026-09-20" });
    expect(ends({ kind: "fixed", years: 1, months: 1, days: 1, from: "publication" })).toEqual({ kind: "fixed", until: "2027-05-02" });
    expect(ends({ kind: "fixed", years: 1, from: "decision" }, { decidedOn: day("2024-02-29") })).toEqual({ kind: "fixed", until: "2025-02-28" });
    const end = ends({ kind: "fixed", days: 1, from: "decision" });
    expect(typeof end === "object" && hasEnded(end, decidedOn)).toBe(false);
    expect(typeof end === "object" && hasEnded(end, addDays(decidedOn, 1))).toBe(true);
  });

  it("R20 other Ends say what ends them", () => {
    expect(ends({ kind: "untilDone", what: { en: "the debt is paid" } })).toEqual({ kind: "untilDone", what: "the debt is paid" });
    expect(ends({ kind: "reviewFrom", years: 3, from: "decision", what: { en: "may apply" } })).toEqual({ kind: "reviewFrom", day: "2029-03-16", what: "may apply" });
    expect(ends({ kind: "permanent", because: { en: "grave harm" } })).toEqual({ kind: "permanent", basis: "grave harm" });
  });

  it("R20 a term without length, without its first day, or not stated is no End", () => {
    expect(ends({ kind: "notStated" })).toBe("no-end");
    expect(ends({ kind: "fixed", from: "decision" })).toBe("no-end");
    const { publishedFrom: _, ...unpublished } = days;
    expect(endOf({ ...list, end: always({ kind: "fixed", years: 3, from: "publication" }) }, unpublished)).toMatchObject({ ok: false, error: { code: "no-end" } });
  });

  it("R21 the version that governs is that of the list's anchor", () => {
    const dated: List = { ...list, end: [{ until: day("2026-03-18"), value: { kind: "fixed", years: 5, from: "decision" }, basis: [] }, { from: day("2026-03-18"), value: { kind: "fixed", years: 1, from: "decision" }, basis: [] }] };
    const until = (endAnchor: List["endAnchor"], actedOn = day("2025-01-01")): unknown => {
      const outcome = endOf({ ...dated, endAnchor }, { ...days, actedOn });
      return outcome.ok && outcome.value.kind === "fixed" ? outcome.value.until : outcome;
    };
    expect(until("decision")).toBe("2031-03-16");
    expect(until("act")).toBe("2031-03-16");
    expect(until("application")).toBe("2031-03-16");
    expect(until("publication")).toBe("2027-03-16");
    expect(endOf({ ...dated, endAnchor: "act" }, days)).toMatchObject({ ok: false, error: { code: "day-of-act-unknown" } });
    expect(endOf({ ...dated, endAnchor: "dayAsked" }, { ...days, asked: day("2026-06-01") })).toMatchObject({ ok: true, value: { until: "2027-03-16" } });
  });
});

describe("ways out", () => {
  const fixed: End = { kind: "fixed", until: day("2029-03-16") };

  it("R22 a term opens with its End, other ways after their months from publication, or at once", () => {
    expect(ways([exit("term", "term"), exit("repair", "repair", { earliestMonths: 12, conditions: [{ en: "corrected" }] }), exit("objection", "objection")], fixed)).toEqual([
      { act: "term", exit: "term", names: { en: "term" }, conditions: [], earliest: "2029-03-16" },
      { act: "repair", exit: "repair", names: { en: "repair" }, conditions: [{ en: "corrected" }], earliest: "2027-04-01" },
      { act: "objection", exit: "objection", names: { en: "objection" }, conditions: [] },
    ]);
  });

  it("R22 a review opens on its day, or later where the law asks for more months", () => {
    const review: End = { kind: "reviewFrom", day: day("2028-01-01"), what: "may apply" };
    expect(ways([exit("review", "review")], review)[0]?.earliest).toBe("2028-01-01");
    expect(ways([exit("review", "review", { earliestMonths: 36 })], review)[0]?.earliest).toBe("2029-04-01");
  });

  it("R22 a term is no way out of what has none, and nothing leads out of what has ended", () => {
    expect(ways([exit("term", "term")], { kind: "permanent", basis: "grave" })).toEqual([]);
    expect(ways([exit("term", "term"), exit("repair", "repair")], { kind: "untilDone", what: "paid" }).map((each) => each.act)).toEqual(["repair"]);
    expect(ways([exit("term", "term")], fixed, day("2029-03-16"))).toEqual([]);
    expect(ways([exit("term", "term")], fixed, day("2029-03-15"))).toHaveLength(1);
  });

  it("R22 the time to decide runs from the application, and is provisional outside the published calendars", () => {
    const repair = exit("repair", "repair", { decideWithin: { count: 15, unit: "workingDays" } });
    expect(ways([repair], fixed, day("2026-11-02"))[0]).toMatchObject({ decideBy: "2026-11-23" });
    expect(ways([repair], fixed, day("2026-11-02"))[0]).not.toHaveProperty("provisional");
    expect(ways([repair], fixed, day("2026-12-28"))[0]).toMatchObject({ decideBy: "2027-01-18", provisional: true });
    expect(ways([{ ...repair, earliestMonths: 12 }], fixed, day("2026-11-02"))[0]).toMatchObject({ earliest: "2027-04-01", decideBy: "2027-04-22", provisional: true });
  });

  it("R21 each way out stands in the version its own anchor names", () => {
    const switched = day("2027-01-01");
    const before = [exit("repair", "repair", { earliestMonths: 24, anchor: "dayAsked" }), exit("pay", "performance")];
    const after = [exit("repair", "repair", { earliestMonths: 12, anchor: "dayAsked" }), exit("training", "release", { anchor: "decision" })];
    const dated: List = { ...list, exits: [{ until: switched, value: before, basis: [] }, { from: switched, value: after, basis: [] }] };
    const on = (asked: typeof switched): readonly unknown[] => exitsOf(dated, { end: fixed, days }, asked, calendar).map((each) => [each.exit, each.earliest]);
    expect(on(day("2026-12-31"))).toEqual([["repair", "2028-04-01"], ["pay", undefined]]);
    expect(on(switched)).toEqual([["pay", undefined], ["repair", "2027-04-01"]]);
  });

  it("R22 a way out has what the law says of it and nothing else; a review without its day opens after its months", () => {
    const full = exit("full", "repair", { by: ownList, needs: [ownList] });
    expect(ways([full, exit("bare", "repair")], fixed).map((way) => Object.keys(way).toSorted())).toEqual([["act", "by", "conditions", "exit", "names", "needs"], ["act", "conditions", "exit", "names"]]);
    expect(ways([full], fixed)[0]).toMatchObject({ by: ownList, needs: [ownList] });
    expect([ways([exit("review", "review", { earliestMonths: 6 })], fixed)[0]?.earliest, ways([exit("review", "review")], fixed)[0]?.earliest]).toEqual(["2026-10-01", undefined]);
    const review: End = { kind: "reviewFrom", day: day("2028-01-01"), what: "may apply" };
    expect(ways([exit("repair", "repair", { earliestMonths: 6 }), exit("pay", "performance")], review).map(({ earliest }) => earliest)).toEqual(["2026-10-01", undefined]);
  });

  it("R22 months count from the effect where nothing is published; a way out by the day of an act that is not known is none", () => {
    const { publishedFrom: _, ...unpublished } = days;
    expect(exitsOf({ ...list, exits: always([exit("repair", "repair", { earliestMonths: 6 }), exit("act", "repair", { anchor: "act" })]) }, { end: fixed, days: unpublished }, decidedOn, calendar).map((way) => [way.exit, way.earliest])).toEqual([["repair", "2026-09-20"]]);
  });

  it("R20 a review counts as a term does, and an End that is not stated names its day", () => {
    expect(ends({ kind: "reviewFrom", years: 1, from: "decision", what: { en: "may apply" } })).toEqual({ kind: "reviewFrom", day: "2027-03-16", what: "may apply" });
    expect(endOf({ ...list, end: always({ kind: "notStated" }) }, days)).toMatchObject({ error: { facts: { governingDay: decidedOn } } });
  });
});
