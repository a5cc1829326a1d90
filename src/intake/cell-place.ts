// Places of cells as a spreadsheet names them: `D17` is the fourth column of row 17.

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Column (from 0) and row (from 1) of `D17`, or undefined where it is no such place. */
export function parseCellPlace(text: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null || match[1] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { column: column - 1, row: Number(match[2]) };
}

/** The corners of `A1:C3` (or of the one cell `A1`). */
export function parseCellRange(text: string): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | undefined {
  const [first, last = first] = text.split(":");
  const from = parseCellPlace(first ?? "");
  const to = parseCellPlace(last ?? "");
  return from === undefined || to === undefined ? undefined : { left: from.column, top: from.row, right: to.column, bottom: to.row };
}
