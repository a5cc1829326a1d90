// Kept days: today, where a body of law counts its days, as the text that tells one question of the index from another. Used by kept-index.ts.
import { addDays, type Instant } from "../domain/terms/index.ts";
import { timeZoneOf, type Registry } from "./registry.ts";

export class KeptDays {
  readonly #registry: Registry;
  readonly #days = new Map<string, { readonly text: string; readonly from: Instant; readonly until: Instant }>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Today, where the act's body of law and the first body count their days. Worked out again once one of them has ended. */
  today(act: string): string {
    const body = act.slice(0, Math.max(0, act.indexOf(":")));
    const { clock } = this.#registry;
    const now = clock.now();
    const known = this.#days.get(body);
    if (known !== undefined && now >= known.from && now < known.until) return known.text;
    const zones = [body, this.#registry.rulebook.bodies[0]].map((each) => timeZoneOf(this.#registry, each));
    const days = zones.map((zone) => clock.dayOf(now, zone));
    const until = days.map((day, index) => clock.startOf(addDays(day, 1), zones[index] ?? "UTC")).sort()[0] ?? now;
    this.#days.set(body, { text: days.join(" "), from: now, until });
    return days.join(" ");
  }
}
