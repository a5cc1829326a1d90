// The law's files as they lie in a folder, in order of their paths. Read here, understood in domain/rules.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

export interface LawFile {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A file as it lies on the disk; most starts need its bytes only. */
export interface LawBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which fact of the sources is carried where: an account of the law, no part of it. */
const ACCOUNT = /^[^/]+\/coverage\.yaml$/;

/**
 * Every `.yaml` file of the law below `folder`. Hundreds of small files are read one after the other: handing each to another
 * thread takes longer than reading it.
 */
export function readLawBytes(folder: string): readonly LawBytes[] {
  const root = resolve(folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const above = join(root, sep).length;
  const files = entries.flatMap((entry) => (entry.isFile() && entry.name.endsWith(".yaml") ? [entry.parentPath + sep + entry.name] : []));
  return files.map((from) => ({ from, path: from.slice(above).replaceAll(sep, "/") })).filter(({ path }) => !ACCOUNT.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ from, path }) => ({ path, bytes: readFileSync(from) }));
}

export function textOf({ path, bytes }: LawBytes): LawFile {
  return { path, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8") };
}

/** The same as texts. */
export async function readLawFiles(folder: string): Promise<readonly LawFile[]> {
  return readLawBytes(folder).map(textOf);
}
