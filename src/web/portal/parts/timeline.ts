// Timeline: law, facts, lists, measures and what the register knew, one lane under another, drawn on the server; the steps to the change
// before and after on each of the three clocks; and a table that says the same.
import { atClocks } from "../addresses.ts";
import { count, isoDay, wordsOf } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { Clocks, Day } from "../view-models.ts";
import type { TimelineMeasuresView, TimelineView } from "../view-models-time.ts";
import { lines } from "./cascade-layout.ts";
import { COLOUR_SIGNS } from "./lists-table.ts";
import { block } from "./notices.ts";
import { sign, stateMark } from "./signs.ts";
import { table, type TableRow } from "./table.ts";
import { axisOf, LEFT, marksOf, spanOf, WIDTH, type Axis, type Bar } from "./timeline-layout.ts";
import { lawWords, type View } from "./view.ts";

export function timeline(view: View, model: TimelineView): Html | null {
  const { clocks } = view.frame;
  if (clocks === undefined) return null;
  const t = view.t.time;
  return block("time", t.title, t.stepsNote, html`${steps(view, model, clocks)}
${drawing(view, model, clocks)}
<p class="legend">${stateMark(view, "bound", view.t.states.bound)}${stateMark(view, "may")}${stateMark(view, "favoured")}<span class="text">${t.ahead}</span></p>
<details class="as-table"><summary id="time-table-h">${t.asTable}</summary>${asTable(view, model, clocks)}</details>`);
}

/** Links in place of a slider: to the nearest change on each clock. */
function steps(view: View, model: TimelineView, clocks: Clocks): Html {
  const { frame, language, t: { time: t } } = view;
  const position = (value: number): string => t.position(count(value, language));
  const step = (clock: "on" | "law", around: { readonly before?: Day; readonly after?: Day }, here: Day): Html => html`<li><span class="clock-name">${t.clocks[clock]}</span>${around.before === undefined ? html`<span class="nil">${t.none}</span>` : html`<a rel="prev" href="${atClocks(frame, { [clock]: around.before })}#time">← ${t.before(around.before)}</a>`}<b>${isoDay(here)}</b>${around.after === undefined ? html`<span class="nil">${t.noneAfter}</span>` : html`<a rel="next" href="${atClocks(frame, { [clock]: around.after })}#time">${t.after(around.after)} →</a>`}</li>`;
  const { before, after } = model.changes.known;
  return html`<ul class="steps-between" aria-label="${t.steps}">${step("on", model.changes.on, clocks.on)}${step("law", model.changes.law, clocks.law)}<li><span class="clock-name">${t.clocks.known}</span>${before === undefined ? html`<span class="nil">${t.none}</span>` : html`<a rel="prev" href="${atClocks(frame, { known: before })}#time">← ${t.before(position(before))}</a>`}<b>${position(clocks.known)}</b>${after === undefined ? html`<span class="nil">${t.noneAfter}</span>` : html`<a rel="next" href="${atClocks(frame, { known: after })}#time">${t.after(position(after))} →</a>`}</li></ul>`;
}

const TOP = 34;
const LANE = 28;
const GAP = 12;
const LINE = 17;

interface Lane {
  readonly name: string;
  readonly strong: boolean;
  readonly height: number;
  readonly drawn: (y: number) => Html;
}

function drawing(view: View, model: TimelineView, clocks: Clocks): Html {
  const t = view.t.time;
  const axis = axisOf(model, clocks.on);
  const lanes = lanesOf(view, model, axis, clocks).map((lane) => {
    const words = lines(lane.name, LEFT - 16);
    return { ...lane, words, height: Math.max(lane.height, words.length * LINE + 8) };
  });
  const places = lanes.reduce<readonly number[]>((all, _lane, index) => [...all, index === 0 ? TOP + GAP : (all[index - 1] ?? 0) + (lanes[index - 1]?.height ?? 0) + (lanes[index - 1]?.strong === true || lanes[index]?.strong === true ? GAP : 0)], []);
  const bottom = (places.at(-1) ?? TOP) + (lanes.at(-1)?.height ?? 0) + GAP;
  const now = axis.x(clocks.on);
  return html`<figure class="drawing timeline" tabindex="0" role="group" aria-label="${t.label}">
<svg viewBox="0 0 ${WIDTH} ${bottom + 6}" role="img" aria-labelledby="time-title time-desc">
<title id="time-title">${t.label}</title><desc id="time-desc">${t.description(model.facts.length, model.listings.length, model.measures.length)}</desc>
<rect class="ahead-ground" x="${now}" y="${TOP}" width="${axis.right - now}" height="${bottom - TOP}"/>
${axis.years.map(({ year, x }) => html`<path class="rule" d="M${x} ${TOP - 8}V${bottom}"/><text class="note" x="${x + 4}" y="${TOP - 10}">${String(year)}</text>`)}
${lanes.map((lane, index) => html`${lane.words.map((words, line) => html`<text class="${lane.strong ? "strong" : "note"}" x="0" y="${(places[index] ?? 0) + 18 + line * LINE}">${words}</text>`)}${lane.drawn(places[index] ?? 0)}`)}
<path class="now" d="M${now} ${TOP - 4}V${bottom}"/><text class="strong over${now > WIDTH / 2 && " end"}" x="${now > WIDTH / 2 ? now - 6 : now + 6}" y="${bottom + 2}">${clocks.on === clocks.today ? t.today : t.asked} ${clocks.on}</text>
</svg></figure>`;
}

function lanesOf(view: View, model: TimelineView, axis: Axis, clocks: Clocks): readonly Lane[] {
  const t = view.t.time;
  const marks = marksOf(axis, model.facts.map(({ day }) => day));
  return [
    ...(model.law.length === 0 ? [] : [{ name: t.lanes.law, strong: true, height: LANE, drawn: (y: number) => lawLane(view, model, axis, clocks, y) }]),
    ...(marks.length === 0 ? [] : [{ name: t.lanes.facts, strong: true, height: LANE + Math.max(0, ...marks.map(({ row }) => row)) * 21, drawn: (y: number) => html`${marks.map(({ number, x, row }) => html`<g class="fact"><circle cx="${x}" cy="${y + 13 + row * 21}" r="9.5"/><text class="mark" x="${x}" y="${y + 17 + row * 21}">${number}</text></g>`)}` }]),
    ...model.listings.map((listing, index): Lane => ({ name: lawWords(view, listing.list), strong: index === 0, height: LANE, drawn: (y) => spanLane(view, axis, { ...listing, state: COLOUR_SIGNS[listing.colour] }, clocks.on, y) })),
    ...model.measures.map((group, index): Lane => ({ name: groupWords(view, group), strong: index === 0, height: LANE, drawn: (y) => spanLane(view, axis, group, clocks.on, y) })),
    ...(model.knew.length === 0 ? [] : [{ name: t.lanes.knew, strong: true, height: LANE + 8, drawn: (y: number) => html`${model.knew.map(({ day, known }) => html`<path class="${known ? "tick" : "tick later"}" d="M${axis.x(day)} ${y + 4}V${y + 22}"/>`)}` }]),
  ];
}

function groupWords(view: View, { measures, effects }: TimelineMeasuresView): string {
  const [only] = measures;
  return measures.length === 1 && only !== undefined ? lawWords(view, only) : `${view.t.time.measures(measures.length)}${view.t.colon}${effects.map((effect) => view.t.effects[effect]).join(view.t.comma)}`;
}

function lawLane(view: View, { law }: TimelineView, axis: Axis, clocks: Clocks, y: number): Html {
  const parts = law.filter(({ from, until }) => (until === undefined ? axis.right : axis.x(until)) > axis.x(from));
  return html`${parts.map(({ names, from, until }) => {
    const x = axis.x(from);
    const width = (until === undefined ? axis.right : axis.x(until)) - x;
    const current = from <= clocks.law && (until === undefined || clocks.law < until);
    return html`<rect class="regime${current && " current"}" x="${x}" y="${y + 2}" width="${width}" height="22"/>${width > 46 && html`<text class="${current ? "strong" : "note"}" x="${x + 7}" y="${y + 18}">${wordsOf(names, view.language)}</text>`}`;
  })}`;
}

interface Drawn {
  readonly state: "bound" | "may" | "favoured";
  readonly from: Day;
  readonly until?: Day;
  readonly earliest?: Day;
  readonly provisional?: boolean;
}

function spanLane(view: View, axis: Axis, drawn: Drawn, on: Day, y: number): Html {
  const { past, ahead, endsAt } = spanOf(axis, drawn, on);
  const shape = (bar: Bar | undefined, kind: string): Html | null => (bar === undefined ? null : html`<rect class="${kind}" x="${bar.x}" y="${y + 5}" width="${bar.width}" height="16"/>`);
  return html`<g class="span is-${drawn.state}">${shape(past, drawn.state === "may" ? "hollow" : "past")}${shape(ahead, "ahead")}${endsAt !== undefined && endsAt < axis.right - 20 && html`<svg class="sign released" x="${endsAt + 5}" y="${y + 5}" width="16" height="16"><use href="#s-released"/></svg>`}${drawn.until === undefined && html`<text class="note end over" x="${axis.right - 4}" y="${y + 18}">${view.t.time.noLimit}</text>`}${drawn.earliest !== undefined && drawn.earliest > on && axis.isInside(drawn.earliest) && html`<path class="${drawn.provisional === true ? "way-out may-move" : "way-out"}" d="M${axis.x(drawn.earliest)} ${y}V${y + 26}"/><text class="out over" x="${axis.x(drawn.earliest) + 5}" y="${y + 18}">${drawn.earliest}</text>`}</g>`;
}

interface Row {
  readonly day: Day;
  readonly cells: TableRow["cells"];
}

/** Everything that is drawn, in order of its days. */
function asTable(view: View, model: TimelineView, clocks: Clocks): Html {
  const { t: { time: t }, language } = view;
  const of = (what: string, id: string | undefined): string => (id === undefined ? what : `${what}${view.t.colon}${lawWords(view, id)}`);
  const knewCell = (knew: { readonly position: number; readonly day: Day } | undefined): Html | null => (knew === undefined ? null : html`${isoDay(knew.day)} <span class="code">#${knew.position}</span>${knew.position > clocks.known && html` ${t.laterKnown}`}`);
  const rows: readonly Row[] = [
    ...model.law.map(({ names, from }) => ({ day: from, cells: [null, isoDay(from), t.lawFrom(wordsOf(names, language)), null] })),
    ...model.facts.map((fact, index) => ({ day: fact.day, cells: [String(index + 1), isoDay(fact.day), of(t.facts[fact.what], fact.of), knewCell(fact.knew)] })),
    ...model.listings.flatMap(({ list, from, until }) => ends(view, lawWords(view, list), from, until)),
    ...model.measures.flatMap((group) => {
      const names = joined(group.measures.map((measure) => html`${lawWords(view, measure)}`), html`${view.t.semicolon}`);
      return [...ends(view, names, group.from, group.until), ...(group.earliest === undefined ? [] : [{ day: group.earliest, cells: [null, isoDay(group.earliest), html`${names}${view.t.colon}${t.earliest}${group.provisional && html` ${sign("provisional")}${view.t.states.provisional}`}`, null] }])];
    }),
    ...model.knew.filter((knew) => !model.facts.some((fact) => fact.knew?.position === knew.position)).map((knew) => ({ day: knew.day, cells: [null, isoDay(knew.day), of(t.known[knew.what], knew.of), knewCell(knew)] })),
  ];
  const columns = [{ title: t.columns.number, number: true }, { title: t.columns.day }, { title: t.columns.what, plain: true }, { title: t.columns.knew }];
  return table("time-table-h", columns, rows.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)));
}

function ends(view: View, what: Html | string, from: Day, until: Day | undefined): readonly Row[] {
  const t = view.t.time;
  const said = (word: string): Html => html`${what}${view.t.colon}${word}`;
  return [{ day: from, cells: [null, isoDay(from), said(t.beginsWord), null] }, ...(until === undefined ? [] : [{ day: until, cells: [null, isoDay(until), said(t.endsWord), null] }])];
}
