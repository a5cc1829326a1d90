// The door of register: what is on file, replayed from events; what a listing is on a day; what the next edition changes.
export * from "./closure.ts";
export * from "./edition.ts";
export * from "./listing.ts";
export * from "./organisation.ts";
export * from "./on-file.ts";
export { heldKey, isKnown } from "./evolve.ts";
export * from "./replay.ts";
export * from "./resting.ts";
export * from "./row.ts";
export * from "./spells.ts";
