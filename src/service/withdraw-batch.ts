// Withdraw: takes a wrong batch back. Its events stay in the ledger; every answer from then on is as if they had never been.
import { err, ok, parseBatchId, type BatchId, type Result } from "../domain/terms/index.ts";
import type { Bodies, EventDraft } from "../domain/events/index.ts";
import { keyOf, replay } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { problem, type Problem } from "./problem.ts";
import { readList } from "./read-list.ts";
import type { Registry } from "./registry.ts";

export interface Withdrawn {
  readonly batch: BatchId;
  readonly events: number;
}

/** Nothing that another batch said hangs on this one afterwards; what it said of this one's editions goes with them. */
export async function withdrawBatch(registry: Registry, text: string, reason: string): Promise<Result<Withdrawn, Problem>> {
  const parsed = parseBatchId(text);
  if (!parsed.ok) return err(problem("batch-unknown", parsed.error, "`import` prints the batch's id."));
  const batch = parsed.value;
  return decideAndAppend<Withdrawn, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const register = replay(await registry.ledger.read({ keys: [keyOf.batch(batch), keyOf.withdrawal(batch)] }));
    const received = register.batches.get(batch);
    if (received === undefined) return err(problem("batch-unknown", `no batch \`${batch}\` has been handed in`, "`import` prints the batch's id."));
    if (received.withdrawn) return err(problem("batch-withdrawn", `batch \`${batch}\` has been taken back already`, "Nothing is left to do."));
    await restateNextEdition(registry, received);
    return ok({
      batch: null, drafts: [{ type: "BatchWithdrawn", body: { batch, reason } }], expect: { keys: [keyOf.batch(batch)], after },
      value: { batch, events: received.counts.records },
    });
  });
}

/**
 * Rows that this edition was the first to drop, and that the next one drops too, are said to be missing there: once this edition is
 * gone, nothing else says so. Stored before the withdrawal and in the next edition's own batch; until then it repeats what is known.
 */
async function restateNextEdition(registry: Registry, { template: id, edition }: Bodies["BatchReceived"]): Promise<void> {
  const of = registry.rulebook.get("template", id)?.of;
  if (of?.kind !== "list" || edition === undefined) return;
  const { list } = of;
  await decideAndAppend<null, never>(registry, async () => {
    const after = await registry.ledger.head();
    const known = await readList(registry, list);
    const own = known.editions.find((each) => each.edition === edition);
    const next = known.editions.find((each) => own !== undefined && each.edition !== edition && (each.asOf > own.asOf || (each.asOf === own.asOf && each.position > own.position)));
    if (next === undefined) return ok({ batch: null, drafts: [], value: null });
    const drafts = known.listings.filter((listing) => listing.missing.some((missing) => missing.edition === edition) && ![...listing.sightings, ...listing.missing].some((each) => each.editionDay === next.asOf && each.edition !== edition))
      .map((listing): EventDraft => ({ type: "ListingMissing", body: { listing: listing.id, file: listing.file, list, edition: next.edition, editionDay: next.asOf } }));
    return ok({ batch: next.batch, drafts, expect: { keys: [keyOf.edition(list)], after }, value: null });
  });
}
