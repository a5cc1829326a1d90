// Slips: what goes wrong in real sheets, added to a few of them as rows of their own, so that the true row arrives all the same: a wrong
// check character, a row twice, a formula, an empty cell, a missing code, a name under somebody else's code, a person.
import { present } from "../domain/terms/index.ts";
import type { Template } from "../domain/rules/index.ts";
import type { SheetRowToWrite, SheetToWrite } from "../service/index.ts";
import type { Chance } from "./chance.ts";
import { BRAND_SYLLABLES, GIVEN_SYLLABLES, SURNAMES } from "./name-words.ts";
import { text, type SheetCell } from "./sheet-cells.ts";

export interface Slipped {
  readonly rows: readonly SheetRowToWrite[];
  readonly formulas: NonNullable<SheetToWrite["formulas"]>;
}

const SHEETS_WITH_SLIPS_PER_THOUSAND = 140;

type Slip = "check" | "twice" | "formula" | "empty" | "noCode" | "otherName" | "person";

export function withSlips(chance: Chance, template: Template, rows: readonly SheetRowToWrite[], format: "xlsx" | "csv"): Slipped {
  if (rows.length === 0 || !chance.happens(SHEETS_WITH_SLIPS_PER_THOUSAND)) return { rows, formulas: [] };
  const slips: readonly Slip[] = chance.some(["check", "twice", "empty", "noCode", "otherName", "person", ...(format === "xlsx" ? ["formula" as const] : [])], chance.between(1, 3));
  const added = slips.map((slip) => slippedRow(chance, slip, template, chance.oneOf(rows)));
  const formulas = slips.flatMap((slip, index) => (slip === "formula" ? [{ row: rows.length + index, to: "decidedOn", formula: "TODAY()-7" }] : []));
  return { rows: [...rows, ...added], formulas };
}

function slippedRow(chance: Chance, slip: Slip, template: Template, row: SheetRowToWrite): SheetRowToWrite {
  switch (slip) {
    case "twice":
    case "formula":
      return row;
    case "check":
      return row.map((cell): SheetCell => (cell.value.kind === "code" ? { to: cell.to, value: { ...cell.value, value: `${cell.value.value.slice(0, -1)}${cell.value.value.endsWith("0") ? "1" : "0"}` } } : cell));
    case "empty": {
      const needed = template.columns.filter((column) => column.required && column.to !== "name").map((column) => column.to);
      const left = present(needed[0], "a column that must be filled in");
      return row.filter((cell) => cell.to !== left);
    }
    case "noCode":
      return renamed(row, (name) => name).filter((cell) => cell.value.kind !== "code");
    case "otherName":
      return renamed(row, (name) => `${chance.some(BRAND_SYLLABLES, 2).map(([character]) => character).join("")}${name.slice(-8)}`);
    case "person":
      return renamed(row, () => `${chance.oneOf(SURNAMES)}${chance.some(GIVEN_SYLLABLES, 2).join("")}`).filter((cell) => cell.value.kind !== "code");
  }
}

function renamed(row: SheetRowToWrite, rename: (name: string) => string): SheetRowToWrite {
  return row.map((cell) => (cell.to === "name" && cell.value.kind === "text" ? text("name", rename(cell.value.text)) : cell));
}
