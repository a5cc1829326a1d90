// The matcher against pairs of rows of two published lists, judged by hand (test/labels/mdb-pairs.yaml). The lists are not part of the
// repository: they are read from the folder in PROBITY_LISTS. A wrong join is never allowed; how many joins are found is printed by class.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { blockingKeys, looksLikePerson, matchOrganisation, type Candidate } from "../src/domain/identity/index.ts";
import { present, type Located } from "../src/domain/terms/index.ts";
import { countByClass, countOf, heldPercent, joinedPairs, judgementOf, percent, precisionPercent, printCounts, readPairItems, recallPercent, sharesBlock, textOf, unevenPairs, type LabelledPair } from "./labels/labelled-pairs.ts";
import { listsFolder, WITHOUT_LISTS } from "./support/published-lists.ts";
import { readLists, type ListRow } from "./labels/read-lists.ts";

const ROOT = join(import.meta.dirname, "..");
/** How many of the same each class joins today; a change that joins fewer must say why. */
const JOINED_LEAST: Readonly<Record<string, number>> = {
  exact: 44, "legal-form": 16, "former-name": 29, alias: 54, transliteration: 3, branch: 29, numbered: 2, country: 21, typo: 11, affiliate: 0, other: 9,
};
const RECALL_LEAST_PERCENT = 85;
const PAIRS_HELD_MOST_PERCENT = 7;
const ROWS_HELD_MOST_PERCENT = 2;

interface RowPair extends LabelledPair {
  readonly rows: readonly { readonly key: string; readonly hash: string }[];
}

describe.skipIf(listsFolder === undefined)(`the matcher on published lists ${listsFolder === undefined ? WITHOUT_LISTS : ""}`.trim(), () => {
  let rows: ReadonlyMap<string, ListRow>;
  let pairs: readonly RowPair[];

  function row(key: string): ListRow {
    const found = rows.get(key);
    if (found === undefined) throw new Error(`the lists hold no readable row ${key}: another edition?`);
    return found;
  }

  function pairOf(item: Located): RowPair {
    const [a, b] = [textOf(item, "a"), textOf(item, "b")];
    return {
      name: `${a} ${b}`, label: textOf(item, "label"), class: textOf(item, "class"), a: row(a).candidate, b: row(b).candidate,
      rows: [{ key: a, hash: textOf(item, "aHash") }, { key: b, hash: textOf(item, "bHash") }],
    };
  }

  beforeAll(() => {
    rows = readLists(present(listsFolder, "the folder of the lists"), join(ROOT, "law"));
    pairs = readPairItems("test/labels/mdb-pairs.yaml").map(pairOf);
  });

  it("R35 the pairs are enough, of all classes, each judged once, and about the rows that were judged", () => {
    const changed = pairs.flatMap((pair) => pair.rows).filter(({ key, hash }) => rows.get(key)?.hash !== hash).map(({ key }) => key);
    expect(changed, "rows that changed since they were judged").toEqual([]);
    expect(new Set(pairs.map((pair) => pair.rows.map(({ key }) => key).toSorted().join(" "))).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThanOrEqual(490);
    expect(pairs.filter(({ label }) => label === "different").length).toBeGreaterThanOrEqual(220);
    expect(pairs.filter(({ label, class: kind }) => label === "same" && kind !== "exact").length).toBeGreaterThanOrEqual(200);
    expect([...new Set(pairs.map((pair) => pair.class))].toSorted()).toEqual(Object.keys(JOINED_LEAST).toSorted());
    expect(pairs.filter(({ label }) => !["same", "different", "unsure"].includes(label))).toEqual([]);
  });

  it("R21 no join is wrong", () => {
    expect(joinedPairs(pairs, "different")).toEqual([]);
  });

  it("R22 as many of the same are joined as before, class by class; precision, recall and holds are printed", () => {
    const counts = countByClass(pairs, Object.keys(JOINED_LEAST));
    const all = countOf("all", pairs);
    printCounts("pairs of real rows", counts, all);
    expect(precisionPercent(all)).toBe(100);
    expect(counts.filter((line) => line.joined < (JOINED_LEAST[line.class] ?? 0)).map((line) => line.class)).toEqual([]);
    expect(recallPercent(all)).toBeGreaterThanOrEqual(RECALL_LEAST_PERCENT);
    expect(heldPercent(all)).toBeLessThanOrEqual(PAIRS_HELD_MOST_PERCENT);
  });

  it("R32 a pair is judged alike from both sides", () => {
    expect(unevenPairs(pairs)).toEqual([]);
  });

  it("R33 both lists handed in one after the other: blocking finds the candidates, few rows are held", () => {
    const byBlock = new Map<string, Set<Candidate>>();
    const counts = { join: 0, hold: 0, new: 0 };
    for (const { candidate } of rows.values()) {
      const blocks = [...new Set(candidate.names.flatMap((name) => blockingKeys(name.text)))];
      const near = new Set(blocks.flatMap((block) => { const found = byBlock.get(block); return found === undefined || found.size >= 60 ? [] : [...found]; }));
      const { judgement } = matchOrganisation(candidate, [...near]);
      counts[judgement] += 1;
      if (judgement === "hold") continue;
      for (const block of blocks) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(candidate));
    }
    console.log(`both lists: ${counts.join} joined, ${counts.hold} held, ${counts.new} new of ${rows.size} rows`);
    expect(percent(counts.hold, rows.size)).toBeLessThanOrEqual(ROWS_HELD_MOST_PERCENT);
    expect(pairs.filter((pair) => judgementOf(pair) === "join" && !sharesBlock(pair)).map(({ name }) => name)).toEqual([]);
  });

  it("R16 R17 R18 rows that name natural persons are refused, and only those", () => {
    const refused = [...rows.values()].filter(({ candidate }) => looksLikePerson(candidate.names.map((name) => name.text)).person).map(({ key }) => key);
    expect(refused).toEqual(["wb:771", "wb:822", "wb:833", "wb:834", "ebrd:225", "ebrd:734", "ebrd:755", "ebrd:758", "ebrd:788", "ebrd:909", "ebrd:963", "ebrd:1060"]);
  });
});
