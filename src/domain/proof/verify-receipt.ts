// Verify: whether a receipt is what a register said, by its public keys alone: the signature fits the head, the head's root holds every
// line, and the key is to be believed for that day. Pure: digests and signatures are checked by what is handed in.
import { canonicalize } from "json-canonicalize";
import { err, ok, parseDigest, parsePlainDate, type Json, type Result } from "../terms/index.ts";
import { fromBase64Url } from "./base64url.ts";
import type { PublicKey } from "./key-set.ts";
import { leafOf, rootFrom, rootOf, type DigestOf } from "./merkle-tree.ts";
import { isList, isObject, isTexts } from "./plain-json.ts";
import { readReceipt, receiptFinding, type ReceiptFinding, type UnprovenReceipt } from "./read-receipt.ts";
import { RECEIPT, type SignedKind } from "./signed-kind.ts";
import { signedBytes, type NumberedLine, type ReceiptAnswer, type ReceiptHead, type ReceiptLine, type ReceiptWords } from "./receipt.ts";

/** What checks for us: SHA-256, and Ed25519 (RFC 8032) by a public key of 32 bytes in base64url. */
export interface ProofTools {
  readonly digest: DigestOf;
  readonly verify: (signed: { readonly x: string; readonly bytes: Uint8Array; readonly signature: Uint8Array }) => boolean;
}

export interface ProvenReceipt {
  readonly head: ReceiptHead;
  readonly key: PublicKey;
  /** All lines of it, or those it was cut down to. */
  readonly lines: readonly { readonly number: number; readonly line: ReceiptLine }[];
}

/** What is proven of the receipt in these bytes, or everything that is wrong with it. Of what is not proven nothing is told. */
export function verifyReceipt(bytes: Uint8Array, keys: readonly PublicKey[], tools: ProofTools): Result<ProvenReceipt, readonly ReceiptFinding[]> {
  const proven = verifySigned(bytes, keys, tools, RECEIPT);
  return proven.ok ? linesAs(proven.value, RECEIPT, readLine) : proven;
}

/** A signed file of either kind that is proven, its lines as they stand in it. */
export interface ProvenFile {
  readonly head: ReceiptHead;
  readonly key: PublicKey;
  readonly lines: readonly NumberedLine[];
}

/** What is proven of a signed file, or everything that is wrong with it. */
export function verifySigned(bytes: Uint8Array, keys: readonly PublicKey[], tools: ProofTools, kind: SignedKind): Result<ProvenFile, readonly ReceiptFinding[]> {
  const read = readReceipt(bytes, kind);
  if (!read.ok) return err([read.error]);
  const { file, kid, head } = read.value;
  const key = keys.find((each) => each.kid === kid);
  if (key === undefined) return err([receiptFinding("key-unknown", "jws.protected", `the key \`${kid}\` is none of the ${keys.length} at hand: another register signed this, or one whose keys are newer than these`, `Get the keys from the register that gave the ${kind.noun}, at its \`/.well-known/jwks.json\`, by a way you trust.`)]);
  if (!tools.verify({ x: key.x, bytes: signedBytes(file.jws), signature: fromBase64Url(file.jws.signature) ?? new Uint8Array(0) })) return err([receiptFinding("signature-wrong", "jws.signature", "the signature does not fit what is signed: its head was changed, or somebody else signed it in the name of this key", "Do not rely on it; ask the register again.")]);
  const findings = [...revoked(head, key, kind), ...changed(read.value, tools.digest, kind)];
  return findings.length > 0 ? err(findings) : ok({ head, key, lines: file.lines });
}

/** The lines of a proven file as this program knows them. */
export function linesAs<T>({ head, key, lines: all }: ProvenFile, kind: SignedKind, read: (line: Json) => T | undefined): Result<{ readonly head: ReceiptHead; readonly key: PublicKey; readonly lines: readonly { readonly number: number; readonly line: T }[] }, readonly ReceiptFinding[]> {
  const lines = all.map(({ number, line }) => ({ number, line: read(line) }));
  const foreign = lines.filter(({ line }) => line === undefined).map(({ number }) => receiptFinding(kind.codes.notOne, `line ${number}`, `line ${number} is signed and yet not laid out as this program knows it`, "Check it with the program of the register that gave it."));
  return foreign.length > 0 ? err(foreign) : ok({ head, key, lines: lines.flatMap(({ number, line }) => (line === undefined ? [] : [{ number, line }])) });
}

function revoked({ issuedAt }: ReceiptHead, { kid, revoked: by }: PublicKey, { noun }: SignedKind): readonly ReceiptFinding[] {
  if (by === null || issuedAt < by.from) return [];
  return [receiptFinding("key-revoked", "jws.protected", `the key \`${kid}\` is revoked since ${by.since}${by.reason === null ? "" : ` (${by.reason})`}, and the ${noun} says it was made at ${issuedAt}`, "Do not rely on it; ask the register again.")];
}

/** A whole receipt is held against the root at once; one that was cut down, line by line along its paths. */
function changed({ file: { lines }, head: { count, root } }: UnprovenReceipt, digest: DigestOf, { noun }: SignedKind): readonly ReceiptFinding[] {
  const leaves = lines.map(({ line }) => leafOf(canonicalize(line), digest));
  if (lines.every(({ path }) => path === undefined)) {
    if (lines.length !== count) return [receiptFinding("content-changed", "lines", `the ${noun} is of ${count} lines, and ${lines.length} are here without what would hold them by themselves`, CHANGED)];
    if (lines.every(({ number }, index) => number === index + 1) && rootOf(leaves, digest) === root) return [];
    return [receiptFinding("content-changed", count === 1 ? "line 1" : "lines", count === 1 ? "the line was changed after it was signed" : "a line was changed, left out, added or moved after it was signed", CHANGED)];
  }
  const wrong = lines.filter(({ number, path }, index) => path === undefined || lines.length === count || number <= (lines[index - 1]?.number ?? 0) || rootFrom({ leaf: leaves[index] ?? root, index: number - 1, count, path }, digest) !== root);
  return wrong.map(({ number }: NumberedLine) => receiptFinding("content-changed", `line ${number}`, `line ${number} is not the one that was signed`, CHANGED));
}

const CHANGED = "Do not rely on it; ask for the file as the register made it, or ask the register again.";

/** A line as this program knows it. */
function readLine(value: Json): ReceiptLine | undefined {
  if (!isObject(value)) return undefined;
  const { kind, salt, asked = null, answer, error, words, names, commitment = null } = value;
  if (typeof salt !== "string" || !(asked === null || isRecordOf(asked, isText))) return undefined;
  if (kind === "error") return isObject(error) && isText(error["code"]) && isText(error["message"]) ? { kind, salt, asked, error: { code: error["code"], message: error["message"] } } : undefined;
  if (kind !== "answer" || !isAnswer(answer) || !isObject(words) || !isRecordOf(names, isNames)) return undefined;
  const { en, zh } = words;
  const digest = commitment === null ? null : isText(commitment) ? parseDigest(commitment) : undefined;
  if (!isWords(en) || !isWords(zh) || digest === undefined || digest?.ok === false) return undefined;
  return { kind, salt, asked, answer, words: { en, zh }, names, commitment: digest === null ? null : digest.value };
}

function isAnswer(value: Json | undefined): value is ReceiptAnswer {
  if (!isObject(value)) return false;
  const { organisation, act, verdict, decision, asOf } = value;
  if (!isObject(organisation) || !isText(act) || typeof decision !== "boolean" || !isObject(asOf)) return false;
  const { file, name, onFile, codes } = organisation;
  const { on, law, known, rulebook, editions } = asOf;
  return (
    (verdict === "bound" || verdict === "clear" || verdict === "undetermined")
    && (file === null || isText(file)) && (name === null || isText(name)) && typeof onFile === "boolean" && isList(codes) && codes.every((code) => isObject(code) && isText(code["value"]))
    && isDay(on) && isDay(law) && typeof known === "number" && isText(rulebook) && parseDigest(rulebook).ok && isRecordOf(editions, isDay)
  );
}

function isWords(value: Json | undefined): value is Json & ReceiptWords {
  return isObject(value) && isText(value["sentence"]) && isTexts(value["reasons"]) && isTexts(value["exits"]);
}

function isNames(value: Json | undefined): value is { readonly en: string; readonly zh?: string } {
  return isObject(value) && isText(value["en"]) && (value["zh"] === undefined || isText(value["zh"]));
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

function isDay(value: Json | undefined): value is string {
  return typeof value === "string" && parsePlainDate(value).ok;
}

function isRecordOf<T extends Json>(value: Json | undefined, is: (each: Json | undefined) => each is T): value is { readonly [key: string]: T } {
  return isObject(value) && Object.values(value).every(is);
}

