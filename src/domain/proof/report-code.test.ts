import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, makeFileNumber, plainDate, type Instant, type Position } from "../terms/index.ts";
import { digest } from "./proof-fixtures.ts";
import { pieceOf, readReportCode, writeReportCode, type CodeParts } from "./report-code.ts";
import { PURPOSES } from "./report.ts";

const day = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(plainDate("1900-01-01"), days));
const moment = fc.integer({ min: 1_600_000_000, max: 7_000_000_000 }).map((seconds) => `${new Intl.DateTimeFormat("sv", { timeZone: "UTC", dateStyle: "short", timeStyle: "medium" }).format(seconds * 1000).replace(" ", "T")}.000Z` as Instant);
const anyParts: fc.Arbitrary<CodeParts> = fc.record({
  file: fc.integer({ min: 1, max: 5_000_000_000 }).map(makeFileNumber), purpose: fc.constantFrom(...PURPOSES), period: fc.record({ from: day, until: day }), on: day, law: day, known: fc.integer({ min: 0, max: 2 ** 45 }).map((position) => position as Position), issuedAt: moment,
});
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DIGEST = digest("what it says");
const PARTS: CodeParts = { file: makeFileNumber(58), purpose: "tender", period: { from: plainDate("2023-11-21"), until: plainDate("2026-11-21") }, on: plainDate("2026-11-20"), law: plainDate("2026-11-20"), known: 184_233 as Position, issuedAt: "2026-11-20T08:30:00.000Z" as Instant };
const CODE = writeReportCode(PARTS, DIGEST);

/** A code with the sign at one place another one. */
function withSign(code: string, at: number, shift: number): string {
  const sign = SIGNS[(SIGNS.indexOf(code[at] ?? "") + shift) % SIGNS.length] ?? "";
  return code.slice(0, at) + sign + code.slice(at + 1);
}

describe("a verification code", () => {
  it("R13 reads back as it was written", () => {
    fc.assert(fc.property(anyParts, fc.string(), (parts, text) => {
      const code = writeReportCode(parts, digest(text));
      expect(readReportCode(code)).toEqual({ ok: true, value: { parts, piece: pieceOf(digest(text)), text: code } });
    }));
  });

  it("R13 is as short as it can be: seven groups of five and a rest, for a day's report", () => {
    expect(CODE).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{1,5}$/);
  });

  it("R13 is read in any case, with O, I and L, and whatever stands between", () => {
    const read = readReportCode(CODE);
    for (const typed of [CODE.toLowerCase(), CODE.replaceAll("-", ""), CODE.replaceAll("-", " – "), CODE.replaceAll("0", "o").replaceAll("1", "l"), CODE.replaceAll("1", "I"), ` ${CODE}\n`, CODE.replaceAll("-", "-\u200b")]) expect(readReportCode(typed)).toEqual(read);
  });

  it("R14 with up to four wrong symbols is none", () => {
    const bare = CODE.replaceAll("-", "");
    fc.assert(fc.property(fc.uniqueArray(fc.nat({ max: bare.length - 1 }), { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 4, maxLength: 4 }), (places, shifts) => {
      const wrong = places.reduce((code, at, index) => withSign(code, at, shifts[index] ?? 1), bare);
      expect(readReportCode(wrong).ok).toBe(false);
    }), { numRuns: 2000 });
  });

  it("R14 with two neighbours changed, a symbol left out or put in is none", () => {
    const bare = CODE.replaceAll("-", "");
    for (let at = 0; at < bare.length; at += 1) {
      const [a, b] = [bare[at] ?? "", bare[at + 1] ?? ""];
      if (a !== b && b !== "") expect(readReportCode(bare.slice(0, at) + b + a + bare.slice(at + 2)).ok).toBe(false);
      expect(readReportCode(bare.slice(0, at) + bare.slice(at + 1)).ok).toBe(false);
      for (const sign of SIGNS) expect(readReportCode(bare.slice(0, at) + sign + bare.slice(at)).ok).toBe(false);
    }
  });

  it("R14 says why it is none, and takes any text", () => {
    expect([readReportCode(""), readReportCode("ABC"), readReportCode("U".repeat(40)), readReportCode("验证码"), readReportCode(withSign(CODE, 3, 1)), readReportCode("0".repeat(5000))].map((read) => (read.ok ? "" : read.error.kind))).toEqual(["length", "length", "sign", "sign", "check", "length"]);
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => void readReportCode(text)));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 90 }), (text) => void readReportCode(text)));
  });
});
