// The tables of the statistics: one shape for the page and for the file a spreadsheet opens, so that both say the same.
import { pageAddress, queryText } from "../addresses.ts";
import { count, isoDay, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Frame } from "../view-models.ts";
import type { CountRow, MonthView, StatisticsModel } from "../view-models-statistics.ts";
import { badge } from "./signs.ts";
import { table, type Column } from "./table.ts";
import { lawLink, lawWords, viewOf, type View } from "./view.ts";

const TABLES = ["months", "ends", "terms", "lists", "authorities", "regions", "sectors"] as const;
export type StatisticsTable = (typeof TABLES)[number];

export function isStatisticsTable(text: string): text is StatisticsTable {
  return TABLES.some((name) => name === text);
}

interface Row {
  /** What a program knows it by: an id, a code, a day. */
  readonly key: string;
  readonly first: string;
  readonly link?: Html;
  readonly figures: readonly (number | null)[];
  /** Lists nobody could speak for. */
  readonly unknown?: readonly string[];
}

interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The rows of one table for a spreadsheet: a heading, then a row each. */
export function statisticsSheet(frame: Frame, model: StatisticsModel, name: StatisticsTable): readonly (readonly string[])[] {
  const view = viewOf(frame);
  const { columns, rows } = sheetOf(view, model, name);
  const late = rows.some(({ unknown = [] }) => unknown.length > 0);
  return [[view.t.statistics.columns.code, ...columns, ...(late ? [view.t.statistics.columns.unknown] : [])], ...rows.map(({ key, first, figures, unknown = [] }) => [key, first, ...figures.map((figure) => (figure === null ? view.t.statistics.notKnown : String(figure))), ...(late ? [unknown.join(" ")] : [])])];
}

/** The same as a table of the page; `heading` is the id of the heading that names it. */
export function statisticsTable(view: View, model: StatisticsModel, name: StatisticsTable, heading: string): Html {
  return asTable(view, sheetOf(view, model, name), heading);
}

/** Months alone, as one list has them. */
export function monthsTable(view: View, months: readonly MonthView[], heading: string): Html {
  return asTable(view, monthsSheet(view, months), heading);
}

function asTable(view: View, { columns, rows }: Sheet, heading: string): Html {
  const late = rows.some(({ unknown = [] }) => unknown.length > 0);
  const heads = [...columns.map((title, index): Column => (index === 0 ? { title, plain: true } : { title, number: true })), ...(late ? [{ title: view.t.statistics.columns.unknown }] : [])];
  return table(heading, heads, rows.map(({ first, link, figures, unknown = [] }) => ({ unknown: unknown.length > 0, cells: [link ?? first, ...figures.map((figure) => (figure === null ? html`<span class="nil">${view.t.statistics.notKnown}</span>` : count(figure, view.language))), unknown.length === 0 ? null : html`${badge(view, "undetermined", view.t.statistics.notKnown)} ${unknown.map((id) => lawWords(view, id)).join(view.t.semicolon)}`] })));
}

/** The address of one table as a file. */
export function sheetLink(view: View, name: StatisticsTable): Html {
  const { frame: { query } } = view;
  return html`<a href="${pageAddress(view.frame, "/statistics.csv", { ...query, table: name })}">${view.t.statistics.csv}</a>`;
}

function sheetOf(view: View, model: StatisticsModel, name: StatisticsTable): Sheet {
  const t = view.t.statistics;
  const c = t.columns;
  switch (name) {
    case "months":
      return monthsSheet(view, model.months);
    case "ends":
      return { columns: [c.reason, c.count], rows: model.ends.map(({ reason, count: figure }) => ({ key: reason, first: t.reasons[reason], figures: [figure] })) };
    case "terms":
      return { columns: [c.term, c.count], rows: model.terms.map(({ term, count: figure }) => ({ key: term, first: t.termWords[term], figures: [figure] })) };
    case "lists":
      return { columns: [c.list, c.begun, c.ended, c.standing, c.organisations], rows: model.lists.map((row) => ({ ...ofLaw(view, row), figures: [row.begun, row.ended, row.standing, row.organisations] })) };
    case "authorities":
      return { columns: [c.authority, c.begun, c.standing, c.organisations], rows: model.authorities.map((row) => ({ ...ofLaw(view, row), figures: figuresOf(row) })) };
    case "regions":
      return { columns: [c.region, c.begun, c.standing, c.organisations], rows: model.regions.map((row) => ({ ...ofTaxonomy(view, row), ...linkOfRegion(view, model, row), figures: figuresOf(row) })) };
    case "sectors":
      return { columns: [c.sector, c.begun, c.standing, c.organisations], rows: model.sectors.map((row) => ({ ...ofTaxonomy(view, row), figures: figuresOf(row) })) };
  }
}

/** Where nobody can say anything, there is no figure of who stood. */
function monthsSheet({ t: { statistics: { columns: c } } }: View, months: readonly MonthView[]): Sheet {
  return {
    columns: [c.month, c.decided, c.begun, c.ended, c.standing],
    rows: months.map((month) => ({ key: month.from, first: `${month.from} – ${month.lastDay}`, link: html`${isoDay(month.from)} – ${isoDay(month.lastDay)}`, figures: [month.decided, month.begun, month.ended, month.allUnknown ? null : month.standing], unknown: month.unknown })),
  };
}

function figuresOf({ begun, standing, organisations }: CountRow): readonly number[] {
  return [begun, standing, organisations];
}

function ofLaw(view: View, { key }: CountRow): Pick<Row, "key" | "first" | "link"> {
  return key === null ? { key: "", first: view.t.statistics.notOnFile } : { key, first: lawWords(view, key), link: lawLink(view, key) };
}

function ofTaxonomy(view: View, { key, names }: CountRow): Pick<Row, "key" | "first"> {
  return { key: key ?? "", first: names === undefined ? view.t.statistics.notOnFile : wordsOf(names, view.language) };
}

function linkOfRegion(view: View, model: StatisticsModel, { key, names, organisations }: CountRow): Pick<Row, "link"> {
  return key === null || names === undefined || organisations === 0 ? {} : { link: html`<a href="${regionAddress(view, model, key)}">${wordsOf(names, view.language)}</a>` };
}

/** The search for who stands there on the last day of the span: the same organisations as were counted. */
export function regionAddress({ frame, language }: View, { lastDay, side, list }: StatisticsModel, region: string): string {
  const { law, known, latest } = frame.clocks ?? { law: lastDay, known: 0, latest: 0 };
  return `/${language}/search${queryText({ list: list ?? side, region, on: lastDay, ...(law === lastDay ? {} : { law }), ...(known === latest ? {} : { known: String(known) }) })}`;
}
