// Looks for identity numbers of natural persons in any cell. A finding names the cell, never the number (design: organisations only).
import type { Cell, Finding, LawId } from "../domain/terms/index.ts";
import { textOfCell } from "./levelled-text.ts";
import { sheetFinding } from "./sheet-finding.ts";
import type { TemplateLaw } from "./template-law.ts";

/** The scheme of a code column, as `code:<scheme>` names it. */
export function findPersonIdentifier(cell: Cell, scheme: LawId | undefined, law: TemplateLaw): Finding | undefined {
  const text = rawText(cell);
  if (text === undefined || !/\d{6}/.test(text.normalize("NFKC"))) return undefined;
  // A value that passes both checks of a code is a code, also where it would pass as a person's number.
  if (scheme !== undefined && law.readCode(text, scheme).ok) return undefined;
  if (!candidates(text.normalize("NFKC")).some(law.isPersonIdentifier)) return undefined;
  return sheetFinding("person-identifier", cell.at, "the cell holds what is the identity number of a natural person", "Take the number out: the register is about organisations only. Office-holders are named without numbers.");
}

function rawText(cell: Cell): string | undefined {
  switch (cell.value.kind) {
    case "formula": return cell.value.formula;
    case "fault": return cell.value.text;
    case "number": return cell.value.source;
    default: return textOfCell(cell.value);
  }
}

/** The whole cell without its spaces and hyphens, every run of letters and digits in it, and runs broken only by single spaces or hyphens. */
function candidates(text: string): readonly string[] {
  const joined = text.replace(/(?<=[0-9A-Za-z])[\s-](?=[0-9A-Za-z])/g, "");
  return [...new Set([text.replace(/[\s-]+/g, ""), ...runs(text), ...runs(joined)])];
}

function runs(text: string): readonly string[] {
  return text.match(/[0-9A-Za-z]{6,}/g) ?? [];
}
