// Two answers held against each other, and what an answer rested on.
import { expect, it } from "vitest";
import { changedParts, restedOn } from "./compare-answer.ts";
import { answerLine } from "./proof-fixtures.ts";

const { answer } = answerLine("Blue Heron Ltd");
const [deny, restrict] = [{ effect: "deny", because: { criteria: [1] }, basis: [1] }, { effect: "restrict", exits: [{ acts: ["term"] }] }];

it("R11 order, sources and criteria do not count; what follows does", () => {
  expect(changedParts({ ...answer, effects: [deny, restrict] }, { ...answer, act: "ferry:other", effects: [restrict, { ...deny, basis: [], because: { criteria: [] } }] })).toEqual([]);
  expect(changedParts({ ...answer, effects: [deny] }, { ...answer, effects: [restrict], verdict: "clear", decision: true, exits: [1] })).toEqual(["verdict", "decision", "effects", "exits"]);
  expect(changedParts(answer, { ...answer, stayed: [{ since: "2026-01-01" }] })).toEqual(["stayed"]);
});

it("R12 names listings, records and the causes of what the law itself makes, each once, and nothing withheld", () => {
  const because = [
    { trigger: { kind: "list", list: "a:l", listing: "l-1" } }, { trigger: { kind: "list", list: "a:l", listing: "l-1" } }, { trigger: { kind: "record", type: "a:r", record: "r-1" } },
    { trigger: { kind: "entailed", list: "a:e", listing: "entailed:a:e:P1", cause: ["l-2"] } }, { withheld: true, authority: "a:x" }, { trigger: { kind: "status", status: "revoked" } },
  ];
  expect(restedOn({ ...answer, effects: because.map((each) => ({ because: each })) })).toEqual([{ of: "a:l", id: "l-1" }, { of: "a:r", id: "r-1" }, { of: "a:e", id: "entailed:a:e:P1" }, { of: "a:e", id: "l-2" }]);
  expect(restedOn({ ...answer, effects: [], possible: [{ because: because[2] ?? null }] })).toHaveLength(1);
});
