// Receipt keys: the register's keys for signing receipts. One is made at first need and shared by all processes of the register; it can be
// replaced (rotate) and disowned (revoke). Private parts stay in the store and are used here alone.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { err, ok, parsePlainDate, present, type JsonObject, type Result } from "../domain/terms/index.ts";
import { keySetOf, thumbprintOf, type ProofTools, type Signer } from "../domain/proof/index.ts";
import type { SigningKey } from "../store/index.ts";
import { problem, type Problem } from "./problem.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";

/** Every key this register ever signed with, in the order they were made. */
export async function receiptKeys({ ledger }: Pick<Registry, "ledger">): Promise<readonly SigningKey[]> {
  return ledger.signingKeys.list();
}

/** The public keys as a JWK set (RFC 7517), retired and revoked ones with their days. */
export async function receiptKeySet(registry: Pick<Registry, "ledger">): Promise<JsonObject> {
  return keySetOf(await receiptKeys(registry));
}

/** Puts a new key into use and retires the one before it, whose private part is erased. */
export async function rotateKeys(registry: Registry): Promise<SigningKey> {
  const kid = await addKey(registry, "always");
  return present((await receiptKeys(registry)).find((key) => key.kid === kid), "the key that was made");
}

export interface KeyToRevoke {
  readonly kid: string;
  /** The day from which nothing it signed is to be believed, counted where the register's first body of law counts its days. */
  readonly since: string;
  /** Shown to everybody. */
  readonly reason?: string;
}

/** Disowns a key from a day on and erases its private part. Refused where there is no such key, or it is disowned from that day already; an earlier day can be told later. */
export async function revokeKey(registry: Registry, { kid, since, reason }: KeyToRevoke): Promise<Result<SigningKey, Problem>> {
  const day = parsePlainDate(since);
  if (!day.ok) return err(problem("day-invalid", day.error, "Give the day from which the key is not to be believed as YYYY-MM-DD."));
  if (day.value > today(registry)) return err(problem("day-invalid", `\`${since}\` has not come yet`, "Give the day from which the key is not to be believed: today, or the day it may have come into other hands."));
  const from = registry.clock.startOf(day.value, timeZoneOf(registry, undefined));
  const revoked = await registry.ledger.signingKeys.revoke(kid, { since: day.value, from, at: registry.clock.now(), reason: reason ?? null });
  const key = (await receiptKeys(registry)).find((each) => each.kid === kid);
  if (key === undefined) return err(problem("key-unknown", `this register has no key \`${kid}\``, "`keys` lists those it has."));
  return revoked ? ok(key) : err(problem("key-revoked", `the key \`${kid}\` is revoked since ${key.revoked?.since ?? ""} already`, "It can be revoked from an earlier day, and from no later one."));
}

/** Signs with the key in use; makes one where there is none. */
export async function receiptSigner(registry: Registry): Promise<Signer> {
  const { signingKeys } = registry.ledger;
  let current = await signingKeys.current();
  if (current === null) {
    // Another process may be faster: then its key is the one in use.
    await addKey(registry, "whereNone");
    current = await signingKeys.current();
  }
  return signerOf(present(current, "the key in use"));
}

/** Signs with the key in use; undefined where there is none: nothing is made and nothing written. */
export async function signerInUse({ ledger }: Pick<Registry, "ledger">): Promise<Signer | undefined> {
  const current = await ledger.signingKeys.current();
  return current === null ? undefined : signerOf(current);
}

/** Makes the first key of a register that has none. */
export async function ensureKey(registry: Registry): Promise<void> {
  await receiptSigner(registry);
}

function signerOf({ kid, secret }: { readonly kid: string; readonly secret: Uint8Array }): Signer {
  const key = createPrivateKey({ key: Buffer.from(secret), format: "der", type: "pkcs8" });
  return { kid, sign: (bytes) => sign(null, bytes, key) };
}

function newKey(digest: Registry["digest"]): { readonly kid: string; readonly x: string; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const x = present(publicKey.export({ format: "jwk" }).x, "the public part of a key");
  return { kid: thumbprintOf(x, digest), x, privateKey };
}

async function addKey({ ledger, digest, clock }: Registry, when: "always" | "whereNone"): Promise<string> {
  let made = newKey(digest);
  // Its id is written behind commands, where one that begins with a dash would be read as an option: one key in 64.
  while (made.kid.startsWith("-")) made = newKey(digest);
  const { kid, x, privateKey } = made;
  await ledger.signingKeys.add({ kid, x, secret: privateKey.export({ format: "der", type: "pkcs8" }), at: clock.now() }, when);
  return kid;
}

/** Checks digests and signatures for whoever holds a receipt. */
export function proofTools({ digest }: Pick<Registry, "digest">): ProofTools {
  return { digest, verify: ({ x, bytes, signature }) => verify(null, bytes, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature) };
}
