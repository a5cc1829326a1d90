// Handing in: the form for a file, what is on its way, the sheets of the office to download, the batches it has handed in.
import { pageAddress } from "../addresses.ts";
import { isolated, named } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { batchTable } from "../parts/batches.ts";
import { onThisPage, page } from "../parts/document.ts";
import { fields } from "../parts/desk-fields.ts";
import { absent, block } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawName, lawWords, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { Frame } from "../view-models.ts";
import type { HandInModel, SheetView, SubmissionRowView } from "../view-models-handin.ts";

export function deskHandInPage(frame: Frame, model: HandInModel): Html {
  const view = viewOf(frame);
  const t = view.t.handin;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.cancelled && html`<div class="done" role="status">${sign("clear")}<p>${t.cancelled}</p></div>`}
${model.wrong !== undefined && wrongBox(view, model.wrong)}</div>
${onThisPage(view, [["form", t.form], model.recent.length === 0 ? null : ["recent", t.recent], ["sheets", t.sheets], ["batches", t.batches]])}
<div class="width">${block("form", t.form, "", model.sheets.length === 0 ? absent(t.noSheets, t.noSheetsNote) : form(view, model))}
${model.recent.length > 0 && block("recent", t.recent, t.recentNote(model.keptMinutes), recent(view, model.recent))}
${model.sheets.length > 0 && block("sheets", html`${t.sheets} <span class="figure">${model.sheets.length}</span>`, t.sheetsNote, sheets(view, model.sheets))}
${block("batches", t.batches, model.batches.length === 0 ? "" : t.batchesNote, model.batches.length === 0 ? absent(t.noBatches, t.noBatchesNote) : html`${batchTable(view, "batches-h", model.batches)}${model.older > 0 && html`<p class="fine">${t.older(model.older)}</p>`}`)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/office" }, { words: t.title }], body });
}

function form(view: View, { sheets: all, typed, megabytesMax }: HandInModel): Html {
  const t = view.t.handin;
  const groups = (["record", "list", "organisation"] as const).map((kind) => [kind, all.filter((sheet) => sheet.kind === kind)] as const).filter(([, own]) => own.length > 0);
  const required = html` <span class="fine">${view.t.desk.form.required}</span>`;
  return html`<form class="asking" method="post" enctype="multipart/form-data" action="/${view.language}/desk/office/hand-in">
<div class="field"><label for="template">${t.sheet}${required}</label><select id="template" name="template" required><option value="">${t.chooseSheet}</option>${groups.map(([kind, own]) => html`<optgroup label="${t.kinds[kind]}">${own.map((sheet) => html`<option value="${sheet.id}"${sheet.id === typed.template && html` selected`}>${lawWords(view, sheet.id)}</option>`)}</optgroup>`)}</select></div>
<div class="field"><label for="file">${t.file}${required}</label><p class="fine" id="file-hint">${t.fileNote(megabytesMax)}</p><input id="file" type="file" name="file" required accept=".xlsx,.csv,.json" aria-describedby="file-hint"></div>
${fields(view, "hand-in", [{ name: "asOf", label: t.asOf, kind: "day", hint: t.asOfNote }], { asOf: [typed.asOf] })}
<div class="field"><label class="tick"><input type="checkbox" name="strict" value="yes" aria-describedby="strict-hint"${typed.strict && html` checked`}><span>${t.strict}</span></label><p class="fine" id="strict-hint">${t.strictNote}</p></div>
<p><button>${t.send}</button></p></form>`;
}

function recent(view: View, rows: readonly SubmissionRowView[]): Html {
  const t = view.t.handin;
  const c = t.recentColumns;
  return table("recent-h", [{ title: c.file, plain: true, roomy: true }, { title: c.sheet, roomy: true }, { title: c.state }], rows.map((row) => ({
    cells: [html`<a class="name" href="${pageAddress(view.frame, `/desk/office/hand-in/${row.id}`)}">${isolated(row.name)}</a>`, lawName(view, row.template), t.states[row.state]],
  })));
}

function sheets(view: View, rows: readonly SheetView[]): Html {
  const t = view.t.handin;
  const c = t.sheetColumns;
  const address = (id: string, form: string): string => pageAddress(view.frame, `/desk/office/sheets/${id}.${form}`);
  return table("sheets-h", [{ title: c.sheet, plain: true, roomy: true }, { title: c.about, roomy: true }, { title: c.required, roomy: true }, { title: c.columns, number: true }, { title: c.download, plain: true }], rows.map((row) => ({
    cells: [
      html`${lawName(view, row.id)}${row.complete && under(t.complete)}${!row.inForce && under(t.notInForce)}`, row.about === undefined ? t.kinds[row.kind] : lawLink(view, row.about),
      row.required.length === 0 ? null : joined(row.required.map((names) => named(names, view.language)), html`${view.t.comma}`), String(row.columns),
      html`<span class="downloads"><a href="${address(row.id, "xlsx")}" download aria-label="${t.workbook(lawWords(view, row.id))}">XLSX</a><a href="${address(row.id, "csv")}" download aria-label="${t.csv(lawWords(view, row.id))}">CSV</a></span>`,
    ],
  })));
}
