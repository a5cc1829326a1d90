import { describe, expect, it } from "vitest";
import { parseLawId, type LawId } from "../../terms/index.ts";
import { findingsOf, lawAnd, LAW, testLaw, type Plain } from "../test-law.ts";

const basis = { instrument: "order", article: 3 };
const report = { kind: "record-type", id: "report", names: "Report", from: "2010-01-01", about: "report", disclosure: "public", basis, fields: { year: { type: "integer", names: "Year" }, late: { type: "flag", names: "Late" }, filedOn: { type: "day", names: "Filed on" }, form: { type: "choice", choices: ["paper", "online"], names: "Form" } } };
const opening = { id: "opening", kind: "notification", names: "Opening", by: "office" };
const filing = { id: "filing", kind: "report", names: "Report", by: "organisation", after: "opening", within: { months: 6, from: "opening" } };

/** The law with one more procedure, and a record type for reports. */
function withProcedure(changes: Readonly<Record<string, Plain>>): typeof LAW {
  return lawAnd({ entries: [report, { kind: "procedure", id: "more", names: "More", from: "2015-01-01", basis, steps: [opening, filing], ...changes }] });
}

function wrong(changes: Readonly<Record<string, Plain>>): readonly (readonly [string, string])[] {
  return findingsOf(withProcedure(changes)).map(({ code, message }) => [code, message]);
}

function id(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function procedure(changes: Readonly<Record<string, Plain>>): unknown {
  return testLaw(withProcedure(changes)).get("procedure", id("t:more"));
}

describe("what a procedure is about", () => {
  it("R46 it covers lists and record types, in regions, before an authority; what it does not say stays open", () => {
    expect(procedure({ covers: ["serious", "penalty"], regions: 990000, authority: "customs", purpose: "release" })).toMatchObject({ covers: ["t:serious", "t:penalty"], regions: ["990000"], authority: "t:customs", purpose: "release" });
    expect(procedure({})).toMatchObject({ covers: [], regions: [], purpose: "listing" });
    expect(procedure({})).not.toHaveProperty("authority");
    expect(wrong({ covers: "bar" })).toEqual([["wrong-kind", "`t:bar` is of kind `measure`, not `list` or `record-type`"]]);
    expect(wrong({ regions: 990200, authority: "serious" }).map(([code]) => code)).toEqual(["unknown-term", "wrong-kind"]);
  });

  it("R46 the register itself takes only steps of the office", () => {
    expect(procedure({ steps: [{ ...opening, automatic: true }, filing] })).toMatchObject({ steps: [{ value: [{ automatic: true }, { automatic: false }] }] });
    expect(wrong({ steps: [opening, { ...filing, automatic: true }] })).toEqual([["unknown-value", "the register takes no step that is the organisation's own"]]);
  });

  it("R46 posts of an office are told apart by id", () => {
    const office = { kind: "office", id: "port-office", names: "Port office", authority: "port", region: 990100 };
    const posts = [{ id: "head", names: "Head" }, { id: "reviewer", names: "Reviewer" }];
    expect(testLaw(lawAnd({ ...office, posts })).get("office", id("t:port-office"))?.posts).toEqual([{ id: "head", names: { en: "Head" } }, { id: "reviewer", names: { en: "Reviewer" } }]);
    expect(testLaw(lawAnd(office)).get("office", id("t:port-office"))?.posts).toEqual([]);
    expect(findingsOf(lawAnd({ ...office, posts: [...posts, { id: "head", names: "Another" }] })).map(({ code, message }) => [code, message])).toEqual([["duplicate-id", "two posts have the id `head`"]]);
    expect(findingsOf(lawAnd({ ...office, posts: "head" })).map(({ code }) => code)).toEqual(["wrong-shape"]);
  });
});

describe("time on top of a step", () => {
  const extension = { id: "extension", kind: "notification", names: "Extension", by: "office", after: "opening", within: { months: 1, from: "opening" }, optional: true, extends: "filing" };

  it("R47 a step before another gives it time on top", () => {
    expect(procedure({ steps: [opening, extension, filing] })).toMatchObject({ steps: [{ value: [{}, { extends: "filing", within: { count: 1, unit: "months" } }, {}] }] });
  });

  it.each([
    ["names no step", { ...extension, extends: "filling" }, "unknown-entry", "`filling` is no other step of this procedure that has a time (`within`)"],
    ["names itself", { ...extension, extends: "extension" }, "unknown-entry", "`extension` is no other step"],
    ["names a step without a time", { ...extension, extends: "opening" }, "unknown-entry", "`opening` is no other step of this procedure that has a time"],
    ["comes after what it extends", { ...extension, after: "filing" }, "circle", "step `extension` gives time on top of `filing` and comes after it"],
    ["comes after it by way of another", { ...extension, after: "shown" }, "circle", "comes after it"],
  ])("R47 a step that %s is found", (_, step, code, says) => {
    const shown = { id: "shown", kind: "publication", names: "Shown", by: "office", after: "filing" };
    expect(wrong({ steps: [opening, filing, shown, step] })).toEqual([[code, expect.stringContaining(says)]]);
  });

  it("R47 a step that does not say how much it gives is found", () => {
    const { within: _, ...untimed } = extension;
    expect(wrong({ steps: [opening, untimed, filing] })).toEqual([["missing-field", "step `extension` extends another and does not say by how much"]]);
  });
});

describe("what a step puts on file", () => {
  const putting = (records: Plain): Readonly<Record<string, Plain>> => ({ steps: [opening, { ...filing, records }] });

  it("R48 its values are those of the fields it sets", () => {
    expect(procedure(putting({ type: "report", set: { late: true, year: 2025, filedOn: "2026-06-30", form: "paper" } }))).toMatchObject({ steps: [{ value: [{}, { records: { type: "t:report", set: { late: true, year: 2025, filedOn: "2026-06-30", form: "paper" } } }] }] });
    expect(procedure(putting({ type: "report" }))).toMatchObject({ steps: [{ value: [{}, { records: { type: "t:report", set: {} } }] }] });
  });

  it.each([
    ["a record type that is not there", { type: "reports" }, "unknown-entry", "`reports` names no `record-type`"],
    ["something that is no record type", { type: "serious" }, "wrong-kind", "`t:serious` is of kind `list`"],
    ["a field the type has not", { type: "report", set: { lat: true } }, "unknown-field", "`lat` is not declared there"],
    ["a flag that is none", { type: "report", set: { late: "yes" } }, "wrong-shape", "`yes` is not a flag"],
    ["a day that is none", { type: "report", set: { filedOn: "2026-06-31" } }, "bad-day", "2026-06-31"],
    ["a choice that is none", { type: "report", set: { form: "oral" } }, "unknown-choice", "`oral` is not one of the choices of `form`"],
  ])("R48 %s is found", (_, records, code, says) => {
    expect(wrong(putting(records))).toEqual([[code, expect.stringContaining(says)]]);
  });
});

describe("a yearly duty", () => {
  const yearly = { opens: "01-01", record: "report", yearField: "year" };

  it("R49 says when it opens, what fulfils it, whom it binds and what missing it leads to", () => {
    const when = { id: "trade", names: "In trade", holds: 'organisation.sector == "trade"' };
    expect(procedure({ purpose: "annual-report", yearly: { ...yearly, when, list: "serious" } })).toMatchObject({ yearly: { opens: "01-01", record: "t:report", yearField: "year", when: { kind: "holds", id: "trade" }, list: "t:serious" } });
    expect(procedure({ purpose: "annual-report" })).not.toHaveProperty("yearly");
  });

  it.each([
    ["opens on no day", { ...yearly, opens: "13-01" }, "bad-day", "`13-01` is no month and day that every year has"],
    ["opens on a day few years have", { ...yearly, opens: "02-29" }, "bad-day", "`02-29`"],
    ["counts years in a field that is no whole number", { ...yearly, yearField: "filedOn" }, "unknown-value", "`filedOn` is no field of type `integer` of `t:report`"],
    ["counts years in a field that is not there", { ...yearly, yearField: "yaer" }, "unknown-value", "`yaer` is no field"],
    ["binds by what is not known of organisations", { ...yearly, when: { id: "big", names: "Big", holds: "organisation.size == 3" } }, "expression-type", "size"],
    ["leads to what is no list", { ...yearly, list: "penalty" }, "wrong-kind", "`t:penalty` is of kind `record-type`"],
  ])("R49 one that %s is found", (_, changed, code, says) => {
    expect(wrong({ purpose: "annual-report", yearly: changed })).toEqual([[code, expect.stringContaining(says)]]);
  });

  it("R49 one outside annual reports, or without a report and its time, is found", () => {
    expect(wrong({ purpose: "inspection", yearly })).toEqual([["unknown-field", "`yearly` does not belong to a procedure of purpose `inspection`"]]);
    const { within: _, ...untimed } = filing;
    expect(wrong({ purpose: "annual-report", yearly, steps: [opening, untimed] })).toEqual([["missing-field", "no step of kind `report` says by when the yearly duty is to be fulfilled"]]);
  });
});
