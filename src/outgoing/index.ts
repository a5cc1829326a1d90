// The door of outgoing: values in, bytes out. Sheets for submitters and authorities, tables for exports, feeds; nothing here is kept.
export * from "./annotated-copy.ts";
export { formulaSafe, writeCsv, type CsvForm } from "./csv-text.ts";
export { atomText, jsonFeedText, type Feed, type FeedEntry } from "./feed.ts";
export type { RowFinding } from "./row-notes.ts";
export { sarifOf, type SarifOptions } from "./sarif.ts";
export * from "./template-sheet.ts";
