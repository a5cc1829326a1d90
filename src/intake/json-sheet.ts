// A JSON file as a Sheet: an array of flat objects (or one object, or one object a line). The header is the union of their keys, in order.
import { err, ok, type CellValue, type Finding, type Result, type Sheet } from "../domain/terms/index.ts";
import { columnName } from "./cell-place.ts";
import { sheetFinding } from "./sheet-finding.ts";
import type { SheetLimits } from "./sheet-limits.ts";
import { SheetRows, textCell } from "./sheet-rows.ts";
import type { DecodedText } from "./text-encoding.ts";

/** A number of the file, kept as it was written. */
class WrittenNumber {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export function readJson(name: string, decoded: DecodedText, limits: SheetLimits): Result<Sheet, readonly Finding[]> {
  const parsed = parseJson(decoded.text) ?? parseLines(decoded.text);
  if (parsed === undefined) return err([sheetFinding("json-damaged", name, `the file ${name} begins like JSON but cannot be read as JSON`, "Hand in an array of objects, one a row: `[{\"name\": \"…\"}, …]`.")]);
  const items = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  const objects = items.filter(isObject);
  if (objects.length !== items.length) return err([sheetFinding("json-not-rows", name, `${items.length - objects.length} of the ${items.length} items of the file are not objects`, "Hand in an array of objects, one a row: `[{\"name\": \"…\"}, …]`.")]);

  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  const rows = new SheetRows(limits);
  rows.add(1, keys.map((key) => ({ kind: "text", text: key })));
  objects.forEach((object, index) => {
    const findings: Finding[] = [];
    const values = keys.map((key, column) => jsonCell(Object.hasOwn(object, key) ? object[key] : undefined, `${columnName(column)}${index + 2}`, findings));
    rows.add(index + 2, values, findings);
  });
  if (rows.overflow !== undefined) return err([rows.overflow]);
  return ok({ name, format: "json", encoding: decoded.encoding, rows: rows.rows });
}

function jsonCell(value: unknown, at: string, findings: Finding[]): CellValue {
  if (value === undefined || value === null) return { kind: "empty" };
  if (typeof value === "string") return textCell(value);
  if (typeof value === "boolean") return { kind: "flag", value };
  if (value instanceof WrittenNumber) return { kind: "number", source: value.source };
  findings.push(sheetFinding("json-not-rows", at, "the value is itself an object or an array, not a plain value", "Write one plain value: text, a number, true, false or null."));
  return { kind: "empty" };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

function parseLines(text: string): { readonly value: readonly unknown[] } | undefined {
  const values: unknown[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") continue;
    const parsed = parseJson(line);
    if (parsed === undefined) return undefined;
    values.push(parsed.value);
  }
  return { value: values };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text, keepNumberSource) };
  } catch (fault) {
    // Not JSON, or nested so deeply that no reader follows it.
    if (fault instanceof SyntaxError || fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function keepNumberSource(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" ? new WrittenNumber(context?.source ?? String(value)) : value;
}
