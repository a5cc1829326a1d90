// The law of a folder, loaded as the program loads it. For tests.
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readLaw } from "../../src/service/index.ts";
import { readLawFiles } from "../../src/store/index.ts";
import type { Rulebook } from "../../src/domain/rules/index.ts";
import type { Digest } from "../../src/domain/terms/index.ts";

export function digest(content: string | Uint8Array): Digest {
  return `sha256:${createHash("sha256").update(content).digest("hex")}` as Digest;
}

/** `law` for the project's own, or a folder below test/, such as `test/bodies`. */
export async function loadLaw(folder: string): Promise<Rulebook> {
  const law = readLaw(await readLawFiles(fileURLToPath(new URL(`../../${folder}`, import.meta.url))), digest);
  if (law.ok) return law.value;
  throw new Error(law.error.map((finding) => `${finding.at}: ${finding.message}. ${finding.remedy}`).join("\n"));
}
