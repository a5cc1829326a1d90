// Withdraw: takes a wrong batch back. Its events stay in the ledger; every answer from then on is as if they had never been.
import { err, ok, parseBatchId, type BatchId, type Result } from "../domain/terms/index.ts";
import { keyOf, replay } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import type { ActsFor } from "./batches.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { tellWithdrawals } from "./tell-list.ts";

export interface Withdrawn {
  readonly batch: BatchId;
  readonly events: number;
}

/** @param by the office and the post that take it back; the keeper of the register where nobody is named */
export async function withdrawBatch(registry: Registry, text: string, reason: string, by: ActsFor = {}): Promise<Result<Withdrawn, Problem>> {
  const parsed = parseBatchId(text);
  if (!parsed.ok) return err(problem("batch-unknown", parsed.error, "`import` prints the batch's id."));
  const batch = parsed.value;
  const withdrawn = await decideAndAppend<Withdrawn, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const register = replay(await registry.ledger.read({ keys: [keyOf.batch(batch), keyOf.withdrawal(batch)] }));
    const received = register.batches.get(batch);
    if (received === undefined) return err(problem("batch-unknown", `no batch \`${batch}\` has been handed in`, "`import` prints the batch's id."));
    if (received.withdrawn) return err(problem("batch-withdrawn", `batch \`${batch}\` has been taken back already`, "Nothing is left to do."));
    return ok({
      ...by, batch: null, drafts: [{ type: "BatchWithdrawn", body: { batch, reason } }], expect: { keys: [keyOf.batch(batch)], after },
      value: { batch, events: received.counts.records },
    });
  });
  if (withdrawn.ok) await tellWithdrawals(registry, await registry.ledger.read({ keys: [keyOf.withdrawal(batch)], types: ["BatchWithdrawn"] }));
  return withdrawn;
}
