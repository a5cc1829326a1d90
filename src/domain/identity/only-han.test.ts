// Names of ideographs alone are read by shorter ways: each gives what the way that takes any name gives.
import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { readHan } from "./han-reading.ts";
import { holdsOnlyHan, levelWords, wordsOf } from "./level-name.ts";
import { namesWithin, namesWithinSigns } from "./names-within.ts";

const ideograph = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
/** Words that begin a marker, name a place or a branch, change with their neighbours or are written otherwise in Taiwan. */
const word = fc.constantFrom("曾用名", "原名", "前身为", "前身", "简称", "又名", "更名", "长安市", "重庆", "银行", "音乐", "女", "绿", "頭髮", "發展", "乾隆", "第六分公司", "有限公司", "一", "不");
const name = fc.array(fc.oneof(ideograph, word), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(""));

describe("names of ideographs alone", () => {
  it("R9 one word is left of them, as any levelling leaves it", () => {
    fc.assert(fc.property(name, (text) => {
      expect(holdsOnlyHan(text)).toBe(true);
      expect(levelWords(text)).toEqual(wordsOf(text));
    }), { numRuns: 3000 });
  });

  it("R9 every ideograph is a letter that no levelling but that of traditional characters changes", () => {
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const text = String.fromCodePoint(code);
      if (holdsOnlyHan(text)) expect(levelWords(text)).toEqual(wordsOf(text));
    }
  });

  it("R33 they say no name beside their own, unless they begin with a marker", () => {
    fc.assert(fc.property(name, (text) => {
      expect(namesWithin(text)).toEqual(namesWithinSigns(text));
    }), { numRuns: 3000 });
  });

  it("R11 a syllable loses its tone as the reader itself takes it off", () => {
    for (let code = 0x3400; code <= 0x9fff; code += 1) {
      const text = String.fromCodePoint(code);
      expect(readHan(text).syllables).toEqual(pinyin(text, { toneType: "none", type: "array", v: true }));
    }
    fc.assert(fc.property(name.filter((text) => !/[省市县区州盟旗镇乡]/u.test(text)), (text) => {
      expect(readHan(text).syllables).toEqual(pinyin(text, { toneType: "none", type: "array", v: true }));
    }), { numRuns: 2000 });
  });
});
