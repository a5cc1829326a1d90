// Memoranda: agreements by which authorities act on each other's lists.
import { count, isoDay } from "../format.ts";
import { html, type Html } from "../html.ts";
import { span } from "../parts/charter.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { sheetTable, type Sheet } from "../parts/sheet.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame, Preset } from "../view-models.ts";
import type { MemorandumRow } from "../view-models-memorandum.ts";

export function memorandaPage(frame: Frame, model: { readonly memoranda: readonly MemorandumRow[]; readonly presets: readonly Preset[] }): Html {
  const view = viewOf(frame);
  const { t } = view;
  const body = html`<div class="width">${pageHead(html`${t.frame.rooms.memoranda}`, null, [[t.memoranda.count, html`${model.memoranda.length}`]])}${clockBar(view, model.presets)}
${block("memoranda", t.memoranda.all, t.memoranda.note, model.memoranda.length === 0 ? absent(t.memoranda.none, t.memoranda.noneNote) : sheetTable(view, memorandaSheet(view, model.memoranda)))}</div>`;
  return page(view, { title: t.frame.rooms.memoranda, room: "memoranda", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.memoranda }], body, json: "/v1/law/memoranda", command: `./probity law show${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: t.frame.rooms.memoranda });
}

export function memorandaSheet(view: View, memoranda: readonly MemorandumRow[]): Sheet {
  const { t, language } = view;
  const columns = [{ key: "memorandum", title: t.memoranda.memorandum, plain: true }, { key: "lists", title: t.memoranda.setOffBy }, { key: "signed", title: t.memoranda.signed }, { title: t.law.inForce }, { key: "authorities", title: t.memoranda.authorities, number: true }, { key: "clauses", title: t.memoranda.clauses, number: true }];
  return { name: "memoranda", ids: t.law.id, columns, rows: memoranda.map((one) => ({
    of: one.memorandum,
    cells: [lawLink(view, one.memorandum), html`<ul class="plain">${one.lists.map((list) => html`<li>${lawLink(view, list)}</li>`)}</ul>`, one.signedOn === undefined ? null : isoDay(one.signedOn), span(view, one), count(one.authorities, language), count(one.clauses, language)],
  })) };
}
