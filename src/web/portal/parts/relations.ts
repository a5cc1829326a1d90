// Owners and branches: the organisation in the middle, whom it belongs to above, what belongs to it below, two levels each, every one with its
// state and leading to its page. A table says the same, and has those a level has no room for.
import { organisationPath, pageAddress } from "../addresses.ts";
import { isoDay, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { RelationsView, RelativeView } from "../view-models-relations.ts";
import { lines } from "./cascade-layout.ts";
import { block } from "./notices.ts";
import { stateMark } from "./signs.ts";
import { table } from "./table.ts";
import type { View } from "./view.ts";

const [BOX, GAP] = [212, 20];
const EDGE = 4;
const ON_A_LEVEL = 5;
const LINE = 17;
const BETWEEN = 54;

export function relations(view: View, model: RelationsView): Html {
  const t = view.t.relations;
  return block("relations", t.title, t.note, html`${drawing(view, model)}
<details class="as-table"><summary id="relations-table-h">${t.asTable}</summary>${asTable(view, model)}</details>${model.more && html`<p class="fine">${t.more}</p>`}<p class="fine">${t.persons}</p>`);
}

interface Box {
  readonly file: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly relative?: RelativeView;
}

interface Row {
  readonly boxes: readonly Box[];
  readonly rest: number;
  readonly height: number;
  readonly way: "above" | "below" | "self";
}

function drawing(view: View, model: RelationsView): Html {
  const t = view.t.relations;
  const most = Math.max(1, ...[...model.above, ...model.below].map((level) => Math.min(ON_A_LEVEL, shownOn(level).length)));
  const width = most * BOX + (most - 1) * GAP + 2 * EDGE;
  const rows: readonly Row[] = [...model.above.map((level) => rowOf(level, "above")).toReversed(), selfRow(model), ...model.below.map((level) => rowOf(level, "below"))];
  const tops = rows.map((_, index) => rows.slice(0, index).reduce((sum, { height }) => sum + height + BETWEEN, 6));
  const height = (tops.at(-1) ?? 0) + (rows.at(-1)?.height ?? 0) + 8;
  const count = (levels: RelationsView["above"]): number => levels.reduce((sum, level) => sum + level.length, 0);
  return html`<figure class="drawing relations" tabindex="0" role="group" aria-labelledby="relations-title"><svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="relations-title relations-desc">
<title id="relations-title">${t.label}</title><desc id="relations-desc">${t.description(count(model.above), count(model.below))}</desc>
${rows.map((row, index) => ties(view, row, { top: tops[index] ?? 0, inner: rows[index + (row.way === "above" ? 1 : -1)], innerTop: tops[index + (row.way === "above" ? 1 : -1)] ?? 0 }))}
${rows.map((row, index) => row.boxes.map((box) => drawn(view, box, tops[index] ?? 0, row.height)))}
${rows.map((row, index) => row.rest > 0 && html`<text class="note end" x="${width - EDGE}" y="${(tops[index] ?? 0) + row.height + 16}">${t.rest(row.rest)}</text>`)}</svg></figure>`;
}

/** One organisation that is related to several of a level stands once, tied to one of them; the table has every relation. */
function shownOn(level: readonly RelativeView[]): readonly RelativeView[] {
  return [...new Map(level.map((relative) => [relative.file, relative])).values()];
}

function rowOf(level: readonly RelativeView[], way: "above" | "below"): Row {
  const shown = shownOn(level);
  const boxes = placed(shown.slice(0, ON_A_LEVEL).map((relative) => ({ file: relative.file, lines: lines(relative.name, BOX - 24), relative })));
  return { boxes, rest: Math.max(0, shown.length - ON_A_LEVEL), height: Math.max(...boxes.map((box) => box.lines.length)) * LINE + 38, way };
}

function selfRow({ file, name }: RelationsView): Row {
  const words = lines(name, BOX - 24);
  return { boxes: placed([{ file, lines: words }]), rest: 0, height: words.length * LINE + 18, way: "self" };
}

/** Side by side from the left, so that a narrow screen begins with the organisation itself. */
function placed(boxes: readonly Omit<Box, "x">[]): readonly Box[] {
  return boxes.map((box, index) => ({ ...box, x: EDGE + index * (BOX + GAP) }));
}

/** From each box to the one it is related to on the level nearer to the middle, with what the lower is of the upper. */
function ties(view: View, row: Row, { top, inner, innerTop }: { readonly top: number; readonly inner: Row | undefined; readonly innerTop: number }): readonly Html[] {
  if (row.way === "self" || inner === undefined) return [];
  return row.boxes.flatMap(({ x, relative }) => {
    const near = inner.boxes.find(({ file }) => file === relative?.with);
    if (relative === undefined || near === undefined) return [];
    const [from, to] = [x + BOX / 2, near.x + BOX / 2];
    const [upper, lower] = row.way === "above" ? [top + row.height, innerTop] : [innerTop + inner.height, top];
    const middle = (upper + lower) / 2;
    const label = view.t.relations.kinds[relative.relation];
    const own = row.way === "above" ? upper + 17 : lower - 9;
    return [html`<path class="tie${relative.relation === "controlledBy" && " loose"}" d="M${from} ${row.way === "above" ? upper : lower}V${middle}H${to}V${row.way === "above" ? lower : upper}"/><text class="note" x="${from + 7}" y="${own}">${label}</text>`];
  });
}

function drawn(view: View, { file, lines: words, x, relative }: Box, top: number, height: number): Html {
  const text = words.map((line, index) => html`<text class="strong" x="${x + 12}" y="${top + 22 + index * LINE}">${line}</text> `);
  if (relative === undefined) return html`<g class="own"><rect x="${x}" y="${top}" width="${BOX}" height="${height}"/>${text}</g>`;
  const state = view.t.states[relative.state];
  return html`<a class="is-${relative.state}" href="${pageAddress(view.frame, organisationPath(file))}"><rect x="${x}" y="${top}" width="${BOX}" height="${height}"/>${text}<svg class="sign" x="${x + 12}" y="${top + height - 25}" width="15" height="15"><use href="#s-${relative.state}"/></svg><text class="figure" x="${x + 33}" y="${top + height - 13}">${state}</text></a>`;
}

function asTable(view: View, model: RelationsView): Html {
  const t = view.t.relations;
  const names = new Map([[model.file, model.name], ...[...model.above, ...model.below].flat().map(({ file, name }) => [file, name] as const)]);
  const rows = (["above", "below"] as const).flatMap((way) => model[way].flatMap((level, index) => level.map((relative) => ({
    cells: [
      html`<a href="${pageAddress(view.frame, organisationPath(relative.file))}">${spoken(relative.name, view.language)}</a>`, t.level(way, index + 1), t.says[way][relative.relation], spoken(names.get(relative.with) ?? relative.with, view.language),
      relative.since === undefined ? null : isoDay(relative.since), stateMark(view, relative.state),
    ],
  }))));
  return table("relations-table-h", [{ title: t.columns.organisation, plain: true }, { title: t.columns.level }, { title: t.columns.relation }, { title: t.columns.with }, { title: t.columns.since }, { title: t.columns.state }], rows);
}
