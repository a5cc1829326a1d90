// Decision row: one row of a decision sheet, read into what the office decides, with the place of every cell for what is wrong with it.
import { type FieldReading, type Finding, type PlainDate, type Sheet } from "../domain/terms/index.ts";
import type { Template } from "../domain/rules/index.ts";
import type { TemplateRow } from "../intake/index.ts";
import { columnLetters, stateColumn } from "../outgoing/index.ts";
import type { Decision } from "./deciding-step.ts";

export interface DecisionRow {
  readonly row: number;
  readonly matter: string;
  /** Undefined: nothing is decided in this row. */
  readonly decision: Decision | undefined;
  readonly posts: readonly string[];
  readonly findings: readonly Finding[];
  /** The cell of a column in this row, or the row where the sheet has no such column. */
  readonly at: (to: string) => string;
}

export function readDecisionRow(template: Template, sheet: Sheet, headerRow: number | undefined, { row, sheet: sheetName, fields, findings: before }: TemplateRow): DecisionRow {
  const values = new Map(fields.map(({ to, value }) => [to, value]));
  const at = (to: string): string => cellOf(template, sheet, headerRow, to, row) ?? `${sheetName}!${row}`;
  const findings = [...before];
  const outcome = textIn(values.get("outcome"));
  const reasons = textIn(values.get("reasons"));
  if (outcome !== "" && reasons === "") findings.push({ code: "reasons-missing", at: at("reasons"), message: "the decision has no reasons", remedy: "State the reasons of this case." });
  if (outcome === "" && reasons !== "") findings.push({ code: "outcome-empty", at: at("outcome"), message: "the row has reasons and no outcome", remedy: "Choose the outcome, or take the reasons out to decide the case another time." });
  const decidedOn = dayIn(values.get("decidedOn"));
  const reviewOn = dayIn(values.get("reviewOn"));
  const statements = Object.fromEntries(template.columns.flatMap(({ to }) => {
    const text = to.startsWith(stateColumn("")) ? textIn(values.get(to)) : "";
    return text === "" ? [] : [[to.slice(stateColumn("").length), text]];
  }));
  return {
    row, matter: textIn(values.get("matter")), posts: parts(textIn(values.get("posts")), /[,，、;；]/), findings, at,
    decision: outcome === "" ? undefined : {
      outcome, reasons, conditions: parts(textIn(values.get("conditions")), /[;；\n]/), statements, ...(decidedOn === undefined ? {} : { decidedOn }),
      ...(reviewOn === undefined ? {} : { legalReview: { on: reviewOn } }),
    },
  };
}

/** `Sheet1!G7`, `G7` in a CSV: where the header of the column stands in the sheet that was handed in. */
function cellOf(template: Template, sheet: Sheet, headerRow: number | undefined, to: string, row: number): string | undefined {
  const column = template.columns.find((each) => each.to === to);
  const header = sheet.rows.find((each) => each.row === headerRow);
  const texts = column === undefined ? [] : [...column.headers, column.names.en, column.names.zh].map((text) => text?.trim().toLowerCase());
  const index = header?.cells.findIndex(({ value }) => value.kind === "text" && texts.includes(value.text.trim().toLowerCase())) ?? -1;
  return index === -1 ? undefined : `${sheet.format === "xlsx" ? `${sheet.name}!` : ""}${columnLetters(index)}${row}`;
}

function textIn(value: FieldReading | undefined): string {
  return value?.kind === "text" ? value.text.trim() : "";
}

function dayIn(value: FieldReading | undefined): PlainDate | undefined {
  return value?.kind === "day" ? value.day : undefined;
}

function parts(text: string, by: RegExp): readonly string[] {
  return text.split(by).map((each) => each.trim()).filter((each) => each !== "");
}
