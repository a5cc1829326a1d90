// The file of a backup: a line that says what it is and in which format, compressed lines of JSON, and the digest of everything before.
// Written under a passing name and given its own when it is whole. A file is held against its digest before anything of it is believed.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createZstdCompress, createZstdDecompress } from "node:zlib";

/** Rises when a backup is laid out differently; earlier formats stay readable. */
export const BACKUP_FORMAT = 4;
const HEAD = "probity backup ";
const HEAD_BYTES_MAX = 64;
const TAIL_BYTES = "\nsha256:".length + 64 + 1;

/** Writes the lines; whatever goes wrong leaves what was there before. */
export async function writeBackupFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const passing = `${path}.${randomUUID()}.passing`;
  const file = await open(passing, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    const head = `${HEAD}${BACKUP_FORMAT}\n`;
    hash.update(head);
    await file.writeFile(head);
    for await (const chunk of pipeline(Readable.from(chunksOf(lines)), createZstdCompress(), passOn)) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.writeFile(`\nsha256:${hash.digest("hex")}\n`);
    await file.sync();
    await file.close();
    await rename(passing, path);
  } catch (fault) {
    await file.close().catch(() => undefined);
    await rm(passing, { force: true });
    throw fault;
  }
}

/** Bytes of many lines at a time: a compressor is slow with few. */
async function* chunksOf(lines: AsyncIterable<string>): AsyncIterable<Buffer> {
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line, "\n");
    length += line.length;
    if (length < 262_144) continue;
    yield Buffer.from(waiting.join(""), "utf8");
    [waiting, length] = [[], 0];
  }
  yield Buffer.from(waiting.join(""), "utf8");
}

/** A fault anywhere in a pipeline ends the reading of its last part, and is thrown there. */
function passOn(): void {}

export type BackupFault = "not a backup" | "newer" | "cut off or damaged";

/** What is wrong with the file; undefined: it is whole and of a format this program reads. */
export async function faultOfBackup(path: string): Promise<BackupFault | undefined> {
  const { size } = await stat(path);
  const head = await headOf(path);
  if (head === undefined) return "not a backup";
  if (head.format > BACKUP_FORMAT) return "newer";
  if (size < head.bytes + TAIL_BYTES) return "cut off or damaged";
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { end: size - TAIL_BYTES - 1 })) hash.update(chunk);
  const tail: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start: size - TAIL_BYTES })) tail.push(chunk);
  return Buffer.concat(tail).toString("latin1") === `\nsha256:${hash.digest("hex")}\n` ? undefined : "cut off or damaged";
}

async function headOf(path: string): Promise<{ readonly format: number; readonly bytes: number } | undefined> {
  const parts: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: HEAD_BYTES_MAX - 1 })) parts.push(chunk);
  const match = new RegExp(`^${HEAD}([1-9][0-9]{0,8})\n`).exec(Buffer.concat(parts).toString("latin1"));
  return match === null ? undefined : { format: Number(match[1]), bytes: match[0].length };
}

/** The lines of a file that is whole. */
export async function* readBackupFile(path: string): AsyncIterable<string> {
  const { size } = await stat(path);
  const head = await headOf(path);
  if (head === undefined) throw new Error(`assertion failed: \`${path}\` is a backup`);
  const parts: Buffer[] = [];
  for await (const chunk of pipeline(createReadStream(path, { start: head.bytes, end: size - TAIL_BYTES - 1 }), createZstdDecompress(), passOn)) {
    let rest: Buffer = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      parts.push(rest.subarray(0, end));
      yield Buffer.concat(parts.splice(0)).toString("utf8");
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) parts.push(rest);
  }
}
