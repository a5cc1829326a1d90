// The cascade of a listing to its drawing and table: lists that follow, and the measures released by themselves, each under the list
// that sets it off. Reads what the survey worked out; conditions of measures are not evaluated.
import type { CascadeListNode, CascadeNode } from "../../domain/survey/index.ts";
import type { LawId, PlainDate } from "../../domain/terms/index.ts";
import { lawCascade, shelvesOn, type Registry } from "../../service/index.ts";
import type { CascadeMeasure, CascadeView } from "../portal/index.ts";
import { wayBackFrom } from "./law-views.ts";

export function cascadeView(registry: Registry, list: LawId, law: PlainDate): CascadeView | undefined {
  const found = lawCascade(registry, { of: list, on: law });
  if (!found.ok || found.value.root.kind !== "list") return undefined;
  const { root, counts } = found.value;
  const lists = listsIn(root, true);
  const released: ReadonlySet<string> = new Set(lists.filter((each) => each.released || each.why === "lost").map((each) => each.list));
  const entry = shelvesOn(registry.rulebook, law).book.get("list", list);
  return { lists, measures: unique(measuresIn(root, root, undefined, released)), counts, ...wayBackFrom(entry === undefined ? [] : [entry], law) };
}

/** The list asked about first, then those that follow; one that stands in the tree twice counts once, by its surest place. */
function listsIn(root: CascadeListNode, released: boolean): CascadeView["lists"] {
  const found = new Map<LawId, CascadeView["lists"][number]>();
  const walk = (node: CascadeListNode, above: boolean): void => {
    const here = above && node.certain;
    const known = found.get(node.id);
    if (known === undefined || (!known.released && here)) found.set(node.id, { list: node.id, owner: node.owner, why: whyOf(node), released: here, measures: countMeasures(node) });
    for (const child of node.children) if (child.kind === "list") walk(child, here);
  };
  walk(root, released);
  return [...found.values()];
}

function whyOf(node: CascadeListNode): CascadeView["lists"][number]["why"] {
  switch (node.why.kind) {
    case "entailed": case "proposed": case "lost":
      return node.why.kind;
    default:
      return "asked";
  }
}

function countMeasures(node: CascadeListNode): number {
  return node.children.reduce((sum, child) => sum + (child.kind === "measure" ? 1 : child.kind === "memorandum" ? child.children.length : 0), 0);
}

function measuresIn(node: CascadeNode, list: CascadeListNode, memorandum: LawId | undefined, released: ReadonlySet<string>): readonly CascadeMeasure[] {
  switch (node.kind) {
    case "measure":
      return [{
        measure: node.id, list: list.id, authority: node.authority, effects: node.effects, acts: node.acts, conditional: node.conditional, lost: list.why.kind === "lost", ...(memorandum === undefined ? {} : { memorandum }),
        ...(node.why.kind === "clause" ? { clause: node.why.clause } : {}), ...(node.force === undefined ? {} : { force: node.force }),
      }];
    case "memorandum":
      return node.children.flatMap((child) => measuresIn(child, list, node.id, released));
    case "list":
      return released.has(node.id) ? node.children.flatMap((child) => measuresIn(child, node, undefined, released)) : [];
    case "record-type":
      return [];
  }
}

function unique(measures: readonly CascadeMeasure[]): readonly CascadeMeasure[] {
  return [...new Map(measures.map((measure) => [measure.measure, measure])).values()];
}
