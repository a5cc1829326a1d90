// The day whose version of a rule governs: the rule's anchor, and the days of the matter it may name. Asked wherever a rule of the
// law is picked by day: Ends, ways out, procedures, repair.
import type { PlainDate } from "../../terms/index.ts";
import type { Anchor } from "../../rules/index.ts";

/** The days a rule may be anchored to, as far as they are known. */
export interface GoverningDays {
  readonly actedOn?: PlainDate;
  readonly appliedOn: PlainDate;
  readonly decidedOn: PlainDate;
  readonly effectiveFrom: PlainDate;
  readonly publishedFrom?: PlainDate;
  readonly asked: PlainDate;
}

/** The day whose version of a rule governs; undefined only for the day of an act that was not stated. */
export function governingDay(anchor: Anchor, days: GoverningDays): PlainDate | undefined {
  switch (anchor) {
    case "act":
      return days.actedOn;
    case "decision":
      return days.decidedOn;
    case "publication":
      return days.publishedFrom ?? days.effectiveFrom;
    case "application":
      return days.appliedOn;
    case "dayAsked":
      return days.asked;
  }
}
