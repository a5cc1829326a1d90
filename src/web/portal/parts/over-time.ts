// Over time: how many were listed and released month by month, and how many stood at the end of each. For the page of statistics, and for one
// list on its own page, with a table that says the same.
import { pageAddress } from "../addresses.ts";
import { count } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { MonthView, OverTimeView, StatisticsModel } from "../view-models-statistics.ts";
import { flowChart, standingChart } from "./chart.ts";
import { block } from "./notices.ts";
import { stateMark } from "./signs.ts";
import { monthsTable } from "./statistics-tables.ts";
import type { View } from "./view.ts";

/** One list over the last full months, with the way to longer spans. */
export function overTime(view: View, list: string, { side, months }: OverTimeView): Html {
  const t = view.t.statistics;
  return block("over-time", t.overTime, html`${t.overTimeNote} <a href="${pageAddress(view.frame, "/statistics", { list })}">${t.more}</a>`, html`<div class="charts"><div>${standingOver(view, months, side)}</div><div>${flow(view, months, side)}</div></div>
<details class="as-table"><summary id="over-time-table-h">${t.asTable}</summary>${monthsTable(view, months, "over-time-table-h")}</details>`);
}

/** What began and ended month by month, with what its shapes mean. */
export function flow(view: View, months: readonly MonthView[], side: StatisticsModel["side"]): Html {
  const t = view.t.statistics;
  const sum = (of: "begun" | "ended"): string => count(months.reduce((all, month) => all + month[of], 0), view.language);
  return html`<div class="${hueOf(side)}">${flowChart(view, { id: "flow-chart", title: t.flow, description: t.flowDescription(sum("begun"), sum("ended")) }, months)}</div>
<p class="legend">${stateMark(view, side === "favours" ? "favoured" : "bound", t.columns.begun)}${stateMark(view, "released", t.columns.ended)}</p>`;
}

/** How many stood at the end of each month, hatched where nobody can say. */
export function standingOver(view: View, months: readonly MonthView[], side: StatisticsModel["side"]): Html {
  const t = view.t.statistics;
  const at = (month: MonthView | undefined): string => (month === undefined || month.allUnknown ? t.notKnown : count(month.standing, view.language));
  return html`<div class="${hueOf(side)}">${standingChart(view, { id: "standing-chart", title: t.standing, description: t.standingDescription(at(months[0]), at(months.at(-1))) }, months)}</div>
<p class="legend">${stateMark(view, side === "favours" ? "favoured" : "bound", t.columns.standing)}${months.some(({ unknown }) => unknown.length > 0) && html`${stateMark(view, "undetermined", t.late)}<span class="text">${t.lateNote}</span>`}</p>`;
}

/** The class that gives drawings the colour of what is counted. */
export function hueOf(side: StatisticsModel["side"]): string {
  return side === "favours" ? "is-favoured" : "is-bound";
}
