// The door of restrictions: (organisation, act, where, day) -> answer with reasons. derive.ts is the law in plain slow lines.
export * from "./answer.ts";
export * from "./assess.ts";
export * from "./compare-answers.ts";
export * from "./criteria-by-id.ts";
export * from "./derive.ts";
export * from "./exits.ts";
export { questionInWords } from "./example-words.ts";
export * from "./explain.ts";
export * from "./foresee.ts";
export * from "./measure-outcome.ts";
export * from "./run-example.ts";
export * from "./score.ts";
export { isWithin, recordFacts, type Scene } from "./facts.ts";
export { listingUnderLaw, standingListings, type Standing } from "./standing-listings.ts";
export { listHits, type Hit, type Sight } from "./triggers.ts";
export * from "./ways-out.ts";
