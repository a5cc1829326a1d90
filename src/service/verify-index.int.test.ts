// Verification of the index: a snapshot that is whole and says something else than the register is found, and where; so is an index that answers
// otherwise than the twin. What agrees is not.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { registryOver } from "../../test/support/registry.ts";
import { present } from "../domain/terms/index.ts";
import { codeOf, FILES, market, marketLaw, registeredWithCodes } from "../domain/restrictions/index-fixtures.ts";
import { HOT_UNITS, type Columns } from "../domain/restrictions/index.ts";
import { indexPath, openLedger, type Ledger } from "../store/index.ts";
import { appendEvents } from "./append.ts";
import { buildIndex, type BuiltIndex } from "./build-index.ts";
import { keepSnapshot, loadSnapshot } from "./index-snapshot.ts";
import type { Registry } from "./registry.ts";
import { verifyIndex, type IndexVerified } from "./verify-index.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-verify-index-"));
const open: Ledger[] = [];
afterAll(async () => {
  for (const ledger of open) await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Filled {
  readonly registry: Registry;
  readonly built: BuiltIndex;
  /** Keeps a snapshot, loads it again and verifies. */
  readonly verifiedWith: (kept: BuiltIndex) => Promise<IndexVerified>;
}

/** A register whose events after the snapshot's position are not in it. */
async function filled(): Promise<Filled> {
  const dataDir = mkdtempSync(join(folder, "data-"));
  const ledger = await openLedger({ node: "test", randomBytes, dataDir });
  open.push(ledger);
  const registry = registryOver(ledger, marketLaw, { day: "2025-04-01" });
  const listings = fc.sample(market, { numRuns: 30, seed: 5 }).flat().filter((draft) => draft.type === "ListingReported");
  await appendEvents(registry, { batch: null, drafts: [...registeredWithCodes((file) => [codeOf(FILES.indexOf(file) + 1)]), ...listings.slice(0, 12)] });
  const built = await buildIndex(registry);
  await appendEvents(registry, { batch: null, drafts: listings.slice(12) });
  const verifiedWith = async (kept: BuiltIndex): Promise<IndexVerified> => {
    expect(await keepSnapshot(registry, indexPath(dataDir), kept)).toBe(true);
    return verifyIndex(registry, present(await loadSnapshot(registry, indexPath(dataDir)), "the snapshot"), () => {});
  };
  return { registry, built, verifiedWith };
}

function changed(built: BuiltIndex, column: keyof Columns, at: number): BuiltIndex {
  const values = built.columns[column].slice();
  values[at] = (values[at] ?? 0) ^ 1;
  return { ...built, columns: { ...built.columns, [column]: values } };
}

/** A ledger whose stream by keys leaves one event out. */
function forgetful(ledger: Ledger, left: (position: number) => boolean): Ledger {
  const streamByKey: Ledger["streamByKey"] = async function* (query) {
    for await (const { key, events } of ledger.streamByKey(query)) yield { key, events: events.filter(({ position }) => !left(position)) };
  };
  return new Proxy(ledger, {
    get: (of, name) => {
      const own: unknown = name === "streamByKey" ? streamByKey : Reflect.get(of, name);
      return typeof own === "function" ? own.bind(of) : own;
    },
  });
}

describe("verification of the restriction index", () => {
  it("agrees with a snapshot as it was built, and asks every organisation", async () => {
    const { built, verifiedWith } = await filled();
    const verified = await verifiedWith(built);
    expect(verified).toMatchObject({ asked: FILES.length, snapshot: "compared", differences: [] });
    expect(verified.answers).toBeGreaterThan(5);
  });

  it("says that there is no snapshot where there is none", async () => {
    const { registry } = await filled();
    expect(await verifyIndex(registry, undefined, () => {})).toMatchObject({ asked: FILES.length, snapshot: "none", differences: [] });
  });

  it("finds a changed row in a snapshot that is whole, and says whose it is", async () => {
    const { built, verifiedWith } = await filled();
    const verified = await verifiedWith(changed(built, "hot", HOT_UNITS + 3));
    expect(verified.differences).toEqual([expect.stringMatching(/^the kept restriction index has \d+ in its column `hot` at 8, of P\d{8}, and the register at position 15 makes \d+$/)]);
    for (const column of ["shares", "cold", "filter", "names", "rowOfFile"] as const) expect((await verifiedWith(changed(built, column, 1))).differences).toEqual([expect.stringContaining(`column \`${column}\` at 1`)]);
  });

  it("finds what does not fit into columns", async () => {
    const { built, verifiedWith } = await filled();
    expect((await verifiedWith({ ...built, facts: { ...built.facts, classes: built.facts.classes.slice(1) } })).differences).toEqual(["the kept restriction index says other `classes` than the register at position 15 makes"]);
  });

  it("does not compare with what has been forgotten since", async () => {
    const { registry, built, verifiedWith } = await filled();
    const [event] = await registry.ledger.read({ types: ["ListingReported"], limit: 1 });
    await registry.ledger.forget([present(event, "a listing").position]);
    expect(await verifiedWith(built)).toMatchObject({ snapshot: "beforeForgetting", differences: [] });
    expect(await verifiedWith(await buildIndex(registry))).toMatchObject({ snapshot: "compared", differences: [] });
  });

  it("finds an index that answers otherwise than the twin, or misses an organisation", async () => {
    const { registry } = await filled();
    const listed = await verifyIndex({ ...registry, ledger: forgetful(registry.ledger, (position) => position > FILES.length) }, undefined, () => {});
    expect(listed.differences[0]).toMatch(/^the restriction index answers `t:\w+` of \w+ for the keeper otherwise than is derived$/);
    const missing = await verifyIndex({ ...registry, ledger: forgetful(registry.ledger, (position) => position === 2) }, undefined, () => {});
    expect(missing.differences).toContain(`${FILES[1]} is on the register, and the restriction index says otherwise`);
  });
});
