// Exits: the ways out of what binds. For one trigger from its End, its list's and the repair rules' ways out; for an answer the
// smallest sets of acts after which the verdict is clear. The same search as for a list of the law (ways-out.ts).
import type { End, LawId, PlainDate, Truth } from "../terms/index.ts";
import { evaluateCriterion, type CalendarYear, type Criterion } from "../rules/index.ts";
import { exitsInLaw, exitsOfRecord, workingCalendar, type ExitQuestion, type ListingFacts, type WorkingCalendar } from "../cases/index.ts";
import type { Organisation, RecordOnFile } from "../register/index.ts";
import type { EffectInForce, Exit } from "./answer.ts";
import { afterLeaving, byDay, eachOf, searchExits, smallest, type ExitNode } from "./exit-search.ts";
import { listingFacts, recordFacts, type Scene } from "./facts.ts";
import { leavesWhenGone, whenCauseLapses } from "./entailed-exits.ts";
import { ownExits } from "./listing-exits.ts";
import { standingListings, type Standing } from "./standing-listings.ts";
import { criteriaContext, type Hit } from "./triggers.ts";

/** What the ways out of one organisation are looked for in. */
export interface ExitScene {
  readonly scene: Scene;
  readonly organisation: Organisation;
  readonly calendar: readonly CalendarYear[];
}

/** The ways out of one trigger, earliest first. `end`: of the measure it sets off. */
export function exitsOfHit(inquiry: ExitScene, hit: Hit, end: End): readonly Exit[] {
  const question = questionOf(inquiry, hit);
  switch (hit.ref.kind) {
    case "entailed":
      return entailedExits(inquiry, hit);
    case "record": {
      const found = exitsOfRecord(question, hit.ref.type, { end: hit.end, days: daysOf(hit, inquiry.scene.on) });
      return ownExits(found, hit.end, question, {}, end);
    }
    case "list": {
      const list = inquiry.scene.statute.get("list", hit.ref.list);
      const subject = { listing: hit.ref.listing, list: hit.ref.list };
      if (list === undefined || hit.listing === undefined) return ownExits([], hit.end, question, subject, end);
      const own = ownExits(exitsInLaw(question, list, { end: hit.end, days: daysOf(hit, inquiry.scene.on) }), hit.end, question, subject, end);
      return afterNeeds(inquiry, own);
    }
    case "status":
      return ownExits([], hit.end, question, {}, end);
  }
}

/** Calendars are the same entries for every question under one rulebook. */
const calendars = new WeakMap<readonly CalendarYear[], WorkingCalendar>();

export function workingCalendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const kept = calendars.get(years) ?? workingCalendar(years);
  calendars.set(years, kept);
  return kept;
}

function questionOf(inquiry: ExitScene, { listing, record: id }: Pick<Hit, "listing" | "record">): ExitQuestion {
  const { scene, organisation, calendar } = inquiry;
  const list = listing === undefined ? undefined : scene.statute.get("list", listing.list);
  const record = id === undefined ? undefined : organisation.records.find((each) => each.id === id);
  const holds = record !== undefined ? tierConditions(scene, organisation, record) : (condition: Criterion): Truth => (listing === undefined || list === undefined ? "unknown" : evaluateCriterion(condition, criteriaContext(scene, organisation, { listing: listingFacts(scene, organisation, list, listing) })).truth);
  return { law: scene.rulebook, lawDay: scene.statute.day, on: scene.on, calendar: workingCalendarOf(calendar), holds };
}

/** Whether a condition of a tier of repair holds of a record. */
export function tierConditions(scene: Scene, organisation: Organisation, record: RecordOnFile): (condition: Criterion) => Truth {
  return (condition) => evaluateCriterion(condition, criteriaContext(scene, organisation, { record: recordFacts(record) })).truth;
}

function daysOf(hit: Pick<Hit, "from" | "decidedOn" | "publishedFrom" | "actedOn">, on: PlainDate): ListingFacts["days"] {
  return {
    appliedOn: on, decidedOn: hit.decidedOn ?? hit.from, effectiveFrom: hit.from,
    ...(hit.publishedFrom === undefined ? {} : { publishedFrom: hit.publishedFrom }), ...(hit.actedOn === undefined ? {} : { actedOn: hit.actedOn }),
  };
}

/** Where a way out asks for other lists to be left first, and the organisation stands on them: theirs with it. */
function afterNeeds(inquiry: ExitScene, own: readonly Exit[]): readonly Exit[] {
  const [first] = own.flatMap((exit) => exit.needs ?? []);
  if (first === undefined) return own;
  const standing = standingListings(inquiry.scene, inquiry.organisation);
  const standsOn = (list: LawId): boolean => standing.some((each) => each.list.id === list);
  return own.flatMap((exit) => {
    const [needed] = exit.needs ?? [];
    // What must be left first may itself wait for others: one search for each list that is needed.
    const known = new Map((exit.needs ?? []).flatMap((list) => [...searchExits(list, (id) => nodeOf(inquiry, standing, exit.list, id))]));
    return needed === undefined ? [exit] : afterLeaving(exit, known, standsOn);
  }).sort(byDay);
}

/** A list the organisation stands on, with what leads out of each of its listings there; the list one starts from leads nowhere meanwhile. */
function nodeOf(inquiry: ExitScene, standing: readonly Standing[], start: LawId | undefined, id: LawId): ExitNode | undefined {
  const listings = standing.filter((each) => each.list.id === id);
  if (listings.length === 0) return undefined;
  const standsOn = (list: LawId): boolean => standing.some((each) => each.list.id === list);
  const ways = listings.map(({ list, listing }) => {
    const days = daysOf({ from: listing.effectiveFrom, ...listing }, inquiry.scene.on);
    const question = questionOf(inquiry, { listing });
    return ownExits(exitsInLaw(question, list, { end: listing.end, days }), listing.end, question, { listing: listing.id, list: list.id });
  });
  return {
    next: ways.flat().flatMap((exit) => exit.needs ?? []),
    exits: (known) => ways.map((exits) => exits.flatMap((exit) => afterLeaving(exit, known, standsOn))).reduce<readonly Exit[]>(eachOf, [{ acts: [] }]),
    leads: (exits) => exits.length > 0 && id !== start,
  };
}

/** What the law itself makes ends with its cause: by itself on a day, or once a listing that keeps it up is left. */
function entailedExits(inquiry: ExitScene, hit: Hit): readonly Exit[] {
  if (hit.ref.kind !== "entailed") return [];
  const subject = { listing: hit.ref.listing, list: hit.ref.list };
  const lapse = whenCauseLapses(inquiry, hit);
  const ends: Exit = { acts: ["end-of-cause"], ...subject, ...(lapse === undefined ? {} : { earliest: lapse }) };
  const left = leavesWhenGone(inquiry, hit).flatMap((cause) => exitsOfHit(inquiry, cause, cause.end).filter((exit) => exit.acts[0] !== "term"));
  const list = inquiry.scene.statute.get("list", hit.ref.list);
  const given = list === undefined ? [] : ownExits(exitsInLaw(questionOf(inquiry, hit), list, { end: hit.end, days: daysOf(hit, inquiry.scene.on) }), hit.end, { on: inquiry.scene.on }, subject);
  return [ends, ...left, ...given].sort(byDay);
}

/** One way out of every trigger that binds, combined; several terms are one act. At most eight sets, earliest first. */
export function combinedExits(effects: readonly EffectInForce[]): readonly Exit[] {
  const perTrigger = new Map<string, readonly Exit[]>();
  for (const effect of effects) {
    const key = "withheld" in effect.because ? `withheld ${effect.measure}` : JSON.stringify(effect.because.trigger);
    const before = perTrigger.get(key);
    // Several measures of one trigger end with it; one with a longer term of its own keeps its own way out.
    if (before === undefined || latest(effect.exits) > latest(before)) perTrigger.set(key, effect.exits);
  }
  let sets: readonly Exit[] = [{ acts: [] }];
  for (const exits of perTrigger.values()) {
    if (exits.length === 0) return [];
    sets = eachOf(sets, exits);
  }
  return effects.length === 0 ? [] : smallest(sets);
}

function latest(exits: readonly Exit[]): string {
  return exits.reduce((day, exit) => (exit.earliest !== undefined && exit.earliest > day ? exit.earliest : day), "");
}
