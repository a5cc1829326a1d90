// Pager: where in a long table one stands, and the pages before and after. The position freezes what is counted.
import { pageAddress } from "../addresses.ts";
import { count } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { View } from "./view.ts";

export interface Stretch {
  readonly first: number;
  readonly shown: number;
  readonly total: number;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Of the law itself: the rulebook and the law's day settle what is counted, not the ledger. */
  readonly ofLaw?: boolean;
}

export function pager(view: View, stretch: Stretch): Html {
  const { frame, t, language } = view;
  const last = stretch.first + stretch.shown - 1;
  // The links hold on to the position, so that a page turned later belongs to the same count.
  const to = (token: string): string => pageAddress(frame, frame.path, { ...frame.query, page: token, ...(frame.clocks === undefined || stretch.ofLaw === true ? {} : { known: String(frame.clocks.known) }) });
  const position = frame.clocks === undefined || stretch.ofLaw === true ? "" : count(frame.clocks.known, language);
  return html`<nav class="pager" aria-label="${t.pager.title}"><p>${t.pager.stretch(count(stretch.first, language), count(last, language), count(stretch.total, language), position)}</p>
<p>${stretch.previous !== undefined && html`<a rel="prev" href="${to(stretch.previous)}">${t.pager.previous}</a>`} ${stretch.next !== undefined && html`<a rel="next" href="${to(stretch.next)}">${t.pager.next}</a>`}</p></nav>`;
}
