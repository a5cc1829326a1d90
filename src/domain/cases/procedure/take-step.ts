// Taking a step of a case: who may take it now, what it must state, what it may come to, and what follows from it. Steps, order and time are
// the law's; what follows from a decision is in consequences.ts.
import { ok, type Err, type PlainDate, type Result } from "../../terms/index.ts";
import type { EventDraft, StepOutcome } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import type { Actor } from "../listing/commands.ts";
import { citationOf, dayCheck, formalitiesOf, formalityCheck, statementCheck } from "../listing/step-checks.ts";
import { mayDecideInstance, ownsCase } from "../powers.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import type { StepSaid } from "../refusal-facts.ts";
import { consequencesOf } from "./consequences.ts";
import { knownSteps } from "./known-steps.ts";
import { daysOf } from "./open-case.ts";
import { decidingSteps, isNegative, progressOf, secondInstance, type Progress, type StepProgress } from "./progress.ts";
import type { ProcedureCase } from "./procedure-case.ts";
import { partyOf, type ProcedureContext, type TakeStep } from "./procedure-commands.ts";
import { stepsOfCase, type GoverningSteps } from "./procedure-law.ts";
import { recordOfStep } from "./step-record.ts";

type Outcome = Result<readonly EventDraft[], Refusal>;
type Flaw = Err<Refusal> | undefined;

/** The case as the law has it on a day. */
export interface CaseInLaw {
  readonly governing: GoverningSteps;
  readonly progress: Progress;
}

/** How the case stands on a day under the law that governs it. */
export function caseInLaw(state: ProcedureCase, context: Pick<ProcedureContext, "law" | "calendar" | "suspensions" | "thing">, on: PlainDate): Result<CaseInLaw, Refusal> {
  const governing = stepsOfCase(context.law, state.procedure, { ...daysOf(context.thing, state.openedOn), asked: on });
  if (!governing.ok) return governing;
  const { calendar, suspensions = [] } = context;
  const progress = progressOf({ state, governing: governing.value, known: knownSteps(governing.value, context.thing, state.openedOn), clock: { calendar, suspensions }, on });
  return ok({ governing: governing.value, progress });
}

export function takeStep(state: ProcedureCase, command: TakeStep, context: ProcedureContext): Outcome {
  const takenOn = command.takenOn ?? context.today;
  const found = caseInLaw(state, context, takenOn);
  if (!found.ok) return found;
  const { governing: { procedure, steps }, progress } = found.value;
  const own = progress.steps.find(({ step }) => step.id === command.step);
  if (own === undefined) return refuse("step-unknown", procedure.id, `the procedure \`${procedure.id}\` knows no step \`${command.step}\`: ${possibleIn(progress)}`, { kind: "step", step: command.step, procedure: procedure.id, open: openIn(progress) });
  const { step } = own;
  const flaw = partyFlaw(state, own, context) ?? standingFlaw(own, progress, `${procedure.id}#${step.id}`) ?? dayCheck(step, takenOn, lastDay(state, progress), context.today) ?? outcomeFlaw(steps, step, command, `${procedure.id}#${step.id}`);
  if (flaw !== undefined) return flaw;
  const actor = context.party.kind === "office" ? context.party.actor : undefined;
  const said = command.statement.trim() !== "";
  const asked = textFlaw(step, command, citationOf(procedure, step))
    ?? statementCheck({ procedure }, step, { facts: said, reasons: said, outcome: true }, command.statements)
    ?? (actor === undefined ? undefined : formalityCheck({ procedure }, step, { ...(command.legalReview === undefined ? {} : { legalReview: command.legalReview }), consents: state.consents, despiteRefusal: isNegative(command.outcome) }, actor, takenOn));
  if (asked !== undefined) return asked;
  const record = recordOfStep({ matter: state.matter, file: state.file, record: command.record, step, on: takenOn, given: command.fields ?? {} }, context.law, step.records === undefined ? undefined : state.records.get(step.records.type));
  if (!record.ok) return record;
  const followed = consequencesOf(state, own, command, context, takenOn);
  if (!followed.ok) return followed;
  return ok([
    {
      type: "StepTaken",
      body: {
        matter: state.matter, file: state.file, step: step.id, by: partyOf(context.party), takenOn, statement: command.statement, documents: command.documents ?? [], attachments: command.attachments ?? [],
        ...(command.outcome === undefined ? {} : { outcome: command.outcome }), ...(command.fields === undefined ? {} : { fields: command.fields }),
        ...(command.statements === undefined ? {} : { statements: command.statements }), ...(actor === undefined ? {} : { formalities: formalitiesOf(actor, command) }),
      },
    },
    ...record.value, ...followed.value,
  ]);
}

/** "possible now: …", for the end of every message. */
export function possibleIn(progress: Progress): string {
  const open = progress.steps.filter(({ standing }) => standing.kind === "open");
  return open.length === 0 ? "nothing more can be done in this case" : `possible now: ${open.map(({ step }) => `\`${step.id}\` (by the ${step.by})`).join(", ")}`;
}

/** The same steps, for whoever says it in another language. */
export function openIn(progress: Progress): readonly StepSaid[] {
  return progress.steps.flatMap(({ step, standing }) => (standing.kind === "open" ? [stepSaid(step)] : []));
}

function stepSaid({ id, names, by }: Step): StepSaid {
  return { id, names, by };
}

function partyFlaw(state: ProcedureCase, { step, instance }: StepProgress, { party, files, superior }: ProcedureContext): Flaw {
  if (party.kind !== step.by) return refuse("wrong-party", rule(35), `\`${step.id}\` is taken by the ${step.by}, not by the ${party.kind}`, { kind: "step", step: step.id, names: step.names, by: step.by });
  if (party.kind === "organisation") return ownsCase({ files }, party.files) ? undefined : refuse("wrong-party", rule(35), "an organisation acts on its own files alone, and this case is another's", { kind: "otherFile", file: state.file });
  const recused = recusalFlaw(state, party.actor);
  if (recused !== undefined) return recused;
  const parties = { files, office: state.office, ...(superior === undefined ? {} : { superior: superior.file }) };
  if (mayDecideInstance(parties, instance, party.actor.office)) return undefined;
  const rightful = instance === 1 ? state.office : superior?.file;
  return refuse("wrong-authority", rule(35), `\`${step.id}\` is for ${rightful === undefined ? "the office above, and this register knows none" : `the office \`${rightful}\``}${instance === 2 ? ", which decides on the appeal" : ""}: hand the case over to it`, { kind: "step", step: step.id, names: step.names, appeal: instance === 2, ...(rightful === undefined ? {} : { office: rightful }), ...(instance === 2 && superior !== undefined ? { officeNames: superior.names } : {}) });
}

/** A post that stood back from the case does nothing in it. */
export function recusalFlaw(state: Pick<ProcedureCase, "recused">, actor: Pick<Actor, "officers">): Flaw {
  const officer = actor.officers.find((each) => state.recused.includes(each));
  return officer === undefined ? undefined : refuse("officer-recused", rule(32), `\`${officer}\` stood back from this case: let other officers of the office take the step`, { kind: "step", officer });
}

/** Why a step cannot be taken now, by where it stands. */
export function standingFlaw({ step, standing }: StepProgress, progress: Progress, citation: string): Flaw {
  switch (standing.kind) {
    case "open":
      return undefined;
    case "done":
      return refuse("already-done", citation, `\`${step.id}\` was taken on ${standing.on}${standing.automatic ? " by the register itself" : ""}: ${possibleIn(progress)}`, { kind: "taken", step: step.id, names: step.names, on: standing.on, automatic: standing.automatic, open: openIn(progress) });
    case "waits":
      return refuse("step-skipped", citation, `\`${step.id}\` comes after ${standing.for.map((each) => `\`${each.id}\` (${each.names.en})`).join(", ")}: ${possibleIn(progress)}`, { kind: "waits", step: step.id, names: step.names, skipped: standing.for.map((each) => each.id).join(", "), waits: standing.for.map(stepSaid), open: openIn(progress) });
    case "tooLate":
      return refuse("too-late", citation, `\`${step.id}\` was possible until ${standing.lastDay}: ${possibleIn(progress)}`, { kind: "step", step: step.id, names: step.names, lastDay: standing.lastDay, open: openIn(progress) });
    case "closed":
      return refuse("case-closed", citation, `the case went another way, and \`${step.id}\` is not taken in it any more: ${possibleIn(progress)}`, { kind: "otherWay", step: step.id, names: step.names, phase: progress.phase, open: openIn(progress) });
  }
}

/** No step lies before the last one taken. */
export function lastDay(state: ProcedureCase, progress: Progress): PlainDate {
  const days = [...state.taken.map(({ takenOn }) => takenOn), ...progress.steps.flatMap(({ standing }) => (standing.kind === "done" && standing.automatic ? [standing.on] : []))].sort();
  return days.at(-1) ?? state.openedOn;
}

/** What a step may come to: an acceptance, a decision of either instance, an interview, a check of a promise. Empty: nothing to be said. */
export function outcomesOf(steps: readonly Step[], step: Step): readonly StepOutcome[] {
  if (step.kind === "acceptance") return ["accepted", "notAccepted"];
  if (step.kind === "interview") return ["attended", "notAttended"];
  const second = secondInstance(steps);
  const deciding = decidingSteps(steps.filter((each) => second.has(each.id) === second.has(step.id)));
  if (!deciding.some((each) => each.id === step.id)) return step.kind === "verification" ? ["kept", "broken"] : [];
  return ["granted", "refused"];
}

function outcomeFlaw(steps: readonly Step[], step: Step, { outcome }: TakeStep, citation: string): Flaw {
  const possible = outcomesOf(steps, step);
  if (outcome === undefined ? possible.length === 0 : possible.includes(outcome)) return undefined;
  return refuse("outcome-missing", citation, possible.length === 0 ? `\`${step.id}\` comes to nothing by itself: leave the outcome out` : `\`${step.id}\` comes to one of ${possible.map((each) => `\`${each}\``).join(", ")}: say which`, { step: step.id, names: step.names, outcomes: possible });
}

/** Whoever turns something down says why; a decision always does. */
function textFlaw(step: Step, { statement, outcome }: TakeStep, citation: string): Flaw {
  if (outcome === undefined || statement.trim() !== "") return undefined;
  return refuse("statement-missing", citation, `\`${step.id}\` states its reasons: add them`, { kind: "decision", step: step.id, names: step.names, missing: "reasons" });
}
