import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import { actor, day, file, office, recordId, step } from "../test-law.ts";
import { above, after, appealCase, ask, contextOf, elsewhere, joined, listed, object, objectToJoin, officers, openedOn, organisation, otherFile, procedureOf, said, stateOf, stranger, take, thisCase, type Move, type Scene } from "../test-procedures.ts";
import { decideProcedure } from "./decide-procedure.ts";
import type { CaseThing, EndStay, OrderStay, Recuse, WithdrawCase } from "./procedure-commands.ts";

const opened = after({}, [object, organisation]);
const decidedCase = after({}, [object, organisation], [take("decision", { outcome: "refused" }), officers]);
const withdraw: WithdrawCase = { type: "WithdrawCase", matter: thisCase, reason: "it was paid", withdrawnOn: addDays(openedOn, 3) };
const stay: OrderStay = { type: "OrderStay", matter: thisCase, reason: "the harm could not be undone", from: addDays(openedOn, 1) };
const endStay: EndStay = { type: "EndStay", matter: thisCase, reason: "the facts are clear", endedOn: addDays(openedOn, 5) };
const recuse: Recuse = { type: "Recuse", matter: thisCase, officer: "B", reason: "kinship", recusedOn: addDays(openedOn, 1) };
const stayed = after({}, [object, organisation], [stay, officers]);
const withB: Move[1] = { kind: "office", actor: { ...actor, officers: ["C", "B"] } };

describe("what a case takes", () => {
  it("R9 a case is opened once, and takes nothing before", () => {
    expect(said(ask({}, opened, [object, organisation]))).toBe("already-done cases R9 matter=matter-2");
    for (const command of [take("decision"), withdraw, stay, endStay, recuse]) expect(said(ask({}, [], [command, officers]))).toBe(`step-skipped cases R8 step=${command.type}`);
  });

  it("R19 a command about another matter is refused", () => {
    expect(said(decideProcedure(stateOf(opened), { ...withdraw, matter: appealCase }, contextOf({}, organisation)))).toBe("other-matter cases R19 matter=matter-2 asked=matter-3 command=WithdrawCase");
  });

  it("R9 a withdrawn case takes nothing any more", () => {
    const withdrawn = after({}, [object, organisation], [withdraw, organisation]);
    for (const command of [take("decision", { outcome: "granted" }), withdraw, stay, endStay, recuse]) expect(said(ask({}, withdrawn, [command, officers]))).toBe("case-closed cases R9 withdrawnOn=2026-04-10");
  });

  it("R33 a case whose procedure the law in use does not know takes nothing", () => {
    const gone = opened.map((event) => (event.type === "CaseOpened" ? { ...event, body: { ...event.body, procedure: listed.listing.list } } : event));
    for (const [command, party] of [[withdraw, organisation], [stay, officers]] as const) expect(said(ask({}, gone, [command, party]))).toBe("no-procedure cases R33 procedure=t:serious");
  });
});

describe("withdrawal", () => {
  it("R35 whoever opened a case withdraws it, until it is decided, with a reason and on a day of the case", () => {
    expect(ask({}, opened, [withdraw, organisation])).toEqual({ ok: true, value: [{ type: "CaseWithdrawn", body: { matter: thisCase, file, by: "organisation", reason: "it was paid", withdrawnOn: "2026-04-10" } }] });
    expect(said(ask({}, opened, [withdraw, officers]))).toBe("wrong-party cases R35 by=organisation");
    expect(said(ask({}, opened, [withdraw, stranger]))).toBe("wrong-party cases R35 by=organisation");
    expect(said(ask({}, decidedCase, [withdraw, organisation]))).toBe("case-closed cases R9 phase=refused");
    expect(said(ask({}, opened, [{ ...withdraw, reason: " " }, organisation]))).toBe("statement-missing cases R9 missing=reason");
    expect(said(ask({}, opened, [{ ...withdraw, withdrawnOn: addDays(openedOn, -1) }, organisation]))).toBe("days-out-of-order cases R15 day=2026-04-06 notBefore=2026-04-07 what=the withdrawal");
    expect(said(ask({ today: openedOn }, opened, [withdraw, organisation]))).toBe("days-out-of-order cases R15 day=2026-04-10 notAfter=2026-04-07 what=the withdrawal");
    const { withdrawnOn: _, ...undated } = withdraw;
    expect(ask({ today: day("2026-04-20") }, opened, [undated, organisation])).toMatchObject({ ok: true, value: [{ body: { withdrawnOn: "2026-04-20" } }] });
  });

  it("R35 what an office opened that office withdraws, and no post that stood back", () => {
    const begun = procedureOf("t:ruling", "interview", [step("grade", "notification"), step("talk", "interview", { after: ["grade"] })]);
    const scene: Scene = { thing: { kind: "organisation" }, entries: [begun] };
    const events = after(scene, [{ ...object, about: { kind: "organisation" }, purpose: "interview" }, officers]);
    expect(ask(scene, events, [withdraw, officers])).toMatchObject({ ok: true, value: [{ body: { by: "office" } }] });
    const own = ask(scene, events, [withdraw, organisation]);
    expect([said(own), own.ok ? "" : own.error.message]).toEqual(["wrong-party cases R35 by=office", "only whoever opened a case withdraws it, and that was an office"]);
    expect(said(ask(scene, events, [withdraw, elsewhere]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask(scene, [...events, ...after(scene, [{ ...object, about: { kind: "organisation" }, purpose: "interview" }, officers], [recuse, officers]).slice(1)], [withdraw, officers]))).toBe("officer-recused cases R32 officer=B");
  });

  it("R40 joins the files again that were kept apart, and ends a stay", () => {
    const apart: Scene = { thing: { ...joined, joined: false } as CaseThing };
    const events = after({ thing: joined }, [objectToJoin, organisation]);
    expect(ask(apart, events, [withdraw, organisation])).toMatchObject({ ok: true, value: [{ type: "CaseWithdrawn" }, { type: "FilesJoined", body: { files: [file, otherFile], judgedBy: "person", score: 1000, reasons: [{ part: "objection", score: 1000, because: "it was paid" }], matter: thisCase } }] });
    expect(said(ask(apart, events.slice(0, 1), [withdraw, organisation]))).toBe("CaseWithdrawn");
    expect(ask({}, stayed, [withdraw, organisation])).toMatchObject({ ok: true, value: [{}, { type: "StayEnded", body: { matter: thisCase, file, about: { kind: "record", record: recordId }, endedOn: "2026-04-10", reasons: "the case is withdrawn" } }] });
  });

  it("R40 during an appeal leaves the files joined that the refusal joined again", () => {
    const apart: Scene = { thing: { ...joined, joined: false } as CaseThing };
    const first = after({ thing: joined }, [objectToJoin, organisation]);
    const grow = (events: typeof first, scene: Scene, move: Move): typeof first => {
      const outcome = ask(scene, events, move);
      if (!outcome.ok) throw new Error(outcome.error.message);
      return [...events, ...outcome.value];
    };
    const appealed = grow(grow(first, apart, [take("decision", { outcome: "refused" }), officers]), { thing: joined }, [take("appeal", { takenOn: addDays(openedOn, 3) }), organisation]);
    expect(said(ask({ thing: joined }, appealed, [withdraw, organisation]))).toBe("CaseWithdrawn");
  });
});

describe("a stay", () => {
  it("R38 is ordered with reasons by the office that decides or the one above it, while the case runs", () => {
    for (const party of [officers, above]) expect(ask({}, opened, [stay, party])).toEqual({ ok: true, value: [{ type: "EffectsStayed", body: { matter: thisCase, file, about: { kind: "record", record: recordId }, mask: false, from: "2026-04-08", reasons: stay.reason } }] });
    for (const party of [organisation, elsewhere]) expect(said(ask({}, opened, [stay, party]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask({ without: "superior" }, opened, [stay, above]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask({}, opened, [{ ...stay, reason: "" }, officers]))).toBe("statement-missing cases R9 missing=reason");
    expect(said(ask({}, decidedCase, [stay, officers]))).toBe("case-closed cases R38 phase=refused");
    expect(said(ask({ thing: joined }, after({ thing: joined }, [objectToJoin, organisation]), [stay, officers]))).toBe("no-stay cases R38 about=join");
    expect(said(ask({}, stayed, [stay, officers]))).toBe("stay-running cases R38 from=2026-04-08");
    expect(said(ask({}, opened, [{ ...stay, from: addDays(openedOn, -1) }, officers]))).toBe("days-out-of-order cases R15 day=2026-04-06 notBefore=2026-04-07 what=the stay");
    expect(said(ask({ today: openedOn }, opened, [stay, officers]))).toBe("days-out-of-order cases R15 day=2026-04-08 notAfter=2026-04-07 what=the stay");
    const { from: _, ...undated } = stay;
    expect(ask({ today: day("2026-04-20") }, opened, [undated, officers])).toMatchObject({ ok: true, value: [{ body: { from: "2026-04-20" } }] });
  });

  it("R38 ends by order, and may be ordered again", () => {
    expect(ask({}, stayed, [endStay, above])).toEqual({ ok: true, value: [{ type: "StayEnded", body: { matter: thisCase, file, about: { kind: "record", record: recordId }, endedOn: "2026-04-12", reasons: endStay.reason } }] });
    expect(said(ask({}, opened, [endStay, officers]))).toBe("no-stay cases R38");
    expect(said(ask({}, stayed, [endStay, organisation]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask({}, stayed, [{ ...endStay, reason: "" }, officers]))).toBe("statement-missing cases R9 missing=reason");
    expect(said(ask({}, stayed, [{ ...endStay, endedOn: openedOn }, officers]))).toBe("days-out-of-order cases R15 day=2026-04-07 notBefore=2026-04-08 what=the end of the stay");
    expect(said(ask({ today: day("2026-04-08") }, stayed, [endStay, officers]))).toBe("days-out-of-order cases R15 day=2026-04-12 notAfter=2026-04-08 what=the end of the stay");
    const { endedOn: _, ...undated } = endStay;
    expect(ask({ today: day("2026-04-20") }, stayed, [undated, officers])).toMatchObject({ ok: true, value: [{ body: { endedOn: "2026-04-20" } }] });
    expect(said(ask({}, after({}, [object, organisation], [stay, officers], [endStay, officers]), [{ ...stay, from: addDays(openedOn, 6) }, officers]))).toBe("EffectsStayed");
  });

  it("R38 a mask is no stay: no order ends it", () => {
    const plan = procedureOf("t:objection", "objection", [step("objection", "objection", { by: "organisation" }), step("masking", "publication", { after: ["objection"], does: "mask" }), step("decision", "decision", { after: ["masking"] })]);
    const masked = after({ entries: [plan] }, [object, organisation], [take("masking"), officers]);
    expect(said(ask({ entries: [plan] }, masked, [endStay, officers]))).toBe("no-stay cases R38 from=2026-04-09");
    expect(said(ask({ entries: [plan] }, masked, [{ ...stay, from: addDays(openedOn, 3) }, officers]))).toBe("stay-running cases R38 from=2026-04-09");
  });
});

describe("recusal", () => {
  it("R32 a post stands back once, with its reason, in the office of either instance", () => {
    for (const party of [officers, above]) expect(ask({}, opened, [recuse, party])).toEqual({ ok: true, value: [{ type: "OfficerRecused", body: { matter: thisCase, file, officer: "B", reason: "kinship", recusedOn: "2026-04-08" } }] });
    expect(said(ask({}, opened, [recuse, organisation]))).toBe(`wrong-authority cases R35 office=${office}`);
    expect(said(ask({}, opened, [{ ...recuse, officer: " " }, officers]))).toBe("statement-missing cases R32 missing=officer");
    expect(said(ask({}, opened, [{ ...recuse, reason: "" }, officers]))).toBe("statement-missing cases R9 missing=reason");
    expect(said(ask({}, opened, [{ ...recuse, recusedOn: addDays(openedOn, -1) }, officers]))).toBe("days-out-of-order cases R15 day=2026-04-06 notBefore=2026-04-07 what=the recusal");
    expect(said(ask({ today: openedOn }, opened, [recuse, officers]))).toBe("days-out-of-order cases R15 day=2026-04-08 notAfter=2026-04-07 what=the recusal");
    const { recusedOn: _, ...undated } = recuse;
    expect(ask({ today: day("2026-04-20") }, opened, [undated, officers])).toMatchObject({ ok: true, value: [{ body: { recusedOn: "2026-04-20" } }] });
    const recused = after({}, [object, organisation], [recuse, officers]);
    expect(said(ask({}, recused, [recuse, { kind: "office", actor: { ...actor, officers: ["C"] } }]))).toBe("already-done cases R32 officer=B");
  });

  it("R32 a post that stood back orders and ends no stay", () => {
    const recused = after({}, [object, organisation], [recuse, officers], [stay, { kind: "office", actor: { ...actor, officers: ["A"] } }]);
    expect(said(ask({}, recused, [endStay, withB]))).toBe("officer-recused cases R32 officer=B");
    expect(said(ask({}, after({}, [object, organisation], [recuse, officers]), [stay, withB]))).toBe("officer-recused cases R32 officer=B");
    expect(stateOf(recused).recused).toEqual(["B"]);
  });
});
