import { describe, expect, it } from "vitest";
import { makeFileNumber, parseLawId } from "../terms/index.ts";
import type { IdentifierScheme } from "../rules/index.ts";
import { resolveOrganisation, type Lookup } from "./register-lookup.ts";

function scheme(id: string, of: IdentifierScheme["of"], form: string): IdentifierScheme {
  const parsed = parseLawId(id);
  if (!parsed.ok) throw new Error(parsed.error);
  return { kind: "identifier", id: parsed.value, names: { en: id }, basis: [], confidence: "high", at: "test", of, form, checks: [], refused: [], parts: [] };
}

const codes = scheme("model:code", "organisation", "Q[0-9]{4}");
const lookup: Lookup = {
  schemes: [codes, scheme("model:person", "person", "[0-9]{6}X")],
  organisations: [
    { file: makeFileNumber(1), names: ["Müller Quarz GmbH", "青木石英"], codes: [{ scheme: codes.id, value: "Q0001" }] },
    { file: makeFileNumber(2), names: ["Kiesel Ltd."], codes: [] },
    { file: makeFileNumber(3), names: ["KIESEL LTD", "Kiesel & Sand"], codes: [] },
  ],
};

describe("looking an organisation up", () => {
  it.each([
    [makeFileNumber(1), 1], ["q-0001", 1], ["MUELLER QUARZ GMBH", 1], ["muller-quarz gmbh", 1], ["青木 石英", 1], ["kiesel and sand", 3],
  ])("R34 %s is the organisation %i", (text, sequence) => {
    expect(resolveOrganisation(text, lookup)).toEqual({ ok: true, value: { kind: "file", file: makeFileNumber(sequence) } });
  });

  it("R34 a valid code nobody carries is that code", () => {
    expect(resolveOrganisation("Q9999", lookup)).toEqual({ ok: true, value: { kind: "code", code: { scheme: codes.id, value: "Q9999" } } });
  });

  it.each([
    ["Kiesel Ltd", "organisation-ambiguous", 2], ["Kiesel", "organisation-not-found", 2], ["Nobody", "organisation-not-found", 0], ["123456X", "not-an-organisation", 0], [makeFileNumber(9), "organisation-not-found", 0], ["…", "organisation-not-found", 0],
  ])("R34 %s: %s with %i candidates", (text, code, candidates) => {
    const found = resolveOrganisation(text, lookup);
    expect(found.ok ? found : [found.error.code, found.error.candidates.length]).toEqual([code, candidates]);
    if (code === "not-an-organisation") expect(JSON.stringify(found)).not.toContain(text);
  });
});
