// A whole list of suppliers: the form that takes it, and what came of it, row by row in the order handed in. The result is itself a form: it
// carries the rows on, so that a held row can be settled, the act changed and the answer taken along without anything being kept here.
import { allClocks, movedClocks, organisationPath, pageAddress } from "../addresses.ts";
import { codeText, count, longDay, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { actOptions } from "../parts/ask.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { earliestCell } from "../parts/exits.ts";
import { absent } from "../parts/notices.ts";
import { badge, sign, stateMark } from "../parts/signs.ts";
import { table, under, type TableRow } from "../parts/table.ts";
import { viewOf, type View } from "../parts/view.ts";
import { quoted } from "../shell.ts";
import type { Frame } from "../view-models.ts";
import { SUPPLIER_SHOWN, type CandidateInRow, type OrganisationInRow, type SupplierHow, type SupplierRowView, type SuppliersModel, type SuppliersResult } from "../view-models-suppliers.ts";

const STATES = ["bound", "undetermined", "may", "favoured", "clear"] as const;
const KINDS = ["matched", "held", "absent", "refused"] as const;

export function suppliersPage(frame: Frame, model: SuppliersModel, most: number): Html {
  const view = viewOf(frame);
  const t = view.t.suppliers;
  const title = model.result === undefined ? t.title : t.result(count(model.result.total, view.language));
  const body = html`<div class="width"><h1 class="found">${title}</h1>
${model.result === undefined && html`<p class="lead">${t.lead}</p><p class="fine">${t.nothingKept}${view.t.space}${view.t.frame.onlyOrganisations}</p>`}
${clockBarIfMoved(view)}
${model.wrong !== undefined && html`<div class="wrong" role="alert">${sign("error")}<div><p><b>${t.wrong[model.wrong.kind]}</b></p>${model.wrong.codes.map((code) => html`<p>${t.findings[code] ?? ""}${view.t.space}<code>${code}</code></p>`)}</div></div>`}
${model.result === undefined ? handIn(view, model, most) : result(view, model, model.result)}</div>`;
  const act = model.act === undefined ? "" : ` --act ${quoted(model.place === undefined ? model.act : `${model.act}@${model.place}`)}`;
  return page(view, { title, room: "search", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.short, ...(model.result === undefined ? {} : { path: "/suppliers" }) }, ...(model.result === undefined ? [] : [{ words: view.t.search.results }])], body, command: `./probity suppliers suppliers.xlsx${act} --json`, citation: title });
}

function handIn(view: View, model: SuppliersModel, most: number): Html {
  const t = view.t.suppliers;
  const clocks = view.frame.clocks === undefined ? {} : movedClocks(view.frame.clocks);
  return html`<form class="asking suppliers" method="post" enctype="multipart/form-data" action="/${view.language}/suppliers">${Object.entries(clocks).map(([name, value]) => hidden(name, value))}
<div class="field"><label for="file">${t.file}</label><p class="fine" id="file-hint">${t.fileNote(count(most, view.language))}</p><input id="file" type="file" name="file" accept=".xlsx,.csv,.txt,.json" aria-describedby="file-hint"></div>
<div class="field"><label for="lines">${t.or}${view.t.space}${t.lines}</label><p class="fine" id="lines-hint">${t.linesNote}</p><textarea id="lines" name="lines" rows="6" placeholder="${t.linesExample}" aria-describedby="lines-hint">
${model.typed ?? ""}</textarea></div>
<div class="field">${actField(view, model)}</div>
<p><button>${t.send}</button></p></form>`;
}

function actField(view: View, { acts, act }: SuppliersModel): Html {
  return html`<label for="act">${view.t.suppliers.act}</label><select id="act" name="act"><option value="">${view.t.suppliers.anyAct}</option>${actOptions(acts, act, view.language)}</select>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function result(view: View, model: SuppliersModel, of: SuppliersResult): Html {
  const { t: all, language, frame } = view;
  const t = all.suppliers;
  const clocks = allClocks(frame);
  return html`<p class="fine">${of.asked === undefined ? t.overAll : html`${t.forAct}${all.colon}${wordsOf(of.asked.names, language)}`}${all.stop}${all.space}${frame.clocks !== undefined && html`${all.search.stateOn(longDay(frame.clocks.on, language))}${all.stop}${all.space}`}${t.nothingKept}</p>
${counts(view, of)}
<form class="supplier-rows" method="post" enctype="multipart/form-data" action="/${language}/suppliers#rows">${Object.entries(clocks).map(([name, value]) => value !== undefined && hidden(name, value))}${hidden("carried", of.carried)}${of.kept.map(({ row, file }) => hidden(`choose-${row}`, file))}
<div class="supplier-ask"><div class="field">${actField(view, model)}</div>${model.places.length > 0 && html`<div class="field short"><label for="where">${t.place}</label><select id="where" name="where"><option value="">${all.ask.anyPlace}</option>${model.places.map((place) => html`<option value="${place.value}"${place.value === model.place && html` selected`}>${wordsOf(place.names, language)}</option>`)}</select></div>`}
<div class="field short"><label for="show">${t.show}</label><select id="show" name="show">${SUPPLIER_SHOWN.map((shown) => html`<option value="${shown}"${shown === of.shown && html` selected`}>${t.shown[shown]}</option>`)}</select></div>
<button>${t.again}</button></div>
<section aria-labelledby="rows"><div class="bar"><h2 id="rows">${t.rows}</h2><p class="fine">${t.showing(count(of.rows.length, language), count(of.total, language))}</p></div>
${of.rows.length === 0 ? absent(t.none, t.noneNote) : rows(view, of)}</section>
<p class="take-along"><span>${t.download}${all.colon}</span> <button class="second" name="give" value="csv">${t.csv}</button> <button class="second" name="give" value="xlsx">${t.xlsx}</button> ${model.act === undefined ? html`<span class="fine">${t.receiptNote}</span>` : html`<button class="second" name="give" value="receipt">${t.receipt}</button>`}</p>
${of.counts.matched > 0 && html`<section class="keep-watching" aria-labelledby="keep"><h2 id="keep">${t.watch.keep}</h2><p class="fine" id="keep-note">${t.watch.keepNote(count(of.counts.matched, language))}</p><div class="supplier-ask"><div class="field"><label for="label">${t.watch.label}</label><input id="label" name="label" maxlength="80" aria-describedby="keep-note"></div><button formaction="/${language}/watch">${t.watch.make}</button></div></section>`}
</form><p class="onward"><a href="${pageAddress(frame, "/suppliers")}">${t.another}</a></p>`;
}

function counts(view: View, { counts: of, states }: SuppliersResult): Html {
  const t = view.t.suppliers;
  return html`<div class="pair supplier-counts"><dl class="counts">${KINDS.map((kind) => html`<div><dt>${t.counts[kind]} <span class="fine">${t.countNotes[kind]}</span></dt><dd>${count(of[kind], view.language)}</dd></div>`)}</dl>
<dl class="counts" aria-label="${t.bySign}">${STATES.map((state) => html`<div><dt>${stateMark(view, state)}</dt><dd>${count(states[state], view.language)}</dd></div>`)}</dl></div>`;
}

function rows(view: View, of: SuppliersResult): Html {
  const c = view.t.suppliers.columns;
  return table("rows", [{ title: c.row, number: true }, { title: c.asked, roomy: true }, { title: c.organisation, plain: true, roomy: true }, { title: c.state, plain: true, wide: true }, { title: c.earliest }], of.rows.map((row) => rowOf(view, row, of)));
}

function rowOf(view: View, row: SupplierRowView, of: SuppliersResult): TableRow {
  const t = view.t.suppliers;
  const id = `row-${row.row}`;
  switch (row.kind) {
    case "matched":
      return { id, cells: [row.row, handedIn(view, row), html`${organisation(view, row.organisation, of)}${under(html`${how(view, row.how)}${row.otherName && row.how.by !== "score" && html`${view.t.semicolon}${t.otherName}`}`)}${row.candidates.length > 0 && choices(view, row.row, row.candidates, of)}`, row.state === undefined ? html`<span class="nil">${t.notThen}</span>` : html`${badge(view, row.state)}${row.acts !== undefined && html` <span class="fine">${t.inActs(row.acts)}</span>`}`, earliestCell(view, row.state, row.earliest)] };
    case "held":
      return { id, unknown: true, cells: [row.row, handedIn(view, row), html`<p class="fine">${t.heldWhy[row.why]}</p>${choices(view, row.row, row.candidates, of)}`, badge(view, "provisional", t.held), null] };
    case "absent":
      return { id, unknown: true, cells: [row.row, handedIn(view, row), html`<b>${t.absent}</b>${under(html`${t.absentNote}${view.t.space}<a href="${pageAddress(view.frame, "/search", { q: row.name ?? row.code ?? "" })}">${t.search}</a>`)}`, null, null] };
    case "refused":
      return { id, cells: [row.row, null, html`<b>${t.refusedMark}</b>${under(t.refused[row.why])}`, null, null] };
  }
}

function handedIn(view: View, { name, code }: { readonly name?: string; readonly code?: string }): Html {
  return html`${name !== undefined && html`<bdi>${spoken(name, view.language)}</bdi>`}${code !== undefined && (name === undefined ? codeText(code) : under(codeText(code)))}`;
}

function organisation(view: View, { file, name, code }: OrganisationInRow, { asked }: SuppliersResult): Html {
  return html`<a class="name" href="${pageAddress(view.frame, organisationPath(file), { act: asked?.value })}"><bdi>${spoken(name, view.language)}</bdi></a>${under(code === undefined ? html`<span class="code">${file}</span>` : codeText(code.value))}`;
}

function how(view: View, { by, score, parts = [] }: SupplierHow): Html {
  const t = view.t.suppliers;
  const words = parts.map((each) => `${t.part[each.part] ?? each.part} ${each.score > 0 ? "+" : "−"}${Math.abs(each.score)}`).join(view.t.comma);
  return html`${t.how[by]}${score !== undefined && html`${view.t.semicolon}${t.score(count(score, view.language), words)}`}`;
}

/** One of them, or none: whoever reads decides. */
function choices(view: View, row: number, candidates: readonly CandidateInRow[], of: SuppliersResult): Html {
  const t = view.t.suppliers;
  const name = `choose-${row}`;
  return html`<ul class="candidates">${candidates.map(({ organisation: one, how: found, chosen }) => html`<li><input type="radio" name="${name}" value="${one.file}" aria-label="${t.choose(one.name)}"${chosen && html` checked`}><div>${organisation(view, one, of)}${under(how(view, found))}</div></li>`)}<li><label><input type="radio" name="${name}" value=""${candidates.every(({ chosen }) => !chosen) && html` checked`}><span class="fine">${t.notChosen}</span></label></li></ul>`;
}
