// Timeline to page: which list is of which kind, each fact with the row that says so, and ends in the page's language.
import { endIn, type Registry, type Timeline } from "../../service/index.ts";
import type { AroundView, Language, TimelineView } from "../portal/index.ts";

/** What the page shows of a timeline; what was not known at the position asked about is marked so. */
export function timelineView(registry: Registry, { law, facts, listings, measures, knew, changes, asOf }: Timeline, language: Language): TimelineView {
  const rowOf = new Map(knew.flatMap((known) => (known.id === null ? [] : [[known.id as string, known] as const])).toReversed());
  return {
    law: law.map(({ names, from, until }) => ({ names, from, ...(until === null ? {} : { until }) })),
    facts: facts.map(({ day, what, of, id }) => {
      const known = what === "record" && id !== null ? rowOf.get(id) : undefined;
      return { day, what, ...(of === null ? {} : { of }), ...(known === undefined ? {} : { knew: { position: known.position, day: known.day } }) };
    }),
    listings: listings.map(({ list, from, until, end }) => ({
      list, from, colour: registry.rulebook.all("list").find((each) => each.id === list)?.colour ?? "black", ...(until === null ? {} : { until }), end: endIn(registry, list, end, language),
    })),
    measures: measures.map(({ until, earliest, ...group }) => ({ ...group, ...(until === null ? {} : { until }), ...(earliest === null ? {} : { earliest }) })),
    knew: knew.map(({ position, day, what, of }) => ({ position, day, what, known: position <= asOf.known, ...(of === null ? {} : { of }) })),
    changes: { on: aroundView(changes.on), law: aroundView(changes.law), known: aroundView(changes.known) },
  };
}

function aroundView<T>({ before, after }: { readonly before: T | null; readonly after: T | null }): AroundView<T> {
  return { ...(before === null ? {} : { before }), ...(after === null ? {} : { after }) };
}
