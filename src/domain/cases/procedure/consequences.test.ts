import { describe, expect, it } from "vitest";
import { present } from "../../terms/index.ts";
import type { Authority, Entry } from "../../rules/index.ts";
import type { EventDraft } from "../../events/index.ts";
import { actor, always, day, decideToList, exit, exits, file, given, lawId, list, listingId, matter, notify, propose, recordId, serve, step, superiorOffice, uptoListing } from "../test-law.ts";
import { caseOf } from "../listing/case-state.ts";
import {
  above, after, appealCase, ask, decided, decidedOf, joined, listed, listingOf, object, objectionSteps, objectToJoin, objectToListing, officers, openedOn, organisation, otherFile, penaltyType, procedureOf, recordOf, said, stateOf, take, thisCase,
  type Move, type Scene,
} from "../test-procedures.ts";
import { burdenOf } from "./consequences.ts";
import type { CaseThing, OpenCase, Party, TakeStep } from "./procedure-commands.ts";

const granted = (more: Partial<TakeStep> = {}): Move => [take("decision", { outcome: "granted", statement: "the fine was another's", ...more }), officers];
const refused = (more: Partial<TakeStep> = {}): Move => [take("decision", { outcome: "refused", ...more }), officers];

/** What followed from the last of these moves, beside the step itself. */
function followed(scene: Scene, ...moves: readonly Move[]): readonly EventDraft[] | string {
  const last = present(moves.at(-1), "a move");
  const outcome = ask(scene, after(scene, ...moves.slice(0, -1)), last);
  return outcome.ok ? outcome.value.slice(1) : said(outcome);
}

describe("an objection", () => {
  it("R40 that is granted annuls the record, or corrects it where it says how", () => {
    const body = { matter: thisCase, record: recordId, file, reason: "the fine was another's", correctedOn: "2026-04-09" };
    expect(followed({}, [object, organisation], granted())).toEqual([{ type: "RecordCorrected", body: { ...body, annulled: true } }]);
    expect(followed({}, [object, organisation], granted({ corrected: { fine: 7 } }))).toEqual([{ type: "RecordCorrected", body: { ...body, annulled: false, fields: { fine: 7 } } }]);
    expect(followed({}, [object, organisation], refused())).toEqual([]);
  });

  it("R41 a record is corrected to values its type knows", () => {
    expect(followed({}, [object, organisation], granted({ corrected: { colour: "red" } }))).toBe("field-unknown colour field=colour");
    expect(followed({}, [object, organisation], granted({ corrected: { kind: "loan" } }))).toBe("field-unknown kind field=kind takes=choice");
    expect(followed({ thing: recordOf({ type: lawId("t:forgotten") }) }, [object, organisation], granted({ corrected: { fine: 1 } }))).toBe("field-unknown fine field=fine");
  });

  it("R40 that is granted takes the listing back as if it had never been, or from now on where it says so", () => {
    const body = { matter, listing: listingId, file, act: "objection", removedOn: "2026-04-09", retroactive: true, reasons: "the fine was another's", because: thisCase };
    expect(followed({ thing: listed }, [objectToListing, organisation], granted())).toEqual([{ type: "ListingRemoved", body }]);
    expect(followed({ thing: listed }, [objectToListing, organisation], granted({ fromNowOn: true }))).toEqual([{ type: "ListingRemoved", body: { ...body, retroactive: false } }]);
  });

  it("R40 that is granted keeps the formalities of a removal", () => {
    const one: Party = { kind: "office", actor: { ...actor, officers: ["A"] } };
    expect(followed({ thing: listed }, [objectToListing, organisation], [granted()[0], one])).toBe("too-few-officers t:listing#removal officers=1 needed=2 step=removal");
    const formal = procedureOf("t:listing", "listing", listedSteps());
    const [legalReview, statements] = [{ on: openedOn }, { remedies: "none needed" }];
    const consented = { ...listed, decided: { ...listed.decided, consents: [...listed.decided.consents, { step: "removal", office: superiorOffice, given: true, on: openedOn }] } };
    const decide = (more: Partial<TakeStep>, thing: CaseThing = consented): unknown => followed({ thing, entries: [formal] }, [objectToListing, organisation], granted(more));
    expect(decide({ legalReview })).toBe("statement-missing t:listing#removal step=removal missing=remedies");
    expect(decide({ legalReview, statements }, listed)).toBe(`consent-missing t:listing#removal step=removal superior=${superiorOffice} on=2026-04-09`);
    expect(decide({ statements })).toBe("review-missing t:listing#removal step=removal on=2026-04-09");
    expect(decide({ legalReview, statements })).toHaveLength(1);
  });

  it("R40 to a join keeps the files apart from its day, together again where it is refused or not taken up", () => {
    const scene: Scene = { thing: joined };
    const apart: Scene = { thing: { ...joined, joined: false } as CaseThing };
    const opened = after(scene, [objectToJoin, organisation]);
    expect(opened[1]).toEqual({ type: "FilesSeparated", body: { files: [file, otherFile], reason: "that is not us", matter: thisCase } });
    const rejoined = { type: "FilesJoined", body: { files: [file, otherFile], judgedBy: "person", score: 1000, reasons: [{ part: "objection", score: 1000, because: "so it is" }], matter: thisCase } };
    const decide = (move: Move): readonly EventDraft[] | string => {
      const outcome = ask(apart, opened, move);
      return outcome.ok ? outcome.value.slice(1) : said(outcome);
    };
    expect(decide(granted())).toEqual([]);
    expect(decide(refused())).toEqual([rejoined]);
    const withDoor = procedureOf("t:objection", "objection", [...objectionSteps, step("door", "acceptance", { after: ["objection"] })]);
    const outcome = ask({ ...apart, entries: [withDoor] }, opened, [take("door", { outcome: "notAccepted" }), officers]);
    expect(outcome).toMatchObject({ ok: true, value: [{}, rejoined] });
    expect(said(ask({ ...apart, entries: [withDoor] }, opened, [take("door", { outcome: "accepted" }), officers]))).toBe("StepTaken");
  });

  it("R36, R40 to a join that is right only above keeps the files apart once more", () => {
    const apart: Scene = { thing: { ...joined, joined: false } as CaseThing };
    const first = [...after({ thing: joined }, [objectToJoin, organisation])];
    const refusal = ask(apart, first, refused());
    const events = [...first, ...(refusal.ok ? refusal.value : [])];
    const appealed = [...events, ...okOf(ask({ thing: joined }, events, [take("appeal", { takenOn: day("2026-04-20") }), organisation]))];
    const review = (outcome: "granted" | "refused"): string => said(ask({ thing: joined }, appealed, [take("review", { outcome, takenOn: day("2026-04-21") }), above]));
    expect(review("granted")).toBe("StepTaken, FilesSeparated");
    expect(review("refused")).toBe("StepTaken");
  });
});

function okOf(outcome: ReturnType<typeof ask>): readonly EventDraft[] {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** The listing procedure with a removal that asks for everything. */
function listedSteps() {
  return [
    step("proposal", "proposal"), step("notice", "notice", { after: ["proposal"] }), step("service", "service", { after: ["notice"] }),
    step("defence", "defence", { by: "organisation", after: ["service"], within: { count: 5, unit: "workingDays", from: "service" } }), step("decision", "decision", { after: ["defence"] }),
    step("removal", "removal", { optional: true, states: ["reasons", "remedies"], superiorConsent: true, legalReview: true }),
  ];
}

describe("an application", () => {
  const now = { today: day("2027-12-01") };
  const apply: OpenCase = { ...objectToListing, purpose: "repair", openedOn: day("2027-03-16") };
  const plain = procedureOf("t:repair-procedure", "repair", [step("application", "application", { by: "organisation" }), step("decision", "decision", { after: ["application"] })]);
  const decide = (more: Partial<TakeStep> = {}, party = officers): Move => [take("decision", { outcome: "granted", statement: "corrected", takenOn: day("2027-03-20"), ...more }), party];

  it("R40 that is granted removes the listing by the way out that was named, with the day it was applied for", () => {
    const scene: Scene = { thing: listed, entries: [plain], ...now };
    expect(followed(scene, [apply, organisation], decide())).toEqual([{
      type: "ListingRemoved", body: { matter, listing: listingId, file, act: "repair", exit: "repair", appliedOn: "2027-03-16", removedOn: "2027-03-20", retroactive: false, reasons: "corrected", because: thisCase },
    }]);
    expect(followed(scene, [apply, organisation], decide({ outcome: "refused" }))).toEqual([]);
    expect(followed(scene, [apply, organisation], decide({ fromNowOn: true }))).toHaveLength(1);
    for (const act of ["performance", "release"] as const) {
      const ways = { ...list, exits: always([...exits.filter(({ act }) => act === "term"), exit("way", act)]) };
      expect(followed({ ...scene, entries: [plain, ways] }, [apply, organisation], decide())).toMatchObject([{ body: { act, exit: "way" } }]);
    }
  });

  it("R37 a way out the law does not know any more takes nothing off, and least of all as if it had never been", () => {
    const closed = { ...list, exits: always(exits.filter(({ act }) => act === "term")) };
    const events = after({ thing: listed, entries: [plain], ...now }, [apply, organisation]);
    expect(said(ask({ thing: listed, entries: [plain, closed], ...now }, events, decide()))).toBe("exit-not-in-law t:serious act=repair list=t:serious");
  });

  it("R40 that is granted repairs the record", () => {
    const rule = { kind: "repair" as const, id: lawId("t:repair"), names: { en: "Repair" }, basis: [], confidence: "high" as const, at: "test", covers: [penaltyType.id], anchor: "application" as const, milder: false, conditions: [], excluded: [], tiers: [{ id: "tier", names: { en: "Tier" }, endsByItself: false, documents: [], basis: [] }] };
    expect(followed({ entries: [plain, rule], ...now }, [{ ...apply, about: object.about }, organisation], decide())).toEqual([{ type: "RecordRepaired", body: { matter: thisCase, record: recordId, file, repairedOn: "2027-03-20", reasons: "corrected" } }]);
  });

  it("R40 for nothing on file brings nothing with it", () => {
    const promise = procedureOf("t:promise", "commitment", [step("letter", "commitment", { by: "organisation" }), step("decision", "decision", { after: ["letter"] })]);
    expect(followed({ thing: { kind: "organisation" }, entries: [promise] }, [{ ...object, about: { kind: "organisation" }, purpose: "commitment" }, organisation], granted())).toEqual([]);
  });

  it("R37 what an office takes back by itself falls, as the act it rested on", () => {
    const fell = procedureOf("t:fell", "removal", [step("revocation", "decision"), step("deletion", "removal", { after: ["revocation"], within: { count: 3, unit: "workingDays", from: "revocation" } })]);
    const begin: Move = [{ ...object, purpose: "removal" }, officers];
    const remove: Move = [take("deletion", { outcome: "granted" }), officers];
    expect(followed({ entries: [fell] }, begin, remove)).toMatchObject([{ type: "RecordCorrected", body: { annulled: true } }]);
    expect(followed({ thing: listed, entries: [fell] }, [{ ...objectToListing, purpose: "removal" }, officers], remove)).toMatchObject([{ type: "ListingRemoved", body: { act: "objection", retroactive: true } }]);
  });
});

describe("an appeal", () => {
  const about = { kind: "matter", matter: thisCase } as const;
  const appeal = (openedOn: string): Move => [{ ...object, matter: appealCase, about, purpose: "appeal", openedOn: day(openedOn) }, organisation];
  /** The office above runs the appeal as its own case. */
  const higher: Scene = { office: { file: superiorOffice, authority: lawId("t:market"), names: { en: "Market office" } } };
  const answer = (outcome: "granted" | "refused", takenOn: string, party = above): Move => [take("decision", { matter: appealCase, outcome, takenOn: day(takenOn), statement: "wrong from the start" }), party];

  it("R36 that is right makes the listing fall as if it had never been, by the power of the office that listed", () => {
    const scene: Scene = { ...higher, thing: { kind: "matter", decided } };
    const body = { matter, listing: listingId, file, act: "annulment", removedOn: "2026-05-20", retroactive: true, reasons: "wrong from the start", because: appealCase };
    expect(followed(scene, appeal("2026-05-01"), answer("granted", "2026-05-20"))).toEqual([{ type: "ListingRemoved", body }]);
    expect(followed(scene, appeal("2026-05-01"), answer("refused", "2026-05-20"))).toEqual([]);
    const council: Authority = { ...(authorityOf("t:council")), powers: [] };
    const under: Entry = { ...authorityOf("t:market"), superior: council.id };
    const top: Party = { kind: "office", actor: { office: superiorOffice, authority: council.id, level: "national", officers: ["X", "Y"] } };
    expect(followed({ ...scene, entries: [council, under] }, appeal("2026-05-01"), answer("granted", "2026-05-20", top))).toEqual([{ type: "ListingRemoved", body }]);
  });

  it("R36 that is right against what made no listing leaves nothing to fall; against what fell meanwhile it comes too late", () => {
    const reprimand = decidedOf(caseOf(matter, given([propose, notify, serve, { ...decideToList, outcome: "reprimanded" }])));
    expect(followed({ ...higher, thing: { kind: "matter", decided: reprimand } }, appeal("2026-05-01"), answer("granted", "2026-05-20"))).toEqual([]);
    const scene: Scene = { ...higher, thing: { kind: "matter", decided } };
    const events = after(scene, appeal("2026-05-01"));
    const fallen = { ...decided, removal: { matter, listing: listingId, file, act: "annulment", removedOn: day("2026-05-02"), retroactive: true, reasons: "x" } as const };
    expect(said(ask({ ...higher, thing: { kind: "matter", decided: fallen } }, events, answer("granted", "2026-05-20")))).toBe("already-done cases R9 removedOn=2026-05-02 act=annulment retroactive=true");
  });

  it("R18, R36 that is right annuls a listing also after it was removed from a day on", () => {
    const removal = { matter, listing: listingId, file, act: "repair", removedOn: day("2026-05-02"), retroactive: false, reasons: "x" } as const;
    expect(followed({ ...higher, thing: { kind: "matter", decided: { ...decided, removal } } }, appeal("2026-05-03"), answer("granted", "2026-05-20"))).toMatchObject([{ body: { act: "annulment", retroactive: true } }]);
    expect(followed({ thing: listingOf({ ...decided, removal }) }, [{ ...objectToListing, openedOn: day("2026-05-03") }, organisation], granted({ takenOn: day("2026-05-04") }))).toMatchObject([{ body: { act: "objection", retroactive: true } }]);
    const annulled = [...uptoListing, { type: "ListingRemoved", body: removal } as const, { type: "ListingRemoved", body: { ...removal, act: "annulment", retroactive: true } } as const];
    expect(caseOf(matter, annulled)).toMatchObject({ kind: "decided", unfit: [], removal: { act: "annulment", retroactive: true } });
  });

  it("R36 that is right does what the earlier case should have done, under its own matter", () => {
    const earlier = (scene: Scene, open: OpenCase): CaseThing => ({ kind: "matter", earlier: stateOf(after(scene, [open, organisation])), endedOn: day("2027-04-01"), granted: false, thing: scene.thing as Exclude<CaseThing, { kind: "matter" }> });
    const now = { today: day("2027-12-01") };
    const repair: OpenCase = { ...objectToListing, purpose: "repair", openedOn: day("2027-03-16") };
    expect(followed({ ...higher, ...now, thing: earlier({ thing: listed, ...now }, repair) }, appeal("2027-04-02"), answer("granted", "2027-04-20"))).toEqual([{
      type: "ListingRemoved", body: { matter, listing: listingId, file, act: "repair", exit: "repair", appliedOn: "2027-03-16", removedOn: "2027-04-20", retroactive: false, reasons: "wrong from the start", because: appealCase },
    }]);
    expect(followed({ ...higher, ...now, thing: earlier({ thing: recordOf() }, object) }, appeal("2027-04-02"), answer("granted", "2027-04-20"))).toMatchObject([{ type: "RecordCorrected", body: { matter: appealCase, annulled: true } }]);
    expect(followed({ ...higher, ...now, thing: earlier({ thing: joined }, objectToJoin) }, appeal("2027-04-02"), answer("granted", "2027-04-20"))).toMatchObject([{ type: "FilesSeparated", body: { matter: appealCase } }]);
  });

  it("R36 within the same procedure the office above decides the same thing", () => {
    const moves: readonly Move[] = [[objectToListing, organisation], refused(), [take("appeal", { takenOn: day("2026-04-20") }), organisation]];
    expect(followed({ thing: listed }, ...moves, [take("review", { outcome: "granted", takenOn: day("2026-04-21"), statement: "it was wrong" }), above])).toMatchObject([{ type: "ListingRemoved", body: { act: "objection", retroactive: true, because: thisCase } }]);
  });
});

function authorityOf(id: string): Authority {
  return { kind: "authority", id: lawId(id), names: { en: id }, basis: [], confidence: "high", at: "test", level: "national", powers: ["list"], aliases: [] };
}

describe("masks and stays", () => {
  const plan = procedureOf("t:plan", "objection", [
    step("objection", "objection", { by: "organisation" }), step("masking", "publication", { after: ["objection"], does: "mask" }), step("failure", "notification", { after: ["masking"], optional: true, does: "endStay" }), step("decision", "decision", { after: ["masking"] }),
    step("own", "report", { by: "organisation", after: ["objection"], optional: true, does: "mask" }),
  ], { covers: [penaltyType.id, list.id] });
  const mask: Move = [take("masking"), officers];

  it("R38 a mask begins and ends with the steps the law says", () => {
    const burden = { kind: "record", record: recordId };
    expect(followed({ entries: [plan] }, [object, organisation], mask)).toEqual([{ type: "EffectsStayed", body: { matter: thisCase, file, about: burden, mask: true, from: "2026-04-09", reasons: "masking" } }]);
    expect(followed({ entries: [plan] }, [object, organisation], mask, [take("failure"), officers])).toEqual([{ type: "StayEnded", body: { matter: thisCase, file, about: burden, endedOn: "2026-04-09", reasons: "failure" } }]);
    expect(followed({ entries: [plan], thing: listed }, [objectToListing, organisation], mask)).toMatchObject([{ body: { about: { kind: "listing", listing: listingId } } }]);
    expect(followed({ entries: [plan] }, [object, organisation], [take("own"), organisation])).toMatchObject([{ type: "EffectsStayed", body: { mask: true } }]);
    const [ended] = [after({ entries: [plan] }, [object, organisation], mask, [take("failure"), officers])];
    expect(stateOf(ended).stay).toBeUndefined();
  });

  it("R38 only a listing or a record can be masked", () => {
    const joinPlan = { ...plan, covers: [] };
    expect(followed({ entries: [{ ...joinPlan, id: lawId("t:objection") }], thing: joined }, [objectToJoin, organisation], mask)).toBe("wrong-party cases R38 about=join");
  });

  it("R38 what is stayed in an appeal is what the decision was about", () => {
    const earlier = stateOf(after({}, [object, organisation]));
    const found = (thing: CaseThing): unknown => burdenOf(thing);
    expect(found({ kind: "matter", earlier, endedOn: openedOn, granted: false, thing: recordOf() })).toEqual({ kind: "record", record: recordId });
    expect(found({ kind: "matter", decided })).toEqual({ kind: "listing", listing: listingId });
    const { listing: _, ...decision } = decided.decision;
    expect(found({ kind: "matter", decided: { ...decided, decision } })).toBeUndefined();
    expect([found(listed), found({ kind: "organisation" }), found(joined)]).toEqual([{ kind: "listing", listing: listingId }, undefined, undefined]);
  });

  it("R38 a stay or mask ends with the decision of the case", () => {
    const stay: Move = [{ type: "OrderStay", matter: thisCase, reason: "it would starve", from: openedOn }, officers];
    for (const move of [granted(), refused()]) expect(followed({}, [object, organisation], stay, move)).toContainEqual({ type: "StayEnded", body: { matter: thisCase, file, about: { kind: "record", record: recordId }, endedOn: "2026-04-09", reasons: "the case is decided" } });
    expect(followed({ entries: [plan] }, [object, organisation], mask, refused())).toMatchObject([{ type: "StayEnded" }]);
    const ending = procedureOf("t:plan", "objection", [step("objection", "objection", { by: "organisation" }), step("decision", "decision", { after: ["objection"], does: "endStay" })], { covers: [penaltyType.id] });
    expect(followed({ entries: [ending] }, [object, organisation], stay, refused())).toMatchObject([{ type: "StayEnded", body: { reasons: "decision" } }]);
    expect(followed({ entries: [ending] }, [object, organisation], refused())).toEqual([]);
  });
});
