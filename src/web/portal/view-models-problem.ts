// What went wrong, as plain data: a question that cannot be answered, and what is wrong in something handed in.
import type { Finding } from "../../domain/terms/index.ts";
import type { ProblemFacts } from "../../service/index.ts";

/** A question that cannot be answered: what kind of problem, and what was asked. */
export interface ProblemView {
  readonly code: string;
  readonly asked: string;
  /** As the verb said it, for problems the pages have no words for. */
  readonly message: string;
  readonly remedy: string;
  readonly facts?: ProblemFacts;
}

export interface FindingView {
  readonly code: string;
  readonly at: string;
  readonly message: string;
  readonly remedy: string;
  readonly facts?: NonNullable<Finding["facts"]>;
}
