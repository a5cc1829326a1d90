// Evaluating criteria: three-valued, together with the reasons. The results that come back are the explanation, not a
// retelling of it. Used by restrictions/ and cases/ with facts they read from the register.
import { addMonths, allOf, atLeast, not, type ListingId, type LawId, type Names, type PlainDate, type RecordId, type Truth } from "../terms/index.ts";
import type { Criterion, Facts, FactValue, Leaf, ListColour, RelatedBy } from "./language.ts";

export interface CriterionRecord {
  readonly id: RecordId;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly actedOn?: PlainDate;
  readonly decidedOn?: PlainDate;
  readonly publishedFrom?: PlainDate;
}

/** What a criterion is evaluated against: one organisation on one day. */
export interface CriterionContext {
  readonly facts: Facts;
  readonly on: PlainDate;
  /** Records of a type that were there on the day: the organisation's own, or those of the organisations related to it so. */
  readonly records: (type: LawId, whose?: RelatedBy) => readonly CriterionRecord[];
  /** Listings that stand on the day, its own or theirs: on these lists, or on any list of the colour. */
  readonly listedOn: (lists: readonly LawId[], colour: ListColour | undefined, whose?: RelatedBy) => readonly ListingId[];
  /** Since which day it stands on one of these lists without a break; absent: on none of them. */
  readonly listedSince?: (lists: readonly LawId[]) => PlainDate | undefined;
}

/** The result of one named node. `needs`: the facts that would settle it. */
export interface NodeResult {
  readonly id: string;
  readonly holds: boolean | "unknown" | "presumed";
  readonly records?: readonly RecordId[];
  readonly listings?: readonly ListingId[];
  readonly needs?: readonly string[];
}

export interface MissingFact {
  /** A path such as `listing.practices`. */
  readonly fact: string;
  /** The leaf that needs it. */
  readonly criterion: string;
  readonly names?: Names;
}

export interface Evaluation {
  readonly truth: Truth;
  /** Named nodes, each before the nodes inside it. */
  readonly results: readonly NodeResult[];
  /** What would settle an unknown truth; empty where the truth is known. */
  readonly missing: readonly MissingFact[];
  /** Leaves without whose presumption the truth would not be known. */
  readonly presumed: readonly string[];
}

export function evaluateCriterion(criterion: Criterion, context: CriterionContext): Evaluation {
  switch (criterion.kind) {
    case "holds":
      return evaluateLeaf(criterion, context.facts);
    case "records":
      return evaluateRecords(criterion, context);
    case "listed":
      return evaluateListed(criterion, context);
    default:
      return evaluateInner(criterion, context);
  }
}

type Inner = Exclude<Criterion, { readonly kind: "holds" | "records" | "listed" }>;

function evaluateInner(node: Inner, context: CriterionContext): Evaluation {
  const { parts, inner } = partsOf(node, context);
  const { truth, presumed } = node.kind === "none" ? negated(counted(1, parts)) : counted(neededOf(node, parts.length), parts);
  const missing = truth === "unknown" ? parts.flatMap((part) => part.missing) : [];
  const own: readonly NodeResult[] = node.id === undefined ? [] : [{ id: node.id, holds: holdsOf(truth, presumed), ...needs(missing) }];
  return { truth, results: [...own, ...inner], missing, presumed };
}

/** What counts for the node, and the results of what stands inside it. An exception counts as its opposite. */
function partsOf(node: Inner, context: CriterionContext): { readonly parts: readonly Evaluation[]; readonly inner: readonly NodeResult[] } {
  const children = node.kind === "exceptions" ? [node.rule, ...node.unless] : node.of;
  const evaluated = children.map((child) => evaluateCriterion(child, context));
  const parts = node.kind === "exceptions" ? evaluated.map((each, index) => (index === 0 ? each : negated(each))) : evaluated;
  return { parts, inner: evaluated.flatMap((each) => each.results) };
}

function neededOf(node: Inner, children: number): number {
  if (node.kind === "atLeast") return node.count;
  return node.kind === "any" ? 1 : children;
}

function negated<T extends { readonly truth: Truth }>(evaluation: T): T {
  return { ...evaluation, truth: not(evaluation.truth) };
}

/**
 * At least `count` of the parts hold. A presumption counts as relied upon only where the truth would not be known
 * without it: of three grounds of which one is proven, the presumed second does not matter.
 */
function counted(count: number, parts: readonly Evaluation[]): Pick<Evaluation, "truth" | "presumed"> {
  const truth = atLeast(count, parts.map((part) => part.truth));
  const settling = parts.filter((part) => part.truth === truth);
  const enough = truth === "true" ? count : parts.length - count + 1;
  const proven = settling.filter((part) => part.presumed.length === 0).length;
  if (truth === "unknown" || proven >= enough) return { truth, presumed: [] };
  return { truth, presumed: [...new Set(settling.flatMap((part) => part.presumed))] };
}

function holdsOf(truth: Truth, presumed: readonly string[]): NodeResult["holds"] {
  if (truth === "true" && presumed.length > 0) return "presumed";
  return truth === "unknown" ? "unknown" : truth === "true";
}

function needs(missing: readonly MissingFact[]): { readonly needs?: readonly string[] } {
  return missing.length === 0 ? {} : { needs: [...new Set(missing.map((each) => each.fact))] };
}

function evaluateLeaf(leaf: Leaf, facts: Facts): Evaluation {
  const { truth, missing } = truthOfLeaf(leaf, facts);
  if (truth === "unknown" && leaf.presume !== undefined) {
    const { value } = leaf.presume;
    return { truth: value ? "true" : "false", results: [{ id: leaf.id, holds: value ? "presumed" : false, needs: missing }], missing: [], presumed: [leaf.id] };
  }
  const named = missing.map((fact): MissingFact => ({ fact, criterion: leaf.id, ...(leaf.missing === undefined ? {} : { names: leaf.missing }) }));
  return { truth, results: [{ id: leaf.id, holds: holdsOf(truth, []), ...needs(named) }], missing: named, presumed: [] };
}

function truthOfLeaf(leaf: Leaf, facts: Facts): { readonly truth: Truth; readonly missing: readonly string[] } {
  const compared = leaf.compiled.evaluate(facts);
  if (compared.truth !== "false" || leaf.unknownWhen === undefined) return compared;
  const doubt = leaf.unknownWhen.compiled.evaluate(facts);
  if (doubt.truth === "false") return compared;
  // What the doubt turns on is what is missing: a day known only as a range, an end not stated.
  return { truth: "unknown", missing: doubt.truth === "unknown" ? doubt.missing : leaf.unknownWhen.compiled.paths.filter((path) => path !== "asked.on") };
}

type RecordsNode = Extract<Criterion, { readonly kind: "records" }>;

function evaluateRecords(node: RecordsNode, context: CriterionContext): Evaluation {
  const since = node.after === undefined ? undefined : context.listedSince?.(node.after);
  const counts = node.after === undefined || since !== undefined;
  const judged = counts ? context.records(node.type, node.whose).map((record) => ({ record, ...judge(node, record, since, context) })) : [];
  const { truth, presumed } = counted(node.count, judged);
  const missing = truth === "unknown" ? judged.filter((each) => each.truth === "unknown").flatMap((each) => each.missing) : [];
  const named = judged.filter((each) => each.truth === "true" || (truth === "unknown" && each.truth === "unknown")).map((each) => each.record.id);
  const own: NodeResult = { id: node.id, holds: holdsOf(truth, presumed), records: named, ...needs(missing) };
  return { truth, results: [own, ...innerResults(judged)], missing, presumed };
}

/** Does the record count: does it lie in time, and does `where` hold of it? */
function judge(node: RecordsNode, record: CriterionRecord, since: PlainDate | undefined, context: CriterionContext): Evaluation {
  const inTime = lies(node, record, since, context.on);
  if (inTime.truth === "false" || node.where === undefined) return inTime;
  const facts = { ...context.facts, record: { ...record.facts, ...stated("actedOn", record.actedOn), ...stated("decidedOn", record.decidedOn) } };
  const where = evaluateCriterion(node.where, { ...context, facts });
  const truth = allOf([inTime.truth, where.truth]);
  return { truth, results: where.results, missing: truth === "unknown" ? [...inTime.missing, ...where.missing] : [], presumed: truth === "unknown" ? [] : where.presumed };
}

function stated(name: "actedOn" | "decidedOn", day: PlainDate | undefined): Readonly<Record<string, FactValue>> {
  return day === undefined ? {} : { [name]: day };
}

/** `months` back from the day asked, counted as a term that began on the record's day and still runs; not before `since`. */
function lies(node: RecordsNode, record: CriterionRecord, since: PlainDate | undefined, on: PlainDate): Evaluation {
  const [fact, day] = dayOf(node, record);
  const known = (truth: Truth): Evaluation => ({ truth, results: [], missing: [], presumed: [] });
  if (day === undefined && node.months === undefined && since === undefined) return known("true");
  if (day === undefined) return { truth: "unknown", results: [], missing: [{ fact, criterion: node.id }], presumed: [] };
  if (day > on || (since !== undefined && day < since)) return known("false");
  return known(node.months === undefined || on < addMonths(day, node.months) ? "true" : "false");
}

function dayOf(node: RecordsNode, record: CriterionRecord): readonly [string, PlainDate | undefined] {
  if (node.anchor === "act") return ["record.actedOn", record.actedOn];
  if (node.anchor === "publication") return ["record.publishedFrom", record.publishedFrom];
  return ["record.decidedOn", record.decidedOn];
}

/** Conditions on each record, told once: they hold where they hold of any record that counts. */
function innerResults(judged: readonly (Evaluation & { readonly record: CriterionRecord })[]): readonly NodeResult[] {
  const byId = new Map<string, { readonly holds: NodeResult["holds"]; readonly record: RecordId; readonly needs: readonly string[] }[]>();
  for (const { record, results } of judged) {
    for (const result of results) byId.set(result.id, [...(byId.get(result.id) ?? []), { holds: result.holds, record: record.id, needs: result.needs ?? [] }]);
  }
  return [...byId].map(([id, each]) => {
    const holds = [true, "presumed", "unknown", false] as const;
    const strongest = holds.find((value) => each.some((one) => one.holds === value)) ?? false;
    const of = each.filter((one) => one.holds === strongest);
    const needed = [...new Set(of.flatMap((one) => one.needs))];
    return { id, holds: strongest, records: of.map((one) => one.record), ...(needed.length === 0 ? {} : { needs: needed }) };
  });
}

function evaluateListed(node: Extract<Criterion, { readonly kind: "listed" }>, context: CriterionContext): Evaluation {
  const listings = [...new Set(context.listedOn(node.lists, node.colour, node.whose))];
  const holds = listings.length >= node.count;
  return { truth: holds ? "true" : "false", results: [{ id: node.id, holds, listings }], missing: [], presumed: [] };
}

/** The criteria a node is made of. */
export function childrenOf(node: Criterion): readonly Criterion[] {
  switch (node.kind) {
    case "all":
    case "any":
    case "none":
    case "atLeast":
      return node.of;
    case "exceptions":
      return [node.rule, ...node.unless];
    case "records":
      return node.where === undefined ? [] : [node.where];
    case "holds":
    case "listed":
      return [];
  }
}
