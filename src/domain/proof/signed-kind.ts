// Signed kind: what can stand in a signed file, receipts of answers and credit reports. The file is laid out alike, is signed under a type of its
// own, so that one never passes for the other, and what is wrong with it is said in its own word.
import type { ReceiptFinding } from "./read-receipt.ts";
import { RECEIPT_TYPE, RECEIPT_VERSION } from "./receipt.ts";

export interface SignedKind {
  /** `typ` of the signature's header. */
  readonly type: string;
  /** The newest layout this program reads. */
  readonly version: typeof RECEIPT_VERSION;
  readonly noun: "receipt" | "report";
  readonly codes: Readonly<Record<"tooLarge" | "cutOff" | "notOne" | "newer", ReceiptFinding["code"]>>;
  /** What to give instead of a file that is none. */
  readonly give: string;
}

export const RECEIPT: SignedKind = {
  type: RECEIPT_TYPE, version: RECEIPT_VERSION, noun: "receipt", codes: { tooLarge: "receipt-too-large", cutOff: "receipt-cut-off", notOne: "not-a-receipt", newer: "receipt-newer" },
  give: "Give the file that `check --receipt` wrote, or the text in `context.receipt`, as it is.",
};

/** A signed credit report, or a lot of them. */
export const REPORT: SignedKind = {
  type: "probity-report+jws", version: RECEIPT_VERSION, noun: "report", codes: { tooLarge: "report-too-large", cutOff: "report-cut-off", notOne: "not-a-report", newer: "report-newer" },
  give: "Give the PDF or the file that `report` wrote, or what the register sent, as it is.",
};
