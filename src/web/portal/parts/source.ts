// Source: the row a fact was handed in with. Shown beside every record and listing.
import { html, type Html } from "../html.ts";
import type { SourceView } from "../view-models.ts";
import { lawName, type View } from "./view.ts";

export function sourceWords(view: View, source: SourceView): Html {
  const t = view.t.source;
  const place = source.sheet === undefined ? t.row(source.row) : t.sheetRow(source.sheet, source.row);
  return html`${source.template === undefined ? t.file : lawName(view, source.template)}${t.comma}${place}`;
}

/** For tables: the row, and below it the batch it came in. */
export function sourceCell(view: View, source: SourceView | undefined): Html {
  if (source === undefined) return html`<span class="nil">${view.t.source.notStated}</span>`;
  return html`${sourceWords(view, source)}<span class="under"><code>${source.batch}</code></span>`;
}
