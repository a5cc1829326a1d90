// Write a sheet: rows as an authority would hand them in, by a template of the law. Reading the file back gives the same fields.
import { err, ok, parseLawId, type Result } from "../domain/terms/index.ts";
import { writeTemplateSheet, type TemplateSheetOptions, type TemplateSheetRow } from "../outgoing/index.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export type SheetRowToWrite = TemplateSheetRow;

export interface SheetToWrite extends TemplateSheetOptions {
  readonly template: string;
  readonly format: "xlsx" | "csv";
  /** None: an empty sheet to fill in. */
  readonly rows: readonly SheetRowToWrite[];
}

export function writeSheet(registry: Registry, { template: text, format, rows, ...options }: SheetToWrite): Result<Uint8Array, Problem> {
  const id = parseLawId(text);
  const template = id.ok ? registry.rulebook.get("template", id.value) : undefined;
  if (template === undefined) return err(problem("template-unknown", `\`${text}\` is not a template`, `Choose one of: ${registry.rulebook.all("template").map((each) => each.id).join(", ")}.`));
  return ok(writeTemplateSheet(template, format, rows, options));
}
