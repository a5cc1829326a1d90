// The figures of an entry as its file has them: every day, number and comparison, each with its place and with what it becomes when it
// is moved by one. What is no figure of the law (ids, names, quotations, articles, codes of places) is left alone and named here.
import { addDays, parsePlainDate, type Located, type Place } from "../terms/index.ts";
import { decimalsOf, parseMoney, type RawEntry } from "../rules/index.ts";

export type FigureKind = "day" | "number" | "money" | "rate" | "comparison";

/** One figure moved by one. */
export interface MovedFigure {
  readonly what: FigureKind;
  readonly at: Place;
  /** Names of fields and places in lists, from the entry inwards. */
  readonly path: readonly (string | number)[];
  readonly from: string;
  readonly to: string;
  /** The entry with this one figure moved, made when it is asked for. */
  readonly value: () => RawEntry["value"];
}

/** Kinds that state no rule: words of a taxonomy, offices of a model, and how sheets are read, which intake's own tests try. */
export const WITHOUT_FIGURES: readonly RawEntry["kind"][] = ["term", "office", "template"];

/** Fields in which nothing is a figure, whatever stands there. */
export const NOT_FIGURES: ReadonlySet<string> = new Set([
  "id", "kind", "names", "note", "basis", "article", "quote", "number", "published", "issuer", "aliases", "short", "creditArticles", "forbiddenBy", "statutes", "domains", "regions", "region", "sectors", "status",
  "choices", "alphabet", "form", "values", "characters", "code", "editions", "list", "lists", "record", "recordType", "recordTypes", "covers", "clause", "procedure", "authority", "owner",
]);

/** Numbers in these fields name a step, not a length. */
const NAMES_A_STEP: readonly string[] = ["from", "after"];

export function figuresOf({ kind, value }: Pick<RawEntry, "kind" | "value">): readonly MovedFigure[] {
  if (WITHOUT_FIGURES.includes(kind)) return [];
  return scalarsIn(value, [], "").flatMap(({ path, field, scalar }) => moved(field, scalar).map((each): MovedFigure => ({ what: each.what, from: each.from, to: each.to, at: scalar.at, path, value: () => withScalar(value, path, each.scalar) })));
}

type Scalar = Extract<Located, { readonly kind: "text" | "number" }>;

interface PlacedScalar {
  readonly path: readonly (string | number)[];
  /** The nearest field, `dated` versions looked through. */
  readonly field: string;
  readonly scalar: Scalar;
}

function scalarsIn(value: Located, path: readonly (string | number)[], field: string): readonly PlacedScalar[] {
  switch (value.kind) {
    case "text":
    case "number":
      return [{ path, field, scalar: value }];
    case "items":
      return value.items.flatMap((item, index) => scalarsIn(item, [...path, index], field));
    case "fields":
      return [...value.fields].flatMap(([name, each]) => (NOT_FIGURES.has(name) ? [] : scalarsIn(each, [...path, name], name === "dated" || name === "value" ? field : name)));
    case "flag":
    case "nothing":
      return [];
  }
}

type Move = Pick<MovedFigure, "what" | "from" | "to"> & { readonly scalar: Scalar };

function moved(field: string, scalar: Scalar): readonly Move[] {
  if (scalar.kind === "number") return NAMES_A_STEP.includes(field) ? [] : wholes(scalar.source).map((to) => ({ what: "number", from: scalar.source, to, scalar: { ...scalar, value: Number(to), source: to } }));
  const text = (what: FigureKind, from: string, to: string, whole = to): Move => ({ what, from, to, scalar: { ...scalar, value: whole } });
  if (field === "money") return figures(scalar.value).map((to) => text("money", scalar.value, to));
  if (field === "rate") return rates(scalar.value).map((to) => text("rate", scalar.value, to));
  if (field === "holds" || field === "unknownWhen" || field === "when") return inExpression(scalar.value).map(({ what, from, to, whole }) => text(what, from, to, whole));
  return days(scalar.value).map((to) => text("day", scalar.value, to));
}

function wholes(source: string): readonly string[] {
  if (!/^-?\d+$/.test(source)) return [];
  const value = BigInt(source);
  return value === 0n ? ["1"] : [String(value - 1n), String(value + 1n)];
}

function days(text: string): readonly string[] {
  const day = parsePlainDate(text);
  return day.ok ? [addDays(day.value, -1), addDays(day.value, 1)] : [];
}

/** By one minor unit. */
function figures(text: string): readonly string[] {
  const money = parseMoney(text);
  if (!money.ok) return [];
  const { minor, currency } = money.value;
  const decimals = decimalsOf(currency);
  return [minor - 1, minor + 1].filter((each) => each >= 0).map((each) => {
    const digits = String(each).padStart(decimals + 1, "0");
    return `${digits.slice(0, digits.length - decimals)}${decimals === 0 ? "" : `.${digits.slice(digits.length - decimals)}`} ${currency}`;
  });
}

/** Either of the two whole numbers. */
function rates(text: string): readonly string[] {
  const [above = "", below = ""] = text.split("/").map((part) => part.trim());
  return [...wholes(above).map((each) => `${each}/${below}`), ...wholes(below).filter((each) => each !== "0").map((each) => `${above}/${each}`)];
}

const OTHER_COMPARISON: Readonly<Record<string, string>> = { ">=": ">", ">": ">=", "<=": "<", "<": "<=", "==": "!=", "!=": "==" };

/** Tokens of an expression as far as figures need them: texts, comparisons, words (in which digits are no figures), whole numbers, the rest. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[<>=!]=|[<>]|[A-Za-z_][\w.]*|\d+|\s+|./gu;

function inExpression(source: string): readonly { readonly what: FigureKind; readonly from: string; readonly to: string; readonly whole: string }[] {
  const tokens = [...source.matchAll(TOKEN)];
  return tokens.flatMap((match, index) => {
    const token = match[0];
    const call = tokens.slice(0, index).filter((each) => each[0].trim() !== "").slice(-2).map((each) => each[0]).join("");
    return movedToken(token, call === "money(").map(({ what, to }) => ({ what, from: token, to, whole: `${source.slice(0, match.index)}${to}${source.slice(match.index + token.length)}` }));
  });
}

function movedToken(token: string, isMoney: boolean): readonly { readonly what: FigureKind; readonly to: string }[] {
  const comparison = OTHER_COMPARISON[token];
  if (comparison !== undefined) return [{ what: "comparison", to: comparison }];
  if (/^\d+$/.test(token)) return wholes(token).map((to) => ({ what: "number", to }));
  if (!/^["']/.test(token)) return [];
  const [quote, text] = [token.slice(0, 1), token.slice(1, -1)];
  const others = isMoney ? figures(text) : days(text);
  return others.map((to) => ({ what: isMoney ? "money" : "day", to: `${quote}${to}${quote}` }));
}

/** The same value with another scalar at this place; only what lies on the way is made anew. */
function withScalar(value: RawEntry["value"], path: readonly (string | number)[], scalar: Scalar): RawEntry["value"] {
  const changed = replaced(value, path, scalar);
  return changed.kind === "fields" ? changed : value;
}

function replaced(value: Located, [step, ...rest]: readonly (string | number)[], scalar: Scalar): Located {
  if (step === undefined) return scalar;
  if (value.kind === "items") return { ...value, items: value.items.map((item, index) => (index === step ? replaced(item, rest, scalar) : item)) };
  if (value.kind !== "fields") return value;
  return { ...value, fields: new Map([...value.fields].map(([name, each]) => [name, name === step ? replaced(each, rest, scalar) : each])) };
}
