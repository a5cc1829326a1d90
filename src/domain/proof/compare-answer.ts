// Compare: whether what is answered now comes to the same as what a receipt says, and what the receipt's answer rested on, so that it can
// be looked up what became of it. What follows is compared, not sources, criteria and words (rule R30 of restrictions).
import { canonicalize } from "json-canonicalize";
import type { Json, JsonObject } from "../terms/index.ts";
import { isList, isObject, isTexts } from "./plain-json.ts";

const PARTS = ["verdict", "decision", "effects", "possible", "favours", "missing", "readings", "stayed", "exits"] as const;

/** The parts of an answer in which two differ; none: they come to the same. */
export function changedParts(before: JsonObject, after: JsonObject): readonly string[] {
  return PARTS.filter((part) => levelled(before[part]) !== levelled(after[part]));
}

/** What stands side by side has no order. */
function levelled(value: Json | undefined): string {
  return isList(value) ? canonicalize(value.map((each) => canonicalize(withoutReasons(each))).sort()) : canonicalize(withoutReasons(value ?? null));
}

function withoutReasons(value: Json): Json {
  if (isList(value)) return value.map(withoutReasons);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "basis" && name !== "criteria").map(([name, each]) => [name, withoutReasons(each ?? null)]));
}

/** A listing or record that set something off, and the list or record type it is of; of a listing the law itself makes, its causes too. */
export interface RestedOn {
  readonly of: string;
  readonly id: string;
}

/** What an answer rested on, each once; what was withheld from the asker is not among it. */
export function restedOn(answer: JsonObject): readonly RestedOn[] {
  const effects = ["effects", "possible", "favours"].flatMap((part) => (isList(answer[part]) ? answer[part] : []));
  const triggers = effects.flatMap((effect) => {
    const because = isObject(effect) ? effect["because"] : undefined;
    const trigger = isObject(because) ? because["trigger"] : undefined;
    return isObject(trigger) ? [trigger] : [];
  });
  const found = triggers.flatMap(({ list, listing, type, record, cause }): readonly RestedOn[] => {
    const [of, id] = record === undefined ? [list, listing] : [type, record];
    if (typeof of !== "string" || typeof id !== "string") return [];
    return [{ of, id }, ...(isTexts(cause) ? cause.map((each) => ({ of, id: each })) : [])];
  });
  return [...new Map(found.map((each) => [each.id, each])).values()];
}
