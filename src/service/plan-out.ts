// Plan out: what an organisation has to do to be free of everything that binds it, as a checklist: in which order, not before which day, whom
// to ask, what the law wants to see, what each step frees, and what stays whatever is done. It keeps no state of its own: what is done in the
// register is done here. The steps are found by domain/restrictions/exit-plan.ts; this puts the law's words and the open cases beside them.
import { ok, type End, type FileNumber, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { valueOn, type Basis, type Effect, type Interval } from "../domain/rules/index.ts";
import { listingOnDay, organisationOf, type Organisation, type Register } from "../domain/register/index.ts";
import { exitPlan, exitsInWords, type AnsweredOrganisation, type AsOf, type Asker, type Exit, type ExitPlan, type ExitStep } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { casesOf, isOpen, type CaseInHand, type Due } from "./open-cases.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { organisationGround } from "./organisation-ground.ts";
import type { Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

interface PlanRequest extends ClocksAsked {
  readonly organisation: string;
}

/** What has to be so for a way out, and whether it is, as far as the register knows. `shown`: the applicant shows it; the register cannot tell. */
export type PlanCondition =
  | { readonly kind: "wait"; readonly until: PlainDate; readonly done: boolean }
  | { readonly kind: "left"; readonly list: LawId; readonly done: boolean }
  | { readonly kind: "asked"; readonly done: boolean }
  | { readonly kind: "shown"; readonly names: Names; readonly done: null };

/** One way out in the law's words. */
export interface PlanWay {
  readonly acts: readonly string[];
  readonly words: { readonly en: string; readonly zh: string };
  /** The first day on which it can be taken, or on which it ends by itself; null: the law names none. */
  readonly opensOn: PlainDate | null;
  readonly provisional: boolean;
  readonly decidedBy: LawId | null;
  readonly decideWithin: Interval | null;
  /** By when what is asked for on its first day must be decided. */
  readonly decideBy: PlainDate | null;
  readonly conditions: readonly PlanCondition[];
  readonly basis: readonly Basis[];
  /** Where the law leaves open which rule governs: the one this follows. */
  readonly reading: LawId | null;
}

/** `open`: can be taken today; `later`: its day has not come; `itself`: nobody has to do anything; `asked`: a case about it runs; `stuck`: there is no way out. */
type PlanState = "open" | "later" | "itself" | "asked" | "stuck";

export interface StepOut {
  readonly state: PlanState;
  readonly kind: ExitStep["kind"];
  readonly id: string;
  readonly of: LawId;
  /** Whose file it is on, where that is another organisation's. */
  readonly other: { readonly file: FileNumber; readonly name: string } | null;
  readonly way: PlanWay | null;
  readonly others: readonly PlanWay[];
  /** When it ends if nothing is done. */
  readonly end: End;
  readonly frees: readonly PlanBurden[];
  readonly begins: readonly PlanBurden[];
  /** The case that runs about it: only for the organisation itself. */
  readonly case: { readonly matter: MatterId; readonly openedOn: PlainDate; readonly next: Due | null } | null;
}

export interface PlanBurden {
  readonly effect: Effect;
  readonly measure: LawId;
  readonly authority: LawId;
  readonly acts: readonly string[];
}

/** Something that stood against it and no longer does: only for the organisation itself. */
interface PlanDone {
  readonly kind: ExitStep["kind"];
  readonly id: string;
  readonly of: LawId;
  readonly how: "ended" | "removed" | "repaired" | "annulled";
  /** Null: it is as if it had never been. */
  readonly on: PlainDate | null;
}

export interface Plan extends Pick<ExitPlan, "freeOn" | "provisional" | "stays" | "whole" | "withheld"> {
  readonly organisation: AnsweredOrganisation;
  readonly binds: readonly PlanBurden[];
  readonly steps: readonly StepOut[];
  readonly done: readonly PlanDone[];
  readonly asOf: AsOf;
}

/** The plan of one organisation, as far as the asker may see what it rests on; cases and what is done only where the asker sees everything. */
export async function planOut(registry: Registry, asker: Asker, request: PlanRequest): Promise<Result<Plan, Problem>> {
  const clocks = await readClocks(registry, request);
  if (!clocks.ok) return clocks;
  const found = await organisationAsked(registry, asker, request.organisation, clocks.value);
  if (!found.ok) return found;
  const { answered, asking, asOf } = found.value;
  const { binds, steps, ...plan } = exitPlan(asking);
  const own = asker.kind === "keeper" && answered.file !== null && asOf.on === today(registry) && asOf.known === (await registry.ledger.head()) ? await runningCases(registry, answered.file) : [];
  const standing = new Set(steps.map(({ of }) => of));
  return ok({
    organisation: answered, asOf, ...plan, binds: binds.map(burden),
    steps: steps.map((step) => stepOf(registry, { asOf, register: asking.scene.register, organisation: asking.organisation, running: own, standing }, step)),
    done: asker.kind === "keeper" ? doneIn(asking.organisation, asOf.on) : [],
  });
}

async function runningCases(registry: Registry, file: FileNumber): Promise<readonly CaseInHand[]> {
  const ground = await organisationGround(registry, file);
  return ground.ok ? casesOf(ground.value).filter(isOpen) : [];
}

interface Ground {
  readonly asOf: AsOf;
  readonly register: Register;
  readonly organisation: Organisation;
  readonly running: readonly CaseInHand[];
  /** Lists and types of record that have a step in the plan. */
  readonly standing: ReadonlySet<LawId>;
}

function stepOf(registry: Registry, ground: Ground, step: ExitStep): StepOut {
  const { kind, id, of, file, way, opensOn, others, frees, begins } = step;
  const { asOf: { on }, register, organisation } = ground;
  const running = ground.running.find((each) => isAbout(each, kind, id));
  const itself = way !== null && way.acts.every((act) => act === "term" || act === "end-of-cause");
  const state: PlanState = running !== undefined ? "asked" : way === null ? "stuck" : itself ? "itself" : opensOn !== null && opensOn > on ? "later" : "open";
  return {
    state, kind, id, of, other: organisation.files.includes(file) ? null : { file, name: organisationOf(register, file)?.name ?? file },
    way: way === null ? null : wayOf(registry, ground, way, opensOn, running !== undefined), others: others.map((exit) => wayOf(registry, ground, exit, exit.earliest ?? null, false)),
    end: endOf(register, step, on), frees: frees.map(burden), begins: begins.map(burden),
    case: running === undefined ? null : { matter: running.matter, openedOn: running.openedOn, next: running.due[0] ?? null },
  };
}

function isAbout(each: CaseInHand, kind: ExitStep["kind"], id: string): boolean {
  if (each.kind !== "procedure") return false;
  const { about } = each.state;
  return about.kind === kind && (about.kind === "listing" ? about.listing === id : about.kind === "record" && about.record === id);
}

function endOf({ listings }: Register, { kind, id, exits }: ExitStep, on: PlainDate): End {
  const listing = kind === "listing" ? [...listings.values()].find((each) => each.id === id) : undefined;
  if (listing !== undefined) return listingOnDay(listing, on).end;
  // Which tier of a repair it is of is for an office to say: until then only the longest term ends it for certain.
  const until = exits.flatMap(({ acts, earliest }) => (acts.length === 1 && acts[0] === "term" && earliest !== undefined ? [earliest] : [])).toSorted().at(-1);
  return until === undefined ? { kind: "notStated" } : { kind: "fixed", until };
}

/** A way out with the rule that opens it: a repair rule's tier, or the list's own. */
function wayOf({ rulebook }: Registry, { asOf: { on, law }, standing }: Ground, exit: Exit, opensOn: PlainDate | null, asked: boolean): PlanWay {
  const words = exitsInWords([exit], { rulebook, law, on });
  const repair = exit.repair === undefined ? undefined : rulebook.get("repair", exit.repair);
  const tier = repair?.tiers.find(({ id }) => id === exit.tier);
  const list = exit.list === undefined ? undefined : rulebook.get("list", exit.list);
  const rule = list === undefined ? undefined : (valueOn(list.exits, law) ?? []).find(({ id }) => id === exit.exit);
  const byAsking = !exit.acts.every((act) => act === "term" || act === "end-of-cause");
  const documents = !byAsking ? [] : repair === undefined ? (rule?.conditions ?? []) : [...repair.conditions, ...(tier?.documents ?? [])];
  const interval = repair === undefined ? rule?.decideWithin : repair.decideWithin;
  return {
    acts: exit.acts, words: { en: words.en[0] ?? exit.acts.join(" and "), zh: words.zh[0] ?? exit.acts.join("、") }, opensOn, provisional: exit.provisional === true,
    decidedBy: byAsking ? (repair?.decidedBy ?? rule?.by ?? list?.owner ?? null) : null, decideWithin: byAsking && interval !== undefined ? { count: interval.count, unit: interval.unit } : null, decideBy: exit.decideBy ?? null,
    basis: tier !== undefined && tier.basis.length > 0 ? tier.basis : (repair?.basis ?? rule?.basis ?? []), reading: exit.reading ?? null,
    conditions: [
      ...(exit.earliest === undefined ? [] : [{ kind: "wait" as const, until: exit.earliest, done: exit.earliest <= on }]),
      ...(exit.needs ?? []).map((needed) => ({ kind: "left" as const, list: needed, done: !standing.has(needed) })),
      ...documents.map((names) => ({ kind: "shown" as const, names, done: null })),
      ...(byAsking ? [{ kind: "asked" as const, done: asked }] : []),
    ],
  };
}

function burden({ effect, measure, authority, acts }: ExitStep["frees"][number]): PlanBurden {
  return { effect, measure, authority, acts };
}

/** What is over, the newest first. */
function doneIn({ listings, records }: Organisation, on: PlainDate): readonly PlanDone[] {
  const left = listings.flatMap((each): PlanDone[] => {
    const { id, list, state, end, stoppedOn } = listingOnDay(each, on);
    if (state === "stands" || state === "notYet") return [];
    return [{ kind: "listing", id, of: list, how: state === "annulled" ? "annulled" : state === "ended" ? "ended" : "removed", on: state === "annulled" ? null : (stoppedOn ?? (end.kind === "fixed" ? end.until : null)) }];
  });
  const repaired = records.flatMap(({ id, type, repair, annulled }): PlanDone[] => (annulled ? [{ kind: "record", id, of: type, how: "annulled", on: null }] : repair === undefined || repair.repairedOn > on ? [] : [{ kind: "record", id, of: type, how: "repaired", on: repair.repairedOn }]));
  return [...left, ...repaired].toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1));
}
