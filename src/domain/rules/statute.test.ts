import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseLawId, plainDate, type Finding, type LawId, type PlainDate } from "../terms/index.ts";
import { reportTo, type Desk } from "./reading/desk.ts";
import { EntryIndex } from "./reading/entry-index.ts";
import { ExpressionCompiler } from "./expression.ts";
import type { Dated } from "./language.ts";
import { wholeNumber } from "./reading/reader.ts";
import { valueOn } from "./rulebook.ts";
import { makeRulebook } from "./make-rulebook.ts";
import { documentOf, lawAnd, lawWith, testLaw, type Plain } from "./test-law.ts";
import { plainBook } from "./test-plain-statute.ts";
import { dated } from "./reading/values.ts";

function id(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** Versions with increasing first days, some with a last day of their own before the next. */
const versions: fc.Arbitrary<Dated<number>> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 900 }), value: fc.nat(1000), ends: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }) }), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let from = plainDate("2000-01-01");
    const starts = steps.map(({ gap }) => (from = addDays(from, gap + 1)));
    return steps.map(({ value, ends }, index) => {
      const start = starts[index] ?? from;
      const next = starts[index + 1];
      const last = ends === undefined ? next : addDays(start, ends);
      const until = next !== undefined && last !== undefined && last > next ? next : last;
      return { from: start, ...(until === undefined ? {} : { until }), value, basis: [] };
    });
  });

function printed(value: Dated<number>): Plain {
  return { dated: value.map(({ from, until, value: each }) => ({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), value: each })) };
}

function readBack(value: Plain): { readonly value: Dated<number>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const desk: Desk = { body: "t", people: false, index: new EntryIndex(), expressions: new ExpressionCompiler(), report: reportTo(findings), fieldsOf: () => [] };
  return { value: dated(wholeNumber).read(documentOf("t/a.yaml", value).root, desk), findings };
}

describe("the statute book of a day", () => {
  it("R11 holds what is in force that day and nothing else", () => {
    const rulebook = testLaw();
    const bar = id("t:bar");
    expect(rulebook.on(plainDate("2014-12-31")).find(bar)).toBeUndefined();
    expect(rulebook.on(plainDate("2015-01-01")).find(bar)?.id).toBe("t:bar");
    expect(rulebook.on(plainDate("2029-12-31")).find(bar)?.id).toBe("t:bar");
    expect(rulebook.on(plainDate("2030-01-01")).find(bar)).toBeUndefined();
    expect(rulebook.on(plainDate("2015-06-01")).measuresOn(id("t:bid")).map((measure) => measure.id)).toEqual(["t:bar"]);
    expect(rulebook.on(plainDate("2016-06-01")).measuresOn(id("t:bid")).map((measure) => measure.id)).toEqual(["t:bar", "t:joint-1", "t:joint-2"]);
    expect(rulebook.on(plainDate("2016-06-01")).all("memorandum").map((each) => each.id)).toEqual(["t:joint"]);
  });

  it("R12 does not know versions that begin later, nor that one will end by being replaced", () => {
    const rulebook = testLaw();
    expect(rulebook.on(plainDate("2021-10-31")).get("list", id("t:serious"))?.end).toEqual([{ from: "2015-01-01", value: { kind: "fixed", years: 2, from: "effect" }, basis: [] }]);
    expect(rulebook.on(plainDate("2021-11-01")).get("list", id("t:serious"))?.end).toHaveLength(2);
    expect(rulebook.on(plainDate("2020-01-01")).get("record-type", id("t:penalty"))?.publicationMonths).toEqual([{ from: "2010-01-01", value: 60, basis: [] }]);
  });

  it("R13 is the same for the same day, and answers quickly", () => {
    const rulebook = testLaw();
    const day = plainDate("2020-01-01");
    expect(rulebook.on(day)).toBe(rulebook.on(day));
    expect(rulebook.on(day).hash).toBe(rulebook.hash);
    expect(rulebook.on(addDays(day, 1)).get("list", id("t:serious"))).toBe(rulebook.on(day).get("list", id("t:serious")));
  });

  it("R11 R12 reads as the plain book of every day does, whatever is asked first", () => {
    const rulebook = testLaw(lawAnd({ kind: "measure", id: "drafted", draft: true, names: "Drafted", from: "2015-01-01", trigger: { list: "serious" }, authority: "customs", acts: "bid", effects: "deny", force: { dated: [{ from: "2015-01-01", value: "mandatory" }, { from: "2019-05-01", until: "2020-05-01", value: "discretionary" }] }, basis: { instrument: "order" } }));
    const kinds = [...new Set(rulebook.entries.map((entry) => entry.kind))];
    fc.assert(fc.property(fc.integer({ min: 0, max: 9500 }), fc.boolean(), (offset, byIdFirst) => {
      const day = addDays(plainDate("2009-06-01"), offset);
      // A rulebook of its own each time: nothing was read of its books before.
      const [plain, book] = [plainBook(rulebook, day), makeRulebook(rulebook).on(day)];
      const byId = () => expect(rulebook.entries.flatMap((entry) => book.find(entry.id) ?? [])).toEqual(plain.entries);
      if (byIdFirst) byId();
      for (const kind of kinds) expect(book.all(kind)).toEqual(plain.entries.filter((entry) => entry.kind === kind));
      for (const act of rulebook.all("act")) expect(book.measuresOn(act.id)).toEqual(plain.measuresOn(act.id));
      for (const entry of book.all("list")) expect(book.get("list", entry.id)).toBe(entry);
      byId();
    }), { numRuns: 150 });
  });

  it("R30 has no draft, which stands among the entries all the same", () => {
    const rulebook = testLaw(lawWith("t/measures/bar.yaml", { draft: true }));
    const bar = id("t:bar");
    expect([rulebook.get("measure", bar)?.draft, rulebook.on(plainDate("2016-06-01")).find(bar)]).toEqual([true, undefined]);
    expect(rulebook.on(plainDate("2016-06-01")).measuresOn(id("t:bid")).map((measure) => measure.id)).toEqual(["t:joint-1", "t:joint-2"]);
  });

  it("R7 a dated value that is printed and read back is the same", () => {
    fc.assert(
      fc.property(versions, fc.array(fc.nat()), (value, order) => {
        const print = printed(value);
        const read = readBack(print);
        // Versions that do not meet are a finding of their own, one for each gap.
        const gaps = value.filter((version, index) => version.until !== undefined && version.until < (value[index + 1]?.from ?? version.until));
        expect(read.findings.map((finding) => finding.code)).toEqual(gaps.map(() => "gap-between-versions"));
        expect(read.value).toEqual(value);
        const shuffled = [...value].sort((a, b) => (order[value.indexOf(a)] ?? 0) - (order[value.indexOf(b)] ?? 0));
        expect(readBack(printed(shuffled)).value).toEqual(value);
      }),
    );
  });

  it("R7 adding a later version changes nothing for earlier days", () => {
    fc.assert(
      fc.property(versions, fc.integer({ min: 1, max: 2000 }), fc.nat(1000), fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 5 }), (value, gap, added, days) => {
        const last = value.at(-1);
        const from: PlainDate = addDays(last?.until ?? last?.from ?? plainDate("2000-01-01"), gap);
        const before = readBack(printed(value)).value;
        const after = readBack(printed([...value, { from, value: added, basis: [] }])).value;
        for (const offset of days) {
          const day = addDays(plainDate("2000-01-01"), offset);
          expect(valueOn(after, day)).toBe(day < from ? valueOn(before, day) : added);
        }
      }),
    );
  });
});
