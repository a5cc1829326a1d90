// The project's own law through its compiled form: the same entries, the same statute book of every day, the same outcome of every
// example. And its statute books against the plain ones, read entry by entry.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packRulebook, unpackRulebook, type Rulebook } from "../src/domain/rules/index.ts";
import { runExample } from "../src/domain/restrictions/index.ts";
import { addDays, plainDate, type PlainDate } from "../src/domain/terms/index.ts";
import { lawJson } from "../src/service/index.ts";
import { plainBook } from "../src/domain/rules/test-plain-statute.ts";
import { projectLaw } from "./support/run.ts";

const days: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 7000 }).map((offset) => addDays(plainDate("2008-01-01"), offset));
const text = (value: unknown): string => JSON.stringify(value, lawJson);

async function both(): Promise<readonly [Rulebook, Rulebook]> {
  const law = await projectLaw();
  const unpacked = unpackRulebook(packRulebook(law));
  if (!unpacked.ok) throw new Error(unpacked.error);
  return [law, unpacked.value];
}

describe("the law, compiled", () => {
  it("R31 holds what the law holds, and packs to the same text", async () => {
    const [law, compiled] = await both();
    for (const [name, held] of Object.entries(law)) if (typeof held !== "function") expect([name, text(Object.entries(compiled).find(([other]) => other === name)?.[1])]).toEqual([name, text(held)]);
    expect([...compiled.bodyFacts]).toEqual([...law.bodyFacts]);
    expect(packRulebook(compiled)).toBe(packRulebook(law));
  });

  it("R31 has the same statute book on any day", async () => {
    const [law, compiled] = await both();
    fc.assert(fc.property(days, (day) => {
      const [then, again] = [law.on(day), compiled.on(day)];
      return text(compiled.entries.map(({ id }) => again.find(id))) === text(law.entries.map(({ id }) => then.find(id)));
    }), { numRuns: 25 });
  });

  it("R31 has every example come out as it does uncompiled", async () => {
    const [law, compiled] = await both();
    expect(law.examples.length).toBeGreaterThan(90);
    expect(compiled.examples.map((example) => runExample(compiled, example).differences)).toEqual(law.examples.map((example) => runExample(law, example).differences));
  });

  it("R11 R12 R30 has statute books that read as the plain ones do", async () => {
    const law = await projectLaw();
    const acts = law.all("act").map(({ id }) => id);
    fc.assert(fc.property(days, (day) => {
      const [plain, book] = [plainBook(law, day), law.on(day)];
      expect(text(law.entries.flatMap(({ id }) => book.find(id) ?? []))).toBe(text(plain.entries));
      expect(acts.map((act) => book.measuresOn(act).map(({ id }) => id))).toEqual(acts.map((act) => plain.measuresOn(act).map(({ id }) => id)));
    }), { numRuns: 25 });
  });
});
