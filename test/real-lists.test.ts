// The two banks' published files, as published, read by the templates of the law. They are not in the repository:
// the folder that holds them is named by PROBITY_LISTS. Nothing of their rows stands here but row numbers, counts and hashes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import { annotateSheet } from "../src/outgoing/index.ts";
import { applyTemplate, readSheet } from "../src/intake/index.ts";
import { listsFolder, WITHOUT_LISTS } from "./support/published-lists.ts";
import { bankTemplate, loadBankLaw, readByTemplate, sha256, templateLaw, valuesOf, type ReadRow } from "./support/bank-law.ts";

const law = loadBankLaw();

function published(name: string): Uint8Array {
  return readFileSync(join(present(listsFolder, "the folder of the lists"), name));
}

const describeLists = describe.skipIf(listsFolder === undefined);
const hint = listsFolder === undefined ? ` ${WITHOUT_LISTS}` : "";

function count(rows: readonly ReadRow[], to: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) for (const value of valuesOf(row, to)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const having = (rows: readonly ReadRow[], to: string): number => rows.filter((row) => valuesOf(row, to).length > 0).length;

describeLists(`the World Bank Group's listing of January 2025${hint}`, () => {
  const read = () => readByTemplate(law, bankTemplate(law, "mdb:world-bank-listing"), "world-bank-ineligible-firms.xlsx", published("world-bank-ineligible-firms.xlsx"));

  it("is read whole: every row, no finding, its own day", () => {
    const { rows, findings, warnings, asOf, headerRow } = read();
    expect({ asOf, headerRow, findings, warnings, rows: rows.length, first: rows[0]?.row, last: rows.at(-1)?.row, refused: rows.filter((row) => row.findings.length > 0).length }).toEqual({ asOf: "2025-01-07", headerRow: 3, findings: [], warnings: [], rows: 973, first: 4, last: 976, refused: 0 });
  });

  it("gives every row a name, a beginning and an End, and most a case number", () => {
    const { rows } = read();
    expect(["name", "from", "until", "field:grounds", "country", "field:caseNumber", "field:registrationNumber", "formerName", "field:remarks"].map((to) => [to, having(rows, to)])).toEqual([["name", 973], ["from", 973], ["until", 973], ["field:grounds", 973], ["country", 973], ["field:caseNumber", 500], ["field:registrationNumber", 107], ["formerName", 19], ["field:remarks", 14]]);
    expect(count(rows, "until")["notStated"]).toBe(449);
    expect(rows.filter((row) => row.row === 5).map((row) => [valuesOf(row, "from"), valuesOf(row, "until")])).toEqual([[["2024-12-10"], ["2026-12-10"]]]);
  });

  it("names practices, decisions of other banks and affiliates", () => {
    const { rows } = read();
    expect(count(rows, "originator")).toEqual({ "mdb:adb": 279, "mdb:idb": 98, "mdb:afdb": 31, "mdb:ebrd": 8 });
    expect(count(rows, "field:affiliate")).toEqual({ true: 157 });
    expect(having(rows, "field:practices")).toBe(393);
    expect(rows.filter((row) => ["field:practices", "field:affiliate", "originator"].every((to) => valuesOf(row, to).length === 0)).map((row) => row.row).length).toBe(8);
  });

  it("reads from each of its 117 different grounds what was checked by hand", () => {
    const readings = new Map(read().rows.map((row) => [valuesOf(row, "field:grounds").join(), [valuesOf(row, "field:practices").join("+"), valuesOf(row, "field:affiliate").join(), valuesOf(row, "originator").join()].join("/")] as const));
    expect(readings.size).toBe(117);
    expect(sha256([...readings].map(([grounds, reading]) => `${grounds} -> ${reading}`).sort().join("\n"))).toBe("sha256:bcaf1c6b6396cbf5b5d3e306420cb622f6dc59804f263670e3e7784daa037b7e");
  });
});

describeLists(`the EBRD's list of December 2024${hint}`, () => {
  const name = "ebrd-ineligible-firms.csv";
  const template = () => bankTemplate(law, "mdb:ebrd-listing");
  const read = () => readByTemplate(law, template(), name, published(name));
  const BROKEN = [786, 787, 789, 823, 825, 840];

  it("comes out with eight cells in every row, or a finding that names the row", () => {
    const sheet = readSheet({ name, bytes: published(name), quoting: "looseQuotes" });
    const rows = sheet.ok ? sheet.value.rows : [];
    expect([rows.length, rows.filter((row) => row.findings !== undefined).map((row) => row.row)]).toEqual([1073, BROKEN]);
    expect(rows.filter((row) => row.findings === undefined && row.cells.length !== 8)).toEqual([]);
  });

  it("is read whole but for the rows that came broken", () => {
    const { rows, findings, warnings, asOf } = read();
    expect({ asOf, findings, warnings, rows: rows.length }).toEqual({ asOf: undefined, findings: [], warnings: [], rows: 1072 });
    expect(rows.filter((row) => row.findings.length > 0).map((row) => [row.row, row.findings.map((finding) => finding.code)])).toEqual(BROKEN.map((row) => [row, ["row-broken"]]));
  });

  it("has days in its columns of days, and every kind of End", () => {
    const { rows } = read();
    expect(["name", "decidedOn", "effectiveFrom", "until", "originator", "field:practices", "formerName", "alias"].map((to) => [to, having(rows, to)])).toEqual([["name", 1066], ["decidedOn", 773], ["effectiveFrom", 1066], ["until", 1066], ["originator", 1066], ["field:practices", 1066], ["formerName", 15], ["alias", 15]]);
    const { notStated, permanent, ...days } = count(rows, "until");
    expect([notStated, permanent, Object.values(days).reduce((sum, each) => sum + each, 0)]).toEqual([322, 9, 735]);
    const inOrder = rows.every((row) => valuesOf(row, "decidedOn").every((from) => valuesOf(row, "until").every((until) => !until.startsWith("2") || from < until)));
    expect(inOrder).toBe(true);
    expect(rows.flatMap((row) => ["decidedOn", "effectiveFrom"].flatMap((to) => valuesOf(row, to))).every((day) => day >= "2004-01-01" && day <= "2024-12-31")).toBe(true);
  });

  it("names the bank that decided in every row", () => {
    expect(count(read().rows, "originator")).toEqual({ "mdb:wbg": 419, "mdb:adb": 278, "mdb:ebrd": 233, "mdb:idb": 103, "mdb:afdb": 33 });
  });
});

describeLists(`an annotated copy of a published file${hint}`, () => {
  it.each([["world-bank-ineligible-firms.xlsx", "mdb:world-bank-listing"], ["ebrd-ineligible-firms.csv", "mdb:ebrd-listing"]])("is read again with the same fields: %s", (name, id) => {
    const template = bankTemplate(law, id);
    const bytes = published(name);
    const sheet = readSheet({ name, bytes, quoting: template.quoting });
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
    const read = applyTemplate(template, sheet.value, templateLaw(law));
    const headerRow = read.headerRow ?? 1;
    const findings = [...read.rows.flatMap((row) => row.findings), { code: "invented", at: "A700", message: "=invented", remedy: "none" }];
    const again = readByTemplate(law, template, name, annotateSheet({ bytes, sheet: sheet.value, headerRow }, findings, "zh"));
    const broken = new Set(read.rows.filter((row) => row.findings.length > 0).map((row) => row.row));
    const sound = (rows: readonly ReadRow[]) => new Map(rows.filter((row) => !broken.has(row.row)).map((row) => [row.row, JSON.stringify([row.findings, row.fields])] as const));
    expect([again.findings, again.warnings]).toEqual([[], []]);
    const [before, after] = [sound(read.rows), sound(again.rows)];
    expect(again.rows.filter((row) => row.findings.length > 0).map((row) => row.row)).toEqual([...broken]);
    expect(after.size).toBe(before.size);
    // Only the numbers of rows that differ are shown: a failing test prints nothing of the file.
    expect([...before].filter(([row, content]) => after.get(row) !== content).map(([row]) => row)).toEqual([]);
  });
});
