// The small parts of a workbook: relations, the list of sheets, styles (which cells are days), shared strings.
// From zip entries, to xlsx-sheet.ts and worksheet.ts.
import { err, ok, type Result } from "../domain/terms/index.ts";
import { isBuiltInDayFormat, isDayFormat } from "./excel-day.ts";
import type { SheetLimits } from "./sheet-limits.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { readXmlEntry } from "./zip-entry.ts";

export type ZipEntries = ReadonlyMap<string, ZipEntry>;

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`. */
  readonly type: string;
  /** Path in the archive; undefined where it points outside. */
  readonly part: string | undefined;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly relation: string;
  readonly visible: boolean;
}

export function readRelations(entries: ZipEntries, of: string): Result<readonly Relation[], string> {
  const slash = of.lastIndexOf("/");
  const folder = of.slice(0, slash + 1);
  const entry = entries.get(`${folder}_rels/${of.slice(slash + 1)}.rels`);
  if (entry === undefined) return ok([]);
  const relations: Relation[] = [];
  const wrong = readXmlEntry(entry, {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const type = attributes["Type"] ?? "";
      relations.push({ id: attributes["Id"] ?? "", type: type.slice(type.lastIndexOf("/") + 1), part: attributes["TargetMode"] === "External" ? undefined : resolvePart(folder, attributes["Target"] ?? "") });
    },
  });
  return wrong === undefined ? ok(relations) : err(wrong);
}

/** `../x.xml` and `/xl/x.xml` as paths in the archive; a path that leaves it is none. */
function resolvePart(folder: string, target: string): string | undefined {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

export function readWorkbook(entry: ZipEntry): Result<{ readonly sheets: readonly WorkbookSheet[]; readonly daySystem: "1900" | "1904" }, string> {
  const sheets: WorkbookSheet[] = [];
  let daySystem: "1900" | "1904" = "1900";
  const wrong = readXmlEntry(entry, {
    open: (name, attributes) => {
      if (name === "workbookPr" && (attributes["date1904"] === "1" || attributes["date1904"] === "true")) daySystem = "1904";
      if (name !== "sheet") return;
      const relation = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: attributes["name"] ?? "", relation, visible: attributes["state"] === undefined || attributes["state"] === "visible" });
    },
  });
  return wrong === undefined ? ok({ sheets, daySystem }) : err(wrong);
}

/** For each cell style, whether it shows numbers as days. */
export function readDayStyles(entry: ZipEntry | undefined, limits: SheetLimits): Result<readonly boolean[], string> {
  if (entry === undefined) return ok([]);
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  const wrong = readXmlEntry(entry, {
    open: (name, attributes) => {
      if (name === "numFmt") custom.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCellStyles = true;
      if (name !== "xf" || !inCellStyles) return;
      const id = Number(attributes["numFmtId"] ?? "0");
      const format = custom.get(id);
      styles.push(format === undefined ? isBuiltInDayFormat(id) : isDayFormat(format));
    },
    close: (name) => { if (name === "cellXfs") inCellStyles = false; },
    stopped: () => (styles.length > limits.stylesMax || custom.size > limits.stylesMax ? "it has more cell styles than any spreadsheet program writes" : undefined),
  });
  return wrong === undefined ? ok(styles) : err(wrong);
}

export function readSharedStrings(entry: ZipEntry | undefined, limits: SheetLimits): Result<readonly string[], string> {
  if (entry === undefined) return ok([]);
  const strings: string[] = [];
  const rich = new RichText();
  const wrong = readXmlEntry(entry, {
    open: (name) => { if (name === "si") rich.begin(); else rich.open(name); },
    text: (text) => rich.add(text),
    close: (name) => { if (name === "si") strings.push(rich.take()); else rich.close(name); },
    stopped: () => (strings.length > limits.sharedStringsMax ? `it has more than ${limits.sharedStringsMax} shared strings` : undefined),
  });
  return wrong === undefined ? ok(strings) : err(wrong);
}

/** Text of `<si>` or `<is>`: its runs joined, without the phonetic guide over them. */
export class RichText {
  #text = "";
  #inText = false;
  #inPhonetic = false;

  begin(): void {
    this.#text = "";
    this.#inText = false;
    this.#inPhonetic = false;
  }
  open(name: string): void {
    if (name === "rPh") this.#inPhonetic = true;
    if (name === "t") this.#inText = true;
  }
  add(text: string): void {
    if (this.#inText && !this.#inPhonetic) this.#text += text;
  }
  close(name: string): void {
    if (name === "rPh") this.#inPhonetic = false;
    if (name === "t") this.#inText = false;
  }
  take(): string {
    return unescapeText(this.#text);
  }
}

/** Workbooks write control characters as `_x000D_`. */
export function unescapeText(text: string): string {
  const plain = text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}
