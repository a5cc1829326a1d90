// Problem: why a verb could not do what was asked, in a form every surface can show: a code, a sentence, what to do, candidates.
import type { FileNumber, Finding } from "../domain/terms/index.ts";

export interface Problem {
  readonly code:
    | "organisation-not-found" | "organisation-ambiguous" | "not-an-organisation" | "act-unknown" | "where-unknown" | "day-invalid" | "known-invalid"
    | "template-unknown" | "file-unreadable" | "file-refused" | "batch-unknown" | "batch-withdrawn" | "law-entry-unknown" | "office-unknown" | "input-invalid"
    | "held-row-unknown" | "refused" | "law-unreadable" | "rulebook-unknown";
  readonly message: string;
  readonly remedy: string;
  readonly candidates?: readonly { readonly file: FileNumber; readonly name: string }[];
  readonly findings?: readonly Finding[];
}

export function problem(code: Problem["code"], message: string, remedy: string, more: Pick<Problem, "candidates" | "findings"> = {}): Problem {
  return { code, message, remedy, ...more };
}
