// Commitments against figures worked out by another program (`printf … | sha256sum`), and properties of what is committed to.
import fc from "fast-check";
import { canonicalize } from "json-canonicalize";
import { expect, it } from "vitest";
import { plainDate, present, parseBatchId, type Json } from "../domain/terms/index.ts";
import { canonicalText, commit, verifyCommitment } from "./commitment.ts";

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);

it("R5 the commitment is the digest of salt and canonical body", () => {
  expect(canonicalText({ b: ["é", 1, null], a: { z: true, y: undefined }, "\u20ac": "\n" })).toBe('{"a":{"z":true},"b":["é",1,null],"€":"\\n"}');
  expect(commit(salt, '{"a":1}')).toBe("sha256:aed8a0ebb5f60a8aa06554873318b8e888584ebddf7878258719930ae328cbb2");
});

it("R5 any body is spelled as the library for RFC 8785 spells it", () => {
  const { body } = fc.letrec<{ body: unknown }>((tie) => ({
    body: fc.oneof({ depthSize: "small" }, fc.string({ unit: "binary" }), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constantFrom(null, undefined), fc.array(tie("body"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string({ unit: "binary" }).filter((name) => name !== "toJSON"), fc.constantFrom("10", "9", "__proto__", "a", "B", "\u{1F600}", "\uffee")), tie("body"), { maxKeys: 4 })),
  }));
  fc.assert(fc.property(fc.dictionary(fc.string(), body, { maxKeys: 4 }), (value) => {
    expect(canonicalText(value as Json)).toBe(canonicalize(value));
  }), { numRuns: 300 });
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
