// What the page that asks for a report shows, and the page that verifies one, as plain data. The content of a report carries both languages and
// is shown as it is signed. Filled by routes/report.ts and routes/verify-report.ts.
import type { Purpose, Remade, ReportContent, ReportsChecked } from "../../service/index.ts";
import type { DeskWrong } from "./view-models-desk.ts";
import type { FindingView } from "./view-models-problem.ts";

/** What was chosen in the form, as it was typed. */
export interface ReportTyped {
  readonly purpose: string;
  readonly stated: string;
  readonly from: string;
  readonly until: string;
}

export interface ReportModel {
  readonly file: string;
  readonly name: string;
  readonly purposes: readonly Purpose[];
  readonly typed: ReportTyped;
  readonly wrong?: DeskWrong;
  /** What the report would say. */
  readonly preview?: ReportContent;
}

export interface VerifyReportModel {
  /** As it was typed. */
  readonly code: string;
  readonly remade?: Remade;
  readonly upload?: UploadedReport;
}

/** What came of a file handed in. */
export type UploadedReport =
  | { readonly kind: "none" }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "notValid"; readonly findings: readonly FindingView[] }
  | { readonly kind: "valid"; readonly reports: ReportsChecked };
