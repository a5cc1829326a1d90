// What the law must hold before a listing can be made on a list: the list itself, kept and in force; a procedure with notice,
// service, time to answer and decision; a basis. Read from the rulebook (or a day's statute book) by the decider and the
// listing's constructor. Where the law lacks one of them, there is no listing, whatever else was done.
import { covers, ok, type LawId, type PlainDate, type Result } from "../../terms/index.ts";
import { valueOn, type List, type Procedure, type Rulebook, type Step, type StepKind } from "../../rules/index.ts";
import { governingDay, type GoverningDays } from "../ends/governing-day.ts";
import { procedureOfPending, type GoverningProcedure } from "./pending-procedure.ts";
import { refuse, rule, type Refusal } from "../refusals.ts";
import type { RefusalFacts } from "../refusal-facts.ts";

/** A rulebook, or the statute book of a day: both know entries by id. */
export type LawBook = Pick<Rulebook, "get" | "all">;

export type DefenceStep = Step & { readonly within: NonNullable<Step["within"]> };

export interface ListingLaw {
  readonly list: List;
  readonly procedure: Procedure;
  readonly steps: readonly Step[];
  readonly notice: Step;
  readonly service: Step;
  readonly defence: DefenceStep;
  readonly decision: Step;
}

/** What the law says about listings on `id`, in force on the day `days.asked`. */
export function listingLaw(law: LawBook, id: LawId, days: GoverningDays): Result<ListingLaw, Refusal> {
  const list = listInForce(law, id, days.asked);
  if (!list.ok) return list;
  const governing = procedureInForce(law, list.value, days);
  if (!governing.ok) return governing;
  const { procedure, steps } = governing.value;
  const notice = stepOf(steps, "notice");
  const service = stepOf(steps, "service");
  const defence = stepOf(steps, "defence");
  const decision = stepOf(steps, "decision");
  if (notice === undefined) return incomplete(procedure, "notice");
  if (service === undefined) return incomplete(procedure, "service");
  if (defence?.within === undefined || defence.within.count < 1) return incomplete(procedure, "time to answer");
  if (decision === undefined) return incomplete(procedure, "decision");
  return ok({ list: list.value, procedure, steps, notice, service, defence: { ...defence, within: defence.within }, decision });
}

function listInForce(law: LawBook, id: LawId, on: PlainDate): Result<List, Refusal> {
  const list = law.get("list", id);
  if (list === undefined) return refuse("list-unknown", rule(6), `the law in use on ${on} knows no list \`${id}\`: name a list of the law`, { kind: "named", list: id, on });
  if (!covers(list, on)) return refuse("list-not-in-force", list.id, `the list \`${id}\` is not in force on ${on}: no organisation can be put on it that day`, { list: id, on });
  if (list.holds !== "kept") return refuse("list-not-kept", list.id, `the list \`${id}\` is kept by another body, and only what it publishes is reported here: hand in its edition instead`, { list: id });
  if (!list.basis.some((each) => instrumentInForce(law, each.instrument, on))) return refuse("no-basis", list.id, `the law in force on ${on} gives the list \`${id}\` no legal basis: no listing can be made on it`, { kind: "list", list: id, on });
  return ok(list);
}

function procedureInForce(law: LawBook, list: List, days: GoverningDays): Result<GoverningProcedure, Refusal> {
  const procedure = list.procedure === undefined ? undefined : law.get("procedure", list.procedure);
  if (procedure === undefined) return refuse("no-procedure", list.id, `the law gives the list \`${list.id}\` no procedure: nobody can be listed without one`, { kind: "none", list: list.id });
  const day = governingDay(procedure.anchor, days);
  if (day === undefined) return refuse("day-of-act-unknown", procedure.id, `which procedure governs is settled by the day of the act, and that day is not stated: propose the listing with the day of the act`, { kind: "procedure", procedure: procedure.id });
  const moved = procedureOfPending(law, procedure, days);
  if (moved !== undefined) return ok(moved);
  if (!covers(procedure, day)) return refuse("no-procedure", procedure.id, `the procedure \`${procedure.id}\` is not in force on ${day}: nobody can be listed under it`, { kind: "notInForce", list: list.id, on: day, procedure: procedure.id });
  return ok({ procedure, steps: valueOn(procedure.steps, day) ?? [] });
}

export function instrumentInForce(law: LawBook, id: LawId, on: PlainDate): boolean {
  const instrument = law.get("instrument", id);
  return instrument !== undefined && covers(instrument, on);
}

function incomplete(procedure: Procedure, lacking: RefusalFacts["procedure-incomplete"]["lacking"]): Result<never, Refusal> {
  return refuse("procedure-incomplete", procedure.id, `the procedure \`${procedure.id}\` knows no ${lacking}: no listing can be made under it, whatever else it asks`, { lacking, procedure: procedure.id });
}

export function stepOf(steps: readonly Step[], kind: StepKind): Step | undefined {
  return steps.find((step) => step.kind === kind);
}

/** The authority itself, then the ones above it, upwards. */
export function withSuperiors(law: LawBook, authority: LawId): readonly LawId[] {
  const chain: LawId[] = [];
  for (let at: LawId | undefined = authority; at !== undefined && !chain.includes(at); at = law.get("authority", at)?.superior) chain.push(at);
  return chain;
}
