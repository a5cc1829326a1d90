// Key set: the public keys of a register, as it publishes them and as a verifier keeps them (RFC 7517; Ed25519 as RFC 8037 has it). A key's id is
// its thumbprint (RFC 7638), so a set cannot give a key another's id. Retired and revoked keys stay in it, with their days.
import { canonicalize } from "json-canonicalize";
import { err, ok, parseInstant, parsePlainDate, type Instant, type Json, type JsonObject, type PlainDate, type Result } from "../terms/index.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import type { DigestOf } from "./merkle-tree.ts";
import { isList, isObject, parsePlain } from "./plain-json.ts";

export interface PublicKey {
  /** Its thumbprint. */
  readonly kid: string;
  /** The key itself, 32 bytes in base64url. */
  readonly x: string;
  readonly madeAt: Instant;
  /** Since then another signs; what it signed before stays good. */
  readonly retiredAt: Instant | null;
  readonly revoked: Revocation | null;
}

/** From `from` on, the beginning of the day `since` at the register, nothing the key signed is to be believed. */
export interface Revocation {
  readonly since: PlainDate;
  readonly from: Instant;
  readonly reason: string | null;
}

const KEY_BYTES = 32;
/** A set has a key for each time one was made; more than this is no register's. */
const KEYS_MAX = 10_000;

/** The thumbprint of an Ed25519 key (RFC 7638, 3; RFC 8037, 2): base64url of the SHA-256 of its canonical members. */
export function thumbprintOf(x: string, digest: DigestOf): string {
  return toBase64Url(Uint8Array.fromHex(digest(new TextEncoder().encode(canonicalize({ crv: "Ed25519", kty: "OKP", x }))).slice("sha256:".length)));
}

/** What `/.well-known/jwks.json` answers and `keys --json` prints. */
export function keySetOf(keys: readonly PublicKey[]): JsonObject {
  return {
    keys: keys.map(({ kid, x, madeAt, retiredAt, revoked }): JsonObject => ({
      kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid, x, made_at: madeAt,
      ...(retiredAt === null ? {} : { retired_at: retiredAt }), ...(revoked === null ? {} : { revoked: { since: revoked.since, from: revoked.from, ...(revoked.reason === null ? {} : { reason: revoked.reason }) } }),
    })),
  };
}

/** A saved set. Keys of other kinds are passed over; one of ours that is not what it says spoils the set, and the error says which. */
export function readKeySet(text: string, digest: DigestOf): Result<readonly PublicKey[], string> {
  const set = parsePlain(text);
  if (!isObject(set) || !isList(set["keys"])) return err("it is no JSON with a list `keys`");
  if (set["keys"].length > KEYS_MAX) return err(`it has more than ${KEYS_MAX} keys`);
  const read = set["keys"].map((key, index) => (isObject(key) && key["crv"] === "Ed25519" ? readKey(key, index + 1, digest) : ok(undefined)));
  const wrong = read.find((key) => !key.ok);
  if (wrong?.ok === false) return wrong;
  const keys = read.flatMap((key) => (key.ok && key.value !== undefined ? [key.value] : []));
  const twice = keys.find(({ kid }, index) => keys.findIndex((other) => other.kid === kid) < index);
  return twice === undefined ? ok(keys) : err(`the key \`${twice.kid}\` stands in it twice`);
}

function readKey(key: JsonObject, number: number, digest: DigestOf): Result<PublicKey, string> {
  const { kty, kid, x, d, revoked } = key;
  if (d !== undefined) return err(`key ${number} carries a private part, which belongs in no such file; whoever has seen it can sign`);
  if (kty !== "OKP" || typeof x !== "string" || fromBase64Url(x)?.length !== KEY_BYTES) return err(`key ${number} is no Ed25519 key`);
  if (kid !== thumbprintOf(x, digest)) return err(`the id of key ${number} is not its thumbprint`);
  const [madeAt, retiredAt] = [instantOf(key["made_at"]), key["retired_at"] === undefined ? null : instantOf(key["retired_at"])];
  const revocation = revoked === undefined ? null : readRevocation(revoked);
  if (madeAt === undefined || retiredAt === undefined || revocation === undefined) return err(`the days of key ${number} cannot be read`);
  return ok({ kid, x, madeAt, retiredAt, revoked: revocation });
}

function readRevocation(value: Json): Revocation | undefined {
  if (!isObject(value) || typeof value["since"] !== "string") return undefined;
  const [since, from, { reason = null }] = [parsePlainDate(value["since"]), instantOf(value["from"]), value];
  if (!since.ok || from === undefined || !(reason === null || typeof reason === "string")) return undefined;
  return { since: since.value, from, reason };
}

function instantOf(value: Json | undefined): Instant | undefined {
  const instant = typeof value === "string" ? parseInstant(value) : undefined;
  return instant?.ok === true ? instant.value : undefined;
}
