// The linter: every rule over its good and its bad law, what its findings say, the page that explains them, and the reports.
import { describe, expect, it } from "vitest";
import { LINT_RULES, type LintRuleId } from "../src/domain/rules/index.ts";
import { compareLint, lint, lintReport, RULES, type LintRule, type Severity } from "../src/domain/survey/index.ts";
import { plainDate } from "../src/domain/terms/index.ts";
import { sarifOf } from "../src/outgoing/index.ts";
import { lawOf, lintFixture } from "./support/lint-fixtures.ts";
import { sectionsOf } from "./support/markdown.ts";

const [BEFORE, SINCE] = [plainDate("2019-06-01"), plainDate("2021-06-01")];

/** What is only for a reader to judge is neither forbidden nor allowed. */
const NOTES: readonly LintRuleId[] = ["unrelated-measure"];

function severitiesOf(rule: LintRuleId, side: "good" | "bad", on = SINCE): readonly Severity[] {
  return lint(lintFixture(rule, side), { on }).filter((finding) => finding.rule === rule).map((finding) => finding.severity);
}

describe("each rule", () => {
  it.each(LINT_RULES.map((rule) => [rule] as const))("R4 %s finds its bad law and leaves its good one alone", (rule) => {
    const [since, before] = NOTES.includes(rule) ? ["note", "note"] : ["error", "warning"];
    expect(new Set(severitiesOf(rule, "bad"))).toEqual(new Set([since]));
    expect(new Set(severitiesOf(rule, "bad", BEFORE))).toEqual(new Set([before]));
    expect(severitiesOf(rule, "good")).toEqual([]);
    expect(severitiesOf(rule, "good", BEFORE)).toEqual([]);
  });

  it.each(LINT_RULES.map((rule) => [rule] as const))("R2 %s measures the law of one day by the standards of another", (rule) => {
    const found = lint(lintFixture(rule, "bad"), { on: BEFORE, standards: SINCE }).filter((finding) => finding.rule === rule);
    expect(new Set(found.map((finding) => finding.severity))).toEqual(new Set([NOTES.includes(rule) ? "note" : "error"]));
    expect(new Set(found.map((finding) => finding.measuredBy))).toEqual(new Set([rule === "excluded-information" ? "t:item" : `t:asks-${rule}`]));
  });

  it.each(LINT_RULES.map((rule) => [rule] as const))("R5 %s names entry and place, and speaks both languages", (rule) => {
    for (const finding of lint(lintFixture(rule, "bad"), { on: SINCE })) {
      const said: LintRule = RULES[finding.rule];
      expect(said.severities).toContain(finding.severity);
      expect(finding.at).toMatch(/^t\/(?:people\/)?(?:law|base)\.yaml:\d+:\d+$/);
      for (const words of [finding.what, finding.why, finding.remedy]) expect([/[a-z]/.test(words.en), /\p{Script=Han}/u.test(words.zh ?? "")]).toEqual([true, true]);
    }
  });
});

describe("the page about the rules", () => {
  const path = "docs/reference/lint-rules.md";
  const sections = sectionsOf(path).filter(({ heading }) => /^`[a-z-]+`$/.test(heading)).map(({ heading, text }) => ({ rule: heading.replaceAll("`", ""), text }));

  it("R5 has a section for every rule, and for no other", () => expect(sections.map(({ rule }) => rule)).toEqual(LINT_RULES));

  it.each(LINT_RULES.map((rule) => [rule] as const))("R5 says of %s what the program says, and where the criticism comes from", (id) => {
    const rule: LintRule = RULES[id];
    const text = sections.find((section) => section.rule === id)?.text ?? "";
    const row = (name: string): string => new RegExp(`^\\| ${name} \\| (.+) \\|$`, "m").exec(text)?.[1] ?? "";
    expect([row("why"), row("what would mend it"), row("severity")]).toEqual([rule.why.en, rule.remedy.en, rule.severities.join(", ")]);
    expect(row("source")).toMatch(/seed-00[0-4]|`[a-z0-9-]+`/);
    expect(text.split("\n").find((line) => line !== "" && !line.startsWith("|"))?.length ?? 0).toBeGreaterThan(40);
  });
});

const list = (id: string, more: string): string => `  - {kind: list, id: ${id}, names: ${id}, from: 2015-01-01, colour: black, owner: office, holds: reported, ${more}}\n`;

describe("standards", () => {
  const people = { path: "t/people/law.yaml", text: `entries:\n${list("of-persons", "subjects: persons, basis: {instrument: statute}")}` };

  it("R1 rules about persons are looked at and marked, drafts are not", () => {
    const pact = "  - {kind: memorandum, id: proposed-pact, names: Pact, from: 2015-01-01, draft: true, trigger: {list: only-proposed}, force: mandatory, basis: {instrument: accord}, clauses: {id: 1, names: Clause, authority: office, acts: moor, effects: deny}}\n";
    const draft = `entries:\n${list("only-proposed", "draft: true, basis: {instrument: report}")}${pact}`;
    const found = lint(lawOf([people, { path: "t/law.yaml", text: draft }]), { on: SINCE });
    expect(new Set(found.filter((finding) => finding.entry === "t:of-persons").map((finding) => finding.people))).toEqual(new Set([true]));
    expect(found.filter((finding) => finding.entry.includes("proposed"))).toEqual([]);
    expect(found.filter((finding) => finding.people === undefined && finding.entry.startsWith("t:of"))).toEqual([]);
  });

  it("R2 a standard we are not sure of accuses nobody, and one that has ended only warns", () => {
    const text = (standard: string): string => `entries:\n  - {kind: standard, id: newer, names: Newer, from: 2020-06-01, rule: no-end, ${standard}}\n${list("endless", "basis: {instrument: statute}")}`;
    const severity = (standard: string, on = SINCE): readonly Severity[] => lint(lawOf([{ path: "t/law.yaml", text: text(standard) }]), { on }).filter((finding) => finding.rule === "no-end").map((finding) => finding.severity);
    expect(severity("basis: {instrument: statute}")).toEqual(["error"]);
    expect(severity("basis: {instrument: statute, confidence: low}")).toEqual(["warning"]);
    expect(severity("basis: {instrument: statute, confidence: low}", plainDate("2020-02-01"))).toEqual(["error"]);
  });

  it("R3 a standard binds its own body and those that extend it", () => {
    const other = (extended: string): readonly { readonly path: string; readonly text: string }[] => [
      { path: "u/body.yaml", text: `body: u\nnames: Other law\ntimeZone: Etc/UTC\ncurrency: CNY\n${extended}` },
      { path: "u/law.yaml", text: "entries:\n  - {kind: instrument, id: act, names: Act, rank: law}\n  - {kind: authority, id: ministry, names: Ministry, level: national, powers: list}\n  - {kind: list, id: endless, names: Endless, from: 2015-01-01, colour: black, owner: ministry, holds: reported, basis: {instrument: act}}\n" },
    ];
    const found = (extended: string) => lint(lawOf(other(extended)), { on: SINCE }).filter((finding) => finding.entry === "u:endless" && finding.rule === "no-end").map(({ severity, measuredBy }) => [severity, measuredBy]);
    expect(found("")).toEqual([["warning", undefined]]);
    expect(found("extends: t\n")).toEqual([["error", "t:asks-no-end"]]);
  });

  it("R3 a standard of a region binds only what is limited to it, and what lies within it", () => {
    const text = [
      "entries:", "  - {kind: term, id: east-city, names: City, taxonomy: region, value: 990100, parent: 990000}", "  - {kind: term, id: west, names: West, taxonomy: region, value: 980000}",
      "  - {kind: standard, id: eastern, names: Eastern, from: 2018-01-01, rule: no-end, regions: 990000, basis: {instrument: local-rules}}",
      list("city", "regions: 990100, basis: {instrument: local-rules}"), list("west-list", "regions: 980000, basis: {instrument: local-rules}"), list("everywhere", "basis: {instrument: statute}"),
    ].join("\n");
    const found = lint(lawOf([{ path: "t/law.yaml", text }]), { on: BEFORE }).filter((finding) => finding.rule === "no-end").map(({ entry, severity, measuredBy }) => [entry, severity, measuredBy]);
    expect(found).toEqual([["t:city", "error", "t:eastern"], ["t:everywhere", "warning", undefined], ["t:west-list", "warning", undefined]]);
  });

  it("R6 clauses that cite nothing of their own are one finding with their number", () => {
    const clause = (id: number, more = ""): string => `{id: ${id}, names: Clause ${id}, authority: office, acts: moor, effects: restrict${more}}`;
    const text = `entries:\n${list("polluters", "basis: {instrument: statute}")}  - {kind: memorandum, id: accord-of-all, names: Accord, from: 2015-01-01, trigger: {list: polluters}, force: mandatory, basis: {instrument: accord}, clauses: [${clause(1)}, ${clause(2)}, ${clause(3, ", basis: {instrument: order}")}]}\n`;
    const found = lint(lawOf([{ path: "t/law.yaml", text }]), { on: SINCE }).filter((finding) => finding.rule === "basis-below-rank");
    expect(found.map((finding) => finding.entry).toSorted()).toEqual(["t:accord-of-all", "t:accord-of-all-3"]);
    expect(found.find((finding) => finding.entry === "t:accord-of-all")?.what.en).toContain("2 clauses cite an agreement");
  });

  it("R8 the same law and days give the same findings, errors first, and a later standard takes nothing back", () => {
    const law = lintFixture("no-notice", "bad");
    const [once, again] = [lint(law, { on: SINCE }), lint(lintFixture("no-notice", "bad"), { on: SINCE })];
    expect(again).toEqual(once);
    const order = once.map((finding) => ["error", "warning", "note"].indexOf(finding.severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const later = { path: "t/later.yaml", text: "kind: standard\nid: later\nnames: Later\nfrom: 2025-01-01\nrule: no-notice\nbasis: {instrument: statute}\n" };
    const plain = { path: "t/law.yaml", text: `entries:\n${list("endless", "basis: {instrument: statute}")}` };
    const errors = (law: ReturnType<typeof lawOf>) => lint(law, { on: SINCE }).filter((finding) => finding.severity === "error");
    expect(errors(lawOf([plain, later]))).toEqual(errors(lawOf([plain])));
  });
});

describe("what else a rule weighs", () => {
  const found = (rule: LintRuleId, text: string): readonly (readonly string[])[] => lint(lawOf([{ path: "t/law.yaml", text }]), { on: SINCE }).filter((finding) => finding.rule === rule).map(({ severity, entry }) => [severity, entry.slice(2)]);

  it("R4 an objection of the general law softens the lack of one of the list's own, a province's does not", () => {
    const general = (instrument: string): string => `entries:\n${list("unheard", "basis: {instrument: statute}")}  - {kind: procedure, id: suit, names: Suit, from: 2001-01-01, purpose: appeal, steps: {id: sue, kind: appeal, names: Sue, by: organisation}, basis: {instrument: ${instrument}}}\n`;
    expect(found("no-objection", general("regulation"))).toEqual([["warning", "unheard"]]);
    expect(found("no-objection", general("local-rules"))).toEqual([["error", "unheard"]]);
    expect(found("no-objection", general("statute"))).toEqual([]);
  });

  it("R4 a text that began later warns, one that has ended accuses", () => {
    const cites = (instrument: string): string => `entries:\n  - {kind: instrument, id: text, names: Text, rank: law, ${instrument}}\n${list("cited", "basis: {instrument: text}")}`;
    expect(found("no-basis", cites("from: 2022-01-01"))).toEqual([["warning", "cited"]]);
    expect(found("no-basis", cites("from: 2001-01-01, until: 2021-06-01"))).toEqual([["error", "cited"]]);
    expect(found("no-basis", cites("from: 2001-01-01, until: 2021-06-02"))).toEqual([]);
  });

  it("R4 a statute softens what stands outside the closed list, class B needs no rank, family is never excused", () => {
    const measure = (id: string, more: string): string => `  - {kind: measure, id: ${id}, names: ${id}, from: 2015-01-01, trigger: {list: spills}, authority: office, acts: moor, force: mandatory, ${more}}\n`;
    const item = "  - {kind: penalty-item, id: watch, names: Watch, from: 2020-01-01, class: B, editions: closed-list, effects: scrutinise, basis: {instrument: closed-list}}\n";
    const text = `entries:\n${list("spills", "basis: {instrument: statute}")}${item}${measure("by-statute", "effects: restrict, basis: {instrument: statute}")}${measure("by-order", "effects: restrict, basis: {instrument: order}")}${measure("watched", "effects: scrutinise, permittedAs: watch, basis: {instrument: order}")}${measure("heads", "effects: restrict, reaches: directors, permittedAs: no-mooring, basis: {instrument: statute}")}`;
    expect(found("outside-closed-list", text)).toEqual([["error", "by-order"], ["warning", "by-statute"]]);
    expect(found("basis-below-rank", text)).toEqual([["error", "by-order"]]);
    expect(found("persons-without-breach", text)).toEqual([["note", "heads"]]);
    const people = { path: "t/people/law.yaml", text: `entries:\n${list("debtors", "subjects: persons, basis: {instrument: statute}")}${measure("children", "effects: deny, reaches: family, conditions: {id: responsible, names: Responsible, holds: 'organisation.status == \"x\"'}, basis: {instrument: statute}").replace("list: spills", "list: debtors")}` };
    expect(lint(lawOf([people]), { on: SINCE }).filter((finding) => finding.rule === "persons-without-breach").map((finding) => finding.severity)).toEqual(["error"]);
  });

  it("R4 an item for serious cases only warns, and days limited to one place keep two lists apart", () => {
    const record = "  - {kind: record-type, id: fares, names: Fares, from: 2015-01-01, about: debt, disclosure: restricted, fields: {owed: {type: money, names: Owed}}, retentionMonths: 12, basis: {instrument: statute}}\n";
    expect(found("excluded-information", `entries:\n${record}  - {kind: directory-item, id: item, names: Fares, from: 2020-01-01, tier: severeOnly, recordTypes: fares, basis: {instrument: closed-list}}\n`)).toEqual([["warning", "fares"]]);
    const listed = (id: string, region: string): string => list(id, `regions: ${region}, criteria: {id: ${id}-any, names: Any, records: {type: penalty}}, basis: {instrument: local-rules}`);
    const west = "  - {kind: term, id: west, names: West, taxonomy: region, value: 980000}\n";
    expect(found("double-burden", `entries:\n${west}${listed("one", "990000")}${listed("two", "980000")}`)).toEqual([]);
    expect(found("double-burden", `entries:\n${west}${listed("one", "990000")}${listed("two", "[980000, 990000]")}`)).toEqual([["error", "one"]]);
  });
});

describe("reports", () => {
  const law = lintFixture("pile-on", "bad");

  it("R7 the measures of one listing are spread over the lists of a body, red lists apart", () => {
    const { pileOn, surveyed } = lintReport(law, { on: SINCE }).summary;
    expect(surveyed).toMatchObject({ lists: 1, blackLists: 1, burdens: 11, memoranda: 1, aboutPersons: 0 });
    expect(pileOn.map(({ body, distribution, lists }) => [body, distribution.lists, distribution.max, distribution.median, lists.map((each) => [each.list, each.counts.measures, each.counts.authorities])])).toEqual([["t", 1, 11, 11, [["t:subject", 11, 11]]]]);
  });

  it("R8 counts by rule and severity are those of the findings, of one rule and one body where asked", () => {
    const { findings, summary } = lintReport(law, { on: SINCE });
    for (const { rule, counts } of summary.rules) expect([rule, counts.error + counts.warning + counts.note]).toEqual([rule, findings.filter((finding) => finding.rule === rule).length]);
    expect(summary.counts.error).toBe(findings.filter((finding) => finding.severity === "error").length);
    expect(new Set(lintReport(law, { on: SINCE, rule: "pile-on" }).findings.map((finding) => finding.rule))).toEqual(new Set(["pile-on"]));
    expect(lintReport(law, { on: SINCE, body: "u" }).findings).toEqual([]);
  });

  it("R2 several days stand side by side, each by its own standards and by those of the last", () => {
    const compared = compareLint(law, [BEFORE, SINCE], { rule: "pile-on" });
    expect(compared?.days.map(({ on, own, later }) => [on, own.counts, later.counts])).toEqual([
      [BEFORE, { error: 0, warning: 1, note: 0 }, { error: 1, warning: 0, note: 0 }], [SINCE, { error: 1, warning: 0, note: 0 }, { error: 1, warning: 0, note: 0 }],
    ]);
    expect(compareLint(law, [])).toBeUndefined();
  });

  it("R5 SARIF has the shape of the standard: rules, results, levels, places from the root", () => {
    const report = lintReport(law, { on: SINCE });
    const log = JSON.parse(JSON.stringify(sarifOf(report, { folder: "law", helpPage: "docs/reference/lint-rules.md" }))) as SarifLog;
    expect([log.version, log.$schema]).toEqual(["2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"]);
    const [run] = log.runs;
    expect(run?.tool.driver.rules.map((rule) => rule.id)).toEqual(LINT_RULES);
    expect(run?.results).toHaveLength(report.findings.length);
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(["error", "warning", "note"]).toContain(result.level);
      expect(result.message.text.length).toBeGreaterThan(20);
      const place = result.locations[0]?.physicalLocation;
      expect(place?.artifactLocation.uri).toMatch(/^law\/t\/[a-z/]+\.yaml$/);
      expect([Number.isInteger(place?.region.startLine), (place?.region.startLine ?? 0) >= 1, (place?.region.startColumn ?? 0) >= 1]).toEqual([true, true, true]);
    }
    expect(run?.results.map((result) => result.level)).toEqual(report.findings.map((finding) => finding.severity));
  });
});

interface SarifLog {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number; readonly startColumn: number } } }[];
    }[];
  }[];
}
