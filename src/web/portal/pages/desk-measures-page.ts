// The measures of an office: what is left to it to decide and what binds through it, to be ticked and answered; below, what memoranda ask of it
// and of others for its lists.
import { organisationPath, pageAddress } from "../addresses.ts";
import { isoDay, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { onThisPage, page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawWords, viewOf, type View } from "../parts/view.ts";
import type { DeskMeasuresModel, MeasureCountsView, OfficeMeasureRow } from "../view-models-measures.ts";
import type { Frame, Id } from "../view-models.ts";

export function deskMeasuresPage(frame: Frame, model: DeskMeasuresModel): Html {
  const view = viewOf(frame);
  const t = view.t.measures;
  const some = model.toDecide.length + model.binding.length > 0;
  const here = html`${block("decide", html`${t.decide} <span class="figure">${model.toDecide.length}</span>`, t.decideNote, model.toDecide.length === 0 ? absent(t.noDecide, t.noDecideNote) : measures(view, "decide-h", model.toDecide))}
${block("binding", html`${t.binding} <span class="figure">${model.binding.length}</span>`, t.bindingNote, model.binding.length === 0 ? absent(t.noBinding, t.noBindingNote) : measures(view, "binding-h", model.binding))}`;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.answered !== undefined && html`<div class="done" role="status">${sign("clear")}<p>${t.answered(model.answered)}</p></div>`}</div>
${onThisPage(view, [["decide", t.decide], ["binding", t.binding], ["for-us", t.forUs], ["of-us", t.ofUs]])}
<div class="width">${some ? html`<form method="get" action="/${view.language}/desk/office/measures/answer">${here}<p class="fine">${t.answerNote}</p><button class="second">${t.answer}</button></form>` : here}
${(model.next !== undefined || !model.isFirst) && html`<nav class="pager" aria-label="${view.t.pager.title}"><p></p><p>${!model.isFirst && html`<a href="${pageAddress(frame, "/desk/office/measures")}">${t.first}</a>`} ${model.next !== undefined && html`<a rel="next" href="${pageAddress(frame, "/desk/office/measures", { cursor: model.next })}">${t.more}</a>`}</p></nav>`}
${block("for-us", t.forUs, t.forUsNote, model.forUs.length === 0 ? absent(t.noForUs, t.noForUsNote) : forUs(view, model.forUs))}
${block("of-us", t.ofUs, t.ofUsNote, model.ofUs.length === 0 ? absent(t.noOfUs, t.noOfUsNote) : html`${model.ofUs.map((each, index) => ofUs(view, each, `list-${index}`))}`)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title }], body });
}

function measures(view: View, name: string, rows: readonly OfficeMeasureRow[]): Html {
  const t = view.t.measures;
  const c = t.columns;
  return table(name, [{ title: c.pick, plain: true }, { title: c.organisation, plain: true, roomy: true }, { title: c.measure, roomy: true }, { title: c.because, roomy: true }, { title: c.from }, { title: view.t.effectsTable.freeOn }, { title: view.t.effectsTable.earliest }, { title: c.reported, wide: true }], rows.map((row) => ({
    cells: [
      row.may.length > 0 && html`<label class="tick"><input type="checkbox" name="measure" value="${row.value}" aria-label="${t.pick(row.organisation.name, lawWords(view, row.measure))}"></label>`,
      html`<a class="name" href="${pageAddress(view.frame, organisationPath(row.organisation.file))}">${spoken(row.organisation.name, view.language)}</a>`,
      measureWords(view, row), row.because === undefined ? html`<span class="nil">${t.status}</span>` : lawLink(view, row.because), isoDay(row.from),
      row.until === undefined ? html`<span class="nil">${t.noEnd}</span>` : isoDay(row.until), row.earliestOut === undefined ? html`<span class="nil">${t.noEnd}</span>` : isoDay(row.earliestOut),
      name === "decide-h" ? null : row.reported === undefined ? html`<span class="nil">${t.noReport}</span>` : html`${t.outcomes[row.reported.outcome]} ${isoDay(row.reported.on)}${row.reported.statement !== "" && under(spoken(row.reported.statement, view.language))}`,
    ],
  })));
}

/** The measure with its effects and how much the law leaves of it. */
export function measureWords(view: View, row: OfficeMeasureRow): Html {
  const { t } = view;
  return html`${lawLink(view, row.measure)}${under(html`${row.effects.map((effect) => t.effects[effect]).join(t.or)}${t.comma}${t.force[row.force]}${row.memorandum !== undefined && html`${view.t.semicolon}${lawLink(view, row.memorandum)}`}`)}`;
}

function forUs(view: View, rows: DeskMeasuresModel["forUs"]): Html {
  const t = view.t.measures;
  const c = t.forUsColumns;
  return table("for-us-h", [{ title: c.memorandum, plain: true, roomy: true }, { title: c.lists, roomy: true }, { title: c.mandatory, number: true }, { title: c.decline, number: true }, { title: c.left, number: true }], rows.map(({ memorandum, lists, counts }) => ({
    cells: [memorandum === undefined ? t.lawItself : lawLink(view, memorandum), links(view, lists), ...figures(counts)],
  })));
}

function ofUs(view: View, { list, standing, others }: DeskMeasuresModel["ofUs"][number], id: string): Html {
  const t = view.t.measures;
  const c = t.ofUsColumns;
  const columns = [{ title: c.authority, plain: true, roomy: true }, { title: c.memoranda, roomy: true }, { title: c.mandatory, number: true }, { title: c.decline, number: true }, { title: c.left, number: true }, { title: c.carriedOut, number: true }, { title: c.notCarriedOut, number: true }];
  return html`<h3 id="${id}">${lawLink(view, list)}</h3><p class="fine">${standing === undefined ? t.standingUnknown : t.standing(standing)}</p>${others.length === 0 ? html`<p>${t.noOthers}</p>` : table(id, columns, others.map((other) => ({
    cells: [lawLink(view, other.authority), other.memoranda.length === 0 ? t.lawItself : links(view, other.memoranda), ...figures(other.counts), String(other.carriedOut), String(other.notCarriedOut)],
  })))}`;
}

function figures({ mandatory, mayBeDeclined, leftToDecide }: MeasureCountsView): readonly string[] {
  return [mandatory, mayBeDeclined, leftToDecide].map(String);
}

function links(view: View, ids: readonly Id[]): Html {
  return html`${ids.map((id, index) => html`${index > 0 && view.t.comma}${lawLink(view, id)}`)}`;
}
