// Finding and Refusal: what can be wrong with a document handed in, and what the law does not allow now.

/** A place in a document: `lists/food.yaml:12:3`, `Sheet1!D17`, `row 17, column Name`. */
export type Place = string;

/** One thing wrong in a document handed in. Many are reported at once. */
export interface Finding {
  readonly code: string;
  readonly at: Place;
  readonly message: string;
  readonly remedy: string;
}

/** The law (or the line of design) does not allow this act now. */
export interface Refusal {
  readonly code: string;
  /** Id of the rule in `law/`, or of the rule of a SPEC.md, that refuses. */
  readonly citation: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}
