// One way along the law: a table of entries with what matters on that way, filters above it, in pages.
import { pageAddress } from "../addresses.ts";
import { count, isoDay, named } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import { clauseLabel } from "../parts/basis.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { filterForm } from "../parts/law-filters.ts";
import { entryCell, lifeCell, surenessCell } from "../parts/law-rows.ts";
import { lawTabs } from "../parts/law-tabs.ts";
import { colourMark } from "../parts/lists-table.ts";
import { absent, block } from "../parts/notices.ts";
import { pager } from "../parts/pager.ts";
import { table, under, type Column } from "../parts/table.ts";
import { lawAddress, lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { LawWay, ShelfModel, ShelfRow } from "../view-models-law.ts";

export function lawShelfPage(frame: Frame, model: ShelfModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const title = t.pages.ways[model.way];
  const path = `/law/by/${model.way}`;
  const body = html`<div class="width">${pageHead(html`${title}`, null, [])}<p class="lead">${t.pages.wayNotes[model.way]}</p>${lawTabs(view, model.way)}${clockBar(view)}${filterForm(view, { path, filters: model.filters })}
${block("entries", t.pages.shelf.total(count(model.total, language)), "", model.rows.length === 0 ? absent(t.pages.shelf.none, t.pages.shelf.noneNote) : html`${shelf(view, model)}${pager(view, { first: model.first, shown: model.rows.length, total: model.total, previous: model.previous, next: model.next, ofLaw: true })}`)}</div>`;
  return page(view, {
    title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: title }], body, json: jsonOf(frame, model.way), citation: title,
    command: `./probity law show${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`,
  });
}

function jsonOf(frame: Frame, way: LawWay): string {
  const query = new URLSearchParams(Object.entries(frame.query)).toString();
  return `/v1/law/by/${way}${query === "" ? "" : `?${query}`}`;
}

type Cell = readonly [Column, (view: View, row: ShelfRow) => Insert];

function shelf(view: View, model: ShelfModel): Html {
  const cells = CELLS[model.way](view);
  return table("entries-h", cells.map(([column]) => column), model.rows.map((row) => ({ cells: cells.map(([, write]) => write(view, row)) })));
}

const CELLS: Readonly<Record<LawWay, (view: View) => readonly Cell[]>> = {
  kind: (view) => [name(view), [{ title: view.t.pages.shelf.columns["kind"] ?? "" }, ({ t }, row) => t.kind[row.kind]], life(view), sureness(view)],
  authority: (view) => [name(view, (row) => pageAddress(view.frame, `/law/by/authority/${row.id}`)), [{ title: view.t.pages.shelf.columns["level"] ?? "" }, ({ t }, row) => t.words["level"]?.[row.level ?? ""] ?? row.level], number(view, "lists"), number(view, "measures"), number(view, "memoranda")],
  list: (view) => [name(view), [{ title: view.t.pages.shelf.columns["colour"] ?? "" }, (here, row) => row.colour !== undefined && colourMark(here, row.colour)], [{ title: view.t.pages.shelf.columns["owner"] ?? "", wide: true }, (here, row) => row.owner !== undefined && authorityLink(here, row.owner)],
    [{ title: view.t.pages.shelf.columns["domain"] ?? "" }, ({ language }, row) => row.domain !== undefined && named(row.domain, language)], number(view, "measures"), number(view, "authorities"), number(view, "follows"), life(view)],
  memorandum: (view) => [name(view), [{ title: view.t.pages.shelf.columns["signed"] ?? "" }, (_here, row) => row.day !== undefined && isoDay(row.day)], number(view, "clauses"), number(view, "authorities"), number(view, "lists"), life(view), sureness(view)],
  measure: (view) => [name(view), [{ title: view.t.pages.shelf.columns["acts"] ?? "", roomy: true }, measureCell], [{ title: view.t.pages.shelf.columns["authority"] ?? "", wide: true }, (here, row) => row.authority !== undefined && authorityLink(here, row.authority)], [{ title: view.t.pages.shelf.columns["trigger"] ?? "", roomy: true }, triggerCell], life(view)],
  article: (view) => [name(view, (row) => pageAddress(view.frame, `/law/by/article/${row.id}`)), [{ title: view.t.pages.shelf.columns["rank"] ?? "" }, ({ t }, row) => t.words["rank"]?.[row.rank ?? ""] ?? row.rank], [{ title: view.t.pages.shelf.columns["day"] ?? "" }, (_here, row) => row.day !== undefined && isoDay(row.day)], number(view, "rests"), number(view, "articles"), life(view)],
};

function name(view: View, address: (row: ShelfRow) => string = (row) => lawAddress(view, row.id)): Cell {
  return [{ title: view.t.pages.shelf.columns["name"] ?? "", plain: true, roomy: true }, (here, row) => entryCell(here, row, address(row))];
}

function number(view: View, field: string): Cell {
  return [{ title: view.t.pages.shelf.columns[field] ?? field, number: true }, ({ language }, row) => count(row.counts[field] ?? 0, language)];
}

function life(view: View): Cell {
  return [{ title: view.t.pages.shelf.columns["from"] ?? "" }, (_here, row) => lifeCell(row)];
}

function sureness(view: View): Cell {
  return [{ title: view.t.pages.shelf.columns["sureness"] ?? "" }, (here, row) => surenessCell(here, row)];
}

export function authorityLink(view: View, authority: string): Html {
  return html`<a href="${pageAddress(view.frame, `/law/by/authority/${authority}`)}">${lawName(view, authority)}</a>`;
}

function measureCell(view: View, row: ShelfRow): Html {
  const { t } = view;
  return html`${(row.effects ?? []).map((effect) => t.effects[effect]).join(t.or)}${row.force !== undefined && html`${t.comma}${t.force[row.force]}`}${(row.acts ?? []).length > 0 && under((row.acts ?? []).map((act, index) => html`${index > 0 && t.comma}${lawName(view, act)}`))}`;
}

function triggerCell(view: View, row: ShelfRow): Html {
  const { t } = view;
  return html`${(row.lists ?? []).map((list, index) => html`${index > 0 && t.comma}${lawLink(view, list)}`)}${row.memorandum !== undefined && under(html`${lawName(view, row.memorandum)}${row.clause !== undefined && html`${t.comma}${clauseLabel(view, row.clause)}`}`)}`;
}
