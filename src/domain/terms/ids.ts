// Identifiers, each branded and made by its own parser.
import type { Brand } from "./brand.ts";
import { err, ok, type Result } from "./result.ts";

/** Id of an entry of the law: `cn:customs-serious`, `mdb:award-contract`. The part before the colon is the body of law. */
export type LawId = Brand<string, "LawId">;
/** Minted by the register for each organisation, never reused: `P` + at least seven digits + one check digit. */
export type FileNumber = Brand<string, "FileNumber">;
export type ListingId = Brand<string, "ListingId">;
export type RecordId = Brand<string, "RecordId">;
export type BatchId = Brand<string, "BatchId">;
export type EditionId = Brand<string, "EditionId">;
/** A procedure under way, and more widely what an event belongs to. */
export type MatterId = Brand<string, "MatterId">;
/** A file handed in with an act of a case. */
export type AttachmentId = Brand<string, "AttachmentId">;
/** One act in breach, shared by the records about it. */
export type BreachId = Brand<string, "BreachId">;
/** Place in the ledger, from 1; 0 is before the first event. */
export type Position = Brand<number, "Position">;
/** RFC 3339 instant in UTC with milliseconds, `2026-11-20T08:30:00.000Z`. */
export type Instant = Brand<string, "Instant">;
/** `sha256:` and 64 hexadecimal digits. */
export type Digest = Brand<string, "Digest">;
/** Six-digit administrative region code or other region id of the law's taxonomy. */
export type RegionCode = Brand<string, "RegionCode">;

const LAW_ID = /^[a-z][a-z0-9]*:[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function parseLawId(text: string): Result<LawId, string> {
  return LAW_ID.test(text) ? ok(text as LawId) : err(`\`${text}\` is not an id of the law, such as \`cn:bid-government-procurement\``);
}

/** The body of law an id belongs to. */
export function bodyOf(id: LawId): string {
  return id.slice(0, id.indexOf(":"));
}

/** Luhn check digit over the digits of a file number. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 0 ? value * 2 : value;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (10 - (sum % 10)) % 10;
}

export function makeFileNumber(sequence: number): FileNumber {
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new Error(`assertion failed: a file number is made of a positive integer, not ${sequence}`);
  if (sequence >= SEVEN_DIGITS) return `P${sequence}${checkDigit(String(sequence))}` as FileNumber;
  return sevenDigits(sequence);
}

const SEVEN_DIGITS = 10_000_000;

/** The same, digit by digit: answers are made of millions of them. */
function sevenDigits(sequence: number): FileNumber {
  const a = Math.floor(sequence / 1_000_000), b = Math.floor(sequence / 100_000) % 10, c = Math.floor(sequence / 10_000) % 10, d = Math.floor(sequence / 1000) % 10, e = Math.floor(sequence / 100) % 10, f = Math.floor(sequence / 10) % 10, g = sequence % 10;
  const sum = doubled(a) + b + doubled(c) + d + doubled(e) + f + doubled(g);
  return String.fromCharCode(80, 48 + a, 48 + b, 48 + c, 48 + d, 48 + e, 48 + f, 48 + g, 48 + ((10 - (sum % 10)) % 10)) as FileNumber;
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

/** The number a file number was made of: files are numbered in the order in which they were minted. */
export function sequenceOf(file: FileNumber): number {
  return Number(file.slice(1, -1));
}

export function parseFileNumber(text: string): Result<FileNumber, string> {
  const match = /^P(\d{7,})(\d)$/.exec(text.trim().toUpperCase());
  if (match === null || match[1] === undefined) return err(`\`${text}\` is not a file number, such as \`${makeFileNumber(1)}\``);
  if (checkDigit(match[1]) !== Number(match[2])) return err(`\`${text}\` is not a file number: its check digit does not match`);
  return ok(`P${match[1]}${match[2]}` as FileNumber);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export function parseInstant(text: string): Result<Instant, string> {
  return INSTANT.test(text) ? ok(text as Instant) : err(`\`${text}\` is not an instant of the form YYYY-MM-DDThh:mm:ss.sssZ`);
}

export function parsePosition(text: string): Result<Position, string> {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? ok(value as Position) : err(`\`${text}\` is not a ledger position`);
}

const OPAQUE = /^[A-Za-z0-9][A-Za-z0-9:._-]{0,127}$/;

function parseOpaque<T extends string>(text: string, word: string): Result<T, string> {
  return OPAQUE.test(text) ? ok(text as T) : err(`\`${text}\` is not ${word}`);
}

export function parseListingId(text: string): Result<ListingId, string> {
  return parseOpaque(text, "a listing's id");
}
export function parseRecordId(text: string): Result<RecordId, string> {
  return parseOpaque(text, "a record's id");
}
export function parseBatchId(text: string): Result<BatchId, string> {
  return parseOpaque(text, "a batch's id");
}
export function parseEditionId(text: string): Result<EditionId, string> {
  return parseOpaque(text, "an edition's id");
}
export function parseMatterId(text: string): Result<MatterId, string> {
  return parseOpaque(text, "a matter's id");
}
export function parseAttachmentId(text: string): Result<AttachmentId, string> {
  return parseOpaque(text, "an attachment's id");
}
export function parseBreachId(text: string): Result<BreachId, string> {
  return parseOpaque(text, "a breach's id");
}
export function parseDigest(text: string): Result<Digest, string> {
  return /^sha256:[0-9a-f]{64}$/.test(text) ? ok(text as Digest) : err(`\`${text}\` is not a digest`);
}
export function parseRegionCode(text: string): Result<RegionCode, string> {
  return /^[0-9]{6}$/.test(text) ? ok(text as RegionCode) : err(`\`${text}\` is not a region code of six digits`);
}
