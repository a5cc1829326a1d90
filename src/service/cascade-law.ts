// Cascade law: what one listing on a list, or one record of a type, would release under the law of a day. Reads the rulebook alone;
// `law cascade` prints it. Rules about persons are read too: a cascade is for reading, and applies nothing to anybody.
import { err, ok, parseLawId, parsePlainDate, type Names, type Result } from "../domain/terms/index.ts";
import { cascadeOf, cascadeOfRecord, cascadeRows, lookUpOf, openLawBook, type Cascade, type CascadeRow } from "../domain/survey/index.ts";
import { problem, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";

export interface CascadeRequest {
  /** A list, or a record type. */
  readonly of: string;
  /** The day of the statute book; default today. */
  readonly on?: string;
}

export interface LawCascade extends Cascade {
  readonly rulebook: string;
  /** The table beside the tree: by authority, most measures first. */
  readonly rows: readonly (CascadeRow & { readonly names: Names })[];
}

export function lawCascade(registry: Registry, request: CascadeRequest): Result<LawCascade, Problem> {
  const { rulebook } = registry;
  const law = lookUpOf(rulebook);
  const id = parseLawId(request.of);
  const entry = id.ok ? law.find(id.value) : undefined;
  if (entry === undefined || (entry.kind !== "list" && entry.kind !== "record-type")) return err(problem("law-entry-unknown", `\`${request.of}\` is no list and no record type of the law`, nearest(law.entries.map((each) => each.id), request.of)));
  const day = request.on === undefined ? ok(todayFor(registry, entry.id)) : parsePlainDate(request.on);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day of the statute book as YYYY-MM-DD."));
  const book = openLawBook(rulebook, day.value, day.value);
  const cascade = entry.kind === "list" ? cascadeOf(book, entry.id) : cascadeOfRecord(book, entry.id);
  if (cascade === undefined) return err(problem("law-entry-unknown", `\`${entry.id}\` is not in force on ${day.value}`, `It is in force from ${entry.from ?? "the beginning"}${entry.until === undefined ? "" : ` until ${entry.until}`}; choose another --on.`));
  return ok({ ...cascade, rulebook: rulebook.hash, rows: cascadeRows(cascade.root).map((row) => ({ ...row, names: law.find(row.authority)?.names ?? { en: row.authority } })) });
}

function nearest(ids: readonly string[], text: string): string {
  const slug = text.slice(text.indexOf(":") + 1).toLowerCase();
  const near = ids.filter((each) => slug !== "" && each.includes(slug)).slice(0, 8);
  return near.length === 0 ? "`law show` without an id lists the lists in force." : `Did you mean: ${near.join(", ")}?`;
}
