// Disputed: which listings and records an objection runs about, and since when: marked for everybody who sees them, until it is decided.
import type { FileNumber, PlainDate } from "../domain/terms/index.ts";
import { joinedFiles, type Register } from "../domain/register/index.ts";
import { groundIn, isRunning, procedureCasesOf } from "./case-ground.ts";
import { today, type Registry } from "./registry.ts";

/** By the id of the listing or record: the day the objection was made. */
export function disputedSince(registry: Registry, register: Register, file: FileNumber): ReadonlyMap<string, PlainDate> {
  const ground = groundIn(registry, register, new Map(), joinedFiles(register, file)[0] ?? file, today(registry));
  return new Map(procedureCasesOf(ground).flatMap((each): (readonly [string, PlainDate])[] => {
    const { about } = each;
    if ((about.kind !== "listing" && about.kind !== "record") || registry.rulebook.get("procedure", each.procedure)?.purpose === "repair" || each.exit !== undefined || !isRunning(ground, each)) return [];
    return [[about.kind === "listing" ? about.listing : about.record, each.openedOn]];
  }));
}
