// Case course: what happens next in a case that is no listing, and when. The law's procedure says which steps are open, for whom and until
// when; whether an office is late, what it decides, who withdraws, who appeals is the seed's.
import { addDays, later, type FileNumber, type PlainDate } from "../domain/terms/index.ts";
import type { FieldValues, StepOutcome } from "../domain/events/index.ts";
import type { Step } from "../domain/rules/index.ts";
import { outcomesOf, type StepProgress } from "../domain/cases/index.ts";
import { listingOnDay } from "../domain/register/index.ts";
import type { CaseInHand, ProcedureAsk, ProcedureRequest } from "../service/index.ts";
import { workingDays, type Workbench } from "./case-steps.ts";
import { ANSWERED, ASKED, STAYED, statementOf, WITHDRAWN } from "./case-words.ts";
import { chanceOf, type Chance } from "./chance.ts";

export type ProcedureInHand = Extract<CaseInHand, { readonly kind: "procedure" }>;

/** What is done next in a case, on which day. */
export interface Turn {
  readonly on: PlainDate;
  readonly request: ProcedureRequest;
}

const POSTS = ["handler-1", "handler-2", "reviewer", "head"];
const PER_THOUSAND = { withdrawn: 60, stayed: 120, recused: 30, late: 70, never: 20, longer: 120, appealed: 550, notAccepted: 120, filedLate: 600, failed: 250 } as const;

/** How often a decision turns out well for whoever asked. */
const GRANTED_PER_THOUSAND: Readonly<Record<string, number>> = { objection: 380, appeal: 330, repair: 820, removal: 820 };

/** The next turn of the case as it stands, undefined where it rests. The same case on the same day has the same turn. */
export function turnOf(bench: Workbench, each: ProcedureInHand, today: PlainDate): Turn | undefined {
  const { state, inLaw: { progress } } = each;
  const chance = chanceOf(bench.seed, "course", each.matter, state.taken.length, state.recused.length, state.stay === undefined ? 0 : 1);
  const order = state.taken.length === 1 ? orderOf(each, chance, today) : undefined;
  if (order !== undefined) return order;
  const own = chosen(each, chance);
  if (own === undefined || chance.happens(PER_THOUSAND.never)) return undefined;
  const consent = consentTurn(each, own, today);
  if (consent !== undefined) return consent;
  const by = own.step.by === "organisation" ? undefined : officeOf(each, own.instance);
  if (own.step.by === "office" && by === undefined) return undefined;
  return { on: dayOf(bench, own, chance, today), request: { by: by === undefined ? { kind: "organisation", file: state.file } : asOffice(each, by, own.step), command: stepCommand(each, own, chance, progress.phase, today) } };
}

/** The office above consents first, where the law asks for it and nobody has answered yet. */
function consentTurn(each: ProcedureInHand, { step, instance }: StepProgress, today: PlainDate): Turn | undefined {
  const { state, ground } = each;
  const office = officeOf(each, instance);
  const superior = office === undefined ? undefined : ground.offices.get(office)?.superior;
  if (!step.superiorConsent || step.by !== "office" || superior === undefined || state.consents.some((consent) => consent.step === step.id)) return undefined;
  return { on: addDays(today, 1), request: { by: { kind: "office", office: superior, officers: ["head"] }, command: { type: "GiveConsent", matter: state.matter, step: step.id, given: true } } };
}

/** What is ordered before the first answer: a withdrawal, a stay, a recusal. */
function orderOf(each: ProcedureInHand, chance: Chance, today: PlainDate): Turn | undefined {
  const { state, matter } = each;
  const on = addDays(today, chance.between(1, 3));
  if (state.openedBy !== "organisation" || each.inLaw.progress.phase !== "running" || state.stay !== undefined || state.recused.length > 0) return undefined;
  const office: ProcedureRequest["by"] = { kind: "office", office: state.office, officers: POSTS.slice(0, 2) };
  if (chance.happens(PER_THOUSAND.withdrawn)) return { on, request: { by: { kind: "organisation", file: state.file }, command: { type: "WithdrawCase", matter, reason: chance.oneOf(WITHDRAWN) } } };
  if ((state.about.kind === "listing" || state.about.kind === "record") && state.exit === undefined && chance.happens(PER_THOUSAND.stayed)) return { on, request: { by: office, command: { type: "OrderStay", matter, reason: STAYED } } };
  if (chance.happens(PER_THOUSAND.recused)) return { on, request: { by: office, command: { type: "Recuse", matter, officer: "handler-2", reason: "与申请人有利害关系，自行回避" } } };
  return undefined;
}

/** Of the open steps: one that has to be taken, unless the time for it is made longer or a way beside it is taken; else what the law leaves open and this case goes on to. */
function chosen({ state, inLaw: { progress } }: ProcedureInHand, chance: Chance): StepProgress | undefined {
  const open = progress.steps.filter(({ step, standing }) => standing.kind === "open" && !step.automatic);
  const appeal = open.find(({ step }) => step.kind === "appeal");
  if (progress.phase === "refused" || progress.phase === "notAccepted") return appeal !== undefined && progress.instance === 1 && chance.happens(PER_THOUSAND.appealed) ? appeal : undefined;
  if (progress.phase === "granted" || progress.phase === "withdrawn") return undefined;
  const longer = open.find(({ step }) => step.extends !== undefined);
  if (longer !== undefined && state.openedBy === "organisation" && chance.happens(PER_THOUSAND.longer)) return longer;
  const failure = open.find(({ step }) => step.does === "endStay");
  if (failure !== undefined && chance.happens(PER_THOUSAND.failed)) return failure;
  const needed = open.find((each) => each.needed);
  if (needed !== undefined) return needed.step.kind === "report" && needed.step.by === "organisation" && needed.due?.passed === true && !chance.happens(PER_THOUSAND.filedLate) ? undefined : needed;
  return open.find(({ step }) => step.by === "office" && goesOn(step, state.taken));
}

/** A check of a promise, and the record of a broken one. */
function goesOn(step: Step, taken: ProcedureInHand["state"]["taken"]): boolean {
  const last = taken.at(-1);
  if (step.kind === "report") return last?.outcome === "broken";
  return step.kind === "verification" && step.after.length > 0;
}

function officeOf({ state, ground }: ProcedureInHand, instance: 1 | 2): FileNumber | undefined {
  return instance === 1 ? state.office : ground.offices.get(state.office)?.superior;
}

function asOffice({ state }: ProcedureInHand, office: FileNumber, { officers }: Step): ProcedureRequest["by"] {
  return { kind: "office", office, officers: POSTS.filter((post) => !state.recused.includes(post)).slice(0, Math.max(1, officers)) };
}

/** Most of what has a last day is done before it; what an organisation does in its own time takes months. */
function dayOf(bench: Workbench, { step, due }: StepProgress, chance: Chance, today: PlainDate): PlainDate {
  if (step.by === "organisation") return step.kind === "appeal" ? addDays(today, chance.between(1, 5)) : addDays(today, chance.between(40, 150));
  if (step.does === "endStay" || step.kind === "verification" && due === undefined) return addDays(today, chance.between(50, 130));
  const soon = workingDays(bench, today, due === undefined ? chance.between(2, 9) : chance.between(1, 5));
  if (due === undefined || soon <= due.lastDay) return soon;
  return chance.happens(PER_THOUSAND.late) ? workingDays(bench, later(due.lastDay, today), chance.between(1, 9)) : later(due.lastDay, addDays(today, 1));
}

function stepCommand(each: ProcedureInHand, { step }: StepProgress, chance: Chance, phase: string, today: PlainDate): ProcedureAsk {
  const { state, inLaw: { governing } } = each;
  const outcome = outcomeOf(each, outcomesOf(governing.steps, step), chance, today);
  const fields = fieldsOf(step, outcome, state, today);
  return {
    type: "TakeStep", matter: state.matter, step: step.id, statement: chance.oneOf(step.by === "office" ? ANSWERED[outcome ?? "none"] : (ASKED[step.kind === "report" ? "late-report" : phase === "running" ? "repair" : "appeal"] ?? [])),
    statements: Object.fromEntries(step.states.map((word) => [word, statementOf(word)])),
    ...(outcome === undefined ? {} : { outcome }), ...(fields === undefined ? {} : { fields }),
    ...(step.legalReview ? { legalReview: { on: today } } : {}),
  };
}

function outcomeOf(each: ProcedureInHand, possible: readonly StepOutcome[], chance: Chance, today: PlainDate): StepOutcome | undefined {
  const { state, inLaw: { governing: { procedure } } } = each;
  const [well, ill] = possible;
  if (well === undefined || ill === undefined) return well;
  if (well === "accepted") return chance.happens(PER_THOUSAND.notAccepted) ? ill : well;
  if (well !== "granted") return chance.happens(780) ? well : ill;
  if (isGone(each, today)) return ill;
  if (state.openedBy === "office") return well;
  const purpose = procedure.purpose === "listing" ? "objection" : procedure.purpose;
  return chance.happens(GRANTED_PER_THOUSAND[purpose] ?? 500) ? well : ill;
}

/** Nothing is granted about what has ended meanwhile. */
function isGone({ state, ground, thing }: ProcedureInHand, today: PlainDate): boolean {
  if (thing.kind === "matter" && "decided" in thing) return thing.decided.removal?.retroactive === true;
  const about = thing.kind === "matter" ? thing.earlier.about : state.about;
  if (about.kind === "record") return ground.register.records.get(about.record)?.annulled === true;
  if (about.kind !== "listing") return false;
  const listing = ground.register.listings.get(about.listing);
  return listing === undefined || listingOnDay(listing, today).state !== "stands";
}

function fieldsOf(step: Step, outcome: StepOutcome | undefined, state: ProcedureInHand["state"], today: PlainDate): FieldValues | undefined {
  if (step.records === undefined) return undefined;
  if (step.kind === "interview") return { attended: outcome === "attended" };
  const year = state.opening.fields?.["reportYear"];
  return step.kind === "report" && step.by === "organisation" && year !== undefined ? { year, filedOn: today } : undefined;
}
