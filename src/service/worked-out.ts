// Worked out: what takes a look at everything on file is worked out once for a position and a day, however often it is asked for.
import { today, type Registry } from "./registry.ts";

export type WorkedOut<T> = WeakMap<Registry, Map<string, Promise<T>>>;

/** @param question everything the answer hangs on but the day, which it adds; the oldest of the kept goes first */
export async function workedOut<T>(all: WorkedOut<T>, registry: Registry, most: number, question: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify([...question, today(registry, registry.rulebook.bodies[0])]);
  const kept = all.get(registry) ?? new Map<string, Promise<T>>();
  all.set(registry, kept);
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
