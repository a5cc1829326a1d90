// Report: the form by which a credit report is asked for, what it would say, and the papers to take along.
import { organisationPath, pageAddress, queryText } from "../addresses.ts";
import { REPORT_WORDS } from "../../../service/index.ts";
import { spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { dayInput } from "../parts/day-input.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { block } from "../parts/notices.ts";
import { reportSaid } from "../parts/report-said.ts";
import { viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { Frame } from "../view-models.ts";
import type { ReportModel } from "../view-models-report.ts";

export function reportPage(frame: Frame, model: ReportModel): Html {
  const view = viewOf(frame);
  const t = view.t.report;
  const path = organisationPath(model.file);
  const body = html`<div class="width">${pageHead(html`${t.head}`, null, [[view.t.frame.organisation, html`<a href="${pageAddress(frame, path)}">${spoken(model.name, view.language)}</a>`], [view.t.organisation.file, html`<span class="code">${model.file}</span>`]])}<p class="lead">${t.lead}</p>${clockBarIfMoved(view)}
${model.wrong !== undefined && wrongBox(view, model.wrong)}
${block("ask", t.form, "", form(view, model))}
${model.preview !== undefined && html`${block("preview", t.preview, t.previewNote, take(view, model))}${reportSaid(view, model.preview)}`}
<p class="onward"><a href="${pageAddress(frame, "/verify-report")}">${t.verify.link}</a></p></div>`;
  return page(view, {
    title: t.title(model.name), room: "search", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.frame.organisation, path }, { words: t.head }], body,
    ...(model.preview === undefined ? {} : { json: `/v1${path}/report${asked(model)}` }), command: commandOf(frame, model), citation: t.title(model.name),
  });
}

function form(view: View, { file, purposes, typed }: ReportModel): Html {
  const { t, frame } = view;
  const words = t.report;
  const clocks = frame.clocks;
  return html`<form class="report-form" method="get" action="/${view.language}${organisationPath(file)}/report">
${clocks !== undefined && html`${clocks.on !== clocks.today && html`<input type="hidden" name="on" value="${clocks.on}">`}${clocks.law !== clocks.on && html`<input type="hidden" name="law" value="${clocks.law}">`}${clocks.known !== clocks.latest && html`<input type="hidden" name="known" value="${clocks.known}">`}`}
<div class="field"><label for="purpose">${words.purpose}</label><select id="purpose" name="purpose" required><option value="">${words.choose}</option>${purposes.map((purpose) => html`<option value="${purpose}"${purpose === typed.purpose && html` selected`}>${REPORT_WORDS[view.language].purposes[purpose]}</option>`)}</select></div>
<div class="field"><label for="stated">${words.stated}</label><input id="stated" name="stated" maxlength="200" value="${typed.stated}" aria-describedby="stated-hint"><p class="fine" id="stated-hint">${words.statedHint}</p></div>
<div class="field"><label for="from">${words.from}</label>${dayInput({ id: "from", name: "from", value: typed.from, more: html` aria-describedby="period-hint"` })}</div>
<div class="field"><label for="until">${words.until}</label>${dayInput({ id: "until", name: "until", value: typed.until, more: html` aria-describedby="period-hint"` })}</div>
<p class="fine whole-row" id="period-hint">${words.periodHint}</p>
<p class="whole-row"><button>${words.show}</button></p></form>`;
}

/** The papers are made when they are asked for, by the interface for programs. */
function take(view: View, model: ReportModel): Html {
  const t = view.t.report;
  const address = (form: string, language?: string): string => `/v1${organisationPath(model.file)}/report${form}${asked(model, view.frame, language)}`;
  const [own, other] = view.language === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  return html`<p class="takes"><a class="button" href="${address(".pdf", own)}">${t.take}${view.t.colon}${t.paper[own]}</a> <a class="button second" href="${address(".pdf", other)}">${t.paper[other]}</a> <a class="button second" href="${address("")}">${t.signed}</a></p><p class="fine">${t.takeNote}</p>`;
}

function asked({ typed }: ReportModel, frame?: Frame, language?: string): string {
  const clocks = frame?.clocks === undefined ? {} : { on: frame.clocks.on, law: frame.clocks.law, known: String(frame.clocks.known) };
  return queryText({ purpose: typed.purpose, stated: typed.stated, from: typed.from, until: typed.until, ...clocks, language });
}

function commandOf({ clocks, language }: Frame, { file, typed, purposes }: ReportModel): string {
  const stated = typed.stated === "" ? "" : ` --stated '${typed.stated.replaceAll("'", "'\\''")}'`;
  return `./probity report ${file} --purpose ${typed.purpose === "" ? purposes[0] : typed.purpose}${stated}${typed.from === "" ? "" : ` --from ${typed.from}`}${typed.until === "" ? "" : ` --until ${typed.until}`}${clocks === undefined ? "" : ` --on ${clocks.on} --law ${clocks.law} --known ${clocks.known}`} --language ${language} --pdf report.pdf`;
}
