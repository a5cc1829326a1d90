// Invented lists in the form in which two banks publish theirs, as CSV: editions a test can write and change row by row.
// No organisation of them exists.
import { makeCode } from "../../src/domain/identity/index.ts";
import { projectLaw, type House, type Json } from "./run.ts";

export interface BankRow {
  readonly name: string;
  /** A case number (`*123`), other names, remarks. */
  readonly info?: string;
  readonly address?: string;
  readonly country?: string;
  readonly from: string;
  /** The last barred day, as published. */
  readonly to: string;
  readonly grounds?: string;
}

export interface EbrdRow {
  readonly name: string;
  readonly address?: string;
  readonly country?: string;
  readonly from?: string;
  readonly until?: string;
  readonly effective: string;
  readonly origin?: string;
  readonly practice?: string;
}

/** An edition of the World Bank Group's list; its banner states the day. */
export function worldBankCsv(day: string, rows: readonly BankRow[]): Uint8Array {
  const [year, month, date] = day.split("-");
  return csv([
    [`Downloaded on: ${date}/${month}/${year}`, "", "", "", "", "", ""],
    ["Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds"],
    ["", "", "", "", "From Date", "To Date", ""],
    ...rows.map((row) => [row.name, row.info ?? "", row.address ?? "1 Quarz Street", row.country ?? "Iceland", row.from, row.to, row.grounds ?? "Fraudulent practice"]),
  ]);
}

/** An edition of EBRD's list, which does not state its day. */
export function ebrdCsv(rows: readonly EbrdRow[]): Uint8Array {
  return csv([
    ["Firm Name", "Address", "Nationality", "Ineligible From", "Ineligible Until", "Notice Effective At EBRD", "Originating Institution", "Prohibited Practice"],
    ...rows.map((row) => [row.name, row.address ?? "1 Quarz Street", row.country ?? "Iceland", row.from ?? row.effective, row.until ?? "Ongoing", row.effective, row.origin ?? "EBRD", row.practice ?? "Fraudulent Practice"]),
  ]);
}

export function csv(rows: readonly (readonly string[])[]): Uint8Array {
  return Buffer.from(rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n").concat("\n"));
}

/** A valid unified code of a region that is not allocated, so no organisation has it. */
export async function inventedCode(subject: string): Promise<string> {
  const scheme = (await projectLaw()).all("identifier").find((each) => each.id === "cn:unified-code");
  const code = scheme === undefined ? undefined : makeCode(scheme, { authority: "9", category: "1", region: "990100", subject });
  if (code?.ok !== true) throw new Error(`no code can be made of ${subject}`);
  return code.value;
}

export const WORLD_BANK = "mdb:world-bank-listing";
export const EBRD = "mdb:ebrd-listing";

/** Hands a file in through the command line and gives its report. */
export async function handIn(house: House, bytes: Uint8Array, template: string, ...more: readonly string[]): Promise<Json> {
  const name = `${template.slice(template.indexOf(":") + 1)}.csv`;
  house.files.set(name, bytes);
  return house.json("import", name, "--template", template, ...more);
}

/**
 * What a register says, without what only tells when and under which number it was written: positions, and ids, which are numbered in
 * the order in which they come.
 */
export function plain(said: unknown): string {
  const numbers = new Map<string, string>();
  const ids = /\b(P\d{8}|[lb][0-9a-f]{18})\b/g;
  return JSON.stringify(said, (key, value: unknown) => (key === "position" || key === "known" ? undefined : value))
    .replaceAll(ids, (id) => {
      const known = numbers.get(id) ?? `${id.slice(0, 1)}#${numbers.size + 1}`;
      numbers.set(id, known);
      return known;
    });
}

/** Everything the register answers about each of these names on each of these days, by question. */
export async function everything(house: House, names: readonly string[], days: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  for (const name of names) {
    for (const day of days) said.set(`${name} on ${day}`, plain(await house.json("standing", name, "--on", day)));
    said.set(`find ${name}`, plain((await house.json("find", name))["found"]));
  }
  said.set("held", plain(await house.json("held")));
  return said;
}

const SHOWN = 90;

/** The questions that two registers answer differently, each with where the answers part. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((question) => {
    const [one, other] = [a.get(question) ?? "", b.get(question) ?? ""];
    if (one === other) return [];
    const at = Math.max(0, [...one].findIndex((sign, index) => sign !== other[index]) - SHOWN / 3);
    return [`${question}: …${one.slice(at, at + SHOWN)}… and …${other.slice(at, at + SHOWN)}…`];
  });
}
