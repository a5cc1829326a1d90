// Lists: every list of the law, whose it is, how many stand on it, how fresh its last edition is.
import { html, type Html } from "../html.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { listsSheet } from "../parts/lists-table.ts";
import { block } from "../parts/notices.ts";
import { sheetTable } from "../parts/sheet.ts";
import { viewOf } from "../parts/view.ts";
import type { Frame, Preset } from "../view-models.ts";
import type { ListRow } from "../view-models-list.ts";

export function listsPage(frame: Frame, model: { readonly lists: readonly ListRow[]; readonly presets: readonly Preset[] }): Html {
  const view = viewOf(frame);
  const { t } = view;
  const body = html`<div class="width">${pageHead(html`${t.frame.rooms.lists}`, null, [[t.lists.count, html`${model.lists.length}`]])}${clockBar(view, model.presets)}
${block("lists", t.lists.all, t.lists.note, sheetTable(view, listsSheet(view, model.lists)))}</div>`;
  return page(view, { title: t.frame.rooms.lists, room: "lists", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.lists }], body, json: "/v1/law/lists", command: `./probity law show${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: t.frame.rooms.lists });
}
