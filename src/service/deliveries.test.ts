// How fresh sources are said to be: late by the days the law gives a list, received where it gives none; closed lists are left out.
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate, type EditionId, type LawId, type Position } from "../domain/terms/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import type { ListOverview, Overview } from "./browse.ts";
import { deliveriesOn } from "./deliveries.ts";
import type { Registry } from "./registry.ts";

let registry: Registry;
beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("test/bodies"));
});

/** A list with its newest edition, or with none. */
function list(id: string, asOf?: string): ListOverview {
  const edition = asOf === undefined ? null : { edition: `e.${asOf}` as EditionId, list: id as LawId, asOf: plainDate(asOf), inferred: false, batch: null, position: 1 as Position };
  return { list: id as LawId, standing: asOf === undefined ? null : 1, open: true, edition, stale: false };
}

function seen(lists: readonly ListOverview[], batches: Overview["batches"] = []): Overview {
  return { organisations: 1, listed: 0, favoured: 0, released: 0, held: 0, latest: [], known: 1 as Position, lists, batches };
}

describe("deliveries", () => {
  it("are on time to the last fresh day, late from the day after it, and merely received where the law says no days", () => {
    const of = seen([list("ferry:north-barred", "2024-01-01"), list("ferry:south-barred", "2020-01-01")]);
    const on = (day: string) => deliveriesOn(registry, of, plainDate(day)).deliveries.map(({ of: id, state, daysLate }) => [id, state, daysLate]);
    expect(on("2025-02-03")).toEqual([["ferry:north-barred", "onTime", undefined], ["ferry:south-barred", "received", undefined]]);
    expect(on("2025-02-04")).toEqual([["ferry:north-barred", "late", 1], ["ferry:south-barred", "received", undefined]]);
    expect(on("2025-02-14")[0]).toEqual(["ferry:north-barred", "late", 11]);
  });

  it("put the late first, then the newest, count what never came, and leave out what is closed", () => {
    const of = seen([list("ferry:south-barred", "2024-01-01"), list("ferry:north-barred", "2020-01-01"), list("ferry:east-watch"), { ...list("ferry:east-watch", "2024-01-01"), open: false }], [{ template: "ferry:north-sheet" as LawId, asOf: plainDate("2024-05-01"), count: 2 }]);
    const { deliveries, neverDelivered } = deliveriesOn(registry, of, plainDate("2024-06-01"));
    expect(deliveries.map(({ of: id }) => id)).toEqual(["ferry:north-barred", "ferry:south-barred"]);
    expect(neverDelivered).toBe(1);
  });
});
