// The law of a folder, loaded as the program loads it. For tests.
import { hash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readYaml } from "../../src/intake/index.ts";
import { readLaw } from "../../src/service/index.ts";
import { readLawFiles } from "../../src/store/index.ts";
import { loadLaw as loadWithFiles, type LoadedLaw, type Rulebook } from "../../src/domain/rules/index.ts";
import type { Digest } from "../../src/domain/terms/index.ts";

export function digest(content: string | Uint8Array): Digest {
  return `sha256:${hash("sha256", content, "hex")}` as Digest;
}

/** `law` for the project's own, or a folder below test/, such as `test/bodies`. */
export async function loadLaw(folder: string): Promise<Rulebook> {
  const law = readLaw(await readLawFiles(fileURLToPath(new URL(`../../${folder}`, import.meta.url))), digest);
  if (law.ok) return law.value;
  throw new Error(law.error.map((finding) => `${finding.at}: ${finding.message}. ${finding.remedy}`).join("\n"));
}

/** A small law written in a test: texts of YAML by their paths below `law/`. */
export function lawOfTexts(files: Readonly<Record<string, string>>): Rulebook {
  const law = readLaw(Object.entries(files).map(([path, text]) => ({ path, text })), digest);
  if (law.ok) return law.value;
  throw new Error(law.error.map((finding) => `${finding.at}: ${finding.message}. ${finding.remedy}`).join("\n"));
}

/** The law of a folder together with its entries as they stand in its files, to be read again in other words. */
export async function loadedLaw(folder: string): Promise<LoadedLaw> {
  const files = await readLawFiles(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
  return loadedLawOfTexts(Object.fromEntries(files.map(({ path, text }) => [path, text])));
}

export function loadedLawOfTexts(files: Readonly<Record<string, string>>): LoadedLaw {
  const documents = Object.entries(files).map(([path, text]) => {
    const read = readYaml(path, text);
    if (!read.ok) throw new Error(read.error.map((finding) => `${finding.at}: ${finding.message}`).join("\n"));
    return read.value;
  });
  const law = loadWithFiles(documents, digest);
  if (law.ok) return law.value;
  throw new Error(law.error.map((finding) => `${finding.at}: ${finding.message}. ${finding.remedy}`).join("\n"));
}
