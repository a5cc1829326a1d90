// Whether evaluated criteria propose a listing: at least one of the list's criteria holds. The results come from whoever evaluated
// them against the register; a criterion without an id of its own is put together from the results of its parts.
import { allOf, anyOf, atLeast, not, truthOf, type Names, type RecordId, type Truth } from "../../terms/index.ts";
import type { Criterion } from "../../rules/index.ts";

/** A criterion as evaluated. `presumed`: it holds because the law itself says what to take as given. What is unknown proposes nothing. */
export interface EvaluatedCriterion {
  readonly id: string;
  readonly holds: boolean | "unknown" | "presumed";
  readonly records?: readonly RecordId[];
}

export function criteriaPropose(criteria: readonly Criterion[], results: readonly EvaluatedCriterion[]): boolean {
  const truths = new Map(results.map((result) => [result.id, result.holds === "unknown" ? "unknown" : truthOf(isHeld(result))] as const));
  return criteria.some((criterion) => truthIn(criterion, truths) === "true");
}

export function isHeld(result: Pick<EvaluatedCriterion, "holds">): boolean {
  return result.holds === true || result.holds === "presumed";
}

/** Ids and names anywhere in the list's criteria; a result under any other id is about something else. */
export function criteriaSaid(criteria: readonly Criterion[]): readonly { readonly id: string; readonly names: Names }[] {
  return criteria.flatMap((criterion) => [...(criterion.id === undefined ? [] : [{ id: criterion.id, names: criterion.names ?? { en: `\`${criterion.id}\`` } }]), ...criteriaSaid(partsOf(criterion))]);
}

function truthIn(criterion: Criterion, truths: ReadonlyMap<string, Truth>): Truth {
  const given = criterion.id === undefined ? undefined : truths.get(criterion.id);
  if (given !== undefined) return given;
  switch (criterion.kind) {
    case "all":
      return allOf(criterion.of.map((part) => truthIn(part, truths)));
    case "any":
      return anyOf(criterion.of.map((part) => truthIn(part, truths)));
    case "none":
      return not(anyOf(criterion.of.map((part) => truthIn(part, truths))));
    case "atLeast":
      return atLeast(criterion.count, criterion.of.map((part) => truthIn(part, truths)));
    case "exceptions":
      return allOf([truthIn(criterion.rule, truths), not(anyOf(criterion.unless.map((part) => truthIn(part, truths))))]);
    case "holds":
    case "records":
    case "listed":
      return "unknown";
  }
}

function partsOf(criterion: Criterion): readonly Criterion[] {
  switch (criterion.kind) {
    case "all":
    case "any":
    case "none":
    case "atLeast":
      return criterion.of;
    case "exceptions":
      return [criterion.rule, ...criterion.unless];
    case "records":
      return criterion.where === undefined ? [] : [criterion.where];
    case "holds":
    case "listed":
      return [];
  }
}
