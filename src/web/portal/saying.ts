// Saying: the names and words a sentence about a refusal or problem is put together from, in the language of the page. Made from a view
// (parts/wrong.ts), handed to the tables of sentences (refusals-zh.ts, problems-zh.ts).
import type { Names } from "./view-models.ts";

export interface Saying {
  /** The name of an entry of the law; without one its id, marked as such. */
  readonly law: (id: string) => string;
  /** A name the law gives to a step, a field, a way out, between quotation marks. */
  readonly names: (names: Names) => string;
  readonly post: (id: string) => string;
  /** What the button of a command says. */
  readonly action: (command: string) => string;
  readonly outcome: (outcome: string) => string;
  readonly act: (act: string) => string;
  readonly effect: (effect: string) => string;
  readonly purpose: (purpose: string) => string;
  /** What a step must state, in the law's own word for it. */
  readonly stated: (word: string) => string;
  readonly time: (count: number, unit: string) => string;
}

/** A whole message: what is wrong and why, and what to do instead. */
export interface SaidProblem {
  readonly message: string;
  readonly remedy: string;
}
