// One entry of the law: every value with its dated versions, what it rests on and how sure that is, and its worked examples.
import { lawPath, pageAddress } from "../addresses.ts";
import { named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { basisList, confidenceMark } from "../parts/basis.ts";
import { span, versions } from "../parts/charter.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { lintBlock } from "../parts/lint-here.ts";
import { absent, block } from "../parts/notices.ts";
import { gradeTable, scoreBlocks } from "../parts/points.ts";
import { stateMark } from "../parts/signs.ts";
import { procedureSteps } from "../parts/steps.ts";
import { fieldName, value, type Within } from "../parts/values.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { ExampleView, LawEntryModel } from "../view-models-entry.ts";

export function lawEntryPage(frame: Frame, model: LawEntryModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const body = html`<div class="width">${head(view, model)}${clockBar(view, model.presets)}</div>
${onThisPage(view, [model.score === undefined || model.score.rows.length === 0 ? null : ["rows", t.pages.score.title], model.steps === undefined ? null : ["steps", t.pages.steps.title], ["values", t.law.values], ["basis", t.list.basis], ["examples", t.law.examples], ["used-by", t.law.usedBy], ["lint", t.pages.lint.here]])}
<div class="width">${model.draft === true ? html`<div class="aside-notes">${absent(t.pages.draftHead, t.pages.draftNote)}</div>` : !model.inForce && html`<div class="aside-notes">${absent(t.law.notInForce, t.law.notInForceNote)}</div>`}${model.people === true && html`<div class="aside-notes">${absent(t.law.peopleHead, t.law.peopleNote)}</div>`}${model.note !== undefined && html`<p class="lead">${named(model.note, language)}</p>`}${model.way !== undefined && html`<p class="onward"><a class="button" href="${pageAddress(frame, `/law/by/${model.way}/${model.id}`)}">${model.way === "authority" ? t.pages.authority.open : t.pages.instrument.open}</a></p>`}
${model.score !== undefined && scoreBlocks(view, model.score)}
${model.grades !== undefined && block("grades", t.pages.grades.title, "", gradeTable(view, "grades-h", model.grades))}
${model.steps !== undefined && block("steps", t.pages.steps.title, "", versions(view, model.steps, (steps) => procedureSteps(view, steps)))}
${block("values", t.law.values, html`<code>${model.at}</code>`, values(view, model))}
${block("basis", t.list.basis, "", model.basis.length === 0 ? absent(t.law.noBasis, t.law.noBasisNote) : basisList(view, model.basis))}
${block("examples", t.law.examples, t.law.examplesNote, model.examples.length === 0 ? absent(t.law.noExamples, t.law.noExamplesNote) : model.examples.map((example) => workedExample(view, example)))}
${block("used-by", t.law.usedBy, "", model.usedBy.length === 0 ? absent(t.law.usedByNone, t.law.usedByNoneNote) : html`<ul class="plain columns-of-links">${model.usedBy.map((id) => html`<li>${lawLink(view, id)}</li>`)}</ul>`)}
${lintBlock(view, model.lint, model.id)}</div>`;
  return page(view, {
    title: wordsOf(model.names, language),
    room: "law",
    trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: wordsOf(model.names, language) }],
    body,
    json: `/v1${lawPath(model.id)}`,
    command: `./probity law show ${model.id}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`,
    citation: `${wordsOf(model.names, language)} (${model.id})`,
  });
}

function head(view: View, model: LawEntryModel): Html {
  const { t, language } = view;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(named(model.names, language), otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [t.law.kind, html`${t.kind[model.kind]}`],
    [t.law.id, html`<code>${model.id}</code>`],
    [t.law.inForce, span(view, model)],
    [t.law.sureness, html`${model.confidence === "high" ? t.law.confidence.high : confidenceMark(view, model.confidence)}`],
    model.names.by === "us" ? [t.law.nameBy, html`${t.law.byUs}`] : null,
  ]);
}

function values(view: View, model: LawEntryModel): Html {
  if (model.values.length === 0) return absent(view.t.law.noValues, view.t.law.noValuesNote);
  return html`<dl class="law-values">${model.values.map((field) => html`<div><dt>${fieldName(view, field.name)}</dt><dd>${field.versions.length === 1 && field.versions[0]?.from === undefined && field.versions[0] !== undefined && field.versions[0].basis.length === 0 ? value(view, field.versions[0].value, at(field.name)) : versions(view, field.versions, (one) => html`<div>${value(view, one, at(field.name))}</div>`)}</dd></div>`)}</dl>`;
}

function at(field: string): Within {
  return { field, above: "", ids: new Map() };
}

function workedExample(view: View, example: ExampleView): Html {
  const { t, language } = view;
  return html`<article class="example"><h3>${named(example.names, language)}</h3>${example.holds !== undefined && html`<p>${stateMark(view, example.holds ? "clear" : "undetermined", example.holds ? t.law.exampleHolds : t.law.exampleFails)}</p>`}
<div class="pair"><div><h4>${t.law.given}</h4>${value(view, example.given)}</div><div><h4>${t.law.expected}</h4><ol class="plain">${example.expected.map((one) => html`<li>${named(one.names, language)}${!one.holds && html` ${stateMark(view, "undetermined", t.law.exampleFails)}`}</li>`)}</ol></div></div>
${basisList(view, example.citation)}</article>`;
}
