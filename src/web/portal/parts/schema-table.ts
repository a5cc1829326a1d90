// The shape of a request or an answer as tables of fields: types as TypeScript writes them, each component a link to its own page.
import { pageAddress } from "../addresses.ts";
import { heard } from "../format.ts";
import { html, type Html } from "../html.ts";
import { table } from "./table.ts";
import type { View } from "./view.ts";
import type { ApiShape, ApiTypePart } from "../view-models-api.ts";

export function schemaAddress(view: View, name: string): string {
  return pageAddress(view.frame, `/api/schemas/${name}`);
}

/** @param id of the heading that names the tables; further tables have one of their own */
export function shapeTables(view: View, id: string, shape: ApiShape): Html {
  const t = view.t.api;
  const of = shape.tables.length;
  return html`${shape.name !== undefined && html`<p class="fine">${t.shape} <a href="${schemaAddress(view, shape.name)}"><code>${shape.name}</code></a></p>`}${shape.about !== undefined && html`<p>${heard(shape.about, view.language)}</p>`}${shape.type !== undefined && html`<p>${typeText(view, shape.type)}</p>`}
${shape.tables.map((fields, index) => html`${of > 1 && html`<h3 class="form-of" id="${id}-${index + 1}">${t.oneOf(index + 1, of)}</h3>`}${table(of > 1 ? `${id}-${index + 1}` : id, [{ title: t.columns.field, plain: true }, { title: t.columns.type, wide: true }, { title: t.columns.present }, { title: t.columns.meaning, roomy: true }], fields.map(({ field, type, required, about }) => ({
    cells: [html`<code class="field-name">${field}</code>`, typeText(view, type), html`<span class="fine">${required ? t.always : t.sometimes}</span>`, about === "" ? null : heard(about, view.language)],
  })))}`)}`;
}

function typeText(view: View, parts: readonly ApiTypePart[]): Html {
  return html`<code class="type">${parts.map(({ text, schema }) => (schema === undefined ? text : html`<a href="${schemaAddress(view, schema)}">${text}</a>`))}</code>`;
}
