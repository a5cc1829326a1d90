// Filters: a form of choices that narrows a table of the law. Everything else that was asked stays in the address.
import { movedClocks, pageAddress } from "../addresses.ts";
import { count, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { LawFilterView } from "../view-models-law.ts";
import type { View } from "./view.ts";

interface FilterForm {
  readonly path: string;
  readonly filters: readonly LawFilterView[];
  /** What else was asked and is kept: `q`, `from`. */
  readonly keep?: readonly string[];
  readonly button?: string;
}

export function filterForm(view: View, { path, filters, keep = [], button }: FilterForm): Html | null {
  const { frame, t } = view;
  if (filters.length === 0) return null;
  const clocks = frame.clocks === undefined ? {} : movedClocks(frame.clocks);
  const kept = Object.fromEntries(keep.flatMap((name) => (frame.query[name] === undefined ? [] : [[name, frame.query[name]]])));
  return html`<form class="narrowing" method="get" action="/${frame.language}${path}" aria-label="${t.pages.filters.title}">${Object.entries({ ...kept, ...clocks }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${filters.map((filter) => filterField(view, filter))}
<button class="second">${button ?? t.pages.filters.apply}</button>${filters.some((filter) => filter.chosen !== "") && html`<a class="clear" href="${pageAddress(frame, path, kept)}">${t.pages.filters.clear}</a>`}</form>`;
}

function filterField(view: View, filter: LawFilterView): Html {
  const { t } = view;
  const id = `filter-${filter.name}`;
  const known = filter.choices.some((choice) => choice.value === filter.chosen);
  // Where a choice of its own stands for all of them, the first one is what an empty address means.
  const open = filter.choices.some((choice) => choice.value === "any" || choice.value === "with") ? null : html`<option value="">${t.pages.filters.any}</option>`;
  return html`<span class="choice"><label for="${id}">${t.pages.filters.names[filter.name] ?? filter.name}</label><select id="${id}" name="${filter.name}">${open}${filter.chosen !== "" && !known && html`<option value="${filter.chosen}" selected>${valueWords(view, filter.name, { value: filter.chosen })}</option>`}${filter.choices.map((choice) => html`<option value="${choice.value}"${choice.value === filter.chosen && html` selected`}>${valueWords(view, filter.name, choice)}${choice.count !== undefined && ` · ${count(choice.count, view.language)}`}</option>`)}</select></span>`;
}

/** A value by the law's name for it, or by ours. */
export function valueWords(view: View, filter: string, choice: { readonly value: string; readonly names?: LawFilterView["choices"][number]["names"] }): string {
  const { t, language, frame } = view;
  const { value } = choice;
  const names = choice.names ?? frame.law[value]?.names;
  if (names !== undefined) return wordsOf(names, language);
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    standing: { ...t.pages.standing, ...t.pages.filters.standings }, people: t.pages.filters.people, kind: t.kinds, confidence: t.law.confidence, effect: t.effects, force: t.force, colour: t.colours, severity: t.pages.lint.severity, power: t.words["powers"] ?? {},
  };
  return tables[filter]?.[value] ?? t.words[filter]?.[value] ?? value;
}
