import { describe, expect, it } from "vitest";
import { parseLawId, parseListingId, parseRecordId, plainDate, type Finding, type LawId, type ListingId, type RecordId } from "../terms/index.ts";
import { evaluateCriterion, type CriterionContext, type CriterionRecord, type Evaluation } from "./criteria.ts";
import { criterion } from "./reading/criterion-reader.ts";
import { reportTo } from "./reading/desk.ts";
import { EntryIndex } from "./reading/entry-index.ts";
import { ExpressionCompiler } from "./expression.ts";
import type { Criterion, Facts, Field } from "./language.ts";
import { ORGANISATION_SCOPE, withListing, withParties, withRecord } from "./reading/scope.ts";
import { documentOf, type Plain } from "./test-law.ts";

const on = plainDate("2022-06-01");
const FIELDS: readonly Field[] = [
  { name: "fine", type: "money", names: { en: "Fine" }, required: false, published: true },
  { name: "practices", type: "choices", choices: ["fraud", "theft"], names: { en: "Practices" }, required: false, published: true },
  { name: "count", type: "integer", names: { en: "Count" }, required: false, published: true },
];

function read(value: Plain): { readonly criterion: Criterion; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const index = new EntryIndex();
  for (const [id, kind] of [["t:penalty", "record-type"], ["t:serious", "list"], ["t:order", "instrument"]] as const) index.add({ id: law(id), kind, people: false, at: "" });
  const scope = withRecord(withParties(withListing(ORGANISATION_SCOPE, [FIELDS])), FIELDS);
  const desk = { body: "t", people: false, index, expressions: new ExpressionCompiler(), report: reportTo(findings), fieldsOf: () => FIELDS };
  return { criterion: criterion(scope).read(documentOf("t/a.yaml", value).root, desk), findings };
}

function law(text: string): LawId {
  const parsed = parseLawId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function evaluate(value: Plain, facts: Facts, more: Partial<CriterionContext> = {}): Evaluation {
  const { criterion: node, findings } = read(value);
  expect(findings).toEqual([]);
  return evaluateCriterion(node, { facts: { asked: { on }, ...facts }, on, records: () => [], listedOn: () => [], ...more });
}

function leaf(id: string, holds: string, more: Readonly<Record<string, Plain>> = {}): Plain {
  return { id, names: id, holds, ...more };
}

const yes = leaf("yes", 'organisation.kind == "company"');
const no = leaf("no", 'organisation.kind == "school"');
const unknown = leaf("unknown", 'organisation.sector == "food"');
const facts: Facts = { organisation: { kind: "company" } };

describe("criteria", () => {
  it.each([
    [{ all: [yes, no, unknown] }, "false"],
    [{ all: [yes, unknown] }, "unknown"],
    [{ any: [no, unknown, yes] }, "true"],
    [{ any: [no, unknown] }, "unknown"],
    [{ none: [no, leaf("no-2", 'organisation.kind == "school"')] }, "true"],
    [{ none: [no, unknown] }, "unknown"],
    [{ none: [yes, unknown] }, "false"],
    [{ atLeast: { count: 2, of: [yes, unknown, no] } }, "unknown"],
    [{ atLeast: { count: 2, of: [yes, no, leaf("no-2", 'organisation.kind == "school"')] } }, "false"],
    [{ rule: yes, unless: [no] }, "true"],
    [{ rule: yes, unless: [unknown] }, "unknown"],
    [{ rule: yes, unless: [leaf("yes-2", 'organisation.kind == "company"')] }, "false"],
    [{ rule: no, unless: [unknown] }, "false"],
  ] as const)("R14 unknown carries up: %j is %s", (node, truth) => {
    expect(evaluate(node, facts).truth).toBe(truth);
  });

  it("R15 the evaluated tree is the reason: every named node, outer before inner", () => {
    const result = evaluate({ id: "both", names: "Both", all: [yes, { rule: unknown, unless: [no] }] }, facts);
    expect(result).toEqual({
      truth: "unknown",
      results: [{ id: "both", holds: "unknown", needs: ["organisation.sector"] }, { id: "yes", holds: true }, { id: "unknown", holds: "unknown", needs: ["organisation.sector"] }, { id: "no", holds: false }],
      missing: [{ fact: "organisation.sector", criterion: "unknown" }],
      presumed: [],
    });
  });

  it("R15 nothing is missing where the truth is known", () => {
    expect(evaluate({ any: [yes, unknown] }, facts)).toMatchObject({ truth: "true", missing: [] });
  });

  it("R16 where a comparison is false and its doubt holds, the answer is unknown", () => {
    const node = leaf("after", "listing.decidedOn >= party.sinceLatest", { unknownWhen: "listing.decidedOn >= party.sinceEarliest && asked.on > listing.decidedOn", missing: "The day the party is bound" });
    const party = { authority: "t:port", sinceEarliest: "2011-01-01", sinceLatest: "2011-06-30" };
    expect(evaluate(node, { party, listing: { decidedOn: "2011-06-30" } }).truth).toBe("true");
    expect(evaluate(node, { party, listing: { decidedOn: "2010-12-31" } }).truth).toBe("false");
    expect(evaluate(node, { party, listing: { decidedOn: "2011-03-01" } })).toMatchObject({ truth: "unknown", missing: [{ fact: "listing.decidedOn", criterion: "after", names: { en: "The day the party is bound" } }, { fact: "party.sinceEarliest" }] });
  });

  const presumedLeaf = leaf("presumed", 'organisation.sector == "food"', { presume: { value: true, because: "Nobody publishes it", basis: { instrument: "order" } } });

  it("R17 an unknown leaf is presumed where the law says so, and the result says so", () => {
    expect(evaluate({ id: "both", names: "Both", all: [yes, presumedLeaf] }, facts)).toEqual({
      truth: "true",
      results: [{ id: "both", holds: "presumed" }, { id: "yes", holds: true }, { id: "presumed", holds: "presumed", needs: ["organisation.sector"] }],
      missing: [],
      presumed: ["presumed"],
    });
  });

  it("R17 a presumption that changes nothing is not relied upon", () => {
    expect(evaluate({ any: [presumedLeaf, yes] }, facts)).toMatchObject({ truth: "true", presumed: [] });
    expect(evaluate({ all: [presumedLeaf, no] }, facts)).toMatchObject({ truth: "false", presumed: [] });
    expect(evaluate({ none: [presumedLeaf] }, facts)).toMatchObject({ truth: "false", presumed: ["presumed"] });
    expect(evaluate(presumedLeaf, { organisation: { sector: "steel" } })).toMatchObject({ truth: "false", presumed: [] });
  });

  const big = { id: "fined", names: "Fined", records: { type: "penalty", count: 2, months: 24 }, where: leaf("big", 'record.fine >= money("10000.00 CNY")') };

  function record(id: string, decidedOn: string | undefined, fine: bigint | undefined): CriterionRecord {
    return { id: recordId(id), facts: fine === undefined ? {} : { fine }, ...(decidedOn === undefined ? {} : { decidedOn: plainDate(decidedOn) }) };
  }

  it("R18 records count where they lie in time and their condition holds", () => {
    const enough = [record("a", "2020-06-02", 1_000_000n), record("b", "2022-06-01", 1_000_001n), record("c", "2021-01-01", 999_999n), record("d", "2020-06-01", 5_000_000n), record("e", "2022-06-02", 5_000_000n)];
    expect(evaluate(big, {}, { records: () => enough })).toMatchObject({ truth: "true", results: [{ id: "fined", holds: true, records: ["a", "b"] }, { id: "big", holds: true, records: ["a", "b"] }] });
    expect(evaluate(big, {}, { records: () => enough.slice(1) })).toMatchObject({ truth: "false", missing: [] });
  });

  it("R18 a count reached only by unknowns is unknown", () => {
    const records = [record("a", "2022-01-01", 1_000_000n), record("b", "2022-01-01", undefined)];
    expect(evaluate(big, {}, { records: () => records })).toMatchObject({ truth: "unknown", results: [{ id: "fined", holds: "unknown", records: ["a", "b"], needs: ["record.fine"] }, { id: "big", holds: true }], missing: [{ fact: "record.fine", criterion: "big" }] });
    const undated = [record("a", undefined, 1_000_000n), record("b", "2022-01-01", 1_000_000n)];
    expect(evaluate(big, {}, { records: () => undated })).toMatchObject({ truth: "unknown", missing: [{ fact: "record.decidedOn", criterion: "fined" }] });
  });

  it("R18 `after` counts only from the day the organisation stands on the list", () => {
    const again = { id: "again", names: "Again", records: { type: "penalty", after: "serious" } };
    const records = () => [record("a", "2021-01-01", 1n)];
    expect(evaluate(again, {}, { records }).truth).toBe("false");
    expect(evaluate(again, {}, { records, listedSince: () => undefined }).truth).toBe("false");
    expect(evaluate(again, {}, { records, listedSince: () => plainDate("2021-01-02") }).truth).toBe("false");
    expect(evaluate(again, {}, { records, listedSince: () => plainDate("2021-01-01") }).truth).toBe("true");
  });

  it("R18 R19 `whose` counts the records and listings of related organisations", () => {
    const records = (_type: unknown, whose?: string) => (whose === "controllers" ? [record("a", "2021-01-01", 1n)] : []);
    expect(evaluate({ id: "theirs", names: "Theirs", records: { type: "penalty", whose: "controllers" } }, {}, { records }).truth).toBe("true");
    expect(evaluate({ id: "own", names: "Own", records: { type: "penalty" } }, {}, { records }).truth).toBe("false");
    expect(evaluate({ id: "on", names: "On", listed: { colour: "black", whose: "parents" } }, {}, { listedOn: (_lists, _colour, whose) => (whose === "parents" ? [listingId("a")] : []) }).truth).toBe("true");
  });

  it("R19 listings are counted once each", () => {
    const two = { id: "two", names: "Two", listed: { colour: "black", count: 2 } };
    const [a, b] = [listingId("a"), listingId("b")];
    expect(evaluate(two, {}, { listedOn: () => [a, a] }).truth).toBe("false");
    expect(evaluate(two, {}, { listedOn: (lists, colour) => (colour === "black" && lists.length === 0 ? [a, b] : []) })).toMatchObject({ truth: "true", results: [{ id: "two", holds: true, listings: ["a", "b"] }] });
  });

  it.each([
    ['listing.practices.exists(p, p in ["fraud"])', { practices: ["theft", "fraud"] }, "true"],
    ['"fraud" in listing.practices', { practices: ["theft"] }, "false"],
    ["size(listing.practices) >= 2", { practices: ["theft"] }, "false"],
    ["listing.until > plusYears(listing.effectiveFrom, 1)", { until: "2021-02-28", effectiveFrom: "2020-02-29" }, "false"],
    ["listing.until == plusMonths(listing.effectiveFrom, -1)", { until: "2020-02-29", effectiveFrom: "2020-03-31" }, "true"],
    ["asked.on < plusDays(listing.decidedOn, 10)", { decidedOn: "2022-05-22" }, "false"],
    ["plusYears(listing.decidedOn, 500) > asked.on", { decidedOn: "2022-05-22" }, "true"],
    ["listing.count * 1000 > listing.fine", { count: 3n, fine: 2999n }, "true"],
    ["listing.count * 1000 > listing.fine", { count: 9_007_199_254_740_991n, fine: 1n }, "true"],
    ["listing.count * 10000 > listing.fine", { count: 9_007_199_254_740_991n, fine: 1n }, "unknown"],
    ['listing.fine == money("0.05 CNY")', { fine: 5n }, "true"],
    ["!listing.affiliate", { affiliate: false }, "true"],
    ['listing.publisher == "t:port"', {}, "unknown"],
  ] as const)("R20 %s", (expression, listing, truth) => {
    expect(evaluate(leaf("leaf", expression), { listing }).truth).toBe(truth);
  });

  it.each([
    ["listing.fine >= 1.5", "expression-floating-point"],
    ["listing.fine / 2 > 3", "expression-unsupported"],
    ["listing.fine * listing.count > 3", "expression-unsupported"],
    ["listing.until", "expression-type"],
    ["listing.until > 3", "expression-type"],
    ["listing.untill > asked.on", "expression-type"],
    ["listings.until > asked.on", "expression-type"],
    ["listing == listing", "expression-type"],
    ["has(listing.until)", "expression-unsupported"],
    ["listing[\"until\"] > asked.on", "expression-unsupported"],
    ["listing.affiliate ? true : false", "expression-unsupported"],
    ["listing.affiliate && listing.publishedOn", "expression-not-one-comparison"],
    ['listing.until > "2020-13-01"', "bad-day"],
    ['"frraud" in listing.practices', "unknown-choice"],
    ['listing.practices.exists(p, p == "frraud")', "unknown-choice"],
    ['listing.endKind == "never"', "unknown-choice"],
    ["plusYears(listing.publisher, 1) > asked.on", "expression-type"],
    ["listing.fine > money(3)", "bad-amount"],
    ["listing.fine >", "expression-syntax"],
    [`listing.fine > ${"(".repeat(500)}1${")".repeat(500)}`, "expression-syntax"],
  ])("R20 %s is refused: %s", (expression, code) => {
    expect(read(leaf("leaf", expression)).findings.map((finding) => finding.code)).toContain(code);
  });

  it("R20 findings of expressions name the words, their place and the near miss", () => {
    const [finding] = read(leaf("leaf", "listing.untill > asked.on")).findings;
    expect(finding).toEqual({ code: "expression-type", at: "t/a.yaml:4:1", message: "`listing.untill` (character 1) names no fact: there is no `untill` of listing here", remedy: "did you mean `until`?" });
  });
});

function recordId(text: string): RecordId {
  const parsed = parseRecordId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function listingId(text: string): ListingId {
  const parsed = parseListingId(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}
