// Home: the question as a sentence, what the register holds today, the latest decisions, the lists.
import { movedClocks, organisationPath, pageAddress } from "../addresses.ts";
import { count, isoDay, longDay, spoken, told } from "../format.ts";
import { html, joined, raw, type Html } from "../html.ts";
import { actOptions } from "../parts/ask.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { listsTable } from "../parts/lists-table.ts";
import { feedLinks, feedsInHead } from "../parts/feed-links.ts";
import { absent, block } from "../parts/notices.ts";
import { badge, stateMark } from "../parts/signs.ts";
import { deliveries, regimes } from "../parts/strips.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import { quoted } from "../shell.ts";
import type { Frame, State } from "../view-models.ts";
import type { HomeModel, LatestRow } from "../view-models-home.ts";

export function homePage(frame: Frame, model: HomeModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const followed = { path: "/feed", title: t.feeds.of.register, calendar: false };
  const body = html`${question(view, model)}
<div class="width">${clockBarIfMoved(view)}<div class="columns"><div>
${block("latest", t.home.latest, t.home.latestNote, latest(view, model.latest))}
</div><div>
${block("state", t.home.now, frame.clocks === undefined ? "" : longDay(frame.clocks.on, view.language), html`${counts(view, model.counts)}<p class="onward"><a href="${pageAddress(frame, "/statistics")}">${t.statistics.link}</a> <span class="fine">${t.statistics.linkNote}</span></p><p><a href="${pageAddress(frame, "/authorities")}">${t.own.authorities.link}</a> <span class="fine">${t.own.authorities.linkNote}</span></p>`)}
</div></div>
${block("roles", t.home.roles.title, "", roles(view))}
${block("lists", t.frame.rooms.lists, html`<a href="${pageAddress(frame, "/lists")}">${t.home.allLists}</a>`, model.lists.length === 0 ? absent(t.latest.noLists, t.latest.noListsNote) : listsTable(view, "lists-h", model.lists))}
${model.regimes.length > 0 && block("laws", t.home.regimes, t.home.regimesNote, regimes(view, model.regimes))}
${model.deliveries.length > 0 && block("sources", t.deliveries.title, t.deliveries.note, deliveries(view, model.deliveries, model.neverDelivered))}
${feedLinks(view, followed)}</div>`;
  return page(view, { title: t.home.title, room: "search", body, scripts: ["suggest.js"], json: "/v1/overview", ...(model.examples[0] === undefined ? {} : { command: `./probity find ${quoted(model.examples[0])}` }), citation: t.home.cited, feeds: feedsInHead(frame, followed) });
}

/** What each reader comes for. Desks are open in the model jurisdiction alone. */
function roles(view: View): Html {
  const desks = view.frame.register.model !== undefined;
  return html`<div class="roles">${view.t.home.roles.of.map(({ who, links }) => html`<section><h3>${who}</h3><ul>${links.filter(([path]) => desks || path !== "/desk").map(([path, words]) => html`<li><a href="${pageAddress(view.frame, path)}">${words}</a></li>`)}</ul></section>`)}</div>`;
}

/** Each language has its own order of the sentence. */
function question(view: View, model: HomeModel): Html {
  const { frame, t } = view;
  const fields = { organisation: organisationField(view), day: dayField(view), act: actField(view, model) };
  return html`<section class="hero" aria-labelledby="question"><div class="width"><h1 id="question">${frame.clocks === undefined || frame.clocks.on === frame.clocks.today ? t.home.question : t.home.questionThen}</h1><p class="lead">${t.home.lead}</p>
<form class="sentence" role="search" method="get" action="/${frame.language}/search">
${t.home.sentence.map((part) => (part === "organisation" || part === "day" || part === "act" ? fields[part] : html`<span class="word" aria-hidden="true">${part}</span>`))}
${hiddenClocks(view)}<button>${t.home.ask}</button></form>
${model.examples.length > 0 && html`<p class="hint">${t.home.forExample}${t.space}${joined(model.examples.map((example) => html`<a href="${pageAddress(frame, "/search", { q: example })}">${spoken(example, view.language)}</a>`), raw` · `)}</p>`}<p class="hint"><a href="${pageAddress(frame, "/suppliers")}">${t.suppliers.link}</a></p></div></section>`;
}

/** The day is a field of the sentence; the other two clocks go along. */
function hiddenClocks(view: View): readonly Html[] {
  const moved = view.frame.clocks === undefined ? {} : movedClocks(view.frame.clocks);
  return Object.entries(moved).flatMap(([name, value]) => (name === "on" ? [] : [html`<input type="hidden" name="${name}" value="${value}">`]));
}

function organisationField(view: View): Html {
  return html`<div class="field-organisation"><label for="q">${view.t.home.organisation}</label><input id="q" name="q" type="search" placeholder="${view.t.home.placeholder}" autocomplete="off" data-suggest="${view.t.search.suggestions}"></div>`;
}

function dayField(view: View): Html {
  return html`<div class="field-day"><label for="on">${view.t.home.day}</label><input class="day" id="on" name="on" type="text" value="${view.frame.clocks?.on}" autocomplete="off"></div>`;
}

function actField(view: View, model: HomeModel): Html {
  return html`<div class="field-act"><label for="act">${view.t.home.act}</label><select id="act" name="act"><option value="">${view.t.home.anyAct}</option>${actOptions(model.acts, undefined, view.language)}</select></div>`;
}

function counts(view: View, of: HomeModel["counts"]): Html {
  const t = view.t.home.counts;
  const marked = (state: State, words: string, note: string, value: number | undefined): Html | null =>
    value === undefined ? null : html`<div><dt>${stateMark(view, state, words)} <span class="fine">${note}</span></dt><dd>${count(value, view.language)}</dd></div>`;
  return html`<dl class="counts"><div><dt>${t.organisations}</dt><dd>${count(of.organisations, view.language)}</dd></div>
${of.listed !== undefined && html`<div><dt>${t.listed}</dt><dd>${count(of.listed, view.language)}</dd></div>`}
${marked("bound", view.t.states.bound, t.bound, of.bound)}${marked("may", view.t.states.may, t.may, of.may)}${marked("undetermined", view.t.states.undetermined, t.undetermined, of.undetermined)}${marked("favoured", view.t.states.favoured, t.favoured, of.favoured)}${marked("released", t.releasedYear, t.released, of.released)}${marked("provisional", t.provisionalDays, t.provisional, of.provisional)}${marked("undetermined", t.heldRows, t.held, of.held)}</dl>`;
}

const SIGNS = {
  listed: "bound", reported: "bound", noticed: "may", proposed: "may", recorded: "open", favoured: "favoured", edition: "open", corrected: "clear", objected: "open", applied: "bound", declined: "clear",
} as const satisfies Record<LatestRow["what"], State>;

function latest(view: View, rows: readonly LatestRow[]): Html {
  const t = view.t.latest;
  if (rows.length === 0) return absent(t.none, t.noneNote);
  const columns = [{ title: t.day }, { title: t.what }, { title: t.organisation, roomy: true }, { title: t.of, roomy: true }, { title: t.by, wide: true }];
  return table("latest-h", columns, rows.map((row) => ({
    cells: [
      html`${isoDay(row.day)}${row.inferred === true && under(badge(view, "provisional", view.t.lists.inferred))}`,
      stateMark(view, SIGNS[row.what], t.events[row.what]),
      html`${row.organisation === undefined ? t.all : html`<a href="${pageAddress(view.frame, organisationPath(row.organisation.file))}">${spoken(row.organisation.name, view.language)}</a>`}${row.note !== undefined && under(told(row.note, view.language))}`,
      lawLink(view, row.of),
      row.by === undefined ? null : lawName(view, row.by),
    ],
  })));
}
