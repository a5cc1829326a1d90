// One cell to one typed value, as its column says, or a located finding. From apply-template.ts; knows formats, not meaning.
import type { TemplateColumn } from "../domain/rules/index.ts";
import { err, ok, parseLawId, unreachable, type Cell, type CellValue, type FieldReading, type Finding, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import { readInteger, readMoney } from "./amount-reading.ts";
import { readDay, readInstantDay, shiftDay, type DayFault } from "./day-reading.ts";
import { hasLostDigits, levelText, oneLine, textOfCell, trimText } from "./levelled-text.ts";
import { mailAddressFault, type MailAddressFault } from "./mail-address.ts";
import { echo, sheetFinding } from "./sheet-finding.ts";
import type { PreparedLaw } from "./template-law.ts";

const CURRENCY_UNLESS_NAMED = "CNY";
const ONE_LINE: readonly string[] = ["name", "alias", "formerName", "country", "region", "legalForm"];

/** What keeps a cell from being read at all: a formula, an error value, a number that has lost digits. */
export function unreadable(cell: Cell, column: TemplateColumn): Finding | undefined {
  const { value, at } = cell;
  if (value.kind === "formula") return sheetFinding("formula-in-cell", at, "the cell holds a formula; formulas are never run, and their results never trusted", "Replace the formula by its value (copy, then paste as values).");
  if (value.kind === "fault") return sheetFinding("cell-fault", at, `the cell holds the error value ${echo(value.text)}`, "Correct the cell.");
  if (value.kind === "number" && (column.type === "code" || column.type === "text" || column.to.startsWith("code:")) && hasLostDigits(value.source)) {
    return sheetFinding("number-lost-digits", at, "the cell holds a long number that the spreadsheet has rounded; digits of it are lost", "Format the column as text and enter the digits again.");
  }
  return undefined;
}

/** `undefined`: the cell is empty. */
export function readCell(cell: Cell, column: TemplateColumn, law: PreparedLaw): Result<FieldReading, Finding> | undefined {
  const text = textOfCell(cell.value);
  const sentinel = sentinelOf(text ?? "", column);
  if (sentinel !== undefined) return ok({ kind: "end", end: sentinel });
  return text === undefined ? undefined : readTyped(text, cell.value, cell.at, column, law);
}

function sentinelOf(text: string, column: TemplateColumn): "notStated" | "permanent" | "untilDone" | undefined {
  const sentinels = Object.entries(column.sentinels);
  if (sentinels.length === 0) return undefined;
  const levelled = levelText(text);
  return sentinels.find(([written]) => levelText(written) === levelled)?.[1];
}

export function readTyped(text: string, value: CellValue, at: string, column: TemplateColumn, law: PreparedLaw): Result<FieldReading, Finding> {
  switch (column.type) {
    case "text": return readText(ONE_LINE.includes(column.to) ? oneLine(text) : trimText(text), at, column.to);
    case "day": return dayReading(value.kind === "day" ? ok(value.day) : readDay(text, column.dayPattern), text, at, column);
    case "instantDay": return dayReading(value.kind === "day" ? ok(value.day) : readInstantDay(text), text, at, column);
    case "money": return moneyReading(text, at, column);
    case "integer": return integerReading(text, at);
    case "flag": return flagReading(text, at, column);
    case "choice": return choiceReading(text, at, column, law);
    case "choices": return choicesReading(splitChoices(text, column, law), at, column, law);
    case "authority": return readAuthority(text, at, law);
    case "code": return readCodeText(text, at, column.to, law);
    default: return unreachable(column.type);
  }
}

/** A text as it stands; where letters go, only what is written as a mail address. */
export function readText(text: string, at: string, to: string): Result<FieldReading, Finding> {
  const fault = to === "email" && text !== "" ? mailAddressFault(text) : undefined;
  return fault === undefined ? ok({ kind: "text", text }) : err(sheetFinding("mail-address-not-read", at, `${echo(text)} ${ADDRESS_FAULTS[fault][0]}`, ADDRESS_FAULTS[fault][1]));
}

const ADDRESS_FAULTS: Readonly<Record<MailAddressFault, readonly [string, string]>> = {
  lines: ["holds a line break or another control character, and a mail address has none: it could add lines to a letter", "Write one mail address on one line, such as desk@example.org."],
  several: ["is more than one mail address", "Write the one to which letters shall go."],
  form: ["is not a mail address", "Write it as name@host, such as desk@example.org, with half-width signs and nothing beside it; leave the cell empty where there is none."],
};

function dayReading(read: Result<PlainDate, DayFault>, text: string, at: string, column: TemplateColumn): Result<FieldReading, Finding> {
  const shifted = read.ok && column.lastDay ? shiftDay(read.value, 1) : read;
  if (shifted.ok) return ok({ kind: "day", day: shifted.value });
  return err(shifted.error === "day-out-of-range"
    ? sheetFinding("day-out-of-range", at, `${echo(text)} lies outside the years 1900 to 2200`, "Check the year; a day without an end is written as the template says.")
    : sheetFinding("day-not-read", at, `${echo(text)} is not a day`, "Write the day as YYYY-MM-DD, such as 2024-03-05, or format the cell as a date."));
}

function moneyReading(text: string, at: string, column: TemplateColumn): Result<FieldReading, Finding> {
  const read = readMoney(text, column.currency ?? CURRENCY_UNLESS_NAMED);
  if (read.ok) return ok({ kind: "money", ...read.value });
  switch (read.error) {
    case "amount-too-fine": return err(sheetFinding("amount-too-fine", at, `${echo(text)} has more than two decimals`, "Write the amount in whole fen or cents, such as 1234.50."));
    case "amount-too-large": return err(sheetFinding("amount-too-large", at, `${echo(text)} is larger than any amount the register can hold`, "Check the amount."));
    case "amount-not-read": return err(sheetFinding("amount-not-read", at, `${echo(text)} is not an amount of money`, "Write digits in the plain unit (元, not 万元), such as 1234.50 or ￥1,234.50."));
    default: return unreachable(read.error);
  }
}

function integerReading(text: string, at: string): Result<FieldReading, Finding> {
  const value = readInteger(text);
  return value === undefined ? err(sheetFinding("integer-not-read", at, `${echo(text)} is not a whole number`, "Write digits only.")) : ok({ kind: "integer", value });
}

const YES: readonly string[] = ["true", "yes", "y", "1", "是", "√", "有"];
const NO: readonly string[] = ["false", "no", "n", "0", "否", "×", "无"];

function flagReading(text: string, at: string, column: TemplateColumn): Result<FieldReading, Finding> {
  const levelled = levelText(text);
  const named = column.choices.find((choice) => [choice.value, ...choice.texts].some((each) => levelText(each) === levelled))?.value;
  const value = levelText(named ?? text);
  if (YES.includes(value)) return ok({ kind: "flag", value: true });
  if (NO.includes(value)) return ok({ kind: "flag", value: false });
  return err(sheetFinding("flag-not-read", at, `${echo(text)} is neither yes nor no`, "Write yes or no (是 or 否)."));
}

/** One word of the law, as text: criteria compare it with a word. */
function choiceReading(text: string, at: string, column: TemplateColumn, law: PreparedLaw): Result<FieldReading, Finding> {
  const read = choicesReading([text], at, column, law);
  const [only] = read.ok && read.value.kind === "choices" ? read.value.values : [];
  return only === undefined ? read : ok({ kind: "text", text: only });
}

/** Several choices in a cell are parted by `;`, `、`, a line break, or a comma or slash where no choice contains one. */
function splitChoices(text: string, column: TemplateColumn, law: PreparedLaw): readonly string[] {
  if (law.choiceByText.get(column)?.has(levelText(text)) === true) return [text];
  return text.split(/[;；、\n,，/]/).filter((part) => trimText(part) !== "");
}

function choicesReading(parts: readonly string[], at: string, column: TemplateColumn, law: PreparedLaw): Result<FieldReading, Finding> {
  const values: string[] = [];
  for (const part of parts) {
    const found = law.choiceByText.get(column)?.get(levelText(part));
    if (found === undefined) {
      const known = column.choices.map((choice) => `\`${choice.texts[0] ?? choice.names.en}\``).join(", ");
      return err(sheetFinding("choice-unknown", at, `${echo(part)} is none of the choices of this column`, `Write one of ${known}.`));
    }
    if (!values.includes(found)) values.push(found);
  }
  return ok({ kind: "choices", values });
}

export function readAuthority(text: string, at: string, law: PreparedLaw): Result<FieldReading, Finding> {
  const id = law.authorityByText.get(levelText(text));
  return id === undefined ? err(sheetFinding("authority-unknown", at, `${echo(text)} is no authority of the law`, "Write the name, short name or id of an authority as the law has it.")) : ok({ kind: "authority", id });
}

export function readCodeText(text: string, at: string, to: string, law: PreparedLaw): Result<FieldReading, Finding> {
  const scheme = schemeOf(to);
  if (scheme === undefined) return ok({ kind: "text", text: oneLine(text) });
  const read = law.readCode(text, scheme);
  if (!read.ok) return err(sheetFinding("code-not-read", at, read.error.message, read.error.remedy));
  if (read.value.scheme !== scheme) return err(sheetFinding("code-not-read", at, `the code is one of \`${read.value.scheme}\`, and this column is for \`${scheme}\``, "Put the code into the column of its own scheme."));
  return ok({ kind: "code", scheme, value: read.value.value });
}

/** The scheme a column's `code:<scheme>` names. */
export function schemeOf(to: string): LawId | undefined {
  if (!to.startsWith("code:")) return undefined;
  const parsed = parseLawId(to.slice("code:".length));
  return parsed.ok ? parsed.value : undefined;
}
