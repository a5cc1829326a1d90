// The operators' page: warnings, what waits, last imports, letters, room, and how far what is kept in memory lags behind the ledger.
import { count, isoDay, named, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block, findings } from "../parts/notices.ts";
import { table } from "../parts/table.ts";
import { lawName, viewOf, type View } from "../parts/view.ts";
import { wrongBox } from "../parts/wrong.ts";
import type { Frame } from "../view-models.ts";
import type { OperatorsModel } from "../view-models-operators.ts";

export function deskOperatorsPage(frame: Frame, model: OperatorsModel): Html {
  const view = viewOf(frame);
  const t = view.t.operators;
  const { cases, releases, held } = model;
  const body = html`<div class="width"><h1 class="found">${t.title}</h1><p class="lead">${t.lead}</p>
<p class="fine">${t.position}${view.t.space}${isoDay(model.day)}${view.t.comma}<span class="code">${model.known}</span>${view.t.stop}${view.t.space}${t.rulebook}${view.t.space}<code>${model.rulebook}</code></p>
${block("warnings", t.warnings, "", model.warnings.length === 0 ? absent(t.noWarnings, t.noWarningsNote) : html`${model.warnings.map(({ findings: all = [], ...warning }) => html`${wrongBox(view, warning)}${all.length > 0 && findings(view, all)}`)}`)}
${block("queues", t.queues, t.queuesNote, figures(view, [[t.held, held], [t.cases, cases.open], [t.casesLate, cases.late], [t.releases, releases.open], [t.releasesLate, releases.late]]))}
${block("imports", html`${t.imports} <span class="figure">${model.imports.length}</span>`, t.importsNote, model.imports.length === 0 ? absent(t.noImports, "") : imports(view, model))}
${block("mail", t.mail, t.mailNote, mail(view, model))}
${block("storage", t.storage, t.storageNote, storage(view, model))}
${block("views", t.views, t.viewsNote, views(view, model))}
${block("machine", t.machine, "", html`<p>${t.machineNote}${view.t.colon}<code>${frame.origin}/metrics</code></p>`)}</div>`;
  return page(view, { title: t.title, room: "desk", trail: [{ words: view.t.frame.register, path: "/" }, { words: view.t.desk.room, path: "/desk" }, { words: t.title }], body });
}

function figures(view: View, rows: readonly (readonly [string, number])[]): Html {
  return html`<dl class="tallies">${rows.map(([words, value]) => html`<div><dt>${words}</dt><dd>${count(value, view.language)}</dd></div>`)}</dl>`;
}

function imports(view: View, { imports: rows }: OperatorsModel): Html {
  const t = view.t.operators;
  const c = t.columns;
  return table("imports-h", [{ title: c.day }, { title: c.sheet, roomy: true }, { title: c.source, roomy: true }, ...(["rows", "records", "duplicates", "held", "refused"] as const).map((name) => ({ title: c[name], number: true }))], rows.map((row) => ({
    cells: [isoDay(row.day), lawName(view, row.template), row.office === undefined ? t.keeper : named(row.office, view.language), ...(["rows", "records", "duplicates", "held", "refused"] as const).map((name) => count(row.counts[name], view.language))],
  })));
}

function mail(view: View, { outbox }: OperatorsModel): Html {
  const t = view.t.operators;
  const c = t.failedColumns;
  return html`${figures(view, (["waiting", "sending", "sent", "refused", "uncertain"] as const).map((state) => [t.states[state], outbox.counts[state]]))}
<h3 id="failed-h">${t.failed}</h3>${outbox.failed.length === 0 ? absent(t.noFailed, "") : table("failed-h", [{ title: c.subject, plain: true, roomy: true }, { title: c.to }, { title: c.state }, { title: c.tries, number: true }, { title: c.error, roomy: true }], outbox.failed.map((each) => ({ cells: [spoken(each.subject, view.language), html`<code>${each.to}</code>`, t.states[each.state], String(each.tries), each.error === "" ? null : html`<span lang="en">${each.error}</span>`] })))}`;
}

function storage(view: View, { storage: room }: OperatorsModel): Html {
  const t = view.t.operators;
  if (room === null) return absent(t.unknownStorage, "");
  return html`<dl class="pairs"><div><dt>${t.folder}</dt><dd>${bytesText(room.folderBytes, view)}</dd></div><div><dt>${t.database}</dt><dd>${room.databaseBytes === null ? t.elsewhere : bytesText(room.databaseBytes, view)}</dd></div><div><dt>${t.free}</dt><dd>${bytesText(room.freeBytes, view)}</dd></div></dl>`;
}

const MEGA = 1_000_000;
const GIGA = 1_000_000_000;

function bytesText(bytes: number, { language }: View): string {
  const [size, unit] = bytes >= GIGA ? [bytes / GIGA, "GB"] : [bytes / MEGA, "MB"];
  return `${size.toLocaleString(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 1 })} ${unit}`;
}

function views(view: View, { views: rows, known }: OperatorsModel): Html {
  const t = view.t.operators;
  const c = t.viewColumns;
  return table("views-h", [{ title: c.view, plain: true }, { title: c.position, number: true }, { title: c.lag, wide: true }], rows.map((row) => ({
    unknown: row.position === null,
    cells: [t.view[row.view], row.position === null ? null : count(row.position, view.language), row.position === null ? t.notKept : row.position >= known ? t.none : t.lag(count(known - row.position, view.language))],
  })));
}
