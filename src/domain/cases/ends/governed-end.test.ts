import { describe, expect, it } from "vitest";
import { present, type End } from "../../terms/index.ts";
import type { Rulebook } from "../../rules/index.ts";
import { governedEnd, type GovernedEnd } from "./governed-end.ts";
import { harbour, meetingLaw, newRepair, oldRepair, precedence, sectorRepair, serious } from "../../rules/test-meeting-law.ts";
import { day } from "../test-law.ts";

const days = { appliedOn: day("2025-02-01"), decidedOn: day("2025-01-10"), effectiveFrom: day("2025-01-20"), publishedFrom: day("2025-02-01") };
const onFile: End = { kind: "fixed", until: day("2028-02-01") };

function ends(law: Rulebook, on: string, end: End = onFile, lawDay = on): GovernedEnd {
  return governedEnd({ law, on: day(on), lawDay: day(lawDay) }, present(law.get("list", harbour("serious")), "the list"), { end, days });
}

/** The general rule ends what is grave after a year. */
const aYear = { ...newRepair, tiers: [{ id: "grave", names: "Grave", covers: ["serious"], minimumMonths: 3, maximumMonths: 12, endsByItself: true }] };
const beside = (prefer: string | readonly string[]) => precedence("beside", { rule: "prefers", among: ["serious", "new-repair"], prefer });

describe("a repair rule beside the list's own End", () => {
  it("R30 ends nothing by itself where no rule of precedence sets the two side by side", () => {
    expect(ends(meetingLaw(aYear), "2026-06-01")).toEqual({ end: onFile, open: [] });
  });

  it("R30 governs where it is put first, and never prolongs", () => {
    const law = meetingLaw(aYear, beside(["new-repair", "serious"]));
    expect(ends(law, "2026-01-31")).toEqual({ end: { kind: "fixed", until: "2026-02-01" }, open: [] });
    expect(ends(law, "2025-12-31")).toEqual({ end: onFile, open: [] });
    expect(ends(law, "2026-06-01", { kind: "fixed", until: day("2026-01-15") })).toEqual({ end: { kind: "fixed", until: "2026-01-15" }, open: [] });
    expect(ends(meetingLaw(aYear, beside(["serious", "new-repair"])), "2026-06-01")).toEqual({ end: onFile, open: [] });
  });

  it("R30 unresolved, the readings are open from the day they differ on whether it stands", () => {
    const law = meetingLaw(aYear, beside("unresolved"));
    expect(ends(law, "2026-01-31")).toEqual({ end: onFile, open: [] });
    expect(ends(law, "2026-02-01")).toEqual({ end: onFile, precedence: "t:beside", open: [{ reading: "t:serious", end: onFile }, { reading: "t:new-repair", tier: "grave", end: { kind: "fixed", until: "2026-02-01" } }] });
    expect(ends(law, "2028-02-01")).toEqual({ end: onFile, open: [] });
    expect(ends(law, "2026-02-01", onFile, "2025-12-31")).toEqual({ end: onFile, open: [] });
  });

  it("R30 where the rule governs and only its tier is open, the tiers are the readings", () => {
    const law = meetingLaw({ ...newRepair, tiers: [{ id: "short", names: "Short", maximumMonths: 3, endsByItself: true }, { id: "long", names: "Long", maximumMonths: 24, endsByItself: true }] }, beside(["new-repair", "serious"]));
    const found = ends(law, "2026-02-01");
    expect(found).toMatchObject({ end: { until: "2027-02-01" }, open: [{ tier: "short" }, { tier: "long" }] });
    expect(found.precedence).toBeUndefined();
  });

  it("R30 an End nobody stated is never filled in", () => {
    expect(ends(meetingLaw(aYear, beside(["new-repair", "serious"])), "2026-06-01", { kind: "notStated" })).toEqual({ end: { kind: "notStated" }, open: [] });
  });

  it("R30 stands beside only what a rule in force names with it, by tiers that end by themselves", () => {
    const first = { rule: "prefers", among: ["serious", "new-repair"], prefer: ["new-repair", "serious"] };
    expect(ends(meetingLaw(aYear, precedence("beside", { ...first, from: "2026-07-01" })), "2026-06-01")).toEqual({ end: onFile, open: [] });
    expect(ends(meetingLaw(aYear, sectorRepair, precedence("beside", { rule: "prefers", among: ["serious", "sector-repair"], prefer: ["sector-repair", "serious"] })), "2026-06-01")).toEqual({ end: onFile, open: [] });
    expect(ends(meetingLaw(aYear, oldRepair, precedence("beside", { rule: "prefers", among: ["silent", "new-repair"], prefer: "unresolved" }), precedence("other", { rule: "prefers", among: ["serious", "old-repair"], prefer: "unresolved" })), "2026-06-01")).toEqual({ end: onFile, open: [] });
    const partly = meetingLaw({ ...newRepair, tiers: [{ id: "short", names: "Short", maximumMonths: 12, endsByItself: true }, { id: "asked", names: "Asked", minimumMonths: 3 }] }, precedence("beside", first));
    expect(ends(partly, "2026-06-01")).toMatchObject({ end: onFile, open: [{ tier: "short", end: { until: "2026-02-01" } }, { tier: "asked", end: onFile }] });
  });

  it("R26 goes by the tier whose condition holds, and by the application", () => {
    const tiers = [{ id: "food", names: "Food", when: { id: "food-field", names: "Food", holds: 'listing.field == "food"' }, maximumMonths: 6, endsByItself: true }, { id: "any", names: "Any", maximumMonths: 12, endsByItself: true }];
    const law = meetingLaw({ ...newRepair, tiers }, beside(["new-repair", "serious"]));
    const asked = (holds?: () => "true" | "false") => governedEnd({ law, on: day("2026-01-15"), ...(holds === undefined ? {} : { holds }) }, present(law.get("list", harbour("serious")), "the list"), { end: onFile, days });
    expect([asked(), asked(() => "true"), asked(() => "false")].map(({ end, open }) => [end, open.length])).toEqual([[{ kind: "fixed", until: "2026-02-01" }, 2], [{ kind: "fixed", until: "2026-02-01" }, 2], [{ kind: "fixed", until: "2026-02-01" }, 0]]);
    const applied = (appliedOn: string) => governedEnd({ law: meetingLaw(aYear, beside(["new-repair", "serious"])), on: day("2026-03-01"), appliedOn: day(appliedOn) }, present(law.get("list", harbour("serious")), "the list"), { end: onFile, days }).end;
    expect([applied("2025-12-31"), applied("2026-01-01")]).toEqual([onFile, { kind: "fixed", until: "2026-02-01" }]);
  });

  it("R30 ends what has no day of its own", () => {
    const law = meetingLaw(aYear, beside(["new-repair", "serious"]));
    expect(ends(law, "2026-03-01", { kind: "permanent", basis: "grave" })).toEqual({ end: { kind: "fixed", until: "2026-02-01" }, open: [] });
    expect(ends(meetingLaw(aYear, beside("unresolved")), "2026-03-01", { kind: "permanent", basis: "grave" })).toMatchObject({ end: { kind: "permanent" }, open: [{ reading: "t:serious" }, { reading: "t:new-repair" }] });
  });
});

describe("a later version of the list's own End", () => {
  const dated = (years: number) => ({ ...serious, end: { dated: [{ from: "2015-01-01", value: { fixed: { years: 3, from: "publication" } } }, { from: "2026-01-01", value: { fixed: { years, from: "publication" } } }] } });
  const until = (law: Rulebook, on = "2026-02-01", lawDay = on) => ends(law, on, onFile, lawDay).end;

  it("R28 does not reach a listing decided before it, unless the law moves it", () => {
    expect(until(meetingLaw(dated(1)))).toEqual(onFile);
    expect(until(meetingLaw(dated(1), precedence("stay", { rule: "transition", old: "serious", replacement: "serious", pending: "old" })))).toEqual(onFile);
    const moved = precedence("move", { rule: "transition", old: "serious", replacement: "serious", pending: "new" });
    expect([1, 5].map((years) => until(meetingLaw(dated(years), moved)))).toEqual([{ kind: "fixed", until: "2026-02-01" }, { kind: "fixed", until: "2030-02-01" }]);
    expect(until(meetingLaw(dated(1), moved), "2025-12-31")).toEqual(onFile);
    expect(until(meetingLaw(dated(1), moved), "2026-02-01", "2025-12-31")).toEqual(onFile);
  });

  it("R29 reaches it where it is milder and the law says so: an earlier day, or one at all", () => {
    for (const rule of [precedence("reach", { rule: "milder", of: "serious" }), precedence("reach", { rule: "transition", old: "serious", replacement: "serious", pending: "milder" })]) {
      expect([1, 5].map((years) => until(meetingLaw(dated(years), rule)))).toEqual([{ kind: "fixed", until: "2026-02-01" }, onFile]);
      expect(ends(meetingLaw(dated(1), rule), "2025-12-31").end).toEqual(onFile);
      expect(ends(meetingLaw(dated(5), rule), "2026-02-01", { kind: "permanent", basis: "grave" }).end).toEqual({ kind: "fixed", until: "2030-02-01" });
    }
  });
});
