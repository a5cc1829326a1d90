// Authorities measured: what they owed in time, what did not stand, how long it took; each column in words, with the law its limit comes from.
import { pageAddress } from "../addresses.ts";
import { count, isoDay, longDay, named } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block, notice } from "../parts/notices.ts";
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
<p class="summary">${t.between} ${longDay(model.from, view.language)} ${t.to} ${longDay(model.lastDay, view.language)}</p>
${block("figures", t.byAuthority, t.byAuthorityNote, model.authorities.length === 0 ? absent(t.none, t.noneNote) : figuresTable(view, model))}
<div class="onward">${notice(t.noTimeHead, t.noTimeText)}</div>
${block("meaning", t.meaning, t.meaningNote, meaning(view, model))}</div>`;
  return page(view, { title: t.title, trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title }], body, json: `/v1/scoreboard?from=${model.from}&until=${model.until}` });
}

function spanForm(view: View, model: AuthoritiesModel): Html {
  const t = view.t.own.authorities;
  return html`<form class="span-form" method="get" action="${pageAddress(view.frame, "/authorities")}"><div class="field"><label for="span-from">${t.from}</label><input class="day" id="span-from" type="date" name="from" value="${model.from}"></div><div class="field"><label for="span-until">${t.until}</label><input class="day" id="span-until" type="date" name="to" value="${model.lastDay}"></div><button>${t.show}</button> <p class="fine">${t.span365}</p></form>`;
}

function figuresTable(view: View, model: AuthoritiesModel): Html {
  const t = view.t.own.authorities;
  const heads = [t.measures.notice, t.measures.service, t.measures.decision, t.decisions, t.measures.listingPublication, t.measures.recordPublication, t.objections, t.repairs, t.appeals, t.overdue];
  return html`<div class="scroller" tabindex="0" role="group" aria-labelledby="figures-h"><table class="measures stacking"><thead><tr><th scope="col">${t.authority}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${model.authorities.map((one) => authorityRows(view, one, heads))}
<tfoot><tr><th scope="row">${t.whole}</th>${cells(view, model.whole, heads)}<td></td></tr></tfoot></table></div>`;
}

function authorityRows(view: View, { authority, figures, releases, offices }: AuthorityFigures, heads: readonly string[]): Html {
  const t = view.t.own.authorities;
  const last = heads.at(-1) ?? "";
  const overdue = releases.open === 0 ? null : html`<b>${count(releases.overdue, view.language)}</b> ${t.of} ${count(releases.open, view.language)}${releases.oldest !== null && html`<span class="under">${t.since} ${isoDay(releases.oldest)}</span>`}`;
  const officeRows = offices.length < 2 ? [] : offices;
  return html`<tbody><tr><th scope="row">${authority === null ? t.noAuthority : lawLink(view, authority)}</th>${cells(view, figures, heads)}<td${overdue !== null && html` data-label="${last}"`}>${overdue ?? nothing(view)}</td></tr>
${officeRows.map((office) => html`<tr class="office"><th scope="row">${officeName(view, office.names)}</th>${cells(view, office.figures, heads)}<td></td></tr>`)}</tbody>`;
}

function officeName(view: View, names: Names | null): Html {
  return names === null ? html`${view.t.own.authorities.noOffice}` : named(names, view.language);
}

function cells(view: View, { steps, decisions, objections, repairs, appeals }: Figures, heads: readonly string[]): readonly Html[] {
  const all = [counted(view, steps.notice), counted(view, steps.service), counted(view, steps.decision), decided(view, decisions), counted(view, steps.listingPublication), counted(view, steps.recordPublication), handled(view, objections), handled(view, repairs), handled(view, appeals)];
  return all.map((cell, index) => html`<td data-label="${heads[index] ?? ""}">${cell ?? nothing(view)}</td>`);
}

function nothing(view: View): Html {
  return html`<span class="nil">${view.t.own.authorities.nothing}</span>`;
}

/** Late and missing of all that had a time; what had none is said apart. */
function counted(view: View, { timed, late, missing, noTime }: Figures["steps"]["notice"]): Html | null {
  const t = view.t.own.authorities;
  if (timed + noTime === 0) return null;
  const n = (value: number): string => count(value, view.language);
  return html`${timed > 0 && html`<b>${n(late)}</b> ${t.late} ${t.of} ${n(timed)}${missing > 0 && html`<span class="under"><b>${n(missing)}</b> ${t.missing}</span>`}`}${noTime > 0 && html`<span class="under">${t.noTimeNote(n(noTime))}</span>`}`;
}

function decided(view: View, { made, reversed }: Figures["decisions"]): Html | null {
  const t = view.t.own.authorities;
  if (made === 0) return null;
  return html`${count(made, view.language)}<span class="under"><b>${count(reversed, view.language)}</b> ${t.reversed}${reversed > 0 && html`${view.t.comma}${share(reversed, made)}`}</span>`;
}

/** In whole hundredths, halves upwards, without floating point in what is compared. */
function share(part: number, whole: number): string {
  return `${Math.floor((part * 200 + whole) / (whole * 2))}%`;
}

function handled(view: View, { opened, open, late, noTime, medianDays, longestDays }: Figures["objections"]): Html | null {
  const t = view.t.own.authorities;
  if (opened === 0) return null;
  const n = (value: number): string => count(value, view.language);
  return html`${n(opened)} ${t.opened}${view.t.comma}${n(open)} ${t.open}${medianDays !== null && longestDays !== null && html`<span class="under">${t.median} ${n(medianDays)}${view.t.comma}${t.longest} ${t.days(longestDays)}</span>`}<span class="under"><b>${n(late)}</b> ${t.late}</span>${noTime > 0 && html`<span class="under">${t.noTimeNote(n(noTime))}</span>`}`;
}

function meaning(view: View, { limits }: AuthoritiesModel): Html {
  const t = view.t.own.authorities;
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [t.measures.notice, t.means.notice, limits.notice], [t.measures.service, t.means.service, limits.service], [t.measures.decision, t.means.decision, limits.decision], [t.decisions, t.means.decisions, []],
    [`${t.measures.listingPublication}${view.t.comma}${t.measures.recordPublication}`, t.means.publication, limits.publication], [`${t.objections}${view.t.comma}${t.appeals}`, t.means.objection, limits.objection], [t.repairs, t.means.repair, limits.repair], [t.overdue, t.means.release, limits.release],
  ];
  return html`<dl class="meanings">${rows.map(([head, text, from], index) => html`<div><dt>${head}</dt><dd>${text}${index !== 3 && html`<p class="fine">${t.columns.limit}${view.t.colon}${from.length === 0 ? t.noLimit : joined(from.map((id) => lawLink(view, id)), html`${view.t.comma}`)}</p>`}</dd></div>`)}</dl>`;
}
