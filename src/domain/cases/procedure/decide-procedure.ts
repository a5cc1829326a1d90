// The decider of every case but a listing: (state, command, context) -> events or a refusal. The state comes from the events of one matter
// (procedure-case.ts), the steps from the law (procedure-law.ts); the events go to the ledger through service/.
import { ok, type Err, type Result } from "../../terms/index.ts";
import type { EventDraft } from "../../events/index.ts";
import { dayCheck } from "../listing/step-checks.ts";
import { mayDecideInstance, ownsCase } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { burdenOf, joinedAgain, stayEnded } from "./consequences.ts";
import { openCase } from "./open-case.ts";
import { giveConsentInCase } from "./consent-in-case.ts";
import { caseInLaw, openIn, possibleIn, recusalFlaw, takeStep, type CaseInLaw } from "./take-step.ts";
import type { ProcedureCase } from "./procedure-case.ts";
import { partyOf, type EndStay, type OrderStay, type ProcedureCommand, type ProcedureContext, type Recuse, type WithdrawCase } from "./procedure-commands.ts";

type Outcome = Result<readonly EventDraft[], Refusal>;

export function decideProcedure(state: ProcedureCase | undefined, command: ProcedureCommand, context: ProcedureContext): Outcome {
  if (command.type === "OpenCase") return state === undefined ? openCase(command, context) : refuse("already-done", rule(9), `the matter \`${state.matter}\` is a case already: begin another matter`, { kind: "opened", matter: state.matter });
  if (state === undefined) return refuse("step-skipped", rule(8), "the case has not been opened: possible now: `OpenCase`", { kind: "notOpened", step: command.type });
  if (command.matter !== state.matter) return refuse("other-matter", rule(19), `\`${command.type}\` is about the matter \`${command.matter}\`, and this is \`${state.matter}\``, { matter: state.matter, asked: command.matter, command: command.type });
  if (state.withdrawal !== undefined) return refuse("case-closed", rule(9), `the case was withdrawn on ${state.withdrawal.withdrawnOn}: for anything else open a new case`, { kind: "withdrawn", withdrawnOn: state.withdrawal.withdrawnOn });
  if (command.type === "TakeStep") return takeStep(state, command, context);
  if (command.type === "GiveConsent") return giveConsentInCase(state, command, context);
  const found = caseInLaw(state, context, context.today);
  if (!found.ok) return found;
  switch (command.type) {
    case "WithdrawCase":
      return withdraw(state, command, context, found.value);
    case "OrderStay":
      return orderStay(state, command, context, found.value);
    case "EndStay":
      return endStay(state, command, context);
    case "Recuse":
      return recuse(state, command, context);
  }
}

/** Whoever opened a case may withdraw it until it is decided; files that were kept apart come together again. */
function withdraw(state: ProcedureCase, command: WithdrawCase, context: ProcedureContext, { progress }: CaseInLaw): Outcome {
  const withdrawnOn = command.withdrawnOn ?? context.today;
  if (partyOf(context.party) !== state.openedBy || (context.party.kind === "organisation" && !ownsCase(context, context.party.files))) return refuse("wrong-party", rule(35), `only whoever opened a case withdraws it, and that was ${state.openedBy === "office" ? "an office" : "the organisation"}`, { kind: "opener", by: state.openedBy });
  if (progress.phase !== "running") return refuse("case-closed", rule(9), `the case is decided (\`${progress.phase}\`): ${possibleIn(progress)}`, { kind: "decided", phase: progress.phase, open: openIn(progress) });
  return (context.party.kind === "office" ? officeFlaw(state, context) : undefined)
    ?? reasonFlaw(command.reason, "withdrawal")
    ?? dayCheck("the withdrawal", withdrawnOn, state.taken.at(-1)?.takenOn, context.today)
    ?? ok([
      { type: "CaseWithdrawn", body: { matter: state.matter, file: state.file, by: partyOf(context.party), reason: command.reason, withdrawnOn } },
      ...joinedAgain(state, context.thing, command.reason),
      ...stayEnded(state, "the case is withdrawn", withdrawnOn),
    ]);
}

/** The office that decides, or the one above it, may let the effects rest while a case runs. */
function orderStay(state: ProcedureCase, command: OrderStay, context: ProcedureContext, { progress }: CaseInLaw): Outcome {
  const from = command.from ?? context.today;
  const about = burdenOf(context.thing);
  if (about === undefined) return refuse("no-stay", rule(38), "this case is about no listing and no record: there are no effects to stay", { kind: "nothing", about: state.about.kind });
  if (state.stay !== undefined) return refuse("stay-running", rule(38), `a stay runs in this case since ${state.stay.from}`, { from: state.stay.from });
  if (progress.phase !== "running") return refuse("case-closed", rule(38), `the case is decided (\`${progress.phase}\`): a stay lasts no longer than the case`, { kind: "stay", phase: progress.phase });
  return officeFlaw(state, context)
    ?? reasonFlaw(command.reason, "stay")
    ?? dayCheck("the stay", from, state.openedOn, context.today)
    ?? ok([{ type: "EffectsStayed", body: { matter: state.matter, file: state.file, about, mask: false, from, reasons: command.reason } }]);
}

function endStay(state: ProcedureCase, command: EndStay, context: ProcedureContext): Outcome {
  const endedOn = command.endedOn ?? context.today;
  if (state.stay === undefined) return refuse("no-stay", rule(38), "no stay runs in this case: nothing is left to end", { kind: "noneRuns" });
  if (state.stay.mask) return refuse("no-stay", rule(38), `what runs in this case is the mask of ${state.stay.from}, and the steps of the law end it: no order does`, { kind: "mask", from: state.stay.from });
  return officeFlaw(state, context)
    ?? reasonFlaw(command.reason, "stayEnd")
    ?? dayCheck("the end of the stay", endedOn, state.stay.from, context.today)
    ?? ok(stayEnded(state, command.reason, endedOn));
}

function recuse(state: ProcedureCase, command: Recuse, context: ProcedureContext): Outcome {
  const recusedOn = command.recusedOn ?? context.today;
  if (state.recused.includes(command.officer)) return refuse("already-done", rule(32), `\`${command.officer}\` stood back from this case already`, { kind: "recused", officer: command.officer });
  if (command.officer.trim() === "") return refuse("statement-missing", rule(32), "a recusal states the post: add it", { kind: "recusalPost", missing: "officer" });
  return officeFlaw(state, context)
    ?? reasonFlaw(command.reason, "recusalReason")
    ?? dayCheck("the recusal", recusedOn, state.openedOn, context.today)
    ?? ok([{ type: "OfficerRecused", body: { matter: state.matter, file: state.file, officer: command.officer, reason: command.reason, recusedOn } }]);
}

function officeFlaw(state: ProcedureCase, { party, files, superior }: ProcedureContext): Err<Refusal> | undefined {
  const parties = { files, office: state.office, ...(superior === undefined ? {} : { superior: superior.file }) };
  if (party.kind === "office" && (mayDecideInstance(parties, 1, party.actor.office) || mayDecideInstance(parties, 2, party.actor.office))) return recusalFlaw(state, party.actor);
  return refuse("wrong-authority", rule(35), `only the office that decides this case (\`${state.office}\`) or the one above it may do this`, { kind: "case", office: state.office });
}

const REASONED = { withdrawal: "a withdrawal", stay: "a stay", stayEnd: "the end of a stay", recusalReason: "a recusal" } as const;

function reasonFlaw(reason: string, kind: keyof typeof REASONED): Err<Refusal> | undefined {
  return reason.trim() === "" ? refuse("statement-missing", rule(9), `${REASONED[kind]} states its reason: add it`, { kind, missing: "reason" }) : undefined;
}
