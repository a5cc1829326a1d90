// Sheets of an invented list of ferries, for the law of test/bodies and its template `ferry:north-sheet`.

/** A CSV with so many rows; the names of two sheets that begin otherwise are all different. */
export function northSheet(name: string, rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => `Ferry ${word(`${name}x${index}`)} Ltd,2024-01-01,,${index}`);
  return new TextEncoder().encode(`Ferry,Since,Free,Case\n${lines.join("\n")}\n`);
}

/** A name no other row has: letters alone, so that no two are told apart by a number only. */
function word(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit))).replace(/^./, (first) => first.toUpperCase());
}
