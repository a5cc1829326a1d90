// Changes of the law, turning day by turning day, for whom they concern; and the address of a feed that tells of them.
import { pageAddress, queryText } from "../addresses.ts";
import { longDay, told } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { followAddress } from "../parts/feed-links.ts";
import { filterForm } from "../parts/law-filters.ts";
import { standingMarks } from "../parts/law-rows.ts";
import { lawTabs } from "../parts/law-tabs.ts";
import { absent, block } from "../parts/notices.ts";
import { badge } from "../parts/signs.ts";
import { lawAddress, viewOf, type View } from "../parts/view.ts";
import { optionOf } from "../shell.ts";
import type { Frame } from "../view-models.ts";
import type { LawChangesModel } from "../view-models-law.ts";

const SHOWN_A_DAY = 8;

export function lawChangesPage(frame: Frame, model: LawChangesModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const words = t.pages.changes;
  const [atom, json] = (["atom", "json"] as const).map((form) => feedAddress(frame, form));
  const calendar = followAddress(frame.language, "/law/calendar", "ics");
  const body = html`<div class="width"><h1 class="found">${words.title}</h1><p class="lead">${words.lead}</p>${lawTabs(view, "changes")}
${block("concerns", words.form, "", html`<p class="fine">${words.formNote}</p>${filterForm(view, { path: "/law/changes", filters: model.filters, button: words.make })}
<dl class="fields addresses"><div><dt>Atom</dt><dd><a href="${atom}"><code class="whole">${frame.origin}${atom}</code></a></dd></div><div><dt>JSON Feed</dt><dd><a href="${json}"><code class="whole">${frame.origin}${json}</code></a></dd></div><div><dt>${t.feeds.lawCalendar}</dt><dd><a href="${calendar}"><code class="whole">${frame.origin}${calendar}</code></a></dd></div></dl><p class="fine">${words.addressNote}</p>`)}
${block("days", words.days, "", model.days.length === 0 ? absent(words.none, words.noneNote) : html`<ol class="turns">${model.days.map((day) => turn(view, day))}</ol>${model.more && html`<p class="fine"><a href="${pageAddress(frame, "/law/diff")}">${words.older}</a></p>`}`)}</div>`;
  const feeds = [{ type: "application/atom+xml" as const, title: words.title, address: atom ?? "" }, { type: "application/feed+json" as const, title: words.title, address: json ?? "" }];
  return page(view, { title: words.title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: words.title }], body, json: `/v1/law/changes${queryText(frame.query)}`, command: `./probity law changes${["sector", "region", "authority", "list", "kind", "people"].map((name) => optionOf(name, frame.query[name])).join("")}`, citation: words.title, feeds });
}

/** The feed with the filters of the page and no clocks: it goes on with the days. */
export function feedAddress(frame: Frame, form: "atom" | "json"): string {
  return `/${frame.language}/law/changes.${form}${queryText(frame.query)}`;
}

function turn(view: View, { day, announced, changes }: LawChangesModel["days"][number]): Html {
  const { t, frame, language } = view;
  const words = t.pages.changes;
  const count = (what: string): number => changes.filter((change) => change.what === what).length;
  const more = changes.length - SHOWN_A_DAY;
  return html`<li id="day-${day}"><h3>${longDay(day, language)} ${announced && badge(view, "provisional", words.announced)} <span class="fine">${words.counts(count("began"), count("ended"), count("changed"))}</span></h3>
<ul class="told">${changes.slice(0, SHOWN_A_DAY).map((change) => html`<li>${told(change.words, language)}${standingMarks(view, "inForce", change.people)} <a href="${lawAddress(view, change.entry)}"><code>${change.entry}</code></a></li>`)}</ul>
<p class="fine"><a href="${diffAddress(frame, day)}">${more > 0 ? html`${words.more(more)}${t.colon}` : ""}${words.seeAll}</a></p></li>`;
}

/** The differences between a turning day and the day before it, for the same readers. */
export function diffAddress(frame: Frame, day: string): string {
  return pageAddress(frame, "/law/diff", { ...frame.query, from: previousDay(day), to: day });
}

function previousDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}
