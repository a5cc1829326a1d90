// Progress: how far a case has come through its steps on a day: what is done, what may be taken now and by whom, why the rest may not, what
// is due and whether it is late. Derived from the events of the case and the law's steps; the decider, the desks and passDay read it.
import { addDays, later, type PlainDate } from "../../terms/index.ts";
import type { StepOutcome } from "../../events/index.ts";
import type { Step } from "../../rules/index.ts";
import type { Clock } from "../listing/answer-window.ts";
import type { GoverningSteps } from "./procedure-law.ts";
import type { ProcedureCase } from "./procedure-case.ts";
import { deadline, type DueDay } from "../clocks/working-days.ts";

/** Where a step stands on a day. */
export type StepStanding =
  | { readonly kind: "done"; readonly on: PlainDate; readonly outcome?: StepOutcome; readonly automatic: boolean }
  | { readonly kind: "open" }
  | { readonly kind: "waits"; readonly for: readonly Step[] }
  /** The organisation's time for it is over, and the right with it. */
  | { readonly kind: "tooLate"; readonly lastDay: PlainDate }
  /** The case went another way. */
  | { readonly kind: "closed" };

export interface StepProgress {
  readonly step: Step;
  /** 1 before the office, 2 before the office above it. */
  readonly instance: 1 | 2;
  readonly standing: StepStanding;
  /** It has to be taken here: the law makes it no option, or it answers what was asked. */
  readonly needed: boolean;
  readonly due?: StepDue;
}

export interface StepDue {
  readonly lastDay: PlainDate;
  /** The first day on which it is too late. */
  readonly until: PlainDate;
  readonly provisional: boolean;
  readonly passed: boolean;
}

/** `running`; or how it ended in the instance reached: not taken up, granted, refused, withdrawn; `done`: every step that has to be taken is. */
export type CasePhase = "running" | "notAccepted" | "granted" | "refused" | "withdrawn" | "done";

export interface Progress {
  readonly phase: CasePhase;
  readonly steps: readonly StepProgress[];
  /** The day of the step that ended it; of a running case none. */
  readonly endedOn?: PlainDate;
  readonly instance: 1 | 2;
}

export interface ProgressQuestion {
  readonly state: ProcedureCase;
  readonly governing: Pick<GoverningSteps, "steps">;
  /** Days of steps that were taken before the case began: a decision, its publication. */
  readonly known: ReadonlyMap<string, PlainDate>;
  readonly clock: Clock;
  readonly on: PlainDate;
}

export function progressOf(question: ProgressQuestion): Progress {
  const { state, governing: { steps }, on } = question;
  const second = secondInstance(steps);
  const done = doneSteps(question);
  const instance = steps.some((step) => step.kind === "appeal" && done.has(step.id)) ? 2 : 1;
  const deciding = { 1: decidingSteps(steps.filter((step) => !second.has(step.id))), 2: decidingSteps(steps.filter((step) => second.has(step.id))) };
  const ending = { 1: endingOf(deciding[1], steps, done, second, 1), 2: endingOf(deciding[2], steps, done, second, 2) };
  const withdrawn = state.withdrawal !== undefined;
  const progress = steps.map((step): StepProgress => {
    const own = second.has(step.id) ? 2 : 1;
    const due = dueOf(question, step, done);
    const standing = standingOf({ step, own, done, steps, deciding: deciding[own], ended: ending[own], firstEnded: ending[1], withdrawn, due, on });
    return { step, instance: own, standing, needed: !step.optional || (instance === 2 && deciding[2].includes(step)) || isAwaited(step, deciding[own], question), ...(due === undefined ? {} : { due }) };
  });
  const ended = ending[instance];
  const left = progress.some(({ needed, standing }) => needed && (standing.kind === "open" || standing.kind === "waits"));
  const phase: CasePhase = withdrawn ? "withdrawn" : (ended?.phase ?? (left ? "running" : "done"));
  const endedOn = state.withdrawal?.withdrawnOn ?? ended?.on;
  return { phase, steps: progress, instance, ...(endedOn === undefined ? {} : { endedOn }) };
}

/** What was asked waits for its answer, also where the law makes the steps to it optional because the objection or appeal is. Of several answers it knows one that has to be given. */
function isAwaited(step: Step, deciding: readonly Step[], { state, governing: { steps } }: ProgressQuestion): boolean {
  if (!deciding.every(({ optional }) => optional) || !(step.kind === "acceptance" || deciding.includes(step))) return false;
  const asked = new Set(state.taken.flatMap(({ step: id, by }) => (by === "organisation" && steps.some((each) => each.id === id && (each.kind === "objection" || each.kind === "application" || each.kind === "appeal")) ? [id] : [])));
  return comesAfter(step, steps, asked);
}

/** Whether nobody has to do anything in the case any more, unless an appeal is made. */
export function isOver(phase: CasePhase): boolean {
  return phase !== "running";
}

type Done = ReadonlyMap<string, { readonly on: PlainDate; readonly outcome?: StepOutcome; readonly automatic: boolean }>;

/** Steps on record, those known from before, and what the register does itself once all a step comes after has been done. */
function doneSteps({ state, governing: { steps }, known, on }: ProgressQuestion): Done {
  const done = new Map<string, { on: PlainDate; outcome?: StepOutcome; automatic: boolean }>();
  for (const [id, day] of known) if (day <= on) done.set(id, { on: day, automatic: false });
  for (const { step, takenOn, outcome } of state.taken) if (takenOn <= on && !done.has(step)) done.set(step, { on: takenOn, automatic: false, ...(outcome === undefined ? {} : { outcome }) });
  for (let grown = true; grown; ) {
    const before = done.size;
    for (const step of steps.filter((each) => each.automatic && !done.has(each.id))) {
      const awaited = step.after.map((id) => done.get(id));
      if (step.after.length === 0 || awaited.some((each) => each === undefined || isNegative(each.outcome))) continue;
      done.set(step.id, { on: awaited.flatMap((each) => each?.on ?? []).reduce(later), automatic: true });
    }
    grown = done.size > before;
  }
  return done;
}

export function isNegative(outcome: StepOutcome | undefined): boolean {
  return outcome === "refused" || outcome === "notAccepted";
}

/** The appeal and all that comes after it. */
export function secondInstance(steps: readonly Step[]): ReadonlySet<string> {
  const second = new Set<string>();
  for (let grown = true; grown; ) {
    const before = second.size;
    for (const step of steps) if (step.kind === "appeal" || step.after.some((id) => second.has(id))) second.add(step.id);
    grown = second.size > before;
  }
  return second;
}

/** The steps with which an instance answers: its decisions or reviews; where it has none, its verifications, or else its removals. The step a case begins with answers nothing. */
export function decidingSteps(steps: readonly Step[]): readonly Step[] {
  const byOffice = steps.filter((step) => step.by === "office" && !step.automatic && step.after.length > 0);
  for (const kinds of [["decision", "review"], ["verification"], ["removal"]] as const) {
    const found = byOffice.filter((step) => kinds.some((kind) => kind === step.kind));
    if (found.length > 0) return found;
  }
  return [];
}

interface Ending {
  readonly phase: Extract<CasePhase, "notAccepted" | "granted" | "refused">;
  readonly on: PlainDate;
}

function endingOf(deciding: readonly Step[], steps: readonly Step[], done: Done, second: ReadonlySet<string>, instance: 1 | 2): Ending | undefined {
  const turnedAway = steps.find((step) => step.kind === "acceptance" && (second.has(step.id) ? 2 : 1) === instance && done.get(step.id)?.outcome === "notAccepted");
  const on = turnedAway === undefined ? undefined : done.get(turnedAway.id)?.on;
  if (on !== undefined) return { phase: "notAccepted", on };
  for (const step of deciding) {
    const decided = done.get(step.id);
    if (decided?.outcome === "granted" || decided?.outcome === "refused") return { phase: decided.outcome, on: decided.on };
  }
  return undefined;
}

interface StandingQuestion {
  readonly step: Step;
  readonly own: 1 | 2;
  readonly done: Done;
  readonly steps: readonly Step[];
  readonly deciding: readonly Step[];
  readonly ended: Ending | undefined;
  readonly firstEnded: Ending | undefined;
  readonly withdrawn: boolean;
  readonly due: StepDue | undefined;
  readonly on: PlainDate;
}

function standingOf({ step, done, steps, deciding, ended, firstEnded, withdrawn, due, on }: StandingQuestion): StepStanding {
  const taken = done.get(step.id);
  if (taken !== undefined) return { kind: "done", ...taken };
  if (withdrawn || isPassedBy(step, steps, done, deciding, ended)) return { kind: "closed" };
  // An appeal is of whom the first instance turned down.
  if (step.kind === "appeal" && firstEnded?.phase === "granted") return { kind: "closed" };
  // What the register does by itself does not follow a refusal.
  if (step.automatic && step.after.some((id) => isNegative(done.get(id)?.outcome))) return { kind: "closed" };
  const waits = steps.filter((other) => step.after.includes(other.id) && !other.optional && !done.has(other.id));
  const oneOf = steps.filter((other) => step.after.includes(other.id));
  // What comes after optional steps alone comes after one of them.
  const unopened = oneOf.length > 0 && oneOf.every((other) => other.optional) && !oneOf.some((other) => done.has(other.id));
  if (waits.length > 0 || unopened) return { kind: "waits", for: waits.length > 0 ? waits : oneOf };
  if (lapses(step) && due !== undefined && due.until <= on) return { kind: "tooLate", lastDay: due.lastDay };
  return { kind: "open" };
}

/** A right of the organisation's lapses with its time; a duty, such as a report, can be fulfilled late. */
export function lapses({ by, kind }: Step): boolean {
  return by === "organisation" && kind !== "report" && kind !== "commitment";
}

/** Once an instance has answered, only what comes after its answer is left; what would follow another answer is closed. */
function isPassedBy(step: Step, steps: readonly Step[], done: Done, deciding: readonly Step[], ended: Ending | undefined): boolean {
  const extended = step.extends === undefined ? undefined : done.get(step.extends);
  if (extended !== undefined) return true;
  if (ended === undefined || step.kind === "appeal") return false;
  if (deciding.some((each) => each.id === step.id)) return true;
  const follows = comesAfter(step, steps, new Set(deciding.filter((each) => done.has(each.id)).map((each) => each.id)));
  // A removal or a release carries out what was granted.
  return !follows || (ended.phase !== "granted" && step.kind === "removal");
}

function comesAfter(step: Step, steps: readonly Step[], answered: ReadonlySet<string>): boolean {
  return step.after.some((id) => answered.has(id) || steps.some((other) => other.id === id && comesAfter(other, steps, answered)));
}

/** When a step is due, with the time of every extension that was given on top. */
function dueOf({ governing: { steps }, clock, on }: ProgressQuestion, step: Step, done: Done): StepDue | undefined {
  if (step.within === undefined || step.extends !== undefined || done.get(step.id)?.automatic === true) return undefined;
  const started = done.get(step.within.from);
  if (started === undefined || started.on > on) return undefined;
  const { calendar, suspensions = [] } = clock;
  const extensions = steps.filter((each) => each.extends === step.id && done.has(each.id));
  const due = extensions.reduce<DueDay>((at, extension) => {
    if (extension.within === undefined) return at;
    const longer = deadline(extension.within, at.day, calendar, suspensions);
    return { day: longer.day, provisional: at.provisional || longer.provisional };
  }, deadline(step.within, started.on, calendar, suspensions));
  const until = addDays(due.day, 1);
  const taken = done.get(step.id)?.on;
  return { lastDay: due.day, until, provisional: due.provisional, passed: taken === undefined ? until <= on : until <= taken };
}

/** What is still due of an office or the organisation, the earliest first: steps that may be taken and have a last day. */
export function openDue(progress: Progress): readonly (StepProgress & { readonly due: StepDue })[] {
  return progress.steps
    .flatMap((each) => (each.due !== undefined && (each.standing.kind === "open" || each.standing.kind === "waits") && each.needed ? [{ ...each, due: each.due }] : []))
    .sort((a, b) => (a.due.until < b.due.until ? -1 : a.due.until > b.due.until ? 1 : 0));
}
