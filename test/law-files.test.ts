// The page docs/reference/law-files.md against the reader, both ways: every field of every shape, every finding code,
// and the examples of the page loaded as one small body of law.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LAW_FINDINGS, lawFields, loadRulebook } from "../src/domain/rules/index.ts";
import { runAllExamples } from "../src/domain/restrictions/index.ts";
import { lint } from "../src/domain/survey/index.ts";
import { parseDigest, present, type Digest } from "../src/domain/terms/index.ts";
import { readYaml, YAML_FINDINGS } from "../src/intake/index.ts";

const page = readFileSync(new URL("../docs/reference/law-files.md", import.meta.url), "utf8");

/** Sections by heading, each with its tables' first column and its blocks of YAML. */
function sections(): ReadonlyMap<string, { readonly rows: readonly string[]; readonly blocks: readonly string[] }> {
  const found = new Map<string, { readonly rows: readonly string[]; readonly blocks: readonly string[] }>();
  for (const part of page.split(/^(?=#{2,4} )/m)) {
    const heading = /^#{2,4} (.+)$/m.exec(part)?.[1];
    if (heading === undefined) continue;
    const rows = [...part.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? "");
    const blocks = [...part.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
    found.set(heading, { rows, blocks });
  }
  return found;
}

function digest(text: string): Digest {
  const parsed = parseDigest(`sha256:${createHash("sha256").update(text).digest("hex")}`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

type Sections = ReturnType<typeof sections>;

/** The blocks of the page as the files of one body of law: where a block says where it lies, there. */
function filesOfThePage(found: Sections): readonly { readonly path: string; readonly text: string }[] {
  const whole = [...found].filter(([heading, { blocks }]) => heading !== "Criteria" && blocks.some((block) => /^kind:|^entries:|^# law/.test(block)));
  const criteria = present(found.get("Criteria")?.blocks[0], "the example of criteria");
  const head = "kind: measure\nid: criteria-of-the-page\nnames: Criteria\nfrom: 2018-05-01\ntrigger: {list: customs-serious}\nauthority: customs\nacts: bid\neffects: deny\nforce: mandatory\nbasis: {instrument: order-284}\n";
  return [...whole.flatMap(([heading, { blocks }]) => blocks.map((text) => ({ path: pathOf(heading, text), text }))), { path: "cn/page/criteria.yaml", text: head + criteria }];
}

function pathOf(heading: string, text: string): string {
  return /^# law\/(\S+)/.exec(text)?.[1] ?? `cn/${heading.startsWith("score-") ? "people/" : ""}page/${heading}.yaml`;
}

describe("the reference of the law files", () => {
  const found = sections();

  it("lists every field of every shape, and no other", () => {
    for (const [shape, fields] of Object.entries(lawFields())) expect([shape, ...(found.get(shape)?.rows ?? ["no such section"])].sort()).toEqual([shape, ...fields].sort());
  });

  it("describes no shape that the reader does not know", () => {
    const other = ["The shape of a file", "Kinds", "clause", "Criteria", "Expressions", "Anchors", "Examples", "Questions", "Findings"];
    expect([...found.keys()].filter((heading) => !other.includes(heading)).sort()).toEqual(Object.keys(lawFields()).sort());
  });

  it("lists every finding code, and no other", () => {
    expect(found.get("Findings")?.rows.toSorted()).toEqual([...Object.keys(LAW_FINDINGS), ...Object.keys(YAML_FINDINGS)].sort());
  });

  it("shows examples that load as one body of law", () => {
    const files = filesOfThePage(found);
    const read = files.map(({ path, text }) => readYaml(path, text));
    expect(read.flatMap((each) => (each.ok ? [] : each.error))).toEqual([]);
    const loaded = loadRulebook(read.flatMap((each) => (each.ok ? [each.value] : [])), digest);
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
    if (!loaded.ok) return;
    const law = loaded.value;
    expect([...law.entries, ...law.people].map((entry) => entry.kind)).toEqual(expect.arrayContaining(["memorandum", "list", "template", "repair", "office", "directory-item", "penalty-item", "standard", "metric", "score-scheme", "score-rule"]));
    const asked = [...law.examples, ...law.peopleExamples].flatMap((example) => example.expect.map((question) => question.kind));
    expect([...new Set(asked)].sort()).toEqual(["act", "edition", "end", "entry", "exit", "exits", "grade", "identifier", "lint", "list", "recordType", "repair", "score", "step", "workingDays"]);
  });

  it("shows examples that hold", () => {
    const loaded = loadRulebook(filesOfThePage(found).flatMap(({ path, text }) => { const read = readYaml(path, text); return read.ok ? [read.value] : []; }), digest);
    expect(loaded.ok && runAllExamples(loaded.value, () => true, lint).flatMap((outcome) => outcome.differences.map((difference) => `${outcome.example.id}: ${difference}`))).toEqual([]);
  });
});
