import { describe, expect, it } from "vitest";
import { upgradedBody, versionOf } from "./upgrade.ts";

describe("upgrade", () => {
  it("reads an answer of the first version as one without files that asks for no hearing", () => {
    expect(upgradedBody("DefenceReceived", 1, { statement: "no" })).toEqual({ statement: "no", attachments: [], hearing: false });
  });

  it("reads formalities of the first version as those of unnamed posts, and leaves a step without any alone", () => {
    expect(upgradedBody("ListingDecided", 1, { formalities: { officers: 2 } })).toEqual({ formalities: { officers: 2, acting: [] } });
    expect(upgradedBody("ListingProposed", 1, { facts: "x" })).toEqual({ facts: "x" });
  });

  it("reads a consent the deciding office stated itself as stated, and as no consent of the office above", () => {
    const stated = { by: "P00000018", on: "2026-03-02" };
    for (const [type, version] of [["ListingDecided", 2], ["NoticeIssued", 2], ["ListingProposed", 2], ["CaseOpened", 1], ["StepTaken", 1]] as const) {
      expect(upgradedBody(type, version, { formalities: { officers: 2, acting: [], consent: stated } })).toEqual({ formalities: { officers: 2, acting: [], statedConsent: stated } });
      expect(upgradedBody(type, version, { formalities: { officers: 2, acting: ["a"] } })).toEqual({ formalities: { officers: 2, acting: ["a"] } });
      expect(upgradedBody(type, version, { facts: "x" })).toEqual({ facts: "x" });
    }
    expect(upgradedBody("ListingDecided", 1, { formalities: { officers: 2, consent: stated } })).toEqual({ formalities: { officers: 2, acting: [], statedConsent: stated } });
  });

  it("leaves a body of today as it is, and reads none of tomorrow", () => {
    const body = { formalities: { officers: 2, acting: ["a", "b"] } };
    expect(upgradedBody("NoticeIssued", versionOf("NoticeIssued"), body)).toBe(body);
    expect(upgradedBody("NoticeIssued", versionOf("NoticeIssued") + 1, body)).toBeUndefined();
    expect([versionOf("RecordReported"), upgradedBody("RecordReported", 2, {})]).toEqual([1, undefined]);
  });
});
