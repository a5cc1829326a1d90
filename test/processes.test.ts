// Two processes write at once to one folder and to one PostgreSQL, while this one reads: nothing is lost, nothing comes twice,
// and nobody sees a position before the one it follows.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLedger, verifyCommitment, type Ledger } from "../src/store/index.ts";
import { present } from "../src/domain/terms/index.ts";
import { position } from "./support/sample-events.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { startWriter } from "./support/writers.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-processes-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const BATCHES = 60;
const SIZES = [1, 7, 2, 300, 1, 1, 40, 5];
const inTwo = 2 * Array.from({ length: BATCHES }, (_, turn) => SIZES[turn % SIZES.length] ?? 0).reduce((sum, size) => sum + size, 0);

it("R2 R16 R24 two processes write to one folder at once", () => expectNothingLost({ dataDir: folder }));
it("R2 R16 R24 two processes write to one PostgreSQL at once", async () => expectNothingLost({ databaseUrl: await present(postgres, "the server").freshDatabase() }));

async function expectNothingLost(place: { readonly dataDir: string } | { readonly databaseUrl: string }): Promise<void> {
  const writers = [startWriter(), startWriter()];
  await Promise.all(writers.map((writer) => writer.hears("ready")));
  for (const [index, writer] of writers.entries()) writer.process.stdin.write(`${JSON.stringify({ ...place, name: `w${index}`, batches: BATCHES, sizes: SIZES, mint: 2 })}\n`);
  const ended = Promise.all(writers.map((writer) => writer.ended()));
  await Promise.race([ended, Promise.all(writers.map((writer) => writer.hears("kept")))]);

  const ledger = await openLedger({ node: "reader", randomBytes, ...place });
  try {
    const looks = await readAlong(ledger, ended);
    expect(await ended).toEqual(["", ""]);
    expect(looks).toBeGreaterThan(2);
    const said = writers.flatMap((writer) => writer.said);
    const files = said.filter((line) => line.startsWith("file "));
    expect(files).toHaveLength(2 * 2 * BATCHES);
    expect(new Set(files).size).toBe(files.length);
    const kept = said.filter((line) => line.startsWith("kept ")).map((line) => line.slice(5));
    expect(kept).toHaveLength(2 * BATCHES);

    const events = await ledger.read({});
    expect(events).toHaveLength(inTwo);
    expect(new Set(events.map((event) => event.batch))).toEqual(new Set(kept));
    expect(new Set(events.map((event) => event.origin.node))).toEqual(new Set(["w0", "w1"]));
    const sealed = await ledger.readBodies(events.map((event) => event.position));
    expect(events.every((event, index) => verifyCommitment(event, present(sealed[index], "its salt").salt))).toBe(true);
    // The batches of the two lie among each other: they did write at once, and neither kept the other out.
    const turns = events.filter((event, index) => event.origin.node !== events[index - 1]?.origin.node);
    expect(turns.length).toBeGreaterThan(BATCHES / 4);
  } finally {
    await ledger.close();
  }
}

/** Follows the log until the writers have ended. What comes next always follows what came before, and batches come whole. */
async function readAlong(ledger: Ledger, ended: Promise<unknown>): Promise<number> {
  let going = true;
  void ended.finally(() => (going = false));
  let head = 0;
  let looks = 0;
  for (let last = false; !last; looks += 1) {
    last = !going;
    const events = await ledger.read({ after: position(head) });
    expect(events.map((event) => event.position)).toEqual(events.map((_, index) => head + 1 + index));
    const counts = new Map<string | null, number>();
    for (const event of events) counts.set(event.batch, (counts.get(event.batch) ?? 0) + 1);
    for (const event of events) if (event.type === "RecordReported") expect(event.body?.fields["of"]).toBe(counts.get(event.batch));
    head += events.length;
    expect(await ledger.head()).toBeGreaterThanOrEqual(head);
    // Readers of this process must let its own news in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return looks;
}
