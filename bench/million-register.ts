// A register with as many events as asked for, as imports would leave it: organisations with a code, penalties and one listing of a
// published list each, handed in by batches. Invented; for the bench and for the test that counts what a check reads.
import { randomBytes } from "node:crypto";
import { addDays, makeFileNumber, plainDate, present, type BatchId, type Digest, type EditionId, type FileNumber, type Instant, type LawId, type ListingId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft, RowSource } from "../src/domain/events/index.ts";
import { makeCode } from "../src/domain/identity/index.ts";
import type { IdentifierScheme } from "../src/domain/rules/index.ts";
import { appendEvents } from "../src/service/append.ts";
import type { Registry } from "../src/service/index.ts";

/** One registration, one listing, eight penalties. */
export const EVENTS_EACH = 10;
/** The batch and the edition they came in, among the events of the first organisation of each batch. */
const ORGANISATIONS_PER_BATCH = 1000;
const LIST = "mdb:wbg-debarred" as LawId;
const TEMPLATE = "mdb:world-bank-listing" as LawId;
const PENALTY = "cn:administrative-penalty" as LawId;
const FIRST_DAY = plainDate("2015-01-05");

export interface Filled {
  readonly organisations: number;
  readonly events: number;
}

/** Appends about `events` events to an empty register, the same each time. */
export async function fillRegister(registry: Registry, events: number, progress: (done: number) => void): Promise<Filled> {
  const scheme = present(registry.rulebook.all("identifier").find((each) => each.id === "cn:unified-code"), "the scheme of the unified code");
  const organisations = Math.floor(events / EVENTS_EACH);
  await registry.ledger.mintFiles(organisations);
  let done = 0;
  for (let first = 1; first <= organisations; first += ORGANISATIONS_PER_BATCH) {
    const batch = `b${String(first).padStart(18, "0")}` as BatchId;
    const numbers = Array.from({ length: Math.min(ORGANISATIONS_PER_BATCH, organisations - first + 1) }, (_, index) => first + index);
    const drafts = [received(batch, numbers.length), ...numbers.flatMap((number) => eventsOf(scheme, batch, number))];
    await appendEvents(registry, { batch, drafts, recordedAt: "2025-01-07T09:00:00.000Z" as Instant });
    done += drafts.length;
    progress(done);
  }
  return { organisations, events: done };
}

export function nameOf(number: number): string {
  return `Ledger Works ${number} Ltd`;
}

export function codeOf(scheme: IdentifierScheme, number: number): string {
  const code = makeCode(scheme, { authority: "9", category: "1", region: "990100", subject: String(number).padStart(8, "0") });
  if (!code.ok) throw new Error(code.error.message);
  return code.value;
}

function received(batch: BatchId, rows: number): EventDraft {
  return { type: "BatchReceived", body: { batch, template: TEMPLATE, digest: `sha256:${batch}` as Digest, counts: { rows, records: rows, duplicates: 0, held: 0, refused: 0 } } };
}

function eventsOf(scheme: IdentifierScheme, batch: BatchId, number: number): readonly EventDraft[] {
  const file = makeFileNumber(number);
  const source: RowSource = { batch, template: TEMPLATE, row: number };
  const decidedOn = addDays(FIRST_DAY, number % 3000);
  return [
    { type: "OrganisationRegistered", body: { file, names: [{ text: nameOf(number), kind: "main" }], codes: [{ scheme: scheme.id, value: codeOf(scheme, number) }], country: "Iceland", address: `${number} Quarz Street`, source } },
    {
      type: "ListingReported",
      body: {
        listing: `l${String(number).padStart(18, "0")}` as ListingId, file, list: LIST, decidedOn, effectiveFrom: decidedOn, end: { kind: "fixed", until: addDays(decidedOn, 1461) }, fields: { practices: ["fraudulent"], caseNumber: String(number) },
        edition: "world-bank-listing.2025-01-07" as EditionId, editionDay: plainDate("2025-01-07"), rowKey: `row ${number}`, contentDigest: `sha256:${number}` as Digest, source,
      },
    },
    ...Array.from({ length: EVENTS_EACH - 2 }, (_, index) => penalty(file, number, index, source)),
  ];
}

function penalty(file: FileNumber, number: number, index: number, source: RowSource): EventDraft {
  const decidedOn = addDays(FIRST_DAY, (number + index * 90) % 3600);
  return { type: "RecordReported", body: { record: `r.${number}.${index}` as RecordId, file, recordType: PENALTY, fields: { documentNumber: `${number}-${index}`, field: "tax", kinds: ["fine"], fine: { minor: 5_000_000, currency: "CNY" } }, decidedOn, publishedFrom: decidedOn, source } };
}

export const nodeOfBench = { node: "bench", randomBytes: (count: number): Uint8Array => randomBytes(count) };
