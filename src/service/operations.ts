// Operations: what the keeper of a register looks after: what came in last, what waits for whom, what was not sent, how much room there is, and how
// far what this process keeps in memory lags behind the ledger. The same figures for the page and for machines.
import type { FileNumber, Instant, LawId, PlainDate, Position } from "../domain/terms/index.ts";
import type { OutboxEntry, OutboxState, Storage } from "../store/index.ts";
import { batchesOnFile, type BatchOnFile } from "./batches.ts";
import { readOffices } from "./case-ground.ts";
import { openCases } from "./open-cases.ts";
import type { Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { overdueByAuthority } from "./releases.ts";

export interface LastImport extends Pick<BatchOnFile, "batch" | "template" | "office" | "recordedAt" | "day" | "counts"> {
  readonly officeNames: { readonly en: string; readonly zh?: string } | null;
}

/** What waits: read from the ledger, and the same for as long as it and the day are. */
export interface Queues {
  /** Of each template and source the last batch that was not taken back, newest first. */
  readonly imports: readonly LastImport[];
  readonly held: number;
  readonly cases: { readonly open: number; readonly late: number };
  readonly releases: { readonly open: number; readonly late: number };
}

export interface Operations extends Queues {
  readonly at: Instant;
  readonly day: PlainDate;
  readonly known: Position;
  readonly outbox: { readonly counts: Readonly<Record<OutboxState, number>>; readonly failed: readonly OutboxEntry[] };
  /** Null where this process does not know where the register is kept. */
  readonly storage: Storage | null;
  /** Up to which position this process has what it keeps in memory; null: it does not keep it, or not yet. */
  readonly views: { readonly names: number | null; readonly index: number | null; readonly snapshot: number | null };
  readonly warnings: readonly Problem[];
}

const FAILED_SHOWN = 20;
const QUEUES = new WeakMap<Registry, { readonly known: Position; readonly day: PlainDate; readonly queues: Promise<Queues> }>();

/** Everything at this moment. */
export async function operationsOf(registry: Registry): Promise<Operations> {
  const { ledger: { outbox }, index, names, lawRefused } = registry;
  const [known, day] = [await registry.ledger.head(), today(registry)];
  const [queues, counts, refused, uncertain, storage] = await Promise.all([
    queuesAt(registry, known, day), outbox.counts(), outbox.list({ state: "refused", limit: FAILED_SHOWN }), outbox.list({ state: "uncertain", limit: FAILED_SHOWN }), registry.storage?.() ?? null,
  ]);
  return {
    ...queues, at: registry.clock.now(), day, known, storage, outbox: { counts, failed: [...refused, ...uncertain].sort((a, b) => b.sequence - a.sequence).slice(0, FAILED_SHOWN) },
    views: { names: names?.position ?? null, index: index?.snapshotAt === undefined ? null : index.position, snapshot: index?.snapshotAt ?? null }, warnings: lawRefused === undefined ? [] : [lawRefused],
  };
}

/** Kept for as long as nothing was written and the day is the same: whoever measures asks every few seconds. */
function queuesAt(registry: Registry, known: Position, day: PlainDate): Promise<Queues> {
  const kept = QUEUES.get(registry);
  if (kept !== undefined && kept.known === known && kept.day === day) return kept.queues;
  const queues = readQueues(registry);
  QUEUES.set(registry, { known, day, queues });
  queues.catch(() => QUEUES.delete(registry));
  return queues;
}

async function readQueues(registry: Registry): Promise<Queues> {
  const [batches, cases, releases, offices] = [await batchesOnFile(registry), await openCases(registry), await overdueByAuthority(registry), await readOffices(registry)];
  const standing = batches.filter(({ withdrawn }) => withdrawn === null);
  const newest = new Map<string, BatchOnFile>();
  for (const batch of standing) if (!newest.has(sourceOf(batch))) newest.set(sourceOf(batch), batch);
  return {
    imports: [...newest.values()].map(({ batch, template, office, recordedAt, day, counts }) => ({ batch, template, office, recordedAt, day, counts, officeNames: namesOf(offices, office) })),
    held: standing.reduce((sum, { waiting }) => sum + waiting, 0),
    cases: { open: cases.length, late: cases.filter(({ due }) => due.some(({ passed }) => passed)).length },
    releases: { open: releases.reduce((sum, { open }) => sum + open, 0), late: releases.reduce((sum, { overdue }) => sum + overdue, 0) },
  };
}

function sourceOf({ template, office }: { readonly template: LawId; readonly office: FileNumber | null }): string {
  return `${template} ${office ?? ""}`;
}

function namesOf(offices: Awaited<ReturnType<typeof readOffices>>, office: FileNumber | null): LastImport["officeNames"] {
  return office === null ? null : (offices.get(office)?.names ?? null);
}
