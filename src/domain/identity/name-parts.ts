// Name parts: one name taken apart: the words that carry it, its legal form, branch markers, numbers, countries.
// INVARIANT: the key keeps every word but legal form, Latin branch marker and silent words, so names with equal keys differ in nothing else;
// branch and form are compared beside it.
import { countryNamedBy } from "./countries.ts";
import { formAt, HAN_FORMS, levelForms } from "./legal-forms.ts";
import { holdsHan, levelName, levelWords } from "./level-name.ts";
import { BRANCH_PHRASES, BRANCH_WORDS, HAN_BRANCH, isWeakWord, levelHanNumbers, numbersIn, SILENT_WORDS } from "./name-words.ts";

export interface NameParts {
  readonly text: string;
  /** The words that remain, in their order, and the same without spaces. */
  readonly words: readonly string[];
  readonly key: string;
  readonly forms: readonly string[];
  /** It names a branch, or sets a country behind the legal form as branches do. */
  readonly branch: boolean;
  readonly numbers: readonly string[];
  /** ISO codes of countries it names. */
  readonly countries: readonly string[];
  /** Words that are not weak words, countries or numbers. */
  readonly strong: readonly string[];
  readonly han: boolean;
  /** Whether the name closes with a legal form or branch marker; one that does not may have been cut short. */
  readonly closed: boolean;
}

const memory = new Map<string, NameParts>();
const MEMORY_MAX = 20_000;

export function partsOfName(text: string): NameParts {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const parts = holdsHan(text) ? hanParts(text) : latinParts(text);
  if (memory.size >= MEMORY_MAX) memory.clear();
  memory.set(text, parts);
  return parts;
}

interface Token {
  readonly word: string;
  /** The last word before a comma, dash, slash or bracket, or of the name. */
  readonly ends: boolean;
}

function latinParts(text: string): NameParts {
  const tokens = tokensOf(text);
  const words = tokens.map(({ word }) => word);
  const kept: string[] = [];
  const forms: string[] = [];
  const countries: string[] = [];
  let branch = false;
  let closed = false;
  let afterForm = false;
  let formFirst = false;
  for (let index = 0; index < tokens.length; ) {
    const form = formAt(words, index, (last) => tokens[last]?.ends === true || index > 0 && last === tokens.length - 1);
    if (form !== undefined && !isNameItself(words, index, form.length, kept.length)) {
      forms.push(form.id);
      index += form.length;
      closed = true;
      if (index === form.length) formFirst = true;
      else afterForm = true;
      continue;
    }
    const marker = branchMarkerAt(words, index);
    if (marker > 0) {
      branch = true;
      closed = true;
      index += marker;
      continue;
    }
    const word = words[index] ?? "";
    if (SILENT_WORDS.has(word)) {
      index += 1;
      continue;
    }
    const country = countryAt(words, index);
    if (country !== undefined) {
      countries.push(country.code);
      if (afterForm && index + country.length >= tokens.length - 1) branch = true;
      kept.push(...words.slice(index, index + country.length));
      index += country.length;
      closed = closed && afterForm;
      continue;
    }
    kept.push(word);
    closed = false;
    index += 1;
  }
  while (kept.at(-1) === "and" || kept.at(-1) === "of") kept.pop();
  const content = kept[0] === "of" ? kept.slice(1) : kept;
  const named = content.length === 0 ? words : content;
  return partsFrom(text, named, levelForms(forms), branch, countries, closed || formFirst);
}

function partsFrom(text: string, words: readonly string[], forms: readonly string[], branch: boolean, countries: readonly string[], closed: boolean): NameParts {
  const spoken = words.filter((word, index) => !(word === "no" || word === "number" || word === "nr") || !/^\d/u.test(words[index + 1] ?? ""));
  return {
    text, words: spoken, key: spoken.join(""), forms, branch, countries, closed, han: false,
    numbers: spoken.flatMap(numbersIn).toSorted(),
    strong: spoken.filter((word) => word.length > 1 && !isWeakWord(word) && !/^\d+$/u.test(word) && countryNamedBy([word]) === undefined),
  };
}

/** Read once levelled, so that brackets, width and traditional characters make no difference. The key keeps the marker: a 支行 is no 分行. */
function hanParts(text: string): NameParts {
  const levelled = levelHanNumbers(levelName(text.normalize("NFKC").replace(/\s+/gu, "")));
  const branch = HAN_BRANCH.test(levelled);
  const form = LEVELLED_HAN_FORMS.find(([ending]) => levelled.endsWith(ending) || branch && levelled.includes(ending));
  const at = form === undefined ? -1 : levelled.lastIndexOf(form[0]);
  const key = form === undefined ? levelled : levelled.slice(0, at) + levelled.slice(at + form[0].length);
  const content = key === "" ? levelled : key;
  return { text, words: [content], key: content, forms: form === undefined ? [] : [form[1]], branch, numbers: content.match(/\d+/gu)?.toSorted() ?? [], countries: [], strong: [content], han: true, closed: form !== undefined || branch };
}

const LEVELLED_HAN_FORMS = HAN_FORMS.map(([ending, form]) => [levelName(ending), form] as const);

/** The levelled words with the ends of stretches; letters written apart (`S. A.`, `d.o.o.`) are one word again. */
function tokensOf(text: string): readonly Token[] {
  const spaced = text
    .normalize("NFKC")
    .replace(/^\s*M\s*\/\s*S\.?\s+/iu, "")
    .replace(/(\p{Ll})(?=(?:Co|Ltd|Limited|LLC|Inc|Corp|JSC|GmbH)\b)/gu, "$1 ")
    .replace(/\b(?:sh\.p\.k|ges\.m\.b\.h|ge\.s\.m\.b\.h|sp\.z\.o\.o)\.?/giu, (letters) => letters.replaceAll(".", ""))
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu, (letters) => `${letters.replace(/[.\s]/gu, "")} `);
  const tokens: Token[] = [];
  for (const stretch of spaced.split(/[,;:/()[\]|]|\s[-–—]+\s?|[–—]/u)) {
    const words = joinLetters(levelWords(stretch));
    words.forEach((word, index) => tokens.push({ word, ends: index === words.length - 1 }));
  }
  return tokens;
}

function joinLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run = "";
  for (const word of words) {
    if (/^[a-z]$/u.test(word)) {
      run += word;
      continue;
    }
    if (run !== "") joined.push(run);
    run = "";
    joined.push(word);
  }
  if (run !== "") joined.push(run);
  return joined;
}

/** `Limited Editions Co` and `PT` alone: a form where nothing would remain is the name. */
function isNameItself(words: readonly string[], index: number, length: number, keptSoFar: number): boolean {
  return keptSoFar === 0 && index + length >= words.length;
}

function branchMarkerAt(words: readonly string[], index: number): number {
  const phrase = BRANCH_PHRASES.find((each) => each.every((word, offset) => words[index + offset] === word));
  if (phrase !== undefined) return phrase.length;
  return words.length > 1 && BRANCH_WORDS.has(words[index] ?? "") ? 1 : 0;
}

function countryAt(words: readonly string[], index: number): { readonly code: string; readonly length: number } | undefined {
  for (const length of [4, 3, 2, 1]) {
    const code = index + length <= words.length ? countryNamedBy(words.slice(index, index + length)) : undefined;
    if (code !== undefined) return { code, length };
  }
  return undefined;
}
