import fc from "fast-check";
import { expect, it } from "vitest";
import { LikeTexts } from "./like-texts.ts";

const value = fc.oneof(fc.constantFrom("A1", "B2", "organisation", "", ",", ":", 'a"b', "\\", "渡", "\u0007"), fc.integer(), fc.record({ organisation: fc.constantFrom("A1", "C3") }));
const question = fc.record({ organisation: fc.constantFrom("A1", "B2", "C3", "", ",", ":", 'a"b', "渡", "\ud800", "\u0007"), act: value, more: value });
/** As JSON, some with a member said twice: the last one counts. */
const text = fc.tuple(question, fc.boolean(), fc.boolean()).map(([{ organisation, act, more }, twice, spaced]) => {
  const plain = JSON.stringify({ act, organisation, more });
  const whole = twice ? `{"organisation":"B2",${plain.slice(1)}` : plain;
  return spaced ? whole.replace('"organisation":', '"organisation" : ') : whole;
});

it("the organisation of a text that is like one that was read is what reading it would give, and nothing else is otherwise", () => {
  let found = 0;
  fc.assert(fc.property(text, text, fc.constantFrom("A1", "Z9", "渡船", 'x"y', "x\\y", ""), (learnt, other, put) => {
    const like = new LikeTexts<object>();
    const { organisation, ...rest } = JSON.parse(learnt);
    like.learn(learnt, organisation, rest);
    for (const each of [other, learnt.replaceAll(`"${organisation}"`, `"${put}"`), learnt]) {
      const said = like.organisationIn(each);
      if (said === undefined) continue;
      found += 1;
      expect({ organisation: said, ...like.said }).toEqual(JSON.parse(each));
    }
    expect(like.organisationsIn([learnt, other, learnt], 2)).toEqual(like.said === undefined ? [] : [organisation]);
  }), { numRuns: 3000 });
  expect(found).toBeGreaterThan(500);
});
