// Import of records and of organisations: each row belongs to the organisation whose code it carries; an organisation not on file
// yet is registered with what the row says of it. A row whose name contradicts its code waits for a person.
import type { BreachId, FileNumber, LawId, RecordId } from "../domain/terms/index.ts";
import type { Bodies, EventDraft, OrganisationFacts } from "../domain/events/index.ts";
import { levelName } from "../domain/identity/index.ts";
import { contentOfRow, keyOf, organisationOfRow, recordOfRow, type FileOnRegister, type RecordFactsOfRow, type Register } from "../domain/register/index.ts";
import { loadCandidates, type CandidatePool } from "./candidates.ts";
import type { CheckedRow, Drafted, Handing, MadeJoin, RowOutcome } from "./handing.ts";
import { readByCodes, readClosure } from "./read.ts";

const KEYS_PER_READ = 500;

interface RecordRow {
  readonly checked: CheckedRow;
  readonly facts: OrganisationFacts;
  readonly record: RecordId;
  readonly values: RecordFactsOfRow;
}

export async function draftRecords(handing: Handing): Promise<Drafted> {
  const refused = handing.rows.filter((row) => row.findings.length > 0).map((row): RowOutcome => ({ row: row.row.row, outcome: "refused", findings: row.findings }));
  const { of } = handing.template;
  const declared = of.kind === "record" ? (handing.registry.rulebook.get("record-type", of.type)?.fields ?? []) : [];
  const rows = handing.rows.filter((row) => row.findings.length === 0).map((checked): RecordRow => ({
    checked, facts: organisationOfRow(checked.row.fields), values: recordOfRow(checked.row.fields, declared),
    record: `r.${handing.registry.digest(`${handing.template.id} ${handing.office ?? ""} ${JSON.stringify(contentOfRow(checked.row.fields))}`).slice("sha256:".length, "sha256:".length + 24)}` as RecordId,
  }));
  const coded = await readByKeys(handing, rows.flatMap(({ facts }) => facts.codes.map((code) => keyOf.code(code.scheme, code.value))));
  const recorded = handing.template.of.kind === "record" ? await readRecordIds(handing, rows) : new Map<RecordId, FileNumber>();
  const nameless = rows.filter(({ facts }) => facts.codes.length === 0);
  const pool = await loadCandidates(handing.registry, nameless.map((row) => row.facts), (done, total) => handing.progress(done, total, "looking for organisations"));
  const strangers = rows.filter(({ facts: { codes: [code] } }) => code === undefined || !coded.has(keyOf.code(code.scheme, code.value)));
  const drawn = drawRows(handing, rows, coded, recorded, pool, await handing.registry.ledger.mintFiles(strangers.length));
  return { ...drawn, outcomes: [...refused, ...drawn.outcomes].sort((a, b) => a.row - b.row), gone: 0, changed: 0, keys: [] };
}

async function readByKeys(handing: Handing, keys: readonly string[]): Promise<ReadonlyMap<string, FileOnRegister>> {
  const files = new Map<string, FileOnRegister>();
  const distinct = [...new Set(keys)];
  for (let index = 0; index < distinct.length; index += KEYS_PER_READ) {
    const register: Register = await readByCodes(handing.registry, distinct.slice(index, index + KEYS_PER_READ));
    for (const file of register.files.values()) for (const code of file.codes) files.set(keyOf.code(code.scheme, code.value), file);
    await handing.progress(Math.min(index + KEYS_PER_READ, distinct.length), distinct.length, "looking up codes");
  }
  return files;
}

/** Records on file already, and on which file. */
async function readRecordIds(handing: Handing, rows: readonly RecordRow[]): Promise<ReadonlyMap<RecordId, FileNumber>> {
  const found = new Map<RecordId, FileNumber>();
  for (let index = 0; index < rows.length; index += KEYS_PER_READ) {
    const register = await readClosure(handing.registry, rows.slice(index, index + KEYS_PER_READ).map((row) => keyOf.record(row.record)));
    for (const { id, file } of register.records.values()) found.set(id, file);
    await handing.progress(Math.min(index + KEYS_PER_READ, rows.length), rows.length, "looking up records");
  }
  return found;
}

function drawRows(handing: Handing, rows: readonly RecordRow[], coded: ReadonlyMap<string, FileOnRegister>, recorded: ReadonlyMap<RecordId, FileNumber>, pool: CandidatePool, files: readonly FileNumber[]): Pick<Drafted, "drafts" | "outcomes" | "joins"> {
  const drafts: EventDraft[] = [];
  const outcomes: RowOutcome[] = [];
  const joins: MadeJoin[] = [];
  const registeredNow = new Map<string, { readonly file: FileNumber; readonly names: readonly { readonly text: string }[] }>();
  const recordedNow = new Set<RecordId>();
  let minted = 0;
  function outcome(row: RecordRow, what: RowOutcome["outcome"], findings: RowOutcome["findings"] = []): void {
    outcomes.push({ row: row.checked.row.row, outcome: what, findings });
  }
  function mint(): FileNumber {
    const file = files[minted];
    if (file === undefined) throw new Error("assertion failed: a file number was minted for every row whose code is not on file");
    minted += 1;
    return file;
  }
  for (const row of rows) {
    const source = { batch: handing.batch, template: handing.template.id, row: row.checked.row.row, sheet: row.checked.row.sheet };
    const recordedOn = recorded.get(row.record);
    if (recordedOn !== undefined || recordedNow.has(row.record)) {
      // Said again under its own batch: the record stays on file where the batch that said it first is taken back.
      if (recordedOn !== undefined && !recordedNow.has(row.record)) drafts.push(subjectDraft(handing, row, recordedOn, source));
      recordedNow.add(row.record);
      outcome(row, "duplicate");
      continue;
    }
    const code = row.facts.codes[0];
    const key = code === undefined ? undefined : keyOf.code(code.scheme, code.value);
    const known = key === undefined ? undefined : (coded.get(key) ?? registeredNow.get(key));
    if (known !== undefined) {
      if (contradicts(row.facts, known.names)) {
        drafts.push(held(handing, row, [{ file: known.file, score: 500, reasons: [{ part: "code", score: 1000, because: "the code is this organisation's" }, { part: "name", score: 0, because: "the name is another" }] }], "its code and its name point to different organisations"));
        outcome(row, "held", [heldFinding(row, "its code belongs to an organisation of another name")]);
        continue;
      }
      const onFile = coded.get(key ?? "");
      drafts.push(onFile === undefined && handing.template.of.kind === "record" ? recordDraft(handing.template.of.type, row, known.file, source) : subjectDraft(handing, row, known.file, source));
      outcome(row, handing.template.of.kind !== "record" && onFile !== undefined && saysNothing(row.facts, onFile) ? "duplicate" : "record");
      recordedNow.add(row.record);
      continue;
    }
    const match = code === undefined ? pool.judge(row.facts) : undefined;
    if (match?.judgement === "hold") {
      drafts.push(held(handing, row, match.candidates, "it may be an organisation on file, and that is not certain"));
      outcome(row, "held", [heldFinding(row, "it may be an organisation on file")]);
      continue;
    }
    const file = mint();
    drafts.push({ type: "OrganisationRegistered", body: { file, ...row.facts, source } });
    if (key !== undefined) registeredNow.set(key, { file, names: row.facts.names });
    const best = match?.judgement === "join" ? match.candidates[0] : undefined;
    if (best !== undefined) {
      drafts.push({ type: "FilesJoined", body: { files: [best.file, file], judgedBy: "matcher", score: best.score, reasons: best.reasons } });
      joins.push({ row: row.checked.row.row, files: [best.file, file], score: best.score, reasons: best.reasons });
    }
    if (code === undefined) pool.add(file, row.facts);
    if (handing.template.of.kind === "record") drafts.push(recordDraft(handing.template.of.type, row, file, source));
    outcome(row, "record");
    recordedNow.add(row.record);
  }
  return { drafts, outcomes, joins };
}

/** The row gives a name, and none of the organisation's names is it. */
function contradicts(facts: OrganisationFacts, names: readonly { readonly text: string }[]): boolean {
  if (facts.names.length === 0 || names.length === 0) return false;
  const levelled = new Set(names.map((name) => levelName(name.text)));
  return !facts.names.some((name) => levelled.has(levelName(name.text)));
}

/** What a row says of an organisation on file: all of it, also what is known, so that no batch leans on another that may be taken back. */
function subjectDraft(handing: Handing, row: RecordRow, file: FileNumber, source: Bodies["ListingReported"]["source"]): EventDraft {
  if (handing.template.of.kind !== "record") return { type: "OrganisationDescribed", body: { file, ...row.facts, source } };
  return { type: "RecordReported", body: { file, ...recordBody(handing.template.of.type, row, source), subject: { ...row.facts, source } } };
}

function recordDraft(recordType: LawId, row: RecordRow, file: FileNumber, source: Bodies["ListingReported"]["source"]): EventDraft {
  return { type: "RecordReported", body: { file, ...recordBody(recordType, row, source) } };
}

function recordBody(recordType: LawId, row: RecordRow, source: Bodies["ListingReported"]["source"]): Omit<Bodies["RecordReported"], "file"> {
  const { breach, ...facts } = row.values;
  return { record: row.record, recordType, ...facts, ...(breach === undefined ? {} : { breach: breach as BreachId }), source };
}

/** Everything the row says is on file already. */
function saysNothing(facts: OrganisationFacts, onFile: FileOnRegister): boolean {
  const { names, codes, officeHolders, source: _source, ...attributes } = facts;
  return names.every((name) => onFile.names.some((other) => other.text === name.text && other.kind === name.kind))
    && codes.every((code) => onFile.codes.some((other) => other.scheme === code.scheme && other.value === code.value))
    && JSON.stringify(officeHolders ?? onFile.attributes.officeHolders ?? []) === JSON.stringify(onFile.attributes.officeHolders ?? [])
    && Object.entries(attributes).every(([name, value]) => onFile.attributes[name as keyof typeof onFile.attributes] === value);
}

function held(handing: Handing, row: RecordRow, candidates: Bodies["RowHeld"]["candidates"], why: string): EventDraft {
  const { of } = handing.template;
  const source = { batch: handing.batch, template: handing.template.id, row: row.checked.row.row, sheet: row.checked.row.sheet };
  const subject = of.kind === "record" ? { record: recordBody(of.type, row, source) } : {};
  return { type: "RowHeld", body: { batch: handing.batch, row: row.checked.row.row, why, candidates, content: { about: handing.template.id, rowKey: row.record, facts: row.facts, ...subject } } };
}

function heldFinding(row: RecordRow, why: string): RowOutcome["findings"][number] {
  return { code: "row-held", at: `${row.checked.row.sheet}!${row.checked.row.row}`, message: `${why}, and that is not certain; it waits for a person`, remedy: "Decide it with `held settle`, or mend the name or the code and hand it in again." };
}
