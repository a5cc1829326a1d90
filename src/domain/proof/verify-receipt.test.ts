// Receipts proven, and everything that can be done to one found: bytes flipped, parts exchanged, other algorithms, other keys, other files.
import { canonicalize } from "json-canonicalize";
import { describe, expect, it } from "vitest";
import { plainDate, present, type JsonObject } from "../terms/index.ts";
import { toBase64Url } from "./base64url.ts";
import type { PublicKey } from "./key-set.ts";
import { partOfReceipt } from "./part-of-receipt.ts";
import { answerLine, digest, errorLine, instant, key, KID, receiptOf, signer, tools } from "./proof-fixtures.ts";
import { RECEIPT_BYTES_MAX, signedBytes, type ReceiptFile } from "./receipt.ts";
import { verifyReceipt } from "./verify-receipt.ts";

const one = receiptOf([answerLine("Blue Heron Ltd")]);
const LOT = [answerLine("Blue Heron Ltd"), errorLine, answerLine("灰鹭 \"Söhne\" \u{20BB7} Ltd", { verdict: "clear" }), answerLine("Low Tide Ltd"), answerLine("High Tide Ltd")];
const lot = receiptOf(LOT);

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value);
const codes = (bytes: Uint8Array, keys: readonly PublicKey[] = [key]): string => {
  const verified = verifyReceipt(bytes, keys, tools);
  return verified.ok ? "valid" : [...new Set(verified.error.map(({ code }) => code))].join(" ");
};
const fileOf = (bytes: Uint8Array): ReceiptFile => JSON.parse(text(bytes));
const written = (file: unknown): Uint8Array => bytesOf(`${canonicalize(file)}\n`);

/** The receipt with another header or head, signed anew by the right key. */
function resigned(header: JsonObject, head: JsonObject = {}): Uint8Array {
  const { lines, jws } = fileOf(one);
  const signed = {
    protected: toBase64Url(bytesOf(canonicalize({ alg: "EdDSA", kid: KID, typ: "probity-receipt+jws", ...header }))),
    payload: toBase64Url(bytesOf(canonicalize({ ...JSON.parse(Buffer.from(jws.payload, "base64url").toString()), ...head }))),
  };
  return written({ jws: { ...signed, signature: toBase64Url(signer.sign(signedBytes(signed))) }, lines });
}

describe("a receipt", () => {
  it("R1 proves what was said, with or without its line end", () => {
    const verified = verifyReceipt(one, [key], tools);
    expect(verified).toMatchObject({ ok: true, value: { key: { kid: KID }, head: { asker: "keeper", count: 1, issuedAt: "2026-03-02T12:00:00.000Z" }, lines: [{ number: 1 }] } });
    expect(verified.ok && verified.value.lines[0]?.line).toEqual(answerLine("Blue Heron Ltd"));
    expect(codes(one.slice(0, -1))).toBe("valid");
  });

  it("R1, R3 with any byte another one is not valid, and no byte brings a fault", () => {
    for (const [receipt, flips] of [[one, [1, 32]], [part(3), [1]]] as const) {
      const found = new Set<string>();
      for (let at = 0; at < receipt.length; at += 1) {
        for (const flip of flips) {
          const changed = Uint8Array.from(receipt);
          changed[at] = (changed[at] ?? 0) ^ flip;
          const verified = verifyReceipt(changed, [key], tools);
          if (verified.ok) throw new Error(`byte ${at} was changed by ${flip}, and nobody saw it`);
          for (const { code, at: place, message, remedy } of verified.error) {
            found.add(code);
            if (![place, message, remedy].every((words) => words.length > 0 && !words.includes("Heron"))) throw new Error(`byte ${at}: ${place}: ${message}. ${remedy}`);
          }
        }
      }
      for (const code of ["not-a-receipt", "not-canonical", "signature-wrong", "content-changed"]) expect(found).toContain(code);
    }
  }, 60_000);

  it("R1 laid out anew, with spaces or another order, is not canonical, and the place is said", () => {
    expect(codes(bytesOf(JSON.stringify(fileOf(one), null, 2)))).toBe("not-canonical");
    expect(verifyReceipt(bytesOf(text(one).replace('"number":1', '"number": 1')), [key], tools)).toMatchObject({ ok: false, error: [{ code: "not-canonical", at: `character ${text(one).indexOf('"number":1') + 10}` }] });
    expect(codes(bytesOf(`${text(one)}\n`))).toBe("not-canonical");
    expect(codes(bytesOf(`\uFEFF${text(one)}`))).toBe("not-a-receipt");
  });

  it("R2 what is none is a finding: other files, deep, large, cut off, a member twice, a number that is no whole one", () => {
    for (const none of ["{}", "[]", "null", "receipt", '{"jws":{},"lines":[]}', "[".repeat(200_000), `${"[".repeat(200_000)}${"]".repeat(200_000)}`, '{"jws":1e999}', "%PDF-1.7", '{"jws":{"payload":"","protected":"","signature":""},"lines":[{"line":{},"number":1}]}']) expect([none.slice(0, 30), codes(bytesOf(none))]).toEqual([none.slice(0, 30), "not-a-receipt"]);
    expect(codes(Uint8Array.from([0xff, 0xfe, 0x7b]))).toBe("not-a-receipt");
    for (const length of [0, 3, 25, 500, one.length - 2]) expect([length, codes(one.slice(0, length))]).toEqual([length, "receipt-cut-off"]);
    expect(codes(new Uint8Array(RECEIPT_BYTES_MAX + 1))).toBe("receipt-too-large");
    expect(codes(bytesOf(text(one).replace('"verdict":"bound"', '"verdict":"clear","verdict":"bound"')))).toBe("not-canonical");
    expect(codes(bytesOf(text(one).replace('"known":12', '"known":12.5')))).toBe("not-a-receipt");
    expect(codes(bytesOf(text(one).replace('"known":12', '"known":1e1')))).toBe("not-canonical");
  });

  it("R2 of a newer version is said to be newer", () => expect(codes(resigned({}, { version: 2 }))).toBe("receipt-newer"));

  it("R3 a line the signature holds and this program does not know is told to nobody", () => {
    const odd = answerLine("Blue Heron Ltd");
    for (const line of [{ ...odd, kind: "praise" }, { ...odd, words: {} }, { ...odd, answer: { ...odd.answer, verdict: "perhaps" } }, { ...odd, commitment: "x" }, { ...odd, names: { a: 1 } }, { ...odd, salt: 7 }]) {
      const root = digest(Buffer.concat([Buffer.from([0]), bytesOf(canonicalize(line))]));
      const signed = fileOf(resigned({}, { root }));
      const verified = verifyReceipt(written({ ...signed, lines: [{ line, number: 1 }] }), [key], tools);
      expect(verified).toMatchObject({ ok: false, error: [{ code: "not-a-receipt", at: "line 1" }] });
    }
  });
});

const part = (number: number): Uint8Array => {
  const made = partOfReceipt(lot, number, digest);
  return bytesOf(made.ok ? made.value : made.error.code);
};

describe("a lot", () => {
  it("R4, R6 proves all its lines in their order, errors at their place", () => {
    const verified = verifyReceipt(lot, [key], tools);
    expect(verified.ok && verified.value.lines).toEqual(LOT.map((line, index) => ({ number: index + 1, line })));
  });

  it("R5 each line is shown by itself, says nothing of the others and proves its number", () => {
    for (const [index, line] of LOT.entries()) {
      const verified = verifyReceipt(part(index + 1), [key], tools);
      expect(verified.ok && verified.value).toMatchObject({ head: { count: 5 }, lines: [{ number: index + 1, line }] });
      expect(text(part(index + 1)).includes("Low Tide")).toBe(index === 3);
      expect(partOfReceipt(part(index + 1), index + 1, digest)).toEqual({ ok: true, value: text(part(index + 1)) });
    }
    expect(partOfReceipt(one, 1, digest)).toEqual({ ok: true, value: text(one) });
    expect(partOfReceipt(lot, 6, digest)).toMatchObject({ ok: false, error: { code: "line-missing" } });
    expect(partOfReceipt(part(2), 3, digest)).toMatchObject({ ok: false, error: { code: "line-missing" } });
  });

  it("R5 lines left out, moved, exchanged, shown as another or twice are found", () => {
    const { jws, lines } = fileOf(lot);
    const [third, fourth] = [present(fileOf(part(3)).lines[0], "line 3"), present(fileOf(part(4)).lines[0], "line 4")];
    const renumbered = (from: typeof lines): typeof lines => from.map((line, index) => ({ ...line, number: index + 1 }));
    for (const wrong of [
      lines.slice(1), renumbered(lines.slice(1)), lines.toReversed(), renumbered(lines.toReversed()), [...lines, present(lines[0], "a line")], renumbered([...lines, present(lines[0], "a line")]),
      [{ ...third, number: 4 }], [{ ...third, line: fourth.line }], [{ ...third, path: fourth.path ?? [] }], [fourth, third], [third, third], [third, { line: fourth.line, number: 4 }],
    ]) expect(codes(written({ jws, lines: wrong }))).toBe("content-changed");
    expect(codes(written({ jws, lines: [third, fourth] }))).toBe("valid");
    expect(codes(written({ jws: fileOf(one).jws, lines }))).toBe("content-changed");
  });
});

describe("the signature", () => {
  it("R7 is that of RFC 8037, A.4", () => {
    const signature = signer.sign(bytesOf("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"));
    expect(toBase64Url(signature)).toBe("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
  });

  it("R7 of another algorithm, type, or with a header that brings or names a key elsewhere is refused", () => {
    for (const alg of ["none", "HS256", "ES256", "eddsa", ""]) expect(codes(resigned({ alg }))).toBe("signature-refused");
    for (const more of [{ jwk: { kty: "OKP" } }, { jku: "https://example.org/keys" }, { x5u: "https://example.org" }, { crit: ["b64"], b64: false }, { kid: "https://example.org/key" }, { kid: "../../key" }]) expect(codes(resigned(more))).toBe("signature-refused");
    expect(codes(resigned({ typ: "JWT" }))).toBe("not-a-receipt");
    expect(codes(resigned({}))).toBe("valid");
  });

  it("R7 that is empty, short, not in base64url or by another key does not fit", () => {
    const { jws, lines } = fileOf(one);
    for (const signature of ["", "AAAA", `${jws.signature}AA`, jws.signature.replace(/.$/, "h"), jws.signature.replaceAll("-", "+").replaceAll("_", "/").concat("=="), "A".repeat(86)]) expect([signature, codes(written({ jws: { ...jws, signature }, lines }))]).toEqual([signature, "signature-wrong"]);
    expect(codes(resigned({}, { asker: "public" }).with(-1, 10))).toBe("valid");
    expect(codes(written({ jws: { ...jws, payload: fileOf(resigned({}, { asker: "public" })).jws.payload }, lines }))).toBe("signature-wrong");
  });

  it("R9 by a key that is not at hand proves nothing", () => {
    expect(codes(one, [])).toBe("key-unknown");
    expect(codes(resigned({ kid: "A".repeat(43) }))).toBe("key-unknown");
  });

  it("R9 by a retired key goes on proving, by a revoked one only what is older", () => {
    const from = instant("2026-03-01T16:00:00.000Z");
    const revoked = { ...key, retiredAt: instant("2026-02-01T00:00:00.000Z"), revoked: { since: plainDate("2026-03-02"), from, reason: "laptop stolen" } };
    expect(codes(one, [{ ...revoked, revoked: null }])).toBe("valid");
    expect(verifyReceipt(one, [revoked], tools)).toMatchObject({ ok: false, error: [{ code: "key-revoked", message: expect.stringMatching(/since 2026-03-02 \(laptop stolen\)/) }] });
    expect(codes(receiptOf([errorLine], "2026-03-01T16:00:00.000Z"), [revoked])).toBe("key-revoked");
    expect(codes(receiptOf([errorLine], "2026-03-01T15:59:59.999Z"), [revoked])).toBe("valid");
    const { jws } = fileOf(one);
    expect(codes(written({ jws, lines: fileOf(receiptOf([errorLine])).lines }), [revoked])).toBe("key-revoked content-changed");
  });
});
