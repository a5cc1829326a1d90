// Signs: squares are burdens, circles are freedom, the diamond is what is not known, dashes are not yet fixed.
// Drawn once at the top of each page and used from there; a sign never stands without its word.
import { html, raw, type Html } from "../html.ts";
import type { State } from "../view-models.ts";
import type { View } from "./view.ts";

export type Sign = State | "finding" | "error" | "brand";

/** Every sign on a ground of 20; the mark is the open frame with the arrow through the gap. */
export const signs: Html = raw`<svg class="signs" aria-hidden="true" focusable="false" width="0" height="0">
<symbol id="s-bound" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M1.5 1.5h17v17h-17zm4 7v3h9v-3z"/></symbol>
<symbol id="s-may" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2.4"><path d="M2.7 2.7h14.6v14.6H2.7z"/><path d="M6.2 10h7.6"/></g></symbol>
<symbol id="s-clear" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2.2"><circle cx="10" cy="10" r="8"/><path d="m6 10.4 2.8 2.7 5.3-5.8"/></g></symbol>
<symbol id="s-undetermined" viewBox="0 0 20 20"><path fill="none" stroke="currentColor" stroke-width="2.2" d="m10 1.6 8.4 8.4-8.4 8.4L1.6 10z"/><path fill="currentColor" d="M10 1.6v16.8L1.6 10z"/></symbol>
<symbol id="s-favoured" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.7 5.2h2.6v3.5h3.5v2.6h-3.5v3.5H8.7v-3.5H5.2V8.7h3.5z"/></symbol>
<symbol id="s-released" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2.3"><path d="M12.8 2.6H2.6v14.8h10.2"/><path d="M7.4 10h10.8m-3.9-4 4 4-4 4"/></g></symbol>
<symbol id="s-provisional" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2.2"><circle cx="10" cy="10" r="7.9" stroke-dasharray="4.2 2"/><path d="M10 5.6V10l3.1 2"/></g></symbol>
<symbol id="s-open" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7.9" fill="none" stroke="currentColor" stroke-width="2"/></symbol>
<symbol id="s-finding" viewBox="0 0 20 20"><g fill="none" stroke="currentColor" stroke-width="2.1"><path d="M10 2.3 18.6 17.8H1.4z"/><path d="M10 7.6v5m0 1.5v2"/></g></symbol>
<symbol id="s-error" viewBox="0 0 20 20"><path fill="currentColor" fill-rule="evenodd" d="M10 1.4 19.4 18.8H.6zM8.9 7h2.2v5.6H8.9zm0 7h2.2v2.3H8.9z"/></symbol>
<symbol id="s-brand" viewBox="0 0 40 32"><g fill="none" stroke="currentColor" stroke-width="3.6"><path d="M26 9.4V4H4v24h22v-5.4"/><path d="M14 16h24m-6.4-6.2L38 16l-6.4 6.2"/></g></symbol>
</svg>`;

export function sign(name: Sign): Html {
  return html`<svg class="sign" aria-hidden="true" focusable="false"><use href="#s-${name}"/></svg>`;
}

/** Sign and word in the state's colour; the word of the dictionary unless another is given. */
export function stateMark(view: View, state: State, words?: string): Html {
  return html`<span class="state is-${state}">${sign(state)}${words ?? view.t.states[state]}</span>`;
}

/** The same in its frame: the shape and fill tell the state without the colour. */
export function badge(view: View, state: State, words?: string): Html {
  return html`<span class="state badge is-${state}">${sign(state)}${words ?? view.t.states[state]}</span>`;
}
