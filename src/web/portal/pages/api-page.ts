// The reference of the API: every operation by its group, each with a page of its own.
import { pageAddress } from "../addresses.ts";
import { named, told, wordsOf } from "../format.ts";
import { html, type Html } from "../html.ts";
import { onThisPage, page, pageHead } from "../parts/document.ts";
import { block } from "../parts/notices.ts";
import { table } from "../parts/table.ts";
import { viewOf, type View } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { ApiModel, ApiOperationRow } from "../view-models-api.ts";

export function apiPage(frame: Frame, model: ApiModel): Html {
  const view = viewOf(frame);
  const t = view.t.api;
  const body = html`<div class="width">${pageHead(html`${t.title}`, null, [], [])}<p class="lead">${t.lead}</p><p><a href="/openapi.json">${t.document}</a></p></div>
${onThisPage(view, model.groups.map(({ group, names }) => [group, wordsOf(names, view.language)] as const))}
<div class="width operations">${model.groups.map(({ group, names, operations }) => block(group, named(names, view.language), "", operationTable(view, `${group}-h`, operations)))}</div>`;
  return page(view, { title: t.title, room: "developers", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title }], body, json: "/openapi.json", command: `curl '${frame.origin}/openapi.json'`, citation: t.title });
}

function operationTable(view: View, id: string, operations: readonly ApiOperationRow[]): Html {
  const t = view.t.api;
  return table(id, [{ title: t.columns.operation, plain: true, roomy: true }, { title: t.columns.about, plain: true, roomy: true }], operations.map((operation) => ({
    cells: [html`<a class="operation" href="${operationAddress(view, operation.id)}"><span class="method">${operation.method}</span> <code>${operation.path}</code></a>`, html`${told(operation.names, view.language)}${operation.writes && html` <span class="fine">${t.writes}</span>`}`],
  })));
}

function operationAddress(view: View, id: string): string {
  return pageAddress(view.frame, `/api/${id}`);
}
