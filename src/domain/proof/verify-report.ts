// Verify a report: what is proven of a signed file of reports by public keys alone. The file, the tree and the keys are judged as a receipt's
// are; a report also carries a code, which must be that of what it says.
import { canonicalize } from "json-canonicalize";
import { err, ok, type Result } from "../terms/index.ts";
import type { PublicKey } from "./key-set.ts";
import { receiptFinding, type ReceiptFinding } from "./read-receipt.ts";
import type { ReceiptHead } from "./receipt.ts";
import { codePartsOf, writeReportCode } from "./report-code.ts";
import { coreOf } from "./report-core.ts";
import type { ReportContent, ReportErrorLine, ReportLine } from "./report.ts";
import { readReportLine } from "./read-report.ts";
import type { DigestOf } from "./merkle-tree.ts";
import { REPORT } from "./signed-kind.ts";
import { linesAs, verifySigned, type ProofTools } from "./verify-receipt.ts";

export interface ProvenReports {
  readonly head: ReceiptHead;
  readonly key: PublicKey;
  /** All reports of the lot, or those it was cut down to. */
  readonly lines: readonly { readonly number: number; readonly line: ReportLine | ReportErrorLine }[];
}

/** What is proven of the reports in these bytes, or everything that is wrong with them. */
export function verifyReports(bytes: Uint8Array, keys: readonly PublicKey[], tools: ProofTools): Result<ProvenReports, readonly ReceiptFinding[]> {
  const file = verifySigned(bytes, keys, tools, REPORT);
  const proven = file.ok ? linesAs(file.value, REPORT, readReportLine) : file;
  if (!proven.ok) return proven;
  const wrong = proven.value.lines.filter(({ line }) => line.kind === "report" && line.code !== reportCodeOf(line.content, tools.digest));
  return wrong.length === 0 ? ok(proven.value) : err(wrong.map(({ number }) => receiptFinding("content-changed", `line ${number}`, `the code of line ${number} is not that of what it says`, "Do not rely on it; ask the register again.")));
}

/** The verification code of what a report says. */
export function reportCodeOf(content: ReportContent, digest: DigestOf): string {
  return writeReportCode(codePartsOf(content), coreDigest(content, digest));
}

/** The digest of which a code carries a piece. */
export function coreDigest(content: ReportContent, digest: DigestOf): ReturnType<DigestOf> {
  return digest(new TextEncoder().encode(canonicalize(coreOf(content))));
}
