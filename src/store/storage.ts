// Storage: how much a register's folder holds, and how much room is left beside it. From main.ts, to whoever looks after the register.
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";

export interface Storage {
  /** Bytes of everything in the folder. */
  readonly folderBytes: number;
  /** Bytes of the database file with its log; null where the register is kept in a database elsewhere. */
  readonly databaseBytes: number | null;
  /** Bytes a process may still write to that disk. */
  readonly freeBytes: number;
}

const DATABASE = "register.sqlite";

/** Files that come and go while it counts are left out. */
export async function storageOf(folder: string): Promise<Storage> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let [folderBytes, databaseBytes]: [number, number | null] = [0, null];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const size = await sizeOf(join(entry.parentPath, entry.name));
    folderBytes += size;
    if (entry.name.startsWith(DATABASE)) databaseBytes = (databaseBytes ?? 0) + size;
  }
  const { bavail, bsize } = await statfs(folder);
  return { folderBytes, databaseBytes, freeBytes: bavail * bsize };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
}
