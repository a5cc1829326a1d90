import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, type PlainDate } from "../terms/index.ts";
import { packRulebook, unpackRulebook } from "./compiled.ts";
import { CheckedExpression } from "./expression.ts";
import type { CompiledExpression, Facts } from "./language.ts";
import { makeRulebook } from "./make-rulebook.ts";
import type { Rulebook } from "./rulebook.ts";
import { LAW, lawWith, testLaw, type Files } from "./test-law.ts";

function throughText(rulebook: Rulebook): Rulebook {
  const unpacked = unpackRulebook(packRulebook(rulebook));
  if (!unpacked.ok) throw new Error(unpacked.error);
  return unpacked.value;
}

/** Everything a rulebook holds, expressions by the form they are compiled from. */
function held(value: unknown): unknown {
  if (value instanceof CheckedExpression) return { expression: value.form };
  if (value instanceof Map) return { map: [...value].map(held) };
  if (Array.isArray(value)) return value.map(held);
  if (typeof value !== "object" || value === null) return typeof value === "function" ? "a function" : value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, held(each)]));
}

function expressionsIn(value: unknown): readonly CompiledExpression[] {
  if (value instanceof CheckedExpression) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}

const days: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays(plainDate("2009-06-01"), offset));

const facts: fc.Arbitrary<Facts> = fc.record({
  record: fc.record({ gravity: fc.constantFrom("minor", "serious"), fine: fc.bigInt(-5n, 2n ** 70n), endsOn: days.map(String) }, { requiredKeys: [] }),
  listing: fc.record({ until: days.map(String), effectiveFrom: days.map(String), practices: fc.subarray(["fraud", "theft"]) }, { requiredKeys: [] }),
  asked: fc.record({ on: days.map(String) }),
}, { requiredKeys: ["asked"] });

const leaf = (id: string, holds: string) => ({ id, names: id, holds });
const manyExpressions: Files = {
  ...LAW,
  ...lawWith("t/measures/bar.yaml", {
    conditions: [leaf("fraud", 'listing.practices.exists(p, p in ["fraud"])'), leaf("term", "listing.until > plusMonths(listing.effectiveFrom, 18)"), { ...leaf("doubt", 'asked.on < "2020-01-01"'), unknownWhen: 'listing.until == listing.effectiveFrom || listing.until < "2000-01-01"' }],
  }),
};
const large: Files = { ...manyExpressions, "t/more.yaml": { kind: "measure", id: "more", names: "More", from: "2015-01-01", trigger: { record: "penalty" }, authority: "customs", acts: "bid", effects: "deny", force: "mandatory", basis: { instrument: "order" }, conditions: [leaf("large", 'record.fine * 3 >= money("1000000.05 CNY")')] } };

describe("a rulebook as text", () => {
  it("R31 is read back as it was", () => {
    for (const files of [LAW, large]) {
      const rulebook = testLaw(files);
      expect(held(throughText(rulebook))).toEqual(held(rulebook));
      expect(packRulebook(throughText(rulebook))).toBe(packRulebook(rulebook));
    }
  });

  it("R31 has the same statute book on every day", () => {
    const [rulebook, back] = [testLaw(large), throughText(testLaw(large))];
    fc.assert(fc.property(days, (day) => {
      const [then, again] = [rulebook.on(day), back.on(day)];
      expect([again.hash, again.day]).toEqual([then.hash, then.day]);
      for (const { id } of rulebook.entries) expect(held(again.find(id))).toEqual(held(then.find(id)));
      for (const act of rulebook.all("act")) expect(again.measuresOn(act.id).map((measure) => measure.id)).toEqual(then.measuresOn(act.id).map((measure) => measure.id));
    }), { numRuns: 60 });
  });

  it("R31 finds the same true, false and unknown", () => {
    const rulebook = testLaw(large);
    const [before, after] = [expressionsIn(rulebook.entries), expressionsIn(throughText(rulebook).entries)];
    expect([before.length, after.length]).toEqual([7, 7]);
    const seen = new Set<string>();
    fc.assert(fc.property(facts, (given) => {
      before.forEach((expression, index) => {
        const found = expression.evaluate(given);
        seen.add(found.truth);
        expect(after[index]?.evaluate(given)).toEqual(found);
      });
    }));
    expect([...seen].sort()).toEqual(["false", "true", "unknown"]);
  });

  it("R31 is frozen through and through", () => {
    const open: string[] = [];
    function visit(value: unknown, path: string): void {
      if (typeof value !== "object" || value === null || value instanceof Map) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, each] of Object.entries(value)) visit(each, `${path}.${name}`);
    }
    const back = throughText(testLaw(large));
    visit(back, "rulebook");
    for (const [body, facts] of back.bodyFacts) visit(facts, body);
    expect(open).toEqual([]);
  });

  it("R31 keeps whole numbers of any size, and names that look like its own marks", () => {
    const rulebook = testLaw();
    const odd = Object.freeze({ count: 2n ** 80n, one: { $integer: "7" }, two: { $map: [["a", 1]] }, three: { $expression: 0 }, four: { $fields: [["$map", 3]] }, five: { $integer: "7", and: 1 } });
    const entries = rulebook.entries.map((entry) => (entry.kind === "act" ? { ...entry, odd } : entry));
    const back = throughText(makeRulebook({ ...rulebook, entries }));
    expect(back.all("act").map((act) => ("odd" in act ? act.odd : undefined))).toEqual(rulebook.all("act").map(() => odd));
  });

  it("R32 says of any other text that it is no rulebook", () => {
    const text = packRulebook(testLaw());
    const [head = "", ...parts] = text.split("\n");
    const cut = [text.slice(0, -9), text.slice(0, -text.length / 2), head, `${text}\n`, [head, ...parts.slice(1)].join("\n"), `{"parts":[],"scopes":[],"expressions":[]}\n`];
    for (const other of ["", "{", "null", "[]\n", "7\n", "{}\n", '{"parts":[["entries",2]],"scopes":[],"expressions":[]}\n[]', ...cut]) expect([other.slice(0, 30), unpackRulebook(other).ok]).toEqual([other.slice(0, 30), false]);
    fc.assert(fc.property(fc.json(), (other) => !unpackRulebook(other).ok));
  });
});
