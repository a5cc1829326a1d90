// How the model was made: what is invented, from which seed, and how to make it again.
import { count, dayText, named, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page, pageHead } from "../parts/document.ts";
import { block } from "../parts/notices.ts";
import { viewOf } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { ModelPageModel } from "../view-models-home.ts";

export function modelPage(frame: Frame, model: ModelPageModel): Html {
  const view = viewOf(frame);
  const { language } = view;
  const t = view.t.model;
  const number = (value: number | undefined): string => count(value ?? 0, language);
  const command = `./probity up --organisations ${model.organisations} --seed ${model.seed} --until ${model.until}`;
  const body = html`<div class="width">${pageHead(html`${t.pageTitle(wordsOf(model.nation, language))}`, null, [
    [t.nation, named(model.nation, language)],
    [t.seed, html`<code>${model.seed}</code>`],
    [t.until, html`<time datetime="${model.until}">${dayText(model.until, language)}</time>`],
    [t.organisations, html`${count(model.organisations, language)}`],
    model.offices === undefined ? null : [t.offices, html`${number(model.offices)}`],
    model.records === undefined ? null : [t.records, html`${number(model.records)}`],
    model.batches === undefined ? null : [t.batches, html`${number(model.batches)}`],
  ])}<div class="prose">
${block("invented", t.invented, "", html`<ul class="told">${t.inventedLines.map((line) => html`<li>${line}</li>`)}</ul>`)}
${block("made", t.made, "", html`<ol class="told">${t.madeLines.map((line) => html`<li>${line}</li>`)}</ol>`)}
${block("again", t.again, "", html`<p>${t.againLine}</p><p><code class="whole">${command}</code></p>`)}
${block("not", t.notIn, "", html`<ul class="told">${t.notInLines.map((line) => html`<li>${line}</li>`)}</ul>`)}</div></div>`;
  return page(view, { title: t.how, trail: [{ words: view.t.frame.register, path: "/" }, { words: t.how }], body, command, citation: t.how });
}
