// Assess: what the criteria of the lists propose for one organisation. A machine never lists: this is what an office may look at.
import { allOf, type LawId, type RecordId, type Truth } from "../terms/index.ts";
import { evaluateCriterion, valueOn, type Criterion, type List } from "../rules/index.ts";
import type { Organisation } from "../register/index.ts";
import type { CriterionResult } from "./answer.ts";
import { isWithin, type Scene } from "./facts.ts";
import { criterionResult } from "./measure-outcome.ts";
import { standingListings } from "./standing-listings.ts";
import { knowsStays, trueOfBoth } from "./stays.ts";
import { criteriaContext } from "./triggers.ts";

export interface Assessment {
  readonly list: LawId;
  readonly owner: LawId;
  readonly truth: Truth;
  readonly criteria: readonly CriterionResult[];
  readonly met: readonly string[];
  readonly records: readonly RecordId[];
  /** Already on it: nothing to propose. */
  readonly listed: boolean;
}

/** Every list of the statute whose criteria hold, or may hold, on the scene's day. A list the law fills by itself and gives no criteria is left out. */
export function assess(scene: Scene, organisation: Organisation): readonly Assessment[] {
  const standing = standingListings(scene, organisation);
  return scene.statute.all("list").flatMap((list) => {
    const criteria = valueOn(list.criteria, scene.statute.day) ?? [];
    if (criteria.length === 0 || scopeOf(list, organisation).covers === "false") return [];
    const assessment = assessCriteria(scene, organisation, criteria);
    if (assessment.truth === "false") return [];
    return [{ list: list.id, owner: list.owner, ...assessment, listed: standing.some((each) => each.list.id === list.id) }];
  });
}

/** Whether a list is about an organisation, and what of it would have to be known to say so. */
export interface Scope {
  readonly covers: Truth;
  readonly missing: readonly ("region" | "sector")[];
}

/** A list of some regions and sectors is about organisations there; where an organisation's own is not known, it may be. */
export function scopeOf(list: List, organisation: Organisation): Scope {
  const { region, sector } = organisation.attributes;
  const here: Truth = list.regions.length === 0 ? "true" : region === undefined ? "unknown" : list.regions.some((wider) => isWithin(region, wider)) ? "true" : "false";
  const such: Truth = list.sectors.length === 0 ? "true" : sector === undefined ? "unknown" : list.sectors.includes(sector) ? "true" : "false";
  return { covers: allOf([here, such]), missing: [...(here === "unknown" ? ["region" as const] : []), ...(such === "unknown" ? ["sector" as const] : [])] };
}

/** Any one of a list's criteria is enough. */
export function assessCriteria(scene: Scene, organisation: Organisation, criteria: readonly Criterion[]): Pick<Assessment, "truth" | "criteria" | "met" | "records"> {
  const standing = criteriaContext(scene, organisation, {});
  const unstayed = criteriaContext({ ...scene, unstayed: true }, organisation, {});
  const evaluated = criteria.map((criterion) => {
    const all = evaluateCriterion(criterion, standing);
    if (!knowsStays(scene.register)) return { criterion, ...all };
    const found = evaluateCriterion(criterion, unstayed);
    return { criterion, ...found, truth: trueOfBoth(all.truth, found.truth) };
  });
  const met = evaluated.filter((each) => each.truth === "true");
  const truth: Truth = met.length > 0 ? "true" : evaluated.some((each) => each.truth === "unknown") ? "unknown" : "false";
  const results = evaluated.flatMap((each) => each.results.map(criterionResult));
  return {
    truth, criteria: results, met: met.flatMap((each) => each.criterion.id ?? []),
    records: [...new Set(results.filter((result) => result.holds === true).flatMap((result) => result.records ?? []))],
  };
}
