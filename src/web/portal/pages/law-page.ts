// Law: the front page: how much there is, the ways in, a search by words, the regimes, and what is said of the law as a whole.
import { movedClocks, pageAddress } from "../addresses.ts";
import { count, longDay, spoken, wordsOf } from "../format.ts";
import { html, joined, raw, type Html } from "../html.ts";
import { clockBar } from "../parts/clocks.ts";
import { page, pageHead } from "../parts/document.ts";
import { block } from "../parts/notices.ts";
import { regimes } from "../parts/strips.ts";
import { table } from "../parts/table.ts";
import { viewOf, type View } from "../parts/view.ts";
import type { Frame, Names } from "../view-models.ts";
import type { LawFrontModel } from "../view-models-law.ts";

export function lawPage(frame: Frame, model: LawFrontModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const words = t.pages.front;
  const total = model.kinds.reduce((sum, kind) => sum + kind.inForce, 0);
  const body = html`<div class="width">${pageHead(html`${t.frame.rooms.law}`, null, [[t.law.entries, html`${count(total, language)}`]])}<p class="lead">${words.lead}</p>
${lawSearchForm(view, "", model.examples)}${clockBar(view)}
${model.regimes.length > 0 && block("laws", t.home.regimes, t.home.regimesNote, regimes(view, model.regimes))}
${block("ways", words.ways, "", html`<ul class="ways">${model.ways.map(({ way, count: n }) => html`<li><a href="${pageAddress(frame, `/law/by/${way}`)}">${t.pages.ways[way]}</a><p>${t.pages.wayNotes[way]}</p><p class="fine">${words.wayCount(n)}</p></li>`)}</ul>`)}
${block("whole", words.whole, "", html`<ul class="ways">${whole(view, model)}</ul>`)}
${block("kinds", words.kinds, words.kindsNote, kinds(view, model))}</div>`;
  return page(view, { title: t.frame.rooms.law, room: "law", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.law }], body, json: "/v1/law", command: `./probity law show${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`}`, citation: t.frame.rooms.law });
}

/** The question for words; it keeps the clocks. */
export function lawSearchForm(view: View, asked: string, examples: readonly Names[]): Html {
  const { t, frame, language } = view;
  const clocks = frame.clocks === undefined ? {} : movedClocks(frame.clocks);
  return html`<form class="find" role="search" method="get" action="/${language}/law/search"><input type="search" name="q" value="${asked}" aria-label="${t.pages.search.label}" placeholder="${t.pages.front.searchNote}" autocomplete="off">${Object.entries(clocks).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>${t.pages.front.find}</button></form>
${examples.length > 0 && html`<p class="fine">${t.pages.front.forExample}${t.colon}${joined(examples.map((names) => html`<a href="${pageAddress(frame, "/law/search", { q: wordsOf(names, language) })}">${spoken(wordsOf(names, language), language)}</a>`), raw` · `)}</p>`}`;
}

function whole(view: View, model: LawFrontModel): readonly Html[] {
  const { t, frame, language } = view;
  const words = t.pages.front;
  const number = (n: number): string => count(n, language);
  return [
    html`<li><a href="${pageAddress(frame, "/law/lint")}">${words.lint}</a><p>${words.lintNote(number(model.findings.error), number(model.findings.warning), number(model.findings.note))}</p></li>`,
    html`<li><a href="${pageAddress(frame, "/law/diff")}">${words.diff}</a><p>${words.diffNote}</p></li>`,
    html`<li><a href="${pageAddress(frame, "/law/changes")}">${words.changes}</a><p>${words.changesNote}</p><p class="fine">${model.turns.last !== undefined && words.lastTurn(longDay(model.turns.last, language))}${model.turns.next !== undefined && html`${t.semicolon}${words.nextTurn(longDay(model.turns.next, language))}`}</p></li>`,
  ];
}

function kinds(view: View, model: LawFrontModel): Html {
  const { t, frame, language } = view;
  const words = t.pages.front;
  const columns = [{ title: words.kind, plain: true }, { title: words.inForce, number: true }, { title: words.other, number: true }, { title: words.drafts, number: true }, { title: words.people, number: true }];
  const cell = (value: number, query: Readonly<Record<string, string>>): Html | string => (value === 0 ? "0" : html`<a href="${pageAddress(frame, "/law/by/kind", query)}">${count(value, language)}</a>`);
  return table("kinds-h", columns, model.kinds.map(({ kind, inForce, other, drafts, people }) => ({
    cells: [html`<a href="${pageAddress(frame, "/law/by/kind", { kind })}">${t.kinds[kind]}</a>`, cell(inForce, { kind }), cell(other, { kind, standing: "any" }), cell(drafts, { kind, standing: "draft", people: "with" }), cell(people, { kind, standing: "any", people: "only" })],
  })));
}
