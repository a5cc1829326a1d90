import { describe, expect, it } from "vitest";
import type { Result, Finding } from "../../domain/terms/index.ts";
import { readAcknowledgements, readDecisions, readOpening, readStep, STEP_TYPES } from "./case-request.ts";
import { day, flag, listOf, mapOf, object, oneOf, tagged, text, word } from "./shape.ts";

const faults = (read: Result<unknown, readonly Finding[]>): readonly string[] => (read.ok ? [] : read.error.map(({ at, code }) => `${at} ${code}`));

describe("a shape", () => {
  const pet = object({ name: word, born: day }, { tame: flag, toys: listOf(word, 2) });

  it("reads what fits, and leaves out what was not given", () => {
    expect(pet({ name: "Blue", born: "2026-03-02", toys: ["ball"] }, "")).toEqual({ ok: true, value: { name: "Blue", born: "2026-03-02", toys: ["ball"] } });
  });

  it("finds every fault at once, each in its place, and repeats no value", () => {
    const read = pet({ born: "2026-02-30", tame: "yes", toys: [1, 2, 3], colour: "red", "11010519491231002X": 1 }, "pet");
    expect(faults(read)).toEqual(["pet member-unknown", "pet member-unknown", "pet.name member-missing", "pet.born member-wrong", "pet.tame member-wrong", "pet.toys member-too-large"]);
    expect(JSON.stringify(read)).not.toMatch(/2026-02-30|yes|red/);
  });

  it("takes no member that every object has for one that was given", () => {
    expect(faults(object({}, {})({ constructor: 1, toString: 2 }, ""))).toEqual([" member-unknown", " member-unknown"]);
    expect(faults(object({ constructor: word }, {})({}, ""))).toEqual(["constructor member-missing"]);
    expect(faults(tagged("kind", { a: pet })({ kind: "__proto__" }, ""))).toEqual(["kind member-wrong"]);
  });

  it("keeps texts, lists and maps within their size", () => {
    expect(faults(text(3)("four", "at"))).toEqual(["at member-too-large"]);
    expect(faults(mapOf(word, 1)({ a: "1", b: "2" }, "at"))).toEqual(["at member-too-large"]);
    expect(faults(mapOf(word, 9)({ a: 1 }, "at"))).toEqual(["at.a member-wrong"]);
    expect(oneOf("a", "b")("b", "at")).toEqual({ ok: true, value: "b" });
  });
});

describe("a request about cases", () => {
  const office = { office: "P00000018", officers: ["head"] };

  it("opens a case about the organisation that asks, or that the office names", () => {
    const open = { about: { kind: "organisation" }, purpose: "commitment", statement: "承诺" };
    const own = readOpening({ by: { organisation: "P00000018" }, open });
    expect(own.ok && "file" in own.value.command ? own.value.command.file : own).toBe("P00000018");
    expect(faults(readOpening({ by: office, open }))).toEqual(["open.organisation member-wrong"]);
    expect(faults(readOpening({ by: office, open: { ...open, organisation: "P00000026", about: { kind: "join", files: ["P00000018"] } } }))).toEqual(["open.about.files member-wrong"]);
  });

  it("takes every step the program knows, and no step without what it needs", () => {
    expect(STEP_TYPES.length).toBe(14);
    for (const type of STEP_TYPES) {
      const read = readStep({ by: office, step: { type } }, "m1" as Parameters<typeof readStep>[1]);
      expect([type, read.ok, faults(read).every((fault) => /^step\.\w+ member-missing$/.test(fault))]).toEqual([type, false, true]);
    }
  });

  it("takes files in base64 and nothing else", () => {
    const step = { type: "TakeStep", step: "answer", statement: "x" };
    const sent = (content: unknown) => readStep({ by: office, step, attachments: [{ name: "a.txt", content }] }, "m1" as Parameters<typeof readStep>[1]);
    const read = sent(Buffer.from("words").toString("base64"));
    expect(read.ok ? Buffer.from(read.value.attachments[0]?.bytes ?? []).toString() : read).toBe("words");
    for (const content of ["", "a", "====", "YWJj=", "a b c d", 7, null]) expect(faults(sent(content))).toEqual(["attachments[0].content member-wrong"]);
  });

  it("takes many decisions of one office, and many releases, up to a limit", () => {
    expect(faults(readDecisions({ by: office, decisions: [{ matter: "m1", step: { type: "OrderStay", reason: "x" } }, { matter: "", step: {} }] }, 9))).toEqual(["decisions[1].matter member-wrong", "decisions[1].step.type member-wrong"]);
    expect(faults(readDecisions({ by: office, decisions: [{}, {}] }, 1))).toEqual(["decisions member-too-large"]);
    expect(readAcknowledgements({ releases: ["a", "b"], consumer: "cn:mof" }, 2)).toEqual({ ok: true, value: { releases: ["a", "b"], consumer: "cn:mof" } });
  });
});
