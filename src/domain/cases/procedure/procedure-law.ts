// Which procedure of the law governs an application, and by which steps: among those of its purpose in force where it is made, for the
// thing it is about. A list's own listing procedure goes first where it has steps for an objection. Read from the rulebook.
import { covers, ok, type LawId, type PlainDate, type Result } from "../../terms/index.ts";
import { valueOn, type Procedure, type ProcedurePurpose, type Step } from "../../rules/index.ts";
import { governingDay, type GoverningDays } from "../ends/governing-day.ts";
import { settle } from "../ends/precedence.ts";
import { procedureOfPending } from "../listing/pending-procedure.ts";
import { withSuperiors, type LawBook } from "../listing/listing-law.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import { deadline, type WorkingCalendar } from "../clocks/working-days.ts";
import { decidingSteps, secondInstance } from "./progress.ts";

/** What an organisation (or an office) can ask for. */
export type ApplicationPurpose = Extract<ProcedurePurpose, "objection" | "appeal" | "repair" | "removal" | "commitment" | "annual-report" | "interview">;

/** What the law must know of an application to say how it runs. */
export interface Application {
  readonly purposes: readonly ProcedurePurpose[];
  /** The list or record type of the thing it is about. */
  readonly of?: LawId;
  /** The authority whose decision or record it is about. */
  readonly authority?: LawId;
  /** Where: the region of the office that decides, and those above it. */
  readonly regions: readonly string[];
  readonly days: GoverningDays;
}

/** A procedure with the steps by which a case runs. */
export interface GoverningSteps {
  readonly procedure: Procedure;
  /** Those a case runs by. */
  readonly steps: readonly Step[];
  /** All the procedure has: of a listing procedure those before its objection too. */
  readonly all: readonly Step[];
  /** Other procedures that speak as well: the law leaves open which goes first. */
  readonly readings: readonly LawId[];
}

/** Every procedure that speaks for the application on its day, in the law's order. */
export function speakingProcedures(law: LawBook, application: Application): readonly GoverningSteps[] {
  const own = ownSteps(law, application);
  const found = law.all("procedure").filter((procedure) => isFor(law, procedure, application)).flatMap((procedure) => stepsFor(law, procedure, application.days));
  return [...(own === undefined ? [] : [own]), ...found];
}

export interface Choosing {
  readonly calendar: WorkingCalendar;
  /** Whether whoever asks can begin it. */
  readonly begins: (governing: GoverningSteps) => boolean;
}

/**
 * The one a case runs by. A rule of the law made for this very thing goes before rules made for many; where the law leaves open which of
 * several governs, it is the one that decides soonest, and the others are named as readings.
 */
export function governingProcedure(law: LawBook, application: Application, { calendar, begins }: Choosing): Result<GoverningSteps, Refusal> {
  const speaking = speakingProcedures(law, application).filter(begins);
  const [first] = speaking;
  if (first === undefined) return refuse("no-procedure", application.of ?? rule(33), `the law in use on ${application.days.asked} knows no procedure for this (${application.purposes.join(", ")}): ask the authority in writing`, { kind: "noneSpeaks", purposes: application.purposes.join(", "), on: application.days.asked });
  const fewest = Math.min(...speaking.map(({ procedure }) => madeFor(procedure)));
  const special = speaking.filter(({ procedure }) => Number.isFinite(fewest) && madeFor(procedure) === fewest);
  const settled = settle(law, application.days.asked, speaking.map(({ procedure }) => procedure.id), special.length === 1 ? special[0]?.procedure.id : undefined);
  if (settled === undefined || settled.kind === "governs") return ok(speaking.find(({ procedure }) => procedure.id === settled?.rule) ?? first);
  const readings = speaking.filter(({ procedure }) => settled.readings.includes(procedure.id))
    .map((governing) => ({ governing, by: decidedBy(governing, application, calendar) })).sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ governing }) => governing);
  const [soonest = first, ...others] = readings;
  return ok({ ...soonest, readings: others.map(({ procedure }) => procedure.id) });
}

/** How many lists and record types a procedure is made for; a list's own listing procedure for that list alone. */
function madeFor(procedure: Procedure): number {
  return procedure.purpose === "listing" ? 1 : procedure.covers.length || Infinity;
}

/** The steps of a procedure a case already runs by, on a day. */
export function stepsOfCase(law: LawBook, id: LawId, days: GoverningDays): Result<GoverningSteps, Refusal> {
  const procedure = law.get("procedure", id);
  if (procedure === undefined) return refuse("no-procedure", rule(33), `the law in use knows no procedure \`${id}\`: the case goes on under the law that began it`, { kind: "gone", procedure: id });
  const [governing] = stepsFor(law, procedure, days);
  if (governing === undefined) return refuse("no-procedure", id, `the procedure \`${id}\` has no steps on ${days.asked}`, { kind: "noSteps", procedure: id, on: days.asked });
  return ok(procedure.purpose === "listing" ? { ...governing, steps: afterwards(governing.steps) } : governing);
}

/** A listing procedure that says itself how its listings are objected to, and who answers. */
function ownSteps(law: LawBook, { purposes, of, days }: Application): GoverningSteps | undefined {
  const list = of === undefined || !purposes.includes("objection") ? undefined : law.get("list", of);
  const procedure = list?.procedure === undefined ? undefined : law.get("procedure", list.procedure);
  const [governing] = procedure === undefined ? [] : stepsFor(law, procedure, days);
  if (governing === undefined || procedure?.purpose !== "listing") return undefined;
  const steps = afterwards(governing.steps);
  return decidingSteps(steps).length === 0 ? undefined : { ...governing, steps };
}

/** The steps that follow a listing: its objection and all that comes after it. */
function afterwards(steps: readonly Step[]): readonly Step[] {
  const kept = new Set<string>();
  for (let grown = true; grown; ) {
    const before = kept.size;
    for (const step of steps) if (step.kind === "objection" || step.after.some((id) => kept.has(id))) kept.add(step.id);
    grown = kept.size > before;
  }
  return steps.filter((step) => kept.has(step.id));
}

const OF_THE_ORGANISATION: readonly ApplicationPurpose[] = ["commitment", "annual-report", "interview"];

function isFor(law: LawBook, procedure: Procedure, { purposes, of, authority, regions }: Application): boolean {
  if (procedure.draft === true || !purposes.some((purpose) => purpose === procedure.purpose)) return false;
  // What an organisation does as such is about nothing on file; there `covers` names what it puts there.
  if (procedure.covers.length > 0 && !OF_THE_ORGANISATION.some((purpose) => purpose === procedure.purpose) && (of === undefined || !procedure.covers.includes(of))) return false;
  if (procedure.regions.length > 0 && !procedure.regions.some((region) => regions.includes(region))) return false;
  return procedure.authority === undefined || (authority !== undefined && withSuperiors(law, authority).includes(procedure.authority));
}

/** The steps on the day the procedure's anchor names, moved where a transition says so; none where it was not in force. */
function stepsFor(law: LawBook, procedure: Procedure, days: GoverningDays): readonly GoverningSteps[] {
  const day = governingDay(procedure.anchor, days);
  const moved = procedureOfPending(law, procedure, days);
  if (moved !== undefined) return [{ ...moved, all: moved.steps, readings: [] }];
  if (day === undefined || !covers(procedure, day)) return [];
  const steps = valueOn(procedure.steps, day) ?? [];
  return [{ procedure, steps, all: steps, readings: [] }];
}

/** The last day the first instance could answer on, if each step before took its whole time; without any time stated: never. */
function decidedBy({ steps }: GoverningSteps, { days }: Application, calendar: WorkingCalendar): string {
  const reached = new Map<string, PlainDate>();
  for (let grown = true; grown; ) {
    const before = reached.size;
    for (const step of steps) {
      if (reached.has(step.id) || step.after.some((id) => !reached.has(id) && steps.some((each) => each.id === id && !each.optional))) continue;
      const from = step.within === undefined ? undefined : reached.get(step.within.from);
      const latest = step.after.flatMap((id) => reached.get(id) ?? []).sort().at(-1) ?? days.appliedOn;
      reached.set(step.id, step.within === undefined || from === undefined ? latest : deadline(step.within, from, calendar).day);
    }
    grown = reached.size > before;
  }
  const second = secondInstance(steps);
  const timed = decidingSteps(steps.filter((step) => !second.has(step.id))).filter((step) => step.within !== undefined && !step.optional).flatMap((step) => reached.get(step.id) ?? []);
  return timed.sort().at(-1) ?? "9999";
}
