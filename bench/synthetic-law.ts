// A law as large as asked for: the project's own, again and again, each copy's bodies of law under other names. Invented names, real
// shapes: as many files, versions, expressions and references an entry as the law has.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLawFiles } from "../src/store/index.ts";

const law = process.env["PROBITY_LAW"] ?? fileURLToPath(new URL("../law", import.meta.url));

/** Writes `copies` of the law into an empty folder; the first copy is the law itself. */
export async function writeLaw(folder: string, copies: number): Promise<void> {
  const files = await readLawFiles(law);
  const bodies = [...new Set(files.map(({ path }) => path.slice(0, path.indexOf("/"))))];
  for (let copy = 0; copy < copies; copy += 1) {
    const name = (body: string): string => (copy === 0 ? body : `${body}x${copy}`);
    for (const { path, text } of files) {
      const target = join(folder, name(path.slice(0, path.indexOf("/"))), path.slice(path.indexOf("/") + 1));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bodies.reduce((renamed, body) => rename(renamed, body, name(body)), text));
    }
  }
}

/** In references with a prefix, and where body.yaml names its body and the one it extends. */
function rename(text: string, body: string, name: string): string {
  return text.replaceAll(new RegExp(`(?<![A-Za-z0-9-])${body}:(?=[a-z])`, "g"), `${name}:`).replaceAll(new RegExp(`^(body|extends): ${body}$`, "gm"), `$1: ${name}`);
}
