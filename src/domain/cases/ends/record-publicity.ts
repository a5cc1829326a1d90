// Record publicity: the day on which the repair rules in force end the publication of a record by themselves, without anybody's asking. Known
// only where each rule that speaks is settled on one tier; read by publication/.
import { later, type LawId, type PlainDate } from "../../terms/index.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { endOfTier, speakingRepairs, type Repairable } from "./repair-rules.ts";

/**
 * The first day on which the record is no longer published; undefined where no rule says so, or not by a tier that is settled. Of several
 * rules that speak it is the latest: what one of them still lets be published is not taken down by another.
 */
export function publicityEndsOn(law: LawBook, record: Repairable, on: PlainDate): PlainDate | undefined {
  const ends = endsByRule(law, record, on).map(({ end }) => end);
  return ends.reduce<PlainDate | undefined>((latest, end) => (latest === undefined || end === undefined ? undefined : later(latest, end)), ends[0]);
}

/** The rules that end the publication on that day. */
export function publicityEndedBy(law: LawBook, record: Repairable, on: PlainDate): readonly LawId[] {
  const last = publicityEndsOn(law, record, on);
  return last === undefined ? [] : endsByRule(law, record, on).filter(({ end }) => end === last).map(({ rule }) => rule);
}

/** The day each rule that speaks ends it on; undefined where it does not, or not by a tier that is settled. */
function endsByRule(law: LawBook, record: Repairable, on: PlainDate): readonly { readonly rule: LawId; readonly end: PlainDate | undefined }[] {
  return speakingRepairs(law, record, on).map(({ rule, tiers: [tier, ...others] }) => ({
    rule: rule.id, end: tier === undefined || others.length > 0 || record.holds === undefined || tier.when === undefined || record.holds(tier.when) !== "true" ? undefined : endOfTier(tier, record.days),
  }));
}
