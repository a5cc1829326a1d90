// A submission template as a file: an empty sheet with headers, drop-downs and an explanation, or filled with rows.
// Reading a filled sheet back through intake gives the same fields. From the law (Template), to an authority or the model jurisdiction.
import type { Template, TemplateColumn } from "../domain/rules/index.ts";
import { addDays, assert, nameIn, type FieldReading, type Language, type LawId } from "../domain/terms/index.ts";
import { writeCsv, type CsvForm } from "./csv-text.ts";
import { writeWorkbook, type OutCell, type OutSheet, type OutStyle } from "./workbook.ts";
import { columnLetters } from "./xml-text.ts";

/** One row: values by the `to` of their column, several of the same in the order of their columns. */
export type TemplateSheetRow = readonly { readonly to: string; readonly value: FieldReading }[];

export interface TemplateSheetOptions {
  readonly language?: Language;
  readonly encoding?: NonNullable<CsvForm["encoding"]>;
  /** How an authority is written; its id unless told. Intake must know the text as one of its names. */
  readonly authorityText?: (id: LawId) => string;
  /** Cells a careless submitter left as formulas, in a workbook: which row (from 0), which column. For sheets that show what is refused. */
  readonly formulas?: readonly { readonly row: number; readonly to: string; readonly formula: string }[];
}

export function writeTemplateSheet(template: Template, format: "xlsx" | "csv", rows: readonly TemplateSheetRow[] = [], options: TemplateSheetOptions = {}): Uint8Array {
  const language = options.language ?? "en";
  const header = headerRows(template, language);
  const body = rows.map((row, index) => withFormulas(template, outRow(template, row, options), (options.formulas ?? []).filter((slip) => slip.row === index)));
  if (format === "csv") return writeCsv([...header, ...body.map((cells) => cells.map(plainText))], { encoding: options.encoding ?? "utf-8-bom" });
  return writeWorkbook([dataSheet(template, header, body, language), explanationSheet(template, language), choicesSheet(template)]);
}

/** The header by which the column is read; above it, where a template has more than one header row, the column's names. */
function headerRows(template: Template, language: Language): readonly (readonly string[])[] {
  const above = template.columns.map((column) => nameIn(column.names, language));
  return [...Array.from({ length: Math.max(0, template.headerRows - 1) }, () => above), template.columns.map((column) => headerOf(column, language))];
}

/** The header in the reader's language, among those the template reads. */
function headerOf(column: TemplateColumn, language: Language = "en"): string {
  const own = column.headers.find((header) => /\p{Script=Han}/u.test(header) === (language === "zh"));
  return own ?? column.headers[0] ?? column.names.en;
}

function outRow(template: Template, row: TemplateSheetRow, options: TemplateSheetOptions): readonly OutCell[] {
  const left = [...row];
  const cells = template.columns.map((column): OutCell => {
    const index = left.findIndex((each) => each.to === column.to);
    const [field] = index === -1 ? [] : left.splice(index, 1);
    return field === undefined ? { kind: "empty" } : outCell(column, field.value, options);
  });
  assert(left.length === 0, `the template ${template.id} has a column for every field of a row (none for ${left.map((each) => each.to).join(", ")})`);
  return cells;
}

function withFormulas(template: Template, cells: readonly OutCell[], slips: NonNullable<TemplateSheetOptions["formulas"]>): readonly OutCell[] {
  return cells.map((cell, index) => {
    const slip = slips.find((each) => each.to === template.columns[index]?.to);
    return slip === undefined ? cell : { kind: "formula", formula: slip.formula };
  });
}

const DIGITS_KEPT = 15;

function outCell(column: TemplateColumn, value: FieldReading, options: TemplateSheetOptions): OutCell {
  switch (value.kind) {
    case "text": return { kind: "text", text: column.type === "choice" ? choiceText(column, value.text) : value.text, style: "text" };
    case "code": return { kind: "text", text: value.value, style: "text" };
    case "day": return { kind: "day", day: column.lastDay ? addDays(value.day, -1) : value.day };
    case "end": return endCell(column, value.end);
    case "integer": return value.value.length <= DIGITS_KEPT ? { kind: "number", source: value.value } : { kind: "text", text: value.value, style: "text" };
    case "money": return moneyCell(column, value.minor, value.currency);
    case "flag": return { kind: "text", text: flagText(value.value, options.language ?? "en") };
    case "choices": return { kind: "text", text: value.values.map((each) => choiceText(column, each)).join("; ") };
    case "authority": return { kind: "text", text: options.authorityText?.(value.id) ?? value.id };
  }
}

function endCell(column: TemplateColumn, end: "notStated" | "permanent" | "untilDone"): OutCell {
  const text = Object.entries(column.sentinels).find(([, meaning]) => meaning === end)?.[0];
  assert(text !== undefined, `the column \`${headerOf(column)}\` has a word for an end that is ${end}`);
  return text === "" ? { kind: "empty" } : { kind: "text", text };
}

function moneyCell(column: TemplateColumn, minor: number, currency: string): OutCell {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const source = `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  if (currency !== (column.currency ?? "CNY")) return { kind: "text", text: `${source} ${currency}`, style: "text" };
  return digits.length <= DIGITS_KEPT ? { kind: "number", source, style: "money" } : { kind: "text", text: source, style: "text" };
}

function flagText(value: boolean, language: Language): string {
  if (language === "zh") return value ? "是" : "否";
  return value ? "yes" : "no";
}

/** The text for a choice; where several may stand in a cell, one that holds no separator. */
function choiceText(column: TemplateColumn, value: string): string {
  const choice = column.choices.find((each) => each.value === value);
  assert(choice !== undefined, `\`${value}\` is a choice of the column \`${headerOf(column)}\``);
  return [...choice.texts, choice.value].find((text) => column.type === "choice" || !/[;；、\n,，/]/.test(text)) ?? choice.value;
}

function plainText(cell: OutCell): string {
  switch (cell.kind) {
    case "empty": return "";
    case "text": return cell.text;
    case "number": return cell.source;
    case "day": return cell.day;
    case "formula": return `=${cell.formula}`;
  }
}

function dataSheet(template: Template, header: readonly (readonly string[])[], body: readonly (readonly OutCell[])[], language: Language): OutSheet {
  return {
    name: sheetName(nameIn(template.names, language)),
    rows: [...header.map((texts) => texts.map((text): OutCell => ({ kind: "text", text, style: "header" }))), ...body],
    columns: template.columns.map((column) => ({ width: Math.min(60, Math.max(14, headerOf(column).length * 1.6)), style: styleOf(column) })),
    frozenRows: header.length, hidden: false,
    dropDowns: template.columns.flatMap((column, index) => {
      const texts = dropDownTexts(column);
      return texts.length === 0 ? [] : [{ column: index, fromRow: header.length + 1, choices: `choices!$${columnLetters(index)}$1:$${columnLetters(index)}$${texts.length}` }];
    }),
  };
}

/** Columns whose digits must survive are text from the start. */
function styleOf(column: TemplateColumn): OutStyle {
  switch (column.type) {
    case "day": case "instantDay": return "day";
    case "money": return "money";
    case "integer": case "flag": return "plain";
    default: return "text";
  }
}

function dropDownTexts(column: TemplateColumn): readonly string[] {
  return column.type === "choice" ? column.choices.map((choice) => choiceText(column, choice.value)) : [];
}

/** Drop-downs refer to this hidden sheet, so that their texts may be long and hold commas. */
function choicesSheet(template: Template): OutSheet {
  const texts = template.columns.map(dropDownTexts);
  const height = Math.max(0, ...texts.map((each) => each.length));
  const rows = Array.from({ length: height }, (_each, row) => texts.map((column): OutCell => (column[row] === undefined ? { kind: "empty" } : { kind: "text", text: column[row] })));
  return { name: "choices", rows, columns: [], frozenRows: 0, hidden: true, dropDowns: [] };
}

const WORDS = {
  en: { title: "Explanation", head: ["Column", "Required", "What to write", "Explanation"], yes: "yes", no: "no" },
  zh: { title: "填写说明", head: ["列", "必填", "填写方式", "说明"], yes: "是", no: "否" },
} as const;

function explanationSheet(template: Template, language: Language): OutSheet {
  const words = WORDS[language];
  const lines = template.columns.map((column) => [headerOf(column, language), column.required ? words.yes : words.no, howToWrite(column, language), [nameIn(column.names, language), column.help === undefined ? "" : nameIn(column.help, language)].filter((text) => text !== "").join(": ")]);
  const rows = [
    words.head.map((text): OutCell => ({ kind: "text", text, style: "header" })),
    ...lines.map((line) => line.map((text): OutCell => ({ kind: "text", text, style: "wrapped" }))),
  ];
  return { name: words.title, rows, columns: [24, 10, 48, 60].map((width) => ({ width, style: "wrapped" })), frozenRows: 1, hidden: false, dropDowns: [] };
}

function howToWrite(column: TemplateColumn, language: Language): string {
  const choices = column.choices.map((choice) => choiceText(column, choice.value)).join(language === "zh" ? "、" : ", ");
  const ends = Object.keys(column.sentinels).filter((text) => text !== "").join(language === "zh" ? "、" : ", ");
  const plain = HOW[column.type][language].replace("{choices}", choices);
  return ends === "" ? plain : `${plain}${language === "zh" ? `；或：${ends}` : `; or: ${ends}`}`;
}

const HOW = {
  text: { en: "Text", zh: "文字" },
  day: { en: "A day, YYYY-MM-DD", zh: "日期，YYYY-MM-DD" },
  instantDay: { en: "A day, YYYY-MM-DD, or an instant in UTC", zh: "日期 YYYY-MM-DD，或 UTC 时刻" },
  money: { en: "An amount in the plain unit, at most two decimals", zh: "金额，以元为单位，至多两位小数" },
  integer: { en: "A whole number", zh: "整数" },
  flag: { en: "yes or no", zh: "是或否" },
  choice: { en: "One of: {choices}", zh: "任选其一：{choices}" },
  choices: { en: "One or several of, parted by a semicolon: {choices}", zh: "可多选，以分号隔开：{choices}" },
  authority: { en: "The name, short name or id of an authority", zh: "机关的名称、简称或编号" },
  code: { en: "The code, all its characters", zh: "完整代码" },
} as const satisfies Record<TemplateColumn["type"], Record<Language, string>>;

/** A name a spreadsheet accepts for a sheet. */
function sheetName(text: string): string {
  const plain = text.replace(/[[\]:*?/\\']/g, " ").replace(/\s+/g, " ").trim().slice(0, 31).trim();
  return plain === "" || plain.toLowerCase() === "choices" ? "rows" : plain;
}
