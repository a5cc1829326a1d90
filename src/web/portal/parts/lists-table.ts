// Lists in a table: whose, of what colour, how many stand on it, and how fresh its last edition is.
import { count, isoDay } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { ListColour, State } from "../view-models.ts";
import type { ListRow } from "../view-models-list.ts";
import { badge, stateMark } from "./signs.ts";
import type { Sheet } from "./sheet.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, type View } from "./view.ts";

export const COLOUR_SIGNS = { black: "bound", red: "favoured", scrutiny: "may", warning: "may" } as const satisfies Record<ListColour, State>;

/** On a page that has more than lists. */
export function listsTable(view: View, name: string, rows: readonly ListRow[]): Html {
  const { columns, rows: listed } = listsSheet(view, rows);
  return table(name, columns, listed);
}

export function listsSheet(view: View, rows: readonly ListRow[]): Sheet {
  const t = view.t.lists;
  const columns = [{ key: "list", title: t.list, plain: true }, { key: "colour", title: t.colour }, { key: "owner", title: t.owner }, { key: "today", title: t.today, number: true }, { key: "edition", title: t.edition }];
  return { name: "lists", ids: view.t.law.id, columns, rows: rows.map((row) => ({
    of: row.list,
    unknown: row.stale === true,
    cells: [
      html`${lawLink(view, row.list)}${under(row.entailed === true ? t.entailed : t.holds[row.holds])}`,
      colourMark(view, row.colour),
      lawName(view, row.owner),
      row.today === undefined ? html`<span class="nil">${!row.open ? t.notOpen : row.entailed === true ? t.byLaw : t.unknown}</span>` : count(row.today, view.language),
      editionCell(view, row),
    ],
  })) };
}

export function colourMark(view: View, colour: ListColour): Html {
  return stateMark(view, COLOUR_SIGNS[colour], view.t.colours[colour]);
}

function editionCell(view: View, row: ListRow): Html | null {
  const t = view.t.lists;
  if (!row.open || row.entailed === true) return null;
  if (row.holds === "kept") return html`${t.kept}`;
  if (row.edition === undefined) return badge(view, "undetermined", t.noEdition);
  return html`${isoDay(row.edition.asOf)}${row.edition.inferred && under(badge(view, "provisional", t.inferred))}${row.stale === true && html` ${badge(view, "undetermined", t.stale)}`}`;
}
