// Delete list: takes an imported list out as a whole. Every batch of its editions is withdrawn, and what the rows said (of listings, of
// organisations, of those that wait for a person) is forgotten; envelopes and their proofs stay.
import { err, ok, parseLawId, type BatchId, type LawId, type ListingId, type Position, type Result } from "../domain/terms/index.ts";
import type { EventType, StoredEvent } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { tellWithdrawals } from "./tell-list.ts";

export interface ListDeleted {
  readonly list: LawId;
  /** Batches withdrawn now; those that had been taken back before are not among them. */
  readonly batches: readonly BatchId[];
  /** Events whose bodies are forgotten. */
  readonly forgotten: number;
}

/** What a batch says of itself, and no row of it: by these the proofs are found again, and the second deletion finds what the first did. */
const OF_THE_BATCH: readonly EventType[] = ["BatchReceived", "BatchWithdrawn", "EditionReceived", "RowRefused"];

/** Twice is once: a deletion that was broken off is finished by the next. */
export async function deleteList(registry: Registry, text: string, reason: string): Promise<Result<ListDeleted, Problem>> {
  const id = parseLawId(text);
  const list = id.ok ? id.value : undefined;
  const templates = new Set(registry.rulebook.all("template").flatMap((template) => (template.of.kind === "list" && template.of.list === list ? [template.id] : [])));
  if (list === undefined || templates.size === 0) {
    return err(problem("law-entry-unknown", `\`${text}\` is no list that is imported`, `Lists that templates read: ${[...new Set(registry.rulebook.all("template").flatMap((template) => (template.of.kind === "list" ? [template.of.list] : [])))].join(", ")}.`));
  }
  const withdrawn = await decideAndAppend<readonly BatchId[], Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const { received, gone } = await batchesOf(registry, templates);
    const open = received.filter((batch) => !gone.has(batch));
    return ok({ batch: null, drafts: open.map((batch) => ({ type: "BatchWithdrawn" as const, body: { batch, reason } })), expect: { keys: [keyOf.batches, ...open.map(keyOf.batch)], after }, value: open });
  });
  if (!withdrawn.ok) return withdrawn;
  // Before anything is forgotten: what ended is read from what the rows said.
  if (withdrawn.value.length > 0) await tellWithdrawals(registry, await registry.ledger.read({ keys: withdrawn.value.map(keyOf.withdrawal), types: ["BatchWithdrawn"] }));
  const { received } = await batchesOf(registry, templates);
  const said = await saidBy(registry, list, new Set(received));
  // Also where nothing is left of them in the log: an earlier deletion may have ended before the files of the database were cleaned.
  await registry.ledger.forget(said.map(({ position }) => position));
  return ok({ list, batches: withdrawn.value, forgotten: said.filter(({ body }) => body !== null).length });
}

async function batchesOf(registry: Registry, templates: ReadonlySet<LawId>): Promise<{ readonly received: readonly BatchId[]; readonly gone: ReadonlySet<BatchId> }> {
  const received: BatchId[] = [];
  const gone = new Set<BatchId>();
  for (const event of await registry.ledger.read({ keys: [keyOf.batches] })) {
    if (event.type === "BatchReceived" && event.body !== null && templates.has(event.body.template)) received.push(event.body.batch);
    if (event.type === "BatchWithdrawn" && event.body !== null) gone.add(event.body.batch);
  }
  return { received, gone };
}

/**
 * Everything the list's batches brought, a held row's settlement among it: it entered under the batch it came in; and what offices decided and
 * reported of measures because of its listings, which says whose they were.
 */
async function saidBy(registry: Registry, list: LawId, batches: ReadonlySet<BatchId>): Promise<readonly Pick<StoredEvent, "position" | "body">[]> {
  const said: { readonly position: Position; readonly body: StoredEvent["body"] }[] = [];
  const listings = new Set<ListingId>();
  for await (const event of registry.ledger.stream({})) {
    const { position, body, batch, type } = event;
    const isRow = batch !== null && batches.has(batch) && !OF_THE_BATCH.includes(type);
    if (isRow && event.type === "ListingReported" && event.body !== null) listings.add(event.body.listing);
    const isOfOne = (event.type === "ExecutionReported" && event.body?.list === list) || (event.type === "MeasureDecided" && event.body?.listing !== undefined && listings.has(event.body.listing));
    if (isRow || isOfOne) said.push({ position, body });
  }
  return said;
}
