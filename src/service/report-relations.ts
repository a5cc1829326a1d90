// Report relations: one organisation is a branch or a subsidiary of another, or controlled by it. What is on file already is not said again.
import { ok, type FileNumber, type Result } from "../domain/terms/index.ts";
import type { Bodies, EventDraft } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

export type ReportedRelation = Bodies["RelationReported"];

/** @returns how many were new */
export async function reportRelations(registry: Registry, relations: readonly ReportedRelation[], office: FileNumber | null = null): Promise<number> {
  const reported: Result<number, never> = await decideAndAppend(registry, async () => {
    const after = await registry.ledger.head();
    const keys = [...new Set(relations.map((relation) => keyOf.file(relation.from)))];
    const known = new Set((await readClosure(registry, keys)).relations.map(identity));
    const fresh = [...new Map(relations.filter((relation) => !known.has(identity(relation))).map((relation) => [identity(relation), relation])).values()];
    return ok({ batch: null, office, drafts: fresh.map((body): EventDraft => ({ type: "RelationReported", body })), expect: { keys, after }, value: fresh.length });
  });
  if (!reported.ok) throw new Error("assertion failed: relations are not refused");
  return reported.value;
}

function identity({ from, to, relation, since, until }: Pick<ReportedRelation, "from" | "to" | "relation" | "since" | "until">): string {
  return [from, to, relation, since ?? "", until ?? ""].join(" ");
}
