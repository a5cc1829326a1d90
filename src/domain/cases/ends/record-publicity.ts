// Record publicity: the day on which the repair rules in force end the publication of a record by themselves, without anybody's asking. Known
// only where each rule that speaks is settled on one tier; read by publication/.
import { later, type PlainDate } from "../../terms/index.ts";
import type { LawBook } from "../listing/listing-law.ts";
import { endOfTier, speakingRepairs, type Repairable } from "./repair-rules.ts";

/**
 * The first day on which the record is no longer published; undefined where no rule says so, or not by a tier that is settled. Of several
 * rules that speak it is the latest: what one of them still lets be published is not taken down by another.
 */
export function publicityEndsOn(law: LawBook, record: Repairable, on: PlainDate): PlainDate | undefined {
  const speaking = speakingRepairs(law, record, on);
  const ends = speaking.map(({ tiers: [tier, ...others] }) => (tier === undefined || others.length > 0 || record.holds === undefined || tier.when === undefined || record.holds(tier.when) !== "true" ? undefined : endOfTier(tier, record.days)));
  return ends.reduce<PlainDate | undefined>((latest, end) => (latest === undefined || end === undefined ? undefined : later(latest, end)), ends[0]);
}
