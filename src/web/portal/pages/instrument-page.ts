// An instrument with its articles: which rules rest on each, with the words they quote and how sure that is.
import { lawPath, pageAddress } from "../addresses.ts";
import { articleText } from "../../../service/index.ts";
import { isoDay, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { confidenceMark, lawQuote } from "../parts/basis.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { standingMarks } from "../parts/law-rows.ts";
import { absent, block } from "../parts/notices.ts";
import { table } from "../parts/table.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { InstrumentModel } from "../view-models-law.ts";

export function instrumentPage(frame: Frame, model: InstrumentModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const words = t.pages.instrument;
  const title = wordsOf(model.names, language);
  const places = model.articles.reduce((sum, article) => sum + article.rests.length, 0);
  const body = html`<div class="width">${head(view, model)}${clockBar(view)}
${block("articles", words.open, words.lead(places, model.articles.filter((article) => article.article !== undefined).length), model.articles.length === 0 ? absent(words.none, words.noneNote) : articles(view, model))}</div>`;
  return page(view, {
    title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: t.pages.ways.article, path: "/law/by/article" }, { words: title }], body,
    json: `/v1/law/by/article/${model.id}`, command: `./probity law show ${model.id}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: `${title} (${model.id})`,
  });
}

function head(view: View, model: InstrumentModel): Html {
  const { t, language } = view;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(html`${named(model.names, language)}${standingMarks(view, model.standing, model.people)}`, otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [t.pages.shelf.columns["rank"] ?? "", html`${t.words["rank"]?.[model.rank] ?? model.rank}`],
    model.day === undefined ? null : [t.pages.shelf.columns["day"] ?? "", isoDay(model.day)],
    [t.law.id, html`<a href="${pageAddress(view.frame, lawPath(model.id))}"><code>${model.id}</code></a>`],
  ]);
}

function articles(view: View, model: InstrumentModel): Html {
  const { t, language } = view;
  const words = t.pages.instrument;
  const columns = [{ title: words.article }, { title: words.rests, plain: true, roomy: true }, { title: t.law.kind }, { title: words.quote, roomy: true }, { title: t.law.sureness }];
  return table("articles-h", columns, model.articles.flatMap(({ article, rests }) => rests.map((rest, index) => ({
    cells: [
      index > 0 ? html`<span class="unseen">${articleWords(view, article)}</span>` : html`<b>${spoken(articleWords(view, article), language)}</b>`,
      html`${lawLink(view, rest.entry)}${standingMarks(view, rest.standing, rest.people)}`, t.kind[rest.kind], rest.quote === undefined ? null : lawQuote(rest.quote), rest.confidence === "high" ? t.law.confidence.high : confidenceMark(view, rest.confidence),
    ],
  }))));
}

function articleWords(view: View, article: string | undefined): string {
  return article === undefined ? view.t.pages.instrument.whole : articleText(article, view.language).replace(/^[,，]\s*/, "");
}
