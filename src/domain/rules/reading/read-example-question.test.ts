import { describe, expect, it } from "vitest";
import { findingsOf, LAW, lawAnd, testLaw, type Files, type Plain } from "../test-law.ts";

const basis = { instrument: "order" };
const MORE: Files = {
  ...LAW,
  "t/more.yaml": {
    entries: [
      { kind: "repair", id: "mend", names: "Mend", from: "2015-01-01", covers: "penalty", tiers: { id: "general", names: "General", minimumMonths: 3 }, basis },
      { kind: "grade", id: "grades", names: "Grades", from: "2015-01-01", owner: "customs", recordType: "penalty", grades: { a: { names: "A", minimum: 90 } }, basis },
    ],
  },
  "t/people/points.yaml": {
    entries: [
      { kind: "score-scheme", id: "points", names: "Points", basis },
      { kind: "score-rule", id: "noise", names: "Noise", scheme: "points", tiers: [{ id: "warned", names: "Warned", points: -5 }, { id: "fined", names: "Fined", points: -10 }], basis },
    ],
  },
};

function asking(...expect: Plain[]): Files {
  return { ...MORE, "t/examples/asked.yaml": { id: "asked", name: "Asked", about: "serious", citation: basis, given: { organisation: { name: "Harbour Trading" } }, expect } };
}

function ofPersons(given: Plain, expect: Plain, path = "t/people/examples/asked.yaml"): Files {
  return { ...MORE, [path]: { id: "of-persons", name: "Of persons", about: "serious", citation: basis, given, expect } };
}

const QUESTIONS: Readonly<Record<string, readonly [Plain, object]>> = {
  act: [{ act: "bid", on: "2020-01-01", verdict: "clear", amounts: [], officeHolders: "bar", exits: "none" }, { kind: "act", act: "t:bid", amounts: [], officeHolders: ["t:bar"], exits: "none" }],
  list: [{ list: "serious", on: "2020-01-01", criteria: true }, { kind: "list", list: "t:serious", criteria: "true" }],
  end: [{ list: "serious", decided: "2020-01-01", ends: "reviewFrom 2022-01-01", on: "2020-01-01" }, { kind: "end", ends: "reviewFrom 2022-01-01" }],
  exit: [{ list: "serious", since: "2020-01-01", exit: "repaired", earliest: "2020-01-01", on: "2020-01-01" }, { kind: "exit", exit: "repaired", earliest: "2020-01-01" }],
  exits: [{ list: "serious", exits: "repaired", on: "2020-01-01" }, { kind: "exits", since: "2020-01-01", exits: ["repaired"] }],
  edition: [{ list: "serious", edition: "2020-01-01", staleFrom: "notStated", on: "2020-01-01" }, { kind: "edition", staleFrom: "notStated" }],
  entry: [{ entry: "joint", on: "2016-05-01", party: "port", joined: "unknown" }, { kind: "entry", entry: "t:joint", party: "t:port", joined: "unknown" }],
  step: [{ procedure: "listing", step: "decision", since: "2020-01-01", due: "2020-01-31", officers: 1, on: "2020-01-01" }, { kind: "step", due: "2020-01-31", officers: 1 }],
  repair: [{ repair: "mend", tier: "general", since: "2020-01-01", latest: "notStated", on: "2020-01-01" }, { kind: "repair", repair: "t:mend", latest: "notStated" }],
  recordType: [{ recordType: "penalty", since: "2020-01-01", publishedUntil: "2025-01-01", on: "2020-01-01" }, { kind: "recordType", publishedUntil: "2025-01-01" }],
  workingDays: [{ workingDays: 5, since: "2020-01-01", due: "2020-01-08", on: "2020-01-01", provisional: true }, { kind: "workingDays", workingDays: 5, provisional: true }],
  grade: [{ grade: "grades", points: 90, is: "a", starts: [60], every: { years: 1 }, on: "2020-01-01" }, { kind: "grade", points: 90, starts: [60], every: { count: 1, unit: "years" } }],
  identifier: [{ identifier: "code", code: 123456789, valid: true, parts: { region: 12 }, on: "2020-01-01" }, { kind: "identifier", code: "123456789", parts: { region: "12" } }],
  lint: [{ lint: "joint", on: "2020-01-01", finds: ["no-exit"], lacks: [] }, { kind: "lint", lint: "t:joint", finds: ["no-exit"], lacks: [] }],
};

/** A question of the form with something wrong, and what the loader says. */
const WRONG: readonly (readonly [string, Plain, string])[] = [
  ["asks nothing at all", { on: "2020-01-01", verdict: "clear" }, "this question asks nothing"],
  ["names an act and asks nothing of it", { act: "bid", on: "2020-01-01" }, "a question about an act lacks `verdict`"],
  ["names a list and asks nothing of it", { list: "serious", on: "2020-01-01" }, "this question asks nothing"],
  ["has no day", { entry: "serious", inForce: true }, "a question about an entry lacks `on`"],
  ["has a field of another form", { entry: "serious", on: "2020-01-01", inForce: true, verdict: "clear" }, "`verdict` is no field of a question about an entry"],
  ["ends on no day", { list: "serious", decided: "2020-01-01", ends: "never", on: "2020-01-01" }, "`never` is no end of a listing"],
  ["names no entry", { entry: "serius", on: "2020-01-01", inForce: true }, "`serius` names no"],
  ["names an entry of another kind", { procedure: "serious", step: "notice", officers: 1, on: "2020-01-01" }, "`t:serious` is of kind `list`"],
  ["has a party and no answer", { entry: "joint", on: "2020-01-01", inForce: true, party: "port" }, "`party` and `joined` belong together"],
  ["has a clock that begins nowhere", { procedure: "listing", step: "decision", due: "2020-01-31", on: "2020-01-01" }, "a clock runs from a day"],
  ["has points that give no grade", { grade: "grades", points: 3, starts: [1], on: "2020-01-01" }, "`points` and `is` belong together"],
  ["asks for no rule of the linter", { lint: "joint", on: "2020-01-01", finds: "no-hope" }, "`no-hope` is not known here"],
  ["has parts that are no mapping", { identifier: "code", code: "1", valid: false, parts: "12", on: "2020-01-01" }, "a mapping from the name of a part"],
  ["asks a person's rule outside people/", { score: "points", events: [], points: 0, on: "2020-01-01" }, "`t:points` is a rule about persons"],
  ["is no mapping", "clear", "a question (a mapping)"],
];

describe("the questions of examples", () => {
  it.each(Object.entries(QUESTIONS))("R40 a question about %s is told by its first field", (_form, [question, read]) => {
    expect(testLaw(asking(question)).examples.find((example) => example.id === "t:asked")?.expect).toEqual([expect.objectContaining(read)]);
  });

  it.each(WRONG)("R40 a question that %s is a finding", (_title, question, says) => {
    const found = findingsOf(asking(question));
    expect(found.map((finding) => finding.message).join("\n")).toContain(says);
    expect(found.every((finding) => finding.at.startsWith("t/examples/asked.yaml:"))).toBe(true);
  });

  it("R41 a question about points reads its events, with tier and times or by the row alone", () => {
    const question = { score: "points", events: ["noise", { rule: "noise", tier: "fined", times: 2 }], points: -25, band: "none", on: "2020-01-01" };
    expect(testLaw(ofPersons({ person: { name: "Wen Qiao" } }, question)).peopleExamples).toMatchObject([
      { id: "t:of-persons", given: { person: { name: "Wen Qiao" } }, expect: [{ kind: "score", score: "t:points", events: [{ rule: "t:noise", times: 1 }, { rule: "t:noise", tier: "fined", times: 2 }], points: -25, band: "none" }] },
    ]);
  });

  it("R41 examples of rules about persons are kept apart", () => {
    const rulebook = testLaw(ofPersons({ organisation: { name: "Harbour Trading" } }, { entry: "fly", on: "2020-01-01", inForce: true }));
    expect([rulebook.examples.map((example) => example.id), rulebook.peopleExamples.map((example) => example.id)]).toEqual([["t:barred"], ["t:of-persons"]]);
  });

  it.each([
    ["nobody", {}, "t/people/examples/asked.yaml", "`given` does not say who is asked about"],
    ["both", { person: { name: "Wen Qiao" }, organisation: { name: "Harbour Trading" } }, "t/people/examples/asked.yaml", "an organisation and a person at once"],
    ["a person outside people/", { person: { name: "Wen Qiao" } }, "t/examples/asked.yaml", "an example about a person stands outside people/"],
  ] as const)("R41 an example about %s is a finding", (_whom, given, path, says) => {
    expect(findingsOf(ofPersons(given, { entry: "serious", on: "2020-01-01", inForce: true }, path)).map((finding) => finding.message).join("\n")).toContain(says);
  });

  it("R41 two examples share no id, wherever they lie", () => {
    const files = { ...lawAnd({ id: "barred", name: "Again", about: "serious", citation: basis, given: { organisation: { name: "X" } }, expect: { entry: "serious", on: "2020-01-01", inForce: true } }, "t/people/examples/again.yaml") };
    expect(findingsOf(files).map((finding) => finding.code)).toEqual(["duplicate-id"]);
  });
});
