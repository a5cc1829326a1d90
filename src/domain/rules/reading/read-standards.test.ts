import { describe, expect, it } from "vitest";
import { findingsOf, LAW, lawAnd, testLaw, type Plain } from "../test-law.ts";

const basis = { instrument: "order" };
const dated = { names: "More", from: "2021-01-01", basis };

/** For each kind an entry that loads and what it reads as, and changes with what the loader says of them. */
const KINDS: Readonly<Record<string, { readonly path?: string; readonly good: { readonly [name: string]: Plain }; readonly reads: object; readonly bad: readonly (readonly [Readonly<Record<string, Plain>>, string])[] }>> = {
  "directory-item": {
    good: { kind: "directory-item", id: "more", ...dated, number: 2.1, tier: "severeOnly", subjects: ["organisations", "government"], content: "Decisions", editions: "order", recordTypes: "penalty" },
    reads: { number: "2.1", tier: "severeOnly", subjects: ["organisations", "government"], editions: ["t:order"], recordTypes: ["t:penalty"] },
    bad: [[{ tier: "often" }, "`often` is not known here"], [{ editions: "serious" }, "`t:serious` is of kind `list`"], [{ recordTypes: "fine" }, "`fine` names no `record-type`"], [{ subjects: "everyone" }, "`everyone` is not known here"]],
  },
  "penalty-item": {
    good: { kind: "penalty-item", id: "more", ...dated, class: "A", editions: "order", effects: ["deny", "restrict"], statutes: { instrument: "order", article: 9 } },
    reads: { class: "A", editions: ["t:order"], effects: ["deny", "restrict"], statutes: [{ instrument: "t:order", article: "9", confidence: "high" }] },
    bad: [[{ class: "D" }, "`D` is not known here"], [{ effects: [] }, "`effects` is empty"], [{ statutes: { instrument: "ordre" } }, "`ordre` names no `instrument`"]],
  },
  standard: {
    good: { kind: "standard", id: "more", ...dated, rule: "basis-below-rank", ranks: ["law", "administrative-regulation"], localRanks: "local-regulation", months: 36 },
    reads: { rule: "basis-below-rank", ranks: ["law", "administrative-regulation"], localRanks: ["local-regulation"], editions: [], months: 36 },
    bad: [[{ rule: "no-hope" }, "`no-hope` is not known here"], [{ ranks: "decree" }, "`decree` is not known here"], [{ months: 0 }, "`0` stands where a number of at least 1 is wanted"]],
  },
  metric: {
    good: { kind: "metric", id: "more", names: "More", basis, better: "less", measuredBy: "customs" },
    reads: { better: "less", measuredBy: "t:customs" },
    bad: [[{ better: "worse" }, "`worse` is not known here"], [{ group: "serious" }, "`t:serious` is of kind `list`"]],
  },
  "score-scheme": {
    path: "t/people/more.yaml",
    good: { kind: "score-scheme", id: "more", names: "More", basis, region: 990100, keeper: "customs", start: 100, minimum: 0, maximum: 150, bands: { high: { names: "High", minimum: 120 }, low: "Low" }, benefits: "Library" },
    reads: { region: "990100", keeper: "t:customs", start: 100, minimum: 0, maximum: 150, bands: [{ value: "high", minimum: 120 }, { value: "low", rules: [] }], benefits: [{ en: "Library" }] },
    bad: [[{ start: -1 }, "`-1` is not a whole number"], [{ region: 990900 }, "`990900` is no region"], [{ bands: "high" }, "a mapping from grade to names"]],
  },
  "score-rule": {
    path: "t/people/more.yaml",
    good: { kind: "score-rule", id: "more", names: "More", basis, scheme: "points", tiers: { id: "once", names: "Once", points: -20, per: "Case" }, limit: 40, onceWith: "other", protectedMatters: "petitions" },
    reads: { scheme: "t:points", tiers: [{ id: "once", points: -20, per: { en: "Case" } }], limit: 40, onceWith: ["t:other"], protectedMatters: ["petitions"] },
    bad: [[{ tiers: [] }, "`tiers` is empty"], [{ tiers: { id: "once", names: "Once", points: "many" } }, "a whole number, such as `-20`"], [{ scheme: "serious" }, "`t:serious` is of kind `list`"], [{ limit: 0 }, "`0` stands where a number of at least 1 is wanted"]],
  },
};

const SCHEME: Plain = { entries: [{ kind: "score-scheme", id: "points", names: "Points", basis }, { kind: "score-rule", id: "other", names: "Other", basis, scheme: "points", tiers: { id: "once", names: "Once", points: 1 } }] };
const lawOf = (entry: Plain, path: string) => ({ ...lawAnd(entry, path), "t/people/scheme.yaml": SCHEME });

describe("standards, directories and point schemes", () => {
  it.each(Object.entries(KINDS))("R45 %s is read", (kind, { good, reads, path = "t/more.yaml" }) => {
    const rulebook = testLaw(lawOf(good, path));
    expect([...rulebook.entries, ...rulebook.people].find((entry) => entry.id === "t:more")).toMatchObject({ kind, ...reads });
  });

  it.each(Object.entries(KINDS).flatMap(([kind, { good, bad, path = "t/more.yaml" }]) => bad.map(([changes, says]) => [kind, says, { ...good, ...changes }, path] as const)))("R45 %s: %s", (_kind, says, entry, path) => {
    const found = findingsOf(lawOf(entry, path));
    expect(found.map((finding) => finding.message).join("\n")).toContain(says);
    expect(found.every((finding) => finding.at.startsWith(`${path}:`))).toBe(true);
  });

  it.each(["score-scheme", "score-rule"])("R5 %s stands under people/ alone", (kind) => {
    const { good } = KINDS[kind] ?? { good: {} };
    expect(findingsOf(lawOf(good, "t/more.yaml")).map((finding) => finding.code)).toContain("people-in-law");
  });

  it("R45 fields that came with them: domains, subjects, what forbids the conduct, what permits a measure", () => {
    const files = {
      ...LAW,
      "t/domains.yaml": { entries: [{ kind: "term", id: "domain-customs", names: "Customs", taxonomy: "domain", value: "customs" }, { kind: "penalty-item", id: "item", ...dated, class: "B", effects: "deny" }] },
      "t/more.yaml": {
        entries: [
          { kind: "instrument", id: "act-of-2021", names: "Act", rank: "law", domains: "customs", creditArticles: { article: "3 to 5", topics: "listing" } },
          { kind: "act", id: "ship", names: "Ship", undetermined: "opens", domain: "customs" },
          { kind: "list", id: "more", ...dated, colour: "black", owner: "customs", holds: "reported", subjects: "government", domain: "customs", forbiddenBy: { instrument: "act-of-2021" } },
          { kind: "measure", id: "stop", ...dated, trigger: { list: "more" }, authority: "customs", acts: "ship", effects: "deny", force: "mandatory", reaches: ["supervisors", "responsible-staff"], permittedAs: "item" },
          { kind: "procedure", id: "mend", ...dated, purpose: "repair", steps: { id: "asked", kind: "application", names: "Asked", by: "organisation" } },
        ],
      },
    };
    const rulebook = testLaw(files);
    const found = (id: string) => rulebook.entries.find((entry) => entry.id === id);
    expect(found("t:act-of-2021")).toMatchObject({ domains: ["customs"], creditArticles: [{ article: "3 to 5", topics: ["listing"] }] });
    expect(found("t:ship")).toMatchObject({ domain: "customs" });
    expect(found("t:more")).toMatchObject({ subjects: ["government"], domain: "customs", forbiddenBy: [{ instrument: "t:act-of-2021" }] });
    expect(found("t:stop")).toMatchObject({ reaches: ["supervisors", "responsible-staff"], permittedAs: ["t:item"] });
    expect(found("t:mend")).toMatchObject({ purpose: "repair" });
  });

  it.each([
    ["a list of persons", { kind: "list", id: "more", ...dated, colour: "black", owner: "customs", holds: "reported", subjects: "persons" }],
    ["a measure that reaches a person", { kind: "measure", id: "more", ...dated, trigger: { list: "serious" }, authority: "customs", acts: "bid", effects: "deny", force: "mandatory", reaches: "family" }],
  ])("R5 %s stands under people/ alone", (_what, entry) => {
    expect(findingsOf(lawAnd(entry)).map((finding) => finding.code)).toEqual(["people-in-law"]);
    expect(findingsOf(lawAnd(entry, "t/people/more.yaml"))).toEqual([]);
  });
});
