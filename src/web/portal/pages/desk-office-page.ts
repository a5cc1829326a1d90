// The office's desk: open cases with what is due first at the top, what has to go because an act fell, what the criteria suggest, releases that wait to be taken over.
import { organisationPath, pageAddress } from "../addresses.ts";
import { isoDay, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { dueWords } from "../parts/case-path.ts";
import { onThisPage, page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { table, under } from "../parts/table.ts";
import { toGoTable } from "../parts/to-go.ts";
import { lawLink, lawWords, viewOf, type View } from "../parts/view.ts";
import type { DeskCaseRow, DeskConsentRow, DeskMissedRow, DeskOfficeModel, DeskProposalRow } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";

export function deskOfficePage(frame: Frame, model: DeskOfficeModel): Html {
  const view = viewOf(frame);
  const t = view.t.desk.office;
  const { open, overdue } = model.releases;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1>
<p class="onward"><a class="button second" href="${pageAddress(frame, "/desk/office/hand-in")}">${view.t.handin.toHandIn}</a> <span class="fine">${view.t.handin.toHandInNote}</span></p>
<p class="onward"><a class="button second" href="${pageAddress(frame, "/desk/office/measures")}">${view.t.measures.toMeasures}</a> <span class="fine">${view.t.measures.toMeasuresNote}</span></p></div>
${onThisPage(view, [["cases", t.cases], model.consents.length === 0 ? null : ["consents", t.consents], model.toGo.length === 0 ? null : ["to-go", view.t.desk.toGo.title], ["proposals", t.proposals], model.missed.length === 0 ? null : ["missed", t.missed], ["releases", t.releases]])}
<div class="width">${block("cases", html`${t.cases} <span class="figure">${model.cases.length}</span>`, t.casesNote, model.cases.length === 0 ? absent(t.noCases, t.noCasesNote) : cases(view, model.cases))}
${model.consents.length > 0 && block("consents", html`${t.consents} <span class="figure">${model.consents.length}</span>`, t.consentsNote, consents(view, model.consents))}
${model.toGo.length > 0 && block("to-go", html`${view.t.desk.toGo.title} <span class="figure">${model.toGo.length}</span>`, view.t.desk.toGo.note, toGoTable(view, "to-go-h", model.toGo, "office"))}
${block("proposals", html`${t.proposals} <span class="figure">${model.proposals.length}</span>`, t.proposalsNote, model.proposals.length === 0 ? absent(t.noProposals, t.noProposalsNote) : proposals(view, model.proposals))}
${model.missed.length > 0 && block("missed", html`${t.missed} <span class="figure">${model.missed.length}</span>`, t.missedNote, missed(view, model.missed))}
${block("releases", html`${t.releases} <span class="figure">${open}</span>`, "", open === 0 ? absent(t.noReleases, "") : html`<p>${t.releasesNote(open, overdue)}</p><p class="onward"><a class="button second" href="${pageAddress(frame, "/desk/office/releases")}">${t.toReleases}</a></p>`)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room }], body });
}

function cases(view: View, rows: readonly DeskCaseRow[]): Html {
  const t = view.t.desk.office;
  const listed = caseTable(view, rows);
  if (!rows.some(({ decidable }) => decidable)) return listed;
  return html`<form method="get" action="/${view.language}/desk/decide">${listed}<p class="fine">${t.decideNote}</p><button class="second">${t.decide}</button></form>`;
}

function caseTable(view: View, rows: readonly DeskCaseRow[]): Html {
  const t = view.t.desk.office;
  const c = t.columns;
  return table("cases-h", [{ title: c.due, wide: true }, { title: c.organisation, plain: true, roomy: true }, { title: c.about, roomy: true }, { title: c.state }, { title: c.opened }, { title: c.pick }], rows.map((row) => ({
    cells: [
      row.due === undefined ? html`<span class="nil">${t.noDue}</span>` : html`${dueWords(view, { lastDay: row.due.lastDay, provisional: row.due.provisional, passed: row.due.late })}${under(html`${named(row.due.names, view.language)} (${view.t.desk.by[row.due.by]})`)}`,
      html`<a class="name" href="${pageAddress(view.frame, `/desk/cases/${row.matter}`)}">${spoken(row.organisation.name, view.language)}</a>`,
      html`${view.t.desk.purposes[row.purpose] ?? row.purpose}${under(lawWords(view, row.of))}`,
      html`${view.t.desk.states[row.state] ?? row.state}`, isoDay(row.openedOn),
      row.decidable ? html`<label class="tick"><input type="checkbox" name="matter" value="${row.matter}" aria-label="${t.pick(row.organisation.name)}"></label>` : null,
    ],
  })));
}

/** Cases of offices below that wait for this office: who, about what, what is proposed, to which step, since when. */
function consents(view: View, rows: readonly DeskConsentRow[]): Html {
  const c = view.t.desk.office.consentColumns;
  return table("consents-h", [{ title: c.since }, { title: c.organisation, plain: true, roomy: true }, { title: c.about, roomy: true }, { title: c.outcome }, { title: c.step, roomy: true }, { title: c.office, roomy: true }], rows.map((row) => ({
    cells: [
      isoDay(row.since), html`<a class="name" href="${pageAddress(view.frame, `/desk/cases/${row.matter}`)}">${spoken(row.organisation.name, view.language)}</a>`,
      html`${view.t.desk.purposes[row.purpose] ?? row.purpose}${under(lawWords(view, row.of))}`, row.outcome === undefined ? html`<span class="nil">${view.t.desk.office.noOutcome}</span>` : html`${view.t.desk.outcomes[row.outcome] ?? row.outcome}`,
      named(row.step, view.language), named(row.office, view.language),
    ],
  })));
}

/** Each with the one step there is to take: to put on file that the report is missing. */
function missed(view: View, rows: readonly DeskMissedRow[]): Html {
  const t = view.t.desk.office;
  const c = t.missedColumns;
  return table("missed-h", [{ title: c.organisation, plain: true, roomy: true }, { title: c.year }, { title: c.lastDay }, { title: c.duty, roomy: true }, { title: t.find, plain: true }], rows.map((row) => ({
    cells: [
      html`<a class="name" href="${pageAddress(view.frame, organisationPath(row.organisation.file))}">${spoken(row.organisation.name, view.language)}</a>`, html`${row.year}`, isoDay(row.lastDay), lawLink(view, row.procedure),
      html`<form method="post" action="/${view.language}/desk/office/missed"><input type="hidden" name="organisation" value="${row.organisation.file}"><input type="hidden" name="procedure" value="${row.procedure}"><input type="hidden" name="year" value="${String(row.year)}"><input type="hidden" name="statement" value="${t.findStatement(row.year, row.lastDay)}"><button class="second" aria-label="${t.findFor(row.organisation.name)}">${t.find}</button></form>`,
    ],
  })));
}

function proposals(view: View, rows: readonly DeskProposalRow[]): Html {
  const t = view.t.desk.office;
  const c = t.proposalColumns;
  return table("proposals-h", [{ title: c.organisation, plain: true, roomy: true }, { title: c.list, roomy: true }, { title: c.met, roomy: true }, { title: c.records }, { title: c.since }, { title: t.propose, plain: true }], rows.map((row) => ({
    cells: [
      html`<a class="name" href="${pageAddress(view.frame, organisationPath(row.organisation.file))}">${spoken(row.organisation.name, view.language)}</a>`, lawLink(view, row.list),
      row.met.map((names) => wordsOf(names, view.language)).join(view.t.semicolon), t.records(row.records), isoDay(row.since),
      html`<a href="${pageAddress(view.frame, "/desk/propose", { organisation: row.organisation.file, list: row.list })}" aria-label="${t.proposeFor(row.organisation.name, lawWords(view, row.list))}">${t.propose}</a>`,
    ],
  })));
}
