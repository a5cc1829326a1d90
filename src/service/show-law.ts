// The law as data: one entry as of a day, and all entries of a kind.
import { err, ok, parseLawId, parsePlainDate, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Criterion, Entry, LawExample } from "../domain/rules/index.ts";
import { criteriaById, criteriaOfList } from "../domain/restrictions/index.ts";
import { referencesIn } from "./law-shelves.ts";
import { problem, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";

export interface LawEntryAnswer {
  readonly entry: Entry;
  /** In force on the statute book's day. */
  readonly inForce: boolean;
  readonly day: PlainDate;
  readonly rulebook: string;
  /** Entries whose text names this one. */
  readonly namedBy: readonly LawId[];
  readonly examples: readonly LawExample[];
}

/** One entry, as the statute book of `on` has it. */
export function showLaw(registry: Registry, text: string, on: string | undefined): Result<LawEntryAnswer, Problem> {
  const id = parseLawId(text);
  const entry = id.ok ? (registry.rulebook.find(id.value) ?? registry.rulebook.people.find((each) => each.id === id.value)) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${text}\` is no entry of the law`, nearest(registry, text)));
  const day = on === undefined ? ok(todayFor(registry, entry.id)) : parsePlainDate(on);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day of the statute book as YYYY-MM-DD."));
  const then = registry.rulebook.on(day.value).find(entry.id);
  return ok({
    entry: then ?? entry, inForce: then !== undefined, day: day.value, rulebook: registry.rulebook.hash,
    namedBy: referencesIn(registry.rulebook).namedBy.get(entry.id) ?? [],
    examples: [...registry.rulebook.examples, ...registry.rulebook.peopleExamples].filter((example) => example.about.includes(entry.id)),
  });
}

/** Compiled expressions are functions; their text stands beside them. */
export function lawJson(key: string, value: unknown): unknown {
  return key === "compiled" ? undefined : typeof value === "bigint" ? String(value) : value;
}

function nearest(registry: Registry, text: string): string {
  const slug = text.slice(text.indexOf(":") + 1).toLowerCase();
  const near = registry.rulebook.entries.filter((entry) => slug !== "" && (entry.id.includes(slug) || entry.names.en.toLowerCase().includes(slug))).slice(0, 8).map((entry) => entry.id);
  return near.length === 0 ? "`law show` without an id lists the kinds and ids." : `Did you mean: ${near.join(", ")}?`;
}

/** All ids in force on a day, by kind. */
export function listLaw(registry: Registry, on: PlainDate): ReadonlyMap<Entry["kind"], readonly Entry[]> {
  const statute = registry.rulebook.on(on);
  const byKind = new Map<Entry["kind"], Entry[]>();
  for (const entry of registry.rulebook.entries) {
    if (statute.find(entry.id) === undefined) continue;
    const entries = byKind.get(entry.kind);
    if (entries === undefined) byKind.set(entry.kind, [entry]);
    else entries.push(entry);
  }
  return byKind;
}

const byId = new WeakMap<Registry["rulebook"], ReadonlyMap<string, Criterion>>();

/** All criteria of the rulebook that have an id; of a list only its own, whose ids other lists may use for something else. */
export function criteriaOf(registry: Registry, list?: LawId): ReadonlyMap<string, Criterion> {
  const entry = list === undefined ? undefined : registry.rulebook.get("list", list);
  if (entry !== undefined) return criteriaOfList(entry);
  const criteria = byId.get(registry.rulebook) ?? criteriaById(registry.rulebook);
  byId.set(registry.rulebook, criteria);
  return criteria;
}
