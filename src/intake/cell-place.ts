// Places of cells as a spreadsheet names them: `D17` is the fourth column of row 17.

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  return FIRST_COLUMNS[index] ?? spelled(index);
}

function spelled(index: number): string {
  let name = "";
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Every cell of a sheet is given its place: the names of the columns that are used are spelled once. */
const FIRST_COLUMNS: readonly string[] = Array.from({ length: 300 }, (_, index) => spelled(index));

/** Column (from 0) and row (from 1) of `D17`, or undefined where it is no such place. By hand: every cell of a workbook is asked. */
export function parseCellPlace(text: string): { readonly column: number; readonly row: number } | undefined {
  let at = text.startsWith("$") ? 1 : 0;
  let column = 0;
  const letters = at;
  for (let code = text.charCodeAt(at); code >= 65 && code <= 90; code = text.charCodeAt(at)) {
    column = column * 26 + (code - 64);
    at += 1;
  }
  if (at === letters || at - letters > LETTERS_MAX) return undefined;
  if (text.charAt(at) === "$") at += 1;
  let row = 0;
  const digits = at;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
    row = row * 10 + (code - 48);
    at += 1;
  }
  return at < text.length || at - digits > DIGITS_MAX || row === 0 || text.charAt(digits) === "0" ? undefined : { column: column - 1, row };
}

const [LETTERS_MAX, DIGITS_MAX] = [3, 7];

/** The corners of `A1:C3` (or of the one cell `A1`). */
export function parseCellRange(text: string): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | undefined {
  const [first, last = first] = text.split(":");
  const from = parseCellPlace(first ?? "");
  const to = parseCellPlace(last ?? "");
  return from === undefined || to === undefined ? undefined : { left: from.column, top: from.row, right: to.column, bottom: to.row };
}
