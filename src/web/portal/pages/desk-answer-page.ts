// The form for the measures that were ticked: each with its own answer and reasons; those that were refused stand here again with why and with
// what was typed.
import { pageAddress } from "../addresses.ts";
import { spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { fields } from "../parts/desk-fields.ts";
import { page } from "../parts/document.ts";
import { absent } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskAnswerModel } from "../view-models-measures.ts";
import type { Frame } from "../view-models.ts";
import { measureWords } from "./desk-measures-page.ts";

export function deskAnswerPage(frame: Frame, model: DeskAnswerModel): Html {
  const view = viewOf(frame);
  const t = view.t.measures;
  const refused = model.rows.filter(({ wrong }) => wrong !== undefined).length;
  const body = html`<div class="width"><h1 class="found">${t.form.title}</h1><p class="lead">${t.form.lead}</p>
${model.answered > 0 && html`<div class="done" role="status">${sign("clear")}<p>${t.answered(model.answered)}</p></div>`}
${refused > 0 && html`<p><b>${t.form.refused(refused)}</b></p>`}${model.wrong !== undefined && wrongBox(view, model.wrong)}
${model.rows.length === 0 ? html`${absent(t.form.none, t.form.noneNote)}<p class="onward"><a class="button" href="${pageAddress({ ...frame, query: {} }, "/desk/office/measures")}">${t.form.back}</a></p>` : form(view, model)}</div>`;
  return page(view, { title: t.form.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title, path: "/desk/office/measures" }, { words: t.form.title }], body });
}

function form(view: View, { rows, typed }: DeskAnswerModel): Html {
  const t = view.t.measures.form;
  return html`<form class="step-form" method="post" action="/${view.language}/desk/office/measures/answer">
${rows.map(({ row, wrong }, index) => {
    const own = (field: string): string => `${field}:${row.value}`;
    return html`<fieldset class="one-case"><legend>${spoken(row.organisation.name, view.language)}</legend><p class="fine"><span class="code">${row.organisation.file}</span></p><p>${measureWords(view, row)}</p>${wrong !== undefined && wrongBox(view, wrong)}<input type="hidden" name="measure" value="${row.value}">
${fields(view, `m${index}`, [
      { name: own("choice"), label: t.choice, kind: "choice", required: true, choices: row.may.map((choice) => ({ value: choice, words: t.choices[choice] })), ...(row.may.length === 1 ? { value: row.may[0] ?? "" } : {}) },
      ...(row.may.includes("apply") && row.effects.length > 1 ? [{ name: own("effect"), label: t.effect, kind: "choice" as const, required: true, choices: row.effects.map((effect) => ({ value: effect, words: view.t.effects[effect] })) }] : []),
      { name: own("statement"), label: t.statement, kind: "long", hint: t.statementNote },
      { name: own("on"), label: t.on, kind: "day", hint: t.onNote },
    ], typed)}</fieldset>`;
  })}
<button>${t.submit}</button></form>`;
}
