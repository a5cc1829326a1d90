// The door of store: what is kept. `openLedger` opens the log of events in a folder (SQLite) or a PostgreSQL;
// `createMemoryLedger` makes one that lives as long as the process, for the laboratory and for tests.
export { verifyCommitment } from "./commitment.ts";
export type { Appended, Conflict, Ledger, NameQuery, ReadQuery } from "./ledger.ts";
export { LedgerFault, type Batch, type EventToAppend, type KeptRulebook, type NameRow, type SealedBody } from "./ledger-types.ts";
export { createMemoryLedger } from "./memory-ledger.ts";
export { readLawBytes, readLawFiles, textOf, type LawBytes, type LawFile } from "./law-files.ts";
export { compiledKey, programFormat, readCompiled, writeCompiled } from "./compiled-file.ts";
export type { Origin } from "./sealed-event.ts";
export { openLedger, type LedgerPlace } from "./open-ledger.ts";
