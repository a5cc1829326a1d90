// Commitments against figures worked out by another program (`printf … | sha256sum`), and properties of what is committed to.
import fc from "fast-check";
import { expect, it } from "vitest";
import { plainDate, present, parseBatchId } from "../domain/terms/index.ts";
import { canonicalText, commit, verifyCommitment } from "./commitment.ts";

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);

it("R5 the commitment is the digest of salt and canonical body", () => {
  expect(canonicalText({ b: ["é", 1, null], a: { z: true, y: undefined }, "\u20ac": "\n" })).toBe('{"a":{"z":true},"b":["é",1,null],"€":"\\n"}');
  expect(commit(salt, '{"a":1}')).toBe("sha256:aed8a0ebb5f60a8aa06554873318b8e888584ebddf7878258719930ae328cbb2");
});

it("R5 a commitment needs sixteen bytes of salt", () => {
  expect(() => commit(new Uint8Array(8), "{}")).toThrow(/16 bytes/);
});

it("R5 what was committed to verifies after reading it back, and a changed part of it does not", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(15), (reason, bytes, at) => {
    const parsed = parseBatchId("b-1");
    const batch = present(parsed.ok ? parsed.value : null, "a batch id");
    const text = canonicalText({ batch, reason, day: plainDate("2026-01-01") });
    const commitment = commit(bytes, text);
    expect(verifyCommitment({ body: JSON.parse(text), commitment }, bytes)).toBe(true);
    expect(verifyCommitment({ body: { batch, reason: `${reason}.` }, commitment }, bytes)).toBe(false);
    const otherBytes = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(verifyCommitment({ body: JSON.parse(text), commitment }, otherBytes)).toBe(false);
  }));
});
