// Criteria: the law's condition as a tree of words, with the comparison under each leaf.
import { named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { CriterionView } from "../view-models-rules.ts";
import { basisLinks } from "./basis.ts";
import { lawLink, type View } from "./view.ts";

export function criteria(view: View, list: readonly CriterionView[]): Html {
  return html`<ul class="criteria">${list.map((one) => html`<li>${criterion(view, one)}</li>`)}</ul>`;
}

function criterion(view: View, one: CriterionView): Html {
  const { t, language } = view;
  const head = one.names === undefined ? null : html`<b>${named(one.names, language)}</b>`;
  const law = one.basis === undefined || one.basis.length === 0 ? null : html` ${basisLinks(view, one.basis)}`;
  switch (one.kind) {
    case "all":
    case "any":
    case "none":
    case "atLeast":
      return html`<p>${head}${head !== null && t.colon}<span class="joint">${one.kind === "atLeast" ? t.criteria.atLeast(one.count ?? 1) : t.criteria[one.kind]}</span>${law}</p>${criteria(view, one.of ?? [])}`;
    case "exceptions":
      return html`<p>${head}</p>${one.rule !== undefined && criteria(view, [one.rule])}<p class="joint">${t.criteria.unless}</p>${criteria(view, one.unless ?? [])}`;
    case "records":
      return html`<p>${head}${law}</p><p class="more">${t.criteria.records(one.count ?? 1)}${t.space}${one.type !== undefined && lawLink(view, one.type)}${one.months !== undefined && t.criteria.withinMonths(one.months)}${one.whose !== undefined && t.criteria.whose[one.whose]}</p>${one.where !== undefined && html`<p class="joint">${t.criteria.where}</p>${criteria(view, [one.where])}`}`;
    case "listed":
      return html`<p>${head}${law}</p><p class="more">${t.criteria.listed(one.count ?? 1)}${t.space}${one.colour !== undefined && t.colours[one.colour]}${(one.lists ?? []).map((list, index) => html`${index > 0 && t.comma}${lawLink(view, list)}`)}${one.whose !== undefined && t.criteria.whose[one.whose]}</p>`;
    default:
      return html`<p>${head}${law}</p>${one.expression !== undefined && html`<p class="more"><code>${one.expression}</code></p>`}${one.presume !== undefined && html`<p class="more">${t.criteria.presumed(one.presume.value)}${t.space}${named(one.presume.because, language)}</p>`}`;
  }
}
