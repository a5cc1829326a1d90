// The door of outgoing: values in, bytes out. Sheets for submitters and authorities, tables for exports; nothing here is kept.
export * from "./annotated-copy.ts";
export { formulaSafe, writeCsv, type CsvForm } from "./csv-text.ts";
export type { RowFinding } from "./row-notes.ts";
export * from "./template-sheet.ts";
