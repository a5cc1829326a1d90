// Seal: from lines to the text of a receipt. The lines become leaves of a tree, the head with its root is signed, and all of it is
// written as canonical JSON (RFC 8785), so that one receipt has one spelling.
import { canonicalize } from "json-canonicalize";
import { assert, err, ok, type Instant, type Result } from "../terms/index.ts";
import { leafOf, rootOf, type DigestOf } from "./merkle-tree.ts";
import { RECEIPT_BYTES_MAX, SALT_BYTES, signedBytes, type ReceiptHead, type ReceiptLine } from "./receipt.ts";
import { RECEIPT, type SignedKind } from "./signed-kind.ts";
import { toBase64Url } from "./base64url.ts";

/** Signs with the private part of the key `kid`, which stays where it is. */
export interface Signer {
  readonly kid: string;
  /** An Ed25519 signature (RFC 8032) over the bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** A line as it is kept until the receipt is sealed: its canonical text. */
export function lineText(line: ReceiptLine): string {
  assert(Uint8Array.fromBase64(line.salt, { alphabet: "base64url" }).length === SALT_BYTES, `a line's salt has ${SALT_BYTES} bytes`);
  return canonicalize(line);
}

export interface Sealing {
  readonly asker: ReceiptHead["asker"];
  readonly issuedAt: Instant;
  /** As `lineText` gives them, in the order of the questions; at least one. */
  readonly lines: readonly string[];
  readonly signer: Signer;
  readonly digest: DigestOf;
  /** What is sealed; a receipt where nothing is said. */
  readonly kind?: SignedKind;
}

/** The text of the receipt, as it is written to a file or sent; an error where it would be larger than anybody reads. */
export function sealReceipt({ asker, issuedAt, lines, signer, digest, kind = RECEIPT }: Sealing): Result<string, "too large"> {
  assert(lines.length > 0, "a receipt has a line");
  const bytes = lines.reduce((sum, line) => sum + new TextEncoder().encode(line).length, 0);
  if (bytes + lines.length * 40 + 1000 > RECEIPT_BYTES_MAX) return err("too large");
  const head: ReceiptHead = { version: kind.version, issuedAt, asker, count: lines.length, root: rootOf(lines.map((line) => leafOf(line, digest)), digest) };
  const signed = { protected: toBase64Url(textBytes(canonicalize({ alg: "EdDSA", kid: signer.kid, typ: kind.type }))), payload: toBase64Url(textBytes(canonicalize(head))) };
  const jws = { ...signed, signature: toBase64Url(signer.sign(signedBytes(signed))) };
  return ok(receiptText(canonicalize(jws), lines.map((line, index) => `{"line":${line},"number":${index + 1}}`)));
}

/** Parts that are canonical already, put together in the order of their names. */
export function receiptText(jws: string, lines: readonly string[]): string {
  return `{"jws":${jws},"lines":[${lines.join(",")}]}\n`;
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
