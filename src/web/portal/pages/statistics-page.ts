// Statistics: listings and releases in numbers over a span, drawn and as tables, with a map where the jurisdiction has one. Counts alone.
import { pageAddress, queryText } from "../addresses.ts";
import { count, longDay, wordsOf } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { dayInput } from "../parts/day-input.ts";
import { barChart } from "../parts/chart.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { onThisPage, page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { regionMap } from "../parts/region-map.ts";
import { flow, hueOf, standingOver } from "../parts/over-time.ts";
import { sheetTable } from "../parts/sheet.ts";
import { sign } from "../parts/signs.ts";
import { statisticsSheet, type StatisticsTable } from "../parts/statistics-tables.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { StatisticsModel } from "../view-models-statistics.ts";

export function statisticsPage(frame: Frame, model: StatisticsModel): Html {
  const view = viewOf(frame);
  const t = view.t.statistics;
  const n = (value: number): string => count(value, view.language);
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>${clockBarIfMoved(view)}
${model.wrong !== undefined && html`<div class="wrong" role="alert">${sign("error")}<div><p><b>${t.wrong[model.wrong]}</b></p><p>${t.usualShown}</p></div></div>`}
${sides(view, model)}${spanForm(view, model)}
<p class="summary">${t.between}${view.t.space}${longDay(model.from, view.language)}${view.t.space}${t.until}${view.t.space}${longDay(model.lastDay, view.language)}${view.t.colon}${t.summary.begun} <b>${n(model.begun)}</b>${view.t.comma}${t.summary.ended} <b>${n(model.ended)}</b>${view.t.comma}${t.summary.standing} <b>${n(model.standing)}</b></p>${model.undated > 0 && html`<p class="fine">${t.undated(n(model.undated))}</p>`}</div>
${model.lists.length === 0 ? html`<div class="width">${absent(t.noSource, t.noSourceNote)}${notCounted(view, model)}</div>` : figures(view, model)}`;
  return page(view, {
    title: t.title, room: "statistics", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.link }], body, citation: t.title,
    json: `/v1/statistics${queryText({ from: model.from, until: model.until, ...asked(model) })}`, command: `./probity statistics --from ${model.from} --until ${model.until}${model.list === undefined ? ` --lists ${model.side}` : ` --list ${model.list}`}`,
  });
}

/** What is counted, as an address says it. */
function asked(model: StatisticsModel): { readonly lists?: string; readonly list?: string } {
  return model.list === undefined ? { lists: model.side } : { list: model.list };
}

function sides(view: View, model: StatisticsModel): Html {
  const t = view.t.statistics;
  const span = { from: view.frame.query["from"], to: view.frame.query["to"] };
  if (model.list !== undefined) return html`<p>${t.ofList}${view.t.space}${lawLink(view, model.list)}${view.t.semicolon}<a href="${pageAddress(view.frame, "/statistics", { ...span, lists: model.side })}">${t.allLists}</a></p>`;
  return html`<nav class="tabs" aria-label="${t.sidesLabel}"><ul>${(["burdens", "favours"] as const).map((side) => html`<li><a href="${pageAddress(view.frame, "/statistics", { ...span, lists: side })}"${side === model.side && html` aria-current="true"`}>${t.sides[side]}</a></li>`)}</ul></nav>`;
}

function spanForm(view: View, model: StatisticsModel): Html {
  const t = view.t.statistics;
  const kept = new URLSearchParams(pageAddress(view.frame, "/statistics", asked(model)).split("?")[1] ?? "");
  return html`<form class="span-form" method="get" action="/${view.language}/statistics">${[...kept].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<div class="field"><label for="span-from">${t.from}</label>${dayInput({ id: "span-from", name: "from", value: model.from })}</div><div class="field"><label for="span-to">${t.to}</label>${dayInput({ id: "span-to", name: "to", value: model.lastDay })}</div><button>${t.show}</button> <p class="fine">${t.usual}</p></form>`;
}

function figures(view: View, model: StatisticsModel): Html {
  const t = view.t.statistics;
  const empty = model.begun + model.ended + model.standing === 0 && model.months.every(({ standing }) => standing === 0);
  const rest = html`${model.list === undefined && block("lists", t.lists, "", byList(view, model))}
${notCounted(view, model)}`;
  if (empty) return html`<div class="width">${absent(t.nothing, model.months.some(({ unknown }) => unknown.length > 0) ? t.lateNote : t.nothingNote)}${rest}</div>`;
  const bars = (id: "ends" | "terms" | "sectors", title: string, note: string, description: string, rows: Parameters<typeof barChart>[2]): Html =>
    block(id, title, note, html`<div class="${hueOf(model.side)}">${barChart(view, { id: `${id}-chart`, title, description }, rows)}</div>${asTable(view, model, id)}`);
  return html`${onThisPage(view, [["flow", t.flow], ["regions", t.regions], ["ends", t.ends], ["terms", t.terms], ["sectors", t.sectors], ["lists", t.lists], ["authorities", t.authorities]].flatMap(([id = "", words = ""]) => (id === "lists" && model.list !== undefined ? [] : [[id, words] as const])))}
<div class="width"><div class="charts">
${block("flow", t.flow, t.flowNote, flow(view, model.months, model.side))}
${block("standing", t.standing, t.standingNote, standingOver(view, model.months, model.side))}
</div>${asTable(view, model, "months")}
${block("regions", t.regions, t.regionsNote, html`${model.map === undefined ? html`<p class="fine">${t.noMap}</p>` : html`<p class="fine">${t.mapNote}</p>`}<div class="${model.map === undefined ? "" : "map-and-table"}"><div>${regionMap(view, model)}</div><div>${sheet(view, model, "regions")}</div></div>`)}
<div class="charts">
${bars("ends", t.ends, t.endsNote, t.endsDescription, model.ends.map(({ reason, count: value }) => ({ words: t.reasons[reason], count: value })))}
${bars("terms", t.terms, t.termsNote, t.termsDescription, model.terms.map(({ term, count: value }) => ({ words: t.termWords[term], count: value })))}
</div>
${bars("sectors", t.sectors, t.sectorsNote, t.sectorsDescription, model.sectors.map(({ names, standing }) => ({ words: names === undefined ? t.notOnFile : wordsOf(names, view.language), count: standing })))}
${block("authorities", t.authorities, t.authoritiesNote, html`${sheet(view, model, "authorities")}<p class="onward"><a href="${pageAddress(view.frame, "/authorities")}">${view.t.own.authorities.link}</a> <span class="fine">${view.t.own.authorities.linkNote}</span></p>`)}
${rest}</div>`;
}

/** Lists with figures first; those where all are nought are named below, in a fold. */
function byList(view: View, model: StatisticsModel): Html {
  const t = view.t.statistics;
  const [some, none] = [model.lists.filter((row) => figuresIn(row)), model.lists.filter((row) => !figuresIn(row))];
  return html`${some.length > 0 && sheetTable(view, statisticsSheet(view, { ...model, lists: some }, "lists"))}${none.length > 0 && html`<details class="as-table"><summary>${t.noFigures(count(none.length, view.language))}</summary><p>${joined(none.flatMap(({ key }) => (key === null ? [] : [lawLink(view, key)])), html`${view.t.semicolon}`)}</p></details>`}`;
}

function figuresIn({ begun, ended, standing }: StatisticsModel["lists"][number]): boolean {
  return begun + standing + ended > 0;
}

/** The table of a drawing, to be opened: the heading of the drawing names it, or for the months, which have two drawings, the words that open it. */
function asTable(view: View, model: StatisticsModel, name: StatisticsTable): Html {
  return html`<details class="as-table"><summary${name === "months" && html` id="months-h"`}>${view.t.statistics.asTable}</summary>${sheet(view, model, name)}</details>`;
}

function sheet(view: View, model: StatisticsModel, name: StatisticsTable): Html {
  return sheetTable(view, statisticsSheet(view, model, name));
}

function notCounted(view: View, { notCounted: left }: StatisticsModel): Html | null {
  const t = view.t.statistics;
  if (left.length === 0) return null;
  const byWhy = [...Map.groupBy(left, ({ why }) => why)];
  return block("not-counted", t.notCounted, "", html`<ul class="plain">${byWhy.map(([why, lists]) => html`<li><details><summary>${t.why[why]}${view.t.colon}${t.whyCount(count(lists.length, view.language))}</summary><p>${joined(lists.map(({ list }) => lawLink(view, list)), html`${view.t.semicolon}`)}</p></details></li>`)}</ul>`);
}
