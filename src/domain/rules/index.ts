// The door of rules: law entries as located values in, a linked, dated, frozen Rulebook out; all findings at once.
// Also the evaluation of criteria, with reasons.
export { packRulebook, unpackRulebook } from "./compiled.ts";
export * from "./criteria.ts";
export { lawFields } from "./field-tables.ts";
export * from "./language.ts";
export * from "./law-finding.ts";
export type { RawEntry } from "./reading/collect.ts";
export { loadLaw, loadRulebook, type LoadedLaw } from "./load.ts";
export { decimalsOf, parseMoney } from "./money.ts";
export { withPeople } from "./people-view.ts";
export * from "./rulebook.ts";
export { withEntries } from "./with-entries.ts";
