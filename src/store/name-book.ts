// NameBook: the names a memory ledger can be searched by. Exact questions, which matching asks for every row, go through maps.
import type { NameQuery } from "./ledger.ts";
import type { NameRow } from "./ledger-types.ts";
import { byCodePoint } from "./order.ts";

type Column = NameQuery["in"][number];
type Rank = NameQuery["how"];

/** What each way of asking finds, best first. */
export const RANKS = { exact: ["exact"], prefix: ["exact", "prefix"], inside: ["exact", "prefix", "inside"] } as const satisfies Record<Rank, readonly Rank[]>;

export class NameBook {
  readonly #rows = new Map<number, readonly NameRow[]>();
  readonly #exact: Record<Column, Map<string, Set<NameRow>>> = { levelled: new Map(), pinyin: new Map(), initials: new Map(), blocks: new Map() };

  add(position: number, names: readonly NameRow[]): void {
    if (names.length === 0) return;
    const rows = names.map((name) => ({ ...name, blocks: [...name.blocks] }));
    this.#rows.set(position, rows);
    for (const row of rows) {
      for (const [map, value] of this.#places(row)) {
        const found = map.get(value);
        if (found === undefined) map.set(value, new Set([row]));
        else found.add(row);
      }
    }
  }

  remove(position: number): void {
    for (const row of this.#rows.get(position) ?? []) {
      for (const [map, value] of this.#places(row)) {
        const found = map.get(value);
        found?.delete(row);
        if (found?.size === 0) map.delete(value);
      }
    }
    this.#rows.delete(position);
  }

  #places(row: NameRow): readonly (readonly [Map<string, Set<NameRow>>, string])[] {
    const exact = this.#exact;
    return [[exact.levelled, row.levelled], [exact.pinyin, row.pinyin], [exact.initials, row.initials], ...row.blocks.map((block) => [exact.blocks, block] as const)];
  }

  hasBlock(block: string): boolean {
    return this.#exact.blocks.has(block);
  }

  /** Every name with the position of the event that gave it and its place there, in order of position. */
  *given(): Generator<readonly [number, number, NameRow]> {
    for (const [position, rows] of this.#rows) for (const [ordinal, row] of rows.entries()) yield [position, ordinal, row];
  }

  find(query: NameQuery): readonly NameRow[] {
    const found = new Map<string, NameRow>();
    for (const rank of RANKS[query.how]) {
      for (const column of query.in) {
        for (const row of this.#ranked(query.text, rank, column)) {
          if (found.size >= query.limit) return [...found.values()];
          const identity = sameName(row);
          if (!found.has(identity)) found.set(identity, row);
        }
      }
    }
    return [...found.values()];
  }

  #ranked(text: string, rank: Rank, column: Column): readonly NameRow[] {
    if (rank === "exact") return [...(this.#exact[column].get(text) ?? [])].toSorted((a, b) => byCodePoint(a.file, b.file) || byCodePoint(a.text, b.text));
    if (column === "blocks") return [];
    const matches = [...this.#rows.values()].flat().filter((row) => rankOf(row[column], text) === rank);
    return matches.toSorted((a, b) => byCodePoint(a[column], b[column]) || byCodePoint(a.file, b.file) || byCodePoint(a.text, b.text));
  }
}

/** A name that several events gave is one name. */
export function sameName(row: NameRow): string {
  return JSON.stringify([row.file, row.text, row.levelled, row.pinyin, row.initials, row.blocks]);
}

function rankOf(value: string, text: string): Rank | undefined {
  if (value === text) return "exact";
  if (value.startsWith(text)) return "prefix";
  return value.includes(text) ? "inside" : undefined;
}
