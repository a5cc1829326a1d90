import { describe, expect, it } from "vitest";
import type { Repair } from "../rules/index.ts";
import { caseOf } from "./case-state.ts";
import { constructListing } from "./kept-listing.ts";
import { always, calendar, day, lawId, lawWith, list, matter, uptoListing, when } from "./test-law.ts";

const repair: Repair = {
  kind: "repair", id: lawId("t:repair"), names: { en: "Repair" }, basis: [], confidence: "high", at: "test", from: day("2020-01-01"), covers: [list.id], anchor: "application", milder: false, conditions: [{ en: "corrected" }], excluded: [],
  tiers: [{ id: "early", names: { en: "Early" }, minimumMonths: 6, endsByItself: false, documents: [{ en: "Letter" }], basis: [] }],
};
const withoutOwn = { ...list, exits: always([]) };
const remove = { type: "RemoveListing", matter, act: "repair", reasons: "corrected", removedOn: day("2026-09-16") } as const;
const today = { today: day("2031-01-01") };

describe("removal by a repair rule", () => {
  it("R18 a repair rule that governs is a way out, from the day it opens, and may be named", () => {
    const law = lawWith(withoutOwn, repair);
    expect(when(uptoListing, remove, { ...today, law })).toMatchObject({ ok: true, value: [{ body: { act: "repair", removedOn: "2026-09-16" } }] });
    expect(when(uptoListing, { ...remove, exit: "t:repair#early" }, { ...today, law })).toMatchObject({ ok: true, value: [{ body: { exit: "t:repair#early" } }] });
    expect(when(uptoListing, { ...remove, removedOn: day("2026-09-15") }, { ...today, law })).toMatchObject({ ok: false, error: { code: "exit-not-open" } });
    expect(when(uptoListing, remove, { ...today, law: lawWith(withoutOwn, { ...repair, decidedBy: lawId("t:tax") }) })).toMatchObject({ ok: false, error: { code: "wrong-authority" } });
  });

  it("R18 the rule of the day of the application governs, and the removal keeps that day", () => {
    const replaced = lawWith(withoutOwn, { ...repair, until: day("2026-09-10") });
    expect(when(uptoListing, remove, { ...today, law: replaced })).toMatchObject({ ok: false, error: { code: "exit-not-in-law" } });
    expect(when(uptoListing, { ...remove, appliedOn: day("2026-09-09") }, { ...today, law: replaced })).toMatchObject({ ok: true, value: [{ body: { appliedOn: "2026-09-09" } }] });
    expect(when(uptoListing, { ...remove, appliedOn: day("2026-09-17") }, { ...today, law: replaced })).toMatchObject({ ok: false, error: { code: "days-out-of-order" } });
  });

  it("R6 a repair rule over the list is a way out of it", () => {
    const made = (law = lawWith(withoutOwn, repair)) => constructListing(caseOf(matter, uptoListing), { law, clock: { calendar } });
    expect(made()).toMatchObject({ ok: true, value: { exits: [{ act: "repair", repair: "t:repair", conditions: [{ en: "corrected" }, { en: "Letter" }] }] } });
    expect(made(lawWith(withoutOwn, { ...repair, from: day("2027-01-01") }))).toMatchObject({ ok: false, error: { code: "no-exit" } });
  });
});
