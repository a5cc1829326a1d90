// A list of suppliers to page: what the form offers, and each row as the page shows it, or as a line of a sheet.
import type { Suppliers, SupplierCandidate, SupplierRow, SupplierStanding } from "../../service/index.ts";
import { carriedSuppliers, plainText } from "../../service/index.ts";
import { messagesIn, type ActChoice, type CandidateInRow, type Language, type OrganisationInRow, type SupplierHow, type SupplierRowView, type SupplierShown, type SuppliersResult } from "../portal/index.ts";
import { namesFor } from "./answer-model.ts";

export interface ResultAsked {
  readonly language: Language;
  readonly rows: readonly SupplierRow[];
  readonly chosen: ReadonlyMap<number, string>;
  readonly shown: SupplierShown;
  readonly act?: ActChoice;
}

export function suppliersResult(answer: Suppliers, { language, rows, chosen, shown, act }: ResultAsked): SuppliersResult {
  const { states, ...counts } = answer.counts;
  const views = answer.rows.filter((row) => isShown(row, shown)).map((row) => rowView(row, language, act === undefined));
  const seen = new Set(views.map(({ row }) => row));
  return {
    ...(act === undefined ? {} : { asked: act }), total: answer.rows.length, counts, states, shown, rows: views,
    carried: carriedSuppliers(rows), kept: [...chosen].filter(([row]) => !seen.has(row)).map(([row, file]) => ({ row, file })),
  };
}

function isShown(row: SupplierStanding, shown: SupplierShown): boolean {
  return shown === "all" || row.kind === shown || row.stands?.state === shown;
}

function rowView(row: SupplierStanding, language: Language, several: boolean): SupplierRowView {
  if (row.kind === "refused") return { kind: "refused", row: row.row, why: row.why };
  const { name, code } = row.asked;
  const base = { row: row.row, ...(name === undefined ? {} : { name: plainText(name) }), ...(code === undefined ? {} : { code }) };
  if (row.kind === "absent") return { ...base, kind: "absent" };
  if (row.kind === "held") return { ...base, kind: "held", why: row.why, candidates: row.candidates.map((each) => candidateView(each, language, undefined)) };
  const { stands } = row;
  return {
    ...base, kind: "matched", organisation: organisationView(row.organisation, language), how: howView(row), otherName: row.otherName,
    candidates: row.candidates.map((each) => candidateView(each, language, row.organisation.file)),
    ...(stands === undefined ? {} : { state: stands.state, ...(several && stands.acts[stands.state] !== undefined ? { acts: stands.acts[stands.state] ?? 0 } : {}), ...(stands.earliest === null ? {} : { earliest: stands.earliest }) }),
  };
}

function candidateView(candidate: SupplierCandidate, language: Language, chosen: string | undefined): CandidateInRow {
  return { organisation: organisationView(candidate.organisation, language), how: howView(candidate), chosen: candidate.organisation.file === chosen };
}

export function organisationView(organisation: SupplierCandidate["organisation"], language: Language): OrganisationInRow {
  const [name] = namesFor(language, organisation);
  const [code] = organisation.codes;
  return { file: organisation.file, name, ...(code === undefined ? {} : { code: { scheme: code.scheme, value: code.value } }) };
}

function howView({ by, score, reasons }: Pick<SupplierCandidate, "score" | "reasons"> & { readonly by: SupplierHow["by"] }): SupplierHow {
  return { by, ...(score === undefined ? {} : { score }), ...(reasons === undefined ? {} : { parts: reasons.map((reason) => ({ part: reason.part, score: reason.score })) }) };
}

/** Headings and a line a row, all of them, in the order handed in. */
export function suppliersTable(answer: Suppliers, language: Language): readonly (readonly string[])[] {
  const all = messagesIn(language);
  const t = all.suppliers;
  const headings = [t.columns.row, t.columns.asked, t.sheetCode, t.columns.organisation, t.sheetFile, t.sheetCode, t.sheetHow, t.columns.state, t.columns.earliest];
  return [headings, ...answer.rows.map((row): readonly string[] => {
    if (row.kind === "refused") return [String(row.row), "", "", "", "", "", t.refusedMark, t.refused[row.why], ""];
    const asked = [String(row.row), plainText(row.asked.name ?? ""), row.asked.code ?? ""];
    if (row.kind === "absent") return [...asked, "", "", "", "", t.absent, ""];
    if (row.kind === "held") return [...asked, row.candidates.map(({ organisation }) => `${organisation.name} (${organisation.file})`).join("; "), "", "", t.heldWhy[row.why], t.held, ""];
    const { file, name, code } = organisationView(row.organisation, language);
    return [...asked, name, file, code?.value ?? "", t.how[row.by], row.stands === undefined ? t.notThen : all.states[row.stands.state], row.stands?.earliest?.day ?? ""];
  })];
}
