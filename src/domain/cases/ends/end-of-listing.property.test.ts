// Ends by chance: what holds of every term.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endByRule } from "./end-of-listing.ts";
import { day, ownList } from "../test-law.ts";

const days = { appliedOn: day("2026-03-02"), decidedOn: day("2026-03-16"), effectiveFrom: day("2026-03-20"), publishedFrom: day("2026-04-01"), asked: day("2026-03-16") };

describe("any End", () => {
  it("R20 a term never ends on or before the day it runs from", () => {
    const rule = fc.record({ years: fc.integer({ min: 0, max: 5 }), months: fc.integer({ min: 0, max: 11 }), days: fc.integer({ min: 0, max: 40 }), from: fc.constantFrom("decision" as const, "effect" as const, "publication" as const) });
    fc.assert(fc.property(rule, (term) => {
      const outcome = endByRule({ kind: "fixed", ...term }, ownList, days);
      const start = { decision: days.decidedOn, effect: days.effectiveFrom, publication: days.publishedFrom }[term.from];
      if (term.years + term.months + term.days === 0) expect(outcome).toMatchObject({ ok: false, error: { code: "no-end" } });
      else expect(outcome.ok && outcome.value.kind === "fixed" && outcome.value.until > start).toBe(true);
    }));
  });
});
