// A map of the invented jurisdiction: a six-sided tile for each city, beside its neighbours, with how many organisations stand there. It has
// no borders to dispute and no area that could pass for weight. A table beside it says the same, and more.
import { count, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { RegionMapView, StatisticsModel } from "../view-models-statistics.ts";
import { lines } from "./cascade-layout.ts";
import { regionAddress } from "./statistics-tables.ts";
import type { View } from "./view.ts";

/** From the middle of a tile to its corner. */
const RADIUS = 66;
const ACROSS = RADIUS * Math.sqrt(3);
const GAP = 3;
const LINE = 17;

/** The map of a span; nothing where the jurisdiction has none. */
export function regionMap(view: View, model: StatisticsModel): Html | null {
  const { map } = model;
  if (map === undefined) return null;
  const t = view.t.statistics;
  const width = Math.ceil(Math.max(...map.tiles.map((tile) => middle(tile).x)) + ACROSS / 2 + 6);
  const height = Math.ceil(Math.max(...map.tiles.map((tile) => middle(tile).y)) + RADIUS + 6);
  return html`<figure class="drawing region-map ${model.side === "favours" ? "is-favoured" : "is-bound"}" tabindex="0" role="group" aria-labelledby="map-title"><svg viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="map-title map-desc">
<title id="map-title">${t.mapLabel}</title><desc id="map-desc">${t.mapDescription}</desc>
${map.tiles.map((tile) => tileOf(view, model, tile))}</svg></figure>${map.elsewhere > 0 && html`<p class="fine">${t.elsewhere(count(map.elsewhere, view.language))}</p>`}`;
}

type Tile = RegionMapView["tiles"][number];

function tileOf(view: View, model: StatisticsModel, tile: Tile): Html {
  const { x, y } = middle(tile);
  const [name, province] = [wordsOf(tile.names, view.language), wordsOf(tile.province, view.language)];
  const words = lines(name, ACROSS - 24);
  const figure = view.t.statistics.tile(count(tile.organisations, view.language));
  const top = y - 12 - (words.length - 1) * LINE;
  const body = html`<path class="tile" d="${hexagon(x, y)}"/>${words.map((text, index) => html`<text class="strong middle" x="${rounded(x)}" y="${rounded(top + index * LINE)}">${text}</text> `)}<text class="note middle" x="${rounded(x)}" y="${rounded(y + 6)}">${province}</text> ${tile.organisations > 0 && html`<svg class="sign" x="${rounded(x - 41)}" y="${rounded(y + 17)}" width="15" height="15"><use href="#s-${model.side === "favours" ? "favoured" : "bound"}"/></svg>`}<text class="${tile.organisations > 0 ? "figure" : "note middle"}" x="${rounded(tile.organisations > 0 ? x - 21 : x)}" y="${rounded(y + 29)}">${figure}</text>`;
  return tile.organisations === 0 ? html`<g class="none">${body}</g>` : html`<a href="${regionAddress(view, model, tile.region)}">${body}</a>`;
}

/** Rows are moved by half a tile in turn, as in a honeycomb. */
function middle({ column, row }: Pick<Tile, "column" | "row">): { readonly x: number; readonly y: number } {
  return { x: ACROSS * (column + 0.5 + (row % 2) / 2) + 6, y: RADIUS * (1 + row * 1.5) + 6 };
}

function hexagon(x: number, y: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2;
    return `${rounded(x + (RADIUS - GAP) * Math.cos(angle))} ${rounded(y + (RADIUS - GAP) * Math.sin(angle))}`;
  });
  return `M${corners.join("L")}Z`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
