import { describe, expect, it } from "vitest";
import { addDays } from "../../terms/index.ts";
import type { GiveConsent } from "../listing/commands.ts";
import { actor, file, step, superiorOffice } from "../test-law.ts";
import { above, after, ask, contextOf, elsewhere, object, objectionSteps, officers, openedOn, openOffice, openSuperior, organisation, otherOffice, procedureOf, said, stateOf, take, thisCase, type Move, type Scene } from "../test-procedures.ts";
import { consentAwaitedInCase } from "./consent-in-case.ts";
import type { Party } from "./procedure-commands.ts";
import { caseInLaw } from "./take-step.ts";

const formal = procedureOf("t:objection", "objection", objectionSteps.map((each) => (each.id === "decision" || each.id === "review" ? { ...each, superiorConsent: true } : each)));
const scene: Scene = { entries: [formal] };
const givenOn = addDays(openedOn, 1);
const consent: GiveConsent = { type: "GiveConsent", matter: thisCase, step: "decision", given: true, givenOn };
const refused: GiveConsent = { ...consent, given: false, reason: "not proven" };
/** Against the decision. */
const appealed: Move = [take("appeal", { takenOn: addDays(openedOn, 17) }), organisation];
const opened = after(scene, [object, organisation]);
const missing = `consent-missing t:objection#decision step=decision superior=${superiorOffice} on=2026-04-09`;

describe("consent in a case that is no listing", () => {
  it("R14 is the office's above the one that takes the step, with the day, the posts and the reason", () => {
    expect(ask(scene, opened, [consent, above])).toEqual({ ok: true, value: [{ type: "ConsentGiven", body: { matter: thisCase, file, step: "decision", office: superiorOffice, givenOn, formalities: { officers: 2, acting: ["X", "Y"] } } }] });
    expect(ask(scene, opened, [refused, above])).toMatchObject({ ok: true, value: [{ type: "ConsentRefused", body: { refusedOn: givenOn, reason: "not proven" } }] });
    for (const party of [officers, elsewhere]) expect(said(ask(scene, opened, [consent, party]))).toBe(`wrong-authority cases R14 step=decision procedure=t:objection office=${superiorOffice}`);
    expect(said(ask(scene, opened, [consent, organisation]))).toBe("wrong-party cases R35 step=decision");
  });

  it("R14 comes before the step: without it nothing is decided, and once it is refused nothing is granted", () => {
    const decide = (outcome: "granted" | "refused") => [take("decision", { outcome }), officers] as const;
    expect(said(ask(scene, opened, decide("granted")))).toBe(missing);
    expect(said(ask(scene, opened, decide("refused")))).toBe(missing);
    const consented = [...opened, ...after(scene, [object, organisation], [consent, above]).slice(opened.length)];
    expect(said(ask(scene, consented, decide("granted")))).toMatch(/^StepTaken/);
    const withheld = after(scene, [object, organisation], [refused, above]);
    expect(said(ask(scene, withheld, decide("granted")))).toBe(`consent-refused t:objection#decision step=decision superior=${superiorOffice} on=2026-04-08 reason=not proven`);
    expect(said(ask(scene, withheld, decide("refused")))).toMatch(/^StepTaken/);
  });

  it("R14 is answered once, by posts that did not stand back, and only where the law asks for it", () => {
    const consented = after(scene, [object, organisation], [consent, above]);
    expect(said(ask(scene, consented, [refused, above]))).toBe("already-done t:objection#decision step=decision given=true on=2026-04-08");
    const recused = after(scene, [object, organisation], [{ type: "Recuse", matter: thisCase, officer: "X", reason: "kin", recusedOn: openedOn }, above]);
    expect(said(ask(scene, recused, [consent, above]))).toBe("officer-recused cases R32 officer=X");
    expect(said(ask({}, after({}, [object, organisation]), [consent, above]))).toBe("consent-not-asked t:objection procedure=t:objection step=decision");
    expect(said(ask(scene, opened, [{ ...consent, step: "appeal" }, above]))).toBe("consent-not-asked t:objection procedure=t:objection step=appeal");
  });

  it("R39 waits until the step is open, and comes too late once it is taken", () => {
    expect(said(ask(scene, opened, [{ ...consent, step: "review" }, above]))).toMatch(/^wrong-authority cases R14/);
    const top: Party = { kind: "office", actor: { ...actor, office: otherOffice, officers: ["Z"] } };
    const higher: Scene = { ...scene, superior: { ...openSuperior, superior: otherOffice } };
    expect(said(ask(higher, opened, [{ ...consent, step: "review" }, top]))).toMatch(/^step-skipped t:objection#review/);
    const appealing = after(higher, [object, organisation], [consent, above], [take("decision", { outcome: "refused" }), officers], appealed);
    expect(said(ask(higher, appealing, [{ ...consent, step: "review", givenOn: addDays(openedOn, 30) }, top]))).toBe("ConsentGiven");
    expect(said(ask(higher, appealing, [{ ...consent, givenOn: addDays(openedOn, 30) }, above]))).toBe("already-done t:objection#decision step=decision given=true on=2026-04-08");
  });

  it("R14 is awaited as long as the step is open and nobody answered", () => {
    const awaited = (events: typeof opened): string => {
      const found = caseInLaw(stateOf(events), contextOf(scene, above), givenOn);
      const own = found.ok ? consentAwaitedInCase(stateOf(events), found.value.progress) : undefined;
      return own === undefined ? "nothing" : `${own.step.id} since ${own.since} in ${own.instance}`;
    };
    expect(awaited(opened)).toBe(`decision since ${openedOn} in 1`);
    expect(awaited(after(scene, [object, organisation], [consent, above]))).toBe("nothing");
    expect([openOffice.superior, step("x", "decision").superiorConsent]).toEqual([superiorOffice, false]);
  });
});
