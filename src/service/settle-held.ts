// Settle: a person says which organisation a held row means, or that it is one not on file; the row then enters as any other.
import { err, ok, parseFileNumber, type BatchId, type FileNumber, type LawId, type Result } from "../domain/terms/index.ts";
import type { Bodies, EventDraft } from "../domain/events/index.ts";
import { heldKey, keyOf, mainName, replay, type Register } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import type { ActsFor } from "./batches.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { tellEdition } from "./tell-list.ts";

export interface HeldRow {
  readonly batch: BatchId;
  readonly row: number;
  readonly why: string;
  readonly names: readonly string[];
  readonly candidates: readonly { readonly file: FileNumber; readonly name: string; readonly score: number; readonly reasons: Bodies["RowHeld"]["candidates"][number]["reasons"] }[];
}

/** Rows that wait for a person, oldest first. */
export async function heldRows(registry: Registry): Promise<readonly HeldRow[]> {
  const register = await readHeld(registry);
  const files = [...new Set([...register.held.values()].flatMap((held) => held.candidates.map((candidate) => candidate.file)))];
  const onFile = files.length === 0 ? undefined : await readClosure(registry, files.map(keyOf.file));
  return [...register.held.values()].map(({ batch, row, why, candidates, content }) => ({
    batch, row, why, names: content.facts.names.map((name) => name.text),
    candidates: candidates.flatMap((candidate) => {
      // A batch taken back since then takes its candidates with it.
      const file = onFile?.files.get(candidate.file);
      return file === undefined ? [] : [{ ...candidate, name: mainName(file) }];
    }),
  }));
}

async function readHeld(registry: Registry): Promise<Register> {
  return replay(await registry.ledger.read({ types: ["RowHeld", "HeldRowSettled", "BatchWithdrawn"] }));
}

/**
 * @param file the organisation it means; null: one that is not on file yet
 * @param by the office and the post that settle it; the keeper of the register where nobody is named
 */
export async function settleHeldRow(registry: Registry, batch: string, row: number, file: string | null, reason: string, by: ActsFor = {}): Promise<Result<{ readonly file: FileNumber }, Problem>> {
  const chosen = file === null ? ok(null) : parseFileNumber(file);
  if (!chosen.ok) return err(problem("input-invalid", chosen.error, "Give a candidate's file number, or `new`."));
  const before = await registry.ledger.head();
  const settled = await decideAndAppend<{ readonly file: FileNumber; readonly list: LawId | undefined }, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const held = (await readHeld(registry)).held.get(heldKey(batch as BatchId, row));
    if (held === undefined) return err(problem("held-row-unknown", `row ${row} of batch \`${batch}\` does not wait for anybody`, "`held` lists the rows that do."));
    if (chosen.value !== null && !(await readClosure(registry, [keyOf.file(chosen.value)])).files.has(chosen.value)) return err(problem("organisation-not-found", `no organisation has the file number \`${chosen.value}\``, "`held` lists the candidates."));
    const [own] = await registry.ledger.mintFiles(1);
    if (own === undefined) throw new Error("assertion failed: a file number was minted");
    const drafts = draftsOf(held, own, chosen.value, reason);
    return ok({ ...by, batch: held.batch, drafts, expect: { keys: [keyOf.batch(held.batch)], after }, value: { file: chosen.value ?? own, list: held.content.listing?.list } });
  });
  if (!settled.ok) return settled;
  const { file: named, list } = settled.value;
  if (list !== undefined) await tellEdition(registry, list, before);
  return ok({ file: named });
}

function draftsOf(held: Bodies["RowHeld"], own: FileNumber, chosen: FileNumber | null, reason: string): readonly EventDraft[] {
  const { facts, listing, record } = held.content;
  const { source } = listing ?? record ?? {};
  return [
    { type: "OrganisationRegistered", body: { file: own, ...facts, codes: chosen === null ? facts.codes : [], ...(listing === undefined ? {} : { asOf: listing.editionDay }), ...(source === undefined ? {} : { source }) } },
    ...(chosen === null ? [] : [{ type: "FilesJoined" as const, body: { files: [chosen, own] as const, judgedBy: "person" as const, score: 1000, reasons: [{ part: "person", score: 1000, because: reason }] } }]),
    ...(listing === undefined ? [] : [{ type: "ListingReported" as const, body: { ...listing, file: own } }]),
    ...(record === undefined ? [] : [{ type: "RecordReported" as const, body: { ...record, file: own } }]),
    { type: "HeldRowSettled", body: { batch: held.batch, row: held.row, file: chosen ?? own, reason } },
  ];
}
