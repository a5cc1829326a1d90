// What has to go because an act fell: a table for the desks of the office that ends it and of the organisation it lies with.
import { organisationPath, pageAddress } from "../addresses.ts";
import { isoDay, named, spoken } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { ToGoRow } from "../view-models-desk.ts";
import { dueWords } from "./case-path.ts";
import { table, under } from "./table.ts";
import { lawLink, lawWords, type View } from "./view.ts";

/** `name` is the id of the heading; only an office is shown whose it is, and the step that ends it. */
export function toGoTable(view: View, name: string, rows: readonly ToGoRow[], viewer: "office" | "organisation"): Html {
  const t = view.t.desk.toGo;
  const c = t.columns;
  const columns = [{ title: c.due, wide: true }, { title: c.organisation, plain: true, roomy: true }, { title: c.thing, roomy: true }, { title: c.because, roomy: true }, { title: c.law, roomy: true }, { title: c.end }];
  return table(name, columns, rows.map((row) => ({
    cells: [
      row.due === undefined ? html`<span class="nil">${t.notStated}</span>` : html`${dueWords(view, row.due)}${row.step !== undefined && under(named(row.step, view.language))}`,
      viewer === "organisation" ? null : html`<a class="name" href="${pageAddress(view.frame, organisationPath(row.organisation.file))}">${spoken(row.organisation.name, view.language)}</a>`,
      html`${t.kinds[row.kind]}${under(lawLink(view, row.of))}`,
      html`${lawLink(view, row.fallen.type)}${under(html`${t.fell} ${isoDay(row.fallen.on)}${view.t.comma}<code>${row.fallen.record}</code>`)}`,
      law(view, row), end(view, row, viewer),
    ],
  })));
}

function law(view: View, { procedure, readings }: ToGoRow): Html {
  const t = view.t.desk.toGo;
  if (procedure === undefined) return html`<span class="nil">${t.noLaw}</span>`;
  return html`${lawLink(view, procedure)}${readings.length > 0 && under(html`${t.readings}${view.t.colon}${joined(readings.map((id) => lawLink(view, id)), html`${view.t.comma}`)}`)}`;
}

/** The case it ends in; of a record without one, the step that opens it. */
function end(view: View, row: ToGoRow, viewer: "office" | "organisation"): Html | null {
  const t = view.t.desk.toGo;
  if (row.matter !== undefined) return html`<a href="${pageAddress(view.frame, `/desk/cases/${row.matter}`)}" aria-label="${t.toCaseOf(row.organisation.name, lawWords(view, row.of))}">${t.toCase}</a>`;
  if (viewer === "organisation" || row.kind !== "record" || row.procedure === undefined) return null;
  return html`<form method="post" action="/${view.language}/desk/office/to-go"><input type="hidden" name="record" value="${row.thing}"><input type="hidden" name="statement" value="${t.statement(row.fallen.record, row.fallen.on)}"><button class="second" aria-label="${t.openFor(row.organisation.name)}">${t.open}</button></form>`;
}
