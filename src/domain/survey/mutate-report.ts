// The sums of a mutation: how many of the figures moved were noticed, by kind of entry, kind of figure, list and entry. Shown by cli/.
import { BY_LOADER, type Mutant } from "./mutate.ts";

export interface Tally {
  readonly figures: number;
  readonly noticed: number;
  /** Of those noticed: by the loader, which would not load such a file. */
  readonly byLoader: number;
  /** Whole hundredths, rounded down; 100 where there is nothing to notice. */
  readonly percent: number;
}

export interface MutationReport {
  readonly total: Tally;
  readonly byKind: Readonly<Record<string, Tally>>;
  readonly byFigure: Readonly<Record<string, Tally>>;
  readonly byList: Readonly<Record<string, Tally>>;
  readonly byEntry: Readonly<Record<string, Tally>>;
  readonly survivors: readonly Mutant[];
}

export function mutationReport(mutants: readonly Mutant[]): MutationReport {
  return {
    total: tallyOf(mutants),
    byKind: tallied(mutants, (mutant) => [mutant.kind]),
    byFigure: tallied(mutants, (mutant) => [mutant.what]),
    byList: tallied(mutants, (mutant) => mutant.lists),
    byEntry: tallied(mutants, (mutant) => [mutant.entry]),
    survivors: mutants.filter((mutant) => mutant.killedBy === undefined),
  };
}

function tallied(mutants: readonly Mutant[], keysOf: (mutant: Mutant) => readonly string[]): Readonly<Record<string, Tally>> {
  const groups = Map.groupBy(mutants.flatMap((mutant) => keysOf(mutant).map((key) => ({ key, mutant }))), ({ key }) => key);
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, tallyOf(group.map(({ mutant }) => mutant))]));
}

function tallyOf(mutants: readonly Mutant[]): Tally {
  const noticed = mutants.filter((mutant) => mutant.killedBy !== undefined);
  const byLoader = noticed.filter((mutant) => mutant.killedBy === BY_LOADER).length;
  return { figures: mutants.length, noticed: noticed.length, byLoader, percent: mutants.length === 0 ? 100 : Math.floor((noticed.length * 10_000) / mutants.length) / 100 };
}
