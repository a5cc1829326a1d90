// The form by which an organisation asks: what it is about, one of the ways the law opens, its documents as a checklist, a statement, what goes on
// file, attachments. Where nothing can be asked, why.
import { exitDay, heard, isoDay, named, spoken, told, valueText, wordsOf } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import { dayInput } from "../parts/day-input.ts";
import { page } from "../parts/document.ts";
import { absent, block, findings } from "../parts/notices.ts";
import { joinReason } from "../parts/on-file.ts";
import { askAddress, whyNot } from "../parts/own-things.ts";
import { lawLink, lawName, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { DeskWrong } from "../view-models-desk.ts";
import type { Frame } from "../view-models.ts";
import type { OwnAskModel, OwnWay } from "../view-models-own.ts";

export function ownAskPage(frame: Frame, model: OwnAskModel): Html {
  const view = viewOf(frame);
  const t = view.t.own.ask;
  const title = t.titles[model.purpose];
  const body = html`<div class="width narrow"><h1 class="found">${title}</h1>
${model.wrong !== undefined && html`${wrongBox(view, withoutFindings(model.wrong))}${model.wrong.findings !== undefined && model.wrong.findings.length > 0 && findings(view, model.wrong.findings)}`}
${block("about", t.about, "", about(view, model))}
${model.chosen === undefined ? ways(view, model) : form(view, model, model.chosen)}
<p class="onward"><a href="/${view.language}/desk/organisation">${t.back}</a></p></div>`;
  return page(view, { title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk/organisation" }, { words: title }], body });
}

/** They stand below the box, each by itself. */
function withoutFindings({ findings: _apart, ...wrong }: DeskWrong): DeskWrong {
  return wrong;
}

function about(view: View, { about: thing, purpose, chosen }: OwnAskModel): Html {
  const t = view.t.own;
  switch (thing.kind) {
    case "organisation":
      return html`<p>${t.ask.aboutOrganisation}</p>`;
    case "listing":
    case "record":
      return html`<p class="entry">${lawLink(view, thing.of)}${thing.on !== undefined && html` <span class="fine">${isoDay(thing.on)}</span>`}</p>${thing.values.length > 0 && html`<dl class="pairs">${thing.values.map((value) => html`<div><dt>${named(value.names, view.language)}</dt><dd>${valueText(value.value, view.language)}</dd></div>`)}</dl>`}`;
    case "join":
      return html`<p>${joined(thing.files.map((file) => html`<span class="code">${file}</span>`), html` = `)}</p>${thing.reasons.length > 0 && html`<p class="fine">${joined(thing.reasons.map((reason) => joinReason(view, reason)), html`${view.t.semicolon}`)}</p>`}${purpose === "objection" && chosen !== undefined && html`<p>${t.ask.joinWarning}</p>`}`;
    case "matter":
      return html`<p><span class="entry">${t.cases[thing.purpose] ?? thing.purpose}</span>${view.t.comma}${t.states[thing.state] ?? thing.state}${view.t.comma}${isoDay(thing.openedOn)}</p>`;
  }
}

/** The ways there are, each with its day and what it asks for; one that is not open says why. */
function ways(view: View, model: OwnAskModel): Html {
  const t = view.t.own.ask;
  const open = model.ways.filter(({ allowed }) => allowed);
  const [only] = model.ways;
  if (only === undefined) return absent(t.closed, t.noProcedure);
  const list = html`<ol class="exits">${model.ways.map((way) => html`<li${!way.allowed && html` class="closed"`}><h3>${way.names === undefined ? t.titles[model.purpose] : named(way.names, view.language)}</h3><p class="earliest">${way.allowed ? t.openNow : way.opens === undefined ? "" : html`${t.opensFrom}${view.t.space}${isoDay(way.opens)}`}</p>
<div class="body">${wayDetail(view, way)}${way.documents.length > 0 && html`<p>${t.documents}</p><ul class="plain">${way.documents.map((document) => html`<li>${told(document, view.language)}</li>`)}</ul>`}${way.allowed ? html`<p><a class="button second" href="${askAddress(view, { purpose: model.purpose, about: model.aboutText, ...(way.procedure === undefined ? {} : { procedure: way.procedure }) }, way.exit)}" aria-label="${t.apply}: ${way.names === undefined ? t.titles[model.purpose] : wordsOf(way.names, view.language)}">${t.apply}</a></p>` : way.why !== undefined && whyNot(view, way.why)}</div></li>`)}</ol>`;
  return open.length === 0 ? block("ways", t.closed, "", list) : block("ways", model.purpose === "repair" ? t.choose : t.chooseProcedure, model.purpose === "repair" ? t.chooseNote : "", list);
}

function wayDetail(view: View, way: OwnWay): Html | null {
  const t = view.t.own.ask;
  if (way.decidedBy === undefined && way.decideBy === undefined && way.reading === undefined) return null;
  return html`<p>${way.decidedBy !== undefined && html`${t.decidedBy}${view.t.space}${lawName(view, way.decidedBy)}${view.t.stop}${view.t.space}`}${way.decideBy !== undefined && html`${t.decideBy}${view.t.space}${exitDay(way.decideBy, view.t.states.provisional)}${view.t.stop}${view.t.space}`}${way.reading !== undefined && html`${t.reading}${view.t.space}${lawLink(view, way.reading)}`}</p>`;
}

function form(view: View, model: OwnAskModel, way: OwnWay): Html {
  const t = view.t.own.ask;
  const { typed, purpose } = model;
  return html`<form class="asking" method="post" enctype="multipart/form-data" action="/${view.language}/desk/organisation/ask">
<input type="hidden" name="purpose" value="${purpose}"><input type="hidden" name="about" value="${model.aboutText}">${way.exit !== undefined && html`<input type="hidden" name="exit" value="${way.exit}">`}${way.procedure !== undefined && model.about.kind === "organisation" && html`<input type="hidden" name="procedure" value="${way.procedure}">`}
<p>${way.exit !== undefined && way.names !== undefined && html`<b>${named(way.names, view.language)}</b>${view.t.comma}`}${t.procedure}${view.t.space}${model.governing === undefined ? "" : lawLink(view, model.governing)}</p>${wayDetail(view, way)}
${model.purpose === "repair" && documents(view, model, way)}
${model.fields.length > 0 && html`<fieldset><legend>${t.fields}</legend>${model.fields.map((field) => fieldInput(view, model, field))}</fieldset>`}
<div class="field"><label for="statement">${t.statement} <span class="fine">${t.statementNeeded}</span></label><p class="fine" id="statement-hint">${t.statementHints[purpose]}</p><textarea id="statement" name="statement" rows="8" maxlength="20000" required aria-describedby="statement-hint">${typed.statement}</textarea></div>
<div class="field"><label for="files">${t.files} <span class="fine">${t.optional}</span></label><p class="fine" id="files-hint">${t.filesNote}</p>${typed.files && html`<p class="again">${t.filesAgain}</p>`}<input id="files" type="file" name="files" multiple accept=".pdf,.png,.jpg,.jpeg,.txt" aria-describedby="files-hint"></div>
<p><button>${t.send[purpose]}</button></p></form>`;
}

/** The law's words, to be ticked: what is ticked is said to the office in the same words. */
function documents(view: View, { typed }: OwnAskModel, way: OwnWay): Html {
  const t = view.t.own.ask;
  return html`<fieldset><legend>${t.documents}</legend>${way.documents.length === 0 ? html`<p class="fine">${t.noDocuments}</p>` : html`<p class="fine">${t.documentsNote}</p>${way.documents.map((document, index) => html`<p class="tick"><input type="checkbox" id="document-${index}" name="documents" value="${wordsOf(document, view.language)}"${typed.documents.includes(wordsOf(document, view.language)) && html` checked`}><label for="document-${index}">${told(document, view.language)}</label></p>`)}`}</fieldset>`;
}

function fieldInput(view: View, { typed, authorities }: OwnAskModel, field: OwnAskModel["fields"][number]): Html {
  const t = view.t.own.ask;
  const id = `field-${field.name}`;
  const name = `field:${field.name}`;
  const given = typed.fields[field.name] ?? [];
  const [first = ""] = given;
  const label = html`${named(field.names, view.language)} <span class="fine">${field.required ? t.required : t.optional}</span>`;
  const required = field.required && html` required`;
  const words = (choice: string): Html => spoken(view.t.words[field.name]?.[choice] ?? choice, view.language);
  switch (field.type) {
    case "flag":
      return html`<p class="tick"><input type="checkbox" id="${id}" name="${name}" value="yes"${first !== "" && html` checked`}><label for="${id}">${label}</label></p>`;
    case "choice":
      return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}"${required}><option value="">${t.chooseOne}</option>${(field.choices ?? []).map((choice) => html`<option value="${choice}"${choice === first && html` selected`}>${words(choice)}</option>`)}</select></div>`;
    case "choices":
      return html`<fieldset><legend>${label}</legend>${(field.choices ?? []).map((choice, index) => html`<p class="tick"><input type="checkbox" id="${id}-${index}" name="${name}" value="${choice}"${given.includes(choice) && html` checked`}><label for="${id}-${index}">${words(choice)}</label></p>`)}</fieldset>`;
    case "authority":
      return html`<div class="field"><label for="${id}">${label}</label><select id="${id}" name="${name}"${required}><option value="">${t.chooseOne}</option>${authorities.map((authority) => html`<option value="${authority}"${authority === first && html` selected`}>${heard(wordsOf(view.frame.law[authority]?.names ?? { en: authority }, view.language), view.language)}</option>`)}</select></div>`;
    case "day":
      return html`<div class="field"><label for="${id}">${label}</label>${dayInput({ id, name, value: first, more: required })}</div>`;
    case "integer":
      return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" inputmode="numeric" name="${name}" value="${first}"${required}></div>`;
    case "text":
      return html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="3" maxlength="20000"${required}>${first}</textarea></div>`;
    case "money":
    case "rate":
    case "code":
      return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${first}"${required}></div>`;
  }
}
