// kill -9 at random moments of an import, 200 times on SQLite: the whole batch or nothing of it, and nothing acknowledged is lost.
// Two folders grow side by side; the next process starts while one is being killed.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { afterAll, expect, it } from "vitest";
import { plainDate, addDays, type Position } from "../src/domain/terms/index.ts";
import { openLedger } from "../src/store/index.ts";
import { startWriter } from "./support/writers.ts";

const KILLS = 100;
const folder = mkdtempSync(join(tmpdir(), "probity-kill-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.concurrent.each([["one"], ["two"]])("killed a hundred times in folder %s while it imports, a register holds whole batches and all it acknowledged", async (lane) => {
  const seed = Number(process.env["KILL_SEED"] ?? randomBytes(4).readInt32BE());
  const chance = xoroshiro128plus(seed + (lane === "one" ? 0 : 1));
  const between = (low: number, high: number): number => uniformInt(chance, low, high);
  const dataDir = join(folder, lane);
  const acknowledged = new Map<string, number>();
  const whole = new Map<string, number>();
  let head = 0;
  let day = plainDate("2024-02-01");
  let next = startWriter("importer.ts");
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const importer = next;
      next = startWriter("importer.ts");
      await importer.hears("ready");
      const sizes = [between(1, 30), between(30, 300), between(1, 30)];
      importer.process.stdin.write(`${JSON.stringify({ dataDir, name: `${lane}k${kill}`, first: day, sizes })}\n`);
      day = addDays(day, 200);
      // Most are killed while they import, some while they open what the last one left.
      if (between(0, 4) > 0) await importer.hears("kept");
      await wait(between(1, 90));
      importer.process.kill("SIGKILL");
      expect(await importer.ended()).toBe("");
      for (const line of importer.said.filter((said) => said.startsWith("kept "))) {
        const [, batch = "", records = ""] = line.split(" ");
        acknowledged.set(batch, Number(records));
      }
      if (between(0, 4) === 0 || kill === KILLS - 1) head = await look(dataDir, head, whole);
      for (const [batch, records] of kill === KILLS - 1 ? acknowledged : []) expect({ batch, records: whole.get(batch) }).toEqual({ batch, records });
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS / 2);
  } catch (error) {
    throw new Error(`with KILL_SEED=${seed}, folder ${lane}`, { cause: error });
  } finally {
    next.process.kill("SIGKILL");
    await next.ended();
  }
});

/** Counts what is new: every batch has its receipt, and as many listings as the receipt says. */
async function look(dataDir: string, after: number, whole: Map<string, number>): Promise<number> {
  const ledger = await openLedger({ node: "reader", randomBytes, dataDir });
  try {
    const receipts = new Map<string, number>();
    const listings = new Map<string, number>();
    let position = after;
    for await (const event of ledger.stream({ after: after as Position })) {
      position += 1;
      expect(event.position).toBe(position);
      if (event.type === "BatchReceived" && event.body !== null) receipts.set(event.body.batch, event.body.counts.records);
      if (event.type === "ListingReported") listings.set(event.batch ?? "", (listings.get(event.batch ?? "") ?? 0) + 1);
    }
    expect([...listings.keys()].filter((batch) => !receipts.has(batch))).toEqual([]);
    for (const [batch, records] of receipts) {
      expect({ batch, listings: listings.get(batch) ?? 0 }).toEqual({ batch, listings: records });
      whole.set(batch, records);
    }
    return position;
  } finally {
    await ledger.close();
  }
}
