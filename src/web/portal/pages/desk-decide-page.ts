// Alike cases decided in one form: a common outcome and common formalities, each case with its own reasons; those that were refused stand here
// again with why and with what was typed.
import { pageAddress } from "../addresses.ts";
import { spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { fields } from "../parts/desk-fields.ts";
import { commonFields, outcome } from "../parts/desk-forms.ts";
import { page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskDecideModel } from "../view-models-case.ts";
import type { DeskCaseRow } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskDecidePage(frame: Frame, model: DeskDecideModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk.decide;
  const refused = model.cases.filter(({ wrong }) => wrong !== undefined).length;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.decided.length > 0 && html`<div class="done" role="status">${sign("clear")}<div><p>${t.decided(model.decided.length)}</p><ul class="plain">${model.decided.map((row) => html`<li>${caseLink(view, row)}</li>`)}</ul></div></div>`}
${refused > 0 && html`<p><b>${t.refused(refused)}</b></p>`}${model.wrong !== undefined && wrongBox(view, model.wrong)}
${model.cases.length === 0 ? html`${model.decided.length === 0 && absent(t.none, t.noneNote)}<p class="onward"><a class="button" href="${pageAddress(frame, "/desk/office")}">${t.back}</a></p>` : form(view, model)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title }], body });
}

function form(view: View, model: DeskDecideModel): Html {
  const t = view.t.desk;
  return html`<form class="step-form" method="post" enctype="multipart/form-data" action="/${view.language}/desk/decide">
${model.cases.map(({ row, reasons, wrong }) => html`<fieldset class="one-case"><legend>${spoken(row.organisation.name, view.language)}</legend><p class="fine">${caseLink(view, row)}${view.t.comma}${lawLink(view, row.of)}${view.t.comma}${t.states[row.state] ?? row.state}</p>${wrong !== undefined && wrongBox(view, wrong)}<input type="hidden" name="matter" value="${row.matter}">
${fields(view, row.matter, [{ name: `reasons:${row.matter}`, label: t.decide.reasons(row.organisation.name), kind: "long", required: true }], { [`reasons:${row.matter}`]: [reasons] })}</fieldset>`)}
${block("common", t.form.fields.outcome, "", fields(view, "common", [outcome(view, model.form), ...(model.form.outcomes.includes("conditional") ? [{ name: "conditions", label: t.form.fields.conditions, kind: "long" } as const] : []), ...commonFields(view, model.form)], model.form.typed))}
<button>${t.decide.submit}</button></form>`;
}

function caseLink(view: View, row: DeskCaseRow): Html {
  return html`<a href="${pageAddress(view.frame, `/desk/cases/${row.matter}`)}">${spoken(row.organisation.name, view.language)} <span class="code">${row.matter}</span></a>`;
}
