// Batches: as a table, their counts, and the rows that wait with the form by which a person settles each.
import { pageAddress } from "../addresses.ts";
import { count, heard, isoDay, spoken } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { BatchRowView, CountsView, HeldRowView } from "../view-models-handin.ts";
import { fields } from "./desk-fields.ts";
import { joinReason } from "./on-file.ts";
import { table, under } from "./table.ts";
import { lawName, lawWords, type View } from "./view.ts";

/** Newest first, each leading to its page. */
export function batchTable(view: View, name: string, rows: readonly BatchRowView[]): Html {
  const t = view.t.handin;
  const c = t.batchColumns;
  const figure = (value: number): string => count(value, view.language);
  return table(name, [{ title: c.day }, { title: c.sheet, roomy: true }, { title: c.rows, number: true }, { title: c.records, number: true }, { title: c.duplicates, number: true }, { title: c.held, number: true }, { title: c.refused, number: true }, { title: c.state }], rows.map((row) => ({
    cells: [
      isoDay(row.day), html`<a class="name" href="${pageAddress(view.frame, `/desk/office/batches/${row.batch}`)}" aria-label="${t.openBatch(lawWords(view, row.template), row.day)}">${lawName(view, row.template)}</a>${row.asOf !== undefined && under(html`${t.done.asOf}${view.t.colon}${isoDay(row.asOf)}${row.inferred && html` (${t.done.inferred})`}`)}`,
      figure(row.counts.rows), figure(row.counts.records), figure(row.counts.duplicates), figure(row.counts.held), figure(row.counts.refused),
      row.withdrawn !== undefined ? t.withdrawnWord : row.waiting > 0 ? t.waitingWord(row.waiting) : t.inForce,
    ],
  })));
}

export function countsOf(view: View, counts: CountsView): Html {
  const words = view.t.handin.done.counts;
  return html`<dl class="tallies">${(["rows", "records", "duplicates", "held", "refused"] as const).map((name) => html`<div><dt>${words[name]}</dt><dd>${count(counts[name], view.language)}</dd></div>`)}</dl>`;
}

/** Each row with the organisations it may mean, the reasons, and the form that settles it. */
export function heldRows(view: View, rows: readonly HeldRowView[], typed?: { readonly row: string; readonly file: string; readonly reason: string }): Html {
  return joined(rows.map((row) => heldRow(view, row, typed !== undefined && typed.row === String(row.row) ? typed : { file: "", reason: "" })));
}

function heldRow(view: View, row: HeldRowView, typed: { readonly file: string; readonly reason: string }): Html {
  const t = view.t.handin;
  const id = `held-${row.row}`;
  const pick = (value: string, words: Html): Html => html`<label class="pick"><input type="radio" name="file" value="${value}" required${typed.file === value && html` checked`}><span>${words}</span></label>`;
  return html`<form class="held-row" method="post" action="/${view.language}/desk/office/batches/${row.batch}" aria-labelledby="${id}"><input type="hidden" name="action" value="settle"><input type="hidden" name="row" value="${String(row.row)}">
<h3 id="${id}">${t.row(row.row)}${view.t.colon}${row.names.map((name, index) => html`${index > 0 && html` / `}${spoken(name, view.language)}`)}</h3><p class="fine">${t.why[row.why] ?? heard(row.why, view.language)}</p>
<fieldset><legend>${t.candidates}</legend>${row.candidates.length === 0 && html`<p class="fine">${t.noCandidates}</p>`}${row.candidates.map((candidate) => pick(candidate.file, html`${spoken(candidate.name, view.language)} <span class="code">${candidate.file}</span>${candidate.reasons.length > 0 && under(html`${t.because}${view.t.colon}${joined(candidate.reasons.map((reason) => joinReason(view, reason)), html`${view.t.semicolon}`)}`)}`))}${pick("new", html`${t.newOne}`)}</fieldset>
${fields(view, id, [{ name: "reason", label: t.reason, kind: "line", required: true }], { reason: [typed.reason] })}
<p><button class="second" aria-label="${t.settleFor(row.row)}">${t.settle}</button></p></form>`;
}
