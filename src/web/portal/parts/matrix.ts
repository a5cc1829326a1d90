// Matrix: authorities and effects as a table, the cascade's text. Sign and clause number in each cell, totals in the foot.
import { html, type Html } from "../html.ts";
import type { Effect } from "../view-models.ts";
import type { ClauseView, MemorandumModel } from "../view-models-memorandum.ts";
import { clauseLabel } from "./basis.ts";
import { authoritiesOf, clauseAnchor, effectsOf, FAVOURS, organisationClauses } from "./clauses.ts";
import { sign } from "./signs.ts";
import { lawLink, type View } from "./view.ts";

export function matrix(view: View, model: MemorandumModel, name: string): Html {
  const t = view.t.matrix;
  const clauses = organisationClauses(model);
  const effects = effectsOf(clauses);
  const authorities = authoritiesOf(clauses);
  return html`<div class="scroller" tabindex="0" role="group" aria-labelledby="${name}"><table class="matrix">
<thead><tr><th scope="col">${t.authority}</th>${effects.map((effect) => html`<th scope="col">${view.t.effects[effect]}</th>`)}<th scope="col" class="number total">${t.measures}</th></tr></thead>
<tbody>${authorities.map((authority) => {
    const own = clauses.filter((clause) => clause.authority === authority);
    const owner = model.lists.some((list) => list.owner === authority);
    return html`<tr><th scope="row">${lawLink(view, authority)}${owner && html`<span class="under">${t.owner}</span>`}</th>${effects.map((effect) => html`<td>${cell(view, own, effect)}</td>`)}<td class="number total">${own.length}</td></tr>`;
  })}</tbody>
<tfoot><tr><th scope="row">${t.all(authorities.length)}</th>${effects.map((effect) => html`<td>${totals(view, clauses, effect)}</td>`)}<td class="number total">${clauses.length}</td></tr></tfoot>
</table></div>`;
}

function cell(view: View, clauses: readonly ClauseView[], effect: Effect): Html {
  const here = clauses.filter((clause) => clause.effects.includes(effect));
  if (here.length === 0) return html`<span class="unseen">${view.t.matrix.none}</span>`;
  return html`<ul>${here.map((clause) => html`<li><a href="#${clauseAnchor(clause.measure)}">${markOf(effect, clause)}<span class="unseen">${view.t.force[clause.force]}${view.t.comma}${view.t.matrix.clause} </span>${clause.clause === undefined ? "§" : clauseLabel(view, clause.clause)}</a></li>`)}</ul>`;
}

function totals(view: View, clauses: readonly ClauseView[], effect: Effect): Html {
  const here = clauses.filter((clause) => clause.effects.includes(effect));
  const free = here.filter((clause) => clause.force === "discretionary");
  const must = here.filter((clause) => clause.force !== "discretionary");
  return html`<ul>${[must, free].map((group) => group[0] !== undefined && html`<li>${markOf(effect, group[0])}<span class="unseen">${view.t.force[group[0].force]}</span> × ${group.length}</li>`)}</ul>`;
}

function markOf(effect: Effect, clause: ClauseView): Html {
  const favour = FAVOURS.has(effect);
  if (clause.force === "discretionary") return html`<span class="is-${favour ? "favoured" : "may"}">${sign(favour ? "open" : "may")}</span>`;
  return html`<span class="is-${favour ? "favoured" : "bound"}">${sign(favour ? "favoured" : "bound")}</span>`;
}
