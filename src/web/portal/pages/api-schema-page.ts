// One component of the API's description: its fields, and which others name it.
import { html, joined, type Html } from "../html.ts";
import { page } from "../parts/document.ts";
import { absent, block } from "../parts/notices.ts";
import { schemaAddress, shapeTables } from "../parts/schema-table.ts";
import { viewOf } from "../parts/view.ts";
import type { Frame } from "../view-models.ts";
import type { ApiSchemaModel } from "../view-models-api.ts";

export function apiSchemaPage(frame: Frame, { name, shape: { name: _own, ...shape }, usedBy }: ApiSchemaModel): Html {
  const view = viewOf(frame);
  const t = view.t.api;
  const body = html`<div class="width api"><h1 class="found"><code>${name}</code></h1>${t.language !== "" && html`<p class="fine">${t.language}</p>`}
${block("fields", t.fields(name), "", shapeTables(view, "fields-h", shape))}
${block("used", t.usedBy, "", usedBy.length === 0 ? absent(t.nowhere, "") : html`<p>${joined(usedBy.map((each) => html`<a href="${schemaAddress(view, each)}"><code>${each}</code></a>`), html`${view.t.comma}`)}</p>`)}</div>`;
  return page(view, { title: name, room: "developers", trail: [{ words: view.t.frame.register, path: "/" }, { words: t.title, path: "/api" }, { words: t.schemas }], body, json: "/openapi.json", command: `curl '${frame.origin}/openapi.json'`, citation: name });
}
