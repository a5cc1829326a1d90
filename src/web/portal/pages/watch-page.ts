// The morning page of a watch list: what the register told of these organisations in the last days, where each stands today, the addresses of
// the feeds, and the way to be rid of it. Whoever has its address sees it; no index of such lists exists.
import { organisationPath, pageAddress } from "../addresses.ts";
import { codeText, count, exitDay, isoDay, longDay, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { alerts } from "../parts/alerts.ts";
import { page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { sheetTable, type Sheet } from "../parts/sheet.ts";
import { badge, stateMark } from "../parts/signs.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { OrganisationInRow, WatchModel } from "../view-models-suppliers.ts";

const STATES = ["bound", "undetermined", "may", "favoured", "clear"] as const;

export function watchPage({ clocks: _now, ...frame }: Frame, model: WatchModel): Html {
  // It stands at now: its address holds on to no day.
  const view = viewOf(frame);
  const { t: all, language } = view;
  const t = all.suppliers.watch;
  const title = model.label === "" ? t.title : model.label;
  const [atom, json] = (["atom", "json"] as const).map((form) => watchAddress(frame, model.token, form));
  const body = html`<div class="width"><h1 class="found"><bdi>${spoken(title, language)}</bdi></h1><p class="lead">${t.lead(count(model.organisations.length, language))}</p><p class="fine">${t.secret}</p>
${block("changes", t.changes, html`${t.since}${all.space}${longDay(model.since, language)}`, changes(view, model))}
${block("today", t.today, longDay(model.on, language), html`<dl class="counts watch-counts">${STATES.map((state) => html`<div><dt>${stateMark(view, state)}</dt><dd>${count(model.states[state], language)}</dd></div>`)}</dl>${sheetTable(view, watchedSheet(view, model))}`)}
${block("feeds", t.feeds, t.feedsNote, html`<dl class="fields addresses"><div><dt>Atom</dt><dd><a href="${atom}"><code class="whole">${frame.origin}${atom}</code></a></dd></div><div><dt>JSON Feed</dt><dd><a href="${json}"><code class="whole">${frame.origin}${json}</code></a></dd></div></dl>`)}
${alerts(view, model, watchAddress(frame, model.token))}
${block("delete", t.delete, "", html`<p>${t.deleteNote}</p><form method="post" action="${watchAddress(frame, model.token)}/delete"><button class="second">${t.deleteButton}</button></form>`)}</div>`;
  const feeds = [{ type: "application/atom+xml" as const, title, address: atom ?? "" }, { type: "application/feed+json" as const, title, address: json ?? "" }];
  return page(view, { title, room: "search", trail: [{ words: all.frame.register, path: "/" }, { words: all.suppliers.short, path: "/suppliers" }, { words: t.title }], body, feeds });
}

/** The page of a list, or its feed. */
export function watchAddress({ language }: Pick<Frame, "language">, token: string, form?: "atom" | "json"): string {
  return `/${language}/watch/${token}${form === undefined ? "" : `.${form}`}`;
}

function organisation(view: View, { file, name, code }: OrganisationInRow): Html {
  return html`<a class="name" href="${pageAddress(view.frame, organisationPath(file))}"><bdi>${spoken(name, view.language)}</bdi></a>${under(code === undefined ? html`<span class="code">${file}</span>` : codeText(code.value))}`;
}

function changes(view: View, model: WatchModel): Html {
  const t = view.t.suppliers.watch;
  const note = html`<p class="fine watch-note">${t.endedNote}</p>`;
  if (model.changes.length === 0) return html`${absent(t.none(count(model.days, view.language)), t.noneNote)}${note}`;
  return html`${table("changes-h", [{ title: t.day }, { title: view.t.search.columns.organisation, plain: true, roomy: true }, { title: t.what }, { title: t.list, roomy: true }], model.changes.map((change) => ({ cells: [isoDay(change.day), organisation(view, change.organisation), t.told[change.what], lawLink(view, change.list)] })))}${note}`;
}

/** Where each of them stands today. */
export function watchedSheet(view: View, model: WatchModel): Sheet {
  const t = view.t.suppliers;
  const columns = [{ key: "name", title: view.t.search.columns.organisation, plain: true, roomy: true }, { key: "state", title: t.columns.state, plain: true, wide: true }, { key: "earliest", title: t.columns.earliest }];
  return { name: "today", ids: view.t.organisation.file, columns, rows: model.organisations.map((each) => ({
    of: each.organisation.file,
    cells: [organisation(view, each.organisation), each.state === undefined ? html`<span class="nil">${t.notThen}</span>` : html`${badge(view, each.state)}${each.acts !== undefined && html` <span class="fine">${t.inActs(each.acts)}</span>`}`, each.earliest === undefined ? each.state === "bound" ? html`<span class="nil">${view.t.answer.noDay}</span>` : null : exitDay(each.earliest, view.t.states.provisional)],
  })) };
}
