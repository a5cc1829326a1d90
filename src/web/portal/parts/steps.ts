// Steps of a procedure: each with who takes it, its clock, and what the law demands of it.
import { named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { StepView } from "../view-models-entry.ts";
import { basisLinks } from "./basis.ts";
import { lawLink, type View } from "./view.ts";

export function procedureSteps(view: View, steps: readonly StepView[]): Html {
  return html`<ol class="steps">${steps.map((step) => html`<li><h3>${named(step.names, view.language)} <span class="fine">${view.t.words["steps.kind"]?.[step.kind] ?? step.kind}</span></h3>
<p>${view.t.pages.steps.by[step.by]}${step.within !== undefined && html`${view.t.comma}<b>${view.t.pages.steps.within(view.t.units[step.within.unit](step.within.count), named(step.within.from, view.language))}</b>`}${step.optional && html`${view.t.comma}${view.t.pages.steps.optional}`}</p>
${demands(view, step)}<p class="fine">${basisLinks(view, step.basis)}</p></li>`)}</ol>`;
}

function demands(view: View, step: StepView): Html | null {
  const { t, language } = view;
  const words = t.pages.steps;
  const list: readonly Html[] = [
    ...(step.after.length > 0 ? [html`${words.after}${t.space}${step.after.map((names, index) => html`${index > 0 && t.comma}${named(names, language)}`)}`] : []),
    ...(step.automatic ? [html`${words.automatic}`] : []),
    ...(step.extends === undefined ? [] : [html`${words.extends}${t.space}${named(step.extends, language)}`]),
    ...(step.records === undefined ? [] : [html`${words.records}${t.space}${lawLink(view, step.records)}`]),
    ...(step.states.length > 0 ? [html`${words.states}${t.space}${step.states.map((state) => t.words["states"]?.[state] ?? state).join(t.comma)}`] : []),
    ...(step.officers > 1 ? [html`${words.officers(step.officers)}`] : []),
    ...(step.superiorConsent ? [html`${words.consent}`] : []),
    ...(step.legalReview ? [html`${words.review}`] : []),
    ...(step.substitute === undefined ? [] : [html`${words.substitute}${t.space}${named(step.substitute, language)}`]),
    ...(step.outcomes.length > 0 ? [html`${words.outcomes}${t.space}${step.outcomes.map((outcome) => t.words["outcomes"]?.[outcome] ?? outcome).join(t.comma)}`] : []),
  ];
  return list.length === 0 ? null : html`<ul class="plain demands">${list.map((line) => html`<li>${line}</li>`)}</ul>`;
}
