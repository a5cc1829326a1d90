// Import: hands in a file. Bytes -> located cells -> rows by template -> records, duplicates, held and refused rows; accepted rows
// enter in one append or not at all; the same file twice changes nothing, so whoever was stopped hands it in again.
import { setImmediate as breathe } from "node:timers/promises";
import { err, ok, parseFileNumber, parseLawId, parsePlainDate, type BatchId, type EditionId, type FileNumber, type Finding, type PlainDate, type Result, type Sheet } from "../domain/terms/index.ts";
import type { EventDraft, StoredEvent } from "../domain/events/index.ts";
import type { TaxonomyTerm, Template } from "../domain/rules/index.ts";
import { isPersonIdentifier, looksLikePerson, readCode } from "../domain/identity/index.ts";
import { keyOf, organisationOfRow, replay } from "../domain/register/index.ts";
import { applyTemplate, readSheet, type TemplateRow } from "../intake/index.ts";
import { annotateSheet } from "../outgoing/index.ts";
import { decideAndAppend } from "./append.ts";
import type { CheckedRow, Handing, HandingProgress, MadeJoin, RowOutcome } from "./handing.ts";
import { draftListings } from "./import-listings.ts";
import { draftRecords } from "./import-records.ts";
import { keysOfRequest, storedFor, type Once } from "./once.ts";
import { problem, type Problem } from "./problem.ts";
import { schemesOf, todayFor, type Registry } from "./registry.ts";
import { tellEdition } from "./tell-list.ts";

export interface ImportRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly template: string;
  readonly asOf?: string;
  readonly by?: string;
  /** The post of that office that hands it in. */
  readonly officer?: string;
  /** The same request under the same key is taken once, whatever became of its batch since. */
  readonly once?: Once;
  /** Refuse the whole file on any finding. */
  readonly strict?: boolean;
  /** Make the annotated copy for the submitter; it is never kept. */
  readonly annotate?: boolean;
  readonly language?: "en" | "zh";
  readonly progress?: (done: number, total: number, what: string) => void;
  /** Until the rows are stored, what it is aborted with is thrown and nothing is stored. */
  readonly signal?: AbortSignal;
}

export interface ImportReport {
  readonly batch: BatchId;
  readonly edition: EditionId | null;
  readonly asOf: PlainDate | null;
  readonly asOfInferred: boolean;
  readonly rows: number;
  readonly records: number;
  readonly duplicates: number;
  readonly held: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
  /** Automatic joins made by this import, each with its reasons. */
  readonly joins: readonly MadeJoin[];
  /** Rows of the former edition that this one no longer carries, and rows with other content. */
  readonly gone: number;
  readonly changed: number;
  /** The same file was handed in before; nothing was stored. */
  readonly repeated: boolean;
  readonly annotated?: Uint8Array;
}

export async function importFile(registry: Registry, request: ImportRequest): Promise<Result<ImportReport, Problem>> {
  const template = findTemplate(registry, request.template);
  if (!template.ok) return template;
  const office = await findOffice(registry, request.by);
  if (!office.ok) return office;
  const asOf = request.asOf === undefined ? ok(undefined) : parsePlainDate(request.asOf);
  if (!asOf.ok) return err(problem("day-invalid", asOf.error, "Give the edition's day as YYYY-MM-DD."));
  const sheet = readSheet({ name: request.name, bytes: request.bytes, quoting: template.value.quoting });
  if (!sheet.ok) return err(problem("file-unreadable", `\`${request.name}\` could not be read; nothing was stored`, "Mend what stands below and hand it in again.", { findings: sheet.error }));
  await heard(request);
  const read = readByTemplate(registry, template.value, sheet.value);
  if (read.findings.length > 0) return err(problem("file-refused", `\`${request.name}\` does not fit the template \`${template.value.id}\`; nothing was stored`, `Use the headers the template asks for; \`template ${template.value.id} --out FILE.xlsx\` writes an empty sheet with them.`, { findings: read.findings, facts: { kind: "misfit", name: request.name, template: template.value.id } }));
  await heard(request);
  const forms = registry.rulebook.all("term").filter((term) => term.taxonomy === "legal-form");
  const rows = read.rows.map((row) => checkRow(forms, template.value, row));
  const day = editionDay(registry, template.value, asOf.value ?? read.asOf, rows);
  const before = await registry.ledger.head();
  const outcome = await store(registry, request, template.value, office.value, rows, day);
  if (!outcome.ok) return outcome;
  if (template.value.of.kind === "list" && !outcome.value.repeated) await tellEdition(registry, template.value.of.list, before);
  const findings = [...outcome.value.findings, ...(read.warnings ?? [])];
  const report = { ...outcome.value, findings };
  if (request.annotate !== true) return ok(report);
  return ok({ ...report, annotated: annotate(request, sheet.value, report, read.headerRow) });
}

/** The rows of a sheet as the template reads them. */
export function readByTemplate(registry: Registry, template: Template, sheet: Sheet): ReturnType<typeof applyTemplate> {
  const schemes = schemesOf(registry);
  const schemesOfPersons = schemes.filter((scheme) => scheme.of === "person");
  return applyTemplate(template, sheet, {
    schemes, authorities: registry.rulebook.all("authority"),
    // A code column may hold a text that passes both rules; everywhere else a person's number is one, whatever else it may be.
    isPersonIdentifier: (text) => isPersonIdentifier(schemesOfPersons, text), readCode: (text) => readCode(schemes, text),
  });
}

/** Gives way to what waits, a signal among it; reading a large file takes seconds. */
async function heard({ signal }: ImportRequest): Promise<void> {
  await breathe();
  signal?.throwIfAborted();
}

function progressOf(request: ImportRequest): HandingProgress {
  return async (done, total, what) => {
    request.progress?.(done, total, what);
    await heard(request);
  };
}

function annotate(request: ImportRequest, sheet: Sheet, report: ImportReport, headerRow: number | undefined): Uint8Array {
  return annotateSheet({ bytes: request.bytes, sheet, ...(headerRow === undefined ? {} : { headerRow }) }, report.findings, request.language ?? "en");
}

function findTemplate(registry: Registry, text: string): Result<Template, Problem> {
  const id = parseLawId(text);
  const template = id.ok ? registry.rulebook.get("template", id.value) : undefined;
  if (template !== undefined) return ok(template);
  const known = registry.rulebook.all("template").map((each) => each.id).join(", ");
  return err(problem("template-unknown", `\`${text}\` is not a template`, `Choose one of: ${known}.`));
}

async function findOffice(registry: Registry, text: string | undefined): Promise<Result<FileNumber | null, Problem>> {
  if (text === undefined) return ok(null);
  const file = parseFileNumber(text);
  const offices = replay(await registry.ledger.read({ keys: [keyOf.offices] })).offices;
  if (file.ok && offices.has(file.value)) return ok(file.value);
  return err(problem("office-unknown", `\`${text}\` is not an office of this register`, offices.size === 0 ? "This register has no offices; leave out --by." : `Offices: ${[...offices.values()].slice(0, 12).map((office) => `${office.file} ${office.names.en}`).join("; ")}.`));
}

/** A row is refused when a cell is wrong, or when it looks like a natural person; of a person nothing is said but the row. */
function checkRow(forms: readonly TaxonomyTerm[], template: Template, row: TemplateRow): CheckedRow {
  if (row.findings.length > 0) return { row, findings: row.findings };
  const facts = organisationOfRow(row.fields);
  const form = facts.legalForm === undefined && facts.kind === undefined ? undefined : forms.find((term) => term.value === facts.legalForm || term.value === facts.kind);
  const person = form?.person === true || (facts.codes.length === 0 && looksLikePerson(facts.names.map((name) => name.text), { ...(facts.legalForm === undefined ? {} : { legalForm: facts.legalForm }) }).person);
  if (!person) return { row, findings: facts.names.length === 0 && template.of.kind === "list" ? [noName(row)] : [] };
  return { row, findings: [{ code: "natural-person", at: `${row.sheet}!${row.row}`, message: "this row looks like a natural person; nothing of it was kept but its number", remedy: "Only organisations are registered. If it is one, hand the row in again with its legal form in the name or a column of its own." }] };
}

function noName(row: TemplateRow): Finding {
  return { code: "name-missing", at: `${row.sheet}!${row.row}`, message: "this row names no organisation", remedy: "Fill in the name." };
}

/** The edition's day: as given, as the file states it, or inferred as its newest day not after today. */
function editionDay(registry: Registry, template: Template, stated: PlainDate | undefined, rows: readonly CheckedRow[]): { readonly asOf: PlainDate; readonly inferred: boolean } {
  if (stated !== undefined) return { asOf: stated, inferred: false };
  const now = todayFor(registry, template.id);
  let newest: PlainDate | undefined;
  for (const { row } of rows) {
    for (const { to, value } of row.fields) {
      if (value.kind === "day" && (to === "effectiveFrom" || to === "from" || to === "decidedOn") && value.day <= now && (newest === undefined || value.day > newest)) newest = value.day;
    }
  }
  return { asOf: newest ?? now, inferred: true };
}

async function store(registry: Registry, request: ImportRequest, template: Template, office: FileNumber | null, rows: readonly CheckedRow[], day: { readonly asOf: PlainDate; readonly inferred: boolean }): Promise<Result<ImportReport, Problem>> {
  const content = registry.digest(request.bytes);
  const digest = registry.digest(`${content} ${template.id} ${day.asOf} ${office ?? ""}`);
  const batch = registry.freshId("b") as BatchId;
  const edition = editionId(template, day.asOf, batch);
  const findings = rows.flatMap((row) => row.findings);
  if (request.strict === true && findings.length > 0) return err(strictly(request, findings));
  return decideAndAppend<ImportReport, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const stored = request.once === undefined ? ok([]) : await storedFor(registry, request.once);
    if (!stored.ok) return stored;
    const before = toldOf(stored.value) ?? (await earlierBatch(registry, digest));
    if (before !== undefined) return ok({ batch: null, drafts: [], value: { ...before, findings } });
    const handing: Handing = { registry, template, batch, rows, asOf: day.asOf, inferred: day.inferred, edition, office, after, progress: progressOf(request) };
    const drafted = template.of.kind === "list" ? await draftListings(handing, template.of.list) : await draftRecords(handing);
    const all = drafted.outcomes.flatMap((outcome) => outcome.findings);
    if (request.strict === true && all.length > 0) return err(strictly(request, all));
    const counts = countOf(drafted.outcomes);
    const received: EventDraft = { type: "BatchReceived", body: { batch, template: template.id, digest, counts, ...(template.complete ? { edition } : {}), asOf: day.asOf, asOfInferred: day.inferred } };
    const refused = drafted.outcomes.flatMap((outcome): EventDraft[] => (outcome.outcome === "refused" ? [{ type: "RowRefused", body: { batch, row: outcome.row, codes: [...new Set(outcome.findings.map((finding) => finding.code))] } }] : []));
    const { once, officer } = request;
    const drafts = [received, ...drafted.drafts, ...refused];
    return ok({
      batch, drafts, office, ...(officer === undefined ? {} : { officer }), ...(once === undefined ? {} : { ownKeys: (draft: EventDraft) => (draft.type === "BatchReceived" ? keysOfRequest(registry, once) : []) }), ...(request.signal === undefined ? {} : { signal: request.signal }), progress: (done) => request.progress?.(done, drafts.length, "storing"), expect: { keys: [keyOf.batches, ...drafted.keys], after },
      value: { batch, edition: template.complete ? edition : null, asOf: day.asOf, asOfInferred: day.inferred, ...counts, findings: all, joins: drafted.joins, gone: drafted.gone, changed: drafted.changed, repeated: false },
    });
  });
}

function strictly({ name }: ImportRequest, findings: readonly Finding[]): Problem {
  return problem("file-refused", `\`${name}\` has ${findings.length} findings and was handed in with --strict; nothing was stored`, "Mend what stands below and hand it in again.", { findings, facts: { kind: "strict", name, findings: findings.length } });
}

function editionId(template: Template, asOf: PlainDate, batch: BatchId): EditionId {
  const [, slug = "edition"] = template.id.split(":");
  return `${slug}.${asOf}.${batch}` as EditionId;
}

function countOf(outcomes: readonly RowOutcome[]): { readonly rows: number; readonly records: number; readonly duplicates: number; readonly held: number; readonly refused: number } {
  const of = (outcome: RowOutcome["outcome"]): number => outcomes.filter((each) => each.outcome === outcome).length;
  return { rows: outcomes.length, records: of("record"), duplicates: of("duplicate"), held: of("held"), refused: of("refused") };
}

/** What the same file was told the first time, its records now duplicates; undefined where it is new or was taken back. */
async function earlierBatch(registry: Registry, digest: string): Promise<Omit<ImportReport, "findings"> | undefined> {
  const events = await registry.ledger.read({ keys: [keyOf.digest(digest)] });
  for (const event of events.toReversed()) {
    if (event.type !== "BatchReceived" || event.body === null) continue;
    const withdrawn = await registry.ledger.read({ keys: [keyOf.withdrawal(event.body.batch)], limit: 1 });
    if (withdrawn.length > 0) continue;
    return toldOf([event]);
  }
  return undefined;
}

/** What the batch among these events was told when it came in. */
function toldOf(events: readonly StoredEvent[]): Omit<ImportReport, "findings"> | undefined {
  for (const { type, body } of events) {
    if (type !== "BatchReceived" || body === null) continue;
    const { batch, edition, asOf, asOfInferred, counts } = body;
    return { batch, edition: edition ?? null, asOf: asOf ?? null, asOfInferred: asOfInferred === true, ...counts, records: 0, duplicates: counts.records + counts.duplicates, joins: [], gone: 0, changed: 0, repeated: true };
  }
  return undefined;
}

