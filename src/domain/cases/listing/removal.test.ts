import { describe, expect, it } from "vitest";
import type { Repair } from "../../rules/index.ts";
import { caseOf } from "./case-state.ts";
import { constructListing } from "./kept-listing.ts";
import { said } from "../test-procedures.ts";
import { actor, always, calendar, day, decideToList, exit, given, lawId, lawWith, list, matter, notify, procedure, propose, serve, step, steps, uptoListing, uptoService, when, withSteps } from "../test-law.ts";

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

describe("a removal that is refused", () => {
  const annul = { type: "RemoveListing", matter, act: "annulment", reasons: "wrong", removedOn: day("2026-09-16") } as const;
  const uptoRepair = given([propose, notify, serve, decideToList, { ...annul, act: "repair", removedOn: day("2027-04-01") }], today);

  it("R18 names the state where there is no listing", () => {
    expect(said(when(uptoService, annul, today))).toBe("step-skipped cases R18 state=served");
    expect(said(when(given([propose, notify, serve, { ...decideToList, outcome: "noAction" }]), annul, today))).toBe("case-closed cases R18 state=decided");
    expect(said(when(given([propose, { type: "WithdrawProposal", matter, reason: "unfounded" }]), annul, today))).toBe("case-closed cases R18 state=withdrawn");
    expect(said(when(uptoListing, annul, { ...today, law: lawWith(list.id) }))).toBe("list-unknown cases R6 list=t:serious");
  });

  it("R18 names what is missing, and what cannot reach back", () => {
    expect(said(when(uptoListing, { ...annul, reasons: " " }, today))).toBe("statement-missing cases R18 missing=reasons");
    expect(said(when(uptoListing, { ...remove, retroactive: true }, today))).toBe("not-retroactive cases R18 act=repair");
    expect(said(when(uptoListing, { ...annul, act: "objection", retroactive: true }, today))).toBe("ListingRemoved");
  });

  it("R18 names the ways out that are known, several that fit, and the day one opens", () => {
    const none = when(uptoListing, { ...remove, act: "performance" }, { ...today, law: lawWith({ ...list, exits: always([]) }) });
    expect([said(none), none.ok ? "" : none.error.message]).toEqual(["exit-not-in-law t:serious act=performance list=t:serious", expect.stringContaining("possible are none, and annulment")]);
    const some = when(uptoListing, { ...remove, act: "performance" }, today);
    expect(some).toMatchObject({ error: { code: "exit-not-in-law", message: expect.stringContaining("possible are `term` (term), `repair` (repair), and annulment") } });
    const two = { ...today, law: lawWith({ ...list, exits: always([exit("pay", "performance"), exit("deliver", "performance")]) }) };
    const several = when(uptoListing, { ...remove, act: "performance" }, two);
    expect([said(several), several.ok ? "" : several.error.message]).toEqual(["exit-not-named t:serious act=performance list=t:serious", expect.stringContaining("name one of `pay`, `deliver`")]);
    expect(said(when(uptoListing, { ...remove, act: "performance", exit: "deliver" }, two))).toBe("ListingRemoved");
    expect(said(when(uptoListing, remove, today))).toBe("exit-not-open t:serious earliest=2027-03-16 on=2026-09-16 act=repair");
    expect(said(when(uptoListing, { ...remove, removedOn: day("2029-03-16") }, today))).toBe("case-closed cases R18 removedOn=2029-03-16");
  });

  it("R18 is given once, and annulled after it only where it was no annulment", () => {
    expect(said(when(uptoRepair, { ...remove, removedOn: day("2027-05-01") }, today))).toBe("already-done cases R9 removedOn=2027-04-01 act=repair retroactive=false");
    expect(said(when(uptoRepair, { ...annul, removedOn: day("2027-05-01") }, today))).toBe("ListingRemoved");
  });

  it("R7 names who may: whom the way out names, else the owner", () => {
    const stranger = { ...today, actor: { ...actor, authority: lawId("t:tax") } };
    const owner = when(uptoListing, { ...remove, removedOn: day("2027-04-01") }, stranger);
    expect([said(owner), owner.ok ? "" : owner.error.message]).toEqual(["wrong-authority cases R7 authority=t:tax owner=t:market list=t:serious act=repair", expect.stringContaining("by repair: `t:market` may")]);
    const byTax = lawWith({ ...list, exits: always([exit("repair", "repair", { by: lawId("t:tax") }), exit("objection", "objection", { by: lawId("t:tax") })]) });
    const named = when(uptoListing, { ...remove, removedOn: day("2027-04-01") }, { ...today, law: byTax });
    expect([said(named), named.ok ? "" : named.error.message]).toEqual(["wrong-authority cases R7 authority=t:market-city owner=t:market list=t:serious act=repair", expect.stringContaining("by repair: `t:tax` may")]);
    expect(said(when(uptoListing, { ...remove, removedOn: day("2027-04-01") }, { ...stranger, law: byTax }))).toBe("ListingRemoved");
  });

  it("R7 an objection is decided by the authority its way out names, an annulment by the owner's side or above", () => {
    const tax = lawId("t:tax");
    const law = lawWith({ ...list, exits: always([exit("objection", "objection", { by: tax }), exit("other", "objection"), exit("repair", "repair", { by: tax })]) });
    const by = (authority: string, act: "objection" | "annulment", exitId?: string) => said(when(uptoListing, { ...annul, act, ...(exitId === undefined ? {} : { exit: exitId }) }, { ...today, law, actor: { ...actor, authority: lawId(authority) } })).split(" ")[0];
    expect([by("t:tax", "objection"), by("t:market-city", "objection"), by("t:market", "objection")]).toEqual(["ListingRemoved", "wrong-authority", "ListingRemoved"]);
    expect([by("t:tax", "objection", "other"), by("t:market-city", "objection", "other"), by("t:tax", "objection", "objection")]).toEqual(["wrong-authority", "ListingRemoved", "ListingRemoved"]);
    expect([by("t:tax", "annulment"), by("t:market-city", "annulment"), by("t:market", "annulment")]).toEqual(["wrong-authority", "ListingRemoved", "ListingRemoved"]);
  });

  it("R14 keeps the formalities of the law's step, and needs none where the law has no step or no procedure any more", () => {
    const alone = { ...today, actor: { ...actor, officers: ["A"] } };
    expect(said(when(uptoListing, annul, alone))).toBe("too-few-officers t:listing#removal officers=1 needed=2 step=removal");
    const without = lawWith({ ...procedure, steps: always(steps.filter(({ kind }) => kind !== "removal")) });
    expect(said(when(uptoListing, annul, { ...alone, law: without }))).toBe("ListingRemoved");
    expect(said(when(uptoListing, annul, { ...alone, law: lawWith(procedure.id) }))).toBe("ListingRemoved");
    const asking = lawWith(withSteps(step("removal", "removal", { states: ["facts", "reasons"] })));
    expect(said(when(uptoListing, annul, { ...today, law: asking }))).toBe("ListingRemoved");
  });
});
