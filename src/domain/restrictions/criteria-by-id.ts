// Criteria by id: every named criterion of a book of law, so that reasons can be worded. Read from the rulebook or a day's statute book.
import { childrenOf, type Criterion, type List, type Measure, type Rulebook } from "../rules/index.ts";

/** The same book of law has the same measures each time it is asked. */
const named = new WeakMap<readonly Measure[], ReadonlyMap<string, Criterion>>();

/** Every criterion that has an id, over all measures, memoranda, lists, repair rules, suspensions and yearly duties of a book of law. */
export function criteriaById(law: Pick<Rulebook, "all">): ReadonlyMap<string, Criterion> {
  const measures = law.all("measure");
  const found = named.get(measures) ?? collected(law);
  named.set(measures, found);
  return found;
}

/** The named criteria of one list, by its own names: another list may use the same id for something else. */
export function criteriaOfList(list: List): ReadonlyMap<string, Criterion> {
  const nodes = (criterion: Criterion): readonly Criterion[] => [criterion, ...childrenOf(criterion).flatMap(nodes)];
  const own = [...list.criteria.toReversed().flatMap(({ value }) => value), ...[list.entailed, list.lostWhen].flatMap((criterion) => criterion ?? [])].flatMap(nodes);
  // The first is of the newest version.
  return new Map(own.toReversed().flatMap((criterion) => (criterion.id === undefined ? [] : [[criterion.id, criterion] as const])));
}

function collected(law: Pick<Rulebook, "all">): ReadonlyMap<string, Criterion> {
  const found = new Map<string, Criterion>();
  function visit(criterion: Criterion): void {
    if (criterion.id !== undefined) found.set(criterion.id, criterion);
    if ("of" in criterion) criterion.of.forEach(visit);
    if (criterion.kind === "exceptions") [criterion.rule, ...criterion.unless].forEach(visit);
    if (criterion.kind === "records" && criterion.where !== undefined) visit(criterion.where);
  }
  for (const memorandum of law.all("memorandum")) memorandum.conditions.forEach(visit);
  for (const measure of law.all("measure")) {
    measure.conditions.forEach(visit);
    if (measure.trigger.kind === "record" && measure.trigger.where !== undefined) visit(measure.trigger.where);
  }
  for (const list of law.all("list")) {
    for (const version of list.criteria) version.value.forEach(visit);
    for (const criterion of [list.entailed, list.lostWhen]) if (criterion !== undefined) visit(criterion);
  }
  for (const repair of law.all("repair")) for (const tier of repair.tiers) if (tier.when !== undefined) visit(tier.when);
  for (const { yearly } of law.all("procedure")) if (yearly?.when !== undefined) visit(yearly.when);
  for (const entry of law.all("precedence")) if (entry.rule === "suspension" && entry.when !== undefined) visit(entry.when);
  return found;
}
