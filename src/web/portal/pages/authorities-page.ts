// Authorities measured: what they owed in time, what did not stand, how long it took; each column in words, with the law its limit comes from.
import { pageAddress } from "../addresses.ts";
import { count, isoDay, longDay, named } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { dayInput } from "../parts/day-input.ts";
import { page } from "../parts/document.ts";
import { absent, block, notice } from "../parts/notices.ts";
import { sheetTable, type Sheet, type SheetRow } from "../parts/sheet.ts";
import { wrongBox } from "../parts/wrong.ts";
import { lawLink, viewOf, type View } from "../parts/view.ts";
import type { Figures } from "../../../domain/cases/index.ts";
import type { Frame, Names } from "../view-models.ts";
import type { AuthoritiesModel, AuthorityFigures } from "../view-models-own.ts";

export function authoritiesPage(frame: Frame, model: AuthoritiesModel): Html {
  const view = viewOf(frame);
  const t = view.t.own.authorities;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
${model.wrong !== undefined && wrongBox(view, model.wrong)}${spanForm(view, model)}
<p class="summary">${t.between}${view.t.space}${longDay(model.from, view.language)}${view.t.space}${t.to}${view.t.space}${longDay(model.lastDay, view.language)}</p>
${block("figures", t.byAuthority, t.byAuthorityNote, model.authorities.length === 0 ? absent(t.none, t.noneNote) : sheetTable(view, figuresSheet(view, model)))}
<div class="onward">${notice(t.noTimeHead, t.noTimeText)}</div>
${block("meaning", t.meaning, t.meaningNote, meaning(view, model))}</div>`;
  return page(view, {
    title: t.title, room: "statistics", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title }], body, citation: t.citation(model.from, model.lastDay),
    json: `/v1/scoreboard?from=${model.from}&until=${model.until}`, command: `./probity scoreboard --from ${model.from} --until ${model.until}`,
  });
}

function spanForm(view: View, model: AuthoritiesModel): Html {
  const t = view.t.own.authorities;
  return html`<form class="span-form" method="get" action="${pageAddress(view.frame, "/authorities")}"><div class="field"><label for="span-from">${t.from}</label>${dayInput({ id: "span-from", name: "from", value: model.from })}</div><div class="field"><label for="span-until">${t.until}</label>${dayInput({ id: "span-until", name: "to", value: model.lastDay })}</div><button>${t.show}</button> <p class="fine">${t.span365}</p></form>`;
}

export function figuresSheet(view: View, model: AuthoritiesModel): Sheet {
  const t = view.t.own.authorities;
  const heads = [["notice", t.measures.notice], ["service", t.measures.service], ["decision", t.measures.decision], ["decisions", t.decisions], ["listings", t.measures.listingPublication], ["records", t.measures.recordPublication], ["objections", t.objections], ["repairs", t.repairs], ["appeals", t.appeals], ["overdue", t.overdue]] as const;
  const columns = [{ key: "authority", title: t.authority, plain: true, heads: true }, ...heads.map(([key, title]) => ({ key, title, figure: true as const }))];
  return { name: "figures", look: "measures stacking", columns, rows: model.authorities.map((one) => authorityRow(view, one)), last: { rank: "total", cells: [html`${t.whole}`, ...cells(view, model.whole), null] } };
}

/** Its offices come under it, where it has several. */
function authorityRow(view: View, { authority, figures, releases, offices }: AuthorityFigures): SheetRow {
  const t = view.t.own.authorities;
  const overdue = releases.open === 0 ? null : html`${weighed(releases.overdue, t.lateOf(count(releases.overdue, view.language), count(releases.open, view.language)))}${releases.oldest !== null && html`<span class="under">${t.since} ${isoDay(releases.oldest)}</span>`}`;
  return {
    cells: [authority === null ? t.noAuthority : lawLink(view, authority), ...cells(view, figures), overdue ?? nothing(view)],
    under: offices.length < 2 ? [] : offices.map((office) => ({ rank: "office" as const, cells: [officeName(view, office.names), ...cells(view, office.figures), null] })),
  };
}

function officeName(view: View, names: Names | null): Html {
  return names === null ? html`${view.t.own.authorities.noOffice}` : named(names, view.language);
}

function cells(view: View, { steps, decisions, objections, repairs, appeals }: Figures): readonly Html[] {
  const all = [counted(view, steps.notice), counted(view, steps.service), counted(view, steps.decision), decided(view, decisions), counted(view, steps.listingPublication), counted(view, steps.recordPublication), handled(view, objections), handled(view, repairs), handled(view, appeals)];
  return all.map((cell) => cell ?? nothing(view));
}

function nothing(view: View): Html {
  return html`<span class="nil">${view.t.own.authorities.nothing}</span>`;
}

/** What did not go as it should stands out; nought does not. */
function weighed(figure: number, words: string): Html {
  return figure > 0 ? html`<b>${words}</b>` : html`${words}`;
}

/** Late and missing of all that had a time; what had none is said apart. */
function counted(view: View, { timed, late, missing, noTime }: Figures["steps"]["notice"]): Html | null {
  const t = view.t.own.authorities;
  if (timed + noTime === 0) return null;
  const n = (value: number): string => count(value, view.language);
  return html`${timed > 0 && html`${weighed(late, t.lateOf(n(late), n(timed)))}${missing > 0 && html`<span class="under"><b>${t.missing(n(missing))}</b></span>`}`}${noTime > 0 && html`<span class="under">${t.noTimeNote(n(noTime))}</span>`}`;
}

function decided(view: View, { made, reversed }: Figures["decisions"]): Html | null {
  const t = view.t.own.authorities;
  if (made === 0) return null;
  return html`${count(made, view.language)}<span class="under">${weighed(reversed, t.reversed(count(reversed, view.language)))}${reversed > 0 && html`${view.t.comma}${share(reversed, made)}`}</span>`;
}

/** In whole hundredths, halves upwards, without floating point in what is compared. */
function share(part: number, whole: number): string {
  return `${Math.floor((part * 200 + whole) / (whole * 2))}%`;
}

function handled(view: View, { opened, open, late, noTime, medianDays, longestDays }: Figures["objections"]): Html | null {
  const t = view.t.own.authorities;
  if (opened === 0) return null;
  const n = (value: number): string => count(value, view.language);
  return html`${t.opened(n(opened))}${view.t.comma}${t.open(n(open))}${medianDays !== null && longestDays !== null && html`<span class="under">${t.median} ${n(medianDays)}${view.t.comma}${t.longest} ${t.days(longestDays)}</span>`}<span class="under">${weighed(late, t.late(n(late)))}</span>${noTime > 0 && html`<span class="under">${t.noTimeNote(n(noTime))}</span>`}`;
}

function meaning(view: View, { limits }: AuthoritiesModel): Html {
  const t = view.t.own.authorities;
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [t.measures.notice, t.means.notice, limits.notice], [t.measures.service, t.means.service, limits.service], [t.measures.decision, t.means.decision, limits.decision], [t.decisions, t.means.decisions, []],
    [`${t.measures.listingPublication}${view.t.comma}${t.measures.recordPublication}`, t.means.publication, limits.publication], [`${t.objections}${view.t.comma}${t.appeals}`, t.means.objection, limits.objection], [t.repairs, t.means.repair, limits.repair], [t.overdue, t.means.release, limits.release],
  ];
  return html`<dl class="meanings">${rows.map(([head, text, from], index) => html`<div><dt>${head}</dt><dd>${text}${index !== 3 && html`<p class="fine">${t.columns.limit}${view.t.colon}${from.length === 0 ? t.noLimit : joined(from.map((id) => lawLink(view, id)), html`${view.t.comma}`)}</p>`}</dd></div>`)}</dl>`;
}
