import { describe, expect, it } from "vitest";
import type { LawId } from "../terms/index.ts";
import { loadLaw } from "../../../test/support/law.ts";
import { keyOf, keysToFollow } from "./closure.ts";
import { A, B, edition, registered, sighting, stored } from "./register-fixtures.ts";

const law = await loadLaw("test/bodies");
const follow = (...drafts: Parameters<typeof stored>[0]): readonly string[] => [...keysToFollow(stored(drafts), law)].sort();
/** A listing of the list of test/bodies whose affiliates share their decision's case number. */
const listed = (caseNumber: string | undefined) => {
  const { type, body } = sighting({ day: "2025-01-07", ...(caseNumber === undefined ? {} : { fields: { caseNumber } }) });
  return type === "ListingReported" ? { type, body: { ...body, list: "ferry:north-barred" as LawId } } : registered(A, "never");
};

describe("closure", () => {
  it("R13 follows joins, relations, editions, shared decisions, offices that ordered a stay, and withdrawals", () => {
    expect(follow({ type: "FilesJoined", body: { files: [A, B], judgedBy: "matcher", score: 1000, reasons: [] } })).toEqual([keyOf.file(A), keyOf.file(B)]);
    expect(follow({ type: "RelationReported", body: { from: A, to: B, relation: "branchOf" } })).toEqual([keyOf.file(B)]);
    expect(follow(listed("677"))).toEqual([keyOf.edition("ferry:north-barred" as LawId), keyOf.sharing("ferry:north-barred" as LawId, "caseNumber", "677")]);
    expect(follow(listed(undefined))).toEqual([keyOf.edition("ferry:north-barred" as LawId)]);
    expect(follow({ ...registered(A, "Alpha"), batch: "b7" })).toEqual([keyOf.withdrawal("b7")]);
    const stay = stored([{ type: "EffectsStayed", body: { matter: "m1" as never, file: A, about: { kind: "listing", listing: "l1" as never }, mask: false, from: "2025-01-07" as never, reasons: "" } }]);
    expect(keysToFollow(stay.map((event) => ({ ...event, office: B }) as typeof event), law)).toEqual([keyOf.file(B)]);
  });

  it("R13 follows nothing else, and nothing of what was forgotten", () => {
    expect(follow(registered(A, "Alpha"), edition("2025-01-07"))).toEqual([]);
    expect(keysToFollow(stored([listed("677")]).map((event) => ({ ...event, body: null }) as typeof event), law)).toEqual([]);
  });
});
