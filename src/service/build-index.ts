// Build index: everything on file, read in the order of file numbers a few hundred organisations at a time, packed as it comes. Costs time in
// proportion to the register and little memory beside the table itself.
import type { Digest, FileNumber, Position } from "../domain/terms/index.ts";
import { makeFileNumber, sequenceOf } from "../domain/terms/index.ts";
import { keyOf, organisationOf } from "../domain/register/index.ts";
import { ColumnsBuilder, organisationToPack, type ColumnFacts, type Columns } from "../domain/restrictions/index.ts";
import { readClosure } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

/** The packed register, as of a position and read under a rulebook. */
export interface BuiltIndex {
  readonly columns: Columns;
  readonly facts: ColumnFacts;
  readonly position: Position;
  readonly rulebook: Digest;
}

/** Files read at a time. */
const FILES_EACH = 400;

export async function buildIndex(registry: Pick<Registry, "ledger" | "rulebook">, progress: (done: number, total: number) => void = () => {}): Promise<BuiltIndex> {
  const position = await registry.ledger.head();
  const last = await lastFile(registry, position);
  const builder = new ColumnsBuilder(schemesOf(registry as Registry));
  for (let from = 1; from <= last; from += FILES_EACH) {
    await addFiles(registry, builder, from, Math.min(last, from + FILES_EACH - 1), position);
    progress(Math.min(last, from + FILES_EACH - 1), last);
  }
  return { ...builder.finish(), position, rulebook: registry.rulebook.hash };
}

async function addFiles(registry: Pick<Registry, "ledger" | "rulebook">, builder: ColumnsBuilder, from: number, to: number, position: Position): Promise<void> {
  const files = Array.from({ length: to - from + 1 }, (_, index) => makeFileNumber(from + index));
  const register = await readClosure(registry, files.map(keyOf.file), position);
  for (const file of files) {
    if (!register.files.has(file)) continue;
    const organisation = organisationOf(register, file);
    // Of several files that are one organisation, the one with the lowest number is come upon first.
    if (organisation === undefined || organisation.files.some((other) => sequenceOf(other) < sequenceOf(file))) continue;
    builder.add(organisationToPack(register, organisation));
  }
}

/** The number of the last file that was minted for an organisation. */
async function lastFile({ ledger }: Pick<Registry, "ledger">, position: Position): Promise<number> {
  let last = 0;
  for await (const event of ledger.stream({ types: ["OrganisationRegistered", "OrganisationDescribed"], upTo: position })) for (const file of event.files) last = Math.max(last, sequenceOf(file as FileNumber));
  return last;
}
