// kill -9 of a process that tells those who watch, before and after everything it keeps or sends: no change is lost, none is told under two
// ids, and what arrives twice carries the same id and the same words. The receiver is real and says what it has.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, plainDate, present } from "../src/domain/terms/index.ts";
import { webhookTransport } from "../src/exchange/index.ts";
import { addAlert, importFile, sendOutbox, tellWatchers, watchNamed, type Registry } from "../src/service/index.ts";
import { openLedger } from "../src/store/index.ts";
import { loadLaw } from "./support/law.ts";
import { startPostgres, type TestPostgres } from "./support/postgres.ts";
import { registryOver } from "./support/registry.ts";
import { startWriter } from "./support/writers.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-kill-alerts-"));
let postgres: TestPostgres | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const FIRM = "Blue Heron Ltd";
const FIRST = plainDate("2025-01-07");
/** More than there are steps; the turn at which nobody dies ends it. */
const STEPS_MAX = 40;
const STEPS = ["webhook.send", "outbox.put", "outbox.claim", "outbox.settle", "watchAlerts.move"].flatMap((call) => [`at after ${call}`, `at before ${call}`]);

it.each(["SQLite", "PostgreSQL"])("R31 R44 killed at every step while it tells from %s, nothing is lost and what is sent twice has the same id", async (store) => {
  const place = store === "SQLite" ? { dataDir: mkdtempSync(join(folder, "data-")) } : { databaseUrl: (await postgres?.freshDatabase()) ?? "" };
  const clock = { day: String(FIRST) };
  const ledger = await openLedger({ node: "test", randomBytes, ...place });
  const registry: Registry = { ...registryOver(ledger, await loadLaw("test/bodies"), clock), webhookLoopback: true };
  const heard: { readonly id: string; readonly body: string }[] = [];
  const receiver = createServer((request, reply) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => {
      heard.push({ id: String(request.headers["webhook-id"]), body });
      reply.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const edition = async (on: boolean): Promise<void> => {
    const rows = ["Night Jar Ltd", ...(on ? [FIRM] : [])].map((name) => `${name},2024-03-01,2099-03-01,1\n`);
    const imported = await importFile(registry, { name: "north.csv", bytes: Buffer.from(`Ferry,Since,Free,Case\n${rows.join("")}`), template: "ferry:north-sheet", asOf: addDays(plainDate(clock.day), -1) });
    if (!imported.ok) throw new Error(imported.error.message);
  };
  try {
    await edition(true);
    const made = await watchNamed(registry, { label: "ours", organisations: [FIRM] });
    const alert = await addAlert(registry, made.ok ? made.value.token : "", { target: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, pace: "atOnce", language: "en", site: "http://127.0.0.1:8080" });
    const { id } = present(alert.ok ? alert.value.alert : undefined, "an alert");
    const diedAt: string[] = [];
    let [turns, died] = [0, true];
    for (; died && turns < STEPS_MAX; turns += 1) {
      clock.day = addDays(FIRST, 2 * turns + 2);
      await edition(turns % 2 === 1);
      const teller = startWriter("watch-teller.ts");
      await teller.hears("ready");
      teller.process.stdin.write(`${JSON.stringify({ ...place, day: clock.day, dieAt: turns })}\n`);
      expect(await teller.ended()).toBe("");
      died = teller.process.signalCode === "SIGKILL";
      if (died) diedAt.push(teller.said.at(-1) ?? "");
      // Who comes next finds what was left: first that something is in doubt, then, half a minute later, what to do about it.
      clock.day = addDays(FIRST, 2 * turns + 3);
      for (let round = 0; round < 2; round += 1) {
        await tellWatchers(registry);
        await sendOutbox(registry, webhookTransport({ loopback: true }));
      }
    }
    expect(new Set(diedAt)).toEqual(new Set(STEPS));
    const told = new Map(heard.map((each) => [each.id, each.body]));
    for (const { id: once, body } of heard) expect(told.get(once)).toBe(body);
    expect([...told.keys()]).toEqual(Array.from({ length: turns }, (_, index) => `alert_${id}_${index + 1}`));
    expect([...told.values()].map((body) => JSON.parse(body).data.changes.map(({ what }: { readonly what: string }) => what).join())).toEqual(Array.from({ length: turns }, (_, index) => (index % 2 === 0 ? "freed" : "bound")));
    // Killed after it was sent and before that was kept, it is sent again.
    expect(heard.length).toBeGreaterThan(told.size);
    expect(await ledger.outbox.counts()).toEqual({ waiting: 0, sending: 0, sent: turns, refused: 0, uncertain: 0 });
  } finally {
    receiver.closeAllConnections();
    receiver.close();
    await ledger.close();
  }
});
