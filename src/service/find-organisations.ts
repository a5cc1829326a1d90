// Find: organisations by code, by name or a part of it in any script, by pinyin or initials, or by what is spelt nearly so. A process that
// keeps the names of the register in memory asks its index; one that asks once reads the names through. Both answer the same.
import { parseFileNumber, type FileNumber, type LawId, type Position } from "../domain/terms/index.ts";
import { isPersonIdentifier, levelName, NameScan, piecesOf, questionOf, readCode, type NameHit, type NameMatch, type NameQuestion } from "../domain/identity/index.ts";
import { keyOf, type Attributes } from "../domain/register/index.ts";
import { readFaces, type Face } from "./kept-faces.ts";
import type { KeptNames } from "./kept-names.ts";
import { readByCodes } from "./read.ts";
import { schemesOf, type Registry } from "./registry.ts";

export interface Found {
  readonly file: FileNumber;
  readonly name: string;
  readonly names: readonly string[];
  readonly codes: readonly { readonly scheme: string; readonly value: string }[];
  readonly country: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  /** Its legal form, or else its kind, by the law's own word for it. */
  readonly form: string | null;
  /** How the text led here; `similar` is one letter or character off; `list`: no text did, it stands on the list asked for. */
  readonly by: "file" | "code" | "name" | "part" | "pinyin" | "initials" | "similar" | "list";
  /** The name that matched, where it is another than the main one. */
  readonly matched: string;
}

export interface FindAnswer {
  readonly text: string;
  readonly found: readonly Found[];
  /** There are more than shown. */
  readonly more: boolean;
  /** The text is a person's number: nothing can be looked up. */
  readonly person: boolean;
  readonly known: Position;
  /** What was asked: the index of a process that keeps one, the names as they lie in the ledger, or its keys. */
  readonly by: "index" | "scan" | "keys";
}

/** Best first: the whole name, its beginning, inside, pinyin, initials, and only where there is none of these what is one edit away. */
export async function findOrganisations(registry: Registry, text: string, limit = 50): Promise<FindAnswer> {
  const known = await registry.ledger.head();
  const empty: FindAnswer = { text, found: [], more: false, person: false, known, by: "keys" };
  const file = parseFileNumber(text);
  if (file.ok) return { ...empty, found: await load(registry, [{ file: file.value, text: "", by: "file" }], known) };
  const code = readCode(schemesOf(registry), text);
  if (code.ok) return { ...empty, ...(await byCode(registry, code.value, known)) };
  if (isPersonIdentifier(schemesOf(registry), text)) return { ...empty, person: true };
  const question = questionOf(levelName(text));
  return question === undefined ? empty : { ...empty, ...(await byName(registry, question, limit, known)) };
}

interface FoundHit {
  readonly file: FileNumber;
  /** Levelled name, or code; empty for a file number. */
  readonly text: string;
  readonly by: Found["by"];
}

const BY = { exact: "name", prefix: "part", inside: "part", pinyin: "pinyin", initials: "initials", typo: "similar" } as const satisfies Record<NameMatch, Found["by"]>;

/** What is one edit away is looked for where no organisation on file was found in a better way. */
async function byName(registry: Registry, question: NameQuestion, limit: number, known: Position): Promise<Pick<FindAnswer, "found" | "more" | "by">> {
  const best = await foundBy(registry, { question, what: "best", limit, known });
  return best.found.length > 0 || question.typo === undefined ? best : foundBy(registry, { question, what: "similar", limit, known });
}

/** The organisations these files are of, each once: those on a list, asked for without a text. */
export function organisationsOf(registry: Registry, files: readonly FileNumber[], known: Position): Promise<readonly Found[]> {
  return load(registry, files.map((file) => ({ file, text: "", by: "list" })), known);
}

interface NameSearch {
  readonly question: NameQuestion;
  readonly what: "best" | "similar";
  readonly limit: number;
  readonly known: Position;
}

/** Joined files are one organisation, and names taken back are nobody's: hits are asked for until there are enough organisations. */
async function foundBy(registry: Registry, search: NameSearch): Promise<Pick<FindAnswer, "found" | "more" | "by">> {
  const { limit, known } = search;
  const by = registry.names === undefined ? "scan" : "index";
  for (let wanted = limit + 1; ; wanted *= 2) {
    const hits = await (registry.names === undefined ? scan(registry, search, wanted) : fromIndex(registry.names, search, wanted));
    const found = await load(registry, hits.map((hit) => ({ file: hit.file, text: hit.name, by: BY[hit.by] })), known);
    if (found.length > limit || hits.length < wanted) return { found: found.slice(0, limit), more: found.length > limit, by };
  }
}

async function fromIndex(names: KeptNames, { question, what, known }: NameSearch, wanted: number): Promise<readonly NameHit[]> {
  const index = await names.upTo(known);
  return what === "best" ? index.find(question, wanted) : index.findSimilar(question, wanted);
}

/** What is said aloud or abbreviated may be found by any name; what is written only by names that hold it, or half of it. */
async function scan({ ledger }: Registry, { question, what }: NameSearch, wanted: number): Promise<readonly NameHit[]> {
  const names = new NameScan(question, wanted, what);
  const holding = what === "best" ? [question.text] : piecesOf(question.text);
  for await (const { file, text, levelled, ordinal } of ledger.namesGiven(question.plain ? {} : { holding })) names.look({ file, text, main: ordinal === 0 }, levelled);
  return names.hits();
}

async function byCode(registry: Registry, code: { readonly scheme: LawId; readonly value: string }, known: Position): Promise<Pick<FindAnswer, "found" | "by">> {
  const indexed = registry.names === undefined ? [] : (await registry.names.upTo(known)).findCode(code.value);
  // Where the batch that gave a code was taken back, only the ledger knows of rows that name it again.
  const files = indexed.length > 0 ? indexed : await holdersOf(registry, code);
  const found = await load(registry, files.map((file) => ({ file, text: code.value, by: "code" })), known);
  return { found: found.filter(({ codes }) => codes.some((held) => held.value === code.value && held.scheme === code.scheme)), by: indexed.length > 0 ? "index" : "keys" };
}

async function holdersOf(registry: Registry, code: { readonly scheme: LawId; readonly value: string }): Promise<readonly FileNumber[]> {
  const register = await readByCodes(registry, [keyOf.code(code.scheme, code.value)]);
  return [...register.files.values()].filter((each) => each.codes.some((held) => held.value === code.value && held.scheme === code.scheme)).map(({ file }) => file);
}

/** The organisations behind the hits, each once; names that nobody gives any more are dropped. */
async function load(registry: Registry, hits: readonly FoundHit[], known: Position): Promise<readonly Found[]> {
  if (hits.length === 0) return [];
  const files = [...new Set(hits.map(({ file }) => file))];
  const faces = registry.faces === undefined ? await readFaces(registry, files, known) : await registry.faces.of(files, known);
  const found = new Map<FileNumber, Found>();
  for (const hit of hits) {
    const face = faces.get(hit.file);
    if (face === undefined || found.has(face.file)) continue;
    const matched = hit.by === "file" || hit.by === "list" ? face.name : hit.by === "code" ? hit.text : face.names.find((name) => levelName(name.text) === hit.text)?.text;
    if (matched !== undefined) found.set(face.file, foundOf(face, hit.by, matched));
  }
  return [...found.values()];
}

function foundOf(organisation: Face, by: Found["by"], matched: string): Found {
  return {
    file: organisation.file, name: organisation.name, names: [...new Set(organisation.names.map((name) => name.text))],
    codes: organisation.codes.map(({ scheme, value }) => ({ scheme, value })), country: organisation.attributes.country ?? null, region: organisation.attributes.region ?? null,
    sector: organisation.attributes.sector ?? null, form: formOf(organisation.attributes), by, matched,
  };
}

function formOf({ legalForm, kind }: Attributes): string | null {
  return legalForm ?? kind ?? null;
}
