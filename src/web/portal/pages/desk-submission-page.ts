// One submission: how far it is, or what came of it: counts, every finding with its place and remedy, the rows that are held, the annotated copy.
import { pageAddress } from "../addresses.ts";
import { calm, count, isoDay } from "../format.ts";
import { html, type Html } from "../html.ts";
import { countsOf, heldRows } from "../parts/batches.ts";
import { page } from "../parts/document.ts";
import { absent, block, findings, notice } from "../parts/notices.ts";
import { sign } from "../parts/signs.ts";
import { lawName, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { Frame } from "../view-models.ts";
import type { SubmissionModel, SubmissionStateView } from "../view-models-handin.ts";

type State<K extends SubmissionStateView["kind"]> = Extract<SubmissionStateView, { readonly kind: K }>;

/** Seconds after which a browser without scripts asks again. */
const AGAIN_SECONDS = 2;

export function deskSubmissionPage(frame: Frame, model: SubmissionModel): Html {
  const view = viewOf(frame);
  const { handin, desk, frame: words } = view.t;
  const { state } = model;
  const title = titleOf(view, model);
  const body = html`<div class="width"><h1 class="found">${calm(title)}</h1><p class="entry">${lawName(view, model.template)}</p>
${model.tooLate && notice(handin.done.tooLate, "")}
${stateOf(view, model)}
${state.kind !== "running" && state.kind !== "fault" && found(view, model)}
${state.kind !== "running" && html`<p class="onward"><a class="button second" href="${pageAddress(frame, "/desk/office/hand-in", { template: model.template })}">${handin.done.again}</a></p>`}</div>`;
  return page(view, {
    title, room: "desk", trail: [{ words: words.register, path: "/" }, { words: desk.room, path: "/desk/office" }, { words: handin.title, path: "/desk/office/hand-in" }, { words: title }], body,
    ...(state.kind === "running" ? { scripts: ["submission.js"] as const, againSeconds: AGAIN_SECONDS } : {}),
  });
}

function titleOf({ t: { handin } }: View, { name, state }: SubmissionModel): string {
  switch (state.kind) {
    case "running": return handin.running.title(name);
    case "done": return handin.done.title(name);
    case "refused": return handin.refused.title(name);
    case "fault": return handin.done.title(name);
  }
}

function stateOf(view: View, model: SubmissionModel): Html {
  const t = view.t.handin;
  const { state } = model;
  switch (state.kind) {
    case "running": return running(view, model, state);
    case "done": return done(view, state);
    case "refused": return wrongBox(view, state.wrong);
    case "fault": return html`<div class="wrong" role="alert">${sign("error")}<div><p><b>${t.fault.head}</b></p><p>${t.fault.note(state.reference)}</p></div></div>`;
  }
}

function running(view: View, { id }: SubmissionModel, { step, done: so, total }: State<"running">): Html {
  const t = view.t.handin;
  const words = `${t.steps[step] ?? step}${total === 0 ? "" : `${view.t.colon}${t.running.rows(count(so, view.language), count(total, view.language))}`}`;
  const path = `/${view.language}/desk/office/hand-in/${id}`;
  return html`<div class="under-way" data-under-way=""><p role="status" data-step="">${words}</p>${total === 0 ? html`<progress aria-label="${t.running.progress}"></progress>` : html`<progress aria-label="${t.running.progress}" value="${so}" max="${total}"></progress>`}
<p class="fine">${t.running.note}</p><p><a href="${path}">${t.running.refresh}</a></p>
<form method="post" action="${path}"><button class="second" name="action" value="cancel">${t.running.cancel}</button></form></div>`;
}

function done(view: View, state: State<"done">): Html {
  const t = view.t.handin.done;
  const { counts } = state;
  const said = state.repeated ? t.repeated : counts.records === 0 ? t.none : counts.records === counts.rows ? t.all(counts.rows) : t.some(counts.records, counts.rows);
  return html`<div class="done" role="status">${sign("clear")}<div><p>${said}</p>${state.repeated && html`<p class="fine">${t.repeatedNote}</p>`}</div></div>
${countsOf(view, counts)}
<p>${t.batch} <span class="code">${state.batch}</span>${state.asOf !== undefined && html`${view.t.comma}${t.asOfWord}${view.t.space}${isoDay(state.asOf)}${state.inferred && html` (${t.inferred})`}`}${view.t.stop}${view.t.space}${state.joins > 0 && html`${t.joins(state.joins)}${view.t.space}`}${state.gone + state.changed > 0 && t.since(state.changed, state.gone)}</p>
<p class="onward"><a href="${pageAddress(view.frame, `/desk/office/batches/${state.batch}`)}">${t.toBatch}</a></p>`;
}

function found(view: View, model: SubmissionModel): Html {
  const t = view.t.handin;
  const all = model.findings.length + model.moreFindings;
  const copy = model.copy && all > 0 && html`<p class="onward"><a class="button" href="${pageAddress(view.frame, `/desk/office/hand-in/${model.id}/copy`)}" download>${t.copy}</a></p><p class="fine">${t.copyNote(model.keptMinutes)}</p>`;
  return html`${all === 0 ? model.state.kind === "done" && !model.state.repeated && absent(t.noFindings, t.noFindingsNote) : block("findings", t.findings, t.findingsNote(all), html`${copy}${findings(view, model.findings)}${model.moreFindings > 0 && html`<p class="fine">${t.moreFindings(model.moreFindings)}</p>`}`)}
${model.held.length > 0 && block("held", html`${t.held} <span class="figure">${model.held.length}</span>`, t.heldNote, heldRows(view, model.held))}`;
}
