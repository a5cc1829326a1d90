// Bodies on file: the bodies of law that something on file was handed in under, from the batches that stand. Pages speak of these.
import { bodyOf, type BatchId, type LawId, type Position } from "../domain/terms/index.ts";
import type { Registry } from "./registry.ts";

/** Batches that stand, by id with their templates, up to a position; what was appended since is read when it is asked for. */
const batchesKnown = new WeakMap<Registry["ledger"], { readonly upTo: Position; readonly templates: ReadonlyMap<BatchId, LawId> }>();

/** Bodies of law that something on file was handed in under. */
export async function bodiesOnFile({ ledger }: Registry): Promise<ReadonlySet<string>> {
  const head = await ledger.head();
  const known = batchesKnown.get(ledger) ?? { upTo: 0 as Position, templates: new Map<BatchId, LawId>() };
  const templates = new Map(known.templates);
  for (const event of head === known.upTo ? [] : await ledger.read({ types: ["BatchReceived", "BatchWithdrawn"], after: known.upTo, upTo: head })) {
    if (event.body === null) continue;
    if (event.type === "BatchReceived") templates.set(event.body.batch, event.body.template);
    if (event.type === "BatchWithdrawn") templates.delete(event.body.batch);
  }
  batchesKnown.set(ledger, { upTo: head, templates });
  return new Set([...templates.values()].map(bodyOf));
}
