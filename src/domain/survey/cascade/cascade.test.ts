// What one listing would release: measures, memoranda, lists that follow, may follow or fall.
import { describe, expect, it } from "vitest";
import { lawOf } from "../../../../test/support/lint-fixtures.ts";
import { parseLawId, plainDate, present, type LawId } from "../../terms/index.ts";
import { openLawBook } from "../law-book.ts";
import { cascadeOf, cascadeOfRecord, type Cascade, type CascadeNode } from "./cascade.ts";
import { cascadeRows } from "./cascade-counts.ts";

const DAY = plainDate("2021-06-01");
const ENTRIES = `entries:
  - {kind: list, id: spills, names: Spills, from: 2015-01-01, colour: black, owner: office, holds: reported, basis: {instrument: statute}, criteria: {id: oil, names: Oil, records: {type: penalty}}}
  - {kind: list, id: watched, names: Watched, from: 2015-01-01, colour: scrutiny, owner: office, holds: reported, basis: {instrument: statute}}
  - kind: list
    id: warned
    names: Warned
    from: 2015-01-01
    colour: warning
    owner: office
    holds: reported
    entailed: {id: on-spills, names: On the spills list, listed: {lists: spills}}
    basis: {instrument: statute}
  - kind: list
    id: often
    names: Often
    from: 2015-01-01
    colour: warning
    owner: office
    holds: reported
    entailed: {id: on-three, names: On three lists, listed: {colour: black, count: 3}}
    basis: {instrument: statute}
  - kind: list
    id: proposed
    names: Proposed
    from: 2015-01-01
    colour: black
    owner: town
    holds: reported
    criteria: {all: [{id: on-warned, names: Warned, listed: {lists: warned}}, {id: again, names: Again, records: {type: penalty}}]}
    basis: {instrument: statute}
  - kind: list
    id: praised
    names: Praised
    from: 2015-01-01
    colour: red
    owner: office
    holds: reported
    lostWhen: {id: not-spills, names: On the spills list, listed: {lists: spills}}
    basis: {instrument: statute}
  - {kind: measure, id: own, names: Own, from: 2015-01-01, trigger: {list: [spills, watched]}, authority: office, acts: moor, effects: restrict, force: mandatory, basis: {instrument: statute}}
  - {kind: measure, id: not-here, names: Not here, from: 2015-01-01, trigger: {list: spills}, exceptOwner: true, authority: office, acts: moor, effects: deny, force: mandatory, basis: {instrument: statute}}
  - {kind: measure, id: of-warned, names: Of the warned, from: 2015-01-01, trigger: {list: warned}, authority: town, acts: enrol, effects: consider, force: discretionary, basis: {instrument: statute}}
  - {kind: measure, id: of-proposed, names: Of the proposed, from: 2015-01-01, trigger: {list: proposed}, authority: town, acts: moor, effects: deny, force: mandatory, basis: {instrument: statute}}
  - {kind: measure, id: favour, names: Favour, from: 2015-01-01, trigger: {list: praised}, authority: office, acts: moor, effects: expedite, force: mandatory, basis: {instrument: statute}}
  - {kind: measure, id: of-a-penalty, names: Of a penalty, from: 2015-01-01, trigger: {record: penalty}, authority: office, acts: moor, effects: publicise, force: mandatory, basis: {instrument: statute}}
  - kind: memorandum
    id: pact
    names: Pact
    from: 2015-01-01
    trigger: {list: spills}
    force: mandatory
    basis: {instrument: accord}
    clauses:
      - {id: 1, names: First, authority: town, acts: moor, effects: restrict}
      - {id: 2, names: Second, authority: town, acts: [moor, enrol], effects: restrict, conditions: {id: big, names: Big, holds: 'organisation.kind == "firm"'}}
`;

const law = openLawBook(lawOf([{ path: "t/law.yaml", text: ENTRIES }]), DAY, DAY);

function id(text: string): LawId {
  const parsed = parseLawId(`t:${text}`);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function cascade(list: string, depth?: number): Cascade {
  return present(cascadeOf(law, id(list), depth), `the cascade of ${list}`);
}

function lines(node: CascadeNode, level = 0): readonly string[] {
  return [`${" ".repeat(level)}${node.kind} ${node.id.slice(2)} ${node.why.kind}${node.certain ? "" : "?"}${node.kind === "list" && node.cut !== undefined ? ` (${node.cut})` : ""}`, ...node.children.flatMap((child) => lines(child, level + 1))];
}

describe("the cascade of a listing", () => {
  it("R12 shows its own measures, memoranda with their clauses, and lists, each with why", () => {
    expect(lines(cascade("spills").root)).toEqual([
      "list spills asked",
      " measure own trigger",
      " memorandum pact trigger",
      "  measure pact-1 clause",
      "  measure pact-2 clause",
      " list often entailed?",
      " list praised lost",
      "  measure favour trigger",
      " list warned entailed",
      "  measure of-warned trigger?",
      "  list proposed proposed?",
      "   measure of-proposed trigger",
      "   list often entailed? (again)",
    ]);
  });

  it("R12 counts each measure, authority, act and list once", () => {
    expect(cascade("spills").counts).toEqual({ measures: 4, mandatory: 3, authorities: 2, acts: 2, lists: 1, memoranda: 1, favours: 0, favoursLost: 1, possibleMeasures: 1, possibleLists: 2, depth: 1 });
    expect(cascade("watched").counts).toMatchObject({ measures: 1, lists: 0, possibleLists: 0 });
    expect(cascadeRows(cascade("spills").root).map((row) => [row.authority, row.measures.map((measure) => measure.id)])).toEqual([["t:town", ["t:pact-1", "t:pact-2", "t:of-warned", "t:of-proposed"]], ["t:office", ["t:own"]]]);
    expect(cascade("spills").root.children.flatMap((child) => child.children).flatMap((child) => (child.kind === "measure" && child.conditional ? [child.id] : []))).toEqual(["t:pact-2"]);
  });

  it("R13 one listing of several that are asked for is not enough, nor one fact of two", () => {
    const root = cascade("spills").root;
    const certain = (list: string): boolean | undefined => flat(root).find((node) => node.id === id(list))?.certain;
    expect([certain("warned"), certain("often"), certain("proposed")]).toEqual([true, false, false]);
  });

  it("R14 no branch is deeper than asked, and a list met again is not followed", () => {
    expect(lines(cascade("spills", 0).root)).toEqual(["list spills asked (depth)", " measure own trigger", " memorandum pact trigger", "  measure pact-1 clause", "  measure pact-2 clause"]);
    expect(lines(cascade("spills", 1).root).filter((line) => line.includes("warned"))).toEqual([" list warned entailed (depth)", "  measure of-warned trigger?"]);
    const circle = openLawBook(lawOf([{ path: "t/law.yaml", text: `entries:\n${["a", "b"].map((each, index) => `  - {kind: list, id: ${each}, names: ${each}, from: 2015-01-01, colour: black, owner: office, holds: reported, basis: {instrument: statute}, criteria: {id: on-${each}, names: On, listed: {lists: ${index === 0 ? "b" : "a"}}}}\n`).join("")}` }]), DAY, DAY);
    expect(lines(present(cascadeOf(circle, id("a")), "a").root)).toEqual(["list a asked", " list b proposed?", "  list a proposed? (again)"]);
  });

  it("R12 what is no list of that day has none", () => {
    expect(cascadeOf(law, id("nothing"))).toBeUndefined();
    expect(cascadeOf(openLawBook(lawOf([{ path: "t/law.yaml", text: ENTRIES }]), plainDate("2010-01-01"), DAY), id("spills"))).toBeUndefined();
  });
});

describe("the cascade of a record", () => {
  it("R15 its own measures, and the lists it may lead onto, with what they would release", () => {
    const found = present(cascadeOfRecord(law, id("penalty")), "the cascade of a penalty");
    expect(lines(found.root).slice(0, 4)).toEqual(["record-type penalty asked", " measure of-a-penalty trigger", " list proposed proposed?", "  measure of-proposed trigger"]);
    expect(found.counts).toMatchObject({ measures: 1, lists: 0, possibleLists: 4, possibleMeasures: 5 });
    expect(cascadeOfRecord(law, id("spills"))).toBeUndefined();
  });

  it("R15 a listing the law itself makes of one record follows by itself", () => {
    const text = "entries:\n  - {kind: list, id: at-once, names: At once, from: 2015-01-01, colour: warning, owner: office, holds: reported, basis: {instrument: statute}, entailed: {id: any, names: Any penalty, records: {type: penalty}}}\n";
    const found = present(cascadeOfRecord(openLawBook(lawOf([{ path: "t/law.yaml", text }]), DAY, DAY), id("penalty")), "the cascade of a penalty");
    expect([lines(found.root), found.counts.lists]).toEqual([["record-type penalty asked", " list at-once entailed"], 1]);
  });
});

function flat(node: CascadeNode): readonly CascadeNode[] {
  return [node, ...node.children.flatMap(flat)];
}
