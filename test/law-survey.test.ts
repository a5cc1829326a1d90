// The law read as a whole, by the command line: lint, diff and cascade over small laws, and over the project's own.
import { beforeAll, describe, expect, it } from "vitest";
import { compareLint, lint } from "../src/domain/survey/index.ts";
import { plainDate } from "../src/domain/terms/index.ts";
import { lintFixture } from "./support/lint-fixtures.ts";
import { openHouse, projectLaw, type House } from "./support/run.ts";

describe("law lint", () => {
  let [bad, good]: House[] = [];
  const ask = async (house: House | undefined, ...args: readonly string[]) => (house ?? (await openHouse())).run("law", "lint", ...args);
  beforeAll(async () => {
    bad = await openHouse({ rulebook: lintFixture("pile-on", "bad"), day: "2021-06-01" });
    good = await openHouse({ rulebook: lintFixture("pile-on", "good"), day: "2021-06-01" });
  });

  it("prints counts by rule and severity, then the findings, and exits 1 on errors", async () => {
    const ran = await ask(bad, "--rule", "pile-on");
    expect([ran.status, ran.stderr]).toEqual([1, ""]);
    expect(ran.stdout).toContain("The law of 2021-06-01 by the standards of 2021-06-01:");
    expect(ran.stdout).toMatch(/^pile-on {2,}1 +\. +\.$/m);
    expect(ran.stdout).toContain("One listing of t releases 11 to 11 measures over 1 lists");
    expect(ran.stdout).toContain("error pile-on t:subject\n  t/law.yaml:3:5: One listing on 2021-06-01 releases 11 measures by 11 authorities");
  });

  it("exits 0 without errors: on warnings, and where nothing is found", async () => {
    expect((await ask(bad, "--rule", "pile-on", "--on", "2019-06-01")).status).toBe(0);
    expect((await ask(bad, "--rule", "pile-on", "--on", "2019-06-01", "--standards", "2021-06-01")).status).toBe(1);
    const none = await ask(good, "--rule", "pile-on");
    expect([none.status, /^total +\. +\. +\.$/m.test(none.stdout)]).toEqual([0, true]);
  });

  it("gives JSON and SARIF", async () => {
    const json = JSON.parse((await ask(bad, "--format", "json", "--body", "t")).stdout) as { readonly body: string; readonly findings: readonly object[]; readonly summary: { readonly counts: Readonly<Record<string, number>> } };
    expect([json.body, json.findings.length]).toEqual(["t", Object.values(json.summary.counts).reduce((sum, count) => sum + count, 0)]);
    expect(JSON.parse((await ask(bad, "--json", "--body", "t")).stdout)).toEqual(json);
    const sarif = JSON.parse((await ask(bad, "--format", "sarif")).stdout) as { readonly version: string; readonly runs: readonly { readonly results: readonly object[] }[] };
    expect([sarif.version, sarif.runs[0]?.results.length]).toEqual(["2.1.0", json.findings.length]);
  });

  it("puts days side by side: those given, or the regimes of the body of law", async () => {
    const given = await ask(bad, "--compare", "2019-06-01,2021-06-01", "--rule", "pile-on");
    expect([given.status, given.stdout.split("\n").filter((line) => line.startsWith("pile-on")).map((line) => line.split(/ {2,}/))]).toEqual([0, [["pile-on", "0/1/0", "1/0/0", "1/0/0", "1/0/0"]]]);
    expect((await ask(bad, "--compare", "--rule", "pile-on", "--body", "t")).stdout).toBe(given.stdout);
  });

  it("says what is wrong with a day, a body, a rule", async () => {
    for (const [args, status, words] of [[["--on", "2021"], 2, "YYYY-MM-DD"], [["--standards", "soon"], 2, "YYYY-MM-DD"], [["--body", "x"], 1, "no body of law"], [["--rule", "x"], 1, "no rule of the linter"], [["--compare", "x"], 2, "YYYY-MM-DD"], [["--format", "x"], 2, "Allowed choices"]] as const) {
      const ran = await ask(bad, ...args);
      expect([args, ran.status, ran.stdout, ran.stderr.includes(words)]).toEqual([args, status, "", true]);
    }
  });
});

describe("law diff", () => {
  it("prints changes by kind and authority, and gives them as JSON", async () => {
    const house = await openHouse({ rulebook: lintFixture("pile-on", "bad") });
    const ran = await house.run("law", "diff", "2014-01-01", "2019-12-31");
    expect([ran.status, ran.stdout]).toEqual([0, "From 2014-01-01 to 2019-12-31: 13 began, 0 ended, 0 changed\n\nmeasure (11)\n".concat(...Array.from({ length: 11 }, (_, index) => index + 1).toSorted().map((n) => `  t:office-${n}\n    2015-01-01  The measure “No mooring at quay ${n}” began.  [t:all-together-${n}]\n`), "\nmemorandum (1)\n  t:office-1\n    2015-01-01  The memorandum “All together” began.  [t:all-together]\n\nlist (1)\n  t:office\n    2015-01-01  The list “Polluters of the harbour” began.  [t:subject]\n")]);
    const json = await house.json("law", "diff", "2014-01-01", "2019-12-31", "--body", "t");
    expect(json["counts"]).toEqual({ began: 13, ended: 0, changed: 0 });
    expect((await house.run("law", "diff", "2020-01-01", "2019-12-31")).status).toBe(2);
    expect((await house.run("law", "diff", "2020-01-01", "soon")).status).toBe(2);
  });
});

describe("law search and law changes", () => {
  it("find entries by words, and the days on which the law turned for those they concern", async () => {
    const house = await openHouse({ rulebook: lintFixture("pile-on", "bad"), day: "2021-06-01" });
    const ran = await house.run("law", "search", "mooring quay 3");
    expect([ran.status, ran.stdout]).toEqual([0, "1 to 1 of 1 in the law of 2021-06-01\n  t:all-together-3  No mooring at quay 3  (measure, in force)\n"]);
    expect((await house.run("law", "search", "zeppelin")).stdout).toBe("Nothing in the law of 2021-06-01 holds every word of “zeppelin”.\n");
    expect((await house.json("law", "search", "mooring", "--kind", "list"))["total"]).toBe(0);
    expect((await house.run("law", "search", "mooring", "--page", "none")).status).toBe(2);
    expect((await house.run("law", "search", "mooring", "--on", "soon")).status).toBe(2);
    const turned = await house.run("law", "changes", "--kind", "list");
    expect([turned.status, turned.stdout]).toEqual([0, "2015-01-01\n  The list “Polluters of the harbour” began.  [t:subject]\n"]);
    expect((await house.run("law", "changes", "--kind", "grade")).stdout).toBe("No change of the law concerns that.\n");
    expect((await house.json("law", "changes", "--list", "t:subject"))["more"]).toBe(false);
  });
});

describe("law cascade", () => {
  it("prints the tree and the table by authority, of a list and of a record type", async () => {
    const house = await openHouse({ rulebook: lintFixture("pile-on", "good"), day: "2021-06-01" });
    const ran = await house.run("law", "cascade", "t:subject");
    expect([ran.status, ran.stdout]).toEqual([0, [
      "On 2021-06-01: 2 measures (2 mandatory) by 2 authorities on 1 act, 1 memorandum, 0 further lists, 0 favours", "",
      "list t:subject: Polluters of the harbour", "  memorandum t:all-together: All together",
      "    restrict t:moor by t:office-1, mandatory: No mooring at quay 1 [1]", "    restrict t:moor by t:office-2, mandatory: No mooring at quay 2 [2]", "",
      "authority   measures  acts", "t:office-1         1     1", "t:office-2         1     1", "",
    ].join("\n")]);
    expect((await house.run("law", "cascade", "t:penalty")).stdout).toContain("may be listed (oil)");
    expect((await house.json("law", "cascade", "t:subject", "--on", "2021-06-01"))["counts"]).toMatchObject({ measures: 2, authorities: 2 });
  });

  it("says where there is no such list, or not that day", async () => {
    const house = await openHouse({ rulebook: lintFixture("pile-on", "good"), day: "2021-06-01" });
    const [unknown, early] = [await house.run("law", "cascade", "t:subj"), await house.run("law", "cascade", "t:subject", "--on", "2014-12-31")];
    expect([unknown.status, unknown.stderr.includes("Did you mean: t:subject?")]).toEqual([1, true]);
    expect([early.status, early.stderr.includes("in force from 2015-01-01")]).toEqual([1, true]);
  });
});

describe("the law of the project", () => {
  const [first, last] = [plainDate("2016-05-30"), plainDate("2026-04-01")];

  it("broke nothing by the standards of 2016, and much of it by those of 2026", async () => {
    const compared = compareLint(await projectLaw(), [first, plainDate("2019-07-31"), last], { body: "cn" });
    const [then, , now] = compared?.days ?? [];
    expect(then?.own.counts.error).toBe(0);
    expect(then?.later.counts.error).toBeGreaterThan(50);
    expect(now?.own.counts).toEqual(now?.later.counts);
  });

  it("restricted without notice and listed unheard, as the advertising firm was: a criticism then, a breach now", async () => {
    const law = await projectLaw();
    const severity = (entry: string, rule: string, standards: typeof first) => lint(law, { on: first, standards }).filter((finding) => finding.entry === entry && finding.rule === rule).map((finding) => finding.severity);
    for (const [entry, rule] of [["cn:spc-restricted-consumption", "no-notice"], ["cn:spc-judgment-defaulters", "no-answer"]] as const) expect([severity(entry, rule, first), severity(entry, rule, last)]).toEqual([["warning"], ["error"]]);
  });
});
