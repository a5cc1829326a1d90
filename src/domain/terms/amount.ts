// Amounts without floating point: money in minor units, rates as two integers.
import type { Names } from "./names.ts";

export interface Money {
  /** Whole minor units (fen, cent); always a safe integer. */
  readonly minor: number;
  readonly currency: string;
}

/** numerator / denominator, e.g. 5 of 100. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** The figure is a limit, not the value itself: an inspection rate of more than 80 percent. Absent: exactly. */
export type Bound = "atLeast" | "moreThan" | "atMost" | "lessThan";

/** What an effect carries besides its kind. `notStated`: the law gives no figure. */
export type Amount =
  | { readonly kind: "money"; readonly money: Money; readonly bound?: Bound }
  | { readonly kind: "moneyPerUnit"; readonly money: Money; readonly unit: string; readonly bound?: Bound }
  | { readonly kind: "rate"; readonly rate: Rate; readonly of: string; /** The same in both languages, where the law file says it in both. */ readonly ofNames?: Names; readonly bound?: Bound }
  | { readonly kind: "quantity"; readonly count: number; readonly unit: string; readonly bound?: Bound }
  | { readonly kind: "notStated" };
