// The law of two days compared: what began, ended and changed in words, by kind, with filters and the regimes at hand.
import { pageAddress } from "../addresses.ts";
import { count, isoDay, longDay, named, told } from "../format.ts";
import { html, type Html, type Insert } from "../html.ts";
import { basisLinks } from "../parts/basis.ts";
import { clockBarIfMoved } from "../parts/clocks.ts";
import { page } from "../parts/document.ts";
import { filterForm } from "../parts/law-filters.ts";
import { standingMarks } from "../parts/law-rows.ts";
import { lawTabs } from "../parts/law-tabs.ts";
import { absent, block } from "../parts/notices.ts";
import { pager } from "../parts/pager.ts";
import { stateMark } from "../parts/signs.ts";
import { table, under, type TableRow } from "../parts/table.ts";
import { lawAddress, lawLink, viewOf, type View } from "../parts/view.ts";
import type { Frame, State } from "../view-models.ts";
import type { LawChangeView, LawDiffModel } from "../view-models-law.ts";

export function lawDiffPage(frame: Frame, model: LawDiffModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const words = t.pages.diff;
  const body = html`<div class="width"><h1 class="found">${words.title}</h1><p class="summary">${words.headline(longDay(model.from, language), longDay(model.to, language), count(model.all, language))}</p>${lawTabs(view, "diff")}${clockBarIfMoved(view)}
${daysForm(view, model)}${filterForm(view, { path: "/law/diff", filters: model.filters, keep: ["from", "to"] })}
${model.total === 0 ? html`<div class="aside-notes">${absent(words.none, words.noneNote)}</div>` : html`${block("counts", words.counts, words.all(count(model.total, language), count(model.all, language)), counts(view, model))}
${block("changes", t.pages.changes.count(model.total), html`${words.note}${t.space}<a href="${pageAddress(frame, "/law/changes", { sector: frame.query["sector"], region: frame.query["region"], authority: frame.query["authority"], kind: frame.query["kind"] })}">${words.subscribe}</a>`, html`${changeTable(view, "changes-h", model.changes)}${pager(view, { first: model.first, shown: model.changes.length, total: model.total, previous: model.previous, next: model.next, ofLaw: true })}`)}`}</div>`;
  return page(view, {
    title: `${words.title}${t.colon}${model.from} – ${model.to}`, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law, path: "/law" }, { words: words.title }], body,
    json: `/v1/law/diff?${new URLSearchParams({ ...frame.query, from: model.from, to: model.to }).toString()}`, command: `./probity law diff ${model.from} ${model.to}`, citation: `${words.title}${t.comma}${model.from} – ${model.to}`,
  });
}

function daysForm(view: View, model: LawDiffModel): Html {
  const { t, frame } = view;
  const words = t.pages.diff;
  const kept = Object.entries(frame.query).filter(([name]) => !["from", "to", "page"].includes(name));
  return html`<form class="clocks days" method="get" action="/${frame.language}/law/diff" aria-label="${words.title}">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<fieldset><legend class="unseen">${words.title}</legend><span class="clock"><label for="diff-from">${words.from}</label><input class="day" type="text" id="diff-from" name="from" value="${model.from}" autocomplete="off"></span><span class="clock"><label for="diff-to">${words.to}</label><input class="day" type="text" id="diff-to" name="to" value="${model.to}" autocomplete="off"></span><button class="second">${words.compare}</button></fieldset>
${model.presets.length > 0 && html`<p class="presets"><span>${words.presets}</span> ${model.presets.map((preset) => html`<a href="${pageAddress(frame, "/law/diff", { ...Object.fromEntries(kept), from: preset.from, to: preset.to })}">${named(preset.label, view.language)}</a> `)}</p>`}</form>`;
}

function counts(view: View, model: LawDiffModel): Html {
  const { t, frame, language } = view;
  const words = t.pages.diff;
  const columns = [{ title: words.kind, plain: true }, { title: words.what.began, number: true }, { title: words.what.ended, number: true }, { title: words.what.changed, number: true }];
  return table("counts-h", columns, model.counts.map(({ kind, began, ended, changed }) => ({ cells: [html`<a href="${pageAddress(frame, "/law/diff", { ...frame.query, from: model.from, to: model.to, kind, page: undefined })}">${t.kinds[kind]}</a>`, count(began, language), count(ended, language), count(changed, language)] })));
}

const SIGNS = { began: "open", ended: "released", changed: "may" } as const satisfies Record<LawChangeView["what"], State>;

/** Rows in the order given; where the kind changes, a row says which begins. */
export function changeTable(view: View, name: string, changes: readonly LawChangeView[]): Html {
  const { t } = view;
  const words = t.pages.diff.columns;
  const columns = [{ title: words.day }, { title: words.what }, { title: words.words, plain: true, roomy: true }, { title: t.law.kind }, { title: words.law, wide: true }];
  return table(name, columns, changes.map((change): TableRow => ({ cells: changeCells(view, change) })));
}

function changeCells(view: View, change: LawChangeView): readonly Insert[] {
  const { t, language } = view;
  return [
    isoDay(change.on), stateMark(view, SIGNS[change.what], t.pages.diff.what[change.what]),
    html`${told(change.words, language)}${standingMarks(view, "inForce", change.people)}${under(html`<a href="${lawAddress(view, change.entry)}"><code>${change.entry}</code></a>${change.memorandum !== undefined && html` ${t.pages.diff.of} ${lawLink(view, change.memorandum)}`}${change.replacedBy !== undefined && html`${t.semicolon}${t.pages.diff.replaced}${t.space}${lawLink(view, change.replacedBy)}`}`)}`,
    t.kind[change.kind], basisLinks(view, change.basis),
  ];
}
