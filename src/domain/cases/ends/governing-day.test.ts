import { expect, it } from "vitest";
import { day } from "../test-law.ts";
import { governingDay } from "./governing-day.ts";

const days = { actedOn: day("2026-01-01"), appliedOn: day("2026-01-02"), decidedOn: day("2026-01-03"), effectiveFrom: day("2026-01-04"), publishedFrom: day("2026-01-05"), asked: day("2026-01-06") };
const anchors = ["act", "application", "decision", "publication", "dayAsked"] as const;

it("R21 each anchor names its own day; without publication the effect stands in for it, and without the day of the act there is none", () => {
  expect(anchors.map((anchor) => governingDay(anchor, days))).toEqual(["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-05", "2026-01-06"]);
  const { actedOn: _, publishedFrom: __, ...bare } = days;
  expect(anchors.map((anchor) => governingDay(anchor, bare))).toEqual([undefined, "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-06"]);
});
