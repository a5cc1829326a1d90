// Values of a law entry in any shape, written as text, links, lists and nested fields; and how plain JSON becomes them.
import { isoDay, named, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { FieldView, Names, ValueView, Version } from "../view-models.ts";
import { basisLinks } from "./basis.ts";
import { lawLink, type View } from "./view.ts";

export function value(view: View, one: ValueView): Html {
  switch (one.kind) {
    case "text":
      return spoken(one.text, view.language);
    case "names":
      return named(one.names, view.language);
    case "day":
      return isoDay(one.day);
    case "flag":
      return html`${one.flag ? view.t.law.yes : view.t.law.no}`;
    case "law":
      return lawLink(view, one.id);
    case "basis":
      return basisLinks(view, [one.basis]);
    case "expression":
      return html`<code>${one.text}</code>`;
    case "nothing":
      return html`<span class="nil">${view.t.law.nothing}</span>`;
    case "items":
      return items(view, one.items);
    case "fields":
      return html`<dl class="fields">${one.fields.map((field) => html`<div><dt>${fieldName(view, field.name)}</dt><dd>${value(view, field.value)}</dd></div>`)}</dl>`;
  }
}

/** Plain values in a line; flat entries of one shape as a table; everything else one under another. */
function items(view: View, list: readonly ValueView[]): Html {
  if (list.every(isPlain)) return html`<ul class="inline-items">${list.map((item) => html`<li>${value(view, item)}</li>`)}</ul>`;
  const rows = list.flatMap((item) => (item.kind === "fields" && item.fields.every((field) => isPlain(field.value) || (field.value.kind === "items" && field.value.items.every(isPlain))) ? [item.fields] : []));
  const names = [...new Set(rows.flatMap((fields) => fields.map((field) => field.name)))];
  if (rows.length < 2 || rows.length < list.length || names.length > 6) return html`<ul class="items">${list.map((item) => html`<li>${value(view, item)}</li>`)}</ul>`;
  return html`<table class="inner"><thead><tr>${names.map((name) => html`<th scope="col">${fieldName(view, name)}</th>`)}</tr></thead><tbody>${rows.map((fields) => html`<tr>${names.map((name) => { const field = fields.find((one) => one.name === name); return html`<td>${field !== undefined && value(view, field.value)}</td>`; })}</tr>`)}</tbody></table>`;
}

function isPlain(one: ValueView): boolean {
  return one.kind === "text" || one.kind === "names" || one.kind === "day" || one.kind === "flag" || one.kind === "law" || one.kind === "nothing" || one.kind === "expression";
}

/** The dictionary's word for a field of the law files, or the field's own name as code. */
export function fieldName(view: View, name: string): Html {
  const word = view.t.fields[name];
  return word === undefined ? html`<code>${name}</code>` : html`${word}`;
}

const HEAD = new Set(["id", "kind", "names", "from", "until", "basis", "confidence", "note", "at"]);

/**
 * The values of an entry beside its head, each with its versions: what `dated` gives is a list of `{from, until, value, basis}`.
 * `on` is the day whose law was asked for. Functions (compiled expressions) are left out.
 */
export function fieldsOf(entry: Readonly<Record<string, unknown>>, on: string): readonly FieldView[] {
  return Object.entries(entry)
    .filter(([name, content]) => !HEAD.has(name) && content !== undefined && typeof content !== "function")
    .map(([name, content]) => ({ name, versions: versionsOf(content, on) }));
}

function versionsOf(content: unknown, on: string): readonly Version<ValueView>[] {
  if (!Array.isArray(content) || content.length === 0 || !content.every(isVersion)) return [{ value: valueOf(content), basis: [], current: true }];
  return content.map((version) => ({
    ...(typeof version.from === "string" ? { from: version.from } : {}),
    ...(typeof version.until === "string" ? { until: version.until } : {}),
    value: valueOf(version.value),
    basis: version.basis.flatMap((one) => { const read = valueOf(one); return read.kind === "basis" ? [read.basis] : []; }),
    current: (typeof version.from !== "string" || version.from <= on) && (typeof version.until !== "string" || on < version.until),
  }));
}

function isVersion(content: unknown): content is { readonly from?: unknown; readonly until?: unknown; readonly value: unknown; readonly basis: readonly unknown[] } {
  return isFields(content) && "value" in content && Array.isArray(content["basis"]) && Object.keys(content).every((key) => ["from", "until", "value", "basis"].includes(key));
}

/** Any plain value of a law file. Ids, days, names and bases are known by their shape. */
export function valueOf(content: unknown): ValueView {
  if (content === null || content === undefined) return { kind: "nothing" };
  if (typeof content === "boolean") return { kind: "flag", flag: content };
  if (typeof content === "number" || typeof content === "bigint") return { kind: "text", text: String(content) };
  if (typeof content === "string") return textOf(content);
  if (Array.isArray(content)) return content.length === 0 ? { kind: "nothing" } : { kind: "items", items: content.map(valueOf) };
  if (!isFields(content)) return { kind: "nothing" };
  const names = namesOf(content);
  if (names !== null) return { kind: "names", names };
  if (typeof content["instrument"] === "string" && (content["confidence"] === "high" || content["confidence"] === "medium" || content["confidence"] === "low"))
    return { kind: "basis", basis: { instrument: content["instrument"], confidence: content["confidence"], ...(typeof content["article"] === "string" ? { article: content["article"] } : {}), ...(typeof content["quote"] === "string" ? { quote: content["quote"] } : {}) } };
  const fields = Object.entries(content).filter(([name, field]) => field !== undefined && typeof field !== "function" && name !== "compiled" && !(Array.isArray(field) && field.length === 0));
  return { kind: "fields", fields: fields.map(([name, field]) => ({ name, value: name === "expression" && typeof field === "string" ? { kind: "expression", text: field } : valueOf(field) })) };
}

function textOf(text: string): ValueView {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: "day", day: text };
  return /^[a-z][a-z0-9]*:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? { kind: "law", id: text } : { kind: "text", text };
}

function namesOf(content: Readonly<Record<string, unknown>>): Names | null {
  if (typeof content["en"] !== "string" || Object.keys(content).some((key) => !["en", "zh", "by"].includes(key))) return null;
  return typeof content["zh"] === "string" ? { en: content["en"], zh: content["zh"] } : { en: content["en"] };
}

function isFields(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}
