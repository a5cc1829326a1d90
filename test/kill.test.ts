// kill -9 at random moments of a writing process, 200 times: what was acknowledged is there, and no batch is there in part.
// Two folders are written to side by side, and each grows over all its kills. The next process starts while one is being killed.
import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { afterAll, expect, it } from "vitest";
import { openLedger, verifyCommitment, type Ledger } from "../src/store/index.ts";
import { present } from "../src/domain/terms/index.ts";
import { position } from "./support/sample-events.ts";
import { startWriter, type Writer } from "./support/writers.ts";

const KILLS = 100;
const folder = mkdtempSync(join(tmpdir(), "probity-kill-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  /** All up to here was looked at. */
  readonly head: number;
  readonly batches: ReadonlySet<string>;
}

it.concurrent.each([["one"], ["two"]])("R1 R2 R6 killed a hundred times in folder %s, the ledger keeps what it acknowledged and nothing in part", async (lane) => {
  const seed = Number(process.env["KILL_SEED"] ?? randomBytes(4).readInt32BE());
  const chance = xoroshiro128plus(seed + (lane === "one" ? 0 : 1));
  const between = (low: number, high: number): number => uniformInt(chance, low, high);
  const dataDir = join(folder, lane);
  const acknowledged = new Set<string>();
  let seen: Seen = { head: 0, batches: new Set() };
  let next = startWriter();
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writer = next;
      next = startWriter();
      await writer.hears("ready");
      const name = `k${kill}`;
      const sizes = [between(1, 40), ...Array.from({ length: 7 }, () => between(1, between(0, 3) === 0 ? 1200 : 40))];
      writer.process.stdin.write(`${JSON.stringify({ dataDir, name, sizes, mint: between(0, 1) })}\n`);
      // Most are killed while they write, some while they open what the last one left.
      const writing = between(0, 4) > 0;
      if (writing) await writer.hears("kept");
      await wait(between(5, 120));
      writer.process.kill("SIGKILL");
      expect(await writer.ended()).toBe("");
      const kept = writer.said.filter((line) => line.startsWith("kept ")).map((line) => line.slice(5));
      for (const batch of kept) acknowledged.add(batch);
      if (writing) expect(kept.length).toBeGreaterThan(0);
      // Now and then the next process is the one to find what the killed one left.
      if (between(0, 3) > 0 || kill === KILLS - 1) seen = await look(dataDir, seen, acknowledged);
    }
    await lookAtAll(dataDir);
  } catch (error) {
    throw new Error(`with KILL_SEED=${seed}, folder ${lane}`, { cause: error });
  } finally {
    await end(next);
  }
});

/** Opens the folder and holds what is new in it against what was acknowledged. */
async function look(dataDir: string, seen: Seen, acknowledged: ReadonlySet<string>): Promise<Seen> {
  const ledger = await openLedger({ node: "reader", randomBytes, dataDir });
  try {
    const rows = new Map<string, { count: number; of: number }>();
    let head = seen.head;
    for await (const event of ledger.stream({ after: position(seen.head) })) {
      head += 1;
      expect(event.position).toBe(head);
      const batch = present(event.batch, "the batch of an event");
      const of = event.type === "RecordReported" && event.body !== null ? Number(event.body.fields["of"]) : 0;
      rows.set(batch, { count: (rows.get(batch)?.count ?? 0) + 1, of });
    }
    for (const [batch, { count, of }] of rows) expect({ batch, count }).toEqual({ batch, count: of });
    expect(await ledger.head()).toBe(head);
    await expectSealed(ledger, seen.head, head);
    const batches = new Set([...seen.batches, ...rows.keys()]);
    expect([...acknowledged].filter((batch) => !batches.has(batch))).toEqual([]);
    return { head, batches };
  } finally {
    await ledger.close();
  }
}

async function expectSealed(ledger: Ledger, after: number, upTo: number): Promise<void> {
  if (after === upTo) return;
  const events = await ledger.read({ after: position(after), upTo: position(upTo) });
  const sealed = await ledger.readBodies(events.map((event) => event.position));
  expect(sealed).toHaveLength(events.length);
  expect(events.filter((event, index) => !verifyCommitment(event, present(sealed[index], "its salt").salt)).map((event) => event.position)).toEqual([]);
}

/** At the end: the file itself, and every key of every event. */
async function lookAtAll(dataDir: string): Promise<void> {
  const file = new DatabaseSync(join(dataDir, "register.sqlite"));
  expect(file.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(file.prepare("pragma foreign_key_check").all()).toEqual([]);
  const counts = file.prepare("select (select count(*) from events) as events, (select max(position) from events) as head, (select value from counters where name = 'position') as counter, (select count(*) from event_keys) as keys").get();
  expect(counts).toEqual({ events: counts?.["head"], head: counts?.["head"], counter: counts?.["head"], keys: Number(counts?.["head"]) * 2 });
  file.close();
}

async function end(writer: Writer): Promise<void> {
  writer.process.kill("SIGKILL");
  await writer.ended();
}
