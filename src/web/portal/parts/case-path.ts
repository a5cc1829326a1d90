// The path of a case, drawn whole: every step the law lays down, what was done when, what is possible now, what is due by when.
import { isoDay, longDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { DeskPathStep } from "../view-models-case.ts";
import { basisLinks } from "./basis.ts";
import { sign, type Sign } from "./signs.ts";
import type { View } from "./view.ts";

const SIGNS = { done: "clear", open: "open", waits: "provisional", tooLate: "undetermined", closed: "released" } as const satisfies Record<DeskPathStep["state"], Sign>;

/** Each step with its sign and its word: a reader in grey or with a screen reader reads the same. */
export function casePath(view: View, steps: readonly DeskPathStep[], open: boolean): Html {
  return html`<ol class="path">${steps.map((step) => pathStep(view, step, open))}</ol>`;
}

function pathStep(view: View, step: DeskPathStep, open: boolean): Html {
  const t = view.t.desk.case;
  const now = open && step.state === "open";
  return html`<li class="is-${step.state}"${now && html` aria-current="step"`}>${sign(SIGNS[step.state])}<div><h3>${named(step.names, view.language)}</h3>
<p><b>${t.pathStates[step.state]}</b>${step.on !== undefined && html` ${longDay(step.on, view.language)}`}${step.outcome !== undefined && html`${view.t.comma}${view.t.desk.outcomes[step.outcome] ?? step.outcome}`}${step.due !== undefined && step.state !== "done" && html`${view.t.comma}${dueWords(view, step.due)}`}</p>
<p class="fine">${step.automatic ? t.automatic : t.whose[step.by]}${step.instance === 2 && html`${view.t.comma}${t.second}`}${step.optional && html`${view.t.comma}${t.optional}`} ${basisLinks(view, step.basis)}</p></div></li>`;
}

/** A last day: late by a shape and a word, one that may move by dashes and a word. */
export function dueWords(view: View, due: { readonly lastDay: string; readonly provisional: boolean; readonly passed: boolean }): Html {
  const t = view.t.desk;
  const day = due.provisional ? html`<span class="may-move">${isoDay(due.lastDay)}</span> ${t.provisional}` : isoDay(due.lastDay);
  return due.passed ? html`<span class="is-late">${sign("error")}${t.late}</span> ${t.case.wasDue} ${day}` : html`${t.case.dueBy} ${day}`;
}
