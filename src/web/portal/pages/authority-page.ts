// An authority in the law: the lists it owns, the measures it takes and under what, and what others must do because of its lists.
import { lawPath, pageAddress } from "../addresses.ts";
import { count, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { basisList } from "../parts/basis.ts";
import { clockBar } from "../parts/clocks.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { standingMarks } from "../parts/law-rows.ts";
import { colourMark } from "../parts/lists-table.ts";
import { absent, block } from "../parts/notices.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { AuthorityModel, TakenView } from "../view-models-law.ts";
import { authorityLink } from "./law-shelf-page.ts";

export function authorityPage(frame: Frame, model: AuthorityModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const words = t.pages.authority;
  const title = wordsOf(model.names, language);
  const sum = (of: readonly TakenView[] | AuthorityModel["others"]): number => of.reduce((total, each) => total + each.measures, 0);
  const body = html`<div class="width">${head(view, model)}${clockBar(view)}</div>
${onThisPage(view, [["lists", words.links.lists], ["takes", words.links.takes], ["others", words.links.others], ["more", words.links.more], ["basis", t.list.basis]])}
<div class="width"><p class="lead">${words.lead({ lists: model.lists.length, measures: sum(model.takes), memoranda: model.takes.filter((each) => each.memorandum !== undefined).length, others: sum(model.others), authorities: model.others.length })}</p>${model.note !== undefined && html`<p class="lead">${named(model.note, language)}</p>`}<p><a href="${pageAddress(frame, "/authorities")}">${t.own.authorities.link}</a> <span class="fine">${t.own.authorities.linkNote}</span></p>
${block("lists", words.lists, "", model.lists.length === 0 ? absent(words.noLists, words.noListsNote) : lists(view, model))}
${block("takes", words.takes, words.takesNote, model.takes.length === 0 ? absent(words.noTakes, words.noTakesNote) : takes(view, model))}
${block("others", words.others, words.othersNote, model.others.length === 0 ? absent(words.noOthers, words.noOthersNote) : others(view, model))}
${model.more.length > 0 && block("more", words.more, "", html`<dl class="fields">${model.more.map(({ what, entries }) => html`<div><dt>${words.what[what]}</dt><dd><ul class="plain">${entries.map((entry) => html`<li>${what === "below" ? authorityLink(view, entry) : lawLink(view, entry)}</li>`)}</ul></dd></div>`)}</dl>`)}
${block("basis", t.list.basis, html`<a href="${pageAddress(frame, lawPath(model.id))}">${t.law.values}</a>`, model.basis.length === 0 ? absent(t.law.noBasis, t.law.noBasisNote) : basisList(view, model.basis))}</div>`;
  return page(view, {
    title, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: t.pages.ways.authority, path: "/law/by/authority" }, { words: title }], body,
    json: `/v1/law/by/authority/${model.id}`, command: `./probity law show ${model.id}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: `${title} (${model.id})`,
  });
}

function head(view: View, model: AuthorityModel): Html {
  const { t, language } = view;
  const words = t.pages.authority;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(html`${named(model.names, language)}${standingMarks(view, model.standing, model.people)}`, otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [words.level, html`${t.words["level"]?.[model.level] ?? model.level}`],
    model.superior === undefined ? null : [words.superior, authorityLink(view, model.superior)],
    model.powers.length === 0 ? null : [words.powers, html`${model.powers.map((power) => t.words["powers"]?.[power] ?? power).join(t.comma)}`],
    [t.law.id, html`<code>${model.id}</code>`],
  ]);
}

function lists(view: View, model: AuthorityModel): Html {
  const { t, language } = view;
  const words = t.pages.authority;
  const columns = [{ title: t.lists.list, plain: true, roomy: true }, { title: t.lists.colour }, { title: words.releases, number: true }, { title: words.byAuthorities, number: true }, { title: words.follows, number: true }];
  return table("lists-h", columns, model.lists.map((row) => ({ cells: [html`${lawLink(view, row.list)}${standingMarks(view, "inForce", row.people)}`, colourMark(view, row.colour), count(row.measures, language), count(row.authorities, language), count(row.follows, language)] })));
}

function takes(view: View, model: AuthorityModel): Html {
  const { t, frame } = view;
  const words = t.pages.authority;
  return table("takes-h", takenColumns(view, words.under), model.takes.map((row) => ({
    cells: takenCells(view, row.memorandum === undefined ? html`${words.byLaw}` : lawLink(view, row.memorandum), row, pageAddress(frame, "/law/by/measure", { authority: model.id, memorandum: row.memorandum, people: "with" })),
  })));
}

function others(view: View, model: AuthorityModel): Html {
  return table("others-h", takenColumns(view, view.t.pages.shelf.columns["authority"] ?? ""), model.others.map((row) => ({ cells: takenCells(view, authorityLink(view, row.authority), row, pageAddress(view.frame, "/law/by/measure", { authority: row.authority, owner: model.id, people: "with" })) })));
}

function takenColumns(view: View, first: string): Parameters<typeof table>[1] {
  const words = view.t.pages.authority;
  return [{ title: first, plain: true, roomy: true }, { title: view.t.matrix.measures, number: true }, { title: words.mandatory, number: true }, { title: words.effects, roomy: true }];
}

function takenCells(view: View, first: Html, row: Omit<TakenView, "memorandum">, all: string): readonly (Html | string)[] {
  const { t, language } = view;
  return [
    html`<span class="taken">${first}</span>${under(row.each.length === 0 ? html`<a href="${all}">${t.pages.authority.all}</a>` : html`<ul class="plain">${row.each.map((measure) => html`<li>${lawLink(view, measure)}</li>`)}</ul>`)}`,
    count(row.measures, language), count(row.mandatory, language), row.effects.map(({ effect, count: n }) => `${t.effects[effect]} × ${n}`).join(t.comma),
  ];
}
