// Field words: how values of records and listings read: choices by their names in the templates, flags as yes or no, money in figures, ids of the
// law by their names, and what an End says in the words of its list's law.
import type { Language, Names } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import { moneyText } from "../outgoing/index.ts";
import type { Registry } from "./registry.ts";

type InLaw = Pick<Registry, "rulebook">;

/** A field's value as a reader says it. `of`: the type of record, or the list. */
export function valueWords(registry: InLaw, of: string, name: string, value: FieldValues[string], language: Language): string {
  if (typeof value === "boolean") return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (typeof value === "object" && "minor" in value) return moneyText(value, language);
  return (typeof value === "object" ? value : [String(value)]).map((each) => {
    const names = choiceNames(registry, of, name, each) ?? lawNames(registry, each);
    return names === undefined ? each : language === "zh" ? (names.zh ?? names.en) : names.en;
  }).join(language === "zh" ? "、" : ", ");
}

/** What the templates call a choice. */
export function choiceNames(registry: InLaw, of: string, name: string, value: string): Names | undefined {
  const templates = registry.rulebook.all("template").filter((template) => (template.of.kind === "record" && template.of.type === of) || (template.of.kind === "list" && template.of.list === of));
  return templates.flatMap((template) => template.columns).find((column) => column.to === `field:${name}`)?.choices.find((choice) => choice.value === value)?.names;
}

/** An authority named in a field, by its name. */
function lawNames(registry: InLaw, value: string): Names | undefined {
  return /^[a-z][a-z0-9]*:/.test(value) ? registry.rulebook.entries.find((entry) => entry.id === value)?.names : undefined;
}

/** What must be done or is reviewed is text in English; its list's law says it in both languages. */
export function endIn<E extends { readonly kind: string; readonly what?: string; readonly basis?: string }>(registry: InLaw, list: string, end: E, language: Language): E {
  if (end.what === undefined && end.basis === undefined) return end;
  const rules = registry.rulebook.all("list").filter((each) => each.id === list).flatMap((each) => each.end.map((version) => version.value));
  const words = (text: string): string => {
    const names = rules.flatMap((rule) => (rule.kind === "reviewFrom" || rule.kind === "untilDone" ? [rule.what] : rule.kind === "permanent" ? [rule.because] : [])).find((each) => each.en === text);
    return language === "zh" ? (names?.zh ?? text) : text;
  };
  return { ...end, ...(end.what === undefined ? {} : { what: words(end.what) }), ...(end.basis === undefined ? {} : { basis: words(end.basis) }) };
}
