// The two published lists as the import sees them: sheet, template of law/mdb, organisation of each row. The folder is an argument.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isPersonIdentifier, readCode, type Candidate } from "../../src/domain/identity/index.ts";
import { organisationOfRow } from "../../src/domain/register/index.ts";
import { loadRulebook, type Rulebook } from "../../src/domain/rules/index.ts";
import { makeFileNumber, parseDigest, parseLawId, type Digest, type FileNumber, type LawId } from "../../src/domain/terms/index.ts";
import { applyTemplate, readSheet, readYaml, type Sheet, type SheetRow } from "../../src/intake/index.ts";

export interface ListRow {
  /** `wb:17`: the list and the row as a spreadsheet counts it. */
  readonly key: string;
  /** The first sixteen digits of the SHA-256 of the cells that name the organisation. */
  readonly hash: string;
  readonly candidate: Candidate;
  readonly file: FileNumber;
}

const LISTS = [
  { list: "wb", file: "world-bank-ineligible-firms.xlsx", template: "mdb:world-bank-listing", quoting: "strict", cells: 4 },
  { list: "ebrd", file: "ebrd-ineligible-firms.csv", template: "mdb:ebrd-listing", quoting: "looseQuotes", cells: 3 },
] as const;

/** Every row of both lists that the templates read without a finding, by its key. */
export function readLists(folder: string, lawFolder: string): ReadonlyMap<string, ListRow> {
  const rulebook = readLaw(lawFolder);
  const schemes = rulebook.all("identifier");
  const law = {
    authorities: rulebook.all("authority"), schemes,
    isPersonIdentifier: (text: string) => isPersonIdentifier(schemes, text), readCode: (text: string) => readCode(schemes, text),
  };
  const rows = new Map<string, ListRow>();
  for (const { list, file, template: id, quoting, cells } of LISTS) {
    const template = rulebook.get("template", lawId(id));
    const sheet = readSheet({ name: file, bytes: readFileSync(join(folder, file)), quoting });
    if (template === undefined || !sheet.ok) throw new Error(`${file} cannot be read with the template ${id}: ${sheet.ok ? "there is no such template" : sheet.error.map(({ message }) => message).join("; ")}`);
    for (const row of applyTemplate(template, sheet.value, law).rows) {
      const source = rowOf(sheet.value, row.row);
      if (row.findings.length > 0 || source === undefined) continue;
      const { names, codes, country, address } = organisationOfRow(row.fields);
      const key = `${list}:${row.row}`;
      const number = makeFileNumber((list === "wb" ? 10_000 : 20_000) + row.row);
      const candidate: Candidate = { file: number, names, codes, ...(country === undefined ? {} : { country }), ...(address === undefined ? {} : { address }) };
      rows.set(key, { key, hash: hashOf(source, cells), candidate, file: number });
    }
  }
  return rows;
}

/** Over the first cells, white space levelled: what the row says of who is meant, and nothing that a new edition may change. */
export function hashOf(row: SheetRow, cells: number): string {
  const texts = row.cells.slice(0, cells).map(({ value }) => (value.kind === "text" ? value.text.replace(/\s+/gu, " ").trim() : ""));
  return createHash("sha256").update(texts.join("\u001f")).digest("hex").slice(0, 16);
}

function rowOf(sheet: Sheet, row: number): SheetRow | undefined {
  return sheet.rows.find((each) => each.row === row);
}

function readLaw(folder: string): Rulebook {
  // The banks' own body of law is enough, and a slip in another must not stop this.
  const documents = filesBelow(join(folder, "mdb")).map((path) => {
    const read = readYaml(relative(folder, path), readFileSync(path, "utf8"));
    if (!read.ok) throw new Error(read.error.map(({ at, message }) => `${at}: ${message}`).join("\n"));
    return read.value;
  });
  const loaded = loadRulebook(documents, digest);
  if (!loaded.ok) throw new Error(loaded.error.map(({ at, message }) => `${at}: ${message}`).join("\n"));
  return loaded.value;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.name.endsWith(".yaml") ? [join(folder, entry.name)] : []))
    .toSorted();
}

function digest(text: string): Digest {
  const made = parseDigest(`sha256:${createHash("sha256").update(text).digest("hex")}`);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

function lawId(text: string): LawId {
  const id = parseLawId(text);
  if (!id.ok) throw new Error(id.error);
  return id.value;
}
