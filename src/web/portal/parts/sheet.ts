// Sheet: a table its reader can put in another order and take along. Every heading is a link that sorts by it, and by it the other way round where it
// sorts already; above stand the files, below how many rows there are and of which position of the ledger. The file has what the cells say, as text.
import { pageAddress, type Query } from "../addresses.ts";
import { count, LOCALES } from "../format.ts";
import { html, textIn, type Html, type Insert } from "../html.ts";
import { table, type Column, type TableRow } from "./table.ts";
import type { View } from "./view.ts";

interface SheetColumn extends Column {
  /** What the address calls it; a column without one is not sorted by. */
  readonly key?: string;
  /** Sorted by the first figure in it. */
  readonly figure?: boolean;
}

export interface SheetRow extends TableRow {
  /** What the file calls whom or what it is about: an id, which stays when names change. */
  readonly of?: string;
  /** They stay under it, however the rows are sorted. */
  readonly under?: readonly TableRow[];
}

export interface Sheet {
  /** The id of the heading that names it, `-h` left out: what the address calls it. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** In the order they have where none is asked for. */
  readonly rows: readonly SheetRow[];
  /** The sum of all: it stays last. */
  readonly last?: TableRow;
  /** Heading of the column of ids, which only the file has. */
  readonly ids?: string;
  /** Class of the table, where it is another than usual. */
  readonly look?: string;
  /** The rows are a stretch of more, and come in the order asked for. */
  readonly stretch?: true;
}

export const SHEET_FORMS = ["csv", "xlsx"] as const;

/** The table, sorted as its address asks. `path`: whose file it is taken along as; default the page's. */
export function sheetTable(view: View, sheet: Sheet, path = view.frame.path): Html {
  const { frame, t, language } = view;
  const order = orderAsked(view, sheet);
  const columns = sheet.columns.map(({ key, figure: _figure, ...column }): Column => {
    if (key === undefined) return column;
    const sorted = order?.key === key ? (order.down ? "down" : true) : false;
    const address = pageAddress(frame, frame.path, { ...frame.query, sort: `${sorted === true ? "-" : ""}${sheet.name}.${key}`, page: undefined });
    return { ...column, sort: { address: `${address}#${sheet.name}`, sorted } };
  });
  return html`${fileLinks(view, path, { ...frame.query, table: sheet.name, page: undefined })}${table(`${sheet.name}-h`, columns, rowsOf(view, sheet), sheet.look)}${sheet.stretch !== true && frame.clocks !== undefined && html`<p class="fine tally">${t.feeds.tally(count(sheet.rows.length, language), count(frame.clocks.known, language))}</p>`}`;
}

/** The files of a table, at its page's path with their endings. */
export function fileLinks(view: View, path: string, query: Query): Html {
  return html`<p class="fine export">${view.t.search.export}${SHEET_FORMS.map((form) => html` <a href="${pageAddress(view.frame, `${path}.${form}`, query)}" download>${form.toUpperCase()}</a>`)}</p>`;
}

/** Headings and rows as text, for a file; a column that says nothing in any row has its heading still. */
export function sheetTexts(view: View, sheet: Sheet): readonly (readonly string[])[] {
  const id = (text: string | undefined): readonly string[] => (sheet.ids === undefined ? [] : [text ?? ""]);
  return [[...id(sheet.ids), ...sheet.columns.map(({ title }) => title)], ...rowsOf(view, sheet).map(({ of, cells }) => [...id(of), ...sheet.columns.map(({ number }, index) => (number === true ? plainFigure(said(cells[index])) : said(cells[index])))])];
}

/** A program reads `1200`, a reader of the page `1,200`. */
function plainFigure(text: string): string {
  return /^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
}

/** The order the address asks for of this sheet: `sort=lists.today`, or with `-` before it the other way round. */
function orderAsked({ frame: { query } }: View, { name, columns }: Pick<Sheet, "name" | "columns">): { readonly key: string; readonly down: boolean } | undefined {
  const asked = /^(-?)([a-z0-9-]+)\.([a-z]+)$/.exec(query["sort"] ?? "");
  const key = asked?.[3] ?? "";
  return asked?.[2] === name && columns.some((column) => column.key === key) ? { key, down: asked[1] === "-" } : undefined;
}

function rowsOf(view: View, sheet: Sheet): readonly SheetRow[] {
  const rows = sheet.stretch === true ? sheet.rows : inOrder(view, sheet);
  return [...rows.flatMap(({ under = [], ...row }) => [row, ...under]), ...(sheet.last === undefined ? [] : [sheet.last])];
}

/** What says nothing comes last, whichever way round; alike rows stay as they are. */
function inOrder(view: View, sheet: Sheet): readonly SheetRow[] {
  const order = orderAsked(view, sheet);
  if (order === undefined) return sheet.rows;
  const index = sheet.columns.findIndex(({ key }) => key === order.key);
  const isNumber = sheet.columns[index]?.number === true || sheet.columns[index]?.figure === true;
  const collator = new Intl.Collator(LOCALES[view.language], { numeric: true });
  const compare = (a: string, b: string): number => (isNumber ? figure(a) - figure(b) : collator.compare(a, b));
  const rows = sheet.rows.map((row) => ({ row, text: said(row.cells[index]) }));
  const isNothing = (text: string): boolean => text === "" || (isNumber && Number.isNaN(figure(text)));
  return rows.toSorted((a, b) => (isNothing(a.text) || isNothing(b.text) ? Number(isNothing(a.text)) - Number(isNothing(b.text)) : compare(a.text, b.text) * (order.down ? -1 : 1))).map(({ row }) => row);
}

function figure(text: string): number {
  return Number.parseFloat(/-?\d+(?:\.\d+)?/.exec(text.replaceAll(/(?<=\d),(?=\d{3})/g, ""))?.[0] ?? "NaN");
}

function said(cell: Insert): string {
  return textIn(html`${cell}`);
}
