// Rows as PostgreSQL's COPY reads them in text format: a line a row, tabs between values, what would be read as a sign written with a
// backslash. From insertAll of postgres-ledger.ts, to postgres-copy.ts.
import type { Values } from "./sql-database.ts";

/** One line for each row, each ended. `null` is `\N`; a text that reads `\N` has its backslash doubled and stays a text. */
export function copyText(rows: readonly Values[]): string {
  return rows.map((row) => `${row.map(copyValue).join("\t")}\n`).join("");
}

function copyValue(value: Values[number]): string {
  if (value === null) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return SIGNS.test(value) ? value.replace(EVERY_SIGN, (sign) => WRITTEN[sign] ?? sign) : value;
  // Hexadecimal behind `\x`, whose backslash is one of the value.
  return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`;
}

const SIGNS = /[\\\t\n\r]/;
const EVERY_SIGN = /[\\\t\n\r]/g;
const WRITTEN: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
