// Memoranda: agreements by which authorities act on each other's lists.
import { count, isoDay } from "../format.ts";
import { html, type Html } from "../html.ts";
import { span } from "../parts/charter.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { table } from "../parts/table.ts";
import { lawLink, viewOf } from "../parts/view.ts";
import type { Frame, MemorandumRow, Preset } from "../view-models.ts";

export function memorandaPage(frame: Frame, model: { readonly memoranda: readonly MemorandumRow[]; readonly presets: readonly Preset[] }): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const columns = [{ title: t.memoranda.memorandum, plain: true }, { title: t.memoranda.setOffBy }, { title: t.memoranda.signed }, { title: t.law.inForce }, { title: t.memoranda.authorities, number: true }, { title: t.memoranda.clauses, number: true }];
  const rows = model.memoranda.map((one) => ({
    cells: [lawLink(view, one.memorandum), html`<ul class="plain">${one.lists.map((list) => html`<li>${lawLink(view, list)}</li>`)}</ul>`, one.signedOn === undefined ? null : isoDay(one.signedOn), span(view, one), count(one.authorities, language), count(one.clauses, language)],
  }));
  const body = html`<div class="width">${pageHead(html`${t.frame.rooms.memoranda}`, null, [[t.memoranda.count, html`${model.memoranda.length}`]])}${clockBar(view, model.presets)}
${block("memoranda", t.memoranda.all, t.memoranda.note, rows.length === 0 ? absent(t.memoranda.none, t.memoranda.noneNote) : table("memoranda-h", columns, rows))}</div>`;
  return page(view, { title: t.frame.rooms.memoranda, room: "memoranda", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.memoranda }], body, json: "/v1/law/memoranda", citation: t.frame.rooms.memoranda });
}
