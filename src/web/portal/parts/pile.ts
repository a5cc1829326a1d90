// Pile-on: over all lists, how many measures one listing sets off. A drawing of bars, and the same as a table.
import { count } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { PileView } from "../view-models-law.ts";
import { table } from "./table.ts";
import { lawLink, type View } from "./view.ts";

const WIDTH = 720;
const ROW = 30;
const LABEL = 150;
const BAR = WIDTH - LABEL - 60;

export function pileDrawing(view: View, pile: PileView, id: string): Html {
  const { t, language } = view;
  const words = t.pages.lint;
  const most = Math.max(1, ...pile.histogram.map((bin) => bin.lists));
  return html`<figure class="drawing bars" tabindex="0" role="group" aria-labelledby="${id}-title"><svg viewBox="0 0 ${WIDTH} ${pile.histogram.length * ROW + 8}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${words.piles}</title><desc id="${id}-desc">${pile.histogram.map((bin) => `${words.bin(bin.from, bin.to)}${t.colon}${count(bin.lists, language)}`).join(t.semicolon)}</desc>
${pile.histogram.map((bin, index) => html`<text class="end" x="${LABEL - 12}" y="${index * ROW + 22}">${words.bin(bin.from, bin.to)}</text><rect class="bar" x="${LABEL}" y="${index * ROW + 6}" width="${Math.max(bin.lists === 0 ? 0 : 2, Math.round((bin.lists / most) * BAR))}" height="${ROW - 10}"/><text class="strong" x="${LABEL + Math.max(2, Math.round((bin.lists / most) * BAR)) + 8}" y="${index * ROW + 22}">${count(bin.lists, language)}</text>`)}
<path class="rule" d="M${LABEL} 0V${pile.histogram.length * ROW + 4}"/></svg></figure>`;
}

export function pileTable(view: View, pile: PileView, name: string): Html {
  const { t, language } = view;
  const words = t.pages.lint;
  const columns = [{ title: t.lists.list, plain: true }, { title: words.measures, number: true }, { title: words.mandatory, number: true }, { title: words.authorities, number: true }];
  return table(name, columns, pile.most.map((row) => ({ cells: [lawLink(view, row.list), count(row.measures, language), count(row.mandatory, language), count(row.authorities, language)] })));
}
