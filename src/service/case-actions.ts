// Case actions: what a viewer can do in a case now, with what each step asks to be filled in, and why the rest cannot be done. Every answer is
// the decider's own: the step is tried with everything it asks filled in, and nothing is stored.
import type { MatterId, Names } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import { valueOn, type Field, type Step } from "../domain/rules/index.ts";
import { correctable, outcomesOf, possibleCommands, type GiveConsent, type ListingCommand } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import { postsOf, type Asking } from "./asking.ts";
import { thingOf } from "./case-ground.ts";
import type { CorrectionAsked } from "./correction.ts";
import { trialValues } from "./field-trial.ts";
import { statedBasisOf } from "./listing-draft.ts";
import type { CaseInHand } from "./open-cases.ts";
import type { Problem } from "./problem.ts";
import { act, type CaseCommand, type CaseRequest } from "./run-case.ts";
import { decideIn, type ProcedureAsk } from "./run-procedure.ts";

/** What a form for the step has to ask. */
export interface CaseAsks {
  /** Empty: the step comes to nothing by itself. */
  readonly outcomes: readonly string[];
  /** Words of the law for what must be stated beside the text. */
  readonly states: readonly string[];
  readonly officers: number;
  readonly legalReview: boolean;
  /** What it puts on file has these fields to fill in. */
  readonly fields: readonly Field[];
  readonly attachments: boolean;
  /** Where it is granted: the record that is annulled or corrected, as it stands. */
  readonly correction?: CorrectionAsked;
  /** Posts of the office that may act; empty: the law names none. */
  readonly posts: readonly { readonly id: string; readonly names: Names }[];
}

/** Why a step cannot be taken: the refusal, or the problem before it came to one. */
export interface WhyNot extends Pick<Problem, "message" | "facts" | "refusal" | "articles"> {
  readonly citation: string;
  /** Of the refusal, as errors.md lists it; else the problem's. */
  readonly code: string;
}

export function whyOf({ code, message, citation, refusal, articles, facts }: Problem): WhyNot {
  return { message, citation: citation ?? code, code: refusal?.code ?? code, ...(refusal === undefined ? {} : { refusal }), ...(articles === undefined ? {} : { articles }), ...(facts === undefined ? {} : { facts }) };
}

export interface CaseAction {
  /** A command of the listing procedure, or `TakeStep`, `WithdrawCase`, `OrderStay`, `EndStay`, `Recuse`. */
  readonly action: ListingCommand["type"] | Exclude<ProcedureAsk["type"], "OpenCase">;
  /** Of `TakeStep`. */
  readonly step?: string;
  readonly names?: Names;
  readonly by: "office" | "organisation";
  readonly allowed: boolean;
  readonly why?: WhyNot;
  readonly asks: CaseAsks;
}

const NOTHING_ASKED: CaseAsks = { outcomes: [], states: [], officers: 0, legalReview: false, fields: [], attachments: false, posts: [] };
const FILLED = "…";

/** What the viewer can do; steps of the other party are left out. */
export async function actionsOf(each: CaseInHand, viewer: Asking): Promise<readonly CaseAction[]> {
  return each.kind === "listing" ? listingActions(each, viewer) : procedureActions(each, viewer);
}

function procedureActions(each: Extract<CaseInHand, { readonly kind: "procedure" }>, viewer: Asking): readonly CaseAction[] {
  const { ground, state, inLaw: { governing, progress } } = each;
  const office = officeActing(each, viewer);
  const posts = office === undefined ? [] : postsOf(ground.registry, office);
  const trying = viewer.kind === "office" && posts.length > 0 ? { ...viewer, officers: posts.map(({ id }) => id).filter((id) => !state.recused.includes(id)) } : viewer;
  const tried = (command: ProcedureAsk): Pick<CaseAction, "allowed" | "why"> => {
    const decided = decideIn(ground, { by: trying, command }, state.matter, state);
    return decided.ok ? { allowed: true } : { allowed: false, why: whyOf(decided.error) };
  };
  const steps = progress.steps.filter(({ step, standing }) => step.by === viewer.kind && !step.automatic && standing.kind !== "done").map(({ step }): CaseAction => {
    const outcomes = outcomesOf(governing.steps, step);
    const answers = (outcomes.length === 0 ? [undefined] : outcomes).map((outcome) => tried({
      type: "TakeStep", matter: state.matter, step: step.id, statement: FILLED, statements: Object.fromEntries(step.states.map((word) => [word, FILLED])),
      ...(outcome === undefined ? {} : { outcome }), ...(step.legalReview ? { legalReview: { on: ground.today } } : {}),
      ...fieldsFilled(each, step),
    }));
    const possible = answers.find(({ allowed }) => allowed) ?? answers[0] ?? { allowed: false };
    return { action: "TakeStep", step: step.id, names: step.names, by: step.by, ...possible, asks: { ...asksOf(each, step, posts), outcomes: outcomes.filter((_outcome, index) => answers[index]?.allowed === true), ...correctionOf(each, step, outcomes) } };
  });
  const others: readonly ProcedureAsk[] = viewer.kind === "office"
    ? [{ type: "OrderStay", matter: state.matter, reason: FILLED }, { type: "EndStay", matter: state.matter, reason: FILLED }, { type: "Recuse", matter: state.matter, officer: FILLED, reason: FILLED }, { type: "WithdrawCase", matter: state.matter, reason: FILLED }]
    : [{ type: "WithdrawCase", matter: state.matter, reason: FILLED }];
  const consents = viewer.kind === "office" ? consentActions(progress.steps.filter(({ standing }) => standing.kind !== "done").map(({ step }) => step), each, posts, tried) : [];
  return [...steps, ...consents, ...others.flatMap((command): CaseAction[] => (command.type === "OpenCase" ? [] : [{ action: command.type, by: viewer.kind, ...tried(command), asks: { ...NOTHING_ASKED, posts } }]))];
}

/** The office that looks. */
function officeActing({ ground }: CaseInHand, viewer: Asking): OpenOffice | undefined {
  return viewer.kind === "office" ? [...ground.offices.values()].find(({ file }) => file === viewer.office) : undefined;
}

/** The steps whose consent is still to be answered, each as an action of the office that looks. */
function consentActions(steps: readonly Step[], { matter, state }: CaseInHand, posts: CaseAsks["posts"], tried: (command: GiveConsent) => Pick<CaseAction, "allowed" | "why">): readonly CaseAction[] {
  return steps.filter((step) => step.superiorConsent && step.by === "office" && !state.consents.some((consent) => consent.step === step.id)).map((step): CaseAction => ({
    action: "GiveConsent", step: step.id, names: step.names, by: "office", ...tried({ type: "GiveConsent", matter, step: step.id, given: true }), asks: { ...NOTHING_ASKED, outcomes: ["given", "refused"], posts },
  }));
}

/** What a decision to grant may correct: of an office's step alone. */
function correctionOf({ ground, state }: Extract<CaseInHand, { readonly kind: "procedure" }>, step: Step, outcomes: readonly string[]): Pick<CaseAsks, "correction"> {
  const thing = step.by === "office" && outcomes.includes("granted") ? thingOf(ground, state.about) : undefined;
  const record = thing === undefined ? undefined : correctable(state, thing, ground.registry.rulebook);
  const type = record === undefined ? undefined : ground.registry.rulebook.get("record-type", record.type);
  return record === undefined || type === undefined ? {} : { correction: { record: record.id, type: type.id, fields: type.fields, values: record.fields } };
}

/** A value for every field the record needs, so that only the step itself is tried. */
function fieldsFilled({ ground, state }: Extract<CaseInHand, { readonly kind: "procedure" }>, step: Step): { readonly fields?: FieldValues } {
  const type = step.records === undefined || state.records.has(step.records.type) ? undefined : ground.registry.rulebook.get("record-type", step.records.type);
  return type === undefined ? {} : { fields: trialValues(type.fields.filter(({ name }) => !(name in (step.records?.set ?? {}))), ground.today) };
}

function asksOf({ ground }: CaseInHand, step: Step, posts: CaseAsks["posts"]): CaseAsks {
  const type = step.records === undefined ? undefined : ground.registry.rulebook.get("record-type", step.records.type);
  return {
    outcomes: [], states: step.states.filter((word) => !["facts", "reasons", "outcome"].includes(word)), officers: step.by === "office" ? step.officers : 0, legalReview: step.legalReview,
    fields: (type?.fields ?? []).filter((field) => !(field.name in (step.records?.set ?? {}))), attachments: true, posts: step.by === "office" ? posts : [],
  };
}

const STEP_OF: Partial<Record<ListingCommand["type"], Step["kind"]>> = { IssueNotice: "notice", RecordService: "service", ReceiveDefence: "defence", HoldHearing: "hearing", DecideListing: "decision", RemoveListing: "removal" };

async function listingActions(each: Extract<CaseInHand, { readonly kind: "listing" }>, viewer: Asking): Promise<readonly CaseAction[]> {
  const { ground, state, matter } = each;
  const { registry, register, offices } = ground;
  const { rulebook } = registry;
  const list = rulebook.get("list", state.list);
  const procedure = list?.procedure === undefined ? undefined : rulebook.get("procedure", list.procedure);
  const steps = procedure === undefined ? [] : (valueOn(procedure.steps, state.proposal.proposedOn) ?? []);
  const office = officeActing(each, viewer);
  const posts = office === undefined ? [] : postsOf(registry, office).filter(({ id }) => !state.recused.includes(id));
  const reading = { offices, register, events: new Map([[matter, register.matters.get(matter) ?? []]]), proposers: new Map(each.office === null ? [] : [[matter, each.office] as const]) };
  const by = viewer.kind === "office" ? viewer.office : (each.office ?? "");
  const officers = viewer.kind === "organisation" ? [] : posts.length === 0 ? viewer.officers : posts.map(({ id }) => id);
  const tried = (command: CaseCommand): Pick<CaseAction, "allowed" | "why"> => {
    const request: CaseRequest & { readonly matter: MatterId } = { by, officers, command, matter, ...(viewer.kind === "organisation" ? { organisation: viewer.file } : {}) };
    const decided = act(registry, reading, request);
    return decided.ok ? { allowed: true } : { allowed: false, why: whyOf(decided.error) };
  };
  const stepOf = (type: ListingCommand["type"]): Step | undefined => steps.find((step) => step.kind === STEP_OF[type]);
  const beside = (step: Step | undefined) => ({
    statements: Object.fromEntries((step?.states ?? []).map((word) => [word, FILLED])),
    ...(step?.legalReview === true ? { legalReview: { on: ground.today } } : {}),
  });
  const basis = list === undefined ? [] : statedBasisOf(registry, list, ground.today);
  const commands: readonly CaseCommand[] = viewer.kind === "organisation"
    ? [{ type: "ReceiveDefence", matter, statement: FILLED }]
    : [
      { type: "IssueNotice", matter, facts: FILLED, basis, consequences: [], ...beside(stepOf("IssueNotice")) },
      { type: "RecordService", matter, means: FILLED, failed: false, ...beside(stepOf("RecordService")) },
      { type: "ReceiveDefence", matter, statement: FILLED },
      { type: "HoldHearing", matter, chair: posts.find(({ id }) => !(state.proposal.formalities?.acting ?? []).includes(id))?.id ?? FILLED, attended: true, minutes: FILLED },
      { type: "DecideListing", matter, outcome: "listed", reasons: FILLED, basis, ...beside(stepOf("DecideListing")) },
      { type: "WithdrawProposal", matter, reason: FILLED },
      { type: "RecuseOfficer", matter, officer: posts[0]?.id ?? FILLED, reason: FILLED },
      { type: "RemoveListing", matter, act: "annulment", reasons: FILLED, ...beside(stepOf("RemoveListing")) },
    ];
  const possible = possibleCommands(state);
  const consents = viewer.kind === "office" ? consentActions(steps.filter(({ kind }) => (kind === "removal") === (state.kind === "decided")), each, posts, tried) : [];
  return [...commands.map((command): CaseAction => {
    const step = stepOf(command.type);
    const outcomes = command.type !== "DecideListing" ? [] : (step?.outcomes ?? []).filter((outcome) => tried({ ...command, outcome, ...(outcome === "conditional" ? { conditions: [FILLED] } : {}) }).allowed);
    const answer = command.type === "DecideListing" && outcomes.length > 0 ? { allowed: true } : tried(command);
    const asks = step === undefined ? { ...NOTHING_ASKED, posts } : { ...asksOf(each, step, posts), attachments: command.type === "ReceiveDefence", states: step.states.filter((word) => !CARRIED.includes(word)), outcomes };
    return { action: command.type, by: command.type === "ReceiveDefence" ? "organisation" : "office", ...answer, ...(step === undefined ? {} : { names: step.names, step: step.id }), asks };
  }), ...consents].filter(({ action, allowed }) => allowed || possible.length > 0 || action === "RemoveListing");
}

/** What a listing's own fields and the law carry, so that no form asks for it. */
const CARRIED: readonly string[] = ["facts", "reasons", "basis", "consequences", "answerDays", "days to answer", "criteria", "outcome", "end", "exits"];

