// The nodes of a criterion, walked: for rules that look at what a list asks of an organisation rather than whether it is met.
import type { LawId } from "../terms/index.ts";
import { childrenOf, valueOn, type Criterion, type Leaf, type List, type ListColour } from "../rules/index.ts";
import type { LawOfDay } from "./law-book.ts";

export type RecordsNode = Extract<Criterion, { readonly kind: "records" }>;
export type ListedNode = Extract<Criterion, { readonly kind: "listed" }>;

/** The node and everything below it. */
export function nodesOf(node: Criterion): readonly Criterion[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

export function recordsNodes(nodes: readonly Criterion[]): readonly RecordsNode[] {
  return nodes.flatMap(nodesOf).filter((node) => node.kind === "records");
}

/** Leaves with the record type they are asked of; none where they are asked of the listing or the organisation itself. */
export function leavesOf(node: Criterion, type?: LawId): readonly { readonly leaf: Leaf; readonly type?: LawId }[] {
  if (node.kind === "holds") return [{ leaf: node, ...(type === undefined ? {} : { type }) }];
  return childrenOf(node).flatMap((part) => leavesOf(part, node.kind === "records" ? node.type : type));
}

/** What may put an organisation on the list on this day: its criteria, and what the law itself makes a listing of. */
export function waysOnto(list: List, law: LawOfDay): readonly Criterion[] {
  return [...(valueOn(list.criteria, law.day) ?? []), ...(list.entailed === undefined ? [] : [list.entailed])];
}

/** Whether a node of listings is about this list. */
export function speaksOf(node: ListedNode, list: { readonly id: LawId; readonly colour: ListColour }): boolean {
  return node.lists.includes(list.id) || (node.colour !== undefined && node.colour === list.colour);
}
