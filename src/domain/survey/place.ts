// Place: to which regions an entry is limited, and whether it is local law. A list says so itself; a measure by the lists that set it
// off, by its authority, or by binding only in the region of its list.
import type { LawId } from "../terms/index.ts";
import type { Authority, Entry, List, Measure } from "../rules/index.ts";
import type { LawBook } from "./law-book.ts";

const LOCAL_LEVELS: readonly Authority["level"][] = ["province", "city", "county"];

/** Regions an entry is limited to; none: everywhere. */
export function regionsOf(book: LawBook, entry: Entry): readonly string[] {
  switch (entry.kind) {
    case "list":
      return entry.regions;
    case "measure":
      return together(listsOf(book, entry).map((list) => list.regions));
    case "memorandum":
      return together(entry.clauses.flatMap((clause) => { const measure = book.get("measure", clause); return measure === undefined ? [] : [regionsOf(book, measure)]; }));
    case "score-scheme":
      return entry.region === undefined ? [] : [entry.region];
    case "score-rule": {
      const scheme = book.get("score-scheme", entry.scheme);
      return scheme?.region === undefined ? [] : [scheme.region];
    }
    case "precedence":
      return entry.rule === "suspension" ? entry.regions : [];
    default:
      return [];
  }
}

/** All of them, unless one is limited to none. */
export function together(places: readonly (readonly string[])[]): readonly string[] {
  return places.some((each) => each.length === 0) ? [] : [...new Set(places.flat())].sort();
}

/** Law of a province, city or county: limited to regions, or of an authority below the national. */
export function isLocal(book: LawBook, entry: Entry): boolean {
  if (entry.kind === "list") return entry.regions.length > 0 || isLocalAuthority(book, entry.owner);
  if (entry.kind === "measure") return isLocalAuthority(book, entry.authority) || (entry.trigger.kind === "list" && listsOf(book, entry).length > 0 && listsOf(book, entry).every((list) => isLocal(book, list)));
  if (entry.kind === "memorandum") return entry.clauses.length > 0 && entry.clauses.every((clause) => { const measure = book.get("measure", clause); return measure === undefined || isLocal(book, measure); });
  return regionsOf(book, entry).length > 0;
}

function isLocalAuthority(book: LawBook, id: LawId): boolean {
  const authority = book.known(id);
  return authority?.kind === "authority" && LOCAL_LEVELS.includes(authority.level);
}

/** Lists in force that set a measure off. */
export function listsOf(book: LawBook, measure: Measure): readonly List[] {
  return measure.trigger.kind !== "list" ? [] : measure.trigger.lists.flatMap((id) => book.get("list", id) ?? []);
}
