// The door of restrictions: (organisation, act, where, day) -> answer with reasons. derive.ts is the law in plain slow lines.
export * from "./answer.ts";
export * from "./assess.ts";
export * from "./derive.ts";
export * from "./exits.ts";
export * from "./explain.ts";
export * from "./run-example.ts";
export type { Scene } from "./facts.ts";
export { listHits, standingListings, type Hit, type Sight } from "./triggers.ts";
