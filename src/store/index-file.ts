// Index file: packed columns in one file, `restriction-index` in the register's folder, to be read back in one go. What is not whole and of
// just this layout is not there: the register can always make it anew.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";

/** Rises when the file is laid out differently. */
const LAYOUT = "probity restriction index 1\n";
const FILE = "restriction-index";
const ALIGNED = 8;
/** Characters that say how long the description is, and its sum. */
const HEAD_LENGTH = LAYOUT.length + 12 + 1 + 8 + 1;

type Column = Uint8Array<ArrayBufferLike> | Uint16Array<ArrayBufferLike> | Uint32Array<ArrayBufferLike>;
type Kind = "Uint8Array" | "Uint16Array" | "Uint32Array";

export interface IndexFile {
  /** What it says of itself: position, rulebook, classes. */
  readonly about: string;
  readonly columns: Readonly<Record<string, Column>>;
}

interface Described {
  readonly about: string;
  readonly columns: readonly { readonly name: string; readonly kind: Kind; readonly at: number; readonly bytes: number; readonly sum: number }[];
}

export function indexPath(dataDir: string): string {
  return join(dataDir, FILE);
}

/** The index is made anew when it is next needed. */
export function removeIndexFile(dataDir: string): void {
  rmSync(indexPath(dataDir), { force: true });
}

/** Writes beside and renames: whoever reads finds the one before or this one, whole. Nothing is written where there is no folder, or no room. */
export function writeIndexFile(path: string, { about, columns }: IndexFile): boolean {
  if (!existsSync(dirname(path))) return false;
  const passing = `${path}.${process.pid}`;
  try {
    removeAbandoned(path);
    writeWhole(passing, about, columns);
    renameSync(passing, path);
    return true;
  } catch {
    if (existsSync(passing)) rmSync(passing);
    return false;
  }
}

/** What processes that died while they wrote have left behind. */
function removeAbandoned(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const [, writer] = new RegExp(`^${FILE}\\.(\\d+)$`).exec(name) ?? [];
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(dirname(path), name));
  }
}

/** This process counts as none: it writes one at a time, and what lies there under its number is an older one's. */
function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (fault) {
    return !(fault instanceof Error && "code" in fault && fault.code === "ESRCH");
  }
}

function writeWhole(path: string, about: string, columns: IndexFile["columns"]): void {
  const parts = Object.entries(columns).map(([name, column]) => ({ name, bytes: bytesOf(column), kind: kindOf(column) }));
  let at = 0;
  const described: Described = {
    about,
    columns: parts.map(({ name, bytes, kind }) => {
      const place = at;
      at += Math.ceil(bytes.length / ALIGNED) * ALIGNED;
      return { name, kind, at: place, bytes: bytes.length, sum: crc32(bytes) };
    }),
  };
  const text = Buffer.from(JSON.stringify(described), "utf8");
  const head = Buffer.from(`${LAYOUT}${String(text.length).padStart(12, "0")} ${crc32(text).toString(16).padStart(8, "0")}\n`, "latin1");
  const file = openSync(path, "w", 0o600);
  try {
    writeAll(file, head);
    writeAll(file, text);
    for (const { bytes } of parts) {
      writeAll(file, bytes);
      writeAll(file, Buffer.alloc(Math.ceil(bytes.length / ALIGNED) * ALIGNED - bytes.length));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written);
}

function kindOf(column: Column): Kind {
  return column instanceof Uint8Array ? "Uint8Array" : column instanceof Uint16Array ? "Uint16Array" : "Uint32Array";
}

function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** The file, its columns in memory that threads can share; undefined where there is none, or it is not whole. */
export function readIndexFile(path: string): IndexFile | undefined {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    return readWhole(file, statSync(path).size);
  } finally {
    closeSync(file);
  }
}

function readWhole(file: number, size: number): IndexFile | undefined {
  const head = readPart(file, 0, HEAD_LENGTH);
  const [, length, sum] = /^(\d{12}) ([0-9a-f]{8})\n$/.exec(Buffer.from(head.subarray(LAYOUT.length)).toString("latin1")) ?? [];
  if (Buffer.from(head.subarray(0, LAYOUT.length)).toString("latin1") !== LAYOUT || length === undefined || sum === undefined || Number(length) > size) return undefined;
  const text = readPart(file, HEAD_LENGTH, Number(length));
  if (text.length !== Number(length) || crc32(text) !== Number.parseInt(sum, 16)) return undefined;
  const described: Described = JSON.parse(Buffer.from(text).toString("utf8"));
  const bytesAll = described.columns.reduce((end, { at, bytes }) => Math.max(end, at + Math.ceil(bytes / ALIGNED) * ALIGNED), 0);
  if (size !== HEAD_LENGTH + Number(length) + bytesAll) return undefined;
  const memory = new SharedArrayBuffer(bytesAll);
  if (!readInto(file, new Uint8Array(memory), HEAD_LENGTH + Number(length))) return undefined;
  const columns: Record<string, Column> = {};
  for (const { name, kind, at, bytes, sum: whole } of described.columns) {
    if (crc32(new Uint8Array(memory, at, bytes)) !== whole) return undefined;
    columns[name] = kind === "Uint8Array" ? new Uint8Array(memory, at, bytes) : kind === "Uint16Array" ? new Uint16Array(memory, at, bytes / 2) : new Uint32Array(memory, at, bytes / 4);
  }
  return { about: described.about, columns };
}

function readPart(file: number, at: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(length);
  const read = readSync(file, bytes, 0, length, at);
  return bytes.subarray(0, read);
}

/** Reads until the memory is full; false where the file ends before it. */
function readInto(file: number, memory: Uint8Array, at: number): boolean {
  for (let read = 0; read < memory.length; ) {
    const more = readSync(file, memory, read, Math.min(memory.length - read, 2 ** 30), at + read);
    if (more === 0) return false;
    read += more;
  }
  return true;
}

