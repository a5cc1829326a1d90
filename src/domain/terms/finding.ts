// Finding: what can be wrong with a document handed in.

/** A place in a document: `lists/food.yaml:12:3`, `Sheet1!D17`, `row 17, column Name`. */
export type Place = string;

/** One thing wrong in a document handed in. Many are reported at once. */
export interface Finding {
  readonly code: string;
  readonly at: Place;
  readonly message: string;
  readonly remedy: string;
  /** What the message is made of, where a page says it in another language. */
  readonly facts?: Readonly<Record<string, string | number>>;
}
