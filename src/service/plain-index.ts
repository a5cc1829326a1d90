// Plain index: the twin of build-index.ts, in plain slow lines. It asks the ledger for the closure of a few hundred files at a time, as a check
// does, and packs what is on file. What the stream gives is held against it by tests, column by column.
import { makeFileNumber, sequenceOf, type Position } from "../domain/terms/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { ColumnsBuilder, type ColumnFacts, type Columns } from "../domain/restrictions/index.ts";
import { addFiles } from "./build-index.ts";
import { readClosure } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

/** Files read at a time. */
const FILES_EACH = 400;

export async function buildPlainly(registry: Registry, upTo: Position): Promise<{ readonly columns: Columns; readonly facts: ColumnFacts }> {
  const last = await lastFile(registry, upTo);
  const builder = new ColumnsBuilder(schemesOf(registry));
  for (let from = 1; from <= last; from += FILES_EACH) {
    const files = Array.from({ length: Math.min(FILES_EACH, last - from + 1) }, (_, index) => makeFileNumber(from + index));
    const register = await readClosure(registry, files.map(keyOf.file), upTo);
    addFiles(builder, files, () => register);
  }
  return builder.finish();
}

/** The number of the last file that was minted for an organisation. */
async function lastFile({ ledger }: Registry, upTo: Position): Promise<number> {
  let last = 0;
  for await (const event of ledger.stream({ types: ["OrganisationRegistered", "OrganisationDescribed"], upTo })) for (const file of event.files) last = Math.max(last, sequenceOf(file));
  return last;
}
