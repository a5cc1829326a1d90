// What went wrong: said in words, with where and how to mend it. The routes choose the status number.
import { organisationPath, pageAddress } from "../addresses.ts";
import { codeText, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { absent, findings } from "../parts/notices.ts";
import { table } from "../parts/table.ts";
import { viewOf } from "../parts/view.ts";
import { sayingOf } from "../parts/wrong.ts";
import { quoted } from "../shell.ts";
import { searchForm } from "./search-page.ts";
import type { Frame } from "../view-models.ts";
import type { ProblemView } from "../view-models-problem.ts";
import type { CandidatesModel } from "../view-models-search.ts";

/** No organisation of that code, number or whole name, or several: with those it may have meant. */
export function organisationNotFoundPage(frame: Frame, model: CandidatesModel): Html {
  const view = viewOf(frame);
  const t = view.t.errors;
  const title = model.several ? t.several(model.asked) : t.noOrganisation(model.asked);
  const columns = [{ title: view.t.search.columns.organisation, plain: true }, { title: view.t.organisation.file }, { title: view.t.organisation.codes }];
  const body = html`<div class="width narrow"><h1 class="found">${title}</h1><p class="lead">${model.several ? t.severalNote : t.noOrganisationNote}</p>${searchForm(view, model.asked)}${clockBarIfMoved(view)}
${model.candidates.length > 0 && html`<section class="block" aria-labelledby="candidates-h"><header><h2 id="candidates-h">${t.candidates}</h2></header>${table("candidates-h", columns, model.candidates.map((one) => ({ cells: [html`<a class="name" href="${pageAddress(frame, organisationPath(one.file), { act: frame.query["act"] })}">${spoken(one.name, view.language)}</a>`, html`<span class="code">${one.file}</span>`, one.codes.map((code) => html`${codeText(code.value)} `)] })))}</section>`}
<div class="aside-notes">${absent(view.t.search.person, view.t.search.noPerson)}</div></div>`;
  return page(view, { title, room: "search", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.frame.rooms.search, path: "/search" }, { words: t.notFound }], body, command: `./probity find ${quoted(model.asked)}` });
}

/** A day, position, act or place that cannot be read or does not exist. */
export function badQuestionPage(frame: Frame, problem: ProblemView): Html {
  const view = viewOf(frame);
  const t = view.t.errors;
  const words = t.problems[problem.code];
  const said = words === undefined ? view.t.desk.said({ code: problem.code, ...(problem.facts === undefined ? {} : { facts: problem.facts }) }, sayingOf(view)) : { message: words.message(problem.asked), remedy: words.remedy };
  const body = html`<div class="width narrow"><h1 class="found">${t.badQuestion}</h1><p class="lead">${t.badQuestionNote}</p>${findings(view, [{ code: problem.code, message: said?.message ?? problem.message, remedy: said?.remedy ?? problem.remedy, at: "" }])}<p><a class="button" href="${pageAddress(withoutClocks(frame), frame.path)}">${t.askNow}</a></p></div>`;
  return page(view, { title: t.badQuestion, trail: [{ words: view.t.frame.register, path: "/" }, { words: t.badQuestion }], body });
}

export function notFoundPage(frame: Frame): Html {
  const view = viewOf(frame);
  const t = view.t.errors;
  const body = html`<div class="width narrow"><h1 class="found">${t.noPage}</h1><p class="lead">${t.noPageNote}${view.t.space}<code>${frame.path}</code></p>${searchForm(view, "")}<p><a href="${pageAddress(frame, "/")}">${t.home}</a></p></div>`;
  return page(view, { title: t.noPage, trail: [{ words: view.t.frame.register, path: "/" }, { words: t.notFound }], body });
}

/** A fault of ours. `reference` is what stands in the log. */
export function faultPage(frame: Frame, reference: string): Html {
  const view = viewOf(frame);
  const t = view.t.errors;
  const body = html`<div class="width narrow"><h1 class="found">${t.fault}</h1><p class="lead">${t.faultNote}</p><p>${t.reference}${view.t.space}<code class="whole">${reference}</code></p><p><a href="${pageAddress(frame, "/")}">${t.home}</a></p></div>`;
  return page(view, { title: t.fault, trail: [{ words: view.t.frame.register, path: "/" }, { words: t.fault }], body });
}

function withoutClocks(frame: Frame): Frame {
  const { clocks: _left, ...rest } = frame;
  return rest;
}
