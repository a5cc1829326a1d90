// Source: the row a fact was handed in with. Shown beside every record and listing.
import { html, type Html } from "../html.ts";
import type { SourceView } from "../view-models.ts";
import { lawName, type View } from "./view.ts";

export function sourceWords(view: View, source: SourceView): Html {
  const t = view.t.source;
  const place = placeOf(view, source);
  return html`${source.template === undefined ? t.file : lawName(view, source.template)}${t.comma}${place}`;
}

/** The sheet and the row; a file of one table, such as CSV, has no sheets. */
function placeOf(view: View, source: SourceView): string {
  const t = view.t.source;
  if (source.sheet === undefined) return t.row(source.row);
  return /\.(csv|json)$/i.test(source.sheet) ? t.fileRow(source.sheet, source.row) : t.sheetRow(source.sheet, source.row);
}

/** For tables whose rows all came by one template: the row alone. */
export function rowCell(view: View, source: SourceView | undefined): Html {
  return source === undefined ? html`<span class="nil">${view.t.source.notStated}</span>` : html`${placeOf(view, source)}`;
}

/** For tables: the row, and below it the batch it came in. */
export function sourceCell(view: View, source: SourceView | undefined): Html {
  if (source === undefined) return html`<span class="nil">${view.t.source.notStated}</span>`;
  return html`${sourceWords(view, source)}<span class="under"><code>${source.batch}</code></span>`;
}
