// What the annotated copy says about each row: its findings and how to mend them, and which cells to highlight.
import type { Finding, Language } from "../domain/terms/index.ts";

/** A finding and, where its place does not tell, the row it is about. */
export type RowFinding = Finding & { readonly row?: number };

export interface RowNotes {
  /** By sheet row; findings about the whole sheet stand in the header's row. */
  readonly byRow: ReadonlyMap<number, { readonly findings: string; readonly remedies: string }>;
  /** Cells to highlight, as `D17`. */
  readonly cells: ReadonlySet<string>;
  readonly headings: readonly [string, string];
}

const HEADINGS = { en: ["Probity: finding", "Probity: remedy"], zh: ["Probity：问题", "Probity：更正方法"] } as const;

export function notesOfRows(findings: readonly RowFinding[], headerRow: number, language: Language): RowNotes {
  const lines = new Map<number, { readonly findings: string[]; readonly remedies: string[] }>();
  const cells = new Set<string>();
  for (const finding of findings) {
    const cell = cellOf(finding.at);
    if (cell !== undefined) cells.add(cell);
    const row = finding.row ?? rowOf(finding.at) ?? headerRow;
    const line = lines.get(row) ?? { findings: [], remedies: [] };
    line.findings.push(cell === undefined ? finding.message : `${cell}: ${finding.message}`);
    if (!line.remedies.includes(finding.remedy)) line.remedies.push(finding.remedy);
    lines.set(row, line);
  }
  const [first, second] = HEADINGS[language];
  const header = lines.get(headerRow);
  const byRow = new Map([...lines].map(([row, line]) => [row, { findings: line.findings.join("\n"), remedies: line.remedies.join("\n") }] as const));
  byRow.set(headerRow, { findings: [first, ...(header?.findings ?? [])].join("\n"), remedies: [second, ...(header?.remedies ?? [])].join("\n") });
  return { byRow, cells, headings: [first, second] };
}

/** `D17` of `Sheet1!D17`. */
function cellOf(at: string): string | undefined {
  return /(?:^|!)([A-Z]{1,3}[1-9]\d*)$/.exec(at)?.[1];
}

/** 17 of `Sheet1!D17`, `Sheet1!17` and `row 17, column Name`. */
function rowOf(at: string): number | undefined {
  const text = /(?:^|!)[A-Z]{0,3}([1-9]\d*)$/.exec(at)?.[1] ?? /^row (\d+)/.exec(at)?.[1];
  return text === undefined ? undefined : Number(text);
}
