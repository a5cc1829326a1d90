import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOf, anyOf, atLeast, not, truthOf, type Truth } from "./truth.ts";

const truth = fc.constantFrom<Truth>("true", "false", "unknown");
const truths = fc.array(truth, { maxLength: 6 });

/** Every way of filling in what is unknown. */
function filled(values: readonly Truth[]): readonly (readonly Truth[])[] {
  return values.reduce<readonly (readonly Truth[])[]>((ways, value) => ways.flatMap((way) => (value === "unknown" ? [[...way, "true"], [...way, "false"]] : [[...way, value]]) as readonly (readonly Truth[])[]), [[]]);
}

describe("truth", () => {
  it("R11 one false settles all, one true settles any, and else unknown stays", () => {
    expect([allOf(["true", "unknown", "false"]), allOf(["true", "unknown"]), allOf(["true", "true"]), allOf([])]).toEqual(["false", "unknown", "true", "true"]);
    expect([anyOf(["false", "unknown", "true"]), anyOf(["false", "unknown"]), anyOf(["false", "false"]), anyOf([])]).toEqual(["true", "unknown", "false", "false"]);
    expect([truthOf(true), truthOf(false)]).toEqual(["true", "false"]);
  });

  it("R12 what is settled stays so however the unknown is filled in", () => {
    fc.assert(fc.property(truths, fc.integer({ min: 0, max: 7 }), (values, count) => {
      for (const join of [allOf, anyOf, (each: readonly Truth[]) => atLeast(count, each)]) {
        const outcomes = new Set(filled(values).map(join));
        const told = join(values);
        if (told === "unknown") expect(outcomes.size).toBe(2);
        else expect([...outcomes]).toEqual([told]);
      }
    }));
  });

  it("R13 at least so many counts what holds, and what might", () => {
    const values: readonly Truth[] = ["true", "unknown", "false", "true"];
    expect([0, 2, 3, 4].map((count) => atLeast(count, values))).toEqual(["true", "true", "unknown", "false"]);
    fc.assert(fc.property(truths, (each) => {
      expect([atLeast(each.length, each), atLeast(1, each)]).toEqual([allOf(each), each.length === 0 ? "false" : anyOf(each)]);
    }));
  });

  it("R14 not turns a truth round and leaves unknown", () => {
    fc.assert(fc.property(truth, truths, (value, values) => {
      expect(not(not(value))).toBe(value);
      expect(not(allOf(values))).toBe(anyOf(values.map(not)));
    }));
    expect([not("true"), not("false"), not("unknown")]).toEqual(["false", "true", "unknown"]);
  });
});
