// What is worked out once, again where what it hangs on has changed, and how much of it is kept.
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { Position } from "../domain/terms/index.ts";
import { marketLaw } from "../domain/restrictions/index-fixtures.ts";
import { createMemoryLedger } from "../store/index.ts";
import { registryOver, type StandingClock } from "../../test/support/registry.ts";
import { knownIfPast, workedOut, type WorkedOut } from "./worked-out.ts";

const clock: StandingClock = { day: "2026-01-01" };
const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw, clock);
const at = (position: number): Position => position as Position;

function keeper(most: number, weigh?: (value: readonly string[]) => number) {
  const all: WorkedOut<readonly string[]> = new WeakMap();
  let made = 0;
  return {
    ask: (question: string, version: number, value: readonly string[] = [question]) => workedOut(all, registry, { question: [question], version: [at(version)], most, ...(weigh === undefined ? {} : { weigh }) }, () => { made += 1; return Promise.resolve(value); }),
    get made() { return made; },
    get kept() { return all.get(registry)?.size; },
  };
}

it("is worked out once, and anew where what it hangs on, or the day, is another", async () => {
  const one = keeper(10);
  for (const version of [1, 1, 2, 2]) await one.ask("a", version);
  expect([one.made, one.kept]).toEqual([2, 1]);
  clock.day = "2026-01-02";
  await one.ask("a", 2);
  expect(one.made).toBe(3);
});

it("keeps no more than it may weigh, what was worked out first going first, but always the newest", async () => {
  const one = keeper(5, (value) => value.length);
  await one.ask("a", 1, ["1", "2", "3"]);
  await one.ask("b", 1, ["1", "2"]);
  await one.ask("a", 2, ["1", "2", "3"]);
  expect(one.kept).toBe(2);
  await one.ask("c", 1, ["1", "2", "3", "4", "5", "6", "7"]);
  expect([one.made, one.kept]).toEqual([4, 1]);
  await one.ask("c", 1);
  expect(one.made).toBe(4);
});

it("forgets what failed", async () => {
  const all: WorkedOut<number> = new WeakMap();
  const working = { question: [1], version: [at(1)], most: 3 };
  await expect(workedOut(all, registry, working, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await workedOut(all, registry, working, () => Promise.resolve(7))).toBe(7);
});

it("questions about now are one question", () => {
  expect([knownIfPast(at(3), at(3)), knownIfPast(at(2), at(3))]).toEqual(["now", 2]);
});
