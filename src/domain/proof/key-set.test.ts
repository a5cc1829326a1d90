// Keys: ids by the published example of RFC 8037, sets written and read back, and sets that are not what they say.
import { expect, it } from "vitest";
import { plainDate } from "../terms/index.ts";
import { keySetOf, readKeySet, thumbprintOf, type PublicKey } from "./key-set.ts";
import { digest, instant, key, KID, X } from "./proof-fixtures.ts";

const [OTHER_X, gone] = ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", instant("2026-02-01T00:00:00.000Z")];
const other: PublicKey = { kid: thumbprintOf(OTHER_X, digest), x: OTHER_X, madeAt: gone, retiredAt: gone, revoked: { since: plainDate("2026-01-20"), from: instant("2026-01-19T16:00:00.000Z"), reason: "lost" } };

it("R8 a key's id is the thumbprint that RFC 8037, A.3 publishes", () => expect(thumbprintOf(X, digest)).toBe(KID));

it("R8 a set is read back as it was written, retired and revoked keys with their days, and other kinds are passed over", () => {
  expect(keySetOf([other])).toEqual({ keys: [{ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: other.kid, x: OTHER_X, made_at: gone, retired_at: gone, revoked: { since: "2026-01-20", from: "2026-01-19T16:00:00.000Z", reason: "lost" } }] });
  const set = keySetOf([key, { ...other, revoked: { since: plainDate("2026-01-20"), from: gone, reason: null } }, other].slice(0, 2));
  expect(readKeySet(JSON.stringify(set, null, 2), digest)).toEqual({ ok: true, value: [key, { ...other, revoked: { since: "2026-01-20", from: gone, reason: null } }] });
  expect(readKeySet(JSON.stringify({ keys: [{ kty: "RSA", n: "x" }, ...JSON.parse(JSON.stringify(keySetOf([key]))).keys] }), digest)).toEqual({ ok: true, value: [key] });
});

it("R8 a set that gives a key another's id, names one twice, carries a private part or is none is refused", () => {
  const [own] = JSON.parse(JSON.stringify(keySetOf([key]))).keys;
  const refusal = (...keys: readonly unknown[]): string => {
    const read = readKeySet(JSON.stringify({ keys }), digest);
    return read.ok ? "taken" : read.error;
  };
  expect(refusal({ ...own, kid: other.kid })).toContain("not its thumbprint");
  expect(refusal({ ...own, x: OTHER_X })).toContain("not its thumbprint");
  expect(refusal(own, own)).toContain("twice");
  expect(refusal({ ...own, d: "secret" })).toContain("private part");
  expect(refusal({ ...own, x: `${X}A` })).toContain("no Ed25519 key");
  expect(refusal({ ...own, x: `${X.slice(0, -1)}p` })).toContain("no Ed25519 key");
  for (const days of [{ made_at: 7 }, { retired_at: "soon" }, { revoked: true }, { revoked: { since: "2026-13-01", from: gone } }, { revoked: { since: "2026-01-01" } }]) expect(refusal({ ...own, ...days })).toContain("days");
  for (const text of ["", "{", "[]", "{}", '{"keys": {}}', "null"]) expect(readKeySet(text, digest).ok).toBe(false);
});
