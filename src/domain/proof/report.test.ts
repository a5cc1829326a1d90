import { describe, expect, it } from "vitest";
import { plainDate, present, type Position } from "../terms/index.ts";
import { differencesOf } from "./compare-report.ts";
import { partOfReceipt } from "./part-of-receipt.ts";
import { answerLine, digest, key, receiptOf, tools } from "./proof-fixtures.ts";
import { failedReport, reportContentOf, reportFileOf, reportLineOf } from "./report-fixtures.ts";
import { statementOf } from "./report-statement.ts";
import type { ReportContent, ReportKind, ReportList } from "./report.ts";
import { REPORT } from "./signed-kind.ts";
import { verifyReceipt } from "./verify-receipt.ts";
import { reportCodeOf, verifyReports } from "./verify-report.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codesOf = (text: Uint8Array): readonly string[] => {
  const verified = verifyReports(text, [key], tools);
  return verified.ok ? [] : verified.error.map(({ code }) => code);
};

describe("the code of a report", () => {
  const content = reportContentOf();
  const [kind, debt] = [present(content.kinds[0], "a kind"), present(content.kinds[1], "another")];
  const [record, list, effect] = [present(kind.records[0], "a record"), present(content.lists[0], "a list"), present(content.binding.effects[0], "an effect")];

  it("R15 is the same in other words", () => {
    const reworded: ReportContent = {
      ...content, kinds: [{ ...kind, names: { en: "Penalty" }, records: [{ ...record, values: [] }] }, debt], lists: [{ ...list, names: { en: "North" } }],
      binding: { ...content.binding, effects: [{ ...effect, measure: { en: "Stay away" }, because: [{ en: "It is listed.", zh: "已列入。" }], exits: [] }] }, organisation: { ...content.organisation, facts: [] },
    };
    expect(reportCodeOf(reworded, digest)).toBe(reportCodeOf(content, digest));
  });

  it.each<[string, ReportContent]>([
    ["another record", { ...content, kinds: [{ ...kind, records: [{ ...record, position: 8 }] }, debt] }], ["none where it was unknown", { ...content, kinds: [kind, { ...debt, count: 0 }] }], ["another newest delivery", { ...content, kinds: [{ ...kind, delivered: { first: plainDate("2025-01-01"), last: plainDate("2026-03-02") } }, debt] }],
    ["another End", { ...content, lists: [{ ...list, listings: [{ ...present(list.listings[0], "a listing"), end: { kind: "notStated" } }] }] }], ["one effect less", { ...content, binding: { ...content.binding, effects: [] } }], ["another name", reportContentOf("Red Heron Ltd")],
    ["another moment", { ...content, issuedAt: "2026-03-02T12:00:01.000Z" as ReportContent["issuedAt"] }], ["another purpose", { ...content, purpose: "award" }], ["another position", { ...content, asOf: { ...content.asOf, known: 13 as Position } }],
  ])("R15 is another one for %s", (_what, other) => expect(reportCodeOf(other, digest)).not.toBe(reportCodeOf(content, digest)));
});

describe("the statement of a report", () => {
  const kind = (about: string, count: number | null): Pick<ReportKind, "about" | "count"> => ({ about, count });
  const list = (colour: string, count: number | null, stale = false): Pick<ReportList, "colour" | "count" | "stale"> => ({ colour, count, stale });

  it.each<[string, Parameters<typeof statementOf>, string]>([
    ["penalties were handed in and none names it", [[kind("penalty", 0)], [list("black", 0)]], "none"], ["nobody handed in any penalty", [[kind("penalty", null), kind("debt", 0)], [list("black", 0)]], "unknown"], ["nothing was handed in", [[], []], "unknown"],
    ["a penalty is on file", [[kind("penalty", 1)], []], "some"], ["a debt is on file", [[kind("penalty", 0), kind("debt", 2)], []], "some"], ["it stands on a restricting list, whatever was handed in", [[kind("penalty", null)], [list("black", 1)]], "some"], ["it stands on a warning list", [[kind("penalty", 0)], [list("warning", 1)]], "some"],
    ["a judgment, a grade, a licence and a favour are on file", [[kind("penalty", 0), kind("judgment", 3), kind("grade", 1), kind("licence", 4)], [list("red", 2)]], "none"],
  ])("R16 where %s", (_what, [kinds, lists], finding) => expect(statementOf(kinds, lists).finding).toBe(finding));

  it("R16 counts apart what nobody handed in and what is out of date", () => {
    expect(statementOf([kind("penalty", 0), kind("penalty", null), kind("debt", null), kind("licence", null)], [list("black", 0), list("black", 0, true), list("warning", null), list("red", null)])).toEqual({ finding: "none", records: 0, listings: 0, kinds: { known: 1, unknown: 2 }, lists: { known: 1, unknown: 2 } });
  });
});

describe("a signed report", () => {
  const file = reportFileOf([reportLineOf(reportContentOf(), { stated: "for the ferry tender", origin: "https://ferries.example" })]);

  it("R17 is proven by the public key alone", () => {
    const verified = verifyReports(bytes(file), [key], tools);
    expect(verified.ok && verified.value.lines[0]?.line).toMatchObject({ kind: "report", stated: "for the ferry tender", content: { organisation: { name: "Blue Heron Ltd" } } });
    expect(verified.ok && verified.value.head).toMatchObject({ asker: "public", count: 1 });
  });

  it("R17 is no receipt, and a receipt is no report", () => {
    const asReceipt = verifyReceipt(bytes(file), [key], tools);
    expect(asReceipt.ok ? [] : asReceipt.error.map(({ code }) => code)).toEqual(["not-a-receipt"]);
    expect(codesOf(receiptOf([answerLine("Blue Heron Ltd")]))).toEqual(["not-a-report"]);
  });

  it("R17 with any byte another one is not valid, and no byte brings a fault", () => {
    const own = bytes(file);
    for (let at = 0; at < own.length; at += 7) {
      const other = own.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      expect([at, verifyReports(other, [key], tools).ok]).toEqual([at, false]);
    }
  });

  it("R17 says what is wrong with it: another key, a revoked one, cut off, laid out anew, laid out otherwise, with another code", () => {
    const none = verifyReports(bytes(file), [], tools);
    const revoked = verifyReports(bytes(file), [{ ...key, revoked: { since: plainDate("2026-02-01"), from: "2026-02-01T00:00:00.000Z" as typeof key.madeAt, reason: null } }], tools);
    expect([none, revoked].flatMap((verified) => (verified.ok ? [] : verified.error.map(({ code }) => code)))).toEqual(["key-unknown", "key-revoked"]);
    expect([codesOf(bytes(file.slice(0, 300))), codesOf(bytes(JSON.stringify(JSON.parse(file), null, 2))), codesOf(bytes("%PDF-1.7")), codesOf(new Uint8Array([0xff]))]).toEqual([["report-cut-off"], ["not-canonical"], ["not-a-report"], ["not-a-report"]]);
    const odd = { ...reportLineOf(reportContentOf()), content: { ...reportContentOf(), kinds: "none" } };
    expect(codesOf(bytes(reportFileOf([Object.assign(reportLineOf(reportContentOf()), odd)])))).toEqual(["not-a-report"]);
    expect(codesOf(bytes(reportFileOf([{ ...reportLineOf(reportContentOf()), code: reportCodeOf(reportContentOf("Red Heron Ltd"), digest) }])))).toEqual(["content-changed"]);
  });

  it("R18 stands in a lot, and by itself proves to be that one of it", () => {
    const lot = reportFileOf([reportLineOf(reportContentOf("Blue Heron Ltd")), failedReport, reportLineOf(reportContentOf("Red Heron Ltd"))]);
    const whole = verifyReports(bytes(lot), [key], tools);
    expect(whole.ok && whole.value.lines.map(({ line }) => line.kind)).toEqual(["report", "error", "report"]);
    const part = partOfReceipt(bytes(lot), 3, digest, REPORT);
    const text = present(part.ok ? part.value : undefined, "a part");
    const alone = verifyReports(bytes(text), [key], tools);
    expect(alone.ok && [alone.value.head.count, alone.value.lines.map(({ number }) => number)]).toEqual([3, [3]]);
    expect(text).not.toContain("Blue Heron");
    expect(codesOf(bytes(text.replace('"number":3', '"number":1')))).toEqual(["content-changed"]);
  });
});

describe("two reports", () => {
  it("R19 differ by part, with the counts of each kind and list", () => {
    const before = reportContentOf();
    const [kind, debt] = [present(before.kinds[0], "a kind"), present(before.kinds[1], "another")];
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(before, { ...before, kinds: [{ ...kind, delivered: { first: plainDate("2025-01-01"), last: plainDate("2026-06-01") } }, debt] })).toEqual([]);
    expect(differencesOf(before, { ...before, kinds: [{ ...kind, records: [], count: 0 }, { ...debt, count: 0, delivered: { first: plainDate("2026-06-01"), last: plainDate("2026-06-01") } }], lists: [], binding: { ...before.binding, effects: [] } })).toEqual([
      { part: "kinds", rows: [{ id: "ferry:fine", names: kind.names, before: 1, after: 0 }, { id: "ferry:debt", names: debt.names, before: null, after: 0 }] },
      { part: "lists", rows: [{ id: "ferry:north-barred", names: before.lists[0]?.names, before: 1, after: null }] }, { part: "binding", rows: [] },
    ]);
  });
});
