// Making a rulebook of what it holds, once it is read from files (load.ts) or unpacked (compiled.ts): the look-ups are added, all is frozen.
import type { Rulebook } from "./rulebook.ts";
import { lookUps, statutes } from "./statute.ts";

/** What a rulebook holds, without the functions that answer from it. */
export type RulebookContent = Omit<Rulebook, "find" | "get" | "all" | "on">;

/** @param content frozen through and through, entries in order of id; what it makes only when asked stays so */
export function makeRulebook(content: RulebookContent): Rulebook {
  const looked = lookUps(content.entries);
  const answers = { ...looked, on: statutes(content.entries, content.hash, looked) };
  return Object.freeze(Object.create(Object.prototype, { ...Object.getOwnPropertyDescriptors(content), ...Object.getOwnPropertyDescriptors(answers) }));
}

export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}
