import { describe, expect, it } from "vitest";
import { blockingKeys } from "./blocking-keys.ts";
import { searchForms } from "./search-forms.ts";

describe("search forms", () => {
  it("R11 a Chinese name is found by pinyin and initials", () => {
    const forms = searchForms("甘州青木农业有限公司");
    expect(forms.levelled).toBe("甘州青木农业有限公司");
    expect(forms.pinyin.split(" ")[0]).toBe("ganzhouqingmunongyeyouxiangongsi");
    expect(forms.initials.split(" ")[0]).toBe("gzqmnyyxgs");
  });

  it("R11 the seam behind a city is not read as one word, and other common readings follow", () => {
    const { pinyin, initials, blocks } = searchForms("重庆市长安汽车");
    expect(pinyin.split(" ")[0]).toBe("chongqingshichanganqiche");
    expect(pinyin.split(" ")).toContain("chongqingshizhanganqiche");
    expect(initials.split(" ")).toContain("cqscaqc");
    expect(blocks).toContain("p:chongqingshizhanganqiche");
  });

  it("R11 names in Latin letters have initials of their words and no pinyin", () => {
    expect(searchForms("Alpha Beta Gamma Ltd")).toMatchObject({ pinyin: "", initials: "abgl", levelled: "alphabetagammaltd" });
    expect(searchForms("Alphabet").initials).toBe("");
  });

  it.each([
    ["Alpha Quarzwerke GmbH", "ALPHA QUARZWERKE"], ["Transquarzimex Nigeria Limited", "Tranquarzimex Nigeria Ltd"], ["Bodega Quarz SRL (formerly Viejo Nombre SRL)", "Viejo Nombre S.R.L."],
    ["Constructora Quarzal (CQ)", "Constructora Quarzal"], ["M/S Quarzal Traders", "Quarzal Traders"], ["青木农业股份有限公司", "青木農業股份有限公司"],
  ])("R33 %j and %j share a key", (a, b) => {
    const keys = new Set(blockingKeys(a));
    expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true);
  });

  it("R33 words of trade and legal forms are no keys", () => {
    expect(blockingKeys("Quarz Construction and Trading Company Limited").filter((key) => key.startsWith("w:"))).toEqual(["w:quarz"]);
  });
});
