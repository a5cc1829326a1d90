// Coverage: what became of each fact of the quarry. law/cn/coverage.yaml says for every fact, by file and id, which entry
// of the law carries it or why none does; its hash tells when the fact has changed since. Read by test/coverage.test.ts
// and by scripts/law-coverage.ts, which writes it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Why no entry carries a fact: it is about persons alone, repeats another, names a group, tells a story, or is refused by the line. */
export const REASONS = ["people-only", "duplicate", "umbrella", "narrative", "refused"] as const;
export type Reason = (typeof REASONS)[number];

/** `entries` are ids of the law, `lint:<rule>` or `example:<id>`. */
export type Fate = { readonly hash: string; readonly entries: readonly string[] } | { readonly hash: string; readonly reason: Reason; readonly note: string };

/** By file of the quarry without its ending, then by id. */
export type Coverage = ReadonlyMap<string, ReadonlyMap<string, Fate>>;

export function readCoverage(path: string): Coverage {
  const { facts } = parse(readFileSync(path, "utf8")) as { readonly facts: Readonly<Record<string, Readonly<Record<string, Fate>>>> };
  return new Map(Object.entries(facts).map(([file, fates]) => [file, new Map(Object.entries(fates))]));
}

/** Hash of every fact in a folder of facts: whatever has an `id`, and what is told apart by its Chinese title alone. */
export function factsOf(folder: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const part of readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => each.name).sort()) {
    for (const file of readdirSync(join(folder, part)).filter((name) => name.endsWith(".yaml")).sort()) {
      const facts = new Map<string, string>();
      collect(parse(readFileSync(join(folder, part, file), "utf8")), facts);
      found.set(`${part}/${file.replace(/\.yaml$/, "")}`, facts);
    }
  }
  return found;
}

function collect(value: unknown, into: Map<string, string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, into);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  // A specimen of a resident number that stands in an id is not repeated here.
  const id = "id" in value && typeof value.id === "string" ? value.id.replace(/\d{17}[\dX]/i, "specimen") : "title_zh" in value && "articles" in value && typeof value.title_zh === "string" ? `hook:${value.title_zh}` : undefined;
  // Two versions of one statute have one title: the second is told apart by its place.
  if (id !== undefined) into.set(into.has(id) ? `${id}#${[...into.keys()].filter((each) => each.startsWith(id)).length + 1}` : id, hashOf(value));
  for (const each of Object.values(value)) collect(each, into);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(sorted(value))).digest("hex").slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each)]));
}

export interface Counts {
  readonly facts: number;
  readonly carried: number;
  readonly byReason: Readonly<Record<Reason, number>>;
}

export function countsOf(coverage: Coverage): Counts {
  const fates = [...coverage.values()].flatMap((each) => [...each.values()]);
  const byReason = Object.fromEntries(REASONS.map((reason) => [reason, fates.filter((fate) => "reason" in fate && fate.reason === reason).length]));
  return { facts: fates.length, carried: fates.filter((fate) => "entries" in fate).length, byReason: byReason as Record<Reason, number> };
}
