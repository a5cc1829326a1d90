import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { Criterion } from "../../rules/index.ts";
import { caseOn } from "./answer-window.ts";
import { caseOf } from "./case-state.ts";
import { possibleCommands, type ListingCommand } from "./commands.ts";
import type { CaseRefusalCode } from "../refusals.ts";
import {
  actor, always, answer, calendar, consentingLaw, criterion, day, decidedOn, decideToList, entries, exit, exits, given, instrument, issuedOn, lawId, lawWith, list, listingId, matter, notify, otherMatter, ownList, procedure, propose,
  proposedOn, serve, servedOn, step, steps, uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, when, withSteps,
} from "../test-law.ts";

function refused(events: readonly EventDraft[], command: ListingCommand, code: CaseRefusalCode, citation: string, more: Parameters<typeof when>[2] = {}): string {
  const outcome = when(events, command, more);
  expect(outcome.ok ? outcome.value : { code: outcome.error.code, citation: outcome.error.citation }).toEqual({ code, citation });
  return outcome.ok ? "" : outcome.error.message;
}
function types(events: readonly EventDraft[]): readonly string[] {
  return events.map((event) => event.type);
}

describe("the law must be able to make a listing", () => {
  it("R6 a list the law does not know, or not on that day, or that another body keeps takes no proposal", () => {
    refused([], { ...propose, list: lawId("t:unknown") }, "list-unknown", "cases R6");
    refused([], propose, "list-not-in-force", "t:serious", { law: lawWith({ ...list, from: day("2026-04-01") }) });
    refused([], propose, "list-not-in-force", "t:serious", { law: lawWith({ ...list, until: proposedOn }) });
    refused([], propose, "list-not-kept", "t:serious", { law: lawWith({ ...list, holds: "reported" }) });
    expect(when([], propose, { law: lawWith({ ...list, from: proposedOn }) }).ok).toBe(true);
  });

  it("R6 without procedure, basis, End or way out in the law nobody is even proposed", () => {
    refused([], propose, "no-procedure", "t:serious", { law: lawWith(procedure.id) });
    refused([], propose, "no-procedure", "t:listing", { law: lawWith({ ...procedure, until: proposedOn }) });
    refused([], propose, "no-basis", "t:serious", { law: lawWith({ ...list, basis: [] }) });
    refused([], propose, "no-basis", "t:serious", { law: lawWith({ ...instrument, until: proposedOn }) });
    refused([], propose, "no-end", "t:serious", { law: lawWith({ ...list, end: [] }) });
    refused([], propose, "no-end", "t:serious", { law: lawWith({ ...list, end: always({ kind: "notStated" }) }) });
    refused([], propose, "no-exit", "t:serious", { law: lawWith({ ...list, exits: [] }) });
  });

  it.each(["notice", "service", "defence", "decision"])("R6 a procedure without %s makes no listing", (kind) => {
    refused([], propose, "procedure-incomplete", "t:listing", { law: lawWith({ ...procedure, steps: always(steps.filter((each) => each.kind !== kind)) }) });
  });

  it("R6 a procedure that gives no time to answer makes no listing", () => {
    refused([], propose, "procedure-incomplete", "t:listing", { law: lawWith(withSteps(step("defence", "defence", { by: "organisation" }))) });
  });

  it("R6 where the law of the day of the act governs, that day must be stated", () => {
    refused([], propose, "day-of-act-unknown", "t:listing", { law: lawWith({ ...procedure, anchor: "act" }) });
    expect(when([], { ...propose, actedOn: day("2025-06-01") }, { law: lawWith({ ...procedure, anchor: "act" }) }).ok).toBe(true);
  });

  it("R6 a case begun under the old procedure stays under it where the law counts from its beginning", () => {
    const longer = steps.map((each) => (each.kind === "defence" ? { ...each, within: { count: 30, unit: "days" as const, from: "service" } } : each));
    const changing = { ...procedure, steps: [{ until: day("2026-03-05"), value: steps, basis: [] }, { from: day("2026-03-05"), value: longer, basis: [] }] };
    expect(when(uptoService, decideToList, { law: lawWith(changing) }).ok).toBe(true);
    refused(uptoService, decideToList, "answer-window-open", "t:listing#defence", { law: lawWith({ ...changing, anchor: "decision" }) });
  });
});

describe("who may act", () => {
  it("R7 only the list's owner or an authority below it, with the power to list, takes a step", () => {
    for (const authority of ["t:tax", "t:market-desk", "t:council", "t:unknown"]) {
      const message = refused([], propose, "wrong-authority", "cases R7", { actor: { ...actor, authority: lawId(authority) } });
      expect(message).toContain("`t:market`");
    }
    expect(when([], propose, { actor: { ...actor, authority: lawId("t:market") } }).ok).toBe(true);
  });

  it("R7 every later step asks the same", () => {
    const other = { actor: { ...actor, authority: lawId("t:tax") } };
    refused(uptoProposal, notify, "wrong-authority", "cases R7", other);
    refused(uptoNotice, serve, "wrong-authority", "cases R7", other);
    refused(uptoService, answer, "wrong-authority", "cases R7", other);
    refused(uptoAnswer, decideToList, "wrong-authority", "cases R7", other);
    refused(uptoProposal, { type: "WithdrawProposal", matter, reason: "unfounded" }, "wrong-authority", "cases R7", other);
  });
});

describe("the order of steps", () => {
  it("R8 the steps follow one another to a listing", () => {
    expect(types(uptoListing)).toEqual(["ListingProposed", "NoticeIssued", "NoticeServed", "ListingDecided"]);
    expect(types(given([propose, notify, serve, answer, decideToList]))).toEqual(["ListingProposed", "NoticeIssued", "NoticeServed", "DefenceReceived", "ListingDecided"]);
  });

  it("R8 a step that is skipped is named with what is possible instead", () => {
    refused([], notify, "step-skipped", "cases R8");
    expect(refused(uptoProposal, serve, "step-skipped", "t:listing#service")).toContain("`IssueNotice`");
    refused(uptoProposal, answer, "step-skipped", "t:listing#defence");
    refused(uptoNotice, answer, "step-skipped", "t:listing#defence");
    expect(refused(uptoProposal, decideToList, "step-skipped", "t:listing#decision")).toContain("`IssueNotice`");
    expect(refused(uptoNotice, decideToList, "step-skipped", "t:listing#decision")).toContain("`RecordService`");
  });

  it("R8 a step the law puts in between, and nobody has taken, holds up what comes after it", () => {
    const heard = withSteps(step("review", "review"), { ...step("decision", "decision", { after: ["defence", "review"], outcomes: ["listed"] }) });
    expect(refused(uptoAnswer, decideToList, "step-skipped", "t:listing#decision", { law: lawWith(heard) })).toContain("`review`");
    const optional = withSteps(step("review", "review", { optional: true }), step("decision", "decision", { after: ["defence", "review"], outcomes: ["listed"] }));
    expect(when(uptoAnswer, decideToList, { law: lawWith(optional) }).ok).toBe(true);
  });

  it("R9 no step is taken twice", () => {
    refused(uptoProposal, propose, "already-done", "cases R9");
    refused(uptoNotice, notify, "already-done", "t:listing#notice");
    refused(uptoService, serve, "already-done", "t:listing#service");
    refused(uptoAnswer, answer, "already-done", "t:listing#defence");
  });

  it("R9 a closed case takes no step", () => {
    const withdrawn = given([propose, { type: "WithdrawProposal", matter, reason: "unfounded" }]);
    for (const command of [notify, serve, answer, decideToList]) {
      refused(withdrawn, command, "case-closed", "cases R9");
      refused(uptoListing, command, "case-closed", "cases R9");
    }
    expect(possibleCommands(caseOf(matter, withdrawn))).toEqual([]);
  });

  it("R9 a proposal is withdrawn, with a reason, at any time before the decision", () => {
    for (const events of [uptoProposal, uptoNotice, uptoService, uptoAnswer]) expect(when(events, { type: "WithdrawProposal", matter, reason: "unfounded" }).ok).toBe(true);
    refused(uptoNotice, { type: "WithdrawProposal", matter, reason: " " }, "statement-missing", "cases R9");
    refused(uptoListing, { type: "WithdrawProposal", matter, reason: "unfounded" }, "case-closed", "cases R9");
  });
});

describe("proposal", () => {
  it("R10 a criterion that holds proposes; one that does not, is unknown or foreign does not", () => {
    const [event] = uptoProposal;
    expect(event).toMatchObject({ type: "ListingProposed", body: { criteria: ["heavy-penalty"], authority: "t:market-city", proposedOn, formalities: { officers: 2 } } });
    for (const holds of [false, "unknown"] as const) refused([], { ...propose, criteria: [{ id: "heavy-penalty", holds }] }, "criteria-not-met", "t:serious");
    refused([], { ...propose, criteria: [{ id: "another", holds: true }] }, "criteria-not-met", "t:serious");
    refused([], { ...propose, criteria: [] }, "criteria-not-met", "t:serious");
  });

  it("R10 what the law itself presumes holds; what is unknown is left out of the decision, never stated as false", () => {
    const criteria = [{ id: "heavy-penalty", holds: "presumed" }, { id: "part", holds: "unknown" }, { id: "other", holds: false }] as const;
    expect(when([], { ...propose, criteria })).toMatchObject({ ok: true, value: [{ body: { criteria: ["heavy-penalty"] } }] });
    const outcome = when(uptoAnswer, { ...decideToList, criteria });
    expect(outcome.ok && outcome.value[0]?.body).toMatchObject({ criteria: [{ id: "heavy-penalty", holds: true, records: [] }, { id: "other", holds: false, records: [] }] });
  });

  it("R10 a criterion without an id of its own holds by its parts", () => {
    const part = (id: string): Criterion => ({ kind: "listed", id, names: { en: id }, lists: [ownList], count: 1, basis: [] });
    const tree = { kind: "exceptions" as const, rule: { kind: "all" as const, of: [part("a"), { kind: "atLeast" as const, count: 1, of: [part("b"), part("c")] }] }, unless: [part("d")] };
    const law = lawWith({ ...list, criteria: always([tree]) });
    const results = (...ids: readonly string[]): readonly { readonly id: string; readonly holds: boolean }[] => ["a", "b", "c", "d"].map((id) => ({ id, holds: ids.includes(id) }));
    expect(when([], { ...propose, criteria: results("a", "c") }, { law }).ok).toBe(true);
    refused([], { ...propose, criteria: results("a") }, "criteria-not-met", "t:serious", { law });
    refused([], { ...propose, criteria: results("a", "b", "d") }, "criteria-not-met", "t:serious", { law });
    refused([], { ...propose, criteria: results("a", "b").slice(0, 3) }, "criteria-not-met", "t:serious", { law });
  });

  it("R10 the version of the criteria that governs is that of the list's anchor", () => {
    const later = lawWith({ ...list, criteria: [{ until: proposedOn, value: [{ ...criterion, id: "old" }], basis: [] }, { from: proposedOn, value: [criterion], basis: [] }] });
    expect(when([], propose, { law: later }).ok).toBe(true);
    refused([], { ...propose, criteria: [{ id: "old", holds: true }] }, "criteria-not-met", "t:serious", { law: later });
  });
});

describe("notice", () => {
  it("R11 a notice states facts, basis, consequences and the time to answer", () => {
    expect(uptoNotice.at(-1)).toMatchObject({ type: "NoticeIssued", body: { answerDays: 5, answerUnit: "workingDays", basis: [{ instrument: "t:statute" }], consequences: ["t:no-bidding"] } });
    refused(uptoProposal, { ...notify, facts: "  " }, "statement-missing", "t:listing#notice");
    expect(refused(uptoProposal, { ...notify, consequences: [] }, "statement-missing", "t:listing#notice")).toContain("`consequences`");
    refused(uptoProposal, { ...notify, consequences: [lawId("t:invented")] }, "consequence-unknown", "cases R11");
  });

  it("R11 a notice without a basis the law knows, or with none of the list's own, is refused", () => {
    refused(uptoProposal, { ...notify, basis: [] }, "no-basis", "cases R11");
    refused(uptoProposal, { ...notify, basis: [{ instrument: lawId("t:rumour") }] }, "no-basis", "cases R11");
    const traffic = { ...instrument, id: lawId("t:traffic-law") };
    refused(uptoProposal, { ...notify, basis: [{ instrument: traffic.id }] }, "no-basis", "t:serious", { law: lawWith(traffic) });
  });

  it("R11 a basis no longer in force carries nothing", () => {
    refused(uptoProposal, notify, "no-basis", "t:serious", { law: lawWith({ ...instrument, until: issuedOn }) });
    const two = { ...list, basis: [...list.basis, { instrument: lawId("t:newer"), confidence: "high" as const }] };
    const message = refused(uptoProposal, notify, "no-basis", "cases R11", { law: lawWith(two, { ...instrument, until: issuedOn }, { ...instrument, id: lawId("t:newer") }) });
    expect(message).toContain("`t:newer`");
  });

  it("R11 a word of the law that no field carries is stated under that word", () => {
    const law = lawWith(withSteps(step("notice", "notice", { states: ["Right to a hearing"] })));
    refused(uptoProposal, notify, "statement-missing", "t:listing#notice", { law });
    expect(when(uptoProposal, { ...notify, statements: { "right-to-a-hearing": "within five days" } }, { law })).toMatchObject({ ok: true, value: [{ body: { statements: { "right-to-a-hearing": "within five days" } } }] });
  });

  it("R11 more time to answer than the law's may be given, never less and never in another unit", () => {
    expect(when(uptoProposal, { ...notify, answer: { count: 7, unit: "workingDays" } }).ok).toBe(true);
    refused(uptoProposal, { ...notify, answer: { count: 4, unit: "workingDays" } }, "answer-time-too-short", "t:listing#defence");
    refused(uptoProposal, { ...notify, answer: { count: 30, unit: "days" } }, "answer-time-too-short", "t:listing#defence");
  });
});

describe("service", () => {
  it("R12 service starts the time to answer", () => {
    expect(uptoService.at(-1)).toEqual({ type: "NoticeServed", body: { matter, file: propose.file, means: "registered letter", servedOn, substitute: false, answerUntil: "2026-03-14", provisional: false } });
  });

  it("R12 where service fails the law's substitute takes its place; where it knows none, there is no service", () => {
    expect(when(uptoNotice, { ...serve, failed: true })).toMatchObject({ ok: true, value: [{ body: { substitute: true, means: "public announcement", failedMeans: "registered letter" } }] });
    refused(uptoNotice, { ...serve, failed: true }, "no-substitute", "t:listing#service", { law: lawWith(withSteps(step("service", "service"))) });
    refused(uptoNotice, { ...serve, means: "" }, "statement-missing", "t:listing#service");
  });
});

describe("time to answer", () => {
  it("R13 a decision without an answer waits for the end of the window", () => {
    const message = refused(uptoService, { ...decideToList, decidedOn: day("2026-03-13") }, "answer-window-open", "t:listing#defence");
    expect(message).toContain("2026-03-14");
    expect(message).toContain("`ReceiveDefence`");
    expect(when(uptoService, { ...decideToList, decidedOn: day("2026-03-14"), legalReview: { on: day("2026-03-13") } }).ok).toBe(true);
  });

  it("R13 the time the notice gave counts where it is more than the law's", () => {
    const generous = given([propose, { ...notify, answer: { count: 20, unit: "workingDays" } }, serve]);
    refused(generous, decideToList, "answer-window-open", "t:listing#defence");
  });

  it("R13 an answer may be decided on at once, and an organisation may answer until the decision", () => {
    const early = { ...decideToList, decidedOn: addDays(servedOn, 3), legalReview: { on: servedOn } };
    expect(when(uptoAnswer, early).ok).toBe(true);
    expect(when(uptoService, { ...answer, receivedOn: day("2026-06-01") }).ok).toBe(true);
    expect(when(uptoAnswer, { ...answer, statement: "and the invoices" }).ok).toBe(true);
    refused(uptoService, { ...answer, statement: "" }, "statement-missing", "t:listing#defence");
  });

  it("R13 a served case falls silent on the first day after the window, never before", () => {
    const [defence] = steps.flatMap((each) => (each.kind === "defence" && each.within !== undefined ? [{ ...each, within: each.within }] : []));
    if (defence === undefined) throw new Error("assertion failed: the test law gives time to answer");
    const served = caseOf(matter, uptoService);
    expect(caseOn(served, defence, { calendar }, day("2026-03-13")).kind).toBe("served");
    expect(caseOn(served, defence, { calendar }, day("2026-03-14"))).toMatchObject({ kind: "silent", since: "2026-03-14" });
    expect(caseOn(caseOf(matter, uptoAnswer), defence, { calendar }, day("2026-12-01")).kind).toBe("answered");
  });

  it("R13 a suspended clock keeps the window open", () => {
    refused(uptoService, decideToList, "answer-window-open", "t:listing#defence", { suspensions: [{ from: servedOn, until: day("2026-03-14") }] });
  });

  it("R13 a window that leaves the published calendars is provisional", () => {
    const outcome = when(uptoNotice, { ...serve, servedOn: day("2026-11-30") }, { calendar: { ...calendar, years: new Set([2025]) } });
    expect(outcome).toMatchObject({ ok: true, value: [{ body: { provisional: true, answerUntil: "2026-12-08" } }] });
  });
});

describe("formalities", () => {
  it("R14 too few officers, or one counted twice, take no step", () => {
    refused([], propose, "too-few-officers", "t:listing#proposal", { actor: { ...actor, officers: ["A"] } });
    refused([], propose, "too-few-officers", "t:listing#proposal", { actor: { ...actor, officers: ["A", "A"] } });
    refused(uptoAnswer, decideToList, "too-few-officers", "t:listing#decision", { actor: { ...actor, officers: [] } });
  });

  it("R14 service asks for its officers as any other step does", () => {
    const law = lawWith(withSteps(step("service", "service", { officers: 2 })));
    expect(when(uptoNotice, serve, { law }).ok).toBe(true);
    refused(uptoNotice, serve, "too-few-officers", "t:listing#service", { law, actor: { ...actor, officers: ["A"] } });
  });

  it("R14 an office at the top of its order has nobody to ask", () => {
    const { superior: _, ...top } = actor;
    expect(when(uptoAnswer, decideToList, { law: consentingLaw, actor: { ...top, authority: lawId("t:market"), level: "national" } }).ok).toBe(true);
  });

  it("R14 a legal review the step asks for is made before the decision", () => {
    const { legalReview: _, ...without } = decideToList;
    refused(uptoAnswer, without, "review-missing", "t:listing#decision");
    refused(uptoAnswer, { ...without, legalReview: { on: addDays(decidedOn, 1) } }, "review-missing", "t:listing#decision");
  });
});

describe("days", () => {
  it("R15 no step lies before the one it follows, and none lies ahead", () => {
    refused([], { ...propose, proposedOn: day("2027-01-01") }, "days-out-of-order", "cases R15");
    refused([], { ...propose, actedOn: addDays(proposedOn, 1) }, "days-out-of-order", "cases R15");
    refused(uptoProposal, { ...notify, issuedOn: addDays(proposedOn, -1) }, "days-out-of-order", "cases R15");
    refused(uptoNotice, { ...serve, servedOn: addDays(issuedOn, -1) }, "days-out-of-order", "cases R15");
    refused(uptoService, { ...answer, receivedOn: addDays(servedOn, -1) }, "days-out-of-order", "cases R15");
    refused(uptoAnswer, { ...decideToList, decidedOn: servedOn }, "days-out-of-order", "cases R15");
    refused(uptoService, { type: "WithdrawProposal", matter, reason: "unfounded", withdrawnOn: issuedOn }, "days-out-of-order", "cases R15");
  });

  it("R15 effect follows decision, and publication effect", () => {
    refused(uptoAnswer, { ...decideToList, effectiveFrom: addDays(decidedOn, -1) }, "days-out-of-order", "cases R15");
    refused(uptoAnswer, { ...decideToList, effectiveFrom: addDays(decidedOn, 5), publishedFrom: addDays(decidedOn, 4) }, "days-out-of-order", "cases R15");
    expect(when(uptoAnswer, { ...decideToList, effectiveFrom: addDays(decidedOn, 5), publishedFrom: addDays(decidedOn, 9) })).toMatchObject({ ok: true, value: [{ body: { effectiveFrom: "2026-03-21", publishedFrom: "2026-03-25" } }] });
  });
});

describe("decision", () => {
  it("R16 a decision to list carries basis, End, ways out and publication", () => {
    expect(uptoListing.at(-1)).toMatchObject({
      type: "ListingDecided",
      body: { outcome: "listed", listing: listingId, authority: "t:market-city", decidedOn, effectiveFrom: decidedOn, publishedFrom: decidedOn, end: { kind: "fixed", until: "2029-03-16" }, exits: ["term", "repair"], formalities: { officers: 2, legalReview: { on: addDays(decidedOn, -2) } } },
    });
  });

  it("R16 reasons, basis, remedies and an outcome of the law are needed", () => {
    refused(uptoAnswer, { ...decideToList, reasons: "" }, "statement-missing", "t:listing#decision");
    refused(uptoAnswer, { ...decideToList, basis: [] }, "no-basis", "cases R11");
    refused(uptoAnswer, { ...decideToList, statements: {} }, "statement-missing", "t:listing#decision");
    refused(uptoAnswer, { ...decideToList, statements: { remedies: " " } }, "statement-missing", "t:listing#decision");
    refused(uptoAnswer, decideToList, "outcome-not-in-law", "t:listing#decision", { law: lawWith(withSteps(step("decision", "decision", { outcomes: ["reprimanded"] }))) });
  });

  it("R16 a listing needs a criterion that still holds; a reprimand does not", () => {
    refused(uptoAnswer, { ...decideToList, criteria: [{ id: "heavy-penalty", holds: false }] }, "criteria-not-met", "t:serious");
    const reprimand = when(uptoAnswer, { ...decideToList, outcome: "reprimanded", criteria: [] });
    expect(reprimand).toMatchObject({ ok: true, value: [{ body: { outcome: "reprimanded", exits: [] } }] });
    expect(JSON.stringify(reprimand)).not.toContain("\"listing\"");
  });

  it("R16 a conditional decision states its conditions", () => {
    refused(uptoAnswer, { ...decideToList, outcome: "conditional" }, "statement-missing", "t:listing#decision");
    expect(when(uptoAnswer, { ...decideToList, outcome: "conditional", conditions: ["a compliance programme"] }).ok).toBe(true);
  });

  it("R16 a decision stays within the list's regions and its publication within the law", () => {
    const local = { ...list, regions: ["990100"] };
    refused(uptoAnswer, { ...decideToList, regions: ["990200"] }, "region-outside-list", "t:serious", { law: lawWith(local) });
    expect(when(uptoAnswer, decideToList, { law: lawWith(local) })).toMatchObject({ ok: true, value: [{ body: { regions: ["990100"] } }] });
    refused(uptoAnswer, { ...decideToList, publishedFrom: decidedOn }, "list-not-published", "t:serious", { law: lawWith({ ...list, published: false }) });
    expect(JSON.stringify(when(uptoAnswer, decideToList, { law: lawWith({ ...list, published: false }) }))).not.toContain("publishedFrom");
  });

  it("R16 law that is gone on the day of the decision makes no listing, however far the case had come", () => {
    refused(uptoAnswer, decideToList, "list-not-in-force", "t:serious", { law: lawWith({ ...list, until: decidedOn }) });
    refused(uptoAnswer, decideToList, "no-end", "t:serious", { law: lawWith({ ...list, end: [{ until: decidedOn, value: { kind: "fixed", years: 3, from: "decision" }, basis: [] }] }) });
    refused(uptoAnswer, decideToList, "no-exit", "t:serious", { law: lawWith({ ...list, exits: [{ until: decidedOn, value: exits, basis: [] }] }) });
  });
});

describe("removal", () => {
  const remove = { type: "RemoveListing", matter, act: "repair", reasons: "corrected", removedOn: day("2027-03-16") } as const;
  const today = { today: day("2031-01-01") };

  it("R18 a listing is removed by a way out the law knows, from the day it opens", () => {
    expect(when(uptoListing, remove, today)).toMatchObject({ ok: true, value: [{ type: "ListingRemoved", body: { listing: listingId, act: "repair", removedOn: "2027-03-16", retroactive: false } }] });
    expect(refused(uptoListing, { ...remove, removedOn: day("2027-03-15") }, "exit-not-open", "t:serious", today)).toContain("2027-03-16");
    expect(refused(uptoListing, { ...remove, act: "performance" }, "exit-not-in-law", "t:serious", today)).toContain("`repair`");
    refused(uptoListing, { ...remove, removedOn: addDays(decidedOn, -1) }, "days-out-of-order", "cases R15", today);
    refused(uptoListing, { ...remove, reasons: "" }, "statement-missing", "cases R18", today);
    refused(uptoListing, remove, "too-few-officers", "t:listing#removal", { ...today, actor: { ...actor, officers: ["A"] } });
  });

  it("R18 where the law knows several ways out by one act, the removal names its own", () => {
    const law = lawWith({ ...list, exits: always([exit("minor", "repair", { earliestMonths: 3 }), exit("grave", "repair", { earliestMonths: 12 })]) });
    expect(refused(uptoListing, { ...remove, removedOn: day("2026-07-01") }, "exit-not-named", "t:serious", { ...today, law })).toContain("`grave`");
    expect(when(uptoListing, { ...remove, exit: "minor", removedOn: day("2026-07-01") }, { ...today, law })).toMatchObject({ ok: true, value: [{ body: { exit: "minor" } }] });
    refused(uptoListing, { ...remove, exit: "grave", removedOn: day("2026-07-01") }, "exit-not-open", "t:serious", { ...today, law });
  });

  it("R18 what is wrong is annulled at any time, as if it had never been; what was right ends from its day", () => {
    const annul = { ...remove, act: "annulment", removedOn: decidedOn } as const;
    expect(when(uptoListing, annul, today)).toMatchObject({ ok: true, value: [{ body: { retroactive: true } }] });
    expect(when(uptoListing, { ...annul, removedOn: day("2030-01-01") }, today).ok).toBe(true);
    expect(when(uptoListing, { ...annul, act: "objection" }, today)).toMatchObject({ ok: true, value: [{ body: { retroactive: false } }] });
    refused(uptoListing, { ...remove, retroactive: true }, "not-retroactive", "cases R18", today);
  });

  it("R18 nothing is removed twice, after its term, or where nobody was listed", () => {
    const removal = when(uptoListing, remove, today);
    if (!removal.ok) throw new Error(removal.error.message);
    refused([...uptoListing, ...removal.value], remove, "already-done", "cases R9", today);
    refused(uptoListing, { ...remove, removedOn: day("2029-03-16") }, "case-closed", "cases R18", today);
    refused(uptoAnswer, remove, "step-skipped", "cases R18", today);
    refused(given([propose, notify, serve, answer, { ...decideToList, outcome: "noAction" }]), remove, "case-closed", "cases R18", today);
  });

  it("R7 another authority removes nothing; the exit's own may, and a superior may annul", () => {
    const tax = { ...today, actor: { ...actor, authority: lawId("t:tax") } };
    refused(uptoListing, remove, "wrong-authority", "cases R7", tax);
    const named = lawWith({ ...list, exits: always([exit("repair", "repair", { by: lawId("t:tax") })]) });
    expect(when(uptoListing, remove, { ...tax, law: named }).ok).toBe(true);
    const market = entries.flatMap((entry) => (entry.kind === "authority" && entry.id === "t:market" ? [{ ...entry, superior: lawId("t:council") }] : []));
    const council = { ...today, law: lawWith(...market), actor: { ...actor, authority: lawId("t:council") } };
    expect(when(uptoListing, { ...remove, act: "annulment" }, council).ok).toBe(true);
    refused(uptoListing, remove, "wrong-authority", "cases R7", council);
  });
});

describe("other matters and broken histories", () => {
  it("R19 a command about another matter is refused", () => {
    refused(uptoProposal, { ...notify, matter: otherMatter }, "other-matter", "cases R19");
  });

  it("R19 an event no step could have produced stops the case", () => {
    const [decision] = uptoListing.slice(-1);
    if (decision === undefined) throw new Error("assertion failed: the listing was decided");
    const broken = [...uptoProposal, decision];
    expect(caseOf(matter, broken)).toMatchObject({ kind: "proposed", unfit: ["ListingDecided on a proposed case"] });
    refused(broken, notify, "history-broken", "cases R19");
  });

  it("R19 the removal of the case's listing counts without naming the matter, another listing's does not", () => {
    const removal = { type: "ListingRemoved", body: { matter: null, listing: listingId, file: propose.file, act: "release", removedOn: day("2027-01-01"), retroactive: false, reasons: "released" } } as const;
    expect(caseOf(matter, [...uptoListing, removal])).toMatchObject({ kind: "decided", removal: { act: "release" } });
    expect(caseOf(matter, [...uptoAnswer, removal])).toEqual(caseOf(matter, uptoAnswer));
  });
});
