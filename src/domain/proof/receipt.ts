// Receipt: what was answered, so that it can be shown later. A head, signed, holds the root of a tree whose leaves are the lines: one for
// a single check, or one for each question of a lot, in their order. docs/reference/receipts.md describes the file.
import type { Digest, Instant, Json, JsonObject, Language, Names, PlainDate } from "../terms/index.ts";

/** Rises when a receipt is laid out differently; earlier versions stay readable. */
export const RECEIPT_VERSION = 1;
/** `typ` of the signature's header (RFC 8725, 3.11): a signature made for anything else is no receipt. */
export const RECEIPT_TYPE = "probity-receipt+jws";
/** What a receipt may have at most: a file larger than this is not read, and none is made. */
export const RECEIPT_BYTES_MAX = 128 * 1024 * 1024;
export const SALT_BYTES = 16;

/** What is signed. */
export interface ReceiptHead {
  readonly version: typeof RECEIPT_VERSION;
  readonly issuedAt: Instant;
  /** For whose eyes it was answered: the public is told only of what is published. */
  readonly asker: "keeper" | "public";
  readonly count: number;
  /** Over all lines. */
  readonly root: Digest;
}

/** One question and what was said to it. The salt keeps whoever holds another line from guessing this one by its digest. */
export type ReceiptLine =
  | {
      readonly kind: "answer";
      readonly salt: string;
      readonly asked: AskedInReceipt | null;
      readonly answer: ReceiptAnswer;
      readonly words: Readonly<Record<Language, ReceiptWords>>;
      /** What the ids that matter most are called: the act, the lists whose editions it rests on. */
      readonly names: Readonly<Record<string, Names>>;
      /** Of the event at the ledger position asked about: the ledger that told this is the one that has it there. Null before the first event. */
      readonly commitment: Digest | null;
    }
  | { readonly kind: "error"; readonly salt: string; readonly asked: AskedInReceipt | null; readonly error: { readonly code: string; readonly message: string } };

/** The question as it was put; null where it could not be read, or named a person. */
export type AskedInReceipt = Readonly<Record<string, string>>;

/** The answer as it was given, without its words. What is read here of it is named; the rest is carried and proven as it is. */
export type ReceiptAnswer = JsonObject & {
  readonly organisation: JsonObject & { readonly file: string | null; readonly name: string | null; readonly onFile: boolean; readonly codes: readonly (JsonObject & { readonly value: string })[] };
  readonly act: string;
  readonly verdict: "bound" | "clear" | "undetermined";
  readonly decision: boolean;
  readonly asOf: JsonObject & { readonly on: PlainDate; readonly law: PlainDate; readonly known: number; readonly rulebook: Digest; readonly editions: Readonly<Record<string, PlainDate>> };
};

export interface ReceiptWords {
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly exits: readonly string[];
}

/** The signature: a JWS in its flattened form (RFC 7515, 7.2.2), every member in base64url. */
export interface ReceiptSignature {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

/** A line in the file. `number` counts from 1; `path` leads to the root where other lines are left out. */
export interface NumberedLine {
  readonly number: number;
  readonly line: Json;
  readonly path?: readonly Digest[];
}

export interface ReceiptFile {
  readonly jws: ReceiptSignature;
  readonly lines: readonly NumberedLine[];
}

/** Bytes a signature is made over: header and payload as they are sent (RFC 7515, 5.1). */
export function signedBytes(jws: Pick<ReceiptSignature, "protected" | "payload">): Uint8Array {
  return new TextEncoder().encode(`${jws.protected}.${jws.payload}`);
}
