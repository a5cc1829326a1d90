// Tables: one shape for all. On phones the rows stack and every cell carries its heading as a label.
import { html, type Html, type Insert } from "../html.ts";

export interface Column {
  readonly title: string;
  readonly number?: boolean;
  /** Names of organisations and acts need room. */
  readonly roomy?: boolean;
  /** So do names of authorities and other short phrases, less of it. */
  readonly wide?: boolean;
  /** The address that sorts by it; `sorted` where the rows are. */
  readonly sort?: { readonly address: string; readonly sorted: boolean | "down" };
  /** Shown without a label on phones: names and verdicts speak for themselves. */
  readonly plain?: boolean;
  /** Its cells name their rows. */
  readonly heads?: boolean;
}

export interface TableRow {
  readonly cells: readonly Insert[];
  /** Not known: the row is hatched. */
  readonly unknown?: boolean;
  readonly id?: string;
  /** It belongs to the row above, or is the sum of all. */
  readonly rank?: "office" | "total";
}

/** `name` is the id of the heading that names the table. A column with nothing in any row is left out. */
export function table(name: string, all: readonly Column[], every: readonly TableRow[], look = "stacking"): Html {
  const kept = all.map((column, index) => column.plain === true || every.some((row) => !isEmpty(row.cells[index])));
  const columns = all.filter((_, index) => kept[index] === true);
  const rows = every.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index] === true) }));
  return html`<div class="scroller" tabindex="0" role="group" aria-labelledby="${name}"><table class="${look}">
<thead><tr>${columns.map((column) => html`<th scope="col"${column.number === true && html` class="number"`}${column.roomy === true ? html` class="roomy"` : column.wide === true && html` class="wide"`}${column.sort !== undefined && column.sort.sorted !== false && html` aria-sort="${column.sort.sorted === "down" ? "descending" : "ascending"}"`}>${column.sort === undefined ? column.title : html`<a href="${column.sort.address}">${column.title}</a>`}</th>`)}</tr></thead>
<tbody>${rows.map((row) => tableRow(columns, row))}</tbody></table></div>`;
}

function tableRow(columns: readonly Column[], row: TableRow): Html {
  return html`<tr${row.unknown === true && html` class="unknown"`}${row.rank !== undefined && html` class="${row.rank}"`}${row.id !== undefined && html` id="${row.id}"`}>${columns.map((column, index) => cell(column, row.cells[index]))}</tr>`;
}

function cell(column: Column, content: Insert): Html {
  if (column.heads === true) return html`<th scope="row">${content}</th>`;
  return html`<td${column.number === true && html` class="number"`}${column.plain !== true && !isEmpty(content) && html` data-label="${column.title}"`}>${content}</td>`;
}

function isEmpty(content: Insert): boolean {
  return content === undefined || content === null || content === false || content === "";
}

export function under(content: Insert): Html {
  return html`<span class="under">${content}</span>`;
}
