import fc from "fast-check";
import { expect, it } from "vitest";
import { LikeLists } from "./like-lists.ts";

const organisation = fc.constantFrom("A1", "B2", "C3", "D4", "E5", "F6", ":", "id", "", 'a"b', "渡", "subject");
/** Subjects written in several orders, some with more than a subject. */
const item = fc.tuple(organisation, fc.nat(4)).map(([id, form]) => (form < 3 ? { subject: { type: "organisation", id } } : form === 3 ? { subject: { id, type: "organisation" } } : { subject: { type: "organisation", id }, more: id }));
const list = fc.oneof(fc.array(item, { maxLength: 5 }), fc.array(organisation, { maxLength: 6 }).map((ids) => ids.map((id) => ({ subject: { type: "organisation", id } }))));
const text = fc.record({ act: fc.constantFrom("sail", "moor", "A1"), evaluations: list, twice: fc.nat(3) }).map(({ act, evaluations, twice }) => JSON.stringify({ act, ...(twice === 0 ? { likewise: evaluations } : {}), evaluations }));

it("the organisations of a list that is like one that was read are what reading it would give, and nothing else is otherwise", () => {
  const idsIn = (value: string): readonly string[] => JSON.parse(value).evaluations.map((each: { readonly subject: { readonly id: string } }) => each.subject.id);
  const shapes = (value: string): ReadonlySet<string> => new Set(JSON.parse(value).evaluations.map((each: object) => JSON.stringify(each, (name, inner) => (name === "id" || name === "more" ? "" : inner))));
  let found = 0;
  fc.assert(fc.property(text, text, (learnt, other) => {
    const like = new LikeLists<string>();
    like.learn(learnt, idsIn(learnt), JSON.parse(learnt).act);
    for (const each of [learnt, other]) {
      const said = like.organisationsIn(each);
      if (said === undefined) continue;
      found += 1;
      expect([said, like.said, [...shapes(each)].every((shape) => shapes(learnt).has(shape))]).toEqual([idsIn(each), JSON.parse(each).act, true]);
    }
  }), { numRuns: 4000 });
  expect(found).toBeGreaterThan(30);
});
