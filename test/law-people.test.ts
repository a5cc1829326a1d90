// The rules about persons and who may look at them. The view of the law that holds them is for reading: no file through which a question
// about an organisation on file is answered may ask for it.
import { describe, expect, it } from "vitest";
import { runAllExamples } from "../src/domain/restrictions/index.ts";
import { plainDate } from "../src/domain/terms/index.ts";
import { importsOf } from "./support/import-rules.ts";
import { readSources } from "./support/source-file.ts";
import { projectLaw } from "./support/run.ts";

const VIEW = "withPeople";

/** Rooms and files that may ask for the view: the law's own examples, the rooms that read the law as a whole, the laboratory. */
const MAY_LOOK: readonly RegExp[] = [/^src\/domain\/rules\/(?:index|people-view)\.ts$/, /^src\/domain\/restrictions\/run-example\.ts$/, /^src\/domain\/survey\//, /^src\/lab\//, /^src\/service\/run-examples\.ts$/];

describe("the rules about persons", () => {
  it("are looked at together with the rest by those who read the law, and by nobody who answers a question", () => {
    const looking = readSources(["src"]).filter((file) => !/\.(?:int\.)?test\.ts$/.test(file.path) && (importsOf(file).some((each) => each.names.includes(VIEW)) || new RegExp(`\\b${VIEW}\\(`).test(file.code))).map((file) => file.path);
    expect(looking.filter((path) => !MAY_LOOK.some((allowed) => allowed.test(path)))).toEqual([]);
    expect(looking.length).toBeGreaterThan(2);
  });

  it("are in no statute book", async () => {
    const law = await projectLaw();
    const people = new Set(law.people.map((entry) => entry.id));
    expect(people.size).toBeGreaterThan(0);
    for (const day of ["2014-06-14", "2019-01-01", "2026-04-01"]) for (const { id } of law.people) expect(law.on(plainDate(day)).find(id)).toBeUndefined();
    expect(law.entries.filter((entry) => people.has(entry.id))).toEqual([]);
  });

  it("bind nobody in an example about an organisation outside people/", async () => {
    const law = await projectLaw();
    const people = new Set<string>(law.people.map((entry) => entry.id));
    const named = law.examples.flatMap((example) => [...example.about, ...example.given.listings.map((each) => each.list), ...example.given.records.map((each) => each.type)]);
    expect(named.filter((id) => people.has(id))).toEqual([]);
    expect(law.examples.filter((example) => example.given.person !== undefined)).toEqual([]);
    expect(runAllExamples(law, (example) => example.given.person !== undefined).length).toBe(law.peopleExamples.filter((example) => example.given.person !== undefined).length);
  });
});
