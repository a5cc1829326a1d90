// Compare reports: what one says that another does not, part by part, so that whoever holds an old one is told what became of it.
import { canonicalize } from "json-canonicalize";
import type { Names } from "../terms/index.ts";
import { coreOfBinding, coreOfKind, coreOfList } from "./report-core.ts";
import type { ReportContent } from "./report.ts";

/** What of a report can be another one. */
export type ReportPart = "organisation" | "statement" | "kinds" | "lists" | "binding";

export interface ReportDifference {
  readonly part: ReportPart;
  /** Of kinds and lists: how many records or listings each says; null: nobody can say. */
  readonly rows: readonly DifferentRow[];
}

export interface DifferentRow {
  readonly id: string;
  readonly names: Names;
  readonly before: number | null;
  readonly after: number | null;
}

/** Each part in which two reports differ, in their order. A delivery that brought nothing about the organisation is no difference. */
export function differencesOf(before: ReportContent, after: ReportContent): readonly ReportDifference[] {
  const parts: readonly ReportDifference[] = [
    ...whole("organisation", before.organisation, after.organisation),
    ...whole("statement", before.statement, after.statement),
    ...byRow("kinds", rowsOf(before.kinds, after.kinds, (kind) => ({ ...coreOfKind(kind), delivered: null }))),
    ...byRow("lists", rowsOf(before.lists, after.lists, (list) => ({ ...coreOfList(list), edition: null, stale: null }))),
    ...whole("binding", coreOfBinding(before.binding), coreOfBinding(after.binding)),
  ];
  return parts;
}

function whole(part: ReportPart, before: object, after: object): readonly ReportDifference[] {
  return canonicalize(before) === canonicalize(after) ? [] : [{ part, rows: [] }];
}

function byRow(part: ReportPart, rows: readonly DifferentRow[]): readonly ReportDifference[] {
  return rows.length === 0 ? [] : [{ part, rows }];
}

function rowsOf<T extends { readonly id: string; readonly names: Names; readonly count: number | null }>(before: readonly T[], after: readonly T[], core: (each: T) => object): readonly DifferentRow[] {
  const [first, second] = [new Map(before.map((each) => [each.id, each])), new Map(after.map((each) => [each.id, each]))];
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((id) => {
    const [a, b] = [first.get(id), second.get(id)];
    if (a !== undefined && b !== undefined && canonicalize(core(a)) === canonicalize(core(b))) return [];
    return [{ id, names: (b ?? a)?.names ?? { en: id }, before: a?.count ?? null, after: b?.count ?? null }];
  });
}
