// The door of outgoing: values in, bytes out. Sheets for submitters and authorities, tables for exports, feeds, letters and
// calendars; nothing here is kept.
export * from "./annotated-copy.ts";
export { alertLetter, confirmLetter, type AlertLetter, type AlertLine } from "./alert-text.ts";
export { webhookHeaders, webhookSecret } from "./webhook-signature.ts";
export { calendarText, type CalendarDeadline, type CalendarFeed } from "./calendar.ts";
export { articleText } from "./articles.ts";
export { formulaSafe, writeCsv, type CsvForm } from "./csv-text.ts";
export { decisionTemplate, outcomeText, stateColumn } from "./decision-sheet.ts";
export { atomText, jsonFeedText, type Feed } from "./feed.ts";
export type { Letter, LetterKind, LetterBasis, LetterConsequence, LetterDay, LetterRemedy, Wording } from "./letter.ts";
export { letterPdf, type PrintedLetter } from "./letter-pdf.ts";
export type { PrintingProblem } from "./typst-press.ts";
export { dayInWords } from "./letter-words.ts";
export { letterText } from "./letter-text.ts";
export { moneyText } from "./money-text.ts";
export { byReason, effectWords, sourceWords, verifyAddress } from "./report-paper.ts";
export { certificatePdf, qrCode, reportPdf, type SignedReports } from "./report-pdf.ts";
export { endInWords, periodInWords, REPORT_WORDS, statementInWords, type ReportWords } from "./report-words.ts";
export type { RowFinding } from "./row-notes.ts";
export { plainText } from "./shown-text.ts";
export { sarifOf, type SarifOptions } from "./sarif.ts";
export * from "./template-sheet.ts";
export { writeTable } from "./table-sheet.ts";
export { columnLetters } from "./xml-text.ts";
