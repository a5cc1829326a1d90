// How a listing ends by itself once precedence has been heard: its End on file, a later version of the list's rule that moves or
// softens it, and repair rules the law puts beside the list's own. Where the law leaves open which governs, every reading is given.
import { covers, earlier, hasEnded, untilOf, type End, type LawId, type PlainDate } from "../../terms/index.ts";
import { valueOn, type List } from "../../rules/index.ts";
import { endByRule, type ListingFacts } from "./end-of-listing.ts";
import { lawDayOf, type ExitQuestion } from "./exits-in-law.ts";
import type { GoverningDays } from "./governing-day.ts";
import { pendingUnder, precedenceOf, settle } from "./precedence.ts";
import { endOfTier, speakingRepairs, type SpeakingRepair } from "./repair-rules.ts";

/** How the listing ends under one rule. */
export interface EndReading {
  readonly reading: LawId;
  readonly tier?: string;
  readonly end: End;
}

export interface GovernedEnd {
  /** The End that governs; where that is open, the one of the first reading. */
  readonly end: End;
  /** Readings that differ on whether the listing stands on the day; empty: they do not, or there is but one. */
  readonly open: readonly EndReading[];
  /** The rule of precedence that leaves it open; absent: it is not open, or only the tier is not known. */
  readonly precedence?: LawId;
}

/** The End that governs a listing on the day asked. What no rule of precedence names keeps the End it has on file. */
export function governedEnd(question: Omit<ExitQuestion, "calendar">, list: List, listing: ListingFacts): GovernedEnd {
  const { law, on } = question;
  if (listing.end.kind === "notStated" || !precedenceOf(law).named.has(list.id)) return { end: listing.end, open: [] };
  const day = lawDayOf(question);
  const days: GoverningDays = { ...listing.days, appliedOn: question.appliedOn ?? on, asked: on };
  const end = endUnder(question, list, listing.end, days, day);
  const rivals = rivalsOf(question, list, days, day);
  const settled = settle(law, day, [list.id, ...rivals.map((rival) => rival.rule.id)], list.id);
  if (settled === undefined || (settled.kind === "governs" && settled.rule === list.id)) return { end, open: [] };
  const ids = settled.kind === "governs" ? [settled.rule] : settled.readings;
  const readings = ids.flatMap((id): readonly EndReading[] => (id === list.id ? [{ reading: id, end }] : endsUnder(rivals, id, end, days)));
  const governs = latestOf(ids.includes(list.id) ? [{ reading: list.id, end }] : readings) ?? end;
  const disagree = new Set(readings.map((each) => hasEnded(each.end, on))).size > 1;
  return { end: governs, open: disagree ? readings : [], ...(disagree && settled.kind === "open" && settled.precedence !== undefined ? { precedence: settled.precedence } : {}) };
}

/** The End on file, or what a later version of the list's rule makes of it, where the law lets that reach back. */
function endUnder({ law }: Pick<ExitQuestion, "law">, list: List, onFile: End, days: GoverningDays, day: PlainDate): End {
  const pending = pendingUnder(law, list.id, day);
  const rule = pending === "new" || pending === "milder" ? valueOn(list.end, day) : undefined;
  if (rule === undefined || rule.kind === "notStated") return onFile;
  const later = endByRule(rule, list.id, days);
  if (!later.ok) return onFile;
  return pending === "new" || dayOf(later.value) < dayOf(onFile) ? later.value : onFile;
}

/** An End without a day lies behind every day. */
function dayOf(end: End): string {
  return untilOf(end) ?? "9999";
}

/** Repair rules that end what they cover by themselves and that a rule of precedence names together with the list. */
function rivalsOf({ law, holds }: Pick<ExitQuestion, "law" | "holds">, list: List, days: GoverningDays, day: PlainDate): readonly SpeakingRepair[] {
  const beside = precedenceOf(law).prefers.filter((entry) => entry.among.includes(list.id) && covers(entry, day)).flatMap((entry) => entry.among);
  if (beside.length === 0) return [];
  return speakingRepairs(law, { of: list.id, days, ...(holds === undefined ? {} : { holds }) }, day)
    .filter(({ rule, tiers }) => beside.includes(rule.id) && tiers.some((tier) => endOfTier(tier, days) !== undefined));
}

/** One reading for each tier that may apply: the longest publicity never prolongs what ends sooner. */
function endsUnder(rivals: readonly SpeakingRepair[], id: LawId, own: End, days: GoverningDays): readonly EndReading[] {
  return rivals.filter(({ rule }) => rule.id === id).flatMap(({ rule, tiers }) => tiers.map((tier): EndReading => {
    const day = endOfTier(tier, days);
    const until = untilOf(own);
    return { reading: rule.id, tier: tier.id, end: day === undefined ? own : { kind: "fixed", until: until === undefined ? day : earlier(until, day) } };
  }));
}

/** The last End among readings of one rule: nothing is free before the longest of the tiers that may apply. */
function latestOf(readings: readonly EndReading[]): End | undefined {
  return readings.reduce<End | undefined>((last, { end }) => (last === undefined || dayOf(end) > dayOf(last) ? end : last), undefined);
}
