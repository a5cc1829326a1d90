// Read values: plain JSON of the law becomes what the pages can write. Ids, days, names, bases, times, amounts and criteria are known
// by their shape.
import type { Amount, BasisView, Names } from "../view-models.ts";
import type { FieldView, ValueView } from "../view-models-entry.ts";
import type { CriterionView, Version } from "../view-models-rules.ts";

const HEAD = new Set(["id", "kind", "names", "from", "until", "basis", "confidence", "note", "at", "draft"]);

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

/** Any plain value of a law file. */
export function valueOf(content: unknown): ValueView {
  if (content === null || content === undefined) return { kind: "nothing" };
  if (typeof content === "boolean") return { kind: "flag", flag: content };
  if (typeof content === "number" || typeof content === "bigint") return { kind: "text", text: String(content) };
  if (typeof content === "string") return textOf(content);
  if (Array.isArray(content)) return content.length === 0 ? { kind: "nothing" } : { kind: "items", items: content.map(valueOf) };
  if (!isFields(content)) return { kind: "nothing" };
  return namesOf(content) ?? basisOf(content) ?? timeOf(content) ?? moneyOf(content) ?? amountOf(content) ?? criterionValue(content) ?? mapOf(content);
}

function mapOf(content: Fields): ValueView {
  const fields = Object.entries(content).filter(([name, field]) => field !== undefined && typeof field !== "function" && name !== "compiled" && !(Array.isArray(field) && field.length === 0));
  return { kind: "fields", fields: fields.map(([name, field]) => ({ name, value: name === "expression" && typeof field === "string" ? { kind: "expression", text: field } : valueOf(field) })) };
}

function textOf(text: string): ValueView {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: "day", day: text };
  return /^[a-z][a-z0-9]*:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? { kind: "law", id: text } : { kind: "text", text };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(content: unknown): content is Fields {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

function hasOnly(content: Fields, ...names: readonly string[]): boolean {
  return Object.keys(content).every((key) => content[key] === undefined || names.includes(key));
}

function readNames(content: unknown): Names | undefined {
  if (!isFields(content) || typeof content["en"] !== "string" || !hasOnly(content, "en", "zh", "by")) return undefined;
  return typeof content["zh"] === "string" ? { en: content["en"], zh: content["zh"] } : { en: content["en"] };
}

function namesOf(content: Fields): ValueView | undefined {
  const names = readNames(content);
  return names === undefined ? undefined : { kind: "names", names };
}

function readBasis(content: unknown): BasisView | undefined {
  if (!isFields(content)) return undefined;
  const { instrument, article, quote, confidence } = content;
  if (typeof instrument !== "string" || (confidence !== "high" && confidence !== "medium" && confidence !== "low")) return undefined;
  return { instrument, confidence, ...(typeof article === "string" ? { article } : {}), ...(typeof quote === "string" ? { quote } : {}) };
}

function basisOf(content: Fields): ValueView | undefined {
  const basis = readBasis(content);
  return basis === undefined ? undefined : { kind: "basis", basis };
}

function timeOf(content: Fields): ValueView | undefined {
  const { count, unit, from } = content;
  if (typeof count !== "number" || (unit !== "workingDays" && unit !== "days" && unit !== "months" && unit !== "years") || !hasOnly(content, "count", "unit", "from", "movesOffHolidays")) return undefined;
  return { kind: "time", count, unit, ...(typeof from === "string" ? { from } : {}) };
}

function readMoney(content: unknown): { readonly minor: number; readonly currency: string } | undefined {
  if (!isFields(content) || typeof content["minor"] !== "number" || typeof content["currency"] !== "string") return undefined;
  return { minor: content["minor"], currency: content["currency"] };
}

function moneyOf(content: Fields): ValueView | undefined {
  const money = readMoney(content);
  return money === undefined ? undefined : { kind: "money", ...money };
}

function amountOf(content: Fields): ValueView | undefined {
  const amount = readAmount(content);
  return amount === undefined ? undefined : { kind: "amount", amount };
}

function readAmount(content: Fields): Amount | undefined {
  const { kind, money, rate, count, unit, of } = content;
  const given = content["bound"];
  const bound = given === "atLeast" || given === "moreThan" || given === "atMost" || given === "lessThan" ? { bound: given } as const : {};
  const sum = readMoney(money);
  if (kind === "money" && sum !== undefined) return { kind, money: sum, ...bound };
  if (kind === "moneyPerUnit" && sum !== undefined && typeof unit === "string") return { kind, money: sum, unit, ...bound };
  if (kind === "quantity" && typeof count === "number" && typeof unit === "string") return { kind, count, unit, ...bound };
  if (kind !== "rate" || !isFields(rate) || typeof of !== "string") return undefined;
  const { numerator, denominator } = rate;
  const ofNames = readNames(content["ofNames"]);
  return typeof numerator === "number" && typeof denominator === "number" ? { kind, rate: { numerator, denominator }, of, ...(ofNames === undefined ? {} : { ofNames }), ...bound } : undefined;
}

const TREES = new Set(["all", "any", "none", "atLeast", "exceptions"]);

function criterionValue(content: Fields): ValueView | undefined {
  const criterion = readCriterion(content);
  return criterion === undefined ? undefined : { kind: "criterion", criterion };
}

function readCriterion(content: unknown): CriterionView | undefined {
  if (!isFields(content) || typeof content["kind"] !== "string") return undefined;
  const { kind } = content;
  const leaf = (kind === "holds" && typeof content["expression"] === "string") || (kind === "records" && typeof content["type"] === "string" && typeof content["count"] === "number") || (kind === "listed" && Array.isArray(content["lists"]));
  if (!leaf && !(TREES.has(kind) && (Array.isArray(content["of"]) || isFields(content["rule"])))) return undefined;
  return { kind, ...partsOf(content), ...factsOf(content), ...branchesOf(content) };
}

function partsOf(content: Fields): Partial<CriterionView> {
  const names = readNames(content["names"]);
  const basis = Array.isArray(content["basis"]) ? content["basis"].flatMap((one) => readBasis(one) ?? []) : [];
  return { ...(names === undefined ? {} : { names }), ...(typeof content["id"] === "string" ? { id: content["id"] } : {}), basis };
}

function factsOf(content: Fields): Partial<CriterionView> {
  const { expression, count, months, type, lists, colour, presume } = content;
  const because = isFields(presume) ? readNames(presume["because"]) : undefined;
  return {
    ...(typeof expression === "string" ? { expression } : {}), ...(typeof count === "number" ? { count } : {}), ...(typeof months === "number" ? { months } : {}), ...(typeof type === "string" ? { type } : {}),
    ...(Array.isArray(lists) ? { lists: lists.map(String) } : {}), ...(colour === "black" || colour === "red" || colour === "scrutiny" || colour === "warning" ? { colour } : {}),
    ...(isFields(presume) && because !== undefined ? { presume: { value: presume["value"] === true, because } } : {}),
  };
}

function branchesOf(content: Fields): Partial<CriterionView> {
  const all = (list: unknown): readonly CriterionView[] => (Array.isArray(list) ? list.flatMap((one) => readCriterion(one) ?? []) : []);
  const [rule, where] = [readCriterion(content["rule"]), readCriterion(content["where"])];
  return { ...(Array.isArray(content["of"]) ? { of: all(content["of"]) } : {}), ...(Array.isArray(content["unless"]) ? { unless: all(content["unless"]) } : {}), ...(rule === undefined ? {} : { rule }), ...(where === undefined ? {} : { where }) };
}
