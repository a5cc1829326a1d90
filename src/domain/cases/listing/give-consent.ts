// Consent in a listing case: the office above the one that proposed the listing consents to a step that asks for it, or refuses to, once
// everything the law puts before the step is on record. Part of the decider (listing-case.ts); worklists ask what is awaited.
import type { Err, PlainDate, Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import type { Step, StepKind } from "../../rules/index.ts";
import { answerConsent, notAsked } from "../answer-consent.ts";
import { caseOn } from "./answer-window.ts";
import { listingIdOf, type BegunCase, type Decided, type ListingCaseOnDay, type RunningCase, type Silent } from "./case-state.ts";
import { possibleCommands, type CaseContext, type GiveConsent } from "./commands.ts";
import { hearingCheck } from "./hearing.ts";
import { daysOf } from "./kept-listing.ts";
import { listingLaw, type ListingLaw } from "./listing-law.ts";
import { BEFORE, citationOf, clockOf, lastDayOf, orderCheck, possibleNow, REACHED, skipped, windowCheck } from "./step-checks.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";

type Flaw = Err<Refusal> | undefined;
type Consentable = RunningCase | Decided;

/** Steps of an office that ask for consent where the law says so. */
const ASKING = ["notice", "service", "decision", "removal"] as const satisfies readonly StepKind[];

/** The office above says yes or no to one step of the case. */
export function giveConsent(state: Consentable, command: GiveConsent, context: CaseContext): Result<readonly EventDraft[], Refusal> {
  const on = command.givenOn ?? context.today;
  const found = listingLaw(context.law, state.list, daysOf(state, on));
  if (!found.ok) return found;
  const law = found.value;
  const step = law.steps.find(({ id }) => id === command.step);
  if (step === undefined || !asksConsent(step)) return notAsked(law.procedure, command.step, step);
  return answerConsent(command, {
    matter: state.matter, file: state.file, procedure: law.procedure, step, office: context.office, consents: state.consents,
    unready: unreadyFlaw(law, step, state, context, on), notBefore: state.kind === "decided" ? state.decision.decidedOn : lastDayOf(state),
  }, context);
}

/** A step that waits for the consent of the office above, and since when. */
export interface ConsentAwaited {
  readonly step: Step;
  readonly since: PlainDate;
}

/** What the case waits for from the office above on a day, a removal apart: that one is asked for by nobody until it is taken up. */
export function consentAwaited(state: BegunCase, context: Pick<CaseContext, "law" | "calendar" | "suspensions">, on: PlainDate): ConsentAwaited | undefined {
  if (state.kind === "decided" || state.kind === "withdrawn") return undefined;
  const found = listingLaw(context.law, state.list, daysOf(state, on));
  if (!found.ok) return undefined;
  const law = found.value;
  const step = law.steps.find((each) => asksConsent(each) && each.kind !== "removal" && !state.consents.some((consent) => consent.step === each.id) && unreadyFlaw(law, each, state, context, on) === undefined);
  if (step === undefined) return undefined;
  const view = caseOn(state, law.defence, clockOf(context), on);
  return { step, since: view.kind === "silent" ? view.since : lastDayOf(state) };
}

function asksConsent({ kind, by, superiorConsent }: Step): boolean {
  return superiorConsent && by === "office" && ASKING.some((each) => each === kind);
}

/** Consent is given to a step that could be taken on the day but for the consent. */
function unreadyFlaw(law: ListingLaw, step: Step, state: Consentable, context: Pick<CaseContext, "calendar" | "suspensions">, on: PlainDate): Flaw {
  if (step.kind === "removal") return removalFlaw(law, step, state);
  if (state.kind === "decided") return refuse("case-closed", rule(9), `the case is decided: consent to \`${step.id}\` came too late; ${possibleNow(state)}`, { kind: "consent", step: step.id, names: step.names, state: state.kind, possible: possibleCommands(state) });
  const view = caseOn(state, law.defence, clockOf(context), on);
  if (view.kind === "notBegun" || view.kind === "decided" || view.kind === "withdrawn") return undefined;
  const reached: readonly StepKind[] = REACHED[view.kind];
  if (reached.includes(step.kind)) return refuse("already-done", citationOf(law.procedure, step), `\`${step.id}\` is on record already: ${possibleNow(view)}`, { kind: "stepOnRecord", step: step.id, names: step.names, state: view.kind, possible: possibleCommands(view) });
  if (step.kind !== "decision") return isBehind(step, reached) ? orderCheck(law, step, view) : skipped(law, step, state);
  return windowCheck(law, view, context) ?? (isBehind(step, reached) ? undefined : skipped(law, step, state)) ?? hearingCheck(law, view) ?? orderCheck(law, step, view);
}

function isBehind({ kind }: Step, reached: readonly StepKind[]): boolean {
  const before: readonly StepKind[] = kind === "notice" || kind === "service" || kind === "decision" ? BEFORE[kind] : [];
  return before.every((each) => reached.includes(each));
}

function removalFlaw(law: ListingLaw, step: Step, state: ListingCaseOnDay | Silent): Flaw {
  const stands = state.kind === "decided" && listingIdOf(state) !== undefined && state.removal === undefined;
  if (stands) return undefined;
  const message = `there is no listing that could be removed: ${possibleNow(state)}`;
  const facts = { kind: "noListing", state: state.kind, possible: possibleCommands(state) } as const;
  return state.kind === "decided" ? refuse("case-closed", citationOf(law.procedure, step), message, facts) : refuse("step-skipped", citationOf(law.procedure, step), message, facts);
}
