import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { Step } from "../../rules/index.ts";
import { said } from "../test-procedures.ts";
import { actor, answer, decidedOn, decideToList, file, given, issuedOn, lawId, lawWith, matter, notify, propose, serve, servedOn, step, steps, uptoAnswer, uptoListing, uptoProposal, uptoService, when, withSteps } from "../test-law.ts";
import { caseOf } from "./case-state.ts";
import { possibleCommands, type HoldHearing, type ListingCommand, type RecuseOfficer } from "./commands.ts";

const heard = (more: Partial<Step> = {}) => ({ law: lawWith(withSteps(step("hearing", "hearing", { after: ["defence"], optional: true, ...more }))) });
const law = heard();
const ask: ListingCommand = { ...answer, hearing: true };
const heldOn = addDays(servedOn, 5);
const hold: HoldHearing = { type: "HoldHearing", matter, chair: "C", attended: true, minutes: "the cooling was looked at", heldOn };
const recuse: RecuseOfficer = { type: "RecuseOfficer", matter, officer: "A", reason: "kinship", recusedOn: servedOn };
const uptoAsk = given([propose, notify, serve, ask], law);
const uptoHearing = given([propose, notify, serve, ask, hold], law);
const others = { actor: { ...actor, officers: ["C", "D"] } };

describe("a hearing", () => {
  it("R42 is asked for with the answer, where the procedure knows one", () => {
    expect(uptoAsk.at(-1)).toMatchObject({ type: "DefenceReceived", body: { hearing: true } });
    expect(said(when(uptoService, ask))).toBe("no-hearing t:listing procedure=t:listing");
    expect(uptoAnswer.at(-1)).toMatchObject({ body: { hearing: false } });
  });

  it("R42 that was asked for is held before the decision, whether or not the organisation came", () => {
    expect(said(when(uptoAsk, decideToList, law))).toBe("hearing-open t:listing#hearing step=hearing");
    expect(possibleCommands(caseOf(matter, uptoAsk))).toContain("HoldHearing");
    expect(uptoHearing.at(-1)).toEqual({ type: "HearingHeld", body: { matter, file, heldOn, chair: "C", attended: true, minutes: "the cooling was looked at" } });
    expect(said(when(uptoHearing, decideToList, law))).toBe("ListingDecided");
    const absent = given([propose, notify, serve, ask, { ...hold, attended: false }], law);
    expect(absent.at(-1)).toMatchObject({ body: { attended: false } });
    expect(said(when(absent, decideToList, law))).toBe("ListingDecided");
    expect(possibleCommands(caseOf(matter, uptoHearing))).not.toContain("HoldHearing");
  });

  it("R42 nobody asked for holds nothing up and is not held, also where the law puts it before the decision", () => {
    for (const each of [law, heard({ optional: false }), { law: lawWith({ ...withSteps(step("hearing", "hearing", { after: ["defence"] }), ...steps.map((one) => (one.id === "decision" ? { ...one, after: ["defence", "hearing"] } : one))) }) }]) {
      expect(said(when(uptoAnswer, decideToList, each))).toBe("ListingDecided");
      expect(said(when(uptoAnswer, hold, each))).toBe("no-hearing t:listing#hearing");
      expect(said(when(uptoHearing, decideToList, each))).toBe("ListingDecided");
    }
    expect(said(when(uptoService, hold, law))).toBe("no-hearing t:listing#hearing");
    expect(said(when(uptoAsk, hold))).toBe("no-hearing t:listing");
    expect(said(when(uptoAsk, decideToList))).toBe("ListingDecided");
  });

  it("R42 is held once, with minutes, after it was asked for and before the decision", () => {
    expect(said(when(uptoHearing, hold, law))).toBe("already-done t:listing#hearing step=hearing what=hearing state=answered");
    expect(said(when(uptoAsk, { ...hold, minutes: " " }, law))).toBe("statement-missing t:listing#hearing step=hearing missing=minutes");
    expect(said(when(uptoAsk, { ...hold, chair: "" }, law))).toBe("statement-missing t:listing#hearing step=hearing missing=post that leads it");
    expect(said(when(uptoAsk, { ...hold, heldOn: addDays(servedOn, 2) }, law))).toBe("days-out-of-order cases R15 day=2026-03-08 notBefore=2026-03-09 what=the hearing");
    expect(said(when(uptoAsk, { ...hold, heldOn: addDays(servedOn, 3) }, law))).toBe("HearingHeld");
    expect(said(when(uptoHearing, { ...decideToList, decidedOn: addDays(heldOn, -1) }, law))).toBe("days-out-of-order cases R15 day=2026-03-10 notBefore=2026-03-11 what=the decision");
    expect(said(when(uptoHearing, { type: "WithdrawProposal", matter, reason: "unfounded", withdrawnOn: addDays(heldOn, -1) }, law))).toBe("days-out-of-order cases R15 day=2026-03-10 notBefore=2026-03-11 what=the withdrawal");
    const { heldOn: _, ...undated } = hold;
    expect(when(uptoAsk, undated, { ...law, today: decidedOn })).toMatchObject({ ok: true, value: [{ body: { heldOn: decidedOn } }] });
    expect(said(when(uptoAsk, hold, { ...law, today: heldOn, actor: { ...actor, authority: lawId("t:tax") } }))).toBe("wrong-authority cases R7 authority=t:tax owner=t:market list=t:serious");
  });

  it("R42 comes after service", () => {
    expect(said(when(uptoProposal, hold, law))).toBe("step-skipped t:listing#hearing step=hearing state=proposed");
    expect(said(when(uptoProposal, hold))).toBe("step-skipped t:listing#defence step=defence state=proposed");
    expect(said(when(given([propose, notify]), hold, law))).toBe("step-skipped t:listing#hearing step=hearing state=noticed");
    expect(said(when(uptoListing, hold, law))).toBe("case-closed cases R9 state=decided");
    expect(said(when(uptoAsk, hold, lawless()))).toContain("list-unknown cases R6 list=t:serious on=2026-03-11");
  });

  it("R42 of several answers one that asks is enough, and counts from its own day", () => {
    const twice = given([propose, notify, serve, answer, { ...answer, statement: "hear us", hearing: true, receivedOn: addDays(servedOn, 4) }], law);
    expect(said(when(twice, decideToList, law))).toBe("hearing-open t:listing#hearing step=hearing");
    expect(said(when(twice, { ...hold, heldOn: addDays(servedOn, 3) }, law))).toContain("days-out-of-order cases R15");
    expect(said(when(twice, { ...hold, heldOn: addDays(servedOn, 4) }, law))).toBe("HearingHeld");
  });

  it("R19, R42 an event of a hearing nobody asked for, or of a second one, stops the case", () => {
    const held = uptoHearing.slice(-1);
    expect(caseOf(matter, [...uptoAnswer, ...held])).toMatchObject({ unfit: ["HearingHeld on a answered case"] });
    expect(caseOf(matter, [...uptoHearing, ...held])).toMatchObject({ unfit: ["HearingHeld on a answered case"] });
  });

  it("R32 is led by a post that neither proposed the listing nor stood back", () => {
    for (const chair of ["A", "B"]) expect(said(when(uptoAsk, { ...hold, chair }, law))).toBe(`officer-recused t:listing#hearing officer=${chair}`);
    const recused = given([propose, notify, serve, { ...recuse, officer: "C" }, ask], law);
    expect(said(when(recused, hold, law))).toBe("officer-recused t:listing#hearing officer=C");
    expect(said(when(recused, { ...hold, chair: "D" }, law))).toBe("HearingHeld");
    const unnamed = uptoAsk.map((event) => (event.type === "ListingProposed" ? { type: event.type, body: { matter, file, list: event.body.list, authority: event.body.authority, criteria: event.body.criteria, records: event.body.records, facts: event.body.facts, proposedOn: event.body.proposedOn } } : event));
    expect(said(when(unnamed, { ...hold, chair: "A" }, law))).toBe("HearingHeld");
  });
});

/** Law that knows the list no more. */
function lawless() {
  return { law: lawWith(lawId("t:serious")) };
}

describe("recusal", () => {
  const recused = given([propose, notify, serve, recuse]);

  it("R32 a post stands back once, with its reason, on a day of the case", () => {
    expect(recused.at(-1)).toEqual({ type: "OfficerRecused", body: { matter, file, officer: "A", reason: "kinship", recusedOn: servedOn } });
    expect(said(when(recused, recuse))).toBe("already-done cases R32 officer=A");
    for (const blank of [{ officer: " " }, { reason: "" }]) expect(said(when(uptoService, { ...recuse, ...blank }))).toBe("statement-missing cases R32 missing=officer, reason");
    expect(said(when(uptoService, { ...recuse, recusedOn: addDays(propose.proposedOn ?? issuedOn, -1) }))).toBe("days-out-of-order cases R15 day=2026-03-01 notBefore=2026-03-02 what=the recusal");
    expect(said(when(uptoService, { ...recuse, recusedOn: propose.proposedOn ?? issuedOn }))).toBe("OfficerRecused");
    expect(said(when(uptoService, recuse, { actor: { ...actor, authority: lawId("t:tax") } }))).toBe("wrong-authority cases R7 authority=t:tax owner=t:market list=t:serious");
    expect(said(when(uptoService, recuse, lawless()))).toBe("OfficerRecused");
    const { recusedOn: _, ...undated } = recuse;
    expect(when(uptoService, undated, { today: decidedOn })).toMatchObject({ ok: true, value: [{ body: { recusedOn: decidedOn } }] });
    expect(said(when(uptoListing, recuse))).toBe("case-closed cases R9 state=decided");
    expect(said(when(given([propose, { type: "WithdrawProposal", matter, reason: "x" }]), recuse))).toBe("case-closed cases R9 state=withdrawn");
  });

  it("R32 a post that stood back takes no step in the case, nor takes the listing off again", () => {
    for (const events of [given([propose, { ...recuse, recusedOn: issuedOn }]), recused]) {
      const command: ListingCommand = events === recused ? decideToList : notify;
      expect(said(when(events, command))).toBe("officer-recused cases R32 officer=A");
    }
    expect(said(when(recused, { type: "WithdrawProposal", matter, reason: "unfounded" }))).toBe("officer-recused cases R32 officer=A");
    expect(said(when(recused, decideToList, others))).toBe("ListingDecided");
    const listed = [...recused, ...given([propose, notify, serve, decideToList]).slice(-1)];
    const annul: ListingCommand = { type: "RemoveListing", matter, act: "annulment", reasons: "wrong", removedOn: decidedOn };
    expect(said(when(listed, annul))).toBe("officer-recused cases R32 officer=A");
    expect(said(when(listed, annul, others))).toBe("ListingRemoved");
  });

  it("R32 an answer is taken in by whoever is there, and another post may still stand back", () => {
    expect(said(when(recused, answer))).toBe("DefenceReceived");
    expect(said(when(recused, { ...recuse, officer: "B" }))).toBe("OfficerRecused");
  });

  it("R19, R32 a recusal after the case is closed, or twice, is no step of it", () => {
    const again = recused.slice(-1);
    expect(caseOf(matter, [...recused, ...again])).toMatchObject({ recused: ["A"], unfit: ["OfficerRecused on a served case"] });
    expect(caseOf(matter, [...uptoListing, ...again])).toMatchObject({ recused: [], unfit: ["OfficerRecused on a decided case"] });
  });
});
