import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber } from "../../terms/index.ts";
import { editDistance } from "../edit-distance.ts";
import { levelName } from "../level-name.ts";
import { CodeBook } from "./code-book.ts";
import { NameIndex } from "./name-index.ts";
import { questionOf } from "./name-rules.ts";
import type { NameGiven } from "./name-table.ts";
import { NOWHERE, OneEdit, oneEditAway } from "./one-edit.ts";
import { scanNames } from "./scan-names.ts";

const given = (texts: readonly string[]): readonly NameGiven[] => texts.map((text, index) => ({ file: makeFileNumber(index + 1), text, main: true, batch: null }));

/** What is found, by the index and by looking at every name, as `number by`. */
function found(names: readonly NameGiven[], text: string, limit = 20): readonly string[] {
  const question = questionOf(levelName(text));
  if (question === undefined) return [];
  const index = new NameIndex(0);
  index.add(names);
  const hits = index.find(question, limit);
  expect(hits).toEqual(scanNames(names, question, limit));
  return hits.map(({ file, by }) => `${Number(file.slice(1, -1))} ${by}`);
}

describe("finding by what is written", () => {
  const names = given(["重庆长安科技有限公司", "長安汽車（重慶）股份有限公司", "Café Müller GmbH", "长安"]);
  it("R36 whole, from the beginning, inside", () => {
    expect(found(names, "长安")).toEqual(["4 exact", "2 prefix", "1 inside"]);
    expect(found(names, "cafe muller")).toEqual(["3 prefix"]);
    expect(found(names, "ÜLLER")).toEqual(["3 inside"]);
  });
  it("R36 traditional and simplified are one", () => {
    expect(found(names, "长安汽车重庆")).toEqual(["2 prefix"]);
    expect(found(names, "重慶長安科技有限公司")).toEqual(["1 exact"]);
  });
  it("R36 one character finds what holds it, and punctuation nothing", () => {
    expect(found(names, "安")).toEqual(["4 inside", "1 inside", "2 inside"]);
    expect(found(names, "（）")).toEqual([]);
  });
});

describe("finding by what is said", () => {
  const names = given(["重庆银行", "重型机械厂", "ABC科技", "长乐食品", "女娲石业"]);
  it("R37 every reading of a character leads to it", () => {
    expect(found(names, "chongqing")).toEqual(["1 pinyin"]);
    expect(found(names, "zhongqing")).toEqual(["1 pinyin"]);
    expect(found(names, "yinhang")).toEqual(["1 pinyin"]);
    expect(["changle", "zhangle", "changyue"].map((text) => found(names, text))).toEqual([["4 pinyin"], ["4 pinyin"], ["4 pinyin"]]);
    expect(found(names, "nvwa")).toEqual(["5 pinyin"]);
  });
  it("R37 the last syllable may be cut short, the first may not", () => {
    expect(found(names, "zhongxingj")).toEqual(["2 pinyin"]);
    expect(found(names, "ongx")).toEqual([]);
  });
  it("R37 letters among the characters stand for themselves", () => {
    expect(found(names, "abckeji")).toEqual(["3 pinyin"]);
    expect(found(names, "bckeji")).not.toContain("3 pinyin");
  });
  it("R38 first letters of characters and words", () => {
    const more = given(["重庆长安科技", "Alpha Beta Gamma Ltd", "上海重庆长安"]);
    expect(found(more, "cqca")).toEqual(["1 initials", "3 initials"]);
    expect(found(more, "zqzak")).toEqual(["1 initials"]);
    expect(found(more, "bgl")).toEqual(["2 initials"]);
    expect(found(given(["Zeta"]), "zz")).toEqual([]);
  });
});

describe("finding what is nearly so", () => {
  const names = given(["重庆长安科技有限公司", "Quarzil Road Works", "重庆百货"]);
  it("R39 one character or letter more, less, another, or two exchanged", () => {
    for (const text of ["重庆长安科学", "重庆长按科技", "重庆长科技", "重庆长长安科技", "长重庆安科技", "重庆安长科技"]) expect([text, found(names, text)[0]]).toEqual([text, text === "长重庆安科技" ? undefined : "1 typo"]);
    for (const text of ["quarzilroda", "quazil", "quarzzil", "qurazil", "quartil"]) expect([text, found(names, text)]).toEqual([text, ["2 typo"]]);
    for (const text of ["chonqingbaihuo", "chongqinbgaihuo", "chongqingbaohuo", "zhongqingbaihuoo"]) expect([text, found(names, text)]).toEqual([text, ["3 typo"]]);
  });
  it("R39 not where anything else is found, and not in what is short", () => {
    expect(found(given(["Alpha", "Alpho"]), "alpha")).toEqual(["1 exact"]);
    expect(found(names, "重百货")).toEqual([]);
    expect(found(names, "qoar")).toEqual([]);
  });
  it("R39 the automaton knows what is one edit away", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 8 });
    fc.assert(fc.property(word, word, (query, text) => {
      const typo = new OneEdit(query);
      let state = typo.begin(NOWHERE);
      for (let at = 0; at < text.length; at += 1) state = typo.step(state, text.charCodeAt(at));
      expect(typo.ends(state)).toBe(editDistance(query, text, 1) <= 1);
      expect(oneEditAway(query, "abc").has(text)).toBe(editDistance(query, text, 1) === 1);
    }), { numRuns: 2000 });
  });
});

describe("hits", () => {
  it("R40 come in one order", () => {
    const names: readonly NameGiven[] = [
      ...given(["白银科技", "白银", "甲白银", "白银行"]), { file: makeFileNumber(5), text: "白银", main: false, batch: null }, { file: makeFileNumber(6), text: "白银科技", main: false, batch: null },
    ];
    expect(found(names, "白银")).toEqual(["2 exact", "5 exact", "4 prefix", "1 prefix", "6 prefix", "3 inside"]);
    expect(found(names, "白银", 3)).toEqual(["2 exact", "5 exact", "4 prefix"]);
    expect(found(names, "baiyin")).toEqual(["2 pinyin", "5 pinyin", "4 pinyin", "1 pinyin", "6 pinyin", "3 pinyin"]);
  });
  it("R40 an organisation is shown once, by its best name", () => {
    const names: readonly NameGiven[] = [{ file: makeFileNumber(1), text: "大白银", main: true, batch: null }, { file: makeFileNumber(1), text: "白银", main: false, batch: null }];
    expect(found(names, "白银")).toEqual(["1 exact"]);
  });
});

describe("codes and batches", () => {
  it("R41 a code leads to all who have it", () => {
    const index = new NameIndex();
    index.add([], [7, 3, 5].map((number) => ({ file: makeFileNumber(number), value: number === 5 ? "91X" : "91A", batch: "a" })));
    expect(index.findCode("91A")).toEqual([makeFileNumber(3), makeFileNumber(7)]);
    expect(index.findCode("91")).toEqual([]);
  });
  it("R41 among many, however they are written", () => {
    const book = new CodeBook();
    const codeOf = (number: number): string => (number % 10 === 0 ? `LEI-${number}/ü` : number % 10 === 1 ? `${number}`.padStart(30, "0") : `91${number}`.padEnd(18, "X"));
    for (let number = 1; number <= 3000; number += 1) {
      book.add({ file: makeFileNumber(number), value: codeOf(number), batch: null }, number % 2);
      if (number % 1500 === 0) book.settle();
    }
    for (const number of [1, 10, 11, 12, 1499, 1500, 2999, 3000]) expect(book.find(codeOf(number))).toEqual([makeFileNumber(number)]);
    book.withdraw(1);
    expect(book.find(codeOf(2999))).toEqual([]);
    expect(book.find(codeOf(3000))).toEqual([makeFileNumber(3000)]);
  });
  it("R42 what came with a batch goes with it", () => {
    const index = new NameIndex();
    index.add([{ file: makeFileNumber(1), text: "Ice Works", main: true, batch: "a" }, { file: makeFileNumber(1), text: "Ice Works", main: true, batch: "b" }], [{ file: makeFileNumber(1), value: "9", batch: "a" }]);
    const question = questionOf("iceworks");
    if (question === undefined) throw new Error("a question");
    expect(index.withdraw("a")).toEqual([makeFileNumber(1)]);
    expect(index.find(question, 5)).toHaveLength(1);
    expect(index.findCode("9")).toEqual([]);
    index.withdraw("b");
    index.add([{ file: makeFileNumber(2), text: "Ice Works", main: true, batch: "a" }]);
    expect(index.find(question, 5)).toEqual([]);
  });
});
