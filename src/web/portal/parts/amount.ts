// Amount under an effect: its figure, or, for effects that consist of one, that the law states none.
import { amountText } from "../format.ts";
import type { Html } from "../html.ts";
import type { Amount, Effect } from "../view-models.ts";
import { under } from "./table.ts";
import type { View } from "./view.ts";

const OF_MONEY: ReadonlySet<Effect> = new Set(["surcharge", "discount", "support"]);

export function amountUnder(view: View, amount: Amount | undefined, effects: readonly Effect[]): Html | null {
  if (amount === undefined) return null;
  const figure = amountText(amount, view.language);
  if (figure !== null) return under(figure);
  return effects.some((effect) => OF_MONEY.has(effect)) ? under(view.t.ends.amountNotStated) : null;
}
