// The worked examples of the law, each run through the engine that answers checks: one test an example, named by its own sentence.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runExample } from "../src/domain/restrictions/index.ts";
import { projectLaw, root, run } from "./support/run.ts";

const law = await projectLaw();
/** `mdb/examples/mutual-enforcement.yaml:12:3` without its line. */
const fileOf = (at: string): string => at.split(":")[0] ?? at;
const files = [...new Set(law.examples.map((example) => fileOf(example.at)))].sort();

describe.each(files)("%s", (file) => {
  it.each(law.examples.filter((example) => fileOf(example.at) === file).map((example) => [example.name.en, example] as const))("%s", (_sentence, example) => {
    expect(runExample(law, example).differences).toEqual([]);
  });
});

describe("the examples of the law", () => {
  it("are those of every file under examples/", () => {
    const written = readdirSync(join(root, "law"), { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/")).filter((path) => /\/examples\/.+\.yaml$/.test(path)).sort();
    expect(files).toEqual(written);
  });

  it("all hold on the command line, which says how many", async () => {
    const ran = await run(["law", "examples"]);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, `${law.examples.length} of ${law.examples.length} examples hold\n`, ""]);
  });

  it("are told one by one as JSON, those of one body alone where asked", async () => {
    const told: readonly { readonly id: string; readonly holds: boolean }[] = JSON.parse((await run(["law", "examples", "--body", "mdb", "--json"])).stdout);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((example) => !example.holds || !example.id.startsWith("mdb:"))).toEqual([]);
  });
});
