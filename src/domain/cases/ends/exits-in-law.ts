// Ways out of a listing or record as the whole law states them: the list's own exits and the repair rules that cover it, each in the
// version its anchor names, and of several rules that speak to the same question those that govern. Read from the law; given to the
// listing's constructor, the decider and every answer.
import { addMonths, earlier, hasEnded, later, untilOf, type End, type LawId, type PlainDate, type Truth } from "../../terms/index.ts";
import { valueOn, type Criterion, type ExitRule, type List } from "../../rules/index.ts";
import { earliestDay, exitDay, exitRules, isWayOut, type ExitDay, type ListingFacts } from "./end-of-listing.ts";
import type { GoverningDays } from "./governing-day.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { pendingUnder, settle } from "./precedence.ts";
import { countedFrom, endOfTier, opensRepair, speakingRepairs, type SpeakingRepair } from "./repair-rules.ts";
import { deadline, type Suspension, type WorkingCalendar } from "../clocks/working-days.ts";

/** What is asked: how one gets rid of a listing (or record) on a day. */
export interface ExitQuestion {
  /** The whole rulebook, or a day's statute book. */
  readonly law: LawBook;
  /** The day of the statute book; not given: the day asked. */
  readonly lawDay?: PlainDate;
  readonly on: PlainDate;
  /** The day repair was applied for; not given: the day asked. */
  readonly appliedOn?: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly suspensions?: readonly Suspension[];
  /** Whether a tier's condition holds of it; not given: unknown. */
  readonly holds?: (condition: Criterion) => Truth;
}

/** The ways out of a listing that stand on the day; none once its term has ended. */
export function exitsInLaw(question: ExitQuestion, list: List, listing: ListingFacts): readonly ExitDay[] {
  const { law, on, calendar, suspensions = [] } = question;
  if (hasEnded(listing.end, on)) return [];
  const days: GoverningDays = { ...listing.days, appliedOn: question.appliedOn ?? on, asked: on };
  const rules = exitRulesUnder(law, list, { end: listing.end, days }, lawDayOf(question));
  const own = rules.filter((exit) => isWayOut(exit, listing.end)).map((exit) => exitDay(exit, listing, on, calendar, suspensions));
  return withRepairs(question, { of: list.id, end: listing.end, days }, own, list.id);
}

/** The ways out of what a record brings: by repair rules alone. The time of a tier that is already over has not ended what still stands, so it is no way out. `end`: of what it brings. */
export function exitsOfRecord(question: ExitQuestion, type: LawId, listing: ListingFacts): readonly ExitDay[] {
  if (hasEnded(listing.end, question.on)) return [];
  const days: GoverningDays = { ...listing.days, appliedOn: question.appliedOn ?? question.on, asked: question.on };
  return withRepairs(question, { of: type, end: listing.end, days }, [], undefined).filter((exit) => exit.act !== "term" || exit.earliest === undefined || question.on < exit.earliest);
}

/** The version of the statute book's day governs no later than that day. */
export function lawDayOf({ on, lawDay }: Pick<ExitQuestion, "on" | "lawDay">): PlainDate {
  return lawDay === undefined ? on : earlier(on, lawDay);
}

/** The list's own exits: by their anchors, unless the law says that listings under way move to a later version, or take the milder. */
export function exitRulesUnder(law: LawBook, list: List, listing: { readonly end: End; readonly days: GoverningDays }, day: PlainDate): readonly ExitRule[] {
  const pending = pendingUnder(law, list.id, day);
  if (pending === undefined) return exitRules(list, listing.days);
  const latest = valueOn(list.exits, day) ?? [];
  if (pending === "new") return latest;
  const begun = exitRules(list, { ...listing.days, asked: listing.days.decidedOn });
  if (pending === "old") return begun;
  const kept = begun.map((exit) => {
    const other = latest.find((each) => each.id === exit.id);
    return other !== undefined && opensOn(other, listing) < opensOn(exit, listing) ? other : exit;
  });
  return [...kept, ...latest.filter((exit) => begun.every((each) => each.id !== exit.id))];
}

/** At once comes before every day. */
function opensOn(exit: ExitRule, listing: ListingFacts): string {
  return earliestDay(exit, listing) ?? "";
}

interface Thing {
  readonly of: LawId;
  readonly end: End;
  readonly days: GoverningDays;
}

/**
 * The own exits and those of repair rules. Where a list knows no repair, setting right is its answer to the same question: how one is
 * restored by one's own act. `special`: the id of the list whose own rule goes before general ones. */
function withRepairs(question: ExitQuestion, thing: Thing, own: readonly ExitDay[], special: LawId | undefined): readonly ExitDay[] {
  const day = lawDayOf(question);
  const repairs = speakingRepairs(question.law, { of: thing.of, days: thing.days, ...(question.holds === undefined ? {} : { holds: question.holds }) }, day);
  if (repairs.length === 0) return own;
  const terms = own.filter((exit) => exit.act === "term");
  const restoring = own.some((exit) => exit.act === "repair") ? "repair" : "performance";
  const repaired = own.filter((exit) => exit.act === restoring);
  const others = own.filter((exit) => exit.act !== "term" && exit.act !== restoring);
  const ownSpeaks = special !== undefined && thing.end.kind !== "notStated";
  const byTerm: Readings = { own: terms, until: untilOf(thing.end) ?? "", rules: repairs.filter(({ tiers }) => tiers.some((tier) => endOfTier(tier, thing.days) !== undefined)).map((each) => [each.rule.id, () => termsOf(each, thing)]), ...(ownSpeaks ? { special } : {}) };
  const byRepair: Readings = { own: repaired, until: "", rules: repairs.filter(({ tiers }) => tiers.some(opensRepair)).map((each) => [each.rule.id, () => repairsOf(each, thing, question)]), ...(special === undefined || repaired.length === 0 ? {} : { special }) };
  return [...governing(question.law, day, byTerm), ...governing(question.law, day, byRepair), ...others];
}

/** What each rule that speaks to one question gives; `special`: the list, where its own rule speaks; `until`: its End, where no exit says it. */
interface Readings {
  readonly own: readonly ExitDay[];
  readonly until: string;
  /** What each repair rule gives that speaks; one that speaks may give nothing. Reckoned only where the rule governs. */
  readonly rules: readonly (readonly [LawId, () => readonly ExitDay[]])[];
  readonly special?: LawId;
}

/** The exits of the rule that governs; of several readings all, each named, unless they come to the same day. */
function governing(law: LawBook, day: PlainDate, { own, until, rules, special }: Readings): readonly ExitDay[] {
  const settled = settle(law, day, [...(special === undefined ? [] : [special]), ...rules.map(([id]) => id)], special);
  if (settled === undefined) return own;
  const readings = (settled.kind === "governs" ? [settled.rule] : settled.readings).map((id) => ({ id, exits: id === special ? own : (rules.find(([rule]) => rule === id)?.[1]() ?? []) }));
  const [governs, ...others] = readings.map(({ id, exits }) => ({ exits, days: id === special && exits.length === 0 ? until : daysOf(exits) }));
  if (governs !== undefined && others.every(({ days }) => days === governs.days)) return governs.exits;
  return readings.flatMap(({ id, exits }) => exits.map((exit) => ({ ...exit, reading: id })));
}

function daysOf(exits: readonly ExitDay[]): string {
  return [...new Set(exits.map((exit) => exit.earliest ?? ""))].sort().join(" ");
}

/** The longest time of a tier ends what has no earlier End; it never prolongs. */
function termsOf({ rule, tiers }: SpeakingRepair, thing: Thing): readonly ExitDay[] {
  const until = untilOf(thing.end);
  return tiers.flatMap((tier): ExitDay[] => {
    const longest = endOfTier(tier, thing.days);
    const earliest = longest !== undefined && until !== undefined ? earlier(until, longest) : longest;
    return earliest === undefined ? [] : [{ act: "term", exit: `${rule.id}#${tier.id}`, repair: rule.id, tier: tier.id, names: tier.names, conditions: [], earliest }];
  });
}

/** Repair opens after the tier's months, and never once what it would end has ended. */
function repairsOf({ rule, tiers }: SpeakingRepair, thing: Thing, { on, calendar, suspensions = [] }: ExitQuestion): readonly ExitDay[] {
  return tiers.filter(opensRepair).flatMap((tier): ExitDay[] => {
    const earliest = tier.minimumMonths === undefined ? undefined : addMonths(countedFrom(thing.days), tier.minimumMonths);
    if (earliest !== undefined && hasEnded(thing.end, earliest)) return [];
    const decideBy = rule.decideWithin === undefined ? undefined : deadline(rule.decideWithin, later(on, earliest ?? on), calendar, suspensions);
    return [{
      act: "repair", exit: `${rule.id}#${tier.id}`, repair: rule.id, tier: tier.id, names: tier.names, conditions: [...rule.conditions, ...tier.documents],
      ...(earliest === undefined ? {} : { earliest }), ...(decideBy === undefined ? {} : { decideBy: decideBy.day }), ...(decideBy?.provisional === true ? { provisional: true as const } : {}),
      ...(rule.decidedBy === undefined ? {} : { by: rule.decidedBy }),
    }];
  });
}
