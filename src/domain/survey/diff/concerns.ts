// Concerns: which authorities, lists, regions and sectors an entry of the law is about, whatever the day: read from the entry and from
// what it hangs on. A change of law is told to those it concerns.
import type { LawId } from "../../terms/index.ts";
import type { Entry, List, Measure } from "../../rules/index.ts";
import { together } from "../place.ts";
import type { Concerns } from "./law-change.ts";
import { hangsOn, type LawLookUp } from "./look-up.ts";

export function concernsOf(law: LawLookUp, entry: Entry): Concerns {
  const lists = listsAbout(law, entry);
  return {
    authorities: [...new Set(authoritiesOf(law, entry, lists))].sort(),
    lists: lists.map((list) => list.id).sort(),
    regions: own(entry, "regions") ?? together(lists.map((list) => list.regions)),
    sectors: own(entry, "sectors") ?? together(lists.map((list) => list.sectors)),
  };
}

/** Where the entry itself says to what place or sector it is limited. */
function own(entry: Entry, what: "regions" | "sectors"): readonly string[] | undefined {
  switch (entry.kind) {
    case "list":
      return entry[what];
    case "standard":
      return what === "regions" ? entry.regions : undefined;
    case "procedure":
      return what === "regions" && entry.regions.length > 0 ? entry.regions : undefined;
    case "precedence":
      return what === "regions" && entry.rule === "suspension" ? entry.regions : undefined;
    case "score-scheme":
    case "office":
      return what === "regions" && entry.region !== undefined ? [entry.region] : undefined;
    case "term":
      return what === "regions" && entry.taxonomy === "region" ? [entry.value] : what === "sectors" && entry.taxonomy === "sector" ? [entry.value] : undefined;
    default:
      return undefined;
  }
}

function listsAbout(law: LawLookUp, entry: Entry): readonly List[] {
  switch (entry.kind) {
    case "list":
      return [entry];
    case "measure":
      return listsOfTrigger(law, entry);
    case "memorandum":
      return unique(entry.clauses.flatMap((id) => { const clause = law.find(id); return clause?.kind === "measure" ? listsOfTrigger(law, clause) : []; }));
    case "repair":
      return listsNamed(law, entry.covers);
    case "procedure":
      return unique([...(hangsOn(law).listsByProcedure.get(entry.id) ?? []), ...listsNamed(law, entry.covers)]);
    case "precedence":
      return listsNamed(law, entry.rule === "suspension" || entry.rule === "milder" ? entry.of : entry.rule === "prefers" ? entry.among : [entry.old, entry.replacement]);
    default:
      return [];
  }
}

function listsOfTrigger(law: LawLookUp, { trigger }: Measure): readonly List[] {
  return trigger.kind === "list" ? listsNamed(law, trigger.lists) : [];
}

function listsNamed(law: LawLookUp, ids: readonly LawId[]): readonly List[] {
  return ids.flatMap((id) => { const entry = law.find(id); return entry?.kind === "list" ? [entry] : []; });
}

function unique(lists: readonly List[]): readonly List[] {
  return [...new Set(lists)];
}

function authoritiesOf(law: LawLookUp, entry: Entry, lists: readonly List[]): readonly LawId[] {
  switch (entry.kind) {
    case "authority":
      return [entry.id];
    case "measure":
    case "office":
      return [entry.authority];
    case "memorandum":
      return [...entry.parties.map((party) => party.authority), ...entry.clauses.flatMap((id) => { const clause = law.find(id); return clause?.kind === "measure" ? [clause.authority] : []; })];
    case "grade":
      return [entry.owner];
    case "repair":
      return entry.decidedBy === undefined ? lists.map((list) => list.owner) : [entry.decidedBy];
    case "score-scheme":
      return entry.keeper === undefined ? [] : [entry.keeper];
    case "score-rule":
      return entry.authority === undefined ? [] : [entry.authority];
    case "act":
      return entry.authorities;
    default:
      return lists.map((list) => list.owner);
  }
}
