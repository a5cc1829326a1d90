// Print a report: the paper of a signed file, of one report or of a whole lot. The paper is made of the file alone, so that whoever has the file can
// draw it again and hold a paper against it.
import { err, ok, present, type Language, type Result } from "../domain/terms/index.ts";
import { readReceipt, readReportLine, REPORT, type ReportErrorLine, type ReportLine } from "../domain/proof/index.ts";
import { certificatePdf, reportPdf, type SignedReports } from "../outgoing/index.ts";
import { problem, type Problem } from "./problem.ts";

/** What a signed file of reports holds, proven or not: nothing here says that it is to be believed. */
export function reportsInFile(file: string): SignedReports | undefined {
  const read = readReceipt(new TextEncoder().encode(file), REPORT);
  if (!read.ok) return undefined;
  const lines = read.value.file.lines.map(({ number, line }) => ({ number, line: readReportLine(line) }));
  const known = lines.flatMap(({ number, line }): readonly { readonly number: number; readonly line: ReportLine | ReportErrorLine }[] => (line === undefined ? [] : [{ number, line }]));
  return known.length === lines.length ? { file, head: read.value.head, kid: read.value.kid, lines: known } : undefined;
}

/** The paper of the one report in a signed file that this program made or has proven. */
export function printReport(file: string, language: Language): Result<Uint8Array, Problem> {
  const signed = present(reportsInFile(file), "a signed file of reports");
  const [only] = signed.lines;
  if (only?.line.kind !== "report" || signed.lines.length > 1) throw new Error("assertion failed: the file holds one report");
  return printable(reportPdf({ ...signed, report: only.line, number: only.number }, language));
}

/** The certificate for the lot in a signed file that this program made or has proven. */
export function printCertificate(file: string, language: Language): Result<Uint8Array, Problem> {
  return printable(certificatePdf(present(reportsInFile(file), "a signed file of reports"), language));
}

function printable(printed: ReturnType<typeof certificatePdf>): Result<Uint8Array, Problem> {
  return printed.ok ? ok(printed.value) : err(problem(printed.error.code, printed.error.message, printed.error.remedy));
}
