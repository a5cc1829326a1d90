// Bytes of a file handed in to a Sheet of located cells. The format is known by content, never by the ending of the name.
import { err, type Finding, type Result, type Sheet } from "../domain/terms/index.ts";
import { readCsv, type Quoting } from "./csv-sheet.ts";
import { readJson } from "./json-sheet.ts";
import { sheetFinding } from "./sheet-finding.ts";
import { DEFAULT_LIMITS, type SheetLimits } from "./sheet-limits.ts";
import { decodeText } from "./text-encoding.ts";
import { readXlsx } from "./xlsx-sheet.ts";
import { isZip, workbookFinding } from "./zip-directory.ts";

export interface SheetInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The dialect of a CSV, as the template names it; `strict` is RFC 4180. */
  readonly quoting?: Quoting;
}

export function readSheet(input: SheetInput, limits: SheetLimits = DEFAULT_LIMITS): Result<Sheet, readonly Finding[]> {
  const { name, bytes } = input;
  if (bytes.length > limits.fileBytesMax) return err([sheetFinding("file-too-large", name, `the file ${name} has ${bytes.length} bytes, more than ${limits.fileBytesMax}`, "Split it into several files.")]);
  if (bytes.length === 0) return err([sheetFinding("file-empty", name, `the file ${name} is empty`, "Hand in the file with its rows.")]);
  if (isZip(bytes)) return readXlsx(name, bytes, limits);
  if (isCompoundFile(bytes)) return err([workbookFinding("workbook-encrypted", name, "it is protected with a password, or saved in the old .xls format")]);

  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return err([decoded.error]);
  const start = decoded.value.text.trimStart();
  if (start === "") return err([sheetFinding("file-empty", name, `the file ${name} holds nothing but white space`, "Hand in the file with its rows.")]);
  if (start.startsWith("[") || start.startsWith("{")) return readJson(name, decoded.value, limits);
  return readCsv(name, decoded.value, input.quoting ?? "strict", limits);
}

/** Old workbooks and password-protected new ones share this container. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}
