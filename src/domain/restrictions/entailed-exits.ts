// Entailed exits: how a listing that the law itself makes ends with its cause, found by asking the cause again: on the later days on
// which something it rests on runs out, and without each listing that keeps it up. What the asker may not see gives no day away.
import { addMonths, addYears, parsePlainDate, untilOf, type PlainDate } from "../terms/index.ts";
import type { Criterion } from "../rules/index.ts";
import type { Organisation } from "../register/index.ts";
import type { Scene } from "./facts.ts";
import { isReleased } from "./released.ts";
import { standingListings } from "./standing-listings.ts";
import { effectiveTruth, hitOfListing, truthOn, type Hit } from "./triggers.ts";

/** Later days on which the cause is asked again, and years after a record's days where the cause goes by the day asked. */
const DAYS_MAX = 64;
const YEARS_AFTER = [1, 2, 3, 4, 5, 10];

interface EntailedScene {
  readonly scene: Scene;
  readonly organisation: Organisation;
}

/** The first later day on which the cause no longer holds if nothing else happens; undefined: none is known, or it is not to be shown. */
export function whenCauseLapses({ scene, organisation }: EntailedScene, hit: Hit): PlainDate | undefined {
  const cause = causeOf(scene, hit);
  if (cause === undefined || !showsAll(scene, organisation, cause, hit)) return undefined;
  return laterDays(scene, organisation, cause).find((day) => effectiveTruth(scene, organisation, cause, day) === "false");
}

/** The shown listings of which each, once left, ends the cause alone. */
export function leavesWhenGone({ scene, organisation }: EntailedScene, hit: Hit): readonly Hit[] {
  const cause = causeOf(scene, hit);
  if (cause === undefined || !showsAll(scene, organisation, cause, hit)) return [];
  return standingListings(scene, organisation)
    .filter(({ listing }) => hit.ref.kind === "entailed" && hit.ref.cause.includes(listing.id))
    .filter(({ listing }) => effectiveTruth(scene, { ...organisation, listings: organisation.listings.filter((each) => each.id !== listing.id) }, cause, scene.on) === "false")
    .map((standing) => hitOfListing(scene, organisation, standing));
}

function causeOf(scene: Scene, { ref }: Hit): Criterion | undefined {
  return ref.kind === "entailed" ? scene.statute.get("list", ref.list)?.entailed : undefined;
}

/** Whether the asker sees everything the cause rests on: a day would betray the rest. */
function showsAll(scene: Scene, organisation: Organisation, cause: Criterion, { ref }: Hit): boolean {
  return ref.kind === "entailed" && truthOn(scene, organisation, cause, scene.on).causes.every((each) => ref.cause.includes(each));
}

function laterDays(scene: Scene, organisation: Organisation, cause: Criterion): readonly PlainDate[] {
  // What was released, or is masked, gives no day away to whoever is not told of it.
  const records = organisation.records.filter((record) => !record.annulled && !isReleased(scene, record));
  const ends = standingListings(scene, organisation).flatMap(({ listing }) => untilOf(listing.end) ?? []);
  const spans = monthsNamed(cause);
  const lapses = records.flatMap((record) => [record.actedOn, record.decidedOn, record.publishedFrom].flatMap((day) => (day === undefined ? [] : spans.map((months) => addMonths(day, months)))));
  const named = namesDayAsked(cause) ? records.flatMap(({ decidedOn, actedOn, fields }) => {
    const days = [decidedOn, actedOn].flatMap((day) => day ?? []);
    return [...days.flatMap((day) => YEARS_AFTER.map((years) => addYears(day, years))), ...Object.values(fields).flatMap((value) => dayIn(value))];
  }) : [];
  return [...new Set([...ends, ...lapses, ...named])].filter((day) => day > scene.on).sort().slice(0, DAYS_MAX);
}

function dayIn(value: unknown): readonly PlainDate[] {
  const day = typeof value === "string" ? parsePlainDate(value) : undefined;
  return day?.ok === true ? [day.value] : [];
}

/** Whether any comparison of the criterion names the day asked, so that time alone may change it. */
export function namesDayAsked(criterion: Criterion): boolean {
  switch (criterion.kind) {
    case "holds":
      return criterion.compiled.paths.includes("asked.on") || criterion.unknownWhen?.compiled.paths.includes("asked.on") === true;
    case "records":
      return criterion.where !== undefined && namesDayAsked(criterion.where);
    case "exceptions":
      return [criterion.rule, ...criterion.unless].some(namesDayAsked);
    case "all":
    case "any":
    case "none":
    case "atLeast":
      return criterion.of.some(namesDayAsked);
    case "listed":
      return false;
  }
}

/** How far back each count of records in the criterion looks. */
function monthsNamed(criterion: Criterion): readonly number[] {
  switch (criterion.kind) {
    case "records":
      return criterion.months === undefined ? [] : [criterion.months];
    case "exceptions":
      return [criterion.rule, ...criterion.unless].flatMap(monthsNamed);
    case "all":
    case "any":
    case "none":
    case "atLeast":
      return criterion.of.flatMap(monthsNamed);
    case "holds":
    case "listed":
      return [];
  }
}
