// Labelled pairs: read from their files (test/labels/*.yaml), put before the matcher, and what it says of them counted by class.
// Joins of the same are the recall, joins of different ones are wrong and never allowed, holds are what a person has to read.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blockingKeys, matchOrganisation, type Candidate, type Judgement } from "../../src/domain/identity/index.ts";
import type { Located } from "../../src/domain/terms/index.ts";
import { readYaml } from "../../src/intake/index.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface LabelledPair {
  /** How the pair is shown where something is wrong with it. */
  readonly name: string;
  readonly label: string;
  readonly class: string;
  readonly a: Candidate;
  readonly b: Candidate;
}

export interface ClassCount {
  readonly class: string;
  readonly same: number;
  readonly joined: number;
  readonly held: number;
  readonly lost: number;
  readonly different: number;
  readonly wrong: number;
  readonly heldDifferent: number;
}

/** The items of the list `pairs` of a file of labels. */
export function readPairItems(path: string): readonly Located[] {
  const read = readYaml(path, readFileSync(join(ROOT, path), "utf8"));
  if (!read.ok || read.value.root.kind !== "fields") throw new Error(`${path} cannot be read`);
  const pairs = read.value.root.fields.get("pairs");
  if (pairs?.kind !== "items") throw new Error(`${path} holds no pairs`);
  return pairs.items;
}

export function fieldOf(item: Located, field: string): Located | undefined {
  return item.kind === "fields" ? item.fields.get(field) : undefined;
}

export function textOf(item: Located, field: string): string {
  const value = fieldOf(item, field);
  if (value?.kind !== "text") throw new Error(`${item.at}: \`${field}\` is missing`);
  return value.value;
}

export function judgementOf({ a, b }: LabelledPair): Judgement {
  return matchOrganisation(a, [b]).judgement;
}

/** Pairs that are judged differently when the other is the row. */
export function unevenPairs(pairs: readonly LabelledPair[]): readonly string[] {
  return pairs.filter((pair) => judgementOf(pair) !== judgementOf({ ...pair, a: pair.b, b: pair.a })).map(({ name }) => name);
}

/** Whether one is found for the other by the words of their names. */
export function sharesBlock({ a, b }: LabelledPair): boolean {
  const blocks = new Set(a.names.flatMap((name) => blockingKeys(name.text)));
  return b.names.some((name) => blockingKeys(name.text).some((block) => blocks.has(block)));
}

export function joinedPairs(pairs: readonly LabelledPair[], label: string): readonly string[] {
  return pairs.filter((pair) => pair.label === label && judgementOf(pair) === "join").map(({ name }) => name);
}

export function countByClass(pairs: readonly LabelledPair[], classes: readonly string[]): readonly ClassCount[] {
  return classes.map((kind) => countOf(kind, pairs.filter((pair) => pair.class === kind)));
}

export function countOf(kind: string, pairs: readonly LabelledPair[]): ClassCount {
  const judged = pairs.map((pair) => ({ label: pair.label, judgement: judgementOf(pair) }));
  const count = (label: string, said?: Judgement): number => judged.filter((each) => each.label === label && (said === undefined || each.judgement === said)).length;
  return {
    class: kind, same: count("same"), joined: count("same", "join"), held: count("same", "hold"), lost: count("same", "new"),
    different: count("different"), wrong: count("different", "join"), heldDifferent: count("different", "hold"),
  };
}

/** Printed with every run, so that a change of the matcher is seen class by class. */
export function printCounts(title: string, counts: readonly ClassCount[], all: ClassCount): void {
  for (const line of counts) {
    console.log(`${line.class.padEnd(15)} same ${line.same}: joined ${line.joined}, held ${line.held}, new ${line.lost}; different ${line.different}: joined ${line.wrong}, held ${line.heldDifferent}; precision ${precisionPercent(line)} %, recall ${recallPercent(line)} %`);
  }
  console.log(`${title}: precision of joins ${precisionPercent(all)} %, recall ${recallPercent(all)} %, held ${heldPercent(all)} % of ${all.same + all.different} pairs`);
}

export function precisionPercent({ joined, wrong }: ClassCount): number {
  return percent(joined, joined + wrong);
}

export function recallPercent({ joined, same }: ClassCount): number {
  return percent(joined, same);
}

export function heldPercent({ held, heldDifferent, same, different }: ClassCount): number {
  return percent(held + heldDifferent, same + different);
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((part * 1000) / whole) / 10;
}
