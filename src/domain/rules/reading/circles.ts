// Circles: entries that refer to each other so that none of them comes first. Looked for among superiors of authorities,
// parents of terms, and lists whose listings the law makes or ends because of other listings.
import type { LawId } from "../../terms/index.ts";
import { childrenOf } from "../criteria.ts";
import type { Desk } from "./desk.ts";
import type { Criterion, Entry, List } from "../language.ts";

interface Way {
  readonly what: string;
  readonly remedy: string;
  readonly next: ReadonlyMap<string, readonly string[]>;
}

export function reportCircles(entries: readonly Entry[], report: Desk["report"]): void {
  for (const way of [superiors(entries), parents(entries), dependentLists(entries)]) {
    const circle = findCircle(way.next);
    const [first] = circle;
    const entry = entries.find((each) => each.id === first);
    if (entry !== undefined) report("circle", entry.at, `${way.what}: ${[...circle, first ?? ""].map((id) => `\`${id}\``).join(" → ")}`, way.remedy);
  }
}

function superiors(entries: readonly Entry[]): Way {
  const next = new Map<string, readonly string[]>();
  for (const entry of entries) if ((entry.kind === "authority" || entry.kind === "office") && entry.superior !== undefined) next.set(entry.id, [entry.superior]);
  return { what: "bodies are superior to each other in a circle", remedy: "remove or correct one `superior`", next };
}

function parents(entries: readonly Entry[]): Way {
  const terms = entries.filter((entry) => entry.kind === "term");
  const next = new Map<string, readonly string[]>();
  for (const term of terms) {
    const ofTerm = terms.filter((each) => each.taxonomy === term.taxonomy && each.value === term.parent).map((each) => each.id);
    if (ofTerm.length > 0) next.set(term.id, ofTerm);
  }
  return { what: "terms are parents of each other in a circle", remedy: "remove or correct one `parent`", next };
}

function dependentLists(entries: readonly Entry[]): Way {
  const lists = entries.filter((entry) => entry.kind === "list");
  const next = new Map<string, readonly string[]>();
  for (const list of lists) next.set(list.id, [list.entailed, list.lostWhen].flatMap((each) => (each === undefined ? [] : listsNamedIn(each, lists))));
  return { what: "listings depend on each other in a circle (`entailed`, `lostWhen`)", remedy: "name the lists instead of a colour, or remove one of the two rules", next };
}

function listsNamedIn(criterion: Criterion, lists: readonly List[]): readonly LawId[] {
  if (criterion.kind !== "listed") return childrenOf(criterion).flatMap((child) => listsNamedIn(child, lists));
  return criterion.colour === undefined ? criterion.lists : lists.filter((list) => list.colour === criterion.colour).map((list) => list.id);
}

/** One circle, beginning with the first of its ids that is met; empty where there is none. Walks without recursion. */
function findCircle(next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  for (const start of next.keys()) {
    const path: { readonly id: string; readonly rest: string[] }[] = [{ id: start, rest: [...(next.get(start) ?? [])] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const following = top.rest.pop();
      const onPath = path.findIndex((each) => each.id === following);
      if (onPath >= 0) return path.slice(onPath).map((each) => each.id);
      if (following === undefined) {
        done.add(top.id);
        path.pop();
      } else if (!done.has(following)) path.push({ id: following, rest: [...(next.get(following) ?? [])] });
    }
  }
  return [];
}
