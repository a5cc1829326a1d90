// The matcher against pairs of invented Chinese organisations, judged by hand (test/labels/invented-pairs.yaml): what tells organisations
// apart there is place, brand, trade, legal form, number and branch. Runs everywhere, since nothing in it is real.
import { describe, expect, it } from "vitest";
import type { NamePart } from "../src/domain/events/index.ts";
import { readCode, type Candidate } from "../src/domain/identity/index.ts";
import { makeFileNumber, type Located } from "../src/domain/terms/index.ts";
import { countByClass, countOf, fieldOf, heldPercent, joinedPairs, judgementOf, precisionPercent, printCounts, readPairItems, sharesBlock, textOf, unevenPairs, type LabelledPair } from "./labels/labelled-pairs.ts";
import { projectLaw } from "./support/run.ts";

/** How many of the same each class joins today; a change that joins fewer must say why. */
const JOINED_LEAST: Readonly<Record<string, number>> = {
  form: 8, place: 3, trade: 0, brand: 0, typo: 2, numbered: 9, branch: 6, affiliate: 0, "former-name": 6, abbreviation: 5, script: 9, latin: 3, region: 4, bracket: 4, other: 3,
};
const LOST_MOST = 1;
const HELD_MOST_PERCENT = 7;

const schemes = (await projectLaw()).all("identifier");
const pairs: readonly LabelledPair[] = readPairItems("test/labels/invented-pairs.yaml").map(pairOf);

function pairOf(item: Located, index: number): LabelledPair {
  const [a, b] = [fieldOf(item, "a"), fieldOf(item, "b")];
  if (a === undefined || b === undefined) throw new Error(`${item.at}: a pair has an \`a\` and a \`b\``);
  return { name: `${item.at} ${textOf(a, "main")}, ${textOf(b, "main")}`, label: textOf(item, "label"), class: textOf(item, "class"), a: organisation(a, 2 * index + 1), b: organisation(b, 2 * index + 2) };
}

function organisation(item: Located, sequence: number): Candidate {
  const stated = (field: string): readonly string[] => (fieldOf(item, field) === undefined ? [] : [textOf(item, field)]);
  const names = (["main", "former", "alias"] as const).flatMap((kind) => stated(kind).map((text): NamePart => ({ text, kind })));
  const codes = stated("code").map((text) => {
    const code = readCode(schemes, text);
    if (!code.ok || code.value.value.slice(2, 4) !== "99") throw new Error(`${item.at}: \`${text}\` is no code of an invented region`);
    return code.value;
  });
  const [address] = stated("address");
  return { file: makeFileNumber(sequence), names, codes, ...(address === undefined ? {} : { address }) };
}

describe("the matcher on invented Chinese organisations", () => {
  it("R35 the pairs are enough, of all classes, each judged once, with codes of invented regions", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(166);
    expect([...new Set(pairs.map((pair) => pair.class))].toSorted()).toEqual(Object.keys(JOINED_LEAST).toSorted());
    expect(pairs.filter(({ label }) => !["same", "different", "unsure"].includes(label))).toEqual([]);
    expect(new Set(pairs.map(({ a, b }) => JSON.stringify([{ ...a, file: "" }, { ...b, file: "" }]))).size).toBe(pairs.length);
  });

  it("R21 R23 R24 R35 no join is wrong, and what a person could not settle is not joined", () => {
    expect([...joinedPairs(pairs, "different"), ...joinedPairs(pairs, "unsure")]).toEqual([]);
  });

  it("R22 as many of the same are joined as before, class by class, few are lost or held; all is printed", () => {
    const counts = countByClass(pairs, Object.keys(JOINED_LEAST));
    const all = countOf("all", pairs);
    printCounts("invented pairs", counts, all);
    expect(precisionPercent(all)).toBe(100);
    expect(counts.filter((line) => line.joined < (JOINED_LEAST[line.class] ?? 0)).map((line) => line.class)).toEqual([]);
    expect(all.lost).toBeLessThanOrEqual(LOST_MOST);
    expect(heldPercent(all)).toBeLessThanOrEqual(HELD_MOST_PERCENT);
  });

  it("R32 a pair is judged alike from both sides", () => {
    expect(unevenPairs(pairs)).toEqual([]);
  });

  it("R33 what would join by its names, or lies before a person, shares a block", () => {
    const apart = pairs.filter((pair) => pair.a.codes.length === 0 && judgementOf(pair) !== "new" && !sharesBlock(pair));
    expect(apart.map(({ name }) => name)).toEqual([]);
  });
});
