// An exit plan to page: ends in the page's language, acts without their places, bases as links.
import { endIn, type Plan, type PlanBurden, type StepOut, type PlanWay, type Registry } from "../../service/index.ts";
import type { Language, PlanBurdenView, PlanModel, PlanStepView, PlanWayView } from "../portal/index.ts";
import { basisView } from "./law-views.ts";

/** What the page shows of a plan. `own`: whether the organisation itself reads it, with its cases. */
export function planModel(registry: Registry, plan: Plan, own: boolean, language: Language): PlanModel {
  const { organisation, binds, freeOn, provisional, steps, done, stays, whole, withheld, asOf } = plan;
  return {
    organisation: { file: organisation.file ?? "", name: organisation.name ?? organisation.codes[0]?.value ?? "" }, on: asOf.on, own,
    acts: new Set(binds.flatMap(({ acts }) => acts.map(withoutPlace))).size, burdens: binds.length, ...(freeOn === null ? {} : { freeOn: { day: freeOn, provisional } }),
    steps: steps.map((step) => stepView(registry, step, language)), done: done.map(({ on, ...each }) => ({ ...each, ...(on === null ? {} : { on }) })),
    stays: stays.map((still) => ({ kind: still.kind, ...("measure" in still && still.measure !== undefined ? { measure: still.measure } : {}) })), whole, withheld,
  };
}

function stepView(registry: Registry, { state, kind, id, of, other, way, others, end, frees, begins, case: running }: StepOut, language: Language): PlanStepView {
  return {
    state, kind, id, of, others: others.map(wayView), end: endIn(registry, of, end, language), frees: frees.map(burdenView), begins: begins.map(burdenView),
    ...(other === null ? {} : { other }), ...(way === null ? {} : { way: wayView(way) }),
    ...(running === null ? {} : { case: { matter: running.matter, openedOn: running.openedOn, ...(running.next === null ? {} : { next: { step: running.next.names, by: running.next.by, lastDay: running.next.lastDay, provisional: running.next.provisional, passed: running.next.passed } }) } }),
  };
}

function wayView({ words, opensOn, provisional, decidedBy, decideWithin, decideBy, conditions, basis, reading }: PlanWay): PlanWayView {
  return {
    words, provisional, basis: basis.map(basisView), conditions: conditions.map((each) => (each.kind === "shown" ? { kind: each.kind, names: each.names } : each)),
    ...(opensOn === null ? {} : { opensOn }), ...(decidedBy === null ? {} : { decidedBy }), ...(decideWithin === null ? {} : { within: { count: decideWithin.count, unit: decideWithin.unit } }), ...(decideBy === null ? {} : { decideBy }), ...(reading === null ? {} : { reading }),
  };
}

function burdenView({ effect, measure, authority, acts }: PlanBurden): PlanBurdenView {
  return { effect, measure, authority, acts: [...new Set(acts.map(withoutPlace))] };
}

function withoutPlace(act: string): string {
  return act.split("@")[0] ?? act;
}
