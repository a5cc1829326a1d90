// Print suppliers: a line a row, with what it was matched with or why not, in plain words for a terminal or a sheet.
import { plainText, type WhyNotRead, type Suppliers } from "../service/index.ts";

const REFUSED: Readonly<Record<WhyNotRead, string>> = {
  person: "refused: it looks like a natural person's number; only organisations are registered", formula: "refused: a cell holds a formula", broken: "refused: the row cannot be read", long: "refused: a text is too long", code: "refused: no name, and the code is not a valid one",
};
const HELD = { several: "held: it could be any of these", contradicts: "held: it contradicts what is on file", uncertain: "held: not certain enough" } as const;

/** Headings and a line a row, in the order handed in. */
export function supplierLines({ rows }: Suppliers): readonly (readonly string[])[] {
  return [["Row", "Name", "Code", "File", "Organisation", "Matched", "State", "Earliest way out"], ...rows.map((row): readonly string[] => {
    if (row.kind === "refused") return [String(row.row), "", "", "", "", REFUSED[row.why], "", ""];
    const asked = [String(row.row), plainText(row.asked.name ?? ""), row.asked.code ?? ""];
    if (row.kind === "absent") return [...asked, "", "", "nothing on file here, which is not clear", "", ""];
    if (row.kind === "held") return [...asked, "", row.candidates.map(({ organisation, score }) => `${organisation.name} (${organisation.file}${score === undefined ? "" : `, score ${score}`})`).join("; "), HELD[row.why], "", ""];
    const parts = row.score === undefined ? "" : ` ${row.score}: ${(row.reasons ?? []).map(({ part, score }) => `${part} ${score}`).join(", ")}`;
    return [...asked, row.organisation.file, row.organisation.name, `by ${row.by}${parts}${row.otherName && row.by !== "score" ? ", under another name" : ""}`, row.stands?.state ?? "not on file then", row.stands?.earliest?.day ?? ""];
  })];
}
