// Search texts: what of an entry can be searched: its names, its id, what its parts are called, its note, the words of the law it
// quotes and the articles it cites. Read from the entry as it stands in the law, whatever its day.
import type { Names } from "../terms/index.ts";
import type { Basis, Entry } from "../rules/index.ts";

export type SearchField = "name" | "id" | "otherName" | "part" | "note" | "quote" | "article";

export interface SearchText {
  readonly field: SearchField;
  readonly text: string;
  readonly language?: "en" | "zh";
  /** Of a quotation or an article: where it stands. */
  readonly basis?: Basis;
}

/** What a reader comes for first, first. */
export const ENTRY_ORDER: readonly Entry["kind"][] = [
  "list", "memorandum", "measure", "act", "instrument", "authority", "procedure", "repair", "record-type", "grade", "score-scheme", "directory-item", "penalty-item", "standard", "metric", "score-rule", "precedence", "calendar",
  "identifier", "office", "term", "template",
];

type Find = (id: Entry["id"]) => Entry | undefined;

export function searchTextsOf(entry: Entry, find: Find): readonly SearchText[] {
  const parts: SearchText[] = [];
  const cited = new Map<string, SearchText>();
  for (const [name, value] of Object.entries(entry)) if (!HEAD.has(name)) gather(value, parts, cited, find);
  for (const basis of entry.basis) cite(basis, cited, find);
  return [
    ...named(entry.names, "name"),
    { field: "id", text: entry.id.slice(entry.id.indexOf(":") + 1) },
    ...otherNames(entry).map((text): SearchText => ({ field: "otherName", text })),
    ...unique(parts), ...(entry.note === undefined ? [] : named(entry.note, "note")), ...cited.values(),
  ];
}

const HEAD: ReadonlySet<string> = new Set(["id", "kind", "names", "from", "until", "basis", "confidence", "note", "draft", "at"]);

function named(names: Names, field: SearchField): readonly SearchText[] {
  return [{ field, text: names.en, language: "en" }, ...(names.zh === undefined ? [] : [{ field, text: names.zh, language: "zh" } as const])];
}

function otherNames(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case "authority":
      return [...entry.aliases, ...(entry.short === undefined ? [] : [entry.short])];
    case "instrument":
    case "penalty-item":
    case "directory-item":
      return entry.number === undefined ? [] : [entry.number];
    case "term":
      return [entry.value];
    default:
      return [];
  }
}

/** Everything below a value: what has names is a part, what cites an instrument a source. */
function gather(value: unknown, parts: SearchText[], cited: Map<string, SearchText>, find: Find): void {
  if (Array.isArray(value)) for (const item of value) gather(item, parts, cited, find);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  if (isNames(value)) parts.push(...named(value, "part"));
  else if (isBasis(value)) cite(value, cited, find);
  else for (const [name, inner] of Object.entries(value)) if (name !== "compiled") gather(inner, parts, cited, find);
}

function isNames(value: object): value is Names {
  return "en" in value && typeof value.en === "string";
}

function isBasis(value: object): value is Basis {
  return "instrument" in value && typeof value.instrument === "string" && "confidence" in value;
}

function cite(basis: Basis, cited: Map<string, SearchText>, find: Find): void {
  const names = find(basis.instrument)?.names ?? { en: basis.instrument };
  if (basis.quote !== undefined) cited.set(`quote ${basis.quote}`, { field: "quote", text: basis.quote, basis });
  for (const language of ["en", "zh"] as const) {
    const name = names[language];
    if (name === undefined) continue;
    const text = basis.article === undefined ? name : `${name}, ${basis.article}`;
    cited.set(`article ${text}`, { field: "article", text, language, basis });
  }
}

function unique(texts: readonly SearchText[]): readonly SearchText[] {
  return [...new Map(texts.map((text) => [text.text, text])).values()];
}
