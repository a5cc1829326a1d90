// Cascade: the drawing of a memorandum, left to right, with the way back drawn as strongly as the way in.
// The matrix beside it holds the same content as a table.
import { wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Id, Names } from "../view-models.ts";
import type { ClauseView, MemorandumModel } from "../view-models-memorandum.ts";
import { layOut, lines, textWidth, type Box, type Cascade } from "./cascade-layout.ts";
import { authoritiesOf, effectsOf, FAVOURS, organisationClauses } from "./clauses.ts";
import { lawWords, type View } from "./view.ts";

export function cascade(view: View, model: MemorandumModel): Html {
  const { t, language } = view;
  const clauses = organisationClauses(model);
  const effects = effectsOf(clauses);
  const drawn = layOut({
    lists: [...model.lists.map((list) => ({
      id: list.list,
      name: lawWords(view, list.list),
      notes: [...(list.today === undefined ? [] : [t.cascade.listed(list.today)]), t.cascade.decidedBy(lawWords(view, list.owner))],
      criteria: list.criteria.map((one) => ({ name: wordsOf(one.names, language), note: one.note === undefined ? undefined : wordsOf(one.note, language) })),
    })), ...model.causes.map((cause) => ({ id: cause.of, name: lawWords(view, cause.of), notes: [t.pages.memorandum[cause.kind]], criteria: [] }))],
    authorities: authoritiesOf(clauses).map((id) => ({ id, name: lawWords(view, id) })),
    effects: effects.map((effect) => ({ effect, name: t.effects[effect] })),
    clauses: clauses.map((clause) => ({
      authority: clause.authority,
      lists: triggersOf(model, clause),
      effects: clause.effects,
      discretion: clause.force === "discretionary",
    })),
  });
  const favours = effects.every((effect) => FAVOURS.has(effect));
  return html`<figure class="drawing${favours && " favours"}" tabindex="0" role="group" aria-label="${t.cascade.title}">
<svg viewBox="0 0 ${drawn.width} ${drawn.height}" role="img" aria-labelledby="cascade-title cascade-desc">
<title id="cascade-title">${t.cascade.title}</title>
<desc id="cascade-desc">${t.cascade.description(model.lists.length + model.causes.length, drawn.authorities.length, clauses.length, clauses.filter((clause) => clause.force !== "discretionary").length)}${t.space}${t.cascade.backOut}${t.space}${model.wayBack === undefined ? t.cascade.noWayBack : html`${wordsOf(model.wayBack, language)}${t.stop}`}${t.space}${t.cascade.seeMatrix}</desc>
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="1.7" height="6"/></pattern></defs>
${heads(view, drawn)}
${drawn.ribbons.map((ribbon) => html`<path class="${ribbon.discretion ? "ribbon may" : "ribbon"}" d="${ribbon.path}"/>`)}
${drawn.proposals.map((path) => html`<path class="proposal" d="${path}"/>`)}
${drawn.criteria.map((box) => boxed("criterion", box))}
${drawn.lists.map((box) => boxed("list", box))}
${drawn.authorities.map((box) => html`${boxed("authority", box)}<text class="note end" x="${box.x + box.width - 10}" y="${box.y + box.height / 2 + 4.5}">${box.clauses}</text>`)}
${drawn.effects.map((box) => html`<rect class="effect" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/><text class="strong" x="${box.x + 20}" y="${box.y + box.height / 2 + 4.5}">${box.name}</text><text class="note end" x="${drawn.width - 2}" y="${box.y + box.height / 2 + 4.5}">${t.cascade.measures(box.clauses)}</text>`)}
${wayBackDrawn(view, model.wayBack, drawn)}
</svg></figure>`;
}

/** The lists or the other cause that set a clause off; not the authority's own list, where the clause leaves it out. */
function triggersOf(model: MemorandumModel, clause: ClauseView): readonly Id[] {
  if (clause.cause !== undefined) return [clause.cause.of];
  return clause.exceptOwner ? clause.lists.filter((list) => model.lists.find((one) => one.list === list)?.owner !== clause.authority) : clause.lists;
}

function heads(view: View, drawn: Cascade): Html {
  const t = view.t.cascade;
  return html`${drawn.columns.criteria !== null && html`<text class="note" x="${drawn.columns.criteria}" y="24">${t.heads.criteria}</text>`}<text class="note" x="${drawn.columns.lists}" y="24">${t.heads.lists}</text><text class="note" x="${drawn.columns.authorities}" y="24">${t.heads.authorities(drawn.authorities.length)}</text><text class="note" x="${drawn.columns.effects}" y="24">${t.heads.effects}</text><path class="rule" d="M0 38.5H${drawn.width}"/>`;
}

export function boxed(kind: string, box: Box): Html {
  const texts = [...box.name.map((text) => ({ text, strong: true })), ...box.notes.map((text) => ({ text, strong: false }))];
  const first = box.y + box.height / 2 - (texts.length * 17) / 2 + 13;
  return html`<g class="${kind}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>${texts.map((line, index) => html`<text class="${line.strong ? "strong" : "note"}" x="${box.x + 11}" y="${first + index * 17}">${line.text}</text>`)}</g>`;
}

/** From under the effects back to the lists, ending in an arrow. */
export function wayBackDrawn(view: View, wayBack: Names | undefined, drawn: Cascade): Html {
  const { t, language } = view;
  const text = wayBack === undefined ? t.cascade.noWayBack : wordsOf(wayBack, language);
  const known = wayBack !== undefined;
  const words = lines(text, 560);
  const last = drawn.lists.at(-1);
  const turn = drawn.columns.lists + 74;
  const up = (last === undefined ? drawn.floor : last.y + last.height) + 4;
  const right = drawn.columns.effects + 5;
  const width = Math.min(620, Math.max(...words.map(textWidth), textWidth(t.cascade.backOut)) + 36);
  const height = (words.length + 1) * 17 + 14;
  const track = drawn.floor + Math.max(46, height / 2 + 12);
  const x = turn + 40;
  return html`${known && html`<path class="back" d="M${right} ${drawn.floor + 6}V${track}H${turn}V${up + 7}"/><path class="back-head" d="M${turn - 7} ${up + 10}l7-10 7 10z"/>`}
<rect class="${known ? "back-box" : "back-box none"}" x="${x}" y="${track - height / 2}" width="${width}" height="${height}"/><text class="strong" x="${x + 13}" y="${track - height / 2 + 19}">${t.cascade.backOut}</text>${words.map((line, index) => html`<text x="${x + 13}" y="${track - height / 2 + 36 + index * 17}">${line}</text>`)}`;
}
