import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLawId, plainDate, present, type LawId } from "../terms/index.ts";
import { LAW_FINDINGS, type LawFindingCode } from "./law-finding.ts";
import { documentOf, findingsOf, LAW, lawAnd, lawWith, testDigest, testLaw, type Files, type Plain } from "./test-law.ts";
import { loadRulebook } from "./load.ts";

const basis = { instrument: "order" };
const measure = { kind: "measure", id: "more", names: "More", from: "2015-01-01", trigger: { list: "serious" }, authority: "customs", acts: "bid", effects: "deny", force: "mandatory", basis };
const recordType = { kind: "record-type", id: "more", names: "More", from: "2015-01-01", about: "other", disclosure: "public", fields: {}, basis };
const list = { kind: "list", id: "more", names: "More", from: "2015-01-01", colour: "black", owner: "customs", holds: "reported", basis };

function id(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function leaf(holds: string): Plain {
  return { ...measure, conditions: { id: "leaf", names: "Leaf", holds } };
}

/** For each finding a law that makes it, and words its message must have. */
const BAD: Readonly<Record<LawFindingCode, { readonly files: Files; readonly says: string }>> = {
  "bad-amount": { files: lawAnd({ ...measure, amount: { money: "0.005 CNY" } }), says: "`0.005 CNY` is finer than the smallest unit of CNY" },
  "bad-day": { files: lawWith("t/measures/bar.yaml", { from: "2015-02-30" }), says: "`2015-02-30` is not a day of the calendar" },
  "bad-field-name": { files: lawAnd({ ...recordType, fields: { decidedOn: { type: "text", names: "Decided" } } }), says: "`decidedOn` is a word of the register itself" },
  "bad-id": { files: lawAnd({ ...measure, id: "More_1" }), says: "`More_1` is not an id of the law" },
  "bad-pattern": { files: lawAnd({ kind: "identifier", id: "more", names: "More", of: "organisation", form: "([", basis }), says: "`([` is not a regular expression" },
  "bad-file": { files: lawAnd({ names: "Nothing" }), says: "this file holds no entries" },
  circle: { files: lawAnd({ entries: [{ kind: "authority", id: "a", names: "A", level: "city", superior: "b", powers: "enforce" }, { kind: "authority", id: "b", names: "B", level: "city", superior: "a", powers: "enforce" }] }), says: "`t:a` → `t:b` → `t:a`" },
  "duplicate-id": { files: lawAnd({ ...measure, id: "joint-1" }), says: "`t:joint-1` is already an entry of kind `measure` at t/memoranda/joint.yaml" },
  "empty-field": { files: lawWith("t/measures/bar.yaml", { until: null }), says: "`until` has no value" },
  "expression-floating-point": { files: lawAnd(leaf("asked.on > listing.until || 1.5 > 1.0")), says: "`1.5`" },
  "expression-not-one-comparison": { files: lawAnd(leaf("listing.affiliate || listing.publishedOn")), says: "joins several comparisons" },
  "expression-syntax": { files: lawAnd(leaf("listing.until >=")), says: "is not an expression" },
  "expression-type": { files: lawAnd(leaf("listing.until == 3")), says: "no such overload: string == int" },
  "expression-unsupported": { files: lawAnd(leaf('listing.until.matches("2.*")')), says: "calls `matches`" },
  "force-and-effects": { files: lawAnd({ ...measure, effects: ["deny", "restrict"] }), says: "several effects leave a choice" },
  "forbidden-subject": { files: lawAnd({ ...recordType, fields: { bloodType: { type: "text", names: "Blood type" } } }), says: "field `bloodType` of `t:more` would record health" },
  "kept-list-incomplete": { files: lawWith("t/lists/serious.yaml", { procedure: undefined, exits: undefined }), says: "a list kept here lacks `procedure`, `exits`" },
  "missing-field": { files: lawWith("t/measures/bar.yaml", { basis: undefined }), says: "a measure lacks `basis`" },
  "not-a-party": { files: lawWith("t/memoranda/joint.yaml", { parties: "port" }), says: "`t:customs` acts in clause `2` and is no party" },
  "gap-between-versions": { files: lawAnd({ ...measure, force: { dated: [{ from: "2015-01-01", until: "2016-01-01", value: "mandatory" }, { from: "2017-01-01", value: "discretionary" }] } }), says: "no version holds" },
  "overlapping-versions": { files: lawAnd({ ...measure, force: { dated: [{ from: "2015-01-01", until: "2018-01-01", value: "mandatory" }, { from: "2017-01-01", value: "discretionary" }] } }), says: "hold on the same day" },
  "period-inside-out": { files: lawWith("t/measures/bar.yaml", { until: "2014-01-01" }), says: "the period from `2015-01-01` until `2014-01-01` has no day" },
  "people-in-law": { files: lawAnd({ ...measure, acts: "fly" }), says: "`t:fly` is a rule about persons" },
  "two-owners": { files: lawWith("t/lists/serious.yaml", { owner: ["customs", "port"] }), says: "a list has one owner, here stand 2" },
  "unknown-body": { files: { ...LAW, "u/acts.yaml": { kind: "act", id: "go", names: "Go", undetermined: "opens" } }, says: "`u` has no body.yaml" },
  "unknown-choice": { files: lawAnd({ ...measure, conditions: { id: "grave", names: "Grave", records: { type: "penalty" }, where: { id: "leaf", names: "Leaf", holds: 'record.gravity == "serios"' } } }), says: "`serios` is not one of the choices" },
  "unknown-entry": { files: lawAnd({ ...measure, trigger: { list: "serios" } }), says: "`serios` names no `list`" },
  "unknown-field": { files: lawWith("t/measures/bar.yaml", { effect: "deny" }), says: "`effect` is no field of a measure" },
  "unknown-kind": { files: lawAnd({ kind: "mesure", id: "more" }), says: "`mesure` is no kind of entry" },
  "unknown-term": { files: lawWith("t/lists/serious.yaml", { regions: 990200 }), says: "`990200` is no region of the taxonomy" },
  "unknown-value": { files: lawWith("t/lists/serious.yaml", { colour: "blak" }), says: "`blak` is not known here" },
  "wrong-body": { files: lawAnd({ ...measure, id: "cn:more" }), says: "`cn:more` lies in the folder of `t`" },
  "wrong-kind": { files: lawAnd({ ...measure, trigger: { list: "penalty" } }), says: "`t:penalty` is of kind `record-type`, not `list`" },
  "wrong-shape": { files: lawAnd({ ...measure, acts: true }), says: "here stands a flag `true`, where an id of the law is wanted" },
};

describe("loading the law", () => {
  it("R1 a good law becomes a rulebook", () => {
    const rulebook = testLaw();
    expect(rulebook.bodies).toEqual(["t"]);
    expect(rulebook.bodyFacts.get("t")).toMatchObject({ timeZone: "Etc/UTC", currency: "CNY" });
    expect(rulebook.entries.map((entry) => entry.id)).toEqual(rulebook.entries.map((entry) => entry.id).toSorted());
    expect(rulebook.get("list", id("t:serious"))).toMatchObject({ owner: "t:customs", procedure: "t:listing", names: { en: "Serious list", zh: "严重失信名单", by: "us" }, confidence: "high" });
    expect(rulebook.get("measure", id("t:serious"))).toBeUndefined();
  });

  it.each(Object.entries(BAD))("R2 %s is found, with its place and what to do", (code, { files, says }) => {
    const found = findingsOf(files).filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.message).join("\n")).toContain(says);
    for (const finding of found) expect([finding.at, finding.remedy]).toEqual([expect.stringMatching(/^[a-z]+\/.+\.yaml:\d+:\d+$/), expect.stringMatching(/./)]);
    expect(Object.keys(LAW_FINDINGS)).toContain(code);
  });

  it("R2 all findings of all files are reported at once, in order of place, each once", () => {
    const files = {
      ...LAW,
      "t/more.yaml": { ...measure, effects: "denny" },
      "t/measures/bar.yaml": present(lawWith("t/measures/bar.yaml", { basis: undefined, acts: "bidd" })["t/measures/bar.yaml"], "a measure"),
      "t/memoranda/joint.yaml": present(lawWith("t/memoranda/joint.yaml", { trigger: { list: "serius" } })["t/memoranda/joint.yaml"], "a memorandum"),
    };
    const found = findingsOf(files);
    expect(found.map((finding) => [finding.at.split(":")[0], finding.code])).toEqual([
      ["t/measures/bar.yaml", "missing-field"],
      ["t/measures/bar.yaml", "unknown-entry"],
      ["t/memoranda/joint.yaml", "unknown-entry"],
      ["t/more.yaml", "unknown-value"],
    ]);
  });

  it("R2 a near miss is suggested", () => {
    expect(findingsOf(lawWith("t/measures/bar.yaml", { acts: "bidd", efects: "deny" })).map((finding) => finding.remedy)).toEqual(["did you mean `bid`?", "did you mean `effects`?"]);
  });

  it("R3 ids and references may leave out their body, and an extending body finds what it extends", () => {
    const rulebook = testLaw({
      ...LAW,
      "model/body.yaml": { body: "model", names: "Model", timeZone: "Etc/UTC", currency: "CNY", extends: "t" },
      "model/authorities.yaml": { entries: [{ kind: "authority", id: "customs", names: "Model customs", level: "national", powers: "list" }, { kind: "authority", id: "town", names: "Town", level: "city", superior: "port", powers: "list" }] },
      "model/bar.yaml": { ...measure, id: "bar", authority: "customs", trigger: { list: "t:serious" }, basis: { instrument: "order" } },
    });
    expect(rulebook.get("measure", id("model:bar"))).toMatchObject({ authority: "model:customs", acts: ["t:bid"], trigger: { lists: ["t:serious"] } });
    expect(rulebook.get("authority", id("model:town"))?.superior).toBe("t:port");
  });

  it("R4 each clause of a memorandum is a measure that takes over what it does not say", () => {
    const rulebook = testLaw();
    expect(rulebook.get("memorandum", id("t:joint"))).toMatchObject({ from: "2016-03-01", clauses: ["t:joint-1", "t:joint-2"], parties: [{ authority: "t:customs", sinceEarliest: "2016-03-01", sinceLatest: "2016-03-01" }, { authority: "t:port", sinceEarliest: "2016-04-01", sinceLatest: "2016-06-01" }] });
    expect(rulebook.get("measure", id("t:joint-1"))).toMatchObject({ memorandum: "t:joint", clause: "1", from: "2016-03-01", effects: ["deny", "restrict"], force: [{ value: "discretionary" }], trigger: { kind: "list", lists: ["t:serious"] } });
    expect(rulebook.get("measure", id("t:joint-2"))).toMatchObject({ force: [{ value: "mandatory" }], amount: [{ value: { kind: "moneyPerUnit", money: { minor: 5, currency: "CNY" }, unit: "kWh" } }] });
  });

  it("R5 rules about persons are kept apart", () => {
    const rulebook = testLaw({ ...LAW, "t/people/points.yaml": { ...recordType, id: "blood-donation", names: "Blood donation" } });
    expect(rulebook.people.map((entry) => entry.id)).toEqual(["t:blood-donation", "t:fly"]);
    expect(rulebook.find(id("t:fly"))).toBeUndefined();
    expect(rulebook.on(plainDate("2020-01-01")).find(id("t:fly"))).toBeUndefined();
  });

  it.each([
    ["religion", { names: { en: "Statement", zh: "宗教信仰" } }],
    ["political opinion", { id: "political-opinion" }],
    ["health", { names: "Health records" }],
    ["genes", { fields: { dnaProfile: { type: "text", names: "Profile" } } }],
    ["biometrics", { fields: { print: { type: "text", names: "Fingerprint" } } }],
    ["location", { fields: { location: { type: "text", names: "Where" } } }],
    ["messages", { id: "private-messages" }],
    ["purchases", { fields: { habits: { type: "text", names: "Shopping habits" } } }],
  ])("R6 a record of %s does not load", (subject, changes) => {
    expect(findingsOf(lawAnd({ ...recordType, ...changes })).map((finding) => [finding.code, finding.message.includes(subject)])).toEqual([["forbidden-subject", true]]);
  });

  it("R6 naming a subject in order to forbid it is allowed, and so are words of trade", () => {
    expect(findingsOf(lawAnd({ ...recordType, forbids: ["Religion", { en: "Genes", zh: "基因" }], note: "No fingerprints", basis: { instrument: "order", quote: "religion and health may not be collected" } }))).toEqual([]);
    expect(findingsOf(lawAnd({ ...recordType, id: "health-licence", names: { en: "Public health licence", zh: "公共卫生许可" }, fields: { procurementAmount: { type: "money", names: "Government procurement" } } }))).toEqual([]);
    expect(findingsOf(lawAnd({ ...list, fields: { religion: { type: "text", names: "Religion" } } })).map((finding) => finding.code)).toEqual(["forbidden-subject"]);
  });

  it("R7 dated versions are sorted, and one without end lasts until the next", () => {
    const versions = testLaw().get("list", id("t:serious"))?.end;
    expect(versions?.map(({ from, until }) => [from, until])).toEqual([["2015-01-01", "2021-11-01"], ["2021-11-01", undefined]]);
  });

  it("R8 lists that entail or lose each other in a circle are found, also by colour", () => {
    const entailed = { id: "listed", names: "Listed", listed: { colour: "black" } };
    expect(findingsOf(lawAnd({ ...list, entailed })).map((finding) => finding.code)).toEqual(["circle"]);
    expect(findingsOf(lawAnd({ ...list, colour: "warning", entailed }))).toEqual([]);
  });

  it("R9 examples are linked", () => {
    const [example] = testLaw().examples;
    expect(example).toMatchObject({ id: "t:barred", about: ["t:serious", "t:joint-1"], given: { listings: [{ label: "1", list: "t:serious", fields: { practices: ["fraud"] } }] }, expect: [{ act: "t:bid", measures: ["t:bar"], verdict: "bound" }] });
    const wrong = findingsOf(lawWith("t/examples/serious.yaml", { about: "serius", expect: { act: "bid", on: "2020-01-01" } }));
    expect(wrong.map((finding) => finding.code)).toEqual(["unknown-entry", "missing-field"]);
  });

  it("R10 the hash depends on values and paths, not on the order of files or their places", () => {
    const documents = Object.entries(LAW).map(([path, value]) => documentOf(path, value));
    const shuffled = documents.toReversed().map((document) => ({ ...document, root: { ...document.root, at: "elsewhere:9:9" } }));
    const [one, other] = [loadRulebook(documents, testDigest), loadRulebook(shuffled, testDigest)];
    expect(one.ok && other.ok && one.value.hash === other.value.hash).toBe(true);
    expect(testLaw(lawWith("t/measures/bar.yaml", { names: "Bar it" })).hash).not.toBe(testLaw().hash);
  });

  it("R10 a rulebook is frozen through and through", () => {
    const open: string[] = [];
    function visit(value: unknown, path: string): void {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [name, each] of Object.entries(value)) visit(each, `${path}.${name}`);
    }
    visit(testLaw().entries, "entries");
    visit(testLaw().examples, "examples");
    expect(open).toEqual([]);
  });

  it("R2 no plain value makes the loader fail otherwise than by findings", () => {
    const plain: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
      value: fc.oneof({ depthSize: "small" }, fc.string({ maxLength: 6 }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(fc.constantFrom("id", "names", "kind", "all", "holds", "from", "dated", "records", "list", "en"), tie("value"), { maxKeys: 4 })),
    })).value;
    const entries = ["t/lists/serious.yaml", "t/memoranda/joint.yaml", "t/procedures/listing.yaml", "t/examples/serious.yaml", "t/record-types/penalty.yaml"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.nat(20), plain, (path, place, value) => {
        const names = Object.keys(LAW[path] ?? {});
        const name = names[place % names.length] ?? "names";
        for (const finding of findingsOf(lawWith(path, { [name]: value }))) expect(finding.message).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
