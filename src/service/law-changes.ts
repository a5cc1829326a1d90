// Law changes for those they concern: what began, ended and changed in the law, between two days or turning day by turning day, filtered by
// sector, region, authority, list or kind. The feeds and the page of differences read it; nothing is kept.
import { addDays, bodyOf, err, ok, parsePlainDate, type Instant, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { lawChangesBetween, type LawChange } from "../domain/survey/index.ts";
import { problem, type Problem } from "./problem.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";

/** Whom or what a change must concern; what is left out asks nothing. */
export interface ChangeFilters {
  readonly sector?: string | undefined;
  readonly region?: string | undefined;
  readonly authority?: string | undefined;
  readonly list?: string | undefined;
  readonly kind?: string | undefined;
  /** `without` rules about persons, or those `only`; default both. */
  readonly people?: string | undefined;
  readonly bodies?: ReadonlySet<string> | undefined;
}

export interface ChangesBetween {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly rulebook: string;
  /** Everything between the two days, whomever it concerns. */
  readonly all: number;
  readonly changes: readonly LawChange[];
}

export function changesBetween(registry: Registry, days: { readonly from: string; readonly to: string }, filters: ChangeFilters = {}): Result<ChangesBetween, Problem> {
  const [from, to] = [parsePlainDate(days.from), parsePlainDate(days.to)];
  for (const day of [from, to]) if (!day.ok) return err(problem("day-invalid", day.error, "Give both days as YYYY-MM-DD."));
  if (!from.ok || !to.ok) return err(problem("day-invalid", "both days are needed", "Give both days as YYYY-MM-DD."));
  const [early, late] = from.value <= to.value ? [from.value, to.value] : [to.value, from.value];
  const all = lawChangesBetween(registry.rulebook, early, late).filter((change) => ofBodies(change, filters));
  return ok({ from: early, to: late, rulebook: registry.rulebook.hash, all: all.length, changes: all.filter((change) => concerns(registry.rulebook, change, filters)) });
}

/** One turning day of the law, with what it brings to those it concerns. */
export interface TurningDay {
  readonly day: PlainDate;
  /** It has not come yet. */
  readonly announced: boolean;
  /** When it became news: the first instant of the day; of what is only announced, of the day its newest text was issued. */
  readonly published: Instant;
  readonly changes: readonly LawChange[];
}

export interface ChangesFor {
  readonly on: PlainDate;
  readonly rulebook: string;
  /** Newest first; what is announced stands above today. */
  readonly days: readonly TurningDay[];
  /** There are earlier ones than were asked for. */
  readonly more: boolean;
  /** The first instant of today, where nothing is news. */
  readonly since: Instant;
}

const EARLIEST = "0001-01-01" as PlainDate;
const LATEST = "9999-12-31" as PlainDate;
const changesKept = new WeakMap<Rulebook, readonly LawChange[]>();

export function changesFor(registry: Registry, filters: ChangeFilters = {}, most = 40): ChangesFor {
  const on = today(registry);
  const changes = everyChange(registry.rulebook).filter((change) => ofBodies(change, filters) && concerns(registry.rulebook, change, filters));
  const days = [...Map.groupBy(changes, (change) => change.on)].map(([day, of]) => ({ day, announced: day > on, published: newsSince(registry, day, of, on), changes: of })).toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return { on, rulebook: registry.rulebook.hash, days: days.slice(0, most), more: days.length > most, since: registry.clock.startOf(on, timeZoneOf(registry, undefined)) };
}

function newsSince(registry: Registry, day: PlainDate, changes: readonly LawChange[], on: PlainDate): Instant {
  const issued = changes.flatMap((change) => change.basis).flatMap(({ instrument }) => registry.rulebook.get("instrument", instrument)?.issuedOn ?? []).filter((each) => each <= on);
  const since = day <= on ? day : (issued.toSorted().at(-1) ?? day);
  return registry.clock.startOf(since, timeZoneOf(registry, changes[0] === undefined ? undefined : bodyOf(changes[0].entry)));
}

function everyChange(rulebook: Rulebook): readonly LawChange[] {
  const kept = changesKept.get(rulebook) ?? lawChangesBetween(rulebook, EARLIEST, LATEST);
  changesKept.set(rulebook, kept);
  return kept;
}

/** The day before, whose law a turning day is compared with. */
export function dayBefore(day: PlainDate): PlainDate {
  return addDays(day, -1);
}

function ofBodies({ entry }: LawChange, { bodies }: ChangeFilters): boolean {
  return bodies === undefined || bodies.has(bodyOf(entry));
}

/** A change concerns a sector or region where its entry is limited to it, or to none. */
function concerns(rulebook: Rulebook, change: LawChange, { sector, region, authority, list, kind, people }: ChangeFilters): boolean {
  const asked = (value: string | undefined): value is string => value !== undefined && value !== "";
  if (asked(kind) && change.entryKind !== kind) return false;
  if (asked(people) && people !== "with" && (people === "only") !== (change.people === true)) return false;
  if (asked(authority) && !change.concerns.authorities.includes(authority as LawId)) return false;
  if (asked(list) && change.entry !== list && !change.concerns.lists.includes(list as LawId)) return false;
  return (!asked(sector) || reaches(rulebook, "sector", change.concerns.sectors, sector)) && (!asked(region) || reaches(rulebook, "region", change.concerns.regions, region));
}

/** Regions nest: what is limited to a province reaches its cities, and what is limited to a city is of concern in its province. */
function reaches(rulebook: Rulebook, taxonomy: "region" | "sector", limitedTo: readonly string[], asked: string): boolean {
  if (limitedTo.length === 0) return true;
  const around = aroundOf(rulebook, taxonomy, asked);
  return limitedTo.some((place) => around.includes(place) || aroundOf(rulebook, taxonomy, place).includes(asked));
}

const parentsKept = new WeakMap<Rulebook, ReadonlyMap<string, string>>();

/** A word of the taxonomy and those it lies in, from the inside out. */
function aroundOf(rulebook: Rulebook, taxonomy: "region" | "sector", value: string): readonly string[] {
  const parents = parentsKept.get(rulebook) ?? new Map(rulebook.all("term").flatMap((term) => (term.parent === undefined ? [] : [[`${term.taxonomy} ${term.value}`, term.parent] as const])));
  parentsKept.set(rulebook, parents);
  const around = [value];
  for (let next = parents.get(`${taxonomy} ${value}`); next !== undefined && !around.includes(next); next = parents.get(`${taxonomy} ${next}`)) around.push(next);
  return around;
}
