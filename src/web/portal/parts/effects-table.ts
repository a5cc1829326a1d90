// Effects: everything that applies, in the order bound, may be, undetermined, favoured, released.
import { organisationPath, pageAddress } from "../addresses.ts";
import { exitDay, isoDay, named, told } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import type { EffectRow } from "../view-models-answer.ts";
import { amountUnder } from "./amount.ts";
import { basisLinks, clauseLabel, clauseLink } from "./basis.ts";
import { clauseAnchor } from "./clauses.ts";
import { endCell } from "./ends.ts";
import { badge, stateMark } from "./signs.ts";
import type { Sheet } from "./sheet.ts";
import { under } from "./table.ts";
import { lawAddress, lawLink, lawName, type View } from "./view.ts";

const ORDER = { bound: 0, may: 1, undetermined: 2, favoured: 3, released: 4 } as const satisfies Record<EffectRow["state"], number>;

export function effectsSheet(view: View, file: string, rows: readonly EffectRow[]): Sheet {
  const c = view.t.effectsTable;
  const sorted = [...rows].sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  const columns = [{ title: c.verdict, plain: true }, { key: "act", title: c.act, roomy: true }, { key: "effect", title: c.effect, roomy: true }, { key: "authority", title: c.authority, wide: true }, { key: "force", title: c.force, wide: true }, { key: "from", title: c.from }, { key: "free", title: c.freeOn, wide: true }, { key: "earliest", title: c.earliest }, { title: c.law }];
  return { name: "all", columns, rows: sorted.map((row) => ({ unknown: row.state === "undetermined", cells: cells(view, file, row) })) };
}

function cells(view: View, file: string, row: EffectRow): readonly Insert[] {
  const { t, language } = view;
  const reaches = (row.reaches ?? []).filter((reach) => reach !== "organisation");
  return [
    badge(view, row.state),
    row.act.value === "" ? null : html`<a href="${pageAddress(view.frame, organisationPath(file), { act: row.act.value })}">${named(row.act.names, language)}</a>`,
    html`${row.effects.map((effect) => t.effects[effect]).join(t.or)}${under(lawLink(view, row.measure))}${amountUnder(view, row.amount, row.effects)}${reaches.length > 0 && under(t.reaches.also(reaches.map((reach) => t.reaches[reach]).join(t.comma)))}`,
    lawName(view, row.authority),
    html`${row.state === "may" ? t.effectsTable.undecided(t.force[row.force]) : t.force[row.force]}${row.note !== undefined && under(told(row.note, language))}`,
    row.from === undefined ? null : isoDay(row.from),
    freeOn(view, row),
    row.earliest === undefined ? null : row.earliest.now === true ? html`<span class="unbroken">${t.exits.now}</span>` : exitDay(row.earliest, t.states.provisional),
    lawOf(view, row),
  ];
}

/** The clause, leading to its place in the memorandum; or where the law itself says it. */
function lawOf(view: View, row: EffectRow): Html {
  if (row.memorandum === undefined || row.clause === undefined) return row.basis.length === 0 ? clauseLink(view, row.measure, undefined) : basisLinks(view, row.basis.slice(0, 1));
  return html`<span class="basis"><a href="${lawAddress(view, row.memorandum)}#${clauseAnchor(row.measure)}">${clauseLabel(view, row.clause)}</a></span>`;
}

/** Whose clauses the table names. */
export function memorandaNamed(view: View, rows: readonly EffectRow[]): Html | null {
  const memoranda = [...new Set(rows.flatMap((row) => (row.clause === undefined ? [] : (row.memorandum ?? []))))];
  return memoranda.length === 0 ? null : html`<p class="legend">${view.t.effectsTable.clausesOf}${view.t.space}<span>${memoranda.map((id, index) => html`${index > 0 && view.t.comma}${lawLink(view, id)}`)}</span></p>`;
}

function freeOn(view: View, row: EffectRow): Html {
  if (row.state === "may") return html`<span class="nil">${view.t.ends.notApplied}</span>`;
  if (row.state === "favoured" && row.end?.kind === "fixed") return html`${view.t.ends.endsOn(isoDay(row.end.until))}`;
  if (row.end !== undefined) return endCell(view, row.end);
  return html`<span class="nil">${row.state === "undetermined" ? view.t.ends.unknown : view.t.ends.notStated}</span>`;
}

/** Only the signs the table shows. */
export function effectsLegend(view: View, rows: readonly EffectRow[]): Html {
  const t = view.t.effectsTable.legend;
  const shown = (["bound", "may", "undetermined", "favoured"] as const).filter((state) => rows.some((row) => row.state === state));
  const moving = rows.find((row) => row.earliest?.provisional === true)?.earliest;
  return html`<p class="legend">${shown.map((state) => stateMark(view, state, t[state]))}${moving !== undefined && html`<span><span class="may-move">${isoDay(moving.day)}</span> ${t.provisional}</span>`}</p>`;
}
