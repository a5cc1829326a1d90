// How a listing ends: its End from the law's EndRule and the days of the decision, and the ways out with their earliest days.
// Read by the listing's constructor, the decider and whoever shows a listing's exits.
import { addDays, addMonths, hasEnded, later, ok, type End, type LawId, type Names, type PlainDate, type Result } from "../../terms/index.ts";
import { versionOn, type EndRule, type ExitRule, type List } from "../../rules/index.ts";
import { governingDay, type GoverningDays } from "./governing-day.ts";
import { refuse, type Refusal } from "../refusals.ts";
import type { WaySaid } from "../refusal-facts.ts";
import { deadline, type DueDay, type Suspension, type WorkingCalendar } from "../clocks/working-days.ts";

/** The End of a listing the register itself keeps: an End that is not stated is none. */
export type KeptEnd = Exclude<End, { readonly kind: "notStated" }>;

/** One way out of a listing. `earliest`: the day from which the law opens it; absent: at once. */
export interface ExitDay {
  readonly act: ExitRule["act"];
  /** Id of the exit in the law. */
  readonly exit: string;
  readonly earliest?: PlainDate;
  /** By when an application made on `earliest`, or on the day asked if that is later, must be decided. */
  readonly decideBy?: PlainDate;
  readonly provisional?: true;
  readonly by?: LawId;
  readonly names: Names;
  readonly conditions: readonly Names[];
  /** Lists the organisation must be off first. */
  readonly needs?: readonly LawId[];
  /** The repair rule and tier it comes from; absent: the list's own rule. */
  readonly repair?: LawId;
  readonly tier?: string;
  /** Where the law leaves open which rule governs: the one this follows. */
  readonly reading?: LawId;
}

/** Ways out as a refusal names them. */
export function waysSaid(ways: readonly ExitDay[]): readonly WaySaid[] {
  return ways.map(({ exit, names, act, earliest }) => ({ exit, names, act, ...(earliest === undefined ? {} : { earliest }) }));
}

/** What must be known of a listing to say how one gets off it. */
export interface ListingFacts {
  readonly end: End;
  readonly days: Omit<GoverningDays, "asked">;
}

export function endOf(list: List, days: GoverningDays): Result<KeptEnd, Refusal> {
  const day = governingDay(list.endAnchor, days);
  if (day === undefined) return refuse("day-of-act-unknown", list.id, `how long a listing on \`${list.id}\` lasts is settled by the law of the day of the act, and that day is not stated: propose the listing with the day of the act`, { kind: "end", list: list.id });
  const version = versionOn(list.end, day);
  if (version === undefined || version.value.kind === "notStated") {
    return refuse("no-end", list.id, `the law does not state how a listing on \`${list.id}\` ends, so none can be made: warn the organisation, or state the End in the law first`, { kind: "notStated", governingDay: day, list: list.id });
  }
  return endByRule(version.value, list.id, days);
}

/** The End that follows from the rule: `until` is the first free day. */
export function endByRule(end: Exclude<EndRule, { readonly kind: "notStated" }>, list: LawId, days: GoverningDays): Result<KeptEnd, Refusal> {
  switch (end.kind) {
    case "untilDone":
      return ok({ kind: "untilDone", what: end.what.en });
    case "permanent":
      return ok({ kind: "permanent", basis: end.because.en });
    case "fixed":
    case "reviewFrom": {
      const start = { decision: days.decidedOn, effect: days.effectiveFrom, publication: days.publishedFrom }[end.from];
      if (start === undefined) return refuse("no-end", list, `the term of a listing on \`${list}\` runs from its publication, and it is not to be published: it would never end; state the day of publication`, { kind: "notPublished", list });
      const months = (end.years ?? 0) * 12 + (end.months ?? 0);
      const day = addDays(addMonths(start, months), end.kind === "fixed" ? (end.days ?? 0) : 0);
      if (day <= start) return refuse("no-end", list, `the law gives the term of a listing on \`${list}\` no length`, { kind: "noLength", list });
      return ok(end.kind === "fixed" ? { kind: "fixed", until: day } : { kind: "reviewFrom", day, what: end.what.en });
    }
  }
}

/** The law's exits for such a listing, each in the version of the day its own anchor names; the same exit once. */
export function exitRules(list: List, days: GoverningDays): readonly ExitRule[] {
  const found = new Map<string, ExitRule>();
  for (const version of list.exits) {
    for (const exit of version.value) {
      const day = governingDay(exit.anchor, days);
      if (day !== undefined && versionOn(list.exits, day) === version && !found.has(exit.id)) found.set(exit.id, exit);
    }
  }
  return [...found.values()];
}

/** Whether a rule is a way out of a listing with this End: a term is none where no day is fixed. */
export function isWayOut(exit: ExitRule, end: End): boolean {
  return exit.act !== "term" || end.kind === "fixed";
}

/** The ways out that stand on the day `on`; none once the term has ended. */
export function exitsOf(list: List, listing: ListingFacts, on: PlainDate, calendar: WorkingCalendar, suspensions: readonly Suspension[] = []): readonly ExitDay[] {
  if (hasEnded(listing.end, on)) return [];
  return exitRules(list, { ...listing.days, appliedOn: on, asked: on })
    .filter((exit) => isWayOut(exit, listing.end))
    .map((exit) => exitDay(exit, listing, on, calendar, suspensions));
}

export function exitDay(exit: ExitRule, listing: ListingFacts, on: PlainDate, calendar: WorkingCalendar, suspensions: readonly Suspension[]): ExitDay {
  const earliest = earliestDay(exit, listing);
  const decideBy: DueDay | undefined = exit.decideWithin === undefined ? undefined : deadline(exit.decideWithin, later(on, earliest ?? on), calendar, suspensions);
  return {
    act: exit.act, exit: exit.id, names: exit.names, conditions: exit.conditions,
    ...(earliest === undefined ? {} : { earliest }),
    ...(decideBy === undefined ? {} : { decideBy: decideBy.day }),
    ...(decideBy?.provisional === true ? { provisional: true as const } : {}),
    ...(exit.by === undefined ? {} : { by: exit.by }),
    ...(exit.needs === undefined ? {} : { needs: exit.needs }),
  };
}

/** Counted from the publication, or from the effect of a listing that is not published; a term opens with its End, a review on its day. */
export function earliestDay(exit: ExitRule, listing: ListingFacts): PlainDate | undefined {
  if (exit.act === "term" && listing.end.kind === "fixed") return listing.end.until;
  const counted = exit.earliestMonths === undefined ? undefined : addMonths(listing.days.publishedFrom ?? listing.days.effectiveFrom, exit.earliestMonths);
  if (exit.act !== "review" || listing.end.kind !== "reviewFrom") return counted;
  return counted === undefined ? listing.end.day : later(counted, listing.end.day);
}
