// The transport that needs no other machine: one `.eml` file for each letter in a folder, under a name made of its key. Where the file
// is there already the letter has been written; a letter written twice is one file.
import { randomUUID } from "node:crypto";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { composed, idOf, type Delivery, type Letter, type Transport } from "./letter.ts";

/** `folder` is made when the first letter is written. */
export function fileTransport(folder: string, from: string): Transport {
  return { send: (letter) => write(folder, letter, from) };
}

async function write(folder: string, letter: Letter, from: string): Promise<Delivery> {
  const path = join(folder, fileNameOf(letter.key));
  const passing = join(folder, `.${randomUUID()}.passing`);
  try {
    await mkdir(folder, { recursive: true });
    if (await isThere(path)) return { kind: "sent" };
    const file = await open(passing, "wx");
    try {
      await file.writeFile(await composed(letter, from));
      await file.sync();
    } finally {
      await file.close();
    }
    // Whoever writes the same letter at the same time writes the same bytes.
    await rename(passing, path);
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    await rm(passing, { force: true }).catch(() => undefined);
    return { kind: "unreachable", error: `the letter cannot be written to \`${folder}\`: ${error.message}` };
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Readable where the key is, and another for every other key. */
function fileNameOf(key: string): string {
  return `${key.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 80)}-${idOf(key).slice(0, 16)}.eml`;
}
