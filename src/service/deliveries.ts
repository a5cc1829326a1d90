// Deliveries: up to which day each source has come in, for whoever asks what an answer rests on and how fresh that is. A list that the law keeps
// back is no part of it. Pages show them all on the first page, and beside a standing those it rests on.
import { addDays, daysBetween, type LawId, type PlainDate } from "../domain/terms/index.ts";
import type { Overview } from "./browse.ts";
import type { Registry } from "./registry.ts";
import type { Standing } from "./standing.ts";

export interface Delivery {
  /** The list, or the kind of record. */
  readonly of: LawId;
  /** Received: the law does not say how often it is to come, so that nothing is late. */
  readonly state: "onTime" | "late" | "received";
  readonly last: PlainDate;
  readonly daysLate?: number;
  /** The day of the edition was inferred. */
  readonly inferred?: boolean;
}

export interface Deliveries {
  readonly deliveries: readonly Delivery[];
  /** Published lists of other bodies of which nobody has handed in an edition. */
  readonly neverDelivered: number;
}

interface Edition {
  readonly list: LawId;
  readonly asOf: PlainDate;
  readonly inferred: boolean;
}

/** Every source: the newest edition of each list, the newest batch of each kind of record; those late come first. */
export function deliveriesOn(registry: Registry, seen: Overview, on: PlainDate): Deliveries {
  const lists = seen.lists.flatMap(({ edition, open }) => (edition === null || !open ? [] : [ofList(registry, edition, on)]));
  const records = seen.batches.flatMap(({ template, asOf }): readonly Delivery[] => {
    const of = registry.rulebook.get("template", template)?.of;
    if (asOf === null || of === undefined || of.kind === "list") return [];
    return [{ of: of.kind === "record" ? of.type : template, state: "received", last: asOf }];
  });
  const never = seen.lists.filter(({ list, edition, open, standing }) => open && edition === null && standing === null && registry.rulebook.get("list", list)?.entailed === undefined);
  return { deliveries: ordered([...lists, ...records]), neverDelivered: never.length };
}

/** The editions a standing rests on: the newest of each published list. */
export function deliveriesBehind(registry: Registry, { editions, asOf }: Standing): readonly Delivery[] {
  const newest = new Map<LawId, Edition>();
  for (const edition of editions) if (edition.asOf <= asOf.on && (newest.get(edition.list)?.asOf ?? "") < edition.asOf) newest.set(edition.list, edition);
  return ordered([...newest.values()].filter(({ list }) => registry.rulebook.get("list", list)?.published === true).map((edition) => ofList(registry, edition, asOf.on)));
}

function ofList(registry: Registry, { list, asOf, inferred }: Edition, on: PlainDate): Delivery {
  const fresh = registry.rulebook.get("list", list)?.freshForDays;
  const head = { of: list, last: asOf, ...(inferred ? { inferred } : {}) };
  if (fresh === undefined) return { ...head, state: "received" };
  const staleFrom = addDays(asOf, fresh);
  return staleFrom > on ? { ...head, state: "onTime" } : { ...head, state: "late", daysLate: daysBetween(staleFrom, on) + 1 };
}

function ordered(list: readonly Delivery[]): readonly Delivery[] {
  return [...list].sort((a, b) => Number(b.state === "late") - Number(a.state === "late") || b.last.localeCompare(a.last));
}
