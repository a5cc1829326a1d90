// Notices: the dashed box for what is absent, the plain one for what to know, and findings with their remedy.
import { heard } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import type { FindingView } from "../view-models-problem.ts";
import { sign } from "./signs.ts";
import type { View } from "./view.ts";

/** What is absent, whether that is known, what one can do. */
export function absent(head: Insert, text: Insert): Html {
  return html`<div class="absent"><p><b>${head}</b>${text}</p></div>`;
}

export function notice(head: Insert, text: Insert): Html {
  return html`<div class="notice"><p><b>${head}</b>${text}</p></div>`;
}

export function findings(view: View, list: readonly FindingView[]): Html {
  return html`<ul class="findings">${list.map((finding) => ({ ...finding, ...view.t.desk.finding(finding) })).map(
    (finding) => html`<li>${sign("finding")}<div><p><b>${heard(finding.message, view.language)}</b> ${heard(finding.remedy, view.language)}</p><p class="fine">${finding.at !== "" && html`<code>${finding.at}</code> `}<code>${finding.code}</code></p></div></li>`,
  )}</ul>`;
}

/** A section of a page: heading with its id, a line beside it, and what it holds. */
export function block(id: string, heading: Insert, aside: Insert, body: Insert): Html {
  return html`<section class="block" id="${id}" aria-labelledby="${id}-h"><header><h2 id="${id}-h">${heading}</h2>${aside !== null && aside !== "" && html`<p class="fine">${aside}</p>`}</header>${body}</section>`;
}
