import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, parseMoney, parseRate } from "./money.ts";

describe("figures", () => {
  it.each([
    ["0.05 CNY", 5, "CNY"],
    ["1000000 CNY", 100_000_000, "CNY"],
    ["1,000,000.5 CNY", 100_000_050, "CNY"],
    ["12 JPY", 12, "JPY"],
    ["1.234 KWD", 1234, "KWD"],
    ["0.10 USD", 10, "USD"],
    ["0.100 USD", 10, "USD"],
  ])("R21 %s is whole minor units", (text, minor, currency) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: { minor, currency } });
  });

  it.each(["0.005 CNY", "1.5 JPY", "12", "CNY 12", "12 yuan", "-1 CNY", "1e3 CNY", "1,00 CNY", "99999999999999999 CNY", ".5 CNY", ""])("R21 `%s` is refused", (text) => {
    expect(parseMoney(text).ok).toBe(false);
  });

  it("R21 a figure that is printed and read back is the same", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom("CNY", "JPY", "KWD"), (minor, currency) => {
        const digits = String(minor).padStart(decimalsOf(currency) + 1, "0");
        const point = digits.length - decimalsOf(currency);
        const text = decimalsOf(currency) === 0 ? `${digits} ${currency}` : `${digits.slice(0, point)}.${digits.slice(point)} ${currency}`;
        expect(parseMoney(text)).toEqual({ ok: true, value: { minor, currency } });
      }),
    );
  });

  it("R21 a rate is two whole numbers", () => {
    expect(parseRate("5/100")).toEqual({ ok: true, value: { numerator: 5, denominator: 100 } });
    for (const text of ["5%", "0.05", "1/0", "5/", "-1/2"]) expect(parseRate(text).ok).toBe(false);
  });
});
