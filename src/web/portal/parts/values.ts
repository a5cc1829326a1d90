// Values of a law entry in any shape, written as text, links, lists and nested fields. The words of the law files are said in the
// page's language; what the dictionary does not know is shown as it is written there.
import { TOPICS } from "../dictionary-topics.ts";
import { amountText, isoDay, money, named, spoken } from "../format.ts";
import { html, type Html } from "../html.ts";
import type { Names } from "../view-models.ts";
import type { ValueView } from "../view-models-entry.ts";
import { basisLinks } from "./basis.ts";
import { criteria } from "./criteria.ts";
import { lawLink, type View } from "./view.ts";

/** Where a value stands: the names of the fields above it, and what the ids beside it are called. */
export interface Within {
  readonly field: string;
  readonly above: string;
  readonly ids: ReadonlyMap<string, Names>;
}

const NOWHERE: Within = { field: "", above: "", ids: new Map() };

export function value(view: View, one: ValueView, within: Within = NOWHERE): Html {
  switch (one.kind) {
    case "text":
      return textValue(view, one.text, within);
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
    case "money":
      return html`${money(one, view.language)}`;
    case "amount":
      return html`${amountText(one.amount, view.language) ?? view.t.ends.amountNotStated}`;
    case "time":
      return html`${view.t.units[one.unit](one.count)}${one.from !== undefined && html`${view.t.comma}${view.t.law.countedFrom(textValue(view, one.from, { ...within, field: "from" }))}`}`;
    case "criterion":
      return criteria(view, [one.criterion]);
    case "nothing":
      return html`<span class="nil">${view.t.law.nothing}</span>`;
    case "items":
      return items(view, one.items, within);
    case "fields":
      return fields(view, one.fields, within);
  }
}

type Fields = Extract<ValueView, { readonly kind: "fields" }>["fields"];

/** A word of the law language, the name of what an id beside it means, or plain text. */
function textValue(view: View, text: string, within: Within): Html {
  const beside = REFERENCES.has(within.field) ? within.ids.get(text) : undefined;
  if (beside !== undefined) return named(beside, view.language);
  const word = view.t.words[`${within.above}.${within.field}`]?.[text] ?? view.t.words[SAME_WORDS[within.field] ?? within.field]?.[text] ?? (within.field === "protectedMatters" ? view.t.pages.score.matters[text] : within.field === "topics" ? TOPICS[view.language][text] : undefined);
  if (word !== undefined) return html`${word}`;
  return /^[a-z][A-Za-z]*(?:[-:.][A-Za-z0-9]+)*$/.test(text) && !PROSE.has(within.field) ? html`<code>${text}</code>` : spoken(text, view.language);
}

/** Fields whose words are those of another. */
const SAME_WORDS: Readonly<Record<string, string>> = { ranks: "rank", localRanks: "rank" };

/** Fields that name an entry beside their own by its id. */
const REFERENCES: ReadonlySet<string> = new Set(["after", "from"]);

/** Fields whose lower-case text is said, not coded. */
const PROSE: ReadonlySet<string> = new Set(["texts", "headers", "aliases", "unit"]);

function fields(view: View, list: Fields, within: Within): Html {
  const [only] = list;
  if (list.length === 1 && only?.name === "kind") return value(view, only.value, { ...within, field: "kind", above: within.field });
  return html`<dl class="fields">${list.map((field) => html`<div><dt>${field.names === undefined ? fieldName(view, field.name, within.field) : named(field.names, view.language)}</dt><dd>${value(view, field.value, { field: field.name, above: within.field, ids: within.ids })}</dd></div>`)}</dl>`;
}

/** Plain values in a line; flat entries of one shape as a table; entries with names under their names; all else one under another. */
function items(view: View, list: readonly ValueView[], within: Within): Html {
  if (list.every(isPlain)) return html`<ul class="inline-items">${list.map((item) => html`<li>${value(view, item, within)}</li>`)}</ul>`;
  const entries = list.flatMap((item) => (item.kind === "fields" ? [item.fields.filter((field) => !isEmpty(field.value))] : []));
  if (entries.length < list.length) return html`<ul class="items">${list.map((item) => html`<li>${value(view, item, within)}</li>`)}</ul>`;
  const ids = new Map([...within.ids, ...entries.flatMap(idAndNames)]);
  const here = { ...within, ids };
  return asTable(view, entries, here) ?? html`<ul class="items">${entries.map((entry) => html`<li>${headed(view, entry, here)}</li>`)}</ul>`;
}

/** A flag that is not set and a map without entries say nothing inside a list of entries. */
function isEmpty(one: ValueView): boolean {
  return (one.kind === "flag" && !one.flag) || (one.kind === "fields" && one.fields.length === 0) || one.kind === "nothing";
}

function idAndNames(entry: Fields): readonly (readonly [string, Names])[] {
  const id = entry.find((field) => field.name === "id")?.value;
  const names = entry.find((field) => field.name === "names")?.value;
  return id?.kind === "text" && names?.kind === "names" ? [[id.text, names.names]] : [];
}

function headed(view: View, entry: Fields, within: Within): Html {
  const names = entry.find((field) => field.name === "names")?.value;
  if (names?.kind !== "names") return fields(view, entry, within);
  return html`<p><b>${named(names.names, view.language)}</b></p>${fields(view, entry.filter((field) => field.name !== "names" && field.name !== "id"), within)}`;
}

const COLUMNS_MAX = 6;

function asTable(view: View, entries: readonly Fields[], within: Within): Html | null {
  const names = [...new Set(entries.flatMap((entry) => entry.map((field) => field.name)))];
  const flat = entries.every((entry) => entry.every((field) => isPlain(field.value) || (field.value.kind === "items" && field.value.items.every(isPlain))));
  if (!flat || entries.length < 2 || names.length > COLUMNS_MAX) return null;
  return html`<table class="inner"><thead><tr>${names.map((name) => html`<th scope="col">${fieldName(view, name, within.field)}</th>`)}</tr></thead><tbody>${entries.map((entry) => html`<tr>${names.map((name) => cell(view, entry, name, within))}</tr>`)}</tbody></table>`;
}

function cell(view: View, entry: Fields, name: string, within: Within): Html {
  const field = entry.find((one) => one.name === name);
  return html`<td>${field !== undefined && value(view, field.value, { field: name, above: within.field, ids: within.ids })}</td>`;
}

function isPlain(one: ValueView): boolean {
  return one.kind !== "items" && one.kind !== "fields" && one.kind !== "criterion" && one.kind !== "basis";
}

/** The dictionary's word for a field of the law files, first for the place it stands in; or the field's own name as code. */
export function fieldName(view: View, name: string, above = ""): Html {
  // What a cell may say instead of a day is the cell's own text.
  if (above === "sentinels") return name === "" ? html`${view.t.law.emptyCell}` : html`“${spoken(name, view.language)}”`;
  const word = view.t.fields[`${above}.${name}`] ?? view.t.fields[name];
  return word === undefined ? html`<code>${name}</code>` : html`${word}`;
}
