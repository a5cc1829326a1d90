// Charts: months side by side, and bars one under another, drawn on the server in the page's own type and colours. Scales and paths are
// those of d3, which writes no styles: the page's security policy lets none stand in the markup. A table beside each says the same.
import { scaleBand, scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { count } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { MonthView } from "../view-models-statistics.ts";
import { lines } from "./cascade-layout.ts";
import type { View } from "./view.ts";

const WIDTH = 600;
const HEIGHT = 260;
const [TOP, RIGHT, BOTTOM, LEFT] = [14, 8, 44, 48];
const LINE = 17;
const TICKS = 4;
/** More labels than these would touch. */
const LABELS_MAX = 12;

interface ChartWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Two bars a month: what began solid, what ended open. */
export function flowChart(view: View, words: ChartWords, months: readonly MonthView[]): Html {
  const { x, y, axes } = frameOf(view, months, Math.max(...months.map(({ begun, ended }) => Math.max(begun, ended)), 1));
  const half = x.bandwidth() / 2;
  const bar = (kind: "past" | "hollow", value: number, left: number): Html | false => value > 0 && html`<rect class="${kind}" x="${rounded(left)}" y="${rounded(y(value))}" width="${rounded(Math.max(half - 1.5, 1))}" height="${rounded(y(0) - y(value))}"/>`;
  return chart(words, html`${axes}${months.map((month) => html`${bar("past", month.begun, (x(month.from) ?? 0) + 0.5)}${bar("hollow", month.ended, (x(month.from) ?? 0) + half + 1)}`)}`);
}

/** A step a month: how many stand on its last day. Hatched where a source had not delivered; no step where nobody can say anything. */
export function standingChart(view: View, words: ChartWords, months: readonly MonthView[]): Html {
  const { x, y, axes } = frameOf(view, months, Math.max(...months.map(({ standing }) => standing), 1));
  const step = x.step();
  const left = (month: MonthView): number => rounded((x(month.from) ?? 0) - (step - x.bandwidth()) / 2);
  // Each month is level from its begin to its end: the path goes through both.
  const ends = months.flatMap((month) => [{ month, at: left(month) }, { month, at: rounded(left(month) + step) }]);
  const isKnown = ({ month }: (typeof ends)[number]): boolean => !month.allUnknown;
  const ground = area<(typeof ends)[number]>().defined(isKnown).x(({ at }) => at).y0(y(0)).y1(({ month }) => rounded(y(month.standing)));
  const edge = line<(typeof ends)[number]>().defined(isKnown).x(({ at }) => at).y(({ month }) => rounded(y(month.standing)));
  return chart(words, html`<defs><pattern id="${words.id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="late" width="1.6" height="6"/></pattern></defs>
<path class="ground" d="${ground(ends)}"/>${months.map((month) => month.unknown.length > 0 && html`<rect x="${left(month)}" y="${TOP}" width="${rounded(step)}" height="${HEIGHT - TOP - BOTTOM}" fill="url(#${words.id}-hatch)"/>`)}${axes}<path class="edge" d="${edge(ends)}"/>`);
}

interface BarRow {
  readonly words: string;
  readonly count: number;
}

const ROW = 30;
const NAMES = 196;
const BARS = 480;

/** A bar a row, its figure at its end. Names are never cut: a long one has several lines. */
export function barChart(view: View, words: ChartWords, rows: readonly BarRow[]): Html {
  const width = scaleLinear([0, Math.max(...rows.map((row) => row.count), 1)], [0, BARS - NAMES - 52]);
  const named = rows.map((row) => ({ ...row, lines: lines(row.words, NAMES - 14) }));
  const heights = named.map((row) => Math.max(ROW, row.lines.length * LINE + 10));
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 4));
  const bottom = heights.reduce((sum, height) => sum + height, 8);
  return chart(words, html`${named.map((row, index) => {
    const [top, end] = [tops[index] ?? 0, rounded(Math.max(width(row.count), row.count === 0 ? 0 : 2))];
    return html`${row.lines.map((text, at) => html`<text class="end" x="${NAMES - 12}" y="${top + 20 + at * LINE}">${text}</text>`)}<rect class="past" x="${NAMES}" y="${top + 5}" width="${end}" height="${ROW - 11}"/><text class="strong" x="${NAMES + end + 7}" y="${top + 20}">${count(row.count, view.language)}</text>`;
  })}<path class="axis" d="M${NAMES} 0V${bottom - 2}"/>`, { width: BARS, height: bottom, kind: "rows" });
}

function chart({ id, title, description }: ChartWords, body: Html, { width, height, kind } = { width: WIDTH, height: HEIGHT, kind: "months" }): Html {
  return html`<figure class="drawing chart ${kind}" tabindex="0" role="group" aria-labelledby="${id}-title"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${body}</svg></figure>`;
}

function frameOf(view: View, months: readonly MonthView[], most: number): { readonly x: ReturnType<typeof bands>; readonly y: ReturnType<typeof heights>; readonly axes: Html } {
  const [x, y] = [bands(months), heights(most)];
  const every = Math.ceil(months.length / LABELS_MAX);
  const middle = ({ from }: MonthView): number => rounded((x(from) ?? 0) + x.bandwidth() / 2);
  const year = ({ from }: MonthView): string => from.slice(0, 4);
  const labels = months.filter((_, index) => index % every === 0).map((month, index, shown) => {
    const before = shown[index - 1];
    return html`<text class="note middle" x="${middle(month)}" y="${HEIGHT - BOTTOM + 17}">${view.t.statistics.month(Number(month.from.slice(5, 7)))}</text>${(before === undefined || year(before) !== year(month)) && html`<text class="note middle" x="${middle(month)}" y="${HEIGHT - BOTTOM + 34}">${year(month)}</text>`}`;
  });
  return {
    x, y, axes: html`${y.ticks(TICKS).filter(Number.isInteger).map((tick) => html`<path class="${tick === 0 ? "axis" : "rule"}" d="M${LEFT} ${rounded(y(tick))}H${WIDTH - RIGHT}"/><text class="note end" x="${LEFT - 8}" y="${rounded(y(tick) + 4)}">${count(tick, view.language)}</text>`)}${labels}`,
  };
}

function bands(months: readonly MonthView[]): ReturnType<typeof scaleBand<string>> {
  return scaleBand<string>(months.map(({ from }) => from), [LEFT, WIDTH - RIGHT]).paddingInner(0.22).paddingOuter(0.11);
}

function heights(most: number): ReturnType<typeof scaleLinear<number, number>> {
  return scaleLinear<number, number>([0, most], [HEIGHT - BOTTOM, TOP]).nice(TICKS);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
