// Batches: what an office handed in, from the ledger: each with its counts and whether it was taken back, and one whole, with the rows that wait.
import { err, ok, parseBatchId, type BatchId, type FileNumber, type Instant, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Bodies, StoredEvent } from "../domain/events/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { problem, type Problem } from "./problem.ts";
import { timeZoneOf, type Registry } from "./registry.ts";
import { heldRows, type HeldRow } from "./settle-held.ts";

/** In whose name something is stored: an office, and one of its posts. */
export interface ActsFor {
  readonly office?: FileNumber;
  readonly officer?: string;
}

export interface BatchOnFile {
  readonly batch: BatchId;
  readonly template: LawId;
  readonly office: FileNumber | null;
  readonly recordedAt: Instant;
  readonly day: PlainDate;
  readonly asOf: PlainDate | null;
  readonly asOfInferred: boolean;
  readonly counts: Bodies["BatchReceived"]["counts"];
  /** Rows of it that wait for a person now. */
  readonly waiting: number;
  /** Why it was taken back. */
  readonly withdrawn: string | null;
}

export interface WholeBatch extends BatchOnFile {
  readonly held: readonly HeldRow[];
  readonly refused: readonly { readonly row: number; readonly codes: readonly string[] }[];
}

/** Newest first; only those of `office` where one is named. */
export async function batchesOnFile(registry: Registry, office?: FileNumber): Promise<readonly BatchOnFile[]> {
  const events = await registry.ledger.read({ types: ["BatchReceived", "BatchWithdrawn"] });
  const waiting = await heldRows(registry);
  return batchesIn(registry, events, waiting).filter((each) => office === undefined || each.office === office).toReversed();
}

/** One batch, for the office that handed it in; another's is unknown to it. */
export async function batchOf(registry: Registry, office: FileNumber, text: string): Promise<Result<WholeBatch, Problem>> {
  const parsed = parseBatchId(text);
  const events = parsed.ok ? await registry.ledger.read({ keys: [keyOf.batch(parsed.value), keyOf.withdrawal(parsed.value)] }) : [];
  const held = (await heldRows(registry)).filter(({ batch }) => batch === text);
  const own = batchesIn(registry, events, held).find((each) => each.office === office);
  if (own === undefined) return err(problem("batch-unknown", `this office has handed in no batch \`${text}\``, "The page of sheets lists what it has handed in."));
  const refused = events.flatMap((event) => (event.type === "RowRefused" && event.body !== null ? [{ row: event.body.row, codes: event.body.codes }] : []));
  return ok({ ...own, held, refused });
}

function batchesIn(registry: Registry, events: readonly StoredEvent[], held: readonly HeldRow[]): readonly BatchOnFile[] {
  const withdrawn = new Map(events.flatMap((event) => (event.type === "BatchWithdrawn" && event.body !== null ? [[event.body.batch, event.body.reason] as const] : [])));
  return events.flatMap((event) => {
    if (event.type !== "BatchReceived" || event.body === null) return [];
    const { batch, template, asOf, asOfInferred, counts } = event.body;
    return [{
      batch, template, office: event.office, recordedAt: event.recordedAt, day: registry.clock.dayOf(event.recordedAt, timeZoneOf(registry, template.slice(0, template.indexOf(":")))), asOf: asOf ?? null, asOfInferred: asOfInferred === true, counts,
      waiting: held.filter((row) => row.batch === batch).length, withdrawn: withdrawn.get(batch) ?? null,
    }];
  });
}
