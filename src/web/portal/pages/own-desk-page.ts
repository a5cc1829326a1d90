// The organisation's own desk: what is due, what it can do with the earliest way out first, why the rest is closed, and everything on file.
import { organisationPath, pageAddress } from "../addresses.ts";
import { exitDay, isoDay, named, spoken, valueText } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { endCell } from "../parts/ends.ts";
import { toldLetterTable } from "../parts/letters.ts";
import { absent, block } from "../parts/notices.ts";
import { joinReason } from "../parts/on-file.ts";
import { askAddress, askLink, askLinks, caseAddress, marks, whyNot } from "../parts/own-things.ts";
import { badge } from "../parts/signs.ts";
import { table, under, type TableRow } from "../parts/table.ts";
import { toGoTable } from "../parts/to-go.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { OwnCase, OwnDeskModel, OwnDue, OwnGroup, OwnRecord } from "../view-models-own.ts";

export function ownDeskPage(frame: Frame, model: OwnDeskModel): Html {
  const view = viewOf(frame);
  const t = view.t.own.desk;
  const body = html`<div class="width">${pageHead(html`${t.head}`, null, [[view.t.frame.organisation, html`<a href="${pageAddress(frame, organisationPath(model.file))}">${spoken(model.name, view.language)}</a>`], [view.t.organisation.file, html`<span class="code">${model.file}</span>`]])}<p class="lead">${t.lead}</p><p><a href="/${view.language}/desk/organisation/plan">${view.t.plan.ownLink}</a></p></div>
${onThisPage(view, [["due", t.links.due], ["can", t.links.can], ["file", t.links.file], model.letters.length === 0 ? null : ["letters", t.letters], model.closed.length === 0 ? null : ["closed", t.links.closed]])}
<div class="width">
${block("due", t.due, html`${t.dueNote}${view.t.comma}<a href="/${view.language}/desk/deadlines.ics">${t.calendar}</a>`, html`${model.due.length === 0 ? absent(t.noDue, t.noDueNote) : dueTable(view, model.due)}${toGo(view, model)}<h3 id="open-h">${t.open}${view.t.space}<span class="figure">${model.cases.length}</span></h3>${model.cases.length === 0 ? html`<p class="fine">${t.noOpen}</p>` : caseTable(view, "open-h", model.cases)}`)}
${block("can", t.can, t.canNote, html`${model.can.length === 0 ? absent(t.noCan, t.noCanNote) : canTable(view, model.can)}${cannot(view, model)}`)}
${block("file", t.file, t.fileNote, html`${listings(view, model)}${records(view, model.records)}${joins(view, model)}${related(view, model)}`)}
${model.letters.length > 0 && block("letters", t.letters, t.lettersNote, toldLetterTable(view, "letters-h", model.letters))}
${model.closed.length > 0 && block("closed", t.closed, "", caseTable(view, "closed-h", model.closed))}
</div>`;
  return page(view, { title: t.title(model.name), room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room }], body });
}

/** What an office has to take back, so that the organisation can hold it to its day. */
function toGo(view: View, { toGo: rows }: OwnDeskModel): Html | null {
  const t = view.t.desk.toGo;
  if (rows.length === 0) return null;
  return html`<h3 id="to-go-h">${t.title}${view.t.space}<span class="figure">${rows.length}</span></h3><p class="fine">${t.ownNote}</p>${toGoTable(view, "to-go-h", rows, "organisation")}`;
}

function dueTable(view: View, all: readonly OwnDue[]): Html {
  const t = view.t.own.desk;
  const columns = [{ title: t.columns.lastDay }, { title: t.columns.step, plain: true }, { title: t.columns.by }, { title: t.columns.case }];
  return table("due-h", columns, all.map((due): TableRow => ({
    cells: [
      lastDay(view, due), html`<span class="entry">${named(due.step, view.language)}</span>${due.year !== undefined && html` ${t.yearly(due.year)}`}${under(lawLink(view, due.procedure))}`, t.by[due.by],
      due.matter !== undefined ? html`<a href="${caseAddress(view, due.matter)}"><code>${due.matter}</code></a>` : due.ask === undefined ? null : askLink(view, due.ask),
    ],
  })));
}

/** Late by shape and word, not by colour alone. */
function lastDay(view: View, due: Pick<OwnDue, "lastDay" | "provisional" | "passed">): Html {
  return html`<span class="unbroken">${exitDay({ day: due.lastDay, provisional: due.provisional }, view.t.states.provisional)}${due.passed && html` ${badge(view, "bound", view.t.own.desk.passed)}`}</span>`;
}

function caseTable(view: View, name: string, all: readonly OwnCase[]): Html {
  const t = view.t.own;
  const { columns } = t.desk;
  return table(name, [{ title: columns.purpose, plain: true }, { title: columns.state }, { title: columns.opened }, { title: columns.next }, { title: columns.asks }], all.map((each) => ({
    cells: [
      html`<a class="entry" href="${caseAddress(view, each.matter)}">${t.cases[each.purpose] ?? each.purpose}</a>${under(each.list !== null ? lawLink(view, each.list) : each.procedure !== null && lawLink(view, each.procedure))}`,
      t.states[each.state] ?? each.state, isoDay(each.openedOn), each.next === undefined ? null : html`${lastDay(view, each.next)}${under(html`${named(each.next.step, view.language)}${view.t.comma}${t.desk.by[each.next.by]}`)}`, each.appeal === undefined ? null : askLink(view, each.appeal),
    ],
  })));
}

function canTable(view: View, groups: readonly OwnGroup[]): Html {
  const t = view.t.own;
  const { columns } = t.desk;
  return table("can-h", [{ title: columns.when }, { title: columns.what, plain: true }, { title: columns.about }, { title: columns.asks }], groups.map((group) => ({
    cells: [
      group.opens === undefined ? html`<b>${t.desk.now}</b>` : html`${t.desk.from}${view.t.space}${isoDay(group.opens)}`, html`<span class="entry">${t.purposes[group.purpose]}</span>`,
      html`${group.of !== null ? lawLink(view, group.of) : group.procedure !== null && lawLink(view, group.procedure)}${group.count > 1 && under(t.desk.things(group.count))}`,
      group.ask !== undefined ? html`<a href="${askAddress(view, group.ask)}">${t.desk.toForm}<span class="unseen">${view.t.colon}${t.purposes[group.purpose]}</span></a>` : html`<a href="#${group.section === "closed" ? "closed" : `${group.section}-h`}">${t.desk.toList}</a>`,
    ],
  })));
}

function cannot(view: View, { cannot: all }: OwnDeskModel): Html | null {
  const t = view.t.own;
  if (all.length === 0) return null;
  return html`<details><summary>${t.desk.cannot}${view.t.space}<span class="figure">${all.length}</span></summary><ul class="cannot">${all.map(({ purpose, of, count, why }) => html`<li><b>${t.purposes[purpose]}</b> <span class="fine">${t.desk.things(count)}</span>${of.length > 0 && html`<p class="fine">${joined(of.map((id) => lawLink(view, id)), html`${view.t.comma}`)}</p>`}${whyNot(view, why)}</li>`)}</ul></details>`;
}

function listings(view: View, { listings: all }: OwnDeskModel): Html {
  const t = view.t.own.desk;
  const columns = [{ title: t.columns.list, plain: true, roomy: true }, { title: t.columns.from }, { title: t.columns.until }, { title: t.columns.marks }, { title: t.columns.asks }];
  return html`<h3 id="listings-h">${t.listings}${view.t.space}<span class="figure">${all.length}</span></h3>${all.length === 0 ? html`<p class="fine">${t.noListings}</p>` : table("listings-h", columns, all.map(({ row, marks: own, matter, asks }) => ({
    cells: [html`${lawLink(view, row.list)}${row.grounds !== undefined && under(spoken(row.grounds, view.language))}`, row.from === undefined ? null : isoDay(row.from), endCell(view, row.end), row.holds === "entailed" ? html`${view.t.lists.entailed}` : marks(view, own, matter), askLinks(view, asks)],
  })))}`;
}

function records(view: View, all: readonly OwnRecord[]): Html {
  const t = view.t.own.desk;
  if (all.length === 0) return html`<h3 id="records-h">${t.columns.records}${view.t.space}<span class="figure">0</span></h3><p class="fine">${t.noRecords}</p>`;
  const columns = [{ title: t.columns.on }, { title: t.columns.value, plain: true }, { title: t.columns.marks }, { title: t.columns.asks }];
  return html`<h3 id="records-h">${t.columns.records}${view.t.space}<span class="figure">${all.length}</span></h3>${[...Map.groupBy(all, ({ row }) => row.type)].map(([type, own], index) => html`<h4 id="records-${index}-h">${lawLink(view, type)}${view.t.space}<span class="figure">${own.length}</span></h4>${table(`records-${index}-h`, columns, own.map(({ row, marks: marked, matter, asks }) => ({
    cells: [row.on === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : isoDay(row.on), html`<dl class="pairs">${row.fields.map((field) => html`<div><dt>${named(field.names, view.language)}</dt><dd>${valueText(field.value, view.language)}</dd></div>`)}</dl>`, marks(view, marked, matter), askLinks(view, asks)],
  })))}`)}`;
}

function joins(view: View, { joins: all }: OwnDeskModel): Html | null {
  const t = view.t.own.desk;
  if (all.length === 0) return null;
  const columns = [{ title: t.columns.files, plain: true }, { title: t.columns.judged }, { title: t.columns.marks }, { title: t.columns.asks }];
  return html`<h3 id="joins-h">${t.joins}${view.t.space}<span class="figure">${all.length}</span></h3><p class="fine">${t.joinsNote}</p>${table("joins-h", columns, all.map((join) => ({
    cells: [joined(join.files.map((file) => html`<span class="code">${file}</span>`), html` = `), html`${view.t.onFile.judgedBy[join.judgedBy] ?? join.judgedBy}${join.reasons.length > 0 && under(joined(join.reasons.map((reason) => joinReason(view, reason)), html`${view.t.semicolon}`))}`, join.marks.length === 0 ? null : marks(view, join.marks, join.matter), askLinks(view, join.asks)],
  })))}`;
}

function related(view: View, { related: all }: OwnDeskModel): Html | null {
  if (all.length === 0) return null;
  return html`<h3>${view.t.own.desk.related}${view.t.space}<span class="figure">${all.length}</span></h3><ul class="plain">${all.map(({ file, name, relation }) => html`<li>${view.t.onFile.relations[relation]}${view.t.colon}<a href="${pageAddress(view.frame, organisationPath(file))}">${spoken(name, view.language)}</a></li>`)}</ul>`;
}
