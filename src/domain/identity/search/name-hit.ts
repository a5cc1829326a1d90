// Name hit: what a search shows for one organisation, and the one order of hits.
import type { FileNumber } from "../../terms/index.ts";
import { matchOf, type NameMatch, type Rank } from "./name-rules.ts";
import { sequenceOf } from "./name-table.ts";

export interface NameHit {
  readonly file: FileNumber;
  /** The name that was found, levelled. */
  readonly name: string;
  readonly by: NameMatch;
}

/** A hit with what it is ordered by. */
export interface RankedHit {
  readonly file: FileNumber;
  readonly name: string;
  readonly rank: Rank;
  readonly main: boolean;
}

/** The better rank, main names first, the shorter, then by file number; names of one file in the order of their units. */
export function compareHits(a: RankedHit, b: RankedHit): number {
  return a.rank - b.rank || Number(b.main) - Number(a.main) || a.name.length - b.name.length || sequenceOf(a.file) - sequenceOf(b.file) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** The best hit of each organisation, as many as asked for. */
export function bestHits(hits: readonly RankedHit[], limit: number): readonly RankedHit[] {
  const files = new Set<FileNumber>();
  const best: RankedHit[] = [];
  for (const hit of hits.toSorted(compareHits)) {
    if (best.length >= limit) break;
    if (files.has(hit.file)) continue;
    files.add(hit.file);
    best.push(hit);
  }
  return best;
}

export function shownHit({ file, name, rank }: RankedHit): NameHit {
  return { file, name, by: matchOf(rank) };
}
