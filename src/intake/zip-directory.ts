// The list of contents of a zip archive, checked before anything is inflated: number, sizes, ratios, names, overlaps, encryption.
// From the bytes of a workbook, to zip-entry.ts.
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { sheetFinding, type SheetFindingCode } from "./sheet-finding.ts";
import type { SheetLimits } from "./sheet-limits.ts";

export interface ZipEntry {
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly crc: number;
  /** As the directory declares it; inflating stops there. */
  readonly size: number;
  readonly compressed: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_LENGTH = 22;
const COMMENT_MAX = 65_535;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export function readZipDirectory(bytes: Uint8Array, file: string, limits: SheetLimits): Result<ReadonlyMap<string, ZipEntry>, Finding> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  if (end === undefined) return damaged(file, "its list of contents is missing; the file seems to be cut off");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || count === 0xffff || start === 0xffffffff) return damaged(file, "it is a zip archive of many parts or of ZIP64 form");
  if (count > limits.zipEntriesMax) return unsafe(file, `it holds ${count} parts, more than ${limits.zipEntriesMax}`, "workbook-too-large");

  const entries = new Map<string, ZipEntry>();
  const spans: { readonly start: number; readonly end: number }[] = [];
  let total = 0;
  let position = start;
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > bytes.length || view.getUint32(position, true) !== DIRECTORY_HEADER) return damaged(file, "its list of contents is cut off");
    const head = readHeader(view, position);
    if (position + head.length > bytes.length) return damaged(file, "its list of contents is cut off");
    const name = new TextDecoder().decode(bytes.subarray(position + 46, position + 46 + head.nameLength));
    position += head.length;

    const refused = refusalOfEntry(name, head, entries.has(name), limits);
    if (refused !== undefined) return unsafe(file, refused.why, refused.code);
    total += head.size;
    if (total > limits.inflatedBytesMax) return unsafe(file, `its parts are more than ${limits.inflatedBytesMax} bytes when unpacked`, "workbook-too-large");
    if (name.endsWith("/")) continue;

    const dataStart = locateData(view, head.offset, head.nameLength);
    if (dataStart === undefined || dataStart + head.compressedSize > bytes.length) return damaged(file, "one of its parts is cut off");
    spans.push({ start: head.offset, end: dataStart + head.compressedSize });
    entries.set(name, { name, method: head.method === 0 ? "stored" : "deflated", crc: head.crc, size: head.size, compressed: bytes.subarray(dataStart, dataStart + head.compressedSize) });
  }
  if (overlapping(spans)) return unsafe(file, "its parts lie on top of each other");
  return ok(entries);
}

interface Header {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly nameLength: number;
  readonly offset: number;
  readonly length: number;
}

function readHeader(view: DataView, at: number): Header {
  const nameLength = view.getUint16(at + 28, true);
  return {
    flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), nameLength,
    offset: view.getUint32(at + 42, true), length: 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

function refusalOfEntry(name: string, head: Header, twice: boolean, limits: SheetLimits): { readonly code: SheetFindingCode; readonly why: string } | undefined {
  if ((head.flags & 0x0041) !== 0) return { code: "workbook-encrypted", why: "it is protected with a password" };
  if (!isPlainPath(name)) return { code: "workbook-unsafe", why: "the name of one of its parts points outside the workbook" };
  if (twice) return { code: "workbook-unsafe", why: "two of its parts have the same name" };
  if (/\.(zip|xlsx|xlsm|xlsb|docx|docm|pptx|jar|7z|rar|gz)$/i.test(name)) return { code: "workbook-unsafe", why: "another archive is packed inside it" };
  if (head.method !== 0 && head.method !== 8) return { code: "workbook-damaged", why: "one of its parts is packed by a method that workbooks do not use" };
  if (head.method === 0 && head.size !== head.compressedSize) return { code: "workbook-damaged", why: "the sizes of one of its parts do not agree" };
  if (head.size > limits.ratioFromBytes && head.size > head.compressedSize * limits.ratioMax) return { code: "workbook-too-large", why: `one of its parts grows more than ${limits.ratioMax}-fold when unpacked` };
  return undefined;
}

function isPlainPath(name: string): boolean {
  // No way up, no absolute place, no drive, no backslash, no control character.
  return name !== "" && !/^\/|^[A-Za-z]:|\\|[\u0000-\u001f]/.test(name) && !name.split("/").includes("..") && !name.split("/").includes(".");
}

/** Where the data of an entry begins; its local header must be one, with a name of the same length. */
function locateData(view: DataView, offset: number, nameLength: number): number | undefined {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) return undefined;
  if (view.getUint16(offset + 26, true) !== nameLength) return undefined;
  return offset + 30 + nameLength + view.getUint16(offset + 28, true);
}

function findDirectoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - DIRECTORY_END_LENGTH;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return undefined;
}

/** Whether whoever unpacks archives would find one here: a list of contents at the end, whatever stands before it. */
export function endsAsZip(bytes: Uint8Array): boolean {
  if (bytes.length < DIRECTORY_END_LENGTH) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  const first = end === undefined ? -1 : end - view.getUint32(end + 12, true);
  return first >= 0 && view.getUint32(first, true) === DIRECTORY_HEADER;
}

function overlapping(spans: readonly { readonly start: number; readonly end: number }[]): boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return sorted.some((span, index) => index > 0 && span.start < (sorted[index - 1]?.end ?? 0));
}

function damaged(file: string, why: string): Result<never, Finding> {
  return err(workbookFinding("workbook-damaged", file, why));
}

function unsafe(file: string, why: string, code: SheetFindingCode = "workbook-unsafe"): Result<never, Finding> {
  return err(workbookFinding(code, file, why));
}

/** A finding about the workbook as a whole. */
export function workbookFinding(code: SheetFindingCode, file: string, why: string): Finding {
  const remedy = code === "workbook-encrypted" ? "Remove the password and save it as .xlsx." : "Open it in a spreadsheet program, save it as a new .xlsx workbook with values only, and hand that in.";
  return sheetFinding(code, file, `the workbook ${file} cannot be read: ${why}`, remedy);
}
