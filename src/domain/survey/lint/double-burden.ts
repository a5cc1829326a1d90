// double-burden: one breach that burdens twice. Two black lists whose criteria one record can meet at once, or a listing the law itself
// makes beside the penalty it reads. Choices that exclude each other keep two lists apart; everything else is taken as it may be.
import type { LawId } from "../../terms/index.ts";
import type { Criterion, List } from "../../rules/index.ts";
import { recordsNodes, waysOnto } from "../criterion-nodes.ts";
import type { LawBook } from "../law-book.ts";
import { listing, named, say } from "../say.ts";
import type { Found, LintRule } from "./lint-rule.ts";

/** One way a record may meet a criterion: which values of which choices it takes. */
type Way = ReadonlyMap<string, ReadonlySet<string>>;
const ANY: Way = new Map();
const WAYS_MAX = 64;

export const doubleBurden: LintRule = {
  names: say("Double burden on one breach", "一事多罚"),
  why: say("The same act is answered twice, and nobody weighs the whole.", "同一行为多次受到惩戒，而总体轻重无人衡量。"),
  remedy: say("Tell the two apart by their criteria, say which goes first, or count the one against the other.", "以条件区分，规定先后适用，或者相互折抵。"),
  severities: ["error", "warning"],
  look: (book) => [...pairs(book), ...besidePenalty(book)],
};

interface Asked {
  readonly list: List;
  readonly ways: ReadonlyMap<LawId, readonly Way[]>;
}

function pairs(book: LawBook): readonly Found[] {
  const asked = book.all("list").filter((list) => list.colour === "black").map((list): Asked => ({ list, ways: waysByType(list, book) })).filter(({ ways }) => ways.size > 0);
  return asked.flatMap((one, index) => {
    const others = asked.slice(index + 1).filter((other) => overlap(one.list, other.list) && [...one.ways].some(([type, ways]) => ways.some((way) => (other.ways.get(type) ?? []).some((another) => agree(way, another)))));
    if (others.length === 0) return [];
    const words = listing(others.map(({ list }) => named(list)));
    return [{ entry: one.list, what: say(`One record can meet its criteria and those of ${words.en}.`, `同一记录可同时符合该名单与${words.zh}的列入条件。`) }];
  });
}

function besidePenalty(book: LawBook): readonly Found[] {
  return book.all("list").flatMap((list) => {
    if (list.entailed === undefined || list.colour === "red") return [];
    const types = [...new Set(recordsNodes([list.entailed]).map((node) => node.type))].flatMap((id) => book.get("record-type", id) ?? []).filter((type) => type.about === "penalty");
    if (types.length === 0) return [];
    const words = listing(types.map(named));
    return [{ entry: list, what: say(`The law lists for the same act that has been penalised: ${words.en}.`, `对已受处罚的同一行为，依规定直接列入：${words.zh}。`) }];
  });
}

/** Two lists can hold the same organisation: limited to a common place and sector, of a common kind. */
function overlap(a: List, b: List): boolean {
  const meet = (one: readonly string[], other: readonly string[]): boolean => one.length === 0 || other.length === 0 || one.some((each) => other.includes(each));
  return meet(a.regions, b.regions) && meet(a.sectors, b.sectors) && meet(a.subjects, b.subjects);
}

function agree(a: Way, b: Way): boolean {
  return [...a].every(([field, values]) => { const others = b.get(field); return others === undefined || [...values].some((value) => others.has(value)); });
}

function waysByType(list: List, book: LawBook): ReadonlyMap<LawId, readonly Way[]> {
  const nodes = recordsNodes(waysOnto(list, book));
  return new Map([...Map.groupBy(nodes, (node) => node.type)].map(([type, ofType]) => [type, ofType.flatMap((node) => (node.where === undefined ? [ANY] : waysOf(node.where)))]));
}

/** The ways to meet a criterion; too many to tell apart count as one that any record may take. */
function waysOf(node: Criterion): readonly Way[] {
  const ways = waysOfNode(node);
  return ways.length > WAYS_MAX ? [ANY] : ways;
}

function waysOfNode(node: Criterion): readonly Way[] {
  switch (node.kind) {
    case "holds":
      return [choiceIn(node.expression)];
    case "all":
      return node.of.reduce<readonly Way[]>((ways, each) => (ways.length > WAYS_MAX ? ways : ways.flatMap((way) => waysOf(each).flatMap((other) => both(way, other)))), [ANY]);
    case "any":
    case "atLeast":
      return node.of.flatMap(waysOf);
    case "exceptions":
      return waysOf(node.rule);
    case "none":
    case "records":
    case "listed":
      return [ANY];
  }
}

function both(a: Way, b: Way): readonly Way[] {
  if (!agree(a, b)) return [];
  const joined = new Map(a);
  for (const [field, values] of b) joined.set(field, new Set([...values].filter((value) => a.get(field)?.has(value) ?? true)));
  return [joined];
}

/** `record.field == "a"` and `record.field in ["a", "b"]` settle a choice; no other comparison does. */
function choiceIn(expression: string): Way {
  const equal = /^\s*record\.(\w+)\s*==\s*["']([^"']*)["']\s*$/.exec(expression);
  if (equal?.[1] !== undefined && equal[2] !== undefined) return new Map([[equal[1], new Set([equal[2]])]]);
  const within = /^\s*record\.(\w+)\s+in\s+\[([^\]]*)\]\s*$/.exec(expression);
  if (within?.[1] === undefined) return ANY;
  return new Map([[within[1], new Set([...(within[2] ?? "").matchAll(/["']([^"']*)["']/g)].map((match) => match[1] ?? ""))]]);
}
