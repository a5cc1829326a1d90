// Milder amount: of two figures for one measure, the one that is easier on the organisation. Figures that cannot be compared leave the
// earlier one standing. Asked where the law lets a milder later version reach back to earlier acts.
import type { Amount } from "../terms/index.ts";
import { BURDENS, type Effect } from "../rules/index.ts";

/** Of a burden the lower figure is milder, of a favour the higher. */
export function milderAmount(earlier: Amount | undefined, later: Amount | undefined, effects: readonly Effect[]): Amount | undefined {
  const difference = earlier === undefined || later === undefined ? undefined : differenceOf(later, earlier);
  if (difference === undefined) return earlier;
  const burden = effects.every((effect) => BURDENS.includes(effect));
  return (burden ? difference < 0n : difference > 0n) ? later : earlier;
}

/** Above, below or at zero as the first is more than, less than or as much as the second; undefined where they cannot be compared. */
function differenceOf(a: Amount, b: Amount): bigint | undefined {
  if (a.kind === "rate" && b.kind === "rate" && a.of === b.of) return BigInt(a.rate.numerator) * BigInt(b.rate.denominator) - BigInt(b.rate.numerator) * BigInt(a.rate.denominator);
  if (a.kind === "quantity" && b.kind === "quantity" && a.unit === b.unit) return BigInt(a.count) - BigInt(b.count);
  const money = (a.kind === "money" && b.kind === "money") || (a.kind === "moneyPerUnit" && b.kind === "moneyPerUnit" && a.unit === b.unit);
  return money && a.money.currency === b.money.currency ? BigInt(a.money.minor) - BigInt(b.money.minor) : undefined;
}
