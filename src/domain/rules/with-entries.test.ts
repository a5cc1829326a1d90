import { describe, expect, it } from "vitest";
import { addDays, plainDate, present } from "../terms/index.ts";
import { loadLaw, type LoadedLaw } from "./load.ts";
import { withPeople } from "./people-view.ts";
import type { Rulebook } from "./rulebook.ts";
import { documentOf, LAW, lawWith, testDigest, testLaw, type Files, type Plain } from "./test-law.ts";
import { withEntries } from "./with-entries.ts";

function loadedFrom(files: Files): LoadedLaw {
  const loaded = loadLaw(Object.entries(files).map(([path, value]) => documentOf(path, value)), testDigest);
  if (!loaded.ok) throw new Error(loaded.error.map((finding) => finding.message).join("\n"));
  return loaded.value;
}

/** What a rulebook says on a day, in words that can be compared. */
function saidOn(rulebook: Rulebook, day: string): string {
  const statute = rulebook.on(plainDate(day));
  const entries = rulebook.entries.map((entry) => [statute.find(entry.id), statute.get(entry.kind, entry.id), statute.all(entry.kind)]);
  return JSON.stringify([entries, rulebook.all("act").map((act) => statute.measuresOn(act.id)), rulebook.entries], (key, value) => (key === "at" || key === "compiled" ? undefined : value));
}

const CHANGES: readonly (readonly [string, Readonly<Record<string, Plain>>, readonly string[]])[] = [
  ["t/measures/bar.yaml", { until: "2029-12-31" }, ["2014-12-31", "2029-12-30", "2029-12-31", "2030-01-01"]],
  ["t/measures/bar.yaml", { from: "2018-07-01" }, ["2018-06-30", "2018-07-01"]],
  ["t/memoranda/joint.yaml", { signedOn: "2016-03-02" }, ["2016-03-01", "2016-03-02"]],
  ["t/lists/serious.yaml", { end: { dated: [{ from: "2015-01-01", value: "notStated" }, { from: "2021-11-02", value: { fixed: { years: 3, from: "effect" } } }] } }, ["2021-11-01", "2021-11-02"]],
];

describe("a rulebook in which some entries read otherwise", () => {
  it.each(CHANGES)("R43, R44 %s with %j answers as if it had been loaded so", (path, changes, days) => {
    const law = loadedFrom(LAW);
    const mended = loadedFrom(lawWith(path, changes));
    const file = present(law.raw.find((raw) => raw.value.at.startsWith(path)), "the entry of the file");
    const other = present(mended.raw.find((raw) => raw.id === file.id), "the entry in other words");
    const read = law.readAgain(file, other.value);
    expect(read.ok).toBe(true);
    const changed = withEntries(law.rulebook, read.ok ? read.value : []);
    for (const day of days) expect(saidOn(changed, day)).toBe(saidOn(mended.rulebook, day));
    expect(saidOn(changed, days[0] ?? "2020-01-01")).not.toBe(saidOn(law.rulebook, days[0] ?? "2020-01-01"));
  });

  it("R43 what has not changed is the very same object", () => {
    const { rulebook, raw, readAgain } = loadedFrom(LAW);
    const bar = present(raw.find((each) => each.id === "t:bar"), "the measure");
    const read = readAgain(bar, bar.value);
    const changed = withEntries(rulebook, read.ok ? read.value : []);
    const day = plainDate("2020-01-01");
    expect(changed.on(day).all("list")).toBe(rulebook.on(day).all("list"));
    expect(changed.on(day)).toBe(changed.on(day));
    expect(changed.on(day).all("measure").map((measure) => measure.id)).toEqual(rulebook.on(day).all("measure").map((measure) => measure.id));
  });

  it("R44 what the loader would not load is told as findings, and changes nothing", () => {
    const { raw, readAgain, rulebook } = loadedFrom(LAW);
    const bar = present(raw.find((each) => each.id === "t:bar"), "the measure");
    const inside = new Map(bar.value.fields).set("until", { kind: "text", value: "2014-12-31", at: "t/measures/bar.yaml:9:9" });
    const read = readAgain(bar, { ...bar.value, fields: inside });
    expect(read.ok ? [] : read.error.map((finding) => finding.code)).toEqual(["period-inside-out"]);
    expect(saidOn(rulebook, "2020-01-01")).toBe(saidOn(testLaw(), "2020-01-01"));
  });
});

describe("the law with the rules about persons in it", () => {
  it("R42 holds both, on every day, and leaves the rulebook as it is", () => {
    const rulebook = testLaw();
    const view = withPeople(rulebook);
    const day = plainDate("2020-01-01");
    const fly = present(rulebook.people.find((entry) => entry.id === "t:fly"), "the act of persons");
    expect([view.find(fly.id), view.on(day).get("act", fly.id), rulebook.find(fly.id), rulebook.on(day).find(fly.id)]).toEqual([fly, fly, undefined, undefined]);
    expect(view.entries.map((entry) => entry.id)).toEqual([...rulebook.entries, ...rulebook.people].map((entry) => entry.id).sort());
    expect(withPeople(rulebook)).toBe(view);
    expect(view.on(addDays(day, 1)).all("list")).toEqual(rulebook.on(addDays(day, 1)).all("list"));
  });
});
