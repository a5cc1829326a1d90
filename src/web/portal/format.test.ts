import { describe, expect, it } from "vitest";
import { amountText } from "./format.ts";

describe("an amount", () => {
  it("that is a limit says so, in the order of its language", () => {
    const amount = { kind: "rate", rate: { numerator: 20, denominator: 100 }, of: "the usual rate", ofNames: { en: "the usual rate", zh: "平均查验率" }, bound: "lessThan" } as const;
    expect([amountText(amount, "zh"), amountText(amount, "en")]).toEqual(["低于平均查验率的20%", "less than 20% of the usual rate"]);
    expect(amountText({ kind: "moneyPerUnit", money: { minor: 5, currency: "CNY" }, unit: "kWh", bound: "atMost" }, "en")).toBe("at most CNY 0.05 / kWh");
  });
});
