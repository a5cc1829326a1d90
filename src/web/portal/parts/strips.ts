// Strips: eight regimes in a row, and the deliveries of the sources. Both are lists first and drawings second.
import { atClocks, pageAddress } from "../addresses.ts";
import { isoDay, named } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { DeliveryView, RegimeView } from "../view-models.ts";
import { stateMark } from "./signs.ts";
import { lawLink, type View } from "./view.ts";

export function regimes(view: View, list: readonly RegimeView[]): Html {
  return html`<ol class="regimes">${list.map(
    (one) => html`<li${one.current && html` class="current" aria-current="date"`}><a class="year" href="${atClocks(view.frame, { law: one.law })}">${named(one.label, view.language)}</a>${one.state !== undefined && stateMark(view, one.state)}${one.title !== undefined && html`<span>${named(one.title, view.language)}</span>`}${one.note !== undefined && html`<span class="fine">${named(one.note, view.language)}</span>`}</li>`,
  )}</ol>`;
}

/** @param never how many more lists nobody has delivered; they are named among all lists */
export function deliveries(view: View, list: readonly DeliveryView[], never = 0): Html {
  const t = view.t.deliveries;
  return html`<ul class="sources">${list.map((one) => delivery(view, one))}</ul>${never > 0 && html`<p class="fine tally">${stateMark(view, "undetermined", t.neverDelivered(never))}${view.t.space}<a href="${pageAddress(view.frame, "/lists")}">${t.all}</a></p>`}`;
}

function delivery(view: View, one: DeliveryView): Html {
  const t = view.t.deliveries;
  const late = one.state === "late" || one.state === "never";
  const words = one.state === "late" && one.daysLate !== undefined ? t.daysLate(one.daysLate) : t.states[one.state];
  return html`<li${late && html` class="unknown"`}><b>${lawLink(view, one.of)}</b>${stateMark(view, late ? "undetermined" : one.state === "received" ? "open" : "clear", words)}<span class="fine">${one.rhythm !== undefined && html`${named(one.rhythm, view.language)}${t.comma}`}${one.last === undefined ? t.nothingYet : html`${t.last}${view.t.space}${isoDay(one.last)}`}${one.inferred === true && html`${view.t.space}${t.inferred}`}</span></li>`;
}
