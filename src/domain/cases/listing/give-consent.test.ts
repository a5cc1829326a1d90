import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import {
  actor, always, answer, calendar, consent, consentingLaw, context, day, decidedOn, decideToList, file, given, issuedOn, lawId, lawWith, listingId, matter, notify, office, otherMatter, propose, serve, servedOn, step, steps, superiorActor, superiorOffice,
  uptoAnswer, uptoNotice, uptoProposal, uptoService, when, withSteps,
} from "../test-law.ts";
import { otherOffice, said } from "../test-procedures.ts";
import { caseOf } from "./case-state.ts";
import type { GiveConsent, ListingCommand } from "./commands.ts";
import { consentAwaited } from "./give-consent.ts";
import { constructListing } from "./kept-listing.ts";
import { decide } from "./listing-case.ts";

const law = { law: consentingLaw };
const answeredOn = addDays(servedOn, 3);
const early: GiveConsent = { ...consent, givenOn: answeredOn };
const refuse: GiveConsent = { ...early, given: false, reason: "a reprimand would do" };
const uptoConsent = given([propose, notify, serve, answer, early], law);
const uptoRefusal = given([propose, notify, serve, answer, refuse], law);
const body = { matter, file, step: "decision", office: superiorOffice, formalities: { officers: 1, acting: ["S"] } };

describe("the consent of the office above", () => {
  it("R14 is given by that office, once everything before the step is on record, with or without a reason", () => {
    expect(when(uptoAnswer, early, law)).toEqual({ ok: true, value: [{ type: "ConsentGiven", body: { ...body, givenOn: answeredOn } }] });
    expect(when(uptoAnswer, { ...early, reason: " grave " }, law)).toMatchObject({ ok: true, value: [{ type: "ConsentGiven", body: { reason: "grave" } }] });
    expect(when(uptoAnswer, refuse, law)).toEqual({ ok: true, value: [{ type: "ConsentRefused", body: { ...body, refusedOn: answeredOn, reason: "a reprimand would do" } }] });
    expect(said(when(uptoAnswer, { ...refuse, reason: " " }, law))).toBe("statement-missing t:listing#decision step=decision missing=reason");
  });

  it("R14 is nobody else's: not the deciding office's, not another's, not the organisation's", () => {
    const wrong = `wrong-authority cases R14 step=decision procedure=t:listing office=${superiorOffice}`;
    for (const own of [actor, { ...superiorActor, office: otherOffice }]) expect(said(when(uptoAnswer, early, { ...law, actor: own }))).toBe(wrong);
    expect(said(when(uptoAnswer, early, { ...law, organisation: [file] }))).toBe("wrong-party cases R35 step=GiveConsent");
    expect(said(when(uptoAnswer, early, { ...law, office: { file: office } }))).toBe("wrong-authority cases R14 step=decision procedure=t:listing");
  });

  it("R14 comes from posts that did not stand back, one at least", () => {
    const recused = given([propose, notify, serve, answer, { type: "RecuseOfficer", matter, officer: "S", reason: "kinship", recusedOn: answeredOn }], law);
    expect(said(when(recused, early, law))).toBe("officer-recused cases R32 officer=S");
    expect(said(when(recused, early, { ...law, actor: { ...superiorActor, officers: ["T"] } }))).toBe("ConsentGiven");
    expect(said(when(uptoAnswer, early, { ...law, actor: { ...superiorActor, officers: [] } }))).toBe("too-few-officers t:listing#decision officers=0 needed=1 step=decision");
  });

  it("R14 waits for the answer or the end of its time, for the hearing that was asked for, and for what the law puts before the step", () => {
    for (const events of [uptoProposal, uptoNotice]) expect(said(when(events, { ...consent, givenOn: decidedOn }, law))).toMatch(/^step-skipped t:listing#decision/);
    expect(said(when(uptoService, { ...consent, givenOn: day("2026-03-13") }, law))).toMatch(/^answer-window-open t:listing#defence/);
    expect(said(when(uptoService, { ...consent, givenOn: day("2026-03-14") }, law))).toBe("ConsentGiven");
    const hearing = withSteps(step("hearing", "hearing", { after: ["service"], optional: true }), ...steps.filter(({ id }) => id === "decision").map((each) => ({ ...each, superiorConsent: true })));
    const asked = given([propose, notify, serve, { ...answer, hearing: true }], { law: lawWith(hearing) });
    expect(said(when(asked, early, { law: lawWith(hearing) }))).toBe("hearing-open t:listing#hearing step=hearing");
    const inspected = lawWith(withSteps(step("inspection", "inspection", { after: ["service"] }), step("decision", "decision", { after: ["inspection"], superiorConsent: true })));
    expect(said(when(uptoAnswer, early, { law: inspected }))).toBe("step-skipped t:listing#decision step=decision skipped=inspection state=answered");
  });

  it("R15 lies on the day of what it follows or later, and not ahead", () => {
    expect(said(when(uptoAnswer, { ...early, givenOn: servedOn }, law))).toBe(`days-out-of-order cases R15 day=${servedOn} notBefore=${answeredOn} what=the consent`);
    expect(said(when(uptoAnswer, { ...early, givenOn: day("2027-01-01") }, law))).toMatch(/^days-out-of-order cases R15/);
  });

  it("R14 is answered once, and not after the decision or the withdrawal", () => {
    for (const events of [uptoConsent, uptoRefusal]) for (const again of [early, refuse]) expect(said(when(events, again, law))).toBe(`already-done t:listing#decision step=decision given=${events === uptoConsent} on=${answeredOn}`);
    const closed = given([propose, notify, serve, answer, { ...decideToList, outcome: "noAction" }]);
    expect(said(when(closed, { ...consent, givenOn: decidedOn }, law))).toBe("case-closed cases R9 step=decision state=decided");
    const withdrawn = given([propose, { type: "WithdrawProposal", matter, reason: "unfounded", withdrawnOn: issuedOn }]);
    expect(said(when(withdrawn, early, law))).toBe("case-closed cases R9 state=withdrawn");
  });

  it("R14 is asked of nobody where the law asks none", () => {
    expect(said(when(uptoAnswer, early))).toBe("consent-not-asked t:listing procedure=t:listing step=decision");
    expect(said(when(uptoAnswer, { ...early, step: "defence" }, law))).toBe("consent-not-asked t:listing procedure=t:listing step=defence");
    expect(said(when(uptoAnswer, { ...early, step: "unheard-of" }, law))).toBe("consent-not-asked t:listing procedure=t:listing step=unheard-of");
  });
});

describe("steps nobody consents to", () => {
  it("R14 are those of the organisation and those the register does not take with consent, whatever the law marks", () => {
    const marked = lawWith(withSteps(step("inspection", "inspection", { superiorConsent: true }), ...steps.filter(({ kind }) => kind === "defence").map((each) => ({ ...each, superiorConsent: true }))));
    for (const name of ["defence", "inspection"]) expect(said(when(uptoAnswer, { ...early, step: name }, { law: marked }))).toBe(`consent-not-asked t:listing procedure=t:listing step=${name}`);
    const state = caseOf(matter, uptoAnswer);
    expect(state.kind === "notBegun" ? state : consentAwaited(state, context(day("2026-12-01"), { law: marked }), day("2026-03-20"))).toBeUndefined();
  });
});

describe("a step that asks for consent", () => {
  it("R14 is not taken without it: the office cannot state it in place of the office above", () => {
    const [dayBefore, missing] = [addDays(decidedOn, -1), `consent-missing t:listing#decision step=decision superior=${superiorOffice} on=`];
    for (const outcome of ["listed", "noAction"] as const) expect(said(when(uptoAnswer, { ...decideToList, outcome }, law))).toBe(`${missing}${decidedOn}`);
    expect(said(when(uptoConsent, decideToList, law))).toBe("ListingDecided");
    const later = given([propose, notify, serve, answer, { ...consent, givenOn: decidedOn }], law);
    expect(said(when(later, { ...decideToList, decidedOn: dayBefore, legalReview: { on: servedOn } }, law))).toBe(`${missing}${dayBefore}`);
    expect(said(when(later, decideToList, { ...law, actor: { ...actor, superior: otherOffice } }))).toBe(`consent-missing t:listing#decision step=decision superior=${otherOffice} on=${decidedOn}`);
  });

  it("R14 comes to another outcome, or is withdrawn, where consent was refused", () => {
    expect(said(when(uptoRefusal, decideToList, law))).toBe(`consent-refused t:listing#decision step=decision superior=${superiorOffice} on=${answeredOn} reason=a reprimand would do`);
    for (const outcome of ["noAction", "reprimanded"] as const) expect(said(when(uptoRefusal, { ...decideToList, outcome }, law))).toBe("ListingDecided");
    expect(said(when(uptoRefusal, { type: "WithdrawProposal", matter, reason: "no consent", withdrawnOn: decidedOn }, law))).toBe("ProposalWithdrawn");
    const refused = when(uptoRefusal, decideToList, law);
    expect(refused.ok ? "" : refused.error.message).toContain("come to another outcome that goes without it, or withdraw");
  });

  it("R14 may be the notice, the service or a removal, each with its own consent", () => {
    const asking = lawWith(withSteps(...steps.filter(({ kind }) => kind === "notice" || kind === "service" || kind === "removal").map((each) => ({ ...each, superiorConsent: true }))));
    const consentTo = (name: string, on = issuedOn): GiveConsent => ({ ...consent, step: name, givenOn: on });
    expect(said(when(uptoProposal, notify, { law: asking }))).toBe(`consent-missing t:listing#notice step=notice superior=${superiorOffice} on=2026-03-04`);
    expect(said(when(uptoProposal, consentTo("service"), { law: asking }))).toBe("step-skipped t:listing#service step=service state=proposed");
    const events = given([propose, consentTo("notice"), notify, consentTo("service"), serve, decideToList], { law: asking });
    const remove: ListingCommand = { type: "RemoveListing", matter, act: "annulment", reasons: "wrong", removedOn: decidedOn };
    expect(said(when(events, consentTo("notice", decidedOn), { law: asking }))).toBe("already-done t:listing#notice step=notice given=true on=2026-03-04");
    expect(said(when(events, remove, { law: asking }))).toBe(`consent-missing t:listing#removal step=removal superior=${superiorOffice} on=${decidedOn}`);
    expect(said(when(uptoAnswer, consentTo("removal", decidedOn), { law: asking }))).toBe("step-skipped t:listing#removal state=answered");
    const consented = given([propose, consentTo("notice"), notify, consentTo("service"), serve, decideToList, consentTo("removal", decidedOn), remove], { law: asking });
    expect(consented.at(-1)?.type).toBe("ListingRemoved");
  });

  it("R14 is never the one a case begins with", () => {
    const asking = lawWith(withSteps(...steps.filter(({ kind }) => kind === "proposal").map((each) => ({ ...each, superiorConsent: true }))));
    expect(said(when([], propose, { law: asking }))).toBe("consent-missing t:listing#proposal step=proposal");
  });
});

describe("what is awaited", () => {
  const awaited = (events: readonly EventDraft[], on: string): string => {
    const state = caseOf(matter, events);
    const found = state.kind === "notBegun" ? undefined : consentAwaited(state, context(day("2026-12-01"), law), day(on));
    return found === undefined ? "nothing" : `${found.step.id} since ${found.since}`;
  };

  it("R14 is the consent from the answer or the end of its time on, until it is answered", () => {
    expect([awaited(uptoProposal, "2026-03-05"), awaited(uptoService, "2026-03-13"), awaited(uptoService, "2026-03-20"), awaited(uptoAnswer, "2026-03-10")]).toEqual(["nothing", "nothing", "decision since 2026-03-14", `decision since ${answeredOn}`]);
    expect([awaited(uptoConsent, "2026-03-20"), awaited(uptoRefusal, "2026-03-20"), awaited(given([propose, notify, serve, decideToList]), "2026-03-20")]).toEqual(["nothing", "nothing", "nothing"]);
  });
});

describe("the history of a consent", () => {
  const event = (more: object = {}): EventDraft => ({ type: "ConsentGiven", body: { ...body, givenOn: answeredOn, ...more } });

  it("R19 a second answer to one step, or one about a withdrawn case, fits nowhere", () => {
    expect(caseOf(matter, [...uptoConsent, event()])).toMatchObject({ consents: [{ step: "decision", given: true }], unfit: ["ConsentGiven on a answered case"] });
    const withdrawn = given([propose, { type: "WithdrawProposal", matter, reason: "unfounded", withdrawnOn: issuedOn }]);
    expect(caseOf(matter, [...withdrawn, event()])).toMatchObject({ consents: [], unfit: ["ConsentGiven on a withdrawn case"] });
    expect(caseOf(matter, [...uptoAnswer, event({ matter: otherMatter })])).toMatchObject({ consents: [], unfit: [] });
  });

  it("R17 a listing stands on no refused consent; one whose office stated the consent itself, as was once done, stands", () => {
    const [decided] = given([propose, notify, serve, decideToList]).slice(-1);
    const ground = { law: consentingLaw, clock: { calendar } };
    const construct = (events: readonly EventDraft[]): string => {
      const made = constructListing(caseOf(matter, events), ground);
      return made.ok ? made.value.listing : made.error.code;
    };
    const stated: EventDraft[] = decided?.type === "ListingDecided" ? [{ type: "ListingDecided", body: { ...decided.body, formalities: { officers: 2, acting: [], statedConsent: { by: superiorOffice, on: decidedOn } } } }] : [];
    expect(construct([...uptoService, ...stated])).toBe(listingId);
    expect(construct([...uptoRefusal, ...stated])).toBe("consent-refused");
    expect(construct([...uptoConsent, ...stated])).toBe(listingId);
  });

  it("R14 whatever is done in whatever order, nothing is listed without consent given before", () => {
    const offset = fc.integer({ min: 0, max: 40 }).map((days) => addDays(day("2026-03-02"), days));
    const command: fc.Arbitrary<{ readonly command: ListingCommand; readonly above: boolean }> = fc.record({
      above: fc.boolean(),
      command: fc.oneof(
        fc.record({ given: fc.boolean(), givenOn: offset }).map((more): ListingCommand => ({ ...consent, ...more, reason: "so it is" })),
        fc.record({ decidedOn: offset, outcome: fc.constantFrom("listed" as const, "noAction" as const) }).map((more): ListingCommand => ({ ...decideToList, ...more, legalReview: { on: more.decidedOn } })),
        offset.map((receivedOn): ListingCommand => ({ ...answer, receivedOn })), fc.constant<ListingCommand>(serve),
      ),
    });
    fc.assert(fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
      const events = commands.reduce<readonly EventDraft[]>((before, each) => {
        const outcome = decide(caseOf(matter, before), each.command, context(day("2026-06-30"), { ...law, ...(each.above ? { actor: { ...superiorActor, authority: lawId("t:market-city"), level: "city", officers: ["S", "T"] } } : {}) }));
        return outcome.ok ? [...before, ...outcome.value] : before;
      }, uptoNotice);
      const decision = events.findIndex(({ type }) => type === "ListingDecided");
      const consents = events.slice(0, Math.max(0, decision)).filter(({ type }) => type === "ConsentGiven" || type === "ConsentRefused");
      expect(decision === -1 || consents.length === 1).toBe(true);
      const made = events[decision];
      if (made?.type === "ListingDecided" && made.body.outcome === "listed") expect(consents.map(({ type }) => type)).toEqual(["ConsentGiven"]);
    }));
  });
});

it("R14 the law of these tests asks for it in the decision alone", () => {
  expect((consentingLaw.get("procedure", lawId("t:listing"))?.steps ?? always([])).flatMap(({ value }) => value.filter(({ superiorConsent }) => superiorConsent).map(({ id }) => id))).toEqual(["decision"]);
});
