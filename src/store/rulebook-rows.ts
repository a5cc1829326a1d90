// Between a rulebook as it is handed to a ledger and its row: the law of years repeats itself, so both texts are compressed.
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { parseDigest, type Digest } from "../domain/terms/index.ts";
import { LedgerFault, type KeptRulebook } from "./ledger-types.ts";
import type { LawFile } from "./law-files.ts";
import type { Tables } from "./sql-tables.ts";

type RulebookRow = Tables["rulebooks"];

export function rowOfRulebook({ hash, format, compiled, files }: KeptRulebook): RulebookRow {
  return { hash, format, compiled: zstdCompressSync(compiled), files: zstdCompressSync(JSON.stringify(files.map(({ path, text }) => [path, text]))) };
}

export function rulebookOfRow(row: RulebookRow): KeptRulebook {
  try {
    const files: readonly (readonly [string, string])[] = JSON.parse(zstdDecompressSync(row.files).toString("utf8"));
    return { hash: digestOfRow(row.hash), format: row.format, compiled: zstdDecompressSync(row.compiled).toString("utf8"), files: files.map(([path, text]): LawFile => ({ path, text })) };
  } catch (cause) {
    throw unreadable(row.hash, cause);
  }
}

export function digestOfRow(hash: string): Digest {
  const digest = parseDigest(hash);
  if (!digest.ok) throw unreadable(hash, digest.error);
  return digest.value;
}

function unreadable(hash: string, cause: unknown): LedgerFault {
  return new LedgerFault("damaged", `The rulebook kept as \`${hash}\` cannot be read.`, "Restore the data from a backup.", cause);
}
