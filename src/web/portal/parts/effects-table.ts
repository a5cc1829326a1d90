// Effects table: everything that applies, in the order bound, may be, undetermined, favoured, released.
import { organisationPath, pageAddress } from "../addresses.ts";
import { exitDay, isoDay, named, told } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import type { EffectRow } from "../view-models.ts";
import { amountUnder } from "./amount.ts";
import { clauseLink } from "./basis.ts";
import { endCell } from "./ends.ts";
import { badge, stateMark } from "./signs.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, type View } from "./view.ts";

const ORDER = { bound: 0, may: 1, undetermined: 2, favoured: 3, released: 4 } as const satisfies Record<EffectRow["state"], number>;

export function effectsTable(view: View, name: string, file: string, rows: readonly EffectRow[]): Html {
  const c = view.t.effectsTable;
  const sorted = [...rows].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const columns = [{ title: c.verdict, plain: true }, { title: c.act, roomy: true }, { title: c.effect }, { title: c.authority }, { title: c.force }, { title: c.from }, { title: c.freeOn }, { title: c.earliest }, { title: c.law }];
  return table(name, columns, sorted.map((row) => ({ unknown: row.state === "undetermined", cells: cells(view, file, row) })));
}

function cells(view: View, file: string, row: EffectRow): readonly Insert[] {
  const { t, language } = view;
  const reaches = (row.reaches ?? []).filter((reach) => reach !== "organisation");
  return [
    badge(view, row.state),
    html`<a href="${pageAddress(view.frame, organisationPath(file), { act: row.act.value })}">${named(row.act.names, language)}</a>`,
    html`${row.effects.map((effect) => t.effects[effect]).join(t.or)}${amountUnder(view, row.amount, row.effects)}${reaches.length > 0 && under(t.reaches.also(reaches.map((reach) => t.reaches[reach]).join(t.comma)))}`,
    lawName(view, row.authority),
    html`${row.state === "may" ? t.effectsTable.undecided(t.force[row.force]) : t.force[row.force]}${row.note !== undefined && under(told(row.note, language))}`,
    row.from === undefined ? null : isoDay(row.from),
    freeOn(view, row),
    row.earliest === undefined ? null : exitDay(row.earliest, t.states.provisional),
    row.memorandum === undefined ? clauseLink(view, row.measure, undefined) : html`${clauseLink(view, row.measure, row.clause)}${under(lawLink(view, row.memorandum))}`,
  ];
}

function freeOn(view: View, row: EffectRow): Html {
  if (row.state === "may") return html`<span class="nil">${view.t.ends.notApplied}</span>`;
  if (row.end !== undefined) return endCell(view, row.end);
  return html`<span class="nil">${row.state === "undetermined" ? view.t.ends.unknown : view.t.ends.notStated}</span>`;
}

export function effectsLegend(view: View): Html {
  const t = view.t.effectsTable.legend;
  return html`<p class="legend">${stateMark(view, "bound", t.bound)}${stateMark(view, "may", t.may)}${stateMark(view, "undetermined", t.undetermined)}${stateMark(view, "favoured", t.favoured)}<span><span class="may-move">2027-01-13</span> ${t.provisional}</span></p>`;
}
