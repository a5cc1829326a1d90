// Search of the law by words: what was found, where in the entry, with the words marked; and what to try where nothing was.
import { count, languageOf, LOCALES, spoken } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { filterForm } from "../parts/law-filters.ts";
import { standingMarks } from "../parts/law-rows.ts";
import { lawTabs } from "../parts/law-tabs.ts";
import { absent } from "../parts/notices.ts";
import { pager } from "../parts/pager.ts";
import { lawAddress, lawName, viewOf, type View } from "../parts/view.ts";
import { optionOf, quoted } from "../shell.ts";
import type { Frame } from "../view-models.ts";
import type { FoundView, LawHitView, LawSearchModel } from "../view-models-law.ts";
import { lawSearchForm } from "./law-page.ts";

export function lawSearchPage(frame: Frame, model: LawSearchModel): Html {
  const view = viewOf(frame);
  const { t } = view;
  const words = t.pages.search;
  const title = model.asked === "" ? words.title : words.matching(model.asked);
  const body = html`<div class="width"><h1 class="found">${title}</h1>${lawSearchForm(view, model.asked, [])}${lawTabs(view, "search")}${clockBarIfMoved(view)}<p class="fine">${words.readAs}</p>
${model.asked !== "" && filterForm(view, { path: "/law/search", filters: model.filters, keep: ["q"] })}
<section aria-labelledby="found" class="results">${found(view, model)}</section></div>`;
  return page(view, {
    title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: words.title }], body,
    json: `/v1/law/search?${new URLSearchParams({ ...frame.query, q: model.asked }).toString()}`, command: commandOf(frame, model.asked), citation: title,
  });
}

/** The same search at a prompt; without words there is nothing to search for, and it shows what there is. */
function commandOf({ query, clocks }: Frame, asked: string): string {
  const on = clocks === undefined ? "" : ` --on ${clocks.law}`;
  if (asked === "") return `./probity law show${on}`;
  return `./probity law search ${quoted(asked)}${["kind", "standing", "people", "page"].map((name) => optionOf(name, query[name])).join("")}${on}`;
}

function found(view: View, model: LawSearchModel): Html {
  const { t, language } = view;
  const words = t.pages.search;
  if (model.hits.length === 0) return html`<h2 id="found" class="unseen">${t.search.results}</h2>${absent(model.asked === "" ? words.ask : words.none(model.asked), model.asked === "" ? "" : words.noneNote)}<ul class="teach">${words.teach.map((line) => html`<li>${line}</li>`)}</ul>${model.examples.length > 0 && lawSearchExamples(view, model)}`;
  return html`<div class="bar"><h2 id="found">${words.total(count(model.total, language))}</h2></div><ol class="law-hits">${model.hits.map((hit) => html`<li>${hitItem(view, hit)}</li>`)}</ol>${pager(view, { first: model.first, shown: model.hits.length, total: model.total, previous: model.previous, next: model.next, ofLaw: true })}`;
}

function lawSearchExamples(view: View, model: LawSearchModel): Html {
  const { t, language } = view;
  return html`<p>${t.pages.search.try}${t.colon}${joined(model.examples.map((names, index) => html`${index > 0 && t.comma}<a href="/${language}/law/search?q=${encodeURIComponent(language === "zh" ? (names.zh ?? names.en) : names.en)}">${spoken(language === "zh" ? (names.zh ?? names.en) : names.en, language)}</a>`))}</p>`;
}

/** The name where it was found by it, marked; else the name, and below it where the words stand. */
function hitItem(view: View, hit: LawHitView): Html {
  const { t, language } = view;
  const own = language === "zh" ? (hit.names.zh ?? hit.names.en) : hit.names.en;
  const byName = hit.found.find((text) => text.field === "name" && text.text === own);
  const rest = hit.found.filter((text) => text !== byName && !(text.field === "id" && hit.found.length > 1));
  return html`<p class="hit"><a class="name" href="${lawAddress(view, hit.id)}"${languageMark(view, own)}>${byName === undefined ? own : markedAt(byName)}</a>${standingMarks(view, hit.standing, hit.people)} <span class="fine">${t.kind[hit.kind]} · <code>${hit.id}</code></span></p>
${rest.map((text) => html`<p class="where-found"><span class="fine">${t.pages.search.fields[text.field]}</span> <span class="${text.field === "quote" ? "law" : "found-text"}"${languageMark(view, text.text)}>${markedAt(text)}</span>${text.field === "quote" && text.instrument !== undefined && html` <span class="fine">${lawName(view, text.instrument)}</span>`}</p>`)}`;
}

function languageMark(view: View, text: string): Html | null {
  const own = languageOf(text) ?? view.language;
  return own === view.language ? null : html` lang="${LOCALES[own]}"`;
}

function markedAt({ text, marks }: Pick<FoundView, "text" | "marks">): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    parts.push(html`${text.slice(at, from)}`, html`<mark>${text.slice(from, to)}</mark>`);
    at = to;
  }
  return joined([...parts, html`${text.slice(at)}`]);
}
