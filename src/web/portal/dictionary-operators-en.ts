// The words of the operators' page, in English; dictionary-en.ts takes them up.
import type { OperatorsMessages } from "./dictionary-operators-zh.ts";

export const operatorsEn: OperatorsMessages = {
  title: "Operations", lead: "What the keeper of the register looks after: what came in last, what waits for whom, which letters were not sent, how much room there is, and how far what is kept in memory lags behind.", position: "The ledger stands at", rulebook: "Rulebook",
  doorNote: "for the keeper of the register, on this machine alone",
  warnings: "Warnings", noWarnings: "No warning.", noWarningsNote: "The files of the law can be read, and they are the law in use.",
  queues: "What waits", queuesNote: "now", held: "Held rows", cases: "Open cases", casesLate: "of them late", releases: "Releases to take over", releasesLate: "of them late",
  imports: "Last imports", importsNote: "of each sheet and source", noImports: "Nothing has been handed in yet.", columns: { day: "Handed in", sheet: "Sheet", source: "Source", rows: "Rows", records: "Entered", duplicates: "Duplicates", held: "Held", refused: "Refused" }, keeper: "the keeper",
  mail: "Letters", mailNote: "by what became of them", states: { waiting: "waiting", sending: "being sent", sent: "sent", refused: "not sent", uncertain: "arrival unknown" }, failed: "Letters that failed", noFailed: "No letter has failed.", failedColumns: { subject: "Letter", to: "To", state: "State", tries: "Tries", error: "Why" },
  storage: "Room", storageNote: "the data folder and its disk", unknownStorage: "Where the register is kept is not known here.", folder: "Data folder", database: "the database in it", elsewhere: "the database is elsewhere", free: "Free on the disk",
  views: "Kept in memory", viewsNote: "against the ledger", viewColumns: { view: "What", position: "Read up to", lag: "Behind by" }, view: { names: "Names", index: "Restriction index", snapshot: "Snapshot of the index" }, notKept: "not kept, or not built yet", lag: (n) => `${n} events`, none: "nothing",
  machine: "For programs", machineNote: "the same figures, in the text form of Prometheus",
};
