// The words of handing in files, in English; dictionary-en.ts takes them up.
import type { HandinMessages } from "./dictionary-handin-zh.ts";

const figure = (n: number): string => n.toLocaleString("en");
const rows = (n: number): string => (n === 1 ? "1 row" : `${figure(n)} rows`);

export const handinEn: HandinMessages = {
  title: "Hand in a file", lead: "Fill in a sheet and hand it in here. Every row becomes a record, or is a duplicate, is held, or is refused; the accepted rows enter together. What is wrong comes back to you, each with how to mend it.",
  toHandIn: "Hand in a file", toHandInNote: "records and lists, sheets to download, batches to take back, rows that wait to be settled",
  form: "Hand in", sheet: "Sheet", chooseSheet: "Choose a sheet", file: "File", fileNote: (megabytes) => `A workbook (.xlsx), CSV or JSON of up to ${megabytes} MB.`, asOf: "Day of the edition", asOfNote: "The day the list stood like this. Left empty: the day the file states, or else the newest day in it.",
  strict: "Refuse the whole file on any finding", strictNote: "Left empty, rows without findings enter, and the others come back to you.", send: "Hand in the file",
  cancelled: "The submission was cancelled. Nothing of it was kept.", noSheets: "There is no sheet this office may hand in.", noSheetsNote: "A sheet of a list is for its owner and the authorities below it; sheets of records are for authorities with the power to record.",
  recent: "On their way, and just ended", recentNote: (minutes) => `kept in memory for ${minutes} minutes after their end`, recentColumns: { file: "File", sheet: "Sheet", state: "State" },
  states: { running: "coming in", done: "in the register", refused: "not taken", fault: "failed" },
  sheets: "Sheets to fill in", sheetsNote: "workbooks with drop-downs and an explanation; leave the headers as they are", sheetColumns: { sheet: "Sheet", about: "About", required: "Required columns", columns: "Columns", download: "Download" },
  kinds: { record: "Records", list: "Lists", organisation: "Organisations" }, complete: "complete edition: what it no longer carries ends", notInForce: "no longer in force", workbook: (name) => `XLSX, ${name}`, csv: (name) => `CSV, ${name}`,
  batches: "Batches handed in", batchesNote: "the newest at the top", noBatches: "This office has handed in nothing yet.", noBatchesNote: "Batches appear here once they are in.", older: (n) => `${n} older ones are not shown.`,
  batchColumns: { day: "Handed in", sheet: "Sheet", rows: "Rows", records: "Entered", duplicates: "Duplicates", held: "Held", refused: "Refused", state: "State" }, openBatch: (sheet, day) => `Open ${sheet} of ${day}`, withdrawnWord: "taken back", waitingWord: (n) => `${rows(n)} held`, inForce: "stands",
  running: { title: (name) => `${name} is coming in`, note: "This page keeps itself up to date. Until the rows are stored it can be cancelled, and then nothing of it is kept.", cancel: "Cancel the submission", progress: "Progress", rows: (done, total) => `${done} of ${total}`, refresh: "See how far it is" },
  steps: { reading: "Reading the file", "looking up codes": "Looking up codes", "looking up records": "Looking up records", "looking for organisations": "Looking for organisations", "comparing with what is on file": "Comparing with what is on file", storing: "Storing" },
  done: {
    title: (name) => `What came of ${name}`, all: (n) => `${n === 1 ? "The row" : `All ${rows(n)}`} entered the register.`, some: (records, all) => `${figure(records)} of ${rows(all)} entered the register.`, none: "No new record entered the register.", repeated: "This file was handed in before. Nothing was changed.", repeatedNote: "Below is the batch it made then.", tooLate: "It was over before it could be cancelled. A batch that is wrong can be taken back.",
    counts: { rows: "Rows", records: "Entered", duplicates: "Duplicates", held: "Held", refused: "Refused" }, batch: "Batch", asOf: "Day of the edition", asOfWord: "day of the edition", inferred: "inferred", joins: (n) => `${rows(n)} joined to organisations on file.`, since: (changed, gone) => `Since the edition before: ${changed} changed, ${gone} gone.`,
    toBatch: "Open the batch", again: "Hand in again, mended",
  },
  refused: { title: (name) => `${name} was not taken` }, fault: { head: "The submission failed, and nothing was stored.", note: (reference) => `Hand it in again; if it stays, report the reference ${reference}.` },
  findings: "Findings and how to mend them", findingsNote: (n) => (n === 1 ? "1 finding" : `${n} findings`), moreFindings: (n) => `${n} more stand in the annotated copy.`, noFindings: "Nothing was found.", noFindingsNote: "Every row fits the sheet.",
  copy: "Download the annotated copy", copyNote: (minutes) => `The copy is your own file with every finding beside its row. It is kept in memory for ${minutes} minutes, for this office alone, and then it is gone. Mended, it can be handed in as it is: the two added columns are not read.`,
  held: "Rows that are held", heldNote: "a person says which organisation each one means", row: (n) => `Row ${n}`, rowWord: "Row", candidates: "It may be", newOne: "None of them: an organisation that is not on file yet", because: "Because", reason: "Why you decide so", settle: "Settle the row", settleFor: (n) => `Settle the row ${n}`, noCandidates: "There is no candidate now.",
  why: { "its code and its name point to different organisations": "Its code and its name point to different organisations.", "it may be an organisation on file, and that is not certain": "It may be an organisation on file, and that is not certain." },
  batch: {
    day: "handed in on", title: (sheet) => `Batch: ${sheet}`, settled: "The row is settled and has entered the register.", taken: "The batch is taken back: every answer from now on is as if it had never been handed in.", withdrawn: (reason) => `Taken back. Reason: ${reason}`,
    take: "Take the batch back", takeNote: "Every answer from then on is as if it had never been handed in. That it was, and was taken back, stays on record.", reason: "Why it is taken back", takeButton: "Take this batch back", refusedRows: "Rows that were refused", refusedNote: "nothing of them was kept but the number and why", codes: "Why", back: "Back to handing in", noHeld: "No row is held.",
  },
  said: { noFile: "No file was chosen.", noFileRemedy: "Choose a file first; nothing was written.", noReason: "No reason was given.", noReasonRemedy: "Say why; nothing was written.", noChoice: "No organisation was chosen.", noChoiceRemedy: "Choose one of the candidates, or that it is none of them; nothing was written.", over: "The file is too large.", overRemedy: "Hand it in as several files; nothing was written.", settleHere: "Settle it on this page, or mend the name or the code and hand it in again." },
};
