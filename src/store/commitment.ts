// Commitment: `sha256:` over 16 random bytes of salt and the canonical body (RFC 8785). The envelope carries it for ever;
// body and salt can be erased behind it (design.md 3.10). Made when an event is appended, checked by verification and proofs.
import { hash } from "node:crypto";
import { assert, type Digest, type Json } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";

export const SALT_BYTES = 16;

/** The body as it is kept and committed to: one spelling for one value. Every event of an import is written by it; its test holds it to the library that proofs use. */
export function canonicalText(body: StoredEvent["body"] | Json): string {
  return written(body);
}

function written(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (isObject(value)) return Array.isArray(value) ? `[${value.map((each: unknown) => written(each ?? null)).join(",")}]` : membersOf(value);
  assert(typeof value !== "number" || Number.isFinite(value), `a number of a body is finite, not ${String(value)}`);
  return JSON.stringify(value);
}

/** By name, in the order of their code units; what is undefined is left out. */
function membersOf(value: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(name)}:${written(member)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function commit(salt: Uint8Array, text: string): Digest {
  assert(salt.length === SALT_BYTES, `a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  const bytes = Buffer.allocUnsafe(SALT_BYTES + Buffer.byteLength(text));
  bytes.set(salt);
  bytes.write(text, SALT_BYTES);
  return asDigest(hash("sha256", bytes, "hex"));
}

/** Whether body and salt are those the envelope committed to. A forgotten body can no longer be verified: false. */
export function verifyCommitment(event: Pick<StoredEvent, "body" | "commitment">, salt: Uint8Array): boolean {
  if (event.body === null || salt.length !== SALT_BYTES) return false;
  return commit(salt, canonicalText(event.body)) === event.commitment;
}

export function digestOf(text: string): Digest {
  return asDigest(hash("sha256", text, "hex"));
}

function asDigest(hex: string): Digest {
  const digest = `sha256:${hex}`;
  return digest as Digest;
}
