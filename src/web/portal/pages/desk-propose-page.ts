// A proposal from criteria that are met: what the register found, what would follow, and the officer's own words: the facts.
import { organisationPath, pageAddress } from "../addresses.ts";
import { spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { fields } from "../parts/desk-fields.ts";
import { commonFields } from "../parts/desk-forms.ts";
import { page } from "../parts/document.ts";
import { foreseen } from "../parts/foreseen.ts";
import { absent, block } from "../parts/notices.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskProposeModel } from "../view-models-case.ts";
import type { Frame } from "../view-models.ts";

export function deskProposePage(frame: Frame, model: DeskProposeModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk.propose;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1>
<p class="lead"><a href="${pageAddress(frame, organisationPath(model.organisation.file))}">${spoken(model.organisation.name, view.language)}</a>${view.t.colon}${lawLink(view, model.list)}</p>
${model.wrong !== undefined && wrongBox(view, model.wrong)}${what(view, model)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title }], body });
}

/** The form, or why there is nothing to propose. */
function what(view: View, model: DeskProposeModel): Html {
  const t = view.t.desk.propose;
  if (model.underWay !== undefined) return html`${absent(t.underWay, "")}<p class="onward"><a class="button" href="${pageAddress(view.frame, `/desk/cases/${model.underWay}`)}">${t.toCase}</a></p>`;
  if (model.listed) return absent(t.listed, "");
  if (!model.mayList) return absent(t.notMay, t.notMayNote);
  if (model.met.length === 0) return absent(t.notMet, t.notMetNote);
  return html`${block("met", t.met, t.records(model.records), html`<ul class="told">${model.met.map((names) => html`<li>${wordsOf(names, view.language)}</li>`)}</ul>`)}
<form class="step-form" method="post" action="/${view.language}/desk/propose"><input type="hidden" name="organisation" value="${model.organisation.file}"><input type="hidden" name="list" value="${model.list}"><input type="hidden" name="matter" value="${model.matter}">
${model.foreseen !== undefined && foreseen(view, model.foreseen, "proposal-foreseen")}
${fields(view, "proposal", [{ name: "facts", label: view.t.desk.form.fields.facts, kind: "long", required: true, hint: view.t.desk.form.fields.factsHint }, ...(model.asksActedOn ? [{ name: "actedOn", label: view.t.desk.form.fields.actedOn, kind: "day", required: true } as const] : []), ...commonFields(view, model.form)], model.form.typed)}
<p class="fine">${t.after}</p><button>${t.submit}</button></form>`;
}
