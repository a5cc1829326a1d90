// Memorandum: one sentence, the cascade, the matrix, the clauses with their law, and what aims at office-holders.
import { isoDay, named, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { basisLinks, basisList, clauseLabel, confidenceMark, lawQuote } from "../parts/basis.ts";
import { amountUnder } from "../parts/amount.ts";
import { cascade } from "../parts/cascade.ts";
import { span } from "../parts/charter.ts";
import { authoritiesOf, clauseAnchor, effectsOf, effectsWithout, FAVOURS, officeHolderClauses, organisationClauses } from "../parts/clauses.ts";
import { clockBar } from "../parts/clocks.ts";
import { criteria } from "../parts/criteria.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { lintBlock } from "../parts/lint-here.ts";
import { matrix } from "../parts/matrix.ts";
import { absent, block } from "../parts/notices.ts";
import { sheetTable, type Sheet } from "../parts/sheet.ts";
import { sign, stateMark } from "../parts/signs.ts";
import { table, under } from "../parts/table.ts";
import { lawLink, lawName, lawWords, viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { CauseView, ClauseView, MemorandumModel } from "../view-models-memorandum.ts";

export function memorandumPage(frame: Frame, model: MemorandumModel): Html {
  const view = viewOf(frame);
  const { t, language } = view;
  const persons = officeHolderClauses(model);
  const favours = effectsWithout(organisationClauses(model));
  const mandatory = effectsOf(organisationClauses(model)).every((effect) => FAVOURS.has(effect)) ? "favoured" : "bound";
  const binding = t.force[model.clauses.some((clause) => clause.force === "mandatory") ? "mandatory" : "mandatory-unless-declined"];
  const body = html`<div class="width">${head(view, model)}${clockBar(view, model.presets)}</div>
${onThisPage(view, [["cascade", t.memorandum.links.cascade], ["matrix", t.memorandum.links.matrix], ["clauses", t.memorandum.links.clauses], ["conditions", t.memorandum.links.conditions], ["parties", t.memorandum.links.parties], persons.length === 0 ? null : ["people", t.memorandum.links.people], ["lint", t.pages.lint.here]])}
<div class="width">${warnings(view, model)}${model.note !== undefined && html`<p class="lead">${named(model.note, language)}</p>`}
<section class="block" id="cascade" aria-labelledby="cascade-h"><h2 class="summary" id="cascade-h">${headline(view, model)}</h2>${cascade(view, model)}
<p class="legend">${stateMark(view, mandatory, binding)}${model.clauses.some((clause) => clause.force === "discretionary") && stateMark(view, "may", t.memorandum.legend.discretion)}${model.lists.some((list) => list.criteria.length > 0) && html`<span>${t.memorandum.legend.dashed}</span>`}<span class="state">${sign("released")}${t.memorandum.legend.back}</span></p></section>
${block("matrix", t.memorandum.matrix, t.memorandum.matrixNote, html`${matrix(view, model, "matrix-h")}<p class="legend">${stateMark(view, mandatory, binding)}${model.clauses.some((clause) => clause.force === "discretionary") && stateMark(view, "may", t.force.discretionary)}${favours.length > 0 && html`<span>${t.memorandum.noneHere(favours.map((effect) => t.effects[effect]).join(t.comma))}</span>`}</p>`)}
${block("clauses", t.memorandum.clauses, t.memorandum.clausesNote, sheetTable(view, clausesSheet(view, model)))}
<div class="pair">
${block("conditions", t.memorandum.conditions, "", html`${model.conditions.length === 0 ? absent(t.memorandum.noConditions, t.memorandum.noConditionsNote) : criteria(view, model.conditions)}<h3>${t.list.basis}</h3>${basisList(view, model.basis)}`)}
${block("parties", t.memorandum.parties, "", parties(view, model))}
</div>
${persons.length > 0 && block("people", t.memorandum.people(persons.length), "", html`${absent(t.memorandum.peopleHead, t.memorandum.peopleNote)}<ul class="plain">${persons.map((clause) => html`<li>${clause.clause !== undefined && html`${clauseLabel(view, clause.clause)}${t.colon}`}${lawLink(view, clause.measure)} <span class="fine">${clause.reaches.map((reach) => t.reaches[reach]).join(t.comma)}</span></li>`)}</ul>`)}
${lintBlock(view, model.lint, model.memorandum)}
</div>`;
  return page(view, { title: wordsOf(model.names, language), room: "memoranda", trail: [{ words: t.frame.register, path: "/" }, { words: t.frame.rooms.memoranda, path: "/memoranda" }, { words: wordsOf(model.names, language) }], body, json: `/v1/law/${model.memorandum}`, command: `./probity law show ${model.memorandum}${frame.clocks === undefined ? "" : ` --on ${frame.clocks.law}`} --json`, citation: wordsOf(model.names, language) });
}

/** What must be known of it before all else. */
function warnings(view: View, model: MemorandumModel): Html | false {
  const { t } = view;
  const notes = [
    ...(model.draft === true ? [absent(t.pages.draftHead, t.pages.draftNote)] : []), ...(model.people === true ? [absent(t.pages.memorandum.peopleHead, t.pages.memorandum.peopleNote)] : []),
    ...(model.inForce || model.draft === true ? [] : [absent(t.law.notInForce, t.law.notInForceNote)]),
  ];
  return notes.length > 0 && html`<div class="aside-notes">${notes}</div>`;
}

function head(view: View, model: MemorandumModel): Html {
  const { t, language } = view;
  const otherName = language === "zh" ? model.names.en : model.names.zh;
  return pageHead(named(model.names, language), otherName === undefined || otherName === wordsOf(model.names, language) ? null : spoken(otherName, language), [
    [t.law.inForce, span(view, model)],
    model.signedOn === undefined ? null : [t.memoranda.signed, isoDay(model.signedOn)],
    [t.memoranda.authorities, html`${authoritiesOf(model.clauses).length}`],
    [t.memoranda.clauses, html`${model.clauses.length}`],
    model.lists.length === 0 ? null : [t.memoranda.setOffBy, html`${model.lists.map((list, index) => html`${index > 0 && t.comma}${lawLink(view, list.list)}`)}`],
    model.causes.length === 0 ? null : [t.pages.memorandum.causes, html`${model.causes.map((cause, index) => html`${index > 0 && t.comma}${causeWords(view, cause)}`)}`],
    model.confidence === "high" ? null : [t.law.sureness, html`${confidenceMark(view, model.confidence)}`],
  ]);
}

/** A record, a grade with the grades that count, a status. */
function causeWords(view: View, cause: CauseView): Html {
  const { t } = view;
  return html`${t.pages.memorandum[cause.kind]}${t.space}${lawLink(view, cause.of)}${cause.values.length > 0 && html` <span class="fine">${cause.values.join(t.comma)}</span>`}`;
}

function headline(view: View, model: MemorandumModel): string {
  const clauses = organisationClauses(model);
  if (model.lists.length === 0) return view.t.pages.memorandum.headlineCause({ causes: model.causes.length, authorities: authoritiesOf(clauses).length, measures: clauses.length, mandatory: clauses.filter((clause) => clause.force !== "discretionary").length, discretionary: clauses.filter((clause) => clause.force === "discretionary").length });
  const owner = model.lists.length === 1 && model.lists[0] !== undefined ? lawWords(view, model.lists[0].owner) : null;
  return view.t.memorandum.headline({
    owner,
    lists: model.lists.length,
    authorities: authoritiesOf(clauses).length,
    measures: clauses.length,
    mandatory: clauses.filter((clause) => clause.force === "mandatory").length,
    declinable: clauses.filter((clause) => clause.force === "mandatory-unless-declined").length,
    discretionary: clauses.filter((clause) => clause.force === "discretionary").length,
    endTogether: clauses.every((clause) => clause.lasts.kind === "trigger"),
  });
}

export function clausesSheet(view: View, model: MemorandumModel): Sheet {
  const t = view.t.clauseTable;
  const columns = [{ key: "clause", title: t.clause }, { key: "act", title: t.act, plain: true }, { key: "effect", title: t.effect }, { key: "since", title: t.since }, { title: t.conditions }, { title: t.source }];
  return { name: "clauses", ids: view.t.law.id, columns, rows: model.clauses.map((clause) => ({ of: clause.measure, id: clauseAnchor(clause.measure), cells: clauseCells(view, clause, model) })) };
}

function clauseCells(view: View, clause: ClauseView, model: MemorandumModel): readonly (Html | null)[] {
  const { t } = view;
  const favour = effectsOf([clause]).every((effect) => FAVOURS.has(effect));
  const state = clause.force === "discretionary" ? "may" : favour ? "favoured" : "bound";
  const reaches = clause.reaches.filter((reach) => reach !== "organisation");
  return [
    clause.clause === undefined ? html`§` : clauseLabel(view, clause.clause),
    html`${lawLink(view, clause.measure)}${clause.acts.length > 0 && under(clause.acts.map((act, index) => html`${index > 0 && t.comma}${lawName(view, act)}`))}${under(lawName(view, clause.authority))}${triggers(view, clause, model)}${clause.basis[0]?.quote !== undefined && lawQuote(clause.basis[0].quote)}`,
    html`${stateMark(view, state, clause.effects.map((effect) => t.effects[effect]).join(t.or))}${under(t.force[clause.force])}${amountUnder(view, clause.amount, clause.effects)}${reaches.length > 0 && under(t.reaches.also(reaches.map((reach) => t.reaches[reach]).join(t.comma)))}${clause.exceptOwner && under(t.clauseTable.exceptOwner)}${clause.permittedAs.length > 0 && under(html`${t.pages.memorandum.permittedAs}${t.space}${clause.permittedAs.map((item, index) => html`${index > 0 && t.comma}${lawLink(view, item)}`)}`)}`,
    html`${clause.from === undefined ? html`<span class="nil">${t.ends.notStated}</span>` : isoDay(clause.from)}${clause.until !== undefined && under(t.law.untilDay(isoDay(clause.until)))}`,
    clause.conditions.length === 0 ? null : criteria(view, clause.conditions),
    clauseSource(view, clause, model),
  ];
}

/** What sets it off, where the clauses of the memorandum differ in that. */
function triggers(view: View, clause: ClauseView, model: MemorandumModel): Html | false {
  const { t } = view;
  const differs = model.clauses.some((other) => other.lists.join() !== clause.lists.join() || other.cause?.of !== clause.cause?.of);
  if (!differs) return false;
  return under(html`${t.memoranda.setOffBy}${t.colon}${clause.cause !== undefined ? causeWords(view, clause.cause) : clause.lists.map((list, index) => html`${index > 0 && t.comma}${lawName(view, list)}`)}`);
}

/** Where a clause stands on what the whole memorandum stands on, that is said once, below; here only what is its own. */
function clauseSource(view: View, clause: ClauseView, model: MemorandumModel): Html {
  const shared = (basis: ClauseView["basis"][number]): boolean => model.basis.some((other) => other.instrument === basis.instrument && other.article === basis.article);
  const own = clause.basis.filter((basis) => !shared(basis) || basis.quote !== undefined);
  if (own.length > 0) return basisLinks(view, own);
  return html`<span class="nil">${view.t.law.sameAsAll}</span>${clause.confidence !== model.confidence && confidenceMark(view, clause.confidence)}`;
}

function parties(view: View, model: MemorandumModel): Html {
  const { t } = view;
  if (model.parties.length === 0) return absent(t.memorandum.noParties, t.memorandum.noPartiesNote);
  const columns = [{ title: t.matrix.authority, plain: true }, { title: t.memorandum.since }, { title: t.clauseTable.source }];
  return table("parties-h", columns, model.parties.map((party) => ({
    cells: [lawLink(view, party.authority), party.sinceEarliest === party.sinceLatest ? isoDay(party.sinceEarliest) : html`<span class="may-move">${isoDay(party.sinceEarliest)} – ${isoDay(party.sinceLatest)}</span>${under(t.memorandum.rangeNote)}`, basisLinks(view, party.basis)],
  })));
}
