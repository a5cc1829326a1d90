import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeFileNumber } from "../../terms/index.ts";
import { levelName } from "../level-name.ts";
import { NameIndex } from "./name-index.ts";
import { questionOf, type NameQuestion } from "./name-rules.ts";
import type { NameGiven } from "./name-table.ts";
import { scanNames } from "./scan-names.ts";

type Change = { readonly kind: "add"; readonly names: readonly NameGiven[] } | { readonly kind: "withdraw"; readonly batch: string };

const LETTERS = [..."重庆长安科技有限公司乐行都慶長汉字", "𬭎"];
const word = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 5 }).map((letters) => letters.join("")) },
  { weight: 2, arbitrary: fc.constantFrom("Alpha", "Beta", "Alphabet", "ab", "a1", "chong", "Qing", "3D", "кит", "è") },
);
const text = fc.array(word, { minLength: 1, maxLength: 3 }).chain((words) => fc.constantFrom("", " ", "(", ".").map((between) => words.join(between)));
const batch = fc.constantFrom("a", "b", "c", "d", null);
const name: fc.Arbitrary<NameGiven> = fc.record({ file: fc.integer({ min: 1, max: 40 }).map(makeFileNumber), text, main: fc.boolean(), batch });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.array(name, { maxLength: 30 }).map((names) => ({ kind: "add" as const, names })) },
  { weight: 1, arbitrary: fc.constantFrom("a", "b", "c", "d").map((withdrawn) => ({ kind: "withdraw" as const, batch: withdrawn })) },
);
const query = fc.oneof(
  text, word, fc.constantFrom(...LETTERS),
  fc.array(fc.constantFrom("chong", "zhong", "qing", "chang", "zhang", "an", "ke", "ji", "you", "xian", "yue", "le", "a", "q", "x", "hang"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  fc.string({ unit: fc.constantFrom(..."cqzakjyxgsab13"), minLength: 1, maxLength: 5 }),
  // A slip of the pen in something that may be there.
  fc.tuple(fc.oneof(text, fc.constantFrom("chongqing", "keji", "youxiangongsi", "changan", "zhangan", "alphabet")), fc.nat(8), fc.constantFrom("", "x", "q", "安", "n")).map(([whole, at, other]) => whole.slice(0, at) + other + whole.slice(at + 1)),
);

function play(changes: readonly Change[], index: NameIndex): readonly NameGiven[] {
  for (const each of changes) {
    if (each.kind === "add") index.add(each.names);
    else index.withdraw(each.batch);
  }
  const withdrawn = new Set<string | null>(changes.flatMap((each) => (each.kind === "withdraw" ? [each.batch] : [])));
  return changes.flatMap((each) => (each.kind === "add" ? each.names.filter((given) => !withdrawn.has(given.batch)) : []));
}

const asked = (question: string): NameQuestion | undefined => questionOf(levelName(question));

describe("the name index", () => {
  it("R43 finds what the plain scan finds, in its order, kept up to date as built anew", () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 8 }), fc.array(query, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 15 }), (changes, queries, waiting, limit) => {
      const kept = new NameIndex(waiting);
      const names = play(changes, kept);
      const anew = new NameIndex(0);
      anew.add(names);
      for (const each of queries) {
        const question = asked(each);
        if (question === undefined) continue;
        const plain = scanNames(names, question, limit);
        expect(kept.find(question, limit)).toEqual(plain);
        expect(anew.find(question, limit)).toEqual(plain);
      }
    }), { numRuns: 150 });
  });
});
