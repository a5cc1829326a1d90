// The ways along the law and what is said of it as a whole, above every page about it; the one that is open marked.
import { pageAddress } from "../addresses.ts";
import { html, type Html } from "../html.ts";
import type { LawWay } from "../view-models-law.ts";
import type { View } from "./view.ts";

export type LawTab = LawWay | "search" | "diff" | "changes" | "lint";

export const LAW_WAYS: readonly LawWay[] = ["list", "memorandum", "measure", "authority", "article", "kind"];

export function lawTabs(view: View, open?: LawTab): Html {
  const { frame, t } = view;
  const tabs: readonly (readonly [LawTab, string, string])[] = [
    ...LAW_WAYS.map((way) => [way, `/law/by/${way}`, t.pages.ways[way]] as const),
    ["search", "/law/search", t.pages.front.search], ["diff", "/law/diff", t.pages.front.diff], ["lint", "/law/lint", t.pages.front.lint], ["changes", "/law/changes", t.pages.front.changes],
  ];
  return html`<nav class="tabs" aria-label="${t.pages.front.ways}"><ul>${tabs.map(([tab, path, words]) => html`<li><a href="${pageAddress(frame, path)}"${tab === open && html` aria-current="page"`}>${words}</a></li>`)}</ul></nav>`;
}
