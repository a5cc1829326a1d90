// circular-chain: lists that lead to each other, so that being on one helps to be put on the other and back. What the law itself lists in
// a circle does not load at all; this looks at what authorities decide because of other listings.
import type { LawId } from "../../terms/index.ts";
import type { List } from "../../rules/index.ts";
import { linksFrom } from "../cascade/cascade-law.ts";
import type { LawBook } from "../law-book.ts";
import { listing, named, say } from "../say.ts";
import type { LintRule } from "./lint-rule.ts";

export const circularChain: LintRule = {
  names: say("Circular chain of lists", "名单循环引用"),
  why: say("Each listing keeps the other alive, and neither can be left first.", "两份名单互为因果，先后都无法退出。"),
  remedy: say("Let each list rest on conduct of its own, or make one of them no ground for the other.", "使各名单以自身的失信行为为条件，或者不再以他名单为依据。"),
  severities: ["error", "warning"],
  look: (book) => circlesOf(book).flatMap((circle) => {
    const [first] = circle;
    const words = listing(circle.map(named));
    return first === undefined ? [] : [{ entry: first, what: say(`Listings lead to each other and back: ${words.en}.`, `列入互为条件：${words.zh}。`) }];
  }),
};

/** Groups of lists that all lead to each other, each group once. */
function circlesOf(book: LawBook): readonly (readonly List[])[] {
  const next = new Map(book.all("list").map((list) => [list.id, linksFrom(book, list).filter((link) => link.consequence !== "lost").map((link) => link.list)]));
  const reached = new Map([...next.keys()].map((id) => [id, reachedFrom(id, next)]));
  const inCircle = book.all("list").filter((list) => reached.get(list.id)?.has(list.id) === true);
  const groups = Map.groupBy(inCircle, (list) => [...(reached.get(list.id) ?? [])].filter((id) => reached.get(id)?.has(list.id) === true).sort().join(" "));
  return [...groups.values()];
}

function reachedFrom(id: LawId, next: ReadonlyMap<LawId, readonly List[]>): ReadonlySet<LawId> {
  const found = new Set<LawId>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const list of next.get(at) ?? []) {
      if (found.has(list.id)) continue;
      found.add(list.id);
      open.push(list.id);
    }
  }
  return found;
}
