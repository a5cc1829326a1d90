// Consent in every case but a listing: the office above the one that takes a step consents to it, or refuses to, once the step is open. Part
// of the decider (decide-procedure.ts); worklists ask what is awaited.
import type { PlainDate, Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import { answerConsent, notAsked } from "../answer-consent.ts";
import type { GiveConsent } from "../listing/commands.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import type { Progress, StepProgress } from "./progress.ts";
import type { ProcedureCase } from "./procedure-case.ts";
import type { ProcedureContext } from "./procedure-commands.ts";
import { caseInLaw, lastDay, recusalFlaw, standingFlaw } from "./take-step.ts";

/** The office above says yes or no to one step of the case. */
export function giveConsentInCase(state: ProcedureCase, command: GiveConsent, context: ProcedureContext): Result<readonly EventDraft[], Refusal> {
  const { party, office, superior, today } = context;
  const found = caseInLaw(state, context, command.givenOn ?? today);
  if (!found.ok) return found;
  const { governing: { procedure }, progress } = found.value;
  const own = progress.steps.find(({ step }) => step.id === command.step);
  if (own === undefined || !asksConsent(own)) return notAsked(procedure, command.step, own?.step);
  if (party.kind === "organisation") return refuse("wrong-party", rule(35), "consent is given by an office: the organisation has no part in it", { kind: "consent", step: own.step.id, names: own.step.names });
  const recused = recusalFlaw(state, party.actor);
  if (recused !== undefined) return recused;
  return answerConsent(command, {
    matter: state.matter, file: state.file, procedure, step: own.step, office: own.instance === 1 ? office : superior, consents: state.consents,
    unready: standingFlaw(own, progress, `${procedure.id}#${own.step.id}`), notBefore: lastDay(state, progress),
  }, { actor: party.actor, today });
}

/** A step that waits for the consent of the office above, since when, and which office takes it. */
export interface ConsentAwaitedInCase {
  readonly step: Step;
  readonly since: PlainDate;
  readonly instance: 1 | 2;
}

/** What the case waits for from an office above. */
export function consentAwaitedInCase(state: ProcedureCase, progress: Progress): ConsentAwaitedInCase | undefined {
  const own = progress.steps.find((each) => asksConsent(each) && each.standing.kind === "open" && !state.consents.some(({ step }) => step === each.step.id));
  return own === undefined ? undefined : { step: own.step, since: lastDay(state, progress), instance: own.instance };
}

function asksConsent({ step }: StepProgress): boolean {
  return step.superiorConsent && step.by === "office" && !step.automatic;
}
