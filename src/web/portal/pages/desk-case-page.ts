// The case page, for either party: where the case stands, what may be done next and until when; the whole path; the forms of what can be done
// now; everything on record; why the rest cannot be done.
import { pageAddress, organisationPath } from "../addresses.ts";
import { isoDay, longDay, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { actionForm, actionWords } from "../parts/desk-forms.ts";
import { casePath, dueWords } from "../parts/case-path.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { letterFiles, toldLetters } from "../parts/letters.ts";
import { absent, block } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { citation, whyNot, wrongBox } from "../parts/wrong.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { DeskActionView, DeskCaseModel, DeskEntryView } from "../view-models-case.ts";
import type { Frame } from "../view-models.ts";

export function deskCasePage(frame: Frame, model: DeskCaseModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk.case;
  const title = t.title(view.t.desk.purposes[model.purpose] ?? model.purpose, model.organisation.name);
  const allowed = model.actions.filter((action) => action.allowed).toSorted((a, b) => Number(b.main) - Number(a.main));
  const refused = model.actions.filter((action) => !action.allowed);
  const body = html`<div class="width">${pageHead(html`${view.t.desk.purposes[model.purpose] ?? model.purpose}${view.t.colon}${spoken(model.organisation.name, view.language)}`, null, facts(view, model))}
${model.done !== undefined && html`<div class="done" role="status">${sign("clear")}<p>${doneWords(view, model.done)}</p></div>`}
${model.wrong !== undefined && wrongBox(view, model.wrong)}
${standing(view, model)}${model.consent !== undefined && consentLine(view, model.consent)}</div>
${onThisPage(view, [["can", t.links.can], ["path", t.links.path], ["record", t.links.record], refused.length > 0 ? ["cannot", t.links.cannot] : null])}
<div class="width"><div class="case-columns"><div>
${block("can", t.can, "", allowed.length === 0 ? absent(t.canNot, model.open ? t.canNotNote : "") : doable(view, model, allowed))}
${block("record", t.record, t.recordNote, html`${model.entries.length === 0 ? html`<p>${t.noRecord}</p>` : html`<ol class="entries">${model.entries.map((entry) => entryItem(view, model.matter, entry))}</ol>`}${model.told.length > 0 && html`<h3>${t.told}</h3>${toldLetters(view, model.told)}`}`)}
${refused.length > 0 && block("cannot", t.cannot, t.cannotNote, html`<ul class="reasons">${refused.map((action) => reason(view, action, model.viewer))}</ul>`)}
</div><div>${block("path", t.path, t.pathNote, casePath(view, model.path, model.open))}
${model.readings.length > 0 && html`<p class="fine">${t.readings} ${model.readings.map((id) => html`${lawLink(view, id)} `)}</p>`}</div></div></div>`;
  return page(view, { title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: `/desk/${model.viewer}` }, { words: `${t.matter} ${model.matter}` }], body });
}

function facts(view: View, model: DeskCaseModel): readonly (readonly [string, Html] | null)[] {
  const t = view.t.desk.case;
  return [
    [t.matter, html`<span class="code">${model.matter}</span>`],
    [t.of, lawLink(view, model.of)],
    [t.organisation, html`<a href="${pageAddress(view.frame, organisationPath(model.organisation.file))}">${spoken(model.organisation.name, view.language)}</a>`],
    model.office === undefined ? null : [t.office, named(model.office, view.language)],
    model.superior === undefined ? null : [t.superior, named(model.superior, view.language)],
    model.procedure === undefined || model.procedure === model.of ? null : [t.procedure, lawLink(view, model.procedure)],
    [t.opened, isoDay(model.openedOn)],
    model.recused.length === 0 ? null : [t.recused, html`${model.recused.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`],
  ];
}

function doneWords(view: View, { type, step }: NonNullable<DeskCaseModel["done"]>): string {
  const t = view.t.desk.case;
  return step === undefined ? (t.did[type] ?? t.did["StepTaken"] ?? type) : t.didStep(wordsOf(step, view.language));
}

/** Three answers in one view: where it stands, what comes next and by whom, until when. */
function standing(view: View, model: DeskCaseModel): Html {
  const t = view.t.desk.case;
  const { next } = model;
  return html`<dl class="stands"><div><dt>${t.stands}</dt><dd>${view.t.desk.states[model.state] ?? model.state}${model.stayedSince !== undefined && html` <span class="fine">${t.stayed(model.stayedSince)}</span>`}</dd></div>
<div><dt>${t.next}</dt><dd>${next === undefined ? t.nothing : html`${next.consent === true && html`${t.consent.to} `}${named(next.names, view.language)} <span class="fine">${next.by === model.viewer ? t.yours : t.whose[next.by]}</span>`}</dd></div>
${next !== undefined && html`<div${next.late && html` class="late"`}><dt>${t.until}</dt><dd>${next.lastDay === undefined ? html`<span class="nil">${t.noUntil}</span>` : next.late ? html`<span class="is-late">${sign("error")}${view.t.desk.late}</span> ${longDay(next.lastDay, view.language)}` : html`${longDay(next.lastDay, view.language)}${next.provisional === true && html` <span class="fine may-move">${view.t.desk.provisional}</span>`}`}</dd></div>`}</dl>
${model.due.length > 1 && html`<ul class="plain fine">${model.due.map((due) => html`<li>${named(due.names, view.language)} (${view.t.desk.by[due.by]})${view.t.colon}${dueWords(view, { lastDay: due.lastDay, provisional: due.provisional, passed: due.late })}</li>`)}</ul>`}`;
}

/** Why the deciding office cannot go on yet, or that it can: what the office above is asked for, or said. */
function consentLine(view: View, { step, state, since, mine, superior, reason }: NonNullable<DeskCaseModel["consent"]>): Html {
  const t = view.t.desk.case.consent;
  const [office, what] = [superior === undefined ? "" : wordsOf(superior, view.language), wordsOf(step, view.language)];
  const words = superior === undefined ? t.nobody(what) : mine ? t.mine[state](what) : t.other[state](office, what);
  return html`<div class="consent"><p>${sign(state === "given" ? "clear" : state === "refused" ? "error" : "open")} <b>${words}</b> <span class="fine">${t.since[state](since)}</span></p>
${reason !== undefined && html`<p class="said">${spoken(reason, view.language)}</p>`}${state === "refused" && html`<p class="fine">${t.refusedNote}</p>`}</div>`;
}

/** What is to be done next stands open; the rest is folded, unless something in it went wrong. */
function doable(view: View, model: DeskCaseModel, allowed: readonly DeskActionView[]): Html {
  return html`${allowed.map((action) => html`<details class="doable"${(action.main || action.wrong !== undefined) && html` open`}><summary>${actionWords(view, action, model.viewer)}</summary>${actionForm(view, model.matter, model.viewer, action, model.today)}</details>`)}`;
}

function entryItem(view: View, matter: string, entry: DeskEntryView): Html {
  const t = view.t.desk.case;
  return html`<li><h3>${entry.step === undefined ? (t.entries[entry.type] ?? entry.type) : named(entry.step, view.language)} <span class="fine">${isoDay(entry.on)}${view.t.comma}${view.t.desk.by[entry.by]}${entry.acting.length > 0 && html`${view.t.comma}${t.acting} ${entry.acting.map((names) => wordsOf(names, view.language)).join(view.t.comma)}`}</span></h3>
${entry.outcome !== undefined && html`<p><b>${view.t.desk.outcomes[entry.outcome] ?? entry.outcome}</b></p>`}${entry.text !== "" && html`<p class="said">${spoken(entry.text, view.language)}</p>`}
${entry.letter !== undefined && letterLine(view, matter, entry.letter)}
${entry.attachments.length > 0 && html`<p>${t.attachments}${view.t.colon}${entry.attachments.map((file, index) => html`${index > 0 && view.t.comma}<a href="/${view.language}/desk/attachments/${file.id}">${spoken(file.name, view.language)}</a> <span class="fine">${t.bytes(file.bytes)}</span>`)}</p>`}</li>`;
}

function letterLine(view: View, matter: string, letter: NonNullable<DeskEntryView["letter"]>): Html {
  const t = view.t.desk.case;
  const address = `/${view.language}/desk/cases/${matter}/letters/${letter.position}`;
  return html`<p>${t.letter}${view.t.colon}${letterFiles(view, address, letter)}</p>`;
}

function reason(view: View, action: DeskActionView, viewer: DeskCaseModel["viewer"]): Html {
  return html`<li><b>${actionWords(view, action, viewer)}</b>${action.why !== undefined && html`<span class="why">${whyNot(view, action.why)} <span class="fine">${citation(view, action.why.citation, action.why.articles)}</span></span>`}</li>`;
}
