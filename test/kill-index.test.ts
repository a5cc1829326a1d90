// kill -9 of a process that keeps snapshots of the index, at any moment: the next one finds a whole snapshot or none, answers as the twin, and
// clears away what the dead one left.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { codeOf, marketLaw } from "../src/domain/restrictions/index-fixtures.ts";
import { buildIndex, checkOrganisation, keepSnapshot, KeptIndex, loadSnapshot, type Registry } from "../src/service/index.ts";
import { indexPath, openLedger } from "../src/store/index.ts";
import { registryOver } from "./support/registry.ts";
import { startWriter } from "./support/writers.ts";

const KILLS = 8;
const folder = mkdtempSync(join(tmpdir(), "probity-kill-index-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("R47 R39 killed while it keeps snapshots, nothing wrong is ever answered", async () => {
  const dataDir = mkdtempSync(join(folder, "data-"));
  let loaded = 0;
  let from = 1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = startWriter("index-writer.ts");
    await writer.hears("ready");
    writer.process.stdin.write(`${JSON.stringify({ dataDir, from })}\n`);
    await writer.hears("kept");
    // Somewhere within the next snapshots, another place each time.
    await wait((kill * 37) % 60);
    writer.process.kill("SIGKILL");
    await writer.ended();
    const ledger = await openLedger({ node: "test", randomBytes, dataDir });
    try {
      const registry = registryOver(ledger, marketLaw);
      from = 1 + (await ledger.head());
      if ((await loadSnapshot(registry, indexPath(dataDir))) !== undefined) loaded += 1;
      await agrees(registry, indexPath(dataDir), from);
      expect(await keepSnapshot(registry, indexPath(dataDir), await buildIndex(registry))).toBe(true);
      expect(readdirSync(dataDir).filter((name) => name.startsWith("restriction-index"))).toEqual(["restriction-index"]);
    } finally {
      await ledger.close();
    }
  }
  expect(loaded).toBe(KILLS);
});

async function agrees(registry: Registry, path: string, from: number): Promise<void> {
  const index = new KeptIndex(registry, { load: () => loadSnapshot(registry, path), build: () => buildIndex(registry), say: (line) => expect(line).toBe("") });
  await index.start();
  for (let number = 1; number <= from; number += 1) {
    const request = { organisation: codeOf(number), act: "t:trade" };
    const [ours, twin] = [await checkOrganisation({ ...registry, index }, { kind: "keeper" }, request), await checkOrganisation(registry, { kind: "keeper" }, request)];
    expect(ours.ok && twin.ok && ours.value.organisation).toEqual(twin.ok && twin.value.organisation);
    expect(ours.ok && ours.value.asOf.known).toBe(twin.ok && twin.value.asOf.known);
  }
  index.close();
}
