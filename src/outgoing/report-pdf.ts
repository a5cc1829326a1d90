// A report as PDF in one language: tagged and kept for good (PDF/A-3a), its text to be selected and copied, the signed file attached, the code as a
// QR code drawn in strokes. Everything is made of the signed file, so the same file gives the same bytes, and a paper can be held against it.
import { arch, platform } from "node:process";
import { encode } from "uqr";
import { ok, type Language, type Result } from "../domain/terms/index.ts";
import type { ReceiptHead, ReportErrorLine, ReportLine } from "../domain/proof/index.ts";
import { certificatePaper } from "./certificate-paper.ts";
import { reportPaper, type Paper } from "./report-paper.ts";
import { REPORT_WORDS } from "./report-words.ts";
import { drawnText } from "./shown-text.ts";
import { openTypst, type PrintingProblem, type TypstPress } from "./typst-press.ts";

/** A signed file of reports with what stands in it. */
export interface SignedReports {
  /** The text of the file, as it is attached. */
  readonly file: string;
  readonly head: ReceiptHead;
  readonly kid: string;
  readonly lines: readonly { readonly number: number; readonly line: ReportLine | ReportErrorLine }[];
}

let press: TypstPress | undefined;

/** The paper of the one report in a file. */
export function reportPdf({ report, number, ...signed }: Omit<SignedReports, "lines"> & { readonly report: ReportLine; readonly number: number }, language: Language): Result<Uint8Array, PrintingProblem> {
  return printed(reportPaper(report, { head: signed.head, kid: signed.kid, number }, language), signed.file);
}

/** The certificate for a lot: who is in it, with the code of each report. */
export function certificatePdf(signed: SignedReports, language: Language): Result<Uint8Array, PrintingProblem> {
  return printed(certificatePaper(signed, language), signed.file);
}

function printed(paper: Paper, file: string): Result<Uint8Array, PrintingProblem> {
  if (press === undefined) {
    const opened = openTypst(`${platform}-${arch}`);
    if (!opened.ok) return opened;
    press = opened.value;
  }
  return ok(press.draw({ template: press.template("report.typ"), inputs: { report: dataOf(paper, press), file, qr: paper.address === null ? "" : qrCode(paper.address) }, standard: "a-3a" }));
}

/** What report.typ reads, every text fit for the fonts, and a note where that took numbers. */
function dataOf(paper: Paper, { draws }: TypstPress): string {
  let numbered = false;
  const shown = (value: Paper): string => JSON.stringify(value, (_key, each: unknown) => (typeof each === "string" ? drawnText(each, draws, () => { numbered = true; }) : each));
  const json = shown(paper);
  return numbered ? shown({ ...paper, notes: [...paper.notes, REPORT_WORDS[paper.lang].says.numbered] }) : json;
}

/** The text as a QR code, an SVG of one path; the quiet zone is left white around it. */
export function qrCode(text: string): string {
  const { size, data } = encode(text, { ecc: "M", border: 2 });
  const strokes = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#000" d="${strokes.join("")}"/></svg>`;
}
