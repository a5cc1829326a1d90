import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLawId, present, type LawId } from "../terms/index.ts";
import type { IdentifierScheme } from "../rules/index.ts";
import { isPersonIdentifier, levelCode, makeCode, readCode } from "./code-scheme.ts";

// The figures of GB 32100-2015, GB 11714-1997 and GB 11643-1999, written out here so that the checker is tested without any law file.
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CATEGORIES = "1[1239]|2[19]|3[123459]|4[19]|5[123]|6[12]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1";

function lawId(text: string): LawId {
  const id = parseLawId(text);
  if (!id.ok) throw new Error(id.error);
  return id.value;
}

const head = { kind: "identifier", basis: [], confidence: "high", at: "test" } as const;

const unified: IdentifierScheme = {
  ...head, id: lawId("cn:unified-code"), names: { en: "the unified social credit code", zh: "统一社会信用代码" }, of: "organisation",
  length: 18, alphabet: ALPHABET, form: `(?:${CATEGORIES})[0-9]{6}[0-9A-Z]{10}`,
  checks: [
    { name: "organisation code", place: 17, start: 9, end: 16, weights: [3, 7, 9, 10, 5, 8, 4, 2], modulus: 11, complement: true, values: BASE36, characters: "0123456789X" },
    { name: "unified code", place: 18, start: 1, end: 17, weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], modulus: 31, complement: true, values: ALPHABET, characters: ALPHABET },
  ],
  refused: [{ form: "92", why: { en: "an individual business is its owner", zh: "个体工商户" } }],
  parts: [
    { name: "authority", start: 1, end: 1 }, { name: "category", start: 2, end: 2 }, { name: "region", start: 3, end: 8 }, { name: "subject", start: 9, end: 17 }, { name: "check", start: 18, end: 18 },
  ],
};

const resident: IdentifierScheme = {
  ...head, id: lawId("cn:resident-number"), names: { en: "the resident identity number" }, of: "person", length: 18,
  form: "[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]",
  checks: [{ name: "resident number", place: 18, start: 1, end: 17, weights: [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], modulus: 11, complement: false, values: "0123456789", characters: "10X98765432" }],
  refused: [], parts: [],
};

const SCHEMES = [unified, resident];

function valid(text: string): boolean {
  return readCode(SCHEMES, text).ok;
}

function problemOf(text: string): string {
  const read = readCode(SCHEMES, text);
  return read.ok ? "valid" : read.error.code;
}

describe("code schemes", () => {
  it("R1 a code is levelled before it is read: case, width, spaces, hyphens", () => {
    const read = readCode(SCHEMES, " ９144 0300-71526726xg ");
    expect(read).toEqual({ ok: true, value: { scheme: "cn:unified-code", value: "9144030071526726XG" } });
    expect(levelCode("9144\u200B0300‐7152")).toBe("914403007152");
    expect(problemOf("  ")).toBe("code-empty");
  });

  it.each([
    "914403001922038216", "9144030071526726XG", "91110000802100433B", "91330100799655058B", "91110108551385082Q", "91110000710925462X", "91110000710926094P",
    "91100000100003962T", "911100001000044477", "911000001000013428", "911100001000054748", "91440300192317458F", "9152000071430580XT", "91440300100012316L",
    "91440400192548256N", "91440606722473344C", "91350900587527783P", "91440300192181490G", "91370200264574251E", "91310000132260250X", "91310000631696382C",
    "9110000071092841XX", "9144030027939873X7", "91330000733796106P", "9144030010001686XA", "91110108700000458B", "91110000100017707H", "91310115710939629R",
    "911100007109250324", "12100000400000624D", "12100000400002259P", "12100000425006117P", "12100000470095016Q", "91350200MA2YJ1XR9G", "91440101MA5CJQ4N59",
    "91350200776049653A", "91110000600037341L", "914403001922038216 ",
  ])("R1 %s is a valid code", (text) => {
    expect(valid(text)).toBe(true);
  });

  it.each([
    ["91990000XX00000197"], ["91990000XX00000272"], ["93990000XX00000191"], ["93990000XX0000027U"], ["51990000XX0000019B"], ["51990000XX00000276"], ["52990000XX00000198"],
    ["52990000XX00000273"], ["12990000XX0000019C"], ["12990000XX00000277"], ["11990000XX0000019F"], ["11990000XX0000027A"], ["31990000XX0000019D"], ["31990000XX00000278"],
    ["81990000XX00000198"], ["81990000XX00000273"],
  ])("R1 the invented code %s is valid", (text) => {
    expect(valid(text)).toBe(true);
  });

  it.each(["91990000XX00000940", "91990000XX00003260"])("R2 a check character 0, where the sum is divisible by 31, is valid: %s", (text) => {
    expect(valid(text)).toBe(true);
  });

  it.each(["91990000XX0000000A", "91990000XX000006XA", "91990000XX000014XX", "91990000XX00001909"])("R2 the organisation check writes 10 as X and 11 as 0: %s", (text) => {
    expect(valid(text)).toBe(true);
  });

  it.each(["A1990000XX00000196", "A1990000XX00000271", "N2990000XX0000019N", "N2990000XX0000027H", "Y1990000XX0000019H", "Y1990000XX0000027C"])("R3 authorities need not be digits: %s", (text) => {
    expect(valid(text)).toBe(true);
  });

  it.each([
    ["914403001922038217", "code-check"], ["914403001922038126", "code-check"], ["91440300192203821", "code-length"], ["91440300I922038216", "code-characters"],
    ["91440300S922038216", "code-characters"], ["913301067046380100", "code-check"], ["91350203M0001QAY9B", "code-check"], ["A1110000600037341L", "code-check"],
  ])("R4 %s is not valid: %s", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it("R4 the inner check of the organisation code counts, even where the outer one matches", () => {
    const outerOnly: IdentifierScheme = { ...unified, checks: unified.checks.slice(1) };
    const forged = makeCode(outerOnly, { authority: "9", category: "1", region: "990000", subject: "XX0000018", check: "" });
    const text = forged.ok ? forged.value : "";
    expect(readCode([outerOnly], text).ok).toBe(true);
    expect(problemOf(text)).toBe("code-check");
    expect(problemOf("91110000600037342L")).toBe("code-check");
  });

  it.each(["92990000XX00000194", "92990000XX0000027Y"])("R5 the code of an individual business is refused: %s", (text) => {
    expect(problemOf(text)).toBe("code-of-person");
  });

  it("R6 a text that passes the rules of both kinds is a code", () => {
    expect(valid("511101195001010514")).toBe(true);
    expect(isPersonIdentifier(SCHEMES, "511101195001010514")).toBe(false);
    expect(isPersonIdentifier([resident], "511101195001010514")).toBe(true);
  });

  it("R7 a person's number is known, also with small x, spaces, full width and inside longer text", () => {
    for (const text of ["11010519491231002X", "440524188001010014", "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", "holder 440524-18800101-0014, Beijing"]) {
      expect(isPersonIdentifier(SCHEMES, text), text).toBe(true);
    }
    for (const text of ["", "914403001922038216", "holder 914403001922038216", "440524188001010015", "999999190001010016", "tel. 13800138000"]) {
      expect(isPersonIdentifier(SCHEMES, text), text).toBe(false);
    }
    expect(problemOf("11010519491231002X")).toBe("code-of-person");
  });

  it("R7 no message about a code repeats it", () => {
    for (const text of ["11010519491231002X", "110105194912310021", "92990000XX00000194", "914403001922038217"]) {
      const read = readCode(SCHEMES, text);
      expect(read.ok ? "" : JSON.stringify(read.error)).not.toContain(text.slice(0, 8));
    }
  });

  it("R8 a code made from parts is valid, and any one wrong character or exchange of neighbours is found", () => {
    const subject = fc.tuple(fc.constant("XX"), fc.array(fc.constantFrom(..."0123456789"), { minLength: 6, maxLength: 6 })).map(([first, rest]) => first + rest.join(""));
    fc.assert(
      fc.property(fc.constantFrom("91", "93", "51", "12", "A1", "N2", "Y1"), fc.integer({ min: 990000, max: 999999 }), subject, fc.integer({ min: 2, max: 17 }), fc.constantFrom(...ALPHABET), (kind, region, body, place, other) => {
        const made = makeCode(unified, { authority: kind.slice(0, 1), category: kind.slice(1), region: String(region), subject: body });
        const code = made.ok ? made.value : "";
        expect(valid(code)).toBe(true);
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        if (wrong !== code) expect(valid(wrong)).toBe(false);
        const exchanged = code.slice(0, place - 1) + present(code[place], "a character") + present(code[place - 1], "a character") + code.slice(place + 1);
        if (exchanged !== code) expect(valid(exchanged)).toBe(false);
      }),
    );
  });

  it("R8 a code cannot be made without all its parts, or for a person", () => {
    const missing = makeCode(unified, { authority: "9", category: "1", region: "990000" });
    expect(missing.ok ? "" : missing.error.code).toBe("code-part-missing");
    const short = makeCode(unified, { authority: "9", category: "1", region: "99", subject: "XX000001" });
    expect(short.ok ? "" : short.error.code).toBe("code-length");
    const individual = makeCode(unified, { authority: "9", category: "2", region: "990000", subject: "XX000001" });
    expect(individual.ok ? "" : individual.error.code).toBe("code-of-person");
  });
});
