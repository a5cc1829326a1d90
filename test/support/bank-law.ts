// The banks' body of law as it stands in law/mdb, loaded for tests that read the banks' published files by its templates.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { loadRulebook, type Rulebook, type Template } from "../../src/domain/rules/index.ts";
import { parseDigest, parseLawId, type Digest } from "../../src/domain/terms/index.ts";
import { applyTemplate, readSheet, readYaml, type ReadBySheet, type TemplateLaw } from "../../src/intake/index.ts";

const folder = new URL("../../law/mdb/", import.meta.url);

export function loadBankLaw(): Rulebook {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml")).map((path) => path.replaceAll("\\", "/"));
  const documents = paths.map((path) => readYaml(`mdb/${path}`, readFileSync(new URL(path, folder), "utf8")));
  const loaded = loadRulebook(documents.flatMap((each) => (each.ok ? [each.value] : [])), sha256);
  if (!loaded.ok || documents.some((each) => !each.ok)) throw new Error(`law/mdb does not load: ${JSON.stringify(loaded.ok ? documents.filter((each) => !each.ok) : loaded.error)}`);
  return loaded.value;
}

export function sha256(text: string): Digest {
  const digest = parseDigest(`sha256:${createHash("sha256").update(text).digest("hex")}`);
  if (!digest.ok) throw new Error(digest.error);
  return digest.value;
}

export function bankTemplate(law: Rulebook, id: string): Template {
  const parsed = parseLawId(id);
  const template = parsed.ok ? law.get("template", parsed.value) : undefined;
  if (template === undefined) throw new Error(`the law has a template ${id}`);
  return template;
}

/** Reads a file by a template. The banks' lists carry no codes, so none can be read. */
export function readByTemplate(law: Rulebook, template: Template, name: string, bytes: Uint8Array): ReadBySheet {
  const sheet = readSheet({ name, bytes, quoting: template.quoting });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.error));
  return applyTemplate(template, sheet.value, templateLaw(law));
}

export function templateLaw(law: Rulebook): TemplateLaw {
  return { authorities: law.all("authority"), schemes: law.all("identifier"), isPersonIdentifier: () => false, readCode: () => ({ ok: false, error: { message: "the banks' lists carry no codes", remedy: "" } }) };
}

export type ReadRow = ReadBySheet["rows"][number];

/** The values of a row under `to`, as text. */
export function valuesOf(row: ReadRow, to: string): readonly string[] {
  return row.fields.filter((field) => field.to === to).flatMap(({ value }) => {
    switch (value.kind) {
      case "text": return [value.text];
      case "day": return [value.day];
      case "end": return [value.end];
      case "choices": return value.values;
      case "authority": return [value.id];
      case "flag": return [String(value.value)];
      case "money": return [`${value.minor} ${value.currency}`];
      case "integer": case "code": return [value.value];
    }
  });
}
