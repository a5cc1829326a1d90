// Parts of the organisation's own desk: marks of what is on file, the links by which it asks, and why something cannot be asked.
import { heard, isoDay } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { State } from "../view-models.ts";
import type { OwnAsk, OwnMark, OwnWhy } from "../view-models-own.ts";
import { badge } from "./signs.ts";
import type { View } from "./view.ts";
import { citation, sayingOf } from "./wrong.ts";

const MARK_STATES = {
  public: "open", notPublic: "open", notYetPublic: "open", masked: "open", noLongerPublic: "released", disputed: "undetermined", stayed: "provisional", repaired: "clear", ended: "released", annulled: "released", toGo: "undetermined",
} as const satisfies Record<OwnMark, State>;

/** What became of a thing, each with its shape; the case that runs about it leads on. */
export function marks(view: View, list: readonly OwnMark[], matter: string | undefined): Html {
  return html`<ul class="marks">${list.map((mark) => html`<li>${badge(view, MARK_STATES[mark], view.t.own.marks[mark])}</li>`)}${matter !== undefined && html`<li><a href="${caseAddress(view, matter)}">${view.t.own.desk.disputedIn}</a></li>`}</ul>`;
}

/** What can be asked about a thing: a link each, with its day where it is not open yet, and why where it is not possible. */
export function askLinks(view: View, asks: readonly OwnAsk[]): Html | null {
  if (asks.length === 0) return null;
  return html`<ul class="asks">${asks.map((ask) => html`<li>${askLink(view, ask)}</li>`)}</ul>`;
}

export function askLink(view: View, ask: OwnAsk): Html {
  const t = view.t.own;
  const words = t.purposes[ask.purpose];
  if (ask.allowed) return html`<a class="button second" href="${askAddress(view, ask)}">${words}</a>`;
  if (ask.opens !== undefined) return html`<a href="${askAddress(view, ask)}">${words}</a> <span class="fine">${t.desk.from}${view.t.space}${isoDay(ask.opens)}</span>`;
  return html`<details><summary>${words}${view.t.colon}${t.desk.why}</summary>${ask.why !== undefined && whyNot(view, ask.why)}</details>`;
}

/** The reason with the rule it rests on; the message ends with its citation in brackets, which stands beside it as a link. */
export function whyNot(view: View, why: OwnWhy): Html {
  const { message, citation: cited, articles } = why;
  const end = ` (${cited})`;
  const said = view.t.desk.said(why, sayingOf(view));
  return html`<p>${heard(said !== undefined ? `${said.message}${said.possible}` : message.endsWith(end) ? message.slice(0, -end.length) : message, view.language)} <span class="fine">${citation(view, cited, articles)}</span></p>`;
}

export function askAddress(view: View, { purpose, about, procedure }: Pick<OwnAsk, "purpose" | "about" | "procedure">, exit?: string): string {
  const query = new URLSearchParams({ purpose, about, ...(procedure === undefined || about !== "organisation" ? {} : { procedure }), ...(exit === undefined ? {} : { exit }) });
  return `/${view.language}/desk/organisation/ask?${query.toString()}`;
}

export function caseAddress(view: View, matter: string): string {
  return `/${view.language}/desk/cases/${encodeURIComponent(matter)}`;
}
