// Law exits: which acts lead out of a list of the law, and by when after a listing on a day, or that it is a dead end. Reads the rulebook
// alone; `law exits` prints it.
import { err, ok, parseLawId, parsePlainDate, type End, type Language, type LawId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { deadEndInWords, exitsInWords, waysOut, type DeadEnd, type Exit } from "../domain/restrictions/index.ts";
import { problem, type Problem } from "./problem.ts";
import { calendarOf, todayFor, type Registry } from "./registry.ts";

export interface LawExitsRequest {
  readonly list: string;
  /** The day asked about, and of the statute book; default today. */
  readonly on?: string;
  /** The day of the listing supposed; default the day asked about. */
  readonly listed?: string;
}

export interface LawExits {
  readonly list: LawId;
  readonly names: Names;
  readonly on: PlainDate;
  readonly listedOn: PlainDate;
  readonly leads: boolean;
  /** How such a listing ends by itself. */
  readonly end: End;
  readonly exits: readonly Exit[];
  /** Why nothing leads out; null where something does. */
  readonly deadEnd: DeadEnd | null;
  /** The same in words: the ways out, or why there is none. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
}

/** The ways out of one list, for a listing on it made on a day. */
export function lawExits(registry: Registry, request: LawExitsRequest): Result<LawExits, Problem> {
  const id = parseLawId(request.list);
  const entry = id.ok ? registry.rulebook.get("list", id.value) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${request.list}\` is no list of the law`, nearLists(registry, request.list)));
  const on = request.on === undefined ? ok(todayFor(registry, entry.id)) : parsePlainDate(request.on);
  if (!on.ok) return err(problem("day-invalid", on.error, "Give the day asked about as YYYY-MM-DD."));
  const listedOn = request.listed === undefined ? on : parsePlainDate(request.listed);
  if (!listedOn.ok) return err(problem("day-invalid", listedOn.error, "Give the day of the listing as YYYY-MM-DD."));
  const statute = registry.rulebook.on(on.value);
  const list = statute.get("list", entry.id);
  if (list === undefined) return err(problem("law-entry-unknown", `the list \`${entry.id}\` is not in force on ${on.value}`, `It is in force from ${entry.from ?? "the beginning"}${entry.until === undefined ? "" : ` until ${entry.until}`}; choose another --on.`));
  const ways = waysOut(statute, list.id, { listedOn: listedOn.value, on: on.value, calendar: calendarOf(registry) });
  const law = { rulebook: registry.rulebook, law: on.value, on: on.value };
  const about = { list: list.id, names: list.names, on: on.value, listedOn: listedOn.value, end: ways.end };
  if (ways.kind === "leads") return ok({ ...about, leads: true, exits: ways.exits, deadEnd: null, words: exitsInWords(ways.exits, law) });
  const { en, zh } = deadEndInWords(ways.why, law);
  return ok({ ...about, leads: false, exits: [], deadEnd: ways.why, words: { en: [en], zh: [zh] } });
}

function nearLists(registry: Registry, text: string): string {
  const slug = text.slice(text.indexOf(":") + 1).toLowerCase();
  const near = registry.rulebook.all("list").filter((list) => slug !== "" && list.id.includes(slug)).slice(0, 8).map((list) => list.id);
  return near.length === 0 ? "`law show` without an id lists the lists in force." : `Did you mean: ${near.join(", ")}?`;
}
