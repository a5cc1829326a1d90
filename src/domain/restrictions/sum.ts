// Sum: the order of effects and what they forbid, the same for the twin and the index.
import type { EffectInForce } from "./answer.ts";

/** The earlier first; of one day by their measures. */
export function byStart(a: EffectInForce, b: EffectInForce): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.measure < b.measure ? -1 : a.measure > b.measure ? 1 : 0;
}

/** What it binds may not be done freely. */
export function isForbidding({ effect }: EffectInForce): boolean {
  return effect === "deny" || effect === "restrict";
}
