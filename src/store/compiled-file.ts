// The compiled rulebook beside the register: `<data>/law/rulebook.compiled`, one file, under a key over every byte of the law's files
// and of the program that made it. What does not match, whole and unchanged, is not there; the next start writes it anew.
import { createHash, randomUUID, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LawBytes } from "./law-files.ts";

/** Rises when the file itself is laid out differently. */
const LAYOUT = "probity compiled rulebook 1";
const FOLDER = "law";
const FILE = "rulebook.compiled";
/** What turns files into entries. With any of it changed, or a library, what was compiled before counts for nothing. */
const MADE_BY = ["../../package.json", "../domain/rules/", "../domain/terms/", "../intake/yaml.ts"];

let format: string | undefined;

/** Names the program that compiles: the same only for the same source. */
export function programFormat(): string {
  if (format !== undefined) return format;
  const hash = createHash("sha256").update(LAYOUT);
  for (const { name, path } of programFiles()) addTo(hash, name, readFileSync(path));
  return (format = hash.digest("hex"));
}

/** The files of the program that compiles, in folders within folders too. */
export function programFiles(): readonly { readonly name: string; readonly path: string }[] {
  return MADE_BY.flatMap((part) => {
    const path = fileURLToPath(new URL(part, import.meta.url));
    const names = part.endsWith("/") ? readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).sort() : [""];
    return names.map((name) => ({ name, path: join(path, name) }));
  });
}

/** Names the law's files together with the program. */
export function compiledKey(files: readonly LawBytes[]): string {
  const hash = createHash("sha256").update(programFormat());
  for (const { path, bytes } of files) addTo(hash, path, bytes);
  return hash.digest("hex");
}

/** Lengths go along, so that no two sets of files give the same bytes. */
function addTo(hash: Hash, name: string, bytes: Uint8Array): void {
  hash.update(`\n${Buffer.byteLength(name)} ${bytes.byteLength} ${name}\n`).update(bytes);
}

/** What was kept under the key; undefined where nothing is, or it is not whole. */
export function readCompiled(dataDir: string, key: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dataDir, FOLDER, FILE));
  } catch {
    // Not there, or not ours to read: either way the law is read from its files.
    return undefined;
  }
  const end = bytes.indexOf(10);
  const packed = bytes.subarray(end + 1);
  return end > 0 && bytes.toString("latin1", 0, end) === headOf(key, packed) ? packed.toString("utf8") : undefined;
}

/** Keeps what was compiled, where there is a register's folder; a folder that cannot be written to only makes the next start slower. */
export function writeCompiled(dataDir: string, key: string, text: string): void {
  if (!existsSync(dataDir)) return;
  const packed = Buffer.from(text, "utf8");
  const passing = join(dataDir, FOLDER, `${FILE}.${randomUUID()}`);
  try {
    mkdirSync(join(dataDir, FOLDER), { recursive: true });
    writeFileSync(passing, Buffer.concat([Buffer.from(`${headOf(key, packed)}\n`, "latin1"), packed]));
    renameSync(passing, join(dataDir, FOLDER, FILE));
  } catch {
    if (existsSync(passing)) rmSync(passing);
  }
}

function headOf(key: string, packed: Uint8Array): string {
  return `${LAYOUT} ${key} ${createHash("sha256").update(packed).digest("hex")}`;
}
