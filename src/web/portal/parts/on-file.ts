// On file: names and codes, listings with their editions, and records by type, each with the row it came from.
import { codeText, isoDay, spoken, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { EditionView, ListingRow, OrganisationModel, RecordRow, State } from "../view-models.ts";
import { endCell } from "./ends.ts";
import { absent, block } from "./notices.ts";
import { stateMark } from "./signs.ts";
import { sourceCell } from "./source.ts";
import { table, under } from "./table.ts";
import { lawLink, lawName, type View } from "./view.ts";

export function onFile(view: View, model: OrganisationModel): Html {
  const t = view.t.onFile;
  return block("file", t.title, t.note, html`
<h3 id="names-h">${t.names}${view.t.space}<span class="figure">${model.names.length + model.codes.length}</span></h3>${names(view, model)}
<h3 id="listings-h">${t.listings}${view.t.space}<span class="figure">${model.listings.length}</span></h3>${model.listings.length === 0 ? absent(t.noListings, t.noneNote) : listings(view, model.listings)}
${model.records.length === 0 ? html`<h3 id="records-h">${t.records}${view.t.space}<span class="figure">0</span></h3>${absent(t.noRecords, t.noneNote)}` : recordsByType(view, model.records)}`);
}

function names(view: View, model: OrganisationModel): Html {
  const t = view.t.onFile;
  const columns = [{ title: t.what }, { title: t.value, plain: true }, { title: t.from }, { title: t.until }, { title: t.source }];
  return table("names-h", columns, [
    ...model.names.map((one) => ({ cells: [t.nameKinds[one.kind], spoken(one.text, view.language), null, null, sourceCell(view, one.source)] })),
    ...model.codes.map((one) => ({ cells: [lawName(view, one.scheme), codeText(one.value), one.from === undefined ? null : isoDay(one.from), one.until === undefined ? null : isoDay(one.until), null] })),
  ]);
}

const LISTING_SIGNS = { current: "bound", "to-come": "may", gone: "open", ended: "released" } as const satisfies Record<ListingRow["state"], State>;

function listings(view: View, rows: readonly ListingRow[]): Html {
  const t = view.t.onFile;
  const columns = [{ title: t.state, plain: true }, { title: t.list }, { title: t.from }, { title: t.freeOn }, { title: t.grounds }, { title: t.originator }, { title: t.editions }, { title: t.source }];
  return table("listings-h", columns, rows.map((row) => ({
    id: `listing-${row.listing.replace(/[^A-Za-z0-9_-]/g, "-")}`,
    cells: [
      stateMark(view, LISTING_SIGNS[row.state], t.listingStates[row.state]),
      html`${lawLink(view, row.list)}${under(html`<code>${row.listing}</code>`)}`,
      row.from === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : isoDay(row.from),
      endCell(view, row.end),
      row.grounds === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : spoken(row.grounds, view.language),
      row.originator === undefined ? null : lawName(view, row.originator),
      editions(view, row.firstEdition, row.lastEdition),
      sourceCell(view, row.source),
    ],
  })));
}

function editions(view: View, first: EditionView | undefined, last: EditionView | undefined): Html | null {
  const t = view.t.onFile;
  if (last === undefined) return null;
  const one = (edition: EditionView): Html => html`${isoDay(edition.asOf)}${edition.inferred && html` ${t.inferred}`}`;
  return first === undefined || first.asOf === last.asOf ? one(last) : html`${one(first)}${under(html`${t.to}${view.t.space}${one(last)}`)}`;
}

function recordsByType(view: View, rows: readonly RecordRow[]): readonly Html[] {
  const types = [...new Set(rows.map((row) => row.type))];
  return types.map((type, index) => records(view, type, index, rows.filter((row) => row.type === type)));
}

function records(view: View, type: string, index: number, rows: readonly RecordRow[]): Html {
  const t = view.t.onFile;
  const fields = [...new Map(rows.flatMap((row) => row.fields).map((field) => [field.names.en, field.names])).values()];
  const columns = [{ title: t.on }, { title: t.by }, ...fields.map((names) => ({ title: wordsOf(names, view.language) })), { title: t.published }, { title: t.ledger }, { title: t.source }];
  return html`<h3 id="records-${index}-h">${lawLink(view, type)} <span class="figure">${rows.length}</span></h3>${table(`records-${index}-h`, columns, rows.map((row) => ({
    id: `record-${row.record.replace(/[^A-Za-z0-9_-]/g, "-")}`,
    cells: [
      row.on === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : isoDay(row.on),
      row.by === undefined ? null : lawName(view, row.by),
      ...fields.map((names) => { const field = row.fields.find((one) => one.names.en === names.en); return field === undefined ? null : spoken(field.value, view.language); }),
      row.publishedUntil === undefined ? html`<span class="nil">${view.t.ends.notStated}</span>` : html`${t.until}${view.t.space}${isoDay(row.publishedUntil)}`,
      html`<span class="code">#${row.position}</span>`,
      sourceCell(view, row.source),
    ],
  })))}`;
}
