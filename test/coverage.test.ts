// Coverage: law/cn/coverage.yaml is true. In any clone: every entry it names exists, every reason is one of the five, and
// the README tells the counts. Where the facts themselves lie beside the checkout (PROBITY_FACTS), no fact is left out
// and none has changed since.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LINT_RULES } from "../src/domain/rules/index.ts";
import { countsOf, factsOf, readCoverage, REASONS } from "./support/coverage.ts";
import { loadLaw } from "./support/law.ts";

const coverage = readCoverage(new URL("../law/cn/coverage.yaml", import.meta.url).pathname);
const fates = [...coverage].flatMap(([file, each]) => [...each].map(([id, fate]) => ({ fact: `${file} ${id}`, fate })));

describe("the coverage of the facts", () => {
  it("names only entries, rules of the linter and examples that exist", async () => {
    const rulebook = await loadLaw("law");
    const known = new Set<string>([
      ...[...rulebook.entries, ...rulebook.people].map((entry) => entry.id),
      ...LINT_RULES.map((rule) => `lint:${rule}`),
      ...[...rulebook.examples, ...rulebook.peopleExamples].map((example) => `example:${example.id}`),
    ]);
    const unknown = fates.flatMap(({ fact, fate }) => ("entries" in fate ? fate.entries.filter((entry) => !known.has(entry)).map((entry) => `${fact}: ${entry}`) : []));
    expect(unknown).toEqual([]);
  });

  it("gives every fact an entry, or one of five reasons in words", () => {
    const wrong = fates.filter(({ fate }) => ("entries" in fate ? fate.entries.length === 0 : !REASONS.includes(fate.reason) || fate.note.trim() === ""));
    expect(wrong).toEqual([]);
  });

  it("is told in the README with its counts", () => {
    const { facts, carried, byReason } = countsOf(coverage);
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replace(/,(?=\d{3})/g, "");
    expect(readme).toContain(`${facts} facts`);
    expect(readme).toContain(`${carried} are carried`);
    for (const reason of REASONS) expect(readme, reason).toContain(`${byReason[reason]} ${reason}`);
  });

  it("leaves out no fact and none that changed, where the facts are at hand", () => {
    const folder = process.env["PROBITY_FACTS"];
    const facts = folder === undefined ? new Map([...coverage].map(([file, each]) => [file, new Map([...each].map(([id, { hash }]) => [id, hash]))])) : factsOf(folder);
    const said = [...facts].flatMap(([file, each]) => [...each].map(([id, hash]) => `${file} ${id} ${coverage.get(file)?.get(id)?.hash === hash ? "as it was" : coverage.get(file)?.has(id) === true ? "changed" : "left out"}`));
    expect(said.filter((line) => !line.endsWith("as it was"))).toEqual([]);
  });
});
