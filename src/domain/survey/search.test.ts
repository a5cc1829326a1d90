import { describe, expect, it } from "vitest";
import { loadedLawOfTexts } from "../../../test/support/law.ts";
import type { LawId } from "../terms/index.ts";
import { searchLaw, termsOf, type LawHit } from "./search.ts";

const BODY = "body: t\nnames: Harbour law\ntimeZone: Etc/UTC\ncurrency: CNY\n";
const LAW = `
entries:
  - {kind: instrument, id: order, names: {en: Ferry Order, zh: 渡船条例}, number: "Decree 72", rank: law}
  - {kind: authority, id: port, names: {en: Port of Gulls, zh: 鸥港}, aliases: [Gull Harbour], level: national, powers: [list]}
  - {kind: act, id: moor, names: {en: Mooring, zh: 停泊}, undetermined: opens}
  - {kind: act, id: lease-ferry, names: {en: Leasing, zh: 租赁}, undetermined: opens}
  - {kind: list, id: barred, names: {en: Barred ferries, zh: 停航渡船名单}, from: 2015-01-01, colour: black, owner: port, holds: reported, basis: {instrument: order, article: Art. 22, quote: whoever spills oil may be barred}, note: {en: "A ferry is listed for its master's act, procured or not.", zh: 船长的行为也算。}}
  - {kind: list, id: proposed, from: 2015-01-01, draft: true, names: {en: Proposed watch, zh: 拟议关注}, colour: warning, owner: port, holds: reported, basis: {instrument: order}}
  - {kind: measure, id: no-moor, names: {en: Turned away, zh: 不得停泊}, from: 2015-01-01, trigger: {list: barred}, authority: port, acts: moor, effects: deny, force: mandatory, basis: {instrument: order}, conditions: [{id: procurement, names: {en: Bids in a procurement, zh: 参加采购}, holds: asked.on >= listing.effectiveFrom}]}
`;
const PEOPLE = "entries:\n  - {kind: act, id: swim, names: {en: Swimming from the ferry, zh: 从渡船下水}, undetermined: opens}\n";

const law = loadedLawOfTexts({ "t/body.yaml": BODY, "t/law.yaml": LAW, "t/people/acts.yaml": PEOPLE }).rulebook;
const ids = (question: string): readonly LawId[] => searchLaw(law, question).map((hit) => hit.entry.id);
const first = (question: string): LawHit => {
  const [hit] = searchLaw(law, question);
  if (hit === undefined) throw new Error(`nothing found for ${question}`);
  return hit;
};

describe("search", () => {
  it("R80 finds every word asked for, wherever in the entry it stands", () => {
    expect(ids("barred spills")).toEqual(["t:barred"]);
    expect(ids("barred whales")).toEqual([]);
    for (const [question, id] of [["barred", "t:barred"], ["no-moor", "t:no-moor"], ["Gull Harbour", "t:port"], ["Decree 72", "t:order"], ["bids", "t:no-moor"], ["master", "t:barred"], ["oil", "t:barred"], ["Art. 22", "t:barred"]] as const) expect({ question, found: ids(question) }).toEqual({ question, found: expect.arrayContaining([id]) });
    expect(termsOf("the list of the ferries").map((term) => term.text)).toEqual(["list", "ferries"]);
    expect(termsOf("of the").map((term) => term.text)).toEqual(["of", "the"]);
    expect([ids(""), ids(" ,。")]).toEqual([[], []]);
  });

  it("R81 reads English by words and their beginnings, Chinese by characters, in any width and case", () => {
    expect(ids("procure")).toEqual(expect.arrayContaining(["t:no-moor", "t:barred"]));
    expect(ids("arred")).toEqual([]);
    expect(ids("ＢＡＲＲＥＤ")).toEqual(["t:barred"]);
    expect(ids("停泊")).toEqual(expect.arrayContaining(["t:moor", "t:no-moor"]));
    expect(ids("渡船停")).toEqual(["t:barred"]);
    expect(ids("船停")).toEqual([]);
    expect(termsOf("2026年修复 list")).toEqual([{ text: "2026", han: false }, { text: "年修复", han: true }, { text: "list", han: false }]);
  });

  it("R82 puts names first, then ids, and whole words before beginnings", () => {
    expect(ids("ferry").slice(0, 3)).toEqual(["t:swim", "t:order", "t:lease-ferry"]);
    expect(ids("procurement")).toEqual(["t:no-moor"]);
    expect(ids("procure").at(0)).toBe("t:no-moor");
    expect(ids("停泊").slice(0, 2)).toEqual(["t:moor", "t:no-moor"]);
    const scores = searchLaw(law, "ferry").map((hit) => hit.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("R83 says where it was found, with the words marked; drafts and rules about persons too", () => {
    const marked = (hit: LawHit): readonly string[] => hit.found.flatMap(({ text, marks }) => marks.map(({ from, to }) => text.slice(from, to)));
    expect(first("spills").found).toEqual([{ field: "quote", text: "whoever spills oil may be barred", marks: [{ from: 8, to: 14 }], basis: expect.objectContaining({ instrument: "t:order" }) }]);
    expect(marked(first("proposed watch"))).toEqual(expect.arrayContaining(["Proposed", "watch"]));
    expect(first("proposed watch").entry.draft).toBe(true);
    expect({ ...first("Swimming") }).toMatchObject({ people: true, entry: { id: "t:swim" } });
    expect(searchLaw(law, "Swimming", { keep: (_entry, people) => !people })).toEqual([]);
  });
});
