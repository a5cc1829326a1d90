// Hearing and recusal in a listing case: who may ask to be heard, who leads the hearing, what holds up the decision until it is held, who
// stands back. Part of the decider (listing-case.ts); whether there is a hearing at all is the law's.
import { ok, type Err, type Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import { daysOf } from "./kept-listing.ts";
import type { ListingCaseOnDay, RunningCase } from "./case-state.ts";
import { possibleCommands, type CaseContext, type HoldHearing, type ReceiveDefence, type RecuseOfficer } from "./commands.ts";
import { listingLaw, stepOf, type ListingLaw } from "./listing-law.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { authorityCheck, citationOf, dayCheck, possibleNow, skipped, textCheck, twice } from "./step-checks.ts";

type Outcome = Result<readonly EventDraft[], Refusal>;

/** A hearing that was asked for is held by a post that did not propose the listing; without it there is no decision. */
export function holdHearing(state: RunningCase, command: HoldHearing, context: CaseContext): Outcome {
  const heldOn = command.heldOn ?? context.today;
  const found = listingLaw(context.law, state.list, daysOf(state, heldOn));
  if (!found.ok) return found;
  const law = found.value;
  const step = stepOf(law.steps, "hearing");
  if (state.kind === "proposed" || state.kind === "noticed") return skipped(law, step ?? law.defence, state);
  const asked = state.kind === "answered" ? state.defences.find((defence) => defence.hearing) : undefined;
  if (step === undefined || asked === undefined) return refuse("no-hearing", step === undefined ? law.procedure.id : citationOf(law.procedure, step), `nobody asked for a hearing in this case: ${possibleNow(state)}`, { kind: "notAsked", possible: possibleCommands(state) });
  if (state.hearing !== undefined) return twice(law, step.id, "hearing", state);
  const acting = state.proposal.formalities?.acting ?? [];
  if (acting.includes(command.chair) || state.recused.includes(command.chair)) return refuse("officer-recused", citationOf(law.procedure, step), `\`${command.chair}\` proposed this listing or stood back from the case: let an officer lead the hearing who did neither`, { kind: "chair", officer: command.chair });
  return authorityCheck(context, law)
    ?? dayCheck("the hearing", heldOn, asked.receivedOn, context.today)
    ?? textCheck(law, step, "post that leads it", command.chair)
    ?? textCheck(law, step, "minutes", command.minutes)
    ?? ok([{ type: "HearingHeld", body: { matter: state.matter, file: state.file, heldOn, chair: command.chair, attended: command.attended, minutes: command.minutes } }]);
}

/** A post stands back from a case that is not decided yet, with its reason. */
export function recuseOfficer(state: RunningCase, command: RecuseOfficer, context: CaseContext): Outcome {
  const recusedOn = command.recusedOn ?? context.today;
  const list = context.law.get("list", state.list);
  if (command.officer.trim() === "" || command.reason.trim() === "") return refuse("statement-missing", rule(32), "a recusal states the post and the reason: add them", { kind: "recusal", missing: "officer, reason" });
  if (state.recused.includes(command.officer)) return refuse("already-done", rule(32), `\`${command.officer}\` stood back from this case already`, { kind: "recused", officer: command.officer });
  return (list === undefined ? undefined : authorityCheck(context, { list }))
    ?? dayCheck("the recusal", recusedOn, state.proposal.proposedOn, context.today)
    ?? ok([{ type: "OfficerRecused", body: { matter: state.matter, file: state.file, officer: command.officer, reason: command.reason, recusedOn } }]);
}

/** A hearing can be asked for only where the law gives one. */
export function hearingAskCheck(law: ListingLaw, command: ReceiveDefence): Err<Refusal> | undefined {
  if (command.hearing !== true || stepOf(law.steps, "hearing") !== undefined) return undefined;
  return refuse("no-hearing", law.procedure.id, `the procedure \`${law.procedure.id}\` gives no hearing: answer in writing`, { kind: "notGiven", procedure: law.procedure.id });
}

/** Whoever asked to be heard is heard before the decision. */
export function hearingCheck(law: ListingLaw, view: ListingCaseOnDay): Err<Refusal> | undefined {
  const step = stepOf(law.steps, "hearing");
  if (step === undefined || view.kind !== "answered" || view.hearing !== undefined || !view.defences.some((defence) => defence.hearing)) return undefined;
  return refuse("hearing-open", citationOf(law.procedure, step), `the organisation asked for a hearing, and none was held: hold it first; ${possibleNow(view)}`, { step: step.id, names: step.names, possible: possibleCommands(view) });
}
