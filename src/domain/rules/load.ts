// Loading the law: located documents in, a linked, dated, frozen Rulebook out, or everything that is wrong with the
// files at once. Three passes: collect ids, read the fields of record types and lists, read every entry in full.
import { err, ok, type Digest, type Finding, type LawId, type Located, type LocatedDocument, type Result } from "../terms/index.ts";
import { reportCircles } from "./reading/circles.ts";
import { collect, type Collected, type DeskOf, type RawEntry } from "./reading/collect.ts";
import { reportTo, type Desk } from "./reading/desk.ts";
import { EntryIndex } from "./reading/entry-index.ts";
import { ExpressionCompiler } from "./expression.ts";
import type { Entry, Field, LawExample } from "./language.ts";
import { frozen, makeRulebook } from "./make-rulebook.ts";
import { readAct, readAuthority, readGrade, readIdentifier, readInstrument, readOffice, readRecordType, readTerm, recordFields } from "./reading/read-basics.ts";
import { readExample } from "./reading/read-example.ts";
import { listFields, readList } from "./reading/read-list.ts";
import { readMeasure, readMemorandum } from "./reading/read-measure.ts";
import { readCalendar, readPrecedence } from "./reading/read-precedence.ts";
import { readProcedure } from "./reading/read-procedures.ts";
import { readRepair } from "./reading/read-repair.ts";
import { readDirectoryItem, readMetric, readPenaltyItem, readScoreRule, readScoreScheme, readStandard } from "./reading/read-standards.ts";
import { readTemplate } from "./reading/read-template.ts";
import type { Rulebook } from "./rulebook.ts";

/** `digest` is sha256 over UTF-8, written `sha256:…`; domain has none of its own. */
export function loadRulebook(documents: readonly LocatedDocument[], digest: (text: string) => Digest): Result<Rulebook, readonly Finding[]> {
  const loaded = loadLaw(documents, digest);
  return loaded.ok ? ok(loaded.value.rulebook) : loaded;
}

/** The rulebook together with what it was read from, so that one entry can be read again in other words. */
export interface LoadedLaw {
  readonly rulebook: Rulebook;
  readonly raw: readonly RawEntry[];
  /** What this entry would be if its file said `value` and every other entry stayed; or what the loader finds wrong with it. */
  readonly readAgain: (raw: RawEntry, value: RawEntry["value"]) => Result<readonly Entry[], readonly Finding[]>;
}

export function loadLaw(documents: readonly LocatedDocument[], digest: (text: string) => Digest): Result<LoadedLaw, readonly Finding[]> {
  const sorted = documents.toSorted((a, b) => compare(a.path, b.path));
  const findings: Finding[] = [];
  const report = reportTo(findings);
  const index = new EntryIndex();
  const expressions = new ExpressionCompiler();
  const fields = new Map<LawId, readonly Field[]>();
  const deskOf: DeskOf = ({ body, people }) => ({ body, people, index, expressions, report, fieldsOf: (id) => fields.get(id) ?? [] });

  const collected = collect(sorted, index, deskOf);
  for (const raw of collected.entries) readFieldsOf(raw, deskOf(raw), fields);
  const read = collected.entries.map((raw) => ({ raw, entries: readEntry(raw, deskOf(raw)) }));
  const examplesOf = (people: boolean): readonly LawExample[] => collected.examples.filter((raw) => raw.people === people).map((raw) => readExample(raw.value, deskOf(raw)));
  const [examples, peopleExamples] = [examplesOf(false), examplesOf(true)];
  const law = read.flatMap(({ raw, entries }) => (raw.people ? [] : entries));
  const people = read.flatMap(({ raw, entries }) => (raw.people ? entries : []));
  reportCircles([...law, ...people], report);
  reportRepeatedExamples([...examples, ...peopleExamples], report);
  reportRepeatedShorts(law, report);
  if (findings.length > 0) return err(once(findings).toSorted(inOrderOfPlace));
  const rulebook = rulebookOf({ law, people, examples, peopleExamples, bodies: collected.bodies, hash: digest(canonicalText(sorted)) });
  return ok({ rulebook, raw: collected.entries, readAgain });

  function readAgain(raw: RawEntry, value: RawEntry["value"]): Result<readonly Entry[], readonly Finding[]> {
    const wrong: Finding[] = [];
    const entries = readEntry({ ...raw, value }, { ...deskOf(raw), report: reportTo(wrong) });
    return wrong.length > 0 ? err(wrong) : ok(entries);
  }
}

/** Fields alone, before anything that names them; what is wrong with them is reported when the entry is read in full. */
function readFieldsOf(raw: RawEntry, desk: Desk, fields: Map<LawId, readonly Field[]>): void {
  const located = raw.value.fields.get("fields");
  if (located === undefined || (raw.kind !== "record-type" && raw.kind !== "list")) return;
  const reader = raw.kind === "list" ? listFields : recordFields;
  fields.set(raw.id, reader.read(located, { ...desk, report: () => undefined }));
}

function readEntry({ id, kind, value }: RawEntry, desk: Desk): readonly Entry[] {
  switch (kind) {
    case "instrument":
      return [readInstrument(id, value, desk)];
    case "authority":
      return [readAuthority(id, value, desk)];
    case "identifier":
      return [readIdentifier(id, value, desk)];
    case "act":
      return [readAct(id, value, desk)];
    case "record-type":
      return [readRecordType(id, value, desk)];
    case "list":
      return [readList(id, value, desk)];
    case "measure":
      return [readMeasure(id, value, desk)];
    case "memorandum":
      return readMemorandum(id, value, desk);
    case "procedure":
      return [readProcedure(id, value, desk)];
    case "calendar":
      return [readCalendar(id, value, desk)];
    case "precedence":
      return [readPrecedence(id, value, desk)];
    case "repair":
      return [readRepair(id, value, desk)];
    case "grade":
      return [readGrade(id, value, desk)];
    case "term":
      return [readTerm(id, value, desk)];
    case "office":
      return [readOffice(id, value, desk)];
    case "template":
      return [readTemplate(id, value, desk)];
    case "directory-item":
      return [readDirectoryItem(id, value, desk)];
    case "penalty-item":
      return [readPenaltyItem(id, value, desk)];
    case "standard":
      return [readStandard(id, value, desk)];
    case "metric":
      return [readMetric(id, value, desk)];
    case "score-scheme":
      return [readScoreScheme(id, value, desk)];
    case "score-rule":
      return [readScoreRule(id, value, desk)];
  }
}

function reportRepeatedExamples(examples: readonly LawExample[], report: Desk["report"]): void {
  const seen = new Map<string, string>();
  for (const example of examples) {
    const earlier = seen.get(example.id);
    if (earlier !== undefined) report("duplicate-id", example.at, `the example \`${example.id}\` is already at ${earlier}`, "give one of the two another id");
    else seen.set(example.id, example.at);
  }
}

/** The short word after `@` must mean one authority. */
function reportRepeatedShorts(entries: readonly Entry[], report: Desk["report"]): void {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind !== "authority" || entry.short === undefined) continue;
    const key = `${entry.id.slice(0, entry.id.indexOf(":"))}@${entry.short}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) report("duplicate-id", entry.at, `the short word \`${entry.short}\` already stands for \`${earlier}\``, "give one of the two another");
    else seen.set(key, entry.id);
  }
}

interface Law {
  readonly law: readonly Entry[];
  readonly people: readonly Entry[];
  readonly examples: readonly LawExample[];
  readonly peopleExamples: readonly LawExample[];
  readonly bodies: Collected["bodies"];
  readonly hash: Digest;
}

function rulebookOf({ law, people, examples, peopleExamples, bodies, hash }: Law): Rulebook {
  return makeRulebook({
    hash,
    bodies: frozen([...bodies.keys()].sort()),
    entries: frozen(law.toSorted((a, b) => compare(a.id, b.id))),
    examples: frozen(examples.toSorted((a, b) => compare(a.id, b.id))),
    people: frozen(people.toSorted((a, b) => compare(a.id, b.id))),
    peopleExamples: frozen(peopleExamples.toSorted((a, b) => compare(a.id, b.id))),
    bodyFacts: new Map([...bodies].map(([body, facts]) => [body, frozen(facts)])),
  });
}

/** Path and values of every file in one text. Comments, spaces and quotes do not change what the law says, nor this. */
export function canonicalText(documents: readonly LocatedDocument[]): string {
  return `[${documents.map((document) => `[${JSON.stringify(document.path)},${canonical(document.root)}]`).join(",")}]`;
}

/** JSON with numbers by their source, and mappings as lists of pairs, since their order may carry meaning (grades, steps). */
function canonical(value: Located): string {
  switch (value.kind) {
    case "text":
      return JSON.stringify(value.value);
    case "number":
      return `{"number":${JSON.stringify(value.source)}}`;
    case "flag":
      return String(value.value);
    case "nothing":
      return "null";
    case "items":
      return `[${value.items.map(canonical).join(",")}]`;
    case "fields": {
      const pairs: string[] = [];
      for (const [name, field] of value.fields) pairs.push(`[${JSON.stringify(name)},${canonical(field)}]`);
      return `{"fields":[${pairs.join(",")}]}`;
    }
  }
}

/** What several clauses take from their memorandum is read for each of them; what is wrong with it is said once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function inOrderOfPlace(a: Finding, b: Finding): number {
  const [pathA = "", lineA = "0", columnA = "0"] = a.at.split(":");
  const [pathB = "", lineB = "0", columnB = "0"] = b.at.split(":");
  return compare(pathA, pathB) || Number(lineA) - Number(lineB) || Number(columnA) - Number(columnB);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
