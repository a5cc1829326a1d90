// Take along: a table of a page as rows of text for a file, the one its address names.
import { sheetTexts, type Sheet } from "./parts/sheet.ts";
import { viewOf, type View } from "./parts/view.ts";
import type { Frame } from "./view-models.ts";

export { SHEET_FORMS } from "./parts/sheet.ts";

/** Rows of one list that a file has at most. */
export const TAKEN_ROWS_MAX = 10_000;

export interface TakenAlong {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** Headings first. */
  readonly rows: readonly (readonly string[])[];
}

/** @param sheets the tables of the page; `table=NAME` chooses one, default the first. Undefined where there is none of that name. */
export function takenAlong(frame: Frame, sheets: (view: View) => readonly Sheet[]): TakenAlong | undefined {
  const view = viewOf(frame);
  const asked = frame.query["table"] ?? "";
  const sheet = sheets(view).find(({ name }) => asked === "" || name === asked);
  return sheet === undefined ? undefined : { name: [...frame.path.split("/").filter((part) => part !== ""), sheet.name].join("-").replaceAll(/[^A-Za-z0-9-]+/g, "-"), rows: sheetTexts(view, sheet) };
}
