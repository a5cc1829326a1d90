// The words of the pages about suppliers, in English; dictionary-en.ts takes them up.
import type { SuppliersMessages } from "./dictionary-suppliers-zh.ts";

export const suppliersEn: SuppliersMessages = {
  title: "Check a whole list of suppliers", short: "List of suppliers", link: "Check a whole list of suppliers",
  lead: "Hand in a list of names and codes. Each row is answered: which organisation of this register it is, whether it is bound today, and its earliest way out.", nothingKept: "What is handed in is not kept and stands in no log.",
  file: "Spreadsheet", fileNote: (rows) => `.xlsx or CSV, at most 10 MB and ${rows} rows. Only columns headed name, code or country are read; without headings, only the first column of text.`,
  or: "Or", lines: "paste lines", linesNote: "One supplier a line: a name, a code, or both with a tab or a comma between them.", linesExample: "Example Trading Ltd, 91990101MA0FERRY0G",
  act: "Act", anyAct: "All acts (the gravest state)", send: "Check the list", again: "Check again", another: "Check another list", place: "Where",
  result: (rows) => `List of suppliers: ${rows} rows`, forAct: "State for", overAll: "State: the gravest over all acts",
  counts: { matched: "Matched", held: "To choose", absent: "Nothing on file here", refused: "Refused" }, countNotes: { matched: "one organisation of this register", held: "several are possible, or something contradicts", absent: "which is not “clear”", refused: "kept by row number only" },
  bySign: "Of those matched", rows: "Row by row", show: "Show", shown: { all: "All rows", bound: "Bound", undetermined: "Undetermined", may: "May be bound", favoured: "Favoured", clear: "Clear", held: "To choose", absent: "Nothing on file here", refused: "Refused" },
  showing: (n, total) => `${n} of ${total} rows`, none: "No row is so.", noneNote: "Choose other rows to show.",
  columns: { row: "Row", asked: "Handed in", organisation: "On this register", state: "State", earliest: "Earliest way out" },
  how: { file: "by file number", code: "by code", name: "exact name", alias: "exact alias or former name", score: "by comparison", chosen: "chosen by you", part: "part of the name agrees", near: "one letter of the name differs" },
  score: (score, parts) => `${score} of 1,000: ${parts}`, part: { name: "name", code: "the code", country: "country", address: "address", form: "legal form", local: "name in local writing", branch: "branch", number: "numbers in the name" },
  otherName: "the name handed in is none of its names on file", inActs: (n) => (n === 1 ? "in 1 act" : `in ${n} acts`), notThen: "not on file at these clocks",
  held: "To choose", heldWhy: { several: "It could be any of these; choose one:", contradicts: "It contradicts what is on file; look, then choose:", uncertain: "Not certain enough; look, then choose:" }, choose: (name) => `This row means ${name}`, notChosen: "none of them, or not yet",
  absent: "Nothing on file here", absentNote: "That is not “clear”: there may be records elsewhere, or the name may be written otherwise.", search: "Search",
  refused: { person: "It looks like a natural person’s number. This register has no persons; the row was not looked up and its content is not shown again.", formula: "A cell holds a formula. Put the value in its place.", broken: "The row cannot be read.", long: "A text has more than 300 characters.", code: "The row has no name, and its code is not a valid one." }, refusedMark: "Refused",
  download: "Take along", csv: "CSV", xlsx: "Workbook", receipt: "Signed receipt for the lot", receiptNote: "Choose an act to take a receipt.",
  wrong: { nothing: "No file was chosen and nothing was pasted.", unreadable: "The file holds no list of suppliers that can be read. Hand in an .xlsx or CSV with a supplier a row.", tooMany: "There are too many rows. Split the list.", tooLarge: "The file has more than 10 MB. Leave only names and codes, or split it.", tooLong: "What was pasted is too long. Hand it in as a file, or split it.", act: "The law of that day has no such act, or it cannot be done at that place. Choose another.", receipt: "The receipt would be too large. Split the list, each part with a receipt of its own.", nothingMatched: "No row came to an organisation, so there is nothing to watch.", foreign: "Watch lists are made and deleted from pages of this machine only; nothing was written." },
  watch: {
    title: "Watch list", keep: "Keep watching these", keepNote: (matched) => `The ${matched} matched get an address that only you know: a page for every morning that says what changed, and a feed. Only file numbers and the name you give are kept.`, label: "Name", make: "Make a watch list",
    lead: (n) => `${n} organisations watched: what changed in the last days, and where each stands today.`, secret: "Keep the address of this page: whoever has it sees the list, and it stands nowhere else. The register keeps only a digest of it.",
    changes: "What changed", since: "since", today: "Where they stand today", none: (days) => `Nothing to tell of the last ${days} days.`, noneNote: "The register published no new listing of these organisations.", endedNote: "Of a listing that has ended nobody is told whose it was, so it does not appear here; the state of today takes it into account.",
    day: "Day", what: "What", list: "List", told: { listed: "listed", published: "listing published" }, feeds: "Feeds", feedsNote: "a reader is told of each change", entry: (name, what, list) => `${name}: ${what}, ${list}`, feedTitle: (label) => `Watch list: ${label}`,
    delete: "Delete", deleteNote: "This page and its feeds will lead nowhere from then on.", deleteButton: "Delete this watch list",
  },
  findings: {
    "file-empty": "The file is empty.", "file-too-large": "The file has too many rows or cells. Split it into several.", "encoding-unknown": "The file’s encoding is not known. Save it as CSV in UTF-8, or as .xlsx.", "encoding-utf16": "The file is in UTF-16. Save it as CSV in UTF-8, or as .xlsx.",
    "quotes-unbalanced": "A quotation mark of the CSV has no partner. Save it again from a spreadsheet program.", "json-damaged": "The JSON is cut short or damaged.", "json-not-rows": "The JSON is not made of rows.", "workbook-damaged": "The workbook is damaged. Open it in a spreadsheet program and save it as a new .xlsx.",
    "workbook-encrypted": "The workbook is protected with a password, or in the old .xls format. Remove the password and save it as .xlsx.", "workbook-unsafe": "The workbook holds parts that no proper workbook has, and was not opened. Save it as a new .xlsx with values only.", "workbook-too-large": "The workbook would be too large when unpacked, and was not opened. Save names and codes alone as a new .xlsx.", "sheet-empty": "The sheet is empty.",
  },
  fileName: "suppliers-checked", sheetHow: "How it was matched", sheetCode: "Code", sheetFile: "File number",
};
