// Charter: how a listing ends and how one gets out, as the law has them, each version with its days.
import { isoDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { EndRuleView, ExitRuleView, Version } from "../view-models-rules.ts";
import { basisLinks } from "./basis.ts";
import { lawName, type View } from "./view.ts";

/** The version that governs first and open; the others below, each with its days. */
export function versions<T>(view: View, list: readonly Version<T>[], write: (value: T) => Html): Html {
  const current = list.filter((one) => one.current);
  const others = list.filter((one) => !one.current);
  return html`${current.map((one) => html`<div class="version">${write(one.value)}<p class="fine">${(one.from !== undefined || one.until !== undefined) && html`${span(view, one)}${view.t.semicolon}`}${ground(view, one)}</p></div>`)}${current.length === 0 && html`<p class="nil">${list.length === 0 ? view.t.law.noneStated : view.t.law.noneGoverns}</p>`}
${others.length > 0 && html`<details><summary>${view.t.law.otherVersions(others.length)}</summary>${others.map((one) => html`<div class="version past"><p><b>${span(view, one)}</b> ${ground(view, one)}</p>${write(one.value)}</div>`)}</details>`}`;
}

/** What a version rests on: its own source, or that of the whole entry. */
function ground<T>(view: View, one: Version<T>): Html {
  return one.basis.length > 0 ? basisLinks(view, one.basis) : html`${view.t.pages.charter.asWhole}`;
}

/** `from 2020-12-31 until 2023-05-01`; a version without days holds for the whole life of its entry. */
export function span(view: View, of: { readonly from?: string | undefined; readonly until?: string | undefined }): Html {
  const t = view.t.law;
  if (of.from === undefined && of.until === undefined) return html`${t.always}`;
  return html`${of.from !== undefined && t.fromDay(isoDay(of.from))}${of.from !== undefined && of.until !== undefined && view.t.space}${of.until !== undefined && t.untilDay(isoDay(of.until))}`;
}

export function endRule(view: View, rule: EndRuleView): Html {
  const { t, language } = view;
  switch (rule.kind) {
    case "fixed":
      return html`<p>${t.endRules.fixed(length(view, rule), t.endRules.from[rule.from])}</p>`;
    case "untilDone":
      return html`<p>${t.ends.untilDone}${t.colon}${named(rule.what, language)}</p>`;
    case "reviewFrom":
      return html`<p>${t.endRules.review(length(view, rule), t.endRules.from[rule.from])}${t.space}${named(rule.what, language)}</p>`;
    case "permanent":
      return html`<p>${t.ends.permanent}${t.colon}${named(rule.because, language)}</p>`;
    case "notStated":
      return html`<p>${t.endRules.notStated}</p>`;
  }
}

function length(view: View, rule: { readonly years?: number; readonly months?: number; readonly days?: number }): string {
  const t = view.t.units;
  return [
    ...(rule.years === undefined ? [] : [t.years(rule.years)]),
    ...(rule.months === undefined ? [] : [t.months(rule.months)]),
    ...(rule.days === undefined ? [] : [t.days(rule.days)]),
  ].join(view.t.space);
}

/** From when one may take it: a term from its end, what a decision or a deed brings about on that day, all else at once or after months. */
function earliestOf(view: View, rule: ExitRuleView): string {
  const t = view.t.exits;
  if (rule.earliestMonths !== undefined) return t.afterMonths(rule.earliestMonths);
  if (rule.act === "term") return view.t.exitActs.term;
  return t.sameDay[rule.act] ?? t.atOnce;
}

export function exitRules(view: View, rules: readonly ExitRuleView[]): Html {
  const { t, language } = view;
  if (rules.length === 0) return html`<p class="nil">${t.exits.noneInLaw}</p>`;
  return html`<ol class="exits">${rules.map(
    (rule) => html`<li><h3>${named(rule.names, language)}</h3><p class="earliest">${earliestOf(view, rule)}</p>
<div class="body">${rule.conditions.length > 0 && html`<ul class="plain">${rule.conditions.map((condition) => html`<li>${named(condition, language)}</li>`)}</ul>`}
<p>${rule.by !== undefined && html`${t.exits.by}${t.space}${lawName(view, rule.by)}${t.stop}${t.space}`}${rule.decideWithin !== undefined && html`${t.exits.within(t.units[rule.decideWithin.unit](rule.decideWithin.count))}${t.space}`}${basisLinks(view, rule.basis)}</p></div></li>`,
  )}</ol>`;
}
