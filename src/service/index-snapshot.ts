// Index snapshot: a built index in the register's folder, for the next start. It is taken only whole, for the same rulebook and the same ledger.
import { parseDigest, type Digest, type Position } from "../domain/terms/index.ts";
import type { ColumnFacts, Columns } from "../domain/restrictions/index.ts";
import { readIndexFile, writeIndexFile, type IndexFile } from "../store/index.ts";
import type { BuiltIndex } from "./build-index.ts";
import { commitmentAt } from "./make-receipt.ts";
import type { Registry } from "./registry.ts";

interface About {
  readonly position: Position;
  readonly rulebook: Digest;
  /** The commitment of the event at that position: another register has another. */
  readonly commitment: string | null;
  readonly facts: ColumnFacts;
  readonly forgotten: number;
}

/** False: it could not be written, and the next start builds one. */
export async function keepSnapshot(registry: Registry, path: string, { columns, facts, position, rulebook, forgotten }: BuiltIndex): Promise<boolean> {
  const about: About = { position, rulebook, commitment: await commitmentOf(registry, position), facts, forgotten };
  return writeIndexFile(path, { about: JSON.stringify(about), columns: { ...columns } });
}

/** Undefined where there is none, it is damaged, or it belongs to another rulebook or another ledger. */
export async function loadSnapshot(registry: Registry, path: string): Promise<BuiltIndex | undefined> {
  const file = readIndexFile(path);
  if (file === undefined) return undefined;
  const { position, rulebook, commitment, facts, forgotten }: About = JSON.parse(file.about);
  if (typeof forgotten !== "number" || !parseDigest(rulebook).ok || rulebook !== registry.rulebook.hash || position > (await registry.ledger.head()) || commitment !== (await commitmentOf(registry, position))) return undefined;
  const columns = columnsIn(file.columns);
  return columns === undefined ? undefined : { columns, facts, position, rulebook, forgotten };
}

/** Undefined where one is missing, or of another kind. */
function columnsIn(read: IndexFile["columns"]): Columns | undefined {
  const { shares, hot, cold, filter, names, rowOfFile } = read;
  if (!isWide(shares) || !isWide(cold) || !isWide(filter) || !isWide(rowOfFile) || !isNarrow(hot) || !isNarrow(names)) return undefined;
  return { shares, hot, cold, filter, names, rowOfFile };
}

function isWide(column: unknown): column is Uint32Array {
  return column instanceof Uint32Array;
}

function isNarrow(column: unknown): column is Uint16Array {
  return column instanceof Uint16Array;
}

async function commitmentOf(registry: Registry, position: Position): Promise<string | null> {
  return position === 0 ? null : ((await commitmentAt(registry, position)) ?? null);
}
