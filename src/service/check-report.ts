// Check a report: what is proven of a paper or a signed file by public keys alone, and whether the paper is the one that is drawn of what was signed.
// Where the register is at hand, each report is made again there.
import { err, ok, type Language, type Result } from "../domain/terms/index.ts";
import { receiptFinding, REPORT, REPORT_BYTES_MAX, verifyReports, type ProvenReports, type PublicKey, type ReceiptFinding, type ReceiptHead, type ReportErrorLine, type ReportLine } from "../domain/proof/index.ts";
import { isPdf, pdfAttachments } from "../intake/index.ts";
import { savedKeys } from "./check-receipt.ts";
import type { Problem } from "./problem.ts";
import { printCertificate, printReport } from "./print-report.ts";
import { proofTools, receiptKeys } from "./receipt-keys.ts";
import type { Registry } from "./registry.ts";
import { remakeReport, type Remade } from "./remake-report.ts";

export interface ReportToCheck {
  readonly bytes: Uint8Array;
  /** A saved key set; without it, the keys of the register. */
  readonly keySet?: Uint8Array;
  /** The register, where it is at hand. */
  readonly registry?: Registry;
  readonly digest: Registry["digest"];
  readonly progress?: (done: number, total: number) => void;
}

/** How the paper around a signed file stands to it. */
export type PaperChecked =
  /** A signed file by itself. */
  | { readonly kind: "none" }
  /** Drawn again of what was signed it gives the same bytes. */
  | { readonly kind: "same"; readonly language: Language }
  /** It cannot be drawn on this machine: only the signed file is proven. */
  | { readonly kind: "notDrawn"; readonly why: string };

export interface CheckedReport {
  readonly number: number;
  readonly line: ReportLine | ReportErrorLine;
  /** Absent where the register that made it is not at hand, or the line is an error. */
  readonly again?: Remade;
}

export interface ReportsChecked {
  readonly head: ReceiptHead;
  readonly key: PublicKey;
  readonly paper: PaperChecked;
  readonly lines: readonly CheckedReport[];
}

/** What is proven, or everything that is wrong. A problem: the keys cannot be read. */
export async function checkReport(request: ReportToCheck): Promise<Result<Result<ReportsChecked, readonly ReceiptFinding[]>, Problem>> {
  const { registry } = request;
  const own = registry === undefined ? [] : await receiptKeys(registry);
  const keys = request.keySet === undefined ? ok(own) : savedKeys(request.keySet, own, request.digest);
  if (!keys.ok) return keys;
  const file = signedFileIn(request.bytes);
  const proven = file.ok ? verifyReports(file.value, keys.value, proofTools(request)) : err([file.error]);
  if (!proven.ok || !file.ok) return ok(proven.ok ? err([]) : proven);
  const paper = paperAround(request.bytes, file.value, proven.value);
  if (!paper.ok) return ok(err([paper.error]));
  // Only the register that signed it is asked: another one would speak of other organisations.
  const asked = own.some(({ kid }) => kid === proven.value.key.kid) ? registry : undefined;
  return ok(ok({ head: proven.value.head, key: proven.value.key, paper: paper.value, lines: await linesOf(proven.value, asked, request.progress) }));
}

/** The signed file: the bytes themselves, or what is attached to a paper. Two in one paper could say two things. */
function signedFileIn(bytes: Uint8Array): Result<Uint8Array, ReceiptFinding> {
  if (bytes.length > REPORT_BYTES_MAX) return err(receiptFinding("report-too-large", "file", `the file is larger than ${REPORT_BYTES_MAX} bytes, which no paper and no file for verification is`, "Check that it is the file you were given; hand in a large lot report by report."));
  if (!isPdf(bytes)) return ok(bytes);
  const signed = pdfAttachments(bytes, REPORT_BYTES_MAX).filter((attachment) => Buffer.from(attachment.subarray(0, 7)).toString("latin1") === '{"jws":');
  const [only] = signed;
  if (only !== undefined && signed.length === 1) return ok(only);
  if (signed.length > 1) return err(receiptFinding("not-a-report", "file", `the PDF has ${signed.length} signed files in it, and a paper of a register has one`, REPORT.give));
  return err(receiptFinding("not-a-report", "file", "the PDF has no signed file in it: it was printed or saved anew, or never was a report", "Ask for the PDF as the register made it, or type its verification code on the register's own page."));
}

function paperAround(bytes: Uint8Array, file: Uint8Array, { lines }: ProvenReports): Result<PaperChecked, ReceiptFinding> {
  if (!isPdf(bytes)) return ok({ kind: "none" });
  const text = Buffer.from(file).toString("utf8");
  const [only] = lines;
  const draws = [...(only?.line.kind === "report" && lines.length === 1 ? [printReport] : []), printCertificate];
  for (const draw of draws) {
    for (const language of ["zh", "en"] as const) {
      const drawn = draw(text, language);
      if (!drawn.ok) return ok({ kind: "notDrawn", why: drawn.error.message });
      if (Buffer.compare(drawn.value, bytes) === 0) return ok({ kind: "same", language });
    }
  }
  return err(receiptFinding("paper-changed", "file", "the signed file in the PDF is proven, and the paper around it is not the one that is drawn of it: it was changed, saved anew by another program, or drawn by another version of this one", "Do not rely on what the paper shows. What was signed can be read without it: take the attached `report.json` out of the PDF and verify that."));
}

async function linesOf({ lines }: ProvenReports, registry: Registry | undefined, progress: ReportToCheck["progress"]): Promise<readonly CheckedReport[]> {
  const checked: CheckedReport[] = [];
  for (const { number, line } of lines) {
    const again = registry === undefined || line.kind === "error" ? undefined : await remakeReport(registry, line.code);
    checked.push({ number, line, ...(again === undefined ? {} : { again }) });
    if (registry !== undefined) progress?.(checked.length, lines.length);
  }
  return checked;
}
