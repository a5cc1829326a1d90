// The door of terms: the words every room shares, as plain values. Imports nothing.
export * from "./amount.ts";
export * from "./brand.ts";
export * from "./end.ts";
export * from "./finding.ts";
export * from "./ids.ts";
export * from "./json.ts";
export * from "./located.ts";
export * from "./names.ts";
export * from "./period.ts";
export * from "./plain-date.ts";
export * from "./result.ts";
export * from "./sheet.ts";
export * from "./truth.ts";
