// The cascade of one listing: the list, those it leads onto, the authorities that act and what they do, with the way back; beside it the
// same as a table. What needs a decision or a further listing is dashed, and releases nothing by itself.
import { count } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Effect, Id } from "../view-models.ts";
import type { CascadeMeasure, CascadeView } from "../view-models-rules.ts";
import { clauseLabel } from "./basis.ts";
import { boxed, wayBackDrawn } from "./cascade.ts";
import { layOut, type Cascade } from "./cascade-layout.ts";
import { effectsOf, FAVOURS } from "./clauses.ts";
import { stateMark } from "./signs.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, lawWords, type View } from "./view.ts";

const AUTHORITIES_DRAWN = 14;
const REST = "rest";

export function listCascade(view: View, cascade: CascadeView, name: string): Html {
  const { t, language } = view;
  const words = t.pages.cascade;
  const released = cascade.measures.filter((measure) => !measure.lost);
  const lost = cascade.measures.filter((measure) => measure.lost);
  const { counts } = cascade;
  const possible = words.possible(counts.possibleLists, counts.possibleMeasures);
  return html`<p class="summary">${counts.measures === 0 && counts.favours > 0 ? words.favours(counts.favours) : cascade.measures.length === 0 && counts.lists === 0 ? words.nothing : words.headline(counts)}</p>${possible !== "" && html`<p class="lead">${possible}</p>`}
${released.length > 0 && drawing(view, cascade, released)}
${cascade.lists.length > 1 && html`<h3>${words.follows}</h3>${followTable(view, cascade, name)}`}
${released.length > 0 && html`<h3>${words.columns.measures} <span class="figure">${count(released.length, language)}</span></h3>${measureTable(view, released, name)}`}
${lost.length > 0 && html`<details><summary>${words.lost} <span class="figure">${count(lost.length, language)}</span></summary>${measureTable(view, lost, name)}</details>`}`;
}

function drawing(view: View, cascade: CascadeView, released: readonly CascadeMeasure[]): Html {
  const { t } = view;
  const words = t.pages.cascade;
  const byAuthority = [...Map.groupBy(released, (measure) => measure.authority)].toSorted(([, a], [, b]) => b.length - a.length);
  const shown = byAuthority.length > AUTHORITIES_DRAWN + 1 ? byAuthority.slice(0, AUTHORITIES_DRAWN) : byAuthority;
  const rest = byAuthority.slice(shown.length);
  const drawnAs = (authority: Id): Id => (shown.some(([id]) => id === authority) ? authority : REST);
  const effects = effectsOf(released);
  const several = cascade.lists.length > 1;
  const [first] = cascade.lists;
  const drawn = layOut({
    lists: cascade.lists.map((list) => ({ id: list.list, name: lawWords(view, list.list), notes: [whyWords(view, list), words.measuresHere(list.measures)], criteria: [] })),
    ...(several && first !== undefined ? { root: { name: words.heads.root, notes: [lawWords(view, first.list)], leadsTo: cascade.lists.filter((list) => list.why !== "lost").map((list) => ({ list: list.list, certain: list.released })) } } : {}),
    authorities: [...shown.map(([id]) => ({ id, name: lawWords(view, id) })), ...(rest.length === 0 ? [] : [{ id: REST, name: words.more(rest.length) }])],
    effects: effects.map((effect) => ({ effect, name: t.effects[effect] })),
    clauses: released.map((measure) => ({ authority: drawnAs(measure.authority), lists: [measure.list], effects: measure.effects, discretion: measure.force === "discretionary" })),
  });
  return html`<figure class="drawing${effects.every((effect) => FAVOURS.has(effect)) && " favours"}" tabindex="0" role="group" aria-label="${words.listTitle}">
<svg viewBox="0 0 ${drawn.width} ${drawn.height}" role="img" aria-labelledby="list-cascade-title list-cascade-desc">
<title id="list-cascade-title">${words.listTitle}</title><desc id="list-cascade-desc">${words.headline(cascade.counts)}${t.space}${t.cascade.seeMatrix}</desc>
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="1.7" height="6"/></pattern></defs>
${heads(view, drawn)}
${drawn.ribbons.map((ribbon) => html`<path class="${ribbon.discretion ? "ribbon may" : "ribbon"}" d="${ribbon.path}"/>`)}
${drawn.proposals.map((path) => html`<path class="proposal" d="${path}"/>`)}${drawn.entailments.map((path) => html`<path class="entailment" d="${path}"/>`)}
${drawn.criteria.map((box) => boxed("criterion", box))}
${drawn.lists.map((box, index) => boxed(cascade.lists[index]?.released === true && cascade.lists[index]?.why !== "lost" ? "list" : "list unsure", box))}
${drawn.authorities.map((box) => html`${boxed("authority", box)}<text class="note end" x="${box.x + box.width - 10}" y="${box.y + box.height / 2 + 4.5}">${box.clauses}</text>`)}
${drawn.effects.map((box) => html`<rect class="effect" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/><text class="strong" x="${box.x + 20}" y="${box.y + box.height / 2 + 4.5}">${box.name}</text><text class="note end" x="${drawn.width - 2}" y="${box.y + box.height / 2 + 4.5}">${t.cascade.measures(box.clauses)}</text>`)}
${wayBackDrawn(view, cascade.wayBack, drawn)}
</svg></figure>`;
}

/** What the law itself makes may still wait for something more: a third listing, another fact. */
function whyWords(view: View, list: CascadeView["lists"][number]): string {
  const words = view.t.pages.cascade;
  return list.why === "entailed" && !list.released ? words.entailedWithMore : words.why[list.why];
}

function heads(view: View, drawn: Cascade): Html {
  const { t } = view;
  return html`<text class="note" x="${drawn.columns.lists}" y="24">${t.pages.cascade.heads.lists}</text><text class="note" x="${drawn.columns.authorities}" y="24">${t.cascade.heads.authorities(drawn.authorities.length)}</text><text class="note" x="${drawn.columns.effects}" y="24">${t.cascade.heads.effects}</text><path class="rule" d="M0 38.5H${drawn.width}"/>`;
}

function followTable(view: View, cascade: CascadeView, name: string): Html {
  const { t, language } = view;
  const words = t.pages.cascade;
  const columns = [{ title: t.lists.list, plain: true }, { title: words.how }, { title: t.lists.owner, wide: true }, { title: words.columns.measures, number: true }];
  return table(name, columns, cascade.lists.slice(1).map((list) => ({ cells: [lawLink(view, list.list), stateMark(view, list.why === "lost" ? "released" : list.released ? "bound" : "may", whyWords(view, list)), lawName(view, list.owner), count(list.measures, language)] })));
}

/** By authority, most measures first. */
function measureTable(view: View, measures: readonly CascadeMeasure[], name: string): Html {
  const { t } = view;
  const words = t.pages.cascade;
  const several = new Set(measures.map((measure) => measure.list)).size > 1;
  const sizes = new Map([...Map.groupBy(measures, (measure) => measure.authority)].map(([authority, of]) => [authority, of.length]));
  const rows = measures.toSorted((a, b) => (sizes.get(b.authority) ?? 0) - (sizes.get(a.authority) ?? 0) || (a.authority < b.authority ? -1 : a.authority > b.authority ? 1 : 0));
  const columns = [{ title: words.columns.authority, wide: true }, { title: words.columns.measures, plain: true }, { title: t.effectsTable.effect }, { title: words.columns.clause }, ...(several ? [{ title: words.columns.list, roomy: true }] : [])];
  return table(name, columns, rows.map((measure) => ({
    cells: [
      lawName(view, measure.authority),
      html`${lawLink(view, measure.measure)}${measure.acts.length > 0 && under(measure.acts.map((act, index) => html`${index > 0 && t.comma}${lawName(view, act)}`))}`,
      html`${stateMark(view, stateOf(measure), measure.effects.map((effect) => t.effects[effect]).join(t.or))}${measure.force !== undefined && under(html`${t.force[measure.force]}${measure.conditional && html`${t.comma}${words.conditional}`}`)}`,
      html`${measure.memorandum !== undefined && lawLink(view, measure.memorandum)}${measure.clause !== undefined && measure.clause !== "" && under(clauseLabel(view, measure.clause))}`,
      ...(several ? [lawName(view, measure.list)] : []),
    ],
  })));
}

function stateOf(measure: CascadeMeasure): "released" | "may" | "favoured" | "bound" {
  if (measure.lost) return "released";
  if (measure.force === "discretionary") return "may";
  return measure.effects.every((effect: Effect) => FAVOURS.has(effect)) ? "favoured" : "bound";
}
