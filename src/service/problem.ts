// Problem: why a verb could not do what was asked, in a form every surface can show: a code, a sentence, what to do, candidates.
import type { FileNumber, Finding, PlainDate, Refusal } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { citedArticles, type CitedArticle } from "./cited-articles.ts";

export interface Problem {
  readonly code:
    | "organisation-not-found" | "organisation-ambiguous" | "not-an-organisation" | "act-unknown" | "where-unknown" | "day-invalid" | "known-invalid"
    | "template-unknown" | "file-unreadable" | "file-refused" | "batch-unknown" | "batch-withdrawn" | "law-entry-unknown" | "office-unknown" | "input-invalid"
    | "held-row-unknown" | "refused" | "case-unknown" | "thing-unknown" | "officer-unknown" | "release-unknown" | "law-unreadable" | "rulebook-unknown" | "attachment-refused" | "cursor-invalid"
    | "write-foreign" | "key-reused" | "not-allowed"
    | "letter-unknown" | "letters-not-printable" | "message-unknown" | "message-settled" | "backup-damaged" | "backup-newer" | "place-not-empty"
    | "key-unknown" | "key-revoked" | "keys-unreadable" | "receipt-too-large";
  readonly message: string;
  readonly remedy: string;
  readonly candidates?: readonly { readonly file: FileNumber; readonly name: string }[];
  readonly findings?: readonly Finding[];
  /** Of a refusal: the step, entry or rule of the law it rests on. */
  readonly citation?: string;
  /** Of a refusal: the articles of the law behind that; absent where it is a rule of the register's own. */
  readonly articles?: readonly CitedArticle[];
  /** Of a refusal: its code, as errors.md lists it. */
  readonly refusal?: string;
}

/** What the law does not allow now, as every surface shows it. */
export function refused({ code, message, citation }: Refusal, law: Pick<Rulebook, "find" | "get">, on: PlainDate): Problem {
  const articles = citedArticles(law, citation, on);
  return { ...problem("refused", `${message} (${citation})`, "The law does not allow this step now; the rule in brackets says why."), citation, refusal: code, ...(articles.length === 0 ? {} : { articles }) };
}

export function problem(code: Problem["code"], message: string, remedy: string, more: Pick<Problem, "candidates" | "findings"> = {}): Problem {
  return { code, message, remedy, ...more };
}
