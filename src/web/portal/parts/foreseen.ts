// Foreseen: what would follow from a listing, as the register derives it, shown to the officer before the notice that has to state it is sent.
import { html, type Html } from "../html.ts";
import type { ForeseenRow, ForeseenView } from "../view-models-case.ts";
import { articleLinks } from "./basis.ts";
import { table } from "./table.ts";
import { lawLink, type View } from "./view.ts";

/** @param id makes the ids of its tables its own on the page */
export function foreseen(view: View, model: ForeseenView, id: string): Html {
  const t = view.t.desk.form.foreseen;
  const kinds = ["binding", "possible", "lost", "open"] as const;
  const none = kinds.every((kind) => model[kind].length === 0);
  return html`<div class="foreseen"><h3>${t.title}</h3><p class="fine">${t.note}</p>
<p><b>${none ? t.none : t.told(model.told)}</b>${model.answer !== undefined && html` ${t.answer(view.t.units[model.answer.unit](model.answer.count))}`}</p>
${kinds.map((kind) => model[kind].length > 0 && rows(view, t[kind], model[kind], `${id}-${kind}`, kind === "binding"))}
${model.entailed.length > 0 && html`<p>${t.entailed}${view.t.colon}${model.entailed.map((list, index) => html`${index > 0 && view.t.comma}${lawLink(view, list)}`)}</p>`}
<p>${t.basis}${view.t.colon}${articleLinks(view, model.basis)}</p></div>`;
}

function rows(view: View, heading: string, list: readonly ForeseenRow[], id: string, open: boolean): Html {
  const t = view.t.desk.form.foreseen;
  return html`<details${open && html` open`}><summary id="${id}">${heading} <span class="figure">${list.length}</span></summary>
${table(id, [{ title: t.columns.measure, plain: true, roomy: true }, { title: t.columns.authority, wide: true }, { title: t.columns.memorandum, wide: true }], list.map((row) => ({ cells: [lawLink(view, row.measure), lawLink(view, row.authority), row.memorandum === undefined ? html`${t.law}` : lawLink(view, row.memorandum)] })))}</details>`;
}
