// Problem: why a verb could not do what was asked, in a form every surface can show: a code, a sentence, what to do, candidates.
import type { FileNumber, Finding, Names, PlainDate } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import type { Refusal } from "../domain/cases/index.ts";
import { citedArticles, type CitedArticle } from "./cited-articles.ts";

/** Facts of problems that pages of the desks show, told apart by `kind`. */
export type ProblemFacts =
  | { readonly kind: "day"; readonly text: string }
  | { readonly kind: "span"; readonly from: string; readonly until: string }
  | { readonly kind: "office"; readonly office: string }
  | { readonly kind: "officer"; readonly officer: string; readonly posts: readonly Names[] }
  | { readonly kind: "case"; readonly matter: string }
  | { readonly kind: "attachment"; readonly attachment: string }
  | { readonly kind: "letter"; readonly matter: string; readonly position: number }
  | { readonly kind: "letterAddress" }
  | { readonly kind: "toldLetter"; readonly sequence: number }
  | { readonly kind: "toldLetterAddress" }
  | { readonly kind: "notToGo" }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "name"; readonly name: string; readonly near: boolean }
  | { readonly kind: "names"; readonly name: string; readonly count: number }
  | { readonly kind: "list"; readonly list: string }
  | { readonly kind: "draft"; readonly file: string; readonly list: string }
  | { readonly kind: "notAsked" }
  | { readonly kind: "notMissing" }
  | { readonly kind: "release"; readonly release: string; readonly consumer: string }
  | { readonly kind: "consumer"; readonly authority: string; readonly consumer: string }
  | { readonly kind: "noFiles" }
  | { readonly kind: "noOutcome" }
  | { readonly kind: "contradicted" }
  | { readonly kind: "noRelease" }
  | { readonly kind: "noAddress" }
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "fileSize"; readonly name: string }
  | { readonly kind: "files" }
  | { readonly kind: "over"; readonly limits: readonly ("text" | "files" | "fileSize")[] }
  | { readonly kind: "text"; readonly field: string }
  | { readonly kind: "purpose" }
  | { readonly kind: "purposeWords"; readonly most: number }
  | { readonly kind: "period"; readonly from: string; readonly until: string }
  | { readonly kind: "periodToCome"; readonly until: string; readonly on: string }
  | { readonly kind: "misfit"; readonly name: string; readonly template: string }
  | { readonly kind: "strict"; readonly name: string; readonly findings: number }
  | { readonly kind: "measure"; readonly measure: string; readonly organisation: string; readonly on: string }
  | { readonly kind: "triggers"; readonly measure: string; readonly organisation: string }
  | { readonly kind: "alertForm" }
  | { readonly kind: "alertHttp" }
  | { readonly kind: "alertPrivate" }
  | { readonly kind: "alertThere" }
  | { readonly kind: "alertMany" }
  | { readonly kind: "alertNotOn" }
  | { readonly kind: "alertMail" }
  | { readonly kind: "alertNotStopped" }
  | { readonly kind: "notYours"; readonly template: string };

export interface Problem {
  readonly code:
    | "organisation-not-found" | "organisation-ambiguous" | "not-an-organisation" | "act-unknown" | "where-unknown" | "day-invalid" | "known-invalid"
    | "template-unknown" | "file-unreadable" | "file-refused" | "batch-unknown" | "batch-withdrawn" | "law-entry-unknown" | "office-unknown" | "input-invalid"
    | "held-row-unknown" | "submission-unknown" | "submission-busy" | "submission-over" | "refused" | "case-unknown" | "thing-unknown" | "officer-unknown" | "release-unknown" | "law-unreadable" | "rulebook-unknown" | "attachment-refused" | "cursor-invalid"
    | "write-foreign" | "key-reused" | "not-allowed"
    | "letter-unknown" | "letters-not-printable" | "message-unknown" | "message-settled" | "backup-damaged" | "backup-newer" | "place-not-empty"
    | "measure-not-open" | "watch-unknown" | "alert-refused" | "key-unknown" | "key-revoked" | "keys-unreadable" | "receipt-too-large";
  readonly message: string;
  readonly remedy: string;
  readonly candidates?: readonly { readonly file: FileNumber; readonly name: string }[];
  readonly findings?: readonly Finding[];
  /** Of a refusal: the step, entry or rule of the law it rests on. */
  readonly citation?: string;
  /** Of a refusal: the articles of the law behind that; absent where it is a rule of the register's own. */
  readonly articles?: readonly CitedArticle[];
  /** Of a refusal: its code, as errors.md lists it, and what its message is made of. */
  readonly refusal?: Refusal;
  /** What the message is made of where it has figures, names or several meanings, so that a page can say it in another language. */
  readonly facts?: ProblemFacts;
}

/** What the law does not allow now, as every surface shows it. */
export function refused(refusal: Refusal, law: Pick<Rulebook, "find" | "get">, on: PlainDate): Problem {
  const { message, citation } = refusal;
  const articles = citedArticles(law, citation, on);
  return { ...problem("refused", `${message} (${citation})`, "The law does not allow this step now; the rule in brackets says why."), citation, refusal, ...(articles.length === 0 ? {} : { articles }) };
}

export function problem(code: Problem["code"], message: string, remedy: string, more: Pick<Problem, "candidates" | "findings" | "facts"> = {}): Problem {
  return { code, message, remedy, ...more };
}
