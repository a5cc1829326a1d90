// The laboratory's chance: the same label gives the same draws, draws spread, weights hold.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf } from "./chance.ts";

function draws(seed: number, label: string): readonly number[] {
  const chance = chanceOf(seed, label);
  return Array.from({ length: 20 }, () => chance.between(0, 1_000_000));
}

describe("chance", () => {
  it("R1 the same seed and label give the same draws, another seed or label others", () => {
    fc.assert(fc.property(fc.integer({ min: 0 }), fc.string(), (seed, label) => {
      expect(draws(seed, label)).toEqual(draws(seed, label));
      expect(draws(seed, label)).not.toEqual(draws(seed + 1, label));
      expect(draws(seed, label)).not.toEqual(draws(seed, `${label}.`));
    }));
  });

  it("R1 first draws of neighbouring labels have nothing in common", () => {
    const first = Array.from({ length: 2000 }, (_each, index) => {
      const chance = chanceOf(1, "organisation", index);
      return [chance.between(0, 9), chance.between(0, 9)] as const;
    });
    const pairs = new Map<string, number>();
    for (const [a, b] of first) pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
    // A hundred pairs, twenty expected of each: none is missing and none is three times as frequent.
    expect(pairs.size).toBe(100);
    expect(Math.max(...pairs.values())).toBeLessThan(60);
  });

  it("R1 a draw falls between its limits, on one of its values, by its weights", () => {
    const chance = chanceOf(7, "weights");
    const counts = { often: 0, seldom: 0 };
    for (let count = 0; count < 3000; count += 1) counts[chance.weighted([["often", 9], ["seldom", 1]] as const)] += 1;
    expect(counts.seldom).toBeGreaterThan(200);
    expect(counts.seldom).toBeLessThan(400);
    expect(Array.from({ length: 50 }, () => chance.between(3, 4)).every((value) => value === 3 || value === 4)).toBe(true);
    expect(chance.happens(1000)).toBe(true);
    expect(chance.happens(0)).toBe(false);
  });

  it("R1 some are different values, and all of them where more are asked for", () => {
    fc.assert(fc.property(fc.integer(), fc.uniqueArray(fc.integer()), fc.nat(30), (seed, values, count) => {
      const drawn = chanceOf(seed, "some").some(values, count);
      expect(drawn).toHaveLength(Math.min(count, values.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((value) => values.includes(value))).toBe(true);
    }));
  });
});
