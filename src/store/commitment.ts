// Commitment: `sha256:` over 16 random bytes of salt and the canonical body (RFC 8785). The envelope carries it for ever;
// body and salt can be erased behind it (design.md 3.10). Made when an event is appended, checked by verification and proofs.
import { createHash, hash } from "node:crypto";
import { canonicalize } from "json-canonicalize";
import { assert, type Digest, type Json } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";

export const SALT_BYTES = 16;

/** The body as it is kept and committed to: one spelling for one value. */
export function canonicalText(body: StoredEvent["body"] | Json): string {
  return canonicalize(body);
}

export function commit(salt: Uint8Array, text: string): Digest {
  assert(salt.length === SALT_BYTES, `a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return asDigest(hash("sha256", Buffer.concat([salt, Buffer.from(text, "utf8")]), "hex"));
}

/** Whether body and salt are those the envelope committed to. A forgotten body can no longer be verified: false. */
export function verifyCommitment(event: Pick<StoredEvent, "body" | "commitment">, salt: Uint8Array): boolean {
  if (event.body === null || salt.length !== SALT_BYTES) return false;
  return commit(salt, canonicalText(event.body)) === event.commitment;
}

export function digestOf(text: string): Digest {
  return asDigest(createHash("sha256").update(text, "utf8").digest("hex"));
}

function asDigest(hex: string): Digest {
  const digest = `sha256:${hex}`;
  return digest as Digest;
}
