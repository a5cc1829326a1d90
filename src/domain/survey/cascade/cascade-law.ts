// What leads from one list to what follows, worked out once for a day's law: which measures each list sets off, and which other lists
// come, or may come, of a listing on it.
import type { LawId } from "../../terms/index.ts";
import { childrenOf, type Criterion, type List, type Measure } from "../../rules/index.ts";
import { nodesOf, speaksOf, waysOnto, type ListedNode } from "../criterion-nodes.ts";
import type { LawOfDay } from "../law-book.ts";
import { workedOut } from "../worked-out.ts";

/** `entailed`: the law itself lists. `proposed`: a criterion is met, and an authority decides. `lost`: a listing there falls. */
export type Consequence = "entailed" | "proposed" | "lost";

export interface Link {
  readonly list: List;
  readonly consequence: Consequence;
  /** The nodes that speak of listings. */
  readonly nodes: readonly ListedNode[];
  readonly criterion: Criterion;
}

export interface CascadeLaw {
  readonly measuresByList: ReadonlyMap<LawId, readonly Measure[]>;
  readonly links: readonly Link[];
}

export const cascadeLawOf = workedOut((law: LawOfDay): CascadeLaw => {
  const byList = new Map<LawId, Measure[]>();
  for (const measure of law.all("measure")) {
    if (measure.trigger.kind !== "list") continue;
    for (const list of new Set(measure.trigger.lists)) {
      const measures = byList.get(list);
      if (measures === undefined) byList.set(list, [measure]);
      else measures.push(measure);
    }
  }
  const links = law.all("list").flatMap((list): readonly Link[] => [
    ...linksOf(list, "entailed", list.entailed === undefined ? [] : [list.entailed]),
    ...linksOf(list, "proposed", waysOnto(list, law).filter((criterion) => criterion !== list.entailed)),
    ...linksOf(list, "lost", list.lostWhen === undefined ? [] : [list.lostWhen]),
  ]);
  return { measuresByList: byList, links };
});

function linksOf(list: List, consequence: Consequence, criteria: readonly Criterion[]): readonly Link[] {
  return criteria.flatMap((criterion) => {
    const nodes = nodesOf(criterion).filter((node) => node.kind === "listed");
    return nodes.length === 0 ? [] : [{ list, consequence, nodes, criterion }];
  });
}

/** Links that speak of this list; one that names it for itself leads nowhere new. */
export function linksFrom(law: LawOfDay, list: List): readonly Link[] {
  return cascadeLawOf(law).links.filter((link) => link.list.id !== list.id && link.nodes.some((node) => speaksOf(node, list)));
}

/** Whether one listing here is enough to meet the criterion; other facts taken as they are, exceptions as not holding. */
export function isMetAlone(criterion: Criterion, list: List): boolean {
  switch (criterion.kind) {
    case "listed":
      return criterion.count <= 1 && speaksOf(criterion, list);
    case "all":
      return criterion.of.every((each) => isMetAlone(each, list));
    case "any":
      return criterion.of.some((each) => isMetAlone(each, list));
    case "atLeast":
      return criterion.of.filter((each) => isMetAlone(each, list)).length >= criterion.count;
    case "exceptions":
      return isMetAlone(criterion.rule, list);
    case "none":
    case "holds":
    case "records":
      return false;
  }
}

/** Ids by which a criterion is known to a reader: its own, or those of its parts. */
export function idsOf(criterion: Criterion): readonly string[] {
  return criterion.id !== undefined ? [criterion.id] : childrenOf(criterion).flatMap(idsOf);
}
