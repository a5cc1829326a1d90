// The cascade of a listing: what one listing would release on a day, as a tree. Under a list stand the measures the law itself attaches
// to it, the memoranda with their clauses, and the lists that follow from it; each node says why it stands there. Nothing about an
// organisation enters: conditions are not evaluated, so this is the most that can follow. Drawn and counted by pages and the linter.
import type { LawId, Names, PlainDate } from "../../terms/index.ts";
import { valueOn, type Effect, type Force, type List, type Measure, type Memorandum, type Reach, type RecordType } from "../../rules/index.ts";
import { nodesOf, recordsNodes, waysOnto } from "../criterion-nodes.ts";
import type { LawOfDay } from "../law-book.ts";
import { cascadeLawOf, idsOf, isMetAlone, linksFrom, type Consequence } from "./cascade-law.ts";
import { countCascade, type CascadeCounts } from "./cascade-counts.ts";

/** Why a node stands under the one above it. */
export type CascadeWhy =
  | { readonly kind: "asked" }
  | { readonly kind: "trigger"; readonly trigger: Measure["trigger"]["kind"] }
  | { readonly kind: "clause"; readonly memorandum: LawId; readonly clause: string }
  | { readonly kind: Consequence; readonly criteria: readonly string[] };

export type CascadeNode = CascadeListNode | CascadeRecordNode | CascadeMemorandumNode | CascadeMeasureNode;

interface NodeHead {
  readonly id: LawId;
  readonly names: Names;
  readonly why: CascadeWhy;
  /** Follows from what stands above by itself. Otherwise something must be added: an authority's decision, a further listing. */
  readonly certain: boolean;
}

export interface CascadeListNode extends NodeHead {
  readonly kind: "list";
  readonly colour: List["colour"];
  readonly owner: LawId;
  /** It stands elsewhere in the tree with what follows from it, or the tree ends here at its depth. */
  readonly cut?: "again" | "depth";
  readonly children: readonly CascadeNode[];
}

export interface CascadeRecordNode extends NodeHead {
  readonly kind: "record-type";
  readonly children: readonly CascadeNode[];
}

export interface CascadeMemorandumNode extends NodeHead {
  readonly kind: "memorandum";
  readonly children: readonly CascadeMeasureNode[];
}

export interface CascadeMeasureNode extends NodeHead {
  readonly kind: "measure";
  readonly authority: LawId;
  readonly acts: readonly LawId[];
  readonly effects: readonly Effect[];
  readonly force: Force | undefined;
  readonly reaches: readonly Reach[];
  /** It is said to bind only under conditions, which a cascade does not look at. */
  readonly conditional: boolean;
  readonly children: readonly [];
}

export interface Cascade {
  readonly day: PlainDate;
  readonly root: CascadeListNode | CascadeRecordNode;
  readonly counts: CascadeCounts;
}

export const CASCADE_DEPTH = 6;

interface Walk {
  readonly law: LawOfDay;
  readonly depth: number;
  /** Lists that follow by themselves: shown with all they release where they do so, and only named elsewhere. */
  readonly certain: ReadonlySet<LawId>;
  readonly seen: Set<LawId>;
}

/** Where a list stands in the tree. */
interface Standing {
  readonly why: CascadeWhy;
  readonly certain: boolean;
  /** Everything above is certain too. */
  readonly released: boolean;
  readonly level: number;
}

const ASKED: Standing = { why: { kind: "asked" }, certain: true, released: true, level: 0 };

/** What one listing on this list would release; undefined where it is no list of that day's law. */
export function cascadeOf(law: LawOfDay, list: LawId, depth = CASCADE_DEPTH): Cascade | undefined {
  const found = law.get("list", list);
  if (found === undefined) return undefined;
  const root = listNode({ law, depth, certain: certainFrom(law, [found]), seen: new Set() }, found, ASKED);
  return { day: law.day, root, counts: countCascade(root) };
}

/** What one record of this type would release: its own measures, and the lists whose criteria read it. */
export function cascadeOfRecord(law: LawOfDay, type: LawId, depth = CASCADE_DEPTH): Cascade | undefined {
  const found = law.get("record-type", type);
  if (found === undefined) return undefined;
  const made = law.all("list").filter((list) => isMadeBy(list, found));
  const walk: Walk = { law, depth, certain: certainFrom(law, made), seen: new Set() };
  const measures = law.all("measure").filter((measure) => setsOff(law, measure, found));
  const root: CascadeRecordNode = {
    kind: "record-type", id: found.id, names: found.names, why: { kind: "asked" }, certain: true,
    children: [...measureNodes(law, measures), ...law.all("list").flatMap((list) => ofRecord(walk, list, found))],
  };
  return { day: law.day, root, counts: countCascade(root) };
}

function setsOff(law: LawOfDay, { trigger }: Measure, type: RecordType): boolean {
  if (trigger.kind === "record" || trigger.kind === "commitment") return trigger.type === type.id;
  return trigger.kind === "grade" && law.get("grade", trigger.type)?.recordType === type.id;
}

/** A record is enough for a listing of the law's own making; elsewhere an authority decides. */
function ofRecord(walk: Walk, list: List, type: RecordType): readonly CascadeNode[] {
  const ways = waysOnto(list, walk.law).filter((way) => recordsNodes([way]).some((node) => node.type === type.id));
  if (ways.length === 0) return [];
  const certain = isMadeBy(list, type);
  return [listNode(walk, list, { why: { kind: certain ? "entailed" : "proposed", criteria: ways.flatMap(idsOf) }, certain, released: certain, level: 1 })];
}

/** Whether the law itself lists because of one record of this type, and of nothing but records. */
function isMadeBy({ entailed }: List, type: RecordType): boolean {
  if (entailed === undefined) return false;
  const records = recordsNodes([entailed]);
  return records.some((node) => node.type === type.id) && records.every((node) => node.count <= 1) && !nodesOf(entailed).some((node) => node.kind === "listed");
}

/** Lists that follow from these by the law's own making alone, themselves among them. */
function certainFrom(law: LawOfDay, lists: readonly List[]): ReadonlySet<LawId> {
  const found = new Map(lists.map((list) => [list.id, list]));
  for (const list of found.values()) {
    for (const link of linksFrom(law, list)) if (link.consequence === "entailed" && isMetAlone(link.criterion, list)) found.set(link.list.id, link.list);
  }
  return new Set(found.keys());
}

function listNode(walk: Walk, list: List, { why, certain, released, level }: Standing): CascadeListNode {
  const head = { kind: "list", id: list.id, names: list.names, why, certain, colour: list.colour, owner: list.owner } as const;
  const measures = cascadeLawOf(walk.law).measuresByList.get(list.id) ?? [];
  if (why.kind === "lost") return { ...head, children: measureNodes(walk.law, measures) };
  if (walk.seen.has(list.id) || (!released && walk.certain.has(list.id))) return { ...head, cut: "again", children: [] };
  walk.seen.add(list.id);
  const own = measureNodes(walk.law, measures.filter((measure) => !(measure.exceptOwner && measure.authority === list.owner)));
  const links = linksFrom(walk.law, list);
  if (level >= walk.depth) return { ...head, ...(links.length > 0 ? { cut: "depth" as const } : {}), children: own };
  const lists = links.map((link) => {
    const follows = link.consequence !== "proposed" && isMetAlone(link.criterion, list);
    return listNode(walk, link.list, { why: { kind: link.consequence, criteria: idsOf(link.criterion) }, certain: follows, released: released && follows, level: level + 1 });
  });
  return { ...head, children: [...own, ...lists] };
}

/** Clauses stand under their memorandum, whole memoranda after what the law itself connects. */
function measureNodes(law: LawOfDay, measures: readonly Measure[]): readonly CascadeNode[] {
  const byMemorandum = Map.groupBy(measures, (measure) => (measure.memorandum === undefined ? undefined : law.get("memorandum", measure.memorandum)));
  const own = (byMemorandum.get(undefined) ?? []).map((measure) => measureNode(law, measure));
  const memoranda = [...byMemorandum].flatMap(([memorandum, clauses]) => (memorandum === undefined ? [] : [memorandumNode(law, memorandum, clauses)]));
  return [...own, ...memoranda];
}

function memorandumNode(law: LawOfDay, memorandum: Memorandum, clauses: readonly Measure[]): CascadeMemorandumNode {
  return { kind: "memorandum", id: memorandum.id, names: memorandum.names, why: { kind: "trigger", trigger: clauses[0]?.trigger.kind ?? "list" }, certain: true, children: clauses.map((clause) => measureNode(law, clause)) };
}

function measureNode(law: LawOfDay, measure: Measure): CascadeMeasureNode {
  const why: CascadeWhy = measure.memorandum === undefined ? { kind: "trigger", trigger: measure.trigger.kind } : { kind: "clause", memorandum: measure.memorandum, clause: measure.clause ?? "" };
  const memorandum = measure.memorandum === undefined ? undefined : law.get("memorandum", measure.memorandum);
  const force = valueOn(measure.force, law.day);
  return {
    kind: "measure", id: measure.id, names: measure.names, why, certain: force !== "discretionary", authority: measure.authority, acts: measure.acts, effects: measure.effects, force,
    reaches: measure.reaches, conditional: measure.conditions.length > 0 || (memorandum?.conditions.length ?? 0) > 0, children: [],
  };
}
