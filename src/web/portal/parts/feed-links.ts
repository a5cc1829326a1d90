// Feed links: the addresses of what a page can be followed by, for the head of the page and for its reader. They know no clocks: a feed goes on with the days.
import { html, type Html } from "../html.ts";
import type { Frame, Language } from "../view-models.ts";
import type { PageContent } from "./document.ts";
import { block } from "./notices.ts";
import type { View } from "./view.ts";

/** The address of a feed or calendar of a page: of the register at `/feed`, of the law at `/law/calendar`, of a list or an organisation at its own. */
export function followAddress(language: Language, path: string, form: "atom" | "json" | "ics"): string {
  return `/${language}${path}.${form}`;
}

export interface Followed {
  /** Path of the feeds and the calendar, without their ending. */
  readonly path: string;
  readonly title: string;
  /** Whether there is a calendar; default yes. */
  readonly calendar?: boolean;
}

/** For the head of the page. */
export function feedsInHead({ language }: Frame, { path, title }: Followed): NonNullable<PageContent["feeds"]> {
  return [{ type: "application/atom+xml", title, address: followAddress(language, path, "atom") }, { type: "application/feed+json", title, address: followAddress(language, path, "json") }];
}

/** For the reader: each address once, to follow or to copy. */
export function feedLinks(view: View, { path, calendar }: Followed): Html {
  const t = view.t.feeds;
  const { language, origin } = view.frame;
  const forms = [["atom", "Atom"], ["json", "JSON Feed"], ...(calendar === false ? [] : [["ics", t.calendar] as const])] as const;
  return block("follow", t.title, t.note, html`<dl class="fields addresses">${forms.map(([form, words]) => html`<div><dt>${words}</dt><dd><a href="${followAddress(language, path, form)}"><code class="whole">${origin}${followAddress(language, path, form)}</code></a></dd></div>`)}</dl>`);
}
