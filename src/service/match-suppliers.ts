// Match suppliers: which organisation each row of a list means. A code, or a name that is exactly one organisation's, settles it; what agrees
// in part is judged by the rules of identity, and its score shown; what could mean several, or contradicts itself, is held for the reader
// to choose. Nothing is guessed, and nothing is kept.
import { parseFileNumber, type FileNumber, type Position } from "../domain/terms/index.ts";
import type { MatchReason, OrganisationFacts } from "../domain/events/index.ts";
import { compareCountries, holdsHan, levelName, matchOrganisation, questionOf, readCode, type Code, type NameHit, type NameIndex } from "../domain/identity/index.ts";
import { loadCandidates } from "./candidates.ts";
import { KeptFaces, type Face } from "./kept-faces.ts";
import { keepNames } from "./kept-names.ts";
import { schemesOf, type Registry } from "./registry.ts";
import type { SupplierAsked, WhyNotRead, SupplierRow } from "./supplier-rows.ts";

/** How a row came to its organisation; `near` and `part`: found by name, and not judged to be it. */
export type SupplierBy = "file" | "code" | "name" | "alias" | "score" | "chosen";
export type CandidateBy = "code" | "name" | "score" | "part" | "near";

export interface SupplierCandidate {
  readonly organisation: SupplierFace;
  readonly by: CandidateBy;
  /** Thousandths, and what they are made of. */
  readonly score?: number;
  readonly reasons?: readonly MatchReason[];
}

export type SupplierFace = Pick<Face, "file" | "name" | "names" | "codes">;

export type MatchedSupplier =
  | { readonly kind: "matched"; readonly row: number; readonly asked: SupplierAsked; readonly organisation: SupplierFace; readonly by: SupplierBy; readonly score?: number; readonly reasons?: readonly MatchReason[]; readonly otherName: boolean; readonly candidates: readonly SupplierCandidate[] }
  | { readonly kind: "held"; readonly row: number; readonly asked: SupplierAsked; readonly why: "several" | "contradicts" | "uncertain"; readonly candidates: readonly SupplierCandidate[] }
  | { readonly kind: "absent"; readonly row: number; readonly asked: SupplierAsked }
  | { readonly kind: "refused"; readonly row: number; readonly why: WhyNotRead };

const CANDIDATES_MAX = 6;
const HITS_MAX = 12;
/** A part shorter than this means too many. */
const PART_MIN = { han: 3, letters: 5 } as const;
const ROWS_EACH = 200;

/** @param chosen which of its candidates a held row means, by the row's number; what is no candidate of it is no choice */
export async function matchSuppliers(given: Registry, rows: readonly SupplierRow[], known: Position, chosen: ReadonlyMap<number, FileNumber> = new Map()): Promise<readonly MatchedSupplier[]> {
  const registry: Looking = { ...given, names: given.names ?? await keepNames(given, () => {}), faces: given.faces ?? new KeptFaces(given, known) };
  const index = await registry.names.upTo(known);
  const matched: MatchedSupplier[] = [];
  for (let from = 0; from < rows.length; from += ROWS_EACH) {
    const found = rows.slice(from, from + ROWS_EACH).map((row) => lookUp(registry, index, row));
    const faces = await registry.faces.of([...new Set(found.flatMap(({ codeFiles, hits }) => [...codeFiles, ...hits.map(({ file }) => file)]))], known);
    const settled = found.map((each) => settle(each, faces));
    matched.push(...(await judgeRest(registry, known, { found, settled, faces })).map((row) => choose(row, chosen)));
  }
  return matched;
}

/** A registry whose names and faces lie in memory: a server's own, or read for this list. */
type Looking = Registry & Required<Pick<Registry, "names" | "faces">>;

interface Looked {
  readonly found: readonly LookedUp[];
  readonly settled: readonly (MatchedSupplier | undefined)[];
  readonly faces: Faces;
}

interface LookedUp {
  readonly row: SupplierRow;
  readonly code: Code | undefined;
  readonly codeFiles: readonly FileNumber[];
  readonly hits: readonly NameHit[];
}

/** What the kept names say at once. */
function lookUp(registry: Registry, index: NameIndex, row: SupplierRow): LookedUp {
  const { name = "", code: coded = "" } = "asked" in row ? row.asked : {};
  const file = parseFileNumber(coded);
  const code = file.ok || coded === "" ? undefined : readCode(schemesOf(registry), coded);
  const question = questionOf(levelName(name));
  const value = code?.ok === true ? code.value : undefined;
  return { row, code: value, codeFiles: file.ok ? [file.value] : value === undefined ? [] : index.findCode(value.value), hits: question === undefined ? [] : index.find(question, HITS_MAX) };
}

type Faces = ReadonlyMap<FileNumber, Face>;

/** What settles the row without a judgement; undefined where nothing does. */
function settle({ row, code, codeFiles, hits }: LookedUp, faces: Faces): MatchedSupplier | undefined {
  if ("refused" in row) return { kind: "refused", row: row.row, why: row.refused };
  const { asked } = row;
  const coded = distinct(codeFiles, faces).filter((face) => code === undefined || carries(face, code));
  const [only] = coded;
  if (only !== undefined && coded.length === 1) return byCode(row.row, asked, only, code);
  if (coded.length > 1) return { kind: "held", row: row.row, asked, why: "several", candidates: coded.map((face) => ({ organisation: face, by: "code" })) };
  if (asked.name === undefined) return { kind: "absent", row: row.row, asked };
  const named = distinct(hits.filter((hit) => hit.by === "exact" && isNameOf(faces.get(hit.file), hit.name)).map(({ file }) => file), faces);
  const fitting = named.filter((face) => !contradicts(asked, code, face));
  const [one] = fitting;
  if (one !== undefined && named.length === 1) return { kind: "matched", row: row.row, asked, organisation: one, by: levelName(one.name) === levelName(asked.name) ? "name" : "alias", otherName: false, candidates: [] };
  if (named.length === 0) return undefined;
  return { kind: "held", row: row.row, asked, why: named.length > 1 ? "several" : "contradicts", candidates: named.slice(0, CANDIDATES_MAX).map((face) => ({ organisation: face, by: "name" })) };
}

/** A code settles it, unless the name beside it says that another is meant, such as a branch. */
function byCode(row: number, asked: SupplierAsked, face: Face, code: Code | undefined): MatchedSupplier {
  const otherName = asked.name !== undefined && !isNameOf(face, levelName(asked.name));
  const match = otherName && code !== undefined ? matchOrganisation({ file: "" as FileNumber, ...factsOf(asked, code) }, [candidateOf(face)]) : undefined;
  const [judged] = match?.candidates ?? [];
  if (match !== undefined && match.judgement !== "join") return { kind: "held", row, asked, why: "contradicts", candidates: [{ organisation: face, by: "code", ...(judged === undefined ? {} : { score: judged.score, reasons: judged.reasons }) }] };
  return { kind: "matched", row, asked, organisation: face, by: code === undefined ? "file" : "code", otherName, candidates: [] };
}

/** Another code of the same scheme, or another country, than is on file. */
function contradicts(asked: SupplierAsked, code: Code | undefined, face: Face): boolean {
  if (code !== undefined && face.codes.some((held) => held.scheme === code.scheme)) return true;
  return asked.country !== undefined && face.attributes.country !== undefined && compareCountries(asked.country, face.attributes.country) === "different";
}

/** Rows that nothing settles, judged together: certain, held, or not on file. */
async function judgeRest(registry: Looking, known: Position, { found, settled, faces }: Looked): Promise<readonly MatchedSupplier[]> {
  const facts = found.map(({ row, code }) => factsOf("asked" in row ? row.asked : {}, code));
  const pool = await loadCandidates(registry, facts.filter((_, at) => settled[at] === undefined), () => Promise.resolve());
  const judged = facts.map((each, at) => (settled[at] === undefined ? pool.judge(each) : undefined));
  const judgedFaces = await registry.faces.of([...new Set(judged.flatMap((match) => match?.candidates.map(({ file }) => file) ?? []))], known);
  return found.map(({ row, hits }, at): MatchedSupplier => {
    const before = settled[at];
    if (before !== undefined || "refused" in row) return before ?? { kind: "refused", row: row.row, why: "broken" };
    const { asked } = row;
    const match = judged[at];
    const scored = (match?.candidates ?? []).flatMap(({ file, score, reasons }): readonly SupplierCandidate[] => {
      const face = judgedFaces.get(file);
      return face === undefined ? [] : [{ organisation: face, by: "score", score, reasons }];
    });
    const [best] = scored;
    if (match?.judgement === "join" && best !== undefined) return { kind: "matched", row: row.row, asked, organisation: best.organisation, by: "score", ...(best.score === undefined ? {} : { score: best.score }), ...(best.reasons === undefined ? {} : { reasons: best.reasons }), otherName: true, candidates: [] };
    const candidates = distinctCandidates([...scored, ...likeNames(asked, hits, faces)]);
    return candidates.length === 0 ? { kind: "absent", row: row.row, asked } : { kind: "held", row: row.row, asked, why: candidates.length > 1 ? "several" : "uncertain", candidates };
  });
}

/** Organisations whose name holds the one asked for, or is one sign off. */
function likeNames({ name = "" }: SupplierAsked, hits: readonly NameHit[], faces: Faces): readonly SupplierCandidate[] {
  const levelled = levelName(name);
  if (levelled.length < (holdsHan(levelled) ? PART_MIN.han : PART_MIN.letters)) return [];
  return hits.flatMap((hit): readonly SupplierCandidate[] => {
    const face = faces.get(hit.file);
    if (face === undefined || !isNameOf(face, hit.name) || !["prefix", "inside", "pinyin", "typo"].includes(hit.by)) return [];
    return [{ organisation: face, by: hit.by === "typo" ? "near" : "part" }];
  });
}

function choose(match: MatchedSupplier, chosen: ReadonlyMap<number, FileNumber>): MatchedSupplier {
  const file = chosen.get(match.row);
  const choice = match.kind === "held" ? match.candidates.find(({ organisation }) => organisation.file === file) : undefined;
  if (match.kind !== "held" || choice === undefined) return match;
  const { organisation, score, reasons } = choice;
  return { kind: "matched", row: match.row, asked: match.asked, organisation, by: "chosen", ...(score === undefined ? {} : { score }), ...(reasons === undefined ? {} : { reasons }), otherName: match.asked.name !== undefined && !organisation.names.some(({ text }) => levelName(text) === levelName(match.asked.name ?? "")), candidates: match.candidates };
}

function factsOf({ name, country }: SupplierAsked, code: Code | undefined): OrganisationFacts {
  return { names: name === undefined ? [] : [{ text: name, kind: "main" }], codes: code === undefined ? [] : [{ scheme: code.scheme, value: code.value }], ...(country === undefined ? {} : { country }) };
}

function candidateOf({ file, names, codes, attributes: { country, address } }: Face): Parameters<typeof matchOrganisation>[0] {
  return { file, names, codes, ...(country === undefined ? {} : { country }), ...(address === undefined ? {} : { address }) };
}

function carries(face: Face, code: Code): boolean {
  return face.codes.some(({ scheme, value }) => scheme === code.scheme && value === code.value);
}

function isNameOf(face: Face | undefined, levelled: string): boolean {
  return face?.names.some(({ text }) => levelName(text) === levelled) === true;
}

/** Joined files have one face. */
function distinct(files: readonly FileNumber[], faces: Faces): readonly Face[] {
  return [...new Map(files.flatMap((file) => { const face = faces.get(file); return face === undefined ? [] : [[face.file, face] as const]; })).values()];
}

function distinctCandidates(candidates: readonly SupplierCandidate[]): readonly SupplierCandidate[] {
  const byFile = new Map<FileNumber, SupplierCandidate>();
  for (const candidate of candidates) if (!byFile.has(candidate.organisation.file)) byFile.set(candidate.organisation.file, candidate);
  return [...byFile.values()].slice(0, CANDIDATES_MAX);
}
