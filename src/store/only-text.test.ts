import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalText } from "./commitment.ts";
import { onlyText } from "./only-text.ts";

const name = fc.constantFrom("file", "profile", "record", "recordType", 'file":', "other");
const text = fc.oneof(fc.string({ unit: fc.constantFrom('"', "\\", ":", ",", "file", "record", "a", "延") }), fc.constantFrom('"file":"x"', 'file":"x', "\\"));
const { value } = fc.letrec((tie) => ({ value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(name, tie("value"), { maxKeys: 4 })) }));

it("R42 what is found of a member without reading the body is what the body says of it", () => {
  let found = 0;
  fc.assert(fc.property(fc.dictionary(name, value, { maxKeys: 5 }), fc.oneof(text, value), (others, file) => {
    const said = onlyText("file")(canonicalText({ ...others, file } as never));
    if (said === undefined) return;
    found += 1;
    expect(said).toBe(file);
  }), { numRuns: 2000 });
  expect(found).toBeGreaterThan(20);
});

it("R42 a member that others have too, that is no text or has escaped signs is left to whoever reads the body", () => {
  const find = onlyText("file");
  expect(find('{"fields":{},"file":"F1"}')).toBe("F1");
  expect(["{}", '{"fields":{"file":"F2"},"file":"F1"}', '{"fields":{"file":7},"file":"F1"}', '{"fields":{"profile":"F2"},"file":"F1"}', '{"file":7}', '{"file":"a\\"b"}'].map(find)).toEqual(Array(6).fill(undefined));
  expect(find('{"fields":{"note":"\\"file\\":\\"F2\\""},"file":"F1"}')).toBe("F1");
});
