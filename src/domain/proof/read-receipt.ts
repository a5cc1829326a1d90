// Read: from the bytes of a file to a receipt nobody has proven yet, or the one thing that is wrong. A receipt has one spelling: any byte
// that is another one shows here or in verify-receipt.ts.
import { canonicalize } from "json-canonicalize";
import { err, ok, parseDigest, parseInstant, type Digest, type Finding, type Instant, type Json, type Result } from "../terms/index.ts";
import { fromBase64Url } from "./base64url.ts";
import { hasOnly, isList, isObject, isTexts, parsePlain } from "./plain-json.ts";
import { RECEIPT_BYTES_MAX, RECEIPT_VERSION, type NumberedLine, type ReceiptFile, type ReceiptHead, type ReceiptSignature } from "./receipt.ts";
import { RECEIPT, type SignedKind } from "./signed-kind.ts";

/** What can be wrong with a receipt, or with a report. */
export interface ReceiptFinding extends Finding {
  readonly code:
    | "receipt-too-large" | "receipt-cut-off" | "not-a-receipt" | "receipt-newer" | "report-too-large" | "report-cut-off" | "not-a-report" | "report-newer" | "paper-changed" | "not-canonical" | "signature-refused" | "signature-wrong" | "content-changed" | "line-missing"
    | "key-unknown" | "key-revoked";
}

export interface UnprovenReceipt {
  readonly file: ReceiptFile;
  readonly kid: string;
  /** As the payload says; believed only under a signature that fits. */
  readonly head: ReceiptHead;
}

const BEGINNING = '{"jws":{"payload":"';
const SIGNATURE_BYTES = 64;

/** The receipt in a file. Nothing of it is proven: it is what somebody wrote. */
export function readReceipt(bytes: Uint8Array, kind: SignedKind = RECEIPT): Result<UnprovenReceipt, ReceiptFinding> {
  const text = readText(bytes, kind);
  if (!text.ok) return text;
  const file = readFile(text.value, kind);
  if (!file.ok) return file;
  const kid = readHeader(file.value.jws, kind);
  if (!kid.ok) return kid;
  const head = readHead(file.value.jws, kind);
  return head.ok ? ok({ file: file.value, kid: kid.value, head: head.value }) : head;
}

export function receiptFinding(code: ReceiptFinding["code"], at: string, message: string, remedy: string): ReceiptFinding {
  return { code, at, message, remedy };
}

function readText(bytes: Uint8Array, kind: SignedKind): Result<string, ReceiptFinding> {
  if (bytes.length > RECEIPT_BYTES_MAX) return err(receiptFinding(kind.codes.tooLarge, "file", `the file is larger than ${RECEIPT_BYTES_MAX} bytes, which no ${kind.noun} is`, "Check that it is the file you were given."));
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return err(noReceipt(kind, "file", "its bytes are not text in UTF-8"));
  }
}

function readFile(text: string, kind: SignedKind): Result<ReceiptFile, ReceiptFinding> {
  const own = text.endsWith("\n") ? text.slice(0, -1) : text;
  const value = parsePlain(own);
  if (value === undefined) {
    const cut = BEGINNING.startsWith(own) || (own.startsWith(BEGINNING) && !own.endsWith("}"));
    return err(cut ? receiptFinding(kind.codes.cutOff, `character ${own.length + 1}`, `the file begins as a ${kind.noun} and ends in the middle`, "Ask for the whole file again.") : noReceipt(kind, "file", "it is not the JSON of one"));
  }
  const file = isObject(value) ? fileOf(value) : undefined;
  if (file === undefined) return err(noReceipt(kind, "file", "its parts are not those of one"));
  const canonical = canonicalize(value);
  if (canonical === own) return ok(file);
  let at = 0;
  while (own[at] === canonical[at]) at += 1;
  return err(receiptFinding("not-canonical", `character ${at + 1}`, `the file is not written as a ${kind.noun} is (RFC 8785): it was changed, or an editor laid it out anew`, "Ask for the file as it was given, byte for byte."));
}

function fileOf(value: { readonly [key: string]: Json | undefined }): ReceiptFile | undefined {
  const { jws, lines } = value;
  if (!hasOnly(value, ["jws", "lines"]) || !isObject(jws) || !isList(lines) || lines.length === 0) return undefined;
  const { payload, protected: header, signature } = jws;
  if (!hasOnly(jws, ["payload", "protected", "signature"]) || typeof payload !== "string" || typeof header !== "string" || typeof signature !== "string") return undefined;
  const read = lines.flatMap((line) => lineOf(line) ?? []);
  return read.length === lines.length ? { jws: { payload, protected: header, signature }, lines: read } : undefined;
}

function lineOf(value: Json): NumberedLine | undefined {
  if (!isObject(value)) return undefined;
  const { line, number, path } = value;
  if (!isObject(line) || typeof number !== "number" || number < 1) return undefined;
  if (path === undefined) return hasOnly(value, ["line", "number"]) ? { number, line } : undefined;
  if (!hasOnly(value, ["line", "number", "path"]) || !isTexts(path)) return undefined;
  const digests = path.flatMap((each): readonly Digest[] => {
    const digest = parseDigest(each);
    return digest.ok ? [digest.value] : [];
  });
  return digests.length === path.length ? { number, line, path: digests } : undefined;
}

/** The header may say which key and which algorithm, and nothing that leads elsewhere (RFC 8725, 3.1, 3.10). */
function readHeader(jws: ReceiptSignature, kind: SignedKind): Result<string, ReceiptFinding> {
  const header = decoded(jws.protected);
  if (!isObject(header)) return err(noReceipt(kind, "jws.protected", "the signature's header cannot be read"));
  const { alg, kid, typ } = header;
  if (alg !== "EdDSA") return err(refused("it names another algorithm than EdDSA"));
  if (typ !== kind.type) return err(noReceipt(kind, "jws.protected", "what is signed was signed as something else"));
  if (!hasOnly(header, ["alg", "kid", "typ"])) return err(refused(`its header says more than algorithm, key and type; a ${kind.noun} brings no key along and points to none`));
  if (typeof kid !== "string" || !/^[A-Za-z0-9_-]{43}$/.test(kid)) return err(refused("its key's id is no thumbprint"));
  if (fromBase64Url(jws.signature)?.length !== SIGNATURE_BYTES) return err(receiptFinding("signature-wrong", "jws.signature", "the signature is not one of Ed25519", REMEDY));
  return ok(kid);
}

function readHead({ payload }: ReceiptSignature, kind: SignedKind): Result<ReceiptHead, ReceiptFinding> {
  const head = decoded(payload);
  const [version, asker, count] = isObject(head) ? [head["version"], head["asker"], head["count"]] : [];
  if (!isObject(head) || typeof version !== "number") return err(noReceipt(kind, "jws.payload", "what is signed cannot be read"));
  if (version > kind.version) return err(receiptFinding(kind.codes.newer, "jws.payload", `the ${kind.noun} is of version ${version}, and this program reads up to ${kind.version}`, "Check it with a newer version of the program."));
  const [issuedAt, root] = [instantIn(head["issuedAt"]), digestIn(head["root"])];
  if (version !== RECEIPT_VERSION || issuedAt === undefined || root === undefined || typeof count !== "number" || count < 1 || !(asker === "keeper" || asker === "public") || !hasOnly(head, ["asker", "count", "issuedAt", "root", "version"])) {
    return err(noReceipt(kind, "jws.payload", "what is signed is not the head of one"));
  }
  return ok({ version: RECEIPT_VERSION, asker, count, issuedAt, root });
}

function decoded(text: string): Json | undefined {
  const bytes = fromBase64Url(text);
  return bytes === undefined ? undefined : parsePlain(new TextDecoder().decode(bytes));
}

function instantIn(value: Json | undefined): Instant | undefined {
  const instant = typeof value === "string" ? parseInstant(value) : undefined;
  return instant?.ok === true ? instant.value : undefined;
}

function digestIn(value: Json | undefined): Digest | undefined {
  const digest = typeof value === "string" ? parseDigest(value) : undefined;
  return digest?.ok === true ? digest.value : undefined;
}

const REMEDY = "Do not rely on it; ask whoever gave it to you for the file as the register made it, or ask the register again.";

function noReceipt({ codes, noun, give }: SignedKind, at: string, why: string): ReceiptFinding {
  return receiptFinding(codes.notOne, at, `this is no ${noun}: ${why}`, give);
}

function refused(why: string): ReceiptFinding {
  return receiptFinding("signature-refused", "jws.protected", `the signature is not taken: ${why}`, REMEDY);
}
