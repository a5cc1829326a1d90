// The law's files as they lie in a folder, in order of their paths. Read here, understood in domain/rules.
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

export interface LawFile {
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every `.yaml` file below `folder`. */
export async function readLawFiles(folder: string): Promise<readonly LawFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".yaml")).map((entry) => join(entry.parentPath, entry.name)).sort();
  return Promise.all(paths.map(async (path) => ({ path: relative(folder, path).split(sep).join("/"), text: await readFile(path, "utf8") })));
}
