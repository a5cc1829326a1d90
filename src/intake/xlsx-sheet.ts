// A workbook as a Sheet: the first visible sheet with content. Everything it is read through has a limit, checked before inflating.
import { err, ok, type Finding, type Result, type Sheet } from "../domain/terms/index.ts";
import { sheetFinding } from "./sheet-finding.ts";
import type { SheetLimits } from "./sheet-limits.ts";
import { readDayStyles, readRelations, readSharedStrings, readWorkbook, type ZipEntries } from "./workbook-parts.ts";
import { readWorksheet, type WorkbookContext } from "./worksheet.ts";
import { readZipDirectory, workbookFinding } from "./zip-directory.ts";

export function readXlsx(name: string, bytes: Uint8Array, limits: SheetLimits): Result<Sheet, readonly Finding[]> {
  const entries = readZipDirectory(bytes, name, limits);
  if (!entries.ok) return err([entries.error]);
  const plan = readPlan(entries.value, limits);
  if (!plan.ok) return err([workbookFinding("workbook-damaged", name, plan.error)]);
  const { context, sheets, styles } = plan.value;

  for (const [index, sheet] of sheets.entries()) {
    const entry = entries.value.get(sheet.part);
    if (entry === undefined) return err([workbookFinding("workbook-damaged", name, "one of its sheets is missing")]);
    const read = readWorksheet(entry, sheet.name, context, limits);
    if (read.kind === "refused") return err([read.finding]);
    if (read.kind === "damaged") return err([workbookFinding("workbook-damaged", name, read.why)]);
    if (read.rows.length === 0) continue;
    const otherSheets = sheets.filter((_each, other) => other !== index).map((each) => each.name);
    return ok({
      name: sheet.name, format: "xlsx", encoding: "zip", rows: read.rows, parts: styles === undefined ? { sheet: sheet.part } : { sheet: sheet.part, styles },
      ...(otherSheets.length === 0 ? {} : { otherSheets }),
    });
  }
  return err([sheetFinding("sheet-empty", name, `the workbook ${name} has no visible sheet with anything in it`, "Fill in the sheet, or make it visible, and hand it in again.")]);
}

interface Plan {
  readonly context: WorkbookContext;
  /** Visible sheets in the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly styles: string | undefined;
}

/** Follows the relations from the root of the archive to the parts, as every reader of workbooks must. */
function readPlan(entries: ZipEntries, limits: SheetLimits): Result<Plan, string> {
  const roots = readRelations(entries, "");
  if (!roots.ok) return roots;
  const workbookPart = roots.value.find((relation) => relation.type === "officeDocument")?.part;
  const workbookEntry = workbookPart === undefined ? undefined : entries.get(workbookPart);
  if (workbookPart === undefined || workbookEntry === undefined) return err("it is a zip archive, but no workbook");
  const workbook = readWorkbook(workbookEntry);
  if (!workbook.ok) return workbook;
  const relations = readRelations(entries, workbookPart);
  if (!relations.ok) return relations;
  const partOf = (type: string): string | undefined => relations.value.find((relation) => relation.type === type)?.part;
  const entryOf = (part: string | undefined) => (part === undefined ? undefined : entries.get(part));

  const dayStyles = readDayStyles(entryOf(partOf("styles")), limits);
  if (!dayStyles.ok) return dayStyles;
  const strings = readSharedStrings(entryOf(partOf("sharedStrings")), limits);
  if (!strings.ok) return strings;
  const sheets = workbook.value.sheets.filter((sheet) => sheet.visible).flatMap((sheet) => {
    const relation = relations.value.find((each) => each.id === sheet.relation);
    // A chart sheet has no rows.
    return relation?.type === "worksheet" && relation.part !== undefined ? [{ name: sheet.name, part: relation.part }] : [];
  });
  return ok({ context: { strings: strings.value, dayStyles: dayStyles.value, daySystem: workbook.value.daySystem }, sheets, styles: partOf("styles") });
}
