// What the listing procedure says when it refuses: the code, what it cites, and the facts a desk or a letter needs to go on.
import { describe, expect, it } from "vitest";
import { addDays, parseAttachmentId, parseDigest, present } from "../../terms/index.ts";
import type { Criterion, List } from "../../rules/index.ts";
import { said } from "../test-procedures.ts";
import {
  actor, always, answer, calendar, criterion, day, decidedOn, decideToList, exit, exits, file, given, instrument, issuedOn, lawId, lawWith, list, matter, notify, otherMatter, procedure, propose, proposedOn, serve, servedOn, step, steps,
  superiorOffice, uptoAnswer, uptoListing, uptoNotice, uptoProposal, uptoService, when, withSteps,
} from "../test-law.ts";

const [attachmentId, digest] = [parseAttachmentId("attachment-1"), parseDigest(`sha256:${"0a".repeat(32)}`)];
const invoice = { id: present(attachmentId.ok ? attachmentId.value : undefined, "an id"), name: "invoice.pdf", mediaType: "application/pdf", bytes: 3, digest: present(digest.ok ? digest.value : undefined, "a digest") };
const withdraw = { type: "WithdrawProposal" as const, matter, reason: "unfounded", withdrawnOn: decidedOn };
const on = (change: Partial<List>): { readonly law: ReturnType<typeof lawWith> } => ({ law: lawWith({ ...list, ...change }) });

describe("a refusal names what it is about", () => {
  it("R9 the matter, the step, the state", () => {
    expect(said(when(uptoProposal, propose))).toBe("already-done cases R9 matter=matter-1");
    expect(said(when([], notify))).toBe("step-skipped cases R8 step=IssueNotice");
    expect(said(when(uptoProposal, { ...notify, matter: otherMatter }))).toBe("other-matter cases R19 matter=matter-1 asked=matter-2 command=IssueNotice");
    expect(said(when(uptoListing, withdraw))).toBe("case-closed cases R9 state=decided");
    expect(said(when([...uptoProposal, ...uptoService.slice(2)], notify))).toBe("history-broken cases R19 event=NoticeServed on a proposed case");
    expect(said(when(uptoAnswer, { ...answer, receivedOn: decidedOn }))).toBe("already-done t:listing#defence step=defence");
  });

  it("R6 the list and the day", () => {
    expect(said(when([], { ...propose, list: lawId("t:unknown") }))).toBe("list-unknown cases R6 list=t:unknown on=2026-03-02");
    expect(said(when([], propose, on({ from: day("2026-04-01") })))).toBe("list-not-in-force t:serious list=t:serious on=2026-03-02");
    expect(said(when([], propose, on({ holds: "reported" })))).toBe("list-not-kept t:serious list=t:serious");
    expect(said(when([], propose, on({ basis: [] })))).toBe("no-basis t:serious list=t:serious on=2026-03-02");
    expect(said(when([], propose, { law: lawWith(procedure.id) }))).toBe("no-procedure t:serious list=t:serious");
    const { procedure: _, ...without } = list;
    expect(said(when([], propose, { law: lawWith(without) }))).toBe("no-procedure t:serious list=t:serious");
    expect(said(when([], propose, { law: lawWith({ ...procedure, until: proposedOn }) }))).toBe("no-procedure t:listing list=t:serious on=2026-03-02 procedure=t:listing");
    expect(said(when([], propose, { law: lawWith({ ...procedure, steps: always(steps.filter((each) => each.kind !== "service")) }) }))).toBe("procedure-incomplete t:listing lacking=service procedure=t:listing");
    expect(said(when([], propose, on({ end: always({ kind: "notStated" }) })))).toBe("no-end t:serious governingDay=2026-03-02 list=t:serious");
    expect(said(when([], propose, on({ exits: [] })))).toBe("no-exit t:serious list=t:serious");
  });

  it("R10 the criteria the list has", () => {
    const none = when([], { ...propose, criteria: [] });
    expect(said(none)).toBe("criteria-not-met t:serious list=t:serious governingDay=2026-03-02");
    expect(none).toMatchObject({ error: { message: expect.stringContaining("(its criteria: `heavy-penalty`)") } });
    const nameless: Criterion = { kind: "any", names: { en: "nothing" }, of: [] };
    for (const criteria of [[], always([nameless])]) expect(when([], propose, on({ criteria }))).toMatchObject({ error: { code: "criteria-not-met", message: expect.stringContaining("holds on what is on file: hand in") } });
    const nested = when([], { ...propose, criteria: [] }, on({ criteria: always([{ kind: "any", id: "either", names: { en: "either" }, of: [criterion, nameless] }]) }));
    expect(nested).toMatchObject({ error: { message: expect.stringContaining("(its criteria: `either`, `heavy-penalty`)") } });
  });

  it("R11 the time the law gives, and the instrument that is none", () => {
    expect(said(when(uptoProposal, { ...notify, answer: { count: 4, unit: "workingDays" } }))).toBe("answer-time-too-short t:listing#defence count=5 unit=workingDays given=4 givenUnit=workingDays");
    expect(said(when(uptoProposal, { ...notify, basis: [{ instrument: lawId("t:old") }] }, { law: lawWith({ ...instrument, id: lawId("t:old"), until: day("2026-01-01") }) }))).toBe("no-basis cases R11 instrument=t:old on=2026-03-04");
  });

  it("R12 the means that failed", () => {
    const { substitute: _, ...bare } = step("service", "service", { after: ["notice"] });
    expect(said(when(uptoNotice, { ...serve, failed: true }, { law: lawWith(withSteps(bare)) }))).toBe("no-substitute t:listing#service means=registered letter");
  });

  it("R13 the day from which there may be a decision", () => {
    expect(said(when(uptoService, { ...decideToList, decidedOn: day("2026-03-13") }))).toBe("answer-window-open t:listing#defence until=2026-03-14 provisional=false lastDay=2026-03-13");
    expect(said(when(uptoService, { ...decideToList, decidedOn: day("2026-03-13") }, { calendar: { ...calendar, years: new Set<number>() } }))).toBe("answer-window-open t:listing#defence until=2026-03-14 provisional=true lastDay=2026-03-13");
  });

  it("R15 the days that run backwards", () => {
    expect(said(when(uptoService, { ...decideToList, effectiveFrom: addDays(decidedOn, -1), publishedFrom: decidedOn }))).toBe("days-out-of-order cases R15 decidedOn=2026-03-16 effectiveFrom=2026-03-15 publishedFrom=2026-03-16");
    expect(said(when(uptoService, { ...decideToList, publishedFrom: addDays(decidedOn, -1) }))).toBe("days-out-of-order cases R15 decidedOn=2026-03-16 effectiveFrom=2026-03-16 publishedFrom=2026-03-15");
    expect(said(when(uptoService, { ...decideToList, effectiveFrom: addDays(decidedOn, 2), publishedFrom: addDays(decidedOn, 1), outcome: "reprimanded" }))).toBe("days-out-of-order cases R15 decidedOn=2026-03-16 effectiveFrom=2026-03-18 publishedFrom=2026-03-17");
    expect(said(when(uptoService, { ...decideToList, effectiveFrom: addDays(decidedOn, -1), publishedFrom: decidedOn, outcome: "reprimanded" }))).toContain("days-out-of-order");
  });

  it("R16 the outcome, the region, the list that is not published, what is missing", () => {
    const narrow = { law: lawWith(withSteps({ ...(steps[4] ?? step("decision", "decision")), outcomes: ["noAction", "reprimanded"] })) };
    const outcome = when(uptoService, decideToList, narrow);
    expect(said(outcome)).toBe("outcome-not-in-law t:listing#decision outcome=listed");
    expect(outcome).toMatchObject({ error: { message: expect.stringContaining("it is one of `noAction`, `reprimanded`") } });
    expect(said(when(uptoService, { ...decideToList, outcome: "conditional" }))).toBe("statement-missing t:listing#decision missing=conditions");
    expect(said(when(uptoService, { ...decideToList, regions: ["110000"] }, on({ regions: ["420000"] })))).toBe("region-outside-list t:serious region=110000 list=t:serious");
    expect(said(when(uptoService, { ...decideToList, regions: ["420000"] }, on({ regions: ["420000"] })))).toBe("ListingDecided");
    expect(said(when(uptoService, { ...decideToList, regions: ["110000"] }))).toBe("ListingDecided");
    expect(said(when(uptoService, { ...decideToList, publishedFrom: decidedOn }, on({ published: false })))).toBe("list-not-published t:serious list=t:serious");
    expect(said(when(uptoNotice, { ...withdraw, reason: " " }))).toBe("statement-missing cases R9 missing=reason");
  });
});

describe("a step states what the law asks, whatever it asks for", () => {
  const asking = (id: string, kind: "proposal" | "notice" | "decision", states: readonly string[]): { readonly law: ReturnType<typeof lawWith> } => ({ law: lawWith(withSteps({ ...(steps.find((each) => each.id === id) ?? step(id, kind)), states })) });

  it("R11 a proposal its facts, its criteria, and its records where it has any", () => {
    expect(said(when([], propose, asking("proposal", "proposal", ["facts", "criteria", "records"])))).toBe("ListingProposed");
    expect(said(when([], { ...propose, records: [] }, asking("proposal", "proposal", ["records"])))).toContain("statement-missing t:listing#proposal");
    expect(said(when([], { ...propose, facts: " " }))).toContain("statement-missing t:listing#proposal");
    expect(said(when([], propose, { law: lawWith({ ...procedure, steps: always(steps.filter((each) => each.kind !== "proposal")) }) }))).toBe("ListingProposed");
  });

  it("R11 a notice its consequences where it tells any, and the days to answer under either word", () => {
    for (const word of ["days to answer", "answerDays", "daysToAnswer", "answer days"]) expect(said(when(uptoProposal, notify, asking("notice", "notice", [word])))).toBe("NoticeIssued");
    expect(said(when(uptoProposal, { ...notify, consequences: [] }, asking("notice", "notice", ["consequences"])))).toContain("statement-missing t:listing#notice step=notice missing=consequences");
  });

  it("R16 a decision what follows from the law by itself, its conditions where it has any, and consequences only where it lists", () => {
    for (const word of ["facts", "reasons", "basis", "criteria", "outcome", "end", "exits", "ways out", "removal", "consequences"]) expect([word, said(when(uptoService, decideToList, asking("decision", "decision", [word])))]).toEqual([word, "ListingDecided"]);
    const untold = given([propose, { ...notify, consequences: [] }, serve], { law: lawWith(withSteps({ ...(steps[1] ?? step("notice", "notice")), states: [] })) });
    const consequences = asking("decision", "decision", ["consequences"]);
    expect(said(when(untold, decideToList, consequences))).toContain("statement-missing t:listing#decision");
    expect(said(when(untold, { ...decideToList, outcome: "noAction" }, consequences))).toBe("ListingDecided");
    const conditions = asking("decision", "decision", ["conditions"]);
    expect(said(when(uptoService, { ...decideToList, outcome: "conditional", conditions: ["pay"] }, conditions))).toBe("ListingDecided");
    expect(said(when(uptoService, decideToList, conditions))).toContain("statement-missing t:listing#decision");
  });
});

describe("events carry what was said", () => {
  it("R15 a proposal the day of the act where it was stated", () => {
    expect(given([propose])[0]?.body).not.toHaveProperty("actedOn");
    expect(given([{ ...propose, actedOn: day("2026-01-05"), statements: { note: "seen" } }])[0]?.body).toMatchObject({ actedOn: "2026-01-05", statements: { note: "seen" } });
    expect(given([propose])[0]?.body).not.toHaveProperty("statements");
  });

  it("R12 a service its means, and the substitute only where they failed", () => {
    expect(given([propose, notify, serve]).at(-1)).toEqual({ type: "NoticeServed", body: { matter, file, means: "registered letter", servedOn, substitute: false, answerUntil: "2026-03-14", provisional: false } });
    expect(given([propose, notify, { ...serve, failed: true }]).at(-1)?.body).toMatchObject({ means: "public announcement", failedMeans: "registered letter", substitute: true });
  });

  it("R13 an answer its attachments; a later one comes not before the last", () => {
    expect(uptoAnswer.at(-1)?.body).toMatchObject({ attachments: [], hearing: false });
    expect(given([propose, notify, serve, { ...answer, attachments: [invoice] }]).at(-1)?.body).toMatchObject({ attachments: [invoice] });
    const second = { ...answer, statement: "and more", receivedOn: addDays(servedOn, 6) };
    const both = given([propose, notify, serve, answer, second]);
    expect(said(when(both, { ...answer, statement: "a third", receivedOn: addDays(servedOn, 4) }))).toBe("days-out-of-order cases R15 day=2026-03-10 notBefore=2026-03-12 what=an answer");
    expect(said(when(both, { ...decideToList, decidedOn: addDays(servedOn, 5) }))).toContain("notBefore=2026-03-12");
  });

  it("R16 a decision its conditions, its ways out and its days", () => {
    const body = (command: Partial<typeof decideToList>, more: Parameters<typeof when>[2] = {}): unknown => { const outcome = when(uptoService, { ...decideToList, ...command }, more); return outcome.ok ? outcome.value[0]?.body : outcome.error; };
    expect(body({})).toMatchObject({ exits: ["term", "repair"], conditions: [], effectiveFrom: decidedOn, publishedFrom: decidedOn });
    expect(body({ outcome: "conditional", conditions: ["pay"] })).toMatchObject({ conditions: ["pay"], exits: [] });
    const permanent = on({ end: always({ kind: "permanent", because: { en: "grave" } }), exits: always([...exits, exit("pay", "performance")]) });
    expect(body({}, permanent)).toMatchObject({ exits: ["repair", "pay"], end: { kind: "permanent" } });
    expect(body({}, on({ published: false }))).not.toHaveProperty("publishedFrom");
    expect(body({}, on({ end: always({ kind: "fixed", years: 1, from: "publication" }) }))).toMatchObject({ end: { until: "2027-03-16" } });
  });

  it("R4 suspended clocks push the time to answer on", () => {
    const suspensions = [{ from: addDays(servedOn, 1), until: addDays(servedOn, 8) }];
    expect(given([propose, notify, serve], { suspensions }).at(-1)?.body).toMatchObject({ answerUntil: "2026-03-21" });
    expect(said(when(uptoService, decideToList, { suspensions }))).toBe("answer-window-open t:listing#defence until=2026-03-21 provisional=false lastDay=2026-03-20");
  });
});

describe("the organisation's own answer", () => {
  const own = { organisation: [file], actor: { ...actor, authority: lawId("t:tax") } };

  it("R35 is given in its own case, without any power", () => {
    expect(said(when(uptoService, answer, own))).toBe("DefenceReceived");
    expect(said(when(uptoService, answer, { actor: own.actor }))).toBe("wrong-authority cases R7 authority=t:tax owner=t:market list=t:serious");
    expect(said(when(uptoService, answer, { ...own, organisation: [superiorOffice] }))).toBe(`wrong-party cases R35 file=${file}`);
  });

  it("R35 is the only step it takes", () => {
    expect(said(when(uptoProposal, notify, { organisation: [file] }))).toBe("wrong-party cases R35 step=IssueNotice");
    expect(said(when(uptoListing, { type: "RemoveListing", matter, act: "annulment", reasons: "wrong" }, { organisation: [file] }))).toBe("wrong-party cases R35 step=RemoveListing");
  });

  it("R13 is refused where the list is gone from the law", () => {
    expect(said(when(uptoService, answer, { law: lawWith(list.id) }))).toBe("list-unknown cases R6 list=t:serious on=2026-03-09");
    expect(said(when(uptoNotice, serve, { law: lawWith(list.id) }))).toBe("list-unknown cases R6 list=t:serious on=2026-03-06");
    expect(said(when(uptoNotice, { ...withdraw, withdrawnOn: issuedOn }, { law: lawWith(list.id) }))).toBe("ProposalWithdrawn");
  });
});
