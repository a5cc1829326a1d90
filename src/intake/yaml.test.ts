import { describe, expect, it } from "vitest";
import type { Located } from "../domain/terms/index.ts";
import { readYaml, YAML_FINDINGS } from "./yaml.ts";

function codes(text: string): readonly string[] {
  const read = readYaml("t/a.yaml", text);
  return read.ok ? [] : read.error.map((finding) => `${finding.code} ${finding.at}`);
}

function field(text: string, name: string): Located | undefined {
  const read = readYaml("t/a.yaml", text);
  return read.ok && read.value.root.kind === "fields" ? read.value.root.fields.get(name) : undefined;
}

const CASES = [
  ["yaml-alias", "a: &x 1\nb: *x\n", ["yaml-alias t/a.yaml:1:7", "yaml-alias t/a.yaml:2:4"]],
  ["yaml-duplicate-key", "a: 1\na: 2\n", ["yaml-duplicate-key t/a.yaml:2:1"]],
  ["yaml-empty", "# only a remark\n", ["yaml-empty t/a.yaml:1:1"]],
  ["yaml-key", "1: a\n", ["yaml-key t/a.yaml:1:1"]],
  ["yaml-many-documents", "a: 1\n---\nb: 2\n", ["yaml-many-documents t/a.yaml:2:1"]],
  ["yaml-merge", "<<: {a: 1}\n", ["yaml-merge t/a.yaml:1:1"]],
  ["yaml-number", "a: .inf\n", ["yaml-number t/a.yaml:1:4"]],
  ["yaml-syntax", "a: [1, 2\nb: 3\n", expect.arrayContaining([expect.stringMatching(/^yaml-syntax t\/a\.yaml:\d/)])],
  ["yaml-tag", "a: !!str 3\n", ["yaml-tag t/a.yaml:1:10"]],
  ["yaml-too-deep", `a: ${"[".repeat(100)}1${"]".repeat(100)}\n`, [expect.stringMatching(/^yaml-too-deep t\/a\.yaml:1:/)]],
  ["yaml-too-large", `a: ${"x".repeat(4 * 1024 * 1024)}\n`, ["yaml-too-large t/a.yaml"]],
] as const satisfies readonly (readonly [string, string, unknown])[];

describe("readYaml", () => {
  it("gives every value its place", () => {
    expect(field("id: food\nbasis:\n  - {article: 3.10}\n", "basis")).toEqual({
      kind: "items",
      at: "t/a.yaml:3:3",
      items: [
        {
          kind: "fields",
          at: "t/a.yaml:3:5",
          fields: new Map([["article", { kind: "number", value: 3.1, source: "3.10", at: "t/a.yaml:3:15" }]]),
          keyPlaces: new Map([["article", "t/a.yaml:3:6"]]),
        },
      ],
    });
  });

  it("keeps days, codes and long numbers as they are written", () => {
    expect(field("day: 2020-01-31", "day")).toMatchObject({ kind: "text", value: "2020-01-31" });
    expect(field("number: 123456789012345678901", "number")).toMatchObject({ kind: "number", source: "123456789012345678901" });
    expect(field("word: no", "word")).toMatchObject({ kind: "text", value: "no" });
    expect(field("flag: true", "flag")).toMatchObject({ kind: "flag", value: true });
    expect(field("empty:\n", "empty")).toMatchObject({ kind: "nothing", at: "t/a.yaml:1:7" });
  });

  it.each(CASES)("refuses %s", (_code, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it("has a case here for each of its codes", () => {
    expect(CASES.map(([code]) => code)).toEqual(Object.keys(YAML_FINDINGS));
  });

  it("reports all findings of a file at once", () => {
    expect(codes("a: 1\na: 2\nb: *x\n<<: {}\n").length).toBeGreaterThanOrEqual(3);
  });

  it("is not exhausted by hostile nesting", () => {
    expect(codes(`a: ${"[".repeat(20_000)}`)).toEqual([expect.stringMatching(/^yaml-too-deep/)]);
    expect(codes("- ".repeat(10_000))).toEqual([expect.stringMatching(/^yaml-too-deep/)]);
  });
});
