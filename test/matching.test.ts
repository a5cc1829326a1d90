// The matcher against pairs of rows of two published lists, judged by hand (test/labels/mdb-pairs.yaml). The lists are not part of the
// repository: they are read from the folder in PROBITY_LISTS. A wrong join is never allowed; how many joins are found is printed by class.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { blockingKeys, looksLikePerson, matchOrganisation, type Candidate, type Judgement } from "../src/domain/identity/index.ts";
import { readYaml } from "../src/intake/index.ts";
import { present, type Located } from "../src/domain/terms/index.ts";
import { listsFolder, WITHOUT_LISTS } from "./support/published-lists.ts";
import { readLists, type ListRow } from "./labels/read-lists.ts";

const ROOT = join(import.meta.dirname, "..");
const CLASSES = ["exact", "legal-form", "former-name", "alias", "transliteration", "branch", "numbered", "country", "typo", "affiliate", "other"];
/** What the matcher finds today; a change that finds less must say why. */
const RECALL_LEAST_PERCENT = 88;
const HELD_MOST_PERCENT = 2;

interface Pair {
  readonly a: string;
  readonly aHash: string;
  readonly b: string;
  readonly bHash: string;
  readonly label: string;
  readonly class: string;
}

function readPairs(): readonly Pair[] {
  const path = "test/labels/mdb-pairs.yaml";
  const read = readYaml(path, readFileSync(join(ROOT, path), "utf8"));
  if (!read.ok || read.value.root.kind !== "fields") throw new Error(`${path} cannot be read`);
  const pairs = read.value.root.fields.get("pairs");
  if (pairs?.kind !== "items") throw new Error(`${path} holds no pairs`);
  return pairs.items.map((item) => ({ a: text(item, "a"), aHash: text(item, "aHash"), b: text(item, "b"), bHash: text(item, "bHash"), label: text(item, "label"), class: text(item, "class") }));
}

function text(item: Located, field: string): string {
  const value = item.kind === "fields" ? item.fields.get(field) : undefined;
  if (value?.kind !== "text") throw new Error(`${item.at}: \`${field}\` is missing`);
  return value.value;
}

describe.skipIf(listsFolder === undefined)(`the matcher on published lists ${listsFolder === undefined ? WITHOUT_LISTS : ""}`.trim(), () => {
  let rows: ReadonlyMap<string, ListRow>;
  let pairs: readonly Pair[];

  function row(key: string): ListRow {
    const found = rows.get(key);
    if (found === undefined) throw new Error(`the lists hold no readable row ${key}: another edition?`);
    return found;
  }

  function judgement(pair: Pair): Judgement {
    return matchOrganisation(row(pair.a).candidate, [row(pair.b).candidate]).judgement;
  }

  beforeAll(() => {
    rows = readLists(present(listsFolder, "the folder of the lists"), join(ROOT, "law"));
    pairs = readPairs();
  });

  it("R35 the pairs are enough, of all classes, and about the rows that were judged", () => {
    const changed = pairs.flatMap((pair) => [[pair.a, pair.aHash] as const, [pair.b, pair.bHash] as const]).filter(([key, hash]) => rows.get(key)?.hash !== hash).map(([key]) => key);
    expect(changed, "rows that changed since they were judged").toEqual([]);
    expect(pairs.length).toBeGreaterThanOrEqual(200);
    expect(pairs.filter(({ label }) => label === "different").length).toBeGreaterThanOrEqual(80);
    expect(pairs.filter(({ label, class: kind }) => label === "same" && kind !== "exact").length).toBeGreaterThanOrEqual(60);
    expect([...new Set(pairs.map((pair) => pair.class))].toSorted()).toEqual(CLASSES.toSorted());
    expect(pairs.filter(({ label }) => !["same", "different", "unsure"].includes(label))).toEqual([]);
  });

  it("R21 no join is wrong", () => {
    const wrong = pairs.filter((pair) => pair.label === "different" && judgement(pair) === "join").map(({ a, b }) => `${a} ${b}`);
    expect(wrong).toEqual([]);
  });

  it("R22 most of the same are joined; precision, recall and holds by class are printed", () => {
    const lines = CLASSES.map((kind) => {
      const judged = pairs.filter((pair) => pair.class === kind && pair.label !== "unsure").map((pair) => ({ label: pair.label, judgement: judgement(pair) }));
      const count = (label: string, said: Judgement): number => judged.filter((each) => each.label === label && each.judgement === said).length;
      const [joins, wrong] = [count("same", "join"), count("different", "join")];
      return { kind, same: joins + count("same", "hold") + count("same", "new"), joins, held: count("same", "hold"), lost: count("same", "new"), different: judged.length - joins - count("same", "hold") - count("same", "new"), wrong, heldDifferent: count("different", "hold") };
    });
    const sum = lines.reduce((all, line) => ({ same: all.same + line.same, joins: all.joins + line.joins, wrong: all.wrong + line.wrong, held: all.held + line.held + line.heldDifferent, pairs: all.pairs + line.same + line.different }), { same: 0, joins: 0, wrong: 0, held: 0, pairs: 0 });
    for (const line of lines) {
      console.log(`${line.kind.padEnd(15)} same ${line.same}: joined ${line.joins}, held ${line.held}, new ${line.lost}; different ${line.different}: joined ${line.wrong}, held ${line.heldDifferent}`);
    }
    console.log(`precision of joins ${percent(sum.joins, sum.joins + sum.wrong)} %, recall ${percent(sum.joins, sum.same)} %, held ${percent(sum.held, sum.pairs)} % of ${sum.pairs} pairs`);
    expect(percent(sum.joins, sum.same)).toBeGreaterThanOrEqual(RECALL_LEAST_PERCENT);
  });

  it("R32 a pair is judged alike from both sides", () => {
    const uneven = pairs.filter(({ a, b }) => matchOrganisation(row(b).candidate, [row(a).candidate]).judgement !== matchOrganisation(row(a).candidate, [row(b).candidate]).judgement);
    expect(uneven).toEqual([]);
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
    expect(percent(counts.hold, rows.size)).toBeLessThanOrEqual(HELD_MOST_PERCENT);
    const lost = pairs.filter((pair) => pair.label === "same" && judgement(pair) === "join" && !shareBlock(row(pair.a).candidate, row(pair.b).candidate));
    expect(lost.map(({ a, b }) => `${a} ${b}`)).toEqual([]);
  });

  it("R16 R17 R18 rows that name natural persons are refused, and only those", () => {
    const refused = [...rows.values()].filter(({ candidate }) => looksLikePerson(candidate.names.map((name) => name.text)).person).map(({ key }) => key);
    expect(refused).toEqual(["wb:771", "wb:822", "wb:833", "wb:834", "ebrd:225", "ebrd:734", "ebrd:755", "ebrd:758", "ebrd:788", "ebrd:909", "ebrd:963", "ebrd:1060"]);
  });
});

function shareBlock(a: Candidate, b: Candidate): boolean {
  const blocks = new Set(a.names.flatMap((name) => blockingKeys(name.text)));
  return b.names.some((name) => blockingKeys(name.text).some((block) => blocks.has(block)));
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((part * 1000) / whole) / 10;
}
