// Counting a cascade: how many measures, authorities, acts and lists one listing releases, each once. What must be added to before it
// follows is counted apart.
import type { LawId } from "../../terms/index.ts";
import { BURDENS } from "../../rules/index.ts";
import type { CascadeMeasureNode, CascadeNode } from "./cascade.ts";

export interface CascadeCounts {
  /** Burdens released by this listing: whether they bind or an office may still decide them. */
  readonly measures: number;
  /** Of those, the ones that leave their authority no choice. */
  readonly mandatory: number;
  readonly authorities: number;
  readonly acts: number;
  /** Lists that follow, this one not counted. */
  readonly lists: number;
  readonly memoranda: number;
  readonly favours: number;
  /** Favours of the lists that are lost. */
  readonly favoursLost: number;
  /** Burdens and lists that would follow if something were added: a decision, a further listing. */
  readonly possibleMeasures: number;
  readonly possibleLists: number;
  /** How many lists deep. */
  readonly depth: number;
}

interface Reached {
  readonly node: CascadeNode;
  readonly released: boolean;
  readonly lost: boolean;
  readonly depth: number;
}

export function countCascade(root: CascadeNode): CascadeCounts {
  const all = reach(root, { released: true, lost: false, depth: 0 });
  const measures = all.flatMap(({ node, ...rest }) => (node.kind === "measure" ? [{ node, ...rest }] : []));
  const burdens = measures.filter(({ node, lost }) => isBurdenNode(node) && !lost);
  const released = burdens.filter((each) => each.released).map(({ node }) => node);
  const releasedIds = new Set(released.map((node) => node.id));
  const lists = all.flatMap(({ node, ...rest }) => (node.kind === "list" && node !== root && !rest.lost ? [{ node, ...rest }] : []));
  const certainLists = new Set(lists.filter((each) => each.released).map(({ node }) => node.id));
  return {
    measures: releasedIds.size,
    mandatory: distinct(released.filter((node) => node.force !== "discretionary").map((node) => node.id)),
    authorities: distinct(released.map((node) => node.authority)),
    acts: distinct(released.flatMap((node) => node.acts)),
    lists: certainLists.size,
    memoranda: distinct(all.flatMap(({ node, released: isReleased, lost }) => (node.kind === "memorandum" && isReleased && !lost ? [node.id] : []))),
    favours: distinct(measures.filter(({ node, lost, released: isReleased }) => !isBurdenNode(node) && !lost && isReleased).map(({ node }) => node.id)),
    favoursLost: distinct(measures.filter(({ node, lost, released: isReleased }) => !isBurdenNode(node) && lost && isReleased).map(({ node }) => node.id)),
    possibleMeasures: distinct(burdens.filter(({ node }) => !releasedIds.has(node.id)).map(({ node }) => node.id)),
    possibleLists: distinct(lists.filter(({ node }) => !certainLists.has(node.id)).map(({ node }) => node.id)),
    depth: Math.max(0, ...lists.filter((each) => each.released).map((each) => each.depth)),
  };
}

/** Every node, with whether all lists above it follow by themselves. */
function reach(node: CascadeNode, above: Omit<Reached, "node">): readonly Reached[] {
  const released = above.released && (node.kind !== "list" || node.certain);
  const here = { released, lost: above.lost || node.why.kind === "lost", depth: above.depth + (node.kind === "list" && node.why.kind !== "asked" ? 1 : 0) };
  return [{ node, ...here }, ...node.children.flatMap((child) => reach(child, here))];
}

function isBurdenNode(node: CascadeMeasureNode): boolean {
  return node.effects.some((effect) => BURDENS.includes(effect));
}

function distinct(ids: readonly LawId[]): number {
  return new Set(ids).size;
}

/** A row of the table beside the drawing: one authority, and what it may do because of this listing. */
export interface CascadeRow {
  readonly authority: LawId;
  readonly measures: readonly CascadeMeasureNode[];
}

/** The measures of a cascade by authority, most first; each measure once, those of lists that are lost left out. */
export function cascadeRows(root: CascadeNode): readonly CascadeRow[] {
  const nodes = reach(root, { released: true, lost: false, depth: 0 }).flatMap(({ node, lost }) => (node.kind === "measure" && !lost ? [node] : []));
  const once = [...new Map(nodes.map((node) => [node.id, node])).values()];
  return [...Map.groupBy(once, (node) => node.authority)].map(([authority, measures]) => ({ authority, measures })).toSorted((a, b) => b.measures.length - a.measures.length || (a.authority < b.authority ? -1 : 1));
}
