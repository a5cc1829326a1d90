// The door of rules: law entries as located values in, a linked, dated, frozen Rulebook out; all findings at once.
export * from "./language.ts";
export * from "./rulebook.ts";
