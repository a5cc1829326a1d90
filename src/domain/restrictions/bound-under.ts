// Bound under: what of all that binds an organisation comes from one memorandum, one measure or one list. The same derivation as a check,
// and of its answer only that part: whoever is told of here is told of by a check.
import type { LawId } from "../terms/index.ts";
import type { Effect, Measure, Statute } from "../rules/index.ts";
import { answersOn, ofActs, type Asking, type OfActs } from "./all-that-binds.ts";
import type { Because, EffectInForce, PossibleEffect, TriggerRef } from "./answer.ts";

/** What is asked about: the measures of a memorandum, one measure, or those a list sets off, and then only what that list sets off. */
export interface PartOfLaw {
  readonly measures: readonly Measure[];
  readonly list?: LawId;
}

export interface PartAsked extends PartOfLaw {
  /** Only this effect. */
  readonly effect?: Effect;
  /** Also what an office may still decide. */
  readonly possible: boolean;
}

export interface BoundUnder {
  readonly effects: readonly OfActs<EffectInForce>[];
  readonly favours: readonly OfActs<EffectInForce>[];
  /** What an office may still decide. */
  readonly possible: readonly OfActs<PossibleEffect>[];
  /** The listings, records and statuses behind, as far as they may be seen. */
  readonly behind: readonly TriggerRef[];
}

/** The part of the law an id means: of a memorandum, a measure or a list in force; undefined where it is none of these. */
export function partOfLaw(statute: Statute, id: LawId): PartOfLaw | undefined {
  const entry = statute.find(id);
  switch (entry?.kind) {
    case "memorandum":
      return { measures: statute.all("measure").filter(({ memorandum }) => memorandum === id) };
    case "measure":
      return { measures: [entry] };
    case "list":
      return { measures: statute.all("measure").filter(({ trigger }) => trigger.kind === "list" && trigger.lists.includes(id)), list: id };
    default:
      return undefined;
  }
}

/** What binds the organisation, favours it or may bind it under this part of the law. */
export function boundUnder(asking: Asking, part: PartAsked): BoundUnder {
  const touched = new Set(part.measures.flatMap(({ acts }) => acts));
  const answers = answersOn(asking, asking.scene.statute.all("act").filter((act) => touched.has(act.id)));
  const asked = <T extends EffectInForce | PossibleEffect>(found: readonly T[]): readonly T[] => found.filter((each) => isUnder(part, each) && isEffect(part, each));
  const effects = ofActs(answers, (derived) => asked(derived.effects));
  const favours = ofActs(answers, (derived) => asked(derived.favours));
  const possible = part.possible ? ofActs(answers, (derived) => asked(derived.possible)) : [];
  return { effects, favours, possible, behind: behindOf([...effects, ...favours, ...possible]) };
}

function isEffect({ effect }: PartAsked, each: EffectInForce | PossibleEffect): boolean {
  return effect === undefined || ("effect" in each ? each.effect === effect : each.effects.includes(effect));
}

/** A reason that is withheld names no list: it is under one where its measure hangs on that list alone. */
function isUnder({ measures, list }: PartOfLaw, { measure: id, because }: EffectInForce | PossibleEffect): boolean {
  const measure = measures.find((each) => each.id === id);
  if (measure === undefined || list === undefined) return measure !== undefined;
  if ("withheld" in because) return measure.trigger.kind === "list" && measure.trigger.lists.every((each) => each === list);
  return (because.trigger.kind === "list" || because.trigger.kind === "entailed") && because.trigger.list === list;
}

function behindOf(found: readonly { readonly because: Because }[]): readonly TriggerRef[] {
  const triggers = found.flatMap(({ because }) => ("withheld" in because ? [] : [because.trigger]));
  return [...new Map(triggers.map((trigger) => [JSON.stringify(trigger), trigger])).values()];
}
