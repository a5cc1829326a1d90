// On file: names and codes, listings with their editions, and records by type, each with the row it came from.
import { atClocks, organisationPath, pageAddress } from "../addresses.ts";
import { codeText, count, heard, isoDay, named, spoken, valueText, wordsOf } from "../format.ts";
import { html, joined, type Html } from "../html.ts";
import type { EditionView, Names, State } from "../view-models.ts";
import type { ListingRow, OrganisationModel, RecordRow, Shelf } from "../view-models-organisation.ts";
import { dueWords } from "./case-path.ts";
import { endCell } from "./ends.ts";
import { COLOUR_SIGNS } from "./lists-table.ts";
import { absent, block } from "./notices.ts";
import { stateMark } from "./signs.ts";
import { sheetTable, type Sheet } from "./sheet.ts";
import { sourceCell } from "./source.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, type View } from "./view.ts";

/** Shelves that are always there: an empty one says that nothing was handed in. The others come where they hold something. */
export const SHELVES: readonly Shelf[] = ["registration", "licence", "penalty", "inspection", "list", "commitment", "report", "grade", "judgment", "debt", "interview", "other", "history"];
const ALWAYS: ReadonlySet<Shelf> = new Set<Shelf>(["registration", "licence", "penalty", "inspection", "list", "commitment", "report", "grade", "history"]);

/** One shelf at a time, as a link each, with how much stands on it. */
export function onFile(view: View, model: OrganisationModel): Html {
  const t = view.t.onFile;
  const shown = SHELVES.filter((shelf) => ALWAYS.has(shelf) || heldOn(model, shelf) > 0 || shelf === model.shelf);
  return block("file", t.title, t.note, html`
<nav class="tabs shelves" aria-label="${t.title}"><ul>${shown.map((shelf) => html`<li><a href="${pageAddress(view.frame, view.frame.path, { ...view.frame.query, shelf })}#file"${shelf === model.shelf && html` aria-current="true"`}>${t.shelves[shelf]} <span class="figure">${count(heldOn(model, shelf), view.language)}</span></a></li>`)}</ul></nav>
${shelfOf(view, model)}`);
}

function heldOn(model: OrganisationModel, shelf: Shelf): number {
  const records = model.records.filter(({ about }) => about === shelf).length;
  switch (shelf) {
    case "registration": return model.names.length + model.codes.length + records;
    case "list": return model.listings.length + records;
    case "history": return (model.timeline?.knew.filter(({ known }) => known).length ?? 0) + model.joins.length;
    default: return records;
  }
}

function shelfOf(view: View, model: OrganisationModel): Html {
  const t = view.t.onFile;
  const records = recordsByType(view, model.records.filter(({ about }) => about === model.shelf));
  switch (model.shelf) {
    case "registration":
      return html`<h3 id="names-h">${t.names}${view.t.space}<span class="figure">${model.names.length + model.codes.length}</span></h3>${names(view, model)}${related(view, model)}${records}`;
    case "list":
      return html`<h3 id="listings-h">${t.listings}${view.t.space}<span class="figure">${model.listings.length}</span></h3>${model.listings.length === 0 ? absent(t.noListings, t.noneNote) : sheetTable(view, listingsSheet(view, model.listings))}${records}`;
    case "history":
      return html`${history(view, model)}${joins(view, model)}`;
    default:
      return records.length === 0 ? absent(t.noRecords(t.shelves[model.shelf]), t.noneNote) : html`${records}`;
  }
}

/** What the register took in, in the order in which it came. */
function history(view: View, { timeline }: OrganisationModel): Html {
  const { t: { onFile: t, time } } = view;
  const rows = (timeline?.knew ?? []).filter(({ known }) => known);
  if (rows.length === 0) return absent(t.noRecords(t.shelves.history), t.noneNote);
  const columns = [{ title: t.ledger }, { title: time.columns.day }, { title: time.columns.what, plain: true }];
  return html`<h3 id="history-h">${t.history}${view.t.space}<span class="figure">${rows.length}</span></h3>${table("history-h", columns, rows.toReversed().map((row) => ({
    cells: [html`<a class="code" href="${atClocks(view.frame, { known: row.position })}#file">#${row.position}</a>`, isoDay(row.day), html`${time.known[row.what]}${row.of !== undefined && html`${view.t.colon}${lawLink(view, row.of)}`}`],
  })))}`;
}

function names(view: View, model: OrganisationModel): Html {
  const t = view.t.onFile;
  const columns = [{ title: t.what }, { title: t.value, plain: true }, { title: t.from }, { title: t.until }, { title: t.source }];
  return table("names-h", columns, [
    ...model.names.map((one) => ({ cells: [t.nameKinds[one.kind], spoken(one.text, view.language), null, null, sourceCell(view, one.source)] })),
    ...model.codes.map((one) => ({ cells: [lawName(view, one.scheme), codeText(one.value), one.from === undefined ? null : isoDay(one.from), one.until === undefined ? null : isoDay(one.until), null] })),
  ]);
}

const LISTING_SIGNS = { "to-come": "may", gone: "open", ended: "released" } as const satisfies Record<Exclude<ListingRow["state"], "current">, State>;

function listingsSheet(view: View, rows: readonly ListingRow[]): Sheet {
  const t = view.t.onFile;
  const columns = [{ title: t.state, plain: true }, { key: "list", title: t.list }, { key: "from", title: t.from }, { key: "free", title: t.freeOn }, { title: t.grounds }, { key: "by", title: t.originator }, { key: "decided", title: view.t.list.decided }, { title: t.editions }, { title: t.source }];
  return { name: "listings", columns, rows: rows.map((row) => ({
    id: `listing-${row.listing.replace(/[^A-Za-z0-9_-]/g, "-")}`,
    cells: [
      html`<span class="unbroken">${stateMark(view, row.state === "current" ? COLOUR_SIGNS[row.colour] : LISTING_SIGNS[row.state], t.listingStates[row.state])}</span>${disputedMark(view, row.disputedSince)}${toGoMark(view, row.toGo)}`,
      html`${lawLink(view, row.list)}${row.holds !== "entailed" && under(html`<code>${row.listing}</code>`)}`,
      row.from === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : isoDay(row.from),
      endCell(view, row.end),
      groundsCell(view, row),
      row.originator === undefined ? null : lawName(view, row.originator),
      row.decidedOn === undefined ? null : isoDay(row.decidedOn),
      editions(view, row.firstEdition, row.lastEdition),
      row.holds === "reported" ? sourceCell(view, row.source) : row.holds === "kept" ? html`${t.noSource}` : html`${view.t.lists.entailed}`,
    ],
  })) };
}

/** What is objected to is marked while the objection runs. */
function disputedMark(view: View, since: string | undefined): Html | null {
  return since === undefined ? null : under(html`<span class="unbroken">${stateMark(view, "undetermined", view.t.own.marks.disputed)}</span> ${view.t.onFile.disputedSince} ${isoDay(since)}`);
}

/** It still stands, and has to go by a day: late by a shape and a word. */
function toGoMark(view: View, toGo: ListingRow["toGo"]): Html | null {
  return toGo === undefined ? null : under(html`<span class="unbroken">${stateMark(view, "undetermined", view.t.onFile.toGo)}</span> ${toGo.due === undefined ? view.t.desk.toGo.notStated : dueWords(view, toGo.due)}`);
}

/** Grounds where the law of the list has them stated: absent ones are not stated, elsewhere there are none. */
function groundsCell(view: View, row: ListingRow): Html | null {
  if (row.grounds !== undefined) return spoken(row.grounds, view.language);
  return row.statesGrounds ? html`<span class="nil">${view.t.ends.notStated}</span>` : null;
}

function joins(view: View, model: OrganisationModel): Html | null {
  const t = view.t.onFile;
  if (model.joins.length === 0) return null;
  return html`<h3 id="joins-h">${t.joins}${view.t.space}<span class="figure">${model.joins.length}</span></h3><p class="fine">${t.joinsNote}</p><ul class="plain">${model.joins.map((join) => html`<li>${joined(join.files.map((file) => html`<span class="code">${file}</span>`), html` = `)}${view.t.comma}${t.judgedBy[join.judgedBy] ?? join.judgedBy}${view.t.colon}${joined(join.reasons.map((reason) => joinReason(view, reason)), html`${view.t.semicolon}`)}${view.t.stop}</li>`)}</ul>`;
}

/** The judgement's reason in the page's words, with the names it compared. */
export function joinReason(view: View, reason: string): Html {
  const at = reason.indexOf(": `");
  const head = at < 0 ? reason : reason.slice(0, at);
  const words = view.t.onFile.joinReasons[head];
  return html`${words === undefined ? heard(head, view.language) : words}${at >= 0 && html`${view.t.colon}${spoken(reason.slice(at + 2).replaceAll("`", "").replace(", ", " / "), view.language)}`}`;
}

function related(view: View, model: OrganisationModel): Html | null {
  const t = view.t.onFile;
  // Where they are drawn, the table beside the drawing says more.
  if (model.related.length === 0 || model.relations !== undefined) return null;
  return html`<h3 id="related-h">${t.related}${view.t.space}<span class="figure">${model.related.length}</span></h3>${table("related-h", [{ title: t.relation, plain: true }, { title: view.t.frame.organisation, plain: true }], model.related.map((one) => ({ cells: [t.relations[one.relation], html`<a href="${pageAddress(view.frame, organisationPath(one.file))}">${spoken(one.name, view.language)}</a>`] })))}`;
}

function editions(view: View, first: EditionView | undefined, last: EditionView | undefined): Html | null {
  const t = view.t.onFile;
  if (last === undefined) return null;
  const one = (edition: EditionView): Html => html`${isoDay(edition.asOf)}${edition.inferred && html` ${t.inferred}`}`;
  return first === undefined || first.asOf === last.asOf ? one(last) : html`${one(first)}${under(html`${t.to}${view.t.space}${one(last)}`)}`;
}

function recordsByType(view: View, rows: readonly RecordRow[]): readonly Html[] {
  return recordSheets(view, rows).map(({ type, sheet }) => html`<h3 id="${sheet.name}-h">${lawLink(view, type)} <span class="figure">${sheet.rows.length}</span></h3>${sheetTable(view, sheet)}`);
}

function recordSheets(view: View, rows: readonly RecordRow[]): readonly { readonly type: string; readonly sheet: Sheet }[] {
  const types = [...new Set(rows.map((row) => row.type))];
  return types.map((type, index) => ({ type, sheet: recordsSheet(view, index, rows.filter((row) => row.type === type)) }));
}

/** The tables of the shelf that is open, to be taken along. */
export function shelfSheets(view: View, model: OrganisationModel): readonly Sheet[] {
  return [...(model.shelf === "list" ? [listingsSheet(view, model.listings)] : []), ...recordSheets(view, model.records.filter(({ about }) => about === model.shelf)).map(({ sheet }) => sheet)];
}

/** Where the records of a type say more different things than fit beside one another, they stand in one cell, each with its name. */
const COLUMNS_MAX = 6;

function recordsSheet(view: View, index: number, rows: readonly RecordRow[]): Sheet {
  const t = view.t.onFile;
  const fields = [...new Map(rows.flatMap((row) => row.fields.map((field) => [field.names.en, field.names] as const))).values()];
  const beside = fields.length <= COLUMNS_MAX;
  const said = beside ? fields.map((names) => ({ title: wordsOf(names, view.language) })) : [{ title: t.value, plain: true }];
  const columns = [{ key: "on", title: t.on }, { key: "by", title: t.by }, ...said, { key: "published", title: t.published }, { key: "ledger", title: t.ledger }, { title: t.source }];
  return { name: `records-${index}`, columns, rows: rows.map((row) => ({
    id: `record-${row.record.replace(/[^A-Za-z0-9_-]/g, "-")}`,
    cells: [
      row.on === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : html`${isoDay(row.on)}${disputedMark(view, row.disputedSince)}`,
      row.by === undefined ? null : lawName(view, row.by),
      ...(beside ? fields.map((names) => fieldCell(view, row, names)) : [html`<dl class="pairs">${row.fields.map((field) => html`<div><dt>${named(field.names, view.language)}</dt><dd>${valueText(field.value, view.language)}</dd></div>`)}</dl>`]),
      row.publishedUntil === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : isoDay(row.publishedUntil),
      html`<span class="code">#${row.position}</span>`,
      sourceCell(view, row.source),
    ],
  })) };
}

function fieldCell(view: View, { fields }: RecordRow, names: Names): Html | null {
  const field = fields.find((each) => each.names.en === names.en);
  return field === undefined ? null : valueText(field.value, view.language);
}
