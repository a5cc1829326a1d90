// The door of rules: law entries as located values in, a linked, dated, frozen Rulebook out; all findings at once.
// Also the evaluation of criteria, with reasons.
export * from "./criteria.ts";
export { lawFields } from "./field-tables.ts";
export * from "./language.ts";
export * from "./law-finding.ts";
export { loadRulebook } from "./load.ts";
export * from "./rulebook.ts";
