// The tables of the statistics as sheets: sorted and taken along like every table, so that page and file say the same.
import { queryText } from "../addresses.ts";
import { count, isoDay, wordsOf } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import type { CountRow, MonthView, StatisticsModel } from "../view-models-statistics.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import { badge } from "./signs.ts";
import { table } from "./table.ts";
import { lawLink, lawWords, type View } from "./view.ts";

const TABLES = ["months", "ends", "terms", "lists", "authorities", "regions", "sectors"] as const;
export type StatisticsTable = (typeof TABLES)[number];

/** All tables of a span, months first. */
export function statisticsSheets(view: View, model: StatisticsModel): readonly Sheet[] {
  return TABLES.map((name) => statisticsSheet(view, model, name));
}

/** What runs in an order of its own, such as months, is not sorted by headings. */
export function statisticsSheet(view: View, model: StatisticsModel, name: StatisticsTable): Sheet {
  const t = view.t.statistics;
  const c = t.columns;
  const sorted = (first: string, figures: readonly (readonly [string, string])[], rows: readonly SheetRow[]): Sheet => ({ name, ids: c.code, columns: [{ key: "name", title: first, plain: true }, ...figures.map(([key, title]) => ({ key, title, number: true }))], rows });
  const kept = (first: string, rows: readonly SheetRow[]): Sheet => ({ name, ids: c.code, columns: [{ title: first, plain: true }, { title: c.count, number: true }], rows });
  const counts = [["begun", c.begun], ["standing", c.standing], ["organisations", c.organisations]] as const;
  switch (name) {
    case "months":
      return monthsSheet(view, model.months);
    case "ends":
      return kept(c.reason, model.ends.map(({ reason, count: figure }) => ({ of: reason, cells: [t.reasons[reason], count(figure, view.language)] })));
    case "terms":
      return kept(c.term, model.terms.map(({ term, count: figure }) => ({ of: term, cells: [t.termWords[term], count(figure, view.language)] })));
    case "lists":
      return sorted(c.list, [["begun", c.begun], ["ended", c.ended], ["standing", c.standing], ["organisations", c.organisations]], model.lists.map((row) => rowOf(view, row, ofLaw(view, row), [row.begun, row.ended, row.standing, row.organisations])));
    case "authorities":
      return sorted(c.authority, counts, model.authorities.map((row) => rowOf(view, row, ofLaw(view, row), figuresOf(row))));
    case "regions":
      return sorted(c.region, counts, model.regions.map((row) => rowOf(view, row, ofRegion(view, model, row), figuresOf(row))));
    case "sectors":
      return sorted(c.sector, counts, model.sectors.map((row) => rowOf(view, row, ofTaxonomy(view, row), figuresOf(row))));
  }
}

/** Months alone, as one list has them. `heading`: the id of the heading that names the table. */
export function monthsTable(view: View, months: readonly MonthView[], heading: string): Html {
  const { columns, rows } = monthsSheet(view, months);
  return table(heading, columns, rows);
}

/** Where nobody can say anything, there is no figure of who stood. */
function monthsSheet(view: View, months: readonly MonthView[]): Sheet {
  const { columns: c, notKnown } = view.t.statistics;
  return {
    name: "months", ids: c.code, columns: [{ title: c.month, plain: true }, ...[c.decided, c.begun, c.ended, c.standing].map((title) => ({ title, number: true })), { title: c.unknown }],
    rows: months.map(({ from, lastDay, decided, begun, ended, standing, allUnknown, unknown }) => ({
      of: from, unknown: unknown.length > 0,
      cells: [html`${isoDay(from)} – ${isoDay(lastDay)}`, ...[decided, begun, ended].map((figure) => count(figure, view.language)), allUnknown ? html`<span class="nil">${notKnown}</span>` : count(standing, view.language), unknown.length === 0 ? null : html`${badge(view, "undetermined", notKnown)} ${unknown.map((id) => lawWords(view, id)).join(view.t.semicolon)}`],
    })),
  };
}

function rowOf(view: View, { key }: CountRow, first: Insert, figures: readonly number[]): SheetRow {
  return { of: key ?? "", cells: [first, ...figures.map((figure) => count(figure, view.language))] };
}

function figuresOf({ begun, standing, organisations }: CountRow): readonly number[] {
  return [begun, standing, organisations];
}

function ofLaw(view: View, { key }: CountRow): Insert {
  return key === null ? view.t.statistics.notOnFile : lawLink(view, key);
}

function ofTaxonomy(view: View, { names }: CountRow): string {
  return names === undefined ? view.t.statistics.notOnFile : wordsOf(names, view.language);
}

function ofRegion(view: View, model: StatisticsModel, row: CountRow): Insert {
  const { key, names, organisations } = row;
  return key === null || names === undefined || organisations === 0 ? ofTaxonomy(view, row) : html`<a href="${regionAddress(view, model, key)}">${ofTaxonomy(view, row)}</a>`;
}

/** The search for who stands there on the last day of the span: the same organisations as were counted. */
export function regionAddress({ frame, language }: View, { lastDay, side, list }: StatisticsModel, region: string): string {
  const { law, known, latest } = frame.clocks ?? { law: lastDay, known: 0, latest: 0 };
  return `/${language}/search${queryText({ list: list ?? side, region, on: lastDay, ...(law === lastDay ? {} : { law }), ...(known === latest ? {} : { known: String(known) }) })}`;
}
