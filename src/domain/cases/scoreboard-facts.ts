// What a scoreboard counts: of every listing case, every other case and every record the facts an office is measured by in a span of days.
// Made of cases as the law has them and of records as they are on file; scoreboard.ts adds them up. Nothing here names an organisation.
import { addDays, covers, later, type FileNumber, type LawId, type MatterId, type PlainDate } from "../terms/index.ts";
import type { RecordOnFile } from "../register/index.ts";
import { valueOn, type Step, type StepKind } from "../rules/index.ts";
import type { Clock } from "./listing/answer-window.ts";
import type { BegunCase } from "./listing/case-state.ts";
import { daysOf } from "./listing/kept-listing.ts";
import { listingLaw, type LawBook } from "./listing/listing-law.ts";
import type { ProcedureCase } from "./procedure/procedure-case.ts";
import { governingProcedure, type GoverningSteps } from "./procedure/procedure-law.ts";
import { decidingSteps, type StepProgress } from "./procedure/progress.ts";
import type { CaseInLaw } from "./procedure/take-step.ts";
import { deadline, isWorkingDay } from "./clocks/working-days.ts";

/** A half open span of days that ends after today at the latest, and the law the days are held against. */
export interface Measuring {
  readonly law: LawBook;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly today: PlainDate;
}

/** What an office's step is measured by. `noTime`: the law states no time for it, so nobody can say that it was late. */
export type Timeliness = "inTime" | "late" | "missing" | "noTime";

export type MeasuredStep = "notice" | "service" | "decision" | "listingPublication" | "recordPublication";

/** One thing an office did or left undone. */
export type ScoreFact = { readonly office: FileNumber | null } & (
  | { readonly kind: "step"; readonly step: MeasuredStep; readonly timeliness: Timeliness }
  | { readonly kind: "decided"; readonly reversed: boolean }
  /** `days`: working days from the opening to the answer; null while nobody has answered. */
  | { readonly kind: "handled"; readonly what: "objection" | "repair" | "appeal"; readonly days: number | null; readonly timeliness: Timeliness | "open" | "withdrawn" }
);

type Handled = Extract<ScoreFact, { readonly kind: "handled" }>;

export interface ListingMeasured {
  readonly state: BegunCase;
  readonly office: FileNumber | null;
  readonly clock: Clock;
}

/** The steps of one listing case, and its decision. */
export function factsOfListing({ state, office, clock }: ListingMeasured, measuring: Measuring): readonly ScoreFact[] {
  const { law, today } = measuring;
  const governing = listingLaw(law, state.list, daysOf(state, state.kind === "decided" ? state.decision.decidedOn : today));
  const steps = governing.ok ? governing.value.steps : [];
  const taken = new Map<StepKind, PlainDate>([["proposal", state.proposal.proposedOn]]);
  if ("notice" in state) taken.set("notice", state.notice.issuedOn);
  if ("service" in state) taken.set("service", state.service.servedOn);
  if ("defences" in state && state.defences[0] !== undefined) taken.set("defence", state.defences[0].receivedOn);
  if (state.kind === "decided") taken.set("decision", state.decision.decidedOn);
  const closedOn = state.kind === "withdrawn" ? state.withdrawal.withdrawnOn : undefined;
  const listed = state.kind === "decided" && state.decision.outcome === "listed" && law.get("list", state.list)?.published === true;
  if (listed && state.decision.publishedFrom !== undefined && state.decision.publishedFrom <= today) taken.set("publication", state.decision.publishedFrom);
  const measured: readonly (readonly [StepKind, MeasuredStep])[] = [["notice", "notice"], ["service", "service"], ["decision", "decision"], ...(listed ? [["publication", "listingPublication"] as const] : [])];
  const decided: readonly ScoreFact[] = state.kind === "decided" && isIn(state.decision.decidedOn, measuring) ? [{ kind: "decided", office, reversed: state.removal?.act === "objection" || state.removal?.act === "annulment" }] : [];
  return [...measured.flatMap(([kind, step]) => stepFact({ step, office, takenOn: taken.get(kind), lastDay: lastDayOf(steps, kind, taken, clock), ...(closedOn === undefined ? {} : { closedOn }) }, measuring)), ...decided];
}

function lastDayOf(steps: readonly Step[], kind: StepKind, taken: ReadonlyMap<StepKind, PlainDate>, { calendar, suspensions = [] }: Clock): PlainDate | undefined {
  const step = steps.find((each) => each.kind === kind);
  const from = steps.find((each) => each.id === step?.within?.from);
  const started = from === undefined ? undefined : taken.get(from.kind);
  return step?.within === undefined || started === undefined ? undefined : deadline(step.within, started, calendar, suspensions).day;
}

interface StepMeasured {
  readonly step: MeasuredStep;
  readonly office: FileNumber | null;
  readonly takenOn: PlainDate | undefined;
  readonly lastDay: PlainDate | undefined;
  /** From then on nothing was to be done any more. */
  readonly closedOn?: PlainDate;
}

/** A step counts on the day it was taken; one that is missing on the first day on which it is too late. What may still come counts nowhere. */
function stepFact({ step, office, takenOn, lastDay, closedOn }: StepMeasured, measuring: Measuring): readonly ScoreFact[] {
  if (takenOn !== undefined) return isIn(takenOn, measuring) ? [{ kind: "step", step, office, timeliness: lastDay === undefined ? "noTime" : takenOn <= lastDay ? "inTime" : "late" }] : [];
  if (lastDay === undefined) return [];
  const missingFrom = addDays(lastDay, 1);
  const isMissing = missingFrom <= measuring.today && (closedOn === undefined || missingFrom <= closedOn) && isIn(missingFrom, measuring);
  return isMissing ? [{ kind: "step", step, office, timeliness: "missing" }] : [];
}

export interface CaseMeasured {
  readonly state: ProcedureCase;
  readonly inLaw: CaseInLaw;
  readonly clock: Clock;
}

/** `overturned`: matters whose decision an appeal of its own turned over. */
export function factsOfCase({ state, inLaw: { governing, progress }, clock }: CaseMeasured, overturned: ReadonlySet<MatterId>, measuring: Measuring): readonly ScoreFact[] {
  const what = handledAs(governing);
  if (what === undefined) return [];
  const { office, openedOn } = state;
  const first = progress.steps.filter(({ instance }) => instance === 1);
  const deciding = new Set(decidingSteps(first.map(({ step }) => step)));
  const [answer] = answersIn(first, deciding).toSorted((a, b) => ((dayOfStep(a)[0] ?? "") < (dayOfStep(b)[0] ?? "") ? -1 : 1));
  const [answeredOn] = answer === undefined ? [] : dayOfStep(answer);
  const timeliness = timelinessOf(first, deciding, answer, state.withdrawal !== undefined);
  const handled: readonly ScoreFact[] = isIn(openedOn, measuring) ? [{ kind: "handled", office, what, timeliness, days: answeredOn === undefined ? null : workingDaysBetween(clock, openedOn, answeredOn) }] : [];
  const reversed = overturned.has(state.matter) || (progress.instance === 2 && progress.phase === "granted");
  return answeredOn === undefined || !isIn(answeredOn, measuring) ? handled : [...handled, { kind: "decided", office, reversed }];
}

/** A list's own procedure runs its objections; removal is repair by another name. */
function handledAs({ procedure: { purpose } }: GoverningSteps): Handled["what"] | undefined {
  switch (purpose) {
    case "objection":
    case "listing":
      return "objection";
    case "repair":
    case "removal":
      return "repair";
    case "appeal":
      return "appeal";
    default:
      return undefined;
  }
}

/** The steps that were an answer: a decision, or not taking the case up. */
function answersIn(first: readonly StepProgress[], deciding: ReadonlySet<Step>): readonly StepProgress[] {
  return first.filter(({ step, standing }) => standing.kind === "done" && (deciding.has(step) || (step.kind === "acceptance" && standing.outcome === "notAccepted")));
}

function dayOfStep({ standing }: StepProgress): readonly PlainDate[] {
  return standing.kind === "done" ? [standing.on] : [];
}

function timelinessOf(first: readonly StepProgress[], deciding: ReadonlySet<Step>, answer: StepProgress | undefined, withdrawn: boolean): Handled["timeliness"] {
  if (answer !== undefined) return answer.due === undefined ? "noTime" : answer.due.passed ? "late" : "inTime";
  if (withdrawn) return "withdrawn";
  const awaited = first.filter(({ step, standing }) => step.by === "office" && !step.optional && standing.kind !== "done" && standing.kind !== "closed");
  if (awaited.some(({ due }) => due?.passed === true)) return "missing";
  return [...deciding].some(({ within }) => within !== undefined) ? "open" : "noTime";
}

/** Working days after the one, up to and with the other; days on which clocks stand still are none. */
function workingDaysBetween({ calendar, suspensions = [] }: Clock, from: PlainDate, to: PlainDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day).working && !suspensions.some((each) => each.from <= day && day < each.until)) count += 1;
  }
  return count;
}

export interface RecordMeasured {
  readonly record: Pick<RecordOnFile, "type" | "office" | "decidedOn">;
  /** The authority of the office that handed it in, and where that is, nearest first. */
  readonly authority: LawId | undefined;
  readonly regions: readonly string[];
  /** The day it reached the register. */
  readonly recordedOn: PlainDate;
  readonly clock: Clock;
}

/** How soon records reached the register after their decisions; nothing of records the law does not publish. The law is asked once for all of one type, authority, place and day. */
export function factsOfRecords(all: readonly RecordMeasured[], measuring: Measuring): readonly ScoreFact[] {
  const { law } = measuring;
  const measured = all.filter(({ record, recordedOn }) => isIn(recordedOn, measuring) && law.get("record-type", record.type)?.disclosure === "public");
  return [...Map.groupBy(measured, ({ record, authority, regions }) => [record.type, authority, regions[0], record.decidedOn].join(" ")).values()].flatMap((alike) => {
    const [first] = alike;
    const lastDay = first === undefined ? undefined : publicationDue(law, first);
    return alike.map(({ record, recordedOn }): ScoreFact => ({ kind: "step", step: "recordPublication", office: record.office, timeliness: lastDay === undefined ? "noTime" : recordedOn <= lastDay ? "inTime" : "late" }));
  });
}

function publicationDue(law: LawBook, { record: { type: of, decidedOn }, authority, regions, clock }: RecordMeasured): PlainDate | undefined {
  return decidedOn === undefined ? undefined : publishedBy(law, { of, decidedOn, regions, clock, ...(authority === undefined ? {} : { authority }) });
}

interface Publishing {
  readonly of: LawId;
  readonly authority?: LawId;
  readonly regions: readonly string[];
  readonly decidedOn: PlainDate;
  readonly clock: Clock;
}

/** The last day the law's publicity procedures leave; where it is open which of them governs, the last of all. */
function publishedBy(law: LawBook, { decidedOn, clock: { calendar, suspensions = [] }, ...asked }: Publishing): PlainDate | undefined {
  const days = { appliedOn: decidedOn, decidedOn, effectiveFrom: decidedOn, asked: decidedOn };
  const found = governingProcedure(law, { purposes: ["publicity"], days, ...asked }, { calendar, begins: ({ procedure, steps }) => procedure.covers.length > 0 && timedPublication(steps) !== undefined });
  if (!found.ok) return undefined;
  const readings = found.value.readings.flatMap((id) => law.get("procedure", id) ?? []).filter((procedure) => covers(procedure, decidedOn)).map((procedure) => valueOn(procedure.steps, decidedOn) ?? []);
  const last = [found.value.steps, ...readings].flatMap((steps) => timedPublication(steps)?.within ?? []).map((within) => deadline(within, decidedOn, calendar, suspensions).day);
  return last.length === 0 ? undefined : last.reduce(later);
}

/** The publication that is timed from the decision itself. */
function timedPublication(steps: readonly Step[]): Step | undefined {
  return steps.find((step) => step.kind === "publication" && !step.optional && steps.some((other) => other.kind === "decision" && other.id === step.within?.from));
}

function isIn(day: PlainDate, { from, until }: Pick<Measuring, "from" | "until">): boolean {
  return from <= day && day < until;
}
