// Chance: the laboratory's only source of chance. Every draw comes from a seed and a label, so that the same seed gives the same
// jurisdiction, and a new step takes nothing from the draws of the others.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { assert, present } from "../domain/terms/index.ts";

export interface Chance {
  /** A whole number from first to last, both possible. */
  readonly between: (first: number, last: number) => number;
  /** True in so many of a thousand cases. */
  readonly happens: (perThousand: number) => boolean;
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** Values with their weights. */
  readonly weighted: <T>(values: readonly (readonly [T, number])[]) => T;
  /** So many different values, in the order they were drawn; all of them where there are fewer. */
  readonly some: <T>(values: readonly T[], count: number) => readonly T[];
}

export function chanceOf(seed: number, ...label: readonly (string | number)[]): Chance {
  const generator = xoroshiro128plusFromState(stateOf([seed, ...label].join("\u0000")));
  function between(first: number, last: number): number {
    assert(Number.isSafeInteger(first) && first <= last, `a draw between ${first} and ${last} has somewhere to fall`);
    return uniformInt(generator, first, last);
  }
  function oneOf<T>(values: readonly T[]): T {
    return present(values[between(0, values.length - 1)], "a value to draw");
  }
  function weighted<T>(values: readonly (readonly [T, number])[]): T {
    let left = between(1, values.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [value, weight] of values) {
      left -= weight;
      if (left <= 0) return value;
    }
    throw new Error("assertion failed: a draw falls on one of its weights");
  }
  function some<T>(values: readonly T[], count: number): readonly T[] {
    const left = [...values];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      const place = between(0, left.length - 1);
      drawn.push(present(left[place], "a value to draw"));
      const last = left.pop();
      if (place < left.length) left[place] = present(last, "the last value");
    }
    return drawn;
  }
  return { between, happens: (perThousand) => between(1, 1000) <= perThousand, oneOf, weighted, some };
}

/**
 * A text as the generator's state: four words of 32 bits, each the text hashed from another beginning (FNV-1a) and stirred until
 * texts that differ in one letter have nothing in common (the finaliser of MurmurHash3).
 */
function stateOf(text: string): readonly number[] {
  return [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map((beginning) => {
    let hash = beginning;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  });
}
