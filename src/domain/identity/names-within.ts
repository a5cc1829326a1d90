// Names within: a published name often says more than one name: `X (formerly known as Y)`, `X aka Z`, `X (XYZ)`, `甲公司 X`, `X LLC/Y MMC`.
// Splits it into the main name and what is said beside it. Text in, texts out; parts of each name are found by name-parts.
import { isAbbreviationOf } from "./abbreviation.ts";
import { countryNamedBy } from "./countries.ts";
import { formAt } from "./legal-forms.ts";
import { holdsHan, holdsOnlyHan, levelName, levelWords } from "./level-name.ts";
import { BRANCH_WORDS, SILENT_WORDS } from "./name-words.ts";

/**
 * What a name said beside the main one is. `short`: an abbreviation of it. `aside`: a bracket that may well tell it from another
 * organisation, so the main name keeps its words. `predecessor`: another organisation.
 */
export type BesideKind = "former" | "alias" | "short" | "local" | "aside" | "predecessor";

export interface NamesWithin {
  readonly main: string;
  readonly beside: readonly { readonly text: string; readonly kind: BesideKind }[];
  /** Registration numbers the name carries, as written. */
  readonly registrations: readonly string[];
}

const FORMER = String.raw`formerly\s+(?:known\s+as|operating\s+as|operated\s+as|named|called|doing\s+business\s+as|trading\s+as)?|previously\s+(?:known\s+as|named)?|f\s*[./]?\s*k\s*[./]?\s*a\b\.?|ex\s*-\s*name|曾用名|原名|前身为?`;
const ALIAS = String.raw`(?:may\s+)?(?:also\s+)?(?:be\s+)?(?:currently\s+)?(?:also\s+)?(?:known\s+as|doing\s+business\s+(?:as|under)|d\s*[./]\s*b\s*[./]\s*a\b\.?|dba\b|trading\s+as|t\s*/\s*a\b)|a\s*[./]\s*k\s*[./]\s*a\b\.?|aka\b|(?:now|currently)\s+(?:known\s+as|called)|简称|又名`;
const PREDECESSOR = String.raw`(?:as\s+)?a?\s*(?:successor|assign)[a-z\s]*\bto\b`;
const MARKED = String.raw`(?:(?<former>${FORMER})|(?<predecessor>${PREDECESSOR})|(?<alias>${ALIAS}))[\s:]*`;
const MARKERS = new RegExp(String.raw`(?:^|[\s,;:(\[]+)${MARKED}`, "giu");
const MARKER_FIRST = new RegExp(String.raw`^[\s,;:]*${MARKED}`, "iu");
/** A limit of what is said, not a part of the name: `… business operations in the water sector`. */
const REMARK_TAIL = /\s+(?:\(?but\s+)?(?:only\s+)?(?:for\s+its\s+)?business\s+operations\s+in\b.*$/iu;
const REMARK = /^(?:but|and all|except|with|including|only|as proprietor|all entities)\b|^已?(?:更名|改名|注销|吊销|撤销|停业|歇业)$/iu;
const REGISTRATION = /^(?:(?:reg(?:istration)?|tin|tax|cnpj|nit|ruc|id|licen[cs]e|lic|company|commercial)\b[^0-9]*)(?<number>[0-9A-Z][0-9A-Z ./\-()]*\d[0-9A-Z\-/.]*)/iu;
const BARE_NUMBER = /^(?=(?:[^0-9]*[0-9]){6})[0-9A-Z][0-9A-Z./-]{7,}$/u;
const NOTE_MARK = /\*\s*\d+(?:\s*,\s*\*?\s*\d+)*/gu;

export function namesWithin(text: string): NamesWithin {
  return holdsOnlyHan(text) && !startsWithMarker(text) ? { main: text, beside: [], registrations: [] } : namesWithinSigns(text);
}

/** Any text; one of ideographs alone has no bracket, dash or slash that could part it, and can only begin with a marker. */
export function namesWithinSigns(text: string): NamesWithin {
  const beside: { text: string; kind: BesideKind }[] = [];
  const registrations: string[] = [];
  const clean = text.normalize("NFKC").replace(NOTE_MARK, " ").replace(REMARK_TAIL, "").replace(/\s+/gu, " ").trim();
  let main = "";
  for (const piece of piecesOf(clean)) {
    if (!piece.bracket) {
      main += piece.text;
      continue;
    }
    const inside = piece.text.trim();
    const trailing = piece.last;
    const registration = REGISTRATION.exec(inside)?.groups?.["number"] ?? (BARE_NUMBER.test(inside) ? inside : undefined);
    if (registration !== undefined) registrations.push(registration.trim());
    else if (inside === "" || REMARK.test(inside)) continue;
    else if (startsWithMarker(inside)) main += ` ${inside} `;
    else if (holdsHan(inside) !== holdsHan(main)) beside.push({ text: inside, kind: holdsHan(inside) ? "local" : "alias" });
    else if (trailing && holdsHan(inside) && isShortForHan(inside, main)) beside.push({ text: inside, kind: "short" });
    else if (!trailing || keepsPlace(inside) || holdsHan(inside)) main += ` (${inside}) `;
    else if (isShortFor(inside, main)) beside.push({ text: inside, kind: "short" });
    else {
      beside.push({ text: inside, kind: "aside" });
      main += ` (${inside}) `;
    }
  }
  const stated = statedNames(main);
  for (const name of stated.beside) beside.push(...namesOfList(name));
  const jointly = alternatesOf(stated.main);
  return { main: jointly.main, beside: [...beside, ...jointly.beside].map(({ text: each, kind }) => ({ text: trim(each), kind })).filter((each) => each.text !== ""), registrations };
}

interface Piece {
  readonly text: string;
  readonly bracket: boolean;
  readonly last: boolean;
}

/** The text in stretches outside and inside brackets; a bracket nobody closed runs to the end, as in names cut short. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: { text: string; bracket: boolean }[] = [];
  let depth = 0;
  let current = "";
  const push = (bracket: boolean): void => {
    if (current.trim() !== "") pieces.push({ text: current, bracket });
    current = "";
  };
  for (const character of text) {
    const opens = character === "(" || character === "[";
    const closes = character === ")" || character === "]";
    if (opens && depth === 0) push(false);
    else if (closes && depth === 1) push(true);
    else if (!closes || depth > 0) current += character;
    depth = Math.max(0, depth + (opens ? 1 : 0) - (closes ? 1 : 0));
  }
  push(depth > 0);
  return pieces.map((piece, index) => ({ ...piece, last: pieces.slice(index + 1).every((later) => later.bracket) }));
}

function startsWithMarker(text: string): boolean {
  return MARKER_FIRST.test(text);
}

/** A bracket that belongs to the name where it stands: a country, `branch`, `subsidiary`, a legal form. */
function keepsPlace(inside: string): boolean {
  const words = levelWords(inside.replace(/\./gu, ""));
  return countryNamedBy(words) !== undefined || words.some((word) => BRANCH_WORDS.has(word) || SILENT_WORDS.has(word)) || formAt(words, 0, () => true)?.length === words.length;
}

/** `X formerly known as Y also known as Z`: the stretches after each marker. */
function statedNames(text: string): { readonly main: string; readonly beside: readonly { readonly text: string; readonly kind: BesideKind }[] } {
  const marks = [...text.matchAll(MARKERS)];
  if (marks.length === 0) return { main: trim(text), beside: [] };
  const beside = marks.map((mark, index) => ({
    text: text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length),
    kind: mark.groups?.["former"] !== undefined ? ("former" as const) : mark.groups?.["predecessor"] !== undefined ? ("predecessor" as const) : ("alias" as const),
  }));
  return { main: trim(text.slice(0, marks[0]?.index ?? 0)), beside };
}

/** Several aliases in a row: `X and Y`, `X or Y`, `X; Y`, where each is a name by itself; otherwise one. */
function namesOfList(name: { readonly text: string; readonly kind: BesideKind }): readonly { readonly text: string; readonly kind: BesideKind }[] {
  const pieces = name.text.split(/\s*;\s*|\s+or\s+|,\s+(?!(?:ltd|limited|inc|llc|l\.l\.c|s\.|sa\b|co\b|corp|gmbh|jsc|plc|company|limited|incorporated))/iu).map(trim).filter((piece) => piece !== "");
  return (pieces.length === 0 ? [name.text] : pieces).map((text) => ({ text, kind: name.kind }));
}

/** `A LLC/A MMC`, `ABC – Alpha Beta Company Ltd`. The whole stays the main name, unless one side is short for the other. */
function alternatesOf(main: string): { readonly main: string; readonly beside: readonly { readonly text: string; readonly kind: BesideKind }[] } {
  const slash = /^(.{6,}?)\s*\/\s*(.{6,})$/u.exec(main);
  const [left = "", right = ""] = slash === null ? [] : [slash[1] ?? "", slash[2] ?? ""];
  if (left !== "" && endsWithForm(left)) return { main, beside: [{ text: left, kind: "alias" }, { text: right, kind: "alias" }] };
  const dash = /^([\p{L}\d.]{2,12})\s+[–—-]\s+(.{8,})$/u.exec(main);
  if (dash !== null && isShortFor(dash[1] ?? "", dash[2] ?? "")) return { main: dash[2] ?? main, beside: [{ text: dash[1] ?? "", kind: "short" }] };
  return { main, beside: [] };
}

function endsWithForm(text: string): boolean {
  const words = levelWords(text.replace(/\./gu, ""));
  return words.some((_, index) => index > 0 && formAt(words, index, () => true)?.length === words.length - index);
}

function isShortFor(short: string, long: string): boolean {
  const words = levelWords(long.replace(/\./gu, ""));
  const inside = levelWords(short.replace(/\./gu, "")).filter((word) => countryNamedBy([word]) === undefined);
  if (inside.length > 0 && inside.every((word) => words.includes(word))) return true;
  return inside.length > 0 && inside.length <= 2 && isAbbreviationOf(inside.join(""), words);
}

/** `荷岩青木药业有限公司（青木药业）`: its characters stand in the name in their order. */
function isShortForHan(short: string, long: string): boolean {
  const [characters, name] = [levelName(short), levelName(long)];
  let from = 0;
  for (const character of characters) {
    from = name.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return characters.length >= 2;
}

function trim(text: string): string {
  return text.replace(/^[\s,;:.\-–—*"“”)]+|[\s,;:\-–—*"“”(]+$/gu, "").replace(/\s+/gu, " ").trim();
}
