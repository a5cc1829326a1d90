// A CSV file as a Sheet: encoding, separator, dialect, rows. `strict` is RFC 4180, `looseQuotes` the dialect of csv-loose.ts.
import { err, ok, type Finding, type Result, type Sheet } from "../domain/terms/index.ts";
import { parseLooseCsv, type LooseRow } from "./csv-loose.ts";
import { parseStrictCsv } from "./csv-strict.ts";
import type { SheetLimits } from "./sheet-limits.ts";
import { SheetRows, textCell } from "./sheet-rows.ts";
import type { DecodedText } from "./text-encoding.ts";

export type Quoting = "strict" | "looseQuotes";

export function readCsv(name: string, decoded: DecodedText, quoting: Quoting, limits: SheetLimits): Result<Sheet, readonly Finding[]> {
  const separator = detectSeparator(decoded.text, quoting);
  const records = readRecords(decoded.text, separator, quoting, limits.rowsMax);
  if (!records.ok) return err([records.error]);
  const rows = new SheetRows(limits);
  records.value.forEach((record, index) => rows.add(index + 1, record.cells.map(textCell), record.findings, record.raw));
  if (rows.overflow !== undefined) return err([rows.overflow]);
  return ok({ name, format: "csv", encoding: decoded.encoding, separator, rows: rows.rows });
}

function readRecords(text: string, separator: string, quoting: Quoting, rowsMax: number): Result<readonly LooseRow[], Finding> {
  if (quoting === "looseQuotes") return parseLooseCsv(text, separator, rowsMax);
  const strict = parseStrictCsv(text, separator, rowsMax);
  return strict.ok ? ok(strict.value.map((cells) => ({ cells, findings: [] }))) : strict;
}

const SEPARATORS = [",", ";", "\t"] as const;
const LINES_LOOKED_AT = 20;
const CHARACTERS_LOOKED_AT = 65_536;

/** The separator that stands equally often (and most often) in the first lines, quoted text aside. */
export function detectSeparator(text: string, quoting: Quoting): "," | ";" | "\t" {
  const head = text.slice(0, CHARACTERS_LOOKED_AT);
  // Where inner quotes are not doubled, a quoted cell that spans lines cannot be told before the separator is known.
  const plain = head.replace(quoting === "strict" ? /"(?:[^"]|"")*"/g : /"[^"\r\n]*"/g, "");
  const lines = plain.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "").slice(0, LINES_LOOKED_AT);
  let best: { readonly separator: "," | ";" | "\t"; readonly lines: number; readonly count: number } = { separator: ",", lines: 0, count: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    // The header tells how many there should be; a banner above it has fewer.
    const count = Math.max(0, ...counts.slice(0, 5));
    const agreeing = count === 0 ? 0 : counts.filter((each) => each === count).length;
    if (agreeing > best.lines || (agreeing === best.lines && count > best.count)) best = { separator, lines: agreeing, count };
  }
  return best.separator;
}
