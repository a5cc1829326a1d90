// Hand in: which sheets an office may hand in by the law, and the copy of a file with what was found written into it.
import { bodyOf, covers, err, ok, parseFileNumber, parseLawId, type Finding, type Language, type LawId, type Result } from "../domain/terms/index.ts";
import type { Template } from "../domain/rules/index.ts";
import { mayHandIn } from "../domain/cases/index.ts";
import { readSheet } from "../intake/index.ts";
import { annotateSheet } from "../outgoing/index.ts";
import { readOffices } from "./case-ground.ts";
import { readByTemplate } from "./import-file.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

export interface SheetToHandIn extends Pick<Template, "id" | "names" | "of" | "complete" | "columns"> {
  /** Whether the list, or the kind of record, it is about is in force today. */
  readonly inForce: boolean;
}

/** The sheets an office may hand in, those in force first; none where there is no such office. */
export async function sheetsToHandIn(registry: Registry, office: string): Promise<readonly SheetToHandIn[]> {
  const authority = await authorityOf(registry, office);
  if (authority === undefined) return [];
  const on = today(registry, bodyOf(authority));
  return registry.rulebook.all("template").filter((template) => mayHandIn(registry.rulebook, template, authority, on))
    .map((template) => ({ id: template.id, names: template.names, of: template.of, complete: template.complete, columns: template.columns, inForce: isInForce(registry, template) }))
    .sort((a, b) => Number(b.inForce) - Number(a.inForce));
}

/** Why an office may not hand in a sheet; undefined where it may. */
export async function whyNotHandIn(registry: Registry, office: string, template: string): Promise<Problem | undefined> {
  const id = parseLawId(template);
  if (!id.ok || registry.rulebook.get("template", id.value) === undefined) return problem("template-unknown", `\`${template}\` is not a template`, "Choose one of the sheets of the office.");
  const authority = await authorityOf(registry, office);
  if (authority === undefined) return problem("office-unknown", `\`${office}\` is not an office of this register`, "`/v1/offices` lists the offices.", { facts: { kind: "office", office } });
  if ((await sheetsToHandIn(registry, office)).some((sheet) => sheet.id === template)) return undefined;
  return problem("not-allowed", `the law does not give this office the sheet \`${template}\` to hand in`, "A sheet of a list is for its owner and the authorities below it; sheets of records are for authorities with the power to record.", { facts: { kind: "notYours", template } });
}

async function authorityOf(registry: Registry, office: string): Promise<LawId | undefined> {
  const file = parseFileNumber(office);
  return file.ok ? (await readOffices(registry)).get(file.value)?.authority : undefined;
}

function isInForce(registry: Registry, { of }: Template): boolean {
  const on = today(registry);
  if (of.kind === "organisation") return true;
  const about = of.kind === "list" ? registry.rulebook.get("list", of.list) : registry.rulebook.get("record-type", of.type);
  return about !== undefined && covers(about, on);
}

export interface FileToAnnotate {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly template: string;
  readonly findings: readonly Finding[];
  readonly language: Language;
}

/** The file in the form it came in, with every finding beside its row. A file that cannot be read has no copy. */
export function annotateFile(registry: Registry, { name, bytes, template: text, findings, language }: FileToAnnotate): Result<Uint8Array, Problem> {
  const id = parseLawId(text);
  const template = id.ok ? registry.rulebook.get("template", id.value) : undefined;
  if (template === undefined) return err(problem("template-unknown", `\`${text}\` is not a template`, "Choose one of the templates of the law."));
  const sheet = readSheet({ name, bytes, quoting: template.quoting });
  if (!sheet.ok) return err(problem("file-unreadable", `\`${name}\` could not be read`, "Mend what was found and hand it in again.", { findings: sheet.error }));
  const { headerRow } = readByTemplate(registry, template, sheet.value);
  return ok(annotateSheet({ bytes, sheet: sheet.value, ...(headerRow === undefined ? {} : { headerRow }) }, findings, language));
}
