// A proven receipt in words, in both languages.
import { expect, it } from "vitest";
import { plainDate, present } from "../terms/index.ts";
import { partOfReceipt } from "./part-of-receipt.ts";
import { answerLine, digest, errorLine, instant, key, receiptOf, tools } from "./proof-fixtures.ts";
import { lineInWords, receiptInWords } from "./receipt-words.ts";
import { verifyReceipt, type ProvenReceipt } from "./verify-receipt.ts";

const proven = (bytes: Uint8Array, by = key): ProvenReceipt => {
  const verified = verifyReceipt(bytes, [by], tools);
  return present(verified.ok ? verified.value : undefined, "a proven receipt");
};

it("R10 says what was asked, answered and known, and how old the editions were", () => {
  expect(lineInWords(answerLine("Blue Heron Ltd"), "en")).toEqual([
    "BOUND  On 3 February 2026 Blue Heron Ltd is bound.", "  It stands on a list.", "  Way out: the term ends", "  Organisation: Blue Heron Ltd (P00000018, N-7)", "  Act: Moor (ferry:moor), at north",
    "  Day asked about: 2026-02-03, under the law of 2026-02-01", `  Known then: everything up to ledger position 12, under the rulebook ${digest("law")}`,
    "  Rests on the edition of 2026-02-01 of Barred by the north (ferry:north-barred), 2 days old on that day", "  As it was asked: organisation Blue Heron Ltd, act ferry:moor@north",
  ]);
  const zh = lineInWords(answerLine("Blue Heron Ltd", { verdict: "clear", act: "ferry:moor", onFile: false }), "zh");
  expect(zh[0]).toMatch(/^不受限/);
  expect(zh.join("\n")).toMatch(/代码N-7，当时未建档[\s\S]*停泊[\s\S]*账本位置12[\s\S]*北岸名单[\s\S]*已有2天/);
  expect(lineInWords(errorLine, "en")).toEqual(["NOT ANSWERED  Nobody Ltd: no organisation is called exactly `Nobody Ltd`", "  As it was asked: organisation Nobody Ltd, act ferry:moor"]);
});

it("R10 says of the whole when, for whom, by which key and how much of it is here", () => {
  const lot = receiptOf([errorLine, answerLine("Blue Heron Ltd")]);
  expect(receiptInWords(proven(lot), "en")).toEqual([`Made at 2026-03-02T12:00:00.000Z, for the keeper of the register, who sees everything; 2 lines; signed by the key ${key.kid}.`]);
  const part = partOfReceipt(lot, 2, digest);
  expect(receiptInWords(proven(new TextEncoder().encode(part.ok ? part.value : "")), "en")[0]).toContain("1 of 2 lines");
  expect(receiptInWords(proven(lot), "zh")[0]).toContain("共2行");
});

it("R9, R10 warns of a key that is retired or revoked since", () => {
  const at = instant("2026-04-01T00:00:00.000Z");
  const words = receiptInWords(proven(receiptOf([errorLine]), { ...key, retiredAt: at, revoked: { since: plainDate("2026-04-01"), from: at, reason: "lost" } }), "en");
  expect(words.slice(1)).toEqual([expect.stringContaining("out of use since 2026-04-01"), expect.stringMatching(/^Careful: the key is revoked since 2026-04-01 \(lost\)\./)]);
});
