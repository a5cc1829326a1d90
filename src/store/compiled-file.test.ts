import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compiledKey, programFiles, programFormat, readCompiled, writeCompiled } from "./compiled-file.ts";
import { readLawBytes, textOf, type LawBytes } from "./law-files.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-compiled-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (): string => mkdtempSync(join(folder, "data-"));
const file = (path: string, text: string): LawBytes => ({ path, bytes: Buffer.from(text) });
const fileIn = (data: string): string => join(data, "law", "rulebook.compiled");

describe("the compiled rulebook of a folder", () => {
  it("R26 is found under the key it was kept under, and under no other", () => {
    const data = fresh();
    expect(readCompiled(data, "one")).toBeUndefined();
    writeCompiled(data, "one", '{"law": "失信名单"}');
    expect([readCompiled(data, "one"), readCompiled(data, "two"), readCompiled(data, "on")]).toEqual(['{"law": "失信名单"}', undefined, undefined]);
    writeCompiled(data, "two", "{}");
    expect([readCompiled(data, "one"), readCompiled(data, "two"), readdirSync(join(data, "law"))]).toEqual([undefined, "{}", ["rulebook.compiled"]]);
  });

  it("R26 counts as none where a single byte of it is missing or another", () => {
    const data = fresh();
    writeCompiled(data, "one", '{"law": "失信名单"}');
    const whole = readFileSync(fileIn(data));
    for (let index = 0; index < whole.length; index += 1) {
      const changed = Buffer.from(whole);
      changed[index] = (changed[index] ?? 0) ^ 1;
      writeFileSync(fileIn(data), changed);
      expect([index, readCompiled(data, "one")]).toEqual([index, undefined]);
      writeFileSync(fileIn(data), whole.subarray(0, index));
      expect([index, readCompiled(data, "one")]).toEqual([index, undefined]);
    }
    writeCompiled(data, "one", "{}");
    expect(readCompiled(data, "one")).toBe("{}");
  });

  it("R26 makes no folder for a register that is not there, and a folder it cannot write to is no fault", () => {
    const data = join(fresh(), "none");
    writeCompiled(data, "one", "{}");
    expect(() => readdirSync(data)).toThrow(/ENOENT/);
    const taken = fresh();
    writeFileSync(join(taken, "law"), "somebody's own");
    writeCompiled(taken, "one", "{}");
    expect([readCompiled(taken, "one"), readFileSync(join(taken, "law"), "utf8")]).toEqual([undefined, "somebody's own"]);
    const full = fresh();
    mkdirSync(fileIn(full), { recursive: true });
    writeCompiled(full, "one", "{}");
    expect([readCompiled(full, "one"), readdirSync(join(full, "law"))]).toEqual([undefined, ["rulebook.compiled"]]);
  });

  it("R26 its key changes with every path and byte of the law, and with nothing else", () => {
    const law = [file("cn/a.yaml", "id: a"), file("cn/b.yaml", "id: b")];
    const others = [[file("cn/a.yaml", "id: a")], [file("cn/a.yaml", "id: a "), file("cn/b.yaml", "id: b")], [file("cn/c.yaml", "id: a"), file("cn/b.yaml", "id: b")], [file("cn/a.yaml", "id: b"), file("cn/b.yaml", "id: a")], [file("cn/a.yamlid:", " a"), file("cn/b.yaml", "id: b")], []];
    expect(new Set([law, ...others].map(compiledKey)).size).toBe(others.length + 1);
    expect(compiledKey([file("cn/a.yaml", "id: a"), file("cn/b.yaml", "id: b")])).toBe(compiledKey(law));
    expect(programFormat()).toMatch(/^[0-9a-f]{64}$/);
  });

  it("R26 it is over every reader of the law, wherever below the rules it lies", () => {
    const names = programFiles().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["load.ts", "language.ts", join("reading", "read-steps.ts"), join("reading", "values.ts")]));
    expect(names.filter((name) => name.endsWith(".test.ts"))).toEqual([]);
  });
});

describe("the law's files", () => {
  it("are read in order of their paths, without the account of what they carry", () => {
    const law = fresh();
    for (const [path, text] of [["cn/lists/b.yaml", "b"], ["cn/lists/a.yaml", "a"], ["cn/body.yaml", "c"], ["cn/coverage.yaml", "x"], ["cn/lists/coverage.yaml", "d"], ["cn/notes.md", "x"]] as const) {
      mkdirSync(join(law, path, ".."), { recursive: true });
      writeFileSync(join(law, path), text);
    }
    expect(readLawBytes(law).map(textOf)).toEqual([{ path: "cn/body.yaml", text: "c" }, { path: "cn/lists/a.yaml", text: "a" }, { path: "cn/lists/b.yaml", text: "b" }, { path: "cn/lists/coverage.yaml", text: "d" }]);
  });
});
