// Events for tests of the ledger: small, different from one another, and right in form. Invented organisations only.
import { hash } from "node:crypto";
import type { AttachmentContent, Batch, EventToAppend, NameRow } from "../../src/store/ledger-types.ts";
import { makeFileNumber, plainDate, present, type AttachmentId, type BatchId, type FileNumber, type Instant, type LawId, type Position, type RecordId, parseAttachmentId, parseBatchId, parseDigest, parseInstant, parseMatterId, parseLawId, parsePosition, parseRecordId, type Result } from "../../src/domain/terms/index.ts";

function value<T>(result: Result<T, string>): T {
  return present(result.ok ? result.value : undefined, "a value that parses");
}

export const position = (count: number): Position => value(parsePosition(String(count)));
export const batchId = (text: string): BatchId => value(parseBatchId(text));
export const attachmentId = (text: string): AttachmentId => value(parseAttachmentId(text));
export const instant = (text: string): Instant => value(parseInstant(text));
export const lawId = (text: string): LawId => value(parseLawId(text));
export const recordId = (text: string): RecordId => value(parseRecordId(text));

/** A record about an organisation; `of` says how many its batch has, for tests that ask whether all are there. */
export function recordEvent(options: { readonly id: string; readonly file?: FileNumber; readonly of?: number; readonly keys?: readonly string[]; readonly note?: string }): EventToAppend {
  const file = options.file ?? makeFileNumber(1);
  return {
    type: "RecordReported", version: 1, matter: null, office: makeFileNumber(900), officer: null, files: [file], visibility: "public",
    body: { record: recordId(options.id), file, recordType: lawId("cn:administrative-penalty"), fields: { of: options.of ?? 1, note: options.note ?? "延迟付款 – paid late", amount: { minor: 1_234_500, currency: "CNY" } } },
    keys: options.keys ?? [`file:${file}`], names: [],
  };
}

/** An organisation's answer with files. */
export function answerEvent(attachments: readonly AttachmentContent[]): EventToAppend {
  const file = makeFileNumber(1);
  const matter = value(parseMatterId("m-1"));
  return {
    type: "DefenceReceived", version: 2, matter, office: null, officer: null, files: [file], visibility: "organisation", keys: [`file:${file}`], names: [], attachments,
    body: { matter, file, statement: "It was paid.", receivedOn: plainDate("2026-03-02"), hearing: false, attachments: attachments.map(({ id, content }) => ({ id, name: `${id}.bin`, mediaType: "application/octet-stream", bytes: content.length, digest: value(parseDigest(`sha256:${hash("sha256", content)}`)) })) },
  };
}

export function organisationEvent(file: FileNumber, names: readonly NameRow[], keys: readonly string[] = []): EventToAppend {
  return {
    type: "OrganisationRegistered", version: 1, matter: null, office: null, officer: null, files: [file], visibility: "public",
    body: { file, names: names.map((name) => ({ text: name.text, kind: "main" as const })), codes: [], country: "AQ" },
    keys: [`file:${file}`, ...keys], names,
  };
}

export function nameRow(file: FileNumber, text: string, more: Partial<NameRow> = {}): NameRow {
  const levelled = text.toLowerCase().replaceAll(" ", "");
  return { file, text, levelled, pinyin: more.pinyin ?? levelled, initials: more.initials ?? text.split(" ").map((word) => [...word][0]?.toLowerCase() ?? "").join(""), blocks: more.blocks ?? text.toLowerCase().split(" "), ...more };
}

export function batchOf(events: readonly EventToAppend[], more: Partial<Batch> = {}): Batch {
  return { batch: null, recordedAt: instant("2026-03-02T09:00:00.000Z"), events, expect: { keys: [], after: position(0) }, ...more };
}

/** Salts that differ and are the same in every run. */
export function countingBytes(): (count: number) => Uint8Array {
  let drawn = 0;
  return (count) => {
    drawn += 1;
    const bytes = Buffer.alloc(count);
    bytes.writeUInt32BE(drawn, count - 4);
    return bytes;
  };
}
