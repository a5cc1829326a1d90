// Packed codes: exact, both ways, and read as `readCode` reads them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { present } from "../terms/index.ts";
import type { IdentifierScheme } from "../rules/index.ts";
import { CodePacker } from "./code-packer.ts";
import { makeCode, readCode } from "./code-scheme.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** The shape of a real scheme: two check characters, an inner one with a character of its own, codes of people refused. */
const scheme = (more: Partial<IdentifierScheme> = {}): IdentifierScheme => ({
  kind: "identifier", id: "t:unified" as never, names: { en: "unified" }, basis: [], confidence: "high", at: "test", of: "organisation", length: 18, alphabet: ALPHABET, form: "^[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{8}[0-9X][0-9A-HJ-NPQRTUWXY]$",
  checks: [
    { name: "inner", place: 17, start: 9, end: 16, weights: [3, 7, 9, 10, 5, 8, 4, 2], modulus: 11, complement: true, values: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", characters: "0123456789X" },
    { name: "last", place: 18, start: 1, end: 17, weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], modulus: 31, complement: true, values: ALPHABET, characters: ALPHABET },
  ],
  refused: [{ form: "^92", why: { en: "a person" } }],
  parts: [{ name: "authority", start: 1, end: 1 }, { name: "category", start: 2, end: 2 }, { name: "region", start: 3, end: 8 }, { name: "subject", start: 9, end: 17 }],
  ...more,
}) as IdentifierScheme;

const characters = (alphabet: string, length: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((each) => each.join(""));
const code: fc.Arbitrary<string> = fc.record({ authority: fc.constantFrom(..."123456789ANY"), category: fc.constantFrom(..."13456789"), region: characters("0123456789", 6), subject: characters(ALPHABET, 8) })
  .map((parts) => makeCode(scheme(), parts)).filter((made) => made.ok).map((made) => (made.ok ? made.value : ""));

describe("packed codes", () => {
  it("R45 come back as they were, and no two are alike", () => {
    const packer = new CodePacker([scheme()]);
    const numbers = new Map<string, string>();
    fc.assert(fc.property(code, (value) => {
      expect(packer.take(value)).toBe(true);
      const { head, high, low } = packer;
      expect(packer.write(head, high, low)).toEqual({ scheme: "t:unified", value });
      expect(head).toBeLessThan(2 ** 20);
      expect([high < 2 ** 8, low < 2 ** 32, head > 0]).toEqual([true, true, true]);
      const key = `${head} ${high} ${low}`;
      expect(numbers.get(key) ?? value).toBe(value);
      numbers.set(key, value);
      // Another process that is given the heads reads alike.
      const other = new CodePacker([scheme()], packer.heads);
      expect([other.read(value), other.head, other.high, other.low]).toEqual([true, head, high, low]);
    }), { numRuns: 300 });
  });

  it("R45 what is read is a valid code, and a valid code with a known head is read", () => {
    const packer = new CodePacker([scheme()]);
    const slip = fc.tuple(code, fc.nat(17), fc.constantFrom(...ALPHABET, "I", "O", "Z", "z", "é", " ")).map(([value, place, letter]) => `${value.slice(0, place)}${letter}${value.slice(place + 1)}`);
    fc.assert(fc.property(fc.oneof(code, slip, fc.string({ maxLength: 20 })), (text) => {
      const valid = readCode([scheme()], text);
      if (packer.read(text)) expect(valid).toEqual({ ok: true, value: { scheme: "t:unified", value: text } });
      expect(packer.take(text)).toBe(valid.ok && valid.value.value === text);
      if (valid.ok && valid.value.value === text) expect(packer.read(text)).toBe(true);
    }), { numRuns: 1000 });
  });

  it("R45 of a scheme that does not fit, none is packed", () => {
    const value = present(fc.sample(code, { numRuns: 1, seed: 1 })[0], "a code");
    const takes = (...schemes: readonly IdentifierScheme[]): boolean => new CodePacker(schemes).take(value);
    expect(takes(scheme())).toBe(true);
    const { length: _, ...free } = scheme();
    expect(takes(free as IdentifierScheme)).toBe(false);
    expect(takes(scheme({ form: "^(?:[0-9A-Z]{2})+$" }))).toBe(false);
    expect(takes(scheme({ refused: [{ form: "9$", why: { en: "a person" } }] }))).toBe(false);
    expect(takes(scheme({ of: "person" }))).toBe(false);
    // One that may be another scheme's code first is left to whoever reads schemes in their order.
    expect(takes(scheme({ id: "t:first" as never, form: "^[0-9A-Z]+$" }), scheme())).toBe(false);
    expect(takes(scheme({ id: "t:short" as never, length: 9 }), scheme())).toBe(true);
  });
});
