// The door of store: what is kept. `openLedger` opens the log of events in a folder (SQLite) or a PostgreSQL;
// `createMemoryLedger` makes one that lives as long as the process, for the laboratory and for tests.
export { verifyCommitment } from "./commitment.ts";
export { onlyText } from "./only-text.ts";
export type { Appended, BriefReading, Conflict, EventsOfKey, Ledger, NameQuery, ReadQuery } from "./ledger.ts";
export { faultOfBackup, readBackupFile, writeBackupFile } from "./backup-file.ts";
export { NotARegister, openKeptTables, type KeptTables, type RowsOfMoment } from "./kept-tables.ts";
export { columnsOf, isKeptTable, KEPT_TABLES, TABLES_OF_FORMAT, type KeptTable } from "./table-shapes.ts";
export type { Values as RowValues } from "./sql-database.ts";
export { LedgerFault, type AttachmentContent, type Batch, type EventToAppend, type GivenName, type KeptRulebook, type NameRow, type SealedBody } from "./ledger-types.ts";
export { createMemoryLedger } from "./memory-ledger.ts";
export { readLawBytes, readLawFiles, textOf, type LawBytes, type LawFile } from "./law-files.ts";
export { compiledKey, programFormat, readCompiled, writeCompiled } from "./compiled-file.ts";
export { OUTBOX_STATES, type ClaimedMessage, type OutboxEntry, type OutboxState, type Outbox, type OutgoingFile, type OutgoingMessage, type Settlement } from "./outbox.ts";
export type { SigningKey, SigningKeys } from "./signing-keys.ts";
export type { Origin } from "./sealed-event.ts";
export { openLedger, type LedgerPlace } from "./open-ledger.ts";
export { storageOf, type Storage } from "./storage.ts";
export { indexPath, readIndexFile, writeIndexFile, type IndexFile } from "./index-file.ts";
