// Pile: how much one listing on each list releases, and how that is spread over all lists of a body of law. Red lists stand apart: what
// they release is a favour.
import { bodyOf } from "../terms/index.ts";
import type { List } from "../rules/index.ts";
import { cascadeOf } from "./cascade/cascade.ts";
import type { CascadeCounts } from "./cascade/cascade-counts.ts";
import type { LawBook } from "./law-book.ts";
import { workedOut } from "./worked-out.ts";

export interface ListPile {
  readonly list: List;
  readonly counts: CascadeCounts;
}

export interface Distribution {
  readonly lists: number;
  readonly min: number;
  readonly median: number;
  /** The least figure that nine lists of ten do not exceed. */
  readonly p90: number;
  readonly max: number;
  readonly histogram: readonly Bin[];
}

/** Lists that release from `from` to `to` measures; the last bin has no upper end. */
export interface Bin {
  readonly from: number;
  readonly to?: number;
  readonly lists: number;
}

export interface PileOn {
  readonly body: string;
  readonly piles: readonly ListPile[];
  readonly distribution: Distribution;
}

const BIN_STARTS = [0, 1, 3, 6, 11, 21, 41];

/** For each body of law whose lists are in force that day. */
export const pileOnOf = workedOut((book: LawBook): readonly PileOn[] => {
  const piles = book.all("list").filter((list) => list.colour !== "red").flatMap((list): readonly ListPile[] => {
    const cascade = cascadeOf(book, list.id);
    return cascade === undefined ? [] : [{ list, counts: cascade.counts }];
  });
  return [...Map.groupBy(piles, ({ list }) => bodyOf(list.id))].map(([body, ofBody]) => ({ body, piles: ofBody, distribution: distributionOf(ofBody.map(({ counts }) => counts.measures)) }));
});

export function distributionOf(figures: readonly number[]): Distribution {
  const sorted = figures.toSorted((a, b) => a - b);
  return {
    lists: sorted.length, min: sorted[0] ?? 0, median: rank(sorted, 50), p90: rank(sorted, 90), max: sorted.at(-1) ?? 0,
    histogram: BIN_STARTS.map((from, index) => {
      const to = BIN_STARTS[index + 1];
      return { from, ...(to === undefined ? {} : { to: to - 1 }), lists: sorted.filter((figure) => figure >= from && (to === undefined || figure < to)).length };
    }),
  };
}

/** The figure that so many of a hundred do not exceed: the nearest rank, in whole numbers. */
function rank(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
