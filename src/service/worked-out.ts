// Worked out: what takes a look at everything on file is worked out once for a question and a day, and again where something it hangs on has
// changed. Of one question only the newest is kept, and of all together no more than they may weigh.
import type { Position } from "../domain/terms/index.ts";
import { today, type Registry } from "./registry.ts";

interface Worked<T> {
  /** What it hangs on, as it was. */
  readonly version: string;
  readonly made: Promise<T>;
  weight: number;
}

export type WorkedOut<T> = WeakMap<Registry, Map<string, Worked<T>>>;

export interface Working<T> {
  /** What is asked, but for the day, which is added. */
  readonly question: readonly unknown[];
  /** What the answer hangs on besides: where it is another, the answer is worked out anew. */
  readonly version: readonly Position[];
  /** As much is kept at most; what was worked out first goes first. */
  readonly most: number;
  /** What one of them weighs; default 1. */
  readonly weigh?: (value: T) => number;
}

export async function workedOut<T>(all: WorkedOut<T>, registry: Registry, { question, version: positions, most, weigh = () => 1 }: Working<T>, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify([...question, today(registry, registry.rulebook.bodies[0])]);
  const version = positions.join(" ");
  const kept = all.get(registry) ?? new Map<string, Worked<T>>();
  all.set(registry, kept);
  const found = kept.get(key);
  if (found?.version === version) return found.made;
  const worked: Worked<T> = { version, made: make(), weight: 1 };
  // At the end of the map it is the newest.
  kept.delete(key);
  kept.set(key, worked);
  worked.made.then((value) => {
    worked.weight = weigh(value);
    trim(kept, worked, most);
  }, () => {
    if (kept.get(key) === worked) kept.delete(key);
  });
  return worked.made;
}

function trim<T>(kept: Map<string, Worked<T>>, newest: Worked<T>, most: number): void {
  let total = [...kept.values()].reduce((sum, { weight }) => sum + weight, 0);
  for (const [key, worked] of kept) {
    if (total <= most) return;
    if (worked === newest) continue;
    kept.delete(key);
    total -= worked.weight;
  }
}

/** The position of a question, where it is not simply now: questions about now are one question, whatever now is. */
export function knownIfPast(known: Position, head: Position): Position | "now" {
  return known === head ? "now" : known;
}
