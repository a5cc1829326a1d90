// Files of codes: which file each code stands on, many at once. A code nobody has handed in has none.
import type { FileNumber, LawId } from "../domain/terms/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { readByCodes } from "./read.ts";
import type { Registry } from "./registry.ts";

const KEYS_PER_READ = 500;

/** By the code's value; of several files the oldest. */
export async function filesOfCodes(registry: Registry, scheme: LawId, codes: readonly string[]): Promise<ReadonlyMap<string, FileNumber>> {
  const files = new Map<string, FileNumber>();
  const wanted = new Set(codes);
  const distinct = [...wanted];
  for (let index = 0; index < distinct.length; index += KEYS_PER_READ) {
    const keys = distinct.slice(index, index + KEYS_PER_READ).map((code) => keyOf.code(scheme, code));
    for (const file of (await readByCodes(registry, keys)).files.values()) {
      for (const code of file.codes) if (code.scheme === scheme && wanted.has(code.value) && !files.has(code.value)) files.set(code.value, file.file);
    }
  }
  return files;
}
