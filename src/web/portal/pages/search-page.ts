// Search: organisations by code, name, part of a name or pinyin; what is held apart; and that no person can be found.
import { movedClocks, organisationPath, pageAddress, queryText } from "../addresses.ts";
import { calm, codeText, count, languageOf, LOCALES, longDay, marked, named, spoken, told, wordsOf } from "../format.ts";
import { html, joined, raw, type Html } from "../html.ts";
import { dayInput } from "../parts/day-input.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { absent, block, notice } from "../parts/notices.ts";
import { earliestCell } from "../parts/exits.ts";
import { pager } from "../parts/pager.ts";
import { badge, stateMark } from "../parts/signs.ts";
import { deliveries } from "../parts/strips.ts";
import { fileLinks } from "../parts/sheet.ts";
import { table, under, type Column } from "../parts/table.ts";
import { lawName, viewOf, type View } from "../parts/view.ts";
import { quoted } from "../shell.ts";
import type { Frame } from "../view-models.ts";
import type { FacetView, HeldView, HitView, SearchModel } from "../view-models-search.ts";

export function searchPage(frame: Frame, model: SearchModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const title = model.asked === "" || model.person === true ? t.search.title : t.search.matching(model.asked);
  const body = html`<div class="width"><h1 class="found">${calm(title)}</h1>
${searchForm(view, model.person === true ? "" : model.asked)}
${clockBarIfMoved(view)}
<p class="fine">${t.search.readAs}${model.also.length > 0 && html`${t.space}${t.search.also}${t.space}${joined(model.also.map((word) => html`<a href="${pageAddress(frame, "/search", { ...frame.query, q: word, page: undefined })}">${spoken(word, view.language)}</a>`), raw` · `)}`}</p>
<div class="${model.facets.length > 0 ? "results filtered" : "results"}">
${model.facets.length > 0 && filters(view, model)}
<div>${found(view, model)}
<div class="aside-notes">${model.held.map((held) => heldNotice(view, held))}${absent(t.search.person, t.search.noPerson)}</div>
${model.deliveries.length > 0 && block("sources", t.deliveries.title, t.deliveries.note, deliveries(view, model.deliveries))}</div></div></div>`;
  return page(view, {
    title: model.person === true ? t.search.title : t.search.short(model.asked, model.total),
    room: "search",
    trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.search }],
    body,
    scripts: ["suggest.js"],
    ...(model.person === true ? {} : { json: `/v1/organisations${queryText({ q: model.asked, ...model.filters })}`, command: `./probity find ${quoted(model.asked)}${Object.entries(model.filters).map(([name, value]) => ` --${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${quoted(value)}`).join("")} --json` }),
    citation: title,
  });
}

export function searchForm(view: View, asked: string): Html {
  const clocks = view.frame.clocks === undefined ? {} : movedClocks(view.frame.clocks);
  return html`<form class="find" role="search" method="get" action="/${view.language}/search"><input type="search" name="q" value="${asked}" aria-label="${view.t.search.label}" autocomplete="off" data-suggest="${view.t.search.suggestions}">${Object.entries(clocks).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${view.frame.query["act"] !== undefined && html`<input type="hidden" name="act" value="${view.frame.query["act"]}">`}<button>${view.t.search.search}</button></form>`;
}

function found(view: View, model: SearchModel): Html {
  const { t, frame } = view;
  if (model.person === true) return html`<section aria-labelledby="found"><h2 id="found" class="unseen">${t.search.results}</h2>${absent(t.search.isPerson, t.search.isPersonNote)}</section>`;
  if (model.hits.length === 0) return html`<section aria-labelledby="found"><h2 id="found" class="unseen">${t.search.results}</h2>${model.narrowed === true && model.asked !== "" ? absent(t.search.noneLeft, t.search.noneLeftNote) : absent(t.search.none(model.asked), t.search.noneNote)}<ul class="teach">${t.search.teach.map((line) => html`<li>${line}</li>`)}</ul></section>`;
  const c = t.search.columns;
  const by = (sort: SearchModel["sort"]): Column["sort"] => ({ address: `${pageAddress(frame, "/search", { ...frame.query, sort, page: undefined })}#found`, sorted: model.sort === sort });
  const columns: readonly Column[] = [{ title: c.organisation, plain: true, ...sorting(by("name")) }, { title: c.state, ...sorting(by("state")) }, { title: c.earliest, ...sorting(by("earliest")) }, { title: c.kind }, { title: c.region, ...sorting(by("region")) }];
  return html`<section aria-labelledby="found"><div class="bar"><h2 id="found">${model.more === true ? t.search.more(model.total) : t.search.organisations(model.total)}</h2>${frame.clocks !== undefined && html`<p class="fine">${model.act !== undefined && html`${t.search.forAct(wordsOf(model.act.names, view.language))}${t.stop}${t.space}`}${t.search.stateOn(longDay(frame.clocks.on, view.language))}</p>`}${fileLinks(view, "/search", { ...frame.query, page: undefined })}</div>
${model.best === true && html`<p class="fine">${t.feeds.best(count(model.looked ?? 0, view.language))}</p>`}${table("found", columns, model.hits.map((hit) => ({ cells: hitCells(view, model.asked, hit) })))}
${pager(view, { first: model.from, shown: model.hits.length, total: model.total, previous: model.previous, next: model.next })}</section>`;
}

function sorting(sort: Column["sort"]): Pick<Column, "sort"> {
  return sort === undefined ? {} : { sort };
}

function hitCells(view: View, asked: string, hit: HitView): readonly (Html | null)[] {
  const { t, frame, language } = view;
  const act = frame.query["act"];
  return [
    html`<a class="name" href="${pageAddress(frame, organisationPath(hit.file), { act })}"${languageMark(hit.name, view)}>${marked(hit.name, asked)}</a>${hit.otherName !== undefined && under(spoken(hit.otherName, language))}${under(html`${hit.codes[0] === undefined ? html`<span class="code">${hit.file}</span>` : codeText(hit.codes[0].value)}${(hit.foundBy !== "list" || frame.query["list"] !== undefined) && html` · ${t.search.foundBy[hit.foundBy]}`}${hit.foundText !== undefined && html`${t.colon}${spoken(hit.foundText, language)}`}`)}`,
    html`${hit.state === undefined ? html`<span class="nil">${t.search.notThen}</span>` : html`${badge(view, hit.state)}${hit.acts?.[hit.state] !== undefined && html` <span class="fine">${t.search.inActs(hit.acts[hit.state] ?? 0)}</span>`}${otherActs(view, hit)}`}${hit.note !== undefined && under(told(hit.note, language))}`,
    earliestCell(view, hit.state, hit.earliest),
    hit.kind === undefined ? null : html`${named(hit.kind, language)}${hit.sector !== undefined && under(named(hit.sector, language))}`,
    hit.region === undefined ? null : named(hit.region, language),
  ];
}

/** A name in the other language says so on the element that holds it, its marked words within. */
export function languageMark(text: string, view: View): Html | null {
  const own = languageOf(text) ?? view.language;
  return own === view.language ? null : html` lang="${LOCALES[own]}"`;
}

function otherActs(view: View, hit: HitView): Html | null {
  const more = (["bound", "may", "undetermined", "favoured"] as const).filter((state) => state !== hit.state && (hit.acts?.[state] ?? 0) > 0);
  if (more.length === 0) return null;
  return under(more.map((state) => view.t.search.also_(hit.acts?.[state] ?? 0, view.t.states[state])).join(view.t.comma));
}

function heldNotice(view: View, held: HeldView): Html {
  const { t, language, frame } = view;
  return notice(t.search.held(held.rows), html`${lawName(view, held.template)}${t.stop}${t.space}${t.search.heldNote}${held.name !== undefined && under(html`${t.search.heldName}${t.space}${spoken(held.name, language)}`)}${held.resembles !== undefined && under(html`${t.search.resembles}${t.space}<a href="${pageAddress(frame, organisationPath(held.resembles.file))}">${spoken(held.resembles.name, language)}</a>`)}`);
}

/** One form with everything that narrows: what was asked and the clocks go with it. */
function filters(view: View, model: SearchModel): Html {
  const { frame } = view;
  const kept = { q: model.asked, act: frame.query["act"], sort: frame.query["sort"], ...(frame.clocks === undefined ? {} : movedClocks(frame.clocks)) };
  return html`<details class="filters" open><summary>${view.t.search.filters}</summary><form method="get" action="/${view.language}/search" aria-label="${view.t.search.filters}">${Object.entries(kept).map(([name, value]) => value !== undefined && value !== "" && html`<input type="hidden" name="${name}" value="${value}">`)}${model.facets.map((facet) => (facet.one === true ? choice(view, facet) : fieldset(view, facet)))}${days(view, model)}<button class="second">${view.t.search.apply}</button>${model.narrowed === true && html` <a href="${pageAddress(frame, "/search", { q: model.asked, act: frame.query["act"] })}">${view.t.search.clear}</a>`}</form></details>`;
}

function choice(view: View, facet: FacetView): Html {
  return html`<p class="choice"><label for="filter-${facet.field}">${named(facet.names, view.language)}</label><select id="filter-${facet.field}" name="${facet.field}"><option value="">${view.t.search.any}</option>${facet.choices.map((one) => html`<option value="${one.value}"${one.chosen && html` selected`}>${wordsOf(one.names, view.language)}</option>`)}</select></p>`;
}

/** Between which days a listing began, or its term ends. */
function days(view: View, model: SearchModel): readonly Html[] {
  const t = view.t.feeds.days;
  return (["listed", "free"] as const).map((what) => html`<fieldset class="days"><legend>${t[what]}</legend>${(["From", "To"] as const).map((end) => html`<div class="day-span"><label for="filter-${what}${end}">${t[end]}</label>${dayInput({ id: `filter-${what}${end}`, name: `${what}${end}`, value: model.filters[`${what}${end}`] ?? "" })}</div>`)}</fieldset>`);
}

function fieldset(view: View, facet: FacetView): Html {
  return html`<fieldset><legend>${named(facet.names, view.language)}</legend>${facet.choices.map((choice) => html`<label><input type="checkbox" name="${facet.field}" value="${choice.value}"${choice.chosen && html` checked`}>${choice.state === undefined ? html`<span>${named(choice.names, view.language)}</span>` : stateMark(view, choice.state, wordsOf(choice.names, view.language))}${choice.count !== undefined && html`<span class="figure">${count(choice.count, view.language)}</span>`}</label>`)}</fieldset>`;
}
