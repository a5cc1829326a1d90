// The door of cases: procedures as deciders over the events of one matter, their steps read from the law; the only way to a
// listing of the register's own; working days, deadlines, Ends and ways out.
export * from "./answer-window.ts";
export * from "./case-state.ts";
export * from "./commands.ts";
export * from "./deadlines.ts";
export { endByRule, endOf, exitsOf, type ExitDay, type KeptEnd, type ListingFacts } from "./end-of-listing.ts";
export * from "./exits-in-law.ts";
export * from "./governed-end.ts";
export { governingDay, type GoverningDays } from "./governing-day.ts";
export { constructListing, KeptListing, type Ground, type Served as ServedNotice, type StatedBasis, type SubstitutedService } from "./kept-listing.ts";
export { decide } from "./listing-case.ts";
export { mayList, type LawBook } from "./listing-law.ts";
export { decideMeasure, type DecideMeasure, type MeasureContext } from "./measure-decision.ts";
export { criteriaPropose, type EvaluatedCriterion } from "./proposal-criteria.ts";
export * from "./precedence.ts";
export { CASE_REFUSALS, type CaseRefusalCode } from "./refusals.ts";
export * from "./suspensions.ts";
export * from "./working-days.ts";
