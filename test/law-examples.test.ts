// The worked examples of the law, each run through the engine that answers checks: one test an example, named by its own sentence.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAllExamples } from "../src/domain/restrictions/index.ts";
import { lint } from "../src/domain/survey/index.ts";
import { projectLaw, root, run } from "./support/run.ts";

const law = await projectLaw();
/** `mdb/examples/mutual-enforcement.yaml:12:3` without its line. */
const fileOf = (at: string): string => at.split(":")[0] ?? at;
const outcomes = runAllExamples(law, () => true, lint);
const files = [...new Set(outcomes.map(({ example }) => fileOf(example.at)))].sort();

describe.each(files)("%s", (file) => {
  it.each(outcomes.filter(({ example }) => fileOf(example.at) === file).map((outcome) => [outcome.example.name.en, outcome] as const))("%s", (_sentence, outcome) => {
    expect(outcome.differences).toEqual([]);
  });
});

describe("the examples of the law", () => {
  it("are those of every file under examples/", () => {
    const written = readdirSync(join(root, "law"), { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/")).filter((path) => /\/examples\/.+\.yaml$/.test(path)).sort();
    expect(files).toEqual(written);
  });

  it("all hold on the command line, which says how many", async () => {
    const ran = await run(["law", "examples"]);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, `${outcomes.length} of ${outcomes.length} examples hold\n`, ""]);
  });

  it("about one entry are told with every question they ask, as a sentence in both languages", async () => {
    const about = "mdb:mutual-enforcement";
    const [text, json] = await Promise.all([run(["law", "examples", "--about", about]), run(["law", "examples", "--about", about, "--json"])]);
    const asked = outcomes.filter(({ example }) => example.about.some((id) => id === about)).map(({ example }) => example.expect.length);
    const told: readonly { readonly questions: readonly { readonly question: { readonly en: string; readonly zh: string }; readonly holds: boolean }[] }[] = JSON.parse(json.stdout);
    expect(text.stdout.match(/^ {4}holds, question \d+: On \d{4}-/gm)?.length).toBe(asked.reduce((sum, each) => sum + each, 0));
    expect(told.map(({ questions }) => questions.length)).toEqual(asked);
    expect(told.flatMap(({ questions }) => questions).filter(({ question, holds }) => !holds || question.zh === "" || question.en === "")).toEqual([]);
  });

  it("are told one by one as JSON, those of one body alone where asked", async () => {
    const told: readonly { readonly id: string; readonly holds: boolean }[] = JSON.parse((await run(["law", "examples", "--body", "mdb", "--json"])).stdout);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((example) => !example.holds || !example.id.startsWith("mdb:"))).toEqual([]);
  });
});
